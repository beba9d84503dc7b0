// What the lookout looks at, and how it tells whose a record is.

import type { Archive } from '../../src/engine/archive.ts';
import type { PersonioAbsence, PersonioAttendance } from '../../src/simulators/personio/state.ts';
import type { World } from '../support/world.ts';
import type { ChartRules } from './chart.ts';
import type { Diary } from './diary.ts';

export const rulesOfSafety = ['S1', 'S2', 'S3', 'S4', 'S6'] as const;
export type SafetyRule = (typeof rulesOfSafety)[number];

/** A promise is broken. */
export class Aground extends Error {
  override readonly name = 'Aground';
}

export interface Watched {
  readonly world: World;
  readonly archive: Archive;
  readonly diary: Diary;
  readonly rules: ChartRules;
  readonly typeOf: (key: string) => string | null;
  /** Rules that are not watched, to see whether others notice. */
  readonly blindTo: ReadonlySet<SafetyRule>;
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
