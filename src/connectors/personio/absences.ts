// Absence periods and types on the wire (personio.md section 5.7) and in our words. What is hard is the end: an
// exclusive midnight, except perhaps where the last day ends at midday (U8).

import { z } from 'zod';
import type {
  AbsenceContent,
  AbsencePeriod,
  PeriodStatus,
  TargetAbsenceType,
} from '../../core/absences/absence.ts';
import { addDays, dateOf, isMidnight, midnightOf, type LocalDate } from '../../core/time/calendar.ts';
import type { AbsenceEndReading } from '../../engine/ports.ts';
import { dateSchema, idSchema, instantSchema, refSchema, wallSchema } from './scalars.ts';

/** FIRST_HALF begins with the day, or ends at midday; SECOND_HALF begins at midday, or ends with the day; null: hours. */
const halfSchema = z.enum(['FIRST_HALF', 'SECOND_HALF']).nullish();

export const absenceSchema = z
  .object({
    id: idSchema,
    person: refSchema,
    absence_type: refSchema,
    starts_from: z.object({ date_time: wallSchema, type: halfSchema }),
    // The key itself must be there: without it the absence would look open-ended.
    ends_at: z.object({ date_time: wallSchema.nullable(), type: halfSchema }).nullable(),
    approval: z.object({ status: z.string().nullish() }).nullish(),
    created_at: instantSchema.optional(),
    updated_at: instantSchema.optional(),
  })
  .superRefine((wire, context) => {
    if (wire.ends_at === null || wire.ends_at.date_time === null) return;
    const { starts_from: start, ends_at: end } = wire;
    if (((start.type ?? null) === null) !== ((end.type ?? null) === null)) {
      context.addIssue({
        code: 'custom',
        path: ['ends_at', 'type'],
        message: 'day at one end, hours at the other',
      });
    }
    if (dateOf(wire.ends_at.date_time) < dateOf(start.date_time)) {
      context.addIssue({ code: 'custom', path: ['ends_at', 'date_time'], message: 'before the start' });
    }
  });
export type WireAbsence = z.infer<typeof absenceSchema>;

/** How an account shows the end of a last day that ends at midday, where it shows a midnight (U8). */
export type HalfDayReading = 'next-midnight' | 'same-day';

/**
 * What one absence proves by itself about the reading: `any` where it makes no difference, null where both readings
 * make sense and only the breakdown can tell.
 */
export function provenReading(wire: WireAbsence): HalfDayReading | 'any' | null {
  const end = wire.ends_at?.date_time ?? null;
  if (end === null || wire.ends_at?.type !== 'FIRST_HALF' || !isMidnight(end)) return 'any';
  const start = dateOf(wire.starts_from.date_time);
  const exclusiveLast = addDays(dateOf(end), -1);
  // It would end before it begins, or at the very midday at which it begins.
  const impossible =
    exclusiveLast < start || (exclusiveLast === start && wire.starts_from.type === 'SECOND_HALF');
  return impossible ? 'same-day' : null;
}

/** What the breakdown of an ambiguous absence says: one row per covered date, zero on free days (section 5.7). */
export function readingByDays(
  wire: WireAbsence,
  days: readonly { readonly on: LocalDate; readonly value: number }[],
): HalfDayReading | null {
  const end = dateOf(wire.ends_at?.date_time ?? '');
  const valueOn = new Map(days.map(({ on, value }) => [on, value]));
  if (valueOn.has(end)) return 'same-day';
  const before = valueOn.get(addDays(end, -1)) ?? 0;
  if (before === 0) return null;
  // A full day before: the half that must be the last is not this one.
  return before < 1 ? 'next-midnight' : 'same-day';
}

/** Throws nothing; null when under this reading the absence ends before it begins. */
export function toAbsencePeriod(wire: WireAbsence, reading: HalfDayReading): AbsencePeriod | null {
  const content = contentOf(wire, reading);
  if (content.lastOn !== null && content.lastOn < content.firstOn) return null;
  return {
    id: wire.id,
    employeeId: wire.person.id,
    content,
    status: statusOf(wire.approval?.status),
    createdAt: wire.created_at ?? null,
    updatedAt: wire.updated_at ?? null,
  };
}

