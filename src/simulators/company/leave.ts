// Leave: an absence in TimeTac with all that TimeTac writes for it (a row per day, and time trackings where its type
// has a task: timetac.md section 11.7).

import { datesFrom, dayMs, instantOf, type LocalDate, midnightOf } from '../../core/time/calendar.ts';
import type { TimetacAbsence, TimetacUser } from '../timetac/state.ts';
import { type Bench, dayKey, inThePast, possibleShare, takeId, targetHours } from './bench.ts';
import { type LeaveKind, leaveTypes } from './catalogue.ts';
import { addRow, wallAfter } from './rows.ts';

export interface Leave {
  readonly kind: LeaveKind;
  readonly from: LocalDate;
  /** The same day unless said. */
  readonly to?: LocalDate;
  /** Granted unless said; only granted leave writes days. */
  readonly status?: TimetacAbsence['status'];
  /** How much of the first and of the last day is off; 1 unless said. */
  readonly firstShare?: number;
  readonly lastShare?: number;
  /** Types in hours: how many, from `begin` on. */
  readonly hours?: number;
  /** `HH:MM:SS`. */
  readonly begin?: string;
  /** TimeTac wrote no row per day: seen after a schedule was assigned too late. */
  readonly withoutDays?: boolean;
}

export function addLeave(bench: Bench, user: TimetacUser, leave: Leave): TimetacAbsence {
  const type = leaveTypes[leave.kind];
  const to = leave.to ?? leave.from;
  const createdAt = inThePast(bench, instantOf(midnightOf(leave.from), bench.zone) - 7 * dayMs);
  const absence: TimetacAbsence = {
    id: takeId(bench, 'absence'),
    type_id: type.absence_type_id,
    subtype_id: type.absence_subtype_id,
    user_id: user.id,
    replacement_user_id: 0,
    status: leave.status ?? 1,
    from_date: leave.from,
    to_date: to,
    duration: 0,
    request_partial_begin_duration: leave.from === to ? null : (leave.firstShare ?? null),
    request_partial_end_duration: leave.from === to ? null : (leave.lastShare ?? null),
    duration_unit: type.duration_unit,
    begin: leave.begin ?? null,
    request_comment: '',
    granted_comment: '',
    granted_user_id: null,
    created: createdAt,
    updated: createdAt,
  };
  const days = sharesOf(bench, user, leave, to);
  absence.duration = leave.hours ?? days.reduce((sum, day) => sum + day.value, 0);
  bench.timetac.absences.push(absence);
  if (absence.status !== 1) return absence;
  if (leave.withoutDays === true) for (const day of days) bench.booked.set(dayKey(user.id, day.date), 'day');
  else writeDays(bench, user, leave, absence, days);
  return absence;
}

interface Share {
  readonly date: LocalDate;
  /** Of a whole day. */
  readonly value: number;
  /** All that could be taken of this day. */
  readonly full: boolean;
}

/** Working days that no earlier absence has taken: a sick day inside a vacation keeps its day. */
function sharesOf(bench: Bench, user: TimetacUser, leave: Leave, to: LocalDate): Share[] {
  return datesFrom(leave.from, to).flatMap((date) => {
    const possible = possibleShare(bench, user, date);
    if (possible === 0 || bench.booked.has(dayKey(user.id, date))) return [];
    const wanted = date === leave.from ? (leave.firstShare ?? 1) : date === to ? (leave.lastShare ?? 1) : 1;
    const value = Math.min(possible, wanted);
    return [{ date, value, full: value === possible }];
  });
}

function writeDays(
  bench: Bench,
  user: TimetacUser,
  leave: Leave,
  absence: TimetacAbsence,
  days: readonly Share[],
): void {
  const type = leaveTypes[leave.kind];
  for (const day of days) {
    bench.timetac.absenceDays.push({
      id: takeId(bench, 'absenceDay'),
      user_id: user.id,
      date: day.date,
      type: type.day_type,
      value: leave.hours ?? day.value,
      value_unit: type.duration_unit,
      request_id: absence.id,
      status: 1,
      begin: leave.begin ?? null,
      type_id: type.absence_type_id,
      subtype_id: type.absence_subtype_id,
      updated: absence.updated,
    });
    const off = partOff(leave, absence, day);
    bench.booked.set(dayKey(user.id, day.date), off);
    if (type.cost_acc_task_id === null) continue;
    const begin = off === 'afternoon' ? 13 * 3600 : 8 * 3600;
    addRow(bench, user, {
      start: wallAfter(day.date, begin),
      end: wallAfter(day.date, begin + day.value * targetHours(bench, user, day.date) * 3600),
      taskId: type.cost_acc_task_id,
      absenceId: absence.id,
    });
  }
}

function partOff(
  leave: Leave,
  absence: TimetacAbsence,
  day: Share,
): 'none' | 'day' | 'morning' | 'afternoon' {
  if (leave.kind === 'remote' || leave.kind === 'trip') return 'none';
  if (leave.hours === undefined && day.full) return 'day';
  const beginsLate = leave.begin !== undefined && leave.begin >= '12:00:00';
  const beginsMidday = absence.from_date !== absence.to_date && day.date === absence.from_date;
  return beginsLate || beginsMidday ? 'afternoon' : 'morning';
}
