// One run per integration at a time. On a server an advisory lock holds it: the server frees it the moment a killed
// process's connection breaks. Every holder gets a higher token, and a commit with an old token is refused (fencing):
// a process that slept past its lease can write nothing any more.

import { type Kysely, sql } from 'kysely';
import type { Pool } from 'pg';
import type { Schema } from './schema.ts';

export interface HeldLease {
  readonly token: number;
  /** As far as this process knows: the connection on which the lock hangs never broke since it was taken. */
  readonly isSure: () => boolean;
  readonly release: () => Promise<void>;
}

export interface LeaseRoom {
  /** null while somebody else holds it. */
  readonly take: (integrationId: string, holder: string) => Promise<HeldLease | null>;
  /** Whether anybody holds it. */
  readonly isHeld: (integrationId: string) => Promise<boolean>;
  /** Everything held is free; what still runs here finds no way to write. */
  readonly close: () => Promise<void>;
}

export class LeaseLost extends Error {
  constructor(integrationId: string) {
    super(`another process took over the integration ${integrationId}; nothing more is written here`);
    this.name = 'LeaseLost';
  }
}

/** The folder's lock already keeps other processes out; inside, a set does. */
export function embeddedLeases(db: Kysely<Schema>): LeaseRoom {
  const held = new Set<string>();
  return {
    take: async (integrationId, holder) => {
      if (held.has(integrationId)) return null;
      held.add(integrationId);
      const token = await nextToken(db, integrationId, holder).catch((error: unknown) => {
        held.delete(integrationId);
        throw error;
      });
      return {
        token,
        isSure: () => true,
        release: () => {
          held.delete(integrationId);
          return Promise.resolve();
        },
      };
    },
    isHeld: (integrationId) => Promise.resolve(held.has(integrationId)),
    close: () => Promise.resolve(),
  };
}

/** Between two tries to reach a server that went away. */
const againMs = 250;

/**
 * All leases of a process hang on one connection. Where it breaks (the server was restarted) the locks are free: they
 * are taken again at once, so that nobody else begins while a run here goes on writing. Where somebody was faster, the
 * token tells it to the next commit.
 */
export function serverLeases(db: Kysely<Schema>, pool: Pool): LeaseRoom {
  /** By integration: the token; null while it is being taken. */
  const held = new Map<string, number | null>();
  let session: Promise<Session> | null = null;
  let again: Promise<void> | null = null;
  let isClosed = false;

  const connected = (): Promise<Session> => {
    session ??= openSession(pool, () => {
      session = null;
      // One at a time: where the connection breaks once more, the same one goes on.
      again ??= takeAgain().finally(() => (again = null));
    }).catch((error: unknown) => {
      session = null;
      throw error;
    });
    return session;
  };
  const takeAgain = async (): Promise<void> => {
    while (held.size > 0) {
      if (isClosed) return;
      try {
        const own = await connected();
        const mine = [...held].flatMap(([id, token]) => (token === null ? [] : [{ id, token }]));
        await Promise.all(mine.map(({ id, token }) => holdOn(own, id, token)));
        if (own.isOpen()) return;
      } catch {
        await new Promise((resolve) => setTimeout(resolve, againMs).unref());
      }
    }
  };
  const holdOn = async (own: Session, id: string, token: number): Promise<void> => {
    for (;;) {
      if (isClosed) return;
      const isFree = await own.lock(id);
      const wasHeld = held.get(id) === token;
      const isOurs = wasHeld && (await tokenOf(db, id)) === token;
      // Let go meanwhile, and this lock with it: it may be the next run's by now.
      if (wasHeld && held.get(id) !== token) return;
      if (isFree && isOurs) return;
      if (isFree) await own.unlock(id);
      if (!isOurs) {
        if (held.get(id) === token) held.delete(id);
        return;
      }
      // Nobody has overtaken us: our own broken connection has not ended there yet.
      await new Promise((resolve) => setTimeout(resolve, againMs).unref());
    }
  };
  const letGo = async (id: string): Promise<void> => {
    held.delete(id);
    await (await session)?.unlock(id);
  };
  return {
    take: async (id, holder) => {
      // The same connection would get its own lock once more.
      if (held.has(id)) return null;
      held.set(id, null);
      try {
        const own = await connected();
        if (!(await own.lock(id))) {
          held.delete(id);
          return null;
        }
        const token = await nextToken(db, id, holder);
        if ((await session) !== own) throw new Error('lease: the connection broke');
        held.set(id, token);
        return {
          token,
          isSure: own.isOpen,
          release: async () => void (held.get(id) === token && (await letGo(id).catch(ignore))),
        };
      } catch (error) {
        await letGo(id).catch(ignore);
        throw error;
      }
    },
    isHeld: async (id) => {
      // A lock of eight bytes shows as two halves.
      const answer = await sql<{ held: boolean }>`
        select exists (select from pg_locks where locktype = 'advisory' and granted and objsubid = 1
          and database = (select oid from pg_database where datname = current_database())
          and ((classid::bigint << 32) | objid::bigint) = hashtextextended(${id}, 7)) as held`.execute(db);
      return answer.rows[0]?.held === true;
    },
    close: async () => {
      isClosed = true;
      const own = await session?.catch(() => null);
      session = null;
      own?.end();
    },
  };
}

interface Session {
  /** false: somebody else holds it. */
  readonly lock: (id: string) => Promise<boolean>;
  readonly unlock: (id: string) => Promise<unknown>;
  readonly isOpen: () => boolean;
  /** Ends the connection, and with it all its locks. */
  readonly end: () => void;
}

async function openSession(pool: Pool, broken: () => void): Promise<Session> {
  const client = await pool.connect();
  let isOpen = true;
  const end = (): void => {
    isOpen = false;
    client.off('error', broke).off('end', broke).release(true);
  };
  const broke = (): void => {
    end();
    broken();
  };
  client.on('error', broke).on('end', broke);
  // One question at a time: a connection takes no second one meanwhile.
  let last: Promise<unknown> = Promise.resolve();
  const ask = (call: string, id: string): Promise<boolean> => {
    const answer = last.then(() =>
      client.query<{ done: boolean }>(`select ${call}(hashtextextended($1, 7)) as done`, [id]),
    );
    last = answer.catch(ignore);
    return answer.then(({ rows }) => rows[0]?.done === true);
  };
  // The server would give a connection its own lock once more, and would want it back as often.
  const own = new Set<string>();
  return {
    lock: async (id) => {
      if (!own.has(id) && (await ask('pg_try_advisory_lock', id))) own.add(id);
      return own.has(id);
    },
    unlock: async (id) => own.delete(id) && (await ask('pg_advisory_unlock', id)),
    isOpen: () => isOpen,
    end,
  };
}

const ignore = (): void => undefined;

async function tokenOf(db: Kysely<Schema>, id: string): Promise<number | null> {
  const row = await db
    .selectFrom('lease')
    .select('token')
    .where('integration_id', '=', id)
    .executeTakeFirst();
  return row?.token ?? null;
}

/** The first one is the time: an integration that was removed and is set up anew is none that an old holder knows. */
async function nextToken(db: Kysely<Schema>, integrationId: string, holder: string): Promise<number> {
  const answer = await sql<{ token: number }>`
    insert into lease (integration_id, holder, token)
    values (${integrationId}, ${holder}, (extract(epoch from clock_timestamp()) * 1000)::bigint)
    on conflict (integration_id) do update set holder = excluded.holder, token = lease.token + 1
    returning token`.execute(db);
  return Number(answer.rows[0]?.token);
}
