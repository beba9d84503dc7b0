import { expect, test } from 'vitest';
import { placeOf } from './place.ts';

test.each([
  ['/integrations/i1', 'overview'],
  ['/integrations/i1/', 'overview'],
  ['/integrations/i1/runs', 'runs'],
  ['/integrations/i1/runs/r1', 'runs'],
  ['/integrations/i1/mails/preview', 'mails'],
  ['/integrations/i1/settings', 'settings'],
  ['/integrations/i1/people', 'settings'],
  ['/integrations/i1/audit', 'settings'],
  ['/integrations/i1/personal-data', 'settings'],
  // An integration may be called like a page.
  ['/integrations/runs/issues', 'issues'],
] as const)('%s belongs to %s', (path, place) => {
  expect(placeOf(path, true)).toBe(place);
});

test('once nothing is missing, the steps belong to the settings', () => {
  const path = '/integrations/i1/set-up/users';
  expect([placeOf(path, true), placeOf(path, false)]).toEqual(['set-up', 'settings']);
});
