// Both doors against both simulators: whatever an open question about a vendor turns out to be, the door says the same.
// A simulator shares no code with the door that talks to it, so a misunderstanding of the documents shows here.
// oxlint-disable unicorn/consistent-function-scoping -- a helper stands beside the tests that it serves

import { describe, expect, test } from 'vitest';
import { addDays, dateOf, type LocalDate } from '../../src/core/time/calendar.ts';
import type { AbsenceContent } from '../../src/core/absences/absence.ts';
import type { NewUser } from '../../src/core/people/employee.ts';
import { simulatorTransport } from '../../src/connectors/http/transport.ts';
import { createPersonioDoor } from '../../src/connectors/personio/door.ts';
import { createTimetacDoor } from '../../src/connectors/timetac/door.ts';
import { asVendorTrouble, type HrDoor, type SourceKind } from '../../src/engine/ports.ts';
import { demoCompany } from '../../src/simulators/company/demo.ts';
import { demoCredentials } from '../../src/simulators/company/credentials.ts';
import { seededRandom } from '../../src/simulators/faults/random.ts';
import { createPersonioSimulator } from '../../src/simulators/personio/simulator.ts';
import { personioSwitches, type PersonioSwitches } from '../../src/simulators/personio/switches.ts';
import { createTimetacSimulator } from '../../src/simulators/timetac/simulator.ts';
import { timetacSwitches, type TimetacSwitches } from '../../src/simulators/timetac/switches.ts';

const startAt = Date.parse('2026-11-20T09:00:00Z');
const today = '2026-11-20';
const skip = { skipApproval: true } as const;
/** Every test works on a copy. */
const company = demoCompany({ now: startAt });

function openStage(switches: {
  readonly personio?: Partial<PersonioSwitches>;
  readonly timetac?: Partial<TimetacSwitches>;
}) {
  let now = startAt;
  const surroundings = {
    now: () => now,
    random: seededRandom(7),
    sleep: async (ms: number) => {
      now += ms;
    },
  };
  const states = structuredClone(company);
  const personio = createPersonioSimulator({
    state: states.personio,
    surroundings,
    switches: switches.personio ?? {},
  });
  const timetac = createTimetacSimulator({
    state: states.timetac,
    surroundings,
    switches: switches.timetac ?? {},
  });
  const timing = { ...surroundings, random: seededRandom(11) };
  const hr = createPersonioDoor({
    baseUrl: 'https://api.personio.de',
    clientId: demoCredentials.personio.clientId,
    clientSecret: demoCredentials.personio.clientSecret,
    appId: 'TANDEM',
    partnerId: null,
    attributes: { dateOfBirth: null },
    transport: simulatorTransport(personio.handle),
    timing,
    pacing: 'vendor',
  });
  const time = createTimetacDoor({
    baseUrl: 'https://api.timetac.com',
    account: states.timetac.account,
    apiVersion: 4,
    pathPrefix: switches.timetac?.['path-prefix'] === 'userapi' ? 'userapi/' : '',
    clientId: demoCredentials.timetac.clientId,
    clientSecret: demoCredentials.timetac.clientSecret,
    transport: simulatorTransport(timetac.handle),
    timing,
    pacing: 'vendor',
  });
  const pass = (ms: number): void => {
    now += ms;
  };
  return { hr, time, personio, timetac, pass };
}

// Every value of every switch, with a few numbers where any number is possible.
const numbers: Readonly<Record<string, readonly string[]>> = {
  'attendance-page-size': ['1', '7', '100'],
  'attendance-daily-updates': ['3'],
  'rate-limit': ['1', '25'],
  'token-lifetime': ['2', '90'],
  'page-limit-max': ['3', '50', '250'],
  'batch-size-max': ['1'],
  'deleted-retention': ['1'],
  'recalculation-lag': ['60'],
  'attribute-whitelist': [],
};
const casesOf = (
  table: Readonly<Record<string, { readonly values: readonly string[] }>>,
): [string, string][] =>
  Object.entries(table).flatMap(([name, { values }]) =>
    [...values, ...(numbers[name] ?? [])].map((value): [string, string] => [name, value]),
  );

const everyKind: readonly SourceKind[] = ['user', 'absence', 'absenceDay', 'timeEntry'];
const from = { absence: '2026-09-01', absenceDay: '2026-09-01', timeEntry: '2026-10-15' };
const byId = <T extends { readonly id: string }>(rows: readonly T[] | undefined): T[] =>
  [...(rows ?? [])].sort((a, b) => (a.id < b.id ? -1 : 1));

