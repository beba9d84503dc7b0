// Shapes that several routes share. Instants are ISO texts in UTC, dates are `YYYY-MM-DD`.

import { z } from 'zod';

export const bilingual = z.object({ en: z.string(), de: z.string() });
export const language = z.enum(['en', 'de']);
export const part = z.enum(['employees', 'absences', 'attendances']);
export const side = z.enum(['personio', 'timetac']);
export const instant = z.iso.datetime();
export const date = z.iso.date();
export const nothing = z.null();

/** Refers to itself: the OpenAPI document can say so only where it has a name. */
export const json = z.json();
z.globalRegistry.add(json, { id: 'Json', description: 'Any JSON value.' });

/** Of a member of one integration; operators are members of all. */
export const role = z.enum(['admin', 'viewer', 'customer']);
export const anyRole = z.enum(['operator', 'admin', 'viewer', 'customer']);

export const mistake = z.object({
  /** `users.defaults.department`; empty for the whole form. */
  path: z.string(),
  message: bilingual,
  hint: bilingual.nullable(),
});

/** Every refusal of this API, as `application/problem+json`. */
export const problem = z.object({
  /** For programs; never changes its meaning. */
  code: z.string(),
  message: bilingual,
  hint: bilingual.nullable(),
  /** By field of the body, where single fields are wrong. */
  fields: z.array(mistake),
  /** Somebody else changed these meanwhile (`changed-meanwhile`). */
  conflicts: z.array(z.object({ path: z.string(), current: json, by: z.string(), at: instant })).optional(),
  /** How long to wait before asking again. */
  retryAfterSeconds: z.number().optional(),
});
export type Problem = z.output<typeof problem>;

export const counts = z.object({
  created: z.number(),
  updated: z.number(),
  deleted: z.number(),
  adopted: z.number(),
  unchanged: z.number(),
  held: z.number(),
  failed: z.number(),
});
export const partCounts = z.object({ employees: counts, absences: counts, attendances: counts });

export const employeeRef = z
  .object({
    personioId: z.string().nullable(),
    timetacId: z.number().nullable(),
    name: z.string().nullable(),
  })
  .nullable();

export const checkLine = z.object({
  class: z.enum(['ok', 'hint', 'optional', 'name', 'access']),
  side,
  about: z.string(),
  message: bilingual,
  action: bilingual.nullable(),
});

export const progress = z.object({
  phase: z.enum(['waiting', 'reading', 'planning', 'writing', 'verifying']),
  part: part.nullable(),
  done: z.number(),
  total: z.number().nullable(),
});
