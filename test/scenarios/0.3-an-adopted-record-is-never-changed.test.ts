// Rule 0.3: what somebody else entered and Tandem only joined stays theirs.

import { expect, test } from 'vitest';
import { anna, changesIn, tellStory, told } from '../support/company.ts';

/** HR had entered the morning by hand; the first run finds it equal and joins it. */
async function adoptedMorning() {
  const story = tellStory();
  const morning = story.works(anna.user, '2026-03-16 08:00', '12:00');
  const theirs = story.hrEnters('WORK', '2026-03-16 08:00', '12:00');
  const first = await story.sync();
  expect(first.parts.attendances).toMatchObject({ created: 0, adopted: 1 });
  return { story, morning, theirs };
}

test('the source of an adopted period changes: that period is held, the rest of its day goes out', async () => {
  const { story, morning, theirs } = await adoptedMorning();
  story.later();
  story.time.editTimeTracking(morning.id, { end_time: '2026-03-16 11:00:00' });
  story.works(anna.user, '2026-03-16 13:00', '17:00');

  const report = await story.sync();

  expect(told(report.issues)).toEqual(['source-changed-but-adopted 3001 2026-03-16']);
  expect(report.run.status).toBe('done-with-issues');
  expect(changesIn(report, 'attendances')).toBe('+1 ~0 -0');
  expect(story.attendances()).toEqual(['WORK 2026-03-16 08:00–12:00', 'WORK 2026-03-16 13:00–17:00']);
  expect(story.attendanceAt('2026-03-16 08:00').id).toBe(theirs.id);
});

test('the source of an adopted period goes: the period stays and a person is asked', async () => {
  const { story, morning } = await adoptedMorning();
  story.later();
  story.time.deleteTimeTracking(morning.id);

  const report = await story.sync();

  expect(told(report.issues)).toEqual(['source-gone-but-adopted 3001 2026-03-16']);
  expect(story.attendances()).toEqual(['WORK 2026-03-16 08:00–12:00']);
});

test('its owner edits an adopted period: it is no longer what we joined, and now stands in the way', async () => {
  const { story, theirs } = await adoptedMorning();
  story.later();
  story.hr.editAttendance(theirs.id, { end: '2026-03-16T13:00:00' });

  const report = await story.sync();

  expect(told(report.issues)).toEqual(['overlaps-foreign 3001 2026-03-16']);
  expect(story.attendances()).toEqual(['WORK 2026-03-16 08:00–13:00']);
  expect(await story.archive.links({ part: 'attendances' })).toEqual([]);
});

test('its owner deletes an adopted period: the piece is judged anew, sent, and from then on ours', async () => {
  const { story, morning, theirs } = await adoptedMorning();
  story.later();
  story.hr.deleteAttendance(theirs.id);

  const anew = await story.sync({ full: true });
  expect(anew.issues).toEqual([]);
  expect(story.attendances()).toEqual(['WORK 2026-03-16 08:00–12:00']);

  story.later();
  story.time.editTimeTracking(morning.id, { end_time: '2026-03-16 11:00:00' });
  const changed = await story.sync();
  expect(changed.issues).toEqual([]);
  expect(story.attendances()).toEqual(['WORK 2026-03-16 08:00–11:00']);
});

test('an adopted absence whose source is cancelled stays', async () => {
  const story = tellStory();
  const leave = story.takesLeave(anna.user, 'vacation', '2026-04-13', '2026-04-15');
  story.hrEntersAbsence('vacation', '2026-04-13', '2026-04-15');
  const first = await story.sync();
  expect(first.parts.absences).toMatchObject({ created: 0, adopted: 1 });

  story.later();
  story.time.cancelAbsence(leave.id);
  const report = await story.sync();

  expect(told(report.issues)).toEqual(['source-gone-but-adopted 3001 2026-04-13']);
  expect(story.absences()).toEqual(['Paid absence 2026-04-13 – 2026-04-15']);
});

test('a changed absence that was adopted is held, and another absence of the same person goes out', async () => {
  const story = tellStory();
  const leave = story.takesLeave(anna.user, 'vacation', '2026-04-13', '2026-04-15');
  story.hrEntersAbsence('vacation', '2026-04-13', '2026-04-15');
  await story.sync();

  story.later();
  story.time.changeAbsenceDates(leave.id, { to_date: '2026-04-16' });
  story.takesLeave(anna.user, 'vacation', '2026-05-04', '2026-05-05');
  const report = await story.sync();

  expect(told(report.issues)).toEqual(['source-changed-but-adopted 3001 2026-04-13']);
  expect(story.absences()).toEqual([
    'Paid absence 2026-04-13 – 2026-04-15',
    'Paid absence 2026-05-04 – 2026-05-05',
  ]);
});

test('foreign records are byte for byte what they were after a whole history around them', async () => {
  const story = tellStory();
  const foreign = [
    story.hrEnters('WORK', '2026-03-17 07:00', '09:00'),
    story.hrEnters('BREAK', '2026-03-18 12:00', '12:30'),
  ];
  const absence = story.hrEntersAbsence('sick', '2026-03-10');
  const before = structuredClone([...foreign, absence]);

  const row = story.works(anna.user, '2026-03-17 08:00', '12:00');
  story.takesLeave(anna.user, 'vacation', '2026-03-09', '2026-03-11');
  await story.sync();
  story.later();
  story.time.deleteTimeTracking(row.id);
  await story.sync();
  await story.syncLater({ full: true });

  expect([...foreign, absence]).toEqual(before);
});
