// The actions of a run as rows: what they are called, and which of them are shown.

import type { Bilingual, EmployeeRef, Part, RunActionView, RunSummary } from '../api/types.ts';
import { actionWords, didWords, toWords, wouldWords } from '../words/runs.ts';

export type ActionKind = RunActionView['kind'];

/** What one should look at first: what takes away, what cannot go, then what changes and adds. */
export const kindOrder: readonly ActionKind[] = [
  'delete',
  'hold',
  'update',
  'create',
  'adopt',
  'forget',
  'keep',
];

export interface Choice {
  readonly kind: ActionKind | 'all';
  readonly part: Part | 'all';
}

export function choose(actions: readonly RunActionView[], { kind, part }: Choice): readonly RunActionView[] {
  return actions.filter(
    (action) => (kind === 'all' || action.kind === kind) && (part === 'all' || action.part === part),
  );
}

/** Kinds that occur, with how often. */
export function kindsIn(
  actions: readonly RunActionView[],
): readonly { readonly kind: ActionKind; readonly n: number }[] {
  return kindOrder
    .map((kind) => ({ kind, n: actions.filter((action) => action.kind === kind).length }))
    .filter(({ n }) => n > 0);
}

/** A name for it, and the text that goes around the name where it did not simply happen. */
export function wordsOf(
  { kind, outcome }: Pick<RunActionView, 'kind' | 'outcome'>,
  mode: RunSummary['mode'],
): { readonly what: Bilingual; readonly around: Bilingual | null } {
  if (mode === 'dry-run') {
    return { what: wouldWords[kind], around: null };
  }
  // A hold is never carried out, so it is called the same whatever became of it.
  if (outcome === 'done' || kind === 'hold' || kind === 'keep') {
    return { what: didWords[kind], around: null };
  }
  return { what: toWords[kind], around: actionWords[outcome] };
}

/** `Ada Lovelace`, or the number where the name is not known; null: nobody in particular. */
export function nameOf(employee: EmployeeRef): string | null {
  return employee === null
    ? null
    : (employee.name ??
        employee.personioId ??
        (employee.timetacId === null ? null : String(employee.timetacId)));
}
