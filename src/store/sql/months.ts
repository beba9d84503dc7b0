// Comparisons of months, the newest of each month.

import { type Kysely, sql } from 'kysely';
import type { Office } from '../../service/office/office.ts';
import type { Schema } from './schema.ts';
import { jsonbText } from './storable.ts';

export function months(db: Kysely<Schema>): Pick<Office, 'storedMonth' | 'putMonth'> {
  return {
    storedMonth: async (archiveId, month) => {
      const row = await db
        .selectFrom('month_check')
        .select(['month', 'body'])
        .where('integration_id', '=', archiveId)
        .where('month', '=', month)
        .executeTakeFirst();
      return row ?? null;
    },
    putMonth: async (archiveId, { month, body }) => {
      await sql`insert into month_check (integration_id, month, body)
        values (${archiveId}, ${month}, ${jsonbText(body)}::jsonb)
        on conflict (integration_id, month) do update set body = excluded.body`.execute(db);
    },
  };
}
