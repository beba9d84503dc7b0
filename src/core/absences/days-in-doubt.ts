// Dates about which an employee's rows leave a doubt that only the day's target can settle (rules 2.2, 2.4): weekdays
// inside a booking without a row of it, and hours on a type that counts days.

import { groupBy } from '../people/names.ts';
import { type LocalDate, addDays, datesFrom, weekdayOf } from '../time/calendar.ts';
import type { Absence, AbsenceDay } from './absence.ts';
import { holidayShare } from './day-book.ts';
import type { AbsenceRules } from './derived.ts';

/** Sorted, each once; most employees have none, and nobody needs to be asked about them. */
export function daysInDoubt(
  absences: readonly Absence[],
  days: readonly AbsenceDay[],
  rules: Pick<AbsenceRules, 'mapping' | 'fractions' | 'startDate'>,
): LocalDate[] {
  const rowsOf = groupBy(
    days.filter((day) => day.value > 0 && !day.publicHoliday),
    (day) => day.absenceId,
  );
  // The other half of a half holiday may be worked.
  const whole = days.filter((day) => day.publicHoliday && holidayShare(day) >= 1);
  const holidays = new Set(whole.map((day) => day.on));
  const doubts = absences
    .filter((absence) => absence.status === 'granted' && absence.to >= rules.startDate)
    .flatMap((absence) => {
      const mapped = rules.mapping(absence.typeKey);
      const rows = rowsOf.get(absence.id) ?? [];
      if (mapped.kind !== 'sync' || mapped.unit === 'hours') return [];
      const hourly =
        rules.fractions === 'round' ? rows.filter((row) => row.unit === 'hours').map((row) => row.on) : [];
      // All that it counts may lie before the start date, where nothing is read.
      const isCut = rows.length === 0 && absence.from < rules.startDate;
      const between = isCut ? datesFrom(rules.startDate, absence.to) : gapsIn(rows);
      return [...hourly, ...between.filter((date) => weekdayOf(date) <= 5 && !holidays.has(date))];
    });
  return [...new Set(doubts)].sort();
}

function gapsIn(rows: readonly AbsenceDay[]): LocalDate[] {
  const dates = [...new Set(rows.map((row) => row.on))].sort();
  return dates.slice(1).flatMap((after, index) => {
    const gaps: LocalDate[] = [];
    for (let date = addDays(dates[index] ?? after, 1); date < after; date = addDays(date, 1)) gaps.push(date);
    return gaps;
  });
}
