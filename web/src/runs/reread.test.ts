import { expect, test } from 'vitest';
import type { Route } from '../../../src/api/contract/route.ts';
import { routes } from '../../../src/api/contract/routes.ts';
import { isReread } from './reread.ts';

const ofOne = Object.entries<Route>(routes).filter(([, { path }]) => path.startsWith('/integrations/:id'));
const reread = (name: string, id = 'muster'): boolean => isReread('muster', [name, { params: { id } }]);

test('when something has happened to an integration, everything is read again but what asks a vendor', () => {
  expect(ofOne.filter(([name]) => !reread(name)).map(([name]) => name)).toEqual(
    ofOne.filter(([, { asksVendor }]) => asksVendor === true).map(([name]) => name),
  );
});

test('of other integrations nothing is, but the list of all', () => {
  expect(reread('readIntegration', 'another')).toBe(false);
  expect(isReread('muster', ['readSession', {}])).toBe(false);
  expect(isReread('muster', ['listIntegrations', {}])).toBe(true);
});
