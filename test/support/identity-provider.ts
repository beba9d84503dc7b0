// A small provider of OpenID Connect on loopback: authorization code with PKCE, as far as a relying party needs it.

import { createHash, createSign, generateKeyPairSync, randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface IdentityProvider {
  readonly issuer: string;
  /** Whom it vouches for from now on. */
  claims: Readonly<Record<string, unknown>>;
  /** Signs with a key that it does not publish. */
  forges: boolean;
  /** Goes to the provider's page and comes back as a browser would: the address it leads to. */
  readonly enter: (address: string) => Promise<URL>;
  readonly close: () => Promise<void>;
}

interface Begun {
  readonly challenge: string;
  readonly nonce: string;
}

export async function openIdentityProvider(): Promise<IdentityProvider> {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const forger = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const begun = new Map<string, Begun>();
  const provider = { issuer: '', claims: {} as Readonly<Record<string, unknown>>, forges: false };
  const signed = (claims: object): string => {
    const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
    const text = `${part({ alg: 'RS256', typ: 'JWT', kid: 'k1' })}.${part(claims)}`;
    return `${text}.${createSign('RSA-SHA256')
      .update(text)
      .sign(provider.forges ? forger.privateKey : privateKey)
      .toString('base64url')}`;
  };
  const idToken = ({ nonce }: Begun): string => {
    const now = Math.floor(Date.now() / 1000);
    return signed({
      iss: provider.issuer,
      aud: 'tandem',
      sub: 'somebody',
      iat: now,
      exp: now + 60,
      nonce,
      ...provider.claims,
    });
  };
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', provider.issuer);
    const json = (status: number, body: object): void => {
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    };
    if (url.pathname === '/.well-known/openid-configuration')
      return json(200, {
        issuer: provider.issuer,
        authorization_endpoint: `${provider.issuer}/authorize`,
        token_endpoint: `${provider.issuer}/token`,
        jwks_uri: `${provider.issuer}/keys`,
        response_types_supported: ['code'],
        subject_types_supported: ['public'],
        id_token_signing_alg_values_supported: ['RS256'],
      });
    if (url.pathname === '/keys')
      return json(200, {
        keys: [{ ...publicKey.export({ format: 'jwk' }), kid: 'k1', alg: 'RS256', use: 'sig' }],
      });
    if (url.pathname === '/authorize') {
      const code = randomUUID();
      const asked = (name: string): string => url.searchParams.get(name) ?? '';
      begun.set(code, { challenge: asked('code_challenge'), nonce: asked('nonce') });
      const back = new URL(asked('redirect_uri'));
      back.searchParams.set('code', code);
      back.searchParams.set('state', asked('state'));
      return response.writeHead(302, { location: back.href }).end();
    }
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      const given = new URLSearchParams(body);
      const one = begun.get(given.get('code') ?? '');
      begun.delete(given.get('code') ?? '');
      const proof = createHash('sha256')
        .update(given.get('code_verifier') ?? '')
        .digest('base64url');
      if (one === undefined || proof !== one.challenge || given.get('client_secret') !== 'provider-secret')
        return json(400, { error: 'invalid_grant' });
      return json(200, { access_token: 'x', token_type: 'Bearer', expires_in: 60, id_token: idToken(one) });
    });
    return undefined;
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  provider.issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return Object.assign(provider, {
    enter: async (address: string) => {
      const response = await fetch(address, { redirect: 'manual' });
      return new URL(response.headers.get('location') ?? '');
    },
    close: () => new Promise<void>((resolve) => void server.close(() => resolve())),
  });
}
