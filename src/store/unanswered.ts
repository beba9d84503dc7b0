// A connection may be dead without a word: the machine at its other end is lost amid a question, or something in between
// has forgotten it. The driver waits for a quarter of an hour then, or for ever. So where an answer takes long, the server
// is asked over another connection whether it is still at work on it. If it is not, the connection is ended, and whoever
// waits is told that the database was away.

import { Client } from 'pg';

/** Most answers take some milliseconds. After the first time that the server knows nothing, it may still be on its way. */
const patienceMs = 5_000;

/** @param pid the server's process at the other end, by its own word: a pool in between says another */
export function watchOver(client: Client, pid: number, connectionString: string): void {
  let timer: NodeJS.Timeout | null = null;
  let isMissed = false;
  const wait = (): void => {
    timer = setTimeout(() => void look(), patienceMs).unref();
  };
  const calm = (): void => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    isMissed = false;
  };
  const look = async (): Promise<void> => {
    const asked = timer;
    const isAtWork = await worksOnIt(connectionString, pid);
    // The answer has come.
    if (timer !== asked) return;
    if (!isAtWork && isMissed) return void client.end().catch(ignore);
    isMissed = !isAtWork;
    wait();
  };
  const ask = client.query.bind(client) as (...given: readonly unknown[]) => unknown;
  client.query = ((...given: readonly unknown[]) => {
    if (timer === null) wait();
    return ask(...given);
  }) as Client['query'];
  client.on('drain', calm).on('end', calm);
}

/** Where nobody can be asked, the server is away for everybody, and is waited for. */
async function worksOnIt(connectionString: string, pid: number): Promise<boolean> {
  const limits = { connectionTimeoutMillis: patienceMs, query_timeout: patienceMs };
  const other = new Client({ connectionString, ...limits });
  other.on('error', ignore);
  try {
    await other.connect();
    const { rows } = await other.query(
      `select from pg_stat_activity where pid = $1 and coalesce(state, '') not like 'idle%'`,
      [pid],
    );
    return rows.length > 0;
  } catch {
    return true;
  } finally {
    void other.end().catch(ignore);
  }
}

const ignore = (): void => undefined;
