// Which integrations need somebody, and in which order a page shows them.

import type { Card, IntegrationState } from '../api/types.ts';

const ORDER = {
  reconnect: 0,
  incomplete: 1,
  'needs-decision': 2,
  unreachable: 3,
  issues: 4,
  'setting-up': 5,
  waiting: 6,
  running: 7,
  paused: 8,
  'in-step': 9,
  off: 10,
} as const satisfies Record<IntegrationState, number>;

/** The worst first. */
export const stateOrder: readonly IntegrationState[] = (Object.keys(ORDER) as IntegrationState[]).sort(
  (a, b) => ORDER[a] - ORDER[b],
);

export function worstFirst(cards: readonly Card[], locale: string): readonly Card[] {
  return [...cards].sort(
    (a, b) =>
      ORDER[a.state] - ORDER[b.state] || b.openIssues - a.openIssues || a.name.localeCompare(b.name, locale),
  );
}

/** Somebody has to do something, else it stays as it is. */
export function needsSomebody(card: Card): boolean {
  return ORDER[card.state] <= ORDER.issues;
}
