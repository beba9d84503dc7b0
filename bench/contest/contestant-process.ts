// A contestant's process: it runs when it is told to, for up to four companies at once, and knows how much memory that
// took at most.

import { type Access, type Contestant, type ContestantName, type Open } from './contestants/contestant.ts';
import { serve } from './processes.ts';

export interface ContestantOrder {
  readonly name: ContestantName;
  readonly folder: string;
  readonly accesses: readonly Access[];
}

const companiesAtOnce = 4;

/** What only one of them needs is loaded by that one alone: memory is compared. */
const doors: Readonly<Record<ContestantName, () => Promise<Open>>> = {
  tandem: async () => (await import('./contestants/tandem.ts')).openTandem,
  serial: async () => (await import('./contestants/serial.ts')).openSerial,
  recreate: async () => (await import('./contestants/recreate.ts')).openRecreate,
  parallel: async () => (await import('./contestants/parallel.ts')).openParallel,
  'per-user': async () => (await import('./contestants/per-user.ts')).openPerUser,
};

export function playContestant(): void {
  let contestant: Contestant | null = null;
  let accesses: readonly Access[] = [];
  serve({
    open: async (order: ContestantOrder): Promise<void> => {
      accesses = order.accesses;
      const open = await doors[order.name]();
      contestant = await open(order.folder);
    },
    /** Milliseconds that it took. */
    run: async (asks: 'first' | 'poll' | 'run'): Promise<number> => {
      const began = performance.now();
      const left = accesses.map((one) => (asks === 'first' ? { ...one, windowFrom: one.startDate } : one));
      const worker = async (): Promise<void> => {
        for (let next = left.shift(); next !== undefined; next = left.shift())
          await contestant?.run(next, asks === 'poll' ? 'poll' : 'run');
      };
      await Promise.all(Array.from({ length: companiesAtOnce }, worker));
      return performance.now() - began;
    },
    close: async (): Promise<number> => {
      await contestant?.close();
      // In kilobytes on every system that node runs on.
      return process.resourceUsage().maxRSS / 1024;
    },
  });
}
