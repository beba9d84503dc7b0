// Rule 4.4: employees, absences, attendances; a failing part does not stop the others unless access was refused.

import { describe, expect, test } from 'vitest';
import { anna, ben, codes, type Story, tellStory } from '../support/company.ts';
import { answering, changing } from '../support/wire.ts';
import type { Draft } from '../support/world.ts';

function everything(): Story {
  const story = tellStory({ people: [{}, {}, { user: null }] });
  story.works(anna.user, '2026-03-16 08:00', '12:00');
  story.takesLeave(anna.user, 'vacation', '2026-04-13');
  story.takesLeave(ben.user, 'vacation', '2026-04-14');
  return story;
}

const lost = () => Promise.reject(new TypeError('lost'));

test('accounts are written before absences, and absences before hours', async () => {
  const story = everything();
  const order: string[] = [];
  const note =
    (what: string) => async (request: Request, handle: (request: Request) => Promise<Response>) => {
      if (order.at(-1) !== what) order.push(what);
      return handle(request);
    };
  const always = { times: Infinity };
  story.wire.next({ side: 'timetac', path: '/users/create' }, note('employees'), always);
  story.wire.next({ side: 'personio', method: 'POST', path: '/absence-periods' }, note('absences'), always);
  story.wire.next(
    { side: 'personio', method: 'POST', path: '/attendance-periods' },
    note('attendances'),
    always,
  );

  await story.sync();

  expect(order).toEqual(['employees', 'absences', 'attendances']);
});

test.each([
  ['absences', '/absence-periods', ['WORK 2026-03-16 08:00–12:00']],
  ['attendances', '/attendance-periods', ['Paid absence 2026-04-13']],
] as const)('%s cannot be read: the others go on, and the run has failed', async (part, path, stands) => {
  const story = everything();
  story.wire.next({ side: 'personio', method: 'GET', path }, lost, { times: Infinity });

  const report = await story.sync();

  expect(report.run.status).toBe('failed');
  expect(report.issues.map((issue) => [issue.code, issue.part])).toEqual([['vendor-unreachable', part]]);
  expect([...story.absences(), ...story.attendances()]).toEqual(stands);
  expect(report.parts.employees.created).toBe(1);
});

test('accounts cannot be written: absences and hours go out all the same', async () => {
  const story = everything();
  story.wire.next({ side: 'timetac', path: '/users/create' }, lost, { times: Infinity });

  const report = await story.sync();

  expect(report.run.status).not.toBe('done');
  expect([...story.absences(), ...story.attendances()]).toEqual([
    'Paid absence 2026-04-13',
    'WORK 2026-03-16 08:00–12:00',
  ]);
});

test('people cannot be read: nothing at all is written', async () => {
  const story = everything();
  const before = structuredClone([story.states.personio.attendances, story.states.personio.absences]);
  story.wire.next({ side: 'personio', path: '/company/employees' }, lost, { times: Infinity });

  const report = await story.sync();

  expect(report.run.status).toBe('failed');
  expect(codes(report.issues)).toEqual(['vendor-unreachable']);
  expect([story.states.personio.attendances, story.states.personio.absences]).toEqual(before);
  expect(story.states.timetac.users.filter(({ human }) => human)).toHaveLength(2);
});

test('access refused ends the run: no other part is tried', async () => {
  const story = everything();
  for (const credential of story.states.personio.credentials) story.hr.disableCredential(credential.clientId);

  const report = await story.sync();

  expect(report.run.status).toBe('failed');
  expect(codes(report.issues)).toEqual(['credentials-refused']);
  expect(report.run.writes).toEqual({ personio: 0, timetac: 0 });
});

test('the part that failed is made up for by the next run, the others write nothing twice', async () => {
  const story = everything();
  story.wire.next({ side: 'personio', method: 'GET', path: '/absence-periods' }, lost, { times: Infinity });
  await story.sync();
  story.wire.mend();

  const report = await story.syncLater();

  expect(report.run.status).toBe('done');
  expect(story.absences()).toEqual(['Paid absence 2026-04-13']);
  expect(story.attendances()).toEqual(['WORK 2026-03-16 08:00–12:00']);
  expect(report.parts.attendances.created).toBe(0);
});

