// A data folder belongs to one process at a time. Other processes are real ones here: what is tested is the kernel's
// promise as much as ours.

import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, expect, test as plain } from 'vitest';
import { type FolderLock, lockFolder } from './lock.ts';

// Other processes run what was built: node 20 cannot read the sources.
beforeAll(() => {
  spawnSync(process.execPath, [fileURLToPath(new URL('../../../scripts/ready.mjs', import.meta.url))]);
});

interface Place {
  readonly base: string;
  readonly folder: string;
  readonly lockFile: string;
  readonly take: (path?: string) => Promise<FolderLock>;
  /** Released when the test has ended. */
  readonly taken: FolderLock[];
}

/** Each has a folder of its own; several of them wait for a heart that does not beat, so they wait together. */
const test = plain.extend<{ place: Place }>({
  place: async ({ task: _task }, use) => {
    const base = mkdtempSync(join(tmpdir(), 'tandem-lock-'));
    const folder = join(base, 'data');
    const taken: FolderLock[] = [];
    const take = async (path = folder): Promise<FolderLock> => {
      const lock = await lockFolder(path);
      if ('heldBy' in lock) throw new Error(`held by ${JSON.stringify(lock.heldBy)}`);
      taken.push(lock);
      return lock;
    };
    await use({ base, folder, lockFile: join(folder, 'tandem.lock'), take, taken });
    for (const lock of taken) await lock.release();
    rmSync(base, { recursive: true, force: true });
  },
});

/** Another process that takes the folder and keeps it until it is killed. */
async function otherHolder(folder: string) {
  const lock = new URL('../../../dist/store/embedded/lock.js', import.meta.url).href;
  const child = spawn(process.execPath, [
    '--input-type=module',
    '--eval',
    `const { lockFolder } = await import(${JSON.stringify(lock)});
     const held = await lockFolder(${JSON.stringify(folder)});
     console.log('heldBy' in held ? 'refused' : 'held');
     setInterval(() => {}, 60_000);`,
  ]);
  const [said] = (await once(child.stdout, 'data')) as [Buffer];
  return {
    pid: child.pid,
    said: String(said).trim(),
    kill: async () => {
      const gone = once(child, 'close');
      child.kill('SIGKILL');
      await gone;
    },
  };
}

test.concurrent('the folder is made for its owner alone, and the lock says who holds it and where to reach them', async ({
  place: { folder, lockFile, take },
}) => {
  const lock = await take();
  expect(statSync(folder).mode & 0o777).toBe(0o700);
  expect(statSync(lockFile).mode & 0o777).toBe(0o600);
  expect(JSON.parse(readFileSync(lockFile, 'utf8'))).toMatchObject({
    pid: process.pid,
    socketPath: lock.socketPath,
  });
});

test.concurrent('whoever comes second is told who holds the folder, by whatever name they call it', async ({
  place: { base, folder, take },
}) => {
  const { socketPath } = await take();
  const told = { heldBy: expect.objectContaining({ pid: process.pid, socketPath }) as unknown };
  expect(await lockFolder(folder)).toEqual(told);
  symlinkSync(folder, join(base, 'other-name'));
  expect(await lockFolder(join(base, 'other-name'))).toEqual(told);
});

test.concurrent('released, the folder is free at once and nothing lies about', async ({
  place: { lockFile, take },
}) => {
  await (await take()).release();
  expect(existsSync(lockFile)).toBe(false);
  await take();
});

test.concurrent('another process holds the folder until it is killed, and frees it by dying', async ({
  place: { folder, lockFile, take },
}) => {
  const other = await otherHolder(folder);
  try {
    expect(other.said).toBe('held');
    expect(await lockFolder(folder)).toMatchObject({ heldBy: { pid: other.pid } });
  } finally {
    await other.kill();
  }
  // Its lock file lies there still: nobody had time to remove it.
  expect(JSON.parse(readFileSync(lockFile, 'utf8'))).toMatchObject({ pid: other.pid });
  await take();
  expect(JSON.parse(readFileSync(lockFile, 'utf8'))).toMatchObject({ pid: process.pid });
});

test.concurrent('of many who come at the same moment exactly one gets the folder', async ({
  place: { folder, taken },
}) => {
  const answers = await Promise.all(Array.from({ length: 8 }, () => lockFolder(folder)));
  const winners = answers.filter((answer): answer is FolderLock => !('heldBy' in answer));
  taken.push(...winners);
  expect(winners).toHaveLength(1);
});

test.concurrent.for<readonly [title: string, ageMs: number, text: string, robbed: boolean]>([
  ['a fresh heartbeat of another machine is respected', 2_000, holderOn('other-machine'), false],
  [
    'a heart that stopped long ago on another machine is believed dead',
    120_000,
    holderOn('other-machine'),
    true,
  ],
  ['a lock file cut short by a crash holds nobody', 0, '{"pid":', true],
  ['a lock file of somebody else’s making holds nobody', 0, '{"pid":"1"}', true],
])('%s', async ([_title, ageMs, text, robbed], { place: { folder, lockFile, take, taken } }) => {
  await (await take()).release();
  writeFileSync(lockFile, text);
  const beat = new Date(Date.now() - ageMs);
  utimesSync(lockFile, beat, beat);
  const lock = await lockFolder(folder);
  if (!('heldBy' in lock)) taken.push(lock);
  expect(!('heldBy' in lock)).toBe(robbed);
  if (robbed) return;
  expect(lock).toEqual({ heldBy: JSON.parse(text) as unknown });
  // Not to be robbed means not to be touched either: once that heart has stopped, the folder can be had.
  expect(readFileSync(lockFile, 'utf8')).toBe(text);
  utimesSync(lockFile, new Date(0), new Date(0));
  await take();
});

function holderOn(host: string): string {
  return JSON.stringify({ pid: 4711, host, socketPath: '/nowhere/tandem.sock' });
}

test.concurrent('a folder with a long name still gets an address that the kernel takes', async ({
  place: { base, take },
}) => {
  const { socketPath } = await take(join(base, 'x'.repeat(120), 'data'));
  expect(Buffer.byteLength(socketPath)).toBeLessThanOrEqual(100);
});

test.concurrent('whoever beats while it is watched is alive, whatever its clock says', async ({
  place: { base, take },
}) => {
  await take();
  const foreign = { pid: 1, host: 'elsewhere', socketPath: '/nowhere' };
  const other = join(base, 'shared');
  mkdirSync(other);
  const file = join(other, 'tandem.lock');
  writeFileSync(file, JSON.stringify(foreign));
  const longAgo = (ms: number): void => utimesSync(file, new Date(ms), new Date(ms));
  longAgo(Date.now() - 600_000);
  // A clock that is ten minutes behind, and a heart that goes on.
  const heart = setInterval(() => longAgo(Date.now() - 600_000), 500);
  try {
    expect(await lockFolder(other)).toMatchObject({ heldBy: { host: 'elsewhere' } });
  } finally {
    clearInterval(heart);
  }
});

test.concurrent('a holder that stood still and was robbed hears of it, and leaves the other’s lock alone', async ({
  place: { folder, lockFile },
}) => {
  let isLost = false;
  const lock = await lockFolder(folder);
  if ('heldBy' in lock) throw new Error('held');
  void lock.lost.then(() => (isLost = true));
  const thief = JSON.stringify({ pid: 1, host: 'elsewhere', socketPath: '/nowhere', id: 'other' });
  writeFileSync(lockFile, thief);
  await expect.poll(() => isLost, { timeout: 15_000 }).toBe(true);
  await lock.release();
  expect(readFileSync(lockFile, 'utf8')).toBe(thief);
});