describe('Personio: what is read does not depend on what nobody knows', () => {
  const window = { from: addDays(today, -20), to: today };
  const readEverything = async (hr: HrDoor) => ({
    employees: byId((await hr.readEmployees()).rows),
    absences: byId((await hr.readAbsencePeriods({ from: '2026-01-01', to: '2027-12-31' })).rows),
    attendances: byId((await hr.readAttendancePeriods(window)).rows),
    types: byId(await hr.readAbsenceTypes()),
  });
  const seed = (stage: ReturnType<typeof openStage>): void => {
    const type = stage.personio.state.absenceTypes.find(({ unit, half_days }) => unit === 'DAY' && half_days);
    const [a, b, c] = stage.personio.state.employees.map(({ id }) => String(id));
    const absence = { absence_type_id: type?.id ?? '' };
    const { people } = stage.personio;
    people.addAbsence({
      ...absence,
      person_id: a!,
      first: '2027-03-01',
      last: '2027-03-01',
      ends_at_midday: true,
    });
    people.addAbsence({
      ...absence,
      person_id: b!,
      first: '2027-03-01',
      last: '2027-03-01',
      starts_at_midday: true,
    });
    people.addAbsence({
      ...absence,
      person_id: c!,
      first: '2027-03-01',
      last: '2027-03-05',
      ends_at_midday: true,
    });
    people.addAbsence({
      ...absence,
      person_id: c!,
      first: '2027-04-01',
      last: '2027-04-09',
      starts_at_midday: true,
    });
    for (const [index, person] of [a!, b!, c!].entries()) {
      for (let day = 0; day < 19; day++) {
        const on = addDays(today, -day);
        const work = { person_id: person, type: 'WORK' as const };
        people.addAttendance({ ...work, start: `${on}T0${index}:00:00`, end: `${on}T0${index + 1}:30:00` });
        people.addAttendance({ ...work, start: `${on}T21:00:00`, end: `${on}T22:00:00` });
      }
    }
    // So that none of this is new to the reads.
    stage.pass(60_000);
  };
  let expected: Awaited<ReturnType<typeof readEverything>> | undefined;
  const expectation = async () => {
    if (expected !== undefined) return expected;
    const stage = openStage({});
    seed(stage);
    return (expected = await readEverything(stage.hr));
  };

  const changing = new Set([
    'attribute-whitelist',
    'absence-type-category',
    'absence-status-set',
    'auto-breaks',
  ]);
  test.each(casesOf(personioSwitches))('%s: %s', async (name, value) => {
    const want = await expectation();
    const stage = openStage({ personio: { [name]: value } });
    seed(stage);
    if (name === 'next-link' && value === 'self-loop') {
      // Attendance is not read by its links and comes through; nothing else here is longer than a page.
      expect((await readEverything(stage.hr)).attendances).toEqual(want.attendances);
      return;
    }
    const got = await readEverything(stage.hr);
    expect(got.attendances.map(({ content }) => content)).toEqual(
      want.attendances.map(({ content }) => content),
    );
    expect(got.absences.map(({ content }) => content)).toEqual(want.absences.map(({ content }) => content));
    if (!changing.has(name)) expect(got).toEqual(want);
  });

  test('what the door says is what the account holds', async () => {
    const stage = openStage({});
    seed(stage);
    const { state } = stage.personio;
    const got = await readEverything(stage.hr);
    expect(got.employees).toHaveLength(state.employees.length);
    expect(got.employees.filter(({ birthday }) => typeof birthday === 'string').length).toBeGreaterThan(10);
    for (const employee of got.employees) {
      const held = state.employees.find(({ id }) => String(id) === employee.id);
      expect(employee).toMatchObject({
        firstName: held?.first_name,
        lastName: held?.last_name,
        email: held?.email === '' ? null : held?.email,
        status: held?.status,
        hiredOn: held?.hire_date,
        terminatedOn: held?.termination_date,
        office: held?.office?.name ?? null,
        department: held?.department?.name ?? null,
        subcompany: held?.subcompany?.name ?? null,
        employmentType: held?.employment_type,
      });
    }
    for (const absence of state.absences) {
      expect(got.absences.find(({ id }) => id === absence.id)?.content).toEqual({
        typeId: absence.absence_type_id,
        firstOn: absence.first,
        lastOn: absence.last,
        startsAtMidday: absence.starts_at_midday,
        endsAtMidday: absence.ends_at_midday,
        hours: absence.hours,
      });
    }
    for (const period of state.attendances.filter(({ start }) => dateOf(start) >= window.from)) {
      expect(got.attendances.find(({ id }) => id === period.id)).toMatchObject({
        employeeId: period.person_id,
        on: period.attribution_date,
        content: { kind: period.type, start: period.start, end: period.end, projectId: period.project_id },
      });
    }
    expect((await stage.hr.readableAttributes()).map(({ key }) => key)).toContain('first_name');
  });

  test('a window brings what touches it, and nothing else', async () => {
    const { hr, personio } = openStage({});
    const person = String(personio.state.employees[0]!.id);
    const typeId = personio.state.absenceTypes.find(({ unit }) => unit === 'DAY')!.id;
    personio.state.absences.length = 0;
    personio.state.attendances.length = 0;
    const add = (first: LocalDate, last: LocalDate | null) =>
      personio.people.addAbsence({ person_id: person, absence_type_id: typeId, first, last }).id;
    add('2027-05-01', '2027-05-09');
    const touching = [
      add('2027-05-10', '2027-05-10'),
      add('2027-05-12', '2027-05-20'),
      add('2027-05-14', null),
    ];
    add('2027-05-15', '2027-05-16');
    const absences = await hr.readAbsencePeriods({
      from: '2027-05-10',
      to: '2027-05-14',
      employeeIds: [person],
    });
    expect(absences.rows.map(({ id }) => id).sort()).toEqual([...touching].sort());

    const work = (start: string, end: string | null) =>
      personio.people.addAttendance({ person_id: person, type: 'WORK', start, end }).id;
    work('2027-05-09T22:00:00', '2027-05-10T00:00:00');
    const over = work('2027-05-09T22:00:00', '2027-05-10T06:00:00');
    const open = work('2027-05-10T08:00:00', null);
    work('2027-05-11T00:00:00', '2027-05-11T06:00:00');
    const day = await hr.readAttendancePeriods({ from: '2027-05-10', to: '2027-05-10' });
    expect(day.rows.map(({ id }) => id).sort()).toEqual([over, open].sort());
    expect((await hr.readAttendancePeriods({ ids: [open] })).rows.map(({ id }) => id)).toEqual([open]);
    expect((await hr.readAttendancePeriods({ ids: [] })).rows).toEqual([]);
    expect((await hr.readAttendancePeriods({ updatedSince: startAt + 1000 })).rows).toEqual([]);
    expect((await hr.readAttendancePeriods({ updatedSince: startAt })).rows).toHaveLength(4);
  });

  test('an attendance list longer than a hundred pages is read whole while people delete from it', async () => {
    const { hr, personio } = openStage({ personio: { 'attendance-page-size': '5', 'rate-limit': 'off' } });
    personio.state.attendances.length = 0;
    const people = personio.state.employees.slice(0, 12).map(({ id }) => String(id));
    const kept: string[] = [];
    for (let day = 0; day < 60; day++) {
      for (const person_id of people) {
        const on = addDays('2026-08-01', day);
        kept.push(
          personio.people.addAttendance({
            person_id,
            type: 'WORK',
            start: `${on}T08:00:00`,
            end: `${on}T12:00:00`,
          }).id,
        );
      }
    }
    // The vendor answers by offset; each page is followed by a deletion before it.
    const victims = kept.splice(0, 40);
    const original = personio.handle;
    let pages = 0;
    const disturbed = async (request: Request): Promise<Response> => {
      const response = await original(request);
      if (request.url.includes('attendance-periods') && ++pages % 9 === 0) {
        const victim = victims.pop();
        if (victim !== undefined) personio.people.deleteAttendance(victim);
      }
      return response;
    };
    const { rows } = await openDoorTo(disturbed).readAttendancePeriods({
      from: '2026-08-01',
      to: '2026-10-31',
    });
    expect(pages).toBeGreaterThan(140);
    expect(kept.filter((id) => !rows.some((row) => row.id === id))).toEqual([]);
    expect(hr.meter().requests).toBe(0);
  });

  test('an absence list that moves between its pages is read again until it stands still', async () => {
    const { personio } = openStage({ personio: { 'rate-limit': 'off' } });
    const person_id = String(personio.state.employees[0]!.id);
    const absence_type_id = personio.state.absenceTypes[0]!.id;
    personio.state.absences.length = 0;
    const ids = Array.from({ length: 250 }, (_, index) => {
      const on = addDays('2027-01-01', index);
      return personio.people.addAbsence({ person_id, absence_type_id, first: on, last: on }).id;
    });
    let pages = 0;
    const { rows } = await openDoorTo(async (request) => {
      const response = await personio.handle(request);
      if (request.url.includes('absence-periods') && ++pages === 1) personio.people.deleteAbsence(ids[0]!);
      return response;
    }).readAbsencePeriods({ from: '2027-01-01', to: '2027-12-31' });
    expect(rows.map(({ id }) => id).sort()).toEqual(ids.slice(1).sort());
  });

  function openDoorTo(handle: (request: Request) => Promise<Response>): HrDoor {
    return createPersonioDoor({
      baseUrl: 'https://api.personio.de',
      clientId: demoCredentials.personio.clientId,
      clientSecret: demoCredentials.personio.clientSecret,
      appId: 'TANDEM',
      partnerId: 'PARTNER',
      attributes: { dateOfBirth: null },
      transport: simulatorTransport(handle),
      timing: { now: () => startAt, random: Math.random, sleep: async () => undefined },
      pacing: 'off',
    });
  }
});

