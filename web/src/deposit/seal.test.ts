import { webcrypto } from 'node:crypto';
import { expect, test } from 'vitest';
import type { DepositKey, Sealed } from './seal.ts';
import { INFO, seal } from './seal.ts';

const { subtle } = webcrypto;
const curve = { name: 'ECDH', namedCurve: 'P-256' } as const;
const bytes = (base64: string): Buffer<ArrayBuffer> => Buffer.from(base64, 'base64');

/** What the server does, written a second time. */
async function open(sealed: Sealed, privateKey: webcrypto.CryptoKey, token: string): Promise<unknown> {
  const theirs = await subtle.importKey('jwk', sealed.publicKey, curve, false, []);
  const shared = await subtle.deriveBits({ name: 'ECDH', public: theirs }, privateKey, 256);
  const material = await subtle.importKey('raw', shared, 'HKDF', false, ['deriveKey']);
  const key = await subtle.deriveKey(
    { name: 'HKDF', hash: 'SHA-256', salt: bytes(sealed.salt), info: Buffer.from(INFO) },
    material,
    { name: 'AES-GCM', length: 256 },
    false,
    ['decrypt'],
  );
  const plain = await subtle.decrypt(
    { name: 'AES-GCM', iv: bytes(sealed.iv), additionalData: Buffer.from(token) },
    key,
    bytes(sealed.text),
  );
  return JSON.parse(Buffer.from(plain).toString('utf8'));
}

async function pair(): Promise<{ key: DepositKey; privateKey: webcrypto.CryptoKey }> {
  const made = await subtle.generateKey(curve, true, ['deriveBits']);
  const { x = '', y = '' } = await subtle.exportKey('jwk', made.publicKey);
  return { key: { kty: 'EC', crv: 'P-256', x, y }, privateKey: made.privateKey };
}

const credentials = { clientId: 'papi-1', clientSecret: 'geheim ü “x”' };

test('what is sealed in the browser is what the server opens', async () => {
  const { key, privateKey } = await pair();
  const sealed = await seal(credentials, key, 'token-1');
  expect(await open(sealed, privateKey, 'token-1')).toEqual(credentials);
  expect(JSON.stringify(sealed)).not.toContain('papi-1');
});

test('a text sealed for one link opens with no other', async () => {
  const { key, privateKey } = await pair();
  const sealed = await seal(credentials, key, 'token-1');
  await expect(open(sealed, privateKey, 'token-2')).rejects.toThrow();
});

test('nobody else’s key opens it, and no two texts are alike', async () => {
  const { key } = await pair();
  const other = await pair();
  const [one, two] = await Promise.all([seal(credentials, key, 't'), seal(credentials, key, 't')]);
  await expect(open(one, other.privateKey, 't')).rejects.toThrow();
  expect(one.text).not.toBe(two.text);
  expect(one.publicKey.x).not.toBe(two.publicKey.x);
});
