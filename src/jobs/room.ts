// How many runs one process has at work at once; each of them waits for vendors most of the time. Long ones have places of
// their own: however many there are, somebody's poll gets through. What broke off elsewhere goes on beside what is under
// way, and nothing new begins until that has become less: so the next one that breaks off finds a place as well.

import { begins, goesOn } from './priorities.ts';

/** Runs at work in this process, by the places they take. */
export interface UnderWay {
  readonly short: number;
  readonly long: number;
}

export interface Standing {
  /** No other process works here, so none can break off. */
  readonly isAlone: boolean;
  /**
   * Often it stands in for one that has died: of the long ones it takes what that one left, as soon as it is known, before
   * it begins others.
   */
  readonly isNew: boolean;
}

/** What to ask the queue for: the best of these priorities, at most so many. */
export interface Wanted {
  readonly minPriority: number;
  readonly maxPriority: number;
  readonly batchSize: number;
}

/** Runs under way from which on nothing new begins. */
const toBegin: UnderWay = { short: 6, long: 4 };
/**
 * With these, two processes hold what one of them left beside their own. (A killed run goes on within twenty seconds,
 * however long the others take.)
 */
const toGoOn: UnderWay = { short: 12, long: 12 };

export function roomBeside(underWay: UnderWay, { isAlone, isNew }: Standing): readonly Wanted[] {
  return (['short', 'long'] as const).flatMap((kind): Wanted[] => {
    const range = (minPriority: number, most: UnderWay): Wanted => ({
      minPriority,
      maxPriority: goesOn[kind],
      batchSize: most[kind] - underWay[kind],
    });
    const mayBegin = range(begins[kind], toBegin);
    if (mayBegin.batchSize > 0 && (isAlone || kind === 'short' || !isNew)) return [mayBegin];
    const mayGoOn = range(goesOn[kind], toGoOn);
    return !isAlone && mayGoOn.batchSize > 0 ? [mayGoOn] : [];
  });
}
