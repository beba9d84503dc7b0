// Every route, for every kind of person: read from the table of routes itself, so that a new one without a rule, or
// with a rule that nothing enforces, fails here.

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Route } from '../../src/api/contract/route.ts';
import { routes } from '../../src/api/contract/routes.ts';
import { newSetup } from '../../src/service/setup/create.ts';
import { type Caller, openTestDesk, type TestDesk } from '../support/front-desk.ts';

const own = 'own-integration';
const other = 'other-integration';

let stage: TestDesk;
let callers: Record<Who, Caller>;
beforeAll(async () => {
  stage = await openTestDesk();
  for (const id of [own, other])
    await stage.desk.office.commit({ putSetup: newSetup(stage.desk, id, id, 'page', {}, 'test') });
  const member = (role: 'admin' | 'viewer' | 'customer') => stage.person({ member: { setupId: own, role } });
  callers = {
    stranger: stage.stranger,
    outsider: await stage.person(),
    viewer: await member('viewer'),
    customer: await member('customer'),
    admin: await member('admin'),
    operator: await stage.person({ operator: true }),
  };
});
afterAll(() => stage.close());

type Who = 'stranger' | 'outsider' | 'viewer' | 'customer' | 'admin' | 'operator';
const everybody: readonly Who[] = ['stranger', 'outsider', 'viewer', 'customer', 'admin', 'operator'];

/** Who may ask, by the rule's name: written down once more, in the words of the issue. */
const may: Readonly<Record<Route['access'], readonly Who[]>> = {
  anyone: everybody,
  person: ['outsider', 'viewer', 'customer', 'admin', 'operator'],
  operator: ['operator'],
  see: ['viewer', 'customer', 'admin', 'operator'],
  'set-up': ['customer', 'admin', 'operator'],
  lead: ['admin', 'operator'],
};

const addressOf = ({ path }: Route, id: string): string =>
  path
    .replace(':id', id)
    .replaceAll(/:(\w+)/g, (_all, name: string) => (name === 'side' ? 'personio' : 'nobody'));

const all = Object.entries(routes) as [string, Route][];
/** Ends the session that is asking, takes the integration away, or never ends. */
const apart = ['signOut', 'removeIntegration', 'purgeIntegration', 'watchRuns'];

describe.each(all.filter(([name]) => !apart.includes(name)))('%s', (_name, route) => {
  const aboutOne = route.path.includes('/:id');

  test.each(everybody)('%s', async (who) => {
    // A body that no route takes: what is allowed fails at the body, what is not fails before it.
    const body = route.body === undefined ? undefined : { nonsense: true };
    const { status, body: answer } = await callers[who].call(route.method, addressOf(route, own), body);
    if (may[route.access].includes(who)) expect(refusals, answer?.code).not.toContain(answer?.code);
    else expect(status).toBe(who === 'stranger' ? 401 : aboutOne && who === 'outsider' ? 404 : 403);
  });
});

const aboutIntegrations = all.filter(([name, { path }]) => path.includes('/:id') && !apart.includes(name));
test.each(aboutIntegrations)('%s: nobody learns of somebody else’s integration', async (_name, route) => {
  for (const who of ['viewer', 'customer', 'admin'] as const) {
    const there = await callers[who].call(route.method, addressOf(route, other), undefined);
    const nowhere = await callers[who].call(route.method, addressOf(route, 'nowhere'), undefined);
    expect([there.status, there.body.code]).toEqual([nowhere.status, nowhere.body.code]);
    expect(there.status).toBe(404);
  }
});

const refusals = ['not-signed-in', 'not-allowed'];

test('a session that was ended opens nothing any more', async () => {
  const somebody = await stage.person();
  expect((await somebody.call('GET', '/integrations')).status).toBe(200);
  expect((await somebody.call('DELETE', '/session')).status).toBe(200);
  expect((await somebody.call('GET', '/integrations')).status).toBe(401);
});

test('only operators take an integration away', async () => {
  const made = await callers.operator.call('POST', '/integrations', { name: 'Short-lived' });
  const address = `/integrations/${made.body.id}`;
  for (const who of ['outsider', 'viewer', 'customer', 'admin'] as const)
    expect((await callers[who].call('DELETE', address)).status).toBe(403);
  expect((await callers.stranger.call('DELETE', address)).status).toBe(401);
  const purge = (who: Who) => callers[who].call('POST', `${address}/purge`, { confirm: 'Short-lived' });
  for (const who of ['outsider', 'viewer', 'customer', 'admin'] as const)
    expect((await purge(who)).status).toBe(403);
  expect((await purge('stranger')).status).toBe(401);
  expect((await callers.operator.call('DELETE', address)).status).toBe(200);
  expect((await callers.operator.call('GET', address)).status).toBe(404);
});

test('an address that cannot be decoded is nothing, in our words', async () => {
  const { status, body } = await callers.operator.call('GET', '/integrations/%ff');
  expect([status, body.code]).toEqual([404, 'not-found']);
  expect(body.message.de).not.toBe(body.message.en);
});

test('the stream of events is closed to outsiders', async () => {
  expect((await callers.outsider.call('GET', `/integrations/${own}/events`)).status).toBe(404);
  expect((await callers.stranger.call('GET', `/integrations/${own}/events`)).status).toBe(401);
});

test('a call from another site is refused although it carries the cookie', async () => {
  const headers = { origin: 'https://elsewhere.example' };
  const { status, body } = await callers.operator.call('POST', '/integrations', { name: 'X' }, headers);
  expect([status, body.code]).toEqual([403, 'foreign-origin']);
});
