// Which days a booking covers, and how much of each (rules 2.2, 2.3).

import { pushTo } from '../people/names.ts';
import { type LocalDate, datesFrom, earlierOf, laterOf, weekdayOf } from '../time/calendar.ts';
import type { Absence, AbsenceDay, LeaveUnit } from './absence.ts';
import type { AbsenceRules } from './derived.ts';

export interface CoveredDay {
  readonly on: LocalDate;
  readonly value: number;
  readonly unit: LeaveUnit;
  /** What the whole day would count: 1, or 0.5 on a half holiday. */
  readonly possible: number;
  readonly beginsAt: string | null;
}

/** The employee's day rows, by booking and by date. */
export class DayBook {
  readonly #byAbsence = new Map<string, AbsenceDay[]>();
  readonly #holidays = new Map<LocalDate, number>();
  /** Bookings that count something on a date. */
  readonly #takers = new Map<LocalDate, string[]>();
  readonly #rules: AbsenceRules;

  /** @param taking bookings that take their days from others */
  constructor(days: readonly AbsenceDay[], taking: readonly Absence[], rules: AbsenceRules) {
    this.#rules = rules;
    const standing = new Set(taking.map(({ id }) => id));
    for (const day of days) {
      if (day.publicHoliday) {
        this.#holidays.set(day.on, Math.max(holidayShare(day), this.#holidays.get(day.on) ?? 0));
        continue;
      }
      if (day.absenceId === null) continue;
      pushTo(this.#byAbsence, day.absenceId, day);
      if (day.value > 0 && standing.has(day.absenceId)) pushTo(this.#takers, day.on, day.absenceId);
    }
  }

  coveredDays(absence: Absence): readonly CoveredDay[] | 'no-rows' | 'unclear' {
    const rows = this.#byAbsence.get(absence.id);
    if (rows !== undefined) return this.#fromRows(absence, rows);
    if (!this.#rules.dayRowsExist) return daysFromFields(absence);
    const { startDate, targetHours } = this.#rules;
    // What it counts before the start date is not read: it may count nothing after it, where others have taken its days.
    const isCut = absence.from < startDate;
    const dates = datesFrom(isCut ? startDate : absence.from, absence.to);
    const isElsewhere = (date: LocalDate): boolean =>
      targetHours.get(date) === 0 || this.isTakenByOther(date, absence.id);
    const isFree = (date: LocalDate): boolean =>
      this.#holidays.get(date) === 1 || weekdayOf(date) > 5 || (isCut && isElsewhere(date));
    return dates.every(isFree) && (isCut || dates.some((date) => this.#holidays.has(date))) ? [] : 'no-rows';
  }

  /** Several rows of one booking on one date count together; a row that counts nothing covers nothing. */
  #fromRows(absence: Absence, rows: readonly AbsenceDay[]): readonly CoveredDay[] {
    const days = new Map<LocalDate, CoveredDay>();
    for (const row of rows) {
      if (row.value <= 0) continue;
      const other = days.get(row.on);
      days.set(row.on, {
        on: row.on,
        value: row.value + (other?.value ?? 0),
        unit: row.unit,
        possible: this.#possible(row.on),
        beginsAt: other?.beginsAt ?? row.beginsAt ?? absence.beginsAt,
      });
    }
    return [...days.values()].sort((a, b) => (a.on < b.on ? -1 : 1));
  }

  /** Another booking has a row on that date: it splits this one (a sick day inside a vacation). */
  isTakenByOther(date: LocalDate, absenceId: string): boolean {
    return this.#takers.get(date)?.some((id) => id !== absenceId) ?? false;
  }

  /** Known to be one, in whole or in half: an unknown date splits nothing (rule 2.2). */
  isWorkingDay(date: LocalDate): boolean {
    return (this.#rules.targetHours.get(date) ?? 0) > 0 && (this.#holidays.get(date) ?? 0) < 1;
  }

  #possible(date: LocalDate): number {
    return wholeDayBeside(this.#holidays.get(date) ?? 0);
  }
}

/** How much of its date a public holiday takes. */
export const holidayShare = ({ unit, value }: AbsenceDay): number => (unit === 'days' ? value : 1);

/** What a whole day of absence counts on a date of which a public holiday takes this much. */
export const wholeDayBeside = (holiday: number): number => (holiday >= 1 ? 1 : 1 - holiday);

/** The fallback of rule 2.2, where the account writes no day rows. `within`: of these dates only. */
export function daysFromFields(
  absence: Absence,
  within: { readonly from: LocalDate; readonly to: LocalDate } = absence,
): readonly CoveredDay[] | 'unclear' {
  const { from: first, to: last } = absence;
  if (first > last) return 'unclear';
  const dates = datesFrom(laterOf(first, within.from), earlierOf(last, within.to));
  const day = (on: LocalDate, value: number): CoveredDay => ({
    on,
    value,
    unit: absence.unit,
    possible: 1,
    beginsAt: absence.beginsAt,
  });
  if (first === last) {
    const { duration } = absence;
    return duration === null ? 'unclear' : dates.map((on) => day(on, duration));
  }
  const shares = [absence.firstDayShare, absence.lastDayShare].map((share) => share ?? 1);
  // Which of the two fields means the first day is unsettled (vendors/timetac.md 5.5): only equal ones are safe.
  if (absence.unit === 'hours' || shares[0] !== shares[1]) return 'unclear';
  const share = shares[0] === 0 ? 1 : (shares[0] ?? 1);
  if (absence.duration !== null && !Number.isInteger(absence.duration) && share === 1) return 'unclear';
  return dates.map((on) => day(on, on === first || on === last ? share : 1));
}
