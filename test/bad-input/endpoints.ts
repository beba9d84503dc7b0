// Every call of both doors: how it is asked, where in the vendor's answer its rows stand, and what they say in our words.

import type { AbsenceContent } from '../../src/core/absences/absence.ts';
import type { AttendanceContent } from '../../src/core/attendance/attendance.ts';
import type { NewUser } from '../../src/core/people/employee.ts';
import type { SourceKind } from '../../src/engine/ports.ts';
import type { PersonioSwitches } from '../../src/simulators/personio/switches.ts';
import { personioTypes } from '../../src/simulators/company/catalogue.ts';
import type { TimetacSwitches } from '../../src/simulators/timetac/switches.ts';
import { anna, ben, clara, type Story } from '../support/company.ts';
import { today } from './company.ts';
import { asText, at, type FieldTable, isObject } from './meaning.ts';
import * as personio from './personio-words.ts';
import type { Doors, Exchange } from './tape.ts';
import * as timetac from './timetac-words.ts';

export interface Endpoint {
  readonly name: string;
  readonly ask: (doors: Doors, subjects: Subjects) => Promise<unknown>;
  readonly lists: readonly RowList[];
  /** Complaints about what is no row, given all that was answered. */
  readonly alsoRight?: (output: unknown, exchanges: readonly Exchange[]) => readonly string[];
  readonly writes?: true;
  /** The same rows are judged in full elsewhere; here it is about how the pages hang together. */
  readonly rowsElsewhere?: true;
  readonly switches?: {
    readonly personio?: Partial<PersonioSwitches>;
    readonly timetac?: Partial<TimetacSwitches>;
  };
}

/** Ids of what is read, changed and deleted. */
export interface Subjects {
  readonly absence: string;
  readonly attendance: string;
  readonly rows: Readonly<Record<SourceKind, readonly string[]>>;
}

/** Rows of one kind, on the wire and as the door hands them on. */
export interface RowList {
  /** Whether an answer to this path holds such rows. */
  readonly path: RegExp;
  readonly rowsIn: (body: unknown) => unknown;
  /** Where they stand in the answer. */
  readonly place: string;
  /** One row stands there and no list. */
  readonly single?: true;
  readonly rowsOut: (output: unknown) => unknown;
  readonly fields: (exchanges: readonly Exchange[]) => FieldTable;
  /** Whether the door may leave out this row: it is not what was asked for. */
  readonly mayLeaveOut?: (row: unknown) => boolean;
}

const data = (path: RegExp, fields: FieldTable, more: Partial<RowList> = {}): RowList => ({
  path,
  place: '_data',
  rowsIn: (body) => at(body, '_data'),
  rowsOut: (output) => at(output, 'rows') ?? output,
  fields: () => fields,
  ...more,
});

const results = (resource: string, fields: FieldTable, more: Partial<RowList> = {}): RowList => ({
  path: new RegExp(`^${resource}/`),
  place: 'Results',
  rowsIn: (body) => at(body, 'Results'),
  rowsOut: (output) => output,
  fields: () => fields,
  ...more,
});

/** The object itself, bare. */
const bare = (path: RegExp, fields: FieldTable): RowList => ({
  path,
  place: '',
  single: true,
  rowsIn: (body) => [body],
  rowsOut: (output) => [output],
  fields: () => fields,
});

const kinds: Readonly<Record<SourceKind, readonly [resource: string, fields: FieldTable]>> = {
  user: ['users', timetac.userFields],
  absence: ['absences', timetac.absenceFields],
  absenceDay: ['absenceDays', timetac.absenceDayFields],
  timeEntry: ['timeTrackings', timetac.timeEntryFields],
};
const kindNames = Object.keys(kinds) as SourceKind[];
const ofKind = (kind: SourceKind, more: Partial<RowList>): RowList =>
  results(kinds[kind][0], kinds[kind][1], more);

