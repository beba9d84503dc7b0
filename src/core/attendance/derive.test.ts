// Rules 3.1–3.6: what one employee's local day becomes.

import { describe, expect, test } from 'vitest';
import type { TimeEntry } from './attendance.ts';
import { type AttendanceRules, commentMaxLength, datesOfEntry, deriveDay } from './derive.ts';
import { timeEntry } from '../../../test/support/time-entry.ts';

const day = '2026-03-02';
const next = '2026-03-03';
const rules: AttendanceRules = {
  granularity: 'merged',
  paidBreaks: 'work',
  approvedOnly: false,
  notes: false,
  projects: new Map(),
};

let number = 0;
/** `08:00` means that minute of `on`; a full wall time stands for itself. */
function entry(from: string, to: string | null, more: Partial<TimeEntry> = {}, on = day): TimeEntry {
  const wall = (text: string): string =>
    text.includes('T') ? text : `${on}T${text.length === 5 ? `${text}:00` : text}`;
  number += 1;
  return timeEntry({
    id: String(number),
    userId: '7',
    start: wall(from),
    end: to === null ? null : wall(to),
    ...more,
  });
}

/** `WORK 08:00–12:00`, with the date where it is not the day itself. */
function told(entries: readonly TimeEntry[], changed: Partial<AttendanceRules> = {}, on = day): string[] {
  const time = (wall: string): string => (wall.startsWith(on) ? wall.slice(11, 16) : wall.slice(0, 16));
  return deriveDay(on, entries, { ...rules, ...changed }).periods.map(
    ({ content }) => `${content.kind} ${time(content.start)}–${time(content.end ?? '?')}`,
  );
}

describe('an ordinary day', () => {
  test('working rows are WORK, breaks are BREAK, gaps stay gaps', () => {
    const rows = [
      entry('08:00', '12:00'),
      entry('12:00', '12:30', { kind: 'break' }),
      entry('13:00', '17:00'),
    ];
    expect(told(rows)).toEqual(['WORK 08:00–12:00', 'BREAK 12:00–12:30', 'WORK 13:00–17:00']);
  });

  test('a paid break is work, or a break where the form says so', () => {
    const rows = [
      entry('08:00', '10:00'),
      entry('10:00', '10:15', { kind: 'paid-break' }),
      entry('10:15', '12:00'),
    ];
    expect(told(rows)).toEqual(['WORK 08:00–12:00']);
    expect(told(rows, { paidBreaks: 'break' })).toEqual([
      'WORK 08:00–10:00',
      'BREAK 10:00–10:15',
      'WORK 10:15–12:00',
    ]);
  });

  test('times are cut to the minute, and what is empty then is dropped', () => {
    const rows = [
      entry('08:00:59', '12:00:01'),
      entry('12:00:02', '12:00:58'),
      entry('12:01:10', '12:30:10'),
    ];
    expect(told(rows, { granularity: 'entries' })).toEqual(['WORK 08:00–12:00', 'WORK 12:01–12:30']);
  });

  test('touching rows of one kind and project are one period, or one each', () => {
    const rows = [entry('08:00', '10:00'), entry('10:00', '12:00'), entry('12:01', '13:00')];
    expect(told(rows)).toEqual(['WORK 08:00–12:00', 'WORK 12:01–13:00']);
    expect(told(rows, { granularity: 'entries' })).toEqual([
      'WORK 08:00–10:00',
      'WORK 10:00–12:00',
      'WORK 12:01–13:00',
    ]);
  });

  test('rows of absences are no attendance', () => {
    expect(told([entry('08:00', '12:00', { absenceId: '5' })])).toEqual([]);
  });

  test('a day without rows is empty, and nothing is wrong with it', () => {
    expect(deriveDay(day, [], rules)).toEqual({
      periods: [],
      problem: null,
      open: [],
      unapproved: [],
      clockDifferenceMinutes: 0,
    });
  });

  test('rows of other days do not count, nor does one that ends at this midnight', () => {
    expect(
      told([entry('20:00', `${day}T00:00:00`, {}, '2026-03-01'), entry('08:00', '12:00', {}, next)]),
    ).toEqual([]);
  });
});

