// Months (`YYYY-MM`) of the reader's calendar, by number and by name.

import type { Language } from '../api/types.ts';

export function monthOf(now: Date): string {
  return monthFrom(now.getFullYear(), now.getMonth());
}

export function lastMonthOf(now: Date): string {
  return monthFrom(now.getFullYear(), now.getMonth() - 1);
}

/** @param months negative: earlier */
export function monthBeside(month: string, months: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return monthFrom(year, number - 1 + months);
}

/** This month and those before it, newest first; the chosen one too, wherever it lies. */
export function monthChoices(now: Date, chosen: string, count: number): readonly string[] {
  const recent = Array.from({ length: count }, (_, index) => monthBeside(monthOf(now), -index));
  return recent.includes(chosen) ? recent : [...recent, chosen].sort().reverse();
}

/** Oktober 2026 · October 2026 */
export function monthName(month: string, language: Language): string {
  return names[language].format(new Date(`${month}-01T00:00:00Z`));
}

const names = {
  en: new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' }),
  de: new Intl.DateTimeFormat('de-DE', { month: 'long', year: 'numeric', timeZone: 'UTC' }),
} as const satisfies Record<Language, Intl.DateTimeFormat>;

const monthFrom = (year: number, index: number): string =>
  new Date(Date.UTC(year, index, 1)).toISOString().slice(0, 7);
