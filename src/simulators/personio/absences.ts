// `/v2/absence-periods` and `/v2/absence-types` (section 5.7): the verbs.

import { draftOfCreate, draftOfUpdate } from './absence-draft.ts';
import type { AbsenceDraft } from './absence-draft.ts';
import { requireStorable, requireWritableType } from './absence-rules.ts';
import { absenceList, absenceToWire, typeOf } from './absence-wire.ts';
import { refuse, refuseMissing } from './answer.ts';
import type { Answer } from './answer.ts';
import { breakdownOf } from './breakdowns.ts';
import type { BreakdownRow } from './breakdowns.ts';
import { listAnswer } from './lists.ts';
import type { PersonioAbsence, PersonioAbsenceType } from './state.ts';
import { idIn, jsonBody, param, skipsApproval } from './wire.ts';
import type { Call, Wire } from './wire.ts';
import type { World } from './world.ts';

export const listAbsences = (world: World, call: Call): Answer => listAnswer(world, call, absenceList(world));

export const getAbsence = (world: World, call: Call): Answer => ({
  status: 200,
  body: absenceToWire(world, absenceOf(world, call)),
});

export function createAbsence(world: World, call: Call): Answer {
  const { personId, draft } = draftOfCreate(world, jsonBody(call));
  requireStorable(world, personId, draft, null);
  const now = world.now();
  const absence: PersonioAbsence = {
    id: world.newId(),
    person_id: personId,
    ...contentOf(draft),
    status: statusAfter(world, call, draft),
    created_by: 'API',
    created_at: now,
    updated_at: now,
  };
  world.absences.add(absence);
  keepSubstitute(world, absence, draft);
  changed(world, 'created', absence);
  const href = `${world.origin}/v2/absence-periods/${absence.id}`;
  return { status: 201, body: { id: absence.id, _meta: { links: { self: { href } } } }, wrote: true };
}

export function updateAbsence(world: World, call: Call): Answer {
  const absence = absenceOf(world, call);
  const body = jsonBody(call);
  if ('person' in body && idIn(body['person']) !== absence.person_id) {
    refuse(400, 'SIM_Invalid person field', 'SIM_An absence stays with its person.');
  }
  requireWritableType(world, absence.absence_type_id);
  const draft = draftOfUpdate(world, body, absence);
  requireStorable(world, absence.person_id, draft, absence);
  const before = absence.status;
  const status = statusAfter(world, call, draft);
  Object.assign(absence, contentOf(draft), { status, updated_at: world.now() });
  keepSubstitute(world, absence, draft);
  changed(world, 'updated.timerange', absence);
  if (before !== status) changed(world, 'updated.status', absence);
  return { status: 204, wrote: true };
}

/** Switches `absence-delete-approved` and `delete-skip-approval` (U10). */
export function deleteAbsence(world: World, call: Call): Answer {
  const absence = absenceOf(world, call);
  requireWritableType(world, absence.absence_type_id);
  const fate = fateOf(world, call, absence);
  switch (fate) {
    case 'gone':
      world.absences.remove(absence);
      world.substitutes.delete(absence.id);
      changed(world, 'deleted', absence);
      break;
    case 'deletion-pending':
      Object.assign(absence, { status: 'DELETION_PENDING', updated_at: world.now() });
      changed(world, 'updated.status', absence);
      break;
    case 'conflict':
      refuse(409, 'SIM_Approved absence', 'SIM_An approved absence cannot be deleted.');
      break;
    default:
      fate satisfies never;
  }
  return { status: 204, wrote: true };
}

function fateOf(
  world: World,
  call: Call,
  absence: PersonioAbsence,
): 'gone' | 'deletion-pending' | 'conflict' {
  if (absence.status !== 'APPROVED' && absence.status !== 'DELETION_PENDING') return 'gone';
  const fate = world.switches['absence-delete-approved'];
  if (world.switches['delete-skip-approval'] === 'ignored') return fate;
  if (skipsApproval(call)) return 'gone';
  const asks = typeOf(world, absence.absence_type_id)?.approval_required === true;
  return asks && fate === 'gone' ? 'deletion-pending' : fate;
}

export const listBreakdowns = (world: World, call: Call): Answer =>
  listAnswer<BreakdownRow>(world, call, {
    defaultLimit: 28,
    cap: 28,
    rows: () => breakdownOf(world, absenceOf(world, call)),
    filters: {},
    toWire: ({ date, unit, value }) => ({ date, effective_duration: { unit, value } }),
  });

export const listAbsenceTypes = (world: World, call: Call): Answer =>
  listAnswer<PersonioAbsenceType>(world, call, {
    defaultLimit: 100,
    cap: 100,
    rows: () => world.state.absenceTypes,
    filters: {},
    toWire: (type) => typeToWire(world, type),
  });

export function getAbsenceType(world: World, call: Call): Answer {
  const type = typeOf(world, param(call, 'id')) ?? refuseMissing();
  return { status: 200, body: typeToWire(world, type) };
}

function typeToWire(world: World, type: PersonioAbsenceType): Wire {
  const category = world.switches['absence-type-category'];
  return {
    id: type.id,
    name: type.name,
    ...(category === 'absent'
      ? {}
      : { category: category === 'upper' ? type.category.toUpperCase() : type.category.toLowerCase() }),
    unit: type.unit,
  };
}

const absenceOf = (world: World, call: Call): PersonioAbsence =>
  world.absences.get(param(call, 'id')) ?? refuseMissing();

/** Approval is asked for unless the type needs none or the client skips it. */
function statusAfter(world: World, call: Call, draft: AbsenceDraft): PersonioAbsence['status'] {
  const asks = typeOf(world, draft.absence_type_id)?.approval_required === true;
  if (!asks || skipsApproval(call)) return 'APPROVED';
  return typeof draft.substitute === 'string' ? 'SUBSTITUTE_REQUESTED' : 'PENDING';
}

const contentOf = (draft: AbsenceDraft) => ({
  absence_type_id: draft.absence_type_id,
  first: draft.first,
  last: draft.last,
  starts_at_midday: draft.starts_at_midday,
  ends_at_midday: draft.ends_at_midday,
  hours: draft.hours,
  comment: draft.comment,
});

function keepSubstitute(world: World, absence: PersonioAbsence, draft: AbsenceDraft): void {
  if (draft.substitute === null) world.substitutes.delete(absence.id);
  if (typeof draft.substitute === 'string') world.substitutes.set(absence.id, draft.substitute);
}

export function changed(
  world: World,
  what: 'created' | 'updated.status' | 'updated.timerange' | 'deleted',
  absence: PersonioAbsence,
): void {
  world.emit(`absence-period.${what}`, {
    absence_period: { id: absence.id },
    person: { id: absence.person_id },
  });
}
