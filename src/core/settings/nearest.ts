// The nearest known word to a misspelt one.

import { distance } from 'fastest-levenshtein';

/**
 * The known word that somebody most likely meant, or null when none is near: up to two wrong letters, or a third of
 * the word. Case, hyphens and underscores do not count (`start_date` is `startDate`).
 */
export function nearestKey(key: string, known: readonly string[]): string | null {
  // A long text is no misspelling, and comparing it would be slow.
  if (key.length > 80) return null;
  const wanted = simplified(key);
  let best: { readonly word: string; readonly distance: number } | null = null;
  for (const word of known) {
    const candidate = { word, distance: distance(wanted, simplified(word)) };
    if (best === null || candidate.distance < best.distance) best = candidate;
  }
  return best !== null && best.distance <= allowed(Math.min(key.length, best.word.length)) ? best.word : null;
}

const simplified = (word: string): string => word.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

const allowed = (length: number): number => (length <= 3 ? 1 : Math.max(2, Math.floor(length / 3)));
