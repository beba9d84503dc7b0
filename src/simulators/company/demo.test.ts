import { expect, test } from 'vitest';
import { type Instant, instantOf, wallMinutesBetween } from '../../core/time/calendar.ts';
import type { TimetacTimeTracking } from '../timetac/state.ts';
import { type AwkwardCase, awkwardCases } from './awkward.ts';
import type { CompanyStates } from './bench.ts';
import { demoCompany } from './demo.ts';
import { userIdOf } from './people.ts';

const autumn = Date.parse('2026-11-22T09:20:00Z');
const spring = Date.parse('2026-04-15T09:20:00Z');
const summer = Date.parse('2026-09-10T09:20:00Z');
const christmas = Date.parse('2026-12-30T22:59:00Z');
const midnight = Date.parse('2026-11-22T23:03:00Z');

test('the same moment gives the same company, the next day another', () => {
  expect(demoCompany({ now: autumn })).toEqual(demoCompany({ now: autumn }));
  expect(demoCompany({ now: autumn })).not.toEqual(demoCompany({ now: autumn + 86_400_000 }));
});

test('about forty people at two sites, three months of hours up to yesterday and one running row', () => {
  const { personio, timetac } = demoCompany({ now: autumn });
  expect(personio.employees.length).toBeGreaterThanOrEqual(38);
  expect(personio.employees.length).toBeLessThanOrEqual(44);
  expect(new Set(personio.employees.map((employee) => employee.office?.name))).toEqual(
    new Set(['Munich', 'Hamburg']),
  );
  const worked = timetac.timeTrackings.filter((row) => row.absence_request_id === null);
  const starts = worked.map((row) => row.start_time).sort();
  expect(starts[0]?.slice(0, 10)).toBe('2026-08-24');
  expect(worked.filter((row) => row.start_time > '2026-11-22')).toMatchObject([
    { end_time: null, status: 1 },
  ]);
  expect(worked.length).toBeGreaterThan(5000);
});

test('new users stay below the quarter that the guard allows', () => {
  const { personio, timetac } = demoCompany({ now: autumn });
  const withUser = new Set(timetac.users.map((user) => user.id));
  const withoutUser = personio.employees.filter((employee) => !withUser.has(userIdOf(employee.id)));
  expect(withoutUser.length).toBeGreaterThan(4);
  expect(
    withoutUser.filter((employee) => /^[a-z.-]+@[a-z.]+$/.test(employee.email ?? '')).length,
  ).toBeLessThan(personio.employees.length / 4);
});

test('every kind of absence occurs, granted and not', () => {
  const { timetac } = demoCompany({ now: autumn });
  const kinds = new Set(timetac.absences.map((row) => `${row.type_id}:${row.subtype_id}`));
  for (const type of timetac.absenceTypes) {
    expect(kinds).toContain(`${type.absence_type_id}:${type.absence_subtype_id}`);
  }
  expect(new Set(timetac.absences.map((row) => row.status))).toEqual(new Set([0, 1, 2, 3]));
  expect(
    timetac.absenceDays.filter((day) => day.value === 0.5 && day.request_id !== null).length,
  ).toBeGreaterThan(3);
});

test('a night shift is one row over midnight', () => {
  const { timetac } = demoCompany({ now: autumn });
  const nights = rowsOf(timetac, 109).filter(
    (row) => row.start_time.endsWith('22:00:00') && row.end_time?.endsWith('01:00:00'),
  );
  expect(nights.length).toBeGreaterThan(40);
});

test.each<[string, Instant, NonNullable<AwkwardCase['needs']>[]]>([
  ['in autumn', autumn, ['clock-change', 'autumn-change']],
  ['in spring', spring, ['clock-change']],
  ['in late summer, far from any clock change', summer, []],
  ['between the years', christmas, ['clock-change', 'autumn-change']],
  ['just after midnight', midnight, ['clock-change', 'autumn-change']],
])('every awkward case of the table is there %s', (_, now, met) => {
  const states = demoCompany({ now });
  for (const awkward of awkwardCases) {
    const names = [
      ...states.personio.employees.map(({ id, first_name, last_name }) => `${id} ${first_name} ${last_name}`),
      ...states.timetac.users.map(({ firstname, lastname }) => `null ${firstname} ${lastname}`),
    ];
    expect(names).toContain(`${awkward.employeeId} ${awkward.who}`);
    const expected = awkward.needs === undefined || met.includes(awkward.needs);
    expect({ what: awkward.what, present: isPresent(awkward, states, now) }).toEqual({
      what: awkward.what,
      present: expected,
    });
  }
});

