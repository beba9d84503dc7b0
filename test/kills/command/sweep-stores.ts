// Sweeps of all scenarios on all stores that were asked for, by some threads at once.

import { Worker } from 'node:worker_threads';
import type { StoreKind } from '../harbours.ts';
import { onEveryStore, scenarios } from '../scenarios/all.ts';
import type { Swept } from '../sweep.ts';
import type { Errand, ToWorker } from './worker.ts';

export interface StoreSwept extends Swept {
  readonly store: StoreKind;
}

interface SweepOrder {
  readonly stores: readonly StoreKind[];
  readonly seed: number;
  readonly jobs: number;
  readonly told: (swept: StoreSwept) => void;
}

export async function sweepStores({ stores, seed, jobs, told }: SweepOrder): Promise<StoreSwept[]> {
  const done: StoreSwept[] = [];
  for (const store of stores) {
    const errands = errandsOn(store, seed);
    const work = async (): Promise<void> => {
      const worker = new Worker(new URL('worker.js', import.meta.url), { workerData: { store } });
      for (let next = errands.shift(); next !== undefined; next = errands.shift()) {
        const swept = { ...(await ask(worker, next)), store };
        done.push(swept);
        told(swept);
      }
      await ended(worker);
    };
    await Promise.all(Array.from({ length: Math.min(jobs, errands.length) }, work));
  }
  return done.sort((a, b) => stores.indexOf(a.store) - stores.indexOf(b.store) || orderOf(a) - orderOf(b));
}

const orderOf = (swept: Swept): number => scenarios.findIndex(({ name }) => name === swept.scenario);

/** In memory every point of every scenario; on the real stores, which are slow, a share of what they keep differently. */
const errandsOn = (store: StoreKind, seed: number): Errand[] =>
  store === 'memory'
    ? scenarios.map(({ name }) => ({ scenario: name, options: { firstEvery: 1, secondEvery: 7, seed } }))
    : onEveryStore.map(({ name }) => ({
        scenario: name,
        options: { firstEvery: 5, secondEvery: null, seed },
      }));

const ask = (worker: Worker, errand: Errand): Promise<Swept> =>
  new Promise((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
    tell(worker, errand);
  });

const ended = (worker: Worker): Promise<void> =>
  new Promise((resolve, reject) => {
    worker.once('exit', () => resolve());
    worker.once('error', reject);
    tell(worker, 'end');
  });

function tell(worker: Worker, message: ToWorker): void {
  // A thread has no origin; the rule takes it for a window.
  // oxlint-disable-next-line unicorn/require-post-message-target-origin
  worker.postMessage(message);
}
