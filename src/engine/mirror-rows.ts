// Rows of the time system as the mirror keeps them, and which units each of them concerns.

import { datesOfEntry } from '../core/attendance/derive.ts';
import { hashOf } from '../core/sync/fingerprint.ts';
import { datesFrom } from '../core/time/calendar.ts';
import type { Archive, DirtyUnit, MirrorRow, RowKind, RowQuery } from './archive.ts';
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

/** The days of all entries, those long gone as well. */
export async function daysOfEntries(
  archive: Archive,
  query: Omit<RowQuery<'timeEntry'>, 'kind'>,
): Promise<DirtyUnit[]> {
  const entries = await archive.rows({ ...query, kind: 'timeEntry' });
  const folded = await archive.rows({ ...query, kind: 'foldedEntry' });
  const units = [...unitsOf(entries), ...unitsOf(folded)];
  return [...new Map(units.map((unit) => [`${unit.userId} ${unit.day}`, unit])).values()];
}

export const folded = ({ id, userId, from, to, row }: MirrorRow<'timeEntry'>): MirrorRow<'foldedEntry'> => ({
  kind: 'foldedEntry',
  id,
  userId,
  from,
  to,
  row: { hash: hashOf(row), ofAbsence: row.absenceId !== null },
});

/** Whether a row says what the folded one said. */
export const saysTheSame = ({ row }: MirrorRow<'foldedEntry'>, now: SourceRows[SourceKind]): boolean =>
  row.hash === hashOf(now);