describe('Personio: what is written stands there as meant', () => {
  const contents: [string, Omit<AbsenceContent, 'typeId'>][] = [
    ['a full day', day('2027-06-07', '2027-06-07')],
    ['a week', day('2027-06-07', '2027-06-11')],
    ['a morning', { ...day('2027-06-07', '2027-06-07'), endsAtMidday: true }],
    ['an afternoon', { ...day('2027-06-07', '2027-06-07'), startsAtMidday: true }],
    [
      'from midday to midday',
      { ...day('2027-06-07', '2027-06-09'), startsAtMidday: true, endsAtMidday: true },
    ],
  ];
  const readings = [
    ['inclusive', 'next-midnight'],
    ['inclusive', 'noon'],
    ['inclusive', 'same-day'],
    ['exclusive', 'next-midnight'],
    ['exclusive', 'noon'],
    ['exclusive', 'same-day'],
  ] as const;
  const cases = readings.flatMap(([end, half]) =>
    contents.map(([name, content]) => ({ end, half, name, content })),
  );
  test.each(cases)('$name, end taken as $end, half days shown as $half', async ({ end, half, content }) => {
    const { hr, personio } = openStage({
      personio: { 'absence-write-end': end, 'absence-half-day-read': half },
    });
    const person = String(personio.state.employees.find(({ status }) => status === 'active')!.id);
    const typeId = personio.state.absenceTypes.find(
      ({ half_days, substitute, read_only, unit }) =>
        half_days && substitute === 'none' && !read_only && unit === 'DAY',
    )!.id;
    const meant: AbsenceContent = { typeId, ...content };
    const { id } = await hr.createAbsencePeriod(person, meant, { ...skip, end });
    expect(await hr.readAbsencePeriod(id)).toMatchObject({
      id,
      employeeId: person,
      content: meant,
      status: 'approved',
    });
    const days = await hr.readAbsenceDays(id);
    expect(days.map(({ on }) => on).at(-1)).toBe(meant.lastOn);

    const moved: AbsenceContent = {
      ...meant,
      firstOn: addDays(meant.firstOn, 7),
      lastOn: addDays(meant.lastOn ?? '', 7),
    };
    await hr.updateAbsencePeriod(id, moved, { ...skip, end });
    const query = { employeeIds: [person], from: moved.firstOn, to: moved.lastOn ?? '' };
    expect((await hr.readAbsencePeriods(query)).rows.map((row) => row.content)).toEqual([moved]);
    await hr.deleteAbsencePeriod(id, { skipApproval: true });
    expect(await hr.readAbsencePeriod(id)).toBeNull();
    expect(hr.meter().writes).toBe(3);
  });

  function day(firstOn: LocalDate, lastOn: LocalDate): Omit<AbsenceContent, 'typeId'> {
    return { firstOn, lastOn, startsAtMidday: false, endsAtMidday: false, hours: null };
  }

  test.each([
    ['attendance-patch-success', '204'],
    ['attendance-patch-success', '200-id'],
    ['attendance-get-one', 'bare'],
    ['attendance-get-one', 'wrapped'],
    ['list-envelope-keys', 'plain'],
    ['auto-breaks', 'on'],
    ['attendance-overlap', 'trim'],
  ])('an attendance goes out, is changed and taken back (%s: %s)', async (name, value) => {
    const { hr, personio } = openStage({ personio: { [name]: value } });
    const person = String(personio.state.employees.find(({ status }) => status === 'active')!.id);
    const project = personio.state.projects.find(({ status }) => status === 'ACTIVE')!.id;
    const meant = {
      kind: 'WORK',
      start: '2026-02-02T08:00:00',
      end: '2026-02-03T00:00:00',
      projectId: project,
      comment: null,
    } as const;
    const { id, affected } = await hr.createAttendancePeriod(person, meant, skip);
    expect(affected).toEqual([]);
    expect(await hr.readAttendancePeriod(id)).toMatchObject({
      content: meant,
      status: 'confirmed',
      on: '2026-02-02',
    });
    const changed = {
      ...meant,
      kind: 'BREAK',
      start: '2026-02-02T09:00:00',
      projectId: null,
      comment: 'x',
    } as const;
    await hr.updateAttendancePeriod(id, changed, { skipApproval: false, projects: true });
    expect(await hr.readAttendancePeriod(id)).toMatchObject({ content: changed, status: 'pending' });
    await hr.deleteAttendancePeriod(id);
    expect(await hr.readAttendancePeriod(id)).toBeNull();
    expect(hr.meter().writes).toBe(3);
  });

  test('neighbours that Personio cut are told', async () => {
    const { hr, personio } = openStage({ personio: { 'attendance-overlap': 'trim' } });
    const person = String(personio.state.employees.find(({ status }) => status === 'active')!.id);
    const foreign = personio.people.addAttendance({
      person_id: person,
      type: 'WORK',
      start: '2026-02-02T08:00:00',
      end: '2026-02-02T12:00:00',
    });
    const { affected } = await hr.createAttendancePeriod(
      person,
      {
        kind: 'WORK',
        start: '2026-02-02T11:00:00',
        end: '2026-02-02T13:00:00',
        projectId: null,
        comment: null,
      },
      skip,
    );
    expect(affected.map(({ id, content }) => [id, content.end])).toEqual([
      [foreign.id, '2026-02-02T11:00:00'],
    ]);
  });
});

