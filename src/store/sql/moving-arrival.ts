// Somebody moves in: the house is empty, the file fits it, and what arrives is what was sent off.

import { type Transaction, sql } from 'kysely';
import { HouseUnfit, type Head, type Sum, damaged, readHead, readRow, sumOf } from './moving-lines.ts';
import { type Batches, batchesInto } from './moving-rows.ts';
import { type OwnTable, countRows, migrationsOf } from './moving-tables.ts';
import { masterInUse } from './office.ts';
import type { Schema } from './schema.ts';

/** Also locks the tables: nobody moves in between this look and the commit. @throws HouseUnfit where there are rows */
export async function refuseUnlessEmpty(
  trx: Transaction<Schema>,
  tables: readonly OwnTable[],
): Promise<void> {
  const names = sql.join(tables.map(({ name }) => sql.table(name)));
  await sql`lock table ${names} in share row exclusive mode`.execute(trx);
  // A server that only ever started has said which master key is in use, and nothing is sealed yet; the file says its own.
  await trx.deleteFrom('data_key').where('owner', '=', masterInUse).execute();
  const there: { name: string; rows: number }[] = [];
  for (const table of tables) there.push({ name: table.name, rows: await countRows(trx, table) });
  const full = there.filter(({ rows }) => rows > 0);
  if (full.length > 0) throw new HouseUnfit({ why: 'occupied', tables: full });
}

/**
 * Puts the rows of all lines into their tables, and returns the head. When this throws, the transaction must not be
 * committed.
 * @throws HouseUnfit where the lines are not whole, or not for these tables
 */
export async function takeIn(
  trx: Transaction<Schema>,
  tables: readonly OwnTable[],
  lines: AsyncIterable<string>,
): Promise<Head> {
  const migrations = await migrationsOf(trx);
  const byName = new Map(tables.map((table) => [table.name, table]));
  const batches = batchesInto(trx, (table) => {
    throw damaged(`the rows of ${table}`);
  });
  let begun: Begun | null = null;
  let isWhole = false;
  try {
    for await (const line of lines) {
      if (isWhole) throw damaged('something stands behind its last line');
      if (begun === null) begun = beginWith(line, migrations, tables);
      else isWhole = !(await tookRow(begun, byName, batches, line));
    }
    await batches.finish();
  } catch (error) {
    throw asDamage(error);
  }
  if (begun === null) throw new HouseUnfit({ why: 'foreign' });
  if (!isWhole) throw damaged('it ends before its last line');
  return begun.head;
}

interface Begun {
  readonly head: Head;
  readonly sum: Sum;
}

function beginWith(line: string, migrations: readonly string[], tables: readonly OwnTable[]): Begun {
  const head = readHead(line);
  refuseUnlessFits(head, migrations, tables);
  const sum = sumOf(head);
  sum.add(line);
  return { head, sum };
}

function refuseUnlessFits(head: Head, migrations: readonly string[], tables: readonly OwnTable[]): void {
  const newer = head.migrations.filter((name) => !migrations.includes(name));
  if (newer.length > 0) throw new HouseUnfit({ why: 'newer-tables', migrations: newer });
  const older = migrations.filter((name) => !head.migrations.includes(name));
  if (older.length > 0) throw new HouseUnfit({ why: 'older-tables', migrations: older });
  const here = new Map(tables.map(({ name, columns }) => [name, listOf(columns.map((one) => one.name))]));
  const there = new Map(head.tables.map(({ name, columns }) => [name, listOf(columns)]));
  const names = [...new Set([...here.keys(), ...there.keys()])];
  const others = names.filter((name) => here.get(name) !== there.get(name));
  if (others.length > 0) throw new HouseUnfit({ why: 'other-tables', tables: others });
}

const listOf = (columns: readonly string[]): string => JSON.stringify([...columns].sort());

/** False: the line was the last one, and everything adds up. */
async function tookRow(
  { head, sum }: Begun,
  tables: ReadonlyMap<string, OwnTable>,
  batches: Batches,
  line: string,
): Promise<boolean> {
  const found = readRow(line);
  if (found === null) {
    if (line !== sum.end()) throw damaged('its last line does not sum up the others');
    const short = head.tables.find(({ name, rows }) => sum.count(name) !== rows);
    if (short !== undefined) throw damaged(`the rows of ${short.name}`);
    return false;
  }
  const table = tables.get(found.table);
  if (table === undefined) throw damaged('a row of a table that its first line does not name');
  sum.add(line, found.table);
  await batches.put(table, found.row);
  return true;
}

/** What the database itself refuses of a row is the file's fault: no JSON, no number, there twice, referring to nothing. */
function asDamage(error: unknown): unknown {
  const code = (error as { code?: unknown }).code;
  return typeof code === 'string' && /^2[23]...$/.test(code) ? damaged(`a row is refused (${code})`) : error;
}
