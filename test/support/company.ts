// A handful of people in both accounts, and the sentences that a scenario is told in: who works, who takes leave, what
// stands afterwards, and what the report says.

import type { ReportLine, RunReport } from '../../src/core/report/run-report.ts';
import {
  addDays,
  type Instant,
  instantOf,
  type LocalDate,
  midnightOf,
  minuteMs,
} from '../../src/core/time/calendar.ts';
import type { RunRequest } from '../../src/engine/workshop.ts';
import { type CompanyStates, openBench } from '../../src/simulators/company/bench.ts';
import {
  type LeaveKind,
  leaveTypes,
  personioTypes,
  taskIds,
} from '../../src/simulators/company/catalogue.ts';
import { demoCredentials } from '../../src/simulators/company/credentials.ts';
import { firstNames, lastNames } from '../../src/simulators/company/names.ts';
import { addApiUser, addEmployee, addUser, type Person } from '../../src/simulators/company/people.ts';
import type { PersonioEmployee } from '../../src/simulators/personio/state.ts';
import type { TimetacAbsence, TimetacTimeTracking, TimetacUser } from '../../src/simulators/timetac/state.ts';
import { MemoryArchive } from '../../src/store/memory/memory-archive.ts';
import { createWire } from './wire.ts';
import { createWorld, type WorldOptions } from './world.ts';

export const zone = 'Europe/Berlin';

/** The instant that a clock in Berlin shows: `at('2026-03-02 08:00')`. */
export const at = (text: string): Instant => instantOf(`${text.replace(' ', 'T')}:00`, zone);

/** How a person differs from one who stands equal in both accounts and holds the employee's id. */
export interface Differing {
  readonly employee?: Partial<PersonioEmployee>;
  /** null: has no account in TimeTac. */
  readonly user?: Partial<TimetacUser> | null;
}

export interface SmallCompanyOptions {
  /** How many, or how each differs. */
  readonly people: number | readonly Differing[];
  readonly today: LocalDate;
}

/** Ids of the person at this place of the list. */
export const personAt = (index: number) => ({
  id: 3001 + index,
  employee: String(3001 + index),
  user: 101 + index,
});

/** The first people of every small company: Anna Ahrens, Ben Bachmann and Clara Conrad. */
export const anna = personAt(0);
export const ben = personAt(1);
export const clara = personAt(2);

export function smallCompany({ people, today }: SmallCompanyOptions): CompanyStates {
  const bench = openBench({
    domain: 'muster.example',
    first: addDays(today, -60),
    today,
    zone,
    credentials: demoCredentials,
  });
  addApiUser(bench);
  const list: readonly Differing[] =
    typeof people === 'number' ? Array.from({ length: people }, () => ({})) : people;
  list.forEach(({ employee, user }, index) => {
    const person = personNumber(index);
    addEmployee(bench, person, employee);
    if (user !== null) addUser(bench, person, user);
  });
  return { personio: bench.personio, timetac: bench.timetac };
}

export function personNumber(index: number): Person {
  return {
    id: personAt(index).id,
    firstName: firstNames[index % firstNames.length] ?? '',
    lastName: lastNames[(index + Math.floor(index / firstNames.length)) % lastNames.length] ?? '',
    birthday: addDays('1980-01-01', index),
    site: 'Munich',
    department: 'Sales',
    position: 'Clerk',
    schedule: 2,
    hiredOn: '2024-01-01',
  };
}

export interface StoryOptions extends Omit<WorldOptions, 'states' | 'now' | 'archive' | 'between'> {
  readonly people?: number | readonly Differing[];
  /** What the clock in Berlin shows when the story begins. */
  readonly now?: string;
}

export type Story = ReturnType<typeof tellStory>;

