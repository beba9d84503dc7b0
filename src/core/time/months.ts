// The months (`YYYY-MM`) that a stretch of local days touches; a link without days touches none.

import type { LocalDate } from './calendar.ts';

export function monthsOf(from: LocalDate | null, to: LocalDate | null): string[] {
  if (from === null) return [];
  const months: string[] = [];
  const last = (to ?? from).slice(0, 7);
  for (let month = from.slice(0, 7); month <= last && months.length < 240; month = nextMonth(month))
    months.push(month);
  return months;
}

function nextMonth(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
}
