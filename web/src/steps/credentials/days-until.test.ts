import { expect, test } from 'vitest';
import { daysUntil } from './days-until.ts';

test('days are counted by the calendar', () => {
  const evening = new Date(2026, 10, 26, 23, 30);
  expect(daysUntil('2026-11-27', evening)).toBe(1);
  expect(daysUntil('2026-11-26', evening)).toBe(0);
  expect(daysUntil('2026-11-20', evening)).toBe(-6);
});

test('what is no date has no days', () => {
  expect([
    daysUntil(null, new Date()),
    daysUntil('soon', new Date()),
    daysUntil('2026-13-40', new Date()),
  ]).toEqual([null, null, null]);
});
