// The queue: pg-boss on the same database, embedded or on a server. One run per integration at a time, retries with
// growing pauses, and a look around for what is due.

import { PgBoss, fromPglite } from 'pg-boss';
import type { FrontDesk, RunOrder, RunQueue } from '../service/front-desk.ts';
import { lookAround } from './definitions/look-around.ts';
import { mailRounds } from './definitions/send-mails.ts';
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
/** Between two looks into the outbox; after a run somebody looks at once. */
const postEveryMs = 10_000;
/** How long a stop waits for a mail under way. */
const handOverMs = 5_000;
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
  const timers: NodeJS.Timeout[] = [];
  const rounds = mailRounds();
  let lastPost: Promise<void> = Promise.resolve();
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
  const post = (desk: FrontDesk): void => {
    lastPost = rounds(desk).catch((error: unknown) =>
      told(error instanceof Error ? error : new Error(String(error))),
    );
  };
  const every = (ms: number, work: () => void): void => {
    timers.push(setInterval(work, ms).unref());
  };
  return {
    ...queue,
    begin: async (desk, heard) => {
      await boss.work<RunOrder>(
        runQueue,
        { localConcurrency: runsAtOnce, batchSize: 1, pollingIntervalSeconds: 0.5 },
        async (jobs) => {
          for (const job of jobs) await runIntegration(desk, job.data, heard);
          post(desk);
        },
      );
      await look(desk);
      every(lookEveryMs, () => void look(desk));
      every(postEveryMs, () => post(desk));
    },
    stop: async () => {
      for (const timer of timers) clearInterval(timer);
      // A mail that is just being handed over is waited for: its receipt would be lost.
      await Promise.race([lastPost, new Promise((resolve) => setTimeout(resolve, handOverMs).unref())]);
      await boss.stop({ graceful: false, close: false });
    },
  };
}
