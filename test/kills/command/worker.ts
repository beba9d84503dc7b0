// One thread that sweeps: it opens its store and takes scenarios until there are none left.

import { parentPort, workerData } from 'node:worker_threads';
import { type StoreKind, openHarbour } from '../harbours.ts';
import { scenarioNamed } from '../scenarios/all.ts';
import { type SweepOptions, type Swept, sweep } from '../sweep.ts';

export interface Errand {
  readonly scenario: string;
  readonly options: Omit<SweepOptions, 'fresh'>;
}

export type ToWorker = Errand | 'end';
export type FromWorker = Swept;

if (parentPort !== null) await attend(parentPort, (workerData as { store: StoreKind }).store);

async function attend(port: NonNullable<typeof parentPort>, store: StoreKind): Promise<void> {
  const harbour = await openHarbour(store);
  port.on('message', (message: ToWorker) => {
    if (message === 'end') {
      void harbour.close().then(() => port.close());
      return;
    }
    void sweep(scenarioNamed(message.scenario), { ...message.options, fresh: harbour.fresh }).then((swept) =>
      port.postMessage(swept satisfies FromWorker),
    );
  });
}
