// Two processes on one PGlite folder lose acknowledged rows silently, so a folder belongs to one process at a time.
// On Linux an abstract socket named after the folder is the lock: the kernel frees it on kill -9. A lock file with
// owner and heartbeat says who it is, and guards where the socket cannot (other systems, volumes shared between
// machines or containers). A live holder is never robbed.

import { createHash, randomUUID } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  rmSync,
  utimesSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { type Server, createServer } from 'node:net';
import { hostname, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

export interface FolderLock {
  /** Where commands reach the holder. */
  readonly socketPath: string;
  /**
   * Comes when somebody on another machine took the folder all the same, while this process stood still: it must not touch it
   * any more.
   */
  readonly lost: Promise<void>;
  readonly release: () => Promise<void>;
}

export interface Holder {
  readonly pid: number;
  readonly host: string;
  readonly socketPath: string;
}

const heartbeatMs = 3_000;
/** A heart that has not beaten for so long, on a machine that we cannot look into, is believed to have stopped. */
const deadAfterMs = 30_000;
/** Two beats would be seen. */
const watchedMs = 2 * heartbeatMs + 500;

/** Takes the folder (made when missing, readable by its owner only), or says who has it. */
export async function lockFolder(folder: string): Promise<FolderLock | { readonly heldBy: Holder | null }> {
  makeFolder(folder);
  const path = realpathSync(folder);
  const file = join(path, 'tandem.lock');
  const gate = await takeGate(path);
  if (gate === null) return { heldBy: readHolder(file) };
  const other = readHolder(file);
  if (other !== null && (await isAlive(other, file))) {
    gate?.close();
    return { heldBy: other };
  }
  const own: Holder = { pid: process.pid, host: hostIdentity(), socketPath: socketPathFor(path) };
  rmSync(own.socketPath, { force: true });
  const words = `${JSON.stringify({ ...own, id: randomUUID() })}\n`;
  writeFileSync(file, words, { mode: 0o600 });
  let lose: () => void = () => undefined;
  const lost = new Promise<void>((resolve) => (lose = resolve));
  const heart = setInterval(() => {
    if (isOurs(file, words)) return beat(file);
    clearInterval(heart);
    return lose();
  }, heartbeatMs);
  heart.unref();
  return {
    socketPath: own.socketPath,
    lost,
    release: async () => {
      clearInterval(heart);
      if (isOurs(file, words)) {
        rmSync(file, { force: true });
        rmSync(own.socketPath, { force: true });
      }
      await new Promise<void>((resolve) => gate.close(() => resolve()));
    },
  };
}

/** Node's own way of making parents never ends where a file system lets nobody make any, such as /proc. */
export function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  makeFolder(dirname(folder));
  try {
    mkdirSync(folder, { mode: 0o700 });
  } catch (error) {
    // Another process was faster.
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}

/** The kernel's own lock; elsewhere than on Linux an open server on nothing, and the lock file alone decides. */
async function takeGate(path: string): Promise<Server | null> {
  const gate = createServer();
  gate.unref();
  if (process.platform !== 'linux') return gate;
  return new Promise((resolve, reject) => {
    gate.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EADDRINUSE' ? resolve(null) : reject(error),
    );
    gate.listen(`\0tandem-${digest(path)}`, () => resolve(gate));
  });
}

function readHolder(file: string): Holder | null {
  try {
    const holder = JSON.parse(readFileSync(file, 'utf8')) as Partial<Holder>;
    if (
      typeof holder.pid !== 'number' ||
      typeof holder.host !== 'string' ||
      typeof holder.socketPath !== 'string'
    )
      return null;
    return { pid: holder.pid, host: holder.host, socketPath: holder.socketPath };
  } catch {
    return null;
  }
}

/** Asked only when the kernel's lock was free (or there is none). */
async function isAlive(holder: Holder, file: string): Promise<boolean> {
  if (holder.host === hostIdentity()) {
    // With the kernel's lock in hand, a holder on this machine cannot be alive.
    return process.platform !== 'linux' && holder.pid !== process.pid && processRuns(holder.pid);
  }
  const beatenAt = lastBeat(file);
  if (Date.now() - beatenAt < deadAfterMs) return true;
  // Clocks of two machines may differ: what beats while it is watched is alive, whatever time it writes down.
  await new Promise((resolve) => setTimeout(resolve, watchedMs));
  return lastBeat(file) !== beatenAt;
}

const lastBeat = (file: string): number => statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;

/** Whether the file still says what this holder wrote; one that was cleaned away says nothing against it. */
function isOurs(file: string, words: string): boolean {
  try {
    return readFileSync(file, 'utf8') === words;
  } catch {
    return true;
  }
}

function processRuns(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function beat(file: string): void {
  const now = new Date();
  try {
    utimesSync(file, now, now);
  } catch {
    // The folder may be gone in a test or a clean-up; the lock itself does not depend on the file here.
  }
}

/** Containers of one machine share its name, not its processes. */
function hostIdentity(): string {
  try {
    return `${hostname()} ${readlinkSync('/proc/self/ns/pid')} ${readlinkSync('/proc/self/ns/net')}`;
  } catch {
    return hostname();
  }
}

/** Socket addresses are short (about 100 bytes), folders need not be. */
function socketPathFor(path: string): string {
  const inside = join(path, 'tandem.sock');
  if (process.platform === 'win32') return `\\\\.\\pipe\\tandem-${digest(path)}`;
  if (Buffer.byteLength(inside) <= 100) return inside;
  const folder = join(tmpdir(), `tandem-${process.getuid?.() ?? 0}`);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return join(folder, `${digest(path)}.sock`);
}

const digest = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 24);
