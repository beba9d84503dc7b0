// What people do, in sentences that the traces are made of. All of it is decided by numbers alone, so that the vendors'
// process, the floor and the verdict speak of the same company.

import type { LocalDate } from '../../src/core/time/calendar.ts';
import { personAt } from './company.ts';
import type { Deed, Piece } from './piece.ts';

export type PartOfDay = 'morning' | 'break' | 'afternoon' | 'evening' | 'whole';

const hours = {
  morning: ['08:00', '12:00'],
  break: ['12:00', '12:30'],
  afternoon: ['12:30', '16:30'],
  evening: ['17:00', '18:00'],
  whole: ['08:00', '16:00'],
} as const satisfies Record<PartOfDay, readonly [string, string]>;

/** These people's stretches of a date; `people` are places in the company's list. */
export function work(people: readonly number[], on: LocalDate, parts: readonly PartOfDay[]): Deed[] {
  return people.flatMap((index) =>
    parts.map(
      (part): Deed => ({
        do: 'enter',
        name: nameOf(index, on, part),
        piece: pieceOf(index, on, part),
      }),
    ),
  );
}

const otherTimes =
  (verb: 'change' | 'adjust') =>
  (people: readonly number[], on: LocalDate, part: PartOfDay, times: readonly [string, string]): Deed[] =>
    people.map((index) => ({
      do: verb,
      name: nameOf(index, on, part),
      piece: pieceOf(index, on, part, times),
    }));

/** The stretch gets other times, `['17:30', '18:30']`. */
export const correct = otherTimes('change');

/** HR gives the exported stretch other times in Personio. */
export const adjust = otherTimes('adjust');

export const strike = (people: readonly number[], on: LocalDate, part: PartOfDay): Deed[] =>
  people.map((index) => ({ do: 'remove', name: nameOf(index, on, part) }));

/** A day of vacation each. */
export const takeLeave = (people: readonly number[], on: LocalDate): Deed[] =>
  people.map((index) => ({
    do: 'enter',
    name: `leave ${index} ${on}`,
    piece: { person: personAt(index), kind: 'ABSENCE', from: on, to: on },
  }));

export const cancelLeave = (people: readonly number[], on: LocalDate): Deed[] =>
  people.map((index) => ({ do: 'remove', name: `leave ${index} ${on}` }));

/** HR enters an hour by hand, late on that date. */
export const enterByHand = (people: readonly number[], on: LocalDate): Deed[] =>
  people.map((index) => ({ do: 'enter-foreign', piece: pieceOf(index, on, 'evening', ['20:00', '21:00']) }));

/** Places `from` to `to` of the list, the last one left out. */
export const people = (from: number, to: number): number[] =>
  Array.from({ length: Math.max(0, to - from) }, (_none, index) => from + index);

const nameOf = (index: number, on: LocalDate, part: PartOfDay): string => `${part} ${index} ${on}`;

function pieceOf(
  index: number,
  on: LocalDate,
  part: PartOfDay,
  [from, to]: readonly [string, string] = hours[part],
): Piece {
  return {
    person: personAt(index),
    kind: part === 'break' ? 'BREAK' : 'WORK',
    from: `${on}T${later(from, index)}:00`,
    to: `${on}T${later(to, index)}:00`,
  };
}

/** Nobody keeps the same hours as everybody else: up to 44 minutes later, by their place in the list. */
function later(time: string, index: number): string {
  const minutes = Number(time.slice(0, 2)) * 60 + Number(time.slice(3)) + ((index * 7) % 45);
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

const two = (number: number): string => String(number).padStart(2, '0');
