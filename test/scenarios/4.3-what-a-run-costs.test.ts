// Rule 4.3: an unchanged run is cheap, a first run makes one write per record.

import { expect, test } from 'vitest';
import { anna, ben, personAt, requestsOf, tellStory, writesOf } from '../support/company.ts';

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
