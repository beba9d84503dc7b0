// Whether somebody holds an integration's lease, as others see it: in this process, or in another on the same server.

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Database, openServerDatabase } from '../../src/store/database.ts';
import { type TestStore, embeddedStore, serverStore } from '../support/stores.ts';

describe.each([
  ['embedded', embeddedStore],
  ['on a server', serverStore],
] as const)('%s', (_kind, open) => {
  let store: TestStore & { readonly database: Database; readonly url?: string };
  let elsewhere: Database;
  beforeAll(async () => {
    store = await open();
    elsewhere = store.url === undefined ? store.database : await openServerDatabase(store.url);
  });
  afterAll(async () => {
    if (elsewhere !== store.database) await elsewhere.close();
    await store.close();
  });

  test('it is held while somebody works, and by nobody before and after', async () => {
    // An id whose lock has the highest bit set, and one without.
    for (const id of ['one', 'two', 'three', 'four', 'api.timetac.com/muster']) {
      const archive = await store.fresh(id);
      expect([await store.database.leases.isHeld(id), await elsewhere.leases.isHeld(id)]).toEqual([
        false,
        false,
      ]);
      const lease = await archive.openLease('somebody');
      expect([await store.database.leases.isHeld(id), await elsewhere.leases.isHeld(id)]).toEqual([
        true,
        true,
      ]);
      expect(await elsewhere.leases.isHeld(`${id} beside`)).toBe(false);
      await lease?.release();
      expect([await store.database.leases.isHeld(id), await elsewhere.leases.isHeld(id)]).toEqual([
        false,
        false,
      ]);
    }
  });
});
