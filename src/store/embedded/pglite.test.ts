// The fsync of the embedded store leans on PGlite's internals: a new version that forgets it would lose acknowledged
// writes on power loss, and nothing else would show it. So the syncs are counted.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openEmbedded } from './pglite.ts';

test('every commit reaches the disk before it is acknowledged, a read does not', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'tandem-pglite-'));
  let syncs = 0;
  const syncsOf = async (work: () => Promise<unknown>): Promise<number> => {
    const before = syncs;
    await work();
    return syncs - before;
  };
  try {
    const database = await openEmbedded(join(folder, 'db'), () => syncs++);
    await database.exec('create table note (id int primary key, text text, big int8)');
    for (const id of [1, 2, 3]) {
      const counted = await syncsOf(() =>
        database.query('insert into note values ($1, $2, 9007199254740991)', [id, 'kept']),
      );
      expect(counted, `commit ${id}`).toBeGreaterThanOrEqual(1);
    }
    const many = await syncsOf(() =>
      database.transaction(async (transaction) => {
        for (let id = 10; id < 30; id++)
          await transaction.query('insert into note values ($1, $2, 1)', [id, 'together']);
      }),
    );
    expect(many).toBeGreaterThanOrEqual(1);
    expect(many).toBeLessThan(20);
    const { rows } = await database.query<{ big: unknown }>('select big from note where id = 1');
    expect(rows).toEqual([{ big: 9007199254740991 }]);
    expect(await syncsOf(() => database.query('select count(*) from note'))).toBe(0);
    const { rows: settings } = await database.query("select current_setting('fsync') as fsync");
    expect(settings).toEqual([{ fsync: 'on' }]);
    await database.close();

    const reopened = await openEmbedded(join(folder, 'db'));
    const kept = await reopened.query<{ count: number }>('select count(*) from note');
    expect(kept.rows).toEqual([{ count: 23 }]);
    await reopened.close();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
