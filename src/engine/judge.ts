// What judging absences and judging attendances have in common: whose units are due, what stands around them, and
// what to do with units of people who are not linked.

import { absenceIdOf, isOver } from '../core/absences/derived.ts';
import { groupBy, pushTo } from '../core/people/names.ts';
import type { Finding, Part } from '../core/report/codes.ts';
import type { Decision } from '../core/sync/decision.ts';
import { type Action, type Link, type RefusalMemory, isStanding } from '../core/sync/desk.ts';
import { type Instant, type LocalDate, addDays } from '../core/time/calendar.ts';
import type { Archive, DirtyUnit, Intent } from './archive.ts';
import { type Standing, type StandingList, type TargetDesk, chunked, daysOf } from './target-desk.ts';
import type { RunState, Workshop } from './workshop.ts';

export const targetWatermark = (part: Part): string => `target.${part}`;
/** How long before its watermark the next list of changes begins, in ms. */
const overlapKey = (part: Part): string => `overlap.${part}`;

export interface Person {
  readonly employeeId: string;
  readonly userId: string;
  readonly inScope: boolean;
  /** First day that counts for this employee; null: all. */
  readonly from: LocalDate | null;
  readonly exitOn: LocalDate | null;
}

export interface DueUnit {
  readonly unit: DirtyUnit;
  readonly person: Person;
}

export interface DueList {
  /** Those of the dirty units whose people's records may go out. */
  readonly of: (dirty: readonly DirtyUnit[]) => readonly DueUnit[];
  /** What waits, of all that was asked for, because nobody at the target is known to be this user. */
  readonly waiting: () => readonly Finding[];
}

export async function dueList<C>(shop: Workshop, state: RunState, desk: TargetDesk<C>): Promise<DueList> {
  const { part } = desk;
  const unsettled = await unsettledUnits(shop, desk);
  const people = new Map<string, Person>();
  for (const [employeeId, user] of state.register?.linked ?? [])
    people.set(user.userId, { employeeId, ...user });
  // People whom one side no longer lists have their own issue; nothing of theirs moves (rule 1.8).
  const known = new Set((await shop.archive.links({ part: 'employees' })).map((link) => link.targetId));
  // Of whom it is known who they are, and that nobody looks after them; and of accounts that are nobody's.
  const settled = new Set([
    ...known,
    ...(state.register?.matching.matches ?? []).flatMap((match) =>
      match.kind === 'matched' ? [match.user.id] : [],
    ),
    ...state.users.flatMap(({ id, human }) => (human === false ? [id] : [])),
  ]);
  const chosen = state.request.employeeIds;
  const unlinked = new Map<string, DirtyUnit[]>();
  const dueOrWaiting = (unit: DirtyUnit): DueUnit[] => {
    const person = people.get(unit.userId);
    if (person === undefined) {
      if (!settled.has(unit.userId)) pushTo(unlinked, unit.userId, unit);
      return [];
    }
    // What happens to somebody out of scope stays due, for the day on which they are looked after again.
    const waits = unsettled.has(unitName(person.employeeId, unit.day)) || !person.inScope;
    return !waits && (chosen === null || chosen.includes(person.employeeId)) ? [{ unit, person }] : [];
  };
  return {
    of: (dirty) => dirty.flatMap(dueOrWaiting),
    waiting: () => [...unlinked].map(([userId, units]) => unlinkedFinding(part, userId, units)),
  };
}

/** What was exported for people who are out of scope now stays, and a note says how much that is (rule 0.7). */
export async function keptOfPeople(shop: Workshop, state: RunState, part: Part): Promise<Finding[]> {
  const employeeIds = [...(state.register?.linked ?? [])].flatMap(([id, { inScope }]) =>
    inScope ? [] : [id],
  );
  if (employeeIds.length === 0) return [];
  return keptFinding(part, await shop.archive.links({ part, employeeIds }));
}

/** What is told of people, who are always judged together. */
export async function findingsOfPeople(archive: Archive): Promise<readonly Finding[]> {
  const stored = await archive.findings();
  return stored.find(({ part, unit }) => part === 'employees' && unit === '*')?.findings ?? [];
}

/** Records that were exported from accounts which are not their people's any more (rule 0.2). */
export async function keptAside(shop: Workshop, part: Part): Promise<Finding[]> {
  const kept = keptFinding(part, await shop.archive.links({ part, isSetAside: true }));
  return kept.map((finding) => ({ ...finding, facts: { ...finding.facts, aside: true } }));
}

