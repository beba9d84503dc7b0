// A PostgreSQL server for voyages, with a database of its own for every thread.

import { Client } from 'pg';
import { startPostgres } from '../../support/stores.ts';

export interface Server {
  /** Its address. */
  readonly newDatabase: () => Promise<string>;
  readonly stop: () => Promise<void>;
}

export async function openServer(): Promise<Server> {
  const { url, stop } = await startPostgres();
  let made = 0;
  return {
    newDatabase: async () => {
      const name = `voyages_${made++}`;
      const client = new Client({ connectionString: url });
      await client.connect();
      await client.query(`create database ${name}`);
      await client.end();
      return url.replace(/[^/]+$/, name);
    },
    stop,
  };
}
