import { getHeapStatistics } from 'node:v8';
import { expect, test } from 'vitest';
import { tidy } from './tidy.ts';

const mb = 1024 * 1024;
const used = (): number => getHeapStatistics().used_heap_size;

test('what a portion left behind goes, and what is still needed stays', () => {
  tidy();
  const before = used();
  const kept = Array.from({ length: 1_000 }, (_, index) => ({ index, text: `kept ${index}` }));
  let left: unknown[] | null = Array.from({ length: 600_000 }, (_, index) => ({
    index,
    text: `left ${index}`,
  }));
  expect(used() - before).toBeGreaterThan(30 * mb);
  left = null;
  tidy();
  expect(left).toBeNull();
  expect(used() - before).toBeLessThan(8 * mb);
  expect(kept).toHaveLength(1_000);
});
