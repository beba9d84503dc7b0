// A share of `npm run kills -- --real 200`: the real `bin/tandem`, really killed.

import { fileURLToPath } from 'node:url';
import { expect, test, vi } from 'vitest';
import { killProcesses } from './kill-processes.ts';

// Some twenty processes one after the other, on a machine that does other things besides.
vi.setConfig({ testTimeout: 900_000 });

const entrance = fileURLToPath(new URL('../../../bin/tandem', import.meta.url));

test('processes killed on both stores lose and double nothing, and the company ends as if nobody had killed them', async () => {
  const { stores } = await killProcesses({
    stores: ['embedded', 'postgres'],
    kills: 6,
    seed: 4,
    tell: () => undefined,
    entrance,
  });

  expect(stores.flatMap(({ store, faults }) => faults.map((fault) => `${store}: ${fault}`))).toEqual([]);
  for (const { kills, hits, records, settled, lost, doubled } of stores) {
    expect(kills).toBe(3);
    expect(hits.reading + hits.planning + hits.writing).toBeGreaterThan(0);
    expect(settled).toBeGreaterThan(50);
    expect(records).toBeGreaterThan(100);
    expect({ lost, doubled }).toEqual({ lost: 0, doubled: 0 });
  }
});
