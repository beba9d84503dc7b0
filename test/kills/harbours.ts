// Where the archives of a sweep lie: in memory, embedded on a folder, or on a PostgreSQL server of its own.

import { randomUUID } from 'node:crypto';
import { MemoryArchive } from '../../src/store/memory/memory-archive.ts';
import { type TestStore, embeddedStore, serverStore } from '../support/stores.ts';
import type { OpenArchive } from './stage.ts';

export const storeKinds = ['memory', 'embedded', 'postgres'] as const;
export type StoreKind = (typeof storeKinds)[number];

export interface Harbour {
  /** A new integration's archive for each history. */
  readonly fresh: () => OpenArchive;
  readonly close: () => Promise<void>;
}

export async function openHarbour(kind: StoreKind): Promise<Harbour> {
  switch (kind) {
    case 'memory':
      return { fresh: inMemory, close: () => Promise.resolve() };
    case 'embedded':
      return onStore(await embeddedStore());
    case 'postgres':
      return onStore(await serverStore());
    default:
      return kind satisfies never;
  }
}

function inMemory(): OpenArchive {
  const archive = new MemoryArchive();
  return () => Promise.resolve(archive);
}

const onStore = (store: TestStore): Harbour => ({
  fresh: () => {
    const id = randomUUID();
    return () => store.fresh(id);
  },
  close: store.close,
});
