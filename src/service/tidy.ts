// Giving memory back between the portions of a large run. What a portion leaves behind has outlived the young
// generation; by itself, Node lets more than 100 MB of it gather before it looks, on top of what is needed.

import { getHeapStatistics, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** What may gather, beside half of what is really needed: who needs much shall not be looked through all the time. */
const roomBytes = 16 * 1024 * 1024;

let collect: (() => void) | null = null;
let usedThen = 0;

/** Cheap to ask after every portion. */
export function tidy(): void {
  if (getHeapStatistics().used_heap_size < usedThen + Math.max(roomBytes, usedThen / 2)) return;
  collect ??= exposed();
  collect();
  usedThen = getHeapStatistics().used_heap_size;
}

function exposed(): () => void {
  setFlagsFromString('--expose-gc');
  return runInNewContext('gc') as () => void;
}
