// What ought to stand in Personio, worked out from TimeTac's own rows in another way than the engine does it. It knows
// the rules (rules.md 2 and 3), not the engine: text on a clock, sorted and joined.

import type { PersonioAbsence, PersonioAttendance } from '../../src/simulators/personio/state.ts';
import type {
  TimetacAbsence,
  TimetacAbsenceDay,
  TimetacState,
  TimetacTimeTracking,
} from '../../src/simulators/timetac/state.ts';

import { isWorkingDay } from './working-days.ts';

/** `WORK 2026-06-10T08:00 2026-06-10T12:00 project`. */
export type Mark = string;

export interface DayChart {
  readonly marks: readonly Mark[];
  /** Rows that cannot be put side by side: the day stays as it is, whatever it shows. */
  readonly held: boolean;
  /** Some rows wait for their approval: what was exported may stay as it is. */
  readonly waits: boolean;
}

export interface ChartRules {
  readonly granularity: 'merged' | 'entries';
  /** The first day that anything is written for: closed months end before it. */
  readonly startDate: string;
  readonly approvedOnly: boolean;
  /** Task id → project id at Personio. */
  readonly projects: ReadonlyMap<string, string>;
}

interface Stretch {
  readonly kind: 'WORK' | 'BREAK';
  readonly project: string;
  readonly start: string;
  readonly end: string;
  readonly startAt: number;
  readonly endAt: number;
}

/** Every day of one user that has rows, by local date. */
export function chartOfDays(
  state: TimetacState,
  userId: number,
  rules: ChartRules,
): ReadonlyMap<string, DayChart> {
  const rows = state.timeTrackings.filter(
    (row) => row.user_id === userId && row.absence_request_id === null && row.end_time !== null,
  );
  const pieces = new Map<string, Stretch[]>();
  const heldDays = new Set<string>();
  const waitingDays = new Set<string>();
  for (const row of rows) {
    const waits = rules.approvedOnly && !row.approved_by_admin;
    for (const [day, stretch] of cutAtMidnights(row, rules.projects)) {
      pieces.set(day, [...(pieces.get(day) ?? []), ...(stretch === null || waits ? [] : [stretch])]);
      if (waits) waitingDays.add(day);
      else if (lengthHours(row) > 24) heldDays.add(day);
    }
  }
  const days = new Map<string, DayChart>();
  for (const [day, stretches] of pieces)
    if (day >= rules.startDate)
      days.set(day, {
        ...chartDay(stretches, rules, heldDays.has(day)),
        waits: waitingDays.has(day),
      });
  return days;
}

function chartDay(
  stretches: readonly Stretch[],
  rules: ChartRules,
  tooLong: boolean,
): Omit<DayChart, 'waits'> {
  const inOrder = [...stretches].sort((a, b) => a.startAt - b.startAt || a.endAt - b.endAt);
  const clash = stretches.some((one, index) =>
    stretches
      .slice(index + 1)
      .some(
        (other) =>
          (one.start < other.end && other.start < one.end) ||
          (one.startAt < other.endAt && other.startAt < one.endAt),
      ),
  );
  if (tooLong || clash || stretches.some(({ start, end }) => start >= end)) return { marks: [], held: true };
  const joined: Stretch[] = [];
  for (const next of inOrder) {
    const last = joined.at(-1);
    const touches =
      last !== undefined &&
      rules.granularity === 'merged' &&
      last.kind === next.kind &&
      last.project === next.project &&
      last.end === next.start &&
      last.endAt === next.startAt;
    if (touches) joined.splice(-1, 1, { ...last, end: next.end, endAt: next.endAt });
    else joined.push(next);
  }
  return { marks: joined.map(markOf).sort(), held: false };
}

/** The days that a row touches, each with what is left of it there; null where nothing is. */
function cutAtMidnights(
  row: TimetacTimeTracking,
  projects: ReadonlyMap<string, string>,
): [string, Stretch | null][] {
  const [from, to] = [row.start_time.slice(0, 16), (row.end_time ?? '').slice(0, 16)];
  const fromAt = instantOf(row.start_time, row.start_time_offset);
  const toAt = instantOf(row.end_time ?? '', row.end_time_offset ?? 0);
  const parts: [string, Stretch | null][] = [];
  for (let day = from.slice(0, 10); day <= to.slice(0, 10); day = dayAfter(day)) {
    const [start, end] = [later(from, `${day} 00:00`), earlier(to, `${dayAfter(day)} 00:00`)];
    if (day > from.slice(0, 10) && start === end) continue;
    const startAt = start === from ? fromAt : instantOf(start, row.start_time_offset);
    const endAt = end === to ? toAt : instantOf(end, row.end_time_offset ?? 0);
    const kind = row.is_nonworking && !row.is_paid_non_working ? 'BREAK' : 'WORK';
    const project = kind === 'WORK' ? (projects.get(String(row.task_id)) ?? '') : '';
    parts.push([
      day,
      start === end && startAt === endAt ? null : { kind, project, start, end, startAt, endAt },
    ]);
  }
  return parts;
}

const markOf = ({ kind, start, end, project }: Stretch): Mark =>
  `${kind} ${start.replace(' ', 'T')} ${end.replace(' ', 'T')} ${project}`;

/** The same words for what stands. */
export const markOfPeriod = (period: PersonioAttendance): Mark =>
  markOfTimes(period.type, period.start, period.end ?? '', period.project_id ?? '');

export const markOfTimes = (type: string, start: string, end: string, projectId: string): Mark =>
  `${type} ${start.slice(0, 16)} ${end.slice(0, 16)} ${projectId}`;

