// Judging absences: all bookings of one employee together, because they bound each other.

import type { AbsenceContent } from '../core/absences/absence.ts';
import { bookingsOn } from '../core/absences/behind-marks.ts';
import { cutToScope, tellWhole } from '../core/absences/cut.ts';
import { deriveAbsencePeriods } from '../core/absences/derive.ts';
import {
  type AbsenceProblem,
  type AbsenceRules,
  type DerivedAbsences,
  absenceIdOf,
  firstOpenDay,
} from '../core/absences/derived.ts';
import type { CoveredDay } from '../core/absences/day-book.ts';
import { daysInDoubt } from '../core/absences/days-in-doubt.ts';
import { groupBy } from '../core/people/names.ts';
import { type Finding, type FindingClass, findingClasses } from '../core/report/codes.ts';
import { answersFor, isIgnored } from '../core/sync/decision.ts';
import { type Link, isStanding, unfoldAll } from '../core/sync/desk.ts';
import { planUnit } from '../core/sync/plan-unit.ts';
import { isSetAside } from '../core/sync/set-aside.ts';
import { type LocalDate, earlierOf, laterOf } from '../core/time/calendar.ts';
import type { MirrorRow } from './archive.ts';
import { secondWriter } from './ledger-age.ts';
import type { JudgedPart } from './judge-attendances.ts';
import {
  type Person,
  completeByIds,
  decisionsOf,
  dueList,
  joinedAt,
  keptAside,
  keptOfPeople,
  beginTargetWatermark,
  markTargetChanges,
  rememberedRefusals,
  unitName,
} from './judge.ts';
import { type Standing, type TargetDesk, chunked, readReaches } from './target-desk.ts';
import type { ResolvedTypes } from './type-book.ts';
import {
  IncompleteRead,
  type JudgedUnit,
  type RunState,
  type Workshop,
  emptyIsSuspiciousFrom,
} from './workshop.ts';

