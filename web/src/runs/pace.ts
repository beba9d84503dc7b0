// How long a run still takes, told from how fast it has been going. Only a stretch of the same kind tells: reading says
// nothing about writing. Until there is enough to go by, nothing is said.

import type { Progress } from '../api/types.ts';

export interface Pace {
  readonly progress: Progress;
  /** When this stretch was first seen, and how much of it was done by then. */
  readonly sinceMs: number;
  readonly doneThen: number;
  readonly atMs: number;
}

/** Less than this tells nothing. */
const LEAST_MS = 4000;
const LEAST_DONE = 5;

export function paceAfter(before: Pace | null, progress: Progress, nowMs: number): Pace {
  const goesOn =
    before !== null &&
    before.progress.phase === progress.phase &&
    before.progress.part === progress.part &&
    before.progress.total === progress.total &&
    before.progress.done <= progress.done;
  return goesOn
    ? { ...before, progress, atMs: nowMs }
    : { progress, sinceMs: nowMs, doneThen: progress.done, atMs: nowMs };
}

/** Milliseconds for the rest of this stretch, roughly; null: it cannot be told. */
export function remainingMs({ progress, sinceMs, doneThen, atMs }: Pace): number | null {
  const took = atMs - sinceMs;
  const done = progress.done - doneThen;
  if (progress.total === null || took < LEAST_MS || done < LEAST_DONE) {
    return null;
  }
  return roundly(((progress.total - progress.done) * took) / done);
}

/** Share of the stretch that is done, 0 … 1; null: not known. */
export function shareOf({ done, total }: Progress): number | null {
  return total === null || total <= 0 ? null : Math.min(1, done / total);
}

/** A guess to the second would be a lie: five seconds, or whole minutes. */
function roundly(ms: number): number {
  const step = ms < 60_000 ? 5000 : 60_000;
  return Math.max(step, Math.round(ms / step) * step);
}
