// Somebody whose rows are corrected after they were exported, and then wait: for another approval, or running again.

import type { TimetacTimeTracking } from '../../../src/simulators/timetac/state.ts';
import { enterApproved, isAtWork, told } from '../booked.ts';
import { dayAfter } from '../chart.ts';
import { at, isRepeated, isSkipped, shifted, someDay, someUser } from '../chosen.ts';
import type { Dice } from '../dials.ts';
import type { Aboard } from './habits.ts';

export function reopenRows(aboard: Aboard, dice: Dice): string | undefined {
  const rows = aboard.world.timetac.state.timeTrackings.filter(
    (row) =>
      row.absence_request_id === null &&
      row.start_time >= aboard.startDate &&
      !isRepeated(row.start_time.slice(0, 10)),
  );
  const done = rows.filter((row) => row.approved_by_admin && row.end_time !== null);
  const row = dice.pick(done);
  const what = dice.random();
  if (row === undefined || what < 0.35) return bookApproved(aboard, dice);
  const waiting = dice.pick(rows.filter((one) => !done.includes(one)));
  if (waiting !== undefined && what < 0.5) return finish(aboard, waiting);
  return reopen(aboard, row, dice);
}

/** A shift that somebody approved, often one over midnight. */
function bookApproved({ world, startDate }: Aboard, dice: Dice): string | undefined {
  const user = someUser(world, dice);
  const day = someDay(world, startDate, dice);
  const from = dice.chance(0.6) ? dice.between(78, 92) : dice.between(24, 40);
  const [start, end] = [at(day, from * 900), at(day, (from + dice.between(20, 32)) * 900)];
  if (
    user === undefined ||
    isSkipped(start) ||
    isSkipped(end) ||
    isRepeated(day) ||
    isRepeated(dayAfter(day))
  )
    return undefined;
  if (isAtWork(world, user.id, start, end)) return undefined;
  const row = enterApproved(world, user.id, start, end);
  const around = world.timetac.state.timeTrackings.filter(
    (one) => one.user_id === user.id && one.end_time !== null && !one.approved_by_admin && touches(one, day),
  );
  for (const one of around) world.timetac.people.editTimeTracking(one.id, { approved_by_admin: true });
  return `${told(row)} is entered and approved, with ${around.length} others`;
}

/** That day, or the one before or after it. */
const touches = (row: TimetacTimeTracking, day: string): boolean =>
  row.start_time.slice(0, 10) <= dayAfter(day) && (row.end_time ?? '').slice(0, 10) >= dayAfter(day, -1);

/** What was changed has to be approved anew. */
function reopen({ world }: Aboard, row: TimetacTimeTracking, dice: Dice): string | undefined {
  const { people } = world.timetac;
  const before = told(row);
  const what = dice.random();
  if (what < 0.35) {
    const earlier = shifted(row.start_time, -60);
    const moves =
      dice.chance(0.3) && !isSkipped(earlier) && earlier.slice(0, 10) === row.start_time.slice(0, 10);
    const start_time = moves ? earlier : row.start_time;
    people.editTimeTracking(row.id, { start_time, end_time: null, approved_by_admin: false });
    return `${before} runs again${moves ? ` from ${earlier} on` : ''}`;
  }
  if (what < 0.7) {
    const end = shifted(row.start_time, 1800);
    if (end >= (row.end_time ?? '')) return undefined;
    people.editTimeTracking(row.id, { end_time: end, approved_by_admin: false });
    return `${before} is shortened to ${end}, and nobody approved that`;
  }
  const away = dice.pick([-1, 1]) === 1 ? 86_400 : -86_400;
  const [start, end] = [shifted(row.start_time, away), shifted(row.end_time ?? '', away)];
  if ([start, end].some((time) => isSkipped(time) || isRepeated(time.slice(0, 10)))) return undefined;
  people.editTimeTracking(row.id, { start_time: start, end_time: end, approved_by_admin: false });
  return `${before} moves to ${start}, and nobody approved that`;
}

function finish({ world }: Aboard, row: TimetacTimeTracking): string {
  const end = row.end_time ?? shifted(row.start_time, 3 * 3600);
  world.timetac.people.editTimeTracking(row.id, { end_time: end, approved_by_admin: true });
  return `${told(row)} is approved`;
}
