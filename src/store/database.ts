// One database, two homes: embedded in the process (PGlite on a folder) or a PostgreSQL server. The same driver, the
// same dialect, the same migrations, the same values.

import { Kysely, PostgresDialect, type Transaction } from 'kysely';
import { Pool, types } from 'pg';
import { openEmbedded } from './embedded/pglite.ts';
import { keepUp } from './embedded/upkeep.ts';
import { Breakdown } from './embedded/breakdown.ts';
import { poolOf } from './embedded/wire.ts';
import { assertOwnConnections } from './own-connections.ts';
import { serverConnection } from './server-connection.ts';
import { migrate } from './sql/migrate.ts';
import type { Schema } from './sql/schema.ts';
import { buildWall, enterTenant } from './sql/tenant.ts';
import { type LeaseRoom, embeddedLeases, serverLeases } from './sql/lease.ts';

export interface Database {
  readonly kind: 'embedded' | 'postgresql';
  readonly sql: Kysely<Schema>;
  /** Runs queries of one integration; where there is a second wall, none of them sees another's rows. */
  readonly within: <T>(integrationId: string, work: (db: Kysely<Schema>) => Promise<T>) => Promise<T>;
  /** The same, and all changes of it are taken together or not at all. */
  readonly changeWithin: <T>(
    integrationId: string,
    work: (trx: Transaction<Schema>) => Promise<T>,
  ) => Promise<T>;
  /** Whether row-level security stands between integrations; null: one company's process needs none. */
  readonly hasWall: boolean | null;
  readonly leases: LeaseRoom;
  /** How others reach the same database: the queue does. */
  readonly reach: { readonly pool: Pool } | { readonly connectionString: string };
  /** Comes when it can do nothing any more until the process is begun again; a server is waited for instead. */
  readonly brokenDown: Promise<Error>;
  /** Makes it take nothing any more; a server's own locks need no such word. */
  readonly breakDown: (why: Error) => void;
  readonly close: () => Promise<void>;
}

/** Opens (and creates or migrates) the database in a folder that the caller has locked. */
export async function openEmbeddedDatabase(folder: string): Promise<Database> {
  const pglite = await openEmbedded(folder);
  const breakdown = new Breakdown();
  const pool = patient(poolOf(pglite, breakdown, { types: { getTypeParser } }));
  const sql = new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) });
  const close = async (): Promise<void> => {
    await sql.destroy();
    if (!pglite.closed && !breakdown.hasHappened) await pglite.close();
  };
  try {
    await migrate(sql);
    await keepUp(pool);
  } catch (error) {
    await close();
    throw error;
  }
  const leases = embeddedLeases(sql);
  return {
    kind: 'embedded',
    sql,
    within: (_id, work) => work(sql),
    changeWithin: (_id, work) => sql.transaction().execute(work),
    hasWall: null,
    leases,
    reach: { pool },
    brokenDown: breakdown.told,
    breakDown: (why) => breakdown.happened(why),
    close,
  };
}

/** Connects to a PostgreSQL server (15 or newer) and migrates; several processes may do so at once. */
export async function openServerDatabase(url: string): Promise<Database> {
  const pool = patient(new Pool({ ...serverConnection(url), max: 10, types: { getTypeParser } }));
  const sql = new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) });
  const hasWall = await makeReady(sql, pool).catch(async (error: unknown) => {
    await sql.destroy();
    throw error;
  });
  const leases = serverLeases(sql, pool);
  const changeWithin: Database['changeWithin'] = (id, work) =>
    sql.transaction().execute(async (trx) => {
      if (hasWall) await enterTenant(trx, id);
      return work(trx);
    });
  return {
    kind: 'postgresql',
    sql,
    within: hasWall ? changeWithin : (_id, work) => work(sql),
    changeWithin,
    hasWall,
    leases,
    reach: serverConnection(url),
    brokenDown: new Promise(() => undefined),
    breakDown: () => undefined,
    close: async () => {
      // A run under way would keep its connection, and the pool waits for all of them.
      await leases.close();
      await sql.destroy();
    },
  };
}

/** Resolves with whether row-level security stands. */
async function makeReady(sql: Kysely<Schema>, pool: Pool): Promise<boolean> {
  await assertOwnConnections(pool);
  await migrate(sql);
  return buildWall(sql);
}

function patient(pool: Pool): Pool {
  // A connection that breaks while idle is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => undefined);
  // So does one that breaks between two queries of a transaction; the next query says so.
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}

const int8 = 20;

/** int8 as a checked number, on both drivers: beyond 2^53 it is a fault, not another number. */
export function checkedInteger(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new Error(`database: ${text} is no safe integer`);
  return value;
}

function getTypeParser(oid: number, format?: 'text' | 'binary'): (text: string) => unknown {
  const usual = types.getTypeParser(oid, format === 'binary' ? 'text' : format) as (text: string) => unknown;
  return oid === int8 ? checkedInteger : usual;
}
