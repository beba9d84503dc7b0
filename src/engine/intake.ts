// Reading the source into the mirror, and marking what has to be judged. Mirror and marks are written together, so a
// crash between reading and planning forgets nothing: a unit stays dirty until it has been judged and settled.

import { absenceIdOf } from '../core/absences/derived.ts';
import { groupBy } from '../core/people/names.ts';
import type { Part } from '../core/report/codes.ts';
import {
  type LocalDate,
  addDays,
  clockChangesOn,
  earlierOf,
  instantOf,
  laterOf,
  minuteMs,
  wallOf,
} from '../core/time/calendar.ts';
import type { Batch, DirtyUnit, MirrorRow, RowKind } from './archive.ts';
import { leftOverOf } from './given-rows.ts';
import { type Moves, leftDays } from './left-days.ts';
import {
  daysOfEntries,
  eachOnce,
  formsOf,
  isFolded,
  isGone,
  keptOf,
  mirrored,
  nameOf,
  saysTheSame,
  unitsOf,
  withoutThem,
} from './mirror-rows.ts';
import type { SourceClock, SourceKind, SourceRows, SourceStarts } from './ports.ts';
import { noticeNewTasks } from './project-book.ts';
import { RisingIds, portionsBySize, portionsOfMirror } from './portions.ts';
import { mergeBatches } from './settle.ts';
import {
  IncompleteRead,
  type RunState,
  type Workshop,
  emptyIsSuspiciousFrom,
  guarded,
  isActive,
} from './workshop.ts';

/** Users serve all parts: nobody's hours can go out without knowing who is who. */
export const kindsOf: Readonly<Record<Part, readonly SourceKind[]>> = {
  employees: ['user'],
  absences: ['absence', 'absenceDay'],
  attendances: ['timeEntry'],
};

export const sourceWatermark = (part: Part): string => `source.${part}`;

/** Reads the time system's side of all active parts, and everybody's names from both sides. */
export async function intake(shop: Workshop, state: RunState): Promise<void> {
  shop.tell({ phase: 'reading', part: null, done: 0, total: null });
  const reads: Part[] = ['employees', ...state.active.filter((part) => part !== 'employees')];
  const changing = reads.filter((part) => !state.full.has(part));
  const unsettled = new Set<Part>(reads.filter((part) => state.full.has(part)));

  await guarded(state, allParts, async () => {
    if (changing.length > 0) for (const part of await takeChanges(shop, state, changing)) unsettled.add(part);
    if (unsettled.has('employees')) await takeAll(shop, state, 'employees');
    await readPeople(shop, state);
  });
  if (state.failures.has('employees')) return;
  for (const part of reads) {
    if (part === 'employees' || !isActive(state, part)) continue;
    const { window } = state;
    if (unsettled.has(part)) await guarded(state, [part], () => takeAll(shop, state, part));
    else if (window !== null) await guarded(state, [part], () => takeWindow(shop, part, window));
  }
}

const allParts: readonly Part[] = ['employees', 'absences', 'attendances'];

/** How many employees were listed last, linked or not. */
const listedKey = 'people.listed';

async function readPeople(shop: Workshop, state: RunState): Promise<void> {
  const employees = (await shop.hr.readEmployees()).rows;
  const linked = await shop.archive.countLinks('employees');
  const known = Math.max(linked, Number(state.memory[listedKey] ?? 0));
  if (employees.length === 0 && known >= emptyIsSuspiciousFrom)
    throw new IncompleteRead('personio', 'GET /v1/company/employees', 'the list of employees is empty');
  state.watermarks.set('employees', {
    ...state.watermarks.get('employees'),
    [listedKey]: String(employees.length),
  });
  state.employees = employees;
  state.users = (await shop.archive.rows({ kind: 'user' })).map(({ row }) => row);
}

