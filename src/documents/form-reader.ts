// Opens somebody's PDF in a process of its own, which knows nothing of ours and ends, whatever the file is.

import { type ChildProcess, spawn } from 'node:child_process';
import { answerChannel, readerScript } from './form-reader-script.ts';

export interface RawField {
  readonly name: string;
  readonly value: string;
}

/** `dynamic`: a form that only one vendor's viewer shows (XFA). `too-much`: of time or memory. */
export type Trouble = 'encrypted' | 'damaged' | 'no-fields' | 'dynamic' | 'too-much';
export type Answer =
  | { readonly kind: 'fields'; readonly values: readonly RawField[] }
  | { readonly kind: Trouble };

export interface Limits {
  /** Of computing: a machine that is busy with other things takes longer. */
  readonly cpuMs: number;
  readonly timeMs: number;
  /** Of what the process answers. */
  readonly answerBytes: number;
}

const usualLimits: Limits = { cpuMs: 10_000, timeMs: 60_000, answerBytes: 4 * 1024 * 1024 };

/** Text fields and choices of a PDF, as they stand in it. Throws only where no process can be started. */
export async function readFields(pdf: Uint8Array, limits: Limits = usualLimits): Promise<Answer> {
  if (atWork >= mostAtWork) await new Promise<void>((resolve) => waiting.push(resolve));
  else atWork++;
  try {
    return answerIn(await run(pdf, limits));
  } finally {
    // Whoever waits takes over the place.
    const next = waiting.shift();
    if (next === undefined) atWork--;
    else next();
  }
}

/** More would take the memory of the server that they work for. */
const mostAtWork = 2;
let atWork = 0;
const waiting: (() => void)[] = [];

/** What the process said before it ended; null: nothing in time, or more than it may. */
function run(pdf: Uint8Array, { cpuMs, timeMs, answerBytes }: Limits): Promise<string | null> {
  return new Promise((resolve, reject) => {
    const child = startReader(cpuMs);
    const chunks: Buffer[] = [];
    let bytes = 0;
    let isTooMuch = false;
    const stop = (): void => {
      isTooMuch = true;
      child.kill('SIGKILL');
    };
    const limit = setTimeout(stop, timeMs);
    child.stdio[answerChannel]?.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes > answerBytes) stop();
      else chunks.push(chunk);
    });
    child.once('error', reject);
    child.once('close', () => {
      clearTimeout(limit);
      resolve(isTooMuch ? null : Buffer.concat(chunks).toString('utf8'));
    });
    // A process that ended early does not take the rest.
    child.stdin?.on('error', () => undefined);
    child.stdin?.end(pdf);
  });
}

const startReader = (cpuMs: number): ChildProcess =>
  spawn(
    process.execPath,
    ['--max-old-space-size=128', '--no-warnings', '--input-type=module', '-e', readerScript, String(cpuMs)],
    { env: {}, stdio: ['pipe', 'ignore', 'ignore', 'pipe'], windowsHide: true },
  );

function answerIn(said: string | null): Answer {
  if (said === null) return { kind: 'too-much' };
  try {
    return JSON.parse(said) as Answer;
  } catch {
    // It ended without a word: the memory that it was given was not enough.
    return { kind: 'too-much' };
  }
}
