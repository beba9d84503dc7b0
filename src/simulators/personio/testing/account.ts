// A small account for the tests of this folder, with a clock that only moves when told to.

import { createPersonioSimulator } from '../simulator.ts';
import type { PersonioSimulator } from '../simulator.ts';
import type { PersonioEmployee, PersonioState } from '../state.ts';
import type { PersonioSwitches } from '../switches.ts';

export const vacationType = '11111111-1111-4111-8111-111111111111';
export const hourType = '22222222-2222-4222-8222-222222222222';
export const leaveType = '33333333-3333-4333-8333-333333333333';
export const coveredType = '44444444-4444-4444-8444-444444444444';
export const sickType = '55555555-5555-4555-8555-555555555555';
export const startOfTest = Date.parse('2026-06-01T08:00:00Z');

export interface Account extends PersonioSimulator {
  readonly call: (method: string, path: string, options?: CallOptions) => Promise<Reply>;
  /** A fresh token for the account's credential. */
  readonly signIn: (scope?: string) => Promise<string>;
  readonly passMs: (ms: number) => void;
}

export interface CallOptions {
  readonly json?: unknown;
  readonly body?: string;
  readonly headers?: Record<string, string>;
  /** null: no token is sent; absent: one is fetched once. */
  readonly token?: string | null;
}

export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  /** Parsed where it is JSON, else its text. */
  readonly body: unknown;
}

/** What lies at `errors.0.title` of a parsed answer; undefined where the way ends. */
export function at(value: unknown, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>(
      (inner, key) => (typeof inner === 'object' && inner !== null ? Reflect.get(inner, key) : undefined),
      value,
    );
}

export function openAccount(
  switches: Partial<PersonioSwitches> = {},
  change: (state: PersonioState) => void = () => {},
): Account {
  let now = startOfTest;
  const state = sampleState();
  change(state);
  const simulator = createPersonioSimulator({
    state,
    switches: { 'rate-limit': 'off', ...switches },
    surroundings: {
      now: () => now,
      random: dice(),
      sleep: async (ms) => {
        now += ms;
      },
    },
  });
  let token: string | undefined;

  const send = async (method: string, path: string, options: CallOptions, bearer: string | null) => {
    const headers = new Headers(options.headers);
    if (bearer !== null) headers.set('authorization', `Bearer ${bearer}`);
    const body = options.json === undefined ? options.body : JSON.stringify(options.json);
    if (options.json !== undefined) headers.set('content-type', 'application/json');
    const url = path.startsWith('http') ? path : `https://api.personio.de${path}`;
    const request = new Request(url, { method, headers, ...(body === undefined ? {} : { body }) });
    const response = await simulator.handle(request);
    const text = await response.text();
    return {
      status: response.status,
      headers: response.headers,
      body: text.startsWith('{') ? (JSON.parse(text) as unknown) : text,
    };
  };

  const signIn = async (scope?: string): Promise<string> => {
    const form = new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: 'papi-1',
      client_secret: 'secret-1',
      ...(scope === undefined ? {} : { scope }),
    });
    const reply = await send('POST', '/v2/auth/token', formBody(form), null);
    return String(at(reply.body, 'access_token'));
  };

  return {
    ...simulator,
    signIn,
    call: async (method, path, options = {}) => {
      if (options.token === undefined) token ??= await signIn();
      return send(method, path, options, options.token === undefined ? (token ?? null) : options.token);
    },
    passMs: (ms) => {
      now += ms;
    },
  };
}

export const formBody = (form: URLSearchParams): CallOptions => ({
  body: form.toString(),
  headers: { 'content-type': 'application/x-www-form-urlencoded' },
});

/** Always the same numbers. */
function dice(): () => number {
  let seed = 7;
  return () => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    return seed / 2 ** 32;
  };
}

