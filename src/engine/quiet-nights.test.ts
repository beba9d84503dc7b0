// A day is looked at without the night before only where that night is known to be quiet (rule 3.8).

import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { AttendanceContent } from '../core/attendance/attendance.ts';
import { attendanceCraft } from '../core/attendance/craft.ts';
import { addDays, datesFrom } from '../core/time/calendar.ts';
import { QuietNights, listsFor, type DayList } from './quiet-nights.ts';
import type { Standing, TargetDesk } from './target-desk.ts';

const desk = { craft: attendanceCraft({ projects: false, notes: false }) } as TargetDesk<AttendanceContent>;
const monday = '2026-03-16';
const tuesday = '2026-03-17';

function row(start: string, end: string | null, countsFor = start.slice(0, 10)): Standing<AttendanceContent> {
  const content = {
    kind: 'WORK',
    start: `${start.replace(' ', 'T')}:00`,
    end: end === null ? null : `${end.replace(' ', 'T')}:00`,
    projectId: null,
    comment: null,
  } as const;
  return { id: 'x', employeeId: '1', countsFor, content, standing: 'live', createdAt: null, updatedAt: null };
}

const list = (from: string, to: string, isQuietBefore = false, employeeIds = ['1', '2']): DayList => ({
  employeeIds,
  from,
  to,
  isQuietBefore,
});

const watermark = '1773700000000';
/** What the next run believes of what this one knows. */
const nextRun = (nights: QuietNights, today = tuesday): QuietNights =>
  new QuietNights(today, nights.keptWith(watermark), watermark);
const quietOf = (nights: QuietNights, id: string): string[] =>
  datesFrom('2026-03-10', '2026-03-20').filter((day) => nights.has(id, day));

test('a list tells the next run of its days and of the night into the first; nothing of other people and days', () => {
  const nights = new QuietNights(tuesday);
  nights.learn(desk, list(monday, tuesday), [row(`${monday} 08:00`, `${monday} 12:00`)]);
  for (const id of ['1', '2']) expect(quietOf(nextRun(nights), id)).toEqual(['2026-03-15', monday, tuesday]);
  expect(quietOf(nextRun(nights), '3')).toEqual([]);
  expect(quietOf(nights, '1')).toEqual([]);
});

test('what was looked at without the night before says nothing about it', () => {
  const nights = new QuietNights(tuesday);
  nights.learn(desk, list(tuesday, tuesday, true), []);
  expect(quietOf(nextRun(nights), '1')).toEqual([tuesday]);
});

test.each([
  ['over midnight', row(`${monday} 22:00`, `${tuesday} 06:00`), false],
  ['until midnight', row(`${monday} 22:00`, `${tuesday} 00:00`), true],
  ['still open', row(`${monday} 22:00`, null), false],
  ['after midnight, counted for the day before', row(`${tuesday} 01:00`, `${tuesday} 02:00`, monday), false],
  ['of the day itself', row(`${monday} 08:00`, `${monday} 16:00`), true],
  ['of the day after', row(`${tuesday} 08:00`, `${tuesday} 16:00`), true],
])('%s', (_what, standing, isQuiet) => {
  const nights = new QuietNights(tuesday);
  nights.learn(desk, list(monday, tuesday), [standing]);
  expect(nextRun(nights).has('1', monday)).toBe(isQuiet);
  expect(nextRun(nights).has('2', monday)).toBe(true);

  const later = new QuietNights(tuesday);
  later.learn(desk, list(monday, tuesday), []);
  const next = nextRun(later);
  next.unlearn(desk, [standing]);
  expect(next.has('1', monday)).toBe(isQuiet);
  // An empty answer in the same run does not talk it away.
  next.learn(desk, list(monday, tuesday), []);
  expect(nextRun(next).has('1', monday)).toBe(isQuiet);
});

test('only recent days are kept, and what is kept is believed beside its own watermark only', () => {
  const nights = new QuietNights(tuesday);
  nights.learn(desk, list('2026-03-01', tuesday), []);
  const kept = nights.keptWith(watermark);
  const days = ['2026-03-14', '2026-03-15', monday, tuesday];
  expect(quietOf(new QuietNights(tuesday, kept, watermark), '1')).toEqual(days);
  expect(new QuietNights(tuesday, kept, watermark).keptWith(watermark)).toBe(kept);
  for (const other of ['1773700000001', undefined])
    expect(quietOf(new QuietNights(tuesday, kept, other), '1')).toEqual([]);
});

const people = Array.from({ length: 6 }, (_none, index) => String(index));
const someDays = fc.uniqueArray(
  fc.record({
    employeeId: fc.constantFrom(...people),
    day: fc.constantFrom(...datesFrom(monday, '2026-03-20')),
  }),
  { selector: ({ employeeId, day }) => `${employeeId} ${day}`, maxLength: 20 },
);

test('whatever is looked at: every day is in exactly one list, with the night before unless that is quiet', () => {
  fc.assert(
    fc.property(someDays, someDays, fc.integer({ min: 1, max: 4 }), (days, quiet, worth) => {
      const before = new QuietNights(monday);
      for (const { employeeId, day } of quiet) before.learn(desk, list(day, day, true, [employeeId]), []);
      const nights = nextRun(before, monday);
      const lists = listsFor(days, nights, worth);
      for (const { employeeId, day } of days) {
        const own = lists.filter(({ employeeIds }) => employeeIds.includes(employeeId));
        expect(own).toHaveLength(1);
        const [{ from, to, isQuietBefore } = list('', '')] = own;
        expect(from <= day && day <= to).toBe(true);
        expect(from < day || !isQuietBefore || nights.has(employeeId, addDays(day, -1))).toBe(true);
      }
      expect(listsFor(days, null, worth).every(({ isQuietBefore }) => !isQuietBefore)).toBe(true);
      for (const { employeeIds, isQuietBefore } of lists)
        expect(!isQuietBefore || employeeIds.length >= worth).toBe(true);
      expect(lists.filter(({ isQuietBefore }) => !isQuietBefore).length).toBeLessThanOrEqual(1);
    }),
  );
});
