// Attendance periods on the wire (personio.md section 5.5) and in our words.

import { z } from 'zod';
import type { AttendanceContent, AttendancePeriod } from '../../core/attendance/attendance.ts';
import { dateSchema, idSchema, instantSchema, refSchema, wallSchema } from './scalars.ts';

/**
 * A period as Personio shows it. Fields we do not use may be missing or anything. A `type` that this version does not
 * know makes the read fail: neither WORK nor BREAK may be assumed, and leaving the row out would hide what is in the way.
 */
export const attendanceSchema = z
  .object({
    id: idSchema,
    type: z.enum(['WORK', 'BREAK']),
    person: refSchema,
    approval: z.object({ status: z.string().nullish() }).nullish(),
    start: z.object({ date_time: wallSchema }),
    // Open is null or absent as a whole (section 5.5); an end without its time is one that cannot be read.
    end: z.object({ date_time: wallSchema.nullable() }).nullish(),
    attribution_date: dateSchema,
    comment: z.string().nullish(),
    project: z.object({ id: idSchema.nullable() }).nullish(),
    is_auto_generated: z.boolean().nullish(),
    created_at: instantSchema.optional(),
    updated_at: instantSchema.optional(),
  })
  .transform(
    (wire): AttendancePeriod => ({
      id: wire.id,
      employeeId: wire.person.id,
      on: wire.attribution_date,
      content: {
        kind: wire.type,
        start: wire.start.date_time,
        end: wire.end?.date_time ?? null,
        projectId: wire.project?.id ?? null,
        comment: wire.comment === '' ? null : (wire.comment ?? null),
      },
      status: statusOf(wire.approval?.status),
      automatic: wire.is_auto_generated === true,
      createdAt: wire.created_at ?? null,
      updatedAt: wire.updated_at ?? null,
    }),
  );

function statusOf(status: string | null | undefined): AttendancePeriod['status'] {
  switch (status) {
    case 'CONFIRMED':
      return 'confirmed';
    case 'PENDING':
      return 'pending';
    case 'REJECTED':
      return 'rejected';
    default:
      return 'other';
  }
}

/** Body of a create. Times go out as they are: local, without a zone (section 3). */
export function fromNewAttendance(employeeId: string, content: AttendanceContent): Record<string, unknown> {
  const { projectId, comment } = content;
  return {
    person: { id: employeeId },
    ...timesOf(content),
    ...(projectId === null ? {} : { project: { id: projectId } }),
    ...(comment === null || comment === '' ? {} : { comment }),
  };
}

/**
 * Body of a change. A project that is gone is taken away; a comment is only sent where there is one to send (`''`
 * empties it), so that with notes switched off a comment of a person stays; so does a project where none is mapped.
 */
export function fromChangedAttendance(
  content: AttendanceContent,
  { projects }: { readonly projects: boolean },
): Record<string, unknown> {
  const { projectId, comment } = content;
  return {
    ...timesOf(content),
    ...(projects ? { project: projectId === null ? null : { id: projectId } } : {}),
    ...(comment === null ? {} : { comment }),
  };
}

const timesOf = ({ kind, start, end }: AttendanceContent): Record<string, unknown> => ({
  type: kind,
  start: { date_time: start },
  end: end === null ? null : { date_time: end },
});
