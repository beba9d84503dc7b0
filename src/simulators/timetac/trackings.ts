// The rules for time trackings (section 5.8): existing references, no overlap per user, nothing before the start, on a
// closed day or under an approval.

import { addDays, isMidnight, isZone, type Instant, type LocalDate } from '../../core/time/calendar.ts';
import { broken } from './problem.ts';
import { instantOfText, offsetMinutesAt, wallOfText } from './stamps.ts';
import type { TimetacTimeTracking, TimetacUser } from './state.ts';
import { numberIn } from './switches.ts';
import type { TrackingChange, World } from './world.ts';

export type NewTracking = Pick<TimetacTimeTracking, 'user_id' | 'task_id' | 'start_time' | 'end_time'> &
  Partial<Omit<TimetacTimeTracking, 'id' | 'status' | 'updated'>>;

/** A complete row: offsets from the zones, flags from the task. Not yet inserted. */
export function buildTracking(world: World, given: NewTracking): TimetacTimeTracking {
  const startZone = given.start_time_timezone ?? world.state.serverZone;
  const endZone = given.end_time_timezone ?? startZone;
  const task = world.tables.tasks.byId(given.task_id);
  return {
    id: world.tables.timeTrackings.nextId(),
    user_id: given.user_id,
    task_id: given.task_id,
    start_time: given.start_time,
    end_time: given.end_time,
    start_time_timezone: startZone,
    end_time_timezone: endZone,
    start_time_offset: given.start_time_offset ?? offsetOf(given.start_time, startZone),
    end_time_offset:
      given.end_time === null ? null : (given.end_time_offset ?? offsetOf(given.end_time, endZone)),
    notes: given.notes ?? '',
    is_nonworking: given.is_nonworking ?? task?.is_nonworking ?? false,
    is_paid_non_working: given.is_paid_non_working ?? task?.is_paid_non_working ?? false,
    approved_by_admin: given.approved_by_admin ?? false,
    absence_request_id: given.absence_request_id ?? null,
    client_unique_id: given.client_unique_id ?? null,
    status: given.end_time === null ? 1 : 2,
    updated: world.now(),
  };
}

/** @throws Problem; `before` is the stored row of an update. */
export function checkTracking(
  world: World,
  row: TimetacTimeTracking,
  before: TimetacTimeTracking | null,
): void {
  const user = world.tables.users.byId(row.user_id);
  if (user === undefined) throw broken('SIM_USER_MUST_EXIST');
  if (world.tables.tasks.byId(row.task_id) === undefined) throw broken('SIM_TASK_MUST_EXIST');
  const span = spanOf(row);
  if (span.end <= span.start) throw broken('SIM_DATES_REVERSED');
  if (before !== null) checkUnlocked(world, before);
  checkOpenDay(world, user, dateOfText(row.start_time));
  if (world.switches['tracking-midnight'] === 'reject' && crossesMidnight(row))
    throw broken('SIM_TRACKING_OVER_MIDNIGHT');
  if (world.switches['tracking-overlap'] === 'reject' && overlaps(world, row, span))
    throw broken('SIM_TRACKING_OVERLAP');
}

/** Approved rows and closed days are locked (section 9.8). */
export function checkUnlocked(world: World, row: TimetacTimeTracking): void {
  if (row.approved_by_admin) throw broken('SIM_TRACKING_APPROVED');
  const user = world.tables.users.byId(row.user_id);
  if (user !== undefined) checkOpenDay(world, user, dateOfText(row.start_time));
}

export function checkOpenDay(world: World, user: TimetacUser, on: LocalDate): void {
  const starts = user.payroll_accounting_starts_at;
  if (starts !== null && on < starts) throw broken('SIM_BEFORE_START');
  const closed = world.state.closedUntil[user.id];
  if (closed !== undefined && on <= closed && world.switches['closed-day-write'] === 'reject') {
    throw broken('SIM_DAY_CLOSED');
  }
}

/** @throws Problem for a zone that does not exist. */
export function checkZone(zone: string, field: string): void {
  if (!isZone(zone)) throw broken('SIM_VALUE_INVALID', field);
}

