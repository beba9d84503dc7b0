// The rules for user accounts (section 5.1): unique names, existing references, dates not before the start.

import { assignedFields, assignedPairs, rememberAssignment } from './assignments.ts';
import type { Kind } from './columns.ts';
import { syncHolidays } from './holidays.ts';
import { readFields, requireFields, type Fields, type Value } from './input.ts';
import { broken } from './problem.ts';
import type { TimetacUser } from './state.ts';
import { numberIn } from './switches.ts';
import type { World } from './world.ts';

const storedKinds = {
  active: 'flag',
  username: 'text',
  password: 'text',
  firstname: 'text',
  lastname: 'text',
  email_address: 'text',
  personnel_number: 'text',
  external_id: 'text',
  language_id: 'int',
  department_id: 'int',
  department_id_valid_from: 'date',
  timesheet_template_id: 'int',
  timesheet_template_id_valid_starting_from: 'date',
  public_holiday_template_id: 'int',
  public_holiday_template_id_valid_from: 'date',
  payroll_accounting_starts_at: 'date',
  timesheet_holiday_calc_yearly_amount: 'number',
  timesheet_holiday_calc_starting_from: 'date',
  timesheet_holiday_calc_interval_mode: 'text',
  birthday: 'date',
  entry_date: 'date',
  exit_date: 'date',
  mobile_allowed: 'flag',
  timetac_product_id: 'int',
} as const satisfies Readonly<Record<string, Kind>>;

const namesOf = (kind: Kind, names: string): Record<string, Kind> =>
  Object.fromEntries(names.split(' ').map((name) => [name, kind]));

/** Writable fields that only need to be kept (section 5.1). */
export const extraKinds: Readonly<Record<string, Kind>> = {
  ...namesOf(
    'text',
    'abbrevation identity_card_number terminal_transponder_nr profile_picture phone phone_1 phone_2 skype address_1 address_2 zip company_name notes social_security_number u_iv_1 u_iv_2 u_iv_3 u_iv_4 u_iv_5 u_iv_6 user_role_ids time_tracking_ex_post_earliest_working_time leave_note allowed_ips',
  ),
  ...namesOf(
    'int',
    'country_id role_id working_time_balance_rule working_time_balance_rule_cycle_id automatic_break_template_id paid_break_day_quota_in_minutes start_task_at_login automatic_tracker_writing_task_id cost_acc_non_working_task_id request_substitute_user_id',
  ),
  ...namesOf(
    'number',
    'payroll_accounting_initial_value_working_time_total_balance overtime_allowance_included_overtime_hours_per_cycle annual_hours_per_year internal_cost_per_hour revenue_per_hour payroll_accounting_initial_value_holiday',
  ),
  ...namesOf(
    'date',
    'u_iv_1_valid_from u_iv_2_valid_from u_iv_3_valid_from u_iv_4_valid_from u_iv_5_valid_from u_iv_6_valid_from working_time_balance_rule_valid_from overtime_allowance_is_all_in_valid_starting_from automatic_break_template_valid_starting_from paid_break_day_quota_valid_from annual_hours_valid_from',
  ),
  ...namesOf(
    'flag',
    'overtime_allowance_is_all_in manual_timetracking mobile_allow_live_timetracking restrict_to_ip permission_show_tt_ex_post_one_employees permission_show_assign_favourites permission_show_assign_todos permission_show_edit_user_user_settings',
  ),
};

/** Creates an account after all rules; `human` users only. */
export function createAccount(world: World, fields: Fields): TimetacUser {
  requireFields(fields, ['username', 'firstname', 'lastname', 'language_id', 'department_id']);
  if (world.switches['sso-password'] === 'required') requireFields(fields, ['password']);
  if (world.switches['user-holiday-template'] === 'required')
    requireFields(fields, ['public_holiday_template_id']);
  const user = merged(world, blankUser(world, world.tables.users.nextId()), fields);
  const starts = user.payroll_accounting_starts_at;
  for (const from of Object.values(assignedFields)) user[from] ??= starts;
  check(world, user, null);
  world.tables.users.insert(user);
  syncHolidays(world, user);
  if (world.switches['create-welcome-mail'] === 'sent') sendMail(world, 'welcome', user.id);
  return user;
}

/** Changes the named fields of an account, all or none. */
export function updateAccount(world: World, user: TimetacUser, fields: Fields): TimetacUser {
  const next = merged(world, user, fields);
  for (const [field, from] of assignedPairs) {
    const moved = next[field] !== user[field];
    if (moved && !Object.hasOwn(fields, from)) next[from] = world.today();
  }
  check(world, next, user);
  for (const [field, from] of assignedPairs) {
    const changed = next[field] !== user[field] || next[from] !== user[from];
    if (changed) rememberAssignment(world, user, field, next[field], next[from]);
  }
  Object.assign(user, next);
  world.tables.users.touch(user);
  syncHolidays(world, user);
  return user;
}

export function sendMail(world: World, kind: 'welcome' | 'invitation', userId: number): void {
  world.mails.push({ at: world.now(), kind, userId });
}