describe('Personio: faults and refusals', () => {
  const faults = [
    'unauthorized',
    'throttle',
    'server-error',
    'html-error',
    'maintenance',
    'slow',
    'drop-before',
    'drop-after-write',
  ] as const;
  test.each(faults)('reads come through %s', async (fault) => {
    const { hr } = openStage({ personio: { 'fault-inject': fault } });
    for (let round = 0; round < 15; round++) {
      expect((await hr.readAttendancePeriods({ from: addDays(today, -3), to: today })).rows).toEqual([]);
    }
  });

  test.each(faults)('under %s no write is made twice, and what is told is true', async (fault) => {
    const { hr, personio } = openStage({ personio: { 'fault-inject': fault } });
    const person = String(personio.state.employees.find(({ status }) => status === 'active')!.id);
    const before = personio.state.attendances.length;
    let done = 0;
    let unknown = 0;
    for (let day = 0; day < 40; day++) {
      const on = addDays('2026-01-01', day);
      const content = {
        kind: 'WORK',
        start: `${on}T08:00:00`,
        end: `${on}T12:00:00`,
        projectId: null,
        comment: null,
      } as const;
      try {
        const { id } = await hr.createAttendancePeriod(person, content, skip);
        expect(personio.state.attendances.some((period) => period.id === id)).toBe(true);
        done += 1;
      } catch (error) {
        const trouble = asVendorTrouble(error);
        const stands = personio.state.attendances.some(({ start }) => start === content.start);
        if (trouble?.performed !== 'unknown') expect(stands).toBe(false);
        if (stands) unknown += 1;
      }
    }
    expect(personio.state.attendances.length - before).toBe(done + unknown);
    expect(hr.meter().writes).toBeGreaterThanOrEqual(done + unknown);
    // What is surely not performed is repeated and gets through.
    if (['unauthorized', 'throttle', 'maintenance', 'slow'].includes(fault)) expect(done).toBe(40);
  });

  test.each(['per-endpoint', 'uniform-403'] as const)(
    'a missing right is a matter of access (%s)',
    async (style) => {
      const { hr, personio } = openStage({ personio: { 'missing-right-style': style } });
      const [credential] = personio.state.credentials;
      personio.people.setRights(credential!.clientId, {
        attendances: 'read',
        absences: 'none',
        employees: 'none',
      });
      const content = {
        kind: 'WORK',
        start: '2026-02-02T08:00:00',
        end: '2026-02-02T09:00:00',
        projectId: null,
        comment: null,
      } as const;
      await expect(hr.readAbsencePeriods({ from: today })).rejects.toMatchObject({
        kind: 'access',
        performed: 'no',
      });
      await expect(hr.readEmployees()).rejects.toMatchObject({ kind: 'access' });
      await expect(hr.createAttendancePeriod('3001', content, skip)).rejects.toMatchObject({
        kind: 'access',
        performed: 'no',
      });
    },
  );

  test.each(['401', '403'] as const)(
    'credentials that were renewed elsewhere are refused after one new sign-in (%s)',
    async (status) => {
      const { hr, personio, pass } = openStage({ personio: { 'expired-token-status': status } });
      await hr.readAbsenceTypes();
      pass(120_000);
      personio.people.disableCredential(demoCredentials.personio.clientId);
      await expect(hr.readAbsenceTypes()).rejects.toMatchObject({ kind: 'access', side: 'personio' });
      expect(hr.meter().tokenRequests).toBe(2);
    },
  );

  test.each(['422', '403'] as const)(
    'a leave that the API may only read refuses one record, not the run (%s)',
    async (status) => {
      const { hr, personio } = openStage({ personio: { 'leave-write-status': status } });
      const person = String(personio.state.employees.find((one) => one.status === 'active')!.id);
      const type =
        personio.state.absenceTypes.find(({ read_only }) => read_only) ?? personio.state.absenceTypes[0]!;
      type.read_only = true;
      const content = {
        typeId: type.id,
        firstOn: '2027-06-07',
        lastOn: '2027-06-07',
        startsAtMidday: false,
        endsAtMidday: false,
        hours: null,
      };
      await expect(
        hr.createAbsencePeriod(person, content, { ...skip, end: 'inclusive' }),
      ).rejects.toMatchObject({ kind: 'refused', performed: 'no', status: Number(status) });
    },
  );

  test('the vendor is never pushed into a 429 that it announced', async () => {
    const { hr, personio } = openStage({ personio: { 'rate-limit': '3' } });
    for (let round = 0; round < 30; round++) await hr.readAbsencePeriods({ from: today, to: today });
    await Promise.all(Array.from({ length: 30 }, () => hr.readAttendancePeriods({ from: today, to: today })));
    expect(personio.calls.filter(({ status }) => status === 429).length).toBeLessThanOrEqual(1);
  });
});

