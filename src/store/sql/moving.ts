// Moving house: everything of one installation as lines of text, and back into an empty one, be it embedded or on a
// server. All own tables travel; the queue does not (jobs are made anew), and the master key is not in the database.

import { type Kysely, type Transaction, sql } from 'kysely';
import type { Database } from '../database.ts';
import { mayPause } from '../server-connection.ts';
import { holdLocks } from './hold.ts';
import { refuseUnlessEmpty, takeIn } from './moving-arrival.ts';
import { type Head, headLine, rowLine, sumOf } from './moving-lines.ts';
import { rowsOf } from './moving-rows.ts';
import { type OwnTable, countRows, migrationsOf, ownTables } from './moving-tables.ts';
import type { Schema } from './schema.ts';

/**
 * Keeps runs from beginning until it is let go, by taking every integration's lease lock.
 * @returns how to let go; null while a run is in progress
 */
export const holdOffRuns = (database: Database): Promise<(() => Promise<void>) | null> =>
  holdLocks(database, sql`select id as name from integration`);

/**
 * The lines of a whole installation, without line feeds, as it stands at one moment: changes made meanwhile are not among
 * them. Needs little memory, however many rows there are; ends its transaction when the reader stops.
 */
export async function* exportHouse(database: Database, now: number): AsyncGenerator<string> {
  // Embedded there is one connection, and nothing else can come between.
  const trx = await database.sql
    .startTransaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute();
  try {
    await sql.raw(mayPause).execute(trx);
    // Rows that a policy would hide are an error instead of a smaller file.
    await switchAll(trx, ['row_security'], 'off');
    const tables = await ownTables(trx);
    // Counted in the tables themselves: what an index has lost is missed below.
    await switchAll(trx, indexes, 'off');
    const head = await headFor(trx, tables, now);
    await switchAll(trx, indexes, 'on');
    await switchAll(trx, detours, 'off');
    const counted = new Map(head.tables.map(({ name, rows }) => [name, rows]));
    const sum = sumOf(head);
    const told = (line: string, table?: string): string => {
      sum.add(line, table);
      return line;
    };
    yield told(headLine(head));
    for (const table of tables) {
      let found = 0;
      for await (const row of rowsOf(trx, table)) {
        found += 1;
        yield told(rowLine(table.name, row), table.name);
      }
      const rows = counted.get(table.name) ?? 0;
      if (found !== rows) throw new RowsMissing(table.name, rows, found);
    }
    yield sum.end();
  } finally {
    await trx.rollback().execute();
  }
}

/** A primary key that does not find every row of its table. */
export class RowsMissing extends Error {
  override readonly name = 'RowsMissing';
  readonly table: string;

  constructor(table: string, rows: number, found: number) {
    super(`moving: of ${rows} rows of “${table}” its primary key finds ${found}`);
    this.table = table;
  }
}

const indexes = ['enable_indexscan', 'enable_indexonlyscan', 'enable_bitmapscan'];
/** Pages follow the primary key's index, also where statistics are missing (embedded nobody gathers them). */
const detours = ['enable_seqscan', 'enable_bitmapscan', 'enable_sort', 'enable_incremental_sort'];

/** For this transaction. */
async function switchAll(trx: Kysely<Schema>, settings: readonly string[], to: 'on' | 'off'): Promise<void> {
  for (const setting of settings) await sql`select set_config(${setting}, ${to}, true)`.execute(trx);
}

async function headFor(trx: Kysely<Schema>, tables: readonly OwnTable[], now: number): Promise<Head> {
  const heads: Head['tables'] = [];
  for (const table of tables)
    heads.push({
      name: table.name,
      columns: table.columns.map(({ name }) => name),
      rows: await countRows(trx, table),
      sequences: await lastValues(trx, table),
    });
  return { madeAt: new Date(now).toISOString(), migrations: [...(await migrationsOf(trx))], tables: heads };
}

async function lastValues(trx: Kysely<Schema>, { columns }: OwnTable): Promise<Record<string, number>> {
  const values: Record<string, number> = {};
  for (const { name, sequence } of columns) {
    if (sequence === null) continue;
    const { rows } = await sql<{ value: number | null }>`
      select pg_sequence_last_value(${sequence}::text::regclass) as value`.execute(trx);
    const value = rows[0]?.value ?? null;
    if (value !== null) values[name] = value;
  }
  return values;
}

/**
 * Takes the lines of `exportHouse` in, all of them or (thrown) none. Every ledger that comes in counts as an old copy
 * from then on (rule 4.8): until one clean full check nothing is taken away by it.
 * @throws HouseUnfit where something is there already, or the lines are not whole or not for this version
 */
export function importHouse(database: Database, lines: AsyncIterable<string>, now: number): Promise<Head> {
  return database.sql.transaction().execute(async (trx) => {
    await sql.raw(mayPause).execute(trx);
    const tables = await ownTables(trx);
    await refuseUnlessEmpty(trx, tables);
    const head = await takeIn(trx, tables, lines);
    await countOn(trx, tables, head);
    await sql`insert into memory (integration_id, key, value)
      select id, ${olderKey}, ${String(now)} from integration
      on conflict (integration_id, key) do update set value = excluded.value`.execute(trx);
    return head;
  });
}

/** The memory by which the engine knows an older ledger (engine/ledger-age.ts); a story of the contract holds it to that. */
const olderKey = 'ledger.older';

/** Numbers go on behind all that were ever given out. */
async function countOn(trx: Transaction<Schema>, tables: readonly OwnTable[], head: Head): Promise<void> {
  const sequences = new Map(head.tables.map((table) => [table.name, table.sequences]));
  for (const { name, columns } of tables)
    for (const { name: column, sequence } of columns) {
      if (sequence === null) continue;
      const given = sequences.get(name)?.[column] ?? 0;
      await sql`select setval(${sequence}::text::regclass, last, true)
        from (select greatest(${given}::bigint, max(${sql.ref(column)})) as last from ${sql.table(name)}) as given
        where last > 0`.execute(trx);
    }
}
