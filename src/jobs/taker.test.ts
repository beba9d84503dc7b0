// One process that takes runs from a real queue, beside others who may break off.

import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { type TestQueue, openTestQueue } from '../../test/support/queue.ts';
import { takeFromTheDead } from './dead.ts';
import { type RunJob, runQueue } from './definitions/run-integration.ts';
import { begins, goesOn } from './priorities.ts';
import { type Taker, takeRuns } from './taker.ts';

let queue: TestQueue;
beforeAll(async () => {
  queue = await openTestQueue();
});
afterAll(() => queue.close());

let begun: RunJob[];
let complaints: string[];
let end: Record<string, (error?: Error) => void>;
let taker: Taker | null;
beforeEach(async () => {
  await queue.empty();
  [begun, complaints, end, taker] = [[], [], {}, null];
  return async () => {
    await taker?.stop();
    for (const one of Object.values(end)) one();
  };
});

const soon = { timeout: 30_000, interval: 20 };
const names = (): string[] => begun.map(({ setupId }) => setupId);
const take = (isAlone = false): Taker =>
  (taker = takeRuns({
    boss: queue.boss,
    isAlone,
    carryOut: (job) => {
      begun.push(job);
      return new Promise((resolve, reject) => {
        end[job.setupId] = (error) => (error === undefined ? resolve() : reject(error));
      });
    },
    complain: (error) => void complaints.push(String(error)),
  }));

async function ask(setupId: string, kind: 'short' | 'long', priority: number = begins[kind]): Promise<void> {
  const request = { mode: 'live', full: kind === 'long', only: [], employeeIds: [], release: false };
  await queue.boss.send(
    runQueue,
    { setupId, request, askedBy: 'test' },
    { singletonKey: setupId, group: { id: setupId }, priority },
  );
}
const stateOf = async (setupId: string) => {
  const { setup: _setup, ...job } = (await queue.jobs()).find(({ setup }) => setup === setupId)!;
  return job;
};

test('what broke off elsewhere goes on first, and nothing new begins until less is under way', async () => {
  for (const name of ['a', 'b', 'c', 'd']) await ask(name, 'long');
  await ask('x', 'long', goesOn.long);
  const { wake } = take();
  await vi.waitFor(() => expect(names()).toEqual(['x', 'a', 'b', 'c']), soon);
  // Everything that may begin has begun; what breaks off now finds a place all the same, and short ones do as well.
  for (const name of ['y', 'z']) await ask(name, 'long', goesOn.long);
  await ask('quick', 'short');
  wake();
  await vi.waitFor(() => expect(names().slice(4)).toEqual(['quick', 'y', 'z']), soon);
  for (const name of ['a', 'x']) end[name]?.();
  await vi.waitFor(async () => expect((await stateOf('x')).state).toBe('completed'), soon);
  await ask('w', 'long', goesOn.long);
  wake();
  await vi.waitFor(() => expect(names().slice(7)).toEqual(['w']), soon);
  expect(await stateOf('d')).toEqual({ state: 'created', priority: begins.long, retry: 0 });
  for (const name of ['y', 'z']) end[name]?.();
  await vi.waitFor(() => expect(names().slice(8)).toEqual(['d']), soon);
  expect(complaints).toEqual([]);
});

test('whoever is long at work is heard all the time, and what has ended is asked about no more', async () => {
  await ask('one', 'short');
  await ask('other', 'short');
  take();
  await vi.waitFor(() => expect(names()).toEqual(['one', 'other']), soon);
  await queue.beSilentForAMinute();
  await vi.waitFor(async () => {
    const silence = await queue.silence();
    expect(silence).toHaveLength(2);
    expect(Math.max(...silence)).toBeLessThan(3);
  }, soon);
  for (const name of names()) end[name]?.();
  await vi.waitFor(async () => expect((await stateOf('one')).state).toBe('completed'), soon);
  await vi.waitFor(async () => expect((await stateOf('other')).state).toBe('completed'), soon);
});

test('a process that ends leaves its runs to others at once, and they come first there', async () => {
  await ask('long', 'long');
  await ask('short', 'short');
  const first = take();
  await vi.waitFor(() => expect(begun).toHaveLength(2), soon);
  await first.stop();
  expect(await stateOf('long')).toEqual({ state: 'retry', priority: goesOn.long, retry: 0 });
  expect(await stateOf('short')).toEqual({ state: 'retry', priority: goesOn.short, retry: 0 });
  // What ends here all the same says nothing about what others do with it by now.
  for (const one of Object.values(end)) one();
  begun = [];
  take();
  await vi.waitFor(() => expect(begun.map(({ again }) => again)).toEqual([true, true]), soon);
  expect((await queue.jobs()).map(({ state }) => state)).toEqual(['active', 'active']);
});

test('a run that others have taken for dead stays theirs, however it ends here', async () => {
  await ask('one', 'short');
  take();
  await vi.waitFor(() => expect(begun).toHaveLength(1), soon);
  // From here on only others get something.
  const fetch = queue.boss.fetch.bind(queue.boss);
  const mock = vi.spyOn(queue.boss, 'fetch').mockResolvedValue([]);
  await queue.beSilentForAMinute();
  const nobody = { seconds: 3, isAtWork: () => Promise.resolve(false) };
  await takeFromTheDead(queue.boss, runQueue, nobody);
  expect(await fetch(runQueue, { groupConcurrency: 1 })).toHaveLength(1);
  await queue.beSilentForAMinute();
  await new Promise((resolve) => setTimeout(resolve, 1_200));
  expect(Math.min(...(await queue.silence()))).toBeGreaterThan(50);
  end['one']?.();
  await vi.waitFor(() => expect(mock).toHaveBeenCalled(), soon);
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(await stateOf('one')).toEqual({ state: 'active', priority: goesOn.short, retry: 1 });
  mock.mockRestore();
});

test('what carries a run out may fail: it is told, and the run goes to the next who asks', async () => {
  await ask('one', 'short');
  take();
  await vi.waitFor(() => expect(begun).toHaveLength(1), soon);
  end['one']?.(new Error('the order could not be kept'));
  await vi.waitFor(() => expect(begun.map(({ again }) => again)).toEqual([undefined, true]), soon);
  expect(complaints).toEqual(['Error: the order could not be kept']);
});

test('a database that does not answer is told, and asked again', async () => {
  const fetch = vi.spyOn(queue.boss, 'fetch').mockRejectedValueOnce(new Error('away'));
  await ask('one', 'short');
  take();
  await vi.waitFor(() => expect(begun).toHaveLength(1), soon);
  expect(complaints).toEqual(['Error: away']);
  fetch.mockRestore();
});

test('alone there is no place beside what may begin', async () => {
  for (const name of ['a', 'b', 'c', 'd', 'e']) await ask(name, 'long', goesOn.long);
  const { wake } = take(true);
  await vi.waitFor(() => expect(begun).toHaveLength(4), soon);
  wake();
  await ask('quick', 'short');
  await vi.waitFor(() => expect(names()).toContain('quick'), soon);
  expect(begun).toHaveLength(5);
});
