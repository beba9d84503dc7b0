import { expect, test } from 'vitest';
import type { Progress } from '../api/types.ts';
import { paceAfter, remainingMs, shareOf } from './pace.ts';

const writing = (done: number, total: number | null = 100): Progress => ({
  phase: 'writing',
  part: 'attendances',
  done,
  total,
});

test('the rest takes as long as it has been going, told roughly', () => {
  const begun = paceAfter(null, writing(0), 0);
  const later = paceAfter(begun, writing(25), 10_000);
  expect(remainingMs(later)).toBe(30_000);
  expect(remainingMs(paceAfter(begun, writing(10), 20_000))).toBe(180_000);
});

test('what was done before one looked says nothing about the speed', () => {
  const opened = paceAfter(null, writing(80), 0);
  expect(remainingMs(paceAfter(opened, writing(90), 10_000))).toBe(10_000);
});

test('too little to go by is no guess', () => {
  const begun = paceAfter(null, writing(0), 0);
  expect(remainingMs(paceAfter(begun, writing(50), 1000))).toBeNull();
  expect(remainingMs(paceAfter(begun, writing(3), 60_000))).toBeNull();
  expect(remainingMs(paceAfter(paceAfter(null, writing(0, null), 0), writing(50, null), 60_000))).toBeNull();
});

test('another stretch begins anew', () => {
  const begun = paceAfter(null, writing(0), 0);
  const other = paceAfter(begun, { ...writing(10), part: 'absences' }, 10_000);
  expect(other).toMatchObject({ sinceMs: 10_000, doneThen: 10 });
  expect(paceAfter(other, { ...writing(2), part: 'absences' }, 11_000).sinceMs).toBe(11_000);
});

test('an unknown or empty total has no share', () => {
  expect([shareOf(writing(50)), shareOf(writing(1, null)), shareOf(writing(0, 0))]).toEqual([
    0.5,
    null,
    null,
  ]);
});
