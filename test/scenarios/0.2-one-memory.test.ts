// Rule 0.2: the ledger remembers key, id, origin and what both sides last agreed on; of people's own words only a mark.

import { expect, test } from 'vitest';
import { anna, tellStory, writesOf } from '../support/company.ts';

const withNotes = () => tellStory({ settings: (document) => (document['attendances'].notes = true) });
const words = 'at the doctor’s first';

test('a comment is sent, and only its mark is kept anywhere', async () => {
  const story = withNotes();
  story.works(anna.user, '2026-03-16 08:00', '10:00', { notes: words });
  const { run } = await story.sync();

  expect(story.attendanceAt('2026-03-16 08:00').comment).toBe(words);
  const kept = [
    await story.archive.links({ part: 'attendances' }),
    await story.archive.actions(run.id),
    await story.archive.run(run.id),
    await story.archive.findings(),
  ];
  expect(JSON.stringify(kept)).not.toContain('doctor');
  expect(await story.archive.intents()).toEqual([]);
});

test('the mark is enough to see that nothing changed, and that something did', async () => {
  const story = withNotes();
  const row = story.works(anna.user, '2026-03-16 08:00', '10:00', { notes: words });
  await story.sync();
  expect(writesOf(await story.syncLater({ full: true }))).toBe(0);

  story.time.editTimeTracking(row.id, { notes: 'at the customer' });
  await story.syncLater();
  expect(story.attendanceAt('2026-03-16 08:00').comment).toBe('at the customer');

  story.later();
  story.hr.editAttendance(story.attendanceAt('2026-03-16 08:00').id, { comment: 'something else' });
  expect((await story.syncLater()).issues.map(({ code }) => code)).toEqual(['edited-in-target']);
});

test('the first link is remembered with how it was found, the records with who made them', async () => {
  const story = tellStory();
  story.works(anna.user, '2026-03-16 08:00', '10:00');
  story.works(anna.user, '2026-03-17 08:00', '10:00');
  story.hrEnters('WORK', '2026-03-17 08:00', '10:00');
  await story.sync();
  const [link] = await story.archive.links({ part: 'employees', employeeIds: [anna.employee] });
  expect(link).toMatchObject({
    key: anna.employee,
    targetId: String(anna.user),
    agreed: { linkedBy: 'external-id' },
  });
  const hours = await story.archive.links({ part: 'attendances' });
  expect(hours.map(({ from, origin }) => `${from} ${origin}`).sort()).toEqual([
    '2026-03-16 created',
    '2026-03-17 adopted',
  ]);
});

test('a note that is taken away goes in Personio too; a comment of HR’s where there was none is an edit', async () => {
  const story = withNotes();
  const row = story.works(anna.user, '2026-03-16 08:00', '10:00', { notes: words });
  await story.sync();
  story.time.editTimeTracking(row.id, { notes: '' });
  await story.syncLater();
  expect(story.attendanceAt('2026-03-16 08:00').comment ?? '').toBe('');
  expect(writesOf(await story.syncLater({ full: true }))).toBe(0);

  story.world.changeSettings((document) => {
    document['attendances'].notes = true;
    document['attendances'].onTargetEdit = 'source-wins';
  });
  story.later();
  story.hr.editAttendance(story.attendanceAt('2026-03-16 08:00').id, { comment: 'by hand' });
  await story.syncLater();
  expect(story.attendanceAt('2026-03-16 08:00').comment ?? '').toBe('');
  expect(writesOf(await story.syncLater({ full: true }))).toBe(0);
});
