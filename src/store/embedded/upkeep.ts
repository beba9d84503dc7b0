// What a server does by itself in the background (autovacuum) and an embedded database does not: rows that are gone make
// room, and the planner learns how large tables are. Without that it walks through all links of a company to find one
// (measured: 10 ms instead of 0.1 among 5,700), and a table whose rows come and go grows for ever.

import type { Pool } from 'pg';

/** Between two looks, in uses of the connection; a look costs two milliseconds. */
const usesBetween = 200;

/** Looks now, and now and then while the pool is in use. */
export async function keepUp(pool: Pool): Promise<void> {
  let usesLeft = usesBetween;
  pool.on('release', () => {
    usesLeft -= 1;
    if (usesLeft > 0) return;
    // Not counted while a look lasts: its own uses are no reason for another.
    usesLeft = Number.POSITIVE_INFINITY;
    void lookAfter(pool, changed).finally(() => {
      usesLeft = usesBetween;
    });
  });
  await lookAfter(pool, grown);
}

/** As autovacuum decides it: many rows of this process are gone, or new; a few hundred are not worth it. */
const changed = `pg_stat_get_dead_tuples(c.oid) > 500 + c.reltuples / 5
  or pg_stat_get_mod_since_analyze(c.oid) > 500 + c.reltuples / 2`;

/** What this process changed is counted; what those before it left shows in the size. */
const grown = `pg_relation_size(c.oid) >= (8 + 2 * c.relpages) * 8192`;

/** Never fails: on a full disk, or with a damaged page somewhere, everything else is still there to be asked for. */
async function lookAfter(pool: Pool, due: string): Promise<void> {
  try {
    await pool.query('select pg_stat_force_next_flush()');
    // Tables that PostgreSQL itself brings along have the first numbers.
    const { rows } = await pool.query<{ name: string }>(
      `select c.oid::regclass::text as name from pg_class c
        where c.relkind = 'r' and c.oid >= 16384 and (${due})`,
    );
    for (const { name } of rows) await pool.query(`vacuum (analyze) ${name}`).catch(() => undefined);
  } catch {
    // Whoever asks next is told what is wrong.
  }
}
