// Personio's scalars. Attendance and absence carry local wall times without a zone; a zone would mean that Personio
// changed its mind about what a time is, so it is refused rather than cut off.

import { z } from 'zod';
import {
  addDays,
  isLocalDate,
  isWallTime,
  midnightOf,
  type Instant,
  type WallTime,
} from '../../core/time/calendar.ts';

/** v1 writes ids as numbers, v2 as text; they name the same thing (section 2, id bridge). */
export const idSchema = z
  .union([z.string(), z.int()])
  .transform(String)
  .refine((id) => id !== '', 'expected an id');

/** `2026-06-01T08:00:00`, also with `.000`, without seconds, or as `24:00`. */
export const wallSchema = z.string().transform((text, context): WallTime => {
  const wall = wallOfText(text);
  if (wall !== null) return wall;
  context.addIssue({ code: 'custom', message: 'expected a local date and time without zone' });
  return z.NEVER;
});

export const dateSchema = z.string().refine(isLocalDate, 'expected a date');

/** UTC with `Z`; null where nothing understandable is said: only a hint hangs on it. */
export const instantSchema = z.unknown().transform((value): Instant | null => {
  if (typeof value !== 'string' || !/^\d{4}-\d\d-\d\dT.*(Z|[+-]\d\d:?\d\d)$/.test(value)) return null;
  const at = Date.parse(value);
  return Number.isNaN(at) ? null : at;
});

export const refSchema = z.object({ id: idSchema });

function wallOfText(text: string): WallTime | null {
  const match = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d)(:\d\d)?(\.\d+)?$/.exec(text);
  if (match === null) return null;
  const [, date = '', time = '', seconds = ':00'] = match;
  if (time === '24:00' && seconds === ':00') return isLocalDate(date) ? midnightOf(addDays(date, 1)) : null;
  const wall = `${date}T${time}${seconds}`;
  return isWallTime(wall) ? wall : null;
}
