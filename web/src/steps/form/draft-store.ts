// Drafts per integration, outside of the components: going to another page loses nothing that was typed.

import type { Drafts } from './drafts.ts';

export interface DraftStore {
  readonly read: () => Drafts;
  readonly change: (change: (drafts: Drafts) => Drafts) => void;
  readonly subscribe: (tell: () => void) => () => void;
  /** One after the other: of two answers the later one is the newer. */
  readonly inTurn: (work: () => Promise<void>) => Promise<void>;
}

const stores = new Map<string, DraftStore>();

export function draftStoreOf(integrationId: string): DraftStore {
  const known = stores.get(integrationId);
  if (known !== undefined) {
    return known;
  }
  const store = makeStore();
  stores.set(integrationId, store);
  return store;
}

function makeStore(): DraftStore {
  let drafts: Drafts = new Map();
  let last: Promise<void> = Promise.resolve();
  const listeners = new Set<() => void>();
  return {
    read: () => drafts,
    change: (change) => {
      drafts = change(drafts);
      for (const tell of listeners) {
        tell();
      }
    },
    subscribe: (tell) => {
      listeners.add(tell);
      return () => listeners.delete(tell);
    },
    inTurn: (work) => {
      last = last.then(work, work);
      return last;
    },
  };
}
