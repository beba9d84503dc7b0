// Rule 0.4 told exhaustively (proof.md section 1): wherever a process is killed, the runs that follow leave the world
// that no kill would have left. A share of `npm run kills`.

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Harbour, openHarbour } from './harbours.ts';
import { onEveryStore, scenarios } from './scenarios/all.ts';
import { type Failure, sweep } from './sweep.ts';

describe('killed at a durable write or a call to a vendor, and once more on the way back', () => {
  let harbour: Harbour;
  beforeAll(async () => {
    harbour = await openHarbour('memory');
  });

  test.each(scenarios.map((scenario, seed) => ({ ...scenario, scenario, seed })))(
    '$name',
    async ({ scenario, seed }) => {
      const { fresh } = harbour;
      const swept = await sweep(scenario, { fresh, firstEvery: 9, secondEvery: 61, seed });
      expect(inWords(swept.failures)).toEqual([]);
      expect(swept.single).toBeGreaterThanOrEqual(4);
      expect(swept.kills).toBe(swept.single + 2 * swept.double);
    },
  );
});

describe.each(['embedded', 'postgres'] as const)('killed the same on the %s store', (store) => {
  let harbour: Harbour;
  beforeAll(async () => {
    harbour = await openHarbour(store);
  });
  afterAll(() => harbour.close());

  test.each(onEveryStore.map((scenario, seed) => ({ ...scenario, scenario, seed })))(
    '$name',
    async ({ scenario, seed }) => {
      const { fresh } = harbour;
      const swept = await sweep(scenario, { fresh, firstEvery: 13, secondEvery: null, seed });
      expect(inWords(swept.failures)).toEqual([]);
      expect(swept.kills).toBeGreaterThanOrEqual(3);
    },
  );
});

/** The first few say it all. */
const inWords = (failures: readonly Failure[]): string[] =>
  failures.slice(0, 3).map(({ place, what }) => `${place}: ${what.slice(0, 5).join('; ')}`);
