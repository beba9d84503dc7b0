import { expect, test } from 'vitest';
import { routes } from '../../../src/api/contract/routes.ts';
import { addressOf } from './call.ts';
import { paths } from './paths.ts';

test('the page’s table of calls is the contract’s', () => {
  const contract = Object.entries(routes).map(([name, { method, path }]) => [name, [method, path]]);
  expect(paths).toEqual(Object.fromEntries(contract));
});

test('parameters and queries stand in the address', () => {
  expect(addressOf('readRun', { params: { id: 'a/b', runId: 'r 1' } })).toBe(
    '/api/v1/integrations/a%2Fb/runs/r%201',
  );
  expect(addressOf('readAudit', { params: { id: 'a' }, query: { before: 5 } })).toBe(
    '/api/v1/integrations/a/audit?before=5',
  );
  expect(addressOf('readAudit', { params: { id: 'a' }, query: {} })).toBe('/api/v1/integrations/a/audit');
});
