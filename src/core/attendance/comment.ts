// A comment is somebody's own words: Tandem sends it, and remembers only a mark of it (rule 0.2). Two comments are the
// same exactly where their marks are.

import { hashOf } from '../sync/fingerprint.ts';
import type { AttendanceContent } from './attendance.ts';

const mark = /^#[0-9a-f]{32}$/;

/** The mark of a comment; marks, and what is no comment, stay what they are. */
export function markOf(comment: string | null): string | null {
  if (comment === null || comment === '') return null;
  return mark.test(comment) ? comment : `#${hashOf(comment)}`;
}

export const withMarkedComment = (content: AttendanceContent): AttendanceContent =>
  content.comment === null ? content : { ...content, comment: markOf(content.comment) };

/** The same for contents of any part, on their way into what is kept. */
export function withoutWords(content: unknown): unknown {
  const comment = (content as { comment?: unknown } | null)?.comment;
  return typeof comment === 'string' ? withMarkedComment(content as AttendanceContent) : content;
}
