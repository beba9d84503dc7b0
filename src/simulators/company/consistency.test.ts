// Both accounts of every company obey the vendors' own rules, apart from what awkward.ts announces.

import { describe, expect, test } from 'vitest';
import {
  addDays,
  dayMs,
  instantOf,
  type LocalDate,
  midnightOf,
  weekdayOf,
} from '../../core/time/calendar.ts';
import type { TimetacTimeTracking, TimetacUser } from '../timetac/state.ts';
import { awkwardCases } from './awkward.ts';
import type { CompanyStates } from './bench.ts';
import { demoCompany } from './demo.ts';
import { generateCompany } from './generate.ts';

const demoOn = (day: LocalDate) => demoCompany({ now: Date.parse(`${day}T09:20:00Z`) });
const companies: { name: string; states: CompanyStates; today: LocalDate }[] = [
  ...['2026-11-22', '2026-04-15', '2026-07-01', '2027-01-04', '2028-02-29'].map((day) => ({
    name: `the demo company on ${day}`,
    states: demoOn(day),
    today: day,
  })),
  {
    name: 'a generated company of 60',
    states: generateCompany({ seed: 7, employees: 60, days: 40, today: '2026-11-22' }),
    today: '2026-11-22',
  },
  {
    name: 'a generated company of 40 around the turn of the year',
    states: generateCompany({ seed: 11, employees: 40, days: 30, today: '2027-01-10' }),
    today: '2027-01-10',
  },
];
const usersOf = (code: string) =>
  awkwardCases.filter((each) => each.code === code).flatMap((each) => each.userIds);

describe.each(companies)('$name', ({ states, today }) => {
  const { personio, timetac } = states;
  const isDemo = personio.employees[0]?.email?.endsWith('@muster.example') === true;
  const byUser = grouped(timetac.timeTrackings, (row) => row.user_id);
  const userOf = new Map(timetac.users.map((user) => [user.id, user]));

  test('every id, user name and e-mail stands for one record', () => {
    for (const list of [
      timetac.users.map((user) => user.id),
      timetac.users.map((user) => user.username),
      timetac.users.map((user) => user.email_address),
      timetac.timeTrackings.map((row) => row.id),
      timetac.absences.map((row) => row.id),
      timetac.absenceDays.map((row) => row.id),
      personio.employees.map((employee) => employee.id),
      personio.employees.flatMap((employee) => employee.email ?? []),
      [...personio.absences, ...personio.attendances].map((row) => row.id),
    ]) {
      expect(duplicatesIn<string | number>(list)).toEqual([]);
    }
  });

  test('user names keep to the alphabet that TimeTac allows', () => {
    for (const { username } of timetac.users) expect(username).toMatch(/^[0-9a-z\-._@]+$/);
  });

  test('every reference names a record that exists', () => {
    const [departments, schedules, templates] = [
      ids(timetac.departments),
      ids(timetac.workSchedules),
      ids(timetac.publicHolidayTemplates),
    ];
    for (const user of timetac.users) {
      expect(departments.has(user.department_id)).toBe(true);
      expect(schedules.has(user.timesheet_template_id)).toBe(true);
      if (user.public_holiday_template_id !== null) {
        expect(templates.has(user.public_holiday_template_id)).toBe(true);
      }
    }
    const tasks = ids(timetac.tasks);
    const absences = ids(timetac.absences);
    const lost = timetac.timeTrackings.filter(
      (row) =>
        !userOf.has(row.user_id) ||
        !tasks.has(row.task_id) ||
        (row.absence_request_id !== null && !absences.has(row.absence_request_id)),
    );
    expect(lost).toEqual([]);
    const typeIds = new Set(personio.absenceTypes.map((type) => type.id));
    const people = new Set(personio.employees.map((employee) => String(employee.id)));
    for (const row of personio.absences) {
      expect(typeIds.has(row.absence_type_id) && people.has(row.person_id)).toBe(true);
    }
    for (const employee of personio.employees) {
      expect(Object.keys(personio.holidays)).toContain(employee.holiday_calendar?.name);
    }
    expect(timetac.users.find((user) => user.id === timetac.credentials[0]?.userId)?.human).toBe(false);
  });

  test('a row ends after it began, and its offsets say the same as its zone', () => {
    for (const row of timetac.timeTrackings) {
      const { start, end } = instantsOf(row);
      expect(end).toBeGreaterThan(start);
      expect(row.status).toBe(row.end_time === null ? 1 : 2);
    }
  });

  test('no rows of one user overlap but those of an old import', () => {
    const overlapping = new Set<number>();
    for (const [userId, rows] of byUser) {
      const stretches = rows.map(instantsOf).sort((a, b) => a.start - b.start);
      stretches.forEach((stretch, index) => {
        const next = stretches[index + 1];
        if (next !== undefined && next.start < stretch.end) overlapping.add(userId);
      });
    }
    const expected = isDemo ? usersOf('entries-overlap') : [];
    expect([...overlapping]).toEqual(expected);
  });

  test('nobody works on a whole day of leave but the one who did on purpose', () => {
    const whole = new Set(
      timetac.absenceDays
        .filter((day) => day.value === possibleOn(states, userOf.get(day.user_id), day.date))
        .filter((day) => day.request_id !== null && day.value_unit === 'd' && !worksThatDay(day.subtype_id))
        .map((day) => `${day.user_id} ${day.date}`),
    );
    expect(whole.size).toBeGreaterThan(10);
    const working = timetac.timeTrackings
      .filter((row) => row.absence_request_id === null)
      .filter((row) => whole.has(`${row.user_id} ${row.start_time.slice(0, 10)}`))
      .map((row) => row.user_id);
    expect([...new Set(working)]).toEqual(isDemo ? [112] : []);
  });

  test('granted leave has a row for each working day that is no holiday, as far as no other leave took it', () => {
    const rowsOf = grouped(timetac.absenceDays, (day) => day.request_id);
    for (const absence of timetac.absences) {
      const rows = rowsOf.get(absence.id) ?? [];
      if (absence.status !== 1 || (isDemo && usersOf('absence-without-days').includes(absence.user_id))) {
        expect(rows).toEqual([]);
        continue;
      }
      const user = userOf.get(absence.user_id);
      const expected = [];
      for (let date = absence.from_date; date <= absence.to_date; date = addDays(date, 1)) {
        const elsewhere = timetac.absenceDays.some(
          (day) =>
            day.user_id === absence.user_id &&
            day.date === date &&
            day.request_id !== null &&
            day.request_id !== absence.id,
        );
        if (possibleOn(states, user, date) > 0 && !elsewhere) expected.push(date);
      }
      expect(rows.map((row) => row.date)).toEqual(expected);
      expect(rows.length).toBeGreaterThan(0);
      expect(absence.duration).toBe(rows.reduce((sum, row) => sum + row.value, 0));
    }
  });

  test('every holiday of a user is listed among the days, and nobody else has one', () => {
    const holidays = timetac.absenceDays.filter((day) => day.type === 'public_holiday');
    const expected = timetac.users
      .filter((user) => user.human)
      .flatMap((user) =>
        timetac.publicHolidays
          .filter((holiday) => holiday.template_id === user.public_holiday_template_id)
          .filter((holiday) => holiday.date >= (user.payroll_accounting_starts_at ?? ''))
          .map((holiday) => `${user.id} ${holiday.date} ${holiday.value}`),
      );
    expect(holidays.map((day) => `${day.user_id} ${day.date} ${day.value}`).sort()).toEqual(expected.sort());
    expect(holidays.every((day) => day.request_id === null)).toBe(true);
  });

  test('nobody stamps before they may or, but for one late row, after they left', () => {
    const tooEarly = timetac.timeTrackings.filter((row) => {
      const startsOn = userOf.get(row.user_id)?.payroll_accounting_starts_at ?? '9999-12-31';
      return row.start_time.slice(0, 10) < startsOn;
    });
    expect(tooEarly).toEqual([]);
    const exits = new Map(personio.employees.map((employee) => [employee.id, employee.termination_date]));
    const late = timetac.timeTrackings.filter((row) => {
      const exit = exits.get(row.user_id + 2900) ?? '9999-12-31';
      return row.start_time.slice(0, 10) > exit;
    });
    expect(late.map((row) => row.user_id)).toEqual(isDemo ? [129] : []);
  });

  test('nothing was created or changed within the last hours', () => {
    const latest = instantOf(midnightOf(today), 'Europe/Berlin') - dayMs;
    const stamps = [
      ...[...timetac.users, ...timetac.timeTrackings, ...timetac.absenceDays].map((row) => row.updated),
      ...timetac.absences.flatMap((row) => [row.created, row.updated]),
      ...personio.employees.flatMap((row) => [row.created_at, row.last_modified_at]),
      ...[...personio.absences, ...personio.attendances].flatMap((row) => [row.created_at, row.updated_at]),
    ];
    expect(stamps.reduce((latest, at) => Math.max(latest, at), 0)).toBeLessThanOrEqual(latest);
  });

  test('hours in both systems follow the same schedule', () => {
    for (const employee of personio.employees) {
      const user = userOf.get(employee.id - 2900);
      const schedule = timetac.workSchedules.find(({ id }) => id === user?.timesheet_template_id);
      if (schedule === undefined) continue;
      const hours = employee.work_schedule?.days.map(
        (day) => Number(day.slice(0, 2)) + Number(day.slice(3)) / 60,
      );
      expect(hours).toEqual(schedule.hours);
    }
  });
});