export function keptFinding(part: Part, kept: readonly { readonly key: string }[]): Finding[] {
  if (kept.length === 0) return [];
  return [
    {
      code: 'out-of-scope-kept',
      class: 'note',
      part,
      employeeId: null,
      userId: null,
      on: null,
      until: null,
      covers: kept.map((link) => link.key),
      type: null,
      facts: { count: kept.length },
    },
  ];
}

function unlinkedFinding(part: Part, userId: string, units: readonly DirtyUnit[]): Finding {
  const days = units.flatMap((unit) => (unit.day === null ? [] : [unit.day])).sort();
  const [first = null] = days;
  const last = days.at(-1) ?? null;
  return {
    code: 'employee-unlinked',
    class: 'hold',
    part,
    employeeId: null,
    userId,
    on: first,
    until: last === first ? null : last,
    covers: units.map((unit) => unit.day ?? 'absences'),
    type: null,
    facts: { count: units.length, userId },
  };
}

/**
 * What stands at the target changed since the last run: units whose record is no longer what was agreed are judged
 * again, and units that wait for something foreign are, when something foreign moved near them.
 */
export async function markTargetChanges<C>(
  shop: Workshop,
  state: RunState,
  desk: TargetDesk<C>,
): Promise<void> {
  const since = state.memory[targetWatermark(desk.part)];
  if (since === undefined || state.full.has(desk.part)) return;
  const overlapMs = Number(state.memory[overlapKey(desk.part)] ?? lateMs);
  const listing = await desk.read({ updatedSince: Number(since) - overlapMs });
  await markChanged(shop, state, desk, listing);
  keepTargetWatermark(shop, state, desk.part, listing);
}

/** A record may be listed a little later than its time of change says: lists of changes begin so much before their watermark. */
export const lateMs = 5_000;

export async function markChanged<C>(
  shop: Workshop,
  state: RunState,
  desk: TargetDesk<C>,
  listing: StandingList<C>,
): Promise<void> {
  if (desk.part === 'attendances') state.nights.unlearn(desk, listing.rows);
  const ids = listing.rows.map((row) => row.id);
  const links = await linksByTarget<C>(shop, desk, ids);
  const told = new Map(
    (await shop.archive.findings())
      .filter((entry) => entry.part === desk.part)
      .map((entry) => [entry.unit, entry.findings] as const),
  );
  const userOf = new Map([...(state.register?.linked ?? [])].map(([id, { userId }]) => [id, userId]));
  const sourceless = await bookingsThatAreGone(shop, desk.part, [...links.values()]);
  const touched = listing.rows.flatMap((row): DirtyUnit[] => {
    const link = links.get(row.id);
    const userId = userOf.get(link?.employeeId ?? row.employeeId);
    if (userId === undefined) return [];
    const asAgreed = link !== undefined && desk.craft.equal(row.content, link.agreed) && isStanding(row);
    const days = desk.part === 'absences' ? [null] : link === undefined ? daysNear(desk, row) : [link.from];
    return days.flatMap((day) => {
      const unit = unitName(link?.employeeId ?? row.employeeId, day);
      // Put back to what was agreed, a record of ours matters only where its unit waits for that; a foreign one
      // matters to every unit that waits.
      const isWaitedFor = (finding: Finding): boolean =>
        finding.covers.includes(link?.key ?? '') && mayBeOver(finding, row);
      const matters =
        link === undefined
          ? told.has(unit)
          : !asAgreed || told.get(unit)?.some(isWaitedFor) === true || sourceless.has(absenceIdOf(link.key));
      return matters ? [{ part: desk.part, userId, day }] : [];
    });
  });
  if (touched.length > 0) await shop.archive.commit({ markDirty: touched });
}

/** A note waits for nobody, but for the approval that one tells of. */
const mayBeOver = ({ class: kind, code }: Finding, { standing }: Standing<unknown>): boolean =>
  code === 'adopted-pending' ? standing !== 'pending' : kind !== 'note';

/** Records of such may have been kept by somebody who did not agree to their deletion. */
async function bookingsThatAreGone(
  { archive }: Workshop,
  part: Part,
  links: readonly Link<unknown>[],
): Promise<ReadonlySet<string>> {
  if (part !== 'absences' || links.length === 0) return new Set();
  const ids = links.map(({ key }) => absenceIdOf(key));
  const rows = await archive.rows({ kind: 'absence', ids });
  const there = new Set(rows.flatMap(({ id, row }) => (isOver(row) ? [] : [id])));
  return new Set(ids.filter((id) => !there.has(id)));
}

