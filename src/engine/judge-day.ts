// One employee's day: what its entries come to, what stands there, what was agreed, and what a person answered.

import type { AttendanceContent, TimeEntry } from '../core/attendance/attendance.ts';
import {
  type AttendanceRules,
  type DayProblem,
  type DerivedDay,
  deriveDay,
  isNamedAfter,
} from '../core/attendance/derive.ts';
import type { Finding, FindingCode } from '../core/report/codes.ts';
import { type Answers, type Decision, answersFor, isIgnored, noAnswers } from '../core/sync/decision.ts';
import { type Action, type Link, type RefusalMemory, agrees, unfoldAll } from '../core/sync/desk.ts';
import { planUnit } from '../core/sync/plan-unit.ts';
import { isSetAside } from '../core/sync/set-aside.ts';
import { type LocalDate, cutToMinute } from '../core/time/calendar.ts';
import type { DirtyUnit } from './archive.ts';
import { type Person, decisionsOf, joinedAt, keptFinding, rememberedRefusals, unitName } from './judge.ts';
import { type Standing, type TargetDesk, standsOn } from './target-desk.ts';
import { plainName, storedTypeBook } from './type-book.ts';
import type { JudgedUnit, RunState, Workshop } from './workshop.ts';

export interface Day {
  readonly unit: DirtyUnit;
  readonly person: Person;
  readonly day: LocalDate;
}

/** What stands around a day. */
export interface DaySides {
  readonly entries: readonly TimeEntry[];
  /** Entries that were moved from the day and wait. */
  readonly elsewhere: readonly TimeEntry[];
  /** Of the day. */
  readonly links: readonly Link<AttendanceContent>[];
  readonly standing: readonly Standing<AttendanceContent>[];
  /** By id: also what was moved to another day. */
  readonly byId: ReadonlyMap<string, Standing<AttendanceContent>>;
  /** Ids of records that are ours, whichever day they are of. */
  readonly ours: ReadonlySet<string>;
  readonly onFullAbsence: boolean;
}

/** What is the same for all days of a run. */
export interface DayTable {
  readonly desk: TargetDesk<AttendanceContent>;
  readonly rules: AttendanceRules;
  readonly refusals: ReadonlyMap<string, RefusalMemory>;
  /** By employee. */
  readonly decisions: ReadonlyMap<string, readonly Decision[]>;
  /** What stands of units, by their names. */
  readonly findings: ReadonlyMap<string, readonly Finding[]>;
  /** Whether an absence of this type means working elsewhere (rule 2.11). */
  readonly isWorkedOn: (typeKey: string) => boolean;
  /** Whether the account writes rows per day of absence; else bookings tell by themselves (rule 2.2). */
  readonly dayRowsExist: boolean;
  /** Targets of writes whose answers are not in. */
  readonly intended: readonly string[];
  readonly onTargetEdit: Workshop['settings']['attendances']['onTargetEdit'];
  readonly lockedUntil: LocalDate | null;
}

export async function layTable(
  shop: Workshop,
  state: RunState,
  desk: TargetDesk<AttendanceContent>,
  projects: ReadonlyMap<string, string>,
): Promise<DayTable> {
  const { attendances, lockedUntil } = shop.settings;
  const { granularity, paidBreaks, approvedOnly, notes, onTargetEdit } = attendances;
  // As the mapping finds them: without regard to case and blanks.
  const working = new Set(
    shop.settings.absences.types.filter((row) => row.worksThatDay).map((row) => plainName(row.timetac)),
  );
  const book = storedTypeBook(await shop.archive.memory());
  const names = new Map(book?.source.map(({ key, name }) => [key, name]));
  const findings = (await shop.archive.findings()).filter(({ part }) => part === 'attendances');
  return {
    desk,
    rules: { granularity, paidBreaks, approvedOnly, notes, projects },
    refusals: await rememberedRefusals(shop, state, 'attendances'),
    decisions: await decisionsOf(shop, 'attendances'),
    findings: new Map(findings.map((entry) => [entry.unit, entry.findings])),
    isWorkedOn: (typeKey) => working.has(typeKey) || working.has(plainName(names.get(typeKey) ?? '')),
    dayRowsExist: (await shop.archive.countRows('absenceDay')) > 0,
    intended: (await shop.archive.intents()).flatMap(({ targetId }) => (targetId === null ? [] : [targetId])),
    onTargetEdit,
    lockedUntil,
  };
}

