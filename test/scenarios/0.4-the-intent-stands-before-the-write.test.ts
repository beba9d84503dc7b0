// Rule 0.4: what is about to be written is known to the ledger before the call leaves, and settled when the answer is in.

import { expect, test } from 'vitest';
import type { Intent } from '../../src/engine/archive.ts';
import { anna, ben, type Story, tellStory, writesOf } from '../support/company.ts';

/** The intents that stood in the ledger at each write, in the order of the writes. */
function watchWrites(story: Story): (readonly Intent[])[] {
  const seen: (readonly Intent[])[] = [];
  const look = async (request: Request, handle: (request: Request) => Promise<Response>) => {
    seen.push(await story.archive.intents());
    return handle(request);
  };
  for (const method of ['POST', 'PATCH', 'DELETE'])
    for (const path of ['/attendance-periods', '/absence-periods'])
      story.wire.next({ side: 'personio', method, path }, look, { times: Infinity });
  for (const path of ['/users/create', '/users/update'])
    story.wire.next({ side: 'timetac', path }, look, { times: Infinity });
  return seen;
}

test('at every write of a first run its own intent stands, and none is left in the end', async () => {
  const story = tellStory({ people: [{}, { user: null }] });
  const seen = watchWrites(story);
  story.works(anna.user, '2026-03-16 08:00', '12:00');
  story.works(anna.user, '2026-03-17 08:00', '12:00');
  story.takesLeave(anna.user, 'vacation', '2026-04-13', '2026-04-15');

  const report = await story.sync();

  expect(report.issues).toEqual([]);
  expect(seen).toHaveLength(writesOf(report));
  expect(seen.map((intents) => intents.length > 0)).toEqual(seen.map(() => true));
  const parts = new Set(seen.flat().map(({ part, kind }) => `${kind} ${part}`));
  expect(parts).toEqual(new Set(['create employees', 'create absences', 'create attendances']));
  expect(await story.archive.intents()).toEqual([]);
});

test('changes and deletions are announced too, with the record that they mean', async () => {
  const story = tellStory();
  const changed = story.works(anna.user, '2026-03-16 08:00', '12:00');
  const gone = story.works(ben.user, '2026-03-17 08:00', '12:00');
  await story.sync();
  story.later();
  const ids = [story.attendanceAt('2026-03-16 08:00').id, story.attendanceAt('2026-03-17 08:00').id];
  story.time.editTimeTracking(changed.id, { end_time: '2026-03-16 13:00:00' });
  story.time.deleteTimeTracking(gone.id);
  const seen = watchWrites(story);

  await story.sync();

  const announced = new Map(seen.flat().map(({ kind, targetId }) => [kind, targetId]));
  expect(announced).toEqual(
    new Map([
      ['update', ids[0]],
      ['delete', ids[1]],
    ]),
  );
  expect(await story.archive.intents()).toEqual([]);
});

test('a write whose answer is lost leaves no intent behind once it was read back', async () => {
  const story = tellStory({ people: [{}] });
  story.works(anna.user, '2026-03-16 08:00', '12:00');
  story.wire.next({ side: 'personio', method: 'POST', path: '/attendance-periods' }, 'lose-answer');

  await story.sync();
  await story.syncLater();

  expect(story.attendances()).toEqual(['WORK 2026-03-16 08:00–12:00']);
  expect(await story.archive.intents()).toEqual([]);
  expect(await story.archive.countLinks('attendances')).toBe(1);
});
