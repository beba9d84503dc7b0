// Rules 3.2 and 3.4: Personio gets what the clock on the wall showed, day by day.

import { describe, expect, test } from 'vitest';
import { anna, type Story, tellStory, told } from '../support/company.ts';

describe('over midnight', () => {
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
});

describe('nights in which the clocks change', () => {
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
});

describe('other zones', () => {
  const lisbon = { start_time_timezone: 'Europe/Lisbon', end_time_timezone: 'Europe/Lisbon' };

  test('a row recorded elsewhere shows the clock of that place', async () => {
    const story = tellStory();
    story.works(anna.user, '2026-03-16 08:00', '12:00', lisbon);

    const report = await story.sync();

    expect(report.issues).toEqual([]);
    expect(story.attendances()).toEqual(['WORK 2026-03-16 08:00–12:00']);
  });

  test('walls that overlap only because of the zones are told, not cut', async () => {
    const story = tellStory();
    story.works(anna.user, '2026-03-16 08:00', '12:00');
    // 12:00 in Berlin is 11:00 in Lisbon: one after the other, and yet the walls overlap.
    story.works(anna.user, '2026-03-16 11:00', '13:00', lisbon);

    const report = await story.sync();

    expect(told(report.issues)).toEqual(['zone-overlap 3001 2026-03-16']);
    expect(story.attendances()).toEqual([]);
  });

  test('a flight: begun in Berlin, ended in Lisbon, told in the zone of its begin', async () => {
    const story = tellStory();
    story.works(anna.user, '2026-03-16 08:00', '11:00', { end_time_timezone: 'Europe/Lisbon' });

    const report = await story.sync();

    expect(report.issues).toEqual([]);
    expect(story.attendances()).toEqual(['WORK 2026-03-16 08:00–12:00']);
  });
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
