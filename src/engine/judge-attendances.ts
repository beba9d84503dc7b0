// Judging days: entries from the mirror, periods as read now, links from the ledger, one plan per employee and day. A
// company's years do not fit into memory: they are judged some days at a time, and a day on which nothing is to be done
// is settled at once and forgotten.

import type { Absence } from '../core/absences/absence.ts';
import { type CoveredDay, daysFromFields, holidayShare, wholeDayBeside } from '../core/absences/day-book.ts';
import type { AttendanceContent, TimeEntry } from '../core/attendance/attendance.ts';
import type { Finding } from '../core/report/codes.ts';
import type { Link } from '../core/sync/desk.ts';
import { groupBy, pushTo } from '../core/people/names.ts';
import {
  type Instant,
  type LocalDate,
  addDays,
  datesFrom,
  earlierOf,
  laterOf,
} from '../core/time/calendar.ts';
import {
  type DueList,
  completeByIds,
  dueList,
  keptFinding,
  linksByTarget,
  keptAside,
  keptOfPeople,
  beginTargetWatermark,
  markTargetChanges,
  targetWatermark,
  unitName,
} from './judge.ts';
import { type Day, type DayTable, judgeDay, layTable } from './judge-day.ts';
import { openEntries } from './fold.ts';
import { waitingElsewhere } from './left-days.ts';
import { secondWriter } from './ledger-age.ts';
import { type DayReach, keepNights, listsFor } from './quiet-nights.ts';
import { resolveProjects } from './project-book.ts';
import { settlesNothing } from './settle.ts';
import {
  type Standing,
  type StandingList,
  type TargetDesk,
  chunked,
  daysOf,
  peoplePerCall,
  readLists,
  windowDays,
} from './target-desk.ts';
import {
  IncompleteRead,
  type JudgedUnit,
  type RunState,
  type Workshop,
  emptyIsSuspiciousFrom,
} from './workshop.ts';

export interface JudgedPart<C> {
  /** Those with something to do, to say or to remember; in a rehearsal all. */
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
  const isFull = state.full.has('attendances');
  const startDate = shop.settings.attendances.startDate ?? '9999-12-31';
  const due = await dueList(shop, state, desk);
  const projects = await resolveProjects(shop, isFull);
  const table = await layTable(shop, state, desk, projects.byTask);
  const units: JudgedUnit<AttendanceContent>[] = [];
  const judge = async (view: View): Promise<void> => {
    units.push(...(await judgeWindow(shop, state, table, view)));
    shop.tidy();
  };
  let [listed, linked] = [0, 0];
  let serverAt: Instant | null = null;
  const beganAt = shop.now();
  // Where nothing of ours is left, as long as nothing was listed at all.
  const empty: { readonly days: readonly Day[]; readonly window: Window }[] = [];
  for (const window of windowsOf(await shop.archive.dirtyDays('attendances')))
    for (const days of portionsOf(await dueDays(shop, startDate, due, window))) {
      const view = await viewOf(shop, state, desk, days, window);
      serverAt ??= view.listing.serverAt;
      listed += view.listing.rows.length;
      linked += view.dueLinks.length;
      if (listed === 0 && view.dueLinks.length > 0) empty.push({ days, window });
      else await judge(view);
    }
  if (listed === 0 && linked >= emptyIsSuspiciousFrom)
    throw new IncompleteRead(
      'personio',
      'GET /v2/attendance-periods',
      'a list that had records is suddenly empty',
    );
  for (const { days, window } of empty) await judge(await viewOf(shop, state, desk, days, window));
  if (isFull) beginTargetWatermark(shop, state, 'attendances', { serverAt, beganAt });
  keepNights(state);
  const writer = secondWriter(state, 'attendances', units);
  const general = [
    ...(writer === null ? [] : [{ unit: '*writer', findings: writer }]),
    { unit: '*unlinked', findings: due.waiting() },
    { unit: '*people', findings: await keptOfPeople(shop, state, 'attendances') },
    { unit: '*projects', findings: projects.findings },
  ];
  return {
    units,
    general: isFull
      ? [
          ...general,
          { unit: '*scope', findings: await keptBefore(shop, startDate) },
          { unit: '*aside', findings: await keptAside(shop, 'attendances') },
        ]
      : general,
  };
}

/** A later start date leaves what was exported before it as it stands, and says how much that is (rule 0.7). */
async function keptBefore(shop: Workshop, startDate: LocalDate): Promise<Finding[]> {
  const links = await shop.archive.links({ part: 'attendances', to: addDays(startDate, -1) });
  return keptFinding('attendances', links);
}