test('the table promises more than eight different issues at once', () => {
  const notes = [
    'first-link-differences',
    'user-without-employee',
    'adopted-pending',
    'attendance-on-absence',
  ];
  const codes = new Set(awkwardCases.flatMap(({ code, needs }) => (code === null || needs ? [] : [code])));
  expect([...codes].filter((code) => !notes.includes(code) && code !== 'entry-open').length).toBeGreaterThan(
    16,
  );
});

type Judge = (states: CompanyStates, now: Instant) => boolean;

function isPresent({ code, employeeId, userIds }: AwkwardCase, states: CompanyStates, now: Instant): boolean {
  const judge = judges[`${code} ${employeeId ?? userIds[0]}`];
  if (judge === undefined) throw new Error(`No judge for ${code} ${employeeId}`);
  return judge(states, now);
}

// Written against the states alone, so that a case lost in generation is noticed.
const judges: Readonly<Record<string, Judge>> = {
  'employee-ambiguous 3021': (states) =>
    usersWhere(states, (user) => user.email_address.toLowerCase() === 'petra.langner@muster.example') === 2,
  'email-missing 3022': (states) => emailOf(states, 3022) === null && !hasUser(states, 122),
  'username-invalid 3023': (states) => /\+/.test(emailOf(states, 3023) ?? '') && !hasUser(states, 123),
  'username-exists 3024': (states) =>
    usersWhere(states, (user) => user.username === emailOf(states, 3024)) === 1 &&
    usersWhere(states, (user) => user.email_address === emailOf(states, 3024)) === 0 &&
    usersWhere(states, (user) => user.lastname === 'Seidelmann') === 0,
  'external-id-taken 3025': (states) =>
    userOf(states, 125)?.external_id === 'ERP-00417' &&
    userOf(states, 125)?.email_address === emailOf(states, 3025),
  'employee-possible-duplicate 3026': (states) =>
    userOf(states, 203)?.lastname === 'Hartwig' && !hasUser(states, 126),
  'employee-two-users 3027': (states) =>
    userOf(states, 204)?.birthday === userOf(states, 127)?.birthday && userOf(states, 204)?.birthday !== null,
  'email-invalid 3028': (states) => (emailOf(states, 3028) ?? '').split('@').length === 3,
  'first-link-differences 3030': (states) => userOf(states, 130)?.lastname === 'Mayr',
  'first-link-differences 3033': (states) =>
    userOf(states, 133)?.personnel_number === '3033' &&
    userOf(states, 133)?.email_address !== emailOf(states, 3033),
  'null 3035': (states, now) => {
    const hired = states.personio.employees.find(({ id }) => id === 3035)?.hire_date ?? '';
    return Date.parse(hired) > now + 30 * 86_400_000 && !hasUser(states, 135);
  },
  'null 3041': (states) => userOf(states, 141)?.active === false && userOf(states, 141)?.exit_date !== null,
  'user-without-employee 205': (states) => rowsOf(states.timetac, 205).length > 0,
  'null 2': (states) => userOf(states, 2)?.human === false,
  'absence-exists 3016': (states) => {
    const [ours] = states.timetac.absences.filter((row) => row.user_id === 116);
    const [theirs] = states.personio.absences.filter((row) => row.person_id === '3016');
    return (
      ours !== undefined &&
      theirs !== undefined &&
      theirs.first > ours.from_date &&
      theirs.first <= ours.to_date &&
      (theirs.last ?? '') > ours.to_date
    );
  },
  'null 3017': (states) => equalAbsenceStatus(states, 3017) === 'APPROVED',
  'adopted-pending 3018': (states) => equalAbsenceStatus(states, 3018) === 'PENDING',
  'fraction-unsupported 3019': (states) => daysOf(states, 119).some((day) => day.value === 0.25),
  'unit-mismatch 3020': (states) =>
    daysOf(states, 120).some((day) => day.subtype_id === 16 && day.value_unit === 'd'),
  'type-unmapped 3005': (states) => daysOf(states, 105).some((day) => day.subtype_id === 18),
  'absence-without-days 3013': (states) =>
    states.timetac.absences.some((row) => row.user_id === 113 && row.status === 1) &&
    daysOf(states, 113).length === 0,
  'refused-by-personio 3002': (states) => daysOf(states, 102).some((day) => day.subtype_id === 14),
  'null 3001': (states) => {
    const types = daysOf(states, 101)
      .sort((a, b) => (a.date < b.date ? -1 : 1))
      .map((day) => day.type);
    return types.join() === 'holiday,holiday,sick_leave,holiday,holiday';
  },
  'null 3040': (states) =>
    states.personio.absences.some((row) => row.person_id === '3040' && row.last === null),
  'attendance-on-absence 3012': (states) =>
    rowsOf(states.timetac, 112).some((row) =>
      daysOf(states, 112).some((day) => day.value === 1 && day.date === row.start_time.slice(0, 10)),
    ),
  'overlaps-foreign 3003': (states) => foreignIs(states, 3003, (own, foreign) => own.start < foreign.start),
  'null 3007': (states) =>
    foreignIs(states, 3007, (own, foreign) => own.start === foreign.start && own.end === foreign.end),
  'entries-overlap 3010': (states) => {
    const rows = rowsOf(states.timetac, 110);
    return rows.some((row, index) => (row.end_time ?? '') > (rows[index + 1]?.start_time ?? '9'));
  },
  'entry-too-long 3015': (states) =>
    rowsOf(states.timetac, 115).some((row) => row.end_time !== null && wallMinutes(row) > 24 * 60),
  'entry-open 3006': (states, now) =>
    rowsOf(states.timetac, 106).some(
      (row) => row.end_time === null && instantOf(row.start_time.replace(' ', 'T'), 'Europe/Berlin') <= now,
    ),
  'after-exit 3029': (states) => {
    const exit = states.personio.employees.find(({ id }) => id === 3029)?.termination_date ?? '9';
    return rowsOf(states.timetac, 129).some((row) => row.start_time.slice(0, 10) > exit);
  },
  'zone-overlap 3031': (states) =>
    rowsOf(states.timetac, 131).some((row) => row.start_time_timezone === 'Europe/London'),
  'dst-hours-differ 3008': (states) =>
    rowsOf(states.timetac, 108).some((row) => row.start_time_offset !== row.end_time_offset),
  'dst-ambiguous 3032': (states) =>
    rowsOf(states.timetac, 132).some((row) => row.end_time !== null && row.start_time >= row.end_time),
};

