// The timesheet's words: a stretch as recorded (TimeEntry) and a closed stretch at the target (AttendancePeriod).

import type { Instant, LocalDate, WallTime, Zone } from '../time/calendar.ts';

/** One row of the time system. */
export interface TimeEntry {
  readonly id: string;
  readonly userId: string;
  readonly start: WallTime;
  readonly startZone: Zone;
  /** Minutes east of UTC as the vendor states them; null when it does not. */
  readonly startOffset: number | null;
  /** null while the entry runs. */
  readonly end: WallTime | null;
  readonly endZone: Zone;
  readonly endOffset: number | null;
  readonly kind: 'work' | 'break' | 'paid-break';
  readonly taskId: string;
  readonly notes: string | null;
  /** Set on rows that an absence wrote; such rows are absences, not attendance. */
  readonly absenceId: string | null;
  /** undefined where the vendor does not say. */
  readonly approved: boolean | undefined;
}

export type PeriodKind = 'WORK' | 'BREAK';

/** What one period says. `end` is the next day's midnight for a piece that reaches it. */
export interface AttendanceContent {
  readonly kind: PeriodKind;
  readonly start: WallTime;
  /** null: still open at the target. Tandem never writes an open end. */
  readonly end: WallTime | null;
  readonly projectId: string | null;
  /** null where notes are not exported; empty where there is none. */
  readonly comment: string | null;
  /** Of a day long gone, in the ledger: the mark of kind and times, which are not known; the texts are marks. */
  readonly folded?: string;
}

/** What stands in the HR system. */
export interface AttendancePeriod {
  readonly id: string;
  readonly employeeId: string;
  /** The day it counts for (`attribution_date`). */
  readonly on: LocalDate;
  readonly content: AttendanceContent;
  readonly status: 'confirmed' | 'pending' | 'rejected' | 'other';
  /** Inserted by the HR system itself. */
  readonly automatic: boolean;
  readonly createdAt: Instant | null;
  readonly updatedAt: Instant | null;
}
