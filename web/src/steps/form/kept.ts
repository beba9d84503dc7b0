// What was typed into fields that are no part of the form (keys, a name under a signature): kept while the page is open,
// so that going to another step and back loses nothing.

import { useState } from 'react';

const kept = new Map<string, unknown>();

export function useKept<T>(key: string, first: T): readonly [T, (value: T) => void] {
  const [value, setValue] = useState(() => (kept.has(key) ? (kept.get(key) as T) : first));
  const keep = (next: T): void => {
    kept.set(key, next);
    setValue(next);
  };
  return [value, keep];
}
