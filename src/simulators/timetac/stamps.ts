// Times as TimeTac writes them: `YYYY-MM-DD HH:MM:SS` without an offset (vendor document, section 3, Scalars).

import {
  instantOf,
  isWallTime,
  minuteMs,
  wallOf,
  type Instant,
  type WallTime,
  type Zone,
} from '../../core/time/calendar.ts';

/** `YYYY-MM-DD HH:MM:SS` of an instant in the server's zone. */
export function stampText(instant: Instant, zone: Zone): string {
  return wallText(instant + offsetAt(instant, zone));
}

/** Minutes east of UTC at an instant. */
export const offsetMinutesAt = (instant: Instant, zone: Zone): number => offsetAt(instant, zone) / minuteMs;

export const wallOfText = (text: string): WallTime => text.replace(' ', 'T');
export const isStampText = (text: string): boolean => /^\S+ \S+$/.test(text) && isWallTime(wallOfText(text));

/** The same text moved by minutes on the wall; no zone involved. */
export const shiftText = (text: string, minutes: number): string =>
  wallText(Date.parse(`${wallOfText(text)}Z`) + minutes * minuteMs);

/** The instant of a text in its zone; in the repeated hour of autumn the offset (minutes) decides. */
export const instantOfText = (text: string, zone: Zone, offsetMinutes?: number): Instant =>
  instantOf(wallOfText(text), zone, offsetMinutes);

/** `+01:00`. */
export function offsetText(minutes: number): string {
  const size = Math.abs(minutes);
  return `${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}

/** Milliseconds of the text read as UTC: close enough (± 15 h) to skip rows before the exact comparison. */
export const roughInstantOf = (text: string): Instant => Date.parse(`${wallOfText(text)}Z`);

const two = (n: number): string => String(n).padStart(2, '0');

// The same rows are shown again and again.
const texts = new Map<number, string>();

function wallText(utcMs: number): string {
  const second = Math.floor(utcMs / 1000);
  const known = texts.get(second);
  if (known !== undefined) return known;
  if (texts.size > 100_000) texts.clear();
  const text = new Date(utcMs).toISOString().slice(0, 19).replace('T', ' ');
  texts.set(second, text);
  return text;
}

// A page carries thousands of stamps; clocks change on quarter hours only, so one look-up serves fifteen minutes.
const quarterMs = 15 * minuteMs;
const offsets = new Map<Zone, Map<number, number>>();

function offsetAt(instant: Instant, zone: Zone): number {
  const quarter = Math.floor(instant / quarterMs);
  let ofZone = offsets.get(zone);
  if (ofZone === undefined || ofZone.size > 100_000) offsets.set(zone, (ofZone = new Map<number, number>()));
  let offset = ofZone.get(quarter);
  if (offset === undefined) {
    const start = quarter * quarterMs;
    offset = Date.parse(`${wallOf(start, zone)}Z`) - start;
    ofZone.set(quarter, offset);
  }
  return offset;
}
