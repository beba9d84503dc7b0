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
}

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

/** The local dates that an entry touches, each of which it makes dirty. */
export function datesOfEntry(entry: TimeEntry): LocalDate[] {
  const first = dateOf(entry.start);
  if (entry.end === null) return [first];
  const end = endOnStartWall(entry);
  const last = end.endsWith('T00:00:00') && dateOf(end) > first ? addDays(dateOf(end), -1) : dateOf(end);
  const dates: LocalDate[] = [];
  // A broken row may claim years; 40 days are enough to mark every day that its neighbours could share with it.
  for (let date = first; date <= last && dates.length < 40; date = addDays(date, 1)) dates.push(date);
  return dates.length === 0 ? [first] : dates;
}

/** Derives the periods of one local day from all entries of the employee that touch it. */
export function deriveDay(
  date: LocalDate,
  entries: readonly TimeEntry[],
  rules: AttendanceRules,
): DerivedDay {
  const attended = entries.filter((entry) => entry.absenceId === null);
  const open = attended.filter((entry) => entry.end === null && dateOf(entry.start) === date);
  const closed = attended.filter((entry) => entry.end !== null && datesOfEntry(entry).includes(date));
  const unapproved = rules.approvedOnly ? closed.filter((entry) => entry.approved !== true) : [];
  const usable = closed.filter((entry) => !unapproved.includes(entry));
  const day = {
    periods: [],
    problem: null,
    open: open.map((entry) => entry.id),
    unapproved: unapproved.map((entry) => entry.id),
    clockDifferenceMinutes: 0,
  };

  const long = usable.find((entry) => lengthMs(entry) > dayMs);
  if (long !== undefined)
    return { ...day, problem: tooLong(long) };

  const pieces = usable
    .map((entry) => pieceOf(entry, date, rules))
    .filter((piece) => !(piece.start === piece.end && piece.startAt === piece.endAt))
    .sort((a, b) => a.startAt - b.startAt || a.endAt - b.endAt || compareIds(a.entryId, b.entryId));
  const problem = findProblem(pieces);
  if (problem !== null) return { ...day, problem };

  const periods = rules.granularity === 'merged' ? mergeTouching(pieces) : pieces;
  return {
    ...day,
    periods: periods.map((piece) => toPeriod(piece, date, rules)),
    clockDifferenceMinutes: periods.reduce((sum, piece) => sum + clockDifference(piece), 0),
  };
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

function pieceOf(entry: TimeEntry, date: LocalDate, rules: AttendanceRules): Piece {
  const zone = entry.startZone;
  const dayStart = midnightOf(date);
  const dayEnd = midnightOf(addDays(date, 1));
  const fullStart = cutToMinute(entry.start);
  const fullEnd = cutToMinute(endOnStartWall(entry));
  const start = laterOf(fullStart, dayStart);
  const end = earlierOf(fullEnd, dayEnd);
  return {
    entryId: entry.id,
    kind:
      entry.kind === 'break' || (entry.kind === 'paid-break' && rules.paidBreaks === 'break')
        ? 'BREAK'
        : 'WORK',
    projectId: rules.projects.get(entry.taskId) ?? null,
    notes: entry.notes === null || entry.notes.trim() === '' ? [] : [entry.notes.trim()],
    zone,
    start,
    end,
    startAt: start === fullStart ? cutInstant(startInstant(entry)) : instantOf(start, zone),
    endAt: end === fullEnd ? cutInstant(endInstant(entry)) : instantOf(end, zone),
  };
}

function findProblem(pieces: readonly Piece[]): DayProblem | null {
  const backwards = pieces.find((piece) => piece.start >= piece.end);
  if (backwards !== undefined) return problemOf('dst-ambiguous', backwards, null);
  for (const [index, piece] of pieces.entries()) {
    const next = pieces[index + 1];
    if (next !== undefined && next.startAt < piece.endAt) return problemOf('entries-overlap', piece, next);
  }
  const onWall = [...pieces].sort((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : 0));
  for (const [index, piece] of onWall.entries()) {
    const next = onWall[index + 1];
    if (next === undefined || next.start >= piece.end) continue;
    return problemOf(next.zone === piece.zone ? 'dst-ambiguous' : 'zone-overlap', piece, next);
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

function tooLong(entry: TimeEntry): DayProblem {
  const [startAt, endAt] = [startInstant(entry), endInstant(entry)];
  const first = { start: entry.start, end: endOnStartWall(entry), startAt, endAt };
  return { code: 'entry-too-long', entryIds: [entry.id], first, second: null };
}

/** Touching on the clock and in time: at a clock change the wall alone would join what an hour separates. */
function mergeTouching(pieces: readonly Piece[]): Piece[] {
  return pieces.reduce<Piece[]>((merged, piece) => {
    const last = merged.at(-1);
    if (
      last === undefined ||
      last.kind !== piece.kind ||
      last.projectId !== piece.projectId ||
      last.end !== piece.start ||
      last.endAt !== piece.startAt
    )
      return [...merged, piece];
    const joined = { ...last, end: piece.end, endAt: piece.endAt, notes: [...last.notes, ...piece.notes] };
    return [...merged.slice(0, -1), joined];
  }, []);
}

function toPeriod(piece: Piece, date: LocalDate, rules: AttendanceRules): DerivedPeriod {
  const comment = [...new Set(piece.notes)].join('; ').slice(0, commentMaxLength);
  return {
    key: `${piece.entryId}@${date}`,
    content: {
      kind: piece.kind,
      start: piece.start,
      end: piece.end,
      // Personio takes a project on WORK only (vendors/personio.md 5.5).
      projectId: piece.kind === 'WORK' ? piece.projectId : null,
      comment: rules.notes && comment !== '' ? comment : null,
    },
  };
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

const lengthMs = (entry: TimeEntry): number => endInstant(entry) - startInstant(entry);

const cutInstant = (instant: Instant): Instant => Math.floor(instant / minuteMs) * minuteMs;

const compareIds = (a: string, b: string): number => Number(a) - Number(b) || (a < b ? -1 : a > b ? 1 : 0);