/** One delta for all parts. Returns the parts whose deletions the server did not tell: those need a full read. */
async function takeChanges(shop: Workshop, state: RunState, changing: readonly Part[]): Promise<Part[]> {
  const kinds = changing.flatMap((part) => kindsOf[part]);
  const since = changing.map((part) => state.memory[sourceWatermark(part)] ?? '').sort()[0] ?? '';
  const zone = state.memory['source.zone'] ?? 'UTC';
  // No lower bound: a row that moved to before the start date has to be seen leaving.
  const reading = await shop.time.readChanges(kinds, withOverlap(since, zone), {});
  if (reading.failed.user !== undefined) throw reading.failed.user;
  const read = changing.filter((part) => {
    const trouble = kindsOf[part].flatMap((kind) => reading.failed[kind] ?? [])[0];
    if (trouble !== undefined) state.failures.set(part, trouble);
    return trouble === undefined;
  });
  const blind = read.filter((part) => kindsOf[part].some((kind) => reading.deleted[kind] === undefined));
  for (const part of read) {
    if (!blind.includes(part)) keepWatermark(state, part, reading);
    for (const kind of kindsOf[part])
      await takeRows(shop, kind, reading.rows[kind] ?? [], reading.deleted[kind] ?? []);
  }
  return blind;
}

/** A full read is compared with the mirror: what is missing is looked up by id before it counts as gone (rule 0.6). */
async function takeAll(shop: Workshop, state: RunState, part: Part): Promise<void> {
  const starts = startsOf(shop);
  if (part === 'absences') {
    keepWatermark(state, part, await compare(shop, ['absence'], starts));
    await compare(shop, ['absenceDay'], await withCutBookings(shop, starts));
  } else keepWatermark(state, part, await compare(shop, kindsOf[part], starts));
  if (part !== 'employees') await markSince(shop, part, null);
}

/**
 * Of a booking that was exported before the start date moved into it, the whole is compared (rule 2.1): the days before
 * that date are read as well.
 */
async function withCutBookings({ archive }: Workshop, starts: SourceStarts): Promise<SourceStarts> {
  const start = starts.absenceDay;
  if (start === undefined) return starts;
  const links = await archive.links({ part: 'absences', to: addDays(start, -1) });
  const ids = [...new Set(links.map(({ key }) => absenceIdOf(key)))];
  const bookings = new Map(
    (ids.length === 0 ? [] : await archive.rows({ kind: 'absence', ids, from: start })).map(({ row }) => [
      row.id,
      row,
    ]),
  );
  const days = links.flatMap(({ key, from }) => {
    const booking = bookings.get(absenceIdOf(key));
    return booking === undefined ? [] : [booking.from, from ?? booking.from];
  });
  return { ...starts, absenceDay: days.reduce(earlierOf, start) };
}

/** The same for recent days only; what happened before is the business of the changes that were just read. */
async function takeWindow(
  shop: Workshop,
  part: Exclude<Part, 'employees'>,
  window: LocalDate,
): Promise<void> {
  const starts = Object.fromEntries(
    Object.entries(startsOf(shop)).map(([kind, from]) => [kind, laterOf(from, window)]),
  );
  await compare(shop, kindsOf[part], starts);
  await markSince(shop, part, window);
  await markWhatIsInTheWay(shop, part);
}

/** Somebody may have taken it away, as they were told to: no list shows what is deleted, however long ago its day was. */
async function markWhatIsInTheWay({ archive }: Workshop, part: Exclude<Part, 'employees'>): Promise<void> {
  const told = (await archive.findings()).flatMap((entry) => (entry.part === part ? entry.findings : []));
  const units = told.flatMap(({ facts, userId, on }): DirtyUnit[] => {
    if (facts['theirsId'] === undefined || userId === null) return [];
    if (part === 'absences') return [{ part, userId, day: null }];
    return on === null ? [] : [{ part, userId, day: on }];
  });
  if (units.length > 0) await archive.commit({ markDirty: eachOnce(units) });
}

/** Pages are taken as they come: a company's years do not fit into memory, the ids of its rows do. */
async function compare(
  shop: Workshop,
  kinds: readonly SourceKind[],
  starts: SourceStarts,
): Promise<SourceClock> {
  const listed = new Map(kinds.map((kind) => [kind, new RisingIds()]));
  const clock = await shop.time.readEach(kinds, starts, async (kind, rows) => {
    for (const { id } of rows) listed.get(kind)?.add(id);
    await takeRows(shop, kind, rows, [], true);
    shop.tidy();
  });
  for (const [kind, ids] of listed) await takeUnlisted(shop, kind, starts[kind], ids);
  return clock;
}

