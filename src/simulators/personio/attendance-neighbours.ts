// What a stored period does to others: under `attendance-overlap: trim` it cuts its neighbours, under `auto-breaks: on`
// Personio puts a break into long work.

import { cutToMinute, wallMinutesBetween } from '../../core/time/calendar.ts';
import type { LocalDate, WallTime } from '../../core/time/calendar.ts';
import { endOf, overlapping } from './attendance-rules.ts';
import type { PersonioAttendance } from './state.ts';
import type { World } from './world.ts';

/** Cuts, splits or removes what `winner` covers. The periods concerned as they stand then, removed ones as they were. */
export function trimNeighbours(world: World, winner: PersonioAttendance): PersonioAttendance[] {
  if (world.switches['attendance-overlap'] === 'reject') return [];
  const losers = overlapping(world, winner.person_id, winner, winner);
  return losers.flatMap((loser) => trim(world, loser, winner.start, endOf(winner)));
}

function trim(world: World, loser: PersonioAttendance, start: WallTime, end: WallTime): PersonioAttendance[] {
  const before = loser.start < start;
  const rest = endOf(loser) > end ? { ...loser, start: end, attribution_date: end.slice(0, 10) } : null;
  if (before) {
    Object.assign(loser, { end: start, updated_at: world.now() });
    changed(world, 'updated', loser);
    return rest ? [loser, addRest(world, rest)] : [loser];
  }
  if (rest) {
    Object.assign(loser, rest, { updated_at: world.now() });
    changed(world, 'updated', loser);
    return [loser];
  }
  world.attendances.remove(loser);
  changed(world, 'deleted', loser);
  return [loser];
}

function addRest(world: World, rest: PersonioAttendance): PersonioAttendance {
  const added = { ...rest, id: world.newId(), created_at: world.now(), updated_at: world.now() };
  world.attendances.add(added);
  changed(world, 'created', added);
  return added;
}

const breakAfterMinutes = 6 * 60;
const breakMinutes = 30;

/** Writes Personio's own break of a day anew: 30 minutes inside the longest work when there is none in 6 hours. */
export function refreshAutoBreaks(world: World, personId: string, date: LocalDate): void {
  if (world.switches['auto-breaks'] === 'off') return;
  const day = world.attendances.ofPerson(personId).filter((period) => period.attribution_date === date);
  for (const period of day) if (period.is_auto_generated) world.attendances.remove(period);
  if (day.some((period) => period.type === 'BREAK' && !period.is_auto_generated)) return;
  const longest = day
    .filter((period) => period.type === 'WORK' && period.status !== 'REJECTED')
    .sort((a, b) => lengthOf(b) - lengthOf(a))[0];
  if (longest && lengthOf(longest) > breakAfterMinutes) {
    world.attendances.add(breakInside(world, longest));
  }
}

const lengthOf = (period: PersonioAttendance): number =>
  period.end === null ? 0 : wallMinutesBetween(period.start, period.end);

function breakInside(world: World, work: PersonioAttendance): PersonioAttendance {
  const start = cutToMinute(later(work.start, Math.floor((lengthOf(work) - breakMinutes) / 2)));
  return {
    ...work,
    id: world.newId(),
    type: 'BREAK',
    start,
    end: later(start, breakMinutes),
    comment: null,
    project_id: null,
    is_auto_generated: true,
    created_at: world.now(),
    updated_at: world.now(),
  };
}

const later = (wall: WallTime, minutes: number): WallTime =>
  new Date(Date.parse(`${wall}Z`) + minutes * 60_000).toISOString().slice(0, 19);

export function changed(
  world: World,
  what: 'created' | 'updated' | 'deleted',
  period: PersonioAttendance,
): void {
  world.emit(`attendance-period.${what}`, {
    attendance_period: { id: period.id },
    person: { id: period.person_id },
  });
}
