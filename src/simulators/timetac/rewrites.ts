// What TimeTac does to recorded days by itself, later: rounding and automatic breaks (section 5.8, switches
// `server-rewrites`, `recalculation-lag`, `rewrite-visible`). Runs at the beginning of each request.

import { clockChangesOn } from '../../core/time/calendar.ts';
import { instantOfText, roughInstantOf, shiftText } from './stamps.ts';
import type { TimetacTimeTracking } from './state.ts';
import { numberIn } from './switches.ts';
import { buildTracking, dateOfText, logTracking } from './trackings.ts';
import type { DirtyDay, World } from './world.ts';

const roundToMinutes = 5;
const breakAfterHours = 6;
const breakMinutes = 30;
const rounding = 2;
const automaticBreak = 1;

/** Recalculates every day whose turn has come. */
export function recalculate(world: World): void {
  if (world.dirtyDays.size === 0) return;
  const lagMs = (numberIn(world.switches['recalculation-lag']) ?? 0) * 1000;
  for (const [key, day] of world.dirtyDays) {
    if (day.since + lagMs > world.now()) continue;
    world.dirtyDays.delete(key);
    if (world.switches['server-rewrites'] === 'breaks-and-rounding') rewriteDay(world, day);
  }
}

function rewriteDay(world: World, day: DirtyDay): void {
  const rows = world.tables.timeTrackings
    .ofUser(day.user_id)
    .filter((row) => dateOfText(row.start_time) === day.dirty_date && isRewritable(row));
  for (const row of rows) roundRow(world, row);
  if (rows.every((row) => !row.is_nonworking)) for (const row of rows) insertBreak(world, row);
}

const isRewritable = (row: TimetacTimeTracking): boolean =>
  row.end_time !== null &&
  row.absence_request_id === null &&
  !row.approved_by_admin &&
  // In a night with a clock change nothing is rewritten: its walls do not measure time.
  !clockChangesOn(dateOfText(row.start_time), row.start_time_timezone) &&
  !clockChangesOn(dateOfText(row.end_time), row.end_time_timezone);

function roundRow(world: World, row: TimetacTimeTracking): void {
  if (row.end_time === null) return;
  const start = rounded(row.start_time);
  const end = rounded(row.end_time);
  const same = start === row.start_time && end === row.end_time;
  const lasts = instantOfText(end, row.end_time_timezone) > instantOfText(start, row.start_time_timezone);
  if (!same && lasts) rewrite(world, row, { start_time: start, end_time: end }, rounding);
}

// The morning up to the break stays in the old row, so its id keeps its beginning.
function insertBreak(world: World, row: TimetacTimeTracking): void {
  const pause = world.state.tasks.find((task) => task.is_nonworking && !task.is_paid_non_working);
  if (pause === undefined || row.end_time === null) return;
  const minutes = (roughInstantOf(row.end_time) - roughInstantOf(row.start_time)) / 60_000;
  if (minutes <= breakAfterHours * 60) return;
  const from = shiftText(row.start_time, 240);
  const until = shiftText(from, breakMinutes);
  const end = row.end_time;
  const zone = { start_time_timezone: row.start_time_timezone, end_time_timezone: row.start_time_timezone };
  rewrite(world, row, { start_time: row.start_time, end_time: from }, automaticBreak);
  const { user_id, task_id, notes } = row;
  add(
    world,
    row,
    buildTracking(world, { user_id, task_id: pause.id, start_time: from, end_time: until, ...zone }),
  );
  add(
    world,
    row,
    buildTracking(world, { user_id, task_id, notes, start_time: until, end_time: end, ...zone }),
  );
}

function rewrite(
  world: World,
  row: TimetacTimeTracking,
  times: { readonly start_time: string; readonly end_time: string },
  reason: 1 | 2,
): void {
  const before = { ...row };
  Object.assign(row, times);
  logTracking(world, before, row, 0, reason);
  if (isVisible(world)) world.tables.timeTrackings.touch(row);
}

function add(world: World, origin: TimetacTimeTracking, row: TimetacTimeTracking): void {
  const seen = isVisible(world) ? row : { ...row, updated: Math.min(origin.updated, row.updated) };
  world.tables.timeTrackings.insert(seen);
  logTracking(world, null, seen, 0, automaticBreak);
}

const isVisible = (world: World): boolean => world.switches['rewrite-visible'] === 'yes';

function rounded(text: string): string {
  const minutes = roughInstantOf(text) / 60_000;
  return shiftText(text, Math.round(minutes / roundToMinutes) * roundToMinutes - minutes);
}
