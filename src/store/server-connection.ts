// How every connection to a PostgreSQL server is made. A machine or a network that is lost says nothing: the server asks
// after whoever is silent and lets go of their locks within seconds, and a transaction that nobody goes on with ends by
// itself. Otherwise a row or the audit log would stay locked for hours, for everybody. And a server that is lost says nothing
// to us: nobody waits for its answers for ever.

import { Client, type ClientBase, type ClientConfig } from 'pg';
import { watchOver } from './unanswered.ts';

const everywhere = [
  "set idle_in_transaction_session_timeout = '60s'",
  // Over a local socket there is nothing to ask; where a system cannot, it waits as long as it does.
  'set tcp_keepalives_idle = 5; set tcp_keepalives_interval = 2; set tcp_keepalives_count = 3',
  "set tcp_user_timeout = '15s'",
];

/** Until a connection stands and has answered once; from then on it is watched (`unanswered.ts`). */
const madeWithinMs = 15_000;

/** A pool's own limit of this kind would also end the waiting for one of its connections. */
class LimitedClient extends Client {
  constructor(config?: string | ClientConfig) {
    super(typeof config === 'string' ? config : { ...config, connectionTimeoutMillis: madeWithinMs });
  }
}

async function makeWatchful(client: ClientBase, connectionString: string): Promise<void> {
  const first = { text: 'select pg_backend_pid() as pid', query_timeout: madeWithinMs };
  const { rows } = await client.query<{ pid: number }>(first);
  if (rows[0] !== undefined) watchOver(client as Client, rows[0].pid, connectionString);
  for (const statement of everywhere) await client.query(statement).catch(() => undefined);
}

/** For pools of our own and of libraries; whoever has a connection of its own calls `onConnect` once it stands. */
export function serverConnection(connectionString: string): ClientConfig & {
  readonly connectionString: string;
  readonly onConnect: (client: ClientBase) => Promise<void>;
  readonly Client: typeof Client;
} {
  return {
    connectionString,
    keepAlive: true,
    keepAliveInitialDelayMillis: 5_000,
    onConnect: (client) => makeWatchful(client, connectionString),
    Client: LimitedClient,
  };
}

/** For a transaction in which whoever reads or brings the lines may take their time. */
export const mayPause = 'set local idle_in_transaction_session_timeout = 0';
