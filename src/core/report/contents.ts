// What a record says, as a short text that needs no language: for tables of actions and for comparing both sides.

import { isFoldedContent } from '../sync/desk.ts';
import type { Part } from './codes.ts';

/** `WORK 08:00–12:00`, `2026-03-02 – 2026-03-06`; null where there is nothing. Types of absence are not part of it. */
export function contentText(part: Part, content: unknown): string | null {
  if (content === null || content === undefined || typeof content !== 'object') return null;
  const fields = content as Readonly<Record<string, unknown>>;
  switch (part) {
    case 'attendances':
      return isFoldedContent(content) ? null : attendanceText(fields);
    case 'absences':
      return absenceText(fields);
    case 'employees':
      return employeeText(fields);
    default:
      return part satisfies never;
  }
}

/** First local day of a record; null for accounts. */
export function dateOfContent(part: Part, content: unknown): string | null {
  if (part === 'employees' || content === null || typeof content !== 'object') return null;
  const { start, firstOn } = content as { start?: unknown; firstOn?: unknown };
  const first = part === 'attendances' ? start : firstOn;
  return typeof first === 'string' ? first.slice(0, 10) : null;
}

function attendanceText({ kind, start, end }: Readonly<Record<string, unknown>>): string {
  const [from, to] = [text(start), text(end)];
  const until =
    to === '' ? '' : from.slice(0, 10) === to.slice(0, 10) ? to.slice(11, 16) : nextMidnight(from, to);
  return `${text(kind)} ${from.slice(11, 16)}–${until}`;
}

/** The end of a day is written as its own day's 24:00. */
const nextMidnight = (from: string, to: string): string =>
  to.slice(11, 16) === '00:00' && from !== to ? '24:00' : `${to.slice(0, 10)} ${to.slice(11, 16)}`;

function absenceText(fields: Readonly<Record<string, unknown>>): string {
  const hours = fields['hours'] as { start?: unknown; end?: unknown } | null | undefined;
  const first = text(fields['firstOn']);
  if (hours !== null && hours !== undefined)
    return `${first} ${text(hours.start).slice(11, 16)}–${text(hours.end).slice(11, 16)}`;
  const last = fields['lastOn'] === null ? '…' : text(fields['lastOn']);
  const half = (at: boolean): string => (at ? ' ½' : '');
  const from = `${first}${half(fields['startsAtMidday'] === true)}`;
  return first === last && fields['endsAtMidday'] !== true
    ? from
    : `${from} – ${last}${half(fields['endsAtMidday'] === true)}`;
}

/** Names of the fields are the product's own; a password is never among them. */
function employeeText(fields: Readonly<Record<string, unknown>>): string | null {
  const { create, change } = fields as { create?: object; change?: object };
  const named = Object.entries(create ?? change ?? {}).filter(([name]) => shownFields.has(name));
  if (named.length === 0) return null;
  return named
    .map(([name, value]) => `${name}: ${value === null || value === '' ? '–' : String(value)}`)
    .join(', ');
}

const shownFields = new Set([
  'username',
  'firstName',
  'lastName',
  'email',
  'externalId',
  'entryOn',
  'exitOn',
  'birthday',
  'entitlementDays',
  'active',
  'startsOn',
]);

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
