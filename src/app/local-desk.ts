// The desk behind the local socket: commands that find the data folder held hand their work to its holder, one JSON
// line each way and progress in between. The socket lies in a folder that only its owner may enter.

import { chmodSync } from 'node:fs';
import { type Socket, connect, createServer } from 'node:net';
import { createInterface } from 'node:readline';
import type { Progress } from '../engine/workshop.ts';
import type { Task, TaskResult, Verb } from '../service/tasks.ts';

type Line =
  | { readonly kind: 'hello' }
  /** Before anything was begun: whoever waits may try elsewhere. */
  | { readonly kind: 'closing' }
  | { readonly kind: 'progress'; readonly progress: Progress }
  | { readonly kind: 'result'; readonly result: TaskResult }
  | { readonly kind: 'fault'; readonly message: string };

export interface Desk {
  readonly close: () => Promise<void>;
}

/** Carries a task out for whoever handed it over. */
export type Perform = (task: Task, tell: (progress: Progress) => void) => Promise<TaskResult>;

export async function serveDesk(socketPath: string, perform: Perform): Promise<Desk> {
  const atWork = new Set<Promise<void>>();
  /** Whoever has handed nothing over yet. */
  const idle = new Set<Socket>();
  const server = createServer((socket) => {
    idle.add(socket);
    const begin: Perform = (task, tell) => {
      idle.delete(socket);
      return perform(task, tell);
    };
    const work = attend(socket, begin).finally(() => {
      idle.delete(socket);
      atWork.delete(work);
    });
    atWork.add(work);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(socketPath, resolve);
  });
  if (process.platform !== 'win32') chmodSync(socketPath, 0o600);
  return {
    close: async () => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      for (const socket of idle)
        socket.end(`${JSON.stringify({ kind: 'closing' } satisfies Line)}\n`, () => socket.destroy());
      await Promise.allSettled(atWork);
      await closed;
    },
  };
}

async function attend(socket: Socket, perform: Perform): Promise<void> {
  const say = (line: Line): void => {
    if (socket.writable) socket.write(`${JSON.stringify(line)}\n`);
  };
  // A command that went away does not end the run it started: what was begun is finished and reported.
  socket.on('error', () => undefined);
  say({ kind: 'hello' });
  try {
    const lines = createInterface({ input: socket });
    lines.on('error', () => undefined);
    for await (const text of lines) {
      const task = JSON.parse(text) as Task;
      const result = await perform(task, (progress) => say({ kind: 'progress', progress }));
      say({ kind: 'result', result });
      break;
    }
  } catch (error) {
    say({ kind: 'fault', message: error instanceof Error ? error.message : String(error) });
  }
  socket.end();
}

function lineIn(text: string): Line | null {
  try {
    return JSON.parse(text) as Line;
  } catch {
    return null;
  }
}

/** How long a holder may take to say hello. */
const helloMs = 5_000;

export class HolderSilent extends Error {
  override readonly name = 'HolderSilent';
}

/** Hands a task to the holder; throws `HolderSilent` when it does not answer. */
export function handOver<V extends Verb>(
  socketPath: string,
  task: Task<V>,
  tell: (progress: Progress) => void,
): Promise<TaskResult<V>> {
  return new Promise((resolve, reject) => {
    const socket = connect(socketPath);
    const silent = setTimeout(() => socket.destroy(new HolderSilent('no answer')), helloMs);
    let greeted = false;
    socket.on('error', (error) => {
      clearTimeout(silent);
      reject(greeted ? error : new HolderSilent(error.message));
    });
    socket.on('close', () =>
      reject(new Error('the process that holds the data folder ended before it answered')),
    );
    const lines = createInterface({ input: socket });
    // The interface repeats its input's errors, which are told above.
    lines.on('error', () => undefined);
    lines.on('line', (text) => {
      const line = lineIn(text);
      // Cut off in the middle of a line: what ended it is told when the connection closes.
      if (line === null) return;
      switch (line.kind) {
        case 'hello':
          greeted = true;
          clearTimeout(silent);
          socket.write(`${JSON.stringify(task)}\n`);
          return;
        case 'closing':
          socket.destroy();
          return reject(new HolderSilent('it is closing'));
        case 'progress':
          tell(line.progress);
          return;
        case 'result':
          resolve(line.result);
          return;
        case 'fault':
          reject(new Error(line.message));
          return;
        default:
          line satisfies never;
      }
    });
  });
}
