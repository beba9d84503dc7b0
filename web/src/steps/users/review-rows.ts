// Rows of the review: which are shown, and in which order.

import type { ReviewRow } from '../../api/types.ts';

/** Those that need somebody first. */
export const stateOrder = [
  'held',
  'new',
  'matched',
  'linked',
  'waiting',
] as const satisfies readonly ReviewRow['state'][];

export type Shown = 'all' | 'left-out' | ReviewRow['state'];

export function rowsShown(rows: readonly ReviewRow[], shown: Shown): readonly ReviewRow[] {
  const fitting = rows.filter((row) => {
    switch (shown) {
      case 'all':
        return true;
      case 'left-out':
        return !row.inScope;
      default:
        return row.inScope && row.state === shown;
    }
  });
  return [...fitting].sort(
    (a, b) =>
      Number(b.inScope) - Number(a.inScope) ||
      stateOrder.indexOf(a.state) - stateOrder.indexOf(b.state) ||
      a.name.localeCompare(b.name),
  );
}

export const countOf = (rows: readonly ReviewRow[], shown: Shown): number => rowsShown(rows, shown).length;
