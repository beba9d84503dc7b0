// Simulated accounts end with the process that made them: the next start keeps nothing of them.

import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { setUpDemo, showFiles } from '../../src/app/integrations.ts';
import { archiveIdOf } from '../../src/service/setup/identity.ts';
import { ownTables } from '../../src/store/sql/moving-tables.ts';
import { openArchive } from '../../src/store/sql/sql-archive.ts';
import { type TestDesk, openTestDesk } from '../support/front-desk.ts';

let stage: TestDesk;
beforeAll(async () => {
  stage = await openTestDesk({ demo: true });
  const { desk, database, opened } = stage;
  const setup = await desk.office.setup(await setUpDemo(desk, opened.sandboxes));
  if (setup === null) throw new Error('no sandbox');
  const id = archiveIdOf(desk, setup) ?? '';
  await (await openArchive(database, { id, name: setup.name, settings: {} }, 0)).commit({
    putLinks: [
      {
        part: 'employees',
        key: '3001',
        targetId: '101',
        employeeId: '3001',
        from: null,
        to: null,
        origin: 'created',
        agreed: {},
        linkedAt: 0,
      },
    ],
    putMemory: { 'run.endedAt': '1' },
    markDirty: [{ part: 'attendances', userId: '101', day: '2026-03-16' }],
  });
});
afterAll(() => stage.close());

/** Tables that hold something. */
async function filled(): Promise<readonly string[]> {
  const db = stage.database.sql;
  const names: string[] = [];
  for (const { name } of await ownTables(db)) {
    const { rows } = await sql`select 1 from ${sql.table(name)} limit 1`.execute(db);
    if (rows.length > 0) names.push(name);
  }
  return names;
}

test('a sandbox of an earlier start is gone, and all that was remembered of its accounts with it', async () => {
  expect(await filled()).toEqual(expect.arrayContaining(['link', 'memory', 'dirty', 'setup', 'credential']));

  await showFiles(stage.desk, new Map());

  // Which master key is in use.
  expect((await filled()).filter((table) => table !== 'data_key')).toEqual([]);
});