const skip = { skipApproval: true } as const;
const attendance: AttendanceContent = {
  kind: 'WORK',
  start: '2026-03-10T11:00:00',
  end: '2026-03-10T15:00:00',
  projectId: null,
  comment: 'x',
};
const absence: AbsenceContent = {
  typeId: personioTypes.vacation.id,
  firstOn: '2026-05-04',
  lastOn: '2026-05-05',
  startsAtMidday: false,
  endsAtMidday: false,
  hours: null,
};
const newUser: NewUser = {
  username: 'new.person@muster.example',
  firstName: 'New',
  lastName: 'Person',
  email: 'new.person@muster.example',
  password: 'correct horse battery',
  personnelNumber: '9001',
  externalId: '9001',
  languageId: 2,
  departmentId: '3',
  workScheduleId: '2',
  holidayCalendarId: '1',
  startsOn: today,
  entryOn: today,
  birthday: '1990-02-03',
  entitlementDays: 30,
  mobileAllowed: true,
};

const attendancesPath = /^v2\/attendance-periods(\/|$)/;
const absencesPath = /^v2\/absence-periods$/;

const personioReads: readonly Endpoint[] = [
  {
    name: 'the list of employees',
    ask: ({ hr }) => hr.readEmployees(),
    lists: [
      data(/employees$/, personio.employeeFields, { place: 'data', rowsIn: (body) => at(body, 'data') }),
    ],
  },
  {
    name: 'the attributes that may be read',
    ask: ({ hr }) => hr.readableAttributes(),
    lists: [
      data(/attributes$/, personio.attributeFields, { place: 'data', rowsIn: (body) => at(body, 'data') }),
    ],
  },
  {
    name: 'the absence types of Personio',
    ask: ({ hr }) => hr.readAbsenceTypes(),
    lists: [data(/absence-types$/, personio.absenceTypeFields)],
  },
  {
    name: 'the projects of Personio',
    ask: ({ hr }) => hr.readProjects(),
    lists: [data(/projects$/, personio.projectFields)],
  },
  {
    name: 'the ids by which entitlements name types',
    ask: ({ hr }) => hr.readEntitlementIds(),
    lists: [
      data(/time-off-types$/, personio.entitledTypeFields, {
        place: 'data',
        rowsIn: (body) => at(body, 'data'),
      }),
    ],
  },
  {
    name: 'the list of absences in Personio',
    ask: ({ hr }) => hr.readAbsencePeriods({}),
    lists: [data(absencesPath, personio.absenceFields)],
  },
  {
    name: 'one absence in Personio',
    ask: ({ hr }, subjects) => hr.readAbsencePeriod(subjects.absence),
    lists: [bare(/^v2\/absence-periods\/[^/]+$/, personio.absenceFields)],
    alsoRight: isTheOneAskedFor,
  },
  {
    name: 'the days of an absence in Personio',
    ask: ({ hr }, subjects) => hr.readAbsenceDays(subjects.absence),
    lists: [data(/breakdowns$/, personio.breakdownFields)],
  },
  {
    name: 'the list of attendances',
    ask: ({ hr }) => hr.readAttendancePeriods({}),
    lists: [data(attendancesPath, personio.attendanceFields)],
  },
  {
    name: 'one attendance',
    ask: ({ hr }, subjects) => hr.readAttendancePeriod(subjects.attendance),
    lists: [bare(attendancesPath, personio.attendanceFields)],
    alsoRight: isTheOneAskedFor,
  },
  {
    name: 'one attendance in an envelope',
    switches: { personio: { 'attendance-get-one': 'wrapped' } },
    ask: ({ hr }, subjects) => hr.readAttendancePeriod(subjects.attendance),
    lists: [
      {
        ...bare(attendancesPath, personio.attendanceFields),
        place: '_data',
        rowsIn: (body) => [at(body, '_data')],
      },
    ],
    alsoRight: isTheOneAskedFor,
  },
];

