// The newest test of each side, kept while the page is open: the checklist of attributes reads from it.

import { useSyncExternalStore } from 'react';
import type { CheckLine, Side } from '../../api/types.ts';

const found = new Map<string, readonly CheckLine[]>();
const listeners = new Set<() => void>();

export function putLines(integrationId: string, side: Side, lines: readonly CheckLine[]): void {
  found.set(`${integrationId} ${side}`, lines);
  for (const tell of listeners) {
    tell();
  }
}

/** null: not tested since the page was opened. */
export function useLines(integrationId: string, side: Side): readonly CheckLine[] | null {
  return useSyncExternalStore(subscribe, () => found.get(`${integrationId} ${side}`) ?? null);
}

function subscribe(tell: () => void): () => void {
  listeners.add(tell);
  return () => listeners.delete(tell);
}

/** Whether a test has seen the attributes at all, and which of them were missing. */
export function attributeState(
  lines: readonly CheckLine[] | null,
  attribute: string,
): 'readable' | 'unreadable' | 'unknown' {
  const read = lines?.some((line) => line.about === 'employees' && line.class === 'ok') ?? false;
  if (lines === null || !read) {
    return 'unknown';
  }
  return lines.some((line) => line.about === attribute && line.class !== 'ok') ? 'unreadable' : 'readable';
}
