// Rule 3.4: a row over midnight is split there, each piece on its own local day.

import { expect, test } from 'vitest';
import { anna, tellStory } from '../support/company.ts';

test('a night shift is two pieces, each on its own day', async () => {
  const story = tellStory();
  story.works(anna.user, '2026-03-16 22:00', '2026-03-17 06:00');

  const report = await story.sync();

  expect(report.issues).toEqual([]);
  expect(story.attendances()).toEqual(['WORK 2026-03-16 22:00–24:00', 'WORK 2026-03-17 00:00–06:00']);
  expect(story.attendanceAt('2026-03-17 00:00').attribution_date).toBe('2026-03-17');
});

test('a shift that ends at midnight is one piece', async () => {
  const story = tellStory();
  story.works(anna.user, '2026-03-16 16:00', '24:00');

  await story.sync();

  expect(story.attendances()).toEqual(['WORK 2026-03-16 16:00–24:00']);
});

test('a night shift that now ends before midnight changes both days', async () => {
  const story = tellStory();
  const row = story.works(anna.user, '2026-03-16 22:00', '2026-03-17 06:00');
  await story.sync();
  story.later();
  story.time.editTimeTracking(row.id, { end_time: '2026-03-16 23:00:00' });

  const report = await story.sync();

  expect(report.issues).toEqual([]);
  expect(story.attendances()).toEqual(['WORK 2026-03-16 22:00–23:00']);
});

test('a night shift that is deleted goes from both days', async () => {
  const story = tellStory();
  const row = story.works(anna.user, '2026-03-16 22:00', '2026-03-17 06:00');
  await story.sync();
  story.later();
  story.time.deleteTimeTracking(row.id);

  await story.sync();

  expect(story.attendances()).toEqual([]);
});

test('a row that moves to another day leaves the old one', async () => {
  const story = tellStory();
  const row = story.works(anna.user, '2026-03-16 08:00', '12:00');
  await story.sync();
  story.later();
  story.time.editTimeTracking(row.id, {
    start_time: '2026-03-17 08:00:00',
    end_time: '2026-03-17 12:00:00',
  });

  const report = await story.sync();

  expect(report.issues).toEqual([]);
  expect(story.attendances()).toEqual(['WORK 2026-03-17 08:00–12:00']);
});
