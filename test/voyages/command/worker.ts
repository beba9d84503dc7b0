// One thread that sails: it opens its store, says that it is ready, and sails the stretches it is given.

import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import type { Harbour, StoreKind } from '../harbour.ts';
import { takeLightWire } from '../light-wire.ts';
import { type RangesByFile, startCoverage } from './coverage.ts';
import type { SailingOrders } from './sail-seeds.ts';
import type { Tally } from './tally.ts';

export interface WorkerData {
  readonly store: StoreKind;
  /** Of the worker's own database, for `postgres`. */
  readonly databaseUrl: string | null;
  readonly coverage: boolean;
}

export type ToWorker = { readonly orders: SailingOrders } | { readonly end: true };
export type FromWorker =
  | { readonly tally: Tally; readonly ranges: RangesByFile | null }
  /** It is under way: this seed is sailed. */
  | { readonly sailed: number }
  | { readonly broke: string };

if (parentPort !== null) await attend(parentPort, workerData as WorkerData);

async function attend(port: NonNullable<typeof parentPort>, data: WorkerData): Promise<void> {
  takeLightWire();
  // Blocks are counted in what is loaded from here on.
  const coverage = data.coverage ? await startCoverage() : null;
  const { sailSeeds } = await import('./sail-seeds.ts');
  const harbour = await harbourOf(data);
  const say = (message: FromWorker): void => port.postMessage(message);
  port.on('message', (message: ToWorker) => {
    if ('end' in message) {
      void harbour.close().then(() => process.exit(0));
      return;
    }
    void sailSeeds(message.orders, harbour, (sailed) => say({ sailed })).then(
      async (tally) => say({ tally, ranges: (await coverage?.take()) ?? null }),
      (error: unknown) =>
        say({ broke: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
    );
  });
}

async function harbourOf({ store, databaseUrl }: WorkerData): Promise<Harbour> {
  const harbours = await import('../harbour.ts');
  switch (store) {
    case 'memory':
      return harbours.memoryHarbour;
    case 'embedded':
      return harbours.embeddedHarbour(mkdtempSync(join(tmpdir(), 'voyage-')));
    case 'postgres':
      return harbours.serverHarbour(databaseUrl ?? '');
    default:
      return store satisfies never;
  }
}
