// Where archives lie: in memory, in the embedded database, or on a PostgreSQL server. Every voyage has a berth of its
// own; a killed process leaves it as a killed process does, and the next one opens it anew.

import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import type { Archive } from '../../src/engine/archive.ts';
import { type Database, openEmbeddedDatabase, openServerDatabase } from '../../src/store/database.ts';
import { MemoryArchive } from '../../src/store/memory/memory-archive.ts';
import { openArchive } from '../../src/store/sql/sql-archive.ts';

export const storeKinds = ['memory', 'embedded', 'postgres'] as const;
export type StoreKind = (typeof storeKinds)[number];

export interface Berth {
  /** The archive as a process that starts now opens it. */
  readonly open: () => Promise<Archive>;
  /** The process was killed: what it held is free, and everything that it committed stays. */
  readonly wreck: () => Promise<void>;
}

export interface Harbour {
  /** A berth that no other voyage uses. */
  readonly berth: (name: string) => Promise<Berth>;
  readonly close: () => Promise<void>;
}

export const memoryHarbour: Harbour = {
  berth: () => {
    const archive = new MemoryArchive();
    return Promise.resolve({
      open: () => Promise.resolve(archive),
      wreck: () => {
        archive.dropLease();
        return Promise.resolve();
      },
    });
  },
  close: () => Promise.resolve(),
};

/** A folder of its own; after a wreck the database is opened from its files again. */
export async function embeddedHarbour(folder: string): Promise<Harbour> {
  const home = join(folder, 'db');
  return sqlHarbour(
    () => openEmbeddedDatabase(home),
    (database) => database.close(),
    () => rmSync(folder, { recursive: true, force: true }),
  );
}

/** A database of its own on a server; a wreck breaks its connections, as the end of a process does. */
export async function serverHarbour(url: string): Promise<Harbour> {
  const reaper = await openServerDatabase(url);
  // The connections of a killed process say that they were ended; nobody of it is there to hear that.
  process.on('uncaughtException', (error: Error & { readonly code?: string }) => {
    if (error.code !== connectionEnded && !error.message.startsWith('Connection terminated')) throw error;
  });
  return sqlHarbour(
    () => openServerDatabase(url),
    async (database) => {
      // A dead process takes none of its leases again.
      await database.leases.close();
      await sql`select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and pid <> pg_backend_pid()`.execute(reaper.sql);
    },
    () => reaper.close(),
  );
}

/** PostgreSQL's admin_shutdown. */
const connectionEnded = '57P01';

async function sqlHarbour(
  openDatabase: () => Promise<Database>,
  sink: (database: Database) => Promise<void>,
  leave: () => void | Promise<void>,
): Promise<Harbour> {
  let database = await openDatabase();
  return {
    berth: (name) =>
      Promise.resolve({
        open: () => openArchive(database, { id: name, name: 'voyage', settings: {} }, 0),
        wreck: async () => {
          await sink(database);
          database = await openDatabase();
        },
      }),
    close: async () => {
      await database.close();
      await leave();
    },
  };
}
