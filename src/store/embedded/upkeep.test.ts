// What an embedded database is spared only because somebody looks after it.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newDatabaseIn } from '../../../test/support/new-database.ts';
import { type Database, openEmbeddedDatabase } from '../database.ts';
import { openArchive } from '../sql/sql-archive.ts';
import { keepUp } from './upkeep.ts';

const folder = mkdtempSync(join(tmpdir(), 'tandem-upkeep-'));
let database: Database;
beforeAll(async () => {
  await newDatabaseIn(join(folder, 'db'));
  database = await openEmbeddedDatabase(join(folder, 'db'));
  await openArchive(database, { id: 'one', name: 'One', settings: {} }, 0);
});
afterAll(async () => {
  await database.close();
  rmSync(folder, { recursive: true, force: true });
});

const many = async (statement: ReturnType<typeof sql>, times: number): Promise<void> => {
  for (let time = 0; time < times; time++) await statement.execute(database.sql);
};
const pagesOf = async (table: string): Promise<number> => {
  const { rows } = await sql<{ pages: number }>`
    select pg_relation_size(${table}::regclass) / 8192 as pages`.execute(database.sql);
  return rows[0]?.pages ?? 0;
};

test('a table whose rows come and go does not grow for ever', async () => {
  const come = sql`insert into intent (integration_id, id, body)
    select 'one', n::text, jsonb_build_object('text', repeat('x', 200)) from generate_series(1, 100) as n`;
  const go = sql`delete from intent`;
  for (let round = 0; round < 300; round++) {
    await many(come, 1);
    await many(go, 1);
  }
  // A hundred rows are four pages; 300 rounds of them would be 1,200.
  expect(await pagesOf('intent')).toBeLessThan(700);
  const before = await pagesOf('intent');
  for (let round = 0; round < 400; round++) {
    await many(come, 1);
    await many(go, 1);
  }
  expect(await pagesOf('intent')).toBeLessThanOrEqual(2 * before + 8);
});

test('one link among many is found by its own index', async () => {
  await sql`insert into link (integration_id, part, key, target_id, employee_id, origin, agreed, linked_at)
    select 'one', 'attendances', 'key ' || n, 'id ' || n, (n % 30)::text, 'created', '{}', 0
    from generate_series(1, 5000) as n`.execute(database.sql);
  await many(sql`select 1`, 250);
  const { rows } = await sql<{ 'QUERY PLAN': string }>`
    explain select * from link where integration_id = 'one' and part = 'attendances'
    and target_id = any('{"id 7"}'::text[]) order by key`.execute(database.sql);
  expect(rows.map((row) => row['QUERY PLAN']).join('\n')).toMatch(/using link_target/);
});

test('upkeep that fails keeps nobody from what is there', async () => {
  const pool = { on: () => pool, query: () => Promise.reject(new Error('No space left on device')) };
  await expect(keepUp(pool as never)).resolves.toBeUndefined();
});
