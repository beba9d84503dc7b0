// From covered days to what stands at the target: halves, hours, runs of days, clipped to the scope (rules 2.2–2.5).

import { type LocalDate, addDays, datesFrom, weekdayOf } from '../time/calendar.ts';
import type { Absence, AbsenceContent } from './absence.ts';
import type { CoveredDay, DayBook } from './day-book.ts';
import { type AbsenceProblem, type AbsenceRules, type Mapped, problem } from './derived.ts';

/** The days on which something of the booking may be written. */
export interface Scope {
  readonly from: LocalDate;
  readonly to: LocalDate | null;
}

export type Written =
  | { readonly contents: readonly AbsenceContent[]; readonly notes: readonly AbsenceProblem[] }
  | { readonly problem: AbsenceProblem };

/** Notes go along with the contents; a problem holds the whole booking. */
export function toContents(
  absence: Absence,
  days: readonly CoveredDay[],
  mapped: Extract<Mapped, { kind: 'sync' }>,
  book: DayBook,
  rules: AbsenceRules,
  scope: Scope,
): Written {
  const hourly = days.some((day) => day.unit === 'hours');
  if (mapped.unit === 'hours')
    return hourly ? inHours(absence, days, mapped.typeId) : { problem: problem('unit-mismatch', absence) };
  const counted = days.map((day) => inDays(day, rules));
  // Hours on a type in days need the day's target, which no row carries.
  const hours = counted.find((day) => day.unit === 'hours');
  if (hours !== undefined)
    return {
      problem: {
        ...problem('fraction-unsupported', absence),
        from: hours.on,
        to: hours.on,
        value: hours.value,
        unit: 'hours',
      },
    };

  const shared = counted.map((day) => ({ ...day, share: shareOf(day, rules.fractions) }));
  const odd = shared.find((day) => day.share === null);
  if (odd !== undefined) return { problem: fraction(absence, odd) };
  const contents: AbsenceContent[] = [];
  const within = shared.some(({ share }) => share === 0.5) ? midstOf(absence, book, rules) : noDays;
  for (const run of runsOf(shared, absence.id, book)) {
    const middle = run.find(
      (day, index) => day.share === 0.5 && ((index > 0 && index < run.length - 1) || within.has(day.on)),
    );
    if (middle !== undefined) return { problem: fraction(absence, middle) };
    contents.push(toContent(run, mapped.typeId, absence, book));
  }
  clipToScope(contents, absence, shared, scope, book);
  const notes = shared
    .filter((day) => day.share !== null && day.share !== day.value / day.possible)
    .map(
      (day): AbsenceProblem => ({
        ...fraction(absence, day),
        code: 'rounded',
        roundedTo: (day.share ?? 1) * day.possible,
      }),
    );
  return { contents, notes };
}

const noDays: ReadonlySet<LocalDate> = new Set();

/**
 * Days that have others of the booking before and after them, also where those are out of scope: half of such a day is
 * neither its morning nor its afternoon for certain, wherever the booking is cut.
 */
function midstOf(absence: Absence, book: DayBook, { startDate }: AbsenceRules): ReadonlySet<LocalDate> {
  const days = book.coveredDays(absence);
  if (typeof days === 'string') return new Set();
  const midst = new Set(
    runsOf(days, absence.id, book).flatMap((run) => run.slice(1, -1).map(({ on }) => on)),
  );
  const [first, second] = days;
  // What it counts before the start date is not read; on a weekday there may have been some.
  const isCut =
    first !== undefined &&
    absence.from < startDate &&
    datesFrom(absence.from, addDays(first.on, -1)).some((date) => weekdayOf(date) <= 5);
  return isCut && second !== undefined ? midst.add(first.on) : midst;
}

/**
 * A booking that goes on beyond the scope is cut at the scope's edge, not at its next working day: so it equals what
 * Personio has, clipped to the same date (rule 2.5).
 */
function clipToScope(
  contents: AbsenceContent[],
  absence: Absence,
  days: readonly (CoveredDay & { share: number | null })[],
  scope: Scope,
  book: DayBook,
): void {
  const [first, last] = [contents[0], contents.at(-1)];
  const isFree = (from: LocalDate, to: LocalDate): boolean =>
    !datesFrom(from, to).some((date) => splits(date, absence.id, book));
  if (
    first !== undefined &&
    absence.from < scope.from &&
    days[0]?.share === 1 &&
    isFree(scope.from, addDays(first.firstOn, -1))
  )
    contents[0] = { ...first, firstOn: scope.from };
  const lastNow = contents.at(-1);
  if (last === undefined || lastNow === undefined || scope.to === null || lastNow.lastOn === null) return;
  if (absence.to > scope.to && days.at(-1)?.share === 1 && isFree(addDays(lastNow.lastOn, 1), scope.to))
    contents[contents.length - 1] = { ...lastNow, lastOn: scope.to };
}

