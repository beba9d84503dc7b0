// The shortest story that still fails: steps are left out one by one, as long as the same promise breaks.

import { type VoyageOptions, VoyageFailed, sail } from './voyage.ts';

/** @returns the failure of the shortest voyage found, or null when the seed does not fail at all. */
export async function shrunk(seed: number, options: VoyageOptions = {}): Promise<VoyageFailed | null> {
  let found = await failureOf(seed, options);
  if (found === null) return null;
  const promise = promiseOf(found);
  const without = new Set<number>();
  for (let step = found.steps; step >= 1; step--) {
    const shorter = await failureOf(seed, { ...options, without: new Set([...without, step]) });
    if (shorter === null || promiseOf(shorter) !== promise) continue;
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

/** `S1`, `L2`, … or the first word of an exception. */
const promiseOf = (failure: VoyageFailed): string => /^\S+ ?[a-z]*/.exec(failure.reason)?.[0] ?? '';
