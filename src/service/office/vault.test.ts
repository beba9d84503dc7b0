// Secrets at rest, on a real database: what is sealed opens in its own place with its own key, and nowhere else.

import { rmSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { tempFolder } from '../../../test/support/stores.ts';
import { type Database, openEmbeddedDatabase } from '../../store/database.ts';
import { openOffice } from '../../store/sql/office.ts';
import type { Office } from './office.ts';
import { newMasterKey, openVault, type Vault, WrongKey } from './vault.ts';

const folder = tempFolder();
let database: Database;
let office: Office;
beforeAll(async () => {
  database = await openEmbeddedDatabase(join(folder, 'db'));
  office = openOffice(database.sql);
});
afterAll(async () => {
  await database.close();
  rmSync(folder, { recursive: true, force: true });
});

const old = newMasterKey();
const fresh = newMasterKey();
let vault: Vault;
beforeEach(async () => {
  await database.sql.deleteFrom('data_key').execute();
  vault = await openVault(office, [old]);
});

const word = fc.string({ minLength: 1, maxLength: 20, unit: 'grapheme' });
const secret = fc.string({ maxLength: 80, unit: 'grapheme' });

test('whatever is sealed opens in its place, in this vault and in the next one', async () => {
  const next = await vault.seal('owner', 'place', '').then(() => openVault(office, [old]));
  await fc.assert(
    fc.asyncProperty(word, secret, async (place, text) => {
      const sealed = await vault.seal('owner', place, text);
      expect(await vault.open('owner', place, sealed)).toBe(text);
      expect(await next.open('owner', place, sealed)).toBe(text);
      // Sealed twice, it looks different: nobody sees that two secrets are the same.
      expect(await vault.seal('owner', place, text)).not.toBe(sealed);
    }),
  );
});

test('in another place nothing opens', async () => {
  await fc.assert(
    fc.asyncProperty(word, word, secret, async (place, other, text) => {
      fc.pre(place !== other);
      const sealed = await vault.seal('owner', place, text);
      await expect(vault.open('owner', other, sealed)).rejects.toThrow(WrongKey);
    }),
  );
});

test('for another owner nothing opens, not even where the row of the key was copied', async () => {
  const sealed = await vault.seal('one', 'place', 'secret');
  await vault.seal('other', 'place', 'secret');
  await expect(vault.open('other', 'place', sealed)).rejects.toThrow(WrongKey);
  const [key] = (await office.wrappedKeys()).filter(({ owner }) => owner === 'one');
  await office.replaceWrappedKey({ owner: 'other', masterId: old.id, wrapped: key?.wrapped ?? '' });
  await expect(openVault(office, [old])).rejects.toThrow(WrongKey);
});

test('with one byte changed, or with its end cut off, nothing opens', async () => {
  await fc.assert(
    fc.asyncProperty(secret, fc.nat(), fc.integer({ min: 1, max: 255 }), async (text, at, by) => {
      const bytes = Buffer.from(await vault.seal('owner', 'place', text), 'base64');
      const index = at % bytes.length;
      const changed = Buffer.from(bytes);
      changed[index] = (bytes[index] ?? 0) ^ by;
      const cut = bytes.subarray(0, index);
      for (const wrong of [changed, cut])
        await expect(vault.open('owner', 'place', wrong.toString('base64'))).rejects.toThrow(WrongKey);
    }),
  );
});

test('with a wrong master key the vault does not open at all, and says which key is missing', async () => {
  await vault.seal('owner', 'place', 'secret');
  const opening = openVault(office, [fresh]);
  await expect(opening).rejects.toThrow(WrongKey);
  await expect(opening).rejects.toThrow(old.id);
});

test('no key lies in the database, only keys that the master key wrapped', async () => {
  await vault.seal('owner', 'place', 'secret');
  const [row] = await office.wrappedKeys();
  expect(row).toMatchObject({ owner: 'owner', masterId: old.id });
  expect(JSON.stringify(row)).not.toContain(old.key.toString('base64'));
});

test('a new master key may be interrupted half-way and begun again, and nothing is lost meanwhile', async () => {
  const owners = ['a', 'b', 'c', 'd'];
  const sealed = new Map<string, string>();
  for (const owner of owners) sealed.set(owner, await vault.seal(owner, 'place', `of ${owner}`));
  const everythingOpens = async (keyring: Parameters<typeof openVault>[1]) => {
    const opened = await openVault(office, keyring);
    for (const [owner, text] of sealed) expect(await opened.open(owner, 'place', text)).toBe(`of ${owner}`);
  };

  let replaced = 0;
  const interrupted: Office = {
    ...office,
    replaceWrappedKey: async (key) => {
      if (replaced === 1) throw new Error('the power went');
      replaced += 1;
      await office.replaceWrappedKey(key);
    },
  };
  await expect((await openVault(interrupted, [fresh, old])).rewrap()).rejects.toThrow('the power went');
  const masters = (await office.wrappedKeys()).map(({ masterId }) => masterId);
  expect(masters.filter((id) => id === fresh.id)).toHaveLength(1);
  await everythingOpens([fresh, old]);
  await everythingOpens([old, fresh]);
  await expect(openVault(office, [fresh])).rejects.toThrow(WrongKey);

  expect(await (await openVault(office, [fresh, old])).rewrap()).toBe(owners.length - 1);
  expect(await (await openVault(office, [fresh, old])).rewrap()).toBe(0);
  await everythingOpens([fresh]);
  await expect(openVault(office, [old])).rejects.toThrow(WrongKey);
});

test('what was destroyed never opens again, and what belongs to others does', async () => {
  const gone = await vault.seal('gone', 'place', 'secret');
  const kept = await vault.seal('kept', 'place', 'secret');
  await vault.destroy('gone');
  await expect(vault.open('gone', 'place', gone)).rejects.toThrow(WrongKey);
  await expect((await openVault(office, [old])).open('gone', 'place', gone)).rejects.toThrow(WrongKey);
  expect(await vault.open('kept', 'place', kept)).toBe('secret');
});

test('two processes that make the same owner’s key at once agree on one', async () => {
  const other = await openVault(office, [old]);
  for (const owner of ['a', 'b', 'c', 'd', 'e']) {
    const [ours, theirs] = await Promise.all([
      vault.seal(owner, 'place', 'ours'),
      other.seal(owner, 'place', 'theirs'),
    ]);
    expect(await vault.open(owner, 'place', theirs)).toBe('theirs');
    expect(await other.open(owner, 'place', ours)).toBe('ours');
  }
  expect(await office.wrappedKeys()).toHaveLength(5);
});

test('whoever still has the master key from before in hand seals for nobody new, and reads what it knows', async () => {
  const sealed = await vault.seal('known', 'place', 'secret');
  await (await openVault(office, [fresh, old])).rewrap();
  await expect(vault.seal('newcomer', 'place', 'secret')).rejects.toThrow(/not in use any more/);
  expect((await office.wrappedKeys()).map(({ owner }) => owner)).toEqual(['known']);
  expect(await vault.open('known', 'place', sealed)).toBe('secret');
});

test('a new master key and new owners at once: every data key opens with the new one', async () => {
  const owners = Array.from({ length: 20 }, (_, index) => `owner ${index}`);
  const sealing = Promise.allSettled(owners.map((owner) => vault.seal(owner, 'place', owner)));
  await (await openVault(office, [fresh, old])).rewrap();
  await sealing;
  expect((await office.wrappedKeys()).filter(({ masterId }) => masterId !== fresh.id)).toEqual([]);
});

test('before anything was sealed, the process that came last says which master key is in use', async () => {
  const other = await openVault(office, [fresh]);
  await expect(vault.seal('owner', 'place', 'secret')).rejects.toThrow(WrongKey);
  expect(await other.open('owner', 'place', await other.seal('owner', 'place', 'secret'))).toBe('secret');
});
