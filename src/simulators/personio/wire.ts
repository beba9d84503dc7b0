// Small pieces of Personio's wire format: instants, objects read from a body, one request as a route sees it.

import type { Instant } from '../../core/time/calendar.ts';
import { refuse } from './answer.ts';
import type { PersonioCredential } from './state.ts';

/** A JSON object. */
export type Wire = Readonly<Record<string, unknown>>;

/** One request after routing and authentication. */
export interface Call {
  readonly method: string;
  readonly path: string;
  /** Values of the `:name` parts of the route. */
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly headers: Headers;
  readonly body: string;
  /** Absent only on routes that need no token. */
  readonly credential: PersonioCredential | null;
}

/** `2026-06-01T06:00:01Z`: UTC, whole seconds (section 3). */
export function wireInstant(instant: Instant): string {
  const second = Math.floor(instant / 1000);
  const known = instants.get(second);
  if (known !== undefined) return known;
  if (instants.size > 100_000) instants.clear();
  const text = `${new Date(instant).toISOString().slice(0, 19)}Z`;
  instants.set(second, text);
  return text;
}

// The same periods are listed again and again.
const instants = new Map<number, string>();

export const param = (call: Call, name: string): string => call.params[name] ?? '';

/** @throws Refusal 400 when the body is no JSON object. */
export function jsonBody(call: Call): Wire {
  try {
    const body: unknown = JSON.parse(call.body);
    if (isWire(body)) return body;
  } catch {
    // Refused below, like a body that is JSON but no object.
  }
  return refuse(400, 'Invalid JSON', 'SIM_The body is not a JSON object.');
}

export const isWire = (value: unknown): value is Wire =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** `{"id":"3003"}` → `3003`; numbers are taken as well; null for anything else. */
export function idIn(value: unknown): string | null {
  if (!isWire(value)) return null;
  if (typeof value['id'] === 'string' && value['id'] !== '') return value['id'];
  return typeof value['id'] === 'number' ? String(value['id']) : null;
}

/** `{"date_time":"…"}` → its text; null for anything else. */
export const dateTimeIn = (value: unknown): string | null =>
  isWire(value) && typeof value['date_time'] === 'string' ? value['date_time'] : null;

export const skipsApproval = (call: Call): boolean => call.query.get('skip_approval') === 'true';
