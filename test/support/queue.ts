// The queue itself on an embedded database, without anybody who works on it.

import { sql } from 'kysely';
import { PgBoss } from 'pg-boss';
import { expect } from 'vitest';
import { runQueue, runQueueOptions } from '../../src/jobs/definitions/run-integration.ts';
import { throughPool } from '../../src/jobs/queue.ts';
import { embeddedStore } from './stores.ts';

export interface TestJob {
  readonly setup: string;
  readonly state: string;
  readonly priority: number;
  readonly retry: number;
}

export interface TestQueue {
  readonly boss: PgBoss;
  readonly store: Awaited<ReturnType<typeof embeddedStore>>;
  /** As they were put in. */
  readonly jobs: () => Promise<TestJob[]>;
  /** How long whoever works on them was not heard, in seconds. */
  readonly silence: () => Promise<number[]>;
  readonly beSilentForAMinute: () => Promise<void>;
  readonly empty: () => Promise<void>;
  readonly close: () => Promise<void>;
}

export async function openTestQueue(): Promise<TestQueue> {
  const store = await embeddedStore();
  const { reach } = store.database;
  if (!('pool' in reach)) throw new Error('not embedded');
  const boss = new PgBoss({
    db: throughPool(reach.pool),
    backend: 'pglite',
    schema: 'queue',
    schedule: false,
    supervise: false,
  });
  boss.on('error', (error) => expect.unreachable(error.message));
  await boss.start();
  await boss.createQueue(runQueue, runQueueOptions);
  const database = store.database.sql;
  return {
    boss,
    store,
    jobs: async () =>
      (
        await sql<TestJob>`
          select data->>'setupId' as setup, state::text as state, priority, retry_count as retry
          from queue.job order by created_on`.execute(database)
      ).rows.map((row) => ({ ...row })),
    silence: async () =>
      (
        await sql<{ seconds: number }>`
          select extract(epoch from now() - heartbeat_on)::float as seconds from queue.job
          where state = 'active'`.execute(database)
      ).rows.map(({ seconds }) => seconds),
    beSilentForAMinute: async () => {
      await sql`update queue.job set heartbeat_on = now() - interval '1 minute'`.execute(database);
    },
    empty: async () => {
      await sql`delete from queue.job`.execute(database);
    },
    close: async () => {
      await boss.stop({ graceful: false, close: false });
      await store.close();
    },
  };
}
