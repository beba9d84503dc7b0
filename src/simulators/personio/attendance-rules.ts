// What Personio asks of an attendance period before it stores it (section 5.5), and what it does about neighbours.

import {
  addDays,
  dateIn,
  dateOf,
  midnightOf,
  minuteMs,
  wallMinutesBetween,
} from '../../core/time/calendar.ts';
import type { WallTime } from '../../core/time/calendar.ts';
import { refuse } from './answer.ts';
import { attendanceTitle } from './attendance-wire.ts';
import type { AttendanceDraft } from './attendance-wire.ts';
import type { PersonioAttendance } from './state.ts';
import { requireOneInstant, requireWritablePerson } from './write-rules.ts';
import type { World } from './world.ts';

/** `self` is the period being changed; null for a new one. @throws Refusal 422. */
export function requireStorable(
  world: World,
  personId: string,
  draft: AttendanceDraft,
  self: PersonioAttendance | null,
): void {
  requireWritablePerson(world, personId, dateOf(draft.start));
  requireShape(world, draft);
  requireProject(world, draft);
  requireOpenWindow(world, draft.start);
  requirePolicy(world, personId, draft, self);
  requireCompany(world, personId, draft, self);
  const rejects = world.switches['attendance-overlap'] === 'reject';
  if (rejects && overlapping(world, personId, draft, self).length > 0) {
    refuse422(world, 'SIM_Overlapping attendance periods');
  }
}

/** @throws Refusal 422 where a confirmed period may not be touched (U3). */
export function requireChangeable(world: World, period: PersonioAttendance): void {
  if (world.switches['attendance-confirmed-write'] === 'reject' && period.status === 'CONFIRMED') {
    refuse422(world, 'SIM_Confirmed period');
  }
  requireOpenWindow(world, period.start);
}

/** Standing periods of either kind that share time with this one. */
export function overlapping(
  world: World,
  personId: string,
  draft: { readonly start: WallTime; readonly end: WallTime | null },
  self: PersonioAttendance | null,
): PersonioAttendance[] {
  const end = endOf(draft);
  return world.attendances
    .ofPerson(personId)
    .filter(
      (other) =>
        other !== self && other.start < end && (other.end ?? endOf(other)) > draft.start && stands(other),
    );
}

/** Rejected periods do not count, nor do Personio's own breaks: they lie inside the work they belong to. */
const stands = (period: PersonioAttendance): boolean =>
  period.status !== 'REJECTED' && !period.is_auto_generated;

/** An open period is taken to run until midnight. */
export const endOf = (period: { readonly start: WallTime; readonly end: WallTime | null }): WallTime =>
  period.end ?? midnightOf(addDays(dateOf(period.start), 1));

function requireShape(world: World, draft: AttendanceDraft): void {
  requireOneInstant(world, draft.start);
  if (draft.end === null) return;
  requireOneInstant(world, draft.end);
  if (draft.start >= draft.end) refuse422(world, 'Start date greater than end date');
  if (wallMinutesBetween(draft.start, draft.end) > 24 * 60) refuse422(world, 'Period time range too long');
}

function requireProject(world: World, draft: AttendanceDraft): void {
  if (draft.projectId === null) return;
  if (draft.type === 'BREAK') refuse422(world, 'Break periods with project');
  const project = world.state.projects.find((one) => one.id === draft.projectId);
  if (project?.status !== 'ACTIVE') refuse422(world, 'SIM_Project is not active');
}

/** A day is closed for writes when it is in the future or more than this long ago (U4; the figure is a choice). */
const openDays = 365;

function requireOpenWindow(world: World, start: WallTime): void {
  if (world.switches['attendance-closed-window'] === 'allow') return;
  const date = dateOf(start);
  const oldest = dateIn(world.now() - openDays * 24 * 60 * minuteMs, world.state.zone);
  if (date > world.today() || date < oldest) refuse422(world, 'SIM_Closed period');
}

/** Policies that bind employees; whether they bind the API is open (U22). */
const mostMinutesPerDay = 10 * 60;

function requirePolicy(
  world: World,
  personId: string,
  draft: AttendanceDraft,
  self: PersonioAttendance | null,
): void {
  if (world.switches['attendance-policy-rules'] === 'bypassed' || draft.type === 'BREAK') return;
  const date = dateOf(draft.start);
  const minutes = world.attendances
    .ofPerson(personId)
    .filter((other) => other !== self && other.attribution_date === date && stands(other))
    .filter((other) => other.type === 'WORK')
    .reduce((sum, other) => sum + minutesOf(other), minutesOf(draft));
  if (minutes > mostMinutesPerDay) refuse422(world, 'SIM_Maximum hours per day');
}

const minutesOf = (period: { readonly start: WallTime; readonly end: WallTime | null }): number =>
  period.end === null ? 0 : wallMinutesBetween(period.start, period.end);

/** A break beside or inside work is fine; one that stands alone is open (U26). */
function requireCompany(
  world: World,
  personId: string,
  draft: AttendanceDraft,
  self: PersonioAttendance | null,
): void {
  if (world.switches['break-alone'] === 'allow' || draft.type === 'WORK') return;
  const end = endOf(draft);
  const touches = world.attendances
    .ofPerson(personId)
    .some(
      (other) =>
        other !== self &&
        other.type === 'WORK' &&
        stands(other) &&
        other.start <= end &&
        endOf(other) >= draft.start,
    );
  if (!touches) refuse422(world, 'SIM_Break without work');
}

export function refuse422(world: World, name: string): never {
  refuse(422, attendanceTitle(world, name), 'SIM_The period cannot be stored.');
}
