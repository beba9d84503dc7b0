// Somebody who leaves, books on after the exit, and is hired again under the same id; HR, who takes the date of
// termination out of sight for a while.

import { birthdayAttribute } from '../../../src/simulators/company/bench.ts';
import { leaveTypes } from '../../../src/simulators/company/catalogue.ts';
import type { PersonioEmployee } from '../../../src/simulators/personio/state.ts';
import type { TimetacUser } from '../../../src/simulators/timetac/state.ts';
import { enterApproved, isAtWork, isOnLeave } from '../booked.ts';
import { dayAfter } from '../chart.ts';
import { at, isRepeated, todayOf } from '../chosen.ts';
import type { Dice } from '../dials.ts';
import { exitOf } from '../exits.ts';
import type { World } from '../sea.ts';
import type { Aboard } from './habits.ts';

export function leaveAndReturn(aboard: Aboard, dice: Dice): string | undefined {
  const { world } = aboard;
  const [employee] = world.personio.state.employees;
  if (employee === undefined || !aboard.isLinked(String(employee.id))) return undefined;
  const user = world.timetac.state.users.find((one) => one.external_id === String(employee.id));
  if (user === undefined) return undefined;
  const exit = employee.termination_date;
  if (exit === null) return leave(aboard, employee, dice);
  if (exitOf(employee) !== null && exit >= todayOf(world)) return waitUntilAfter(world, exit);
  const what = dice.random();
  if (what < 0.35) return dice.chance(0.7) ? bookHours(world, user, dice) : bookLeave(world, user, dice);
  if (what < 0.65) return seesExit(world) ? hideExit(world) : showExit(world);
  return exitOf(employee) === null || user.active || !seesExit(world)
    ? bookHours(world, user, dice)
    : hireAgain(aboard, employee);
}

function leave({ world, diary }: Aboard, employee: PersonioEmployee, dice: Dice): string | undefined {
  const id = String(employee.id);
  const exit = dayAfter(todayOf(world), dice.between(-1, 1));
  if (employee.status !== 'active' || (employee.hire_date ?? '') > exit) return undefined;
  world.personio.people.editEmployee(employee.id, { termination_date: exit });
  diary.exits.set(id, exit);
  diary.exitsEntered.add(`${id} ${exit}`);
  diary.changedPeople.add(`${id} exit`);
  return `employee ${id} leaves on ${exit}`;
}

function waitUntilAfter(world: World, exit: string): string {
  while (todayOf(world) <= dayAfter(exit)) world.clock.advance(12 * 3_600_000);
  return `days pass, it is ${todayOf(world)}`;
}

function bookHours(world: World, user: TimetacUser, dice: Dice): string | undefined {
  const day = dayAfter(todayOf(world), -dice.between(0, 1));
  const start = at(day, dice.between(16, 68) * 900);
  const end = at(day, 17 * 3600 + dice.between(4, 20) * 900);
  if (isAtWork(world, user.id, start, end) || isRepeated(day)) return undefined;
  const row = enterApproved(world, user.id, start, end);
  return `entry ${row.id} of ${user.id} (${start}–${end.slice(11)}) is entered, after an exit`;
}

function bookLeave(world: World, user: TimetacUser, dice: Dice): string | undefined {
  const from = dayAfter(todayOf(world), dice.between(-3, 2));
  const to = dayAfter(from, dice.between(0, 4));
  if (isOnLeave(world, user.id, from, to)) return undefined;
  const added = world.timetac.people.addAbsence({
    user_id: user.id,
    type_id: leaveTypes.vacation.absence_type_id,
    subtype_id: leaveTypes.vacation.absence_subtype_id,
    from_date: from,
    to_date: to,
  });
  return `absence ${added.id} of ${user.id} (${from}–${to}) is booked, around an exit`;
}

function hireAgain({ world, diary }: Aboard, employee: PersonioEmployee): string {
  const id = String(employee.id);
  world.personio.people.editEmployee(employee.id, { status: 'active', hire_date: todayOf(world) });
  diary.hiredAgain.add(id);
  return `employee ${id} is hired again on ${employee.hire_date ?? ''}`;
}

/** What the guide asks for, without the date of termination. */
const withoutExit: readonly string[] = [
  'first_name',
  'last_name',
  'email',
  'status',
  'hire_date',
  'absence_entitlement',
  'office',
  'department',
  'subcompany',
  'employment_type',
  birthdayAttribute,
];

export const seesExit = ({ personio }: World): boolean =>
  personio.state.credentials.every(({ readableAttributes }) => readableAttributes === 'all');

function hideExit({ personio }: World): string {
  for (const credential of personio.state.credentials) credential.readableAttributes = [...withoutExit];
  return 'the date of termination cannot be read any more';
}

/** @returns what was done, in words. */
export function showExit({ personio }: World): string {
  for (const credential of personio.state.credentials) credential.readableAttributes = 'all';
  return 'every attribute of an employee can be read again';
}
