// The calendar: dates, wall times and instants, and the only place where a clock on a wall becomes an instant.
// Dates and wall times are strings because that is what both vendors mean by them: a date has no zone, and a wall
// time names an instant only together with its zone (and, in the repeated hour of autumn, with its offset).

import { Temporal } from 'temporal-polyfill';

/** Milliseconds since 1970-01-01T00:00:00Z. */
export type Instant = number;
/** `YYYY-MM-DD`. Sorts as text. */
export type LocalDate = string;
/** `YYYY-MM-DDTHH:mm:ss`, no zone. Sorts as text. */
export type WallTime = string;
/** An IANA zone name, `Europe/Berlin`. */
export type Zone = string;
/** Local dates, both ends included; `to: null` is open-ended. */
export interface Window {
  readonly from: LocalDate;
  readonly to: LocalDate | null;
}

export const minuteMs = 60_000;
export const dayMs = 86_400_000;

const datePattern = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;
const wallPattern = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:[0-5]\d$/;

/** Whether the text is a date that exists (31 April does not). */
export function isLocalDate(text: string): boolean {
  return datePattern.test(text) && dateOfDayNumber(dayNumberOf(text)) === text;
}

/** Whether the text is a wall time on a date that exists. */
export function isWallTime(text: string): boolean {
  return wallPattern.test(text) && isLocalDate(dateOf(text));
}

export const dateOf = (wall: WallTime): LocalDate => wall.slice(0, 10);
/** `HH:mm` of a wall time. */
export const timeOf = (wall: WallTime): string => wall.slice(11, 16);
export const midnightOf = (date: LocalDate): WallTime => `${date}T00:00:00`;
export const isMidnight = (wall: WallTime): boolean => wall.endsWith('T00:00:00');
/** Seconds are dropped, never rounded: 07:59:59 is 07:59. */
export const cutToMinute = (wall: WallTime): WallTime =>
  wall.endsWith(':00') ? wall : `${wall.slice(0, 16)}:00`;

export function addDays(date: LocalDate, days: number): LocalDate {
  return dateOfDayNumber(dayNumberOf(date) + days);
}

/** Days from `a` to `b`: 0 for the same date, negative when `b` is earlier. */
export function daysBetween(a: LocalDate, b: LocalDate): number {
  return dayNumberOf(b) - dayNumberOf(a);
}

/** 1 = Monday … 7 = Sunday. */
export function weekdayOf(date: LocalDate): number {
  return ((((dayNumberOf(date) + 3) % 7) + 7) % 7) + 1;
}

/** Every date of a closed stretch, both ends included; empty when `to` is before `from`. */
export function datesFrom(from: LocalDate, to: LocalDate): LocalDate[] {
  const dates: LocalDate[] = [];
  for (let day = dayNumberOf(from), last = dayNumberOf(to); day <= last; day++)
    dates.push(dateOfDayNumber(day));
  return dates;
}

export const laterOf = <T extends string>(a: T, b: T): T => (a > b ? a : b);
export const earlierOf = <T extends string>(a: T, b: T): T => (a < b ? a : b);

export function isInWindow(date: LocalDate, window: Window): boolean {
  return date >= window.from && (window.to === null || date <= window.to);
}

/** Minutes from one wall time to another as a clock on one wall would show them (no zone involved). */
export function wallMinutesBetween(a: WallTime, b: WallTime): number {
  return (utcOf(b) - utcOf(a)) / minuteMs;
}

export function isZone(zone: string): boolean {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone);
    return true;
  } catch {
    return false;
  }
}

/**
 * The instant a clock on a wall in `zone` means. In the repeated hour of autumn `offsetMinutes` decides, and the first
 * passage without it; a time that the spring gap skips is read with the offset before the gap (as RFC 5545 does).
 */
