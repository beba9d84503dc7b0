// One list of the account with its indexes. The lists themselves are plain data that a test may edit; an index notices
// rows that were pushed or removed behind its back (other length, other first or last row) and is built again.

import type { Instant } from '../../core/time/calendar.ts';

export interface Row {
  readonly id: number;
}

export interface Table<R extends Row> {
  readonly name: string;
  rows(): readonly R[];
  byId(id: number): R | undefined;
  ofUser(userId: number): readonly R[];
  /** Whether `rows()` ascend by id, so that a page by id needs no sorting. */
  ascends(): boolean;
  nextId(): number;
  insert(row: R): R;
  /** Moves `updated` to now. */
  touch(row: R): R;
  /** Takes the row out and lists it in `Deleted`. */
  remove(row: R): R;
  /** When the row was last changed; for lists without `updated`, since the simulator began. */
  changedAt(row: R): Instant;
}

/** What a table tells the world about. */
export interface TableEvents {
  now(): Instant;
  changed(table: string, row: Row): void;
  removed(table: string, row: Row): void;
  /** Highest id that was ever deleted from the table, so that no id is given twice. */
  highestDeleted(table: string): number;
}

export function createTable<R extends Row>(name: string, list: () => R[], events: TableEvents): Table<R> {
  const bornAt = events.now();
  const changes = new WeakMap<R, Instant>();
  let index = buildIndex(list());
  let given = events.highestDeleted(name);

  const fresh = (): Index<R> => {
    const rows = list();
    const same =
      rows === index.rows &&
      rows.length === index.length &&
      rows[0] === index.first &&
      rows.at(-1) === index.last;
    if (!same) index = buildIndex(rows);
    return index;
  };
  const settle = () => {
    index.length = index.rows.length;
    index.first = index.rows[0];
    index.last = index.rows.at(-1);
  };

  return {
    name,
    rows: list,
    byId: (id) => fresh().byId.get(id),
    ofUser: (userId) => fresh().byUser.get(userId) ?? [],
    ascends: () => fresh().ascends,
    nextId: () => (given = Math.max(given, fresh().highest) + 1),
    insert(row) {
      const known = fresh();
      known.rows.push(row);
      note(known, row);
      settle();
      if (!('updated' in row)) changes.set(row, events.now());
      events.changed(name, row);
      return row;
    },
    touch(row) {
      if ('updated' in row) Object.assign(row, { updated: events.now() });
      else changes.set(row, events.now());
      events.changed(name, row);
      return row;
    },
    remove(row) {
      const known = fresh();
      given = Math.max(given, row.id);
      known.rows.splice(known.rows.indexOf(row), 1);
      known.byId.delete(row.id);
      const user = userOf(row);
      if (user !== null)
        known.byUser.set(
          user,
          (known.byUser.get(user) ?? []).filter((other) => other !== row),
        );
      settle();
      events.removed(name, row);
      return row;
    },
    changedAt: (row) => ('updated' in row ? (row.updated as Instant) : (changes.get(row) ?? bornAt)),
  };
}

interface Index<R> {
  readonly rows: R[];
  length: number;
  first: R | undefined;
  last: R | undefined;
  readonly byId: Map<number, R>;
  readonly byUser: Map<number, R[]>;
  ascends: boolean;
  highest: number;
}

function buildIndex<R extends Row>(rows: R[]): Index<R> {
  const index: Index<R> = {
    rows,
    length: rows.length,
    first: rows[0],
    last: rows.at(-1),
    byId: new Map(),
    byUser: new Map(),
    ascends: true,
    highest: 0,
  };
  for (const row of rows) note(index, row);
  return index;
}

function note<R extends Row>(index: Index<R>, row: R): void {
  index.byId.set(row.id, row);
  const user = userOf(row);
  if (user !== null) {
    const siblings = index.byUser.get(user);
    if (siblings === undefined) index.byUser.set(user, [row]);
    else siblings.push(row);
  }
  if (row.id <= index.highest) index.ascends = false;
  else index.highest = row.id;
}

const userOf = (row: Row): number | null =>
  'user_id' in row && typeof row.user_id === 'number' ? row.user_id : null;
