// Every field of every answer that the doors read: missing, null, of another type, huge, another word. The door answers
// with a named error, or with what the vendor said, or with "unknown"; it never falls over and never invents a value.

import { describe, expect, test } from 'vitest';
import type { HrDoor, TimeDoor } from '../engine/ports.ts';
import type { Transport } from './http/transport.ts';
import { createPersonioDoor } from './personio/door.ts';
import { createTimetacDoor } from './timetac/door.ts';

const head = { RequestStartTime: '2025-01-31 10:00:00', ServerTimeZone: 'Europe/Vienna' };
const timetac = (Results: unknown) => ({
  ...head,
  Success: true,
  NumResults: 1,
  Results,
  Deleted: [{ id: 99 }],
});
const attendance = {
  id: 'bd242cd1',
  type: 'WORK',
  person: { id: '3003' },
  approval: { status: 'CONFIRMED' },
  start: { date_time: '2026-06-01T08:00:00' },
  end: { date_time: '2026-06-01T12:00:00' },
  attribution_date: '2026-06-01',
  comment: 'c',
  project: { id: '23' },
  is_auto_generated: false,
  created_at: '2026-06-01T06:00:01Z',
  updated_at: '2026-06-01T10:00:02Z',
};
const absence = {
  id: 'a-1',
  person: { id: '3003' },
  starts_from: { date_time: '2026-06-05T00:00:00', type: 'SECOND_HALF' },
  ends_at: { date_time: '2026-06-09T12:00:00', type: 'FIRST_HALF' },
  absence_type: { id: 't-1' },
  approval: { status: 'APPROVED' },
  created_at: '2026-05-01T09:00:00Z',
  updated_at: '2026-05-01T09:00:00Z',
};
const one = (value: unknown) => ({ label: 'x', value, type: 'standard' });
const place = (name: string) => one({ type: 'X', attributes: { id: 1, name } });
const employee = {
  type: 'Employee',
  attributes: {
    id: one(26),
    first_name: one('Ada'),
    last_name: one('Muster'),
    email: one('ada@muster.example'),
    status: one('active'),
    hire_date: one('2014-11-09T00:00:00+01:00'),
    termination_date: one('2030-01-31'),
    office: place('Munich'),
    department: place('Sales'),
    subcompany: place('One'),
    employment_type: one('internal'),
    absence_entitlement: one([
      { type: 'T', attributes: { id: 11, name: 'Paid', category: 'paid_vacation', entitlement: 24 } },
    ]),
    dynamic_1: { label: 'Geburtsdatum', value: '1980-05-17', type: 'date' },
  },
};
const user = {
  id: 7,
  active: true,
  human: true,
  username: 'ada',
  firstname: 'Ada',
  lastname: 'Muster',
  email_address: 'ada@muster.example',
  personnel_number: '26',
  external_id: '26',
  birthday: '1980-05-17',
  entry_date: '2014-11-09',
  exit_date: '2030-01-31',
  timesheet_holiday_calc_yearly_amount: 24,
};
const tracking = {
  id: 1,
  user_id: 7,
  task_id: 4,
  start_time: '2025-01-30 08:00:00',
  end_time: '2025-01-30 12:00:00',
  start_time_timezone: 'Europe/Vienna',
  end_time_timezone: 'Europe/Berlin',
  start_time_offset: '+01:00',
  end_time_offset: 60,
  status: 2,
  is_nonworking: false,
  is_paid_non_working: false,
  absence_request_id: 5,
  approved_by_admin: true,
  notes: 'n',
};
const booking = {
  id: 1,
  user_id: 7,
  type_id: 3,
  subtype_id: 11,
  status: 1,
  from_date: '2025-03-03',
  to_date: '2025-03-04',
  duration: 1.5,
  duration_unit: 'd',
  request_partial_begin_duration: 0.5,
  request_partial_end_duration: 0.5,
  begin: '13:30:00',
};
const bookedDay = {
  id: 1,
  user_id: 7,
  date: '2025-03-03',
  type: 'holiday',
  value: 0.5,
  value_unit: 'd',
  request_id: 1,
  begin: '13:30:00',
};

