// How far both sides of a month are apart. A difference is Personio less TimeTac, in hundredths.

import type { Answer } from '../api/types.ts';

export type MonthCheck = Answer<'readMonthCheck'>;
export type MonthRow = MonthCheck['rows'][number];
export type Sums = NonNullable<MonthCheck['totals']>;
export type Measure = 'hours' | 'days';

export function differenceOf(sums: Sums, measure: Measure): number {
  switch (measure) {
    case 'hours':
      return rounded(sums.personioHours - sums.timetacHours);
    case 'days':
      return rounded(sums.personioDays - sums.timetacDays);
    default:
      return measure satisfies never;
  }
}

/** Also where the sums agree, but not the days. */
export function differs(row: MonthRow): boolean {
  return row.days.length > 0 || differenceOf(row, 'hours') !== 0 || differenceOf(row, 'days') !== 0;
}

/** Differences of all people added up, whatever their direction: one person's plus must not hide another's minus. */
export function apart(rows: readonly MonthRow[], measure: Measure): number {
  return rounded(rows.reduce((sum, row) => sum + Math.abs(differenceOf(row, measure)), 0));
}

export interface Bar {
  readonly row: MonthRow;
  readonly value: number;
  /** Of the longest one, -1 to 1; a small difference stays visible. */
  readonly share: number;
}

/** A bar for everybody whose sums differ, the longest first. */
export function barsOf(rows: readonly MonthRow[], measure: Measure): readonly Bar[] {
  const values = rows.map((row) => ({ row, value: differenceOf(row, measure) }));
  const longest = Math.max(...values.map(({ value }) => Math.abs(value)), 0);
  return values
    .filter(({ value }) => value !== 0)
    .sort((a, b) => Math.abs(b.value) - Math.abs(a.value))
    .map(({ row, value }) => ({
      row,
      value,
      share: Math.sign(value) * Math.max(Math.abs(value) / longest, SMALLEST_SHARE),
    }));
}

const SMALLEST_SHARE = 0.02;

/** −4,5 · +1 · 0, with the signs that a reader can tell apart. */
export function signed(value: number, number: (value: number) => string): string {
  return value === 0 ? number(0) : `${value < 0 ? '−' : '+'}${number(Math.abs(value))}`;
}

const rounded = (value: number): number => Math.round(value * 100) / 100;

export interface RowChoice {
  /** Words that must all occur in the name or the id. */
  readonly typed: string;
  readonly onlyDiffering: boolean;
}

export function chooseRows(
  rows: readonly MonthRow[],
  { typed, onlyDiffering }: RowChoice,
): readonly MonthRow[] {
  const words = typed.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  return rows.filter((row) => {
    const text = `${row.employee?.name ?? ''} ${row.employee?.personioId ?? ''}`.toLocaleLowerCase();
    return (!onlyDiffering || differs(row)) && words.every((word) => text.includes(word));
  });
}