/** The row cut at each midnight, as one account may store it (switch `tracking-midnight: split`). */
export function piecesOf(world: World, row: TimetacTimeTracking): TimetacTimeTracking[] {
  if (world.switches['tracking-midnight'] !== 'split' || row.end_time === null || !crossesMidnight(row))
    return [row];
  const midnight = `${addDays(dateOfText(row.start_time), 1)} 00:00:00`;
  const zone = row.start_time_timezone;
  const first = {
    ...row,
    end_time: midnight,
    end_time_timezone: zone,
    end_time_offset: offsetOf(midnight, zone),
  };
  const rest = buildTracking(world, {
    ...row,
    start_time: midnight,
    start_time_offset: offsetOf(midnight, zone),
    client_unique_id: null,
  });
  return [first, ...piecesOf(world, rest)];
}

export const crossesMidnight = ({ start_time, end_time }: TimetacTimeTracking): boolean =>
  end_time !== null &&
  dateOfText(start_time) !== dateOfText(end_time) &&
  !(isMidnight(wallOfText(end_time)) && dateOfText(end_time) === addDays(dateOfText(start_time), 1));

/** Length of a stopped row in milliseconds; null while it runs. */
export function lengthMs(row: TimetacTimeTracking): number | null {
  const span = spanOf(row);
  return span.end === Infinity ? null : span.end - span.start;
}

export const dateOfText = (text: string): LocalDate => text.slice(0, 10);

/** Keeps the change log and the list of days to be recalculated; `after` null means deleted. */
export function logTracking(
  world: World,
  before: TimetacTimeTracking | null,
  after: TimetacTimeTracking | null,
  userId: number,
  reason: TrackingChange['change_reason_id'] = 0,
): void {
  const row = before ?? after;
  if (row === null) return;
  world.changelog.push({
    id: world.changelog.length + 1,
    change_timestamp: world.now(),
    change_type: before === null ? 'CREATE' : after === null ? 'DELETE' : 'UPDATE',
    change_reason_id: reason,
    change_user_id: userId,
    tracker_id: row.id,
    user_id: row.user_id,
    task_id: row.task_id,
    start_time: row.start_time,
    new_start_time: after?.start_time ?? null,
    end_time: row.end_time,
    new_end_time: after?.end_time ?? null,
  });
  if (reason === 0) markDirty(world, row);
}

function markDirty(world: World, row: TimetacTimeTracking): void {
  const watched =
    world.switches['server-rewrites'] !== 'off' || numberIn(world.switches['recalculation-lag']) !== null;
  if (!watched) return;
  const date = dateOfText(row.start_time);
  const key = `${row.user_id} ${date}`;
  world.dirtyDays.set(key, {
    id: world.dirtyDays.get(key)?.id ?? world.dirtyDays.size + 1,
    user_id: row.user_id,
    dirty_date: date,
    since: world.now(),
  });
}

const offsetOf = (text: string, zone: string): number => offsetMinutesAt(instantOfText(text, zone), zone);

interface Span {
  readonly start: Instant;
  /** Infinity while the row runs. */
  readonly end: Instant;
}

const spanOf = (row: TimetacTimeTracking): Span => ({
  start: instantOfText(row.start_time, row.start_time_timezone, row.start_time_offset),
  end:
    row.end_time === null
      ? Infinity
      : instantOfText(row.end_time, row.end_time_timezone, row.end_time_offset ?? undefined),
});

function overlaps(world: World, row: TimetacTimeTracking, span: Span): boolean {
  // Zones differ by less than two days of wall time: text skips nearly every row before an instant is computed.
  const earliest = addDays(dateOfText(row.start_time), -2);
  const latest = row.end_time === null ? '9999' : addDays(dateOfText(row.end_time), 2);
  return world.tables.timeTrackings.ofUser(row.user_id).some((other) => {
    if (other.id === row.id || other.absence_request_id !== null) return false;
    if (other.start_time > latest || (other.end_time ?? '9999') < earliest) return false;
    const taken = spanOf(other);
    return taken.start < span.end && span.start < taken.end;
  });
}
