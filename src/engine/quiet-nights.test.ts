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

test('a list tells of its days and of the night into the first of them; nothing of other people and days', () => {
  const nights = new QuietNights();
  nights.learn(desk, list(monday, tuesday), [row(`${monday} 08:00`, `${monday} 12:00`)]);
  for (const id of ['1', '2'])
    expect(datesFrom('2026-03-14', '2026-03-18').filter((day) => nights.has(id, day))).toEqual([
      '2026-03-15',
      monday,
      tuesday,
    ]);
  expect(nights.has('3', monday)).toBe(false);
});

test('what was looked at without the night before says nothing about it', () => {
  const nights = new QuietNights();
  nights.learn(desk, list(tuesday, tuesday, true), []);
  expect([monday, tuesday].map((day) => nights.has('1', day))).toEqual([false, true]);
});

test.each([
  ['over midnight', row(`${monday} 22:00`, `${tuesday} 06:00`), false],
  ['until midnight', row(`${monday} 22:00`, `${tuesday} 00:00`), true],
  ['still open', row(`${monday} 22:00`, null), false],
  ['after midnight, counted for the day before', row(`${tuesday} 01:00`, `${tuesday} 02:00`, monday), false],
  ['of the day itself', row(`${monday} 08:00`, `${monday} 16:00`), true],
  ['of the day after', row(`${tuesday} 08:00`, `${tuesday} 16:00`), true],
])('%s', (_what, standing, isQuiet) => {
  const nights = new QuietNights();
  nights.learn(desk, list(monday, tuesday), [standing]);
  expect(nights.has('1', monday)).toBe(isQuiet);
  expect(nights.has('2', monday)).toBe(true);

  const later = new QuietNights();
  later.learn(desk, list(monday, tuesday), []);
  later.unlearn(desk, [standing]);
  expect(later.has('1', monday)).toBe(isQuiet);
});

test('what is kept is read back as it was, without the days before yesterday’s yesterday', () => {
  const nights = new QuietNights();
  nights.learn(desk, list('2026-03-10', tuesday), []);
  const kept = new QuietNights(nights.textOn(tuesday));
  const days = datesFrom('2026-03-09', '2026-03-18');
  expect(days.filter((day) => kept.has('1', day))).toEqual(['2026-03-14', '2026-03-15', monday, tuesday]);
  expect(kept.textOn(tuesday)).toBe(nights.textOn(tuesday));
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
      const nights = new QuietNights();
      for (const { employeeId, day } of quiet) nights.learn(desk, list(day, day, true, [employeeId]), []);
      const lists = listsFor(days, nights, worth);
      for (const { employeeId, day } of days) {
        const own = lists.filter(({ employeeIds }) => employeeIds.includes(employeeId));
        expect(own).toHaveLength(1);
        const [{ from, to, isQuietBefore } = list('', '')] = own;
        expect(from <= day && day <= to).toBe(true);
        expect(from < day || !isQuietBefore || nights.has(employeeId, addDays(day, -1))).toBe(true);
      }
      for (const { employeeIds, isQuietBefore } of lists)
        expect(!isQuietBefore || employeeIds.length >= worth).toBe(true);
      expect(lists.filter(({ isQuietBefore }) => !isQuietBefore).length).toBeLessThanOrEqual(1);
    }),
  );
});
