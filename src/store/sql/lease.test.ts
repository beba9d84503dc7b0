// Leases and connections on a real PostgreSQL server: one holder at a time, whatever becomes of the connections.

import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { Pool, type PoolClient } from 'pg';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { startPostgres } from '../../../test/support/stores.ts';
import { type Database, openServerDatabase } from '../database.ts';
import { serverConnection } from '../server-connection.ts';
import { LeaseLost, serverLeases } from './lease.ts';
import { openOffice } from './office.ts';
import { openArchive } from './sql-archive.ts';

let server: Awaited<ReturnType<typeof startPostgres>>;
let one: Database;
let other: Database;
beforeAll(async () => {
  server = await startPostgres();
  one = await openServerDatabase(server.url);
  other = await openServerDatabase(server.url);
});
afterAll(async () => {
  await one.close();
  await other.close();
  await server.stop();
});

const integration = async (): Promise<string> => {
  const id = randomUUID();
  await one.sql.insertInto('integration').values({ id, name: 'test', settings: {}, created_at: 0 }).execute();
  return id;
};
const soon = { timeout: 30_000, interval: 50 };
/** As a restart of the server would. */
const breakConnections = (of: Database): Promise<unknown> =>
  sql`select pg_terminate_backend(pid) from pg_stat_activity
    where pid <> pg_backend_pid() and pid in (select pid from pg_locks where locktype = 'advisory')`.execute(
    of.sql,
  );
/** The server's processes that hold a lock, one entry per lock. */
const holders = async (): Promise<number[]> =>
  (
    await sql<{ pid: number }>`select pid from pg_locks where locktype = 'advisory' and granted`.execute(
      other.sql,
    )
  ).rows.map(({ pid }) => pid);

test('a process holds the leases of many integrations on one connection, and each is one holder’s', async () => {
  const ids = await Promise.all(Array.from({ length: 30 }, integration));
  const held = await Promise.all(ids.map((id) => one.leases.take(id, 'one')));
  expect(held.every((lease) => lease !== null)).toBe(true);
  expect(await one.leases.take(ids[0] ?? '', 'one again')).toBeNull();
  expect(await other.leases.take(ids[0] ?? '', 'other')).toBeNull();
  // More leases than the pool has connections, and there are connections left to work with.
  expect((await sql`select 1`.execute(one.sql)).rows).toHaveLength(1);
  await held[0]?.release();
  expect(await other.leases.take(ids[1] ?? '', 'other')).toBeNull();
  const next = await other.leases.take(ids[0] ?? '', 'other');
  expect(next?.token).toBe((held[0]?.token ?? 0) + 1);
  await next?.release();
  for (const lease of held) await lease?.release();
  await vi.waitFor(async () => expect(await holders()).toEqual([]), soon);
});

test('a lease whose first question fails is let go', async () => {
  const id = await integration();
  const archive = await openArchive(one, { id, name: 'test', settings: {} }, 0);
  await sql`alter table run rename to run_elsewhere`.execute(other.sql);
  try {
    await expect(archive.openLease('one')).rejects.toThrow('run');
  } finally {
    await sql`alter table run_elsewhere rename to run`.execute(other.sql);
  }
  await (await archive.openLease('one'))?.release();
  const next = await other.leases.take(id, 'other');
  expect(next).not.toBeNull();
  await next?.release();
});

test('however often connections break, what is let go is free', async () => {
  const ids = await Promise.all(Array.from({ length: 5 }, integration));
  const held = await Promise.all(ids.map((id) => one.leases.take(id, 'one')));
  for (let time = 0; time < 8; time++) {
    await breakConnections(other);
    await new Promise((resolve) => setTimeout(resolve, 40 * time));
  }
  await vi.waitFor(async () => expect(await holders()).toHaveLength(5), soon);
  for (const lease of held) await lease?.release();
  await vi.waitFor(async () => expect(await holders()).toEqual([]), soon);
});

test('a connection that breaks is made good: the run goes on, and nobody else begins beside it', async () => {
  const id = await integration();
  const lease = await one.leases.take(id, 'one');
  const before = await holders();
  await breakConnections(other);
  // The server ends a connection when it comes to it: only another process that holds the lock shows it made good.
  await vi.waitFor(async () => {
    const now = await holders();
    expect(now).toHaveLength(1);
    expect(now).not.toEqual(before);
  }, soon);
  expect(await other.leases.take(id, 'other')).toBeNull();
  await lease?.release();
  const next = await other.leases.take(id, 'other');
  expect(next?.token).toBe((lease?.token ?? 0) + 1);
  await next?.release();
});

test('who was overtaken while the connection was broken does not take the lock back', async () => {
  const id = await integration();
  const lease = await one.leases.take(id, 'one');
  // Somebody took the lease and gave it back before this process was there again.
  await sql`update lease set token = token + 1 where integration_id = ${id}`.execute(other.sql);
  await breakConnections(other);
  await vi.waitFor(async () => expect(await one.leases.take(id, 'one again')).not.toBeNull(), soon);
  // The one that was overtaken lets go of nothing that is not its own.
  await lease?.release();
  expect(await other.leases.take(id, 'other')).toBeNull();
});

