// Rule 0.1: a dry run is the same path and stops before the first write.

import { expect, test } from 'vitest';
import { anna, ben, tellStory, told, writesOf } from '../support/company.ts';

const busyWeek = () => {
  const story = tellStory({ people: [{}, {}, { user: null }] });
  story.works(anna.user, '2026-03-16 08:00', '12:00');
  story.works(anna.user, '2026-03-16 12:30', '16:00');
  story.works(ben.user, '2026-03-17 09:00', null);
  story.takesLeave(ben.user, 'vacation', '2026-03-09', '2026-03-11');
  story.hrEnters('WORK', '2026-03-16 15:00', '17:00');
  return story;
};

test('a dry run shows what a live run would do and changes nothing anywhere', async () => {
  const story = busyWeek();
  const before = structuredClone(story.states);

  const dry = await story.sync({ mode: 'dry-run' });

  expect(story.states).toEqual(before);
  expect(writesOf(dry)).toBe(0);
  expect(await story.archive.links({ part: 'attendances' })).toEqual([]);
  expect(await story.archive.links({ part: 'employees' })).toEqual([]);
  expect(await story.archive.issues()).toEqual([]);
  expect(await story.archive.intents()).toEqual([]);
  expect(Object.keys(await story.archive.memory()).filter((key) => !key.startsWith('cache.'))).toEqual([]);
});

test('the live run after it does what the dry run announced, and says the same', async () => {
  const story = busyWeek();

  const dry = await story.sync({ mode: 'dry-run' });
  const live = await story.sync();

  expect(dry.actions?.filter(({ kind }) => kind === 'create')).toHaveLength(3);
  for (const part of ['employees', 'absences', 'attendances'] as const)
    expect(dry.parts[part], part).toMatchObject({
      created: live.parts[part].created,
      updated: live.parts[part].updated,
      deleted: live.parts[part].deleted,
      adopted: live.parts[part].adopted,
      held: live.parts[part].held,
      failed: live.parts[part].failed,
    });
  expect(told(dry.issues)).toEqual(told(live.issues));
  expect(told(dry.holds)).toEqual(told(live.holds));
  expect(told(dry.notes)).toEqual(told(live.notes));
  expect([dry.run.mode, dry.run.status]).toEqual(['dry-run', live.run.status]);
});

test('a dry run in the middle of a history leaves no trace in the next live run', async () => {
  const story = busyWeek();
  await story.sync();
  story.works(anna.user, '2026-03-17 08:00', '12:00');
  story.later();

  const dry = await story.sync({ mode: 'dry-run' });
  const live = await story.syncLater();

  expect(dry.parts.attendances.created).toBe(1);
  expect(live.parts.attendances.created).toBe(1);
  expect(story.attendances()).toContain('WORK 2026-03-17 08:00–12:00');
});
