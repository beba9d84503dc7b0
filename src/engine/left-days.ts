// An entry that was exported, was moved away and now waits (it runs again, or is not approved again) is not gone: the days
// that it left stay as exported until it can go (rules 0.6, 3.1, 3.5). The mirror shows only where an entry is now, so
// those days are kept beside it, and are judged again with every change of it. They are kept until they were judged, whether
// it waits or not: where a plan was refused or a process killed meanwhile, it may wait before anything was written.

import type { TimeEntry } from '../core/attendance/attendance.ts';
import { pushTo } from '../core/people/names.ts';
import { type LocalDate, datesFrom } from '../core/time/calendar.ts';
import type { Archive, Batch, MirrorRow, RowKind } from './archive.ts';
import { nameOf, nameOfDay, unitsOf } from './mirror-rows.ts';
import type { SourceKind } from './ports.ts';

/** Whether an entry may not go out yet. */
export const isWaiting = ({ end, approved }: TimeEntry, approvedOnly: boolean): boolean =>
  end === null || (approvedOnly && approved !== true);

export interface Moves {
  readonly kind: SourceKind;
  /** As they are now. */
  readonly changed: readonly MirrorRow[];
  readonly gone: readonly MirrorRow<RowKind>[];
  /** What the mirror said before, by id. */
  readonly kept: ReadonlyMap<string, MirrorRow<RowKind>>;
}

/** What the mirror learns of days that were left, or came back to. */
export async function leftDays(archive: Archive, { kind, changed, gone, kept }: Moves): Promise<Batch> {
  const ids = [...changed, ...gone].map(({ id }) => id);
  if (kind !== 'timeEntry' || ids.length === 0) return {};
  const before = await archive.rows({ kind: 'leftEntry', ids });
  const leftBefore = new Map(before.map((left) => [left.id, left]));
  const left = (changed as readonly MirrorRow<'timeEntry'>[]).flatMap((now) => {
    const was = [kept.get(now.id), leftBefore.get(now.id)].filter((row) => row?.userId === now.userId);
    const days = new Set(was.flatMap((row) => (row === undefined ? [] : datesOf(row))));
    for (const day of datesOf(now)) days.delete(day);
    return days.size === 0 ? [] : [leftRow(now, [...days].sort())];
  });
  const still = new Set(left.map(({ id }) => id));
  return {
    putRows: left,
    removeRows: before.filter(({ id }) => !still.has(id)).map(nameOf),
    markDirty: unitsOf(before),
  };
}

/** Days that were left by what does not wait, once nothing is due there: they are as they should be. */
export async function forgetLeftDays(archive: Archive, approvedOnly: boolean): Promise<void> {
  const left = await archive.rows({ kind: 'leftEntry' });
  if (left.length === 0) return;
  const waiting = await waitingAmong(archive, left, approvedOnly);
  const due = new Set((await archive.dirty('attendances')).map(nameOfDay));
  const done = left.filter(
    ({ id, userId, row }) =>
      !waiting.has(id) && row.days.every((day) => !due.has(nameOfDay({ userId, day }))),
  );
  if (done.length > 0) await archive.commit({ removeRows: done.map(nameOf) });
}

const datesOf = (row: MirrorRow<RowKind>): readonly LocalDate[] =>
  row.kind === 'leftEntry'
    ? (row as MirrorRow<'leftEntry'>).row.days
    : row.from === null || row.to === null
      ? []
      : datesFrom(row.from, row.to);

const leftRow = ({ id, userId }: MirrorRow, days: readonly LocalDate[]): MirrorRow<'leftEntry'> => ({
  kind: 'leftEntry',
  id,
  userId,
  from: days[0] ?? null,
  to: days.at(-1) ?? null,
  row: { days },
});

/** By `user day`: entries that left it and wait. */
export async function waitingElsewhere(
  archive: Archive,
  approvedOnly: boolean,
  query: { readonly userIds: readonly string[]; readonly from: LocalDate; readonly to: LocalDate },
): Promise<ReadonlyMap<string, readonly TimeEntry[]>> {
  const left = await archive.rows({ kind: 'leftEntry', ...query });
  const waiting = await waitingAmong(archive, left, approvedOnly);
  const byDay = new Map<string, TimeEntry[]>();
  for (const { id, userId, row } of left) {
    const entry = waiting.get(id);
    if (entry === undefined) continue;
    for (const day of row.days) pushTo(byDay, nameOfDay({ userId, day }), entry);
  }
  return byDay;
}

/** The entries that left these days and wait, by id. */
async function waitingAmong(
  archive: Archive,
  left: readonly MirrorRow<'leftEntry'>[],
  approvedOnly: boolean,
): Promise<ReadonlyMap<string, TimeEntry>> {
  const ids = left.map(({ id }) => id);
  const rows = ids.length === 0 ? [] : await archive.rows({ kind: 'timeEntry', ids });
  return new Map(rows.flatMap(({ id, row }) => (isWaiting(row, approvedOnly) ? [[id, row]] : [])));
}
