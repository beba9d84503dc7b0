// Hours that were booked on the wrong person: somebody gives them to whoever worked, perhaps back again.

import { enterApproved, isAtWork, told } from '../booked.ts';
import { at, isRepeated, someDay, someUser } from '../chosen.ts';
import type { Dice } from '../dials.ts';
import type { Aboard } from './habits.ts';

export function giveRows(aboard: Aboard, dice: Dice): string | undefined {
  return (dice.chance(0.5) ? give(aboard, dice) : undefined) ?? book(aboard, dice);
}

/** A morning and an afternoon, so that the day is not empty once one of them is given away. */
function book({ world, startDate }: Aboard, dice: Dice): string | undefined {
  const user = someUser(world, dice);
  const day = someDay(world, startDate, dice);
  const [from, to] = [at(day, dice.between(24, 34) * 900), at(day, dice.between(56, 70) * 900)];
  if (user === undefined || isRepeated(day) || isAtWork(world, user.id, from, to)) return undefined;
  const morning = enterApproved(world, user.id, from, at(day, dice.between(38, 46) * 900));
  const afternoon = enterApproved(world, user.id, at(day, 50 * 900), to);
  return `${told(morning)} and ${told(afternoon)} are entered`;
}

function give({ world, startDate }: Aboard, dice: Dice): string | undefined {
  const { people, state } = world.timetac;
  const row = dice.pick(
    state.timeTrackings.filter(
      ({ absence_request_id, start_time, end_time }) =>
        absence_request_id === null &&
        end_time !== null &&
        start_time >= startDate &&
        !isRepeated(start_time.slice(0, 10)),
    ),
  );
  if (row === undefined || row.end_time === null) return undefined;
  const { start_time, end_time } = row;
  const others = state.users.filter(
    ({ id, human }) => human && id !== row.user_id && !isAtWork(world, id, start_time, end_time),
  );
  const other = dice.pick(others);
  if (other === undefined) return undefined;
  const before = told(row);
  people.editTimeTracking(row.id, { user_id: other.id });
  return `${before} is given to ${other.id}`;
}
