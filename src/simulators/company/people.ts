// Hiring: one invented person becomes an employee in Personio and, where they already track time, a user in TimeTac.

import { addDays, instantOf, type LocalDate, laterOf, midnightOf } from '../../core/time/calendar.ts';
import type { PersonioEmployee } from '../personio/state.ts';
import type { TimetacUser } from '../timetac/state.ts';
import { apiUserId, type Bench, birthdayAttribute, inThePast, takeId } from './bench.ts';
import {
  type DepartmentName,
  departmentIdOf,
  departmentNames,
  personioTypes,
  type ScheduleId,
  siteFacts,
  workSchedules,
} from './catalogue.ts';
import type { Site } from './holidays.ts';

export interface Person {
  /** Id in Personio. */
  readonly id: number;
  readonly firstName: string;
  readonly lastName: string;
  readonly birthday: LocalDate;
  readonly site: Site;
  readonly department: DepartmentName;
  readonly position: string;
  readonly schedule: ScheduleId;
  readonly hiredOn: LocalDate;
}

const entitlementDays = 30;

/** The TimeTac id of a person's own account; other accounts stand outside this range. */
export const userIdOf = (personId: number): number => personId - 2900;

export function addEmployee(
  bench: Bench,
  person: Person,
  differing: Partial<PersonioEmployee> = {},
): PersonioEmployee {
  const vacation = personioTypes.vacation;
  const changedAt = inThePast(bench, instantOf(midnightOf(addDays(bench.today, -20)), bench.zone));
  const employee: PersonioEmployee = {
    id: person.id,
    first_name: person.firstName,
    last_name: person.lastName,
    email: emailOf(bench, person),
    gender: null,
    status: 'active',
    position: person.position,
    employment_type: 'internal',
    weekly_working_hours: String(hoursOf(person).reduce((sum, hours) => sum + hours, 0)),
    hire_date: person.hiredOn,
    termination_date: null,
    last_working_day: null,
    subcompany: null,
    office: { ...siteFacts[person.site].office },
    department: { id: 400 + departmentNames.indexOf(person.department), name: person.department },
    team: null,
    supervisor_id: null,
    holiday_calendar: { ...siteFacts[person.site].calendar },
    absence_entitlement: [
      { id: vacation.v1_id, name: vacation.name, category: 'paid_vacation', entitlement: entitlementDays },
    ],
    work_schedule: personioSchedule(person),
    custom: { [birthdayAttribute]: person.birthday },
    created_at: changedAt,
    last_modified_at: changedAt,
    ...differing,
  };
  bench.personio.employees.push(employee);
  return employee;
}

/** The account of a person, in step with Personio and holding its id, unless `differing` says otherwise. */
export function addUser(bench: Bench, person: Person, differing: Partial<TimetacUser> = {}): TimetacUser {
  const startsOn = laterOf(person.hiredOn, `${Number(bench.today.slice(0, 4)) - 2}-01-01`);
  const email = emailOf(bench, person);
  const user: TimetacUser = {
    id: userIdOf(person.id),
    active: true,
    human: true,
    username: email,
    password: 'demo-password',
    firstname: person.firstName,
    lastname: person.lastName,
    email_address: email,
    personnel_number: '',
    external_id: String(person.id),
    language_id: 2,
    department_id: departmentIdOf(person.department),
    department_id_valid_from: startsOn,
    timesheet_template_id: person.schedule,
    timesheet_template_id_valid_starting_from: startsOn,
    public_holiday_template_id: siteFacts[person.site].templateId,
    public_holiday_template_id_valid_from: startsOn,
    payroll_accounting_starts_at: startsOn,
    timesheet_holiday_calc_yearly_amount: entitlementDays,
    timesheet_holiday_calc_starting_from: startsOn,
    timesheet_holiday_calc_interval_mode: 'y',
    birthday: person.birthday,
    entry_date: person.hiredOn,
    exit_date: null,
    mobile_allowed: true,
    timetac_product_id: null,
    extra: {},
    updated: inThePast(bench, instantOf(midnightOf(addDays(bench.today, -30)), bench.zone)),
    ...differing,
  };
  bench.timetac.users.push(user);
  if (user.human) writeHolidays(bench, user, startsOn);
  return user;
}

/** The account that the credentials belong to; it is nobody's (`human: false`, timetac.md section 5.1). */
export function addApiUser(bench: Bench): void {
  addUser(bench, technicalAccount, {
    id: apiUserId,
    human: false,
    username: 'tandem-api',
    email_address: `tandem-api@${bench.domain}`,
    external_id: '',
    department_id: 1,
    timesheet_template_id: 1,
    public_holiday_template_id: null,
    public_holiday_template_id_valid_from: null,
    timesheet_holiday_calc_yearly_amount: null,
    birthday: null,
    entry_date: null,
  });
}

export function emailOf(
  bench: Bench,
  person: { readonly firstName: string; readonly lastName: string },
): string {
  return `${plainLetters(person.firstName)}.${plainLetters(person.lastName)}@${bench.domain}`;
}

/** TimeTac lists the holidays of the user's calendar among the days of absences (timetac.md section 5.6). */
function writeHolidays(bench: Bench, user: TimetacUser, from: LocalDate): void {
  for (const holiday of bench.timetac.publicHolidays) {
    if (holiday.template_id !== user.public_holiday_template_id || holiday.date < from) continue;
    bench.timetac.absenceDays.push({
      id: takeId(bench, 'absenceDay'),
      user_id: user.id,
      date: holiday.date,
      type: 'public_holiday',
      value: holiday.value,
      value_unit: 'd',
      request_id: null,
      status: 1,
      begin: null,
      type_id: 0,
      subtype_id: 0,
      updated: bench.latest,
    });
  }
}

const technicalAccount: Person = {
  id: 0,
  firstName: 'API',
  lastName: 'Tandem',
  birthday: '2000-01-01',
  site: 'Munich',
  department: 'IT',
  position: 'Interface',
  schedule: 2,
  hiredOn: '2020-01-01',
};

const spelledOut: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss' };

function plainLetters(name: string): string {
  return name.toLowerCase().replace(/[^a-z]/g, (letter) => spelledOut[letter] ?? '-');
}

function hoursOf(person: Person): readonly number[] {
  return workSchedules.find(({ id }) => id === person.schedule)?.hours ?? [];
}

function personioSchedule(person: Person): PersonioEmployee['work_schedule'] {
  const [monday = 0, tuesday = 0, wednesday = 0, thursday = 0, friday = 0, saturday = 0, sunday = 0] =
    hoursOf(person);
  return {
    id: person.schedule,
    name: workSchedules.find(({ id }) => id === person.schedule)?.name ?? '',
    days: [
      clock(monday),
      clock(tuesday),
      clock(wednesday),
      clock(thursday),
      clock(friday),
      clock(saturday),
      clock(sunday),
    ],
  };
}

function clock(hours: number): string {
  return `${two(Math.floor(hours))}:${two(Math.round((hours % 1) * 60))}`;
}

const two = (number: number): string => String(number).padStart(2, '0');
