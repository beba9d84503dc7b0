// News of integrations: whoever watches hears what happens while it happens, in this process and (over a wire) in all
// others on the same database. Nothing is kept; who comes later asks how it stands.

import type { News, NewsItem } from '../service/front-desk.ts';

type Progress = (NewsItem & { readonly kind: 'progress' })['progress'];

/** Carries texts to all other processes, at best effort: news is a comfort, not a memory. */
export interface NewsWire {
  readonly send: (text: string) => void;
  readonly listen: (hear: (text: string) => void) => void;
}

interface Told {
  readonly setupId: string;
  readonly item: NewsItem;
}

/** Progress counts for so long: a worker that was killed tells nobody that its run has ended. */
const staleMs = 45_000;
/** A run that waits for its turn says nothing until it begins, and may wait behind many. */
const staleWaitMs = 15 * 60_000;

export function newsRoom(wire: NewsWire | null, now: () => number = Date.now): News {
  const listeners = new Map<string, Set<(item: NewsItem) => void>>();
  const running = new Map<string, { readonly progress: Progress; readonly until: number }>();
  const spread = ({ setupId, item }: Told): void => {
    if (item.kind === 'progress') {
      const { progress } = item;
      running.set(setupId, {
        progress,
        until: now() + (progress.phase === 'waiting' ? staleWaitMs : staleMs),
      });
    }
    if (item.kind === 'ended') running.delete(setupId);
    for (const hear of listeners.get(setupId) ?? []) hear(item);
  };
  wire?.listen((text) => {
    const told = readTold(text);
    if (told !== null) spread(told);
  });
  return {
    tell: (setupId, item) => {
      spread({ setupId, item });
      wire?.send(JSON.stringify({ setupId, item }));
    },
    listen: (setupId, hear) => {
      const own = listeners.get(setupId) ?? new Set();
      listeners.set(setupId, own.add(hear));
      return () => {
        own.delete(hear);
        if (own.size === 0) listeners.delete(setupId);
      };
    },
    running: (setupId) => {
      const known = running.get(setupId);
      return known === undefined || now() > known.until ? null : known.progress;
    },
  };
}

/** Texts come from our own processes, perhaps of another version. */
function readTold(text: string): Told | null {
  try {
    const told = JSON.parse(text) as Partial<Told>;
    return typeof told.setupId === 'string' && typeof told.item?.kind === 'string' ? (told as Told) : null;
  } catch {
    return null;
  }
}
