// Dates as people type them: 2.3.2026, 02.03.26, 2 Mar 2026, 2. März 2026, 2026-03-02, 02/03/2026 (day first).

const MONTHS = [
  ['jan', 'jän'],
  ['feb'],
  ['mar', 'mär', 'mae', 'mrz'],
  ['apr'],
  ['may', 'mai'],
  ['jun'],
  ['jul'],
  ['aug'],
  ['sep'],
  ['oct', 'okt'],
  ['nov'],
  ['dec', 'dez'],
] as const satisfies readonly (readonly string[])[];

/** `YYYY-MM-DD`, or null where it is no date of this calendar. */
export function dateFromText(text: string): string | null {
  const typed = text.trim().toLowerCase();
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(typed);
  if (iso !== null) {
    return dateOf(iso[1], iso[2], iso[3]);
  }
  const numbers = /^(\d{1,2})[./ ]\s*(\d{1,2})[./ ]\s*(\d{2}|\d{4})$/.exec(typed);
  if (numbers !== null) {
    return dateOf(numbers[3], numbers[2], numbers[1]);
  }
  const named = /^(\d{1,2})\.?\s*([a-zä]{3,9})\.?,?\s*(\d{2}|\d{4})$/.exec(typed);
  const month = MONTHS.findIndex((names) => names.some((name) => named?.[2]?.startsWith(name) === true));
  return named === null || month < 0 ? null : dateOf(named[3], String(month + 1), named[1]);
}

function dateOf(
  yearText: string | undefined,
  monthText: string | undefined,
  dayText: string | undefined,
): string | null {
  const short = Number(yearText);
  const year = short < 100 ? 2000 + short : short;
  const date = `${String(year).padStart(4, '0')}-${(monthText ?? '').padStart(2, '0')}-${(dayText ?? '').padStart(2, '0')}`;
  const ms = Date.parse(`${date}T00:00:00Z`);
  // 31 February becomes March in some engines, and NaN in others.
  return !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(date) ? date : null;
}