describe('one list of TimeTac that cannot be read stops what needs it, and nothing else', () => {
  const forbidden = answering({ Success: false, Error: 403, ErrorMessage: 'Generic access denied' }, 403);
  const spoilt = (body: Draft): Draft => {
    const { Results } = body as { Results: Draft[] | { timeTrackings?: { Results: Draft[] } } };
    const rows = Array.isArray(Results) ? Results : (Results.timeTrackings?.Results ?? []);
    for (const row of rows) if (row['user_id'] === ben.user) row['start_time_timezone'] = null;
    return body;
  };

  test.each(['languages/read', 'publicHolidayTemplates/read', 'departments/read', 'workSchedules/read'])(
    '%s, which a new account needs',
    async (path) => {
      const story = tellStory({ people: [{}, { user: null }] });
      story.works(anna.user, '2026-03-16 08:00', '10:00');
      story.takesLeave(anna.user, 'vacation', '2026-04-13');
      story.wire.next({ side: 'timetac', path }, forbidden, { times: 99 });
      const report = await story.sync();
      expect([story.attendances(), story.absences(), report.run.status]).toEqual([
        ['WORK 2026-03-16 08:00–10:00'],
        ['Paid absence 2026-04-13'],
        'failed',
      ]);
      expect(report.issues.map(({ code, message }) => [code, message.en])).toEqual([
        ['credentials-refused', expect.stringContaining(`refused a right (GET ${path})`)],
      ]);
      story.wire.mend();
      expect((await story.syncLater()).parts.employees.created).toBe(1);
    },
  );

  test('a time entry that nobody understands', async () => {
    const story = tellStory();
    await story.sync();
    story.later();
    story.works(anna.user, '2026-03-16 08:00', '10:00');
    const row = story.works(ben.user, '2026-03-16 08:00', '10:00');
    story.takesLeave(anna.user, 'vacation', '2026-04-13');
    story.hr.editEmployee(anna.id, { last_name: 'Neumann' });
    for (const path of ['deltaSync', 'timeTrackings/read'])
      story.wire.next({ side: 'timetac', path }, changing(spoilt), { times: 99 });
    const report = await story.sync();
    expect([story.absences(), story.attendances(), report.parts.employees.updated]).toEqual([
      ['Paid absence 2026-04-13'],
      [],
      1,
    ]);
    expect(report.issues.map(({ part, message }) => [part, message.en])).toEqual([
      ['attendances', expect.stringContaining(`row with the id ${row.id}: start_time_timezone`)],
    ]);
    story.wire.mend();
    await story.syncLater();
    expect([story.attendances(), story.attendances(ben.employee)]).toEqual([
      ['WORK 2026-03-16 08:00–10:00'],
      ['WORK 2026-03-16 08:00–10:00'],
    ]);
  });

  test('a kind that deltaSync and its own list refuse', async () => {
    const story = tellStory();
    await story.sync();
    story.later();
    story.works(anna.user, '2026-03-16 08:00', '10:00');
    story.takesLeave(anna.user, 'vacation', '2026-04-13');
    const refused = { Success: false, Error: 403, ErrorMessage: 'denied' };
    story.wire.next(
      { side: 'timetac', path: 'deltaSync' },
      changing((body) => ({ ...body, Results: { ...(body['Results'] as Draft), absences: refused } })),
      { times: 99 },
    );
    story.wire.next({ side: 'timetac', path: 'absences/read' }, forbidden, { times: 99 });
    const report = await story.sync();
    expect([story.attendances(), story.absences(), codes(report.issues)]).toEqual([
      ['WORK 2026-03-16 08:00–10:00'],
      [],
      ['credentials-refused'],
    ]);
    story.wire.mend();
    await story.syncLater();
    expect(story.absences()).toEqual(['Paid absence 2026-04-13']);
  });
});
