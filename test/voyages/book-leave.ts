// Employees book, move and cancel their leave in TimeTac; managers grant and decline.

import { leaveTypes } from '../../src/simulators/company/catalogue.ts';
import { isOnLeave } from './booked.ts';
import type { World } from './sea.ts';
import { dayAfter } from './chart.ts';
import { someUser } from './chosen.ts';
import type { Dice } from './dials.ts';

const kinds = [leaveTypes.vacation, leaveTypes.vacation, leaveTypes.sick, leaveTypes.remote] as const;

/** @returns what was done, in words; undefined where it came to nothing. */
export function bookLeave(world: World, startDate: string, dice: Dice): string | undefined {
  const { people, state } = world.timetac;
  const user = someUser(world, dice);
  if (user === undefined) return undefined;
  const own = state.absences.filter((one) => one.user_id === user.id && one.from_date >= startDate);
  const standing = own.filter((one) => one.status === 1);
  const one = dice.pick(standing);
  const what = dice.between(0, 9);
  const name = one === undefined ? '' : `absence ${one.id} of ${user.id} (${one.from_date}–${one.to_date})`;
  const isFree = (from: string, to: string, but: number | null): boolean =>
    !isOnLeave(world, user.id, from, to, but);
  if (what <= 4 || one === undefined) {
    const from = dayAfter(startDate, dice.between(0, 30));
    // Before they begin with TimeTac, nobody's holidays are known there.
    if (from < (user.payroll_accounting_starts_at ?? '')) return undefined;
    const to = dice.chance(0.5) ? from : dayAfter(from, dice.between(1, 8));
    if (!isFree(from, to, null) && !dice.chance(0.08)) return undefined;
    const type = dice.pick(kinds) ?? leaveTypes.vacation;
    const half = dice.chance(0.25);
    const added = people.addAbsence({
      user_id: user.id,
      type_id: type.absence_type_id,
      subtype_id: type.absence_subtype_id,
      from_date: from,
      to_date: to,
      status: dice.chance(0.15) ? 0 : 1,
      ...(half && from === to ? { duration: 0.5, request_partial_begin_duration: 0.5 } : {}),
      ...(half && from === to && dice.chance(0.5) ? { begin: '13:00:00' } : {}),
      ...(half && from !== to && dice.chance(0.6) ? { request_partial_begin_duration: 0.5 } : {}),
      ...(half && from !== to && dice.chance(0.6) ? { request_partial_end_duration: 0.5 } : {}),
    });
    return `absence ${added.id} of ${user.id} (${from}–${to}, status ${added.status}${half ? ', half' : ''}) is booked`;
  }
  if (what <= 6) {
    people.cancelAbsence(one.id);
    return `${name} is cancelled`;
  }
  if (what === 7) {
    const waiting = own.find((other) => other.status === 0);
    if (waiting !== undefined) {
      people.grantAbsence(waiting.id);
      return `absence ${waiting.id} of ${user.id} is granted`;
    }
    people.declineAbsence(one.id);
    return `${name} is declined`;
  }
  const from = dayAfter(one.from_date, dice.between(0, 2));
  const to = dayAfter(from, dice.between(0, 4));
  if (!isFree(from, to, one.id) || from < (user.payroll_accounting_starts_at ?? '')) return undefined;
  people.changeAbsenceDates(one.id, {
    from_date: from,
    to_date: to,
    request_partial_begin_duration: null,
    request_partial_end_duration: null,
  });
  return `${name} moves to ${from}–${to}`;
}
