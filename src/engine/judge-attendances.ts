// Judging days: entries from the mirror, periods as read now, links from the ledger, one plan per employee and day.

import {
  type DayProblem,
  type DerivedDay,
  deriveDay,
  type AttendanceRules,
} from '../core/attendance/derive.ts';
import type { AttendanceContent, TimeEntry } from '../core/attendance/attendance.ts';
import type { Finding, FindingCode } from '../core/report/codes.ts';
import { answersFor } from '../core/sync/decision.ts';
import type { Link } from '../core/sync/desk.ts';
import { planUnit } from '../core/sync/plan-unit.ts';
import { groupBy, pushTo } from '../core/people/names.ts';
import { type LocalDate, addDays, cutToMinute, laterOf } from '../core/time/calendar.ts';
import type { DirtyUnit } from './archive.ts';
import {
  type Person,
  completeByIds,
  decisionsOf,
  dueUnits,
  joinedAt,
  keptFinding,
  keptOfPeople,
  keepTargetWatermark,
  markTargetChanges,
  rememberedRefusals,
  unitName,
} from './judge.ts';
import { secondWriter } from './ledger-age.ts';
import { resolveProjects } from './project-book.ts';
import { type Standing, type TargetDesk, chunked, daysOf, readReaches, standsOn } from './target-desk.ts';
import {
  IncompleteRead,
  type JudgedUnit,
  type RunState,
  type Workshop,
  emptyIsSuspiciousFrom,
} from './workshop.ts';

export interface JudgedPart<C> {
  readonly units: readonly JudgedUnit<C>[];
  /** Findings that stand for the part, beside those of units. */
  readonly general: readonly { readonly unit: string; readonly findings: readonly Finding[] }[];
}

export async function judgeAttendances(
  shop: Workshop,
  state: RunState,
  desk: TargetDesk<AttendanceContent>,
): Promise<JudgedPart<AttendanceContent>> {
  await markTargetChanges(shop, state, desk);
  const startDate = shop.settings.attendances.startDate ?? '9999-12-31';
  const { due, waiting } = await dueUnits(shop, state, desk);
  const counts = ({ unit, person }: (typeof due)[number]): boolean =>
    unit.day !== null && unit.day >= laterOf(startDate, person.from ?? startDate);
  // Days that never go out are judged by that: what stands of them stays.
  const never = due.filter((one) => !counts(one));
  await shop.archive.commit({
    clearDirty: never.map(({ unit }) => unit),
    putFindings: never.map(({ unit, person }) => ({
      part: 'attendances',
      unit: unitName(person.employeeId, unit.day),
      findings: [],
    })),
  });
  const days = due.flatMap((one) =>
    one.unit.day !== null && counts(one) ? [{ ...one, day: one.unit.day }] : [],
  );
  const entries = await entriesByDay(shop, [...new Set(days.map(({ person }) => person.userId))]);
  const links = await linksOf(shop, [...new Set(days.map(({ person }) => person.employeeId))]);
  const dueLinks = linksOfDays(links, days);
  // A day that neither side knows anything about needs no look at the target.
  const linkedUnits = new Set(dueLinks.map((link) => unitName(link.employeeId, link.from)));
  const known = days.filter(
    ({ person, day }) =>
      entries.has(`${person.userId} ${day}`) || linkedUnits.has(unitName(person.employeeId, day)),
  );
  const listing = await readReaches(
    desk,
    known.map(({ person, day }) => ({ employeeId: person.employeeId, from: day, to: day })),
  );
  if (listing.rows.length === 0 && dueLinks.length >= emptyIsSuspiciousFrom)
    throw new IncompleteRead(
      'personio',
      'GET /v2/attendance-periods',
      'a list that had records is suddenly empty',
    );
  if (state.full.has('attendances')) keepTargetWatermark(shop, state, 'attendances', listing.serverAt);
  const standing = await completeByIds(desk, listing.rows, dueLinks);

  const projects = await resolveProjects(shop, state.full.has('attendances'));
  const judge = await dayJudge(shop, state, desk, days, entries, links, standing, projects.byTask);
  const units: JudgedUnit<AttendanceContent>[] = [];
  for (const day of days) {
    units.push(judge(day));
    // A year of a large company takes seconds: whoever else lives in this process must be heard meanwhile.
    if (units.length % unitsPerBreath === 0) await breath();
  }
  const writer = secondWriter(state, 'attendances', units);
  const general = [
    ...(writer === null ? [] : [{ unit: '*writer', findings: writer }]),
    { unit: '*unlinked', findings: waiting },
    { unit: '*people', findings: await keptOfPeople(shop, state, 'attendances') },
    { unit: '*projects', findings: projects.findings },
  ];
  return {
    units,
    general: state.full.has('attendances')
      ? [...general, { unit: '*scope', findings: await keptBefore(shop, startDate) }]
      : general,
  };
}

