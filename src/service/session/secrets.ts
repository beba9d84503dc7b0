// Passwords and tokens: slow hashes for what people choose, fast ones for what we draw ourselves.

import { createHash, timingSafeEqual } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';

/** argon2id with 19 MiB, two passes, one lane: OWASP's first choice for interactive sign-in. */
const options = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

export const hashPassword = (password: string): Promise<string> => hash(password, options);

/** Takes as long for somebody who does not exist as for a wrong password. */
export async function isPassword(stored: string | null, password: string): Promise<boolean> {
  const against = stored ?? (await nobody());
  const right = await verify(against, password);
  return stored !== null && right;
}

let ofNobody: Promise<string> | null = null;
const nobody = (): Promise<string> => (ofNobody ??= hashPassword('nobody has this password'));

/** A token that we drew (256 bits) needs no salt and no slowness. */
export const hashToken = (token: string): string => createHash('sha256').update(token).digest('hex');

export function isSameHash(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}

/** An address as a name to sign in with. */
export const foldedEmail = (email: string): string => email.normalize('NFC').trim().toLowerCase();
