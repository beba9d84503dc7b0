// What a simulated Personio account holds, in Personio's own words. Plain data: a test may read it, and a test that
// plays "HR edits something" may change it (use the simulator's helpers so that `updated_at` moves).

import type { Instant, LocalDate, WallTime, Zone } from '../../core/time/calendar.ts';

export interface PersonioState {
  /** Local zone of the company: `timezone_id` of absences. */
  zone: Zone;
  credentials: PersonioCredential[];
  /** Custom attributes beside the system ones, e.g. `dynamic_1234` "Date of birth". */
  customAttributes: {
    key: string;
    label: string;
    type: 'standard' | 'date' | 'list' | 'tags';
    options: string[];
  }[];
  employees: PersonioEmployee[];
  absenceTypes: PersonioAbsenceType[];
  absences: PersonioAbsence[];
  attendances: PersonioAttendance[];
  projects: { id: string; name: string; status: 'ACTIVE' | 'ARCHIVED' }[];
  /** Public holidays by name of the employee's calendar. */
  holidays: Record<string, { date: LocalDate; value: 1 | 0.5 }[]>;
}

export type PersonioRight = 'none' | 'read' | 'write';

export interface PersonioCredential {
  clientId: string;
  clientSecret: string;
  enabled: boolean;
  rights: {
    employees: PersonioRight;
    attendances: PersonioRight;
    absences: PersonioRight;
    webhooks: PersonioRight;
    projects: PersonioRight;
  };
  /** `all`, or the keys of section 5.3 (`first_name`, `dynamic_1234`, …). */
  readableAttributes: 'all' | string[];
}

export interface PersonioEmployee {
  id: number;
  first_name: string;
  last_name: string;
  email: string | null;
  gender: string | null;
  status: 'onboarding' | 'active' | 'leave' | 'inactive';
  position: string | null;
  employment_type: 'internal' | 'external';
  weekly_working_hours: string;
  hire_date: LocalDate | null;
  termination_date: LocalDate | null;
  last_working_day: LocalDate | null;
  subcompany: { id: number; name: string } | null;
  office: { id: number; name: string } | null;
  department: { id: number; name: string } | null;
  team: { id: number; name: string } | null;
  supervisor_id: number | null;
  holiday_calendar: { id: number; name: string; country: string; state: string | null } | null;
  absence_entitlement: { id: number; name: string; category: string; entitlement: number }[];
  /** Hours per weekday as Personio writes them, `"08:00"`; `"00:00"` is a free day. */
  work_schedule: {
    id: number;
    name: string;
    days: [string, string, string, string, string, string, string];
  } | null;
  /** Values of custom attributes by key. */
  custom: Record<string, string | null>;
  created_at: Instant;
  last_modified_at: Instant;
}

export interface PersonioAbsenceType {
  /** UUID of v2. */
  id: string;
  /** Integer id of v1 (entitlements use it). */
  v1_id: number;
  name: string;
  /** `PAID_VACATION`, `SICK_LEAVE`, … */
  category: string;
  unit: 'DAY' | 'HOUR';
  half_days: boolean;
  substitute: 'none' | 'optional' | 'required';
  approval_required: boolean;
  /** Leaves (parental …) that the API may only read. */
  read_only: boolean;
}

export interface PersonioAbsence {
  id: string;
  person_id: string;
  absence_type_id: string;
  /** First and last local date, both included; `null`: open-ended. */
  first: LocalDate;
  last: LocalDate | null;
  /** The first day begins at midday; the last day ends at midday. */
  starts_at_midday: boolean;
  ends_at_midday: boolean;
  /** Hour types only. */
  hours: { start: WallTime; end: WallTime } | null;
  status: 'PENDING' | 'APPROVED' | 'REJECTED' | 'CANCELLED' | 'DELETION_PENDING' | 'SUBSTITUTE_REQUESTED';
  comment: string;
  /** `API` when a client wrote it, else the name of who did. */
  created_by: string;
  created_at: Instant;
  updated_at: Instant;
}

export interface PersonioAttendance {
  id: string;
  person_id: string;
  type: 'WORK' | 'BREAK';
  start: WallTime;
  end: WallTime | null;
  attribution_date: LocalDate;
  status: 'PENDING' | 'CONFIRMED' | 'REJECTED';
  comment: string | null;
  project_id: string | null;
  is_auto_generated: boolean;
  created_by: string;
  created_at: Instant;
  updated_at: Instant;
}
