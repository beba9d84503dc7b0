// How every connection to a PostgreSQL server is made. A machine or a network that is lost says nothing: the server asks
// after whoever is silent and lets go of their locks within seconds, and a transaction that nobody goes on with ends by
// itself. Otherwise a row or the audit log would stay locked for hours, for everybody.

import type { ClientBase, ClientConfig } from 'pg';

const everywhere = [
  "set idle_in_transaction_session_timeout = '60s'",
  // Over a local socket there is nothing to ask; where a system cannot, it waits as long as it does.
  'set tcp_keepalives_idle = 5; set tcp_keepalives_interval = 2; set tcp_keepalives_count = 3',
  "set tcp_user_timeout = '15s'",
];

/** For a pool's `onConnect`, and for a connection of its own once it stands. */
export async function makeWatchful(client: ClientBase): Promise<void> {
  for (const statement of everywhere) await client.query(statement).catch(() => undefined);
}

/** For pools of our own and of libraries. */
export function serverConnection(connectionString: string): ClientConfig & {
  readonly connectionString: string;
  readonly onConnect: (client: ClientBase) => Promise<void>;
} {
  return { connectionString, keepAlive: true, keepAliveInitialDelayMillis: 5_000, onConnect: makeWatchful };
}

/** For a transaction in which whoever reads or brings the lines may take their time. */
export const mayPause = 'set local idle_in_transaction_session_timeout = 0';
