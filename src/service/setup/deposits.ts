// The deposit link: somebody hands credentials over who has no account here. What they type is encrypted in their
// browser for this server (ECDH P-256, HKDF-SHA-256, AES-256-GCM). Looking at the link consumes nothing, because mail
// scanners follow links; only the deposit itself does, and only one of many at once succeeds.

import { webcrypto } from 'node:crypto';
import type { Side } from '../../engine/ports.ts';
import type { CheckLine } from '../check-lines.ts';
import type { Actor, FrontDesk } from '../front-desk.ts';
import type { DepositLink, Language, Setup } from '../office/office.ts';
import { Problem } from '../problem.ts';
import { hashToken } from '../session/secrets.ts';
import { countTries, triesPerAddress } from '../session/tries.ts';
import { noteOf, readSetup } from './change.ts';
import { keepUntried, setCredentials } from './credentials.ts';
import { credentialOf, draftOf, type Keys, noKeys, originOf } from './settings-of.ts';

export interface PublicKey {
  readonly kty: 'EC';
  readonly crv: 'P-256';
  readonly x: string;
  readonly y: string;
}

export interface SealedDeposit {
  readonly publicKey: PublicKey;
  readonly salt: string;
  readonly iv: string;
  readonly text: string;
}

const curve = { name: 'ECDH', namedCurve: 'P-256' } as const;
const keyPlace = (id: string): string => `deposit ${id}`;

export async function createDepositLink(
  desk: FrontDesk,
  actor: Actor,
  setupId: string,
  given: { readonly side: Side; readonly hours: number; readonly language: Language },
): Promise<{ readonly id: string; readonly link: string; readonly expiresAt: number }> {
  const setup = await readSetup(desk, setupId);
  if (setup.origin === 'file') throw new Problem('read-only');
  mustBeAskable(desk, setup, given.side);
  const id = desk.newId();
  const token = desk.newToken();
  const pair = await webcrypto.subtle.generateKey(curve, true, ['deriveBits']);
  const privateKey = JSON.stringify(await webcrypto.subtle.exportKey('jwk', pair.privateKey));
  const createdAt = desk.now();
  const expiresAt = createdAt + given.hours * 3_600_000;
  await desk.office.commit({
    putDeposit: {
      id,
      hash: hashToken(token),
      setupId,
      side: given.side,
      origin: originOf(setup.form, given.side),
      language: given.language,
      publicKey: JSON.stringify(await webcrypto.subtle.exportKey('jwk', pair.publicKey)),
      sealedKey: await desk.vault.seal(setupId, keyPlace(id), privateKey),
      createdBy: actor.person.name,
      createdAt,
      expiresAt,
      usedAt: null,
      withdrawnAt: null,
    },
    note: noteOf(desk, actor, setupId, 'deposit.created', { side: given.side }),
  });
  return { id, link: `${desk.installation.publicUrl}/deposit#${token}`, expiresAt };
}

/** What is handed over is tried at once, so the account has to be named before. */
function mustBeAskable(desk: FrontDesk, setup: Setup, side: Side): void {
  draftOf(desk, setup.form, { personio: noKeys, timetac: noKeys }, [side]);
}

export async function withdrawDepositLink(
  desk: FrontDesk,
  actor: Actor,
  setupId: string,
  id: string,
): Promise<void> {
  const link = (await desk.office.deposits(setupId)).find((one) => one.id === id);
  if (link === undefined) throw new Problem('not-found');
  await desk.office.commit({
    putDeposit: { ...link, withdrawnAt: desk.now() },
    note: noteOf(desk, actor, setupId, 'deposit.withdrawn', { side: link.side }),
  });
}

/** Whoever hands over was told one address; nothing of theirs goes to another that was typed since. */
export const isForOtherAddress = ({ side, origin }: DepositLink, { form }: Setup): boolean =>
  originOf(form, side) !== origin;