const personioWrites: readonly Endpoint[] = [
  {
    name: 'a created attendance and the neighbours that Personio cut',
    writes: true,
    switches: { personio: { 'attendance-overlap': 'trim' } },
    ask: ({ hr }) => hr.createAttendancePeriod(anna.employee, attendance, skip),
    lists: [
      {
        path: attendancesPath,
        place: 'affected_periods',
        // A neighbour that the answer does not show well is read by itself.
        rowsIn: (body) => (at(body, 'start') === undefined ? (at(body, 'affected_periods') ?? []) : [body]),
        rowsOut: (output) => at(output, 'affected'),
        fields: () => personio.attendanceFields,
      },
    ],
    alsoRight: idIsTheOneCreated,
  },
  {
    name: 'a created absence',
    writes: true,
    ask: ({ hr }) => hr.createAbsencePeriod(anna.employee, absence, { ...skip, end: 'inclusive' }),
    lists: [],
    alsoRight: idIsTheOneCreated,
  },
  {
    name: 'a changed attendance',
    writes: true,
    switches: { personio: { 'attendance-patch-success': '200-id' } },
    ask: ({ hr }, subjects) =>
      hr.updateAttendancePeriod(
        subjects.attendance,
        { ...attendance, end: '2026-03-10T11:30:00' },
        { ...skip, projects: true },
      ),
    lists: [],
  },
  {
    name: 'a changed absence',
    writes: true,
    ask: ({ hr }, subjects) =>
      hr.updateAbsencePeriod(subjects.absence, absence, { ...skip, end: 'inclusive' }),
    lists: [],
  },
  {
    name: 'a deleted attendance',
    writes: true,
    ask: ({ hr }, subjects) => hr.deleteAttendancePeriod(subjects.attendance),
    lists: [],
  },
  {
    name: 'a deleted absence',
    writes: true,
    ask: ({ hr }, subjects) => hr.deleteAbsencePeriod(subjects.absence, { skipApproval: true }),
    lists: [],
  },
];

