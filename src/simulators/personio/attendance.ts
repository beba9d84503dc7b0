// `/v2/attendance-periods` (section 5.5): the verbs.

import { dateOf } from '../../core/time/calendar.ts';
import { refuse, refuseMissing } from './answer.ts';
import type { Answer } from './answer.ts';
import { changed, refreshAutoBreaks, trimNeighbours } from './attendance-neighbours.ts';
import { refuse422, requireChangeable, requireStorable } from './attendance-rules.ts';
import { attendanceList, attendanceToWire, draftOfCreate, draftOfUpdate } from './attendance-wire.ts';
import type { AttendanceDraft } from './attendance-wire.ts';
import { envelope, listAnswer } from './lists.ts';
import type { PersonioAttendance } from './state.ts';
import { idIn, jsonBody, param, skipsApproval, wireInstant } from './wire.ts';
import type { Call } from './wire.ts';
import type { World } from './world.ts';

export const listAttendance = (world: World, call: Call): Answer =>
  listAnswer(world, call, attendanceList(world));

export function getAttendance(world: World, call: Call): Answer {
  const body = attendanceToWire(periodOf(world, call));
  return {
    status: 200,
    body: world.switches['attendance-get-one'] === 'bare' ? body : envelope(world, body),
  };
}

/** No idempotency: the same body again creates, or conflicts, again. */
export function createAttendance(world: World, call: Call): Answer {
  const { personId, draft } = draftOfCreate(world, jsonBody(call));
  requireStorable(world, personId, draft, null);
  const now = world.now();
  const period: PersonioAttendance = {
    id: world.newId(),
    person_id: personId,
    ...contentOf(draft),
    status: statusAfter(call),
    is_auto_generated: false,
    created_by: 'API',
    created_at: now,
    updated_at: now,
  };
  world.attendances.add(period);
  changed(world, 'created', period);
  const affected = trimNeighbours(world, period);
  refreshAutoBreaks(world, personId, period.attribution_date);
  return {
    status: 201,
    body: { id: period.id, affected_periods: affected.map(attendanceToWire) },
    wrote: true,
  };
}

export function updateAttendance(world: World, call: Call): Answer {
  const period = periodOf(world, call);
  const body = jsonBody(call);
  if ('person' in body && idIn(body['person']) !== period.person_id) {
    refuse(400, 'SIM_Invalid person field', 'SIM_A period stays with its person.');
  }
  requireChangeable(world, period);
  const draft = draftOfUpdate(world, body, draftOf(period));
  requireStorable(world, period.person_id, draft, period);
  countUpdate(world, period);
  const formerDate = period.attribution_date;
  Object.assign(period, contentOf(draft), { status: statusAfter(call), updated_at: world.now() });
  changed(world, 'updated', period);
  trimNeighbours(world, period);
  for (const date of new Set([formerDate, period.attribution_date])) {
    refreshAutoBreaks(world, period.person_id, date);
  }
  return world.switches['attendance-patch-success'] === '204'
    ? { status: 204, wrote: true }
    : { status: 200, body: { id: period.id }, wrote: true };
}

/** `skip_approval` on DELETE has no effect here: attendance knows no "deletion pending". */
export function deleteAttendance(world: World, call: Call): Answer {
  const period = periodOf(world, call);
  requireChangeable(world, period);
  world.attendances.remove(period);
  changed(world, 'deleted', period);
  refreshAutoBreaks(world, period.person_id, period.attribution_date);
  return { status: 204, wrote: true };
}

const periodOf = (world: World, call: Call): PersonioAttendance =>
  world.attendances.get(param(call, 'id')) ?? refuseMissing();

/** v2 asks for approval unless told otherwise (section 2). */
const statusAfter = (call: Call): 'CONFIRMED' | 'PENDING' => (skipsApproval(call) ? 'CONFIRMED' : 'PENDING');

const draftOf = (period: PersonioAttendance): AttendanceDraft => ({
  type: period.type,
  start: period.start,
  end: period.end,
  comment: period.comment,
  projectId: period.project_id,
});

const contentOf = (draft: AttendanceDraft) => ({
  type: draft.type,
  start: draft.start,
  end: draft.end,
  attribution_date: dateOf(draft.start),
  comment: draft.comment,
  project_id: draft.projectId,
});

/** Switch `attendance-daily-updates`: updates of one period within one UTC day (U16; what is counted is a choice). */
function countUpdate(world: World, period: PersonioAttendance): void {
  const most = world.switches['attendance-daily-updates'];
  if (most === 'unlimited') return;
  const key = `${period.id} ${wireInstant(world.now()).slice(0, 10)}`;
  const count = (world.dailyUpdates.get(key) ?? 0) + 1;
  if (count > Number(most)) refuse422(world, 'SIM_Too many updates today');
  world.dailyUpdates.set(key, count);
}