function contentOf(wire: WireAbsence, reading: HalfDayReading): AbsenceContent {
  const start = wire.starts_from.date_time;
  const end = wire.ends_at?.date_time ?? null;
  const inHours = (wire.starts_from.type ?? null) === null && end !== null;
  return {
    typeId: wire.absence_type.id,
    firstOn: dateOf(start),
    lastOn: end === null ? null : lastDayOf(wire, end, reading),
    startsAtMidday: wire.starts_from.type === 'SECOND_HALF',
    endsAtMidday: end !== null && wire.ends_at?.type === 'FIRST_HALF',
    hours: inHours ? { start, end } : null,
  };
}

function lastDayOf(wire: WireAbsence, end: string, reading: HalfDayReading): LocalDate {
  // Any time but midnight lies on the last day itself.
  if (!isMidnight(end)) return dateOf(end);
  if (wire.ends_at?.type === 'FIRST_HALF') {
    const proven = provenReading(wire);
    return (proven === 'same-day' ? proven : reading) === 'same-day' ? dateOf(end) : addDays(dateOf(end), -1);
  }
  // One afternoon, shown with the midnight of its own day, makes sense in no other way.
  const { date_time: start, type } = wire.starts_from;
  return type === 'SECOND_HALF' && dateOf(end) === dateOf(start) ? dateOf(end) : addDays(dateOf(end), -1);
}

// The enum is open (U9); somebody waiting for a substitute is still waiting.
function statusOf(status: string | null | undefined): PeriodStatus {
  switch (status) {
    case 'APPROVED':
      return 'approved';
    case 'PENDING':
    case 'SUBSTITUTE_REQUESTED':
      return 'pending';
    case 'REJECTED':
      return 'rejected';
    case 'CANCELLED':
    case 'CANCELED':
      return 'cancelled';
    case 'DELETION_PENDING':
      return 'deletion-pending';
    default:
      return 'other';
  }
}

/**
 * Body of a write without the person. `reading` says how this account takes the end of a day-type absence (U7): as the
 * last day itself, or as the midnight after it. Hours go out as they are, without halves.
 */
export function fromAbsence(content: AbsenceContent, reading: AbsenceEndReading): Record<string, unknown> {
  return {
    absence_type: { id: content.typeId },
    starts_from: startOf(content),
    ends_at: endOf(content, reading),
  };
}

function startOf({ hours, firstOn, startsAtMidday }: AbsenceContent): Record<string, unknown> {
  if (hours !== null) return { date_time: hours.start };
  return { date_time: midnightOf(firstOn), type: startsAtMidday ? 'SECOND_HALF' : 'FIRST_HALF' };
}

function endOf(
  { hours, lastOn, endsAtMidday }: AbsenceContent,
  reading: AbsenceEndReading,
): Record<string, unknown> | null {
  if (hours !== null) return { date_time: hours.end };
  if (lastOn === null) return null;
  const date = reading === 'inclusive' ? lastOn : addDays(lastOn, 1);
  return { date_time: midnightOf(date), type: endsAtMidday ? 'FIRST_HALF' : 'SECOND_HALF' };
}

/** One row of a breakdown; days or hours, as the type counts. */
export const breakdownSchema = z
  .object({ date: dateSchema, effective_duration: z.object({ value: z.number().nonnegative() }) })
  .transform(({ date, effective_duration }) => ({ on: date, value: effective_duration.value }));

export const absenceTypeSchema = z
  .object({
    id: idSchema,
    name: z.string(),
    category: z.string().nullish(),
    unit: z.string().nullish(),
  })
  .transform(
    ({ id, name, category, unit }): TargetAbsenceType => ({
      id,
      name,
      category: category?.toLowerCase() ?? null,
      unit: unitOf(unit),
    }),
  );

/** A type of v1, by which entitlements name it. */
export const entitledTypeSchema = z
  .object({ id: idSchema, id_v2: z.string().min(1) })
  .transform(({ id, id_v2 }) => ({ typeId: id_v2, entitlementId: id }));

function unitOf(unit: string | null | undefined): TargetAbsenceType['unit'] {
  switch (unit?.toUpperCase()) {
    case 'DAY':
    case 'DAILY':
      return 'days';
    case 'HOUR':
    case 'HOURLY':
      return 'hours';
    default:
      return undefined;
  }
}
