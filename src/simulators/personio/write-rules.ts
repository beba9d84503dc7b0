// What attendance and absences ask of a write alike: a person who may still be written for, and a clock that exists.

import { clockChangesOn, dateOf, instantOf, minuteMs, wallOf } from '../../core/time/calendar.ts';
import type { LocalDate, WallTime } from '../../core/time/calendar.ts';
import { refuse } from './answer.ts';
import type { World } from './world.ts';

/**
 * Switch `inactive-write`: late corrections for somebody who has left go through up to the end date. `lastDay` null
 * is an open end.
 * @throws Refusal 422 for an unknown person too; what Personio says there is not known.
 */
export function requireWritablePerson(world: World, personId: string, lastDay: LocalDate | null): void {
  const employee = world.employees.get(personId);
  if (!employee) refuse(422, 'SIM_Unknown person', 'SIM_There is no such person.');
  const mode = world.switches['inactive-write'];
  if (employee.status !== 'inactive' || mode === 'allow') return;
  const end = employee.termination_date ?? employee.last_working_day;
  if (mode === 'until-end' && end !== null && lastDay !== null && lastDay <= end) return;
  refuse(422, 'SIM_Inactive employee', 'SIM_This person is no longer active.');
}

/** Switch `dst-wall-clock`. @throws Refusal 422 for a time that the zone's clock skips or shows twice. */
export function requireOneInstant(world: World, wall: WallTime): void {
  const { zone } = world.state;
  if (world.switches['dst-wall-clock'] === 'accept' || !clockChangesOn(dateOf(wall), zone)) return;
  const instant = instantOf(wall, zone);
  const skipped = wallOf(instant, zone) !== wall;
  const repeated = [30, 60].some((minutes) => wallOf(instant + minutes * minuteMs, zone) === wall);
  if (skipped || repeated) refuse(422, 'SIM_Ambiguous time', 'SIM_The clock changes at this time.');
}
