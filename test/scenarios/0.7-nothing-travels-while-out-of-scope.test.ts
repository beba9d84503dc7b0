// Rule 0.7: what was taken out of scope stays as it stands, also when its source changes or goes meanwhile.

import { expect, test } from 'vitest';
import { anna, ben, type Story, tellStory } from '../support/company.ts';
import type { ChangeSettings } from '../support/world.ts';

async function inStep(): Promise<Story> {
  const story = tellStory({ people: 3 });
  story.works(anna.user, '2026-03-03 08:00', '12:00');
  story.works(ben.user, '2026-03-03 08:00', '12:00');
  story.takesLeave(anna.user, 'vacation', '2026-03-09', '2026-03-11');
  story.takesLeave(ben.user, 'vacation', '2026-03-09', '2026-03-11');
  await story.sync();
  await story.syncLater();
  story.later(60);
  return story;
}

const outOfScope: readonly [what: string, part: 'absences' | 'attendances', change: ChangeSettings][] = [
  [
    'leave of a type with `sync: false`',
    'absences',
    (document) => {
      for (const row of document['absences'].types) if (row.timetac === 'Vacation') row.sync = false;
    },
  ],
  [
    'leave before a later start date',
    'absences',
    (document) => (document['absences'].startDate = '2026-03-15'),
  ],
  [
    'hours before a later start date',
    'attendances',
    (document) => (document['attendances'].startDate = '2026-03-15'),
  ],
  ['leave, with its part switched off', 'absences', (document) => (document['absences'].enabled = false)],
  [
    'hours, with their part switched off',
    'attendances',
    (document) => (document['attendances'].enabled = false),
  ],
  [
    'leave of somebody out of scope',
    'absences',
    (document) => (document['users'].scope = { exclude: [{ ids: [anna.employee] }] }),
  ],
  [
    'hours of somebody out of scope',
    'attendances',
    (document) => (document['users'].scope = { exclude: [{ ids: [anna.employee] }] }),
  ],
];

const ownOf = (story: Story) => ({
  absences: story.absences(),
  attendances: story.attendances(),
});

/** What is Anna's in TimeTac: ids of her absences and of her hours. */
const hers = ({ states: { timetac } }: Story) => ({
  leave: timetac.absences.filter(({ user_id }) => user_id === anna.user).map(({ id }) => id),
  hours: timetac.timeTrackings
    .filter(({ user_id, absence_request_id }) => user_id === anna.user && absence_request_id === null)
    .map(({ id }) => id),
});

function everythingGoes(story: Story): void {
  const { leave, hours } = hers(story);
  for (const id of leave) story.time.cancelAbsence(id);
  for (const id of hours) story.time.deleteTimeTracking(id);
}

function everythingChanges(story: Story): void {
  const { leave, hours } = hers(story);
  for (const id of leave) story.time.changeAbsenceDates(id, { to_date: '2026-03-10' });
  for (const id of hours) story.time.editTimeTracking(id, { end_time: '2026-03-03 11:00:00' });
}

test.each(outOfScope)('%s: gone in TimeTac, it stays in Personio', async (_what, part, change) => {
  const story = await inStep();
  const before = ownOf(story)[part];
  story.world.changeSettings(change);
  await story.sync();
  story.later(60);
  everythingGoes(story);

  await story.sync();
  await story.syncLater({ full: true });

  expect(ownOf(story)[part]).toEqual(before);
});

test.each(outOfScope)('%s: changed in TimeTac, it stays as it was', async (_what, part, change) => {
  const story = await inStep();
  const before = ownOf(story)[part];
  story.world.changeSettings(change);
  await story.sync();
  story.later(60);
  everythingChanges(story);

  await story.sync();
  await story.syncLater({ full: true });

  expect(ownOf(story)[part]).toEqual(before);
});

test.each(outOfScope)('%s: kept, with a note that says how many', async (_what, part, change) => {
  const story = await inStep();
  story.world.changeSettings(change);

  const report = await story.sync();

  const kept = report.notes.filter((note) => note.code === 'out-of-scope-kept' && note.part === part);
  expect(kept.reduce((sum, note) => sum + note.covers, 0)).toBeGreaterThan(0);
});

test.each(outOfScope)('%s: taken into scope again, it catches up', async (_what, part, change) => {
  const story = await inStep();
  story.world.changeSettings(change);
  await story.sync();
  story.later(60);
  everythingChanges(story);
  await story.sync();
  story.world.changeSettings(() => undefined);

  const report = await story.syncLater();

  expect(report.issues).toEqual([]);
  expect(ownOf(story)[part]).toEqual(
    { absences: ['Paid absence 2026-03-09 – 2026-03-10'], attendances: ['WORK 2026-03-03 08:00–11:00'] }[
      part
    ],
  );
});