const worksThatDay = (subtypeId: number): boolean => subtypeId === 12 || subtypeId === 17;

function instantsOf(row: TimetacTimeTracking): { start: number; end: number } {
  return {
    start: instant(row.start_time, row.start_time_timezone, row.start_time_offset),
    end:
      row.end_time === null
        ? Number.POSITIVE_INFINITY
        : instant(row.end_time, row.end_time_timezone, row.end_time_offset ?? Number.NaN),
  };
}

function possibleOn(states: CompanyStates, user: TimetacUser | undefined, date: LocalDate): number {
  const schedule = states.timetac.workSchedules.find(({ id }) => id === user?.timesheet_template_id);
  if ((schedule?.hours[weekdayOf(date) - 1] ?? 0) === 0) return 0;
  const holiday = states.timetac.publicHolidays.find(
    (row) => row.template_id === user?.public_holiday_template_id && row.date === date,
  );
  return 1 - (holiday?.value ?? 0);
}

function duplicatesIn<T>(list: readonly T[]): T[] {
  return list.filter((each, index) => list.indexOf(each) !== index).slice(0, 5);
}

function instant(text: string, zone: string, offset: number): number {
  const wall = text.replace(' ', 'T');
  const at = Date.parse(`${wall}Z`) - offset * 60_000;
  expect(instantOf(wall, zone, offset)).toBe(at);
  return at;
}

const ids = (rows: readonly { readonly id: number }[]) => new Set(rows.map((row) => row.id));

function grouped<Row, Key>(rows: readonly Row[], keyOf: (row: Row) => Key): Map<Key, Row[]> {
  const groups = new Map<Key, Row[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group === undefined) groups.set(keyOf(row), [row]);
    else group.push(row);
  }
  return groups;
}
