// Finding room in a person's calendar for a whole week of leave.

import { addDays, datesFrom, type LocalDate, weekdayOf } from '../../core/time/calendar.ts';
import type { TimetacUser } from '../timetac/state.ts';
import { type Bench, dayKey, possibleShare, targetHours } from './bench.ts';

/** The Monday of the week that lies `weeks` before the current one (negative: ahead). */
export function mondayBack(bench: Bench, weeks: number): LocalDate {
  return addDays(bench.today, 1 - weekdayOf(bench.today) - 7 * weeks);
}

/**
 * The Monday of a past week without a holiday and without any leave of this user, the first one found going back from
 * `weeks` weeks ago to the first day of the data and then from the newest; null if there is none.
 */
export function freeMonday(bench: Bench, user: TimetacUser, weeks: number): LocalDate | null {
  const mondays: LocalDate[] = [];
  for (let back = 1; mondayBack(bench, back) >= bench.first; back++) mondays.push(mondayBack(bench, back));
  const wanted = Math.min(weeks, mondays.length) - 1;
  const inOrder = [...mondays.slice(wanted), ...mondays.slice(0, Math.max(0, wanted))];
  return (
    inOrder.find((monday) =>
      datesFrom(monday, addDays(monday, 4)).every((date) => isFree(bench, user, date)),
    ) ?? null
  );
}

function isFree(bench: Bench, user: TimetacUser, date: LocalDate): boolean {
  if (bench.booked.has(dayKey(user.id, date))) return false;
  return targetHours(bench, user, date) === 0 || possibleShare(bench, user, date) === 1;
}
