// What the workshop needs from outside, in its own words. The doors (connectors) and the archive (store) satisfy these
// interfaces; `app` ties them together. "HR" is the side that owns people and receives periods (Personio), "time" the
// side that owns hours and receives people (TimeTac).

import type {
  Absence,
  AbsenceContent,
  AbsenceDay,
  AbsencePeriod,
  SourceAbsenceType,
  TargetAbsenceType,
} from '../core/absences/absence.ts';
import type { AttendanceContent, AttendancePeriod, TimeEntry } from '../core/attendance/attendance.ts';
import type { Employee, NewUser, User, UserChange } from '../core/people/employee.ts';
import type { Instant, LocalDate } from '../core/time/calendar.ts';

export type Side = 'personio' | 'timetac';

/**
 * What goes wrong at a vendor, as every door throws it.
 * - `access`: credentials, rights or account refused; the run ends for that side.
 * - `refused`: the vendor judged this one request and said no (validation, conflict).
 * - `missing`: the record named in the request does not exist.
 * - `unreachable`: network, 5xx, maintenance, or throttled for too long.
 * - `garbage`: an answer that cannot be understood or a read that cannot be trusted as complete.
 */
export type TroubleKind = 'access' | 'refused' | 'missing' | 'unreachable' | 'garbage';

export interface VendorTrouble extends Error {
  readonly name: 'VendorError';
  readonly side: Side;
  readonly kind: TroubleKind;
  /** For a write: `no` when the vendor surely did nothing, `unknown` when it may have. Reads say `no`. */
  readonly performed: 'no' | 'unknown';
  readonly status: number | null;
  /** Machine code of the vendor where it sends one. */
  readonly code: string | null;
  /** The vendor's own words, already freed of secrets; null when it said none. */
  readonly reason: string | null;
  readonly traceId: string | null;
  /** `POST /v2/attendance-periods`: method and path without ids or query. */
  readonly endpoint: string;
}

export function asVendorTrouble(error: unknown): VendorTrouble | null {
  return error instanceof Error && error.name === 'VendorError' ? (error as VendorTrouble) : null;
}

/** Counts of calls so far. `writes` counts calls that changed, or may have changed, something at the vendor. */
export interface Meter {
  readonly requests: number;
  readonly tokenRequests: number;
  readonly writes: number;
}

/** Rows and the server's clock when the first page was answered (null when no answer carried a clock). */
export interface Listing<T> {
  readonly rows: readonly T[];
  readonly serverAt: Instant | null;
}

/** All conditions are combined with AND; `from`/`to` select what touches these local dates, both included. */
export interface PeriodQuery {
  readonly employeeIds?: readonly string[];
  readonly from?: LocalDate;
  readonly to?: LocalDate;
  /** Nothing of these people lasts into `from`: what counts for earlier days need not be looked through. */
  readonly isQuietBefore?: boolean;
  /** Inclusive. What changes while the list is read may be missing: it belongs to the list that begins here. */
  readonly updatedSince?: Instant;
  readonly ids?: readonly string[];
}

/** The HR system as the workshop sees it. Every method may throw a `VendorTrouble`. */
export interface HrDoor {
  /** Labels and keys that the credential may read, for `check`. */
  readableAttributes(): Promise<readonly { readonly key: string; readonly label: string }[]>;
  /** Everybody, the inactive too. */
  readEmployees(): Promise<Listing<Employee>>;
  readAbsenceTypes(): Promise<readonly TargetAbsenceType[]>;
  /** For `check`; a right of its own, which nothing else needs. */
  readProjects(): Promise<readonly TargetProject[]>;
  /** By which ids entitlements name the types. */
  readEntitlementIds(): Promise<readonly { readonly typeId: string; readonly entitlementId: string }[]>;

  readAbsencePeriods(query: PeriodQuery): Promise<Listing<AbsencePeriod>>;
  /** null when it does not exist (any more). */
  readAbsencePeriod(id: string): Promise<AbsencePeriod | null>;
  /** Days that a stored absence covers by the vendor's own account: the judge of an ambiguous end. */
  readAbsenceDays(id: string): Promise<readonly { readonly on: LocalDate; readonly value: number }[]>;
  createAbsencePeriod(
    employeeId: string,
    content: AbsenceContent,
    options: AbsenceWriteOptions,
  ): Promise<{ readonly id: string }>;
  updateAbsencePeriod(id: string, content: AbsenceContent, options: AbsenceWriteOptions): Promise<void>;
  deleteAbsencePeriod(id: string, options: Pick<AbsenceWriteOptions, 'skipApproval'>): Promise<void>;

  readAttendancePeriods(query: PeriodQuery): Promise<Listing<AttendancePeriod>>;
  readAttendancePeriod(id: string): Promise<AttendancePeriod | null>;
  /** `affected`: neighbours that the vendor changed by itself while storing this one. */
  createAttendancePeriod(
    employeeId: string,
    content: AttendanceContent,
    options: AttendanceWriteOptions,
  ): Promise<{ readonly id: string; readonly affected: readonly AttendancePeriod[] }>;
  updateAttendancePeriod(
    id: string,
    content: AttendanceContent,
    options: AttendanceChangeOptions,
  ): Promise<void>;
  deleteAttendancePeriod(id: string): Promise<void>;