/** A later start date leaves what was exported before it as it stands, and says how much that is (rule 0.7). */
async function keptBefore(shop: Workshop, startDate: LocalDate): Promise<Finding[]> {
  const links = await shop.archive.links<AttendanceContent>({ part: 'attendances' });
  return keptFinding(
    'attendances',
    links.filter((link) => link.from !== null && link.from < startDate),
  );
}

/** Some milliseconds' worth. */
const unitsPerBreath = 200;
const breath = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

interface Day {
  readonly unit: DirtyUnit;
  readonly person: Person;
  readonly day: LocalDate;
}

async function dayJudge(
  shop: Workshop,
  state: RunState,
  desk: TargetDesk<AttendanceContent>,
  days: readonly Day[],
  entries: ReadonlyMap<string, readonly TimeEntry[]>,
  links: readonly Link<AttendanceContent>[],
  standing: readonly Standing<AttendanceContent>[],
  projects: ReadonlyMap<string, string>,
): Promise<(day: Day) => JudgedUnit<AttendanceContent>> {
  const userIds = [...new Set(days.map(({ person }) => person.userId))];
  const fullAbsences = await fullAbsenceDays(shop, userIds);
  const refusals = await rememberedRefusals(shop, state, 'attendances');
  const linksByUnit = groupBy(links, (link) => unitName(link.employeeId, link.from));
  const oursElsewhere = new Set([
    ...links.map((link) => link.targetId),
    ...(await shop.archive.intents()).flatMap((intent) =>
      intent.targetId === null ? [] : [intent.targetId],
    ),
  ]);
  const onDay = standingByDay(desk, standing);
  const byId = new Map(standing.map((row) => [row.id, row]));
  const decisions = await decisionsOf(shop, 'attendances');
  const cuts = await cutsBefore(shop);
  const rules = rulesOf(shop, projects);
  const { attendances, lockedUntil } = shop.settings;

  return ({ unit, person, day }) => {
    const name = unitName(person.employeeId, day);
    const own = linksByUnit.get(name) ?? [];
    const around = onDay.get(name) ?? [];
    const movedAway = own.flatMap((link) => {
      const row = byId.get(link.targetId);
      const isElsewhere = row?.employeeId === person.employeeId && !standsOn(desk.craft, row.content, day);
      return row !== undefined && isElsewhere ? [row] : [];
    });
    const rows = entries.get(`${person.userId} ${day}`) ?? [];
    const derived = deriveDay(day, rows, rules);
    const waits = mustWait(derived, rows, own, desk);
    const plan = planUnit(
      {
        part: 'attendances',
        employeeId: person.employeeId,
        userId: person.userId,
        sources: waits ? [] : derived.periods,
        waiting: waits ? new Set(own.map((link) => link.key)) : new Set(),
        unitWaits: waits,
        outOfScope: new Set(),
        targets: around,
        movedAway,
        links: own,
        oursElsewhere,
        refusals,
        answers: answersFor(decisions.get(person.employeeId) ?? [], name),
        findings: [
          ...findingsOf(derived, person, day, waits, fullAbsences.has(`${person.userId} ${day}`)),
          ...(cuts.get(name) ?? []).filter((cut) => isStillCut(cut, around)),
        ],
        policy: { freezes: 'unit', inTheWay: 'overlaps-foreign', onTargetEdit: attendances.onTargetEdit },
        lockedUntil,
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
      findings: plan.findings,
      links: own,
      foreign: plan.surroundings,
      joinedAt: joinedAt(plan.actions, around),
      answered: plan.answered,
    };
  };
}

/** By unit: what was told of entries that Personio cut while it stored ours (rule 3.8). */
async function cutsBefore(shop: Workshop): Promise<Map<string, readonly Finding[]>> {
  const units = (await shop.archive.findings()).filter(({ part }) => part === 'attendances');
  return new Map(
    units.map(({ unit, findings }) => [unit, findings.filter(({ code }) => code === 'foreign-cut')]),
  );
}

/** Nobody has looked at it as long as it stands just as it was left: restored, changed or deleted, it has been seen to. */
const isStillCut = ({ facts }: Finding, around: readonly Standing<AttendanceContent>[]): boolean =>
  around.some(
    ({ id, content }) =>
      id === facts['theirsId'] &&
      content.start === facts['theirsFrom'] &&
      content.end === (facts['theirsTo'] ?? null),
  );

/**
 * A problem holds the day. A day that was exported changes only once all of it is approved (`approvedOnly`), and once a
 * row that was exported and runs again has stopped: it is not gone.
 */
function mustWait(
  derived: DerivedDay,
  rows: readonly TimeEntry[],
  links: readonly Link<AttendanceContent>[],
  desk: TargetDesk<AttendanceContent>,
): boolean {
  if (derived.problem !== null) return true;
  const changed = links.filter(
    (link) => !derived.periods.some((period) => desk.craft.equal(period.content, link.agreed)),
  );
  if (changed.length === 0) return false;
  if (derived.unapproved.length > 0) return true;
  const running = rows.filter((row) => derived.open.includes(row.id)).map((row) => cutToMinute(row.start));
  return changed.some(({ agreed }) =>
    running.some((start) => agreed.start <= start && start < (agreed.end ?? start)),
  );
}

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

function rulesOf(shop: Workshop, projects: ReadonlyMap<string, string>): AttendanceRules {
  const { granularity, paidBreaks, approvedOnly, notes } = shop.settings.attendances;
  return {
    granularity,
    paidBreaks,
    approvedOnly,
    notes,
    projects,
  };
}

async function entriesByDay(shop: Workshop, userIds: readonly string[]): Promise<Map<string, TimeEntry[]>> {
  const byDay = new Map<string, TimeEntry[]>();
  for (const ids of chunked(userIds, 100)) {
    for (const { row, from, to } of await shop.archive.rows({ kind: 'timeEntry', userIds: ids })) {
      for (let day = from ?? ''; day !== '' && day <= (to ?? ''); day = addDays(day, 1)) {
        pushTo(byDay, `${row.userId} ${day}`, row);
      }
    }
  }
  return byDay;
}

/** `user day` of every full day of granted absence whose type does not mean working elsewhere (rules 2.11, 3.10). */
async function fullAbsenceDays(shop: Workshop, userIds: readonly string[]): Promise<Set<string>> {
  const working = new Set(
    shop.settings.absences.types.filter((row) => row.worksThatDay).map((row) => row.timetac),
  );
  const named = new Map(
    (
      JSON.parse((await shop.archive.memory())['cache.source-types'] ?? '[]') as {
        key: string;
        name: string;
      }[]
    ).map((type) => [type.key, type.name]),
  );
  const days = new Set<string>();
  for (const ids of chunked(userIds, 100)) {
    const granted = new Map(
      (await shop.archive.rows({ kind: 'absence', userIds: ids }))
        .filter(({ row }) => row.status === 'granted')
        .map(({ row }) => [row.id, row.typeKey]),
    );
    for (const { row } of await shop.archive.rows({ kind: 'absenceDay', userIds: ids })) {
      const typeKey = row.absenceId === null ? undefined : granted.get(row.absenceId);
      if (typeKey === undefined || row.unit !== 'days' || row.value < 1) continue;
      if (!working.has(typeKey) && !working.has(named.get(typeKey) ?? ''))
        days.add(`${row.userId} ${row.on}`);
    }
  }
  return days;
}

async function linksOf(shop: Workshop, employeeIds: readonly string[]): Promise<Link<AttendanceContent>[]> {
  const links: Link<AttendanceContent>[] = [];
  for (const ids of chunked(employeeIds, 100))
    links.push(...(await shop.archive.links<AttendanceContent>({ part: 'attendances', employeeIds: ids })));
  return links;
}

function linksOfDays(
  links: readonly Link<AttendanceContent>[],
  days: readonly Day[],
): Link<AttendanceContent>[] {
  const units = new Set(days.map(({ person, day }) => unitName(person.employeeId, day)));
  return links.filter((link) => units.has(unitName(link.employeeId, link.from)));
}

/** By `employee day`: all that stands on it. */
function standingByDay(
  desk: TargetDesk<AttendanceContent>,
  standing: readonly Standing<AttendanceContent>[],
): Map<string, Standing<AttendanceContent>[]> {
  const onDay = new Map<string, Standing<AttendanceContent>[]>();
  for (const row of standing)
    for (const day of daysOf(desk.craft, row.content)) pushTo(onDay, unitName(row.employeeId, day), row);
  return onDay;
}
