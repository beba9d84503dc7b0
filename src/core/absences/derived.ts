// What deriving absences is told, and what it says.

import { type LocalDate, addDays } from '../time/calendar.ts';
import type { Absence, AbsenceContent, LeaveUnit } from './absence.ts';
import type { CoveredDay } from './day-book.ts';

/**
 * What a TimeTac type becomes. `off` is a mapping row with `sync: false`; `not-found` one whose type one side does not
 * list (any more), or lists several times: its bookings wait, and nobody took them out of scope.
 */
export type Mapped =
  | { readonly kind: 'sync'; readonly typeId: string; readonly unit: LeaveUnit | undefined }
  | { readonly kind: 'off' }
  | { readonly kind: 'not-found'; readonly named: string }
  | { readonly kind: 'unmapped' };

export interface AbsenceRules {
  readonly mapping: (typeKey: string) => Mapped;
  readonly fractions: 'hold' | 'round';
  readonly startDate: LocalDate;
  readonly lockedUntil: LocalDate | null;
  readonly exitOn: LocalDate | null;
  /** Whether the account writes day rows at all (rule 2.2). */
  readonly dayRowsExist: boolean;
  /** Target hours of dates, as far as they are known; 0 is a free day. */
  readonly targetHours: ReadonlyMap<LocalDate, number>;
  /** What a person wants left alone becomes part of nothing else (rules 3.9, 4.7). */
  readonly isLeftAlone?: (period: DerivedAbsence) => boolean;
}

export interface DerivedAbsence {
  /** `absence#segment`. */
  readonly key: string;
  readonly absenceId: string;
  readonly content: AbsenceContent;
}

export type AbsenceProblemCode =
  | 'fraction-unsupported'
  | 'unit-mismatch'
  | 'absence-without-days'
  | 'entry-unapproved'
  | 'after-exit'
  | 'month-closed'
  | 'rounded';

export interface AbsenceProblem {
  readonly code: AbsenceProblemCode;
  readonly absenceId: string;
  readonly typeKey: string;
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly value: number | null;
  readonly unit: LeaveUnit | null;
  /** Of `fraction-unsupported`: a type in hours needs begin and end. */
  readonly wants?: 'clock';
  /** Of `rounded`, the days that are written. */
  readonly roundedTo?: number;
  /** Of `month-closed`, the days that it is about. */
  readonly days?: readonly LocalDate[];
  /** Of `month-closed`, what the first and the last of its days count, as far as that is known. */
  readonly edges?: { readonly first: CoveredDay; readonly last: CoveredDay };
}

export interface DerivedAbsences {
  readonly periods: readonly DerivedAbsence[];
  readonly problems: readonly AbsenceProblem[];
  /** Bookings that cannot be judged now: links of theirs stay. */
  readonly waiting: ReadonlySet<string>;
  /** Whether one of them waits because the type that it is mapped to is not found. */
  readonly waitsForType: boolean;
  /** Bookings whose type or dates were taken out of scope: links of theirs stay. */
  readonly outOfScope: ReadonlySet<string>;
}

/** The booking that a record comes from; of a booking's own id, that id. */
export const absenceIdOf = (key: string): string =>
  key.includes('#') ? key.slice(0, key.lastIndexOf('#')) : key;

/** Nothing of it counts any more. */
export const isOver = ({ status }: Absence): boolean =>
  status === 'cancelled' || status === 'declined' || status === 'deleted';

/** A problem of the booking as a whole. */
export function problem(code: AbsenceProblemCode, absence: Absence): AbsenceProblem {
  const { id, typeKey, from, to, duration, unit } = absence;
  return { code, absenceId: id, typeKey, from, to, value: duration, unit };
}

/** The first day on which something new may be written. */
export const firstOpenDay = ({
  lockedUntil,
  startDate,
}: Pick<AbsenceRules, 'lockedUntil' | 'startDate'>): LocalDate =>
  lockedUntil !== null && lockedUntil >= startDate ? addDays(lockedUntil, 1) : startDate;
