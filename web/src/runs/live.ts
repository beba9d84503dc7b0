// What is known of the run under way after an integration was read: the answer may be older than the newest event.

import type { IntegrationView } from '../api/types.ts';
import type { RunEnded } from './ended.ts';
import { endSeenIn } from './ended.ts';
import type { Pace } from './pace.ts';
import { paceAfter } from './pace.ts';

export interface LiveRun {
  /** null: no run is under way. */
  readonly pace: Pace | null;
  /** The newest end that was seen here; a new object each time. */
  readonly ended: RunEnded | null;
}

/** How long “no run is under way” may be a late answer. */
export const LATE_MS = 15_000;

export function liveAfter(
  live: LiveRun,
  before: IntegrationView | undefined,
  view: IntegrationView,
  nowMs: number,
): LiveRun {
  if (view.running !== null) {
    return { ...live, pace: paceAfter(live.pace, view.running, nowMs) };
  }
  if (live.pace === null) {
    return live;
  }
  const end = endSeenIn(view);
  const known = [live.ended?.runId, before === undefined ? undefined : endSeenIn(before)?.runId];
  if (end !== null && !known.includes(end.runId)) {
    return { pace: null, ended: end };
  }
  return nowMs - live.pace.atMs > LATE_MS ? { ...live, pace: null } : live;
}
