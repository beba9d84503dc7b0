// Somebody who takes people out of the scope of the interface and back, while these book on: hours that overlap, and
// leave of a type that nobody mapped.

import { leaveTypes } from '../../../src/simulators/company/catalogue.ts';
import type { TimetacUser } from '../../../src/simulators/timetac/state.ts';
import { enterApproved, isOnLeave } from '../booked.ts';
import { dayAfter } from '../chart.ts';
import { at, isRepeated, isSkipped, someDay } from '../chosen.ts';
import type { Dice } from '../dials.ts';
import type { Diary } from '../diary.ts';
import type { World } from '../sea.ts';
import type { Aboard } from './habits.ts';

export function narrowScope(aboard: Aboard, dice: Dice): string | undefined {
  const { world, diary } = aboard;
  const linked = world.timetac.state.users.filter((one) => aboard.isLinked(one.external_id));
  const [user] = linked;
  if (user === undefined) return undefined;
  const what = dice.random();
  if (what < 0.35) return bookOverlap(aboard, user, dice);
  const isOut = diary.outOfScope.has(user.external_id);
  if (isOut && what < 0.6) return bookUnmapped(aboard, user, dice);
  if (isOut && what < 0.85) return undefined;
  return isOut ? widenScope(world, diary) : takeOut(world, diary, user.external_id);
}

function takeOut(world: World, diary: Diary, employeeId: string): string {
  diary.outOfScope.add(employeeId);
  setScope(world, { exclude: [{ ids: [...diary.outOfScope] }] });
  return `employee ${employeeId} is out of scope`;
}

/** @returns what was done, in words. */
export function widenScope(world: World, diary: Diary): string {
  diary.outOfScope.clear();
  setScope(world, {});
  return 'everybody is in scope';
}

const setScope = (world: World, scope: object): void =>
  world.changeSettings((document) => {
    Object.assign(document['users'] as object, { scope });
  });

function bookOverlap({ world, startDate }: Aboard, user: TimetacUser, dice: Dice): string | undefined {
  const day = someDay(world, startDate, dice);
  if (isRepeated(day)) return undefined;
  const from = dice.between(24, 40);
  const [start, middle, end] = [from, from + 8, from + 16].map((quarter) => at(day, quarter * 900));
  if (start === undefined || middle === undefined || end === undefined || isSkipped(start)) return undefined;
  const book = (first: string, last: string): number => enterApproved(world, user.id, first, last).id;
  const ids = [book(start, end), book(middle, at(day, (from + 20) * 900))];
  return `entries ${ids.join(' and ')} of ${user.id} on ${day} overlap`;
}

function bookUnmapped({ world, startDate }: Aboard, user: TimetacUser, dice: Dice): string | undefined {
  const on = dayAfter(startDate, dice.between(0, 30));
  if (isOnLeave(world, user.id, on, on) || on < (user.payroll_accounting_starts_at ?? '')) return undefined;
  const { absence_type_id, absence_subtype_id } = leaveTypes.volunteer;
  const added = world.timetac.people.addAbsence({
    user_id: user.id,
    type_id: absence_type_id,
    subtype_id: absence_subtype_id,
    from_date: on,
    to_date: on,
  });
  return `absence ${added.id} of ${user.id} (${on}, a volunteer day) is booked`;
}
