// A PostgreSQL server that is lost without a word: nobody waits for its answers for ever, and whoever is only slow is waited
// for.

import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { openQueue } from '../../src/jobs/queue.ts';
import { type Database, openServerDatabase } from '../../src/store/database.ts';
import { isAway } from '../../src/store/sql/away.ts';
import { type SilentPath, silentPath } from '../support/silent-path.ts';
import { startPostgres } from '../support/stores.ts';

let server: Awaited<ReturnType<typeof startPostgres>>;
let path: SilentPath;
let database: Database;
beforeAll(async () => {
  server = await startPostgres();
  path = await silentPath(server.url);
  database = await openServerDatabase(path.url);
});
afterAll(async () => {
  await path.close();
  await database.close();
  await server.stop();
});

const ask = () =>
  sql<{ here: number }>`select 1 as here`.execute(database.sql).then(({ rows }) => rows[0]?.here);
const soon = { timeout: 30_000, interval: 100 };

test('a question that gets no answer any more ends as one to a server that is away, and the next is answered', async () => {
  await ask();
  path.fallSilent();
  const begun = Date.now();
  const error: unknown = await ask().catch((caught: unknown) => caught);
  expect(isAway(error)).toBe(true);
  expect(Date.now() - begun).toBeLessThan(25_000);
  expect(await ask()).toBe(1);
});

test('a transaction in whose middle it is lost is over, and the next one is none of its own', async () => {
  const half = database.sql.transaction().execute(async (trx) => {
    await sql`select 1`.execute(trx);
    path.fallSilent();
    await sql`select 2`.execute(trx);
  });
  await expect(half).rejects.toSatisfy(isAway);
  expect(await ask()).toBe(1);
});

test('a connection that is lost while it is made is given up: before it stands, at its first question, or at a later one', async () => {
  const lost = await Promise.all(
    [0, 2, 3].map(async (answers) => {
      const way = await silentPath(server.url);
      way.fallSilentAfter(answers);
      const opened: unknown = await openServerDatabase(way.url).catch((error: unknown) => error);
      await way.close();
      return isAway(opened);
    }),
  );
  expect(lost).toEqual([true, true, true]);
});

test('an answer that takes long is waited for', async () => {
  const { rows } = await sql<{ slept: number }>`select 1 as slept from pg_sleep(17)`.execute(database.sql);
  expect(rows).toEqual([{ slept: 1 }]);
});

test('the queue goes on', async () => {
  const complaints: string[] = [];
  const queue = await openQueue(database.reach, ({ message }) => void complaints.push(message));
  const request = { mode: 'dry-run', full: true, only: null, employeeIds: null, release: false } as const;
  const order = () => queue.ask({ setupId: 'muster', request, askedBy: 'test' });
  await order();
  path.fallSilent();
  await vi.waitFor(order, soon);
  await queue.stop();
});
