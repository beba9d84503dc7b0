// The queue: pg-boss on the same database, embedded or on a server. One run per integration at a time, retries with
// growing pauses, and a look around for what is due.

import { PgBoss, fromPglite } from 'pg-boss';
import type { FrontDesk, RunOrder, RunQueue } from '../service/front-desk.ts';
import { lookAround } from './definitions/look-around.ts';
import {
  type RunListener,
  runIntegration,
  runQueue,
  runQueueOptions,
} from './definitions/run-integration.ts';

/** The database: embedded in this process, or on a server. */
export type QueuePlace =
  | { readonly pglite: Parameters<typeof fromPglite>[0] }
  | { readonly connectionString: string };

export interface Queue extends RunQueue {
  /** Begins to work; `desk` holds this very queue. */
  readonly begin: (desk: FrontDesk, heard: RunListener) => Promise<void>;
  /** Takes no new work. A run under way is left where it is: the next start goes on with it. */
  readonly stop: () => Promise<void>;
}

/** Between two looks for what is due. */
const lookEveryMs = 5_000;
/** Runs at once in one process; each waits for vendors most of the time. */
const runsAtOnce = 4;

/** @param told hears what the queue itself complains about */
export async function openQueue(place: QueuePlace, told: (error: Error) => void): Promise<Queue> {
  const boss = new PgBoss({
    ...('pglite' in place ? { db: fromPglite(place.pglite), backend: 'pglite' as const } : place),
    schema: 'queue',
    schedule: false,
    superviseIntervalSeconds: 5,
    monitorIntervalSeconds: 5,
    // Which integrations are at work is read from here: with the minute that is usual, the next run of one that has just
    // ended waits for that long.
    queueCacheIntervalSeconds: 1,
  });
  boss.on('error', told);
  await boss.start();
  await boss.createQueue(runQueue, runQueueOptions);
  let timer: NodeJS.Timeout | null = null;
  let isLooking = false;

  const queue: RunQueue = {
    ask: async (order: RunOrder) => {
      const id = await boss.send(runQueue, order, { singletonKey: order.setupId });
      if (id === null) throw new Error('queue: the order was not taken');
      return id;
    },
  };
  const look = async (desk: FrontDesk): Promise<void> => {
    if (isLooking) return;
    isLooking = true;
    try {
      await lookAround(desk);
    } catch (error) {
      told(error instanceof Error ? error : new Error(String(error)));
    } finally {
      isLooking = false;
    }
  };
  return {
    ...queue,
    begin: async (desk, heard) => {
      await boss.work<RunOrder>(
        runQueue,
        { localConcurrency: runsAtOnce, batchSize: 1, pollingIntervalSeconds: 0.5 },
        async (jobs) => {
          for (const job of jobs) await runIntegration(desk, job.data, heard);
        },
      );
      await look(desk);
      timer = setInterval(() => void look(desk), lookEveryMs);
      timer.unref();
    },
    stop: async () => {
      if (timer !== null) clearInterval(timer);
      await boss.stop({ graceful: false, close: false });
    },
  };
}
