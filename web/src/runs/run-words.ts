// A run in words: what kind it is, and what it wrote.

import type { Bilingual, Counts, PartCounts, RunSummary } from '../api/types.ts';
import { runKindWords, runPageWords } from '../words/runs.ts';

export function kindOf({ mode, scope }: Pick<RunSummary, 'mode' | 'scope'>): Bilingual {
  return runKindWords[mode === 'dry-run' ? 'rehearsal' : scope];
}

/** How long it took; null while it is not over. */
export function tookMs({
  startedAt,
  finishedAt,
}: Pick<RunSummary, 'startedAt' | 'finishedAt'>): number | null {
  return finishedAt === null ? null : Math.max(0, Date.parse(finishedAt) - Date.parse(startedAt));
}

/** Written records of all parts by kind, those that occur. */
export function writtenIn(parts: PartCounts): readonly { readonly words: Bilingual; readonly n: number }[] {
  const sum = (kind: keyof Counts): number =>
    parts.employees[kind] + parts.absences[kind] + parts.attendances[kind];
  return [
    { words: runPageWords.nCreated, n: sum('created') },
    { words: runPageWords.nUpdated, n: sum('updated') },
    { words: runPageWords.nDeleted, n: sum('deleted') },
  ].filter(({ n }) => n > 0);
}

/** The sentence that says what a run came to; `{what}` stands for what was written. */
export function outcomeOf(
  { status, mode }: Pick<RunSummary, 'status' | 'mode'>,
  wroteSomething: boolean,
): Bilingual {
  switch (status) {
    case 'running':
      return runPageWords.still;
    case 'refused':
      return runPageWords.refusedNothing;
    case 'failed':
      return runPageWords.failed;
    case 'interrupted':
      return runPageWords.interrupted;
    case 'done':
    case 'done-with-issues':
      return wroteSomething
        ? wrote[mode]
        : { done: nothing, 'done-with-issues': nothingButIssues }[status][mode];
    default:
      return status satisfies never;
  }
}

const wrote = { live: runPageWords.wrote, 'dry-run': runPageWords.would } as const;
const nothing = { live: runPageWords.nothing, 'dry-run': runPageWords.nothingWould } as const;
const nothingButIssues = {
  live: runPageWords.nothingOpen,
  'dry-run': runPageWords.nothingWouldOpen,
} as const;
