// Rows of the time system as the mirror keeps them, and which units each of them concerns.

import { datesOfEntry } from '../core/attendance/derive.ts';
import { hashOf, sameContent } from '../core/sync/fingerprint.ts';
import { datesFrom } from '../core/time/calendar.ts';
import type { Archive, Batch, DirtyUnit, MirrorRow, RowKind, RowQuery } from './archive.ts';
import type { SourceKind, SourceRows } from './ports.ts';

export function mirrored(kind: SourceKind, row: SourceRows[SourceKind]): MirrorRow {
  switch (kind) {
    case 'user': {
      const user = row as SourceRows['user'];
      return { kind, id: user.id, userId: user.id, from: null, to: null, row: user };
    }
    case 'absence': {
      const absence = row as SourceRows['absence'];
      return {
        kind,
        id: absence.id,
        userId: absence.userId,
        from: absence.from,
        to: absence.to,
        row: absence,
      };
    }
    case 'absenceDay': {
      const day = row as SourceRows['absenceDay'];
      return { kind, id: day.id, userId: day.userId, from: day.on, to: day.on, row: day };
    }
    case 'timeEntry': {
      const entry = row as SourceRows['timeEntry'];
      const dates = datesOfEntry(entry);
      return {
        kind,
        id: entry.id,
        userId: entry.userId,
        from: dates[0] ?? null,
        to: dates.at(-1) ?? null,
        row: entry,
      };
    }
    default:
      return kind satisfies never;
  }
}

export const nameOf = ({ kind, id }: MirrorRow<RowKind>) => ({ kind, id });

/** A row of a user concerns nobody's records: who is who is judged anew in every run. */
export function unitsOf(rows: readonly MirrorRow<RowKind>[]): DirtyUnit[] {
  return rows.flatMap((row): DirtyUnit[] => {
    const { kind, userId } = row;
    switch (kind) {
      case 'user':
        return [];
      case 'absence':
      case 'absenceDay':
        return [{ part: 'absences', userId, day: null }];
      case 'timeEntry':
      case 'foldedEntry':
        return isOfAbsence(row) ? [] : daysOf(row);
      case 'leftEntry':
        return (row as MirrorRow<'leftEntry'>).row.days.map((day) => ({ part: 'attendances', userId, day }));
      default:
        return kind satisfies never;
    }
  });
}

const isOfAbsence = ({ row }: MirrorRow<RowKind>): boolean =>
  'hash' in row ? row.ofAbsence : (row as SourceRows['timeEntry']).absenceId !== null;

function daysOf({ userId, from, to }: MirrorRow<RowKind>): DirtyUnit[] {
  if (from === null || to === null) return [];
  return datesFrom(from, to).map((day) => ({ part: 'attendances', userId, day }));
}

/** An entry is kept in one of two forms. */
export const formsOf = (kind: SourceKind): readonly RowKind[] =>
  kind === 'timeEntry' ? ['timeEntry', 'foldedEntry'] : [kind];

/** What is kept of these rows, by id, in whichever form. */
export async function keptOf(
  archive: Archive,
  kind: SourceKind,
  ids: readonly string[],
): Promise<ReadonlyMap<string, MirrorRow<RowKind>>> {
  const kept = new Map<string, MirrorRow<RowKind>>();
  for (const form of formsOf(kind))
    for (const row of await archive.rows({ kind: form, ids })) kept.set(row.id, row);
  return kept;
}

/** The days of all entries, those long gone as well. */
export async function daysOfEntries(
  archive: Archive,
  query: Omit<RowQuery<'timeEntry'>, 'kind'>,
): Promise<DirtyUnit[]> {
  const units: DirtyUnit[] = [];
  for (const kind of formsOf('timeEntry')) units.push(...unitsOf(await archive.rows({ ...query, kind })));
  return eachOnce(units);
}

export const eachOnce = (units: readonly DirtyUnit[]): DirtyUnit[] => [
  ...new Map(units.map((unit) => [nameOfDay(unit), unit])).values(),
];

/** `user day` */
export const nameOfDay = ({ userId, day }: Pick<DirtyUnit, 'userId' | 'day'>): string =>
  `${userId} ${day ?? ''}`;

export const folded = ({ id, userId, from, to, row }: MirrorRow<'timeEntry'>): MirrorRow<'foldedEntry'> => ({
  kind: 'foldedEntry',
  id,
  userId,
  from,
  to,
  row: { hash: hashOf(row), ofAbsence: row.absenceId !== null },
});

export const isFolded = (kept: MirrorRow<RowKind> | undefined): kept is MirrorRow<'foldedEntry'> =>
  kept?.kind === 'foldedEntry';

/**
 * A booking that is gone stays known: whether its record goes as well depends on its type, which may be looked after no
 * more (rule 0.7). Of all else nothing is left.
 */
export function withoutThem(kind: SourceKind, gone: readonly MirrorRow<RowKind>[]): Batch {
  if (kind !== 'absence') return { removeRows: gone.map(nameOf) };
  const bookings = gone as readonly MirrorRow<'absence'>[];
  return { putRows: bookings.map((kept) => ({ ...kept, row: { ...kept.row, status: 'deleted' } })) };
}

/** Known to be gone, or never known. */
export const isGone = (kept: MirrorRow<RowKind> | undefined): boolean =>
  kept === undefined || (kept.kind === 'absence' && (kept as MirrorRow<'absence'>).row.status === 'deleted');

/** Whether a row says what was kept of it. */
export function saysTheSame(kept: MirrorRow<RowKind> | undefined, now: SourceRows[SourceKind]): boolean {
  return isFolded(kept) ? kept.row.hash === hashOf(now) : kept !== undefined && sameContent(kept.row, now);
}
