// What an embedded database is spared only because somebody looks after it.

import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { embeddedStore } from '../../../test/support/stores.ts';
import type { Database } from '../database.ts';
import { keepUp } from './upkeep.ts';

let store: Awaited<ReturnType<typeof embeddedStore>>;
let database: Database;
beforeAll(async () => {
  store = await embeddedStore();
  ({ database } = store);
  await store.fresh('one');
});
afterAll(() => store.close());

/** These statements, one after the other, so many times. */
const rounds = async (times: number, ...statements: ReturnType<typeof sql>[]): Promise<void> => {
  for (let time = 0; time < times; time++)
    for (const statement of statements) await statement.execute(database.sql);
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
  await rounds(300, come, go);
  // A hundred rows are four pages; 300 rounds of them would be 1,200.
  expect(await pagesOf('intent')).toBeLessThan(700);
  const before = await pagesOf('intent');
  await rounds(400, come, go);
  expect(await pagesOf('intent')).toBeLessThanOrEqual(2 * before + 8);
});

test('one link among many is found by its own index', async () => {
  await sql`insert into link (integration_id, part, key, target_id, employee_id, origin, agreed, linked_at)
    select 'one', 'attendances', 'key ' || n, 'id ' || n, (n % 30)::text, 'created', '{}', 0
    from generate_series(1, 5000) as n`.execute(database.sql);
  await rounds(250, sql`select 1`);
  const { rows } = await sql<{ 'QUERY PLAN': string }>`
    explain select * from link where integration_id = 'one' and part = 'attendances'
    and target_id = any('{"id 7"}'::text[]) order by key`.execute(database.sql);
  expect(rows.map((row) => row['QUERY PLAN']).join('\n')).toMatch(/using link_target/);
});

test('upkeep that fails keeps nobody from what is there', async () => {
  const pool = { on: () => pool, query: () => Promise.reject(new Error('No space left on device')) };
  await expect(keepUp(pool as never)).resolves.toBeUndefined();
});
