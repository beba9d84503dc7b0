// What both homes of the database read alike.

import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { embeddedStore } from '../../test/support/stores.ts';

test('a whole number beyond what JavaScript holds is a fault, not another number; statements are planned for today', async () => {
  const { database, close } = await embeddedStore();
  try {
    const most = await sql`select ${'9007199254740991'}::int8 as big`.execute(database.sql);
    expect(most.rows).toEqual([{ big: 9007199254740991 }]);
    const beyond = sql`select ${'9007199254740993'}::int8 as big`.execute(database.sql);
    await expect(beyond).rejects.toThrow(/no safe integer/);
    const plans = await sql`select current_setting('plan_cache_mode') as plans`.execute(database.sql);
    expect(plans.rows).toEqual([{ plans: 'force_custom_plan' }]);
  } finally {
    await close();
  }
});
