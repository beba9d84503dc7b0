// Rule 2.3: on a half holiday half a day is all that is possible, so half a day there is a full day.

import { expect, test } from 'vitest';
import { anna, takeRowOut, tellStory, told } from '../support/company.ts';

// 24 December is a half holiday in Bavaria's calendar.
const eve = '2026-12-24';

test.each([
  ['that day alone', eve, eve, `Paid absence ${eve}`],
  ['a leave that ends there', '2026-12-22', eve, `Paid absence 2026-12-22 – ${eve}`],
  ['a leave that goes on after Christmas', eve, '2026-12-29', `Paid absence ${eve} – 2026-12-29`],
])('%s is made of whole days', async (_what, from, to, stands) => {
  const story = tellStory();
  story.takesLeave(anna.user, 'vacation', from, to);

  const report = await story.sync();
  const again = await story.syncLater({ full: true });

  expect(told([...report.issues, ...again.issues])).toEqual([]);
  expect(story.absences()).toEqual([stands]);
  expect(again.run.writes.personio).toBe(0);
});

test('its half does not cut a leave around it in two', async () => {
  const story = tellStory();
  story.takesLeave(anna.user, 'vacation', '2026-12-21', '2026-12-30');

  const report = await story.sync();

  expect(report.issues).toEqual([]);
  expect(story.absences()).toEqual(['Paid absence 2026-12-21 – 2026-12-30']);
});

test('a quarter there is half of what is possible: held, not guessed', async () => {
  const story = tellStory();
  story.takesLeave(anna.user, 'vacation', eve, eve, { duration: 0.25 });

  const report = await story.sync();

  expect(told(report.issues)).toEqual([`fraction-unsupported 3001 ${eve}`]);
  expect(story.absences()).toEqual([]);
});

test('the day before, a half is a half', async () => {
  const story = tellStory();
  story.takesLeave(anna.user, 'vacation', '2026-12-23', eve, { request_partial_begin_duration: 0.5 });

  const report = await story.sync();

  expect(report.issues).toEqual([]);
  expect(story.absences()).toEqual([`Paid absence 2026-12-23 – ${eve} from midday`]);
});

test('worked, it splits a leave around it as any working day does', async () => {
  const story = tellStory();
  const { id } = story.takesLeave(anna.user, 'vacation', '2026-12-22', '2026-12-30');
  takeRowOut(story, id, eve);

  await story.sync();

  expect(story.absences()).toEqual([
    'Paid absence 2026-12-22 – 2026-12-23',
    'Paid absence 2026-12-28 – 2026-12-30',
  ]);
});