describe('projects and comments', () => {
  const projects = new Map([
    ['1', 'p1'],
    ['2', 'p2'],
  ]);

  test('a mapped project separates touching work, and stands on WORK only', () => {
    const rows = [
      entry('08:00', '10:00', { taskId: '1' }),
      entry('10:00', '12:00', { taskId: '2' }),
      entry('12:00', '12:30', { taskId: '2', kind: 'break' }),
      entry('12:30', '13:00', { taskId: '9' }),
    ];
    const { periods } = deriveDay(day, rows, { ...rules, projects });
    expect(periods.map(({ content }) => [content.kind, content.projectId])).toEqual([
      ['WORK', 'p1'],
      ['WORK', 'p2'],
      ['BREAK', null],
      ['WORK', null],
    ]);
  });

  test('touching breaks are one, whatever tasks they are booked on', () => {
    const rows = [
      entry('12:00', '12:15', { kind: 'break', taskId: '1' }),
      entry('12:15', '12:30', { kind: 'break', taskId: '2' }),
    ];
    expect(told(rows, { projects })).toEqual(['BREAK 12:00–12:30']);
  });

  const commentOf = (rows: TimeEntry[], notes: boolean) =>
    deriveDay(day, rows, { ...rules, notes }).periods[0]?.content.comment;

  test('no comment unless notes are exported; equal notes are told once', () => {
    const rows = [
      entry('08:00', '10:00', { notes: ' at the customer’s ' }),
      entry('10:00', '11:00', { notes: 'at the customer’s' }),
      entry('11:00', '12:00', { notes: '  ' }),
      entry('12:00', '13:00', { notes: 'report' }),
    ];
    expect(commentOf(rows, false)).toBeNull();
    expect(commentOf(rows, true)).toBe('at the customer’s; report');
  });

  test('a comment is cut where the target would refuse it, and never inside a character or before a space', () => {
    const cut = (text: string) => commentOf([entry('08:00', '12:00', { notes: text })], true);
    expect(cut('x'.repeat(1200))).toBe('x'.repeat(commentMaxLength));
    expect(cut(`${'x'.repeat(commentMaxLength - 1)}😀`)).toBe('x'.repeat(commentMaxLength - 1));
    expect(cut(`${'x'.repeat(commentMaxLength - 1)} y`)).toBe('x'.repeat(commentMaxLength - 1));
  });
});

describe('what waits', () => {
  test('a running row waits alone', () => {
    const running = entry('13:00', null);
    const derived = deriveDay(day, [entry('08:00', '12:00'), running], rules);
    expect(derived.open).toEqual([running.id]);
    expect(derived.periods).toHaveLength(1);
    expect(deriveDay(next, [running], rules).open).toEqual([]);
  });

  test.each([
    [true, 1, 0],
    [false, 0, 1],
    [undefined, 0, 1],
  ])('with approval asked for, an entry whose approval is %s', (approved, going, waiting) => {
    const derived = deriveDay(day, [entry('08:00', '12:00', { approved })], { ...rules, approvedOnly: true });
    expect([derived.periods.length, derived.unapproved.length]).toEqual([going, waiting]);
  });

  test('an unapproved entry spoils nothing: neither by its length nor by overlapping', () => {
    const approved = entry('08:00', '12:00', { approved: true });
    const wild = entry('09:00', '2026-03-09T09:00:00', { approved: false });
    expect(told([approved, wild], { approvedOnly: true })).toEqual(['WORK 08:00–12:00']);
  });
});

describe('what holds the day', () => {
  const problemOf = (rows: TimeEntry[], on = day) => deriveDay(on, rows, rules).problem;

  test('rows that overlap after cutting to the minute', () => {
    const rows = [entry('08:00', '12:01'), entry('12:00', '13:00')];
    expect(problemOf(rows)).toMatchObject({ code: 'entries-overlap', entryIds: rows.map(({ id }) => id) });
    expect(deriveDay(day, rows, rules).periods).toEqual([]);
    expect(problemOf([entry('08:00', '12:00:59'), entry('12:00:30', '13:00')])).toBeNull();
  });

  test('a row inside another, with a third between them', () => {
    expect(
      problemOf([entry('08:00', '17:00'), entry('10:00', '11:00'), entry('18:00', '19:00')]),
    ).toMatchObject({
      code: 'entries-overlap',
    });
  });

  test('an overlap on one of two days leaves the other alone', () => {
    const rows = [entry('22:00', `${next}T06:00:00`), entry('05:00', '08:00', {}, next)];
    expect(told(rows)).toEqual(['WORK 22:00–2026-03-03T00:00']);
    expect(problemOf(rows, next)).toMatchObject({ code: 'entries-overlap' });
  });

  test('a row over 24 hours holds every day it touches; exactly 24 hours is none', () => {
    const long = entry('08:00', '2026-03-04T08:00:00');
    for (const date of [day, next, '2026-03-04'])
      expect(problemOf([long, entry('06:00', '07:00', {}, date)], date)).toMatchObject({
        code: 'entry-too-long',
        entryIds: [long.id],
      });
    expect(problemOf([long], '2026-03-05')).toBeNull();
    expect(problemOf([entry('08:00', `${next}T08:00:00`)])).toBeNull();
  });
});