test('who slept while the integration was removed and set up anew writes nothing into the new one', async () => {
  const id = await integration();
  const lost = await openServerDatabase(server.url);
  const asleep = await openArchive(lost, { id, name: 'test', settings: {} }, 0);
  const lease = await asleep.openLease('whose machine is lost');
  await lost.leases.close();
  await openOffice(other.sql).purgeArchive(id);
  const archive = await openArchive(other, { id, name: 'test', settings: {} }, 0);
  const next = await archive.openLease('other');
  expect(next).not.toBeNull();

  await expect(asleep.commit({ putMemory: { a: '1' } })).rejects.toThrow(LeaseLost);
  await expect(lease?.stillHeld()).rejects.toThrow(LeaseLost);
  expect(await archive.memory()).toEqual({});
  await next?.release();
  await lost.close();
});

describe('before a write to a vendor, the holder of a lease', () => {
  const atWork = async () => {
    const id = await integration();
    const archive = await openArchive(one, { id, name: 'test', settings: {} }, 0);
    const lease = await archive.openLease('one');
    if (lease === null) throw new Error('not free');
    await archive.commit({ putMemory: { a: '1' } });
    await lease.stillHeld();
    const overtake = () =>
      sql`update lease set token = token + 1 where integration_id = ${id}`.execute(other.sql);
    return { id, lease, overtake };
  };

  test('whose connection broke learns at once that somebody took over', async () => {
    const { lease, overtake } = await atWork();
    await overtake();
    await breakConnections(other);
    await vi.waitFor(() => expect(lease.stillHeld()).rejects.toThrow(LeaseLost), soon);
  });

  test('whose connection broke goes on where nobody did', async () => {
    const { lease } = await atWork();
    const before = await holders();
    await breakConnections(other);
    await vi.waitFor(async () => expect(await holders()).not.toEqual(before), soon);
    await lease.stillHeld();
    await lease.release();
  });

  test('learns it after having slept, whatever its connection says', async () => {
    const { lease, overtake } = await atWork();
    await overtake();
    vi.spyOn(Date, 'now').mockReturnValue(Date.now() + 3_000);
    await expect(lease.stillHeld()).rejects.toThrow(LeaseLost);
    vi.restoreAllMocks();
    await lease.release();
  });

  test('learns it also where it fell asleep over the answer that nobody had', async () => {
    let fallAsleep: () => Promise<unknown> = () => Promise.resolve();
    const sleepy: Database = {
      ...one,
      changeWithin: async (id, work) => {
        const done = await one.changeWithin(id, work);
        await fallAsleep();
        return done;
      },
    };
    const id = await integration();
    const lease = await (await openArchive(sleepy, { id, name: 'test', settings: {} }, 0)).openLease('one');
    fallAsleep = async () => {
      fallAsleep = () => Promise.resolve();
      await sql`update lease set token = token + 1 where integration_id = ${id}`.execute(other.sql);
      vi.spyOn(Date, 'now').mockReturnValue(Date.now() + 30_000);
    };
    await expect(lease?.stillHeld()).rejects.toThrow(LeaseLost);
    vi.restoreAllMocks();
    await lease?.release();
  });
});

test('a holder whose machine is lost is found out within seconds, not hours', async () => {
  const pool = new Pool(serverConnection(server.url));
  const clients: PoolClient[] = [];
  pool.on('connect', (client: PoolClient) => void clients.push(client));
  const leases = serverLeases(one.sql, pool);
  expect(await leases.take(await integration(), 'one')).not.toBeNull();
  // How long the server waits before it asks, how long for an answer, and how often.
  const asked = await clients[0]?.query<{ all: string[] }>(
    `select array[current_setting('tcp_keepalives_idle'), current_setting('tcp_keepalives_interval'),
      current_setting('tcp_keepalives_count')] as all`,
  );
  expect(asked?.rows[0]?.all).toEqual(['5', '2', '3']);
  // So does every other connection, be it amid a change that nobody goes on with.
  const others = await sql<{ all: string[] }>`
    select array[current_setting('tcp_keepalives_idle'), current_setting('tcp_user_timeout'),
      current_setting('idle_in_transaction_session_timeout')] as all`.execute(one.sql);
  expect(others.rows[0]?.all).toEqual(['5', '15000', '1min']);
  await leases.close();
  await pool.end();
});

test('a connection that breaks between two queries of a change fails the change, not the process', async () => {
  const id = await integration();
  const change = one.changeWithin(id, async (trx) => {
    const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(trx);
    await sql`select pg_terminate_backend(${rows[0]?.pid})`.execute(other.sql);
    // The news of it arrives while nobody asks anything.
    await new Promise((resolve) => setTimeout(resolve, 200));
    await sql`select 1`.execute(trx);
  });
  await expect(change).rejects.toThrow();
  expect((await sql`select 1`.execute(one.sql)).rows).toHaveLength(1);
});

test('closing waits for no run under way, and frees what it held', async () => {
  const id = await integration();
  const third = await openServerDatabase(server.url);
  expect(await third.leases.take(id, 'third')).not.toBeNull();
  await third.close();
  await vi.waitFor(async () => {
    const next = await other.leases.take(id, 'other');
    expect(next).not.toBeNull();
    await next?.release();
  }, soon);
});