const fraction = (absence: Absence, day: CoveredDay): AbsenceProblem => ({
  ...problem('fraction-unsupported', absence),
  from: day.on,
  to: day.on,
  value: day.value,
  unit: 'days',
});

/** 1 or 0.5 of the day; null where it is neither and must not be rounded (rules 2.3, 2.4). */
function shareOf(day: CoveredDay, fractions: 'hold' | 'round'): number | null {
  const share = day.value / day.possible;
  if (share === 1 || (share === 0.5 && day.possible === 1)) return share;
  if (fractions === 'hold') return null;
  const rounded = Math.max(0.5, Math.floor(day.value * 2 + 0.5) / 2);
  return rounded >= day.possible ? 1 : 0.5;
}

/** Hours as a part of the day's target, where that is known and may be rounded; else the day as it is (rule 2.4). */
function inDays(day: CoveredDay, { fractions, targetHours }: AbsenceRules): CoveredDay {
  const target = targetHours.get(day.on);
  if (day.unit !== 'hours' || fractions !== 'round' || target === undefined || target <= 0) return day;
  return { ...day, unit: 'days', value: Math.min(1, day.value / target) * day.possible };
}

/** A date without a row does not split a booking, unless another booking has a row there or it is a working day. */
export function runsOf<D extends Pick<CoveredDay, 'on'>>(
  days: readonly D[],
  absenceId: string,
  book: DayBook,
): D[][] {
  const runs: D[][] = [];
  for (const day of days) {
    const run = runs.at(-1);
    const before = run?.at(-1);
    const split = before === undefined || isSplitBetween(before.on, day.on, absenceId, book);
    if (run === undefined || split) runs.push([day]);
    else run.push(day);
  }
  return runs;
}

function isSplitBetween(before: LocalDate, after: LocalDate, absenceId: string, book: DayBook): boolean {
  for (let date = addDays(before, 1); date < after; date = addDays(date, 1))
    if (splits(date, absenceId, book)) return true;
  return false;
}

const splits = (date: LocalDate, absenceId: string, book: DayBook): boolean =>
  book.isTakenByOther(date, absenceId) || book.isWorkingDay(date);

function toContent(
  run: readonly (CoveredDay & { share: number | null })[],
  typeId: string,
  absence: Absence,
  book: DayBook,
): AbsenceContent {
  const first = run[0];
  const last = run.at(-1);
  if (first === undefined || last === undefined) throw new Error('toContent: a run has at least one day');
  const single = first === last;
  const afternoon = single && first.share === 0.5 && isAfternoon(first, absence, book);
  return {
    typeId,
    firstOn: first.on,
    lastOn: last.on,
    startsAtMidday: single ? afternoon : first.share === 0.5,
    endsAtMidday: last.share === 0.5 && !afternoon,
    hours: null,
  };
}

/**
 * Half of a booking's first day is its afternoon and half of its last its morning, also where its other days are not
 * written, or are another booking's by now. A single half day is what its time says, else the morning (rule 2.3).
 */
function isAfternoon({ on, beginsAt }: CoveredDay, absence: Absence, book: DayBook): boolean {
  const days = book.coveredDays(absence);
  const covered = new Set(typeof days === 'string' ? [] : days.map((day) => day.on));
  const others = datesFrom(absence.from, absence.to).filter(
    (date) => date !== on && (covered.has(date) || splits(date, absence.id, book)),
  );
  const [isFirst, isLast] = [others.every((date) => date > on), others.every((date) => date < on)];
  return isFirst === isLast ? (beginsAt ?? '') >= '12:00' : isFirst;
}

function inHours(absence: Absence, days: readonly CoveredDay[], typeId: string): Written {
  const [day] = days;
  if (day === undefined || days.length > 1 || day.unit !== 'hours' || day.beginsAt === null)
    return { problem: { ...problem('fraction-unsupported', absence), unit: 'hours', wants: 'clock' } };
  const startMinutes = Number(day.beginsAt.slice(0, 2)) * 60 + Number(day.beginsAt.slice(3, 5));
  const endMinutes = startMinutes + Math.round(day.value * 60);
  // Personio's hourly absences cannot end at 24:00 (vendors/personio.md 5.7).
  if (!(endMinutes > startMinutes && endMinutes < 24 * 60))
    return {
      problem: {
        ...problem('fraction-unsupported', absence),
        value: day.value,
        unit: 'hours',
        wants: 'clock',
      },
    };
  const hours = { start: `${day.on}T${clock(startMinutes)}`, end: `${day.on}T${clock(endMinutes)}` };
  const content = {
    typeId,
    firstOn: day.on,
    lastOn: day.on,
    startsAtMidday: false,
    endsAtMidday: false,
    hours,
  };
  return { contents: [content], notes: [] };
}

const clock = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}:00`;
