// Parsing at the door: JSON to a value that its schema vouches for, or a reason that names the place and never the value.

import type { z } from 'zod';

export type Parsed<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly reason: string };

/** Checks a value; the reason is like `_data.3.start.date_time: Invalid input: expected string`. */
export function parseWith<T>(schema: z.ZodType<T>, value: unknown): Parsed<T> {
  const result = schema.safeParse(value);
  if (result.success) return { ok: true, value: result.data };
  const issue = result.error.issues[0];
  const place = issue === undefined || issue.path.length === 0 ? 'answer' : issue.path.map(String).join('.');
  return { ok: false, reason: `${place}: ${issue?.message ?? 'not understood'}` };
}

/**
 * JSON, or undefined when the text is none. `null` is JSON. What no database stores as text, NUL and half a character (a
 * note that was cut inside an emoji), is replaced by U+FFFD, as Unicode prescribes: one such note must not end a run.
 */
export function jsonOf(text: string): unknown {
  try {
    // In valid JSON both can only stand as escapes, so nearly every answer is spared the look at each value.
    return JSON.parse(text, unstorableEscape.test(text) ? storable : undefined) as unknown;
  } catch {
    return undefined;
  }
}

const unstorableEscape = /\\u(0000|d[89a-f])/i;
// oxlint-disable-next-line no-control-regex -- NUL is exactly what has to go
const unstorable = /\u0000|\p{Surrogate}/gu;

const storable = (_key: string, value: unknown): unknown =>
  typeof value === 'string' ? value.replace(unstorable, '\ufffd') : value;

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The own property of an unknown value, undefined when it is no object or has none. */
export function field(value: unknown, name: string): unknown {
  return isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;
}

/** Cuts a list into pieces of at most `size`. */
export function chunksOf<T>(list: readonly T[], size: number): T[][] {
  const chunks: T[][] = [];
  for (let at = 0; at < list.length; at += size) chunks.push(list.slice(at, at + size));
  return chunks;
}
