import { expect, test } from 'vitest';
import { neighboursOf, numberOf, openBefore, stepFrom, stepOfPath, stepOrder } from './step-order.ts';

test('the steps lead from one to the next', () => {
  expect(neighboursOf('accounts')).toEqual({ before: null, after: 'credentials' });
  expect(neighboursOf('done')).toEqual({ before: 'test', after: null });
  expect(stepOrder.map(numberOf)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  expect([stepFrom('types'), stepFrom('typos'), stepFrom(undefined)]).toEqual(['types', null, null]);
});

test('what is open before a step is named, but not the sign-off', () => {
  const steps = stepOrder.map((step) => ({
    step,
    state: step === 'credentials' || step === 'form' ? ('open' as const) : ('done' as const),
    missing: [],
  }));
  expect(openBefore(steps, 'done')).toEqual(['credentials']);
  expect(openBefore(steps, 'accounts')).toEqual([]);
});

test('every value belongs to the step that asks for it', () => {
  const paths = [
    'timetac.account',
    'timetac.credentialsExpireOn',
    'absences.types[0].timetac',
    'absences.startDate',
    'guard.maxDeletes',
  ];
  expect(paths.map(stepOfPath)).toEqual(['accounts', 'credentials', 'types', 'exports', 'done']);
});