/** One small company with its world, on Wednesday, 18 March 2026, at nine unless told otherwise. */
export function tellStory({ people = 2, now = '2026-03-18 09:00', ...options }: StoryOptions = {}) {
  const states = smallCompany({ people, today: now.slice(0, 10) });
  const wire = createWire();
  const archive = new MemoryArchive();
  const world = createWorld({
    startDate: '2026-01-01',
    ...options,
    states,
    now: at(now),
    archive,
    between: wire.between,
  });
  const hr = world.personio.people;
  const time = world.timetac.people;
  const { personio, timetac } = states;

  const later = (minutes = 15): void => void world.clock.advance(minutes * minuteMs);

  return {
    world,
    wire,
    archive,
    states,
    /** What people do in Personio, and in TimeTac. */
    hr,
    time,
    later,
    goTo: (text: string): void => void world.clock.advance(at(text) - world.clock.now()),
    sync: (request: Partial<RunRequest> = {}) => world.sync(request),
    /** A quarter of an hour later, the next run. */
    syncLater: (request: Partial<RunRequest> = {}) => {
      later();
      return world.sync(request);
    },
    /** The run is killed where the wire (or the archive) says; everything committed stays. */
    syncAndDie: async (request: Partial<RunRequest> = {}): Promise<void> => {
      const end = await wire
        .mortal(() => world.sync(request))
        .then(
          () => 'survived',
          (error: unknown) => (error instanceof Error ? error.name : 'unknown'),
        );
      if (end !== 'Killed') throw new Error(`The run was to be killed, but it ${end}`);
      archive.dropLease();
    },

    /** `works(101, '2026-03-16 08:00', '12:00')`; an end of five letters is on the same day, null still runs. */
    works: (
      user: number,
      start: string,
      end: string | null,
      more: Partial<TimetacTimeTracking> = {},
    ): TimetacTimeTracking =>
      time.addTimeTracking({
        user_id: user,
        task_id: taskIds.work,
        start_time: `${start}:00`,
        end_time: end === null ? null : `${endOn(start, end)}:00`,
        start_time_timezone: zone,
        end_time_timezone: zone,
        ...more,
      }),
    /** Granted leave of whole days, from the first to the last day. */
    takesLeave: (
      user: number,
      kind: LeaveKind,
      from: LocalDate,
      to: LocalDate = from,
      more: Partial<TimetacAbsence> = {},
    ): TimetacAbsence => {
      const { absence_type_id, absence_subtype_id } = leaveTypes[kind];
      return time.addAbsence({
        user_id: user,
        type_id: absence_type_id,
        subtype_id: absence_subtype_id,
        from_date: from,
        to_date: to,
        ...more,
      });
    },

    /** What stands in Personio: `WORK 2026-03-16 08:00–12:00`, in order of time. */
    attendances: (employee: string = anna.employee): string[] =>
      personio.attendances
        .filter((period) => period.person_id === employee)
        .sort((a, b) => (`${a.start}${a.type}` < `${b.start}${b.type}` ? -1 : 1))
        .map((period) => `${period.type} ${spanText(period.start, period.end)}`),
    /** What stands in Personio: `Paid absence 2026-03-16 – 2026-03-18`, with what is half or not approved. */
    absences: (employee: string = anna.employee): string[] =>
      personio.absences
        .filter((absence) => absence.person_id === employee)
        .sort((a, b) => (`${a.first}${a.starts_at_midday}` < `${b.first}${b.starts_at_midday}` ? -1 : 1))
        .map((absence) => {
          const type = personio.absenceTypes.find(({ id }) => id === absence.absence_type_id)?.name;
          const hours = absence.hours === null ? '' : ` ${spanText(absence.hours.start, absence.hours.end)}`;
          const halves = `${absence.starts_at_midday ? ' from midday' : ''}${absence.ends_at_midday ? ' to midday' : ''}`;
          const status = absence.status === 'APPROVED' ? '' : ` (${absence.status})`;
          const span = absence.first === absence.last ? absence.first : `${absence.first} – ${absence.last}`;
          return `${type} ${span}${halves}${hours}${status}`;
        }),
    /** Whose the linked hours and absences are, each origin once. */
    origins: async (): Promise<string[]> => {
      const links = [
        ...(await archive.links({ part: 'absences' })),
        ...(await archive.links({ part: 'attendances' })),
      ];
      return [...new Set(links.map(({ origin }) => origin))];
    },
    userOf: (user: number): TimetacUser | undefined => timetac.users.find(({ id }) => id === user),
    /** The attendance in Personio that begins then. */
    attendanceAt: (start: string) => {
      const found = personio.attendances.find((period) => period.start === `${start.replace(' ', 'T')}:00`);
      if (found === undefined) throw new Error(`No attendance begins at ${start}`);
      return found;
    },
    absenceOn: (first: LocalDate) => {
      const found = personio.absences.find((absence) => absence.first === first);
      if (found === undefined) throw new Error(`No absence begins on ${first}`);
      return found;
    },
    /** HR enters this by hand in Personio. */
    hrEnters: (type: 'WORK' | 'BREAK', start: string, end: string, employee: string = anna.employee) =>
      hr.addAttendance({
        person_id: employee,
        type,
        start: wallText(start),
        end: wallText(endOn(start, end)),
      }),
    hrEntersAbsence: (
      kind: keyof typeof personioTypes,
      first: LocalDate,
      last: LocalDate = first,
      more: { readonly starts_at_midday?: boolean; readonly status?: 'PENDING' | 'REJECTED' } = {},
    ) =>
      hr.addAbsence({
        person_id: anna.employee,
        absence_type_id: personioTypes[kind].id,
        first,
        last,
        ...more,
      }),
    /** Method and path of every call that changed something at a vendor since the mark. */
    writesSince: (mark: Mark): string[] =>
      [...world.personio.calls.slice(mark.personio), ...world.timetac.calls.slice(mark.timetac)]
        .filter((call) => call.wrote)
        .map((call) => `${call.method} ${kindOfPath(call.path)}`),
    mark: (): Mark => ({
      personio: world.personio.calls.length,
      timetac: world.timetac.calls.length,
    }),
  };
}

