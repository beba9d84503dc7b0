// Leases, locks, news and time limits hang on a connection of one's own. A pool in between that hands connections on after
// each transaction (PgBouncer's transaction mode, the "pooled" addresses of hosted databases) takes them away without a
// word, so that two runs of one company could be under way at once.

import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';

export class ConnectionsHandedOn extends Error {
  constructor() {
    super(
      'connections are handed on between transactions by a pool in front of the server (PgBouncer in transaction mode, say), and locks would not hold. Give the server’s own address, or that of a pool in session mode',
    );
    this.name = 'ConnectionsHandedOn';
  }
}

/** A mark that one connection leaves is seen by another only where both are the same one to the server. */
export async function assertOwnConnections(pool: Pool): Promise<void> {
  const one = await pool.connect();
  try {
    const other = await pool.connect();
    try {
      const mark = randomUUID();
      await one.query("select set_config('tandem.mark', $1, false)", [mark]);
      const { rows } = await other.query<{ seen: string | null }>(
        "select current_setting('tandem.mark', true) as seen",
      );
      if (rows[0]?.seen === mark) throw new ConnectionsHandedOn();
    } finally {
      other.release();
    }
  } finally {
    one.release();
  }
}
