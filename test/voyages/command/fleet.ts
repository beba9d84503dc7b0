// Many threads that sail at once: stretches of seeds go to whoever is free. A thread of its own counts the blocks that
// the first voyages reach.

import { Worker } from 'node:worker_threads';
import type { StoreKind } from '../harbour.ts';
import type { History, Seeds } from './arguments.ts';
import type { RangesByFile } from './coverage.ts';
import type { SailingOrders } from './sail-seeds.ts';
import { openServer } from './server.ts';
import { type Tally, added, emptyTally, failed } from './tally.ts';
import type { FromWorker, ToWorker, WorkerData } from './worker.ts';

export interface FleetOptions {
  readonly seeds: Seeds;
  readonly history: History;
  readonly store: StoreKind;
  readonly jobs: number;
  /** Whether failing seeds are made as short as they can be. */
  readonly shrink: boolean;
  readonly told: (done: number, failures: number) => void;
}

export interface FleetResult {
  readonly tally: Tally;
  readonly ranges: RangesByFile;
}

/** So many voyages are sailed with counting; enough for every branch that voyages commonly reach. */
export const countedSeeds = 200;
const repeatEvery = 50;
const stretch = 25;
/** A thread that sails no seed for so long hangs. */
const patienceMs = 300_000;

export async function sailFleet(options: FleetOptions): Promise<FleetResult> {
  const { seeds, store, jobs } = options;
  const counted = { from: seeds.from, to: Math.min(seeds.to, seeds.from + countedSeeds - 1) };
  const stretches = cut({ from: counted.to + 1, to: seeds.to });
  const server = store === 'postgres' ? await openServer() : null;
  let tally = emptyTally;
  const take = (part: Tally): void => {
    tally = added(tally, part);
    options.told(tally.count, tally.failures.length);
  };
  // On a real server the order of two answers is the network's.
  const repeats = store === 'postgres' ? 0 : repeatEvery;
  const orders = (stretchOfSeeds: Seeds): SailingOrders => ({
    seeds: stretchOfSeeds,
    history: options.history,
    repeatEvery: repeats,
    shrink: options.shrink,
  });
  const openThread = async (coverage: boolean): Promise<Thread> =>
    new Thread({ store, databaseUrl: (await server?.newDatabase()) ?? null, coverage });
  const sailAll = async (): Promise<void> => {
    if (stretches.length === 0) return;
    const thread = await openThread(false);
    for (let next = stretches.shift(); next !== undefined; next = stretches.shift())
      take((await thread.sail(orders(next))).tally);
    await thread.end();
  };
  let ranges: RangesByFile = {};
  const countFirst = async (): Promise<void> => {
    const thread = await openThread(true);
    for (const next of cut(counted)) {
      const answer = await thread.sail(orders(next));
      take(answer.tally);
      ranges = merged(ranges, answer.ranges ?? {});
    }
    await thread.end();
    await sailAll();
  };
  try {
    await Promise.all([countFirst(), ...Array.from({ length: jobs - 1 }, sailAll)]);
  } finally {
    await server?.stop();
  }
  return { tally, ranges };
}

function cut({ from, to }: Seeds): Seeds[] {
  const parts: Seeds[] = [];
  for (let first = from; first <= to; first += stretch)
    parts.push({ from: first, to: Math.min(to, first + stretch - 1) });
  return parts;
}

/** Takes are counted from the beginning, so the later one knows all. */
const merged = (before: RangesByFile, after: RangesByFile): RangesByFile => ({ ...before, ...after });

type Answer = Exclude<FromWorker, { sailed: number }>;

/** One worker thread and the conversation with it. */
export class Thread {
  readonly #worker: Worker;
  #answer: (given: FromWorker) => void = () => undefined;

  constructor(data: WorkerData, at = new URL('worker.js', import.meta.url)) {
    this.#worker = new Worker(at, {
      workerData: data,
      // Voyages make much that lives for a moment only.
      resourceLimits: { maxYoungGenerationSizeMb: 64 },
    });
    this.#worker.on('message', (given: FromWorker) => this.#answer(given));
    this.#worker.on('error', (error: Error) => this.#answer({ broke: error.stack ?? error.message }));
    this.#worker.on('exit', (code) => this.#answer({ broke: `the thread ended with ${code}` }));
  }

  async sail(orders: SailingOrders): Promise<Extract<Answer, { tally: Tally }>> {
    const answer = await this.#ask({ orders });
    if ('tally' in answer) return answer;
    const failure = { seed: orders.seeds.from, rule: 'thread', reason: answer.broke, story: [] };
    return { tally: failed(failure), ranges: null };
  }

  async end(): Promise<void> {
    await this.#ask({ end: true });
  }

  /** At once, whatever it is doing. */
  async stop(): Promise<void> {
    await this.#worker.terminate();
  }

  #ask(message: ToWorker): Promise<Answer> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => {
        void this.#worker.terminate();
        resolve({ broke: 'L5: a voyage does not end' });
      }, patienceMs);
      this.#answer = (given) => {
        if ('sailed' in given) {
          timer.refresh();
          return;
        }
        clearTimeout(timer);
        resolve(given);
      };
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
      this.#worker.postMessage(message);
    });
  }
}
