// When recent days are compared whole (rule 4.1): in the first run from the hour of the form on, once a day. A check that
// failed, or was one of some people only, was none.

import type { Settings } from '../core/settings/settings.ts';
import { type Instant, addDays, dateOf, minuteMs, timeOf, wallOf } from '../core/time/calendar.ts';
import { lastRunKey } from './ledger-age.ts';

/** When the newest check began that was whole. */
export const checkedKey = 'check.at';
/** When one was begun last, however it ended. */
export const triedKey = 'check.triedAt';
/** While one part fails, the check of the others is made up for that often and not in every run (rule 4.3). */
const againMs = 60 * minuteMs;

export function isCheckDue(
  memory: Readonly<Record<string, string>>,
  now: Instant,
  settings: Pick<Settings, 'schedule'>,
): boolean {
  const checkedAt = Number(memory[checkedKey] ?? memory[lastRunKey] ?? 0);
  if (now - Number(memory[triedKey] ?? 0) < againMs) return false;
  return checkDayOf(now, settings) > checkDayOf(checkedAt, settings);
}

/** The day whose check is the newest that was due by then. */
function checkDayOf(at: Instant, { schedule }: Pick<Settings, 'schedule'>): string {
  const wall = wallOf(at, schedule.timezone);
  return timeOf(wall) >= schedule.fullCheckAt ? dateOf(wall) : addDays(dateOf(wall), -1);
}
