// Rule 3.5: with `approvedOnly` unapproved rows wait; what was exported stays until the changed day is approved again.

import { expect, test } from 'vitest';
import { anna, tellStory, told } from '../support/company.ts';
import type { Draft } from '../support/world.ts';

const approvedOnly = {
  settings: (document: Draft): void => void (document['attendances'].approvedOnly = true),
};

test('waits for the approval, which is a hold and no issue', async () => {
  const story = tellStory(approvedOnly);
  const row = story.works(anna.user, '2026-03-16 08:00', '12:00');
  const waiting = await story.sync();
  expect(told(waiting.holds)).toEqual(['entry-unapproved 3001 2026-03-16']);
  expect([waiting.run.status, story.attendances()]).toEqual(['done', []]);
  story.later();
  story.time.editTimeTracking(row.id, { approved_by_admin: true });

  const report = await story.sync();

  expect(story.attendances()).toEqual(['WORK 2026-03-16 08:00–12:00']);
  expect(report.holds).toEqual([]);
});

test('withdrawn afterwards: it stays while unchanged; a change waits with its whole day', async () => {
  const story = tellStory(approvedOnly);
  const row = story.works(anna.user, '2026-03-16 08:00', '12:00', { approved_by_admin: true });
  story.works(anna.user, '2026-03-16 13:00', '17:00', { approved_by_admin: true });
  await story.sync();
  story.later();
  story.time.editTimeTracking(row.id, { approved_by_admin: false });
  await story.sync();
  expect(story.attendances()).toHaveLength(2);
  story.later();
  story.time.editTimeTracking(row.id, { end_time: '2026-03-16 11:00:00' });

  const report = await story.sync();

  expect(story.attendances()).toEqual(['WORK 2026-03-16 08:00–12:00', 'WORK 2026-03-16 13:00–17:00']);
  expect(told(report.holds)).toEqual(['entry-unapproved 3001 2026-03-16']);
  expect(report.issues).toEqual([]);
});

test('an approved row goes out although another one of its day waits', async () => {
  const story = tellStory(approvedOnly);
  story.works(anna.user, '2026-03-16 08:00', '12:00', { approved_by_admin: true });
  story.works(anna.user, '2026-03-16 13:00', '17:00');

  const report = await story.sync();

  expect(story.attendances()).toEqual(['WORK 2026-03-16 08:00–12:00']);
  expect(told(report.holds)).toEqual(['entry-unapproved 3001 2026-03-16']);
});

test('a changed row that is approved again goes out', async () => {
  const story = tellStory(approvedOnly);
  const row = story.works(anna.user, '2026-03-16 08:00', '12:00', { approved_by_admin: true });
  await story.sync();
  story.later();
  story.time.editTimeTracking(row.id, { end_time: '2026-03-16 11:00:00', approved_by_admin: false });
  await story.sync();
  expect(story.attendances()).toEqual(['WORK 2026-03-16 08:00–12:00']);
  story.later();
  story.time.editTimeTracking(row.id, { approved_by_admin: true });

  const report = await story.sync();

  expect(story.attendances()).toEqual(['WORK 2026-03-16 08:00–11:00']);
  expect(report.holds).toEqual([]);
});

test('a row that is deleted after its approval goes in Personio too', async () => {
  const story = tellStory(approvedOnly);
  const row = story.works(anna.user, '2026-03-16 08:00', '12:00', { approved_by_admin: true });
  await story.sync();
  story.later();
  story.time.deleteTimeTracking(row.id);

  const report = await story.sync();

  expect(story.attendances()).toEqual([]);
  expect(report.holds).toEqual([]);
});

test('days wait for one person in one line with their number', async () => {
  const story = tellStory(approvedOnly);
  for (let day = 10; day <= 13; day++) story.works(anna.user, `2026-03-${day} 08:00`, '12:00');

  const report = await story.sync();

  expect(report.holds).toMatchObject([
    { code: 'entry-unapproved', covers: 4, date: '2026-03-10', until: '2026-03-13' },
  ]);
});

test('without it approval in TimeTac does not matter', async () => {
  const story = tellStory();
  const row = story.works(anna.user, '2026-03-16 08:00', '12:00');
  await story.sync();
  story.later();
  story.time.editTimeTracking(row.id, { approved_by_admin: true });

  const report = await story.sync();

  expect(story.attendances()).toEqual(['WORK 2026-03-16 08:00–12:00']);
  expect(report.run.writes.personio).toBe(0);
});