export async function judgeAbsences(
  shop: Workshop,
  state: RunState,
  desk: TargetDesk<AbsenceContent>,
  types: ResolvedTypes,
): Promise<JudgedPart<AbsenceContent>> {
  await markTargetChanges(shop, state, desk);
  const startDate = shop.settings.absences.startDate ?? '9999-12-31';
  const list = await dueList(shop, state, desk);
  const due = list.of(await shop.archive.dirty('absences'));
  const links = await linksOf(
    shop,
    due.map(({ person }) => person.employeeId),
  );
  // Whoever has no booking and no link needs no look at the target: a new calendar's holidays concern nobody.
  const booked = new Set<string>();
  for (const chunk of chunked(due, 100))
    for (const row of await rowsOf(
      shop,
      'absence',
      chunk.map(({ person }) => person.userId),
    ))
      if (row.status !== 'deleted') booked.add(row.userId);
  const linkedPeople = new Set(links.map((link) => link.employeeId));
  const known = due.filter(({ person }) => booked.has(person.userId) || linkedPeople.has(person.employeeId));
  const from = firstDayOf(startDate, links);
  const beganAt = shop.now();
  const listing = await readReaches(
    desk,
    known.map(({ person }) => ({ employeeId: person.employeeId, from, to: null })),
  );
  if (listing.rows.length === 0 && links.length >= emptyIsSuspiciousFrom)
    throw new IncompleteRead(
      'personio',
      'GET /v2/absence-periods',
      'a list that had records is suddenly empty',
    );
  if (state.full.has('absences'))
    beginTargetWatermark(shop, state, 'absences', { serverAt: listing.serverAt, beganAt });
  const standing = await completeByIds(desk, listing.rows, links);

  const refusals = await rememberedRefusals(shop, state, 'absences');
  const intents = (await shop.archive.intents()).flatMap((intent) => intent.targetId ?? []);
  const byEmployee = groupBy(standing, (row) => row.employeeId);
  const decisions = await decisionsOf(shop, 'absences');
  const linksByEmployee = groupBy(links, (link) => link.employeeId);
  const dayRowsExist = (await shop.archive.countRows('absenceDay')) > 0;
  const units: JudgedUnit<AbsenceContent>[] = [];

  for (const chunk of chunked(due, 100)) {
    const userIds = chunk.map(({ person }) => person.userId);
    const bookings = groupBy(await rowsOf(shop, 'absence', userIds), (row) => row.userId);
    const dayRows = groupBy(await rowsOf(shop, 'absenceDay', userIds), (row) => row.userId);
    for (const { unit, person } of chunk) {
      const kept = linksByEmployee.get(person.employeeId) ?? [];
      const name = unitName(person.employeeId, null);
      const answers = answersFor(decisions.get(person.employeeId) ?? [], name, absenceIdOf);
      const rules: AbsenceRules = {
        mapping: types.mapping,
        fractions: shop.settings.absences.fractions,
        startDate: laterOf(startDate, person.from ?? startDate),
        lockedUntil: shop.settings.lockedUntil,
        exitOn: person.exitOn,
        dayRowsExist,
        targetHours: new Map(),
        isLeftAlone: (period) => isIgnored(answers, period, desk.craft),
      };
      const booked = bookings.get(person.userId) ?? [];
      const bookingIds = new Set(booked.map(({ id }) => id));
      const rows = dayRows.get(person.userId) ?? [];
      const targetHours = await targetHoursOf(shop, person.userId, daysInDoubt(booked, rows, rules));
      // Names and halves that were joined need no more of a link than its dates.
      const derived = deriveAbsencePeriods(booked, rows, kept, { ...rules, targetHours });
      const cut = { from: firstOpenDay(rules), links: kept, bookings: booked };
      // How far back the list goes depends on who else is due; what this one is judged by does not.
      const since = firstDayOf(startDate, kept);
      const linkedIds = new Set(kept.map(({ targetId }) => targetId));
      const whole = (byEmployee.get(person.employeeId) ?? []).filter(
        ({ id, content }) => linkedIds.has(id) || content.lastOn === null || content.lastOn >= since,
      );
      const around = whole.map((row) => cutToScope(row, cut));
      const own = unfoldAll(kept, desk.craft, ({ targetId, agreed }) => [
        ...around.filter(({ id }) => id === targetId).map(({ content }) => content),
        ...derived.periods.map(({ content }) => content),
        ...bookingsOn(agreed, types.targetIds),
      ]);
      const plan = planUnit(
        {
          part: 'absences',
          employeeId: person.employeeId,
          userId: person.userId,
          sources: derived.periods,
          waiting: linksOfBookings(own, derived.waiting),
          unitWaits: false,
          outOfScope: new Set([
            ...linksOfBookings(own, derived.outOfScope),
            ...own.filter((link) => isTakenOut(link, rules, types, bookingIds)).map((link) => link.key),
          ]),
          targets: around,
          links: own,
          movedAway: [],
          oursElsewhere: new Set(intents),
          refusals,
          answers,
          findings: findingsOf(derived, person, types, whole).filter(
            (finding) =>
              !finding.covers.every(
                (id) =>
                  answers.ofRecord(id)?.choice === 'ignore' ||
                  answers.leftAlone.some(({ booking }) => booking === id),
              ),
          ),
          policy: { freezes: 'record', inTheWay: 'absence-exists', onTargetEdit: 'hold' },
          lockedUntil: shop.settings.lockedUntil,
          exitOn: person.exitOn,
          typeNameOf: (content) => types.targetName(content.typeId),
        },
        desk.craft,
      );
      // Of what is held nothing was rounded for anybody.
      const sent = new Set(
        [...own, ...plan.actions.filter(({ kind }) => kind !== 'hold')].map(({ key }) => absenceIdOf(key)),
      );
      units.push({
        part: 'absences',
        unit: name,
        // Once the type is found, what waits for it goes out by itself, whoever read the lists.
        dirty: derived.waitsForType ? null : unit,
        employeeId: person.employeeId,
        actions: plan.actions,
        findings: plan.findings
          .filter(({ code, covers }) => code !== 'rounded' || covers.some((id) => sent.has(id)))
          .map((finding) => tellWhole(finding, whole, around)),
        links: own,
        foreign: plan.surroundings,
        joinedAt: joinedAt(plan.actions, around),
        answered: plan.answered,
      });
    }
  }
  const writer = secondWriter(state, 'absences', units);
  const general = [
    { unit: '*unlinked', findings: list.waiting() },
    { unit: '*people', findings: await keptOfPeople(shop, state, 'absences') },
    { unit: '*aside', findings: await keptAside(shop, 'absences') },
  ];
  return { units, general: writer === null ? general : [...general, { unit: '*writer', findings: writer }] };
}

