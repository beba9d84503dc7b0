// One voyage told in full.

import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { drawDials } from '../dials.ts';
import { type Harbour, type StoreKind, embeddedHarbour, memoryHarbour, serverHarbour } from '../harbour.ts';
import { takeLightWire } from '../light-wire.ts';
import { VoyageFailed } from '../log.ts';
import { liveTwice } from '../twins/twins.ts';
import { sail } from '../voyage.ts';
import type { History } from './arguments.ts';
import { openServer } from './server.ts';

interface Replay {
  readonly seed: number;
  readonly history: History;
  readonly store: StoreKind;
}

export async function replay(
  { seed, history, store }: Replay,
  print: (text: string) => void,
): Promise<number> {
  takeLightWire();
  const server = store === 'postgres' ? await openServer() : null;
  const harbour = await harbourFor(store, (await server?.newDatabase()) ?? '');
  print(`dials: ${JSON.stringify(drawDials(seed), null, 1)}`);
  try {
    const log = await (history === 'twins' ? liveTwice(seed) : sail(seed, { harbour }));
    print(log.story.join('\n'));
    print(`${log.syncs} runs, ${log.writes} writes, ${log.kills} kills; no promise was broken`);
    print(`trace ${log.trace()}`);
    return 0;
  } catch (error) {
    if (!(error instanceof VoyageFailed)) throw error;
    print(`${error.story.join('\n')}\n${error.reason}`);
    return 1;
  } finally {
    await harbour.close();
    await server?.stop();
  }
}

function harbourFor(store: StoreKind, databaseUrl: string): Promise<Harbour> {
  switch (store) {
    case 'memory':
      return Promise.resolve(memoryHarbour);
    case 'embedded':
      return embeddedHarbour(mkdtempSync(join(tmpdir(), 'voyage-')));
    case 'postgres':
      return serverHarbour(databaseUrl);
    default:
      return store satisfies never;
  }
}
