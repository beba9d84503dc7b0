// What a killed process had settled: the links that stand in its database, read without taking anything from the
// process that comes next.

import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type Database, openEmbeddedDatabase, openServerDatabase } from '../../../src/store/database.ts';
import { newDatabaseIn } from '../../support/new-database.ts';
import { startPostgres, tempFolder } from '../../support/stores.ts';

/** Target ids of everything that is linked, by part. */
export type Settled = ReadonlySet<string>;

export interface Ledger {
  /** Words of the command line and environment that make a process use it. */
  readonly argv: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  readonly settled: () => Promise<Settled>;
  /** Reading it takes a while, so not every kill is followed by a look. */
  readonly isSlow: boolean;
  readonly close: () => Promise<void>;
}

export async function embeddedLedger(folder: string): Promise<Ledger> {
  const data = join(folder, 'data');
  await newDatabaseIn(join(data, 'db'));
  return {
    argv: ['--data', data],
    environment: {},
    isSlow: true,
    settled: async () => {
      // A copy is repaired by the look, the folder itself by the next process.
      const copy = tempFolder();
      cpSync(join(data, 'db'), join(copy, 'db'), { recursive: true });
      const database = await openEmbeddedDatabase(join(copy, 'db'));
      try {
        return await linksIn(database);
      } finally {
        await database.close();
        rmSync(copy, { recursive: true, force: true });
      }
    },
    close: () => Promise.resolve(),
  };
}

export async function serverLedger(folder: string): Promise<Ledger> {
  const server = await startPostgres();
  const database = await openServerDatabase(server.url);
  return {
    argv: ['--data', join(folder, 'data')],
    environment: { TANDEM_DATABASE_URL: server.url },
    isSlow: false,
    settled: () => linksIn(database),
    close: async () => {
      await database.close();
      await server.stop();
    },
  };
}

async function linksIn({ sql }: Database): Promise<Settled> {
  const rows = await sql.selectFrom('link').select(['part', 'target_id']).execute();
  return new Set(rows.map((row) => `${row.part} ${row.target_id}`));
}