type Case = {
  readonly name: string;
  readonly answer: unknown;
  readonly ask: (doors: { hr: HrDoor; time: TimeDoor }) => Promise<unknown>;
};
const list = (row: unknown) => ({ _data: [row], _meta: { links: {} } });
const cases: readonly Case[] = [
  { name: 'attendance list', answer: list(attendance), ask: ({ hr }) => hr.readAttendancePeriods({}) },
  { name: 'attendance', answer: attendance, ask: ({ hr }) => hr.readAttendancePeriod(attendance.id) },
  { name: 'absence list', answer: list(absence), ask: ({ hr }) => hr.readAbsencePeriods({}) },
  {
    name: 'breakdown',
    answer: list({ date: '2026-06-05', effective_duration: { unit: 'DAY', value: 0.5 } }),
    ask: ({ hr }) => hr.readAbsenceDays('x'),
  },
  {
    name: 'absence types',
    answer: list({ id: 'u', name: 'Urlaub', category: 'PAID', unit: 'DAY' }),
    ask: ({ hr }) => hr.readAbsenceTypes(),
  },
  {
    name: 'projects',
    answer: list({ id: '7', name: 'Relaunch', status: 'ACTIVE' }),
    ask: ({ hr }) => hr.readProjects(),
  },
  {
    name: 'employees',
    answer: { success: true, metadata: { total_elements: 1 }, limit: 100, data: [employee] },
    ask: ({ hr }) => hr.readEmployees(),
  },
  {
    name: 'attributes',
    answer: { success: true, data: [{ key: 'dynamic_2', label: 'Status' }] },
    ask: ({ hr }) => hr.readableAttributes(),
  },
  {
    name: 'created attendance',
    answer: { id: 'n', affected_periods: [attendance] },
    ask: ({ hr }) =>
      hr.createAttendancePeriod(
        '1',
        { kind: 'WORK', start: '2026-06-01T08:00:00', end: null, projectId: null, comment: null },
        { skipApproval: true },
      ),
  },
  { name: 'users', answer: timetac([user]), ask: ({ time }) => time.readAll(['user'], {}) },
  { name: 'time trackings', answer: timetac([tracking]), ask: ({ time }) => time.readAll(['timeEntry'], {}) },
  { name: 'absences', answer: timetac([booking]), ask: ({ time }) => time.readAll(['absence'], {}) },
  { name: 'absence days', answer: timetac([bookedDay]), ask: ({ time }) => time.readAll(['absenceDay'], {}) },
  {
    name: 'deltaSync',
    answer: timetac({ users: { Success: true, Results: [user], Deleted: [{ id: 3 }] } }),
    ask: ({ time }) => time.readChanges(['user'], '2025-01-01 00:00:00', {}),
  },
  {
    name: 'departments',
    answer: timetac([{ id: 1, department_name: 'Sales', active: true }]),
    ask: ({ time }) => time.readDepartments(),
  },
  { name: 'languages', answer: timetac([{ id: 2, code: 'DE' }]), ask: ({ time }) => time.readLanguages() },
  {
    name: 'features',
    answer: timetac([{ name: 'leave', enabled: true }]),
    ask: ({ time }) => time.readModules(),
  },
  {
    name: 'updated user',
    answer: timetac([user]),
    ask: ({ time }) => time.updateUser('7', { active: true }),
  },
];

const gone = Symbol('gone');
const replacements: readonly unknown[] = [
  gone,
  null,
  '',
  0,
  1,
  -1,
  7.5,
  true,
  false,
  'x',
  'SIM_OTHER',
  [],
  {},
  [null],
  { id: null },
  1e308,
  'y'.repeat(5000),
  '2026-13-45',
  '2026-06-01T08:00:00Z',
  '0000-00-00',
  '<html>',
  { toString: 'x', constructor: 'y' },
];

type Path = readonly (string | number)[];
const pathsOf = (value: unknown, path: Path = []): Path[] =>
  typeof value !== 'object' || value === null
    ? [path]
    : [
        ...(path.length === 0 ? [] : [path]),
        ...Object.entries(value).flatMap(([key, inner]) =>
          pathsOf(inner, [...path, Array.isArray(value) ? Number(key) : key]),
        ),
      ];

function mutated(value: unknown, [key, ...rest]: Path, replacement: unknown): unknown {
  if (key === undefined) return replacement;
  if (Array.isArray(value))
    return value.map((item, index) => (index === key ? mutated(item, rest, replacement) : item));
  const entries = Object.entries(value as object).flatMap(([name, inner]): [string, unknown][] => {
    if (name !== key) return [[name, inner]];
    const next = mutated(inner, rest, replacement);
    return next === gone ? [] : [[name, next]];
  });
  return Object.fromEntries(entries);
}

