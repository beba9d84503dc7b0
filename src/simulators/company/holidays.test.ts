import { expect, test } from 'vitest';
import { holidaysOf, type Site } from './holidays.ts';

test.each([
  [2024, '2024-04-01'],
  [2025, '2025-04-21'],
  [2026, '2026-04-06'],
  [2027, '2027-03-29'],
  [2038, '2038-04-26'],
])('Easter Monday of %i is %s', (year, date) => {
  expect(holidaysOf('Hamburg', year).find((holiday) => holiday.name === 'Ostermontag')?.date).toBe(date);
});

const dates = (site: Site) => new Set(holidaysOf(site, 2026).map((holiday) => holiday.date));

test('Bavaria and Hamburg do not keep the same days', () => {
  expect(dates('Munich').has('2026-06-04')).toBe(true);
  expect(dates('Munich').has('2026-10-31')).toBe(false);
  expect(dates('Hamburg').has('2026-10-31')).toBe(true);
  expect(dates('Hamburg').has('2026-11-01')).toBe(false);
});
