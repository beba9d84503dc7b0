// From bookings to periods: what one employee's absences look like at the target (rules 2.1–2.5).
// The way of one booking: its day rows → share of each day → runs of days → clipped to the scope → halves → named.

import type { Link } from '../sync/desk.ts';
import { groupBy } from '../people/names.ts';
import { type LocalDate, datesFrom } from '../time/calendar.ts';
import type { Absence, AbsenceContent, AbsenceDay } from './absence.ts';
import { type Scope, runsOf, toContents } from './contents.ts';
import { type CoveredDay, DayBook } from './day-book.ts';
import {
  type AbsenceProblem,
  type AbsenceRules,
  type DerivedAbsence,
  type DerivedAbsences,
  type Mapped,
  absenceIdOf,
  firstOpenDay,
  isOver,
  problem,
} from './derived.ts';
import { joinHalves, keepJoined, nameSegments } from './segments.ts';

/** Derives all periods of one employee. `links` are those of the employee's absences. */
export function deriveAbsencePeriods(
  absences: readonly Absence[],
  days: readonly AbsenceDay[],
  links: readonly Link<AbsenceContent>[],
  rules: AbsenceRules,
): DerivedAbsences {
  const linksOf = groupBy(links, (link) => absenceIdOf(link.key));
  const book = new DayBook(
    days,
    absences.filter((absence) => isTaking(absence, linksOf.has(absence.id))),
    rules,
  );
  const result = {
    periods: [] as DerivedAbsence[],
    problems: [] as AbsenceProblem[],
    waiting: new Set<string>(),
    waitsForType: false,
    outOfScope: new Set<string>(),
  };
  for (const absence of inOrder(absences)) {
    const own = linksOf.get(absence.id) ?? [];
    const mapped = rules.mapping(absence.typeKey);
    const verdict = judge(absence, mapped, own, book, rules);
    result.problems.push(...verdict.problems);
    result.waitsForType ||= mapped.kind === 'not-found' && mayGo(absence, rules);
    if (verdict.state === 'waiting') result.waiting.add(absence.id);
    if (verdict.state === 'out-of-scope') result.outOfScope.add(absence.id);
    if (verdict.state === 'ready')
      result.periods.push(...nameSegments(absence.id, verdict.contents, own, rules));
  }
  const joined = joinHalves(result, rules.isLeftAlone ?? (() => false));
  const { periods, waitedFor } = keepJoined(joined.periods, links, result.waiting);
  const untold = waitedFor.filter((id) => !joined.problems.some(({ absenceId }) => absenceId === id));
  const news = absences
    .filter(({ id }) => untold.includes(id))
    .map((one) => problem('entry-unapproved', one));
  return { ...joined, periods, problems: [...joined.problems, ...news] };
}

/** What waits again after it was exported stands at the target, and takes its days from others still (rule 0.6). */
const isTaking = (absence: Absence, isExported: boolean): boolean =>
  absence.status === 'granted' || (isExported && !isOver(absence));

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
  mapped: Mapped,
  links: readonly Link<AbsenceContent>[],
  book: DayBook,
  rules: AbsenceRules,
): Verdict {
  // What was taken out of scope stays, even when it goes afterwards (rule 0.7).
  if (mapped.kind === 'not-found') return { state: 'waiting', problems: [] };
  if (mapped.kind !== 'sync') return { state: 'out-of-scope', problems: [] };
  if (isOver(absence)) return { state: 'nothing', problems: [] };
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
  const locked = lockedPart(absence, known, links, book, rules);
  if (absence.to < scope.from)
    return { state: 'nothing', problems: [...locked, ...afterExit(absence, known ?? [], scope.to)] };
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

const mayGo = (absence: Absence, rules: AbsenceRules): boolean =>
  absence.status === 'granted' && absence.to >= firstOpenDay(rules);

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

/** A new booking is clipped to start date, closed month and exit; what was exported before stays whole (rule 2.1). */
function scopeOf(links: readonly Link<AbsenceContent>[], rules: AbsenceRules): Scope {
  const firstExported = links.map((link) => link.agreed.firstOn).sort()[0];
  const lastExported = links
    .map((link) => link.agreed.lastOn ?? link.agreed.firstOn)
    .sort()
    .at(-1);
  const from = firstOpenDay(rules);
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
  book: DayBook,
  rules: AbsenceRules,
): AbsenceProblem[] {
  const { lockedUntil, startDate, exitOn } = rules;
  if (lockedUntil === null || absence.from > lockedUntil) return [];
  const exportedFrom = links.map((link) => link.agreed.firstOn).sort()[0];
  const lastDay = exitOn !== null && exitOn < lockedUntil ? exitOn : lockedUntil;
  const isMissing = (date: LocalDate): boolean =>
    date >= startDate && date <= lastDay && (exportedFrom === undefined || date < exportedFrom);
  const days =
    covered ??
    datesFrom(absence.from, absence.to)
      .filter((date) => !book.isTakenByOther(date, absence.id))
      .map((on) => ({ on }));
  const missing = days.filter(({ on }) => isMissing(on));
  return runsOf<Pick<CoveredDay, 'on'>>(missing, absence.id, book).map((run) => {
    const dates = run.map(({ on }) => on);
    const [from = '', to = from] = [dates[0], dates.at(-1)];
    const told = { ...problem('month-closed', absence), from, to, days: dates };
    const [begins, ends] = [from, to].map((date) => covered?.find(({ on }) => on === date));
    return begins === undefined || ends === undefined
      ? told
      : { ...told, edges: { first: begins, last: ends } };
  });
}
