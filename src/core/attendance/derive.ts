// From rows to periods: what one employee's local day looks like at the target (rules 3.1–3.6).
// The way of one row: zone → pieces per local day → cut to the minute → checked → merged → named.

import {
  type Instant,
  type LocalDate,
  type WallTime,
  addDays,
  cutToMinute,
  dateOf,
  dayMs,
  daysBetween,
  earlierOf,
  instantOf,
  laterOf,
  midnightOf,
  minuteMs,
  wallMinutesBetween,
  wallOf,
} from '../time/calendar.ts';
import type { AttendanceContent, PeriodKind, TimeEntry } from './attendance.ts';

export interface AttendanceRules {
  readonly granularity: 'merged' | 'entries';
  readonly paidBreaks: 'work' | 'break';
  readonly approvedOnly: boolean;
  /** Export notes as comments. */
  readonly notes: boolean;
  /** Task id → project id at the target. */
  readonly projects: ReadonlyMap<string, string>;
  /** What a person wants left alone becomes part of nothing else (rules 3.9, 4.7). */
  readonly isLeftAlone?: (period: DerivedPeriod) => boolean;
}

/** Rules for what is counted rather than exported: comments and projects count in nobody's hours. */
export const countingRules = ({
  granularity,
  paidBreaks,
  approvedOnly,
}: Omit<AttendanceRules, 'notes' | 'projects'>): AttendanceRules => ({
  granularity,
  paidBreaks,
  approvedOnly,
  notes: false,
  projects: new Map(),
});

export interface DerivedPeriod {
  /** `entry@date`: the earliest entry it comes from. */
  readonly key: string;
  readonly content: AttendanceContent;
}

/** Why a whole day cannot be derived. */
export interface DayProblem {
  readonly code: 'entries-overlap' | 'entry-too-long' | 'dst-ambiguous' | 'zone-overlap';
  readonly entryIds: readonly string[];
  readonly first: {
    readonly start: WallTime;
    readonly end: WallTime;
    readonly startAt: Instant;
    readonly endAt: Instant;
  };
  readonly second: DayProblem['first'] | null;
}

export interface DerivedDay {
  readonly periods: readonly DerivedPeriod[];
  readonly problem: DayProblem | null;
  /** Entries that still run. */
  readonly open: readonly string[];
  /** Entries that wait for approval (only with `approvedOnly`). */
  readonly unapproved: readonly string[];
  /** Minutes worked minus minutes on the wall, where a clock change lies between; 0 elsewhere. */
  readonly clockDifferenceMinutes: number;
}

/** Longest comment that the target takes (vendors/personio.md 5.5). */
export const commentMaxLength = 1000;

/** A broken row may claim years; this is enough to mark every day that its neighbours could share with it. */
const mostDays = 40;

/** The local dates that an entry touches, each of which it makes dirty. */
export function datesOfEntry(entry: TimeEntry): LocalDate[] {
  const first = dateOf(entry.start);
  if (entry.end === null) return [first];
  const end = endOnStartWall(entry);
  const last = end.endsWith('T00:00:00') && dateOf(end) > first ? addDays(dateOf(end), -1) : dateOf(end);
  const dates: LocalDate[] = [];
  for (let date = first; date <= last && dates.length < mostDays; date = addDays(date, 1)) dates.push(date);
  return dates.length === 0 ? [first] : dates;
}

/** Derives the periods of one local day from all entries of the employee that touch it, in whatever order they come. */
export function deriveDay(
  date: LocalDate,
  entries: readonly TimeEntry[],
  rules: AttendanceRules,
): DerivedDay {
  const [open, unapproved]: [string[], string[]] = [[], []];
  const timed: Timed[] = [];
  for (const entry of inOrder(attendedOn(date, entries), byStart))
    if (entry.end === null) open.push(entry.id);
    else if (rules.approvedOnly && entry.approved !== true) unapproved.push(entry.id);
    else timed.push(timedOf(entry));
  const without = (problem: DayProblem): DerivedDay => ({
    periods: [],
    problem,
    open,
    unapproved,
    clockDifferenceMinutes: 0,
  });
  const long = timed.find(({ startAt, endAt }) => endAt - startAt > dayMs);
  if (long !== undefined) return without(tooLong(long));

  const midnight = midnightOf(date);
  const nextMidnight = midnightOf(addDays(date, 1));
  const pieces: Piece[] = [];
  for (const entry of timed) {
    const piece = pieceOf(entry, midnight, nextMidnight, rules);
    if (piece.start !== piece.end || piece.startAt !== piece.endAt) pieces.push(piece);
  }
  const ordered = inOrder(pieces, byTime);
  const problem = findProblem(ordered);
  if (problem !== null) return without(problem);

  const isLeftAlone = (piece: Piece): boolean => rules.isLeftAlone?.(toPeriod(piece, date, rules)) ?? false;
  const periods = rules.granularity === 'merged' ? mergeTouching(ordered, isLeftAlone) : ordered;
  return {
    periods: periods.map((piece) => toPeriod(piece, date, rules)),
    problem: null,
    open,
    unapproved,
    clockDifferenceMinutes: periods.reduce((sum, piece) => sum + clockDifference(piece), 0),
  };
}