describe('TimeTac: what is read does not depend on what nobody knows', () => {
  const readEverything = async (stage: ReturnType<typeof openStage>) => {
    const reading = await stage.time.readAll(everyKind, from);
    return {
      rows: {
        user: byId(reading.rows.user),
        absence: byId(reading.rows.absence),
        absenceDay: byId(reading.rows.absenceDay),
        timeEntry: byId(reading.rows.timeEntry),
      },
      serverZone: reading.serverZone,
      types: await stage.time.readAbsenceTypes(),
      departments: await stage.time.readDepartments(),
      schedules: await stage.time.readWorkSchedules(),
      calendars: await stage.time.readHolidayCalendars(),
      languages: await stage.time.readLanguages(),
      modules: await stage.time.readModules(),
    };
  };
  let expected: Awaited<ReturnType<typeof readEverything>> | undefined;
  const expectation = async () => (expected ??= await readEverything(openStage({})));

  // A changed begin format or view changes what can be known; `dropped-versions` has no version to drop here.
  test.each(casesOf(timetacSwitches))('%s: %s', async (name, value) => {
    const want = await expectation();
    const got = await readEverything(openStage({ timetac: { [name]: value } }));
    if (name === 'user-view' && value === 'reduced') {
      expect(got.rows.user.map(({ id, firstName }) => [id, firstName])).toEqual(
        want.rows.user.map(({ id, firstName }) => [id, firstName]),
      );
      expect(got.rows.user.every((user) => user.externalId === undefined && user.human === undefined)).toBe(
        true,
      );
      return;
    }
    expect(got).toEqual(want);
  });

  test('what the door says is what the account holds', async () => {
    const stage = openStage({});
    const { state } = stage.timetac;
    const { rows, types, modules } = await readEverything(stage);
    expect(rows.user).toHaveLength(state.users.length);
    expect(rows.timeEntry).toHaveLength(
      state.timeTrackings.filter(({ start_time }) => start_time >= '2026-10-14').length,
    );
    expect(rows.timeEntry.some(({ end }) => end === null)).toBe(true);
    expect(new Set(rows.timeEntry.map(({ kind }) => kind))).toEqual(new Set(['work', 'break', 'paid-break']));
    for (const row of state.timeTrackings
      .filter(({ start_time }) => start_time >= '2026-10-14')
      .slice(0, 500)) {
      expect(rows.timeEntry.find(({ id }) => id === String(row.id))).toMatchObject({
        userId: String(row.user_id),
        start: row.start_time.replace(' ', 'T'),
        end: row.end_time?.replace(' ', 'T') ?? null,
        startZone: row.start_time_timezone,
        startOffset: row.start_time_offset,
        absenceId: row.absence_request_id === null ? null : String(row.absence_request_id),
        approved: row.approved_by_admin,
      });
    }
    expect(rows.absenceDay.length).toBeGreaterThan(10);
    expect(rows.absenceDay.some(({ publicHoliday }) => publicHoliday)).toBe(true);
    expect(types.map(({ name }) => name).sort()).toEqual(state.absenceTypes.map(({ name }) => name).sort());
    expect(modules).toEqual(state.features.filter(({ enabled }) => enabled).map(({ name }) => name));
  });
});

