// A company of any size from a seed: for load, for long random runs, for `tandem simulate`.

import { addDays, type LocalDate, weekdayOf, type Zone } from '../../core/time/calendar.ts';
import { seededRandom } from '../faults/random.ts';
import { type Bench, type CompanyStates, freeWorkdays, openBench } from './bench.ts';
import { type DepartmentName, departmentNames, personioTypes, taskIds } from './catalogue.ts';
import { type CompanyCredentials, demoCredentials } from './credentials.ts';
import { between, pick, pickWeighted } from './dice.ts';
import { addForeignAbsence, addForeignAttendance } from './foreign.ts';
import { type Site, sites } from './holidays.ts';
import { addLeave } from './leave.ts';
import { firstNames, lastNames } from './names.ts';
import { addApiUser, addEmployee, addUser, emailOf, type Person } from './people.ts';
import { setDay, wallAfter } from './rows.ts';
import { type Rhythm, writeTimesheet } from './timesheet.ts';
import { freeMonday } from './weeks.ts';

export interface CompanyOptions {
  readonly seed: number;
  readonly employees: number;
  /** Working days (Monday to Friday) with time trackings, the last one before `today`. */
  readonly days: number;
  readonly today: LocalDate;
  readonly zone?: Zone;
  readonly credentials?: CompanyCredentials;
}

/**
 * Both accounts as they stand before the first synchronisation. About 85 % of the employees have a user in TimeTac (at
 * most 20 have none); about 3 rows per user and working day. The same options give the same states; `updated` and
 * `created` are at least a day older than today's midnight.
 */
export function generateCompany(options: CompanyOptions): CompanyStates {
  const { seed, employees, days, today, zone = 'Europe/Berlin' } = options;
  const first = workdaysBefore(today, days);
  const credentials = options.credentials ?? demoCredentials;
  const bench = openBench({ domain: 'generated.example', first, today, zone, credentials });
  const withoutUser = Math.min(20, Math.round(employees * 0.15));
  const taken = new Set<string>();
  for (let index = 0; index < employees; index++) {
    // Dice of their own per person: a change to one person's draws leaves all others as they were.
    const random = seededRandom(seed * 65_537 + index);
    const person = inventPerson(3001 + index, today, random, taken);
    if (index < employees - withoutUser) addTracker(bench, person, random, index);
    else addNewcomer(bench, person, employees - index - 1);
  }
  addApiUser(bench);
  return { personio: bench.personio, timetac: bench.timetac };
}

function workdaysBefore(today: LocalDate, count: number): LocalDate {
  let date = today;
  for (let left = count; left > 0; ) {
    date = addDays(date, -1);
    if (weekdayOf(date) <= 5) left--;
  }
  return date;
}

function inventPerson(id: number, today: LocalDate, random: () => number, taken: Set<string>): Person {
  const { firstName, lastName } = freeName(random, taken);
  const year = Number(today.slice(0, 4));
  const two = (low: number, high: number) => String(between(random, low, high)).padStart(2, '0');
  const department: DepartmentName = pick(random, departmentNames);
  return {
    id,
    firstName,
    lastName,
    birthday: `${between(random, year - 64, year - 19)}-${two(1, 12)}-${two(1, 28)}`,
    site: pick<Site>(random, sites),
    department,
    position: `${department} staff`,
    schedule: pickWeighted(random, [
      [2, 7],
      [3, 2],
      [4, 1],
    ] as const),
    hiredOn: `${between(random, year - 10, year - 1)}-${two(1, 12)}-01`,
  };
}

/** Names stay unique, so that nobody is mistaken for somebody else by accident; a double name is the way out. */
function freeName(random: () => number, taken: Set<string>): { firstName: string; lastName: string } {
  let lastName = pick(random, lastNames);
  const firstName = pick(random, firstNames);
  while (taken.has(`${firstName} ${lastName}`)) lastName = `${lastName}-${pick(random, lastNames)}`;
  taken.add(`${firstName} ${lastName}`);
  return { firstName, lastName };
}

/** A few of those without a user cannot be created as they are. */
function addNewcomer(bench: Bench, person: Person, nth: number): void {
  const [mailbox = '', domain = ''] = emailOf(bench, person).split('@');
  if (nth % 8 === 3) addEmployee(bench, person, { email: null });
  else if (nth % 8 === 5) addEmployee(bench, person, { email: `${mailbox}+hr@${domain}` });
  else addEmployee(bench, person, { hire_date: addDays(bench.today, -7 * (nth + 1)) });
}

function addTracker(bench: Bench, person: Person, random: () => number, index: number): void {
  addEmployee(bench, person);
  const user = addUser(bench, person, random() < 0.3 ? { external_id: '' } : {});
  const weeks = between(random, 1, 12);
  if (random() < 0.5) {
    const monday = freeMonday(bench, user, weeks);
    const kind = random() < 0.8 ? 'vacation' : 'sick';
    if (monday !== null) addLeave(bench, user, { kind, from: monday, to: addDays(monday, 4) });
  }
  if (random() < 0.4) onFreeDay(bench, user, random, (from) => addLeave(bench, user, { kind: 'sick', from }));
  if (random() < 0.3) {
    const half = random() < 0.5 ? { begin: '13:00:00' } : {};
    onFreeDay(bench, user, random, (from) =>
      addLeave(bench, user, { kind: 'vacation', from, firstShare: 0.5, ...half }),
    );
  }
  if (index % 30 === 7) addOverlappingAbsence(bench, person, user, random);
  if (index % 30 === 17) {
    onFreeDay(bench, user, random, (from) =>
      addLeave(bench, user, { kind: 'vacation', from, firstShare: 0.25 }),
    );
  }
  const rhythm: Rhythm = person.schedule === 4 ? 'part-time' : pickWeighted(random, rhythms);
  const to = addDays(bench.today, rhythm === 'night' ? -2 : -1);
  writeTimesheet(bench, user, rhythm, { from: bench.first, to }, random);
  if (index % 30 === 27 && rhythm !== 'night') addForeignPeriod(bench, person, user, random);
}

const rhythms: readonly (readonly [Rhythm, number])[] = [
  ['office', 14],
  ['early', 3],
  ['project', 2],
  ['service', 2],
  ['night', 1],
];

type User = ReturnType<typeof addUser>;

function onFreeDay(bench: Bench, user: User, random: () => number, act: (date: LocalDate) => unknown): void {
  const free = freeWorkdays(bench, user);
  if (free.length > 0) act(pick(random, free));
}

function addOverlappingAbsence(bench: Bench, person: Person, user: User, random: () => number): void {
  onFreeDay(bench, user, random, (from) => {
    addLeave(bench, user, { kind: 'vacation', from });
    const dates = { first: from, last: addDays(from, 1) };
    addForeignAbsence(bench, person.id, personioTypes.vacation, dates, 'APPROVED');
  });
}

function addForeignPeriod(bench: Bench, person: Person, user: User, random: () => number): void {
  onFreeDay(bench, user, random, (date) => {
    const at = (hours: number) => wallAfter(date, hours * 3600);
    setDay(bench, user, date, [
      { start: at(8), end: at(12) },
      { start: at(12), end: at(12.5), taskId: taskIds.break },
      { start: at(12.5), end: at(16.5) },
    ]);
    addForeignAttendance(bench, person.id, { start: at(11), end: at(12) });
  });
}
