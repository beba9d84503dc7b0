// What every route works with: the account's state behind its indexes, the switches, the clock and the dice.

import { dateIn } from '../../core/time/calendar.ts';
import type { Instant, LocalDate } from '../../core/time/calendar.ts';
import type { Surroundings } from '../simulator.ts';
import type { PersonioAbsence, PersonioAttendance, PersonioEmployee, PersonioState } from './state.ts';
import type { PersonioSwitches } from './switches.ts';
import { createTable } from './table.ts';
import type { Table } from './table.ts';
import type { Wire } from './wire.ts';

export interface World {
  readonly state: PersonioState;
  readonly switches: PersonioSwitches;
  readonly surroundings: Surroundings;
  /** `https://api.personio.de`: the host in links. */
  readonly origin: string;
  readonly employees: Table<PersonioEmployee>;
  readonly absences: Table<PersonioAbsence>;
  readonly attendances: Table<PersonioAttendance>;
  /** Substitutes by absence id: taken on write, never shown (section 5.7). */
  readonly substitutes: Map<string, string>;
  /** Updates of a period on a day, for `attendance-daily-updates`. */
  readonly dailyUpdates: Map<string, number>;
  /** When an attribute of an employee last changed, as far as the helpers were used: id → key → instant. */
  readonly attributeChanges: Map<number, Map<string, Instant>>;
  readonly newId: () => string;
  readonly now: () => Instant;
  readonly today: () => LocalDate;
  /** Tells the webhooks; `ids` are v2 ids by entity. */
  readonly emit: (event: string, ids: Wire) => void;
}

export function createWorld(
  given: Pick<World, 'state' | 'switches' | 'surroundings' | 'origin' | 'emit'>,
): World {
  const { state, surroundings } = given;
  return {
    ...given,
    employees: createTable(
      () => state.employees,
      (employee) => String(employee.id),
      (employee) => String(employee.id),
    ),
    absences: createTable(
      () => state.absences,
      (absence) => absence.id,
      (absence) => absence.person_id,
    ),
    attendances: createTable(
      () => state.attendances,
      (period) => period.id,
      (period) => period.person_id,
    ),
    substitutes: new Map(),
    dailyUpdates: new Map(),
    attributeChanges: new Map(),
    newId: () => randomUuid(surroundings.random),
    now: surroundings.now,
    today: () => dateIn(surroundings.now(), state.zone),
  };
}

/** A version 4 UUID from the given dice, so that a seed reproduces every id. */
export function randomUuid(random: () => number): string {
  return uuidFrom(() => Math.floor(random() * 0x1_0000_0000));
}

/** The same UUID for the same text: ids of things that the state does not name (employments). */
export function namedUuid(name: string): string {
  let hash = 0x811c9dc5;
  for (const letter of name) hash = Math.imul(hash ^ letter.charCodeAt(0), 0x01000193) >>> 0;
  return uuidFrom(() => {
    hash = (Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) + 0x9e3779b9) >>> 0;
    return hash;
  });
}

function uuidFrom(next: () => number): string {
  const hex = [next(), next(), next(), next()].map((n) => n.toString(16).padStart(8, '0')).join('');
  const variant = '89ab'[Number.parseInt(hex[16] ?? '0', 16) & 3] ?? '8';
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20)}`;
}