describe('TimeTac: changes', () => {
  const cases = casesOf(timetacSwitches).filter(([name]) =>
    [
      'page-limit-max',
      'page-limit-overrun',
      'delta-sync-access',
      'deleted-shape',
      'since-compare',
      'loose-scalars',
      'error-status-style',
      'fault-inject',
      'expired-token-style',
      'token-lifetime',
      'zero-date',
      'read-missing-id',
    ].includes(name),
  );
  test.each(cases)('what changed, and what was deleted, is told (%s: %s)', async (name, value) => {
    const { time, timetac, pass } = openStage({ timetac: { [name]: value } });
    const { serverWall } = await time.readAll(['user'], {});
    pass(3_600_000);
    const rows = timetac.state.timeTrackings
      .filter(({ absence_request_id, end_time }) => absence_request_id === null && end_time !== null)
      .slice(-20);
    for (const { id } of rows.slice(0, 12)) timetac.people.editTimeTracking(id, { notes: 'changed' });
    const gone = rows.slice(12, 15).map(({ id }) => String(id));
    for (const id of gone) timetac.people.deleteTimeTracking(Number(id));
    timetac.people.editUser(timetac.state.users[3]!.id, { firstname: 'Changed' });

    const reading = await time.readChanges(everyKind, serverWall, {});
    expect(reading.rows.timeEntry?.map(({ id }) => id).sort()).toEqual(
      rows
        .slice(0, 12)
        .map(({ id }) => String(id))
        .sort(),
    );
    expect(reading.rows.user?.map(({ firstName }) => firstName)).toEqual(['Changed']);
    expect(reading.rows.absence).toEqual([]);
    expect(reading.serverWall > serverWall).toBe(true);
    const told =
      !(name === 'delta-sync-access' && value === 'deny') &&
      !(name === 'deleted-shape' && value === 'absent');
    expect(
      reading.deleted.timeEntry === undefined ? undefined : [...reading.deleted.timeEntry].sort(),
    ).toEqual(told ? gone : undefined);

    const ids = [...gone, ...rows.slice(0, 2).map(({ id }) => String(id))];
    expect((await time.readByIds('timeEntry', ids)).map(({ id }) => id).sort()).toEqual(
      rows
        .slice(0, 2)
        .map(({ id }) => String(id))
        .sort(),
    );
    expect(await time.readByIds('timeEntry', [gone[0]!])).toEqual([]);
  });

  test('an idle poll is one request', async () => {
    const { time, pass } = openStage({});
    const { serverWall } = await time.readAll(everyKind, from);
    pass(60_000);
    const before = time.meter().requests;
    expect((await time.readChanges(everyKind, serverWall, from)).rows).toEqual({
      user: [],
      absence: [],
      absenceDay: [],
      timeEntry: [],
    });
    expect(time.meter().requests - before).toBe(1);
  });
});

