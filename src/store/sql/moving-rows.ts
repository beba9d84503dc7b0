// Rows of any table as text, out of the database page by page and back into it in batches.

import { CompiledQuery, type Kysely, type Transaction, sql } from 'kysely';
import type { Column, OwnTable } from './moving-tables.ts';
import type { Schema } from './schema.ts';

/** What a page or a batch weighs at most, in characters; a single row may weigh more. */
const pageWeight = 1_000_000;
const mostRows = 1_000;
/** A page begins small: nobody knows yet how heavy the rows of its table are. */
const fewRows = 4;

interface PageRow {
  readonly row: string;
  readonly key: readonly string[];
}

/** Each row as a JSON object, in the order of the primary key. */
export async function* rowsOf(db: Kysely<Schema>, table: OwnTable): AsyncGenerator<string> {
  let after: readonly string[] | null = null;
  let limit = fewRows;
  for (;;) {
    const page: readonly PageRow[] = await pageOf(db, table, after, limit);
    let weight = 0;
    for (const { row } of page) {
      weight += row.length;
      yield row;
    }
    if (page.length < limit) return;
    after = page.at(-1)?.key ?? null;
    limit = Math.max(1, Math.min(mostRows, limit * 2, Math.floor((limit * pageWeight) / (weight + 1))));
  }
}

async function pageOf(
  db: Kysely<Schema>,
  table: OwnTable,
  after: readonly string[] | null,
  limit: number,
): Promise<readonly PageRow[]> {
  const key = table.key.map((name) => sql.ref(`t.${name}`));
  const bounds = table.key.map((name, place) => {
    const type = table.columns.find((column) => column.name === name)?.type ?? 'text';
    return sql`${after?.[place] ?? ''}::text::${sql.raw(type)}`;
  });
  const beyond = after === null ? sql`` : sql`where (${sql.join(key)}) > (${sql.join(bounds)})`;
  const { rows } = await sql<PageRow>`
    select jsonb_build_object(${sql.join(table.columns.map(packed))})::text as row,
      json_build_array(${sql.join(key.map((column) => sql`${column}::text`))}) as key
    from ${sql.table(table.name)} as t ${beyond} order by ${sql.join(key)} limit ${limit}`.execute(db);
  return rows;
}

const isDocument = ({ type }: Column): boolean => type === 'jsonb' || type === 'json';

/** A document travels in a list of one: a JSON null is not the same as none. */
function packed(column: Column) {
  const value = sql.ref(`t.${column.name}`);
  const wrapped = isDocument(column)
    ? sql`case when ${value} is not null then jsonb_build_array(${value}) end`
    : value;
  return sql`${sql.lit(column.name)}::text, ${wrapped}`;
}

/** Takes rows as they come, and puts them into their table in batches. */
export interface Batches {
  readonly put: (table: OwnTable, row: string) => Promise<void>;
  /** What is still in hand. */
  readonly finish: () => Promise<void>;
}

/** `miscounted` hears of a batch that made more or fewer rows than it has lines. */
export function batchesInto(trx: Transaction<Schema>, miscounted: (table: string) => never): Batches {
  let current: OwnTable | null = null;
  let rows: string[] = [];
  let weight = 0;
  const finish = async (): Promise<void> => {
    if (current === null || rows.length === 0) return;
    const { numAffectedRows } = await trx.executeQuery(
      CompiledQuery.raw(insertInto(current), [`[${rows.join(',')}]`]),
    );
    if (numAffectedRows !== BigInt(rows.length)) miscounted(current.name);
    rows = [];
    weight = 0;
  };
  return {
    put: async (table, row) => {
      if (current !== table || rows.length >= mostRows || weight >= pageWeight) await finish();
      current = table;
      rows.push(row);
      weight += row.length;
    },
    finish,
  };
}

function insertInto({ name, columns }: OwnTable): string {
  const names = columns.map((column) => quoted(column.name)).join(', ');
  const values = columns.map((column) =>
    isDocument(column) ? `(r.${quoted(column.name)} -> 0)::${column.type}` : `r.${quoted(column.name)}`,
  );
  const types = columns.map(
    (column) => `${quoted(column.name)} ${isDocument(column) ? 'jsonb' : column.type}`,
  );
  return `insert into ${quoted(name)} (${names}) overriding system value
    select ${values.join(', ')} from jsonb_to_recordset($1::jsonb) as r(${types.join(', ')})`;
}

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;
