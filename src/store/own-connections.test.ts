// On a server each connection is one's own, as long as no pool in between hands one on to several.

import { afterAll, beforeAll, expect, test } from 'vitest';
import { Pool } from 'pg';
import { startPostgres } from '../../test/support/stores.ts';
import { assertOwnConnections, ConnectionsHandedOn } from './own-connections.ts';

let server: Awaited<ReturnType<typeof startPostgres>>;
let pool: Pool;
beforeAll(async () => {
  server = await startPostgres();
  pool = new Pool({ connectionString: server.url, max: 3 });
  // At the end the server is stopped while the last of them are still closing.
  pool.on('connect', (client) => client.on('error', () => undefined));
});
afterAll(async () => {
  await pool.end();
  await server.stop();
});

test('a server is taken, also through connections that were used before', async () => {
  await assertOwnConnections(pool);
  await assertOwnConnections(pool);
});

test('a pool that hands one connection on to several is told, and what will do instead', async () => {
  const client = await pool.connect();
  const handingOn = {
    connect: () => Promise.resolve({ query: client.query.bind(client), release: () => undefined }),
  } as unknown as Pool;
  try {
    const taken = assertOwnConnections(handingOn);
    await expect(taken).rejects.toThrow(ConnectionsHandedOn);
    await expect(taken).rejects.toThrow(/session mode/);
  } finally {
    client.release();
  }
});
