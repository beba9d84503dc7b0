// Which integrations need somebody, and in which order a page shows them.

import type { Card, IntegrationState } from '../api/types.ts';

const ORDER = {
  reconnect: 0,
  'needs-decision': 1,
  unreachable: 2,
  issues: 3,
  'setting-up': 4,
  waiting: 5,
  running: 6,
  paused: 7,
  'in-step': 8,
  off: 9,
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
