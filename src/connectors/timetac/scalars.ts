// TimeTac's scalars, read leniently (timetac.md section 3): booleans and numbers also come as text, "no date" is `''`,
// `null` or zeros, a foreign key that names nothing is `0`. What is unknown stays unknown: a missing key is never empty.

import { z } from 'zod';
import {
  isLocalDate,
  isWallTime,
  isZone,
  type LocalDate,
  type WallTime,
  type Zone,
} from '../../core/time/calendar.ts';

/** Text for every id. `0` names nothing and is refused. */
export const idSchema = z.unknown().transform((value, context): string => {
  const id = idOf(value);
  return id ?? refuse(context, 'expected an id');
});

/** A reference: `0`, `''` and null name nothing. The key must be there. */
export const referenceSchema = z.unknown().transform((value, context): string | null => {
  if (value === null || value === '' || value === 0 || value === '0') return null;
  return idOf(value) ?? refuse(context, 'expected an id or nothing');
});

export const booleanSchema = z.unknown().transform((value, context): boolean => {
  return booleanOf(value) ?? refuse(context, 'expected true or false');
});

export const numberSchema = z.unknown().transform((value, context): number => {
  return numberOf(value) ?? refuse(context, 'expected a number');
});

/** Empty is null; so is a missing key, for fields where the vendor may say nothing. */
export const numberOrNullSchema = z.unknown().transform((value, context): number | null => {
  if (isEmpty(value)) return null;
  return numberOf(value) ?? refuse(context, 'expected a number or nothing');
});

export const textOrNullSchema = z.unknown().transform((value, context): string | null => {
  if (isEmpty(value)) return null;
  return textOf(value) ?? refuse(context, 'expected text or nothing');
});

export const dateSchema = z.unknown().transform((value, context): LocalDate => {
  return typeof value === 'string' && isLocalDate(value) ? value : refuse(context, 'expected a date');
});

/** `2025-01-31 10:00:00`, sometimes with `.0`. */
export const wallSchema = z.unknown().transform((value, context): WallTime => {
  return wallOf(value) ?? refuse(context, 'expected a local date and time');
});

/** null: no time, as `null`, `''`, zeros or a missing key. */
export const wallOrNullSchema = z.unknown().transform((value, context): WallTime | null => {
  if (isNoDate(value)) return null;
  return wallOf(value) ?? refuse(context, 'expected a local date and time or nothing');
});

/** `HH:MM:SS`, or `HH:MM` (T4). */
export const clockOrNullSchema = z.unknown().transform((value, context): string | null => {
  if (isEmpty(value)) return null;
  if (typeof value === 'string' && /^([01]\d|2[0-3]):[0-5]\d$/.test(value)) return `${value}:00`;
  const whole = typeof value === 'string' && /^([01]\d|2[0-3]):[0-5]\d:[0-5]\d$/.test(value);
  return whole ? value : refuse(context, 'expected a time of day or nothing');
});

export const unitSchema = z.unknown().transform((value, context): 'days' | 'hours' => {
  if (value === 'd') return 'days';
  return value === 'hs' ? 'hours' : refuse(context, 'expected d or hs');
});

export const zoneOrNullSchema = z.unknown().transform((value, context): Zone | null => {
  if (isEmpty(value)) return null;
  return typeof value === 'string' && isKnownZone(value) ? value : refuse(context, 'expected a time zone');
});

/**
 * Minutes east of UTC, from `+01:00` or from a number of minutes. The vendor's format is not documented: whatever can
 * be neither is null, "not stated".
 */
export function offsetOf(value: unknown): number | null {
  if (isEmpty(value)) return null;
  const match = typeof value === 'string' ? /^([+-])(\d\d):?(\d\d)$/.exec(value) : null;
  const minutes =
    match === null
      ? numberOf(value)
      : (match[1] === '-' ? -1 : 1) * (Number(match[2]) * 60 + Number(match[3]));
  // Zones lie between -12 and +14 hours and differ by whole quarters: hours or seconds do not pass for minutes.
  const possible = minutes !== undefined && minutes % 15 === 0 && minutes >= -720 && minutes <= 840;
  return possible ? minutes : null;
}

export const isEmpty = (value: unknown): boolean => value === undefined || value === null || value === '';

export const isNoDate = (value: unknown): boolean =>
  isEmpty(value) || (typeof value === 'string' && value.startsWith('0000-00-00'));

export function booleanOf(value: unknown): boolean | undefined {
  if (value === true || value === 1 || value === '1' || value === 'true') return true;
  return value === false || value === 0 || value === '0' || value === 'false' ? false : undefined;
}

export function numberOf(value: unknown): number | undefined {
  if (typeof value === 'string' && !/^-?\d+(\.\d+)?$/.test(value)) return undefined;
  const number = typeof value === 'string' ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : undefined;
}

export function textOf(value: unknown): string | undefined {
  // Beyond 2^53 the digits are not the ones that were sent.
  if (typeof value === 'number')
    return Math.abs(value) <= Number.MAX_SAFE_INTEGER ? String(value) : undefined;
  return typeof value === 'string' ? value : undefined;
}

function idOf(value: unknown): string | undefined {
  if (typeof value === 'number') return Number.isSafeInteger(value) && value > 0 ? String(value) : undefined;
  return typeof value === 'string' && /^[1-9]\d{0,15}$/.test(value) ? value : undefined;
}

/** `2025-01-31T10:00:00`; undefined for what is no local time that exists. */
export function wallOf(value: unknown): WallTime | undefined {
  const match =
    typeof value === 'string' ? /^(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d:\d\d)(\.\d+)?$/.exec(value) : null;
  const wall = match === null ? '' : `${match[1]}T${match[2]}`;
  return isWallTime(wall) ? wall : undefined;
}

// A year of time trackings names the same few zones over and over.
const zones = new Map<string, boolean>();
export function isKnownZone(zone: string): boolean {
  const known = zones.get(zone);
  if (known !== undefined) return known;
  // A name: a whole date with an offset would pass for a zone too.
  const valid = /^[A-Za-z]/.test(zone) && isZone(zone);
  if (zones.size > 1_000) zones.clear();
  zones.set(zone, valid);
  return valid;
}

function refuse(context: z.RefinementCtx, message: string): never {
  context.addIssue({ code: 'custom', message });
  return z.NEVER;
}
