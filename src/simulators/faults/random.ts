// Dice that a seed reproduces (mulberry32, Tommy Ettinger's public-domain generator: 32 bits of state, even enough for
// made-up companies and faults, and the same on every machine).

/** Numbers 0 ≤ x < 1, the same ones in the same order for the same seed (its lowest 32 bits count). */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
