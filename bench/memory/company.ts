// A company of which everything can be reckoned: what its people recorded on any day, and what therefore stands in
// Personio. Doors to it answer page by page and hold nothing, so that the memory that is measured is Tandem's alone.

import { attendanceCraft } from '../../src/core/attendance/craft.ts';
import { type AttendanceRules, deriveDay } from '../../src/core/attendance/derive.ts';
import type { AttendanceContent, AttendancePeriod, TimeEntry } from '../../src/core/attendance/attendance.ts';
import { agreedOf } from '../../src/core/people/derive-user.ts';
import type { Employee, User } from '../../src/core/people/employee.ts';
import type { Settings } from '../../src/core/settings/settings.ts';
import type { Link } from '../../src/core/sync/desk.ts';
import { type LocalDate, addDays, datesFrom, weekdayOf } from '../../src/core/time/calendar.ts';
import type { MirrorRow } from '../../src/engine/archive.ts';
import { settingsOfDocument } from '../../test/support/settings.ts';
import { timeEntry } from '../../test/support/time-entry.ts';
import type { HrDoor, SourceClock, SourceRows, TimeDoor } from '../../src/engine/ports.ts';

const people = 500;
/** Morning and afternoon. */
const blocks = ['08:00 12:00', '12:30 16:30'] as const;
export const linksADay = people * blocks.length;
const zone = 'Europe/Berlin';
const clock: SourceClock = { serverWall: '2026-11-26 12:00:00', serverZone: zone };
const today = '2026-11-26';
const persons = Array.from({ length: people }, (_, index) => index);
const craft = attendanceCraft({ projects: false, notes: false });

export interface Company {
  readonly days: readonly LocalDate[];
  readonly settings: Settings;
  readonly hr: HrDoor;
  readonly time: TimeDoor;
  /** What an archive knows of a day once it is in step. */
  readonly agreedOn: (day: LocalDate) => { links: Link<AttendanceContent>[]; rows: MirrorRow[] };
  readonly peopleLinks: () => Link<unknown>[];
}

/** @param count working days up to yesterday */
export function openCompany(count: number): Company {
  const days = workdaysBefore(today, count);
  const indexOf = new Map(days.map((day, index) => [day, index]));
  const idOf = (day: LocalDate, person: number, block: number): string =>
    String(((indexOf.get(day) ?? 0) * people + person) * blocks.length + block + 1);
  const settings = settingsFrom(days[0] ?? today);
  const rules: AttendanceRules = {
    granularity: settings.attendances.granularity,
    paidBreaks: settings.attendances.paidBreaks,
    approvedOnly: settings.attendances.approvedOnly,
    notes: settings.attendances.notes,
    projects: new Map(),
  };
  const entriesOf = (day: LocalDate, person: number): TimeEntry[] =>
    blocks.map((block, index) =>
      timeEntry({
        id: idOf(day, person, index),
        userId: userIdOf(person),
        start: `${day}T${block.slice(0, 5)}:00`,
        end: `${day}T${block.slice(6)}:00`,
      }),
    );
  const periodsOf = (day: LocalDate, person: number): AttendancePeriod[] =>
    deriveDay(day, entriesOf(day, person), rules).periods.map(({ key, content }) => ({
      id: `p${key}`,
      employeeId: employeeIdOf(person),
      on: day,
      content,
      status: 'confirmed',
      automatic: false,
      createdAt: null,
      updatedAt: null,
    }));

  const time = asked<TimeDoor>({
    readEach: async (kinds, _from, take) => {
      for (const kind of kinds) {
        if (kind === 'user') await take('user', persons.map(userOf));
        if (kind !== 'timeEntry') continue;
        for (const day of days)
          await take(
            'timeEntry',
            persons.flatMap((person) => entriesOf(day, person)),
          );
      }
      return clock;
    },
    readChanges: async (kinds) => ({
      rows: {},
      deleted: Object.fromEntries(kinds.map((kind) => [kind, []])),
      failed: {},
      ...clock,
    }),
    ...memoryless,
  });
  const hr = asked<HrDoor>({
    readEmployees: async () => ({ rows: persons.map(employeeOf), serverAt: Date.now() }),
    readAttendancePeriods: async ({ employeeIds = [], from = '', to = '9999', updatedSince }) => {
      const rows =
        updatedSince !== undefined
          ? []
          : days
              .filter((day) => day >= from && day <= to)
              .flatMap((day) => employeeIds.flatMap((id) => periodsOf(day, Number(id) - 3001)));
      return { rows, serverAt: Date.now() };
    },
    ...memoryless,
  });
  return {
    days,
    settings,
    hr,
    time,
    agreedOn: (day) => ({
      rows: persons.flatMap((person) =>
        entriesOf(day, person).map(
          (row): MirrorRow<'timeEntry'> => ({
            kind: 'timeEntry',
            id: row.id,
            userId: row.userId,
            from: day,
            to: day,
            row,
          }),
        ),
      ),
      links: persons.flatMap((person) =>
        periodsOf(day, person).map(
          ({ id, employeeId, content }): Link<AttendanceContent> => ({
            part: 'attendances',
            key: id.slice(1),
            targetId: id,
            employeeId,
            from: day,
            to: day,
            origin: 'created',
            agreed: craft.remembered(content),
            linkedAt: 0,
          }),
        ),
      ),
    }),
    peopleLinks: () =>
      persons.map((person) => ({
        part: 'employees',
        key: employeeIdOf(person),
        targetId: userIdOf(person),
        employeeId: employeeIdOf(person),
        from: null,
        to: null,
        origin: 'adopted',
        agreed: agreedOf(employeeOf(person), undefined, false),
        linkedAt: 0,
      })),
  };
}

