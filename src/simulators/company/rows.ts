// Stamping: a stretch of time becomes a row of `timeTrackings`.

import {
  addDays,
  instantOf,
  type LocalDate,
  minuteMs,
  type WallTime,
  type Zone,
} from '../../core/time/calendar.ts';
import type { TimetacTimeTracking, TimetacUser } from '../timetac/state.ts';
import { type Bench, inThePast, takeId } from './bench.ts';
import { taskIds } from './catalogue.ts';

export interface Stamp {
  readonly start: WallTime;
  /** null: still running. */
  readonly end: WallTime | null;
  readonly taskId?: number;
  /** Where the clock hangs; the company's zone unless said. */
  readonly zone?: Zone;
  /** Minutes east of UTC; needed only in the repeated hour of autumn. */
  readonly startOffset?: number;
  readonly endOffset?: number;
  readonly absenceId?: number;
  readonly notes?: string;
}

export function addRow(bench: Bench, user: TimetacUser, stamp: Stamp): TimetacTimeTracking {
  const zone = stamp.zone ?? bench.zone;
  const task = bench.timetac.tasks.find(({ id }) => id === (stamp.taskId ?? taskIds.work));
  if (task === undefined) throw new Error(`No task ${String(stamp.taskId)} in this company`);
  const startedAt = instantOf(stamp.start, zone, stamp.startOffset);
  const endedAt = stamp.end === null ? null : instantOf(stamp.end, zone, stamp.endOffset);
  const row: TimetacTimeTracking = {
    id: takeId(bench, 'tracking'),
    user_id: user.id,
    task_id: task.id,
    start_time: stamp.start.replace('T', ' '),
    end_time: stamp.end === null ? null : stamp.end.replace('T', ' '),
    start_time_timezone: zone,
    end_time_timezone: zone,
    start_time_offset: offsetOf(stamp.start, startedAt),
    end_time_offset: stamp.end === null || endedAt === null ? null : offsetOf(stamp.end, endedAt),
    notes: stamp.notes ?? '',
    is_nonworking: task.is_nonworking,
    is_paid_non_working: task.is_paid_non_working,
    // Leave was granted; the hours around it were not looked at yet.
    approved_by_admin: stamp.absenceId !== undefined,
    absence_request_id: stamp.absenceId ?? null,
    client_unique_id: null,
    status: stamp.end === null ? 1 : 2,
    updated: inThePast(bench, endedAt ?? startedAt),
  };
  bench.timetac.timeTrackings.push(row);
  return row;
}

/** Puts these rows in place of whatever the user stamped from the date's midnight on. */
export function setDay(
  bench: Bench,
  user: TimetacUser,
  date: LocalDate,
  stamps: readonly Stamp[],
): TimetacTimeTracking[] {
  const rows = bench.timetac.timeTrackings;
  for (let index = rows.length - 1; index >= 0; index--) {
    const row = rows[index];
    if (row?.user_id !== user.id || row.absence_request_id !== null) continue;
    if (row.start_time.startsWith(date)) rows.splice(index, 1);
  }
  return stamps.map((stamp) => addRow(bench, user, stamp));
}

/** The wall time that many seconds after midnight of the date (a day and more is the next date). */
export function wallAfter(date: LocalDate, seconds: number): WallTime {
  const day = addDays(date, Math.floor(seconds / 86_400));
  const rest = seconds % 86_400;
  return `${day}T${two(rest / 3600)}:${two((rest / 60) % 60)}:${two(rest % 60)}`;
}

const offsetOf = (wall: WallTime, instant: number): number => (Date.parse(`${wall}Z`) - instant) / minuteMs;

const two = (number: number): string => String(Math.floor(number)).padStart(2, '0');
