// Finding integrations among many: by name and by how they stand.

import type { Card, IntegrationState } from '../api/types.ts';
import { needsSomebody, stateOrder } from './worst-first.ts';

export interface Wanted {
  /** As typed: every word of it occurs in the name. */
  readonly name: string;
  readonly state: IntegrationState | 'all' | 'needing';
}

export const everything: Wanted = { name: '', state: 'all' };

/** Fewer are seen at a glance. */
const FEW = 8;

/** What hides some stays in sight, also where others went meanwhile. */
export function offersFind(cards: readonly Card[], { name, state }: Wanted): boolean {
  return cards.length > FEW || name !== '' || state !== 'all';
}

export function findIn(cards: readonly Card[], { name, state }: Wanted): readonly Card[] {
  const words = name.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  return cards.filter(
    (card) =>
      (state === 'all' || (state === 'needing' ? needsSomebody(card) : card.state === state)) &&
      words.every((word) => card.name.toLocaleLowerCase().includes(word)),
  );
}

/** States that occur, worst first, with how often. */
export function statesIn(
  cards: readonly Card[],
): readonly { readonly state: IntegrationState; readonly n: number }[] {
  return stateOrder
    .map((state) => ({ state, n: cards.filter((card) => card.state === state).length }))
    .filter(({ n }) => n > 0);
}