  /** What the door found out about this account by reading; kept per account (rule 4.3) … */
  learned(): Readonly<Record<string, string>>;
  /** … and given back to the next door, which then need not ask again. Unknown facts are ignored. */
  recall(facts: Readonly<Record<string, string>>): void;
  /** Asked just before each write leaves: what it throws is thrown, and nothing is sent. */
  fence(mayWrite: () => Promise<void>): void;
  meter(): Meter;
}

/** `isOpen`: time may be booked on it. */
export interface TargetProject {
  readonly id: string;
  readonly isOpen: boolean;
}

export interface AttendanceWriteOptions {
  /** False: the period waits for a person's approval in the HR system. */
  readonly skipApproval: boolean;
}

export interface AttendanceChangeOptions extends AttendanceWriteOptions {
  /** Whether projects are ours to say; else whatever project stands there stays. */
  readonly projects: boolean;
}

export interface AbsenceWriteOptions extends AttendanceWriteOptions {
  /** How this account takes the end of a day-type absence on write; learned once per account. */
  readonly end: AbsenceEndReading;
}
export type AbsenceEndReading = 'inclusive' | 'exclusive';

/** Kinds of rows that the time system lists and that Tandem mirrors. */
export interface SourceRows {
  readonly user: User;
  readonly absence: Absence;
  readonly absenceDay: AbsenceDay;
  readonly timeEntry: TimeEntry;
}
export type SourceKind = keyof SourceRows;

/** The server's own clock (`YYYY-MM-DD HH:MM:SS` in its zone) when a read began, and that zone: the next `since`. */
export interface SourceClock {
  readonly serverWall: string;
  readonly serverZone: string;
}

/** What one read of the time system brought. */
export interface SourceReading extends SourceClock {
  readonly rows: { readonly [K in SourceKind]?: readonly SourceRows[K][] };
  /** Ids the server lists as deleted. Absent kinds: nothing known about deletions. */
  readonly deleted: { readonly [K in SourceKind]?: readonly string[] };
  /** Kinds that could not be read, or hold a row that nobody understands: there is no word of them at all. */
  readonly failed: { readonly [K in SourceKind]?: VendorTrouble };
}

export interface NamedId {
  readonly id: string;
  readonly name: string;
  readonly active: boolean;
}

export interface TaskEntry {
  readonly id: string;
  readonly name: string;
  readonly projectId: string | null;
  readonly projectName: string | null;
}

/** Kinds without an entry are read wholly. */
export type SourceStarts = { readonly [K in SourceKind]?: LocalDate };
export type TakeRows = <K extends SourceKind>(kind: K, rows: readonly SourceRows[K][]) => Promise<void>;

/** The time system as the workshop sees it. Every method may throw a `VendorTrouble`. */
export interface TimeDoor {
  /** Everything of these kinds; dated kinds from `from` on (entries that begin the day before included). */
  readAll(kinds: readonly SourceKind[], from: SourceStarts): Promise<SourceReading>;
  /** The same page by page, each as it comes and none after one that was not taken. Ids rise within a kind. */
  readEach(kinds: readonly SourceKind[], from: SourceStarts, take: TakeRows): Promise<SourceClock>;
  /** What changed since the server's wall time `since` (inclusive), with deletions. */
  readChanges(kinds: readonly SourceKind[], since: string, from: SourceStarts): Promise<SourceReading>;
  /** The rows among these ids that still exist: a read by id is the evidence that a record is gone. */
  readByIds<K extends SourceKind>(kind: K, ids: readonly string[]): Promise<readonly SourceRows[K][]>;
  /** Users holding this external id, user name or e-mail, whether active or not. */
  findUsers(
    by: { readonly externalId: string } | { readonly username: string } | { readonly email: string },
  ): Promise<readonly User[]>;

  readAbsenceTypes(): Promise<readonly SourceAbsenceType[]>;
  /** Target hours by date, for dates the time system has an account of; empty where the credential may not ask. */
  readTargetHours(userId: string, from: LocalDate, to: LocalDate): Promise<ReadonlyMap<LocalDate, number>>;
  /** Tasks with the project they hang on; the name of a project that cannot be read is null. */
  readTasks(): Promise<readonly TaskEntry[]>;
  readDepartments(): Promise<readonly NamedId[]>;
  /** A department on the top level; nothing else of the organisation is ever written. */
  createDepartment(name: string): Promise<NamedId>;
  readWorkSchedules(): Promise<readonly NamedId[]>;
  readHolidayCalendars(): Promise<readonly NamedId[]>;
  readLanguages(): Promise<readonly { readonly id: number; readonly code: string }[]>;
  /** Names of modules that are switched on for the account; null when the credential may not ask. */
  readModules(): Promise<readonly string[] | null>;

  createUser(user: NewUser): Promise<User>;
  updateUser(id: string, change: UserChange): Promise<User>;
  sendWelcomeEmail(id: string): Promise<void>;

  /** As of the HR system. */
  learned(): Readonly<Record<string, string>>;
  recall(facts: Readonly<Record<string, string>>): void;
  fence(mayWrite: () => Promise<void>): void;
  meter(): Meter;
}

export const sourceKinds: readonly SourceKind[] = ['user', 'absence', 'absenceDay', 'timeEntry'];
