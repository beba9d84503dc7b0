// From bookings to periods: what one employee's absences look like at the target (rules 2.1–2.5).
// The way of one booking: its day rows → share of each day → runs of days → clipped to the scope → halves → named.

import type { Link } from '../sync/desk.ts';
import { groupBy } from '../people/names.ts';
import { type LocalDate, addDays, datesFrom, daysBetween, weekdayOf } from '../time/calendar.ts';
import type { Absence, AbsenceContent, AbsenceDay, LeaveUnit } from './absence.ts';

/** What a TimeTac type becomes. `off` is a mapping row with `sync: false`. */
export type Mapped =
  | { readonly kind: 'sync'; readonly typeId: string; readonly unit: LeaveUnit | undefined }
  | { readonly kind: 'off' }
  | { readonly kind: 'unmapped' };

export interface AbsenceRules {
  readonly mapping: (typeKey: string) => Mapped;
  readonly fractions: 'hold' | 'round';
  readonly startDate: LocalDate;
  readonly lockedUntil: LocalDate | null;
  readonly exitOn: LocalDate | null;
  /** Whether the account writes day rows at all (rule 2.2). */
  readonly dayRowsExist: boolean;
  /** Target hours of dates, as far as they are known; 0 is a free day. */
  readonly targetHours: ReadonlyMap<LocalDate, number>;
}

export interface DerivedAbsence {
  /** `absence#segment`. */
  readonly key: string;
  readonly absenceId: string;
  readonly content: AbsenceContent;
}

export type AbsenceProblemCode =
  | 'fraction-unsupported'
  | 'unit-mismatch'
  | 'absence-without-days'
  | 'entry-unapproved'
  | 'after-exit'
  | 'month-closed'
  | 'rounded';

export interface AbsenceProblem {
  readonly code: AbsenceProblemCode;
  readonly absenceId: string;
  readonly typeKey: string;
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly value: number | null;
  readonly unit: LeaveUnit | null;
}

export interface DerivedAbsences {
  readonly periods: readonly DerivedAbsence[];
  readonly problems: readonly AbsenceProblem[];
  /** Bookings that cannot be judged now: links of theirs stay. */
  readonly waiting: ReadonlySet<string>;
  /** Bookings whose type or dates were taken out of scope: links of theirs stay. */
  readonly outOfScope: ReadonlySet<string>;
}

export const absenceIdOf = (key: string): string => key.slice(0, key.lastIndexOf('#'));

/** Derives all periods of one employee. `links` are those of the employee's absences. */
export function deriveAbsencePeriods(
  absences: readonly Absence[],
  days: readonly AbsenceDay[],
  links: readonly Link<AbsenceContent>[],
  rules: AbsenceRules,
): DerivedAbsences {
  const book = new Book(days, absences, rules);
  const result = {
    periods: [] as DerivedAbsence[],
    problems: [] as AbsenceProblem[],
    waiting: new Set<string>(),
    outOfScope: new Set<string>(),
  };
  const linksOf = groupBy(links, (link) => absenceIdOf(link.key));
  for (const absence of inOrder(absences)) {
    const own = linksOf.get(absence.id) ?? [];
    const verdict = judge(absence, own, book, rules);
    result.problems.push(...verdict.problems);
    if (verdict.state === 'waiting') result.waiting.add(absence.id);
    if (verdict.state === 'out-of-scope') result.outOfScope.add(absence.id);
    if (verdict.state === 'ready') result.periods.push(...nameSegments(absence.id, verdict.contents, own));
  }
  return joinHalves(result);
}

/** By number, so that names and precedence do not depend on the order in which rows were read. */
const inOrder = (absences: readonly Absence[]): Absence[] =>
  [...absences].sort((a, b) => Number(a.id) - Number(b.id) || (a.id < b.id ? -1 : 1));

type Verdict =
  | {
      readonly state: 'ready';
      readonly contents: readonly AbsenceContent[];
      readonly problems: readonly AbsenceProblem[];
    }
  | { readonly state: 'waiting' | 'out-of-scope' | 'nothing'; readonly problems: readonly AbsenceProblem[] };

