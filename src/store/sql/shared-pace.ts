// Buckets that all processes on one database draw from when they call a vendor: one statement a call, by the server's
// own clock. What they hold is worth nothing after a minute.

import { type Kysely, sql } from 'kysely';
import type { Schema } from './schema.ts';

interface SharedPlaces {
  /** Takes a place; resolves with the ms to wait for it. */
  readonly take: (
    name: string,
    figures: { readonly perSecond: number; readonly burst: number },
  ) => Promise<number>;
}

export const sharedOn = (db: Kysely<Schema>): SharedPlaces => ({
  take: async (name, { perSecond, burst }) => {
    const { rows } = await sql<{ tokens: number }>`
      insert into pace as p (name, tokens, at)
      values (${name}, ${burst}::float8 - 1, clock_timestamp())
      on conflict (name) do update set at = greatest(p.at, excluded.at), tokens = least(${burst}::float8, p.tokens +
        greatest(0, extract(epoch from excluded.at - p.at)::float8) * ${perSecond}::float8) - 1
      returning tokens`.execute(db);
    const { tokens } = rows[0] ?? { tokens: 0 };
    return tokens >= 0 ? 0 : Math.ceil((-tokens / perSecond) * 1000);
  },
});
