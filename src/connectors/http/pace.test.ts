import { expect, test } from 'vitest';
import { createPace, type Pace } from './pace.ts';

const virtual = () => {
  let now = 0;
  return {
    timing: {
      now: () => now,
      random: () => 0.5,
      sleep: async (ms: number) => {
        now += ms;
      },
    },
    now: () => now,
    pass: (ms: number) => {
      now += ms;
    },
  };
};

const open = (clock: ReturnType<typeof virtual>, enabled = true): Pace =>
  createPace({
    timing: clock.timing,
    buckets: { slow: { perSecond: 2, burst: 3 } },
    enabled,
    maxAtOnce: 4,
    shared: null,
  });

const send = async (pace: Pace, endpoint: string, times: number, headers: Record<string, string> = {}) => {
  for (let n = 0; n < times; n++) {
    await pace.enter(endpoint);
    pace.learn(endpoint, headers);
    pace.leave(endpoint);
  }
};

test('a burst goes out at once, then the rate holds', async () => {
  const clock = virtual();
  const pace = open(clock);
  await send(pace, 'slow', 3);
  expect(clock.now()).toBe(0);
  await send(pace, 'slow', 10);
  expect(clock.now()).toBe(5000);
});

test('an endpoint has its own bucket', async () => {
  const clock = virtual();
  const pace = open(clock);
  await send(pace, 'slow', 3);
  await send(pace, 'unknown', 100);
  expect(clock.now()).toBe(0);
});

test('a vendor that says plenty is left is believed', async () => {
  const clock = virtual();
  const plenty = {
    'x-ratelimit-remaining': '95',
    'x-ratelimit-replenish-rate': '50',
    'x-ratelimit-burst-capacity': '100',
  };
  await send(open(clock), 'slow', 60, plenty);
  expect(clock.now()).toBe(0);
});

test('a vendor that says nothing is left is not asked before there is', async () => {
  const clock = virtual();
  const pace = open(clock);
  await send(pace, 'slow', 1, {
    'x-ratelimit-remaining': '0',
    'x-ratelimit-replenish-rate': '10',
    'x-ratelimit-burst-capacity': '10',
  });
  await send(pace, 'slow', 1);
  expect(clock.now()).toBe(100);
});

test.each([
  [
    'no number',
    { 'x-ratelimit-remaining': 'many', 'x-ratelimit-replenish-rate': '0', 'x-ratelimit-burst-capacity': '' },
  ],
  ['a gateway that lost its counter', { 'x-ratelimit-remaining': '-1' }],
])('%s changes nothing', async (_name, headers) => {
  const clock = virtual();
  await send(open(clock), 'slow', 5, headers);
  expect(clock.now()).toBe(1000);
});

test('a 429 stops everybody for its time, and slows what follows', async () => {
  const clock = virtual();
  const pace = open(clock);
  await send(pace, 'slow', 1);
  pace.throttle('slow', 4000);
  await send(pace, 'slow', 1);
  expect(clock.now()).toBe(4000);
  // Half the rate, and back to it bit by bit.
  await send(pace, 'slow', 10);
  expect(clock.now()).toBeGreaterThan(4000 + 5000);
  expect(clock.now()).toBeLessThan(4000 + 10_000);
});

test('switched off, only a 429 makes anybody wait', async () => {
  const clock = virtual();
  const pace = open(clock, false);
  await send(pace, 'slow', 100, {
    'x-ratelimit-remaining': '0',
    'x-ratelimit-replenish-rate': '1',
    'x-ratelimit-burst-capacity': '1',
  });
  expect(clock.now()).toBe(0);
  pace.throttle('slow', 4000);
  await send(pace, 'slow', 100);
  expect(clock.now()).toBe(4000);
});

test('no more than four are under way at once, and those who wait keep their order', async () => {
  const pace = open(virtual());
  const entered: number[] = [];
  const waits = Array.from({ length: 7 }, async (_, n) => {
    await pace.enter('free');
    entered.push(n);
  });
  await new Promise((resolve) => setImmediate(resolve));
  expect(entered).toEqual([0, 1, 2, 3]);
  for (let n = 0; n < 3; n++) pace.leave('free');
  await Promise.all(waits);
  expect(entered).toEqual([0, 1, 2, 3, 4, 5, 6]);
});

test('many callers at once never beat the rate', async () => {
  const clock = virtual();
  const pace = open(clock);
  const at: number[] = [];
  await Promise.all(
    Array.from({ length: 23 }, async () => {
      await pace.enter('slow');
      at.push(clock.now());
      pace.leave('slow');
    }),
  );
  expect(at.at(-1)).toBe(10_000);
  expect(at).toHaveLength(23);
});

test('a wait that is stopped gives its place back', async () => {
  const clock = virtual();
  let broken = true;
  const pace = createPace({
    timing: {
      ...clock.timing,
      sleep: (ms) => (broken ? Promise.reject(new Error('stop')) : clock.timing.sleep(ms)),
    },
    buckets: { slow: { perSecond: 1, burst: 1 } },
    enabled: true,
    maxAtOnce: 1,
    shared: null,
  });
  await send(pace, 'slow', 1);
  await expect(pace.enter('slow')).rejects.toThrow('stop');
  broken = false;
  await send(pace, 'slow', 1);
  expect(clock.now()).toBe(1000);
});