function judge(
  absence: Absence,
  links: readonly Link<AbsenceContent>[],
  book: Book,
  rules: AbsenceRules,
): Verdict {
  if (absence.status === 'cancelled' || absence.status === 'declined')
    return { state: 'nothing', problems: [] };
  const mapped = rules.mapping(absence.typeKey);
  if (mapped.kind !== 'sync') return { state: 'out-of-scope', problems: [] };
  if (absence.status !== 'granted') {
    const problems = links.length === 0 ? [] : [problem('entry-unapproved', absence)];
    return { state: 'waiting', problems };
  }
  // Exported before the start date moved: taken out of scope, not gone (rule 0.7).
  if (absence.to < rules.startDate && !reachInto(links, rules.startDate))
    return { state: 'out-of-scope', problems: [] };
  const scope = scopeOf(links, rules);
  const covered = book.coveredDays(absence);
  const known = typeof covered === 'string' ? null : covered;
  const locked = lockedPart(absence, known, links, rules);
  if (absence.to < scope.from) return { state: 'nothing', problems: locked };
  if (covered === 'no-rows')
    return { state: 'waiting', problems: [problem('absence-without-days', absence)] };
  if (covered === 'unclear')
    return { state: 'waiting', problems: [problem('fraction-unsupported', absence)] };

  const inScope = covered.filter((day) => day.on >= scope.from && (scope.to === null || day.on <= scope.to));
  const problems = [...locked, ...afterExit(absence, covered, scope.to)];
  // Nothing left, or moved away from the days that were exported: those are covered no more.
  if (inScope.length === 0) return { state: 'nothing', problems };
  const written = toContents(absence, inScope, mapped, book, rules, scope);
  return 'problem' in written
    ? { state: 'waiting', problems: [...problems, written.problem] }
    : { state: 'ready', contents: written.contents, problems: [...problems, ...written.notes] };
}

/** Whether something that was exported for it lies on or after a date. */
const reachInto = (links: readonly Link<AbsenceContent>[], date: LocalDate): boolean =>
  links.some(({ agreed }) => (agreed.lastOn ?? agreed.firstOn) >= date);

function afterExit(
  absence: Absence,
  covered: readonly CoveredDay[],
  lastDay: LocalDate | null,
): AbsenceProblem[] {
  const later = covered.filter((day) => lastDay !== null && day.on > lastDay);
  const [first] = later;
  if (first === undefined) return [];
  return [{ ...problem('after-exit', absence), from: first.on, to: later.at(-1)?.on ?? first.on }];
}

interface Scope {
  readonly from: LocalDate;
  readonly to: LocalDate | null;
}

/** A new booking is clipped to start date, closed month and exit; what was exported before stays whole (rule 2.1). */
function scopeOf(links: readonly Link<AbsenceContent>[], rules: AbsenceRules): Scope {
  const firstExported = links.map((link) => link.agreed.firstOn).sort()[0];
  const lastExported = links
    .map((link) => link.agreed.lastOn ?? link.agreed.firstOn)
    .sort()
    .at(-1);
  const from =
    rules.lockedUntil !== null && rules.lockedUntil >= rules.startDate
      ? addDays(rules.lockedUntil, 1)
      : rules.startDate;
  return {
    from: firstExported !== undefined && firstExported < from ? firstExported : from,
    to:
      rules.exitOn !== null && lastExported !== undefined && lastExported > rules.exitOn
        ? lastExported
        : rules.exitOn,
  };
}

/**
 * Days from the start date on that lie in a closed month and were never exported: payroll books them by hand. What
 * was exported there and differs now is found by comparing (`agreeUpTo`).
 */
function lockedPart(
  absence: Absence,
  covered: readonly CoveredDay[] | null,
  links: readonly Link<AbsenceContent>[],
  rules: AbsenceRules,
): AbsenceProblem[] {
  const { lockedUntil, startDate } = rules;
  if (lockedUntil === null || absence.from > lockedUntil) return [];
  const exportedFrom = links.map((link) => link.agreed.firstOn).sort()[0];
  const isMissing = (date: LocalDate): boolean =>
    date >= startDate && date <= lockedUntil && (exportedFrom === undefined || date < exportedFrom);
  const dates = covered?.map((day) => day.on) ?? datesFrom(absence.from, absence.to);
  const missing = dates.filter(isMissing);
  const [first] = missing;
  if (first === undefined) return [];
  return [{ ...problem('month-closed', absence), from: first, to: missing.at(-1) ?? first }];
}

