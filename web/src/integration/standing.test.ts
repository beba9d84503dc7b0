import { expect, test } from 'vitest';
import type { IntegrationView, StepName } from '../api/types.ts';
import { mayAct, mayLead, nextOf, nextStepOf, partsOn } from './standing.ts';

const steps = (...states: readonly ('open' | 'done' | 'later')[]): IntegrationView['steps'] =>
  states.map((state, index) => ({
    step: (['accounts', 'credentials', 'users'] as const)[index] as StepName,
    state,
    missing: [],
  }));

const view = (change: Partial<IntegrationView>): IntegrationView =>
  ({ state: 'setting-up', steps: [], lastRun: null, form: {}, ...change }) as IntegrationView;

test('the next step is the first that can be worked on', () => {
  expect(nextStepOf(steps('done', 'later', 'open'))).toBe('users');
  expect(nextStepOf(steps('done', 'later', 'done'))).toBe('credentials');
  expect(nextStepOf(steps('done', 'done', 'done'))).toBeNull();
});

test('with everything filled in, what is left is switching on', () => {
  expect(nextOf(view({ steps: steps('done') }))).toEqual({ to: 'step', step: 'done' });
});

test('refused access leads to the credentials, a refused plan to its run', () => {
  expect(nextOf(view({ state: 'reconnect' }))).toEqual({ to: 'step', step: 'credentials' });
  const lastRun = { id: 'r1' } as IntegrationView['lastRun'];
  expect(nextOf(view({ state: 'needs-decision', lastRun }))).toEqual({ to: 'run', runId: 'r1' });
});

test('a part is on where its section stands in the form and does not say otherwise', () => {
  const form = { users: { enabled: false }, absences: { startDate: '2026-01-01' } };
  expect(partsOn({ form })).toEqual(['absences']);
});

test('a viewer only looks, a customer acts, an admin leads', () => {
  expect([mayAct('viewer'), mayAct('customer'), mayLead('customer'), mayLead('admin')]).toEqual([
    false,
    true,
    false,
    true,
  ]);
});