describe('TimeTac: users are written', () => {
  const newUser = (stage: ReturnType<typeof openStage>): NewUser => ({
    username: 'new.person@muster.example',
    firstName: 'New',
    lastName: 'Person',
    email: 'new.person@muster.example',
    password: 'correct horse battery',
    personnelNumber: '9001',
    externalId: '9001',
    languageId: 2,
    departmentId: String(stage.timetac.state.departments[0]!.id),
    workScheduleId: String(stage.timetac.state.workSchedules[0]!.id),
    holidayCalendarId: String(stage.timetac.state.publicHolidayTemplates[0]!.id),
    startsOn: today,
    entryOn: '2026-12-01',
    birthday: '1990-02-03',
    entitlementDays: 30,
    mobileAllowed: true,
  });
  const cases = casesOf(timetacSwitches).filter(([name]) =>
    [
      'user-holiday-template',
      'internal-user-group',
      'sso-password',
      'create-welcome-mail',
      'loose-scalars',
      'zero-date',
      'error-status-style',
      'external-id-unique',
      'product-id-write',
    ].includes(name),
  );
  test.each(cases)('created, found, changed (%s: %s)', async (name, value) => {
    const stage = openStage({ timetac: { [name]: value } });
    const { time, timetac } = stage;
    const wanted = newUser(stage);
    expect(await time.findUsers({ externalId: '9001' })).toEqual([]);
    const created = await time.createUser(wanted);
    expect(created).toMatchObject({
      externalId: '9001',
      birthday: '1990-02-03',
      entryOn: '2026-12-01',
      exitOn: null,
      entitlementDays: 30,
      active: true,
    });
    expect(await time.findUsers({ externalId: '9001' })).toEqual([created]);
    expect(await time.findUsers({ email: 'New.Person@muster.example' })).toEqual([created]);
    expect(await time.findUsers({ username: wanted.username })).toEqual([created]);
    const changed = await time.updateUser(created.id, {
      lastName: 'Other',
      exitOn: '2027-01-31',
      active: false,
    });
    expect(changed).toMatchObject({ ...created, lastName: 'Other', exitOn: '2027-01-31', active: false });
    expect(await time.updateUser(created.id, { exitOn: null })).toMatchObject({ exitOn: null });
    const mails = timetac.mails.length;
    await time.sendWelcomeEmail(created.id);
    expect(timetac.mails).toHaveLength(mails + 1);
    expect(time.meter().writes).toBe(4);

    await expect(time.createUser({ ...wanted, email: 'else@muster.example' })).rejects.toMatchObject({
      kind: 'refused',
      performed: 'no',
      status: 422,
    });
    await expect(time.updateUser('999999', { active: true })).rejects.toMatchObject({ performed: 'no' });
  });

  test.each([
    'server-error',
    'html-error',
    'maintenance',
    'drop-before',
    'drop-after-write',
    'throttle',
    'unauthorized',
  ] as const)('under %s nobody is created twice', async (fault) => {
    const stage = openStage({ timetac: { 'fault-inject': fault } });
    for (let n = 0; n < 30; n++) {
      const name = `person${n}@muster.example`;
      try {
        await stage.time.createUser({ ...newUser(stage), username: name, email: name, externalId: `x${n}` });
      } catch (error) {
        const stands = stage.timetac.state.users.some(({ username }) => username === name);
        if (asVendorTrouble(error)?.performed !== 'unknown') expect(stands).toBe(false);
      }
      expect(
        stage.timetac.state.users.filter(({ external_id }) => external_id === `x${n}`).length,
      ).toBeLessThanOrEqual(1);
    }
    const creates = stage.timetac.calls.filter(({ path, wrote }) => wrote && path.endsWith('users/create'));
    expect(creates.length).toBeGreaterThan(15);
  });
});

