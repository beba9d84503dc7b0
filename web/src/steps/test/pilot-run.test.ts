import { expect, test } from 'vitest';
import type { RunSummary } from '../../api/types.ts';
import { pilotRunId } from './pilot-run.ts';

const run = { id: 'r1', mode: 'live', status: 'done' } as RunSummary;

test('before switching on, the only real run was the pilot', () => {
  expect(pilotRunId({ state: 'setting-up', lastRun: run }, null)).toBe('r1');
  expect(pilotRunId({ state: 'setting-up', lastRun: { ...run, mode: 'dry-run' } }, null)).toBeNull();
});

test('afterwards a run is a pilot only where it was started here', () => {
  expect(pilotRunId({ state: 'in-step', lastRun: run }, null)).toBeNull();
  expect(pilotRunId({ state: 'in-step', lastRun: run }, 'r0')).toBe('r0');
});
