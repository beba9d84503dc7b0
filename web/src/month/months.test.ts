import { expect, test } from 'vitest';
import { lastMonthOf, monthBeside, monthChoices, monthName, monthOf } from './months.ts';

test('on the 31st, last month is the month before, and in January it is December', () => {
  expect(lastMonthOf(new Date(2026, 9, 31, 12))).toBe('2026-09');
  expect(lastMonthOf(new Date(2026, 0, 1, 0, 5))).toBe('2025-12');
  expect(monthOf(new Date(2026, 9, 31, 23, 59))).toBe('2026-10');
});

test('months beside each other, over the end of a year', () => {
  expect([monthBeside('2026-12', 1), monthBeside('2026-01', -1)]).toEqual(['2027-01', '2025-12']);
});

test('the newest months can be chosen, and whichever a link names', () => {
  const now = new Date(2026, 1, 15);
  expect(monthChoices(now, '2026-01', 3)).toEqual(['2026-02', '2026-01', '2025-12']);
  expect(monthChoices(now, '2020-05', 2)).toEqual(['2026-02', '2026-01', '2020-05']);
  expect(monthChoices(now, '2026-04', 2)).toEqual(['2026-04', '2026-02', '2026-01']);
});

test('a month has its name in the reader’s language', () => {
  expect([monthName('2026-10', 'de'), monthName('2026-10', 'en')]).toEqual(['Oktober 2026', 'October 2026']);
});
