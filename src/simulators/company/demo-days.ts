// The awkward days at Muster GmbH: rows that cannot go to Personio as they are, and what HR entered there by hand.

import {
  addDays,
  clockChangesOn,
  datesFrom,
  earlierOf,
  type Instant,
  instantOf,
  type LocalDate,
  midnightOf,
  minuteMs,
  wallOf,
  weekdayOf,
} from '../../core/time/calendar.ts';
import type { TimetacUser } from '../timetac/state.ts';
import { type Bench, freeWorkdays } from './bench.ts';
import { taskIds } from './catalogue.ts';
import type { Tracker } from './demo-people.ts';
import { addForeignAttendance } from './foreign.ts';
import { addRow, setDay, type Stamp, wallAfter } from './rows.ts';
import { nightShift } from './timesheet.ts';

/** After the ordinary timesheets are written; `now` decides since when the running row runs. */
export function makeAwkwardDays(bench: Bench, trackers: readonly Tracker[], now: Instant): void {
  for (const tracker of trackers) awkwardDays[tracker.colleague.id]?.(bench, tracker, now);
  const agency = bench.timetac.users.find(({ id }) => id === 205);
  const date = agency === undefined ? undefined : freeWorkdays(bench, agency)[3];
  if (agency !== undefined && date !== undefined) setDay(bench, agency, date, plainDay(date));
}

const awkwardDays: Readonly<Record<number, (bench: Bench, tracker: Tracker, now: Instant) => void>> = {
  3003: (bench, { user, colleague }) =>
    onFreeDay(bench, user, 4, (date) => {
      setDay(bench, user, date, plainDay(date));
      addForeignAttendance(bench, colleague.id, { start: at(date, 15), end: at(date, 17) });
    }),
  3007: (bench, { user, colleague }) =>
    onFreeDay(bench, user, 5, (date) => {
      setDay(bench, user, date, plainDay(date));
      addForeignAttendance(bench, colleague.id, { start: at(date, 8), end: at(date, 12) });
    }),
  3006: (bench, { user }, now) => addRunningRow(bench, user, now),
  3008: (bench, { user }) => {
    for (const { date } of clockChanges(bench)) {
      const evening = addDays(date, -1);
      for (const { from, to, taskId } of nightShift) {
        addRow(bench, user, { start: wallAfter(evening, from), end: wallAfter(evening, to), taskId });
      }
    }
  },
  // TimeTac refuses overlapping rows today (timetac.md section 5.8); rows of an old import may still overlap.
  3010: (bench, { user }) =>
    onFreeDay(bench, user, 6, (date) => {
      const rows: Stamp[] = [
        { start: at(date, 6), end: at(date, 10.5) },
        { start: at(date, 10), end: at(date, 14.5), notes: 'old import' },
      ];
      setDay(bench, user, date, rows);
    }),
  3012: (bench, { user }) => {
    const vacation = bench.timetac.absences.find(
      (row) => row.user_id === user.id && row.type_id === 1 && row.from_date === row.to_date,
    );
    if (vacation === undefined) return;
    addRow(bench, user, { start: at(vacation.from_date, 17.5), end: at(vacation.from_date, 19) });
  },
  3015: (bench, { user }) => {
    const free = freeWorkdays(bench, user);
    const date = free.find((day, index) => index > 2 && weekdayOf(day) < 5 && free.includes(addDays(day, 1)));
    if (date === undefined) return;
    setDay(bench, user, addDays(date, 1), []);
    setDay(bench, user, date, [{ start: at(date, 8), end: at(date, 33.5) }]);
  },
  3029: (bench, { user, until }) => {
    if (until === null) return;
    const date = addDays(until, 1);
    setDay(bench, user, date, [{ start: at(date, 9), end: at(date, 11.5), notes: 'handover' }]);
  },
  3031: (bench, { user }) =>
    onFreeDay(bench, user, 7, (date) => {
      const rows: Stamp[] = [
        { start: at(date, 8), end: at(date, 10) },
        { start: at(date, 9.5), end: at(date, 15), zone: 'Europe/London' },
      ];
      setDay(bench, user, date, rows);
    }),
  3032: (bench, { user }) => {
    for (const { date, before, after } of clockChanges(bench)) {
      if (before < after) continue;
      addRow(bench, user, {
        start: wallAfter(date, (2 * 60 + 40) * 60),
        end: wallAfter(date, (2 * 60 + 20) * 60),
        startOffset: before,
        endOffset: after,
        notes: 'call-out',
      });
    }
  },
};

function onFreeDay(bench: Bench, user: TimetacUser, nth: number, act: (date: LocalDate) => void): void {
  const date = freeWorkdays(bench, user)[nth];
  if (date !== undefined) act(date);
}

function plainDay(date: LocalDate): Stamp[] {
  return [
    { start: at(date, 8), end: at(date, 12) },
    { start: at(date, 12), end: at(date, 12.5), taskId: taskIds.break },
    { start: at(date, 12.5), end: at(date, 16.5) },
  ];
}

const at = (date: LocalDate, hours: number) => wallAfter(date, hours * 3600);

/** Runs since eight this morning; since midnight or half an hour ago where it is too early for that. */
function addRunningRow(bench: Bench, user: TimetacUser, now: Instant): void {
  const midnight = instantOf(midnightOf(bench.today), bench.zone);
  const lately = wallOf(Math.max(midnight, now - 30 * minuteMs), bench.zone);
  addRow(bench, user, { start: earlierOf(lately, at(bench.today, 8)), end: null });
}

/** Nights within the data on which the clock changes, with the offsets of the day's begin and end in minutes. */
function clockChanges(bench: Bench): { date: LocalDate; before: number; after: number }[] {
  const offsetAt = (date: LocalDate) =>
    (Date.parse(`${midnightOf(date)}Z`) - instantOf(midnightOf(date), bench.zone)) / minuteMs;
  return datesFrom(addDays(bench.first, 1), addDays(bench.today, -1))
    .filter((date) => clockChangesOn(date, bench.zone))
    .map((date) => ({ date, before: offsetAt(date), after: offsetAt(addDays(date, 1)) }));
}