function doorsTo(text: string): { hr: HrDoor; time: TimeDoor } {
  let firstList = true;
  const transport: Transport = async (url, { method }) => {
    if (url.includes('/auth/'))
      return { status: 200, headers: {}, text: '{"access_token":"t","expires_in":3600}' };
    // TimeTac's second page is empty; its first one is the answer under test.
    const isNext =
      url.includes('timetac') && method === 'GET' && (/[?&](id|_offset)=[1-9]/.test(url) || !firstList);
    firstList = false;
    const empty = url.includes('deltaSync') ? { users: { Success: true, Results: [] } } : [];
    return { status: 200, headers: {}, text: isNext ? JSON.stringify(timetac(empty)) : text };
  };
  const timing = { now: () => 0, random: () => 0, sleep: async () => undefined };
  const common = {
    clientId: 'client',
    clientSecret: 'secret',
    transport,
    timing,
    pacing: 'off',
    retry: { repeats: 0 },
  } as const;
  return {
    hr: createPersonioDoor({
      ...common,
      baseUrl: 'https://personio.example',
      appId: 'A',
      partnerId: null,
      attributes: { dateOfBirth: null },
    }),
    time: createTimetacDoor({
      ...common,
      baseUrl: 'https://timetac.example',
      account: 'a',
      apiVersion: 4,
      pathPrefix: '',
    }),
  };
}

const leavesOf = (value: unknown, path = ''): Map<string, unknown> => {
  if (typeof value !== 'object' || value === null) return new Map([[path, value]]);
  return new Map(Object.entries(value).flatMap(([key, inner]) => [...leavesOf(inner, `${path}.${key}`)]));
};

const wordsOf = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value).toLowerCase()
    : '';

/** Whether a value is what the vendor says now, in our words. */
function isMeant(key: string | number | undefined, replacement: unknown, value: unknown): boolean {
  const text = wordsOf(replacement);
  switch (key) {
    case 'is_nonworking':
      return (replacement === 1 || replacement === true) && value === 'break';
    case 'is_paid_non_working':
      return (replacement === 1 || replacement === true) && value === 'paid-break';
    case 'type_id':
      return value === `${text}:11`;
    case 'subtype_id':
      // No subtype is 0.
      return value === `3:${text === '' ? '0' : text}`;
    case 'status':
      return replacement === 0 && value === 'open';
    case 'label':
      return value === '' || value === replacement;
    case 'created_at':
    case 'updated_at':
      return value === Date.parse(text);
    default:
      if (typeof value === 'boolean') return value === (text === '1' || text === 'true');
      // Dates are the first ten characters of what is said.
      return typeof value !== 'object' && [text, text.slice(0, 10)].includes(wordsOf(value));
  }
}

// What may stand where another value stood: nothing, or a word for "not known".
const unknowns = new Set<unknown>([null, undefined, 'other', 'unknown']);

describe.each(cases)('$name', ({ answer, ask }) => {
  test('says what the vendor said, or nothing', async () => {
    const honest = leavesOf(await ask(doorsTo(JSON.stringify(answer))));
    expect(
      [...honest.values()].filter((value) => value !== null && value !== undefined).length,
    ).toBeGreaterThan(0);
    const invented: string[] = [];
    let errors = 0;
    for (const path of pathsOf(answer)) {
      for (const replacement of replacements) {
        const text = JSON.stringify(mutated(answer, path, replacement));
        try {
          const told = leavesOf(await ask(doorsTo(text)));
          for (const [place, value] of told) {
            const honestValue = honest.get(place);
            if (value === honestValue || unknowns.has(value) || isMeant(path.at(-1), replacement, value))
              continue;
            invented.push(
              `${path.join('.')} := ${JSON.stringify(replacement)} → ${place} = ${String(value)}`,
            );
          }
        } catch (error) {
          errors += 1;
          if (!(error instanceof Error) || error.name !== 'VendorError') throw error;
        }
      }
    }
    expect(invented).toEqual([]);
    expect(errors).toBeGreaterThan(10);
  });

  test.each([
    '',
    'null',
    '[]',
    '5',
    '"x"',
    '{',
    '<html></html>',
    '{"__proto__":{"success":true,"Success":true}}',
    '[{"id":1}]',
  ])('as a whole answered with %s is an error with a name', async (text) => {
    await expect(ask(doorsTo(text))).rejects.toMatchObject({ name: 'VendorError' });
  });
});
