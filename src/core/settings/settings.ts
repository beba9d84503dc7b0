// The form: what a company has decided, complete and checked. The file and the web page are two ways to write it;
// every default is filled in by the schema (schema.ts), so the rest of the house never guesses one.

import type { LocalDate, Zone } from '../time/calendar.ts';

export interface Settings {
  readonly version: 1;
  /** Explicit identity of the integration; without it the TimeTac host and account are the identity (rule 4.6). */
  readonly id: string | null;
  readonly name: string;
  readonly personio: PersonioSettings;
  readonly timetac: TimetacSettings;
  readonly users: UserSettings;
  readonly absences: AbsenceSettings;
  readonly attendances: AttendanceSettings;
  readonly schedule: ScheduleSettings;
  readonly guard: { readonly maxDeletes: number; readonly maxDeleteShare: number };
  /** Payroll is closed up to and including this date. */
  readonly lockedUntil: LocalDate | null;
  readonly report: ReportSettings;
}

export interface PersonioSettings {
  readonly baseUrl: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly partnerId: string | null;
  readonly appId: string;
  /** Keys of attributes whose label does not tell, e.g. `{ dateOfBirth: 'dynamic_1234' }`. */
  readonly attributes: { readonly dateOfBirth: string | null };
}

export interface TimetacSettings {
  readonly baseUrl: string;
  readonly account: string;
  readonly apiVersion: 3 | 4 | 5;
  /** `''` or `userapi/`. */
  readonly pathPrefix: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** The day the credentials stop working, where the customer told it. */
  readonly credentialsExpireOn: LocalDate | null;
}

export interface UserSettings {
  readonly enabled: boolean;
  readonly createDaysBeforeHire: number;
  readonly onFirstLink: 'show' | 'push';
  readonly welcomeEmail: 'never' | 'on-create' | 'on-hire';
  readonly usernameFrom: 'email' | 'employee-id';
  readonly scope: { readonly include: readonly ScopeRule[]; readonly exclude: readonly ScopeRule[] };
  /** null only while the part is switched off. */
  readonly defaults: UserDefaults | null;
  /** First match wins; unnamed fields come from `defaults`. */
  readonly rules: readonly { readonly when: ScopeRule; readonly defaults: Partial<UserDefaults> }[];
}

/** All named conditions must hold; `ids` matches any of its employee ids. */
export interface ScopeRule {
  readonly office?: string;
  readonly department?: string;
  readonly subcompany?: string;
  readonly employmentType?: string;
  readonly ids?: readonly string[];
}

/** The modules of the requirement form, as the file spells them. */
export type TimeModule = 'employee-time-tracking' | 'leave-management' | 'project-time-tracking';

/** Names as they stand in the time system. */
export interface UserDefaults {
  readonly department: string;
  readonly workingTimeModel: string;
  readonly holidayCalendar: string;
  readonly modules: readonly TimeModule[];
  readonly mobileApps: boolean;
  readonly statusOverview: boolean;
  readonly language: 'de' | 'en' | 'es';
}

export interface AbsenceSettings {
  readonly enabled: boolean;
  /** null only while the part is switched off. */
  readonly startDate: LocalDate | null;
  readonly fractions: 'hold' | 'round';
  readonly approval: 'skip' | 'personio';
  readonly types: readonly AbsenceMapping[];
}

export interface AbsenceMapping {
  /** Name in TimeTac, or `type:subtype`. */
  readonly timetac: string;
  /** Name in Personio (or its UUID); null only on rows with `sync: false`. */
  readonly personio: string | null;
  readonly sync: boolean;
  readonly worksThatDay: boolean;
}

export interface AttendanceSettings {
  readonly enabled: boolean;
  readonly startDate: LocalDate | null;
  readonly granularity: 'merged' | 'entries';
  readonly approvedOnly: boolean;
  readonly approval: 'skip' | 'personio';
  readonly onTargetEdit: 'hold' | 'source-wins';
  readonly paidBreaks: 'work' | 'break';
  readonly notes: boolean;
  /** TimeTac task or project (name or id) → Personio project id. */
  readonly projects: readonly { readonly timetac: string; readonly personio: string }[];
}

export interface ScheduleSettings {
  readonly everySeconds: number;
  /** `HH:mm` in `timezone`. */
  readonly fullCheckAt: string;
  readonly timezone: Zone;
}

export interface ReportSettings {
  readonly to: readonly string[];
  readonly when: 'on-issues' | 'daily' | 'always' | 'never';
  readonly language: 'de' | 'en';
  readonly deadManHours: number;
}

/** The part of employees stands under `users` in the file. */
export function isPartEnabled(
  { users, absences, attendances }: Pick<Settings, 'users' | 'absences' | 'attendances'>,
  part: 'employees' | 'absences' | 'attendances',
): boolean {
  return { employees: users, absences, attendances }[part].enabled;
}
