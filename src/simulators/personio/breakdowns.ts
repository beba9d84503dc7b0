// What an absence costs, day by day (section 5.7): from the person's work schedule and holiday calendar.

import { addDays, datesFrom, laterOf, wallMinutesBetween, weekdayOf } from '../../core/time/calendar.ts';
import type { LocalDate } from '../../core/time/calendar.ts';
import type { PersonioAbsence, PersonioEmployee } from './state.ts';
import type { World } from './world.ts';

export interface BreakdownRow {
  readonly date: LocalDate;
  readonly unit: 'DAY' | 'HOUR';
  readonly value: number;
}

/** One row per date in order, zero on days off. An open end is counted up to today. */
export function breakdownOf(world: World, absence: PersonioAbsence): BreakdownRow[] {
  if (absence.hours) {
    const minutes = wallMinutesBetween(absence.hours.start, absence.hours.end);
    return [{ date: absence.first, unit: 'HOUR', value: Math.round((minutes / 60) * 100) / 100 }];
  }
  const employee = world.employees.get(absence.person_id);
  const last = absence.last ?? laterOf(absence.first, world.today());
  return datesFrom(absence.first, last).map((date) => ({
    date,
    unit: 'DAY',
    value: Math.min(takenOf(absence, date), dueOn(world, employee, date)),
  }));
}

function takenOf(absence: PersonioAbsence, date: LocalDate): number {
  const morningFree = absence.starts_at_midday && date === absence.first;
  const afternoonFree = absence.ends_at_midday && date === absence.last;
  return 1 - (morningFree ? 0.5 : 0) - (afternoonFree ? 0.5 : 0);
}

/** Share of the date that the person owes: 1, 0.5 on a half holiday, 0 on a free day. Without a schedule: Mon–Fri. */
function dueOn(world: World, employee: PersonioEmployee | undefined, date: LocalDate): number {
  const weekday = weekdayOf(date);
  const hours = employee?.work_schedule?.days[weekday - 1] ?? (weekday <= 5 ? '08:00' : '00:00');
  if (hours === '00:00') return 0;
  const calendar = employee?.holiday_calendar?.name;
  const holidays = calendar === undefined ? undefined : world.state.holidays[calendar];
  return 1 - (holidays?.find((holiday) => holiday.date === date)?.value ?? 0);
}

/** Days of one year up to `until` (null: all of the year) that an absence takes. */
export function daysTaken(
  world: World,
  absence: PersonioAbsence,
  year: string,
  until: LocalDate | null,
): number {
  const end = until ?? addDays(`${Number(year) + 1}-01-01`, -1);
  return breakdownOf(world, absence)
    .filter((row) => row.date.startsWith(year) && row.date <= end)
    .reduce((sum, row) => sum + row.value, 0);
}
