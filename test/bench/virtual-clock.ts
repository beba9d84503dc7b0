// A clock that nobody waits for: whoever sleeps is woken in order of time as soon as nobody has anything left to do.

import type { Instant } from '../../src/core/time/calendar.ts';

export interface VirtualClock {
  readonly now: () => Instant;
  readonly sleep: (ms: number) => Promise<void>;
  /** Moves the clock while nobody sleeps. */
  readonly pass: (ms: number) => void;
}

export function virtualClock(from: Instant): VirtualClock {
  let now = from;
  let isBusy = false;
  const sleepers: { readonly at: Instant; readonly wake: () => void }[] = [];

  const wakeNext = (): void => {
    const next = sleepers.reduce((first, one) => (one.at < first.at ? one : first));
    sleepers.splice(sleepers.indexOf(next), 1);
    now = Math.max(now, next.at);
    next.wake();
    if (sleepers.length > 0) setImmediate(wakeNext);
    else isBusy = false;
  };

  return {
    now: () => now,
    sleep: (ms) =>
      new Promise((wake) => {
        sleepers.push({ at: now + ms, wake });
        if (isBusy) return;
        isBusy = true;
        setImmediate(wakeNext);
      }),
    pass: (ms) => {
      now += ms;
    },
  };
}