const attendedOn = (date: LocalDate, entries: readonly TimeEntry[]): readonly TimeEntry[] => {
  const counts = (entry: TimeEntry): boolean => entry.absenceId === null && touches(entry, date);
  return entries.every(counts) ? entries : entries.filter(counts);
};

const byStart = (a: TimeEntry, b: TimeEntry): number =>
  compareTexts(a.start, b.start) || compareIds(a.id, b.id);
const byTime = (a: Piece, b: Piece): number =>
  a.startAt - b.startAt || a.endAt - b.endAt || compareIds(a.entryId, b.entryId);

/** A list that is in order already, as nearly all are, is not sorted again. */
function inOrder<T>(list: readonly T[], compare: (a: T, b: T) => number): readonly T[] {
  for (let index = 1; index < list.length; index++)
    if (compare(list[index - 1] as T, list[index] as T) > 0) return [...list].sort(compare);
  return list;
}

/** The same days as `datesOfEntry` names, without listing them. */
function touches(entry: TimeEntry, date: LocalDate): boolean {
  const first = dateOf(entry.start);
  if (date <= first || entry.end === null) return date === first;
  const end = endOnStartWall(entry);
  return end > midnightOf(date) && daysBetween(first, date) < mostDays;
}

/** The part of an entry that lies on one local day, in the zone where the entry began (rule 3.4). */
interface Piece {
  readonly entryId: string;
  readonly kind: PeriodKind;
  readonly projectId: string | null;
  readonly notes: readonly string[];
  readonly zone: string;
  readonly start: WallTime;
  readonly end: WallTime;
  readonly startAt: Instant;
  readonly endAt: Instant;
}

/** An entry with the instants it means, and its end as the clock at its begin shows it. */
interface Timed {
  readonly entry: TimeEntry;
  readonly startAt: Instant;
  readonly endAt: Instant;
  readonly endWall: WallTime;
}

const timedOf = (entry: TimeEntry): Timed => ({
  entry,
  startAt: startInstant(entry),
  endAt: endInstant(entry),
  endWall: endOnStartWall(entry),
});

const noNotes: readonly string[] = [];

function pieceOf(timed: Timed, dayStart: WallTime, dayEnd: WallTime, rules: AttendanceRules): Piece {
  const { entry } = timed;
  const zone = entry.startZone;
  const kind = kindOf(entry, rules);
  const fullStart = cutToMinute(entry.start);
  const fullEnd = cutToMinute(timed.endWall);
  const start = laterOf(fullStart, dayStart);
  const end = earlierOf(fullEnd, dayEnd);
  return {
    entryId: entry.id,
    kind,
    // Personio takes a project on WORK only (vendors/personio.md 5.5); a break's task splits nothing.
    projectId: kind === 'WORK' ? (rules.projects.get(entry.taskId) ?? null) : null,
    notes: entry.notes === null || entry.notes.trim() === '' ? noNotes : [entry.notes.trim()],
    zone,
    start,
    end,
    startAt: start === fullStart ? cutInstant(timed.startAt) : instantOf(start, zone),
    endAt: end === fullEnd ? cutInstant(timed.endAt) : instantOf(end, zone),
  };
}

const kindOf = (entry: TimeEntry, rules: AttendanceRules): PeriodKind =>
  entry.kind === 'break' || (entry.kind === 'paid-break' && rules.paidBreaks === 'break') ? 'BREAK' : 'WORK';

