// One run per integration at a time. On a server an advisory lock holds it: the server frees it the moment a killed
// process's connection breaks. Every holder gets a higher token, and a commit with an old token is refused (fencing):
// a process that slept past its lease can write nothing any more.

import { type Kysely, sql } from 'kysely';
import type { Pool, PoolClient } from 'pg';
import type { Schema } from './schema.ts';

export interface HeldLease {
  readonly token: number;
  readonly release: () => Promise<void>;
}

export interface LeaseRoom {
  /** null while somebody else holds it. */
  readonly take: (integrationId: string, holder: string) => Promise<HeldLease | null>;
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
      const token = await nextToken(db, integrationId, holder);
      return {
        token,
        release: () => {
          held.delete(integrationId);
          return Promise.resolve();
        },
      };
    },
  };
}

export function serverLeases(db: Kysely<Schema>, pool: Pool): LeaseRoom {
  return {
    take: async (integrationId, holder) => {
      const client = await pool.connect();
      // A connection that breaks while it is idle frees the lock; the next commit finds the higher token, or no server.
      client.on('error', ignore);
      try {
        const answer = await client.query<{ held: boolean }>(
          `select pg_try_advisory_lock(hashtextextended($1, 7)) as held`,
          [integrationId],
        );
        if (answer.rows[0]?.held !== true) {
          handBack(client);
          return null;
        }
        const token = await nextToken(db, integrationId, holder);
        return { token, release: () => unlock(client, integrationId) };
      } catch (error) {
        handBack(client, true);
        throw error;
      }
    },
  };
}

const ignore = (): void => undefined;

function handBack(client: PoolClient, broken = false): void {
  client.off('error', ignore);
  client.release(broken);
}

async function unlock(client: PoolClient, integrationId: string): Promise<void> {
  try {
    await client.query(`select pg_advisory_unlock(hashtextextended($1, 7))`, [integrationId]);
    handBack(client);
  } catch {
    // A broken connection has freed the lock already.
    handBack(client, true);
  }
}

async function nextToken(db: Kysely<Schema>, integrationId: string, holder: string): Promise<number> {
  const answer = await sql<{ token: number }>`
    insert into lease (integration_id, holder, token) values (${integrationId}, ${holder}, 1)
    on conflict (integration_id) do update set holder = excluded.holder, token = lease.token + 1
    returning token`.execute(db);
  return Number(answer.rows[0]?.token);
}