/** What was exported may begin before the start date. */
const firstDayOf = (startDate: LocalDate, links: readonly Link<AbsenceContent>[]): LocalDate =>
  links.reduce((first, { agreed }) => earlierOf(first, agreed.firstOn), startDate);

/**
 * Types that nobody mapped, and those whose mapping is not found, once per type with the bookings that wait for it (rule
 * 2.9); judged over everybody's.
 */
export async function typesInTheWay(
  shop: Workshop,
  state: RunState,
  types: ResolvedTypes,
): Promise<Finding[]> {
  const startDate = shop.settings.absences.startDate ?? '9999-12-31';
  const { lockedUntil } = shop.settings;
  const linked = new Set(
    [...(state.register?.linked.values() ?? [])].flatMap(({ userId, inScope }) => (inScope ? [userId] : [])),
  );
  const bookings = (await shop.archive.rows({ kind: 'absence', from: startDate })).filter(
    ({ row }) => row.status === 'granted' && row.to > (lockedUntil ?? '') && linked.has(row.userId),
  );
  const waitFor = (named: string | null): string[] =>
    bookings.flatMap(({ id, row }) => {
      const mapped = types.mapping(row.typeKey);
      return mapped.kind === 'not-found' && mapped.named === named ? [id] : [];
    });
  const notFound = types.findings.map((finding) => {
    const covers = waitFor(finding.type);
    return { ...finding, covers, facts: { ...finding.facts, count: covers.length } };
  });
  const unmapped = bookings.filter(({ row }) => types.mapping(row.typeKey).kind === 'unmapped');
  return [...notFound, ...unmappedTypes(unmapped, types)];
}

const unmappedTypes = (bookings: readonly MirrorRow<'absence'>[], types: ResolvedTypes): Finding[] =>
  [...groupBy(bookings, ({ row }) => row.typeKey)].map(([typeKey, found]) => ({
    code: 'type-unmapped',
    class: 'issue',
    part: 'absences',
    employeeId: null,
    userId: null,
    on: found.map(({ row }) => row.from).sort()[0] ?? null,
    until: null,
    covers: found.map(({ id }) => id),
    type: types.sourceName(typeKey) ?? typeKey,
    facts: { count: found.length, typeKey },
  }));

/** Asked only where a doubt needs it: one call for one person. */
async function targetHoursOf(
  shop: Workshop,
  userId: string,
  dates: readonly LocalDate[],
): Promise<ReadonlyMap<LocalDate, number>> {
  const [first, last] = [dates[0], dates.at(-1)];
  if (first === undefined || last === undefined) return new Map();
  const known = await shop.time.readTargetHours(userId, first, last);
  // What a booking comes to depends on no other one's doubts.
  return new Map(dates.flatMap((date) => (known.has(date) ? [[date, known.get(date) ?? 0] as const] : [])));
}

/**
 * Exported once, and by its days or its type no longer looked after: its going says nothing any more (rule 0.7). The
 * type is the booking's own, which the derivation asks; only where nobody knows the booking, the record's stands for it.
 */
const isTakenOut = (
  { key, agreed }: Link<AbsenceContent>,
  { startDate }: AbsenceRules,
  types: ResolvedTypes,
  bookingIds: ReadonlySet<string>,
): boolean =>
  isSetAside(key) ||
  (agreed.lastOn !== null && agreed.lastOn < startDate) ||
  (!bookingIds.has(absenceIdOf(key)) && !types.isSynchronised(agreed.typeId));

