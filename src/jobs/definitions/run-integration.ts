// The job of one run. Delivery is at least once: a run that begins again settles what the first one left open.

import type { FrontDesk, RunOrder } from '../../service/front-desk.ts';
import { type RunEnd, performRun } from '../../service/runs/perform.ts';

export const runQueue = 'run-integration';

/**
 * The first run of a year takes hours; a worker that is killed is noticed by its missing heartbeat, and its run goes on
 * elsewhere at once.
 */
export const runQueueOptions = {
  policy: 'singleton',
  expireInSeconds: 20 * 3_600,
  heartbeatSeconds: 10,
  retryLimit: 3,
  retryDelay: 1,
  retryBackoff: true,
  deleteAfterSeconds: 3_600,
} as const;

/** How a run ended, for whoever waits for it in this process. */
export type RunListener = (order: RunOrder, end: RunEnd) => void;

export async function runIntegration(desk: FrontDesk, order: RunOrder, heard: RunListener): Promise<void> {
  heard(order, await performRun(desk, order));
}
