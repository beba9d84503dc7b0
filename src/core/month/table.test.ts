// The table for payroll, as a spreadsheet reads it.

import { expect, test } from 'vitest';
import type { MonthCheck, MonthRow } from './month.ts';
import { monthAsCsv } from './table.ts';
import { monthName } from './words.ts';

const row = (name: string | null, more: Partial<MonthRow> = {}): MonthRow => ({
  employee: { personioId: '3001', timetacId: 101, name },
  timetacHours: 160.5,
  personioHours: 160.5,
  timetacDays: 1.5,
  personioDays: 1.5,
  days: [],
  open: [],
  ...more,
});

const check: MonthCheck = {
  month: '2026-03',
  totals: { timetacHours: 321, personioHours: 323.75, timetacDays: 3, personioDays: 3 },
  rows: [
    row('=cmd|"x"!A1', {
      personioHours: 163.25,
      days: [{ date: '2026-03-02', timetac: null, personio: 'WORK', onlyType: false, because: [] }],
      open: ['edited-in-target', 'overlaps-foreign'],
    }),
    row(null),
  ],
  differing: 1,
};

const linesOf = (text: string): string[] => text.replace(/^\u{feff}/u, '').split('\r\n');

test('one row per employee and the sums at the end, numbers in the reader’s form', () => {
  const text = monthAsCsv(check, 'de');
  expect(text.startsWith('\u{feff}Personio-ID;Name;Stunden TimeTac;')).toBe(true);
  const [, first, second, totals] = linesOf(text);
  expect(first).toMatch(/^3001;"'=cmd\|""x""!A1";160,5;163,25;2,75;1,5;1,5;0;1;[^;]+, [^;]+$/);
  expect(second).toBe('3001;;160,5;160,5;0;1,5;1,5;0;0;');
  expect(totals).toBe(';Alle Personen;321;323,75;2,75;3;3;0;1;');
});

test('the English table has English words and points', () => {
  const [head, first] = linesOf(monthAsCsv(check, 'en'));
  expect(head).toContain('Difference in hours');
  expect(first).toContain(';160.5;163.25;2.75;1.5;1.5;0;1;');
  expect(first?.endsWith('-target')).toBe(false);
});

test('less in Personio is a difference below nothing', () => {
  const less = { ...check, rows: [row('Anna', { personioHours: 158 })] };
  expect(linesOf(monthAsCsv(less, 'de'))[1]).toMatch(/^3001;Anna;160,5;158;'?-2,5;/);
});

test('months have their names', () => {
  expect([monthName('2026-03', 'de'), monthName('2026-12', 'en')]).toEqual(['März 2026', 'December 2026']);
});
