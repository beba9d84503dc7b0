// Work that dead processes left: a process says every second that it still works on a job; whoever was not heard
// for some seconds is dead, and the job goes to the next who asks, before all that has not begun. Several may find the
// same dead one: the job is known by its attempt, so that nobody takes it from whoever has it by then.

import type { PgBoss } from 'pg-boss';
import { goesOn } from './priorities.ts';

/** A job as one process has taken it. */
interface Attempt {
  readonly id: string;
  readonly retryCount: number;
}

interface Left extends Attempt {
  readonly setupId: string;
}

export interface Silence {
  /** For how long a process may be silent. */
  readonly seconds: number;
  /** Whether somebody is at work on the integration all the same, and was only slow to say so. */
  readonly isAtWork: (setupId: string) => Promise<boolean>;
}

export async function takeFromTheDead(
  boss: PgBoss,
  queue: string,
  { seconds, isAtWork }: Silence,
): Promise<void> {
  // A heart that beat later than now did so before the clock was set back; one that goes on beats again within a second.
  const { rows } = await boss.getDb().executeSql(
    `select id, retry_count as "retryCount", data->>'setupId' as "setupId" from queue.job
     where name = $1 and state = 'active' and abs(extract(epoch from now() - heartbeat_on)) >= $2`,
    [queue, seconds],
  );
  const left: Attempt[] = [];
  for (const { id, retryCount, setupId } of rows as readonly Left[])
    if (!(await isAtWork(setupId))) left.push({ id, retryCount });
  await leaveToOthers(boss, queue, left);
}

/** The jobs go on elsewhere, before all that has not begun. */
export async function leaveToOthers(boss: PgBoss, queue: string, left: readonly Attempt[]): Promise<void> {
  if (left.length === 0) return;
  const db = boss.getDb();
  await db.executeSql(
    `update queue.job set priority = case when priority <= ${goesOn.long} then ${goesOn.long} else ${goesOn.short} end
     where name = $1 and state = 'active' and id = any($2::uuid[])`,
    [queue, left.map(({ id }) => id)],
  );
  await boss.fail(queue, [...left], { message: 'the process that worked on it has ended' });
  // The queue notes who is at work; until it has looked again, the next run of the same integration would wait. (A look
  // that was later than now, before the clock was set back, would be its last one for as long.)
  await db.executeSql(
    'update queue.queue set monitor_claim_on = null where name = $1 and monitor_claim_on > now()',
    [queue],
  );
  await boss.supervise(queue);
}
