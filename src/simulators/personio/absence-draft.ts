// What the body of an absence write says (section 5.7): types, halves, the end day in either reading (U7), and what
// becomes of zoned date-times (U21).

import { addDays, dateOf, isMidnight, isWallTime, wallOf } from '../../core/time/calendar.ts';
import type { LocalDate, WallTime } from '../../core/time/calendar.ts';
import { refuse } from './answer.ts';
import type { PersonioAbsence, PersonioAbsenceType } from './state.ts';
import { dateTimeIn, idIn, isWire } from './wire.ts';
import type { Wire } from './wire.ts';
import { typeOf } from './absence-wire.ts';
import { requireOneInstant } from './write-rules.ts';
import type { World } from './world.ts';

export type AbsenceDraft = Pick<
  PersonioAbsence,
  'absence_type_id' | 'first' | 'last' | 'starts_at_midday' | 'ends_at_midday' | 'hours' | 'comment'
> & {
  /** undefined: the body does not speak of one. */
  readonly substitute: string | null | undefined;
};

/** @throws Refusal 400 for a missing or unreadable field, 422 for halves and hours the type does not take. */
export function draftOfCreate(world: World, body: Wire): { personId: string; draft: AbsenceDraft } {
  const personId = idIn(body['person']);
  const type = wantedType(world, body['absence_type']);
  if (personId === null || body['starts_from'] === undefined || body['ends_at'] === undefined) {
    refuseForm('SIM_Missing required parameters');
  }
  const start = boundaryIn(world, body['starts_from']);
  const end = body['ends_at'] === null ? null : boundaryIn(world, body['ends_at']);
  return {
    personId,
    draft: { ...placed(world, type, start, end), ...wordsOf(body), absence_type_id: type.id },
  };
}

/** `standing` with what the body names. @throws Refusal as above. */
export function draftOfUpdate(world: World, body: Wire, standing: PersonioAbsence): AbsenceDraft {
  const typeId =
    'absence_type' in body ? wantedType(world, body['absence_type']).id : standing.absence_type_id;
  const type = wantedType(world, { id: typeId });
  const words = { ...wordsOf(body, standing.comment), absence_type_id: typeId };
  if (!('starts_from' in body) && !('ends_at' in body)) {
    requireUnit(type, standing.hours !== null);
    return { ...standing, ...words };
  }
  const start = 'starts_from' in body ? boundaryIn(world, body['starts_from']) : startOf(standing);
  const end = 'ends_at' in body ? endIn(world, body['ends_at']) : endOf(world, standing);
  return { ...placed(world, type, start, end), ...words };
}

interface Boundary {
  readonly wall: WallTime;
  readonly half: 'FIRST_HALF' | 'SECOND_HALF' | null;
}

const endIn = (world: World, value: unknown): Boundary | null =>
  value === null ? null : boundaryIn(world, value);

function boundaryIn(world: World, value: unknown): Boundary {
  const text = dateTimeIn(value);
  if (text === null || !isWire(value)) refuseForm('SIM_Invalid date_time field');
  const half = value['type'] ?? null;
  if (half !== null && half !== 'FIRST_HALF' && half !== 'SECOND_HALF') refuseForm('SIM_Invalid type field');
  return { wall: wallIn(world, text), half };
}

function wallIn(world: World, text: string): WallTime {
  const plain = text.replace(/\.\d{1,9}/, '');
  if (isWallTime(plain)) return plain;
  const instant = /(Z|[+-]\d\d:?\d\d)$/.test(plain) ? Date.parse(plain) : Number.NaN;
  if (Number.isNaN(instant)) refuseForm('SIM_Invalid date_time field');
  // Taken as an instant and stored as the company's wall clock, so midnight sent as `Z` moves [forum].
  if (world.switches['absence-zoned-datetime'] === 'shift') return wallOf(instant, world.state.zone);
  return refuseForm('SIM_Zoned date_time');
}

