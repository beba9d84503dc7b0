// Drawing from lists and ranges with a seeded random function.

/** A whole number, both ends included. */
export const between = (random: () => number, low: number, high: number): number =>
  low + Math.floor(random() * (high - low + 1));

export function pick<T>(random: () => number, list: readonly T[]): T {
  const chosen = list[Math.floor(random() * list.length)];
  if (chosen === undefined) throw new Error('Nothing to pick from');
  return chosen;
}

/** Picks by weight, e.g. `[['office', 7], ['night', 1]]`. */
export function pickWeighted<T>(random: () => number, list: readonly (readonly [T, number])[]): T {
  let left = random() * list.reduce((sum, [, weight]) => sum + weight, 0);
  const chosen = list.find(([, weight]) => (left -= weight) < 0) ?? list.at(-1);
  if (chosen === undefined) throw new Error('Nothing to pick from');
  return chosen[0];
}
