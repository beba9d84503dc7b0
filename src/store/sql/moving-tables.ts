// The tables that are ours, from the database's own catalogue, so that a new one cannot be forgotten when a house moves.

import { type Kysely, sql } from 'kysely';
import { DEFAULT_MIGRATION_LOCK_TABLE, DEFAULT_MIGRATION_TABLE } from 'kysely/migration';
import type { Schema } from './schema.ts';

export interface Column {
  readonly name: string;
  /** As SQL writes it: `bigint`, `jsonb`. */
  readonly type: string;
  /** What counts its values up; null for all others. */
  readonly sequence: string | null;
}

export interface OwnTable {
  readonly name: string;
  readonly columns: readonly Column[];
  /** Names of the primary key's columns, in its order. */
  readonly key: readonly string[];
}

interface Listed extends OwnTable {
  readonly refersTo: readonly string[];
}

/**
 * All tables of our schema but the book of migrations and what is not kept, what is referred to before what refers to it. The queue has a
 * schema of its own and is not among them.
 */
export async function ownTables(db: Kysely<Schema>): Promise<readonly OwnTable[]> {
  const { rows } = await sql<Listed>`
    select c.relname as name,
      (select json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod),
          'sequence', pg_get_serial_sequence(format('%I.%I', n.nspname, c.relname), a.attname)) order by a.attnum)
        from pg_attribute a
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
      coalesce((select json_agg(a.attname order by k.place)
        from pg_index i cross join lateral unnest(i.indkey::int2[]) with ordinality as k(number, place)
        join pg_attribute a on a.attrelid = c.oid and a.attnum = k.number
        where i.indrelid = c.oid and i.indisprimary), '[]') as key,
      coalesce((select json_agg(distinct other.relname)
        from pg_constraint f join pg_class other on other.oid = f.confrelid
        where f.contype = 'f' and f.conrelid = c.oid and f.confrelid <> c.oid), '[]') as "refersTo"
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = current_schema() and c.relkind in ('r', 'p') and not c.relispartition and c.relpersistence = 'p'
      and c.relname not in (${DEFAULT_MIGRATION_TABLE}, ${DEFAULT_MIGRATION_LOCK_TABLE})
      and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')
    order by c.relname`.execute(db);
  const unkeyed = rows.find(({ key }) => key.length === 0);
  if (unkeyed !== undefined)
    throw new Error(`moving: the table ${unkeyed.name} has no primary key to page by`);
  return byReference(rows);
}

function byReference(listed: readonly Listed[]): OwnTable[] {
  const ordered: OwnTable[] = [];
  const placed = new Set<string>();
  while (ordered.length < listed.length) {
    const next = listed.find(
      ({ name, refersTo }) => !placed.has(name) && refersTo.every((other) => placed.has(other)),
    );
    if (next === undefined) throw new Error('moving: tables refer to each other in a ring');
    const { name, columns, key } = next;
    ordered.push({ name, columns, key });
    placed.add(name);
  }
  return ordered;
}

/** Names of the migrations that made these tables. */
export async function migrationsOf(db: Kysely<Schema>): Promise<readonly string[]> {
  const { rows } = await sql<{ name: string }>`
    select name from ${sql.table(DEFAULT_MIGRATION_TABLE)} order by name`.execute(db);
  return rows.map(({ name }) => name);
}

export async function countRows(db: Kysely<Schema>, { name }: OwnTable): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*) as count from ${sql.table(name)}`.execute(db);
  return rows[0]?.count ?? 0;
}
