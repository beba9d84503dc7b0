// TimeTac's side of the hours: what the rules make of one employee's rows, day by day.

import type { TimeEntry } from '../attendance/attendance.ts';
import { type AttendanceRules, type DayProblem, datesOfEntry, deriveDay } from '../attendance/derive.ts';
import { contentText } from '../report/contents.ts';
import { type LocalDate, isInWindow } from '../time/calendar.ts';
import type { Days, Piece, Reason } from './month.ts';
import { type Stretch, inOrder, stretchesOf, toPiece, workPieces } from './work-pieces.ts';

export interface Expected {
  readonly pieces: readonly Piece[];
  /** Why something of it cannot go out. */
  readonly reasons: readonly Reason[];
}

/**
 * Rows that still run or wait for approval are not expected yet. A day whose rows contradict each other does not go out;
 * its hours count all the same (each minute once; a row that cannot be true counts nothing), so that it shows.
 */
export function expectedWork(entries: readonly TimeEntry[], rules: AttendanceRules, days: Days): Expected {
  const pieces: Piece[] = [];
  const reasons: Reason[] = [];
  for (const [on, rows] of rowsByDay(entries, days)) {
    const { periods, problem } = deriveDay(on, rows, rules);
    if (problem === null)
      pieces.push(
        ...workPieces(
          periods.map(({ content }) => content),
          { from: on, to: on },
        ),
      );
    else {
      pieces.push(...contradictingPieces(on, rows, rules));
      reasons.push({ code: problem.code, part: 'attendances', from: on, to: on });
    }
  }
  return { pieces, reasons };
}

function rowsByDay(entries: readonly TimeEntry[], days: Days): Map<LocalDate, TimeEntry[]> {
  const byDay = new Map<LocalDate, TimeEntry[]>();
  for (const entry of entries)
    for (const on of datesOfEntry(entry)) {
      if (!isInWindow(on, days)) continue;
      const rows = byDay.get(on);
      if (rows === undefined) byDay.set(on, [entry]);
      else rows.push(entry);
    }
  return byDay;
}

/** Every row by itself; the marks are like nothing that could stand in Personio. */
function contradictingPieces(on: LocalDate, rows: readonly TimeEntry[], rules: AttendanceRules): Piece[] {
  const alone = rows.map((row) => deriveDay(on, [row], rules));
  const contents = alone.flatMap(({ periods }) => periods.map(({ content }) => content));
  const problems = alone.flatMap(({ problem }) => (problem === null ? [] : [problem]));
  return [
    ...withoutOverlaps(stretchesOf(contents, { from: on, to: on })).map(toPiece),
    ...problems.map((problem) => impossiblePiece(on, problem)),
  ].map((piece) => ({ ...piece, mark: `contradicting ${piece.mark}` }));
}

function withoutOverlaps(stretches: readonly Stretch[]): Stretch[] {
  const joined: Stretch[] = [];
  for (const stretch of inOrder(stretches)) {
    const last = joined.at(-1);
    if (last === undefined || (last.end ?? '') < stretch.start) joined.push(stretch);
    else if ((last.end ?? '') < (stretch.end ?? ''))
      joined[joined.length - 1] = { ...last, end: stretch.end };
  }
  return joined;
}

function impossiblePiece(on: LocalDate, { first }: DayProblem): Piece {
  const text = contentText('attendances', { kind: 'WORK', start: first.start, end: first.end }) ?? '';
  return { part: 'attendances', on, mark: text, type: null, minutes: 0, days: 0, text };
}