function problem(code: AbsenceProblemCode, absence: Absence): AbsenceProblem {
  const { id, typeKey, from, to, duration, unit } = absence;
  return { code, absenceId: id, typeKey, from, to, value: duration, unit };
}

interface CoveredDay {
  readonly on: LocalDate;
  readonly value: number;
  readonly unit: LeaveUnit;
  /** What the whole day would count: 1, or 0.5 on a half holiday. */
  readonly possible: number;
  readonly beginsAt: string | null;
}

/** The employee's day rows, by booking and by date. */
class Book {
  readonly #byAbsence = new Map<string, AbsenceDay[]>();
  readonly #holidays = new Map<LocalDate, number>();
  /** Bookings that count something on a date. */
  readonly #takers = new Map<LocalDate, string[]>();
  readonly #rules: AbsenceRules;

  constructor(days: readonly AbsenceDay[], absences: readonly Absence[], rules: AbsenceRules) {
    this.#rules = rules;
    const standing = new Set(absences.filter((absence) => absence.status === 'granted').map(({ id }) => id));
    for (const day of days) {
      if (day.publicHoliday) {
        const value = day.unit === 'days' ? day.value : 1;
        this.#holidays.set(day.on, Math.max(value, this.#holidays.get(day.on) ?? 0));
        continue;
      }
      if (day.absenceId === null) continue;
      pushTo(this.#byAbsence, day.absenceId, day);
      if (day.value > 0 && standing.has(day.absenceId)) pushTo(this.#takers, day.on, day.absenceId);
    }
  }

  coveredDays(absence: Absence): readonly CoveredDay[] | 'no-rows' | 'unclear' {
    const rows = this.#byAbsence.get(absence.id);
    if (rows !== undefined) return this.#fromRows(absence, rows);
    if (!this.#rules.dayRowsExist) return this.#fromFields(absence);
    const dates = datesFrom(absence.from, absence.to);
    const onlyFree = dates.every((date) => this.#holidays.get(date) === 1 || weekdayOf(date) > 5);
    return onlyFree && dates.some((date) => this.#holidays.has(date)) ? [] : 'no-rows';
  }

  /** Several rows of one booking on one date count together; a row that counts nothing covers nothing. */
  #fromRows(absence: Absence, rows: readonly AbsenceDay[]): readonly CoveredDay[] {
    const days = new Map<LocalDate, CoveredDay>();
    for (const row of rows) {
      if (row.value <= 0) continue;
      const other = days.get(row.on);
      days.set(row.on, {
        on: row.on,
        value: row.value + (other?.value ?? 0),
        unit: row.unit,
        possible: this.#possible(row.on),
        beginsAt: other?.beginsAt ?? row.beginsAt ?? absence.beginsAt,
      });
    }
    return [...days.values()].sort((a, b) => (a.on < b.on ? -1 : 1));
  }

  /** Another booking has a row on that date: it splits this one (a sick day inside a vacation). */
  isTakenByOther(date: LocalDate, absenceId: string): boolean {
    return this.#takers.get(date)?.some((id) => id !== absenceId) ?? false;
  }

  /** Known to be one: an unknown date splits nothing (rule 2.2). */
  isWorkingDay(date: LocalDate): boolean {
    return (this.#rules.targetHours.get(date) ?? 0) > 0 && !this.#holidays.has(date);
  }

  /** The fallback of rule 2.2, where the account writes no day rows. */
  #fromFields(absence: Absence): readonly CoveredDay[] | 'unclear' {
    const dates = datesFrom(absence.from, absence.to);
    const [first] = dates;
    const last = dates.at(-1);
    if (first === undefined || last === undefined) return 'unclear';
    const day = (on: LocalDate, value: number): CoveredDay => ({
      on,
      value,
      unit: absence.unit,
      possible: 1,
      beginsAt: absence.beginsAt,
    });
    if (dates.length === 1) return absence.duration === null ? 'unclear' : [day(first, absence.duration)];
    const shares = [absence.firstDayShare, absence.lastDayShare].map((share) => share ?? 1);
    // Which of the two fields means the first day is unsettled (vendors/timetac.md 5.5): only equal ones are safe.
    if (absence.unit === 'hours' || shares[0] !== shares[1]) return 'unclear';
    const share = shares[0] === 0 ? 1 : (shares[0] ?? 1);
    if (absence.duration !== null && !Number.isInteger(absence.duration) && share === 1) return 'unclear';
    return dates.map((on) => day(on, on === first || on === last ? share : 1));
  }

  #possible(date: LocalDate): number {
    const holiday = this.#holidays.get(date);
    return holiday === undefined || holiday >= 1 ? 1 : 1 - holiday;
  }
}

function pushTo<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}

type Written =
  | { readonly contents: readonly AbsenceContent[]; readonly notes: readonly AbsenceProblem[] }
  | { readonly problem: AbsenceProblem };

function toContents(
  absence: Absence,
  days: readonly CoveredDay[],
  mapped: Extract<Mapped, { kind: 'sync' }>,
  book: Book,
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
  for (const run of runsOf(shared, absence.id, book)) {
    const middle = run.slice(1, -1).find((day) => day.share === 0.5);
    if (middle !== undefined) return { problem: fraction(absence, middle) };
    contents.push(toContent(run, mapped.typeId));
  }
  clipToScope(contents, absence, shared, scope, book);
  const notes = shared
    .filter((day) => day.share !== null && day.share !== day.value / day.possible)
    .map((day): AbsenceProblem => ({ ...fraction(absence, day), code: 'rounded' }));
  return { contents, notes };
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
  book: Book,
): void {
  const [first, last] = [contents[0], contents.at(-1)];
  const freeBetween = (from: LocalDate, to: LocalDate): boolean =>
    !datesFrom(from, to).some((date) => book.isTakenByOther(date, absence.id));
  if (
    first !== undefined &&
    absence.from < scope.from &&
    days[0]?.share === 1 &&
    freeBetween(scope.from, first.firstOn)
  )
    contents[0] = { ...first, firstOn: scope.from };
  const lastNow = contents.at(-1);
  if (last === undefined || lastNow === undefined || scope.to === null || lastNow.lastOn === null) return;
  if (absence.to > scope.to && days.at(-1)?.share === 1 && freeBetween(lastNow.lastOn, scope.to))
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
function runsOf<D extends CoveredDay>(days: readonly D[], absenceId: string, book: Book): D[][] {
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

function isSplitBetween(before: LocalDate, after: LocalDate, absenceId: string, book: Book): boolean {
  for (let date = addDays(before, 1); date < after; date = addDays(date, 1))
    if (book.isTakenByOther(date, absenceId) || book.isWorkingDay(date)) return true;
  return false;
}

function toContent(run: readonly (CoveredDay & { share: number | null })[], typeId: string): AbsenceContent {
  const first = run[0];
  const last = run.at(-1);
  if (first === undefined || last === undefined) throw new Error('toContent: a run has at least one day');
  const single = first === last;
  const afternoon = single && first.share === 0.5 && (first.beginsAt ?? '') >= '12:00';
  return {
    typeId,
    firstOn: first.on,
    lastOn: last.on,
    startsAtMidday: single ? afternoon : first.share === 0.5,
    endsAtMidday: last.share === 0.5 && !afternoon,
    hours: null,
  };
}

function inHours(absence: Absence, days: readonly CoveredDay[], typeId: string): Written {
  const [day] = days;
  if (day === undefined || days.length > 1 || day.unit !== 'hours' || day.beginsAt === null)
    return { problem: { ...problem('fraction-unsupported', absence), unit: 'hours' } };
  const startMinutes = Number(day.beginsAt.slice(0, 2)) * 60 + Number(day.beginsAt.slice(3, 5));
  const endMinutes = startMinutes + Math.round(day.value * 60);
  // Personio's hourly absences cannot end at 24:00 (vendors/personio.md 5.7).
  if (!(endMinutes > startMinutes && endMinutes < 24 * 60))
    return { problem: { ...problem('fraction-unsupported', absence), value: day.value, unit: 'hours' } };
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

/**
 * Segments keep the names of the exported ones they overlap most. A segment that moved away altogether takes, in the
 * order of days, a name that is left over: the booking is the same, so it is changed, not written anew (rule 2.7).
 * New ones get the next free number.
 */
function nameSegments(
  absenceId: string,
  contents: readonly AbsenceContent[],
  links: readonly Link<AbsenceContent>[],
): DerivedAbsence[] {
  const names = new Map<AbsenceContent, string>();
  const used = new Set<string>();
  const name = (content: AbsenceContent, key: string): void => {
    if (names.has(content) || used.has(key)) return;
    names.set(content, key);
    used.add(key);
  };
  contents
    .flatMap((content) => links.map((link) => ({ content, link, shared: sharedDays(content, link.agreed) })))
    .filter((candidate) => candidate.shared > 0)
    .sort((a, b) => b.shared - a.shared || (a.content.firstOn < b.content.firstOn ? -1 : 1))
    .forEach(({ content, link }) => name(content, link.key));
  const left = links
    .filter((link) => !used.has(link.key))
    .sort((a, b) => (a.agreed.firstOn < b.agreed.firstOn ? -1 : 1));
  for (const content of contents) {
    const link = names.has(content) ? undefined : left.shift();
    if (link !== undefined) name(content, link.key);
  }
  // An absence moved to wholly other dates is still the same absence: what is left over pairs in order of date.
  const freeNames = links
    .filter((link) => ![...names.values()].includes(link.key))
    .sort((a, b) => (a.agreed.firstOn < b.agreed.firstOn ? -1 : 1))
    .map((link) => link.key);
  for (const content of contents) {
    const name = names.has(content) ? undefined : freeNames.shift();
    if (name !== undefined) names.set(content, name);
  }
  let number = 0;
  const taken = new Set(links.map((link) => link.key));
  const nextFree = (): string => {
    do number += 1;
    while (taken.has(`${absenceId}#${number}`));
    return `${absenceId}#${number}`;
  };
  return contents.map((content) => ({ key: names.get(content) ?? nextFree(), absenceId, content }));
}

function sharedDays(a: AbsenceContent, b: AbsenceContent): number {
  const from = a.firstOn > b.firstOn ? a.firstOn : b.firstOn;
  const [aEnd, bEnd] = [a.lastOn ?? a.firstOn, b.lastOn ?? b.firstOn];
  return daysBetween(from, aEnd < bEnd ? aEnd : bEnd) + 1;
}

/**
 * Two halves of one type on one day are one full day (rule 2.3): of two half days the earlier booking gives the name;
 * a half day beside the half that begins or ends a longer booking fills that one up. (Where two longer bookings meet
 * at midday, each keeps its half.)
 */
function joinHalves(result: DerivedAbsences): DerivedAbsences {
  const contents = new Map(result.periods.map((period) => [period, period.content]));
  const halves = result.periods.flatMap((period) => halvesOf(period));
  for (const group of groupBy(halves, ({ date, period }) => `${period.content.typeId} ${date}`).values()) {
    const guest = group.findLast(({ edge }) => edge === 'both');
    const host = group.find((half) => half !== guest && half.edge !== 'both') ?? group[0];
    if (guest === undefined || host === undefined || host === guest) continue;
    const content = contents.get(host.period) ?? host.period.content;
    contents.set(host.period, {
      ...content,
      startsAtMidday: host.edge === 'last' && content.startsAtMidday,
      endsAtMidday: host.edge === 'first' && content.endsAtMidday,
    });
    contents.delete(guest.period);
  }
  return { ...result, periods: [...contents].map(([period, content]) => ({ ...period, content })) };
}

interface Half {
  readonly period: DerivedAbsence;
  readonly date: LocalDate;
  /** `both` where the whole period is one half day. */
  readonly edge: 'first' | 'last' | 'both';
}

/** Half days at the edges of a period. */
function halvesOf(period: DerivedAbsence): Half[] {
  const { firstOn, lastOn, startsAtMidday, endsAtMidday, hours } = period.content;
  if (hours !== null) return [];
  if (firstOn === lastOn)
    return startsAtMidday || endsAtMidday ? [{ period, date: firstOn, edge: 'both' }] : [];
  return [
    ...(startsAtMidday ? [{ period, date: firstOn, edge: 'first' as const }] : []),
    ...(endsAtMidday && lastOn !== null ? [{ period, date: lastOn, edge: 'last' as const }] : []),
  ];
}
