// Time trackings on the wire (timetac.md section 5.8) and in our words. Attendance, breaks and the shadows of absences
// are the same resource; the flags that tell them apart must be there, or an absence would go out as hours worked.

import { z } from 'zod';
import type { TimeEntry } from '../../core/attendance/attendance.ts';
import {
  booleanOf,
  booleanSchema,
  idSchema,
  numberOf,
  offsetOf,
  referenceSchema,
  textOrNullSchema,
  wallOrNullSchema,
  wallSchema,
  zoneOrNullSchema,
} from './scalars.ts';

export const timeEntrySchema = z
  .object({
    id: idSchema,
    user_id: idSchema,
    task_id: idSchema,
    start_time: wallSchema,
    start_time_timezone: zoneOrNullSchema,
    start_time_offset: z.unknown().transform(offsetOf).optional(),
    end_time: wallOrNullSchema.optional(),
    end_time_timezone: zoneOrNullSchema.optional(),
    end_time_offset: z.unknown().transform(offsetOf).optional(),
    status: z.unknown().optional(),
    is_nonworking: booleanSchema,
    is_paid_non_working: booleanSchema,
    notes: textOrNullSchema.optional(),
    absence_request_id: referenceSchema,
    approved_by_admin: z.unknown().transform(booleanOf).optional(),
  })
  .superRefine((wire, context) => {
    const ended = (wire.end_time ?? null) !== null;
    // status 2 is "stopped": such a row has an end, and if we do not see it we do not know it.
    if (!ended && numberOf(wire.status) === 2) {
      context.addIssue({ code: 'custom', path: ['end_time'], message: 'missing on a stopped entry' });
    }
    if (wire.start_time_timezone === null) {
      context.addIssue({ code: 'custom', path: ['start_time_timezone'], message: 'missing' });
    }
    if (ended && (wire.end_time_timezone ?? null) === null) {
      context.addIssue({ code: 'custom', path: ['end_time_timezone'], message: 'missing' });
    }
  })
  .transform((wire): TimeEntry => {
    const startZone = wire.start_time_timezone ?? '';
    return {
      id: wire.id,
      userId: wire.user_id,
      start: wire.start_time,
      startZone,
      startOffset: wire.start_time_offset ?? null,
      end: wire.end_time ?? null,
      endZone: wire.end_time_timezone ?? startZone,
      endOffset: wire.end_time_offset ?? null,
      kind: kindOf(wire.is_nonworking, wire.is_paid_non_working),
      taskId: wire.task_id,
      notes: wire.notes ?? null,
      absenceId: wire.absence_request_id,
      approved: wire.approved_by_admin,
    };
  });

// A task is at most one of both (section 5.10); where a row carries both, it is paid.
function kindOf(nonWorking: boolean, paidNonWorking: boolean): TimeEntry['kind'] {
  if (paidNonWorking) return 'paid-break';
  return nonWorking ? 'break' : 'work';
}
