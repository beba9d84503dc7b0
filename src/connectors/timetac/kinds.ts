// The four kinds of rows that Tandem mirrors: where each is read, since when, and how it becomes ours.

import type { LocalDate } from '../../core/time/calendar.ts';
import { addDays } from '../../core/time/calendar.ts';
import type { SourceKind, SourceRows } from '../../engine/ports.ts';
import { type Parsed, field, parseWith } from '../http/read-answer.ts';
import { absenceDaySchema, absenceSchema } from './absences.ts';
import type { Parameters, TimetacConnection } from './connection.ts';
import { callTo } from './pages.ts';
import { idSchema } from './scalars.ts';
import { timeEntrySchema } from './time-entries.ts';
import { toUser } from './users.ts';

interface KindSpec<Row> {
  readonly resource: string;
  readonly parse: (row: unknown) => Parsed<Row>;
  /** Field and lowest value that select what lies on or after a date; null for rows without one. */
  readonly since: ((from: LocalDate) => readonly [string, string]) | null;
}

const kinds: { readonly [K in SourceKind]: KindSpec<SourceRows[K]> } = {
  user: { resource: 'users', parse: toUser, since: null },
  absence: {
    resource: 'absences',
    parse: (row) => parseWith(absenceSchema, row),
    since: (from) => ['to_date', from],
  },
  absenceDay: {
    resource: 'absenceDays',
    parse: (row) => parseWith(absenceDaySchema, row),
    since: (from) => ['date', from],
  },
  timeEntry: {
    resource: 'timeTrackings',
    parse: (row) => parseWith(timeEntrySchema, row),
    // An entry that begins the evening before reaches into the first day.
    since: (from) => ['start_time', `${addDays(from, -1)} 00:00:00`],
  },
};

export const resourceOf = (kind: SourceKind): string => kinds[kind].resource;

/** The read parameters for "from this date on"; `prefix` names the resource inside a deltaSync. */
export function dateFilter(kind: SourceKind, from: LocalDate | undefined, prefix: string): Parameters {
  const { since } = kinds[kind];
  if (since === null || from === undefined) return [];
  const [name, value] = since(from);
  return [
    [`${prefix}_op__${name}`, 'gteq'],
    [`${prefix}${name}`, value],
  ];
}

/** Rows in our words. Throws `garbage` naming the first place that is not understood. */
export function toRows<K extends SourceKind>(
  connection: TimetacConnection,
  kind: K,
  rows: readonly unknown[],
): readonly SourceRows[K][] {
  const { resource, parse } = kinds[kind];
  return rows.map((row, index) => {
    const parsed = parse(row);
    if (!parsed.ok) {
      const id = idSchema.safeParse(field(row, 'id')).data;
      const place = id === undefined ? `Results.${index}` : `row with the id ${id}`;
      throw connection.garbage(callTo(`${resource}/read`), `${place}: ${parsed.reason}`);
    }
    return parsed.value;
  });
}
