// The second wall between companies, on a real PostgreSQL server: row-level security for a role that owns nothing.

import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openServerDatabase } from '../../src/store/database.ts';
import { openArchive } from '../../src/store/sql/sql-archive.ts';
import { enterTenant, tenantRole } from '../../src/store/sql/tenant.ts';
import { serverStore } from '../support/stores.ts';

type Store = Awaited<ReturnType<typeof serverStore>>;
let store: Store;
let tables: readonly { readonly name: string; readonly isTenants: boolean }[];
beforeAll(async () => {
  store = await serverStore();
  for (const id of ['a', 'b']) await furnish(id);
  const found = await sql<{ name: string; isTenants: boolean }>`select c.relname as name,
      c.relname = 'integration' or exists (select 1 from pg_attribute a
        where a.attrelid = c.oid and a.attname = 'integration_id') as "isTenants"
    from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'`.execute(
    store.database.sql,
  );
  tables = found.rows;
});
afterAll(() => store.close());

/** A row in every table of an integration. */
async function furnish(id: string): Promise<void> {
  const archive = await store.fresh(id);
  const run = {
    id: 'r',
    mode: 'live',
    scope: 'full',
    status: 'done',
    startedAt: 1,
    finishedAt: 2,
    planHash: null,
    released: null,
    report: { run: { writes: { personio: 1, timetac: 0 } }, parts: null, issues: [], solved: [] },
  } as const;
  const lease = await archive.openLease('somebody');
  await archive.commit({
    putLinks: [
      {
        part: 'employees',
        key: '1',
        targetId: '2',
        employeeId: '1',
        from: null,
        to: null,
        origin: 'created',
        agreed: {},
        linkedAt: 1,
      },
    ],
    putIntents: [{ id: 'i' } as never],
    putRows: [{ kind: 'user', id: '2', userId: '2', from: null, to: null, row: {} as never }],
    markDirty: [{ part: 'absences', userId: '2', day: null }],
    putFindings: [{ part: 'absences', unit: '1', findings: [{ code: 'unit-mismatch' } as never] }],
    putRefusals: [
      {
        part: 'absences',
        key: 'k',
        employeeId: '1',
        runId: 'r',
        fingerprint: 'f',
        tookAway: false,
        finding: {} as never,
      },
    ],
    putDecisions: [{ id: 'd' } as never],
    putMemory: { m: '1' },
    putIssues: [{ id: 'x', firstRunId: 'r', firstSeenAt: 1, line: null }],
    putRun: run,
    putActions: [{ runId: 'r', id: 'a' } as never],
    putMails: [{ id: 'm', kind: 'report', to: 'hr@x', language: 'de', createdAt: 1, runId: 'r', facts: {} }],
  });
  await lease?.release();
  await sql`insert into month_check (integration_id, month, body) values (${id}, '2026-03', '{}')`.execute(
    store.database.sql,
  );
  await sql`insert into erased (integration_id, key, user_keys, at) values (${id}, 'k', '[]', 1)`.execute(
    store.database.sql,
  );
}

const countIn = (name: string, enter: string) =>
  store.database.sql.transaction().execute(async (trx) => {
    if (enter === 'nobody') await sql`select set_config('role', ${tenantRole}, true)`.execute(trx);
    else await enterTenant(trx, enter);
    const { rows } = await sql<{
      of: string;
    }>`select ${sql.ref(name === 'integration' ? 'id' : 'integration_id')} as of
      from ${sql.table(name)}`.execute(trx);
    return rows.map((row) => row.of);
  });

test('the wall stands around every table whose rows carry their integration', async () => {
  expect(store.database.hasWall).toBe(true);
  const own = tables.filter(({ isTenants }) => isTenants).map(({ name }) => name);
  expect(own.length).toBeGreaterThan(15);
  for (const name of own) {
    const all = await sql`select 1 from ${sql.table(name)}`.execute(store.database.sql);
    expect([name, all.rows.length >= 2]).toEqual([name, true]);
    expect([name, await countIn(name, 'nobody')]).toEqual([name, []]);
    expect([name, new Set(await countIn(name, 'a'))]).toEqual([name, new Set(['a'])]);
  }
});

test('where a piece of it was taken away, the next process builds it again', async () => {
  const standing = async () =>
    (
      await sql<{ name: string }>`select polrelid::regclass::text as name from pg_policy order by 1`.execute(
        store.database.sql,
      )
    ).rows.map(({ name }) => name);
  const before = await standing();
  await sql`drop policy own_integration on link`.execute(store.database.sql);
  expect(await standing()).not.toEqual(before);
  await (await openServerDatabase(store.url)).close();
  expect(await standing()).toEqual(before);
});

test('tables of the front desk are closed to it altogether', async () => {
  const others = tables.filter(({ name, isTenants }) => !isTenants && !name.startsWith('kysely'));
  expect(others.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['person', 'credential', 'audit', 'setup']),
  );
  for (const { name } of others)
    await expect(
      store.database.sql.transaction().execute(async (trx) => {
        await enterTenant(trx, 'a');
        return sql`select 1 from ${sql.table(name)}`.execute(trx);
      }),
      name,
    ).rejects.toThrow(/permission denied/);
});

test('a row of somebody else can be neither written nor changed nor taken away', async () => {
  const inA = (statement: string) =>
    store.database.sql.transaction().execute(async (trx) => {
      await enterTenant(trx, 'a');
      return sql.raw(statement).execute(trx);
    });
  await expect(inA(`insert into memory (integration_id, key, value) values ('b', 'x', '1')`)).rejects.toThrow(
    /row-level security/,
  );
  expect((await inA(`update memory set value = '2' where key = 'm'`)).numAffectedRows).toBe(1n);
  expect((await inA(`delete from link where integration_id = 'b'`)).numAffectedRows).toBe(0n);
  const b = await store.fresh('b');
  expect([(await b.memory())['m'], await b.countLinks('employees')]).toEqual(['1', 1]);
});

test('an archive reads and writes through it', async () => {
  const a = await store.fresh('a');
  await a.commit({ putMemory: { seen: 'yes' } });
  expect((await a.memory())['seen']).toBe('yes');
  expect((await (await store.fresh('b')).memory())['seen']).toBeUndefined();
});

test('an ordinary user who may make roles has the wall as well; one who may not is told that there is none', async () => {
  const { sql: db } = store.database;
  await sql.raw(`create role maker login createrole password 'x'`).execute(db);
  await sql.raw(`create role plain login password 'x'`).execute(db);
  // As if this user had made the role: since 16 that means administering it, and not yet becoming it.
  await sql.raw(`grant tandem_tenant to maker with admin true, set false, inherit false`).execute(db);
  for (const [user, hasWall] of [
    ['maker', true],
    ['plain', false],
  ] as const) {
    await sql.raw(`create database of_${user} owner ${user}`).execute(db);
    const url = new URL(store.url);
    url.username = user;
    url.password = 'x';
    url.pathname = `/of_${user}`;
    const own = await openServerDatabase(url.href);
    expect([user, own.hasWall]).toEqual([user, hasWall]);
    const archive = await openArchive(own, { id: 'a', name: 'a', settings: {} }, 0);
    await archive.commit({ putMemory: { a: '1' } });
    expect(await archive.memory()).toEqual({ a: '1' });
    await own.close();
  }
});