const timetacReads: readonly Endpoint[] = [
  ...kindNames.map(
    (kind): Endpoint => ({
      name: `all ${kinds[kind][0]}`,
      ask: ({ time }) => time.readAll([kind], {}),
      lists: [ofKind(kind, { rowsOut: (output) => at(output, `rows.${kind}`) })],
      alsoRight: clockAsTold,
    }),
  ),
  ...kindNames.map(
    (kind): Endpoint => ({
      name: `${kinds[kind][0]} by their ids`,
      rowsElsewhere: true,
      ask: ({ time }, subjects) => time.readByIds(kind, subjects.rows[kind]),
      lists: [ofKind(kind, {})],
    }),
  ),
  {
    name: 'changes since a moment',
    rowsElsewhere: true,
    // A kind that failed is an error of its own; those beside it are judged where nothing failed.
    ask: async ({ time }) => {
      const reading = await time.readChanges(kindNames, '2026-03-18 00:00:00', {});
      const [failed] = Object.values(reading.failed);
      if (failed !== undefined) throw failed;
      return reading;
    },
    lists: kindNames.map((kind) =>
      ofKind(kind, {
        path: new RegExp(`^(deltaSync|${kinds[kind][0]})/`),
        place: `Results.${kinds[kind][0]}.Results`,
        rowsIn: (body) =>
          at(body, 'ResourceName') === kinds[kind][0] ? at(body, 'Results') : blockRows(body, kinds[kind][0]),
        rowsOut: (output) => at(output, `rows.${kind}`),
      }),
    ),
    alsoRight: (output, exchanges) => [
      ...clockAsTold(output, exchanges),
      ...deletionsAsTold(output, exchanges),
    ],
  },
  {
    name: 'users with an external id',
    ask: ({ time }) => time.findUsers({ externalId: ben.employee }),
    lists: [
      results('users', timetac.userFields, {
        mayLeaveOut: (row) => asText(at(row, 'external_id')).trim().toLowerCase() !== ben.employee,
      }),
    ],
  },
  {
    name: 'the absence types of TimeTac',
    ask: ({ time }) => time.readAbsenceTypes(),
    lists: [
      results(
        'absenceTypes',
        {},
        {
          fields: (exchanges) => timetac.absenceTypeFields(() => resultsOf(exchanges, /^translations\//)),
        },
      ),
    ],
  },
  {
    name: 'tasks and projects',
    ask: ({ time }) => time.readTasks(),
    lists: [
      results(
        'tasks',
        {},
        { fields: (exchanges) => timetac.taskFields(() => resultsOf(exchanges, /^projects\//)) },
      ),
    ],
  },
  {
    name: 'departments',
    ask: ({ time }) => time.readDepartments(),
    lists: [results('departments', timetac.namedFields('department_name'))],
  },
  {
    name: 'working time models',
    ask: ({ time }) => time.readWorkSchedules(),
    lists: [results('workSchedules', timetac.namedFields('name'))],
  },
  {
    name: 'holiday calendars',
    ask: ({ time }) => time.readHolidayCalendars(),
    lists: [results('publicHolidayTemplates', timetac.namedFields('template_name'))],
  },
  {
    name: 'languages',
    ask: ({ time }) => time.readLanguages(),
    lists: [results('languages', timetac.languageFields)],
  },
  {
    name: 'modules',
    ask: ({ time }) => time.readModules(),
    lists: [],
    alsoRight: modulesAsTold,
  },
];

const writtenUser = results('users', timetac.userFields, {
  // A write shows the row that it wrote first.
  rowsIn: (body) =>
    at(body, 'Results') === undefined ? undefined : (at(body, 'Results') as unknown[]).slice?.(0, 1),
  rowsOut: (output) => [output],
});
const timetacWrites: readonly Endpoint[] = [
  {
    name: 'a created user',
    writes: true,
    ask: ({ time }) => time.createUser(newUser),
    lists: [writtenUser],
  },
  {
    name: 'a changed user',
    writes: true,
    ask: ({ time }) => time.updateUser(String(clara.user), { lastName: 'Other', exitOn: '2026-09-30' }),
    lists: [writtenUser],
    alsoRight: (output) =>
      at(output, 'id') === String(clara.user) ? [] : ['an answer about somebody else was believed'],
  },
  {
    name: 'a sent welcome mail',
    writes: true,
    ask: ({ time }) => time.sendWelcomeEmail(String(anna.user)),
    lists: [],
  },
];

/** Small pages: what hangs together by cursors, totals and ids. */
export const pagedEndpoints: readonly Endpoint[] = [
  {
    ...personioReads.find(({ name }) => name === 'the list of employees')!,
    name: 'employees in pages of two',
    rowsElsewhere: true,
    switches: { personio: { 'v1-employees-page': '2' as never } },
  },
  {
    ...personioReads.find(({ name }) => name === 'the list of attendances')!,
    name: 'attendances in pages of two',
    rowsElsewhere: true,
    switches: { personio: { 'attendance-page-size': '2' } },
  },
  {
    ...timetacReads.find(({ name }) => name === 'all timeTrackings')!,
    name: 'timeTrackings in pages of three',
    rowsElsewhere: true,
    switches: { timetac: { 'page-limit-max': '3' } },
  },
  {
    ...timetacReads.find(({ name }) => name === 'timeTrackings by their ids')!,
    name: 'timeTrackings by their ids in pages of three',
    rowsElsewhere: true,
    switches: { timetac: { 'page-limit-max': '3' } },
  },
  {
    ...timetacReads.find(({ name }) => name === 'changes since a moment')!,
    name: 'changes in pages of three',
    switches: { timetac: { 'page-limit-max': '3' } },
  },
];

export const endpoints: readonly Endpoint[] = [
  ...personioReads,
  ...personioWrites,
  ...timetacReads,
  ...timetacWrites,
];

export function subjectsOf({ states: { personio, timetac } }: Story): Subjects {
  const idsOf = (rows: readonly { readonly id: number }[]): string[] => rows.map(({ id }) => String(id));
  return {
    absence: personio.absences[0]!.id,
    attendance: personio.attendances[0]!.id,
    rows: {
      user: idsOf(timetac.users),
      absence: idsOf(timetac.absences),
      absenceDay: idsOf(timetac.absenceDays.slice(-6)),
      timeEntry: idsOf(timetac.timeTrackings),
    },
  };
}

const resultsOf = (exchanges: readonly Exchange[], path: RegExp): readonly unknown[] =>
  exchanges
    .filter((exchange) => path.test(exchange.path))
    .map((exchange) => at(exchange.body, 'Results'))
    .flatMap((rows) => (Array.isArray(rows) ? (rows as unknown[]) : []));

/** The rows of a block of deltaSync; a block that says nothing is read for itself. */
function blockRows(body: unknown, resource: string): unknown {
  const block = at(body, `Results.${resource}`);
  const rows = at(block, 'Results');
  return Array.isArray(rows) && at(block, 'Success') !== false ? rows : [];
}

function isTheOneAskedFor(output: unknown, exchanges: readonly Exchange[]): readonly string[] {
  const asked = exchanges.some(({ path }) => path.endsWith(`/${String(at(output, 'id'))}`));
  return asked ? [] : ['another record than the one asked for'];
}

function idIsTheOneCreated(output: unknown, exchanges: readonly Exchange[]): readonly string[] {
  const bodies = exchanges
    .filter(({ method, isToken }) => method === 'POST' && !isToken)
    .map(({ body }) => body);
  const id = at(output, 'id');
  return bodies.some((body) => personio.createdId(body).includes(id)) ? [] : [`id = ${JSON.stringify(id)}`];
}

function clockAsTold(output: unknown, exchanges: readonly Exchange[]): readonly string[] {
  const told = exchanges.flatMap((exchange) => timetac.clockOf(exchange.body) ?? []);
  const { serverWall, serverZone } = {
    serverWall: at(output, 'serverWall'),
    serverZone: at(output, 'serverZone'),
  };
  const isTold = told.some((clock) => clock.serverWall === serverWall && clock.serverZone === serverZone);
  return isTold ? [] : [`clock = ${String(serverWall)} ${String(serverZone)}`];
}

function deletionsAsTold(output: unknown, exchanges: readonly Exchange[]): readonly string[] {
  const bodies = exchanges.filter(({ path }) => path.startsWith('deltaSync/')).map(({ body }) => body);
  return kindNames.flatMap((kind) => {
    const deleted = at(output, `deleted.${kind}`);
    if (deleted === undefined) return [];
    // A page asks only for what is not read whole yet, and may leave deletions to an earlier one.
    const blocks = bodies.map((body) => at(body, `Results.${kinds[kind][0]}`));
    const pages = bodies.filter(
      (body, index) => blocks[index] !== undefined && tellsDeletions(body, blocks[index]),
    );
    const lists = pages.flatMap((body) => {
      const own = timetac.deletedIds(at(body, `Results.${kinds[kind][0]}.Deleted`));
      const around = timetac.deletedIds(at(body, `Deleted.${kinds[kind][0]}`));
      return own ?? around ?? ['a page did not tell'];
    });
    if (pages.length === 0) return [`deleted.${kind} was never told`];
    const isTold = JSON.stringify([...new Set(lists)]) === JSON.stringify(deleted);
    return isTold ? [] : [`deleted.${kind} = ${JSON.stringify(deleted)}, told: ${JSON.stringify(lists)}`];
  });
}

const tellsDeletions = (body: unknown, block: unknown): boolean =>
  at(block, 'Deleted') !== undefined || isObject(at(body, 'Deleted'));

function modulesAsTold(output: unknown, exchanges: readonly Exchange[]): readonly string[] {
  if (output === null) return [];
  const rows = exchanges
    .filter(({ path }) => path.startsWith('features/'))
    .map((one) => at(one.body, 'Results'));
  const told = rows.flatMap((list) => (Array.isArray(list) ? [timetac.modulesIn(list as unknown[])] : []));
  return JSON.stringify(told[0]) === JSON.stringify(output) ? [] : [`modules = ${JSON.stringify(output)}`];
}
