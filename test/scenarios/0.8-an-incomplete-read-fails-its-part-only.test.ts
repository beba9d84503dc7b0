// Rule 0.8: what was not read completely is no reason to write or delete anything; the other parts go on.

import { describe, expect, test } from 'vitest';
import { anna, ben, codes, type Story, tellStory } from '../support/company.ts';
import { answering, changing, type Mishap, type Place } from '../support/wire.ts';

/** Everything in step, then one change per part waits to be carried over. */
async function waiting(people = 2): Promise<Story> {
  const story = tellStory({ people });
  const row = story.works(anna.user, '2026-03-16 08:00', '12:00');
  const leave = story.takesLeave(anna.user, 'vacation', '2026-04-13', '2026-04-15');
  expect((await story.sync()).issues).toEqual([]);
  story.later();
  story.time.deleteTimeTracking(row.id);
  story.works(ben.user, '2026-03-17 08:00', '12:00');
  story.time.cancelAbsence(leave.id);
  story.hr.editEmployee(ben.id, { last_name: 'Neu' });
  return story;
}

const html: Mishap = () =>
  Promise.resolve(new Response('<html>Sorry</html>', { headers: { 'content-type': 'text/html' } }));
const halfAPage: Mishap = async (request, handle) => {
  const text = await (await handle(request)).text();
  return new Response(text.slice(0, text.length / 2), { headers: { 'content-type': 'application/json' } });
};
const lost: Mishap = () => Promise.reject(new TypeError('connection lost'));
const repeatedCursor = changing((body) => ({
  ...body,
  _meta: { links: { next: { href: 'https://api.personio.de/v2/attendance-periods?cursor=again' } } },
}));

const personio = (path: string): Place => ({ side: 'personio', method: 'GET', path });
const timetac = (path: string): Place => ({ side: 'timetac', method: 'GET', path });

describe.each([
  ['an HTML page', html],
  ['half a page', halfAPage],
  ['a lost connection', lost],
  ['an answer without rows', answering({ hello: 'world' })],
] as const)('%s instead of a list', (_what, mishap) => {
  test('of attendances: that part fails, nothing of it is written, the others go on', async () => {
    const story = await waiting();
    const before = structuredClone(story.states.personio.attendances);
    story.wire.next(personio('/attendance-periods'), mishap, { times: Infinity });

    const report = await story.sync();

    expect(report.run.status).toBe('failed');
    expect(codes(report.issues)).toContain('vendor-unreachable');
    expect(story.states.personio.attendances).toEqual(before);
    expect(story.absences()).toEqual([]);
    expect(story.userOf(ben.user)?.lastname).toBe('Neu');
  });

  test.each([
    ['employees', personio('/company/employees')],
    ['changes in TimeTac', timetac('/deltaSync')],
  ] as const)('of %s: all parts fail, nothing is written', async (_list, place) => {
    const story = await waiting();
    const before = structuredClone([story.states.personio.attendances, story.states.personio.absences]);
    story.wire.next(place, mishap, { times: Infinity });
    const mark = story.mark();

    const report = await story.sync();

    expect(report.run.status).toBe('failed');
    expect(story.writesSince(mark)).toEqual([]);
    expect([story.states.personio.attendances, story.states.personio.absences]).toEqual(before);
  });

  test('once the vendor is well again, the next run carries everything over', async () => {
    const story = await waiting();
    story.wire.next(personio('/attendance-periods'), mishap, { times: Infinity });
    await story.sync();
    story.wire.mend();

    const report = await story.syncLater();

    expect(report.run.status).toBe('done');
    expect(report.issues).toEqual([]);
    expect([story.attendances(), story.attendances(ben.employee)]).toEqual([
      [],
      ['WORK 2026-03-17 08:00–12:00'],
    ]);
  });
});

test('a cursor that names its own page ends the read of that part, and nothing is deleted', async () => {
  const story = await waiting();
  const before = structuredClone(story.states.personio.attendances);
  story.wire.next(personio('/attendance-periods'), repeatedCursor, { times: Infinity });

  const report = await story.sync({ full: true });

  expect(report.run.status).toBe('failed');
  expect(story.states.personio.attendances).toEqual(before);
  expect(story.absences()).toEqual([]);
});

const nobodyListed = changing((body) => ({
  ...body,
  data: [],
  metadata: { total_elements: 0, current_page: 0, total_pages: 0 },
}));

test('an employee list that is suddenly empty is not believed', async () => {
  const story = await waiting(21);
  story.wire.next(personio('/company/employees'), nobodyListed, { times: Infinity });
  const mark = story.mark();

  const report = await story.sync();

  expect(report.run.status).toBe('failed');
  expect(codes(report.issues)).toEqual(['vendor-unreachable']);
  expect(story.writesSince(mark)).toEqual([]);
});

test('nor is one of whom only some have accounts', async () => {
  const formerly = { employee: { status: 'inactive', termination_date: '2025-12-31' }, user: null } as const;
  const story = tellStory({ people: [{}, {}, ...Array.from({ length: 20 }, () => formerly)] });
  story.works(anna.user, '2026-03-16 08:00', '12:00');
  expect((await story.sync()).issues).toEqual([]);
  story.wire.next(personio('/company/employees'), nobodyListed);

  const report = await story.syncLater();

  expect([report.run.status, codes(report.issues)]).toEqual(['failed', ['vendor-unreachable']]);
  expect((await story.syncLater()).run.status).toBe('done');
});

test('a list of hours that is suddenly empty on a full read is not believed', async () => {
  const story = tellStory();
  for (let day = 1; day <= 15; day++) {
    const date = `2026-03-${String(day).padStart(2, '0')}`;
    story.works(anna.user, `${date} 08:00`, '12:00');
    story.works(anna.user, `${date} 13:00`, '17:00');
  }
  story.takesLeave(ben.user, 'vacation', '2026-04-13');
  await story.sync();
  story.later();
  story.takesLeave(ben.user, 'vacation', '2026-04-20');
  story.wire.next(
    timetac('/timeTrackings/read'),
    changing((body) => ({ ...body, Results: [], NumResults: 0 })),
    {
      times: Infinity,
    },
  );

  const report = await story.sync({ full: true });

  expect(report.run.status).toBe('failed');
  expect(story.attendances()).toHaveLength(30);
  expect(story.absences(ben.employee)).toEqual(['Paid absence 2026-04-13', 'Paid absence 2026-04-20']);
});

test('a failed read of the target in a full check deletes and creates nothing', async () => {
  const story = tellStory();
  story.works(anna.user, '2026-03-16 08:00', '12:00');
  await story.sync();
  story.later();
  story.wire.next(
    personio('/attendance-periods'),
    changing((body) => ({ ...body, _data: 'nothing' })),
    {
      times: Infinity,
    },
  );

  const report = await story.sync({ full: true });

  expect(report.run.status).toBe('failed');
  expect(story.attendances()).toEqual(['WORK 2026-03-16 08:00–12:00']);
});

test('such a failure cannot be released', async () => {
  const story = await waiting();
  story.wire.next(personio('/attendance-periods'), html, { times: Infinity });
  await story.sync();

  const report = await story.syncLater({ release: true });

  expect(report.run.status).toBe('failed');
  expect(story.attendances()).toEqual(['WORK 2026-03-16 08:00–12:00']);
});
