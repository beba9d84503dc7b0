// Which integrations are due? Asked again and again. Each that is due is looked at here, which costs one question to
// TimeTac; where there is something to do, a run goes into the queue.

import { ordinaryRun } from '../../engine/workshop.ts';
import type { FrontDesk } from '../../service/front-desk.ts';
import type { Setup } from '../../service/office/office.ts';
import { type Look, lookAt } from '../../service/runs/look.ts';

/** Looks at once in one process: nearly all of their time is waiting for TimeTac. With a round a second, some 5,000 a minute. */
const atOnce = 80;
/** Who has no answer by then asks for a run, which has more patience and tells what is wrong. */
const usualPatienceMs = 15_000;
/** Nobody else looks meanwhile; a process that ends before it is done is made good by the next look after it. */
const claimMs = 20_000;
/** The run sets the next time itself, which ends the claim. */
const handOverMs = 15 * 60_000;

export interface LookAround {
  /** Begins to look at what is due; resolves with how many that are, while the looks themselves go on. */
  readonly round: (desk: FrontDesk) => Promise<number>;
  /** Resolves when no look is under way. */
  readonly quiet: () => Promise<void>;
}

/** @param told hears what went wrong with one of them: it is due again soon, and the others go on */
export function lookAround(told: (error: unknown) => void, patienceMs = usualPatienceMs): LookAround {
  const underWay = new Map<string, Promise<void>>();
  return {
    round: async (desk) => {
      const free = atOnce - underWay.size;
      if (free <= 0) return 0;
      const claimedUntil = desk.now() + claimMs;
      // Files and simulated accounts live in the process that was started with them.
      const ours = [...desk.files.keys(), ...desk.sandbox.ids()];
      const due = await desk.office.claimDue(desk.now(), claimedUntil, free, ours);
      const fresh = due.filter(({ id }) => !underWay.has(id));
      for (const setup of fresh)
        underWay.set(
          setup.id,
          look(desk, setup, claimedUntil, patienceMs)
            .catch(told)
            .finally(() => underWay.delete(setup.id)),
        );
      return fresh.length;
    },
    quiet: async () => void (await Promise.all(underWay.values())),
  };
}

async function look(desk: FrontDesk, setup: Setup, claimedUntil: number, patienceMs: number): Promise<void> {
  const begunAt = desk.now();
  const found = await orWork(lookAt(desk, setup), patienceMs);
  switch (found.finds) {
    case 'nothing':
      await desk.office.endClaim(setup.id, claimedUntil, {
        nextRunAt: begunAt + found.everyMs,
        lookedAt: desk.now(),
        seen: setup,
      });
      return;
    case 'work': {
      const { full } = found;
      await desk.queue.ask({
        setupId: setup.id,
        request: { ...ordinaryRun, full, nightly: 'when-due' },
        askedBy: 'schedule',
        askedAt: desk.now(),
      });
      await desk.office.keepClaim(setup.id, claimedUntil, desk.now() + handOverMs);
      return;
    }
    default:
      found satisfies never;
  }
}

async function orWork(look: Promise<Look>, patienceMs: number): Promise<Look> {
  let timer: NodeJS.Timeout | null = null;
  const late = new Promise<Look>((resolve) => {
    timer = setTimeout(() => resolve({ finds: 'work', full: false }), patienceMs);
  });
  // What comes too late, be it a fault, is the run's to find.
  look.catch(() => undefined);
  return Promise.race([look, late]).finally(() => timer !== null && clearTimeout(timer));
}
