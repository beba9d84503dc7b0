// Users on the wire (timetac.md section 5.1) and in our words, both ways.

import type { Attribute, NewUser, User, UserChange } from '../../core/people/employee.ts';
import { isLocalDate, type LocalDate } from '../../core/time/calendar.ts';
import { isObject, type Parsed, parseWith } from '../http/read-answer.ts';
import { booleanOf, idSchema, isEmpty, isNoDate, numberOf, textOf } from './scalars.ts';

/**
 * A row of `users`. An API user with few rights sees a reduced view: a missing key is not readable (undefined), never
 * empty. A value of an unexpected form is unknown too; only the id must be right.
 */
export function toUser(row: unknown): Parsed<User> {
  if (!isObject(row)) return { ok: false, reason: 'expected a user' };
  const id = parseWith(idSchema, row['id']);
  if (!id.ok) return { ok: false, reason: `id: ${id.reason}` };
  const text = (key: string): Attribute<string> => attribute(row, key, textOf, isEmpty);
  const date = (key: string): Attribute<LocalDate> => attribute(row, key, dateOf, isNoDate);
  return {
    ok: true,
    value: {
      id: id.value,
      active: attribute(row, 'active', booleanOf, isEmpty),
      human: attribute(row, 'human', booleanOf, isEmpty),
      username: text('username'),
      firstName: text('firstname'),
      lastName: text('lastname'),
      email: text('email_address'),
      personnelNumber: text('personnel_number'),
      externalId: text('external_id'),
      birthday: date('birthday'),
      entryOn: date('entry_date'),
      exitOn: date('exit_date'),
      entitlementDays: attribute(row, 'timesheet_holiday_calc_yearly_amount', numberOf, isEmpty),
    },
  };
}

function attribute<T>(
  row: Readonly<Record<string, unknown>>,
  key: string,
  convert: (value: unknown) => T | undefined,
  isNothing: (value: unknown) => boolean,
): Attribute<T> {
  if (!Object.hasOwn(row, key)) return undefined;
  const value = row[key];
  return isNothing(value) ? null : convert(value);
}

function dateOf(value: unknown): LocalDate | undefined {
  const date = typeof value === 'string' ? value.slice(0, 10) : '';
  return isLocalDate(date) ? date : undefined;
}

/**
 * Body of a create. Everything that has a valid-from begins with the day the person starts using TimeTac: earlier
 * dates are refused (section 5.1). `internal_user_group` is left out: nobody knows what it does, and it may be refused.
 */
export function fromNewUser(user: NewUser): Record<string, unknown> {
  const startsOn = user.startsOn;
  return {
    username: user.username,
    firstname: user.firstName,
    lastname: user.lastName,
    email_address: user.email,
    password: user.password,
    personnel_number: user.personnelNumber,
    external_id: user.externalId,
    language_id: user.languageId,
    payroll_accounting_starts_at: startsOn,
    department_id: numericId(user.departmentId),
    department_id_valid_from: startsOn,
    timesheet_template_id: numericId(user.workScheduleId),
    timesheet_template_id_valid_starting_from: startsOn,
    public_holiday_template_id: numericId(user.holidayCalendarId),
    public_holiday_template_id_valid_from: startsOn,
    mobile_allowed: user.mobileAllowed,
    ...(user.entryOn === undefined ? {} : { entry_date: user.entryOn }),
    ...(user.exitOn === undefined ? {} : { exit_date: user.exitOn }),
    ...(user.birthday === undefined ? {} : { birthday: user.birthday }),
    ...(user.entitlementDays === undefined
      ? {}
      : {
          timesheet_holiday_calc_yearly_amount: user.entitlementDays,
          timesheet_holiday_calc_starting_from: startsOn,
        }),
  };
}

/** Body of an update: the id and the named fields only. */
export function fromUserChange(id: string, change: UserChange): Record<string, unknown> {
  const body: Record<string, unknown> = { id: numericId(id) };
  for (const [name, wireName] of Object.entries(wireNames)) {
    const value = change[name as keyof UserChange];
    if (value !== undefined) body[wireName] = value;
  }
  return body;
}

const wireNames = {
  firstName: 'firstname',
  lastName: 'lastname',
  email: 'email_address',
  externalId: 'external_id',
  birthday: 'birthday',
  entryOn: 'entry_date',
  exitOn: 'exit_date',
  entitlementDays: 'timesheet_holiday_calc_yearly_amount',
  active: 'active',
} as const satisfies Record<keyof UserChange, string>;

/** Ids are numbers on the wire and text in our words. */
export const numericId = (id: string): number | string => (/^\d{1,15}$/.test(id) ? Number(id) : id);
