// What voyages must reach to be a proof of anything. A simulation that hardly synchronises finds nothing, and nobody
// notices: so the command fails below these floors.

import { type Fault, faults } from '../weather.ts';
import type { Room, Share } from './coverage.ts';
import type { Tally } from './tally.ts';

/** Fewer voyages than this say nothing about what all of them reach. */
const judgedFrom = 200;

/** Runs of the engine per voyage: with fewer, one change hardly meets another. */
const syncsPerSeed = 4;

/** Every kind of fault strikes at least once in so many voyages. */
const seedsPerFault = 200;

/** Share of blocks that the first voyages reach; a little below what they reach today. */
const coverage: Readonly<Record<Room, number>> = { core: 0.7, engine: 0.78 };

/** Sentences about every floor that was missed. */
export function missedFloors(tally: Tally, shares: Readonly<Record<Room, Share>>): string[] {
  if (tally.count < judgedFrom) return [];
  const missed: string[] = [];
  const perSeed = tally.syncs / tally.count;
  if (perSeed < syncsPerSeed)
    missed.push(`${perSeed.toFixed(1)} runs per voyage; at least ${syncsPerSeed} are needed`);
  const rare = faults.filter((fault: Fault) => tally.faults[fault] < Math.floor(tally.count / seedsPerFault));
  if (rare.length > 0) missed.push(`too seldom: ${rare.join(', ')}`);
  for (const room of ['core', 'engine'] as const)
    if (shares[room].share < coverage[room])
      missed.push(
        `${percent(shares[room].share)} of ${room} reached; at least ${percent(coverage[room])} are needed`,
      );
  return missed;
}

export const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;
