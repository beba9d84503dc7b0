// Takes runs from the queue as long as there is room for them, says that they are at work, and gives them back when they
// are done, or when this process ends. One loop per process: what may begin depends on all that is under way here.

import type { JobWithMetadata, PgBoss } from 'pg-boss';
import { leaveToOthers } from './dead.ts';
import { type RunJob, isLong, runQueue } from './definitions/run-integration.ts';
import { roomBeside } from './room.ts';

export interface Taker {
  /** Looks at once: something was asked for, or there is room. */
  readonly wake: () => void;
  /** Takes nothing any more, and leaves to others what is under way here. */
  readonly stop: () => Promise<void>;
}

export interface TakerOrder {
  readonly boss: PgBoss;
  /** Whether no other process works on this database. */
  readonly isAlone: boolean;
  /** Whatever it throws, the job goes to the next who asks. */
  readonly carryOut: (job: RunJob) => Promise<void>;
  readonly complain: (error: unknown) => void;
}

type Held = JobWithMetadata<RunJob>;

/** Between two looks, where nothing was asked for here. */
const lookEveryMs = 500;
/** How often a process says that it still works on its runs. */
const heartEveryMs = 1_000;
/** As long as it takes until the runs of one that has just died are known to be left. */
const newForMs = 5_000;

/** A handful comes as the database finds them. */
const inTurn = (a: Held, b: Held): number =>
  b.priority - a.priority || a.createdOn.getTime() - b.createdOn.getTime();

export function takeRuns({ boss, isAlone, carryOut, complain }: TakerOrder): Taker {
  const held = new Set<Held>();
  const begunAt = Date.now();
  const stopping = new AbortController();
  const isStopped = (): boolean => stopping.signal.aborted;
  let isAwaited = false;
  let endPause = (): void => undefined;
  const wake = (): void => {
    isAwaited = true;
    endPause();
  };

  const work = async (job: Held): Promise<void> => {
    try {
      await carryOut(job.retryCount > 0 ? { ...job.data, again: true } : job.data);
      await boss.complete(runQueue, job);
    } catch (error) {
      if (isStopped()) return;
      complain(error);
      await boss.fail(runQueue, job, { message: String(error) }).catch(complain);
    } finally {
      held.delete(job);
      wake();
    }
  };
  /** Returns how many it took. */
  const take = async (): Promise<number> => {
    const long = [...held].filter(({ data }) => isLong(data)).length;
    const isNew = Date.now() - begunAt < newForMs;
    let taken = 0;
    for (const wanted of roomBeside({ short: held.size - long, long }, { isAlone, isNew })) {
      const jobs = await boss.fetch<RunJob>(runQueue, {
        ...wanted,
        groupConcurrency: 1,
        includeMetadata: true,
      });
      for (const job of jobs.sort(inTurn)) {
        held.add(job);
        if (!isStopped()) void work(job);
      }
      taken += jobs.length;
    }
    return taken;
  };
  const pause = (): Promise<void> =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, lookEveryMs);
      endPause = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  const loop = async (): Promise<void> => {
    while (!isStopped()) {
      isAwaited = false;
      const taken = await take().catch((error: unknown) => {
        complain(error);
        return 0;
      });
      if (taken === 0 && !isAwaited) await pause();
    }
  };
  const heart = setInterval(() => {
    // What another process has taken over meanwhile is not ours to speak for: each is known by its attempt.
    if (held.size > 0) void boss.touch(runQueue, [...held]).catch(complain);
  }, heartEveryMs).unref();
  const ended = loop();
  return {
    wake,
    stop: async () => {
      stopping.abort();
      clearInterval(heart);
      wake();
      await ended;
      await leaveToOthers(boss, runQueue, [...held]).catch(complain);
    },
  };
}
