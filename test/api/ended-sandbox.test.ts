// Simulated accounts end with the process that made them: the next start keeps nothing of them.

import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { showFiles } from '../../src/app/integrations.ts';
import { ownTables } from '../../src/store/sql/moving-tables.ts';
import { type DemoDesk, openDemoDesk } from '../support/demo-desk.ts';

let demo: DemoDesk;
beforeAll(async () => {
  demo = await openDemoDesk();
});
afterAll(() => demo.stage.close());

/** Tables that hold something, with the number of their rows. */
async function kept(): Promise<Record<string, number>> {
  const db = demo.stage.database.sql;
  const counts: Record<string, number> = {};
  for (const { name } of await ownTables(db)) {
    const { rows } = await sql<{ count: number }>`select count(*) as count from ${sql.table(name)}`.execute(
      db,
    );
    if ((rows[0]?.count ?? 0) > 0) counts[name] = rows[0]?.count ?? 0;
  }
  return counts;
}

test('a sandbox of an earlier start is gone, and all that was remembered of its accounts with it', async () => {
  expect((await kept())['link']).toBeGreaterThan(100);

  await showFiles(demo.stage.desk, new Map());

  // The operator, who stays, and which master key is in use.
  expect(
    Object.keys(await kept()).filter((table) => !['person', 'session', 'data_key'].includes(table)),
  ).toEqual([]);
});
