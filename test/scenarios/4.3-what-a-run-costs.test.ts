// Rule 4.3: an unchanged run is cheap, a first run makes one write per record.

import { describe, expect, test } from 'vitest';
import { setPause } from '../../src/engine/pause.ts';
import { answering } from '../support/wire.ts';
import type { Draft } from '../support/world.ts';
import { anna, ben, personAt, requestsOf, type Story, tellStory, writesOf } from '../support/company.ts';

test('an unchanged incremental run of a hundred employees: at most five requests and no write', async () => {
  const story = tellStory({ people: 100 });
  for (let index = 0; index < 100; index++) story.works(personAt(index).user, '2026-03-16 08:00', '12:00');
  story.takesLeave(anna.user, 'vacation', '2026-04-13');
  await story.sync();
  await story.syncLater();

  const report = await story.syncLater();

  expect(report.run.scope).toBe('incremental');
  expect(requestsOf(report)).toBeLessThanOrEqual(5);
  expect(writesOf(report)).toBe(0);
  expect(report.parts.attendances.unchanged).toBe(100);
});

test('the run right after the first one writes nothing either', async () => {
  const story = tellStory();
  story.works(anna.user, '2026-03-16 08:00', '12:00');
  story.takesLeave(ben.user, 'vacation', '2026-04-13');
  await story.sync();

  const report = await story.syncLater();

  expect(writesOf(report)).toBe(0);
  expect(requestsOf(report)).toBeLessThanOrEqual(5);
});

test('nor does it look at what is only noted, wherever that stands', async () => {
  const story = tellStory();
  for (const day of ['2026-01-12', '2026-02-09', '2026-03-09']) {
    story.takesLeave(anna.user, 'vacation', day);
    story.works(anna.user, `${day} 08:00`, '12:00');
  }
  expect((await story.sync()).notes).toHaveLength(3);

  const report = await story.syncLater();

  expect(report.notes).toHaveLength(3);
  expect(requestsOf(report)).toBeLessThanOrEqual(5);
});

test('a first run makes one write per record and reads back in windows, not one by one', async () => {
  const story = tellStory({ people: 10 });
  for (let index = 0; index < 10; index++)
    for (let day = 2; day <= 6; day++) {
      story.works(personAt(index).user, `2026-03-0${day} 08:00`, '12:00');
      story.works(personAt(index).user, `2026-03-0${day} 13:00`, '17:00');
    }

  const report = await story.sync();

  expect(report.run.writes).toEqual({ personio: 100, timetac: 0 });
  expect(requestsOf(report)).toBeLessThanOrEqual(100 + 25);
});

test('an unchanged full check writes nothing', async () => {
  const story = tellStory({ people: 5 });
  for (let index = 0; index < 5; index++) {
    story.works(personAt(index).user, '2026-03-16 08:00', '12:00');
    story.takesLeave(personAt(index).user, 'vacation', '2026-04-13', '2026-04-14');
  }
  await story.sync();

  const report = await story.syncLater({ full: true });

  expect(report.run.scope).toBe('full');
  expect(writesOf(report)).toBe(0);
});

test('a hundred changes read back by one window even when some answers are lost', async () => {
  const story = tellStory({ people: 4 });
  for (let index = 0; index < 4; index++)
    for (let day = 10; day <= 16; day++) story.works(personAt(index).user, `2026-03-${day} 08:00`, '12:00');
  for (let skip = 0; skip < 6; skip++)
    story.wire.next({ side: 'personio', method: 'POST', path: '/attendance-periods' }, 'lose-answer', {
      skip: 3,
    });

  const report = await story.sync();

  expect(report.issues).toEqual([]);
  expect(story.states.personio.attendances).toHaveLength(28);
  expect(report.run.writes.personio).toBe(28);
  expect(requestsOf(report)).toBeLessThanOrEqual(28 + 20);
});

test('an idle poll makes one request and writes no row; a change is found by the next', async () => {
  const story = tellStory();
  story.works(anna.user, '2026-03-16 08:00', '12:00');
  await story.sync();
  story.later();
  await story.sync();
  const [hrBefore, timeBefore] = [story.world.personio.calls.length, story.world.timetac.calls.length];
  const runsBefore = (await story.archive.runs(100)).length;

  expect(await story.world.poll()).toBe('idle');

  expect(story.world.personio.calls.length - hrBefore).toBe(0);
  const asked = story.world.timetac.calls.slice(timeBefore).filter((call) => !call.path.includes('oauth2'));
  expect(asked.map((call) => call.path)).toEqual([expect.stringContaining('deltaSync')]);
  expect((await story.archive.runs(100)).length).toBe(runsBefore);

  story.works(anna.user, '2026-03-17 08:00', '12:00');
  const found = await story.world.poll();
  expect(found).toMatchObject({ parts: { attendances: { created: 1 } } });
});

test('a poll asks the HR system after a quarter of an hour all the same', async () => {
  const story = tellStory();
  await story.sync();
  story.world.clock.advance(15 * 60_000);

  expect(await story.world.poll()).toMatchObject({ run: { status: 'done' } });
});