const linksOfBookings = (
  links: readonly Link<AbsenceContent>[],
  absenceIds: ReadonlySet<string>,
): Set<string> => new Set(links.map((link) => link.key).filter((key) => absenceIds.has(absenceIdOf(key))));

function findingsOf(
  derived: DerivedAbsences,
  person: Person,
  types: ResolvedTypes,
  standing: readonly Standing<AbsenceContent>[],
): Finding[] {
  return derived.problems
    .filter((problem) => problem.code !== 'month-closed' || !standsThere(problem, types, standing))
    .map((problem) => ({
      code: problem.code,
      class: classOf(problem),
      part: 'absences',
      employeeId: person.employeeId,
      userId: person.userId,
      on: problem.from,
      until: problem.to === problem.from ? null : problem.to,
      covers: [problem.absenceId],
      type: types.sourceName(problem.typeKey),
      facts: {
        count: 1,
        value: problem.value,
        unit: problem.unit,
        exitOn: person.exitOn,
        ...(problem.wants === undefined ? {} : { wants: problem.wants }),
        ...(problem.roundedTo === undefined
          ? {}
          : { differences: `${problem.from}: ${rounded(problem.value)} → ${rounded(problem.roundedTo)}` }),
        ...(problem.code === 'month-closed' ? { differences: `– → ${daysText(problem)}` } : {}),
      },
    }));
}

/** Hours in parts of a day have no end of digits. */
const rounded = (days: number | null): number => Math.round((days ?? 0) * 100) / 100;

const isWhole = (day: CoveredDay | undefined): boolean => day !== undefined && day.value >= day.possible;

/** `2026-02-12 ½`, `2026-02-12–2026-02-13 (3 h)`: what payroll has to book of them. */
function daysText({ from, to, edges }: AbsenceProblem): string {
  const amount = (day: CoveredDay | undefined): string => {
    if (day === undefined || (day.unit === 'days' && isWhole(day))) return '';
    if (day.unit === 'hours') return ` (${day.value} h)`;
    return day.value === 0.5 ? ' ½' : ` (${day.value} d)`;
  };
  const begins = `${from}${amount(edges?.first)}`;
  return from === to ? begins : `${begins}–${to}${amount(edges?.last)}`;
}

const classOf = (problem: AbsenceProblem): FindingClass => findingClasses[problem.code];

/** Days of a closed month that Personio has already differ in nothing; half of a whole day is not that day. */
function standsThere(
  { typeKey, from, to, edges, days = [from, to] }: AbsenceProblem,
  types: ResolvedTypes,
  standing: readonly Standing<AbsenceContent>[],
): boolean {
  const mapped = types.mapping(typeKey);
  const own = standing.filter(
    ({ content, standing }) =>
      isStanding({ standing }) && mapped.kind === 'sync' && content.typeId === mapped.typeId,
  );
  // Half of a whole day is not that day; of the outermost two it is known how much they count.
  const isHalf = (day: LocalDate): boolean =>
    (day === from && edges !== undefined && !isWhole(edges.first)) ||
    (day === to && edges !== undefined && !isWhole(edges.last));
  const covers = ({ content }: Standing<AbsenceContent>, day: LocalDate): boolean =>
    content.firstOn <= day &&
    (content.lastOn === null || content.lastOn >= day) &&
    (isHalf(day) ||
      !(
        (content.firstOn === day && content.startsAtMidday) ||
        (content.lastOn === day && content.endsAtMidday)
      ));
  // In one record or in several.
  return days.every((day) => own.some((record) => covers(record, day)));
}

async function linksOf(shop: Workshop, employeeIds: readonly string[]): Promise<Link<AbsenceContent>[]> {
  const links: Link<AbsenceContent>[] = [];
  for (const ids of chunked(employeeIds, 100))
    links.push(...(await shop.archive.links<AbsenceContent>({ part: 'absences', employeeIds: ids })));
  return links;
}

async function rowsOf<K extends 'absence' | 'absenceDay'>(
  shop: Workshop,
  kind: K,
  userIds: readonly string[],
) {
  return (await shop.archive.rows({ kind, userIds })).map(({ row }) => row);
}
