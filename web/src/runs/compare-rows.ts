// A comparison as rows: differences first, each with its verdict.

import type { Answer } from '../api/types.ts';

export type ComparedRow = Answer<'compareRun'>['rows'][number];
export type Verdict = 'same' | 'differs' | 'missing';

export function verdictOf({ same, theirs }: ComparedRow): Verdict {
  return same ? 'same' : theirs === null ? 'missing' : 'differs';
}

export function differencesFirst(rows: readonly ComparedRow[]): readonly ComparedRow[] {
  return [...rows.filter(({ same }) => !same), ...rows.filter(({ same }) => same)];
}
