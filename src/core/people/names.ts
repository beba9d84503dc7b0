// How names and addresses are compared: as people mean them, not as they were typed.

import type { Attribute } from './employee.ts';

/** Trimmed, case folded, one form of Unicode; null for empty or unreadable. */
export function folded(text: Attribute<string>): string | null {
  const plain = text?.normalize('NFC').trim().replaceAll(/\s+/g, ' ').toLowerCase();
  return plain === undefined || plain === '' ? null : plain;
}

/** User names that TimeTac takes (vendors/timetac.md 5.1). */
export const isUsername = (text: string): boolean => /^[0-9a-z._@-]+$/.test(text);

/** One @, no spaces, a dot in the domain: enough to tell a typing mistake, not enough to refuse a real address. */
export const isEmail = (text: string): boolean =>
  /^[^\s@"<>(),;:\\]+@[^\s@"<>(),;:\\]+\.[^\s@.]{2,}$/u.test(text.trim());

/** Values by key, where the key says something. */
export function groupBy<T>(values: readonly T[], keyOf: (value: T) => string | null): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const value of values) {
    const key = keyOf(value);
    if (key === null) continue;
    pushTo(groups, key, value);
  }
  return groups;
}

/** One more value under a key. */
export function pushTo<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}
