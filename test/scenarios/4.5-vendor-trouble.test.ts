// Rules 4.1, 4.4 and 4.5: who waits, who asks again, and what ends a run.

import { describe, expect, test } from 'vitest';
import type { RunReport } from '../../src/core/report/run-report.ts';
import { anna, ben, codes, type Story, tellStory } from '../support/company.ts';
import { answering, type Mishap, type Place } from '../support/wire.ts';

const personio = (method: string, path: string): Place => ({ side: 'personio', method, path });
const timetac = (method: string, path: string): Place => ({ side: 'timetac', method, path });

function waiting(): Story {
  const story = tellStory({ people: [{}, {}, { user: null }] });
  story.works(anna.user, '2026-03-16 08:00', '12:00');
  story.works(ben.user, '2026-03-16 08:00', '12:00');
  story.takesLeave(anna.user, 'vacation', '2026-04-13');
  return story;
}

const all = (story: Story) => [
  ...story.attendances(),
  ...story.attendances(ben.employee),
  ...story.absences(),
  ...story.states.timetac.users.filter(({ human }) => human).map(({ firstname }) => firstname),
];
const everything = [
  'WORK 2026-03-16 08:00–12:00',
  'WORK 2026-03-16 08:00–12:00',
  'Paid absence 2026-04-13',
  'Anna',
  'Ben',
  'Clara',
];

const byPersonio = 'credentials-refused by Personio';
const byTimetac = 'credentials-refused by TimeTac';
const vendorsOf = ({ issues }: RunReport): string[] =>
  issues.map(({ code, message }) => `${code} by ${/^\w+/.exec(message.en)?.[0] ?? ''}`).sort();

const page503: Mishap = () =>
  Promise.resolve(new Response('<h1>maintenance</h1>', { status: 503, headers: { 'retry-after': '30' } }));

/** It stores what it is told and then breaks down. */
const breaks: Mishap = async (request, handle) => {
  await handle(request);
  return Response.json({ errors: [{ title: 'Internal Server Error' }] }, { status: 500 });
};

describe.each([
  ['a new attendance', personio('POST', '/attendance-periods')],
  ['a new absence', personio('POST', '/absence-periods')],
  ['a list of Personio', personio('GET', '/attendance-periods')],
  ['the employees', personio('GET', '/company/employees')],
  ['a list of TimeTac', timetac('GET', '/users/read')],
  ['a new account', timetac('POST', '/users/create')],
] as const)('%s', (_what, place) => {
  test.each([
    ['throttled with 429', answering({}, 429)],
    ['told to wait with 503', page503],
  ] as const)('%s: waits and goes on', async (_trouble, mishap) => {
    const story = waiting();
    story.wire.next(place, mishap, { times: 2 });
    const began = story.world.clock.now();
    const mark = story.mark();

    const report = await story.sync();

    expect(report.run.status).toBe('done');
    expect(all(story)).toEqual(everything);
    const { personio, timetac } = story.mark();
    const onTheRoad = (personio - mark.personio + timetac - mark.timetac + 2) * 20;
    expect(story.world.clock.now() - began).toBeGreaterThan(onTheRoad + 100);
  });

  // Personio's v1 says 403 to a token that has ended, and v2 may (U18).
  test.each(place.side === 'personio' ? [401, 403] : [401])(
    'a token that died in the middle (%i) is renewed once, and nothing is done twice',
    async (status) => {
      const story = waiting();
      story.wire.next(place, answering({ error: 'unauthorized_client' }, status));

      const report = await story.sync();

      expect(report.run.status).toBe('done');
      expect(all(story)).toEqual(everything);
    },
  );
});

