import { expect, test } from 'vitest';
import { collectHeap, heapUsed, tidier } from './tidy.ts';

const mb = 1024 * 1024;

test.each([
  // Used before each of several portions, and which of them are collected after; 10 MB are needed at first.
  { needed: 10, used: [20, 25, 26, 12, 25], collected: [20, 26] },
  { needed: 100, used: [120, 130, 149, 150, 120], collected: [120, 150] },
])('with $needed MB in need it collects at $collected MB', ({ needed, used, collected }) => {
  let now = 0;
  const seen: number[] = [];
  const tidy = tidier(
    () => now * mb,
    () => {
      seen.push(now);
      now = needed;
    },
  );
  for (const portion of used) {
    now = portion;
    tidy();
  }
  expect(seen).toEqual(collected);
});

test('what was left behind goes when it is collected, and what is still needed stays', () => {
  collectHeap();
  const before = heapUsed();
  const kept = Array.from({ length: 1_000 }, (_, index) => ({ index, text: `kept ${index}` }));
  let left: unknown[] | null = Array.from({ length: 600_000 }, (_, index) => ({
    index,
    text: `left ${index}`,
  }));
  const most = heapUsed();
  expect(most - before).toBeGreaterThan(30 * mb);
  left = null;
  collectHeap();
  expect(left).toBeNull();
  expect(most - heapUsed()).toBeGreaterThan(25 * mb);
  expect(kept).toHaveLength(1_000);
});
