// Attendance periods on the wire (section 5.5): the object, the filters of its list, and what a body says.

import { cutToMinute, isWallTime } from '../../core/time/calendar.ts';
import type { WallTime } from '../../core/time/calendar.ts';
import { refuse } from './answer.ts';
import { anyOf, asDate, asInstant, asOneOf, asWall, checked, onlyPerson } from './lists.ts';
import type { ListSpec } from './lists.ts';
import type { PersonioAttendance } from './state.ts';
import { dateTimeIn, idIn, wireInstant } from './wire.ts';
import type { Wire } from './wire.ts';
import type { World } from './world.ts';

export const attendanceToWire = (period: PersonioAttendance): Wire => ({
  id: period.id,
  type: period.type,
  person: { id: period.person_id },
  approval: { status: period.status },
  start: { date_time: period.start },
  end: period.end === null ? null : { date_time: period.end },
  attribution_date: period.attribution_date,
  comment: period.comment,
  project: period.project_id === null ? null : { id: period.project_id },
  is_auto_generated: period.is_auto_generated,
  created_at: wireInstant(period.created_at),
  updated_at: wireInstant(period.updated_at),
});

export function attendanceList(world: World): ListSpec<PersonioAttendance> {
  const size = Number(world.switches['attendance-page-size']);
  return {
    defaultLimit: size,
    cap: size,
    rows: (filters) => {
      const person = onlyPerson(filters);
      return person === null ? world.attendances.all() : world.attendances.ofPerson(person);
    },
    filters: {
      id: anyOf((period) => period.id),
      'person.id': anyOf((period) => period.person_id),
      'project.id': anyOf((period) => period.project_id),
      ...bounds('start.date_time', asWall, (period) => period.start),
      // An open period has no end that could be compared.
      ...bounds('end.date_time', asWall, (period) => period.end),
      ...bounds('attribution_date', asDate, (period) => period.attribution_date),
      ...bounds('updated_at', asInstant, (period) => period.updated_at),
      status: (values) => {
        const wanted = checked(values, asOneOf('PENDING', 'CONFIRMED', 'REJECTED'));
        return (period) => period.status === wanted;
      },
    },
    sortable: {
      'person.id': (a, b) => Number(a.person_id) - Number(b.person_id),
      'start.date_time': (a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : 0),
    },
    toWire: attendanceToWire,
  };
}

/** `name.gte` and `name.lte`. */
function bounds<T extends string | number>(
  name: string,
  parse: (text: string) => T | null,
  read: (period: PersonioAttendance) => T | null,
): ListSpec<PersonioAttendance>['filters'] {
  const bound = (holds: (value: T, bound: T) => boolean) => (values: readonly string[]) => {
    const limit = checked(values, parse);
    return (period: PersonioAttendance): boolean => {
      const value = read(period);
      return value !== null && holds(value, limit);
    };
  };
  return {
    [`${name}.gte`]: bound((value, limit) => value >= limit),
    [`${name}.lte`]: bound((value, limit) => value <= limit),
  };
}

/** What a period is asked to say. */
export interface AttendanceDraft {
  readonly type: 'WORK' | 'BREAK';
  readonly start: WallTime;
  readonly end: WallTime | null;
  readonly comment: string | null;
  readonly projectId: string | null;
}

/** @throws Refusal 400 when a required field is missing or has a wrong form. */
export function draftOfCreate(world: World, body: Wire): { personId: string; draft: AttendanceDraft } {
  const personId = idIn(body['person']);
  if (personId === null || body['start'] === undefined || body['type'] === undefined) {
    refuseForm(world, 'Missing required parameters');
  }
  const draft = draftOfUpdate(world, body, {
    type: 'WORK',
    start: '',
    end: null,
    comment: null,
    projectId: null,
  });
  return { personId, draft };
}

/** `standing` with the fields that the body names. @throws Refusal 400 as above. */
export function draftOfUpdate(world: World, body: Wire, standing: AttendanceDraft): AttendanceDraft {
  return {
    type: 'type' in body ? typeOf(world, body['type']) : standing.type,
    start: 'start' in body ? wallIn(world, body['start']) : standing.start,
    end: 'end' in body ? endIn(world, body['end']) : standing.end,
    comment: 'comment' in body ? commentOf(world, body['comment']) : standing.comment,
    projectId: 'project' in body ? projectOf(world, body['project']) : standing.projectId,
  };
}

function typeOf(world: World, value: unknown): 'WORK' | 'BREAK' {
  return value === 'WORK' || value === 'BREAK' ? value : refuseForm(world, 'Invalid type field');
}

function endIn(world: World, value: unknown): WallTime | null {
  const open =
    value === null || (typeof value === 'object' && 'date_time' in value && value.date_time === null);
  return open ? null : wallIn(world, value);
}

/** Wall time without a zone; `Z` and offsets are refused [forum]. Switch `attendance-seconds`. */
function wallIn(world: World, value: unknown): WallTime {
  const text = dateTimeIn(value);
  if (text === null) refuseForm(world, 'Invalid start field');
  if (/(Z|[+-]\d\d:?\d\d)$/i.test(text)) refuse(400, 'Bad request', 'Invalid request content');
  const wall = text.replace(/\.\d{1,9}$/, '');
  if (!isWallTime(wall)) refuseForm(world, 'Invalid start field');
  const mode = world.switches['attendance-seconds'];
  switch (mode) {
    case 'kept':
      return wall;
    case 'cut':
      return cutToMinute(wall);
    case 'refused':
      return cutToMinute(wall) === wall ? wall : refuseForm(world, 'Invalid start field');
    default:
      return mode satisfies never;
  }
}

function commentOf(world: World, value: unknown): string | null {
  if (value === null) return null;
  return typeof value === 'string' && value.length <= 1000
    ? value
    : refuseForm(world, 'SIM_Invalid comment field');
}

function projectOf(world: World, value: unknown): string | null {
  return value === null ? null : (idIn(value) ?? refuseForm(world, 'SIM_Invalid project field'));
}

function refuseForm(world: World, name: string): never {
  refuse(400, attendanceTitle(world, name), 'SIM_The request cannot be read.');
}

/** Titles are example names of the documentation; real bodies are unknown (U2). */
export const attendanceTitle = (world: World, name: string): string =>
  world.switches['attendance-error-titles'] === 'example-names' ? name : 'SIM_opaque';
