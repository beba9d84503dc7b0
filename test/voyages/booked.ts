// What stands in somebody's time already, and hours that come approved.

import { taskIds } from '../../src/simulators/company/catalogue.ts';
import type { TimetacTimeTracking } from '../../src/simulators/timetac/state.ts';
import type { World } from './sea.ts';

/** Somebody has hours in this time already, or runs since before its end. Times as TimeTac writes them, or dates. */
export const isAtWork = ({ timetac }: World, userId: number, start: string, end: string): boolean =>
  timetac.state.timeTrackings.some(
    (row) => row.user_id === userId && row.start_time < end && (row.end_time ?? '9999') > start,
  );

/** Somebody has leave, granted or asked for, on one of these dates. `but`: the absence that is moved there. */
export const isOnLeave = (
  { timetac }: World,
  userId: number,
  from: string,
  to: string,
  but: number | null = null,
): boolean =>
  timetac.state.absences.some(
    (one) =>
      one.user_id === userId &&
      one.id !== but &&
      one.status <= 1 &&
      one.from_date <= to &&
      one.to_date >= from,
  );

/** Work that somebody has approved. */
export const enterApproved = (
  { timetac }: World,
  user_id: number,
  start_time: string,
  end_time: string,
): TimetacTimeTracking =>
  timetac.people.addTimeTracking({
    user_id,
    task_id: taskIds.work,
    start_time,
    end_time,
    approved_by_admin: true,
  });

/** As stories name an entry. */
export const told = (row: TimetacTimeTracking): string =>
  `entry ${row.id} of ${row.user_id} (${row.start_time}–${row.end_time?.slice(11) ?? ''})`;
