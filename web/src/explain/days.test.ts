import { expect, test } from 'vitest';
import { dayBeside, todayOf } from './days.ts';

test('today is what the reader’s calendar shows, also late in the evening', () => {
  expect(todayOf(new Date(2026, 2, 2, 23, 59))).toBe('2026-03-02');
  expect(todayOf(new Date(2026, 2, 2, 0, 1))).toBe('2026-03-02');
});

test('the day before and the day after, over the end of a month, of a year and over a clock change', () => {
  expect(dayBeside('2026-03-01', -1)).toBe('2026-02-28');
  expect(dayBeside('2026-12-31', 1)).toBe('2027-01-01');
  expect([dayBeside('2026-03-28', 1), dayBeside('2026-03-29', 1)]).toEqual(['2026-03-29', '2026-03-30']);
});
