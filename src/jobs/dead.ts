// Work that dead processes left: a process says every other second that it still works on a job; whoever was not heard
// for some seconds is dead, and the job goes to the next who asks, before all that has not begun.

import type { PgBoss } from 'pg-boss';

/** @param silentSeconds for how long a process may be silent */
export async function takeFromTheDead(boss: PgBoss, queue: string, silentSeconds: number): Promise<void> {
  const { rows } = await boss.getDb().executeSql(
    `update queue.job set priority = case when retry_count = 0 then priority + 1 else priority end
     where name = $1 and state = 'active' and heartbeat_on <= now() - make_interval(secs => $2) returning id`,
    [queue, silentSeconds],
  );
  const ids = rows.map(({ id }: { readonly id: string }) => id);
  if (ids.length === 0) return;
  await boss.fail(queue, ids, { message: 'the process that worked on it has ended' });
  // The queue notes who is at work; until it has looked again, the next run of the same integration would wait.
  await boss.supervise(queue);
}
