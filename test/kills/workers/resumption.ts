// How long a run that was cut by a kill waits until somebody goes on with it: from the SIGKILL to the next holder of
// the integration's lease.

import type { RestartablePostgres } from './database.ts';
import type { CutRun } from './worker-processes.ts';

export interface Waits {
  readonly count: number;
  readonly medianSeconds: number;
  readonly longestSeconds: number;
}

export interface Resumption {
  /** Returns how many of them had begun: one that has the lock and no number yet has not gone on with anything. */
  readonly cut: (runs: readonly CutRun[], at: number) => number;
  /** Resolves when all that were cut have gone on. */
  readonly finished: () => Promise<void>;
  /** `throughout`: the database was there all the time; `acrossRestarts`: it was restarted meanwhile. */
  readonly waits: () => { readonly throughout: Waits; readonly acrossRestarts: Waits };
}

interface Waiting {
  readonly token: number;
  readonly at: number;
  readonly restarts: number;
}

const lookEveryMs = 100;

export function watchResumption(postgres: RestartablePostgres): Resumption {
  const waiting = new Map<string, Waiting>();
  const seconds: Record<'throughout' | 'acrossRestarts', number[]> = { throughout: [], acrossRestarts: [] };
  let looking: Promise<void> | null = null;
  const look = async (): Promise<void> => {
    while (waiting.size > 0) {
      await new Promise((resolve) => setTimeout(resolve, lookEveryMs));
      const rows = await postgres.ask<{ id: string; token: string }>(
        'select integration_id as id, token from lease where integration_id = any($1)',
        [[...waiting.keys()]],
      );
      for (const { id, token } of rows) goneOn(id, Number(token));
    }
    looking = null;
  };
  const goneOn = (id: string, token: number): void => {
    const one = waiting.get(id);
    if (one === undefined || token <= one.token) return;
    waiting.delete(id);
    const kind = postgres.restarts() === one.restarts ? 'throughout' : 'acrossRestarts';
    seconds[kind].push((performance.now() - one.at) / 1000);
  };
  return {
    cut: (runs, at) => {
      const begun = runs.filter(({ integrationId, token }) => waiting.get(integrationId)?.token !== token);
      for (const { integrationId, token } of begun) {
        // Cut again: so somebody had gone on with it.
        goneOn(integrationId, token);
        waiting.set(integrationId, { token, at, restarts: postgres.restarts() });
      }
      if (waiting.size > 0) looking ??= look();
      return begun.length;
    },
    finished: async () => {
      await looking;
    },
    waits: () => ({
      throughout: inShort(seconds.throughout),
      acrossRestarts: inShort(seconds.acrossRestarts),
    }),
  };
}

function inShort(seconds: readonly number[]): Waits {
  const sorted = [...seconds].sort((a, b) => a - b);
  const tenths = (value: number | undefined): number => Math.round((value ?? 0) * 10) / 10;
  return {
    count: sorted.length,
    medianSeconds: tenths(sorted[Math.floor(sorted.length / 2)]),
    longestSeconds: tenths(sorted.at(-1)),
  };
}
