import { expect, test } from 'vitest';
import { readServerSettings } from './config.ts';

const daysFor = (months: string): number => readServerSettings({ TANDEM_DETAIL_MONTHS: months }).detailDays;

test('details are kept for whole months, thirteen unless told otherwise', () => {
  expect(readServerSettings({}).detailDays).toBe(396);
  expect([daysFor(' '), daysFor('13'), daysFor('4'), daysFor('36')]).toEqual([396, 396, 122, 1096]);
});

test.each(['3', '0', '-13', '13.5', 'for ever', '1e9'])('%s is no such number', (months) => {
  expect(() => daysFor(months)).toThrow(/TANDEM_DETAIL_MONTHS/);
});
