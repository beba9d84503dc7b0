// The month check's words: what one side says about a month in pieces of single days, and what comparing them comes to.

import type { FindingCode } from '../report/codes.ts';
import type { EmployeeRef } from '../report/run-report.ts';
import { type LocalDate, addDays, earlierOf, laterOf } from '../time/calendar.ts';

export type MonthPart = 'absences' | 'attendances';

/** Local dates, both ends included. */
export interface Days {
  readonly from: LocalDate;
  readonly to: LocalDate;
}

/** What one side says about one local day, in the smallest parts that are compared. */
export interface Piece {
  readonly part: MonthPart;
  readonly on: LocalDate;
  /** Says the same on both sides where both mean the same: `08:00–12:00`, `morning`. */
  readonly mark: string;
  /** The absence type at the target; counts in comparing and is never part of a text (rule 0.10). */
  readonly type: string | null;
  /** Minutes of work on the wall; 0 for absences. */
  readonly minutes: number;
  /** Calendar days of absence, halves as 0.5; 0 for work. */
  readonly days: number;
  /** For people; names no absence type. */
  readonly text: string;
}

/** Something open that may explain a difference. */
export interface Reason {
  readonly code: FindingCode;
  readonly part: MonthPart;
  /** null: about no day in particular. */
  readonly from: LocalDate | null;
  readonly to: LocalDate | null;
}

/** Both sides of one employee's month, and what is open about it. */
export interface PersonMonth {
  readonly employee: EmployeeRef;
  readonly timetac: readonly Piece[];
  readonly personio: readonly Piece[];
  readonly reasons: readonly Reason[];
}

export interface Sums {
  /** Hours of work, rounded to 1/100. */
  readonly timetacHours: number;
  readonly personioHours: number;
  /** Calendar days of absence, rounded to 1/100. */
  readonly timetacDays: number;
  readonly personioDays: number;
}

export interface MonthDay {
  readonly date: LocalDate;
  /** null: nothing stands there. */
  readonly timetac: string | null;
  readonly personio: string | null;
  /** Both sides have the same times of absence, of another type: their texts are alike. */
  readonly onlyType: boolean;
  readonly because: readonly FindingCode[];
}

export interface MonthRow extends Sums {
  readonly employee: EmployeeRef;
  /** Days on which both sides differ, in order. */
  readonly days: readonly MonthDay[];
  /** Codes of what is open about this person in the month, in order of the alphabet. */
  readonly open: readonly FindingCode[];
}

export interface MonthCheck {
  /** `YYYY-MM`. */
  readonly month: string;
  readonly totals: Sums;
  /** Those with differences first, then by name. */
  readonly rows: readonly MonthRow[];
  /** People whose sides differ. */
  readonly differing: number;
}

/** First and last day of a month (`YYYY-MM`). */
export function daysOfMonth(month: string): Days {
  const from = `${month}-01`;
  const next = `${addDays(from, 31).slice(0, 7)}-01`;
  return { from, to: addDays(next, -1) };
}

/** The part of `days` that lies on or after every `from` and on or before every `to`; null: no day is left. */
export function within(
  days: Days,
  { from, to }: { readonly from: readonly (LocalDate | null)[]; readonly to: readonly (LocalDate | null)[] },
): Days | null {
  const first = from.reduce<LocalDate>(
    (date, other) => (other === null ? date : laterOf(date, other)),
    days.from,
  );
  const last = to.reduce<LocalDate>(
    (date, other) => (other === null ? date : earlierOf(date, other)),
    days.to,
  );
  return first <= last ? { from: first, to: last } : null;
}
