// Text that no database keeps: a NUL, and half of a surrogate pair. Nobody types either.

const unkeepable = /[\0\p{Surrogate}]/u;

/** Whether every text in this value, keys too, can be stored. */
export function isKeepable(value: unknown): boolean {
  if (typeof value === 'string') return !unkeepable.test(value);
  if (typeof value !== 'object' || value === null) return true;
  return Object.entries(value).every(([key, one]) => isKeepable(key) && isKeepable(one));
}