type Placed = Pick<AbsenceDraft, 'first' | 'last' | 'starts_at_midday' | 'ends_at_midday' | 'hours'>;

function placed(world: World, type: PersonioAbsenceType, start: Boundary, end: Boundary | null): Placed {
  return type.unit === 'HOUR' ? placedHours(world, start, end) : placedDays(world, type, start, end);
}

/** Hour types: real times within one day, never until 24:00 [forum]. */
function placedHours(world: World, start: Boundary, end: Boundary | null): Placed {
  if (!end || start.half || end.half || dateOf(start.wall) !== dateOf(end.wall) || start.wall >= end.wall) {
    refuseAbsence('SIM_This type is taken in hours of one day.');
  }
  requireOneInstant(world, start.wall);
  requireOneInstant(world, end.wall);
  const first = dateOf(start.wall);
  return {
    first,
    last: first,
    starts_at_midday: false,
    ends_at_midday: false,
    hours: { start: start.wall, end: end.wall },
  };
}

function placedDays(world: World, type: PersonioAbsenceType, start: Boundary, end: Boundary | null): Placed {
  const days: Placed = {
    first: dateOf(start.wall),
    last: end && lastDay(world, end),
    starts_at_midday: start.half === 'SECOND_HALF',
    ends_at_midday: end?.half === 'FIRST_HALF',
    hours: null,
  };
  if (days.last !== null && days.last < days.first) refuseAbsence('SIM_The end is before the start.');
  if (days.first === days.last && days.starts_at_midday && days.ends_at_midday) {
    refuseAbsence('SIM_The absence is empty.');
  }
  if (!type.half_days && (days.starts_at_midday || days.ends_at_midday)) {
    refuseAbsence('SIM_This type has no half days.');
  }
  return days;
}

/** U7: the day itself, or the midnight after it. */
function lastDay(world: World, end: Boundary): LocalDate {
  const date = dateOf(end.wall);
  return world.switches['absence-write-end'] === 'exclusive' && isMidnight(end.wall)
    ? addDays(date, -1)
    : date;
}

const startOf = (absence: PersonioAbsence): Boundary =>
  absence.hours
    ? { wall: absence.hours.start, half: null }
    : { wall: `${absence.first}T00:00:00`, half: absence.starts_at_midday ? 'SECOND_HALF' : 'FIRST_HALF' };

/** The standing end as a client would write it, so that one half of a PATCH can be read with the other. */
function endOf(world: World, absence: PersonioAbsence): Boundary | null {
  if (absence.hours) return { wall: absence.hours.end, half: null };
  if (absence.last === null) return null;
  const shift = world.switches['absence-write-end'] === 'exclusive' ? 1 : 0;
  return {
    wall: `${addDays(absence.last, shift)}T00:00:00`,
    half: absence.ends_at_midday ? 'FIRST_HALF' : 'SECOND_HALF',
  };
}

function wantedType(world: World, value: unknown): PersonioAbsenceType {
  const id = idIn(value);
  if (id === null) refuseForm('SIM_Missing required parameters');
  return typeOf(world, id) ?? refuseAbsence('SIM_There is no such absence type.');
}

/** Without new times the type may only change within its unit. */
function requireUnit(type: PersonioAbsenceType, inHours: boolean): void {
  if ((type.unit === 'HOUR') !== inHours) refuseAbsence('SIM_The type has another unit.');
}

function wordsOf(body: Wire, standing = ''): Pick<AbsenceDraft, 'comment' | 'substitute'> {
  const comment = body['comment'] ?? standing;
  if (typeof comment !== 'string' || comment.length > 2000) refuseForm('SIM_Invalid comment field');
  if (!('substitute' in body)) return { comment, substitute: undefined };
  return { comment, substitute: idIn(body['substitute']) };
}

function refuseForm(title: string): never {
  refuse(400, title, 'SIM_The request cannot be read.');
}

export function refuseAbsence(detail: string): never {
  refuse(422, 'Unprocessable absence period request', detail);
}