async function takeUnlisted(
  shop: Workshop,
  kind: SourceKind,
  from: LocalDate | undefined,
  listed: RisingIds,
): Promise<void> {
  let missing: MirrorRow<RowKind>[] = [];
  for (const form of formsOf(kind))
    for await (const rows of portionsOfMirror(shop, form, from === undefined ? {} : { from })) {
      missing.push(...rows.filter((row) => !listed.has(row.id) && !isGone(row)));
      if (listed.isEmpty && missing.length >= emptyIsSuspiciousFrom)
        throw new IncompleteRead('timetac', `GET ${kind}/read`, 'a list that had records is suddenly empty');
      if (listed.isEmpty || missing.length < askedTogether) continue;
      await takeMissing(shop, kind, missing);
      missing = [];
    }
  await takeMissing(shop, kind, missing);
}

/** Missing rows that are looked up at a time: full requests, and a bounded memory. */
const askedTogether = 1_000;

/** Asked for by id: what is there is taken in as it is now, what is not is gone. */
async function takeMissing(
  shop: Workshop,
  kind: SourceKind,
  missing: readonly MirrorRow<RowKind>[],
): Promise<void> {
  if (missing.length === 0) return;
  const users = new Set((await shop.archive.rows({ kind: 'user' })).map(({ id }) => id));
  const askable = kind === 'user' ? missing : missing.filter((row) => users.has(row.userId));
  const found = await shop.time.readByIds(
    kind,
    askable.map((row) => row.id),
  );
  const kept = new Map(askable.map((row) => [row.id, row]));
  const there = new Set(found.map((row) => row.id));
  const gone = askable.filter((row) => !there.has(row.id));
  const now = found.map((row) => mirrored(kind, row));
  const changed = new Set(now.filter((row) => !saysTheSame(kept.get(row.id), row.row)));
  await takeIn(
    shop,
    { kind, changed: [...changed], gone, kept },
    {
      putRows: now.filter((row) => changed.has(row) || isFolded(kept.get(row.id))),
      removeRows: askable.filter((row) => isFolded(row) && there.has(row.id)).map(nameOf),
      // What moved leaves the days where it stood, be it to before the start date.
      markDirty: [
        ...unitsOf([...now, ...gone, ...[...changed].flatMap(({ id }) => kept.get(id) ?? [])]),
        ...(await daysBeside(shop, gone)),
      ],
    },
  );
}

/**
 * Rows that say what the mirror says already touch nothing: overlaps of reads cost no judgement. Where everything will
 * be judged (`isWhole`), folded ones are opened all the same.
 */
async function takeRows(
  shop: Workshop,
  kind: SourceKind,
  rows: readonly SourceRows[SourceKind][],
  deletedIds: readonly string[],
  isWhole = false,
): Promise<void> {
  const ids = [...rows.map((row) => row.id), ...deletedIds];
  if (ids.length === 0) return;
  const kept = await keptOf(shop.archive, kind, ids);
  const keptAmong = (wanted: Iterable<string>): MirrorRow<RowKind>[] =>
    [...new Set(wanted)].flatMap((id) => kept.get(id) ?? []);
  const alive = new Set(rows.map((row) => row.id));
  const gone = keptAmong(deletedIds.filter((id) => !alive.has(id) && !isGone(kept.get(id))));
  const now = rows.map((row) => mirrored(kind, row));
  const changed = now.filter((row) => !saysTheSame(kept.get(row.id), row.row));
  if (kind === 'timeEntry')
    await noticeNewTasks(
      shop,
      changed.map(({ row }) => (row as SourceRows['timeEntry']).taskId),
    );
  const changedIds = new Set(changed.map((row) => row.id));
  const opened = now.filter((row) => isWhole && isFolded(kept.get(row.id)) && !changedIds.has(row.id));
  const put = [...changed, ...opened];
  const touched = [...changed, ...keptAmong(changedIds), ...gone];
  await takeIn(
    shop,
    { kind, changed, gone, kept },
    {
      putRows: put,
      removeRows: keptAmong(put.map(({ id }) => id))
        .filter(isFolded)
        .map(nameOf),
      markDirty: [...unitsOf(touched), ...(await daysBeside(shop, touched))],
    },
  );
}

