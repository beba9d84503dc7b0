// The server's driver on the embedded database: what it answers, and that nothing gets between two who ask at once.

import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { PGlite } from '@electric-sql/pglite';
import type { Pool } from 'pg';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { newDatabaseIn } from '../../../test/support/new-database.ts';
import { tempFolder } from '../../../test/support/stores.ts';
import { Breakdown } from './breakdown.ts';
import { openEmbedded } from './pglite.ts';
import { poolOf } from './wire.ts';

const folder = tempFolder();
let pglite: PGlite;
let pool: Pool;
beforeAll(async () => {
  await newDatabaseIn(join(folder, 'db'));
  pglite = await openEmbedded(join(folder, 'db'));
  pool = poolOf(pglite, new Breakdown());
  await pool.query('create table note (id int primary key, text text, said jsonb)');
});
afterEach(async () => {
  await pool.query('truncate note');
});
afterAll(async () => {
  await pool.end();
  await pglite.close();
  rmSync(folder, { recursive: true, force: true });
});

const put = (id: number, text = 'kept'): Promise<unknown> =>
  pool.query('insert into note (id, text) values ($1, $2)', [id, text]);
const ids = async (): Promise<number[]> =>
  (await pool.query<{ id: number }>('select id from note where id > $1 order by id', [0])).rows.map(
    ({ id }) => id,
  );

test('values go in and come out as with a server', async () => {
  const said = { text: 'Müller – 50 €', list: [1, null], nested: { yes: true } };
  await pool.query('insert into note values ($1, $2, $3::jsonb)', [1, 'ärger\n\'"\\', JSON.stringify(said)]);
  const { rows, rowCount } = await pool.query('select * from note where id = any($1::int[])', [[1, 2]]);
  expect(rows).toEqual([{ id: 1, text: 'ärger\n\'"\\', said }]);
  expect(rowCount).toBe(1);
  expect((await pool.query('update note set text = $1', [null])).rowCount).toBe(1);
  expect((await pool.query('select text is null as gone from note')).rows).toEqual([{ gone: true }]);
});

test('an answer of several megabytes comes whole', async () => {
  const { rows } = await pool.query<{ n: number; line: string }>(
    'select n, repeat(chr(64 + n % 26), $1) as line from generate_series(1, 5000) as n',
    [900],
  );
  expect(rows).toHaveLength(5_000);
  expect(rows.every(({ n, line }) => line === String.fromCodePoint(64 + (n % 26)).repeat(900))).toBe(true);
});

test('a query that fails says so, and those beside it do not notice', async () => {
  await put(1);
  const answers = await Promise.allSettled([put(2), put(1), put(3), pool.query('selec'), put(1), put(4)]);
  expect(answers.map(({ status }) => status)).toEqual([
    'fulfilled',
    'rejected',
    'fulfilled',
    'rejected',
    'rejected',
    'fulfilled',
  ]);
  expect(answers[1]).toMatchObject({ reason: { code: '23505', constraint: 'note_pkey' } });
  expect(answers[3]).toMatchObject({ reason: { code: '42601' } });
  expect(await ids()).toEqual([1, 2, 3, 4]);
});

test('nobody else’s query gets into a transaction', async () => {
  const client = await pool.connect();
  await client.query('begin');
  await client.query('insert into note (id) values (1)');
  const beside = put(2);
  await client.query('insert into note (id) values (3)');
  await client.query('rollback');
  client.release();
  await beside;
  expect(await ids()).toEqual([2]);
});

test('a connection that is given up in a transaction leaves nothing of it', async () => {
  const client = await pool.connect();
  await client.query('begin');
  await client.query('insert into note (id) values ($1)', [1]);
  client.release(true);
  await put(2);
  expect(await ids()).toEqual([2]);
});

test('a statement whose columns have changed is parsed anew', async () => {
  const read = (): Promise<unknown> => pool.query('select * from changing where id = $1', [1]);
  await pool.query('create table changing (id int)');
  await read();
  await pool.query('alter table changing add column more text');
  await expect(read()).rejects.toThrow(/cached plan/);
  expect(await read()).toMatchObject({ rows: [] });
});

test('more kinds of statements than are kept parsed', async () => {
  for (let kind = 0; kind < 500; kind++) {
    const { rows } = await pool.query(`select $1::int + ${kind} as sum`, [1]);
    expect(rows).toEqual([{ sum: kind + 1 }]);
  }
  expect((await pool.query('select count(*)::int as kept from pg_prepared_statements')).rows).toEqual([
    { kept: expect.toSatisfy((kept: number) => kept > 300 && kept <= 400) },
  ]);
});

test('what is meant for a server is not heard', async () => {
  vi.stubEnv('PGUSER', 'somebody')
    .stubEnv('PGSSLMODE', 'require')
    .stubEnv('PGSSLNEGOTIATION', 'direct')
    .stubEnv('PGREPLICATION', 'database')
    .stubEnv('PGOPTIONS', '-c search_path=elsewhere');
  const other = poolOf(pglite, new Breakdown());
  const { rows } = await other.query('select current_user::text as who, current_schema()::text as place');
  await other.end();
  vi.unstubAllEnvs();
  expect(rows).toEqual([{ who: 'postgres', place: 'public' }]);
});

/** A database of its own on the same module, and a switch with which its answers end as told. */
function breakable(end: () => Promise<void>) {
  const fault = { isOn: false };
  const database = new Proxy(pglite, {
    get: (whole, name) => {
      if (name === 'execProtocolRawStream' && fault.isOn) return end;
      const value: unknown = Reflect.get(whole, name);
      return typeof value === 'function' ? value.bind(whole) : value;
    },
  });
  const breakdown = new Breakdown();
  const other = poolOf(database, breakdown);
  other.on('error', () => undefined);
  return { breakdown, other, fault };
}

test.each([
  ['with a noise', () => Promise.reject(new Error('aborted')), 'aborted'],
  ['in silence', () => Promise.resolve(), 'its answer has no end'],
])('a database that breaks down %s is told, for good, and nobody waits', async (_how, end, cause) => {
  const { breakdown, other, fault } = breakable(end);
  await other.query('select $1::int as a', [1]);
  expect(breakdown.hasHappened).toBe(false);
  fault.isOn = true;
  const asked = [1, 2, 3].map((number) => other.query('select $1::int as a', [number]));
  for (const answer of asked) await expect(answer).rejects.toThrow(/broken down/);
  fault.isOn = false;
  await expect(other.query('select $1::int as a', [1])).rejects.toThrow(/broken down/);
  expect(breakdown.hasHappened).toBe(true);
  expect(String((await breakdown.told).cause)).toContain(cause);
  await other.end();
});
