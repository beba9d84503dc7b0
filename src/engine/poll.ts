// Asking whether anything happened: one call to the time system (rule 4.3). Where nothing did, no run is opened and no
// row is written; where something did, an ordinary run follows, which reads it again from the same watermark. A poll
// holds no lease: it changes nothing, and whoever runs meanwhile does what it would have asked for.

import { type Part, isVanished, parts } from '../core/report/codes.ts';
import { minuteMs } from '../core/time/calendar.ts';
import { type Settings, isPartEnabled } from '../core/settings/settings.ts';
import type { Archive, DirtyUnit } from './archive.ts';
import { isCheckDue } from './check-due.ts';
import { recallTime } from './facts.ts';
import { kindsOf, sourceWatermark, withOverlap } from './intake.ts';
import { findingsOfPeople } from './judge.ts';
import { isGone, keptOf, saysTheSame } from './mirror-rows.ts';
import { isComparisonDue, isOlder, lastRunKey } from './ledger-age.ts';
import { usersOutOfScope } from './out-of-scope.ts';
import { pausedParts } from './pause.ts';
import { type SourceReading, asVendorTrouble } from './ports.ts';
import type { Workshop } from './workshop.ts';

/** The HR system has no cheap way to ask; it is looked at this often between changes of the time system. */
const hrEveryMs = 15 * minuteMs;

/** Whether a run would find nothing to do. Any doubt is a reason to run, and so is trouble: the run reports it. */
export async function isIdle(shop: Workshop): Promise<boolean> {
  try {
    return await findsNothing(shop);
  } catch (error) {
    if (asVendorTrouble(error) === null) throw error;
    return false;
  }
}

async function findsNothing(shop: Workshop): Promise<boolean> {
  const memory = await shop.archive.memory();
  const endedAt = Number(memory[lastRunKey] ?? 0);
  if (isCheckDue(memory, shop.now(), shop.settings)) return false;
  if ((await isOlder(shop, memory)) && isComparisonDue(memory, shop.now())) return false;
  if (shop.now() - endedAt >= hrEveryMs || (await hasUnfinishedWork(shop, memory))) return false;
  // Of a part that stands still no run takes in what changes: it would be news for ever.
  const still = standingStill(shop.settings, memory);
  const watched = parts.filter((part) => memory[sourceWatermark(part)] !== undefined && !still(part));
  const since = watched.map((part) => memory[sourceWatermark(part)] ?? '');
  const zone = memory['source.zone'];
  if (zone === undefined || since.length === 0) return false;
  recallTime(shop, memory);
  const kinds = watched.flatMap((part: Part) => kindsOf[part]);
  const reading = await shop.time.readChanges(kinds, withOverlap(since.sort()[0] ?? '', zone), {});
  return saysNothingNew(shop.archive, reading, kinds);
}

/** People are read in every run, whether their accounts are looked after or not. */
function standingStill(
  settings: Settings,
  memory: Readonly<Record<string, string>>,
): (part: Part) => boolean {
  const paused = pausedParts(memory);
  return (part) => part !== 'employees' && (!isPartEnabled(settings, part) || paused.includes(part));
}

/**
 * Units of people who are not linked wait for a link, not for us; those of a part that stands still, for its owner; those of
 * people whom one side no longer lists, for somebody who looks into it (rule 1.8); and bookings, for their type.
 */
async function hasUnfinishedWork(
  { archive, settings }: Workshop,
  memory: Readonly<Record<string, string>>,
): Promise<boolean> {
  if ((await archive.intents()).length > 0) return true;
  const still = standingStill(settings, memory);
  const dirty: DirtyUnit[] = [];
  for (const part of ['absences', 'attendances'] as const)
    if (!still(part)) dirty.push(...(await archive.dirty(part)));
  if (dirty.length === 0) return false;
  const gone = await vanishedPeople(archive);
  const people = (await archive.links({ part: 'employees' })).filter(({ key }) => !gone.has(key));
  const linked = new Set(people.map((link) => link.targetId));
  const left = usersOutOfScope(memory);
  const due = dirty.filter((unit) => linked.has(unit.userId) && !left.has(unit.userId));
  const waiting = due.length === 0 ? new Set<string>() : await waitingForTypes(archive);
  return due.some((unit) => unit.part !== 'absences' || !waiting.has(unit.userId));
}

async function vanishedPeople(archive: Archive): Promise<ReadonlySet<string>> {
  const told = await findingsOfPeople(archive);
  return new Set(told.flatMap(({ code, employeeId }) => (isVanished(code) ? (employeeId ?? []) : [])));
}

/** Users with bookings whose type is mapped to a name that nobody finds: it is looked for in its own time. */
async function waitingForTypes(archive: Archive): Promise<ReadonlySet<string>> {
  const told = (await archive.findings()).flatMap(({ part, findings }) =>
    part === 'absences' ? findings : [],
  );
  const ids = told.flatMap(({ code, covers }) => (code === 'default-not-found' ? covers : []));
  const rows = ids.length === 0 ? [] : await archive.rows({ kind: 'absence', ids });
  return new Set(rows.map(({ userId }) => userId));
}

async function saysNothingNew(
  archive: Archive,
  reading: SourceReading,
  kinds: readonly (keyof SourceReading['rows'])[],
): Promise<boolean> {
  for (const kind of kinds) {
    const deleted = reading.deleted[kind];
    // A server that does not tell deletions cannot say that nothing happened.
    if (deleted === undefined) return false;
    const rows = reading.rows[kind] ?? [];
    const ids = [...rows.map((row) => row.id), ...deleted];
    if (ids.length === 0) continue;
    const known = await keptOf(archive, kind, ids);
    if (
      deleted.some((id) => !isGone(known.get(id))) ||
      rows.some((row) => !saysTheSame(known.get(row.id), row))
    )
      return false;
  }
  return true;
}