/** @throws Problem `link-worthless` */
export async function lookAtDeposit(
  desk: FrontDesk,
  token: string,
  address: string,
): Promise<{ readonly link: DepositLink; readonly setup: Setup; readonly publicKey: PublicKey }> {
  await countTries(desk, [[`deposit ${address}`, triesPerAddress]]);
  const link = await desk.office.deposit(hashToken(token));
  const isOpen =
    link !== null && link.usedAt === null && link.withdrawnAt === null && link.expiresAt > desk.now();
  if (!isOpen) throw new Problem('link-worthless');
  const setup = await readSetup(desk, link.setupId);
  if (isForOtherAddress(link, setup)) throw new Problem('link-worthless');
  const { kty, crv, x, y } = JSON.parse(link.publicKey) as PublicKey;
  return { link, setup, publicKey: { kty, crv, x, y } };
}

/** Uses the link up, keeps what was handed over, and asks the vendor whether it works. */
export async function takeDeposit(
  desk: FrontDesk,
  token: string,
  sealed: SealedDeposit,
  address: string,
): Promise<{ readonly works: boolean; readonly lines: readonly CheckLine[] }> {
  const { link, setup } = await lookAtDeposit(desk, token, address);
  // What does not open uses nothing up: a broken page may be loaded anew.
  const keys = await opened(desk, link, token, sealed);
  mustBeAskable(desk, setup, link.side);
  if (!(await desk.office.useDeposit(link.hash, desk.now()))) throw new Problem('link-worthless');
  const depositor = { name: `${link.createdBy} (link)` };
  // Nothing that works is dropped for something that does not.
  const before = await credentialOf(desk, setup, link.side);
  const keepAnyway = before?.works !== true;
  // The link is used up, and asking takes its time: whatever happens meanwhile, what was handed over is here.
  if (keepAnyway) await keepUntried(desk, depositor, setup, link.side, keys);
  const { works, lines } = await setCredentials(desk, depositor, link.setupId, link.side, keys, keepAnyway);
  return { works, lines };
}

async function opened(
  desk: FrontDesk,
  link: DepositLink,
  token: string,
  sealed: SealedDeposit,
): Promise<Keys> {
  const own = JSON.parse(
    await desk.vault.open(link.setupId, keyPlace(link.id), link.sealedKey),
  ) as JsonWebKey;
  try {
    const keys = JSON.parse(await decrypted(own, token, sealed)) as Partial<Keys>;
    const { clientId, clientSecret } = keys;
    if (typeof clientId !== 'string' || typeof clientSecret !== 'string') throw new Problem('cannot-open');
    if (clientId.trim() === '' || clientSecret.trim() === '') throw new Problem('cannot-open');
    return { clientId: clientId.trim().slice(0, 500), clientSecret: clientSecret.trim().slice(0, 2000) };
  } catch (error) {
    if (error instanceof Problem) throw error;
    throw new Problem('cannot-open');
  }
}

/** The other half of what the page does (web/src/deposit). */
async function decrypted(privateKey: JsonWebKey, token: string, sealed: SealedDeposit): Promise<string> {
  const { subtle } = webcrypto;
  const own = await subtle.importKey('jwk', privateKey, curve, false, ['deriveBits']);
  const theirs = await subtle.importKey('jwk', sealed.publicKey, curve, false, []);
  const shared = await subtle.deriveBits({ name: 'ECDH', public: theirs }, own, 256);
  const material = await subtle.importKey('raw', shared, 'HKDF', false, ['deriveKey']);
  const key = await subtle.deriveKey(
    {
      name: 'HKDF',
      hash: 'SHA-256',
      salt: Buffer.from(sealed.salt, 'base64'),
      info: Buffer.from('tandem deposit v1'),
    },
    material,
    { name: 'AES-GCM', length: 256 },
    false,
    ['decrypt'],
  );
  const plain = await subtle.decrypt(
    { name: 'AES-GCM', iv: Buffer.from(sealed.iv, 'base64'), additionalData: Buffer.from(token) },
    key,
    Buffer.from(sealed.text, 'base64'),
  );
  return Buffer.from(plain).toString('utf8');
}
