// What the lookout looks at, and how it tells whose a record is.

import type { Archive } from '../../src/engine/archive.ts';
import type { PersonioAbsence, PersonioAttendance } from '../../src/simulators/personio/state.ts';
import type { World } from './sea.ts';
import type { ChartRules } from './chart.ts';
import type { Diary } from './diary.ts';

/** The names of proof.md section 1. */
export type Rule = `${'S' | 'L'}${number}`;

/** A promise is broken. */
export class Aground extends Error {
  override readonly name = 'Aground';
}

export interface Watched {
  readonly world: World;
  /** As the process under way has it open. */
  readonly archive: () => Archive;
  readonly diary: Diary;
  readonly rules: ChartRules;
  readonly typeOf: (key: string) => string | null;
  /** Whether this Personio or TimeTac refuses some writes that are in order. */
  readonly mayRefuse: boolean;
  /** Whether this TimeTac shows only some fields of an account. */
  readonly hidesFields: boolean;
  /** Whether TimeTac changes entries by itself: then what stands there was not entered. */
  readonly rewrites: boolean;
  readonly maxDeletes: number;
  /** `onTargetEdit: source-wins`. */
  readonly editsAreOverruled: boolean;
  /** No write of this run met trouble so far: every answer was heard. */
  readonly writesWereCalm: () => boolean;
}

export const stands = (one: PersonioAttendance): boolean =>
  one.status !== 'REJECTED' && !one.is_auto_generated;
export const counts = (one: PersonioAbsence): boolean =>
  one.status !== 'REJECTED' && one.status !== 'CANCELLED' && one.status !== 'DELETION_PENDING';
export const byApi = (one: { readonly created_by: string }): boolean => one.created_by === 'API';

export interface Stamped {
  readonly created_at: number;
}

/** What HR enters within ten minutes of a lost write and is the same to the minute cannot be told from it (rule 0.4). */
export const mayPassForOurs = ({ created_at }: Stamped, diary: Diary): boolean =>
  diary.doubts.some((at) => Math.abs(created_at - at) <= 15 * 60_000);
