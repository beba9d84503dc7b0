// Rule 3.4: across a clock change Personio gets what the clock showed, with a note; what it cannot show is held.

import { expect, test } from 'vitest';
import { anna, type Story, tellStory, told } from '../support/company.ts';

test('spring: seven hours worked show as eight, which is noted', async () => {
  const story = tellStory({ now: '2026-03-30 09:00' });
  story.works(anna.user, '2026-03-28 22:00', '2026-03-29 06:00');

  const report = await story.sync();

  expect(report.issues).toEqual([]);
  expect(story.attendances()).toEqual(['WORK 2026-03-28 22:00–24:00', 'WORK 2026-03-29 00:00–06:00']);
  expect(told(report.notes)).toEqual(['dst-hours-differ 3001 2026-03-29']);
  expect(report.run.status).toBe('done');
});

test('autumn: nine hours worked show as eight, which is noted', async () => {
  const story = tellStory({ now: '2026-10-26 09:00' });
  story.works(anna.user, '2026-10-24 22:00', '2026-10-25 06:00');

  const report = await story.sync();

  expect(report.issues).toEqual([]);
  expect(story.attendances()).toEqual(['WORK 2026-10-24 22:00–24:00', 'WORK 2026-10-25 00:00–06:00']);
  expect(told(report.notes)).toEqual(['dst-hours-differ 3001 2026-10-25']);
});

test('autumn: a stretch whose end shows before its begin cannot be sent', async () => {
  const story = tellStory({ now: '2026-10-26 09:00' });
  inRepeatedHour(story, '2026-10-25 02:50', 120, '2026-10-25 02:10', 60);
  story.works(anna.user, '2026-10-26 07:00', '08:00');

  const report = await story.sync();

  expect(told(report.issues)).toEqual(['dst-ambiguous 3001 2026-10-25']);
  expect(report.issues[0]?.message.en).toMatch(/00:50.*01:10/s);
  expect(story.attendances()).toEqual(['WORK 2026-10-26 07:00–08:00']);
});

test('autumn: both passages of the repeated hour, one after the other', async () => {
  const story = tellStory({ now: '2026-10-26 09:00' });
  inRepeatedHour(story, '2026-10-25 02:00', 120, '2026-10-25 02:30', 120);
  inRepeatedHour(story, '2026-10-25 02:30', 60, '2026-10-25 04:00', 60);

  const report = await story.sync();
  const again = await story.syncLater({ full: true });

  // 90 minutes lie between them; on the wall they touch.
  expect(report.issues).toEqual([]);
  expect(story.attendances().at(0)).toMatch(/^WORK 2026-10-25 02:00/);
  expect(story.attendances().at(-1)).toMatch(/04:00$/);
  expect(again.run.writes.personio).toBe(0);
});

test('spring: a stretch inside the hour that does not exist on the clock goes out with what is left of it', async () => {
  const story = tellStory({ now: '2026-03-30 09:00' });
  story.works(anna.user, '2026-03-29 01:30', '03:30');

  const report = await story.sync();

  expect(report.issues).toEqual([]);
  expect(story.attendances()).toEqual(['WORK 2026-03-29 01:30–03:30']);
  expect(told(report.notes)).toEqual(['dst-hours-differ 3001 2026-03-29']);
});

test('the notes say by how much, once per day, and a day around them has none', async () => {
  const story = tellStory({ now: '2026-10-26 09:00' });
  story.works(anna.user, '2026-10-24 08:00', '12:00');
  story.works(anna.user, '2026-10-24 22:00', '2026-10-25 06:00');
  story.works(anna.user, '2026-10-25 22:00', '24:00');

  const report = await story.sync();
  const again = await story.syncLater({ full: true });

  expect(told(report.notes)).toEqual(['dst-hours-differ 3001 2026-10-25']);
  expect(report.notes[0]?.message.en).toMatch(/1 h|one hour|60 min/i);
  expect(again.run.writes.personio).toBe(0);
});

function inRepeatedHour(
  story: Story,
  start: string,
  startOffset: number,
  end: string,
  endOffset: number,
): void {
  story.works(anna.user, start, end, { start_time_offset: startOffset, end_time_offset: endOffset });
}
