// Rule 3.2: what changed makes its day, and no other, be derived anew from all its rows; a row over midnight makes two.

import { expect, test } from 'vitest';
import { anna, ben, codes, tellStory, told } from '../support/company.ts';
import { deskOf } from '../support/desk.ts';

test('a row that touches two days is held by a problem of either, and each day for itself', async () => {
  const story = tellStory();
  story.works(anna.user, '2026-03-15 22:00', '2026-03-16 06:00');
  story.works(anna.user, '2026-03-16 05:00', '2026-03-16 07:00');

  const report = await story.sync();

  expect(told(report.issues)).toEqual(['entries-overlap 3001 2026-03-16']);
  expect(story.attendances()).toEqual(['WORK 2026-03-15 22:00–24:00']);
});

test('its end moves: only the second day is written', async () => {
  const story = tellStory();
  const shift = story.works(anna.user, '2026-03-15 22:00', '2026-03-16 06:00');
  await story.sync();
  const first = story.attendanceAt('2026-03-15 22:00');
  const before = { ...first };
  story.later();
  story.time.editTimeTracking(shift.id, { end_time: '2026-03-16 05:00:00' });

  const report = await story.sync();

  expect(report.run.writes.personio).toBe(1);
  expect(story.attendances()).toEqual(['WORK 2026-03-15 22:00–24:00', 'WORK 2026-03-16 00:00–05:00']);
  expect(first).toEqual(before);
});

test('a row that moves from one night to the next leaves the old days and fills the new ones', async () => {
  const story = tellStory();
  const shift = story.works(anna.user, '2026-03-14 22:00', '2026-03-15 06:00');
  await story.sync();
  story.later();
  story.time.editTimeTracking(shift.id, {
    start_time: '2026-03-16 22:00:00',
    end_time: '2026-03-17 06:00:00',
  });

  const report = await story.sync();

  expect(codes(report.issues)).toEqual([]);
  expect(story.attendances()).toEqual(['WORK 2026-03-16 22:00–24:00', 'WORK 2026-03-17 00:00–06:00']);
});

test('a row that moves to another person leaves the one and reaches the other', async () => {
  const story = tellStory();
  const row = story.works(anna.user, '2026-03-16 08:00', '12:00');
  await story.sync();
  story.later();
  story.time.editTimeTracking(row.id, { user_id: ben.user });

  const report = await story.sync();
  const again = await story.syncLater({ full: true });

  expect(codes([...report.issues, ...again.issues])).toEqual([]);
  expect(story.attendances()).toEqual([]);
  expect(story.attendances(ben.employee)).toEqual(['WORK 2026-03-16 08:00–12:00']);
});

test('a row that moves to another person while HR has a hand in the day that it leaves goes once that is answered', async () => {
  const story = tellStory();
  story.works(anna.user, '2026-03-16 08:00', '12:00');
  const row = story.works(anna.user, '2026-03-16 13:00', '17:00');
  await story.sync();
  story.later();
  story.hr.editAttendance(story.attendanceAt('2026-03-16 08:00').id, { end: '2026-03-16T11:30:00' });
  story.time.editTimeTracking(row.id, { user_id: ben.user });
  const [issue] = (await story.sync()).issues;
  expect(issue?.code).toBe('changed-on-both-sides');
  await deskOf(story.world).decide(issue?.id ?? '', 'source-wins');

  const report = await story.syncLater();
  const again = await story.syncLater({ full: true });

  expect(codes([...report.issues, ...again.issues])).toEqual([]);
  expect(story.attendances()).toEqual(['WORK 2026-03-16 08:00–12:00']);
  expect(story.attendances(ben.employee)).toEqual(['WORK 2026-03-16 13:00–17:00']);
});

test('a new row beside old ones: the day is derived from all of them', async () => {
  const story = tellStory();
  story.works(anna.user, '2026-03-16 08:00', '10:00');
  story.works(anna.user, '2026-03-16 12:00', '14:00');
  await story.sync();
  expect(story.attendances()).toHaveLength(2);
  story.later();
  story.works(anna.user, '2026-03-16 10:00', '12:00');

  const report = await story.sync();

  expect(codes(report.issues)).toEqual([]);
  expect(story.attendances()).toEqual(['WORK 2026-03-16 08:00–14:00']);
});

test('days of other people, and other days, are neither judged nor written', async () => {
  const story = tellStory();
  const row = story.works(anna.user, '2026-03-16 08:00', '10:00');
  story.works(anna.user, '2026-03-17 08:00', '10:00');
  story.works(ben.user, '2026-03-16 08:00', '10:00');
  await story.sync();
  story.later();
  story.time.editTimeTracking(row.id, { end_time: '2026-03-16 11:00:00' });

  const dry = await story.sync({ mode: 'dry-run' });

  expect(
    dry.actions?.filter(({ part }) => part === 'attendances').map(({ kind, date }) => `${kind} ${date}`),
  ).toEqual(['update 2026-03-16']);
});
