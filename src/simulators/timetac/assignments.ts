// Fields with a valid-from: department, work schedule and holiday calendar of a user. The state keeps what was written
// last; the earlier values live here, so that "current" and "future" can differ (open question T12).

import type { LocalDate } from '../../core/time/calendar.ts';
import type { TimetacUser } from './state.ts';
import type { Assignment, World } from './world.ts';

export const assignedFields = {
  department_id: 'department_id_valid_from',
  timesheet_template_id: 'timesheet_template_id_valid_starting_from',
  public_holiday_template_id: 'public_holiday_template_id_valid_from',
} as const;
export type AssignedField = keyof typeof assignedFields;
export const assignedPairs = Object.entries(assignedFields) as readonly [
  AssignedField,
  (typeof assignedFields)[AssignedField],
][];

/** What a read shows: the value in force today, or the one written last (switch `future-valid-from-read`). */
export function shownAssignment(world: World, user: TimetacUser, field: AssignedField): Assignment {
  const rows = assignmentsOf(world, user, field);
  return world.switches['future-valid-from-read'] === 'future'
    ? latestWritten(rows)
    : inForce(rows, world.today());
}

export const assignedOn = (
  world: World,
  user: TimetacUser,
  field: AssignedField,
  on: LocalDate,
): number | null => inForce(assignmentsOf(world, user, field), on).value;

/** Every row in the order of writing; never empty. */
export function assignmentsOf(world: World, user: TimetacUser, field: AssignedField): Assignments {
  const stored = { value: user[field], validFrom: user[assignedFields[field]], writtenAt: user.updated };
  const known = world.assignments.get(`${user.id} ${field}`);
  const last = known?.at(-1);
  // A test that edits the state directly overrules what was remembered.
  const holds = last !== undefined && last.value === stored.value && last.validFrom === stored.validFrom;
  return holds ? [...(known ?? []).slice(0, -1), last] : [stored];
}

/** Remembers a written value beside, or instead of, the earlier ones (switch `valid-from-write`). */
export function rememberAssignment(
  world: World,
  user: TimetacUser,
  field: AssignedField,
  value: number | null,
  validFrom: LocalDate | null,
): void {
  const next: Assignment = { value, validFrom, writtenAt: world.now() };
  const earlier = assignmentsOf(world, user, field).filter((row) => row.validFrom !== validFrom);
  const kept = world.switches['valid-from-write'] === 'replace' ? [] : earlier;
  world.assignments.set(`${user.id} ${field}`, [...kept, next]);
}

type Assignments = readonly [...Assignment[], Assignment];

const latestWritten = (rows: Assignments): Assignment => rows[rows.length - 1] ?? rows[0];

function inForce(rows: Assignments, on: LocalDate): Assignment {
  const started = rows.filter((row) => row.validFrom === null || row.validFrom <= on);
  return started.reduce(
    (best, row) => ((row.validFrom ?? '') >= (best.validFrom ?? '') ? row : best),
    started[0] ?? rows[0],
  );
}
