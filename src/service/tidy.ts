// Giving memory back between the portions of a large run. What a portion leaves behind has outlived the young
// generation; by itself, Node lets more than 100 MB of it gather before it looks, on top of what is needed.

import { getHeapStatistics, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** What may gather, at least. */
const roomBytes = 16 * 1024 * 1024;

/**
 * Asked after every portion, which costs nothing; collects once as much has gathered as there is room for, or half of what is
 * really needed: who needs much shall not be looked through all the time.
 */
export function tidier(usedBytes: () => number, collect: () => void): () => void {
  let needed = 0;
  return () => {
    if (usedBytes() < needed + Math.max(roomBytes, needed / 2)) return;
    collect();
    needed = usedBytes();
  };
}

export const heapUsed = (): number => getHeapStatistics().used_heap_size;

let collector: (() => void) | null = null;

export function collectHeap(): void {
  collector ??= exposed();
  collector();
}

function exposed(): () => void {
  setFlagsFromString('--expose-gc');
  return runInNewContext('gc') as () => void;
}

export const tidy = tidier(heapUsed, collectHeap);