describe('midnight', () => {
  const night = entry('22:00', `${next}T06:00:00`);

  test('a row over midnight belongs to both days, split at midnight', () => {
    expect(datesOfEntry(night)).toEqual([day, next]);
    expect(told([night])).toEqual([`WORK 22:00–${next}T00:00`]);
    expect(told([night], {}, next)).toEqual(['WORK 00:00–06:00']);
    expect(deriveDay(day, [night], rules).periods[0]?.key).toBe(`${night.id}@${day}`);
    expect(deriveDay(next, [night], rules).periods[0]?.key).toBe(`${night.id}@${next}`);
  });

  test('a row that ends at midnight, or less than a minute after, belongs to its first day', () => {
    expect(datesOfEntry(entry('18:00', `${next}T00:00:00`))).toEqual([day]);
    expect(told([entry('18:00', `${next}T00:00:00`)])).toEqual([`WORK 18:00–${next}T00:00`]);
    expect(told([entry('18:00', `${next}T00:00:40`)], {}, next)).toEqual([]);
  });

  test('the part after midnight joins what goes on from there', () => {
    const morning = entry('06:00', '07:00', {}, next);
    expect(told([morning, night], {}, next)).toEqual(['WORK 00:00–07:00']);
  });
});

describe('clock changes', () => {
  const spring = '2026-03-29';
  const autumn = '2026-10-25';

  test('a night over the spring change: sent, an hour less than the wall shows', () => {
    const night = entry('2026-03-28T22:00:00', '2026-03-29T06:00:00');
    expect(told([night], {}, spring)).toEqual(['WORK 00:00–06:00']);
    expect(deriveDay(spring, [night], rules).clockDifferenceMinutes).toBe(-60);
    expect(deriveDay('2026-03-28', [night], rules).clockDifferenceMinutes).toBe(0);
  });

  test('a night over the autumn change: sent, an hour more than the wall shows', () => {
    const night = entry('2026-10-24T22:00:00', '2026-10-25T06:00:00');
    expect(told([night], {}, autumn)).toEqual(['WORK 00:00–06:00']);
    expect(deriveDay(autumn, [night], rules).clockDifferenceMinutes).toBe(60);
  });

  test('hours that run backwards on the wall are held, with both instants', () => {
    const row = entry('02:30', '02:15', { startOffset: 120, endOffset: 60 }, autumn);
    expect(deriveDay(autumn, [row], rules).problem).toMatchObject({
      code: 'dst-ambiguous',
      first: { startAt: Date.parse('2026-10-25T00:30:00Z'), endAt: Date.parse('2026-10-25T01:15:00Z') },
    });
  });

  test('exactly the repeated hour has no length on the wall and is held, not dropped', () => {
    const row = entry('02:30', '02:30', { startOffset: 120, endOffset: 60 }, autumn);
    expect(deriveDay(autumn, [row], rules).problem).toMatchObject({ code: 'dst-ambiguous' });
  });

  test('two rows that stand one after the other but over each other on the wall are held', () => {
    const first = entry('02:00', '02:50', { startOffset: 120, endOffset: 120 }, autumn);
    const second = entry('02:10', '04:00', { startOffset: 60, endOffset: 60 }, autumn);
    expect(deriveDay(autumn, [first, second], rules).problem).toMatchObject({ code: 'dst-ambiguous' });
  });

  test('an hour between two rows is not closed because the wall shows none', () => {
    const first = entry('01:00', '02:00', { endOffset: 120 }, autumn);
    const second = entry('02:00', '04:00', { startOffset: 60 }, autumn);
    expect(told([first, second], {}, autumn)).toEqual(['WORK 01:00–02:00', 'WORK 02:00–04:00']);
    expect(deriveDay(autumn, [first, second], rules).clockDifferenceMinutes).toBe(0);
  });
});

describe('other zones', () => {
  test('a row stands with the clock of the place where it began', () => {
    const flight = entry('20:00', `${day}T22:30:00`, { endZone: 'America/New_York' });
    expect(datesOfEntry(flight)).toEqual([day, next]);
    expect(told([flight])).toEqual([`WORK 20:00–${next}T00:00`]);
    expect(told([flight], {}, next)).toEqual(['WORK 00:00–04:30']);
  });

  test('rows that overlap on the wall only, because their clocks differ', () => {
    const here = entry('08:00', '12:00');
    const there = entry('11:30', '15:00', { startZone: 'Europe/London', endZone: 'Europe/London' });
    expect(deriveDay(day, [there, here], rules).problem).toMatchObject({
      code: 'zone-overlap',
      entryIds: [here.id, there.id],
    });
  });
});

describe('names', () => {
  test('a period is named after the earliest entry, whatever the order of rows', () => {
    const rows = [entry('10:00', '12:00'), entry('08:00', '10:00')];
    expect(deriveDay(day, rows, rules).periods.map(({ key }) => key)).toEqual([`${rows[1]!.id}@${day}`]);
  });

  test('an automatic break leaves the first piece its name', () => {
    const row = entry('08:00', '17:00');
    const after = [
      { ...row, end: `${day}T12:00:00` },
      entry('12:00', '12:30', { kind: 'break' }),
      entry('12:30', '17:00'),
    ];
    const [before] = deriveDay(day, [row], rules).periods;
    expect(deriveDay(day, after, rules).periods[0]?.key).toBe(before?.key);
  });
});