export interface Mark {
  readonly personio: number;
  readonly timetac: number;
}

/** `absence-exists 3001 2026-03-16`: code, employee (or `-`) and date (or `-`), sorted. */
export const told = (lines: readonly ReportLine[]): string[] =>
  lines.map((line) => `${line.code} ${line.employee?.personioId ?? '-'} ${line.date ?? '-'}`).sort();

/** Only the codes, sorted. */
export const codes = (lines: readonly ReportLine[]): string[] => lines.map((line) => line.code).sort();

/** Created, updated and deleted of one part, e.g. `+2 ~1 -0`. */
export const changesIn = (report: RunReport, part: keyof RunReport['parts']): string => {
  const { created, updated, deleted } = report.parts[part];
  return `+${created} ~${updated} -${deleted}`;
};

export const writesOf = (report: RunReport): number => report.run.writes.personio + report.run.writes.timetac;
export const requestsOf = (report: RunReport): number =>
  report.run.requests.personio + report.run.requests.timetac;

const wallText = (text: string): string => `${text.replace(' ', 'T')}:00`;

function endOn(start: string, end: string): string {
  if (end.length > 5) return end;
  return end === '24:00' ? `${addDays(start.slice(0, 10), 1)} 00:00` : `${start.slice(0, 10)} ${end}`;
}

function spanText(start: string, end: string | null): string {
  const day = start.slice(0, 10);
  const from = `${day} ${start.slice(11, 16)}`;
  if (end === null) return `${from}–`;
  if (end === midnightOf(addDays(day, 1))) return `${from}–24:00`;
  return end.startsWith(day)
    ? `${from}–${end.slice(11, 16)}`
    : `${from}–${end.slice(0, 16).replace('T', ' ')}`;
}

/** Ids say nothing in a story. */
const kindOfPath = (path: string): string => path.replace(/\?.*$/, '').replace(/\/[0-9a-f-]{8,}$|\/\d+$/, '');

/** All rows of an absence, or the one of a date, vanish from its days as TimeTac would tell it. */
export function takeRowOut({ states, world }: Story, absenceId: number, date?: string): void {
  const { absenceDays, deleted } = states.timetac;
  for (const row of absenceDays.filter((day) => day.request_id === absenceId))
    if (date === undefined || row.date === date) {
      absenceDays.splice(absenceDays.indexOf(row), 1);
      deleted.push({ resource: 'absenceDays', id: row.id, at: world.clock.now() });
    }
}

/** Anna comes back to Personio under a new id, as the person that she is there now. */
export function hiresAgain({ states, hr }: Story, id: number, on: string): void {
  const former = states.personio.employees.find((employee) => employee.id === anna.id);
  if (former === undefined) throw new Error('Anna is gone');
  hr.addEmployee({ ...former, id, status: 'active', hire_date: on, termination_date: null });
}
