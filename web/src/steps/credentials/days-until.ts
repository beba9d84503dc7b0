import type { Json } from '../form/json.ts';

const DAY_MS = 86_400_000;

/** Whole days from today (in the reader's calendar) to a date; null where it is no date. */
export function daysUntil(date: Json, now: Date): number | null {
  if (typeof date !== 'string' || !/^\d{4}-\d\d-\d\d$/.test(date)) {
    return null;
  }
  const then = Date.parse(`${date}T00:00:00Z`);
  const today = Date.UTC(now.getFullYear(), now.getMonth(), now.getDate());
  return Number.isNaN(then) ? null : Math.round((then - today) / DAY_MS);
}
