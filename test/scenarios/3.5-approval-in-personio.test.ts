// Rule 3.5: hours arrive confirmed, or wait for Personio's own approval; a rejection there is told.

import { expect, test } from 'vitest';
import { anna, tellStory, told } from '../support/company.ts';
import type { Draft } from '../support/world.ts';

const personio = (document: Draft): void => void (document['attendances'].approval = 'personio');

async function waiting() {
  const story = tellStory({ settings: personio });
  const row = story.works(anna.user, '2026-03-16 08:00', '12:00');
  await story.sync();
  story.later();
  return { story, row, id: story.attendanceAt('2026-03-16 08:00').id };
}

test.each([
  ['skip', 'CONFIRMED'],
  ['personio', 'PENDING'],
] as const)('with `approval: %s` hours arrive %s', async (approval, status) => {
  const story = tellStory({ settings: (document) => (document['attendances'].approval = approval) });
  story.works(anna.user, '2026-03-16 08:00', '12:00');

  await story.sync();
  const again = await story.syncLater({ full: true });

  expect(story.attendanceAt('2026-03-16 08:00').status).toBe(status);
  expect(again.issues).toEqual([]);
});

test('confirmed there afterwards: no edit, nothing to write', async () => {
  const { story, id } = await waiting();
  story.hr.editAttendance(id, { status: 'CONFIRMED' });

  const report = await story.sync();

  expect(report.issues).toEqual([]);
  expect(report.run.writes.personio).toBe(0);
});

test('rejected there: told, and not sent again by itself', async () => {
  const { story, id } = await waiting();
  story.hr.editAttendance(id, { status: 'REJECTED' });

  const report = await story.sync();
  const later = await story.syncLater({ full: true });

  expect(told(report.issues)).toEqual(['rejected-in-target 3001 2026-03-16']);
  expect(told(later.issues)).toEqual(told(report.issues));
  expect(later.run.writes.personio).toBe(0);
  expect(story.states.personio.attendances).toHaveLength(1);
});

test('a correction of hours that wait there waits there again', async () => {
  const { story, row } = await waiting();
  story.time.editTimeTracking(row.id, { end_time: '2026-03-16 13:00:00' });

  const report = await story.sync();

  expect(report.issues).toEqual([]);
  expect(story.attendances()).toEqual(['WORK 2026-03-16 08:00–13:00']);
  expect(story.attendanceAt('2026-03-16 08:00').status).toBe('PENDING');
});
