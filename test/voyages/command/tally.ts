// What came of many voyages, as sums that can be added up.

import type { VoyageLog } from '../log.ts';
import { type Fault, faults } from '../weather.ts';

export interface Failure {
  readonly seed: number;
  /** `S1`, `L2`, …; `repeat` where the same seed told two stories. */
  readonly rule: string;
  readonly reason: string;
  readonly story: readonly string[];
}

export interface Tally {
  readonly count: number;
  readonly syncs: number;
  readonly writes: number;
  readonly kills: number;
  readonly faults: Readonly<Record<Fault, number>>;
  readonly failures: readonly Failure[];
}

export const emptyTally: Tally = {
  count: 0,
  syncs: 0,
  writes: 0,
  kills: 0,
  faults: Object.fromEntries(faults.map((fault) => [fault, 0])) as Record<Fault, number>,
  failures: [],
};

export function added(a: Tally, b: Tally): Tally {
  return {
    count: a.count + b.count,
    syncs: a.syncs + b.syncs,
    writes: a.writes + b.writes,
    kills: a.kills + b.kills,
    faults: Object.fromEntries(faults.map((fault) => [fault, a.faults[fault] + b.faults[fault]])) as Record<
      Fault,
      number
    >,
    failures: [...a.failures, ...b.failures],
  };
}

export const tallyOf = (log: VoyageLog): Tally => ({
  ...emptyTally,
  count: 1,
  syncs: log.syncs,
  writes: log.writes,
  kills: log.kills,
  faults: { ...emptyTally.faults, ...log.faults },
});

export const failed = (failure: Failure): Tally => ({ ...emptyTally, count: 1, failures: [failure] });