export function instantOf(wall: WallTime, zone: Zone, offsetMinutes?: number): Instant {
  const steady = steadyOffset(zone, dateOf(wall));
  if (steady !== null) return utcOf(wall) - steady;
  const plain = Temporal.PlainDateTime.from(wall);
  if (offsetMinutes !== undefined) {
    for (const disambiguation of ['earlier', 'later'] as const) {
      const zoned = plain.toZonedDateTime(zone, { disambiguation });
      if (zoned.offsetNanoseconds === offsetMinutes * minuteMs * 1e6) return zoned.epochMilliseconds;
    }
  }
  return plain.toZonedDateTime(zone, { disambiguation: 'compatible' }).epochMilliseconds;
}

/** What a clock on a wall in `zone` shows at an instant; milliseconds are dropped. */
export function wallOf(instant: Instant, zone: Zone): WallTime {
  const day = dateOfDayNumber(Math.floor(instant / dayMs));
  const offset = steadyOffset(zone, day);
  if (offset !== null) {
    const wall = new Date(instant + offset).toISOString().slice(0, 19);
    // Over midnight the next date's own offset counts; where that is another one, the long way decides.
    if (wall.startsWith(day) || steadyOffset(zone, dateOf(wall)) === offset) return wall;
  }
  const zoned = Temporal.Instant.fromEpochMilliseconds(Math.floor(instant / 1000) * 1000).toZonedDateTimeISO(
    zone,
  );
  return zoned.toPlainDateTime().toString({ smallestUnit: 'second' });
}

export const dateIn = (instant: Instant, zone: Zone): LocalDate => dateOf(wallOf(instant, zone));

/** Whether the zone's clock changes on this local date. */
export function clockChangesOn(date: LocalDate, zone: Zone): boolean {
  return steadyOffset(zone, date) === null;
}

// Nearly every day of a zone has one offset; remembering it makes a conversion a subtraction.
const offsets = new Map<Zone, Map<LocalDate, number | null>>();

/**
 * The zone's offset in milliseconds where one offset holds from this date's midnight to the next; null on a day with a
 * clock change, also where the change takes midnight itself away (Azores, Cairo: 00:00 becomes 01:00).
 */
function steadyOffset(zone: Zone, date: LocalDate): number | null {
  const known = offsets.get(zone)?.get(date);
  if (known !== undefined) return known;
  const start = Temporal.PlainDate.from(date).toZonedDateTime(zone);
  const next = start.add({ days: 1 });
  const steady = start.hour === 0 && start.minute === 0 && start.offsetNanoseconds === next.offsetNanoseconds;
  const offset = steady ? start.offsetNanoseconds / 1e6 : null;
  const days = offsets.get(zone) ?? new Map<LocalDate, number | null>();
  if (days.size > 200_000) days.clear();
  offsets.set(zone, days.set(date, offset));
  return offset;
}

// Reading digits by hand: these two functions run several times for every row of a run.
const digitsAt = (text: string, at: number): number =>
  (text.charCodeAt(at) - 48) * 10 + text.charCodeAt(at + 1) - 48;

const utcOf = (wall: WallTime): number =>
  dayNumberOf(wall) * dayMs +
  digitsAt(wall, 11) * 3_600_000 +
  digitsAt(wall, 14) * minuteMs +
  digitsAt(wall, 17) * 1000;

/** Days since 1970, counted in years that begin in March, so that a leap day is the last of its year. */
function dayNumberOf(date: string): number {
  const month = digitsAt(date, 5);
  const year = digitsAt(date, 0) * 100 + digitsAt(date, 2) - (month <= 2 ? 1 : 0);
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + digitsAt(date, 8) - 1;
  const leapDays = Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400);
  return year * 365 + leapDays + dayOfYear - 719_468;
}

const namesOfDays = new Map<number, LocalDate>();

function dateOfDayNumber(day: number): LocalDate {
  const known = namesOfDays.get(day);
  if (known !== undefined) return known;
  const date = new Date(day * dayMs).toISOString().slice(0, 10);
  if (namesOfDays.size > 200_000) namesOfDays.clear();
  namesOfDays.set(day, date);
  return date;
}