export function judgeDay(
  table: DayTable,
  { unit, person, day }: Day,
  sides: DaySides,
): JudgedUnit<AttendanceContent> {
  const { desk } = table;
  const { entries, standing } = sides;
  const name = unitName(person.employeeId, day);
  const answers = answersFor(table.decisions.get(person.employeeId) ?? [], name);
  const derived = deriveDay(day, entries, answers === noAnswers ? table.rules : rulesBeside(answers, table));
  const links = unfoldAll(sides.links, desk.craft, ({ targetId }) => {
    const now = sides.byId.get(targetId);
    return [...(now === undefined ? [] : [now]), ...derived.periods].map(({ content }) => content);
  });
  const movedAway = links.flatMap((link) => {
    const row = sides.byId.get(link.targetId);
    const isElsewhere = row?.employeeId === person.employeeId && !standsOn(desk.craft, row.content, day);
    return row !== undefined && isElsewhere ? [row] : [];
  });
  const waits = mustWait(derived, sides, links, desk);
  const told = waits ? withElsewhere(derived, sides.elsewhere) : derived;
  const plan = planUnit(
    {
      part: 'attendances',
      employeeId: person.employeeId,
      userId: person.userId,
      sources: waits ? [] : derived.periods,
      waiting: waits ? new Set(links.map((link) => link.key)) : new Set(),
      unitWaits: waits,
      outOfScope: new Set(links.map(({ key }) => key).filter(isSetAside)),
      targets: standing,
      movedAway,
      links,
      oursElsewhere: sides.ours,
      refusals: table.refusals,
      answers,
      findings: [
        ...findingsOf(told, person, day, waits, sides.onFullAbsence),
        ...keptUnapproved(day, sides, derived, links, table),
        // What was told of entries that Personio cut while it stored ours (rule 3.8).
        ...(table.findings.get(name) ?? []).filter(
          (finding) => finding.code === 'foreign-cut' && isStillCut(finding, standing),
        ),
      ],
      policy: { freezes: 'unit', inTheWay: 'overlaps-foreign', onTargetEdit: table.onTargetEdit },
      lockedUntil: table.lockedUntil,
      exitOn: person.exitOn,
    },
    desk.craft,
  );
  return {
    part: 'attendances',
    unit: name,
    dirty: unit,
    employeeId: person.employeeId,
    actions: plan.actions,
    findings:
      links.length > 0 || plan.actions.some(isThere) ? plan.findings : plan.findings.filter(isSaidOfNothing),
    links,
    foreign: plan.surroundings,
    ...(plan.surroundings === null ? {} : { around: standing.filter(({ id }) => !sides.ours.has(id)) }),
    joinedAt: joinedAt(plan.actions, standing),
    answered: plan.answered,
  };
}

/** What stands at the target after this, or is to. */
const isThere = ({ kind }: Action<AttendanceContent>): boolean =>
  kind !== 'hold' && kind !== 'forget' && kind !== 'delete';

/** These say of hours that they were sent. */
const isSaidOfNothing = ({ code }: Finding): boolean =>
  code !== 'dst-hours-differ' && code !== 'attendance-on-absence';

const rulesBeside = (answers: Answers, { rules, desk }: DayTable): AttendanceRules => ({
  ...rules,
  isLeftAlone: (period) => isIgnored(answers, period, desk.craft),
});

/** Nobody has looked at it as long as it stands just as it was left: restored, changed or deleted, it has been seen to. */
const isStillCut = ({ facts }: Finding, around: readonly Standing<AttendanceContent>[]): boolean =>
  around.some(
    ({ id, content }) =>
      id === facts['theirsId'] &&
      content.start === facts['theirsFrom'] &&
      content.end === (facts['theirsTo'] ?? null),
  );

/**
 * A problem holds the day. A day that was exported changes only once all of it is approved (`approvedOnly`), what was
 * moved from it included, and once a row that was exported and runs again has stopped: it is not gone.
 */
