// Employees book their hours in TimeTac: they enter, correct, split, delete, and forget to stop.

import { taskIds } from '../../src/simulators/company/catalogue.ts';
import type { TimetacTimeTracking, TimetacUser } from '../../src/simulators/timetac/state.ts';
import type { World } from './sea.ts';
import { isAtWork } from './booked.ts';
import { at, isRepeated, isSkipped, shifted, someDay, someUser } from './chosen.ts';
import type { Dice } from './dials.ts';

/** @returns what was done, in words; undefined where it came to nothing. */
export function bookTime(world: World, startDate: string, dice: Dice): string | undefined {
  const { people, state } = world.timetac;
  const user = someUser(world, dice);
  if (user === undefined) return undefined;
  const own = state.timeTrackings.filter((row) => row.user_id === user.id && row.absence_request_id === null);
  const running = own.find((row) => row.end_time === null);
  if (running !== undefined && dice.chance(0.7)) {
    const end = shifted(running.start_time, dice.between(60, 6 * 3600));
    if (isSkipped(end)) return undefined;
    people.editTimeTracking(running.id, { end_time: end });
    return `${told(running)} is stopped at ${end}`;
  }
  const overlapping = own.find((row) => own.some((other) => other.id < row.id && overlap(other, row)));
  if (overlapping !== undefined && dice.chance(0.3)) {
    people.deleteTimeTracking(overlapping.id);
    return `${told(overlapping)}, which overlapped another, is deleted`;
  }
  const row = dice.chance(0.5) ? dice.pick(own) : own.at(-1);
  if (row !== undefined && dice.chance(0.15)) return mark(world, row, dice);
  const what = dice.between(0, 9);
  if (what <= 2 || row === undefined || row.end_time === null)
    return addEntry(world, user, own, startDate, dice);
  // In the hour that is shown twice, a new time says nothing without its passage.
  const movesTimes = what !== 6 && what !== 7 && what !== 8;
  if (movesTimes && isRepeated(row.start_time.slice(0, 10)) && row.start_time.slice(11) < '04')
    return undefined;
  switch (what) {
    case 3:
    case 4: {
      const end = shifted(row.end_time, dice.pick([-1800, -61, -60, -5, 5, 60, 600, 3600]) ?? 60);
      if (end <= row.start_time || isSkipped(end)) return undefined;
      people.editTimeTracking(row.id, { end_time: end });
      return `${told(row)} now ends at ${end}`;
    }
    case 5: {
      const start = shifted(row.start_time, dice.pick([-3600, -600, -60, 60, 61, 900]) ?? 60);
      if (start >= row.end_time || isSkipped(start) || start < `${startDate} 00:00:00`) return undefined;
      people.editTimeTracking(row.id, { start_time: start });
      return `${told(row)} now begins at ${start}`;
    }
    case 6:
      people.deleteTimeTracking(row.id);
      return `${told(row)} is deleted`;
    case 7: {
      people.deleteTimeTracking(row.id);
      const again = people.addTimeTracking(sameAs(row));
      return `${told(row)} is entered anew as ${again.id}`;
    }
    case 8: {
      const task = row.task_id === taskIds.break ? taskIds.work : taskIds.break;
      people.editTimeTracking(row.id, { task_id: task });
      return `${told(row)} is task ${task} now`;
    }
    default:
      return split(world, row, dice);
  }
}

const overlap = (a: TimetacTimeTracking, b: TimetacTimeTracking): boolean =>
  a.start_time < (b.end_time ?? '9999') && b.start_time < (a.end_time ?? '9999');

/** Managers approve, and take it back; people write notes. */
function mark(world: World, row: TimetacTimeTracking, dice: Dice): string {
  const { people } = world.timetac;
  if (dice.chance(0.3)) {
    people.editTimeTracking(row.id, { notes: dice.pick(['', 'on site', 'late shift; on site']) ?? '' });
    return `${told(row)} has the note "${row.notes}"`;
  }
  people.editTimeTracking(row.id, { approved_by_admin: !row.approved_by_admin || dice.chance(0.5) });
  return `${told(row)} is ${row.approved_by_admin ? 'approved' : 'approved no more'}`;
}

