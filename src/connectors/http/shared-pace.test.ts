// Several doors on one bucket, in virtual time: together they are as fast as one alone may be.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Pace, createPace } from './pace.ts';
import { type BucketFigures, accountName, sharedHere, taken } from './shared-pace.ts';

const figures: BucketFigures = { perSecond: 10, burst: 10 };

/** Doors whose sleep passes no time by itself: each call is at the time that its waits add up to. */
function doorOn(shared: ReturnType<typeof sharedHere>, account: string, endpoint: string, wider = false) {
  let waited = 0;
  const pace: Pace = createPace({
    timing: { now: () => waited, random: () => 0.5, sleep: async (ms) => void (waited += ms) },
    buckets: endpoint === 'free' ? {} : { [endpoint]: { perSecond: 1_000, burst: 1_000 } },
    enabled: true,
    maxAtOnce: 1_000,
    shared: {
      pace: { take: (name) => shared.take(name, figures) },
      account,
      wider: wider ? { [endpoint]: { name: 'address', figures } } : {},
    },
  });
  return async (calls: number): Promise<number> => {
    for (let n = 0; n < calls; n++) {
      await pace.enter(endpoint);
      pace.leave(endpoint);
    }
    return waited;
  };
}

test('two doors on one account and endpoint share its burst and its rate', async () => {
  const shared = sharedHere(() => 0);
  const [one, other] = [doorOn(shared, 'a', 'periods'), doorOn(shared, 'a', 'periods')];
  expect(await one(5)).toBe(0);
  expect(await other(5)).toBe(0);
  // The next place is there after a tenth of a second, the one after it after two.
  expect(await one(1)).toBe(100);
  expect(await other(1)).toBe(200);
});

test('another account, another endpoint, and one without figures wait for nobody', async () => {
  const shared = sharedHere(() => 0);
  expect(await doorOn(shared, 'a', 'periods')(10)).toBe(0);
  expect(await doorOn(shared, 'b', 'periods')(10)).toBe(0);
  expect(await doorOn(shared, 'a', 'absences')(10)).toBe(0);
  expect(await doorOn(shared, 'a', 'free')(1_000)).toBe(0);
});

test('all accounts behind one address share what the address may do', async () => {
  const shared = sharedHere(() => 0);
  expect(await doorOn(shared, 'a', 'employees', true)(10)).toBe(0);
  expect(await doorOn(shared, 'b', 'employees', true)(1)).toBe(100);
});

test('where the others cannot be asked, a call goes out all the same', async () => {
  const pace = createPace({
    timing: { now: () => 0, random: () => 0.5, sleep: () => Promise.reject(new Error('no wait')) },
    buckets: { periods: figures },
    enabled: true,
    maxAtOnce: 1,
    shared: { pace: { take: () => Promise.reject(new Error('away')) }, account: 'a', wider: {} },
  });
  await expect(pace.enter('periods')).resolves.toBeUndefined();
});

test('whenever places are taken, never more than burst and rate allow fall into any stretch of time', () => {
  const pauses = fc.array(fc.integer({ min: 0, max: 500 }), { minLength: 1, maxLength: 200 });
  const some = fc.record({
    perSecond: fc.integer({ min: 1, max: 50 }),
    burst: fc.integer({ min: 1, max: 30 }),
  });
  fc.assert(
    fc.property(pauses, some, (between, bucket) => {
      let [now, level] = [0, undefined as Parameters<typeof taken>[0]];
      const at = between.map((pause) => {
        now += pause;
        const place = taken(level, bucket, now);
        level = place.level;
        return now + place.waitMs;
      });
      for (let first = 0; first < at.length; first++)
        for (let last = first; last < at.length; last++) {
          const seconds = ((at[last] ?? 0) - (at[first] ?? 0)) / 1000;
          // A millisecond is rounded up, so a place may come that much late, and the next not.
          expect(last - first + 1).toBeLessThanOrEqual(
            bucket.burst + (seconds + 0.001) * bucket.perSecond + 1e-6,
          );
        }
    }),
  );
});

test('who begins carefully has the whole burst as soon as the vendor tells of it', async () => {
  const shared = sharedHere(() => 0);
  expect(await shared.take('told', { perSecond: 9, burst: 1 })).toBe(0);
  for (let calls = 1; calls < 10; calls++) expect(await shared.take('told', figures)).toBe(0);
  expect(await shared.take('told', figures)).toBe(100);
});

test('a full bucket is forgotten, one that is drawn from is not', async () => {
  let now = 0;
  const shared = sharedHere(() => now);
  for (let n = 0; n < 12; n++) await shared.take('kept', figures);
  now = 30_000;
  expect(await shared.take('kept', figures)).toBe(0);
  now = 3_600_000;
  for (let n = 0; n < 10; n++) expect(await shared.take('other', figures)).toBe(0);
  expect(await shared.take('other', figures)).toBe(100);
});

test('an account is told by a name that does not say whose it is', () => {
  const name = accountName('personio', 'https://api.personio.de', 'papi-1');
  expect(name).toMatch(/^[0-9a-f]{24}$/);
  expect(accountName('personio', 'https://api.personio.de', 'papi-2')).not.toBe(name);
});