function mustWait(
  derived: DerivedDay,
  { entries, elsewhere }: DaySides,
  links: readonly Link<AttendanceContent>[],
  desk: TargetDesk<AttendanceContent>,
): boolean {
  if (derived.problem !== null) return true;
  const changed = links.filter(
    (link) =>
      !isSetAside(link.key) &&
      !derived.periods.some((period) => desk.craft.equal(period.content, link.agreed)),
  );
  if (changed.length === 0) return false;
  if (derived.unapproved.length > 0 || elsewhere.length > 0) return true;
  const running = entries.filter((row) => derived.open.includes(row.id));
  return changed.some((link) => running.some((row) => mayComeBack(link, row)));
}

/**
 * Exported before only approved hours went, or before an approval was withdrawn: it stays as long as it is unchanged (rule
 * 3.5), and a note says how much that is (rule 0.7).
 */
function keptUnapproved(
  day: LocalDate,
  { entries }: DaySides,
  { problem, unapproved, periods }: DerivedDay,
  links: readonly Link<AttendanceContent>[],
  { rules, desk }: DayTable,
): Finding[] {
  if (problem !== null || unapproved.length === 0 || links.length === 0) return [];
  const withAll = deriveDay(day, entries, { ...rules, approvedOnly: false }).periods;
  const isAmong = (link: Link<AttendanceContent>, some: DerivedDay['periods']): boolean =>
    some.some(({ content }) => agrees(link, content, desk.craft));
  const kept = links.filter((link) => !isAmong(link, periods) && isAmong(link, withAll));
  return keptFinding('attendances', kept).map((finding) => ({
    ...finding,
    facts: { ...finding.facts, unapproved: true },
  }));
}

/** Named after the row that runs now, wherever that begins meanwhile, or merged of several, and the row begins within. */
function mayComeBack({ key, agreed }: Link<AttendanceContent>, { id, start }: TimeEntry): boolean {
  const from = cutToMinute(start);
  return isNamedAfter(key, id) || (agreed.start <= from && from < (agreed.end ?? from));
}

/** Also says what the day waits for where that stands on another day now. */
const withElsewhere = (derived: DerivedDay, elsewhere: readonly TimeEntry[]): DerivedDay => ({
  ...derived,
  open: [...derived.open, ...elsewhere.flatMap(({ id, end }) => (end === null ? [id] : []))],
  unapproved: [...derived.unapproved, ...elsewhere.flatMap(({ id, end }) => (end === null ? [] : [id]))],
});

function findingsOf(
  derived: DerivedDay,
  person: Person,
  day: LocalDate,
  waits: boolean,
  onAbsence: boolean,
): Finding[] {
  const finding = (
    code: FindingCode,
    kind: Finding['class'],
    covers: readonly string[],
    facts: Finding['facts'],
  ): Finding => ({
    code,
    class: kind,
    part: 'attendances',
    employeeId: person.employeeId,
    userId: person.userId,
    on: day,
    until: null,
    covers,
    type: null,
    facts: { count: covers.length, ...facts },
  });
  const { problem, open, unapproved, clockDifferenceMinutes } = derived;
  return [
    ...(problem === null ? [] : [finding(problem.code, 'issue', problem.entryIds, problemFacts(problem))]),
    ...(open.length === 0 ? [] : [finding('entry-open', 'hold', open, {})]),
    ...(unapproved.length === 0 ? [] : [finding('entry-unapproved', 'hold', unapproved, {})]),
    ...(clockDifferenceMinutes === 0 || waits
      ? []
      : [finding('dst-hours-differ', 'note', [day], { hours: clockDifferenceMinutes / 60 })]),
    ...(onAbsence && derived.periods.some((period) => period.content.kind === 'WORK')
      ? [
          finding(
            'attendance-on-absence',
            'note',
            derived.periods.map((period) => period.key),
            {},
          ),
        ]
      : []),
  ];
}

function problemFacts({ first, second }: DayProblem): Finding['facts'] {
  const instant = (at: number): string => new Date(at).toISOString();
  return {
    oursFrom: first.start,
    oursTo: first.end,
    hours: Math.round((first.endAt - first.startAt) / 36_000) / 100,
    firstInstant: instant(first.startAt),
    secondInstant: instant(second === null ? first.endAt : second.startAt),
    ...(second === null ? {} : { theirsFrom: second.start, theirsTo: second.end }),
  };
}
