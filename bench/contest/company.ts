// A company whose people stand equal in both accounts and hold each other's id: nothing is left to do but hours and
// absences.

import { addDays, type LocalDate, weekdayOf } from '../../src/core/time/calendar.ts';
import { type CompanyStates, openBench } from '../../src/simulators/company/bench.ts';
import { holidaysOf } from '../../src/simulators/company/holidays.ts';
import { firstNames, lastNames } from '../../src/simulators/company/names.ts';
import { addApiUser, addEmployee, addUser, userIdOf } from '../../src/simulators/company/people.ts';

export interface CompanyPlan {
  readonly employees: number;
  readonly today: LocalDate;
  readonly account: string;
}

const firstId = 3001;

export const personAt = (index: number): string => String(firstId + index);
export const userOf = (person: string): number => userIdOf(Number(person));

export function companyOf({ employees, today, account }: CompanyPlan): CompanyStates {
  const bench = openBench({
    domain: `${account}.example`,
    first: addDays(today, -120),
    today,
    zone: 'Europe/Berlin',
    credentials: {
      personio: { clientId: `papi-${account}`, clientSecret: `papi-${account}-secret` },
      timetac: { clientId: `tt-${account}`, clientSecret: `tt-${account}-secret`, account },
    },
  });
  addApiUser(bench);
  for (let index = 0; index < employees; index++) {
    const person = {
      id: firstId + index,
      firstName: firstNames[index % firstNames.length] ?? '',
      lastName: lastNames[Math.floor(index / firstNames.length) % lastNames.length] ?? '',
      birthday: addDays('1970-01-01', index * 7),
      site: 'Munich',
      department: 'Sales',
      position: 'Clerk',
      schedule: 2,
      hiredOn: '2024-01-01',
    } as const;
    addEmployee(bench, person);
    addUser(bench, person);
  }
  return { personio: bench.personio, timetac: bench.timetac };
}

/** The last `count` working days before a date, in order; holidays are left out. */
export function workdaysBefore(date: LocalDate, count: number): LocalDate[] {
  const days: LocalDate[] = [];
  for (let on = addDays(date, -1); days.length < count; on = addDays(on, -1))
    if (isWorkday(on)) days.unshift(on);
  return days;
}

/** The first `count` working days after a date. */
export function workdaysAfter(date: LocalDate, count: number): LocalDate[] {
  const days: LocalDate[] = [];
  for (let on = addDays(date, 1); days.length < count; on = addDays(on, 1)) if (isWorkday(on)) days.push(on);
  return days;
}

const isWorkday = (on: LocalDate): boolean =>
  weekdayOf(on) <= 5 && !holidaysOf('Munich', Number(on.slice(0, 4))).some(({ date }) => date === on);