/** An empty account, as `users/invite` begins one too. */
export const blankUser = (world: World, id: number): TimetacUser => ({
  id,
  active: true,
  human: true,
  username: '',
  password: '',
  firstname: '',
  lastname: '',
  email_address: '',
  personnel_number: '',
  external_id: '',
  language_id: 1,
  department_id: 1,
  department_id_valid_from: null,
  timesheet_template_id: 1,
  timesheet_template_id_valid_starting_from: null,
  public_holiday_template_id: null,
  public_holiday_template_id_valid_from: null,
  payroll_accounting_starts_at: null,
  timesheet_holiday_calc_yearly_amount: null,
  timesheet_holiday_calc_starting_from: null,
  timesheet_holiday_calc_interval_mode: null,
  birthday: null,
  entry_date: null,
  exit_date: null,
  mobile_allowed: false,
  timetac_product_id: null,
  extra: {},
  updated: world.now(),
});

function merged(world: World, user: TimetacUser, fields: Fields): TimetacUser {
  const stored: Record<string, Value> = readFields(fields, storedKinds);
  if (world.switches['product-id-write'] === 'ignore') delete stored['timetac_product_id'];
  const extra = { ...user.extra, ...readFields(fields, extraKinds), ...userGroupIn(world, fields) };
  return { ...user, ...stored, extra };
}

// TimeTac's own v4 test still sends this field that left the user type in 2021 (open question T6).
function userGroupIn(world: World, fields: Fields): Record<string, Value> {
  if (!Object.hasOwn(fields, 'internal_user_group')) return {};
  const rule = world.switches['internal-user-group'];
  if (rule === 'reject') throw broken('SIM_FIELD_UNKNOWN', 'internal_user_group');
  return rule === 'store' ? readFields(fields, { internal_user_group: 'int' }) : {};
}

function check(world: World, next: TimetacUser, before: TimetacUser | null): void {
  checkNames(world, next, before);
  checkReferences(world, next, before);
  checkDates(next, before);
  checkTexts(world, next);
  if (next.active && before?.active === false && world.switches['user-reactivate'] === 'refuse') {
    throw broken('SIM_REACTIVATION_REFUSED');
  }
}

function checkNames(world: World, next: TimetacUser, before: TimetacUser | null): void {
  const others = world.tables.users.rows().filter((user) => user.id !== next.id);
  const taken = (field: 'username' | 'email_address' | 'external_id') =>
    next[field] !== '' &&
    next[field] !== before?.[field] &&
    others.some((user) => user[field].toLowerCase() === next[field].toLowerCase());
  if (next.username !== before?.username && !/^[0-9a-z\-._@]+$/.test(next.username)) {
    throw broken('SIM_USERNAME_INVALID', 'username');
  }
  if (taken('username')) throw broken('SIM_USERNAME_EXISTS', 'username');
  if (taken('email_address')) throw broken('SIM_EMAIL_EXISTS', 'email_address');
  if (world.switches['external-id-unique'] === 'yes' && taken('external_id')) {
    throw broken('SIM_EXTERNAL_ID_EXISTS', 'external_id');
  }
}

function checkReferences(world: World, next: TimetacUser, before: TimetacUser | null): void {
  const { departments, workSchedules, publicHolidayTemplates, languages } = world.tables;
  if (next.department_id !== before?.department_id && departments.byId(next.department_id) === undefined) {
    throw broken('DEPARTMENT_ID_MUST_EXIST');
  }
  const schedule = next.timesheet_template_id;
  // 1 is "No Workschedule", which every account has.
  if (
    schedule !== before?.timesheet_template_id &&
    schedule !== 1 &&
    workSchedules.byId(schedule) === undefined
  ) {
    throw broken('SIM_WORK_SCHEDULE_MUST_EXIST');
  }
  const calendar = next.public_holiday_template_id;
  if (calendar !== null && calendar !== before?.public_holiday_template_id) {
    if (publicHolidayTemplates.byId(calendar) === undefined) throw broken('SIM_HOLIDAY_TEMPLATE_MUST_EXIST');
  }
  if (next.language_id !== before?.language_id && languages.byId(next.language_id) === undefined) {
    throw broken('SIM_LANGUAGE_MUST_EXIST');
  }
}

function checkDates(next: TimetacUser, before: TimetacUser | null): void {
  const starts = next.payroll_accounting_starts_at;
  const startMoved = starts !== before?.payroll_accounting_starts_at;
  for (const name of ['timesheet_template_id_valid_starting_from', 'department_id_valid_from'] as const) {
    const from = next[name];
    const moved = startMoved || from !== before?.[name];
    if (moved && starts !== null && from !== null && from < starts)
      throw broken('SIM_VALID_FROM_BEFORE_START', name);
  }
}

function checkTexts(world: World, next: TimetacUser): void {
  const longest = numberIn(world.switches['free-text-max']) ?? Infinity;
  for (const name of ['external_id', 'personnel_number'] as const) {
    if (next[name].length > longest) throw broken('SIM_TEXT_TOO_LONG', name);
  }
  const quota = next.extra['paid_break_day_quota_in_minutes'];
  if (typeof quota === 'number' && quota > 300)
    throw broken('SIM_VALUE_INVALID', 'paid_break_day_quota_in_minutes');
}
