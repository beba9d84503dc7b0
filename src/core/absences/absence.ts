// The leave book's words: the booking with its days (Absence) and what stands at the target (AbsencePeriod).

import type { Instant, LocalDate, WallTime } from '../time/calendar.ts';

/** `deleted`: what TimeTac does not have any more (rule 0.6). */
export type AbsenceStatus = 'open' | 'granted' | 'declined' | 'cancelled' | 'deleted' | 'waiting' | 'unknown';
/** What a day or an absence counts in. */
export type LeaveUnit = 'days' | 'hours';

/** One booking in the time system. */
export interface Absence {
  readonly id: string;
  readonly userId: string;
  /** `type:subtype`, e.g. `3:11`. */
  readonly typeKey: string;
  readonly status: AbsenceStatus;
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly unit: LeaveUnit;
  /** In `unit`; null when the vendor does not say. */
  readonly duration: number | null;
  /** Share of the first and the last day as far as the vendor says (0 … 1); null when it says nothing. */
  readonly firstDayShare: number | null;
  readonly lastDayShare: number | null;
  /** `HH:mm:ss` of the begin, for hourly and half-day bookings. */
  readonly beginsAt: string | null;
}

/** What counts on one date: written by the time system for every absence and public holiday. */
export interface AbsenceDay {
  readonly id: string;
  /** The booking; null for a public holiday. */
  readonly absenceId: string | null;
  readonly userId: string;
  readonly on: LocalDate;
  readonly publicHoliday: boolean;
  readonly value: number;
  readonly unit: LeaveUnit;
  readonly beginsAt: string | null;
}

/** A type of the time system: `key` is `type:subtype`. */
export interface SourceAbsenceType {
  readonly key: string;
  readonly name: string;
  readonly unit: LeaveUnit;
}

/** A type of the HR system. `unit` is undefined where the vendor does not say. */
export interface TargetAbsenceType {
  readonly id: string;
  readonly name: string;
  readonly category: string | null;
  readonly unit: LeaveUnit | undefined;
}

/** What one period says: full days from `firstOn` to `lastOn`, the first and the last perhaps halved. */
export interface AbsenceContent {
  readonly typeId: string;
  readonly firstOn: LocalDate;
  /** null: open-ended (long-term sick). Tandem never writes an open end. */
  readonly lastOn: LocalDate | null;
  /** The first day begins at midday. */
  readonly startsAtMidday: boolean;
  /** The last day ends at midday. */
  readonly endsAtMidday: boolean;
  /** Hourly types only: begin and end on one local day. */
  readonly hours: { readonly start: WallTime; readonly end: WallTime } | null;
  /** Halves of other bookings that make days of this one whole. It is nobody's business at the target. */
  readonly joined?: readonly JoinedHalf[];
  /** Of days long gone, in the ledger: the mark of everything; the dates are known, `typeId` is a mark. */
  readonly folded?: string;
}

export interface JoinedHalf {
  readonly absenceId: string;
  readonly on: LocalDate;
}

export type PeriodStatus =
  | 'approved'
  | 'pending'
  | 'rejected'
  | 'cancelled'
  | 'deletion-pending'
  /** A status this version does not know; treated as live. */
  | 'other';

/** What stands in the HR system. */
export interface AbsencePeriod {
  readonly id: string;
  readonly employeeId: string;
  readonly content: AbsenceContent;
  readonly status: PeriodStatus;
  readonly createdAt: Instant | null;
  readonly updatedAt: Instant | null;
}
