import type { TimeEntry } from '../../src/core/attendance/attendance.ts';

/** Ordinary work in Berlin, but for what is said otherwise. */
export const timeEntry = (
  said: Pick<TimeEntry, 'id' | 'userId' | 'start' | 'end'> & Partial<TimeEntry>,
): TimeEntry => ({
  startZone: 'Europe/Berlin',
  startOffset: null,
  endZone: 'Europe/Berlin',
  endOffset: null,
  kind: 'work',
  taskId: '4',
  notes: null,
  absenceId: null,
  approved: undefined,
  ...said,
});
