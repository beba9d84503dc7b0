// A tiny account with a clock that a test moves, for the tests of this stage.

import type { Instant } from '../../core/time/calendar.ts';
import { blankUser } from './accounts.ts';
import { createTimetacSimulator, type TimetacSimulator } from './simulator.ts';
import type { TimetacAbsenceType, TimetacState, TimetacUser } from './state.ts';
import { defaultTimetacSwitches, type TimetacSwitches } from './switches.ts';
import { createWorld } from './world.ts';

/** Monday, 2 March 2026, 10:00 in Vienna. */
export const fixtureNow: Instant = Date.parse('2026-03-02T09:00:00Z');

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The parsed body; null where it is no JSON. */
  readonly body: Wire;
  readonly rows: readonly Wire[];
}
// Tests look into answers freely; what is not there reads as undefined.
export type Wire = { readonly [name: string]: Wire } & { readonly length?: number };

export interface Fixture {
  readonly simulator: TimetacSimulator;
  readonly clock: { now: Instant; sleptMs: number };
  /** `v4/users/read?id=1` of the account, signed in. */
  readonly send: (
    method: string,
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ) => Promise<Answer>;
  /** Any path, not signed in. */
  readonly raw: (
    method: string,
    path: string,
    body?: string,
    headers?: Record<string, string>,
  ) => Promise<Answer>;
  readonly signIn: (fields?: Record<string, string>) => Promise<Answer>;
}

export function openAccount(
  switches: Partial<TimetacSwitches> = {},
  adjust: (state: TimetacState) => void = () => {},
  random: () => number = () => 0.5,
): Fixture {
  const clock = { now: fixtureNow, sleptMs: 0 };
  const surroundings = {
    now: () => clock.now,
    random,
    sleep: async (ms: number) => {
      clock.sleptMs += ms;
      clock.now += ms;
    },
  };
  const state = tinyAccount(clock.now);
  adjust(state);
  const simulator = createTimetacSimulator({ state, surroundings, switches });
  let token: string | null = null;

  const raw: Fixture['raw'] = async (method, path, body, headers = {}) => {
    const init = { method, headers, ...(body === undefined ? {} : { body }) };
    const response = await simulator.handle(new Request(`http://127.0.0.1${path}`, init));
    return toAnswer(response);
  };
  const signIn: Fixture['signIn'] = (fields = {}) => {
    const form = { grant_type: 'client_credentials', client_id: 'CID', client_secret: 'SEC', ...fields };
    const type = { 'content-type': 'application/x-www-form-urlencoded' };
    return raw('POST', '/acme/auth/oauth2/token', String(new URLSearchParams(form)), type);
  };
  const send: Fixture['send'] = async (method, path, body, headers = {}) => {
    token ??= textOf((await signIn()).body['access_token']);
    const typed = body === undefined ? {} : { 'content-type': 'application/json' };
    const text = body === undefined || typeof body === 'string' ? body : JSON.stringify(body);
    return raw(method, `/acme/${path}`, text, { authorization: `Bearer ${token}`, ...typed, ...headers });
  };
  return { simulator, clock, send, raw, signIn };
}