/** Rows, marks and left days stand together or not at all. */
async function takeIn({ archive }: Workshop, moves: Moves, batch: Batch): Promise<void> {
  const left = await leftDays(archive, moves);
  const over = await leftOverOf(archive, moves);
  await archive.commit(mergeBatches([batch, withoutThem(moves.kind, moves.gone), left, over]));
}

/** Hours on days whose absences changed: their notes speak of them (rule 3.10). */
async function daysBeside(shop: Workshop, touched: readonly MirrorRow<RowKind>[]): Promise<DirtyUnit[]> {
  if (!shop.settings.attendances.enabled) return [];
  const covered = touched.flatMap(({ kind, userId, from, to }) => {
    const isLeave = kind === 'absence' || kind === 'absenceDay';
    return !isLeave || from === null || to === null ? [] : [{ userId, from, to }];
  });
  if (covered.length === 0) return [];
  const from = covered.map((leave) => leave.from).reduce(earlierOf);
  const to = covered.map((leave) => leave.to).reduce(laterOf);
  // Leave without an end is written as far as 9999: its days are never listed one by one.
  const byUser = groupBy(covered, ({ userId }) => userId);
  const beside = await daysOfEntries(shop.archive, { userIds: [...byUser.keys()], from, to });
  return beside.filter(({ userId, day }) =>
    byUser.get(userId)?.some((leave) => day !== null && leave.from <= day && day <= leave.to),
  );
}

/** Marks every unit that either side could have something to say about, on or after a date (null: ever). */
async function markSince(
  shop: Workshop,
  part: Exclude<Part, 'employees'>,
  from: LocalDate | null,
): Promise<void> {
  const kind = part === 'absences' ? 'absence' : 'timeEntry';
  const mark = async (units: readonly DirtyUnit[]): Promise<void> => {
    const counted = units.filter(({ day }) => from === null || day === null || day >= from);
    if (counted.length > 0) await shop.archive.commit({ markDirty: eachOnce(counted) });
  };
  for await (const rows of portionsOfMirror(shop, kind, from === null ? {} : { from }))
    await mark(unitsOf(rows));
  const people = await shop.archive.links({ part: 'employees' });
  const userOf = new Map(people.map((link) => [link.key, link.targetId]));
  const owners = [...(await shop.archive.linkOwners(part))].filter(([id]) => userOf.has(id));
  for (const employeeIds of portionsBySize(owners)) {
    const links = await shop.archive.links({ part, employeeIds, ...(from === null ? {} : { from }) });
    await mark(
      links.map(({ employeeId, from: day }) => ({
        part,
        userId: userOf.get(employeeId) ?? '',
        day: part === 'absences' ? null : day,
      })),
    );
    shop.tidy();
  }
}

export function startsOf(shop: Workshop): SourceStarts {
  const { absences, attendances } = shop.settings;
  return {
    ...(absences.startDate === null ? {} : { absence: absences.startDate, absenceDay: absences.startDate }),
    ...(attendances.startDate === null ? {} : { timeEntry: attendances.startDate }),
  };
}

function keepWatermark(state: RunState, part: Part, reading: SourceClock): void {
  state.watermarks.set(part, {
    ...state.watermarks.get(part),
    [sourceWatermark(part)]: reading.serverWall,
    'source.zone': reading.serverZone,
  });
}

/** Ten minutes back, two hours around the server zone's clock change (rule 4.2). Both walls are the server's. */
export function withOverlap(serverWall: string, zone: string): string {
  const wall = serverWall.replace(' ', 'T').slice(0, 19);
  const day = wall.slice(0, 10);
  const nearChange = [-1, 0, 1].some((days) => clockChangesOn(addDays(day, days), zone));
  const back = (nearChange ? 120 : 10) * minuteMs;
  return wallOf(instantOf(wall, 'UTC') - back, 'UTC').replace('T', ' ');
}
