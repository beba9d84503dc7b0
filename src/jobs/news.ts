// News of integrations, in this process: whoever watches hears what happens while it happens. Nothing is kept; who comes
// later asks how it stands.

import type { News, NewsItem } from '../service/front-desk.ts';

type Progress = (NewsItem & { readonly kind: 'progress' })['progress'];

export function newsRoom(): News {
  const listeners = new Map<string, Set<(item: NewsItem) => void>>();
  const running = new Map<string, Progress>();
  return {
    tell: (setupId, item) => {
      if (item.kind === 'progress') running.set(setupId, item.progress);
      if (item.kind === 'ended') running.delete(setupId);
      for (const hear of listeners.get(setupId) ?? []) hear(item);
    },
    listen: (setupId, hear) => {
      const own = listeners.get(setupId) ?? new Set();
      listeners.set(setupId, own.add(hear));
      return () => {
        own.delete(hear);
        if (own.size === 0) listeners.delete(setupId);
      };
    },
    running: (setupId) => running.get(setupId) ?? null,
  };
}
