// Who at Muster GmbH is away when: one plan for everybody, every kind of absence, and what HR entered in Personio.

import { addDays, type LocalDate } from '../../core/time/calendar.ts';
import type { TimetacAbsence } from '../timetac/state.ts';
import { type Bench, freeWorkdays } from './bench.ts';
import { type LeaveKind, personioTypes } from './catalogue.ts';
import { parentalLeaveFrom, type Tracker } from './demo-people.ts';
import { addForeignAbsence } from './foreign.ts';
import { addLeave, type Leave } from './leave.ts';
import { freeMonday, mondayBack } from './weeks.ts';

export function planLeave(bench: Bench, trackers: readonly Tracker[]): void {
  for (const tracker of trackers) {
    specialLeave[tracker.colleague.id]?.(bench, tracker);
    if (!withoutOrdinaryLeave.has(tracker.colleague.id)) ordinaryLeave(bench, tracker);
  }
}

// The night worker keeps the night on which the clock changes free; the others left, are away for long, or have an example of their own.
const withoutOrdinaryLeave = new Set([3001, 3008, 3011, 3013, 3016, 3017, 3018, 3029, 3040, 3041]);

function ordinaryLeave(bench: Bench, tracker: Tracker): void {
  const { id } = tracker.colleague;
  weekOff(bench, tracker, 2 + ((id * 5) % 9));
  if (id % 3 === 1) dayOff(bench, tracker, (id * 7) % 30, 'sick');
}

const specialLeave: Readonly<Record<number, (bench: Bench, tracker: Tracker) => void>> = {
  3001: (bench, tracker) => {
    // The sick note came later and took the Wednesday out of the vacation.
    const monday = freeMonday(bench, tracker.user, 6);
    if (monday === null) return;
    addLeave(bench, tracker.user, { kind: 'sick', from: addDays(monday, 2) });
    addLeave(bench, tracker.user, { kind: 'vacation', from: monday, to: addDays(monday, 4) });
  },
  3002: (bench, tracker) => dayOff(bench, tracker, 8, 'special'),
  3004: (bench, tracker) => dayOff(bench, tracker, 11, 'overtime'),
  3005: (bench, tracker) => dayOff(bench, tracker, 14, 'volunteer'),
  3006: (bench, tracker) => {
    for (const nth of [2, 6, 10, 14, 18]) dayOff(bench, tracker, nth, 'remote');
  },
  3010: (bench, tracker) => {
    const monday = mondayBack(bench, -2);
    addLeave(bench, tracker.user, { kind: 'vacation', from: monday, to: addDays(monday, 4) });
  },
  3011: (bench, tracker) => {
    const from = addDays(bench.today, -28);
    addLeave(bench, tracker.user, { kind: 'maternity', from, to: addDays(from, 97) });
  },
  3012: (bench, tracker) => dayOff(bench, tracker, 9, 'vacation'),
  3013: (bench, tracker) => weekOff(bench, tracker, 4, { withoutDays: true }),
  3014: (bench, tracker) => {
    const year = Number(bench.today.slice(0, 4)) + (bench.today.slice(5) < '12-15' ? 0 : 1);
    addLeave(bench, tracker.user, { kind: 'vacation', from: `${year}-12-21`, to: `${year}-12-31` });
    dayOff(bench, tracker, 5, 'vacation', { firstShare: 0.5 });
  },
  3015: (bench, tracker) => dayOff(bench, tracker, 7, 'doctor', { hours: 2, begin: '13:00:00' }),
  3016: (bench, tracker) => {
    const vacation = weekOff(bench, tracker, 5);
    if (vacation === null) return;
    const first = addDays(vacation.from_date, 2);
    const dates = { first, last: addDays(first, 6) };
    addForeignAbsence(bench, tracker.colleague.id, personioTypes.vacation, dates, 'APPROVED');
  },
  3017: (bench, tracker) => alsoInPersonio(bench, tracker, weekOff(bench, tracker, 6), 'APPROVED'),
  3018: (bench, tracker) => alsoInPersonio(bench, tracker, weekOff(bench, tracker, 3), 'PENDING'),
  3019: (bench, tracker) => dayOff(bench, tracker, 6, 'vacation', { firstShare: 0.25 }),
  3020: (bench, tracker) => dayOff(bench, tracker, 12, 'training'),
  3025: (bench, tracker) => {
    dayOff(bench, tracker, 10, 'vacation', { firstShare: 0.5, begin: '13:00:00' });
    dayOff(bench, tracker, 20, 'vacation', { status: 2 });
  },
  3027: (bench, tracker) => {
    const monday = freeMonday(bench, tracker.user, 4);
    if (monday === null) return;
    const from = addDays(monday, 2);
    addLeave(bench, tracker.user, { kind: 'vacation', from, to: addDays(from, 2), firstShare: 0.5 });
  },
  3030: (bench, tracker) => {
    const monday = freeMonday(bench, tracker.user, 7);
    if (monday === null) return;
    addLeave(bench, tracker.user, { kind: 'vacation', from: monday, to: addDays(monday, 1), lastShare: 0.5 });
  },
  3031: (bench, tracker) => {
    dayOff(bench, tracker, 15, 'trip');
    dayOff(bench, tracker, 16, 'vacation', { status: 3 });
  },
  3032: (bench, tracker) => dayOff(bench, tracker, 13, 'volunteer'),
  3033: (bench, tracker) => {
    const monday = mondayBack(bench, -4);
    addLeave(bench, tracker.user, { kind: 'vacation', from: monday, to: addDays(monday, 4), status: 0 });
  },
  3040: (bench, tracker) => {
    const dates = { first: parentalLeaveFrom(bench), last: null };
    addForeignAbsence(bench, tracker.colleague.id, personioTypes.parental, dates, 'APPROVED');
  },
};

function weekOff(
  bench: Bench,
  { user }: Tracker,
  weeks: number,
  more: Partial<Leave> = {},
): TimetacAbsence | null {
  const monday = freeMonday(bench, user, weeks);
  if (monday === null) return null;
  return addLeave(bench, user, { kind: 'vacation', from: monday, to: addDays(monday, 4), ...more });
}

/** On the nth free working day before today. */
function dayOff(
  bench: Bench,
  { user }: Tracker,
  nth: number,
  kind: LeaveKind,
  more: Partial<Leave> = {},
): void {
  const from = freeWorkdays(bench, user)[nth];
  if (from !== undefined) addLeave(bench, user, { kind, from, ...more });
}

function alsoInPersonio(
  bench: Bench,
  { colleague }: Tracker,
  absence: TimetacAbsence | null,
  status: 'APPROVED' | 'PENDING',
): void {
  const dates = coveredDates(bench, absence);
  if (dates !== null) addForeignAbsence(bench, colleague.id, personioTypes.vacation, dates, status);
}

function coveredDates(
  bench: Bench,
  absence: TimetacAbsence | null,
): { first: LocalDate; last: LocalDate } | null {
  const rows = bench.timetac.absenceDays.filter(({ request_id }) => request_id === absence?.id);
  const first = rows[0]?.date;
  const last = rows.at(-1)?.date;
  return first === undefined || last === undefined ? null : { first, last };
}
