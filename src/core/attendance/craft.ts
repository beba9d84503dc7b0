// How attendance periods are compared, and how far one can be changed into another at the target.

import type { Craft } from '../sync/desk.ts';
import { markOf } from '../sync/fingerprint.ts';
import {
  addDays,
  cutToMinute,
  dateOf,
  earlierOf,
  isMidnight,
  laterOf,
  midnightOf,
  wallMinutesBetween,
} from '../time/calendar.ts';
import type { AttendanceContent } from './attendance.ts';
import { markOfComment, withMarkedComment } from './comment.ts';

/** `project` and `comment` count only where Tandem writes them (rule 3.9: only fields that we wrote count). */
export function attendanceCraft(writes: { projects: boolean; notes: boolean }): Craft<AttendanceContent> {
  const equal = (a: AttendanceContent, b: AttendanceContent): boolean =>
    samePlace(a, b) &&
    (!writes.projects || sameProject(a.projectId, b.projectId)) &&
    (!writes.notes || markOfComment(a.comment) === markOfComment(b.comment));
  const agree = (
    a: AttendanceContent | null,
    b: AttendanceContent | null,
    counts: (content: AttendanceContent) => boolean,
  ): boolean => {
    const [first, second] = [a, b].map((side) => (side !== null && counts(side) ? side : null));
    return first && second ? equal(first, second) : !first && !second;
  };
  return {
    equal,
    remembered: withMarkedComment,
    folded: fold,
    unfolded: (agreed, candidates) => (agreed.folded === undefined ? agreed : unfold(agreed, candidates)),
    learns: () => false,
    // Comment and approval do not count, and a project only if ours is mapped (rule 3.8).
    alike: (ours, theirs) =>
      samePlace(ours, theirs) &&
      (!writes.projects || ours.projectId === null || sameProject(ours.projectId, theirs.projectId)),
    onlyAdded: (agreed, now) =>
      samePlace(agreed, now) &&
      (!writes.projects || agreed.projectId === null || sameProject(agreed.projectId, now.projectId)) &&
      (!writes.notes ||
        agreed.comment === null ||
        markOfComment(agreed.comment) === markOfComment(now.comment)),
    afterwards: (before, to) => ({
      ...to,
      projectId: writes.projects ? to.projectId : before.projectId,
      comment: writes.notes ? to.comment : before.comment,
    }),
    agreeUpTo: (a, b, date) => agree(a, b, ({ start }) => dateOf(start) <= date),
    agreeAfter: (a, b, date) => agree(a, b, ({ start }) => dateOf(start) > date),
    overlap: (a, b) => a.start < (b.end ?? forEver) && b.start < (a.end ?? forEver),
    within: (inner, outer) => inner.start >= outer.start && (inner.end ?? forEver) <= (outer.end ?? forEver),
    // Personio may refuse a break that stands alone (vendors/personio.md, U26).
    leans: ({ kind }) => kind === 'BREAK',
    canUpdate: (from, to) => from.folded === undefined && from.kind === to.kind,
    span: (content) => {
      const end = content.end === null ? null : dateOf(content.end);
      const lastDay =
        content.end !== null && isMidnight(content.end) && end !== null ? addDays(end, -1) : end;
      return { from: dateOf(content.start), to: lastDay };
    },
    likeness: (a, b) => {
      // May be the same, for all that is known: whatever is known to be comes first.
      if (a.folded !== undefined || b.folded !== undefined)
        return dateOf(a.start) === dateOf(b.start) ? 0.5 : 0;
      if (a.kind !== b.kind || a.end === null || b.end === null) return 0;
      return Math.max(0, wallMinutesBetween(laterOf(a.start, b.start), earlierOf(a.end, b.end)));
    },
  };
}

const forEver = '9999-12-31T00:00:00';

/** Kind and times, or their mark. */
function samePlace(a: AttendanceContent, b: AttendanceContent): boolean {
  if (a.folded !== undefined || b.folded !== undefined) return placeMark(a) === placeMark(b);
  return (
    a.kind === b.kind &&
    sameMinute(a.start, b.start) &&
    (a.end === null ? b.end === null : b.end !== null && sameMinute(a.end, b.end))
  );
}

const sameMinute = (a: string, b: string): boolean => a === b || a.slice(0, 16) === b.slice(0, 16);
const sameProject = (a: string | null, b: string | null): boolean =>
  a === b || (a !== null && b !== null && markOf(a) === markOf(b));

const placeMark = ({ kind, start, end, folded }: AttendanceContent): string =>
  folded ?? markOf(`${kind} ${start.slice(0, 16)} ${end?.slice(0, 16) ?? ''}`);

/** Somewhere on its day: that is all that is known of kind and times. */
function fold(content: AttendanceContent): AttendanceContent {
  const { start, projectId, comment } = content;
  const day = dateOf(start);
  return {
    kind: 'WORK',
    start: midnightOf(day),
    end: midnightOf(addDays(day, 1)),
    projectId: projectId === null ? null : markOf(projectId),
    comment: markOfComment(comment),
    folded: placeMark(content),
  };
}

function unfold(agreed: AttendanceContent, candidates: readonly AttendanceContent[]): AttendanceContent {
  const { comment } = agreed;
  const projects = candidates.map((candidate) => candidate.projectId);
  const projectId = projects.find((id) => sameProject(id, agreed.projectId)) ?? agreed.projectId;
  const place = candidates.find((candidate) => samePlace(candidate, agreed));
  if (place === undefined) return { ...agreed, projectId };
  const end = place.end === null ? null : cutToMinute(place.end);
  return { kind: place.kind, start: cutToMinute(place.start), end, projectId, comment };
}