const sameAs = (row: TimetacTimeTracking) => ({
  user_id: row.user_id,
  task_id: row.task_id,
  start_time: row.start_time,
  end_time: row.end_time,
  start_time_timezone: row.start_time_timezone,
  end_time_timezone: row.end_time_timezone,
  start_time_offset: row.start_time_offset,
  end_time_offset: row.end_time_offset,
});

function split(world: World, row: TimetacTimeTracking, dice: Dice): string | undefined {
  const end = row.end_time ?? row.start_time;
  const middle = shifted(row.start_time, 60 * dice.between(5, 120));
  const after = shifted(middle, 60 * dice.between(0, 45));
  if (after >= end || isSkipped(middle) || isSkipped(after)) return undefined;
  const { people } = world.timetac;
  people.editTimeTracking(row.id, { end_time: middle });
  if (dice.chance(0.5) && after > middle)
    people.addTimeTracking({
      user_id: row.user_id,
      task_id: taskIds.break,
      start_time: middle,
      end_time: after,
    });
  people.addTimeTracking({ user_id: row.user_id, task_id: row.task_id, start_time: after, end_time: end });
  return `${told(row)} is split at ${middle} and ${after}`;
}

function addEntry(
  world: World,
  user: TimetacUser,
  own: readonly TimetacTimeTracking[],
  startDate: string,
  dice: Dice,
): string | undefined {
  const tasks = [taskIds.work, taskIds.work, taskIds.break, taskIds.paidBreak, taskIds.relaunch] as const;
  for (let attempt = 0; attempt < 8; attempt++) {
    const day = someDay(world, startDate, dice);
    if (isRepeated(day) && dice.chance(0.5)) return addAtNight(world, user, day, dice);
    const from = dice.chance(0.12) ? dice.between(21 * 3600, 86_390) : dice.between(0, 20 * 3600);
    const start = at(day, dice.chance(0.6) ? from - (from % 900) : from);
    const open = dice.chance(0.08);
    const end = open ? null : shifted(start, dice.chance(0.05) ? 20 : dice.between(4, 20) * 900);
    if (isSkipped(start) || isSkipped(end ?? '')) continue;
    const touching = own.find((row) => row.start_time < (end ?? '9999') && (row.end_time ?? '9999') > start);
    if (touching !== undefined && !dice.chance(0.3)) continue;
    const row = world.timetac.people.addTimeTracking({
      user_id: user.id,
      task_id: dice.pick(tasks) ?? taskIds.work,
      start_time: start,
      end_time: end,
    });
    return `${told(row)} is entered`;
  }
  return undefined;
}

/** In the hour that a clock shows twice: an entry of its first passage, or of its second. */
function addAtNight(world: World, user: TimetacUser, day: string, dice: Dice): string | undefined {
  const from = 2 * 3600 + 60 * dice.between(0, 50);
  const offset = dice.pick([120, 60]) ?? 120;
  const start = at(day, from);
  const end = at(day, from + 60 * dice.between(5, 180));
  if (isAtWork(world, user.id, start, end) && !dice.chance(0.5)) return undefined;
  const row = world.timetac.people.addTimeTracking({
    user_id: user.id,
    task_id: taskIds.work,
    start_time: start,
    end_time: end,
    start_time_offset: offset,
    end_time_offset: end >= at(day, 3 * 3600) ? 60 : offset,
  });
  return `${told(row)} is entered, in passage ${offset === 120 ? 1 : 2}`;
}

const told = (row: TimetacTimeTracking): string =>
  `entry ${row.id} of ${row.user_id} (${row.start_time}–${row.end_time?.slice(11) ?? ''}, task ${row.task_id})`;
