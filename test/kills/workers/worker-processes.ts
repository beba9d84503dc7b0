// Real processes `tandem worker` on one database: killed with SIGKILL, and started again.

import { join } from 'node:path';
import { type Child, startChild } from '../processes/child.ts';
import type { RestartablePostgres } from './database.ts';

/** A run that was under way when its process was killed. */
export interface CutRun {
  readonly integrationId: string;
  /** The lease's token that it held. */
  readonly token: number;
  /** Writes were begun whose outcome was not settled. */
  readonly isWriting: boolean;
}

export interface WorkerProcesses {
  readonly count: number;
  /** Runs that this one holds at this moment. */
  readonly holds: (index: number) => Promise<readonly CutRun[]>;
  /** Resolves when all of them work. */
  readonly ready: () => Promise<void>;
  /** Kills it and starts the next; resolves with what it left behind as soon as it is dead. */
  readonly kill: (index: number) => Promise<readonly CutRun[]>;
  /** Processes that ended without being killed, with their last words. */
  readonly faults: () => readonly string[];
  /** Asks all of them to stop; resolves with those that did not end well. */
  readonly stop: () => Promise<readonly string[]>;
}

export async function startWorkers(given: {
  readonly count: number;
  readonly entrance: string;
  readonly postgres: RestartablePostgres;
  readonly keyFile: string;
  readonly folder: string;
}): Promise<WorkerProcesses> {
  const { count, entrance, postgres, keyFile, folder } = given;
  const faults: string[] = [];
  const expected = new Set<Child>();
  const nameOf = (index: number): string => `worker-${index}`;
  const start = (index: number): Child => {
    const restarts = postgres.restarts();
    const child = startChild(entrance, ['worker'], {
      TANDEM_DATABASE_URL: postgres.urlFor(nameOf(index)),
      TANDEM_MASTER_KEY_FILE: keyFile,
      TANDEM_DATA_DIR: join(folder, 'data'),
    });
    void startAgain(index, child, restarts);
    return child;
  };
  const startAgain = async (index: number, child: Child, restarts: number): Promise<void> => {
    const { exit, err } = await child.ended;
    if (expected.has(child)) return;
    // One that begins while the database is away ends, and systemd starts it again.
    if (isWorking.test(err) || (restarts === postgres.restarts() && Number.isInteger(restarts)))
      faults.push(`${nameOf(index)} ended by itself with ${String(exit)}: ${err.slice(-3_000)}`);
    children[index] = start(index);
  };
  const children: Child[] = [];
  for (let index = 0; index < count; index++) children.push(start(index));
  const ready = async (): Promise<void> => {
    while (!children.every((child) => isWorking.test(child.err())))
      await new Promise((resolve) => setTimeout(resolve, 50));
  };
  await ready();

  const holds = (index: number): Promise<CutRun[]> =>
    postgres
      .ask<{ integrationId: string; token: string; isWriting: boolean }>(heldBy, [nameOf(index)])
      .then((rows) => rows.map((row) => ({ ...row, token: Number(row.token) })));
  return {
    count,
    holds,
    ready,
    kill: async (index) => {
      const child = children[index];
      if (child === undefined) throw new Error(`no worker ${index}`);
      // Stopped first: what it holds cannot change between the look and the kill.
      expected.add(child);
      child.signal('SIGSTOP');
      await new Promise((resolve) => setTimeout(resolve, 20));
      const cut = await holds(index);
      child.signal('SIGKILL');
      await child.ended;
      children[index] = start(index);
      return cut;
    },
    faults: () => faults,
    stop: async () => {
      for (const child of children) expected.add(child);
      for (const child of children) child.signal('SIGTERM');
      const ends = await Promise.all(children.map(({ ended }) => ended));
      return ends.flatMap(({ exit, err }) =>
        exit === 0 ? [] : [`a worker that was asked to stop ended with ${String(exit)}: ${err.slice(-800)}`],
      );
    },
  };
}

const isWorking = /Working until/;

/** Whose connection holds the lock that is the lease. */
const heldBy = `select l.integration_id as "integrationId", l.token,
    exists (select from intent i where i.integration_id = l.integration_id) as "isWriting" from lease l
  join pg_locks k on k.locktype = 'advisory' and k.granted
    and ((k.classid::bigint << 32) | k.objid::bigint) = hashtextextended(l.integration_id, 7)
  join pg_stat_activity a on a.pid = k.pid where a.application_name = $1`;
