// Absence periods on the wire (section 5.7): the object with its exclusive end, and the filters of its list.

import { addDays, midnightOf } from '../../core/time/calendar.ts';
import type { LocalDate, WallTime } from '../../core/time/calendar.ts';
import { anyOf, asInstant, asWall, checked, onlyPerson } from './lists.ts';
import type { ListSpec } from './lists.ts';
import type { PersonioAbsence, PersonioAbsenceType } from './state.ts';
import { wireInstant } from './wire.ts';
import type { Wire } from './wire.ts';
import type { World } from './world.ts';

export const absenceToWire = (world: World, absence: PersonioAbsence): Wire => ({
  id: absence.id,
  person: { id: absence.person_id },
  starts_from: startToWire(world, absence),
  ends_at: endToWire(world, absence),
  timezone_id: world.state.zone,
  comment: absence.comment,
  absence_type: { id: absence.absence_type_id },
  approval: { status: statusToWire(world, absence.status) },
  created_at: wireInstant(absence.created_at),
  updated_at: wireInstant(absence.updated_at),
});

function startToWire(world: World, absence: PersonioAbsence): Wire {
  if (absence.hours) return { date_time: fraction(world, absence.hours.start), type: null };
  return {
    date_time: fraction(world, midnightOf(absence.first)),
    type: absence.starts_at_midday ? 'SECOND_HALF' : 'FIRST_HALF',
  };
}

function endToWire(world: World, absence: PersonioAbsence): Wire | null {
  if (absence.hours) return { date_time: fraction(world, absence.hours.end), type: null };
  if (absence.last === null) return null;
  return {
    date_time: fraction(world, endWall(world, absence.last, absence.ends_at_midday)),
    type: absence.ends_at_midday ? 'FIRST_HALF' : 'SECOND_HALF',
  };
}

/** An exclusive midnight; where the last day ends at midday, three readings are possible (U8). */
function endWall(world: World, last: LocalDate, endsAtMidday: boolean): WallTime {
  const mode = world.switches['absence-half-day-read'];
  if (!endsAtMidday || mode === 'next-midnight') return midnightOf(addDays(last, 1));
  return mode === 'noon' ? `${last}T12:00:00` : midnightOf(last);
}

const fraction = (world: World, wall: WallTime): string =>
  world.switches['absence-datetime-fraction'] === 'on' ? `${wall}.000` : wall;

/** The enum is open (U9): `extended` shows waiting absences under a status that no document names. */
function statusToWire(world: World, status: PersonioAbsence['status']): string {
  return world.switches['absence-status-set'] === 'extended' && status === 'PENDING'
    ? 'SIM_IN_REVIEW'
    : status;
}

export function absenceList(world: World): ListSpec<PersonioAbsence> {
  return {
    defaultLimit: 100,
    cap: 100,
    rows: (filters) => {
      const person = onlyPerson(filters);
      return person === null ? world.absences.all() : world.absences.ofPerson(person);
    },
    filters: {
      id: anyOf((absence) => absence.id),
      'person.id': anyOf((absence) => absence.person_id),
      'absence_type.id': anyOf((absence) => absence.absence_type_id),
      // A range returns all that overlaps it, whichever of the two fields names the bound [spec].
      'starts_from.date_time.gte': endsAfter,
      'ends_at.date_time.gte': endsAfter,
      'starts_from.date_time.lte': startsBy,
      'ends_at.date_time.lte': startsBy,
      'updated_at.gte': (values) => {
        const bound = checked(values, asInstant);
        return (absence) => absence.updated_at >= bound;
      },
      'updated_at.lte': (values) => {
        const bound = checked(values, asInstant);
        return (absence) => absence.updated_at <= bound;
      },
    },
    toWire: (absence) => absenceToWire(world, absence),
  };
}

function endsAfter(values: readonly string[]): (absence: PersonioAbsence) => boolean {
  const bound = checked(values, asWall);
  return (absence) => stretchOf(absence).end > bound;
}

function startsBy(values: readonly string[]): (absence: PersonioAbsence) => boolean {
  const bound = checked(values, asWall);
  return (absence) => stretchOf(absence).start <= bound;
}

/** The wall times that an absence takes up; a half day ends, or begins, at noon. The end is exclusive. */
export function stretchOf(
  absence: Pick<PersonioAbsence, 'first' | 'last' | 'starts_at_midday' | 'ends_at_midday' | 'hours'>,
): { readonly start: WallTime; readonly end: WallTime } {
  if (absence.hours) return absence.hours;
  return {
    start: absence.starts_at_midday ? `${absence.first}T12:00:00` : midnightOf(absence.first),
    end: endOfStretch(absence.last, absence.ends_at_midday),
  };
}

function endOfStretch(last: LocalDate | null, endsAtMidday: boolean): WallTime {
  if (last === null) return '9999-12-31T00:00:00';
  return endsAtMidday ? `${last}T12:00:00` : midnightOf(addDays(last, 1));
}

export const typeOf = (world: World, id: string): PersonioAbsenceType | undefined =>
  world.state.absenceTypes.find((type) => type.id === id);