interface Window {
  readonly from: LocalDate;
  readonly to: LocalDate;
}

/** As long as the lists that the target is asked for, so that the shorter memory costs no call. */
function windowsOf(days: readonly LocalDate[]): Window[] {
  const windows: { from: LocalDate; to: LocalDate }[] = [];
  for (const day of days) {
    const last = windows.at(-1);
    if (last !== undefined && day < addDays(last.from, windowDays)) last.to = day;
    else windows.push({ from: day, to: day });
  }
  return windows;
}

/** Everything that is known of some days. */
interface View extends Window {
  readonly days: readonly Day[];
  readonly userIds: readonly string[];
  /** By `user day`. */
  readonly entries: ReadonlyMap<string, readonly TimeEntry[]>;
  /** By `user day`: those that left it and wait. */
  readonly elsewhere: ReadonlyMap<string, readonly TimeEntry[]>;
  readonly links: readonly Link<AttendanceContent>[];
  /** By unit. */
  readonly linksByUnit: ReadonlyMap<string, readonly Link<AttendanceContent>[]>;
  /** Those whose day is judged. */
  readonly dueLinks: readonly Link<AttendanceContent>[];
  readonly listing: StandingList<AttendanceContent>;
}

async function dueDays(
  shop: Workshop,
  startDate: LocalDate,
  list: DueList,
  { from, to }: Window,
): Promise<Day[]> {
  const due = list.of(await shop.archive.dirty('attendances', { from, to }));
  const counts = ({ unit, person }: (typeof due)[number]): boolean =>
    unit.day !== null && unit.day >= laterOf(startDate, person.from ?? startDate);
  // Days that never go out are judged by that: what stands of them stays.
  const never = due.filter((one) => !counts(one));
  if (never.length > 0)
    await shop.archive.commit({
      clearDirty: never.map(({ unit }) => unit),
      putFindings: never.map(({ unit, person }) => ({
        part: 'attendances',
        unit: unitName(person.employeeId, unit.day),
        findings: [],
      })),
    });
  return due.flatMap((one): Day[] =>
    one.unit.day !== null && counts(one) ? [{ ...one, day: one.unit.day }] : [],
  );
}

/** As many people as the target is asked for in one call, whole people together. */
function portionsOf(days: readonly Day[]): Day[][] {
  const byPerson = groupBy(days, ({ person }) => person.employeeId);
  const people = [...byPerson.keys()].sort();
  return chunked(people, peoplePerCall).map((ids) => ids.flatMap((id) => byPerson.get(id) ?? []));
}

async function viewOf(
  shop: Workshop,
  state: RunState,
  desk: TargetDesk<AttendanceContent>,
  days: readonly Day[],
  { from, to }: Window,
): Promise<View> {
  const userIds = [...new Set(days.map(({ person }) => person.userId))];
  const employeeIds = [...new Set(days.map(({ person }) => person.employeeId))];
  await openEntries(
    shop,
    days.map(({ unit }) => unit),
    { from, to },
  );
  const entries = await entriesByDay(shop, userIds, { from, to });
  const { approvedOnly } = shop.settings.attendances;
  const elsewhere = await waitingElsewhere(shop.archive, approvedOnly, { userIds, from, to });
  const links = await shop.archive.links<AttendanceContent>({ part: 'attendances', employeeIds, from, to });
  const linksByUnit = groupBy(links, (link) => unitName(link.employeeId, link.from));
  const dueLinks = days.flatMap(({ person, day }) => linksByUnit.get(unitName(person.employeeId, day)) ?? []);
  // A day that neither side knows anything about needs no look at the target.
  const known = days.filter(
    ({ person, day }) =>
      entries.has(`${person.userId} ${day}`) || linksByUnit.has(unitName(person.employeeId, day)),
  );
  const reaches = known.map(({ person, day }) => ({ employeeId: person.employeeId, day }));
  const listing = await listDays(shop, state, desk, reaches);
  return { from, to, days, userIds, entries, elsewhere, links, linksByUnit, dueLinks, listing };
}

function listDays(
  { worthAList }: Workshop,
  state: RunState,
  desk: TargetDesk<AttendanceContent>,
  days: readonly DayReach[],
): Promise<StandingList<AttendanceContent>> {
  // A further round of a run reads no list of changes: what happened since the first one's, nobody has seen.
  const hasSeenChanges = state.memory[targetWatermark('attendances')] !== undefined;
  const lists = listsFor(days, hasSeenChanges ? state.nights : null, worthAList);
  return readLists(desk, lists, (list, rows) => state.nights.learn(desk, list, rows));
}

