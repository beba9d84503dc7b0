import { expect, test } from 'vitest';
import type { IntegrationView, Progress, RunSummary } from '../api/types.ts';
import { LATE_MS, liveAfter } from './live.ts';

const reading: Progress = { phase: 'reading', part: null, done: 0, total: null };
const pace = { progress: reading, sinceMs: 0, doneThen: 0, atMs: 0 };

const run = (id: string, change: Partial<RunSummary> = {}): RunSummary => ({
  id,
  mode: 'live',
  scope: 'full',
  status: 'done',
  startedAt: '2026-11-26T08:00:00Z',
  finishedAt: '2026-11-26T08:01:00Z',
  writes: 0,
  issues: 0,
  newIssues: 0,
  parts: null,
  ...change,
});

const seen = (change: Partial<IntegrationView>): IntegrationView =>
  ({ running: null, lastRun: null, lastRehearsal: null, ...change }) as IntegrationView;

test('a run that was under way before one looked is shown', () => {
  const live = liveAfter({ pace: null, ended: null }, undefined, seen({ running: reading }), 5);
  expect(live.pace?.progress).toEqual(reading);
});

test('an end that no event told is found in the newest run', () => {
  const rehearsal = run('b', {
    mode: 'dry-run',
    startedAt: '2026-11-26T09:00:00Z',
    status: 'done-with-issues',
  });
  const live = liveAfter(
    { pace, ended: null },
    seen({ lastRun: run('a') }),
    seen({ lastRun: run('a'), lastRehearsal: rehearsal }),
    5,
  );
  expect(live).toEqual({ pace: null, ended: { runId: 'b', mode: 'dry-run', status: 'done-with-issues' } });
});

test('a late answer from before the run began ends nothing', () => {
  const before = seen({ lastRun: run('a') });
  expect(liveAfter({ pace, ended: null }, before, { ...before }, 5).pace).toBe(pace);
});

test('a run that is gone without a trace is let go after a while, without an end', () => {
  const before = seen({ lastRun: run('a') });
  expect(liveAfter({ pace, ended: null }, before, { ...before }, LATE_MS + 1)).toEqual({
    pace: null,
    ended: null,
  });
});