/** An API user, two employees, two departments, a 40-hour week, one calendar, four absence types, five tasks. */
export function tinyAccount(at: Instant): TimetacState {
  const state: TimetacState = {
    account: 'acme',
    serverZone: 'Europe/Vienna',
    credentials: [
      {
        clientId: 'CID',
        clientSecret: 'SEC',
        userId: 1,
        expiresOn: null,
        password: { username: 'api', password: 'p w&1' },
        rights: 'write',
      },
    ],
    users: [],
    departments: [
      {
        id: 1,
        department_name: 'No Department',
        mother_id: 0,
        supervisor_id: null,
        active: true,
        is_default: true,
      },
      { id: 2, department_name: 'Workshop', mother_id: 1, supervisor_id: 2, active: true, is_default: false },
    ],
    workSchedules: [
      { id: 1, name: 'No Workschedule', active: true, hours: [0, 0, 0, 0, 0, 0, 0] },
      { id: 2, name: '40 h', active: true, hours: [8, 8, 8, 8, 8, 0, 0] },
      { id: 3, name: '20 h', active: true, hours: [4, 4, 4, 4, 4, 0, 0] },
    ],
    publicHolidayTemplates: [
      { id: 1, template_name: 'Germany - Bavaria', country_id: 2, active: true, is_default: true },
    ],
    publicHolidays: [
      { id: 1, template_id: 1, date: '2026-04-03', name: 'Karfreitag', value: 1 },
      { id: 2, template_id: 1, date: '2026-12-24', name: 'Heiligabend', value: 0.5 },
    ],
    absenceTypes: [
      absenceType(1, 1, 0, 'Urlaub', 'ABSENCE_TYPE_HOLIDAY', 'holiday', 'WORKFLOW', 13),
      absenceType(2, 3, 11, 'Krankenstand', 'ABSENCE_TYPE_SICK_LEAVE', 'sick_leave', 'USER', null),
      absenceType(
        3,
        2,
        0,
        'Zeitausgleich',
        'ABSENCE_TYPE_OVERTIME_REDUCTION',
        'overtime_reduction',
        'USER',
        null,
      ),
      absenceType(4, 3, 12, 'Homeoffice', 'ABSENCE_TYPE_HOME_OFFICE', 'other_paid_leave', 'SYSTEM', null),
    ],
    absences: [],
    absenceDays: [],
    tasks: [
      {
        id: 4,
        mother_id: 3,
        name: 'Work',
        is_nonworking: false,
        is_paid_non_working: false,
        is_billable: true,
      },
      {
        id: 5,
        mother_id: 3,
        name: 'Meeting',
        is_nonworking: false,
        is_paid_non_working: false,
        is_billable: false,
      },
      {
        id: 9,
        mother_id: 3,
        name: 'Break',
        is_nonworking: true,
        is_paid_non_working: false,
        is_billable: false,
      },
      {
        id: 10,
        mother_id: 3,
        name: 'Paid break',
        is_nonworking: false,
        is_paid_non_working: true,
        is_billable: false,
      },
      {
        id: 13,
        mother_id: 3,
        name: 'Holiday',
        is_nonworking: false,
        is_paid_non_working: false,
        is_billable: false,
      },
    ],
    projects: [{ id: 3, name: 'General Tasks', mother_id: 1, status: 2 }],
    timeTrackings: [],
    languages: [
      { id: 1, name: 'English', code: 'en' },
      { id: 2, name: 'Deutsch', code: 'de' },
    ],
    features: [{ name: 'leave_management', enabled: true, limit: null }],
    closedUntil: {},
    deleted: [],
  };
  const blank = blankUser(
    createWorld(state, defaultTimetacSwitches(), { now: () => at, random: () => 0, sleep: async () => {} }),
    0,
  );
  const person = (
    id: number,
    firstname: string,
    lastname: string,
    more: Partial<TimetacUser> = {},
  ): TimetacUser => ({
    ...blank,
    id,
    firstname,
    lastname,
    username: firstname.toLowerCase(),
    email_address: `${firstname.toLowerCase()}@acme.example`,
    department_id: 2,
    timesheet_template_id: 2,
    public_holiday_template_id: 1,
    payroll_accounting_starts_at: '2026-01-01',
    extra: {},
    ...more,
  });
  state.users.push(
    person(1, 'Api', 'User', { human: false, timesheet_template_id: 1, public_holiday_template_id: null }),
    person(2, 'Anna', 'Muster', { personnel_number: '1001', external_id: 'P-1', exit_date: '2026-12-31' }),
    person(3, 'Bernd', 'Beispiel', { personnel_number: '1002', active: false }),
  );
  return state;
}

const absenceType = (
  id: number,
  type: number,
  subtype: number,
  name: string,
  nameConst: string,
  dayType: TimetacAbsenceType['day_type'],
  requestType: TimetacAbsenceType['request_type'],
  task: number | null,
): TimetacAbsenceType => ({
  id,
  absence_type_id: type,
  absence_subtype_id: subtype,
  name,
  name_const: nameConst,
  abbreviation: name.slice(0, 1),
  cost_acc_task_id: task,
  request_type: requestType,
  duration_unit: dayType === 'overtime_reduction' ? 'hs' : 'd',
  day_type: dayType,
  active: true,
});

/** A value of an answer that has to be text. */
export function textOf(wire: Wire | undefined): string {
  const value: unknown = wire;
  if (typeof value !== 'string') throw new Error('The answer holds no text here');
  return value;
}

async function toAnswer(response: Response): Promise<Answer> {
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.includes('json') === true;
  const body = (isJson ? JSON.parse(text) : null) as Wire;
  const results: unknown = isJson && body !== null ? body['Results'] : [];
  return {
    status: response.status,
    headers: response.headers,
    text,
    body,
    rows: Array.isArray(results) ? (results as Wire[]) : [],
  };
}