const lengthHours = (row: TimetacTimeTracking): number =>
  (instantOf(row.end_time ?? '', row.end_time_offset ?? 0, true) -
    instantOf(row.start_time, row.start_time_offset, true)) /
  3_600_000;

/** Cut to the minute unless `exact`. */
const instantOf = (text: string, offsetMinutes: number, exact = false): number =>
  Date.parse(`${text.slice(0, exact ? 19 : 16).replace(' ', 'T')}Z`) - offsetMinutes * 60_000;

export const dayAfter = (day: string, days = 1): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

const later = (a: string, b: string): string => (a > b ? a : b);
const earlier = (a: string, b: string): string => (a < b ? a : b);

export interface LeaveChart {
  /** `type first/half last/half`. */
  readonly marks: readonly Mark[];
  /** Something of this user cannot be said in half days, or two bookings share a day. */
  readonly unclear: boolean;
}

/** All absences of one user as they ought to stand. `typeOf` knows the Personio type of `type:subtype`. */
export function chartOfLeave(
  state: TimetacState,
  userId: number,
  startDate: string,
  typeOf: (key: string) => string | null,
): LeaveChart {
  const granted = state.absences.filter((one) => one.user_id === userId && one.status === 1);
  const rows = state.absenceDays.filter((row) => row.user_id === userId);
  const holidays = new Map(
    rows.filter((row) => row.type === 'public_holiday').map((row) => [row.date, row.value]),
  );
  const daysOf = (id: number): TimetacAbsenceDay[] =>
    rows.filter((row) => row.request_id === id && row.value > 0).sort((a, b) => (a.date < b.date ? -1 : 1));
  const takenBy = new Map<string, number[]>();
  for (const one of granted)
    for (const row of daysOf(one.id)) takenBy.set(row.date, [...(takenBy.get(row.date) ?? []), one.id]);

  /** Another booking has the day, or it was worked. */
  const splits =
    (id: number) =>
    (day: string): boolean =>
      (takenBy.get(day) ?? []).some((other) => other !== id) || isWorkingDay(state, userId, day, holidays);

  const marks: Mark[] = [];
  let unclear = [...takenBy.values()].some((ids) => ids.length > 1);
  for (const one of granted) {
    const type = typeOf(`${one.type_id}:${one.subtype_id}`);
    const days = daysOf(one.id).filter((row) => row.date >= startDate);
    if (days.length === 0) unclear = true;
    if (type === null) continue;
    const runs: TimetacAbsenceDay[][] = [];
    for (const row of days) {
      const before = runs.at(-1)?.at(-1);
      if (before === undefined || isCut(before.date, row.date, splits(one.id))) runs.push([row]);
      else runs.at(-1)?.push(row);
    }
    for (const run of runs) {
      const shares = run.map((row) => row.value / (1 - (holidays.get(row.date) ?? 0) || 1));
      const middle = shares.slice(1, -1);
      if (shares.some((share) => share !== 1 && share !== 0.5) || middle.includes(0.5)) {
        unclear = true;
        continue;
      }
      const first = run[0]?.date ?? '';
      // What began before the start date is cut there, weekend or not (rule 2.5).
      const isClipped =
        run === runs[0] &&
        one.from_date < startDate &&
        shares[0] === 1 &&
        !isCut(dayAfter(startDate, -1), first, splits(one.id));
      const counted = (day: string): boolean =>
        daysOf(one.id).some(({ date }) => date === day) || splits(one.id)(day);
      const half = halfOf(one, first, counted);
      marks.push(markOfRun(run, shares, type, half, isClipped ? startDate : first));
    }
  }
  return { marks: marks.sort(), unclear };
}

function isCut(from: string, to: string, splits: (day: string) => boolean): boolean {
  for (let day = dayAfter(from); day < to; day = dayAfter(day)) if (splits(day)) return true;
  return false;
}

/** Which half of a day alone: of a longer booking's first day the second, of its last the first, else by its time. */
function halfOf(
  one: TimetacAbsence,
  day: string,
  counted: (day: string) => boolean,
): 'morning' | 'afternoon' {
  let [before, after] = [false, false];
  for (let other = one.from_date; other <= one.to_date; other = dayAfter(other)) {
    if (other < day && counted(other)) before = true;
    if (other > day && counted(other)) after = true;
  }
  if (before !== after) return after ? 'afternoon' : 'morning';
  return (one.begin ?? '') >= '12:00' ? 'afternoon' : 'morning';
}

function markOfRun(
  run: readonly TimetacAbsenceDay[],
  shares: readonly number[],
  type: string,
  half: 'morning' | 'afternoon',
  first: string,
): Mark {
  const last = run.at(-1)?.date ?? '';
  const [firstHalf, lastHalf] = [shares[0] === 0.5, shares.at(-1) === 0.5];
  const single = first === last;
  const afternoon = single && firstHalf && half === 'afternoon';
  return leaveMark(type, first, last, single ? afternoon : firstHalf, lastHalf && !afternoon);
}

const leaveMark = (type: string, first: string, last: string, midday: boolean, endsMidday: boolean): Mark =>
  `${type} ${first}${midday ? '/2' : ''} ${last}${endsMidday ? '/1' : ''}`;

export const markOfAbsence = (absence: PersonioAbsence): Mark =>
  leaveMark(
    absence.absence_type_id,
    absence.first,
    absence.last ?? '',
    absence.starts_at_midday,
    absence.ends_at_midday,
  );