const emailOf = ({ personio }: CompanyStates, id: number) =>
  personio.employees.find((employee) => employee.id === id)?.email;
const userOf = ({ timetac }: CompanyStates, id: number) => timetac.users.find((user) => user.id === id);
const hasUser = (states: CompanyStates, id: number) => userOf(states, id) !== undefined;
const usersWhere = (
  { timetac }: CompanyStates,
  holds: (user: CompanyStates['timetac']['users'][number]) => boolean,
) => timetac.users.filter(holds).length;
const rowsOf = (timetac: CompanyStates['timetac'], userId: number): TimetacTimeTracking[] =>
  timetac.timeTrackings.filter((row) => row.user_id === userId && row.absence_request_id === null);
const daysOf = ({ timetac }: CompanyStates, userId: number) =>
  timetac.absenceDays.filter((day) => day.user_id === userId && day.request_id !== null);
const wallMinutes = (row: TimetacTimeTracking) =>
  wallMinutesBetween(row.start_time.replace(' ', 'T'), (row.end_time ?? '').replace(' ', 'T'));

function equalAbsenceStatus(states: CompanyStates, employeeId: number): string | undefined {
  const dates = daysOf(states, userIdOf(employeeId)).map((day) => day.date);
  return states.personio.absences.find(
    (row) => row.person_id === String(employeeId) && row.first === dates[0] && row.last === dates.at(-1),
  )?.status;
}

function foreignIs(
  { personio, timetac }: CompanyStates,
  employeeId: number,
  holds: (own: { start: string; end: string }, foreign: { start: string; end: string }) => boolean,
): boolean {
  const foreign = personio.attendances.find((row) => row.person_id === String(employeeId));
  if (foreign === undefined || foreign.end === null) return false;
  const theirs = { start: foreign.start, end: foreign.end };
  return rowsOf(timetac, userIdOf(employeeId)).some((row) => {
    const own = { start: row.start_time.replace(' ', 'T'), end: (row.end_time ?? '').replace(' ', 'T') };
    return own.start < theirs.end && theirs.start < own.end && holds(own, theirs);
  });
}