/** Units that have to be carried out; what is as it was agreed, and has nothing to say, is due no more. */
async function judgeWindow(
  shop: Workshop,
  state: RunState,
  table: DayTable,
  view: View,
): Promise<JudgedUnit<AttendanceContent>[]> {
  const { desk } = table;
  const { days, entries, elsewhere, links, linksByUnit, dueLinks, listing } = view;
  const standing = await completeByIds(desk, listing.rows, dueLinks);
  const fullAbsences = await fullAbsenceDays(shop, table, view);
  const onDay = standingByDay(desk, standing);
  const byId = new Map(standing.map((row) => [row.id, row]));
  const ours = new Set([...links.map((link) => link.targetId), ...table.intended]);
  const others = standing.map(({ id }) => id).filter((id) => !ours.has(id));
  for (const id of (await linksByTarget(shop, desk, others)).keys()) ours.add(id);

  const units: JudgedUnit<AttendanceContent>[] = [];
  const quiet: JudgedUnit<AttendanceContent>[] = [];
  for (const [index, day] of days.entries()) {
    const name = unitName(day.person.employeeId, day.day);
    const userDay = `${day.person.userId} ${day.day}`;
    const unit = judgeDay(table, day, {
      entries: entries.get(userDay) ?? [],
      elsewhere: elsewhere.get(userDay) ?? [],
      links: linksByUnit.get(name) ?? [],
      standing: onDay.get(name) ?? [],
      byId,
      ours,
      onFullAbsence: fullAbsences.has(userDay),
    });
    const isQuiet = state.request.mode === 'live' && settlesNothing(unit, desk) && !table.findings.has(name);
    (isQuiet ? quiet : units).push(unit);
    // A year of a large company takes seconds: whoever else lives in this process must be heard meanwhile.
    if (index % unitsPerBreath === 0) await breath();
  }
  for (const chunk of chunked(quiet, 1_000))
    await shop.archive.commit({ clearDirty: chunk.flatMap(({ dirty }) => dirty ?? []) });
  return units;
}

/** Some milliseconds' worth. */
const unitsPerBreath = 200;
const breath = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

async function entriesByDay(
  shop: Workshop,
  userIds: readonly string[],
  { from, to }: Window,
): Promise<Map<string, TimeEntry[]>> {
  const byDay = new Map<string, TimeEntry[]>();
  for (const mirrored of await shop.archive.rows({ kind: 'timeEntry', userIds, from, to })) {
    const first = laterOf(mirrored.from ?? to, from);
    const last = earlierOf(mirrored.to ?? from, to);
    for (const day of datesFrom(first, last)) pushTo(byDay, `${mirrored.userId} ${day}`, mirrored.row);
  }
  return byDay;
}

type LeaveShare = Pick<CoveredDay, 'on' | 'unit' | 'value'>;

/**
 * `user day` of every day that granted absences fill, as far as their types do not mean working elsewhere (rules 2.3,
 * 2.11, 3.10).
 */
async function fullAbsenceDays(
  shop: Workshop,
  table: DayTable,
  { userIds, from, to }: View,
): Promise<Set<string>> {
  const bookings = (await shop.archive.rows({ kind: 'absence', userIds, from, to })).flatMap(({ row }) =>
    row.status === 'granted' ? [row] : [],
  );
  const [holidays, shares] = [new Map<string, number>(), new Map<string, number>()];
  const count = ({ userId, typeKey }: Absence, { on, unit, value }: LeaveShare): void => {
    if (unit !== 'days' || table.isWorkedOn(typeKey)) return;
    const userDay = `${userId} ${on}`;
    shares.set(userDay, value + (shares.get(userDay) ?? 0));
  };
  if (!table.dayRowsExist)
    for (const booking of bookings) {
      const days = daysFromFields(booking, { from, to });
      if (days !== 'unclear') for (const day of days) count(booking, day);
    }
  const granted = new Map(bookings.map((booking) => [booking.id, booking]));
  for (const { row } of await shop.archive.rows({ kind: 'absenceDay', userIds, from, to })) {
    const userDay = `${row.userId} ${row.on}`;
    const booking = granted.get(row.absenceId ?? '');
    if (row.publicHoliday) holidays.set(userDay, Math.max(holidayShare(row), holidays.get(userDay) ?? 0));
    else if (booking !== undefined) count(booking, row);
  }
  const isFull = ([userDay, share]: [string, number]): boolean =>
    share >= wholeDayBeside(holidays.get(userDay) ?? 0);
  return new Set([...shares].filter(isFull).map(([userDay]) => userDay));
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
