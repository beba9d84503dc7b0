// What stands in an absence's way: leaves that are read-only, other absences, rules about substitutes (section 5.7).

import { addDays, midnightOf } from '../../core/time/calendar.ts';
import type { AbsenceDraft } from './absence-draft.ts';
import { stretchOf, typeOf } from './absence-wire.ts';
import { refuse } from './answer.ts';
import type { PersonioAbsence } from './state.ts';
import { requireWritablePerson } from './write-rules.ts';
import type { World } from './world.ts';

/** `self` is the absence being changed; null for a new one. @throws Refusal 403, 409 or 422. */
export function requireStorable(
  world: World,
  personId: string,
  draft: AbsenceDraft,
  self: PersonioAbsence | null,
): void {
  requireWritableType(world, draft.absence_type_id);
  requireWritablePerson(world, personId, draft.last);
  requireSubstitute(world, personId, draft, self);
  const others = world.absences.ofPerson(personId).filter((other) => other !== self);
  if (others.some((other) => conflicts(world, draft, other))) {
    refuse(409, 'Absence period conflict', 'SIM_There is an absence in this period.');
  }
}

/** Leaves (parental …) may only be read; the refusal's status is a choice (U23). @throws Refusal 422 or 403. */
export function requireWritableType(world: World, typeId: string): void {
  if (!typeOf(world, typeId)?.read_only) return;
  const status = Number(world.switches['leave-write-status']);
  refuse(status, 'SIM_Read-only leave', 'SIM_Leaves cannot be changed through this interface.');
}

/** Rejected and cancelled absences block nothing; one whose deletion is pending still stands. */
function conflicts(world: World, draft: AbsenceDraft, other: PersonioAbsence): boolean {
  if (other.status === 'REJECTED' || other.status === 'CANCELLED') return false;
  const wholeDays = world.switches['absence-two-halves'] === 'conflict';
  const a = wholeDays ? daysOf(draft) : stretchOf(draft);
  const b = wholeDays ? daysOf(other) : stretchOf(other);
  return a.start < b.end && b.start < a.end;
}

/** U25: as if every touched day were taken whole. */
const daysOf = (absence: Pick<PersonioAbsence, 'first' | 'last'>) => ({
  start: midnightOf(absence.first),
  end: absence.last === null ? '9999-12-31T00:00:00' : midnightOf(addDays(absence.last, 1)),
});

function requireSubstitute(
  world: World,
  personId: string,
  draft: AbsenceDraft,
  self: PersonioAbsence | null,
): void {
  const policy = typeOf(world, draft.absence_type_id)?.substitute ?? 'none';
  const standing = self ? world.substitutes.get(self.id) : undefined;
  const substitute = draft.substitute === undefined ? standing : (draft.substitute ?? undefined);
  if (policy === 'none' && substitute !== undefined) {
    refuse(422, 'Substitute not allowed', 'SIM_This absence type takes no substitute.');
  }
  // An absence that people entered may lack one; only a write that speaks of it is judged.
  if (policy === 'required' && substitute === undefined && (!self || draft.substitute === null)) {
    refuse(422, 'Substitute required', 'A substitute is required for this absence type.');
  }
  if (substitute !== undefined && !canSubstitute(world, personId, substitute)) {
    refuse(409, 'Substitute is invalid', 'SIM_This person cannot be the substitute.');
  }
  if (substitutesFor(world, personId, draft)) {
    refuse(
      409,
      'Requesting absence while substituting',
      'SIM_The person substitutes somebody in this period.',
    );
  }
}

function canSubstitute(world: World, personId: string, substitute: string): boolean {
  const employee = world.employees.get(substitute);
  return employee !== undefined && employee.status !== 'inactive' && substitute !== personId;
}

function substitutesFor(world: World, personId: string, draft: AbsenceDraft): boolean {
  const own = stretchOf(draft);
  for (const [absenceId, substitute] of world.substitutes) {
    const absence = substitute === personId ? world.absences.get(absenceId) : undefined;
    if (!absence || absence.status === 'REJECTED' || absence.status === 'CANCELLED') continue;
    const other = stretchOf(absence);
    if (own.start < other.end && other.start < own.end) return true;
  }
  return false;
}
