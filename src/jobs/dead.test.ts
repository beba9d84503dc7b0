// Jobs of dead processes on a real database, with several who find them.

import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type TestQueue, openTestQueue } from '../../test/support/queue.ts';
import { takeFromTheDead } from './dead.ts';
import { runQueue } from './definitions/run-integration.ts';
import { begins, goesOn } from './priorities.ts';

let queue: TestQueue;
let boss: TestQueue['boss'];
beforeAll(async () => {
  queue = await openTestQueue();
  boss = queue.boss;
});
afterAll(() => queue.close());
beforeEach(() => queue.empty());

const jobs = async () => (await queue.jobs()).map(({ setup: _one, ...job }) => job);
const nobody = { seconds: 5, isAtWork: () => Promise.resolve(false) };

/** Somebody works on it, and was not heard for a minute. */
async function left(setupId: string, priority: number): Promise<void> {
  await boss.send(runQueue, { setupId }, { singletonKey: setupId, group: { id: setupId }, priority });
  await boss.fetch(runQueue, { groupConcurrency: 1 });
  await queue.beSilentForAMinute();
}

test.each([
  ['long', begins.long, goesOn.long],
  ['short', begins.short, goesOn.short],
])('a %s job of a dead process comes next of its own kind, however many find it', async (_what, from, to) => {
  await left('one', from);
  await Promise.all([1, 2, 3].map(() => takeFromTheDead(boss, runQueue, nobody)));
  expect(await jobs()).toEqual([{ state: 'retry', priority: to, retry: 0 }]);
  // Dead once more.
  await boss.fetch(runQueue, { groupConcurrency: 1 });
  await queue.beSilentForAMinute();
  await takeFromTheDead(boss, runQueue, nobody);
  expect(await jobs()).toEqual([{ state: 'retry', priority: to, retry: 1 }]);
});

test('whoever has it by then keeps it', async () => {
  await left('one', begins.short);
  const late = takeFromTheDead(boss, runQueue, {
    seconds: 5,
    // While this one still looks, another has taken it from the dead, and a third works on it.
    isAtWork: async () => {
      await takeFromTheDead(boss, runQueue, nobody);
      expect(await boss.fetch(runQueue, { groupConcurrency: 1 })).toHaveLength(1);
      return false;
    },
  });
  await late;
  expect(await jobs()).toEqual([{ state: 'active', priority: goesOn.short, retry: 1 }]);
});

test('a job whose run is at work all the same stays where it is, and so does one that was heard', async () => {
  await left('one', begins.short);
  await takeFromTheDead(boss, runQueue, { ...nobody, isAtWork: () => Promise.resolve(true) });
  await sql`update queue.job set heartbeat_on = now() - interval '2 seconds'`.execute(
    queue.store.database.sql,
  );
  await takeFromTheDead(boss, runQueue, nobody);
  expect(await jobs()).toEqual([{ state: 'active', priority: begins.short, retry: 0 }]);
});

test('a heart that is said to have beaten later than now beats no more: the clock was set back since', async () => {
  await left('one', begins.short);
  await sql`update queue.job set heartbeat_on = now() + interval '1 day'`.execute(queue.store.database.sql);
  await takeFromTheDead(boss, runQueue, nobody);
  expect(await jobs()).toEqual([{ state: 'retry', priority: goesOn.short, retry: 0 }]);
});
