// The job of one run. Delivery is at least once: a run that begins again settles what the first one left open.

import type { FrontDesk, RunOrder } from '../../service/front-desk.ts';
import { archiveIdOf } from '../../service/setup/identity.ts';
import { type RunEnd, performRun } from '../../service/runs/perform.ts';

export const runQueue = 'run-integration';

/**
 * The first run of a year takes hours; a worker that is killed is noticed by its missing heartbeat, and its run goes on
 * elsewhere at once, however often that happens. Faults of ours have pauses of their own.
 */
export const runQueueOptions = {
  policy: 'singleton',
  expireInSeconds: 20 * 3_600,
  // The shortest that the queue takes; whoever is dead is found sooner (`dead.ts`).
  heartbeatSeconds: 10,
  retryLimit: 1_000,
  retryDelay: 0,
  retryBackoff: false,
  deleteAfterSeconds: 3_600,
} as const;

/** What lies in the queue: the order, how often it met a fault of ours, and whether it was begun before and broke off. */
export type RunJob = RunOrder & { readonly faults?: number; readonly again?: boolean };

/** Between the tries of a run that meets a fault of ours; after the last one the schedule asks again. */
const pausesSeconds = [2, 10, 60] as const;

/** How long after its latest fault a job is tried again; null: not any more. */
export const pauseAfter = ({ faults = 0 }: RunJob): number | null => pausesSeconds[faults] ?? null;

/** Runs that read everything, and rehearsals, which work on a copy in memory: hours, and much memory. */
export const isLong = ({ request }: RunOrder): boolean => request.full || request.mode === 'dry-run';

/** How a run ended, for whoever waits for it in this process. */
export type RunListener = (order: RunOrder, end: RunEnd) => void;

/** Whether a run of the integration is under way anywhere, whoever asked for it. */
export async function isHeld(desk: FrontDesk, setupId: string): Promise<boolean> {
  const setup = await desk.office.setup(setupId);
  const archiveId = setup === null ? null : archiveIdOf(desk, setup);
  return archiveId !== null && (await desk.isAtWork(archiveId));
}

/**
 * Configuration files and simulated accounts live in the process that was started with them: a worker leaves them to it.
 * What comes from a file that no start names any more is switched off, and nobody's.
 */
export async function belongsElsewhere(desk: FrontDesk, { setupId }: RunOrder): Promise<boolean> {
  const setup = await desk.office.setup(setupId);
  if (setup?.origin === 'file') return setup.on && !desk.files.has(setupId);
  return setup?.origin === 'sandbox' && desk.sandbox.keysOf(setupId) === null;
}

export async function runIntegration(desk: FrontDesk, order: RunOrder, heard: RunListener): Promise<RunEnd> {
  const end = await performRun(desk, order);
  heard(order, end);
  return end;
}