const memoryless = {
  learned: () => ({}),
  recall: () => undefined,
  fence: () => undefined,
  meter: () => ({ requests: 0, tokenRequests: 0, writes: 0 }),
};

/** A door of which only some calls may be asked: any other would be a write, or a mistake of the benchmark. */
function asked<D extends object>(calls: Partial<D>): D {
  return new Proxy(calls, {
    get: (target, name) => {
      if (name in target || typeof name === 'symbol') return Reflect.get(target, name) as unknown;
      throw new Error(`bench: ${name} was asked, which this company does not answer`);
    },
  }) as D;
}

const employeeIdOf = (person: number): string => String(3001 + person);
const userIdOf = (person: number): string => String(101 + person);
const nameOf = (person: number) => ({
  firstName: `First ${person}`,
  lastName: `Last ${person}`,
  email: `person${person}@muster.example`,
});

const employeeOf = (person: number): Employee => ({
  id: employeeIdOf(person),
  ...nameOf(person),
  status: 'active',
  hiredOn: '2015-01-01',
  terminatedOn: null,
  birthday: undefined,
  entitlements: undefined,
  office: null,
  department: null,
  subcompany: null,
  employmentType: null,
});

const userOf = (person: number): SourceRows['user'] =>
  ({
    id: userIdOf(person),
    active: true,
    human: true,
    username: `person${person}`,
    ...nameOf(person),
    personnelNumber: employeeIdOf(person),
    externalId: employeeIdOf(person),
    birthday: undefined,
    entryOn: '2015-01-01',
    exitOn: null,
    entitlementDays: undefined,
  }) satisfies User;

function settingsFrom(startDate: LocalDate): Settings {
  return settingsOfDocument({
    version: 1,
    name: 'Muster GmbH',
    personio: { clientId: 'papi-bench', clientSecret: 'secret-of-the-bench' },
    timetac: { account: 'muster', clientId: 'muster', clientSecret: 'secret-of-the-bench' },
    users: { enabled: false },
    absences: { enabled: false },
    attendances: { enabled: true, startDate, granularity: 'entries' },
    report: { when: 'never' },
  });
}

function workdaysBefore(day: LocalDate, count: number): LocalDate[] {
  const from = addDays(day, -Math.ceil((count * 7) / 5) - 7);
  return datesFrom(from, addDays(day, -1))
    .filter((date) => weekdayOf(date) <= 5)
    .slice(-count);
}
