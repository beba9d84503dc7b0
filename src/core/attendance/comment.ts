// A comment is somebody's own words: Tandem sends it, and remembers only a mark of it (rule 0.2). Two comments are the
// same exactly where their marks are.

import { markOf } from '../sync/fingerprint.ts';
import type { AttendanceContent } from './attendance.ts';

/** No comment and an empty one have no mark. */
export const markOfComment = (comment: string | null): string | null =>
  comment === null || comment === '' ? null : markOf(comment);

/** An empty one stays empty: it was ours to say that there is none. */
export const withMarkedComment = (content: AttendanceContent): AttendanceContent =>
  content.comment === null ? content : { ...content, comment: markOfComment(content.comment) ?? '' };

/** The same for contents of any part, on their way into what is kept of a run. */
export function withoutWords(content: unknown): unknown {
  const comment = (content as { comment?: unknown } | null)?.comment;
  return typeof comment === 'string' ? withMarkedComment(content as AttendanceContent) : content;
}
