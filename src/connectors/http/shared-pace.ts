// Buckets that several doors draw from: runs that follow each other on one account, a page that looks at it meanwhile,
// other processes on the same database, and all companies behind one outgoing address. A place is taken before the call
// and waited for, so that nobody has to ask twice.

import { createHash } from 'node:crypto';

export interface BucketFigures {
  readonly perSecond: number;
  readonly burst: number;
}

export interface SharedPace {
  /** Takes a place in the bucket of this name; resolves with the ms to wait for it. */
  readonly take: (name: string, figures: BucketFigures) => Promise<number>;
}

/** Names an account in shared buckets without telling which it is. */
export const accountName = (side: string, baseUrl: string, clientId: string): string =>
  createHash('sha256').update(`${side} ${baseUrl} ${clientId}`).digest('hex').slice(0, 24);

/** Places that were taken and have not come back yet; more than the burst: some are still waited for. */
export interface Level {
  readonly drawn: number;
  readonly at: number;
}

/**
 * One more place taken at `now`, and how long until it is there. What is drawn does not depend on the burst: that may turn
 * out larger than was believed, as soon as the vendor tells its figures.
 */
export function taken(
  before: Level | undefined,
  { perSecond, burst }: BucketFigures,
  now: number,
): { readonly level: Level; readonly waitMs: number } {
  // A clock that is set back must not give the same time twice.
  const at = Math.max(now, before?.at ?? now);
  const back = before === undefined ? 0 : ((at - before.at) / 1000) * perSecond;
  const drawn = Math.max(0, (before?.drawn ?? 0) - back) + 1;
  return { level: { drawn, at }, waitMs: Math.max(0, Math.ceil(((drawn - burst) / perSecond) * 1000)) };
}

/** Shared by the doors of one process. */
export function sharedHere(now: () => number): SharedPace {
  const levels = new Map<string, Level>();
  return {
    take: (name, figures) => {
      const { level, waitMs } = taken(levels.get(name), figures, now());
      // Taken out and put back: the first are those that were not asked for the longest.
      levels.delete(name);
      levels.set(name, level);
      forgetFull(levels, now());
      return Promise.resolve(waitMs);
    },
  };
}

/** No bucket takes longer to fill up, whoever waits for it; a full one need not be remembered. */
const fullAfterMs = 15 * 60_000;

function forgetFull(levels: Map<string, Level>, now: number): void {
  for (const [name, { at }] of levels) {
    if (now - at < fullAfterMs) return;
    levels.delete(name);
  }
}
