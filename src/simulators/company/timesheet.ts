// The daily rhythm of a person: what they stamp on each working day that no absence takes.

import { addDays, datesFrom, type LocalDate } from '../../core/time/calendar.ts';
import type { TimetacUser } from '../timetac/state.ts';
import { type Bench, type DayOff, dayKey, possibleShare } from './bench.ts';
import { taskIds } from './catalogue.ts';
import { addRow, wallAfter } from './rows.ts';

/**
 * office: flexible hours · early: the early shift · night: the shift over midnight · project: hours booked on customer
 * projects · service: a paid screen break · part-time: five hours.
 */
export type Rhythm = 'office' | 'early' | 'night' | 'project' | 'service' | 'part-time';

/** Seconds since midnight of the day on which the shift begins; may run into the next day. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly taskId: number;
}

const hour = 3600;
const minute = 60;

/** Stamps every working day between two dates, both included. A night shift may end on the day after `to`. */
export function writeTimesheet(
  bench: Bench,
  user: TimetacUser,
  rhythm: Rhythm,
  dates: { readonly from: LocalDate; readonly to: LocalDate },
  random: () => number,
): void {
  for (const date of datesFrom(dates.from, dates.to)) {
    const possible = possibleShare(bench, user, date);
    const off = bench.booked.get(dayKey(user.id, date)) ?? 'none';
    if (possible === 0 || off === 'day') continue;
    // A night shift would reach into the first day of an absence.
    if (rhythm === 'night' && (bench.booked.get(dayKey(user.id, addDays(date, 1))) ?? 'none') !== 'none')
      continue;
    const half = off !== 'none' ? off : possible === 0.5 ? 'afternoon' : null;
    for (const { from, to, taskId } of stretchesOf(rhythm, half, random)) {
      addRow(bench, user, { start: wallAfter(date, from), end: wallAfter(date, to), taskId });
    }
  }
}

/** The shift of a night worker, to the minute: also used where a test needs to know it. */
export const nightShift: readonly Stretch[] = chain(22 * hour, [
  [taskIds.work, 3 * hour],
  [taskIds.break, 30 * minute],
  [taskIds.work, 4.5 * hour],
]);

function stretchesOf(rhythm: Rhythm, half: DayOff | null, random: () => number): readonly Stretch[] {
  if (half === 'morning') return chain(13 * hour, [[taskIds.work, 4 * hour]]);
  if (half === 'afternoon') return chain(8 * hour - seconds(random, 20 * minute), [[taskIds.work, 4 * hour]]);
  const between = (low: number, high: number) => low + seconds(random, high - low);
  switch (rhythm) {
    case 'office':
      return officeDay(between, random());
    case 'early':
      return chain(between(5.8 * hour, 6 * hour), [
        [taskIds.work, between(3.5 * hour, 4.5 * hour)],
        [taskIds.break, between(30 * minute, 40 * minute)],
        [taskIds.work, between(3.6 * hour, 4.2 * hour)],
      ]);
    case 'night':
      return nightShift;
    case 'project':
      return chain(between(8 * hour, 9.5 * hour), [
        [taskIds.relaunch, between(2 * hour, 3.5 * hour)],
        [taskIds.break, between(30 * minute, 55 * minute)],
        [taskIds.relaunch, between(1 * hour, 2.5 * hour)],
        [taskIds.tradeFair, between(1 * hour, 2.5 * hour)],
      ]);
    case 'service':
      return chain(between(7.5 * hour, 8.5 * hour), [
        [taskIds.work, between(1.8 * hour, 2.3 * hour)],
        [taskIds.paidBreak, 15 * minute],
        [taskIds.work, between(1.5 * hour, 2 * hour)],
        [taskIds.break, between(30 * minute, 45 * minute)],
        [taskIds.work, between(3.5 * hour, 4 * hour)],
      ]);
    case 'part-time':
      return chain(between(8 * hour, 9 * hour), [
        [taskIds.work, between(2 * hour, 3 * hour)],
        [taskIds.break, 15 * minute],
        [taskIds.work, between(2 * hour, 3 * hour)],
      ]);
    default:
      throw new Error(`Unknown rhythm: ${String(rhythm satisfies never)}`);
  }
}

/** One day in ten is short and without a break, six have one break, three have two. */
function officeDay(between: (low: number, high: number) => number, shape: number): readonly Stretch[] {
  const start = between(7.2 * hour, 9.3 * hour);
  if (shape < 0.1) return chain(start, [[taskIds.work, between(5 * hour, 6 * hour)]]);
  const lunch: [number, number] = [taskIds.break, between(30 * minute, 65 * minute)];
  const afternoon: [number, number] = [taskIds.work, between(3.6 * hour, 4.8 * hour)];
  if (shape < 0.7) return chain(start, [[taskIds.work, between(3.2 * hour, 4.4 * hour)], lunch, afternoon]);
  return chain(start, [
    [taskIds.work, between(1.5 * hour, 2 * hour)],
    [taskIds.break, 15 * minute],
    [taskIds.work, between(1.5 * hour, 2 * hour)],
    lunch,
    afternoon,
  ]);
}

/** Stretches that touch: people press "break" and "back", so there is no gap. */
function chain(start: number, parts: readonly (readonly [taskId: number, length: number])[]): Stretch[] {
  let from = Math.floor(start);
  return parts.map(([taskId, length]) => {
    const stretch = { from, to: from + Math.floor(length), taskId };
    from = stretch.to;
    return stretch;
  });
}

const seconds = (random: () => number, below: number): number => Math.floor(random() * below);
