// The queue: pg-boss on the same database, embedded or on a server. One run per integration at a time, long runs never
// in all slots, tries after faults with growing pauses, runs of dead processes taken up by others, and a look around for
// what is due.

import { PgBoss } from 'pg-boss';
import type { Pool } from 'pg';
import type { FrontDesk, RunQueue } from '../service/front-desk.ts';
import { complaintsOnce } from './complaints.ts';
import { putOff } from '../service/runs/perform.ts';
import { lookAround } from './definitions/look-around.ts';
import { takeFromTheDead } from './dead.ts';
import { begins, goesOn } from './priorities.ts';
import { mailRounds } from './definitions/send-mails.ts';
import { type Taker, takeRuns } from './taker.ts';
import {
  belongsElsewhere,
  isHeld,
  type RunJob,
  type RunListener,
  isLong,
  pauseAfter,
  runIntegration,
  runQueue,
  runQueueOptions,
} from './definitions/run-integration.ts';

/** The database: embedded in this process, or on a server. */
export type QueuePlace = { readonly pool: Pool } | { readonly connectionString: string };

export interface Queue extends RunQueue {
  /** Begins to work; `desk` holds this very queue. */
  readonly begin: (desk: FrontDesk, heard: RunListener) => Promise<void>;
  /** Takes no new work. A run under way is left where it is: the next start goes on with it. */
  readonly stop: () => Promise<void>;
}

/** Between two looks for what is due. */
const lookEveryMs = 1_000;
/** Between two looks into the outbox; after a run somebody looks at once. */
const postEveryMs = 10_000;
/** How long a stop waits for a mail or a look under way. */
const handOverMs = 5_000;
/** Until a run that another process has to make, or has not let go of yet, is offered again. */
const elsewhereSeconds = 3;
/** Until a run that lost its database is offered again. */
const awaySeconds = 1;
/** Dead processes are looked for this often, and whose run may begin is noted. */
const superviseSeconds = 1;
/** Who was not heard for so long is dead: each says it every second. (The queue's own patience is ten seconds at least.) */
const deadAfterSeconds = 3;

