// A way to a server that may fall silent: what is under way gets neither an answer nor an end, as from a machine that is lost.

import { type Socket, connect, createServer } from 'node:net';

export interface SilentPath {
  /** The same address, by this way. */
  readonly url: string;
  /** Whoever is connected hears nothing any more; whoever connects from now on does. */
  readonly fallSilent: () => void;
  /** The next who connects hears nothing after so many answers. */
  readonly fallSilentAfter: (answers: number) => void;
  readonly close: () => Promise<void>;
}

export async function silentPath(url: string): Promise<SilentPath> {
  const server = new URL(url);
  const there = new Set<Socket>();
  const deaf = new Set<Socket>();
  let next: number | null = null;
  const way = createServer((caller) => {
    there.add(caller);
    let left = next;
    next = null;
    caller.on('error', () => undefined);
    const called = connect(Number(server.port), server.hostname);
    called.on('error', () => undefined);
    caller.on('data', (data) => !deaf.has(caller) && called.write(data));
    called.on('data', (data) => {
      if (left === 0) deaf.add(caller);
      if (left !== null) left -= 1;
      if (!deaf.has(caller)) caller.write(data);
    });
    caller.on('close', () => called.destroy());
    called.on('close', () => !deaf.has(caller) && caller.destroy());
  });
  await new Promise<void>((resolve) => way.listen(0, '127.0.0.1', resolve));
  const address = way.address();
  if (address === null || typeof address === 'string') throw new Error('silentPath: no port');
  return {
    url: Object.assign(new URL(url), { port: String(address.port) }).href,
    fallSilent: () => {
      for (const one of there) deaf.add(one);
    },
    fallSilentAfter: (answers) => {
      next = answers;
    },
    close: async () => {
      for (const one of there) one.destroy();
      await new Promise((resolve) => way.close(resolve));
    },
  };
}
