// The shortest story that still fails: steps are left out one by one, as long as the same promise breaks.

import { VoyageFailed, ruleOf } from './log.ts';
import { type VoyageOptions, sail } from './voyage.ts';

/** @returns the failure of the shortest voyage found, or null when the seed does not fail at all. */
export async function shrunk(seed: number, options: VoyageOptions = {}): Promise<VoyageFailed | null> {
  let found = await failureOf(seed, options);
  if (found === null) return null;
  const promise = ruleOf(found.reason);
  const without = new Set<number>();
  for (let step = found.steps; step >= 1; step--) {
    const shorter = await failureOf(seed, { ...options, without: new Set([...without, step]) });
    if (shorter === null || ruleOf(shorter.reason) !== promise) continue;
    without.add(step);
    found = shorter;
  }
  return found;
}

async function failureOf(seed: number, options: VoyageOptions): Promise<VoyageFailed | null> {
  try {
    await sail(seed, options);
    return null;
  } catch (error) {
    if (error instanceof VoyageFailed) return error;
    throw error;
  }
}
