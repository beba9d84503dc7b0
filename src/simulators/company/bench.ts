// The workbench on which a company is put together: both accounts as they grow, the counters of their ids, and what
// is already booked on which day. All helpers of this folder take it as their first argument.

import {
  addDays,
  dayMs,
  type Instant,
  instantOf,
  type LocalDate,
  midnightOf,
  weekdayOf,
  type Zone,
} from '../../core/time/calendar.ts';
import type { PersonioState } from '../personio/state.ts';
import type { TimetacState, TimetacUser } from '../timetac/state.ts';
import * as catalogue from './catalogue.ts';
import type { CompanyCredentials } from './credentials.ts';
import { type Holiday, holidaysOf, sites } from './holidays.ts';

export interface CompanyStates {
  readonly personio: PersonioState;
  readonly timetac: TimetacState;
}

/** What a granted absence leaves of a day: nothing, the afternoon, or the morning. */
export type DayOff = 'day' | 'morning' | 'afternoon';

export interface Bench extends CompanyStates {
  readonly domain: string;
  /** First local date with time trackings. */
  readonly first: LocalDate;
  readonly today: LocalDate;
  readonly zone: Zone;
  /** No `created` or `updated` is later: a first run must never take old records for ones that it just wrote. */
  readonly latest: Instant;
  /** Keys of `dayKey`: days that an absence has a row for, and what it takes of them. */
  readonly booked: Map<string, DayOff | 'none'>;
  readonly nextIds: Record<'absence' | 'absenceDay' | 'tracking' | 'foreign', number>;
}

export const apiUserId = 2;
export const birthdayAttribute = 'dynamic_1234';

export function openBench(options: {
  readonly domain: string;
  readonly first: LocalDate;
  readonly today: LocalDate;
  readonly zone: Zone;
  readonly credentials: CompanyCredentials;
}): Bench {
  const { domain, first, today, zone, credentials } = options;
  return {
    domain,
    first,
    today,
    zone,
    latest: instantOf(midnightOf(today), zone) - dayMs,
    personio: emptyPersonio(zone, today, credentials),
    timetac: emptyTimetac(today, credentials),
    booked: new Map(),
    nextIds: { absence: 501, absenceDay: 10_001, tracking: 100_001, foreign: 1 },
  };
}

export function takeId(bench: Bench, kind: keyof Bench['nextIds']): number {
  const id = bench.nextIds[kind];
  bench.nextIds[kind] = id + 1;
  return id;
}

/** A UUID that says where it comes from: the group, then a running number. */
export function uuidOf(group: 'absence' | 'attendance', number: number): string {
  const head = group === 'absence' ? 'ab5e0000' : 'a77e0000';
  return `${head}-0000-4000-8000-${String(number).padStart(12, '0')}`;
}

/** The instant, or the bench's latest if that is earlier. */
export const inThePast = (bench: Bench, instant: Instant): Instant => Math.min(instant, bench.latest);

export const dayKey = (userId: number, date: LocalDate): string => `${userId} ${date}`;

/** Target hours of a weekday by the user's schedule; 0 on a free day. */
export function targetHours(bench: Bench, user: TimetacUser, date: LocalDate): number {
  const schedule = bench.timetac.workSchedules.find(({ id }) => id === user.timesheet_template_id);
  return schedule?.hours[weekdayOf(date) - 1] ?? 0;
}

/** How much of a day can be worked or taken off: 0 on free days and holidays, 0.5 on a half holiday, else 1. */
export function possibleShare(bench: Bench, user: TimetacUser, date: LocalDate): 0 | 0.5 | 1 {
  if (targetHours(bench, user, date) === 0) return 0;
  const holiday = bench.timetac.publicHolidays.find(
    (row) => row.template_id === user.public_holiday_template_id && row.date === date,
  );
  return holiday === undefined ? 1 : holiday.value === 0.5 ? 0.5 : 0;
}

/** Full working days without any absence row between the first day and yesterday, the latest first. */
export function freeWorkdays(bench: Bench, user: TimetacUser): LocalDate[] {
  const dates: LocalDate[] = [];
  for (let date = addDays(bench.today, -1); date >= bench.first; date = addDays(date, -1)) {
    if (possibleShare(bench, user, date) === 1 && !bench.booked.has(dayKey(user.id, date))) dates.push(date);
  }
  return dates;
}

function emptyPersonio(zone: Zone, today: LocalDate, credentials: CompanyCredentials): PersonioState {
  return {
    zone,
    credentials: [
      {
        ...credentials.personio,
        enabled: true,
        // As the set-up guide asks for (step 2b); projects so that a project mapping can be checked.
        rights: {
          employees: 'read',
          attendances: 'write',
          absences: 'write',
          webhooks: 'none',
          projects: 'read',
        },
        readableAttributes: 'all',
      },
    ],
    customAttributes: [{ key: birthdayAttribute, label: 'Date of birth', type: 'date', options: [] }],
    employees: [],
    absenceTypes: Object.values(catalogue.personioTypes).map((type) => ({ ...type })),
    absences: [],
    attendances: [],
    projects: catalogue.personioProjects.map((project) => ({ ...project })),
    holidays: Object.fromEntries(
      sites.map((site) => [
        catalogue.siteFacts[site].calendar.name,
        nearbyHolidays(today, site).map(({ date, value }) => ({ date, value })),
      ]),
    ),
  };
}

function emptyTimetac(today: LocalDate, credentials: CompanyCredentials): TimetacState {
  const { account, clientId, clientSecret } = credentials.timetac;
  return {
    account,
    serverZone: 'Europe/Vienna',
    credentials: [
      {
        clientId,
        clientSecret,
        userId: apiUserId,
        expiresOn: null,
        password: { username: 'tandem-api', password: 'demo-password' },
        rights: 'write',
      },
    ],
    users: [],
    departments: catalogue.departments.map((department) => ({ ...department })),
    workSchedules: catalogue.workSchedules.map((schedule) => ({ ...schedule, hours: [...schedule.hours] })),
    publicHolidayTemplates: sites.map((site) => ({
      id: catalogue.siteFacts[site].templateId,
      template_name: catalogue.siteFacts[site].templateName,
      country_id: 1,
      active: true,
      is_default: site === 'Munich',
    })),
    publicHolidays: sites
      .flatMap((site) =>
        nearbyHolidays(today, site).map((holiday) => ({
          ...holiday,
          template_id: catalogue.siteFacts[site].templateId,
        })),
      )
      .map((holiday, index) => ({ id: index + 1, ...holiday })),
    absenceTypes: Object.values(catalogue.leaveTypes).map((type) => ({ ...type })),
    absences: [],
    absenceDays: [],
    tasks: catalogue.tasks.map((task) => ({ ...task })),
    projects: catalogue.timetacProjects.map((project) => ({ ...project })),
    timeTrackings: [],
    languages: [
      { id: 1, name: 'English', code: 'en' },
      { id: 2, name: 'Deutsch', code: 'de' },
      { id: 3, name: 'Español', code: 'es' },
    ],
    features: ['employee_timetracking', 'project_timetracking', 'leave_management'].map((name) => ({
      name,
      enabled: true,
      limit: null,
    })),
    closedUntil: {},
    deleted: [],
  };
}

function nearbyHolidays(today: LocalDate, site: (typeof sites)[number]): Holiday[] {
  const year = Number(today.slice(0, 4));
  return [year - 1, year, year + 1].flatMap((each) => holidaysOf(site, each));
}