describe('TimeTac: refusals', () => {
  test.each([
    { status: '400', style: 'http' },
    { status: '401', style: 'http' },
    { status: '401', style: 'always-200' },
  ] as const)(
    'credentials past their date are refused (token $status, $style)',
    async ({ status, style }) => {
      const { time, timetac } = openStage({
        timetac: { 'token-error-status': status, 'error-status-style': style },
      });
      timetac.people.expireCredential(demoCredentials.timetac.clientId);
      await expect(time.readDepartments()).rejects.toMatchObject({ kind: 'access', side: 'timetac' });
      expect(time.meter()).toMatchObject({ requests: 0, tokenRequests: 1 });
    },
  );

  test.each(['html', 'json'] as const)('a wrong path is no missing record (%s)', async (body) => {
    const { time } = openStage({ timetac: { 'wrong-path-body': body, 'path-prefix': 'userapi' } });
    const stage = openStage({ timetac: { 'wrong-path-body': body } });
    stage.timetac.switches['path-prefix'] = 'userapi';
    expect(await time.readDepartments()).not.toHaveLength(0);
    await expect(stage.time.readByIds('user', ['1'])).rejects.toMatchObject({ kind: 'garbage' });
  });

  test('an endpoint that the version has lost is a matter of the set-up', async () => {
    const { time } = openStage({ timetac: { 'dropped-versions': '4/users' } });
    await expect(time.readAll(['user'], {})).rejects.toMatchObject({ kind: 'access', status: 410 });
  });
});
