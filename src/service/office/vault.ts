// Secrets at rest: each integration has a data key, wrapped by a master key that is never in the database. What is
// sealed is bound to its place, so that a row copied elsewhere does not open. AES-256-GCM throughout.

import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import type { Office, WrappedKey } from './office.ts';

export interface MasterKey {
  /** First 16 hex digits of the key's SHA-256. */
  readonly id: string;
  readonly key: Buffer;
}

/** The keys outside the database, newest first: new data keys are wrapped by the first one. */
export type Keyring = readonly MasterKey[];

export class WrongKey extends Error {
  override readonly name = 'WrongKey';
}

/** Owner of what belongs to no integration. */
export const house = '*';

export interface Vault {
  /** Base64 text that only this place opens again: `place` says owner and purpose. */
  readonly seal: (owner: string, place: string, text: string) => Promise<string>;
  readonly open: (owner: string, place: string, sealed: string) => Promise<string>;
  /** What was sealed for this owner can never be opened again. */
  readonly destroy: (owner: string) => Promise<void>;
  /** Wraps every data key by the newest master key; may be interrupted and begun again. Returns how many it wrapped. */
  readonly rewrap: () => Promise<number>;
}

/**
 * From now on the newest key of this ring is the one in use.
 * @throws WrongKey where a data key is wrapped by a master key that is not on the ring
 */
export async function openVault(office: Office, keyring: Keyring): Promise<Vault> {
  const [newest] = keyring;
  if (newest === undefined) throw new Error('openVault: no master key');
  const masters = new Map(keyring.map((master) => [master.id, master]));
  const dataKeys = new Map<string, Buffer>();
  const unwrap = ({ owner, masterId, wrapped }: WrappedKey): Buffer => {
    const master = masters.get(masterId);
    if (master === undefined)
      throw new WrongKey(
        `the stored credentials were sealed with the master key ${masterId}, which is not among the keys given (${keyring.map(({ id }) => id).join(', ')})`,
      );
    return decrypt(master.key, wrappedPlace(owner), wrapped);
  };
  for (const wrapped of await office.wrappedKeys()) dataKeys.set(wrapped.owner, unwrap(wrapped));
  await office.useMaster(newest.id);

  const wrap = (owner: string, key: Buffer): WrappedKey => ({
    owner,
    masterId: newest.id,
    wrapped: encrypt(newest.key, wrappedPlace(owner), key),
  });
  const keyOf = async (owner: string): Promise<Buffer> => {
    const known = dataKeys.get(owner);
    if (known !== undefined) return known;
    // Another process may have made one meanwhile: the one that is stored counts.
    const kept = await office.addWrappedKey(wrap(owner, randomBytes(32)));
    if (kept === null)
      throw new WrongKey(
        `the master key ${newest.id} is not in use any more: it was changed, or another process brought one of its own. Nothing was stored; start this process again with the file of the master key in use`,
      );
    const key = unwrap(kept);
    dataKeys.set(owner, key);
    return key;
  };
  return {
    seal: async (owner, place, text) =>
      encrypt(await keyOf(owner), placeOf(owner, place), Buffer.from(text, 'utf8')),
    open: async (owner, place, sealed) =>
      decrypt(await keyOf(owner), placeOf(owner, place), sealed).toString('utf8'),
    destroy: async (owner) => {
      await office.removeWrappedKey(owner);
      dataKeys.delete(owner);
    },
    rewrap: async () => {
      let count = 0;
      for (const wrapped of await office.wrappedKeys()) {
        if (wrapped.masterId === newest.id) continue;
        await office.replaceWrappedKey(wrap(wrapped.owner, unwrap(wrapped)));
        count += 1;
      }
      return count;
    },
  };
}

export const masterKey = (key: Buffer): MasterKey => ({
  id: createHash('sha256').update(key).digest('hex').slice(0, 16),
  key,
});

export const newMasterKey = (): MasterKey => masterKey(randomBytes(32));

const placeOf = (owner: string, place: string): string => `tandem secret v1|${owner}|${place}`;
const wrappedPlace = (owner: string): string => `tandem data key v1|${owner}`;

const ivBytes = 12;
const tagBytes = 16;

/** iv, tag and text in one Base64 text. */
function encrypt(key: Buffer, place: string, plain: Buffer): string {
  const iv = randomBytes(ivBytes);
  const cipher = createCipheriv('aes-256-gcm', key, iv);
  cipher.setAAD(Buffer.from(place, 'utf8'));
  const text = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), text]).toString('base64');
}

/** @throws WrongKey where the text was changed or cut off, or sealed for another place or by another key */
function decrypt(key: Buffer, place: string, sealed: string): Buffer {
  const bytes = Buffer.from(sealed, 'base64');
  try {
    // Without its length, Node takes a tag that was cut down to four bytes, which can be guessed.
    const options = { authTagLength: tagBytes };
    const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, ivBytes), options);
    decipher.setAAD(Buffer.from(place, 'utf8'));
    decipher.setAuthTag(bytes.subarray(ivBytes, ivBytes + tagBytes));
    return Buffer.concat([decipher.update(bytes.subarray(ivBytes + tagBytes)), decipher.final()]);
  } catch (error) {
    throw new WrongKey('a stored secret does not open: it was changed, or belongs to another key', {
      cause: error,
    });
  }
}