function findProblem(pieces: readonly Piece[]): DayProblem | null {
  const backwards = pieces.find((piece) => piece.start >= piece.end);
  if (backwards !== undefined) return problemOf('dst-ambiguous', backwards, null);
  const inTime = firstClash(pieces, (piece, next) => next.startAt < piece.endAt);
  if (inTime !== null) return problemOf('entries-overlap', ...inTime);
  const onWall = inOrder(pieces, (a, b) => compareTexts(a.start, b.start));
  const clash = firstClash(onWall, (piece, next) => next.start < piece.end);
  if (clash === null) return null;
  const [piece, next] = clash;
  return problemOf(next.zone === piece.zone ? 'dst-ambiguous' : 'zone-overlap', piece, next);
}

/** Among sorted pieces, an overlap of any two shows up between neighbours. */
function firstClash(
  pieces: readonly Piece[],
  clash: (piece: Piece, next: Piece) => boolean,
): [Piece, Piece] | null {
  let piece: Piece | undefined;
  for (const next of pieces) {
    if (piece !== undefined && clash(piece, next)) return [piece, next];
    piece = next;
  }
  return null;
}

function problemOf(code: DayProblem['code'], first: Piece, second: Piece | null): DayProblem {
  return {
    code,
    entryIds: [first.entryId, ...(second === null ? [] : [second.entryId])],
    first: spanOf(first),
    second: second === null ? null : spanOf(second),
  };
}

const spanOf = ({ start, end, startAt, endAt }: Piece): DayProblem['first'] => ({
  start,
  end,
  startAt,
  endAt,
});

function tooLong({ entry, startAt, endAt, endWall }: Timed): DayProblem {
  const first = { start: entry.start, end: endWall, startAt, endAt };
  return { code: 'entry-too-long', entryIds: [entry.id], first, second: null };
}

/** Touching on the clock and in time: at a clock change the wall alone would join what an hour separates. */
function mergeTouching(pieces: readonly Piece[], isLeftAlone: (piece: Piece) => boolean): Piece[] {
  const merged: Piece[] = [];
  for (const piece of pieces) {
    const last = merged.at(-1);
    if (last !== undefined && isContinued(last, piece) && isLeftAlone(last) === isLeftAlone(piece)) {
      const notes = [...last.notes, ...piece.notes];
      merged[merged.length - 1] = { ...last, end: piece.end, endAt: piece.endAt, notes };
    } else merged.push(piece);
  }
  return merged;
}

const isContinued = (piece: Piece, next: Piece): boolean =>
  piece.kind === next.kind &&
  piece.projectId === next.projectId &&
  piece.end === next.start &&
  piece.endAt === next.startAt;

/** The local day of a period, by its name; null where the name is no such name. */
export const dayOfKey = (key: string): LocalDate | null => /@(\d{4}-\d{2}-\d{2})/.exec(key)?.[1] ?? null;

/** Whether a period with this key begins with a piece of the entry. */
export const isNamedAfter = (key: string, entryId: string): boolean => key.startsWith(`${entryId}@`);

function toPeriod(piece: Piece, date: LocalDate, rules: AttendanceRules): DerivedPeriod {
  return {
    key: `${piece.entryId}@${date}`,
    content: {
      kind: piece.kind,
      start: piece.start,
      end: piece.end,
      projectId: piece.projectId,
      // Empty is said too: a note that was taken away is taken away at the target.
      comment: rules.notes ? commentOf(piece.notes) : null,
    },
  };
}

/** Cut between characters: half of one would be stored as something else and read back as an edit by hand. */
function commentOf(notes: readonly string[]): string {
  const comment = [...new Set(notes)].join('; ').slice(0, commentMaxLength);
  return comment.replace(/[\uD800-\uDBFF]$/, '').trimEnd();
}

const clockDifference = (piece: Piece): number =>
  (piece.endAt - piece.startAt) / minuteMs - wallMinutesBetween(piece.start, piece.end);

function endOnStartWall(entry: TimeEntry): WallTime {
  if (entry.end === null) return entry.start;
  return entry.endZone === entry.startZone ? entry.end : wallOf(endInstant(entry), entry.startZone);
}

const startInstant = (entry: TimeEntry): Instant =>
  instantOf(entry.start, entry.startZone, entry.startOffset ?? undefined);

const endInstant = (entry: TimeEntry): Instant =>
  instantOf(entry.end ?? entry.start, entry.endZone, entry.endOffset ?? undefined);

const cutInstant = (instant: Instant): Instant => Math.floor(instant / minuteMs) * minuteMs;

const compareTexts = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const compareIds = (a: string, b: string): number => Number(a) - Number(b) || compareTexts(a, b);
