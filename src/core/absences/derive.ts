// From bookings to periods: what one employee's absences look like at the target (rules 2.1–2.5).
// The way of one booking: its day rows → share of each day → runs of days → clipped to the scope → halves → named.

import type { Link } from '../sync/desk.ts';
import { type LocalDate, addDays, datesFrom, weekdayOf } from '../time/calendar.ts';
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
  for (const absence of absences) {
    const own = links.filter((link) => absenceIdOf(link.key) === absence.id);
    const verdict = judge(absence, own, book, rules);
    result.problems.push(...verdict.problems);
    if (verdict.state === 'waiting') result.waiting.add(absence.id);
    if (verdict.state === 'out-of-scope') result.outOfScope.add(absence.id);
    if (verdict.state === 'ready') result.periods.push(...nameSegments(absence.id, verdict.contents, own));
  }
  return joinHalves(result);
}

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
  const scope = scopeOf(links, rules);
  if (absence.to < scope.from) return { state: 'out-of-scope', problems: lockedPart(absence, links, rules) };
  const covered = book.coveredDays(absence);
  if (covered === 'no-rows')
    return { state: 'waiting', problems: [problem('absence-without-days', absence)] };
  if (covered === 'unclear')
    return { state: 'waiting', problems: [problem('fraction-unsupported', absence)] };

  const inScope = covered.filter((day) => day.on >= scope.from && (scope.to === null || day.on <= scope.to));
  const afterExit = covered.filter((day) => scope.to !== null && day.on > scope.to);
  const problems = [
    ...lockedPart(absence, links, rules),
    ...(afterExit[0] === undefined
      ? []
      : [
          {
            ...problem('after-exit', absence),
            from: afterExit[0].on,
            to: afterExit.at(-1)?.on ?? absence.to,
          },
        ]),
  ];
  if (inScope.length === 0) {
    const state = covered.length === 0 || links.length === 0 ? 'nothing' : 'out-of-scope';
    return { state, problems };
  }
  const written = toContents(absence, inScope, mapped, book, rules);
  return 'problem' in written
    ? { state: 'waiting', problems: [...problems, written.problem] }
    : { state: 'ready', contents: written.contents, problems: [...problems, ...written.notes] };
}

