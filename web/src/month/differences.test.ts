import { expect, test } from 'vitest';
import type { MonthRow } from './differences.ts';
import { apart, barsOf, chooseRows, differenceOf, differs, signed } from './differences.ts';

const row = (name: string, given: Partial<MonthRow> = {}): MonthRow => ({
  employee: { name, personioId: `id-${name}`, timetacId: null },
  timetacHours: 160,
  personioHours: 160,
  timetacDays: 2,
  personioDays: 2,
  days: [],
  open: [],
  ...given,
});
const day = { date: '2026-10-05', timetac: '08:00–12:00', personio: null, onlyType: false, because: [] };
const agrees = row('Ada');
const less = row('Ben', { personioHours: 155.5 });
const more = row('Cleo', { personioHours: 164.5, personioDays: 2.5 });
const moved = row('Dana', { days: [day] });

test('a difference is what Personio has more or less than TimeTac, without the dust of decimals', () => {
  expect([differenceOf(less, 'hours'), differenceOf(more, 'hours'), differenceOf(more, 'days')]).toEqual([
    -4.5, 4.5, 0.5,
  ]);
  expect(differenceOf(row('Eve', { timetacHours: 0.3, personioHours: 0.1 + 0.2 }), 'hours')).toBe(0);
  expect(differenceOf(row('Eve', { timetacHours: 7.58, personioHours: 7.5 }), 'hours')).toBe(-0.08);
});

test('a day that moved is a difference, although the sums agree', () => {
  expect([agrees, less, more, moved].map(differs)).toEqual([false, true, true, true]);
});

test('one person’s plus does not hide another’s minus', () => {
  expect([apart([less, more], 'hours'), apart([less, more], 'days'), apart([agrees], 'hours')]).toEqual([
    9, 0.5, 0,
  ]);
});

test('bars go to both sides of the middle, the longest first, and small ones can still be seen', () => {
  const tiny = row('Finn', { personioHours: 160.01 });
  const long = row('Gus', { personioHours: 150 });
  const bars = barsOf([agrees, tiny, less, long, moved], 'hours');
  expect(bars.map(({ row: { employee }, share }) => [employee?.name, share])).toEqual([
    ['Gus', -1],
    ['Ben', -0.45],
    ['Finn', 0.02],
  ]);
  expect(barsOf([agrees], 'days')).toEqual([]);
});

test('the sign is written out in both directions', () => {
  expect([-4.5, 0, 1].map((value) => signed(value, String))).toEqual(['−4.5', '0', '+1']);
});

test('people are found by any part of their name or by their id', () => {
  const rows = [agrees, less, moved];
  const found = (typed: string, onlyDiffering = false): readonly unknown[] =>
    chooseRows(rows, { typed, onlyDiffering }).map(({ employee }) => employee?.name);
  expect(found(' ')).toEqual(['Ada', 'Ben', 'Dana']);
  expect(found('DA')).toEqual(['Ada', 'Dana']);
  expect(found('id-ben')).toEqual(['Ben']);
  expect(found('da', true)).toEqual(['Dana']);
});
