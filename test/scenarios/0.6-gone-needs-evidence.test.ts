// Rule 0.6: a record is gone when TimeTac says so. That a list does not show it proves nothing.

import { expect, test } from 'vitest';
import { anna, changesIn, tellStory } from '../support/company.ts';
import { changing } from '../support/wire.ts';

async function inStep(switches: Parameters<typeof tellStory>[0] = {}) {
  const story = tellStory(switches);
  const row = story.works(anna.user, '2026-03-16 08:00', '12:00');
  story.works(anna.user, '2026-03-17 08:00', '12:00');
  const leave = story.takesLeave(anna.user, 'vacation', '2026-04-13', '2026-04-15');
  await story.sync();
  story.later();
  return { story, row, leave };
}

test('a full list without a row that still exists takes nothing away', async () => {
  const { story, row, leave } = await inStep();
  story.wire.next({ side: 'timetac', path: '/timeTrackings/read' }, without(row.id));
  story.wire.next({ side: 'timetac', path: '/absences/read' }, without(leave.id));

  const report = await story.sync({ full: true });

  expect(story.wire.isSpent()).toBe(true);
  expect(report.issues).toEqual([]);
  expect(report.run.writes).toEqual({ personio: 0, timetac: 0 });
  expect(story.attendances()).toHaveLength(2);
  expect(story.absences()).toHaveLength(1);
});

test('the server lists it as deleted: it goes in Personio too', async () => {
  const { story, row } = await inStep();
  story.time.deleteTimeTracking(row.id);

  const report = await story.sync();

  expect(changesIn(report, 'attendances')).toBe('+0 ~0 -1');
  expect(story.attendances()).toEqual(['WORK 2026-03-17 08:00–12:00']);
});

test.each(['cancelAbsence', 'declineAbsence'] as const)('an absence is gone after %s', async (verb) => {
  const { story, leave } = await inStep();
  story.time[verb](leave.id);

  const report = await story.sync();

  expect(report.issues).toEqual([]);
  expect(changesIn(report, 'absences')).toBe('+0 ~0 -1');
  expect(story.absences()).toEqual([]);
});

test('a server that tells no deletions is asked by id, and an empty answer is the evidence', async () => {
  const { story, row } = await inStep({ timetac: { 'deleted-shape': 'absent' } });
  story.time.deleteTimeTracking(row.id);

  await story.sync();

  expect(story.attendances()).toEqual(['WORK 2026-03-17 08:00–12:00']);
});

test('a vanished user proves nothing about the hours recorded under it', async () => {
  const { story } = await inStep();
  const { timeTrackings } = story.states.timetac;
  story.time.removeUser(anna.user);
  for (const row of timeTrackings.filter(({ user_id }) => user_id === anna.user))
    story.time.deleteTimeTracking(row.id);

  const report = await story.sync({ full: true });

  expect(report.run.writes).toEqual({ personio: 0, timetac: 0 });
  expect(story.attendances()).toHaveLength(2);
  expect(story.absences()).toHaveLength(1);
});

const without = (id: number) =>
  changing((body) => ({ ...body, Results: body.Results.filter((each: { id: number }) => each.id !== id) }));