/** A new booking is clipped to start date, closed month and exit; what was exported before stays whole (rule 2.1). */
function scopeOf(
  links: readonly Link<AbsenceContent>[],
  rules: AbsenceRules,
): { from: LocalDate; to: LocalDate | null } {
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

/** Days on or after the start date that lie in a closed month and were never exported: payroll books them by hand. */
function lockedPart(
  absence: Absence,
  links: readonly Link<AbsenceContent>[],
  rules: AbsenceRules,
): AbsenceProblem[] {
  const { lockedUntil, startDate } = rules;
  if (lockedUntil === null || links.length > 0) return [];
  const from = absence.from > startDate ? absence.from : startDate;
  const to = absence.to < lockedUntil ? absence.to : lockedUntil;
  return from > to ? [] : [{ ...problem('month-closed', absence), from, to }];
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
  readonly #absenceDates = new Map<LocalDate, Set<string>>();
  readonly #rules: AbsenceRules;

  constructor(days: readonly AbsenceDay[], absences: readonly Absence[], rules: AbsenceRules) {
    this.#rules = rules;
    const standing = new Set(absences.filter((absence) => absence.status === 'granted').map(({ id }) => id));
    for (const day of days) {
      if (day.publicHoliday) this.#holidays.set(day.on, day.unit === 'days' ? day.value : 1);
      else if (day.absenceId !== null) {
        this.#byAbsence.set(day.absenceId, [...(this.#byAbsence.get(day.absenceId) ?? []), day]);
        if (!standing.has(day.absenceId)) continue;
        this.#absenceDates.set(day.on, (this.#absenceDates.get(day.on) ?? new Set()).add(day.absenceId));
      }
    }
  }

  coveredDays(absence: Absence): readonly CoveredDay[] | 'no-rows' | 'unclear' {
    const rows = (this.#byAbsence.get(absence.id) ?? []).filter((row) => row.value > 0);
    if (rows.length > 0)
      return rows
        .map((row) => ({
          on: row.on,
          value: row.value,
          unit: row.unit,
          possible: this.#possible(row.on),
          beginsAt: row.beginsAt ?? absence.beginsAt,
        }))
        .sort((a, b) => (a.on < b.on ? -1 : 1));
    if (!this.#rules.dayRowsExist) return this.#fromFields(absence);
    const dates = datesFrom(absence.from, absence.to);
    const onlyFree = dates.every((date) => this.#holidays.get(date) === 1 || weekdayOf(date) > 5);
    return onlyFree && dates.some((date) => this.#holidays.has(date)) ? [] : 'no-rows';
  }

  /** Another booking has a row on that date: it splits this one (a sick day inside a vacation). */
  isTakenByOther(date: LocalDate, absenceId: string): boolean {
    return [...(this.#absenceDates.get(date) ?? [])].some((id) => id !== absenceId);
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

type Written =
  | { readonly contents: readonly AbsenceContent[]; readonly notes: readonly AbsenceProblem[] }
  | { readonly problem: AbsenceProblem };

function toContents(
  absence: Absence,
  days: readonly CoveredDay[],
  mapped: Extract<Mapped, { kind: 'sync' }>,
  book: Book,
  rules: AbsenceRules,
): Written {
  const hourly = days.some((day) => day.unit === 'hours');
  if (mapped.unit === 'hours')
    return hourly ? inHours(absence, days, mapped.typeId) : { problem: problem('unit-mismatch', absence) };
  // Hours on a type in days need the day's target, which no row carries.
  const hours = days.find((day) => day.unit === 'hours');
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

  const shared = days.map((day) => ({ ...day, share: shareOf(day, rules.fractions) }));
  const odd = shared.find((day) => day.share === null);
  if (odd !== undefined) return { problem: fraction(absence, odd) };
  const contents: AbsenceContent[] = [];
  for (const run of runsOf(shared, absence.id, book)) {
    const middle = run.slice(1, -1).find((day) => day.share === 0.5);
    if (middle !== undefined) return { problem: fraction(absence, middle) };
    contents.push(toContent(run, mapped.typeId));
  }
  const notes = shared
    .filter((day) => day.share !== null && day.share !== day.value / day.possible)
    .map((day): AbsenceProblem => ({ ...fraction(absence, day), code: 'rounded' }));
  return { contents, notes };
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
  return Math.min(1, Math.max(0.5, Math.floor(share * 2 + 0.5) / 2));
}

/** A date without a row does not split a booking, unless another booking has a row there. */
function runsOf<D extends CoveredDay>(days: readonly D[], absenceId: string, book: Book): D[][] {
  const runs: D[][] = [];
  for (const day of days) {
    const run = runs.at(-1);
    const before = run?.at(-1);
    const split =
      before === undefined ||
      datesFrom(addDays(before.on, 1), addDays(day.on, -1)).some((date) =>
        book.isTakenByOther(date, absenceId),
      );
    if (run === undefined || split) runs.push([day]);
    else run.push(day);
  }
  return runs;
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
  if (!Number.isFinite(endMinutes) || endMinutes >= 24 * 60)
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

/** Segments keep the names of the exported ones they overlap most; new ones get the next free number. */
function nameSegments(
  absenceId: string,
  contents: readonly AbsenceContent[],
  links: readonly Link<AbsenceContent>[],
): DerivedAbsence[] {
  const candidates = contents
    .flatMap((content) => links.map((link) => ({ content, link, shared: sharedDays(content, link.agreed) })))
    .filter((candidate) => candidate.shared > 0)
    .sort((a, b) => b.shared - a.shared || (a.content.firstOn < b.content.firstOn ? -1 : 1));
  const names = new Map<AbsenceContent, string>();
  for (const { content, link } of candidates)
    if (!names.has(content) && ![...names.values()].includes(link.key)) names.set(content, link.key);
  let number = 0;
  const taken = new Set([...names.values(), ...links.map((link) => link.key)]);
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
  return datesFrom(from, aEnd < bEnd ? aEnd : bEnd).length;
}

/** Two halves of one type on one day are one full day (rule 2.3); the earlier booking gives the name. */
function joinHalves(result: DerivedAbsences): DerivedAbsences {
  const kept: DerivedAbsence[] = [];
  for (const period of result.periods) {
    const twin = kept.findIndex((other) => isHalfDay(other) && isHalfDay(period) && sameDay(other, period));
    const other = kept[twin];
    if (other === undefined) kept.push(period);
    else kept[twin] = { ...other, content: { ...other.content, startsAtMidday: false, endsAtMidday: false } };
  }
  return { ...result, periods: kept };
}

const isHalfDay = ({ content }: DerivedAbsence): boolean =>
  content.hours === null &&
  content.firstOn === content.lastOn &&
  (content.startsAtMidday || content.endsAtMidday);

const sameDay = (a: DerivedAbsence, b: DerivedAbsence): boolean =>
  a.content.firstOn === b.content.firstOn && a.content.typeId === b.content.typeId;
