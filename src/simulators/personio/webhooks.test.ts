import { describe, expect, it } from 'vitest';

import { at, openAccount } from './testing/account.ts';
import type { Account } from './testing/account.ts';

const definition = {
  url: 'https://hooks.example/in',
  description: 'test',
  status: 'ENABLED',
  token: 'sesame',
  enabled_events: ['person.updated'],
};
const create = async (account: Account, change: object = {}): Promise<string> => {
  const reply = await account.call('POST', '/v2/webhooks', { json: { ...definition, ...change } });
  expect(reply.status).toBe(201);
  return String(at(reply.body, 'id'));
};
const edit = (account: Account) => account.people.editEmployee(3003, { position: 'Lead' });

/** Answers with each status in turn, the last one for ever; what arrived is kept. */
const receiver = (statuses: readonly number[], onArrival: () => void = () => {}) => {
  const arrived: Request[] = [];
  const send = async (request: Request): Promise<Response> => {
    arrived.push(request);
    onArrival();
    return new Response(null, { status: statuses[arrived.length - 1] ?? statuses.at(-1) ?? 204 });
  };
  return { arrived, send };
};

const disconnected = async (): Promise<Response> => Promise.reject(new TypeError('gone'));

describe('a webhook', () => {
  it('is defined, listed without its token, changed and removed', async () => {
    const account = openAccount();
    const id = await create(account, { status: undefined });
    const one = await account.call('GET', `/v2/webhooks/${id}`);
    expect(one.body).toMatchObject({ id, status: 'DISABLED', auth_type: 'TOKEN' });
    expect(one.body).not.toHaveProperty('token');
    const patched = await account.call('PATCH', `/v2/webhooks/${id}`, { json: { status: 'ENABLED' } });
    expect(patched.body).toMatchObject({ status: 'ENABLED', url: definition.url });
    expect(at((await account.call('GET', '/v2/webhooks')).body, '_data.length')).toBe(1);
    expect((await account.call('DELETE', `/v2/webhooks/${id}`)).status).toBe(204);
    expect((await account.call('GET', `/v2/webhooks/${id}`)).status).toBe(404);
  });

  it.each([
    ['plain http', { url: 'http://hooks.example/in' }],
    ['no description', { description: '' }],
    ['an unknown event', { enabled_events: ['person.sneezed'] }],
    ['headers of its own without CUSTOM', { custom_headers: { a: 'b' } }],
    ['four headers', { auth_type: 'CUSTOM', custom_headers: { a: '1', b: '2', c: '3', d: '4' } }],
  ])('is refused with %s', async (_case, change) => {
    const json = { ...definition, ...change };
    expect((await openAccount().call('POST', '/v2/webhooks', { json })).status).toBe(422);
  });

  it('delivers ids only, with the token verbatim', async () => {
    const account = openAccount();
    await create(account);
    edit(account);
    const { arrived, send } = receiver([204]);
    expect(await account.deliverWebhooks(send)).toBe(1);
    expect(await account.deliverWebhooks(send)).toBe(0);
    expect(arrived[0]?.headers.get('authorization')).toBe('sesame');
    expect(await arrived[0]?.json()).toEqual({
      company_id: 'SIM_company',
      event_name: 'person.updated',
      occurred_at: '2026-06-01T08:00:00Z',
      payload: { person: { id: '3003' } },
      meta: {},
    });
  });

  it('hears nothing while it is disabled or did not ask', async () => {
    const account = openAccount();
    await create(account, { status: 'DISABLED' });
    await create(account, { enabled_events: ['person.deleted'] });
    edit(account);
    expect(await account.deliverWebhooks(receiver([204]).send)).toBe(0);
  });

  it.each([
    ['a redirect', 302, 1],
    ['a 4xx', 404, 1],
    ['501', 501, 1],
    ['503', 503, 14],
  ])('answered by %s gets as many requests as documented', async (_case, status, requests) => {
    const account = openAccount();
    await create(account);
    edit(account);
    const { arrived, send } = receiver([status]);
    for (let hour = 0; hour <= 100; hour++) {
      await account.deliverWebhooks(send);
      account.passMs(3_600_000);
    }
    expect(arrived).toHaveLength(requests);
  });

  it('tries again within 3 days when the answer is late or lost', async () => {
    const account = openAccount();
    await create(account);
    edit(account);
    const late = receiver([204], () => account.passMs(3001));
    expect(await account.deliverWebhooks(late.send)).toBe(2);
    account.passMs(60_000);
    expect(await account.deliverWebhooks(disconnected)).toBe(2);
    account.passMs(600_000);
    expect(await account.deliverWebhooks(receiver([204]).send)).toBe(1);
  });

  it('can be pinged and tested, tells its activity, and delivers again on demand', async () => {
    const account = openAccount();
    const id = await create(account);
    const { arrived, send } = receiver([204]);
    const ping = await account.call('POST', `/v2/webhooks/${id}/ping`);
    await account.call('POST', `/v2/webhooks/${id}/test-event`, { json: { event_name: 'person.created' } });
    await account.deliverWebhooks(send);
    const json = { event_id: at(ping.body, 'id') };
    await account.call('POST', `/v2/webhooks/${id}/redelivery`, { json });
    await account.deliverWebhooks(send);
    const names = await Promise.all(arrived.map(async (request) => at(await request.json(), 'event_name')));
    expect(names).toEqual(['ping', 'person.created', 'ping']);
    const activity = await account.call('GET', `/v2/webhooks/${id}/activity`);
    expect(at(activity.body, '_data.length')).toBe(3);
    expect(at((await account.call('GET', `/v2/webhooks/${id}/events`)).body, '_data.length')).toBe(3);
    account.passMs(31 * 86_400_000);
    const token = await account.signIn();
    const later = await account.call('GET', `/v2/webhooks/${id}/activity`, { token });
    expect(at(later.body, '_data')).toEqual([]);
  });
});
