// `bin/tandem` as a process of its own, as a person or a cron job would start it.

import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { vi } from 'vitest';

// A story is a row of processes; each takes a second on a free machine, and ten on one that builds something besides.
vi.setConfig({ testTimeout: 900_000, hookTimeout: 900_000 });

const entrance = fileURLToPath(new URL('../../bin/tandem', import.meta.url));

export interface Ended {
  /** null: ended by a signal. */
  readonly exit: number | null;
  readonly out: string;
  readonly err: string;
}

export interface Running {
  readonly pid: number;
  readonly out: () => string;
  readonly err: () => string;
  /** Resolves with what the pattern found on stdout; throws when the process ends before. */
  readonly says: (pattern: RegExp) => Promise<RegExpExecArray>;
  readonly signal: (signal: NodeJS.Signals) => void;
  readonly ended: Promise<Ended>;
}

const running = new Set<ChildProcess>();

/** Starts `tandem …` in a clean environment that allows vendors on loopback. */
export const start = (argv: readonly string[], environment: Record<string, string> = {}): Running =>
  follow([process.execPath, entrance, ...argv], environment);

// Who ignores the signal gets an error from the write instead.
const cramped = `trap '' XFSZ; ulimit -f "$0"; exec "$@"`;

/** The same where no file may grow beyond a size, as on a disk that is full for whatever goes beyond it. */
export const startCramped = (mostKilobytesPerFile: number, argv: readonly string[]): Running =>
  follow(['bash', '-c', cramped, String(mostKilobytesPerFile), process.execPath, entrance, ...argv], {});

function follow([program = '', ...words]: readonly string[], environment: Record<string, string>): Running {
  const { PATH = '', HOME = '', TMPDIR = '' } = process.env;
  const child = spawn(program, words, {
    env: {
      PATH,
      HOME,
      ...(TMPDIR === '' ? {} : { TMPDIR }),
      TANDEM_ALLOW_PRIVATE_HOSTS: '1',
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.add(child);
  let out = '';
  let err = '';
  const listeners = new Set<() => void>();
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text;
    for (const listener of listeners) listener();
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    err += text;
  });
  const ended = new Promise<Ended>((resolve) => {
    child.on('close', (exit) => {
      running.delete(child);
      resolve({ exit, out, err });
      for (const listener of listeners) listener();
    });
  });
  const says = (pattern: RegExp): Promise<RegExpExecArray> =>
    new Promise((resolve, reject) => {
      const look = (): void => {
        const found = pattern.exec(out);
        if (found !== null) resolve(found);
        else if (!running.has(child))
          reject(new Error(`ended without saying ${String(pattern)}:\n${out}${err}`));
        else return;
        listeners.delete(look);
      };
      listeners.add(look);
      look();
    });
  return {
    pid: child.pid ?? 0,
    out: () => out,
    err: () => err,
    says,
    signal: (signal) => void child.kill(signal),
    ended,
  };
}

/** Runs `tandem …` to its end. */
export const tandem = (argv: readonly string[], environment: Record<string, string> = {}): Promise<Ended> =>
  start(argv, environment).ended;

/** Ends whatever a story left running, stopped processes too. */
export async function endEverything(): Promise<void> {
  const gone = [...running].map(
    (child) =>
      new Promise<void>((resolve) => {
        child.once('close', () => resolve());
        child.kill('SIGKILL');
      }),
  );
  await Promise.all(gone);
}
