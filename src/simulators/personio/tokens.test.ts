import { describe, expect, it } from 'vitest';

import { at, formBody, openAccount, shapeOf } from './testing/account.ts';
import type { Account, CallOptions } from './testing/account.ts';

const good = { grant_type: 'client_credentials', client_id: 'papi-1', client_secret: 'secret-1' };
const ask = (account: Account, form: Record<string, string>) =>
  account.call('POST', '/v2/auth/token', { ...formBody(new URLSearchParams(form)), token: null });

const v1 = (account: Account, options: CallOptions) =>
  account.call('POST', '/v1/auth', { ...options, token: null });

describe('the v2 token', () => {
  it('has the documented form, lasts a day and serves v1 as well', async () => {
    const account = openAccount();
    const reply = await ask(account, good);
    expect(shapeOf(reply.body)).toEqual(
      shapeOf(
        JSON.parse(
          '{"access_token":"papi-x","refresh_token":null,"token_type":"Bearer","expires_in":86400,"scope":"personio:persons:read personio:attendances:write"}',
        ),
      ),
    );
    const token = String(at(reply.body, 'access_token'));
    expect((await account.call('GET', '/v2/absence-types', { token })).status).toBe(200);
    expect((await account.call('GET', '/v1/company/employees', { token })).status).toBe(200);
    account.passMs(86_400_000 - 1);
    expect((await account.call('GET', '/v2/absence-types', { token })).status).toBe(200);
    account.passMs(1);
    expect((await account.call('GET', '/v2/absence-types', { token })).status).toBe(401);
    expect((await account.call('GET', '/v1/company/employees', { token })).status).toBe(403);
  });

  it.each<[string, Record<string, string>, string]>([
    ['a missing grant type', { client_id: 'papi-1', client_secret: 'secret-1' }, 'invalid_request'],
    ['another grant type', { ...good, grant_type: 'password' }, 'unsupported_grant_type'],
    ['a wrong secret', { ...good, client_secret: 'secret-2' }, 'invalid_client'],
    ['an unknown client', { ...good, client_id: 'papi-2' }, 'invalid_client'],
    ['a scope that does not exist', { ...good, scope: 'personio:nothing:read' }, 'invalid_scope'],
    ['a scope that was not granted', { ...good, scope: 'personio:persons:write' }, 'invalid_scope'],
  ])('is refused with a flat 400 for %s', async (_case, form, error) => {
    const reply = await ask(openAccount(), form);
    expect(reply.status).toBe(400);
    expect(reply.headers.get('content-type')).toBe('application/problem+json');
    expect(reply.body).toMatchObject({
      timestamp: expect.any(String),
      trace_id: expect.any(String),
      error,
      error_description: expect.any(String),
      meta: {},
    });
  });

  it('names what is missing, and the grant type it does not take', async () => {
    const account = openAccount();
    const missing = await ask(account, { client_id: 'papi-1', client_secret: 'secret-1' });
    expect(at(missing.body, 'meta.missing_parameters')).toEqual(['grant_type']);
    const other = await ask(account, { ...good, grant_type: 'password' });
    expect(at(other.body, 'meta.grant_type')).toBe('password');
  });

  it('is asked for by form only', async () => {
    const reply = await openAccount().call('POST', '/v2/auth/token', { json: good, token: null });
    expect(reply.status).toBe(400);
    expect(at(reply.body, 'error')).toBe('invalid_request');
    expect(at(reply.body, 'type')).toContain('invalid_request_content_type');
  });

  it('can be limited to some scopes', async () => {
    const account = openAccount();
    const token = await account.signIn('personio:absences:read');
    expect((await account.call('GET', '/v2/absence-periods', { token })).status).toBe(200);
    expect((await account.call('POST', '/v2/absence-periods', { token, json: {} })).status).toBe(403);
    expect((await account.call('GET', '/v2/persons', { token })).status).toBe(401);
  });

  it('dies when it is revoked', async () => {
    const account = openAccount();
    const token = await account.signIn();
    const form = formBody(new URLSearchParams({ token }));
    const revoked = await account.call('POST', '/v2/auth/revoke', { ...form, token: null });
    expect([revoked.status, revoked.body]).toEqual([200, '']);
    expect((await account.call('GET', '/v2/absence-types', { token })).status).toBe(401);
    const without = formBody(new URLSearchParams());
    expect((await account.call('POST', '/v2/auth/revoke', { ...without, token: null })).status).toBe(400);
  });

  it('dies with a disabled credential and lives again with it', async () => {
    const account = openAccount();
    await account.call('GET', '/v2/absence-types');
    account.people.disableCredential('papi-1');
    expect((await account.call('GET', '/v2/absence-types')).status).toBe(401);
    expect((await ask(account, good)).status).toBe(400);
    account.people.enableCredential('papi-1');
    expect((await account.call('GET', '/v2/absence-types')).status).toBe(200);
  });
});

describe('the v1 token', () => {
  it('is the same for the same credentials, by JSON and by form, and is no good for v2', async () => {
    const account = openAccount();
    const json = await v1(account, { json: { client_id: 'papi-1', client_secret: 'secret-1' } });
    const form = await v1(account, formBody(new URLSearchParams(good)));
    expect(json.body).toEqual({
      success: true,
      data: {
        token: at(form.body, 'data.token'),
        expires_in: 86_400,
        scope: expect.stringContaining('employees:read'),
      },
    });
    const token = String(at(json.body, 'data.token'));
    expect(json.headers.get('authorization')).toBe(`Bearer ${token}`);
    expect((await account.call('GET', '/v1/company/employees', { token })).status).toBe(200);
    expect((await account.call('GET', '/v2/persons', { token })).status).toBe(401);
  });

  it('is missing with 401 and wrong with 403', async () => {
    const account = openAccount();
    const missing = await account.call('GET', '/v1/company/employees', { token: null });
    expect([missing.status, missing.body]).toEqual([
      401,
      { success: false, error: { code: 401, message: 'Authorization is not provided' } },
    ]);
    const wrong = await account.call('GET', '/v1/company/employees', { token: 'no' });
    expect([wrong.status, wrong.body]).toEqual([
      403,
      { success: false, error: { code: 403, message: 'Provided authorization is not valid' } },
    ]);
  });
});

describe('a missing right', () => {
  it.each([
    ['attendances', '/v2/attendance-periods', 403],
    ['employees', '/v2/persons', 401],
    ['absences', '/v2/absence-types', 403],
    ['webhooks', '/v2/webhooks', 403],
    ['projects', '/v2/projects', 403],
    ['employees', '/v1/company/employees', 403],
  ] as const)('to %s shows at %s as %i', async (area, path, status) => {
    const account = openAccount();
    expect((await account.call('GET', path)).status).toBe(200);
    account.people.setRights('papi-1', { [area]: 'none' });
    expect((await account.call('GET', path)).status).toBe(status);
  });

  it('to reports shows as 400, as no credential here has it', async () => {
    const reply = await openAccount().call('GET', '/v2/reports');
    expect([reply.status, at(reply.body, 'error.message')]).toEqual([400, 'Unauthorized token']);
  });

  it('to write leaves reading alone', async () => {
    const account = openAccount();
    account.people.setRights('papi-1', { attendances: 'read' });
    expect((await account.call('GET', '/v2/attendance-periods')).status).toBe(200);
    expect((await account.call('POST', '/v2/attendance-periods', { json: {} })).status).toBe(403);
  });
});
