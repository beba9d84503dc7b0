import { expect, test } from 'vitest';
import { barOf, ceilingOf, lastDays, stretchesOf, totalsOf } from './history.ts';

const day = (date: string, writes = 0, issues = 0, runs = 1) => ({ date, runs, writes, issues });

test('thirty days are shown, today last, and a day without a run stays empty', () => {
  const days = lastDays([day('2026-03-01', 5), day('2026-03-02', 0, 0, 0)], '2026-03-03');
  expect(days).toHaveLength(30);
  expect(days[0]?.date).toBe('2026-02-02');
  expect(days.slice(-3).map(({ date, told }) => [date, told?.writes])).toEqual([
    ['2026-03-01', 5],
    ['2026-03-02', undefined],
    ['2026-03-03', undefined],
  ]);
});

test('where the server has begun the next day already, that day is the last', () => {
  expect(lastDays([day('2026-03-04')], '2026-03-03').at(-1)?.date).toBe('2026-03-04');
});

test('what is older than thirty days counts no more', () => {
  const days = lastDays(
    [day('2026-01-01', 900), day('2026-03-01', 4, 7), day('2026-03-02', 3, 2)],
    '2026-03-03',
  );
  expect(totalsOf(days)).toEqual({ writes: 7, issues: 2 });
});

test('without a run there is nothing to sum up', () => {
  expect(totalsOf(lastDays([], '2026-03-03'))).toBeNull();
});

test.each([
  { values: [], ceiling: 1 },
  { values: [0, 3], ceiling: 3 },
  { values: [7, 61], ceiling: 20 },
  { values: [20, 61], ceiling: 80 },
  { values: [1204, 30, 12], ceiling: 50 },
  { values: [1204, 0, 0], ceiling: 2000 },
])('the scale of $values ends at $ceiling', ({ values, ceiling }) => {
  expect(ceilingOf(values)).toBe(ceiling);
});

test('a little can still be seen, nothing cannot, and too much is cut', () => {
  expect([barOf(1, 1000, 80), barOf(0, 1000, 80), barOf(1204, 50, 80), barOf(25, 50, 80)]).toEqual([
    { height: 2, isCut: false },
    { height: 0, isCut: false },
    { height: 80, isCut: true },
    { height: 40, isCut: false },
  ]);
});

test('a line is not drawn over days without a run', () => {
  const days = lastDays([day('2026-02-27'), day('2026-02-28'), day('2026-03-03')], '2026-03-03');
  expect(stretchesOf(days)).toEqual([[25, 26], [29]]);
});