function sampleState(): PersonioState {
  return {
    zone: 'Europe/Berlin',
    credentials: [
      {
        clientId: 'papi-1',
        clientSecret: 'secret-1',
        enabled: true,
        rights: {
          employees: 'read',
          attendances: 'write',
          absences: 'write',
          webhooks: 'write',
          projects: 'read',
        },
        readableAttributes: 'all',
      },
    ],
    customAttributes: [
      { key: 'dynamic_7', label: 'Date of birth', type: 'date', options: [] },
      { key: 'dynamic_8', label: 'Marital status', type: 'list', options: ['married', 'single'] },
    ],
    employees: [
      sampleEmployee(3003, { supervisor_id: 5005 }),
      sampleEmployee(5005, { first_name: 'Bo' }),
      sampleEmployee(6006, {
        first_name: 'Cy',
        status: 'inactive',
        termination_date: '2026-05-31',
        last_working_day: '2026-05-20',
        department: null,
      }),
    ],
    absenceTypes: [
      absenceType(vacationType, 11, 'Paid vacation', 'PAID_VACATION', { approval_required: true }),
      absenceType(hourType, 12, 'Overtime', 'OTHER', { unit: 'HOUR' }),
      absenceType(leaveType, 13, 'Parental leave', 'PARENTAL_LEAVE', { read_only: true }),
      absenceType(coveredType, 14, 'Covered leave', 'OTHER', { substitute: 'required' }),
      absenceType(sickType, 15, 'Sick days', 'SICK_LEAVE', {}),
    ],
    absences: [],
    attendances: [],
    projects: [
      { id: '71', name: 'Harbour', status: 'ACTIVE' },
      { id: '72', name: 'Old mill', status: 'ARCHIVED' },
    ],
    holidays: { Bavaria: [{ date: '2026-06-04', value: 1 }] },
  };
}

export function sampleEmployee(id: number, change: Partial<PersonioEmployee> = {}): PersonioEmployee {
  return {
    id,
    first_name: 'Ada',
    last_name: `Sample${id}`,
    email: `p${id}@muster.example`,
    gender: 'female',
    status: 'active',
    position: 'Engineer',
    employment_type: 'internal',
    weekly_working_hours: '40',
    hire_date: '2024-01-01',
    termination_date: null,
    last_working_day: null,
    subcompany: { id: 47, name: 'Muster GmbH' },
    office: { id: 60302, name: 'Munich' },
    department: { id: 401, name: 'Sales' },
    team: { id: 4502, name: 'North' },
    supervisor_id: null,
    holiday_calendar: { id: 5, name: 'Bavaria', country: 'DE', state: 'Bayern' },
    absence_entitlement: [{ id: 11, name: 'Paid vacation', category: 'paid_vacation', entitlement: 24 }],
    work_schedule: {
      id: 9,
      name: '40 h',
      days: ['08:00', '08:00', '08:00', '08:00', '08:00', '00:00', '00:00'],
    },
    custom: { dynamic_7: '1990-02-03', dynamic_8: null },
    created_at: Date.parse('2024-01-01T09:00:00Z'),
    last_modified_at: Date.parse('2026-05-01T09:00:00Z'),
    ...change,
  };
}

function absenceType(
  id: string,
  v1_id: number,
  name: string,
  category: string,
  change: Partial<PersonioState['absenceTypes'][number]>,
): PersonioState['absenceTypes'][number] {
  return {
    id,
    v1_id,
    name,
    category,
    unit: 'DAY',
    half_days: true,
    substitute: 'none',
    approval_required: false,
    read_only: false,
    ...change,
  };
}

/** The body of an attendance write. */
export const work = (start: string, end: string | null, more: Record<string, unknown> = {}) => ({
  person: { id: '3003' },
  type: 'WORK',
  start: { date_time: start },
  ...(end === null ? {} : { end: { date_time: end } }),
  ...more,
});

/** The body of a day-type absence write; a half is given with its day. */
export const days = (first: string, last: string | null, more: Record<string, unknown> = {}) => {
  const [firstDay, firstHalf = 'FIRST_HALF'] = first.split(' ');
  const [lastDay, lastHalf = 'SECOND_HALF'] = (last ?? '').split(' ');
  return {
    person: { id: '3003' },
    absence_type: { id: vacationType },
    starts_from: { date_time: `${firstDay}T00:00:00`, type: firstHalf },
    ends_at: last === null ? null : { date_time: `${lastDay}T00:00:00`, type: lastHalf },
    ...more,
  };
};

/** What an answer looks like, without its values: every leaf by its type. */
export function shapeOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.slice(0, 1).map(shapeOf);
  if (value === null || typeof value !== 'object') return value === null ? 'null' : typeof value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, shapeOf(inner)]));
}
