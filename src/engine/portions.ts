// Going through what is known of a company in portions that fit into memory, however many years it has.

import type { DayRange, MirrorRow, RowKind } from './archive.ts';
import type { Workshop } from './workshop.ts';

/** Records in memory at once. */
const portionSize = 4_000;

/** All rows of a kind within a range of days, whole users together. */
export async function* portionsOfMirror<K extends RowKind>(
  { archive, tidy }: Pick<Workshop, 'archive' | 'tidy'>,
  kind: K,
  days: DayRange,
): AsyncGenerator<readonly MirrorRow<K>[]> {
  for (const userIds of portionsBySize([...(await archive.rowOwners(kind))])) {
    yield archive.rows({ kind, userIds, ...days });
    tidy();
  }
}

/** Ids with how much each has, in groups that have no more than a portion together, or consist of one. */
export function portionsBySize(owners: readonly (readonly [id: string, size: number])[]): string[][] {
  const portions: string[][] = [];
  let room = 0;
  for (const [id, size] of owners) {
    if (size > room || portions.length === 0) {
      portions.push([]);
      room = portionSize;
    }
    portions.at(-1)?.push(id);
    room -= size;
  }
  return portions;
}

/** Ids of the time system as they were listed, which rise: eight bytes each, where a set of texts would take eighty. */
export class RisingIds {
  readonly #ids: number[] = [];

  get isEmpty(): boolean {
    return this.#ids.length === 0;
  }

  add(id: string): void {
    this.#ids.push(Number(id));
  }

  has(id: string): boolean {
    const wanted = Number(id);
    let [low, high] = [0, this.#ids.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#ids[middle] ?? wanted) < wanted) low = middle + 1;
      else high = middle;
    }
    return this.#ids[low] === wanted;
  }
}
