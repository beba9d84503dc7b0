// What a simulated TimeTac account holds, in TimeTac's own words (field names of the wire, misspellings included).
// Plain data; tests that play people should use the simulator's helpers, so that `updated` and `Deleted` follow.

import type { Instant, LocalDate, Zone } from '../../core/time/calendar.ts';

export interface TimetacState {
  account: string;
  /** Zone of `RequestStartTime`, `updated`, `created`, `deleted_at`. */
  serverZone: Zone;
  credentials: TimetacCredential[];
  users: TimetacUser[];
  departments: {
    id: number;
    department_name: string;
    mother_id: number;
    supervisor_id: number | null;
    active: boolean;
    is_default: boolean;
  }[];
  workSchedules: TimetacWorkSchedule[];
  publicHolidayTemplates: {
    id: number;
    template_name: string;
    country_id: number;
    active: boolean;
    is_default: boolean;
  }[];
  publicHolidays: { id: number; template_id: number; date: LocalDate; name: string; value: 1 | 0.5 }[];
  absenceTypes: TimetacAbsenceType[];
  absences: TimetacAbsence[];
  absenceDays: TimetacAbsenceDay[];
  tasks: TimetacTask[];
  projects: { id: number; name: string; mother_id: number; status: number }[];
  timeTrackings: TimetacTimeTracking[];
  languages: { id: number; name: string; code: string }[];
  features: { name: string; enabled: boolean; limit: number | null }[];
  /** Days closed by `timesheetAccountings/approve`: user id → last closed date. */
  closedUntil: Record<number, LocalDate>;
  /** What was deleted, for `Deleted`. */
  deleted: { resource: string; id: number; at: Instant }[];
}

export interface TimetacCredential {
  clientId: string;
  clientSecret: string;
  /** The API user's id. */
  userId: number;
  /** Last day the pair works; null: none. */
  expiresOn: LocalDate | null;
  /** Sign-in by password grant for this pair (conformance tests of the official client). */
  password: { username: string; password: string } | null;
  rights: 'write' | 'read';
}

export interface TimetacUser {
  id: number;
  active: boolean;
  /** False for API users. */
  human: boolean;
  username: string;
  password: string;
  firstname: string;
  lastname: string;
  email_address: string;
  personnel_number: string;
  external_id: string;
  language_id: number;
  department_id: number;
  department_id_valid_from: LocalDate | null;
  timesheet_template_id: number;
  timesheet_template_id_valid_starting_from: LocalDate | null;
  public_holiday_template_id: number | null;
  public_holiday_template_id_valid_from: LocalDate | null;
  payroll_accounting_starts_at: LocalDate | null;
  timesheet_holiday_calc_yearly_amount: number | null;
  timesheet_holiday_calc_starting_from: LocalDate | null;
  timesheet_holiday_calc_interval_mode: string | null;
  birthday: LocalDate | null;
  entry_date: LocalDate | null;
  exit_date: LocalDate | null;
  mobile_allowed: boolean;
  timetac_product_id: number | null;
  /** Any further field of section 5.1 that a client stored. */
  extra: Record<string, unknown>;
  updated: Instant;
}

export interface TimetacWorkSchedule {
  id: number;
  name: string;
  active: boolean;
  /** Target hours per weekday, Monday first; 0 is a free day. */
  hours: [number, number, number, number, number, number, number];
}

export interface TimetacAbsenceType {
  id: number;
  absence_type_id: number;
  absence_subtype_id: number;
  /** Shown name (`translations` of `name_const`; see the README of the simulator for how clients get it). */
  name: string;
  name_const: string;
  abbreviation: string;
  cost_acc_task_id: number | null;
  request_type: 'WORKFLOW' | 'USER' | 'MANAGER' | 'HR_MANAGER' | 'SYSTEM';
  duration_unit: 'd' | 'hs';
  /** How `absenceDays.type` names it. */
  day_type: 'holiday' | 'overtime_reduction' | 'other_paid_leave' | 'sick_leave';
  active: boolean;
}

export interface TimetacAbsence {
  id: number;
  type_id: number;
  subtype_id: number;
  user_id: number;
  replacement_user_id: number;
  /** 0 open, 1 granted, 2 declined, 3 cancelled, 5 waiting for the replacement. */
  status: 0 | 1 | 2 | 3 | 5;
  from_date: LocalDate;
  to_date: LocalDate;
  duration: number;
  request_partial_begin_duration: number | null;
  request_partial_end_duration: number | null;
  duration_unit: 'd' | 'hs';
  /** `HH:MM:SS` or null. */
  begin: string | null;
  request_comment: string;
  granted_comment: string;
  granted_user_id: number | null;
  granted_timestamp?: Instant | null;
  substitute_enabled?: boolean;
  individual_value_1?: string;
  created: Instant;
  updated: Instant;
}

export interface TimetacAbsenceDay {
  id: number;
  user_id: number;
  date: LocalDate;
  type: 'holiday' | 'overtime_reduction' | 'other_paid_leave' | 'sick_leave' | 'public_holiday';
  value: number;
  value_unit: 'd' | 'hs';
  /** = absences.id; null for public holidays. */
  request_id: number | null;
  status: number;
  begin: string | null;
  type_id: number;
  subtype_id: number;
  updated: Instant;
}

export interface TimetacTask {
  id: number;
  mother_id: number;
  name: string;
  is_nonworking: boolean;
  is_paid_non_working: boolean;
  is_billable: boolean;
}

export interface TimetacTimeTracking {
  id: number;
  user_id: number;
  task_id: number;
  /** `YYYY-MM-DD HH:MM:SS`, wall clock in `start_time_timezone`. */
  start_time: string;
  end_time: string | null;
  start_time_timezone: Zone;
  end_time_timezone: Zone;
  /** Minutes east of UTC (format unknown at the vendor; the wire sends `+01:00`). */
  start_time_offset: number;
  end_time_offset: number | null;
  notes: string;
  is_nonworking: boolean;
  is_paid_non_working: boolean;
  approved_by_admin: boolean;
  absence_request_id: number | null;
  client_unique_id: string | null;
  /** 1 running, 2 stopped. */
  status: 1 | 2;
  updated: Instant;
}
