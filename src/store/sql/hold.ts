// Locks of a server that a command holds for as long as it lasts; they are free the moment its connection breaks. The
// holder of an embedded database's folder is alone, and needs none.

import { type RawBuilder, sql } from 'kysely';
import type { Database } from '../database.ts';
import { mayPause } from '../server-connection.ts';

/**
 * @param names a query with one column, `name`
 * @returns how to let go of all of them; null while somebody else has one
 */
export async function holdLocks(
  database: Database,
  names: RawBuilder<unknown>,
): Promise<(() => Promise<void>) | null> {
  if (database.kind === 'embedded') return () => Promise.resolve();
  const trx = await database.sql.startTransaction().execute();
  const letGo = (): Promise<void> => trx.rollback().execute();
  try {
    // Otherwise the server lets go of them after a minute, and what they are held for may take longer.
    await sql.raw(mayPause).execute(trx);
    const { rows } = await sql<{ held: boolean }>`
      select pg_try_advisory_xact_lock(hashtextextended(name, 7)) as held from (${names}) as lock`.execute(
      trx,
    );
    if (rows.every(({ held }) => held)) return letGo;
  } catch (error) {
    await letGo();
    throw error;
  }
  await letGo();
  return null;
}
