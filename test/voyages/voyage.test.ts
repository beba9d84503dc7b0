// Random histories of the whole engine (proof.md section 1). A failure prints its seed and the shortest story that still
// fails; `sail(seed)` repeats it.

import { describe, expect, test } from 'vitest';
import { mutants } from './mutants.ts';
import { shrunk } from './shrink.ts';
import { type Mutant, VoyageFailed, type VoyageLog, sail } from './voyage.ts';
import { faults } from './weather.ts';

const seeds = { first: 1, last: 150, perTest: 25 } as const;

describe('whatever people, networks and kills do, both sides agree in the end and nothing is done twice', () => {
  const logs: VoyageLog[] = [];
  const groups = Array.from(
    { length: (seeds.last - seeds.first + 1) / seeds.perTest },
    (_, index) => seeds.first + index * seeds.perTest,
  );

  test.each(groups)('voyages from seed %i on', async (first) => {
    for (let seed = first; seed < first + seeds.perTest; seed++) logs.push(await sailOrTell(seed));
  });

  test('the voyages were rough: every fault struck, processes died, and much was written', () => {
    const struck = faults.filter((fault) => logs.some((log) => (log.faults[fault] ?? 0) > 0));
    expect(struck).toEqual([...faults]);
    expect(sum(logs.map((log) => log.kills))).toBeGreaterThan(logs.length / 2);
    expect(sum(logs.map((log) => log.syncs))).toBeGreaterThan(logs.length * 8);
    expect(sum(logs.map((log) => log.writes))).toBeGreaterThan(logs.length * 20);
  });
});

test.each([3, 11, 27, 46, 91])('seed %i tells the same story twice', async (seed) => {
  const [once, again] = [await sail(seed), await sail(seed)];
  expect(again.story).toEqual(once.story);
  expect(again.trace).toBe(once.trace);
});

const enoughForMutants = 60;

test.each(mutants)('a voyage notices: $name', async (mutant) => {
  expect(await firstToNotice(mutant)).toBeLessThanOrEqual(enoughForMutants);
});

/** The first seed that fails under a mutant; Infinity when none does. */
async function firstToNotice(mutant: Mutant): Promise<number> {
  for (let seed = seeds.first; seed <= enoughForMutants; seed++) {
    try {
      await sail(seed, { mutant });
    } catch (error) {
      if (error instanceof VoyageFailed) return seed;
      throw error;
    }
  }
  return Infinity;
}

async function sailOrTell(seed: number): Promise<VoyageLog> {
  try {
    return await sail(seed);
  } catch (error) {
    throw (await shrunk(seed)) ?? error;
  }
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
