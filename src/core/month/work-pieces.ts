// Stretches of work as pieces of local days. Where stretches of one day touch they count as one: whether both sides cut
// a morning at the same place concerns nobody's pay. Breaks, projects and comments do not count.

import type { AttendanceContent } from '../attendance/attendance.ts';
import { groupBy } from '../people/names.ts';
import { contentText } from '../report/contents.ts';
import {
  type LocalDate,
  type WallTime,
  addDays,
  cutToMinute,
  dateOf,
  datesFrom,
  earlierOf,
  laterOf,
  midnightOf,
  wallMinutesBetween,
} from '../time/calendar.ts';
import type { Days, Piece } from './month.ts';

/** A stretch on one local day; `end` is the next midnight where it reaches that, and null while it is open. */
export interface Stretch {
  readonly on: LocalDate;
  readonly start: WallTime;
  readonly end: WallTime | null;
}

/** Contents in any order; what lies outside of `days` is cut off. */
export function workPieces(contents: readonly AttendanceContent[], days: Days): Piece[] {
  const stretches = stretchesOf(contents, days);
  return [...groupBy(stretches, ({ on }) => on).values()].flatMap((ofDay) =>
    joinTouching(ofDay).map(toPiece),
  );
}

/** Stretches of work, cut at every midnight. */
export function stretchesOf(contents: readonly AttendanceContent[], days: Days): Stretch[] {
  return contents.filter(({ kind }) => kind === 'WORK').flatMap((content) => cutAtMidnights(content, days));
}

function cutAtMidnights(content: AttendanceContent, days: Days): Stretch[] {
  const start = cutToMinute(content.start);
  const first = laterOf(dateOf(start), days.from);
  if (content.end === null)
    return first === dateOf(start) && first <= days.to ? [{ on: first, start, end: null }] : [];
  const end = cutToMinute(content.end);
  return datesFrom(first, earlierOf(dateOf(end), days.to)).flatMap((on) => {
    const from = laterOf(start, midnightOf(on));
    const to = earlierOf(end, midnightOf(addDays(on, 1)));
    return from < to ? [{ on, start: from, end: to }] : [];
  });
}

/** Overlapping stretches stay apart: what stands twice is counted twice. */
function joinTouching(stretches: readonly Stretch[]): Stretch[] {
  const joined: Stretch[] = [];
  for (const stretch of inOrder(stretches)) {
    const before = joined.findIndex(({ end }) => end === stretch.start);
    const found = joined[before];
    if (found === undefined) joined.push(stretch);
    else joined[before] = { ...found, end: stretch.end };
  }
  return joined;
}

export const inOrder = (stretches: readonly Stretch[]): Stretch[] =>
  [...stretches].sort((a, b) => (`${a.start} ${a.end}` < `${b.start} ${b.end}` ? -1 : 1));

/** An open stretch counts no minutes: nobody knows yet how many. */
export function toPiece({ on, start, end }: Stretch): Piece {
  const text = contentText('attendances', { kind: 'WORK', start, end }) ?? '';
  const minutes = end === null ? 0 : wallMinutesBetween(start, end);
  return { part: 'attendances', on, mark: text, type: null, minutes, days: 0, text };
}
