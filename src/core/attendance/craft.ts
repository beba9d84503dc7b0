// How attendance periods are compared, and how far one can be changed into another at the target.

import type { Craft } from '../sync/desk.ts';
import { addDays, dateOf, earlierOf, isMidnight, laterOf, wallMinutesBetween } from '../time/calendar.ts';
import type { AttendanceContent } from './attendance.ts';
import { markOf, withMarkedComment } from './comment.ts';

/** `project` and `comment` count only where Tandem writes them (rule 3.9: only fields that we wrote count). */
export function attendanceCraft(writes: { projects: boolean; notes: boolean }): Craft<AttendanceContent> {
  const samePlace = (a: AttendanceContent, b: AttendanceContent): boolean =>
    a.kind === b.kind &&
    sameMinute(a.start, b.start) &&
    (a.end === null ? b.end === null : b.end !== null && sameMinute(a.end, b.end));
  const equal = (a: AttendanceContent, b: AttendanceContent): boolean =>
    samePlace(a, b) &&
    (!writes.projects || a.projectId === b.projectId) &&
    (!writes.notes || markOf(a.comment) === markOf(b.comment));
  return {
    equal,
    remembered: withMarkedComment,
    // Comment and approval do not count, and a project only if ours is mapped (rule 3.8).
    alike: (ours, theirs) =>
      samePlace(ours, theirs) &&
      (!writes.projects || ours.projectId === null || ours.projectId === theirs.projectId),
    agreeUpTo: (a, b, date) => {
      const [first, second] = [a, b].map((side) =>
        side !== null && dateOf(side.start) <= date ? side : null,
      );
      if (!first || !second) return !first && !second;
      return equal(first, second);
    },
    overlap: (a, b) => a.start < (b.end ?? forEver) && b.start < (a.end ?? forEver),
    canUpdate: (from, to) => from.kind === to.kind,
    span: (content) => {
      const end = content.end === null ? null : dateOf(content.end);
      const lastDay =
        content.end !== null && isMidnight(content.end) && end !== null ? addDays(end, -1) : end;
      return { from: dateOf(content.start), to: lastDay };
    },
    likeness: (a, b) => {
      if (a.kind !== b.kind || a.end === null || b.end === null) return 0;
      return Math.max(0, wallMinutesBetween(laterOf(a.start, b.start), earlierOf(a.end, b.end)));
    },
  };
}

const forEver = '9999-12-31T00:00:00';
const sameMinute = (a: string, b: string): boolean => a === b || a.slice(0, 16) === b.slice(0, 16);