/** @param hear hears what the queue itself complains about */
export async function openQueue(place: QueuePlace, hear: (error: Error) => void): Promise<Queue> {
  const told = complaintsOnce(hear);
  const isAlone = 'pool' in place;
  const boss = new PgBoss({
    ...('pool' in place ? { db: throughPool(place.pool), backend: 'pglite' as const } : place),
    schema: 'queue',
    schedule: false,
    superviseIntervalSeconds: superviseSeconds,
    monitorIntervalSeconds: superviseSeconds,
    // Which integrations are at work is read from here: with the minute that is usual, the next run of one that has just
    // ended waits for that long.
    queueCacheIntervalSeconds: 1,
    // On a slow database this would put off the note above for minutes, and the next runs with it.
    monitorVacuum: false,
  });
  boss.on('error', told);
  await boss.start();
  await boss.createQueue(runQueue, runQueueOptions);
  // One that was made by an earlier version takes today's pauses too.
  const { policy: _policy, ...changeable } = runQueueOptions;
  await boss.updateQueue(runQueue, changeable);
  const timers: NodeJS.Timeout[] = [];
  const rounds = mailRounds();
  let lastPost: Promise<void> = Promise.resolve();
  let taker: Taker | null = null;
  let isStopped = false;

  /** What a process that ends breaks off is no complaint. */
  const complain = (error: unknown): void => {
    if (!isStopped) told(error instanceof Error ? error : new Error(String(error)));
  };
  const send = async (job: RunJob, startAfter = 0): Promise<string> => {
    const id = await boss.send(runQueue, job, {
      singletonKey: job.setupId,
      // Asked by every fetch, other than the key: a second order never stands in the way of somebody else's.
      group: { id: job.setupId },
      priority: (job.again === true ? goesOn : begins)[isLong(job) ? 'long' : 'short'],
      startAfter,
    });
    if (id === null) throw new Error('queue: the order was not taken');
    if (startAfter === 0) taker?.wake();
    return id;
  };
  const carryOut = async (desk: FrontDesk, job: RunJob, heard: RunListener): Promise<void> => {
    try {
      if (await belongsElsewhere(desk, job)) await send(job, elsewhereSeconds);
      // Who was only slow to be heard still holds it: whatever becomes of that run, this one is not forgotten.
      else if ((await runIntegration(desk, job, heard)) === 'busy' && job.again === true)
        await send(job, elsewhereSeconds);
    } catch (error) {
      // What breaks off because this process ends is begun again elsewhere.
      if (isStopped) throw error;
      // A database that was away is no fault of the run's: it goes on as soon as it can.
      const isAway = desk.isDatabaseAway(error);
      const pause = isAway ? awaySeconds : pauseAfter(job);
      const next = isAway ? { ...job, again: true } : { ...job, faults: (job.faults ?? 0) + 1 };
      // Where this cannot be kept either, the database is away: then the queue takes the job for a killed one's.
      if (pause === null) await putOff(desk, job.setupId).catch(complain);
      else await send(next, pause);
      if (isAway) complain(error);
      else {
        heard(job, 'fault');
        desk.fault(error);
      }
    }
  };
  const queue: RunQueue = { ask: (order) => send(order) };
  const looks = lookAround(complain);
  const look = oneAtATime(async (desk: FrontDesk) => void (await looks.round(desk)), complain);
  let buriedAt = Date.now();
  const bury = oneAtATime(async (desk: FrontDesk) => {
    // Who could not even look for so long was not heard by the others either: first they are told that we live.
    const wasAway = Date.now() - buriedAt > 2_000 * superviseSeconds;
    buriedAt = Date.now();
    if (wasAway) return;
    const isAtWork = (setupId: string): Promise<boolean> => isHeld(desk, setupId);
    await takeFromTheDead(boss, runQueue, { seconds: deadAfterSeconds, isAtWork });
  }, complain);
  const post = (desk: FrontDesk): void => {
    lastPost = rounds(desk).catch(complain);
  };
  const every = (ms: number, work: () => void): void => {
    timers.push(setInterval(work, ms).unref());
  };
  return {
    ...queue,
    begin: async (desk, heard) => {
      // Nobody else works on an embedded database: what is under way belongs to a process that has ended.
      if (isAlone) await takeFromTheDead(boss, runQueue, { seconds: 0, isAtWork: async () => false });
      taker = takeRuns({
        boss,
        isAlone,
        carryOut: async (job) => {
          await carryOut(desk, job, heard);
          post(desk);
        },
        complain,
      });
      await look(desk);
      if (!isAlone) every(superviseSeconds * 1_000, () => void bury(desk));
      every(lookEveryMs, () => void look(desk));
      every(postEveryMs, () => post(desk));
    },
    stop: async () => {
      isStopped = true;
      for (const timer of timers) clearInterval(timer);
      // A mail that is just being handed over is waited for, its receipt would be lost, and so is an answer of TimeTac.
      const ended = Promise.all([lastPost, looks.quiet(), taker?.stop()]);
      await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, handOverMs).unref())]);
      // The embedded database is somebody else's to close.
      await boss.stop({ graceful: false, close: 'connectionString' in place });
    },
  };
}

/** The embedded database has one connection; the queue waits for its turn like everybody else. */
export function throughPool(pool: Pool): {
  executeSql: (text: string, values?: unknown[]) => Promise<{ rows: Record<string, unknown>[] }>;
} {
  return {
    executeSql: async (text, values) => {
      const client = await pool.connect();
      try {
        // Several statements in one text have several answers.
        const answers = [await client.query<Record<string, unknown>>(text, values)].flat();
        return { rows: answers.flatMap((answer) => answer.rows) };
      } catch (error) {
        // Of a transaction within one text nothing stays open for whoever comes next.
        await client.query('rollback').catch(() => undefined);
        throw error;
      } finally {
        client.release();
      }
    },
  };
}

/** Skips a turn while the last one is still under way. */
function oneAtATime<A extends readonly unknown[]>(
  work: (...given: A) => Promise<void>,
  complain: (error: unknown) => void,
): (...given: A) => Promise<void> {
  let isAtIt = false;
  return async (...given) => {
    if (isAtIt) return;
    isAtIt = true;
    await work(...given)
      .catch(complain)
      .finally(() => {
        isAtIt = false;
      });
  };
}
