// A compared month as a table for payroll: one row per employee, the sums of all at the end.

import { type CsvCell, type NumberCell, csvOf } from '../report/csv.ts';
import { type Language, numberForm } from '../report/forms.ts';
import { titles } from '../report/render.ts';
import type { MonthCheck, MonthRow, Sums } from './month.ts';
import { monthWords } from './words.ts';

/** CSV with semicolons and a byte order mark. Hours and days in the reader's form; a difference is Personio less TimeTac. */
export function monthAsCsv({ rows, totals }: MonthCheck, language: Language): string {
  const days = rows.reduce((sum, row) => sum + row.days.length, 0);
  return csvOf([
    columns.map((column) => monthWords[column][language]),
    ...rows.map((row) => lineOf(row, language)),
    [null, monthWords.total[language], ...sumCells(totals, language), days, null],
  ]);
}

const columns = [
  'personioId',
  'name',
  'hoursTimetac',
  'hoursPersonio',
  'hoursDifference',
  'daysTimetac',
  'daysPersonio',
  'daysDifference',
  'differingDays',
  'open',
] as const satisfies readonly (keyof typeof monthWords)[];

const lineOf = (row: MonthRow, language: Language): CsvCell[] => [
  row.employee.personioId,
  row.employee.name,
  ...sumCells(row, language),
  row.days.length,
  row.open.map((code) => titles[code][language]).join(', '),
];

function sumCells(sums: Sums, language: Language): NumberCell[] {
  const { timetacHours, personioHours, timetacDays, personioDays } = sums;
  const { hours, days } = differencesOf(sums);
  return [timetacHours, personioHours, hours, timetacDays, personioDays, days].map((value) => ({
    number: numberForm(value, language),
  }));
}

/** Personio less TimeTac, rounded to 1/100: −4.5 means that Personio has 4.5 less. */
export function differencesOf(sums: Sums): { readonly hours: number; readonly days: number } {
  const less = (a: number, b: number): number => Math.round((a - b) * 100) / 100;
  return {
    hours: less(sums.personioHours, sums.timetacHours),
    days: less(sums.personioDays, sums.timetacDays),
  };
}
