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
    const { rows } = await sql<{ drawn: number }>`
      insert into pace as p (name, drawn, at)
      values (${name}, 1, clock_timestamp())
      on conflict (name) do update set at = greatest(p.at, excluded.at), drawn = 1 + greatest(0, p.drawn -
        greatest(0, extract(epoch from excluded.at - p.at)::float8) * ${perSecond}::float8)
      returning drawn`.execute(db);
    const { drawn } = rows[0] ?? { drawn: 0 };
    return Math.max(0, Math.ceil(((drawn - burst) / perSecond) * 1000));
  },
});
