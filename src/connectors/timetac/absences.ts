// Absences, their days and their types on the wire (timetac.md sections 5.5 to 5.7) and in our words.

import { z } from 'zod';
import type { Absence, AbsenceDay, AbsenceStatus } from '../../core/absences/absence.ts';
import {
  clockOrNullSchema,
  dateSchema,
  idSchema,
  numberOf,
  numberOrNullSchema,
  numberSchema,
  referenceSchema,
  textOrNullSchema,
  unitSchema,
} from './scalars.ts';

/** A subtype of 0 is a subtype: vacation is `1:0`. */
const subtypeSchema = z.unknown().transform((value, context): string => {
  const number = value === null || value === '' ? 0 : numberOf(value);
  if (number !== undefined && Number.isSafeInteger(number) && number >= 0) return String(number);
  context.addIssue({ code: 'custom', message: 'expected a subtype' });
  return z.NEVER;
});

export const absenceSchema = z
  .object({
    id: idSchema,
    user_id: idSchema,
    type_id: idSchema,
    subtype_id: subtypeSchema,
    status: z.unknown().transform(statusOf),
    from_date: dateSchema,
    to_date: dateSchema,
    duration_unit: unitSchema,
    duration: numberOrNullSchema.optional(),
    request_partial_begin_duration: numberOrNullSchema.optional(),
    request_partial_end_duration: numberOrNullSchema.optional(),
    begin: clockOrNullSchema.optional(),
  })
  .refine((wire) => wire.from_date <= wire.to_date, { path: ['to_date'], message: 'before from_date' })
  .transform(
    (wire): Absence => ({
      id: wire.id,
      userId: wire.user_id,
      typeKey: `${wire.type_id}:${wire.subtype_id}`,
      status: wire.status,
      from: wire.from_date,
      to: wire.to_date,
      unit: wire.duration_unit,
      duration: wire.duration ?? null,
      // By their names; which of the two means which day is not settled (T4), so they only serve where no days do.
      firstDayShare: shareOf(wire.request_partial_begin_duration, wire.duration_unit),
      lastDayShare: shareOf(wire.request_partial_end_duration, wire.duration_unit),
      beginsAt: wire.begin ?? null,
    }),
  );

function statusOf(value: unknown): AbsenceStatus {
  switch (numberOf(value)) {
    case 0:
      return 'open';
    case 1:
      return 'granted';
    case 2:
      return 'declined';
    case 3:
      return 'cancelled';
    case 5:
      return 'waiting';
    default:
      return 'unknown';
  }
}

/** Hours, and figures that are no share of a day, say nothing about halves. */
function shareOf(value: number | null | undefined, unit: 'days' | 'hours'): number | null {
  const isShare = unit === 'days' && value !== null && value !== undefined && value > 0 && value <= 1;
  return isShare ? value : null;
}

export const absenceDaySchema = z
  .object({
    id: idSchema,
    user_id: idSchema,
    date: dateSchema,
    // An unknown word is some kind of leave; only the public holiday is told apart.
    type: z.string().min(1),
    value: numberSchema,
    value_unit: unitSchema,
    // A public holiday has none to tell.
    request_id: referenceSchema.optional(),
    begin: clockOrNullSchema.optional(),
  })
  .refine((wire) => wire.type === 'public_holiday' || (wire.request_id ?? null) !== null, {
    path: ['request_id'],
    message: 'a day of leave without its absence',
  })
  .transform(
    (wire): AbsenceDay => ({
      id: wire.id,
      absenceId: wire.request_id ?? null,
      userId: wire.user_id,
      on: wire.date,
      publicHoliday: wire.type === 'public_holiday',
      value: wire.value,
      unit: wire.value_unit,
      beginsAt: wire.begin ?? null,
    }),
  );

/** Absences name their type by (type, subtype), not by the id of this row (section 5.7). */
export const absenceTypeSchema = z
  .object({
    id: idSchema,
    absence_type_id: idSchema,
    absence_subtype_id: subtypeSchema,
    name_const: textOrNullSchema.optional(),
    name: textOrNullSchema.optional(),
    duration_unit: unitSchema,
  })
  .transform((wire) => ({
    key: `${wire.absence_type_id}:${wire.absence_subtype_id}`,
    nameKey: wire.name_const ?? null,
    name: wire.name ?? null,
    unit: wire.duration_unit,
  }));

export const translationSchema = z
  .object({ translation_key: z.string(), value: textOrNullSchema })
  .transform((wire) => ({ key: wire.translation_key, value: wire.value }));
