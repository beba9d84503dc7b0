// Rule 2.2: TimeTac's rows per day say what is covered.

import { expect, test } from 'vitest';
import { anna, takeRowOut, tellStory, told } from '../support/company.ts';

test('a weekend does not split a vacation', async () => {
  const story = tellStory();
  story.takesLeave(anna.user, 'vacation', '2026-04-16', '2026-04-21');

  await story.sync();

  expect(story.absences()).toEqual(['Paid absence 2026-04-16 – 2026-04-21']);
});

test('a public holiday does not split a vacation', async () => {
  const story = tellStory();
  // 14 May 2026 is Ascension Day.
  story.takesLeave(anna.user, 'vacation', '2026-05-13', '2026-05-15');

  await story.sync();

  expect(story.absences()).toEqual(['Paid absence 2026-05-13 – 2026-05-15']);
});

test('a sick day inside a vacation: vacation, sick, vacation', async () => {
  const story = tellStory();
  const vacation = story.takesLeave(anna.user, 'vacation', '2026-03-09', '2026-03-13');
  await story.sync();
  expect(story.absences()).toEqual(['Paid absence 2026-03-09 – 2026-03-13']);
  story.later();
  // TimeTac takes the vacation's row of that day out and writes the sick day's in its place.
  story.takesLeave(anna.user, 'sick', '2026-03-11');
  takeRowOut(story, vacation.id, '2026-03-11');

  const report = await story.sync();

  expect(report.issues).toEqual([]);
  expect(story.absences()).toEqual([
    'Paid absence 2026-03-09 – 2026-03-10',
    'Sick day 2026-03-11',
    'Paid absence 2026-03-12 – 2026-03-13',
  ]);
});

test('the sick day is cancelled: one vacation again', async () => {
  const story = tellStory();
  const vacation = story.takesLeave(anna.user, 'vacation', '2026-03-09', '2026-03-13');
  const sick = story.takesLeave(anna.user, 'sick', '2026-03-11');
  takeRowOut(story, vacation.id, '2026-03-11');
  await story.sync();
  expect(story.absences()).toHaveLength(3);
  story.later();
  story.time.cancelAbsence(sick.id);
  story.time.changeAbsenceDates(vacation.id, { to_date: '2026-03-13' });

  const report = await story.sync();

  expect(report.issues).toEqual([]);
  expect(story.absences()).toEqual(['Paid absence 2026-03-09 – 2026-03-13']);
});

test('no rows although others have theirs: held, not guessed', async () => {
  const story = tellStory();
  const vacation = story.takesLeave(anna.user, 'vacation', '2026-04-13', '2026-04-14');
  takeRowOut(story, vacation.id);
  story.takesLeave(anna.user, 'vacation', '2026-05-18');

  const report = await story.sync();

  expect(told(report.issues)).toEqual(['absence-without-days 3001 2026-04-13']);
  expect(story.absences()).toEqual(['Paid absence 2026-05-18']);
});

test('leave that covers only a public holiday covers nothing', async () => {
  const story = tellStory();
  story.takesLeave(anna.user, 'vacation', '2026-05-14');
  story.takesLeave(anna.user, 'vacation', '2026-05-18');

  const report = await story.sync();

  expect(report.issues).toEqual([]);
  expect(story.absences()).toEqual(['Paid absence 2026-05-18']);
});

test('two absences that touch stay two', async () => {
  const story = tellStory();
  story.takesLeave(anna.user, 'vacation', '2026-04-13', '2026-04-14');
  story.takesLeave(anna.user, 'vacation', '2026-04-15', '2026-04-16');

  await story.sync();

  expect(story.absences()).toEqual([
    'Paid absence 2026-04-13 – 2026-04-14',
    'Paid absence 2026-04-15 – 2026-04-16',
  ]);
});