describe('access refused', () => {
  test.each([
    ['Personio', (story: Story) => story.hr.disableCredential('papi-demo-client')],
    ['TimeTac', (story: Story) => story.time.revokeCredential('demo-client')],
  ])('by %s: the run fails with one issue and writes nothing', async (_vendor, refuse) => {
    const story = waiting();
    refuse(story);
    const before = structuredClone(all(story));

    const report = await story.sync();

    expect(report.run.status).toBe('failed');
    expect(codes(report.issues)).toEqual(['credentials-refused']);
    expect(all(story)).toEqual(before);
  });

  test('in the middle of the writes: what went out stays known, and the rest follows later', async () => {
    const story = waiting();
    story.wire.next(personio('POST', '/attendance-periods'), answering({ error: 'unauthorized' }, 401), {
      skip: 1,
      times: Infinity,
    });

    const report = await story.sync();
    expect(report.run.status).toBe('failed');
    expect(codes(report.issues)).toContain('credentials-refused');

    story.wire.mend();
    const after = await story.syncLater();
    expect(after.run.status).toBe('done');
    expect(after.issues).toEqual([]);
    expect(all(story)).toEqual(everything);
  });

  test('a right that is missing for one part fails that part only', async () => {
    const story = waiting();
    story.hr.setRights('papi-demo-client', { absences: 'none' });

    const report = await story.sync();

    expect(report.run.status).toBe('failed');
    expect(story.attendances()).toEqual(['WORK 2026-03-16 08:00–12:00']);
    expect(story.absences()).toEqual([]);
  });

  test('while the other vendor is in trouble, nobody calls solved what nobody asked', async () => {
    const story = waiting();
    story.hr.disableCredential('papi-demo-client');
    expect(vendorsOf(await story.sync())).toEqual([byPersonio]);
    story.wire.next(timetac('POST', '/oauth2/token'), answering({ error: 'invalid_client' }, 401), {
      times: Infinity,
    });

    const both = await story.syncLater();
    const still = await story.syncLater();

    expect([vendorsOf(both), both.solved]).toEqual([[byPersonio, byTimetac], []]);
    expect([vendorsOf(still), still.solved]).toEqual([[byPersonio, byTimetac], []]);
    story.wire.mend();
    const one = await story.syncLater();
    expect([vendorsOf(one), codes(one.solved)]).toEqual([[byPersonio], ['credentials-refused']]);
    story.hr.enableCredential('papi-demo-client');
    const none = await story.syncLater();
    expect([none.issues, codes(none.solved)]).toEqual([[], ['credentials-refused']]);
  });

  test('once access is back, the issue is solved', async () => {
    const story = waiting();
    story.hr.disableCredential('papi-demo-client');
    await story.sync();
    story.hr.enableCredential('papi-demo-client');

    const report = await story.syncLater();

    expect(report.issues).toEqual([]);
    expect(all(story)).toEqual(everything);
  });
});

test('a vendor that answers nothing at all fails the run; the next one does everything', async () => {
  const story = waiting();
  story.wire.next({ side: 'timetac', path: '/' }, () => Promise.reject(new TypeError('lost')), {
    times: Infinity,
  });

  const report = await story.sync();
  expect(report.run.status).toBe('failed');
  expect(codes(report.issues)).toEqual(['vendor-unreachable']);
  expect(story.states.personio.attendances).toEqual([]);

  story.wire.mend();
  const after = await story.syncLater();
  expect([after.run.status, all(story)]).toEqual(['done', everything]);
});

test('a server that fails every write: nothing stands twice once it is well again', async () => {
  const story = waiting();
  story.wire.next(personio('POST', '/attendance-periods'), breaks, { times: Infinity });
  story.wire.next(personio('POST', '/absence-periods'), breaks, { times: Infinity });
  story.wire.next(timetac('POST', '/users/create'), breaks, { times: Infinity });

  await story.sync();
  story.wire.mend();
  const after = await story.syncLater({ full: true });

  expect(after.issues).toEqual([]);
  expect(all(story)).toEqual(everything);
});

test('two runs at once: the second one is told to wait, nothing is done twice', async () => {
  const story = waiting();

  const [first, second] = await Promise.allSettled([story.sync(), story.sync()]);

  expect(first.status).toBe('fulfilled');
  expect(second).toMatchObject({ reason: { message: 'no run: busy' } });
  expect(all(story)).toEqual(everything);
});

test('writing four at a time comes to the same', async () => {
  const story = tellStory({ people: 3, concurrency: 4 });
  for (let day = 2; day <= 13; day++) {
    const date = `2026-03-${String(day).padStart(2, '0')}`;
    for (const user of [101, 102, 103]) story.works(user, `${date} 08:00`, '12:00');
  }
  for (let skip = 0; skip < 5; skip++)
    story.wire.next(personio('POST', '/attendance-periods'), 'lose-answer', { skip: skip * 2 });

  const report = await story.sync();
  const again = await story.syncLater({ full: true });

  expect([...report.issues, ...again.issues]).toEqual([]);
  expect(story.states.personio.attendances).toHaveLength(36);
  expect(again.run.writes.personio).toBe(0);
});
