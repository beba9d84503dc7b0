// `tandem …` as a process of its own, which says how far it is and can be killed.

import { spawn } from 'node:child_process';

export interface Child {
  readonly pid: number;
  readonly out: () => string;
  readonly err: () => string;
  /** Resolves when stdout or stderr has said it, or when the process has ended. */
  readonly says: (pattern: RegExp) => Promise<void>;
  readonly signal: (signal: NodeJS.Signals) => void;
  readonly ended: Promise<Ended>;
}

export interface Ended {
  /** null: ended by a signal. */
  readonly exit: number | null;
  readonly out: string;
  readonly err: string;
}

export function startChild(
  entrance: string,
  argv: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Child {
  const { PATH = '', HOME = '', TMPDIR } = process.env;
  const child = spawn(process.execPath, [entrance, ...argv], {
    env: {
      PATH,
      HOME,
      ...(TMPDIR === undefined ? {} : { TMPDIR }),
      TANDEM_ALLOW_PRIVATE_HOSTS: '1',
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [out, err, isOver] = ['', '', false];
  const listeners = new Set<() => void>();
  const heard = (): void => {
    for (const listener of listeners) listener();
  };
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text;
    heard();
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    err += text;
    heard();
  });
  const ended = new Promise<Ended>((resolve) => {
    child.on('close', (exit) => {
      isOver = true;
      resolve({ exit, out, err });
      heard();
    });
  });
  return {
    pid: child.pid ?? 0,
    out: () => out,
    err: () => err,
    says: (pattern) =>
      new Promise((resolve) => {
        const listen = (): void => {
          if (!isOver && !pattern.test(out) && !pattern.test(err)) return;
          listeners.delete(listen);
          resolve();
        };
        listeners.add(listen);
        listen();
      }),
    signal: (signal) => void child.kill(signal),
    ended,
  };
}