describe('nothing is judged anew for ever', () => {
  const off = (part: string) => (document: Draft) => (document[part].enabled = false);

  test('a part that is switched off or paused makes no poll a run, whatever is booked', async () => {
    for (const still of ['off', 'paused'] as const) {
      const story = tellStory();
      story.works(anna.user, '2026-03-16 08:00', '12:00');
      await story.sync();
      if (still === 'off') story.world.changeSettings(off('attendances'));
      else await setPause(story.archive, ['attendances'], story.world.clock.now());
      await story.syncLater();
      story.works(anna.user, '2026-03-17 08:00', '12:00');
      await story.syncLater();
      for (let poll = 0; poll < 3; poll++) {
        story.later(1);
        expect(await story.world.poll(), still).toBe('idle');
      }
    }
  });

  test.each<[what: string, happens: (story: Story) => void]>([
    ['somebody whom Personio lists no more', ({ hr }) => hr.removeEmployee(anna.id)],
    ['somebody whom TimeTac lists no more', ({ time }) => time.removeUser(anna.user)],
    [
      'a booking whose type is not found',
      ({ world }) =>
        world.changeSettings(({ absences }) => (absences.types[0].personio = 'Nobody knows this')),
    ],
  ])('%s makes no poll a run', async (_what, happens) => {
    const story = tellStory();
    story.works(anna.user, '2026-03-16 08:00', '12:00');
    await story.sync();
    story.later();
    happens(story);
    story.works(anna.user, '2026-03-17 08:00', '12:00');
    story.takesLeave(anna.user, 'vacation', '2026-04-13');
    expect((await story.sync()).issues).toHaveLength(1);
    for (let poll = 0; poll < 3; poll++) {
      story.later(1);
      expect(await story.world.poll()).toBe('idle');
    }
    story.works(ben.user, '2026-03-17 08:00', '12:00');
    expect(await story.world.poll()).not.toBe('idle');
  });

  test('somebody who is hired again and has not begun yet, with the old end still there', async () => {
    const story = tellStory();
    story.works(anna.user, '2026-03-18 08:00', '12:00');
    await story.sync();
    story.later();
    story.hr.editEmployee(anna.id, { termination_date: '2026-03-16', status: 'inactive' });
    await story.sync();
    story.goTo('2026-03-24 08:00');
    await story.sync({ full: true });
    story.hr.editEmployee(anna.id, { status: 'onboarding', hire_date: '2026-06-01' });
    await story.syncLater();
    for (let run = 0; run < 3; run++) expect(requestsOf(await story.syncLater())).toBeLessThanOrEqual(5);
  });

  test('a leaver while the users are switched off', async () => {
    const story = tellStory();
    for (let day = 2; day < 12; day++)
      story.works(anna.user, `2026-01-${String(day).padStart(2, '0')} 08:00`, '12:00');
    await story.sync();
    story.world.changeSettings(off('users'));
    await story.syncLater();
    const quiet = requestsOf(await story.syncLater());
    story.hr.editEmployee(anna.id, { termination_date: '2026-01-05' });
    await story.syncLater();
    for (let run = 0; run < 3; run++) expect(requestsOf(await story.syncLater())).toBe(quiet);
  });

  test('while one part fails, the check of the others is made up for once an hour', async () => {
    const story = tellStory();
    story.works(anna.user, '2026-03-16 08:00', '12:00');
    await story.sync({ nightly: 'when-due' });
    const forbidden = answering({ error: { message: 'Insufficient access scope' } }, 403);
    story.wire.next({ side: 'personio', method: 'GET', path: '/absence-periods' }, forbidden, { times: 999 });
    await story.syncLater({ nightly: 'when-due' });
    const failing = requestsOf(await story.syncLater({ nightly: 'when-due' }));
    story.goTo('2026-03-19 03:05');
    const costs: number[] = [];
    for (let run = 0; run < 6; run++) costs.push(requestsOf(await story.syncLater({ nightly: 'when-due' })));
    expect(costs.filter((cost) => cost > failing)).toHaveLength(2);
    story.wire.mend();
    story.goTo('2026-03-19 06:00');
    expect((await story.syncLater({ nightly: 'when-due' })).run.status).toBe('done');
    expect(requestsOf(await story.syncLater({ nightly: 'when-due' }))).toBeLessThan(costs[0] ?? 0);
  });

  test('a type that TimeTac lists no more is asked for once', async () => {
    const story = tellStory();
    story.takesLeave(anna.user, 'volunteer', '2026-04-13');
    await story.sync();
    const quiet = requestsOf(await story.syncLater());
    const types = story.states.timetac.absenceTypes;
    types.splice(
      types.findIndex(({ name }) => name === 'Volunteer day'),
      1,
    );
    await story.syncLater({ full: true });
    await story.syncLater();
    for (let run = 0; run < 3; run++) expect(requestsOf(await story.syncLater())).toBeLessThanOrEqual(quiet);
  });
});