/** A foreign record's days, and the one after them, into which it may have lasted before. */
function daysNear<C>(desk: TargetDesk<C>, { content }: Standing<C>): LocalDate[] {
  const days = daysOf(desk.craft, content);
  const last = days.at(-1);
  return last === undefined ? days : [...days, addDays(last, 1)];
}

/** What was refused before. A full check asks once more; its own further rounds do not (rule 0.5). */
export async function rememberedRefusals(
  shop: Workshop,
  state: RunState,
  part: Part,
): Promise<ReadonlyMap<string, RefusalMemory>> {
  const memories = (await shop.archive.refusals(part)).filter(
    (memory) => !state.full.has(part) || memory.runId === state.id || memory.tookAway,
  );
  return new Map(memories.map((memory) => [memory.key, memory]));
}

/** When the records were made that a plan joins. */
export function joinedAt<C>(actions: readonly Action<C>[], standing: readonly Standing<C>[]): Instant[] {
  const joined = new Set(actions.flatMap(({ kind, targetId }) => (kind === 'adopt' ? [targetId] : [])));
  if (joined.size === 0) return [];
  return standing.flatMap(({ id, createdAt }) => (joined.has(id) && createdAt !== null ? [createdAt] : []));
}

/** Answers of people that still count, by employee. */
export async function decisionsOf(shop: Workshop, part: Part): Promise<ReadonlyMap<string, Decision[]>> {
  const decisions = await shop.archive.decisions();
  return groupBy(
    decisions.filter((decision) => decision.part === part && decision.doneAt === null),
    (decision) => decision.employeeId,
  );
}

/** Units with a write whose answer is still not in: nothing of them is judged or written before it is. */
async function unsettledUnits<C>(shop: Workshop, desk: TargetDesk<C>): Promise<Set<string>> {
  const intents = (await shop.archive.intents()).filter((intent) => intent.part === desk.part);
  return new Set(intents.map((intent) => unitName(intent.employeeId, dayOfIntent(intent, desk))));
}

export const dayOfIntent = <C>(intent: Intent, desk: TargetDesk<C>): LocalDate | null =>
  desk.part === 'absences' ? null : desk.craft.span((intent.to ?? intent.from) as C).from;

export const unitName = (employeeId: string, day: LocalDate | null): string =>
  day === null ? employeeId : `${employeeId} ${day}`;

/** As far as everything was compared from: a further round of the run compares only what is left. */
export function beginTargetWatermark(
  shop: Workshop,
  state: RunState,
  part: Part,
  { serverAt, beganAt }: { readonly serverAt: Instant | null; readonly beganAt: Instant },
): void {
  if (state.watermarks.get(part)?.[targetWatermark(part)] !== undefined) return;
  keepTargetWatermark(shop, state, part, { serverAt, askedAt: beganAt });
}

/** The next list begins where this one was read; without a server clock, ten minutes before it was asked for by ours. */
export function keepTargetWatermark(
  shop: Workshop,
  state: RunState,
  part: Part,
  {
    serverAt,
    askedAt = shop.now(),
    overlapMs = lateMs,
  }: { readonly serverAt: Instant | null; readonly askedAt?: Instant; readonly overlapMs?: number },
): void {
  state.watermarks.set(part, {
    ...state.watermarks.get(part),
    [targetWatermark(part)]: String(serverAt ?? askedAt - 600_000),
    [overlapKey(part)]: String(overlapMs),
  });
}

/** Of those among the ids that are ours. */
export async function linksByTarget<C>(
  shop: Workshop,
  desk: TargetDesk<C>,
  targetIds: readonly string[],
): Promise<Map<string, Link<C>>> {
  const found = new Map<string, Link<C>>();
  for (const ids of chunked(targetIds, 500))
    for (const link of await shop.archive.links<C>({ part: desk.part, targetIds: ids }))
      found.set(link.targetId, link);
  return found;
}

/**
 * Linked records that a window did not show are asked for by id before anybody says they are gone (rule 3.9): HR may
 * have moved them to another day.
 */
export async function completeByIds<C>(
  desk: TargetDesk<C>,
  listed: readonly Standing<C>[],
  links: readonly Link<C>[],
): Promise<Standing<C>[]> {
  const seen = new Set(listed.map((row) => row.id));
  const missing = links.map((link) => link.targetId).filter((id) => !seen.has(id));
  const found: Standing<C>[] = [];
  for (const ids of chunked(missing, 50)) found.push(...(await desk.read({ ids })).rows);
  return [...listed, ...found.filter((row) => !seen.has(row.id))];
}
