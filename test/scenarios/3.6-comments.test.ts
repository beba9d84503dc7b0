// Rule 3.6: comments stay in TimeTac unless the form says `notes: true`; then they go along, at most 1000 characters.

import { expect, test } from 'vitest';
import { anna, tellStory, told } from '../support/company.ts';
import type { Draft } from '../support/world.ts';

const notes = { settings: (document: Draft): void => void (document['attendances'].notes = true) };

test.each([
  [false, null],
  [true, 'at the customer'],
])('with `notes: %s` the comment is %s', async (notes, comment) => {
  const story = tellStory({ settings: (document) => (document['attendances'].notes = notes) });
  story.works(anna.user, '2026-03-16 08:00', '10:00', { notes: 'at the customer' });

  const report = await story.sync();
  const again = await story.syncLater({ full: true });

  expect(report.issues).toEqual([]);
  expect(story.attendanceAt('2026-03-16 08:00').comment).toBe(comment);
  expect(again.run.writes.personio).toBe(0);
});

test('rows that become one period bring all their notes, the same one once', async () => {
  const story = tellStory(notes);
  story.works(anna.user, '2026-03-16 08:00', '10:00', { notes: 'packing' });
  story.works(anna.user, '2026-03-16 10:00', '11:00', { notes: 'driving' });
  story.works(anna.user, '2026-03-16 11:00', '12:00', { notes: 'packing' });

  await story.sync();

  expect(story.attendances()).toEqual(['WORK 2026-03-16 08:00–12:00']);
  expect(story.attendanceAt('2026-03-16 08:00').comment).toBe('packing; driving');
});

test('a longer one is cut, never in the middle of a character, and costs no second write', async () => {
  const story = tellStory(notes);
  story.works(anna.user, '2026-03-16 08:00', '10:00', { notes: `${'x'.repeat(999)}🚲 and more` });

  const report = await story.sync();
  const again = await story.syncLater({ full: true });

  expect([...report.issues, ...again.issues]).toEqual([]);
  expect(story.attendanceAt('2026-03-16 08:00').comment).toBe('x'.repeat(999));
  expect(again.run.writes.personio).toBe(0);
});

test('a note that changes goes along with one write', async () => {
  const story = tellStory(notes);
  const row = story.works(anna.user, '2026-03-16 08:00', '10:00', { notes: 'packing' });
  await story.sync();
  story.later();
  story.time.editTimeTracking(row.id, { notes: 'driving' });

  const report = await story.sync();

  expect(story.attendanceAt('2026-03-16 08:00').comment).toBe('driving');
  expect(report.run.writes.personio).toBe(1);
});

test('without `notes` a comment of HR’s is theirs: no edit, never overwritten', async () => {
  const story = tellStory();
  const row = story.works(anna.user, '2026-03-16 08:00', '10:00', { notes: 'packing' });
  await story.sync();
  story.later();
  story.hr.editAttendance(story.attendanceAt('2026-03-16 08:00').id, { comment: 'checked' });
  expect((await story.sync()).issues).toEqual([]);
  story.later();
  story.time.editTimeTracking(row.id, { end_time: '2026-03-16 11:00:00' });

  const report = await story.sync();

  expect(report.issues).toEqual([]);
  expect(story.attendances()).toEqual(['WORK 2026-03-16 08:00–11:00']);
  expect(story.attendanceAt('2026-03-16 08:00').comment).toBe('checked');
});

test('what went out counts as ours when notes are switched off for a while', async () => {
  const story = tellStory(notes);
  const row = story.works(anna.user, '2026-03-16 08:00', '10:00', { notes: 'at the customer' });
  await story.sync();
  story.world.changeSettings((document) => (document['attendances'].notes = false));
  story.time.editTimeTracking(row.id, { end_time: '2026-03-16 10:30:00' });
  expect((await story.syncLater()).run.writes.personio).toBe(1);
  story.world.changeSettings(notes.settings);
  story.time.editTimeTracking(row.id, { notes: 'at home' });

  const report = await story.syncLater();

  expect(report.issues).toEqual([]);
  expect(story.attendanceAt('2026-03-16 08:00').comment).toBe('at home');
});

test('a comment of HR on what goes out without notes stays theirs, whatever is switched later', async () => {
  const story = tellStory();
  const row = story.works(anna.user, '2026-03-16 08:00', '10:00', { notes: 'at the customer' });
  await story.sync();
  story.hr.editAttendance(story.attendanceAt('2026-03-16 08:00').id, { comment: 'checked' });
  story.time.editTimeTracking(row.id, { end_time: '2026-03-16 10:30:00' });
  await story.syncLater({ full: true });
  story.world.changeSettings(notes.settings);

  const report = await story.syncLater();

  expect(told(report.issues)).toEqual(['changed-on-both-sides 3001 2026-03-16']);
  expect(story.attendanceAt('2026-03-16 08:00').comment).toBe('checked');
});
