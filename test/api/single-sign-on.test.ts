// Signing in at the company's own provider (OpenID Connect), with a provider of the test on loopback.

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestDesk, type TestDesk } from '../support/front-desk.ts';
import { type IdentityProvider, openIdentityProvider } from '../support/identity-provider.ts';

let provider: IdentityProvider;
let stage: TestDesk;
beforeAll(async () => {
  provider = await openIdentityProvider();
  stage = await openTestDesk({
    allowPrivateHosts: true,
    environment: {
      TANDEM_OIDC_ISSUER: provider.issuer,
      TANDEM_OIDC_CLIENT_ID: 'tandem',
      TANDEM_OIDC_CLIENT_SECRET: 'provider-secret',
      TANDEM_OIDC_NAME: 'Muster ID',
    },
  });
  await stage.person({ email: 'erika@muster.example' });
  await stage.person({ email: 'otto@muster.example' });
});
afterAll(async () => {
  await stage.close();
  await provider.close();
});

const root = '/session/single-sign-on';
const vouched = { email: 'erika@muster.example', email_verified: true };

/** Leads to the provider and back; `journey` and the address back may be tampered with. */
async function comeBack(next = '/', tamper: { back?: (url: URL) => void; journey?: string } = {}) {
  const begun = await stage.app.inject({ url: `/api/v1${root}?next=${encodeURIComponent(next)}` });
  const journey = begun.cookies.find(({ name }) => name === 'tandem-session-journey');
  const back = await provider.enter(String(begun.headers['location']));
  tamper.back?.(back);
  const ended = await stage.app.inject({
    url: `${back.pathname}${back.search}`,
    cookies: { 'tandem-session-journey': tamper.journey ?? journey?.value ?? '' },
  });
  const session = ended.cookies.find(({ name, value }) => name === 'tandem-session' && value !== '');
  return { journey, to: ended.headers['location'], token: session?.value ?? null };
}

test('the sign-in page learns the provider’s name', async () => {
  const { body } = await stage.stranger.call('GET', '/session');
  expect(body.installation.singleSignOn).toBe('Muster ID');
});

test('somebody with an account here is signed in and led to where they wanted to go', async () => {
  provider.claims = { email: 'Erika@Muster.example', email_verified: true };
  const { journey, to, token } = await comeBack('/integrations/x?tab=1');
  expect(journey).toMatchObject({ httpOnly: true, sameSite: 'Lax' });
  expect(to).toBe('/integrations/x?tab=1');
  const { body } = await stage.stranger.call('GET', '/session', undefined, {
    cookie: `tandem-session=${token ?? ''}`,
  });
  expect(body.person.email).toBe('erika@muster.example');
});

/** Has an account, and was never here by single sign-on. */
const otto = { email: 'otto@muster.example', email_verified: true, sub: 'otto' };

test.each([
  ['somebody without an account here', { ...otto, email: 'stranger@muster.example' }],
  ['an address that the provider does not vouch for', { ...otto, email_verified: false }],
  ['an address that the provider says nothing about', { sub: 'otto', email: otto.email }],
  ['an address that is said to be verified', { ...otto, email_verified: 'true' }],
  ['no address at all', { sub: 'otto', email_verified: true }],
  ['a token for another audience', { ...otto, aud: 'another' }],
  ['a token of another issuer', { ...otto, iss: 'https://elsewhere.example' }],
  ['a token for another sign-in', { ...otto, nonce: 'another' }],
])('%s is not signed in', async (_what, claims) => {
  provider.claims = claims;
  const { to, token } = await comeBack();
  expect([to, token]).toEqual(['/sign-in?problem=single-sign-on', null]);
});

describe('an address belongs to whoever came with it first', () => {
  const franz = { email: 'franz@muster.example', email_verified: true };
  const enter = async (claims: Readonly<Record<string, unknown>>) => {
    provider.claims = claims;
    return (await comeBack()).token !== null;
  };

  test('given to somebody else at the provider, it opens nothing, and the audit log says who was meant', async () => {
    const { person } = await stage.person({ email: franz.email });
    const operator = await stage.person({ operator: true });
    const lock = (disabled: boolean) =>
      operator.call('PUT', `/people/${person.id}`, { operator: false, disabled });
    expect(await enter({ ...franz, sub: 'franz-1' })).toBe(true);
    expect(await enter({ ...franz, sub: 'franz-2' })).toBe(false);
    expect(await enter({ ...franz, sub: 'franz-1' })).toBe(true);
    const { body } = await operator.call('GET', '/audit');
    expect(JSON.stringify(body)).toContain('person.sign-in-refused');

    // Until an operator locks the account of whoever had it, and opens it for the next one.
    await lock(true);
    expect(await enter({ ...franz, sub: 'franz-2' })).toBe(false);
    await lock(false);
    expect(await enter({ ...franz, sub: 'franz-2' })).toBe(true);
    expect(await enter({ ...franz, sub: 'franz-1' })).toBe(false);
  });

  test('who has another address at the provider later on is still the same', async () => {
    await stage.person({ email: 'greta@muster.example' });
    expect(await enter({ email: 'greta@muster.example', email_verified: true, sub: 'greta' })).toBe(true);
    expect(await enter({ email: 'greta.neu@muster.example', email_verified: true, sub: 'greta' })).toBe(true);
  });
});

test('a token that the provider did not sign is nobody’s', async () => {
  provider.claims = vouched;
  provider.forges = true;
  const forged = await comeBack();
  provider.forges = false;
  expect([forged.to, forged.token]).toEqual(['/sign-in?problem=single-sign-on', null]);
  expect(stage.notices.at(-1)).toMatch(/^single sign-on at http:.*: JWT signature verification failed$/);
  expect((await comeBack()).token).not.toBeNull();
});

test('an answer that was not asked for in this browser signs nobody in', async () => {
  provider.claims = vouched;
  const other = await comeBack('/', { journey: '' });
  const forged = await comeBack('/', { back: (url) => url.searchParams.set('state', 'forged') });
  for (const { to, token } of [other, forged])
    expect([to, token]).toEqual(['/sign-in?problem=single-sign-on', null]);
});

test.each([
  '//elsewhere.example',
  'https://elsewhere.example',
  '/\\elsewhere.example',
  'javascript:alert(1)',
])('nobody is led to %s', async (next) => {
  provider.claims = vouched;
  expect((await comeBack(next)).to).toBe('/');
});

test('a journey that took too long signs nobody in', async () => {
  provider.claims = vouched;
  const { token } = await comeBack('/', { back: () => stage.clock.advance(11 * 60_000) });
  expect(token).toBeNull();
});

test('a provider that is not there leads back to the sign-in page, and whoever runs the server learns why', async () => {
  const nowhere = await openTestDesk({
    allowPrivateHosts: true,
    environment: {
      TANDEM_OIDC_ISSUER: 'http://127.0.0.1:1',
      TANDEM_OIDC_CLIENT_ID: 'tandem',
      TANDEM_OIDC_CLIENT_SECRET: 'provider-secret',
      TANDEM_OIDC_NAME: 'Muster ID',
    },
  });
  const { statusCode, headers } = await nowhere.app.inject({ url: `/api/v1${root}` });
  expect([statusCode, headers['location']]).toEqual([302, '/sign-in?problem=single-sign-on']);
  expect(nowhere.notices).toEqual([expect.stringMatching(/^single sign-on at http:\/\/127\.0\.0\.1:1: ./)]);
  await nowhere.close();
});
