// What a value of a vendor legitimately says in our words, written from the vendors' documents and not from the doors:
// a list of the readings that are true. Empty: it says nothing that may be used, only an error is right.

import { isDeepStrictEqual } from 'node:util';
import type { Path } from './mutations.ts';

/** `undefined` stands for a missing key. */
export type Says = (value: unknown) => readonly unknown[];

/** One value of ours: from which places of a wire row it comes, and what these say. */
export interface Field {
  readonly from: readonly string[];
  readonly says: (row: unknown) => readonly unknown[];
}

/** A row in our words, as far as a table knows it. */
export type FieldTable = Readonly<Record<string, Field>>;

export const field = (place: string, says: Says): Field => ({
  from: [place],
  says: (row) => says(at(row, place)),
});

export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The own value at a dotted place, undefined where nothing stands. */
export function at(value: unknown, place: string): unknown {
  let found = value;
  for (const step of place.split('.')) {
    found = isObject(found) && Object.hasOwn(found, step) ? found[step] : undefined;
  }
  return found;
}

/** Whether a change at the path can change what stands at the place: one lies within the other. */
export function touches(path: Path, place: string): boolean {
  const steps = place.split('.');
  return path.slice(0, steps.length).every((step, index) => String(step) === steps[index]);
}

export const isOneOf = (value: unknown, readings: readonly unknown[]): boolean =>
  readings.some((reading) => isDeepStrictEqual(reading, value));

/** What no archive can hold is replaced as Unicode prescribes. */
// oxlint-disable-next-line no-control-regex -- NUL is what no database stores
export const storable = (text: string): string => text.replace(/\u0000|\p{Surrogate}/gu, '\ufffd');

export const isNothing = (value: unknown): boolean => value === undefined || value === null || value === '';

/** Texts and numbers as text, whatever else as nothing. */
export const asText = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : '';

export const date: Says = (value) => (typeof value === 'string' && dateExists(value) ? [value] : []);

export const plainText: Says = (value) => (typeof value === 'string' ? [storable(value)] : []);

/** Nothing is null, as the vendor means it. */
export const orNull =
  (says: Says): Says =>
  (value) =>
    isNothing(value) ? [null] : says(value);

/** Whatever cannot be read is said to be unknown, in the given word. */
export const orElse =
  (says: Says, unknown: unknown): Says =>
  (value) => {
    const readings = says(value);
    return readings.length > 0 ? readings : [unknown];
  };

export const oneOf =
  (words: Readonly<Record<string, unknown>>): Says =>
  (value) =>
    typeof value === 'string' && Object.hasOwn(words, value) ? [words[value]] : [];

export function dateExists(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  const instant = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(text);
}

/** `YYYY-MM-DDTHH:MM:SS`, or undefined. */
export function wallTime(text: string): string | undefined {
  const isTime = dateExists(text.slice(0, 10)) && /^([01]\d|2[0-3]):[0-5]\d:[0-5]\d$/.test(text.slice(11));
  return isTime && text[10] === 'T' ? text : undefined;
}

/** A number whose digits are the ones that the vendor wrote. */
export const isExact = (value: unknown): value is number =>
  typeof value === 'number' && Number.isFinite(value) && Math.abs(value) <= Number.MAX_SAFE_INTEGER;
