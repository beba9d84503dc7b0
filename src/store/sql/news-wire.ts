// News between processes on one PostgreSQL server: LISTEN and NOTIFY, on a connection of its own.

import { randomUUID } from 'node:crypto';
import type { Client } from 'pg';
import { serverConnection } from '../server-connection.ts';

const channel = 'tandem_news';
/** PostgreSQL takes 8,000 bytes; what is longer (never seen) stays in its process. */
const mostBytes = 7_500;
const againMs = 2_000;
/** Of a server that hangs nobody hears anything, and news grows old fast. */
const mostWaiting = 200;

export interface ServerWire {
  readonly send: (text: string) => void;
  readonly listen: (hear: (text: string) => void) => void;
  readonly close: () => Promise<void>;
}

/** Connects at once and again whenever the connection breaks; what is told meanwhile is lost. */
export function openNewsWire(connectionString: string): ServerWire {
  const self = randomUUID();
  const listeners: ((text: string) => void)[] = [];
  let client: Client | null = null;
  let timer: NodeJS.Timeout | null = null;
  let isClosed = false;
  const later = (): void => {
    if (isClosed || timer !== null) return;
    timer = setTimeout(() => {
      timer = null;
      void connect();
    }, againMs).unref();
  };
  const connect = async (): Promise<void> => {
    const server = serverConnection(connectionString);
    const fresh = new server.Client(server);
    fresh.on('error', () => {
      client = null;
      later();
    });
    fresh.on('notification', ({ payload = '' }) => {
      if (payload.startsWith(self)) return;
      const text = payload.slice(self.length);
      for (const hear of listeners) hear(text);
    });
    try {
      await fresh.connect();
      await server.onConnect(fresh);
      await fresh.query(`listen ${channel}`);
      client = fresh;
    } catch {
      await fresh.end().catch(() => undefined);
      later();
    }
  };
  // One after the other: the driver will take no second query while it is at one.
  let last: Promise<unknown> = Promise.resolve();
  let waiting = 0;
  const ready = connect();
  return {
    send: (text) => {
      if (client === null || waiting >= mostWaiting || Buffer.byteLength(text) > mostBytes) return;
      waiting += 1;
      last = last
        .then(() => client?.query('select pg_notify($1, $2)', [channel, self + text]))
        .catch(() => undefined)
        .finally(() => (waiting -= 1));
    },
    listen: (hear) => void listeners.push(hear),
    close: async () => {
      isClosed = true;
      if (timer !== null) clearTimeout(timer);
      await ready;
      await client?.end().catch(() => undefined);
    },
  };
}
