// Encrypts credentials so that only the server can read them: ECDH on P-256 with a key pair made for this one time,
// HKDF-SHA-256, AES-256-GCM. The link's token is bound to it, so that the text fits this link and no other.

import type { Answer, Args } from '../api/types.ts';

export type DepositKey = Answer<'lookAtDeposit'>['publicKey'];
export type Sealed = Args<'deposit'>['body']['sealed'];

export interface Credentials {
  readonly clientId: string;
  readonly clientSecret: string;
}

const CURVE = { name: 'ECDH', namedCurve: 'P-256' } as const;
export const INFO = 'tandem deposit v1';

/** Browsers encrypt on secure pages only: https, or this very machine. */
export function canSeal(): boolean {
  return (globalThis.crypto as Partial<Crypto> | undefined)?.subtle !== undefined;
}

export async function seal(credentials: Credentials, forKey: DepositKey, token: string): Promise<Sealed> {
  const { subtle } = crypto;
  const text = new TextEncoder();
  const theirs = await subtle.importKey('jwk', forKey, CURVE, false, []);
  const ours = await subtle.generateKey(CURVE, true, ['deriveBits']);
  const shared = await subtle.deriveBits({ name: 'ECDH', public: theirs }, ours.privateKey, 256);
  const material = await subtle.importKey('raw', shared, 'HKDF', false, ['deriveKey']);
  const salt = crypto.getRandomValues(new Uint8Array(16));
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const key = await subtle.deriveKey(
    { name: 'HKDF', hash: 'SHA-256', salt, info: text.encode(INFO) },
    material,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt'],
  );
  const { clientId, clientSecret } = credentials;
  const sealed = await subtle.encrypt(
    { name: 'AES-GCM', iv, additionalData: text.encode(token) },
    key,
    text.encode(JSON.stringify({ clientId, clientSecret })),
  );
  const { x = '', y = '' } = await subtle.exportKey('jwk', ours.publicKey);
  return {
    publicKey: { kty: 'EC', crv: 'P-256', x, y },
    salt: base64(salt),
    iv: base64(iv),
    text: base64(new Uint8Array(sealed)),
  };
}

function base64(bytes: Uint8Array): string {
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}
