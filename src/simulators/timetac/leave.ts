// What a granted absence leaves behind: a row per working day in absenceDays and, where the type books on a task, time
// trackings of its own (sections 5.6 to 5.8). Cancelling takes both out again.

import { datesFrom, weekdayOf, type LocalDate } from '../../core/time/calendar.ts';
import { assignedOn } from './assignments.ts';
import { holidayOn } from './holidays.ts';
import { shiftText } from './stamps.ts';
import type { TimetacAbsence, TimetacAbsenceType, TimetacUser } from './state.ts';
import { buildTracking } from './trackings.ts';
import type { World } from './world.ts';

export const absenceTypeOf = (
  world: World,
  { type_id, subtype_id }: Pick<TimetacAbsence, 'type_id' | 'subtype_id'>,
): TimetacAbsenceType | undefined =>
  // Absences name (absence_type_id, absence_subtype_id), not absenceTypes.id (section 5.7).
  world.state.absenceTypes.find(
    (row) => row.absence_type_id === type_id && row.absence_subtype_id === subtype_id,
  );

/** Writes the days of a granted absence anew. */
export function writeDays(world: World, absence: TimetacAbsence): void {
  withdrawDays(world, absence);
  const user = world.tables.users.byId(absence.user_id);
  const type = absenceTypeOf(world, absence);
  if (user === undefined || type === undefined) return;
  for (const day of countedDays(world, user, absence)) {
    world.tables.absenceDays.insert({
      id: world.tables.absenceDays.nextId(),
      user_id: user.id,
      date: day.on,
      type: type.day_type,
      value: day.value,
      value_unit: absence.duration_unit,
      request_id: absence.id,
      status: absence.status,
      begin: absence.begin,
      type_id: absence.type_id,
      subtype_id: absence.subtype_id,
      updated: world.now(),
    });
    if (type.cost_acc_task_id !== null) writeTracking(world, absence, type.cost_acc_task_id, day);
  }
}

export function withdrawDays(world: World, absence: TimetacAbsence): void {
  const { absenceDays, timeTrackings } = world.tables;
  for (const row of absenceDays.ofUser(absence.user_id))
    if (row.request_id === absence.id) absenceDays.remove(row);
  for (const row of timeTrackings.ofUser(absence.user_id)) {
    if (row.absence_request_id === absence.id) timeTrackings.remove(row);
  }
}

export interface CountedDay {
  readonly on: LocalDate;
  /** In the unit of the absence. */
  readonly value: number;
  readonly hours: number;
}

/** The working days of the user's schedule minus holidays, with what each counts. */
export function countedDays(world: World, user: TimetacUser, absence: TimetacAbsence): CountedDay[] {
  return datesFrom(absence.from_date, absence.to_date).flatMap((on) => {
    const target = targetHours(world, user, on);
    const possible = 1 - holidayOn(world, user, on);
    if (target === 0 || possible === 0) return [];
    if (absence.duration_unit === 'hs') {
      const hours = absence.from_date === absence.to_date ? absence.duration : target * possible;
      return [{ on, value: hours, hours }];
    }
    const value = Math.min(possible, shareOf(world, absence, on));
    return [{ on, value, hours: target * value }];
  });
}

/** Target hours of a date by the user's schedule; 0 on a free day and without a schedule. */
export function targetHours(world: World, user: TimetacUser, on: LocalDate): number {
  const schedule = assignedOn(world, user, 'timesheet_template_id', on);
  const hours = schedule === null ? undefined : world.tables.workSchedules.byId(schedule)?.hours;
  return hours?.[weekdayOf(on) - 1] ?? 0;
}

/** The two partial fields by what they mean: which describes the first day is unsettled (open question T4). */
export function partialShares(
  world: World,
  absence: Pick<TimetacAbsence, 'request_partial_begin_duration' | 'request_partial_end_duration'>,
): { readonly first: number | null; readonly last: number | null } {
  const [begin, end] = [absence.request_partial_begin_duration, absence.request_partial_end_duration].map(
    (share) => (typeof share === 'number' && share > 0 && share < 1 ? share : null),
  );
  const swapped = world.switches['absence-partial-meaning'] === 'swapped';
  return { first: (swapped ? end : begin) ?? null, last: (swapped ? begin : end) ?? null };
}

function shareOf(world: World, absence: TimetacAbsence, on: LocalDate): number {
  const { first, last } = partialShares(world, absence);
  if (absence.from_date === absence.to_date) return first ?? last ?? Math.min(1, absence.duration);
  if (on === absence.from_date) return first ?? 1;
  return on === absence.to_date ? (last ?? 1) : 1;
}

function writeTracking(world: World, absence: TimetacAbsence, taskId: number, day: CountedDay): void {
  const start = `${day.on} ${absence.begin ?? '08:00:00'}`;
  world.tables.timeTrackings.insert(
    buildTracking(world, {
      user_id: absence.user_id,
      task_id: taskId,
      start_time: start,
      end_time: shiftText(start, Math.round(day.hours * 60)),
      absence_request_id: absence.id,
      approved_by_admin: true,
    }),
  );
}
