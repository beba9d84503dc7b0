// What processes on one PostgreSQL server share when they call a vendor: together they are as fast as one may be.

import { afterAll, beforeAll, expect, test } from 'vitest';
import { openServerDatabase } from '../../src/store/database.ts';
import { sharedOn } from '../../src/store/sql/shared-pace.ts';
import { serverStore } from '../support/stores.ts';

let store: Awaited<ReturnType<typeof serverStore>>;
beforeAll(async () => {
  store = await serverStore();
});
afterAll(() => store.close());

// So slow that the time which the test itself takes does not count.
const figures = { perSecond: 0.01, burst: 10 };

test('many at once, over several connections and processes, take different places', async () => {
  const elsewhere = await openServerDatabase(store.url);
  try {
    const [here, there] = [sharedOn(store.database.sql), sharedOn(elsewhere.sql)];
    const waits = await Promise.all(
      Array.from({ length: 40 }, (_none, index) => (index % 2 === 0 ? here : there).take('periods', figures)),
    );
    const places = waits.map((ms) => Math.round(ms / 100_000)).sort((a, b) => a - b);
    expect(places).toEqual([
      ...Array.from({ length: 10 }, () => 0),
      ...Array.from({ length: 30 }, (_none, index) => index + 1),
    ]);
  } finally {
    await elsewhere.close();
  }
});

test('a bucket fills up with time, and never over its brim', async () => {
  const pace = sharedOn(store.database.sql);
  const fast = { perSecond: 1_000_000, burst: 2 };
  for (let calls = 0; calls < 20; calls++) expect(await pace.take('fast', fast)).toBeLessThanOrEqual(1);
  // Two places only, however long nobody asked.
  const [first, second, third] = [
    await pace.take('fast', { ...fast, perSecond: 0.01 }),
    await pace.take('fast', { ...fast, perSecond: 0.01 }),
    await pace.take('fast', { ...fast, perSecond: 0.01 }),
  ];
  expect(first).toBeLessThan(100_000);
  expect(third - second).toBeGreaterThan(90_000);
});

test('other names are other buckets', async () => {
  const pace = sharedOn(store.database.sql);
  expect(await pace.take('one', { perSecond: 1, burst: 1 })).toBe(0);
  expect(await pace.take('other', { perSecond: 1, burst: 1 })).toBe(0);
});

test('who begins carefully has the whole burst as soon as the vendor tells of it', async () => {
  const pace = sharedOn(store.database.sql);
  expect(await pace.take('told', { perSecond: 0.009, burst: 1 })).toBe(0);
  for (let calls = 1; calls < 10; calls++) expect(await pace.take('told', figures)).toBe(0);
  expect(await pace.take('told', figures)).toBeGreaterThan(90_000);
});
