// Dates as people write them on a form.

import { isLocalDate, type LocalDate } from '../time/calendar.ts';

/**
 * A date as people write it in English or German: 2026-12-24, 24.12.2026, 24 Dec 2026, 24. Dezember 2026. null for
 * anything else, and for what can be read in two ways (12/24/2026, 24.12.26).
 */
export function dateIn(text: string): LocalDate | null {
  const written = text.trim();
  const [, dayFirst, monthNumber, lastYear] = /^(\d{1,2})\. ?(\d{1,2})\. ?(\d{4})$/.exec(written) ?? [];
  const [, day, monthName, year] = /^(\d{1,2})\.? (\p{L}{3,9})\.? (\d{4})$/u.exec(written) ?? [];
  const date =
    lastYear !== undefined
      ? isoOf(lastYear, Number(monthNumber), Number(dayFirst))
      : year !== undefined
        ? isoOf(year, monthOf(monthName ?? ''), Number(day))
        : written;
  return isLocalDate(date) ? date : null;
}

const isoOf = (year: string, month: number, day: number): string =>
  `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;

/** 0 where no month is called so. */
function monthOf(name: string): number {
  const written = name.toLowerCase();
  return 1 + months.findIndex((month) => month.split(' ').some((one) => isShortFor(written, one)));
}

const isShortFor = (written: string, whole: string): boolean =>
  whole === written || (whole.startsWith(written) && written.length <= 4);

const months = [
  'january januar jänner',
  'february februar feber',
  'march märz',
  'april',
  'may mai',
  'june juni',
  'july juli',
  'august',
  'september',
  'october oktober',
  'november',
  'december dezember',
];
