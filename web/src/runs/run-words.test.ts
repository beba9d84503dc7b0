import { expect, test } from 'vitest';
import type { Counts } from '../api/types.ts';
import { runPageWords } from '../words/runs.ts';
import { kindOf, outcomeOf, tookMs, writtenIn } from './run-words.ts';

const none: Counts = { created: 0, updated: 0, deleted: 0, adopted: 0, unchanged: 7, held: 0, failed: 0 };

test('what was written is summed over the parts, and what did not occur is not named', () => {
  const written = writtenIn({
    employees: { ...none, created: 1 },
    absences: { ...none, created: 2 },
    attendances: { ...none, deleted: 4 },
  });
  expect(written.map(({ words, n }) => [words.en, n])).toEqual([
    ['{n} created', 3],
    ['{n} deleted', 4],
  ]);
});

test('a rehearsal would, a run did; agreement is claimed only where nothing is open', () => {
  expect(outcomeOf({ status: 'done', mode: 'dry-run' }, true)).toBe(runPageWords.would);
  expect(outcomeOf({ status: 'done-with-issues', mode: 'live' }, false)).toBe(runPageWords.nothingOpen);
  expect(outcomeOf({ status: 'done', mode: 'live' }, false)).toBe(runPageWords.nothing);
  expect(outcomeOf({ status: 'refused', mode: 'live' }, false)).toBe(runPageWords.refusedNothing);
});

test('a rehearsal is one whatever it looked at', () => {
  expect(kindOf({ mode: 'dry-run', scope: 'full' }).en).toContain('Rehearsal');
  expect(kindOf({ mode: 'live', scope: 'full' }).en).toBe('Full check');
});

test('a run that is not over has taken no time yet', () => {
  expect(tookMs({ startedAt: '2026-11-26T08:00:00Z', finishedAt: null })).toBeNull();
  expect(tookMs({ startedAt: '2026-11-26T08:00:00Z', finishedAt: '2026-11-26T08:01:30Z' })).toBe(90_000);
});
