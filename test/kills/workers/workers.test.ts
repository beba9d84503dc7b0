// A share of `npm run kills -- workers`: several real `tandem worker` on one PostgreSQL, really killed.

import { fileURLToPath } from 'node:url';
import { expect, test, vi } from 'vitest';
import { killWorkers } from './campaign.ts';

// Processes start and die, and a killed one is missed after some ten seconds.
vi.setConfig({ testTimeout: 900_000 });

const entrance = fileURLToPath(new URL('../../../bin/tandem', import.meta.url));

test('workers killed on one PostgreSQL lose and double nothing, and others go on with what they were at', async () => {
  const campaign = await killWorkers({
    companies: 3,
    workers: 2,
    kills: 2,
    restarts: 1,
    seed: 3,
    tell: () => undefined,
    entrance,
  });

  expect(campaign.faults).toEqual([]);
  const { lost, doubled, foreignTouched, overlaps } = campaign;
  expect({ lost, doubled, foreignTouched, overlaps }).toEqual({
    lost: 0,
    doubled: 0,
    foreignTouched: 0,
    overlaps: 0,
  });
  expect(campaign.cutWhileWriting).toBeGreaterThan(0);
  expect(campaign.records).toBeGreaterThan(100);
  const { throughout, acrossRestarts } = campaign.waits;
  expect(throughout.count + acrossRestarts.count).toBe(campaign.cutRuns);
});
