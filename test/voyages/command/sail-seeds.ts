// Sails a stretch of seeds, one after the other, and adds up what came of them.

import type { Harbour } from '../harbour.ts';
import { VoyageFailed, type VoyageLog, ruleOf } from '../log.ts';
import { shrunk } from '../shrink.ts';
import { liveTwice } from '../twins/twins.ts';
import { sail } from '../voyage.ts';
import type { History, Seeds } from './arguments.ts';
import { type Failure, type Tally, added, emptyTally, failed, tallyOf } from './tally.ts';

export interface SailingOrders {
  readonly history: History;
  readonly seeds: Seeds;
  /** Every so manieth seed is sailed twice and has to tell the same; 0: none. */
  readonly repeatEvery: number;
  /** A failing seed is made as short as it can be. */
  readonly shrink: boolean;
}

/** `told`: after every seed. */
export async function sailSeeds(
  orders: SailingOrders,
  harbour: Harbour,
  told: (seed: number) => void,
): Promise<Tally> {
  let tally = emptyTally;
  const shortened = new Map<string, number>();
  for (let seed = orders.seeds.from; seed <= orders.seeds.to; seed++) {
    const one = await sailOne(seed, orders, harbour, shortened);
    tally = added(tally, one);
    told(seed);
  }
  return tally;
}

/** Shortening takes a dozen voyages: of each broken rule a few short stories are enough. */
const shortStoriesPerRule = 3;

async function sailOne(
  seed: number,
  orders: SailingOrders,
  harbour: Harbour,
  shortened: Map<string, number>,
): Promise<Tally> {
  try {
    const go = (): Promise<VoyageLog> =>
      orders.history === 'twins' ? liveTwice(seed) : sail(seed, { harbour });
    const log = await go();
    const isRepeated = orders.repeatEvery > 0 && seed % orders.repeatEvery === 0;
    if (!isRepeated) return tallyOf(log);
    const again = await go();
    if (again.trace() === log.trace()) return tallyOf(log);
    const story = firstDifference(log.story, again.story);
    return failed({ seed, rule: 'repeat', reason: 'the same seed told two stories', story });
  } catch (error) {
    if (!(error instanceof VoyageFailed)) throw error;
    const rule = ruleOf(error.reason);
    const before = shortened.get(rule) ?? 0;
    shortened.set(rule, before + 1);
    if (!orders.shrink || orders.history === 'twins' || before >= shortStoriesPerRule)
      return failed(failureOf(error));
    return failed(failureOf((await shrunk(seed, { harbour })) ?? error));
  }
}

const failureOf = (error: VoyageFailed): Failure => ({
  seed: error.seed,
  rule: ruleOf(error.reason),
  reason: error.reason,
  story: error.story,
});

function firstDifference(once: readonly string[], again: readonly string[]): string[] {
  const at = once.findIndex((line, index) => line !== again[index]);
  return at === -1
    ? ['(the stories agree, the calls do not)']
    : [...once.slice(0, at + 1), again[at] ?? '(the end)'];
}
