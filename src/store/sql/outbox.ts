// The outbox in SQL: mails that are owed, and what became of them.

import { type Kysely, sql } from 'kysely';
import type { Office } from '../../service/office/office.ts';
import { changesOf } from './changes.ts';
import { toMailRecord } from './mail-rows.ts';
import type { Schema } from './schema.ts';

type Outbox = Pick<
  Office,
  | 'oweMails'
  | 'mails'
  | 'mail'
  | 'digestBefore'
  | 'hasDueMails'
  | 'claimMails'
  | 'countDueMails'
  | 'settleMail'
>;

export function outbox(db: Kysely<Schema>): Outbox {
  return {
    oweMails: (archiveId, mails, firstTryAt) =>
      db.transaction().execute(async (trx) => {
        for (const change of changesOf({ putMails: mails })) await change(trx, archiveId);
        if (firstTryAt === undefined) return;
        await trx
          .updateTable('mail')
          .set({ next_try_at: firstTryAt })
          .where('integration_id', '=', archiveId)
          .where(sql<boolean>`id = any(${mails.map(({ id }) => id)}::text[])`)
          .where('tries', '=', 0)
          .execute();
      }),
    mails: async (archiveId, limit) => {
      const rows = await db
        .selectFrom('mail')
        .selectAll()
        .where('integration_id', '=', archiveId)
        .orderBy('created_at', 'desc')
        .orderBy('id')
        .limit(limit)
        .execute();
      return rows.map(toMailRecord);
    },
    mail: async (archiveId, id) => {
      const row = await db
        .selectFrom('mail')
        .selectAll()
        .where('integration_id', '=', archiveId)
        .where('id', '=', id)
        .executeTakeFirst();
      return row === undefined ? null : toMailRecord(row);
    },
    digestBefore: async (archiveId, { to, createdAt }) => {
      const { rows } = await sql<{ at: number | null }>`select max(created_at) as at from mail
        where integration_id = ${archiveId} and kind = 'digest' and recipient = ${to}
        and created_at < ${createdAt}`.execute(db);
      return rows[0]?.at ?? null;
    },
    hasDueMails: async (at) => {
      const answer = await sql<{ has: boolean }>`
        select exists (select from mail where state = 'waiting' and next_try_at <= ${at}) as has`.execute(db);
      return answer.rows[0]?.has === true;
    },
    claimMails: (archiveIds, at, until, limit) =>
      db.transaction().execute(async (trx) => {
        const due = await trx
          .selectFrom('mail')
          .selectAll()
          .where('state', '=', 'waiting')
          .where('next_try_at', '<=', at)
          .where(sql<boolean>`integration_id = any(${[...archiveIds]}::text[])`)
          .orderBy('next_try_at')
          .limit(limit)
          .forUpdate()
          .skipLocked()
          .execute();
        for (const { integration_id, id } of due)
          await sql`update mail set next_try_at = ${until}, tries = tries + 1
            where integration_id = ${integration_id} and id = ${id}`.execute(trx);
        return due.map((row) => toMailRecord({ ...row, next_try_at: until, tries: row.tries + 1 }));
      }),
    countDueMails: async (archiveIds, at) => {
      const { rows } = await sql<{ count: number }>`select count(*) as count from mail where state = 'waiting'
        and next_try_at <= ${at} and integration_id = any(${[...archiveIds]}::text[])`.execute(db);
      return rows[0]?.count ?? 0;
    },
    settleMail: async ({ archiveId, id, tries }, { state, nextTryAt, sentAt, trouble }) => {
      await db
        .updateTable('mail')
        .set({ state, next_try_at: nextTryAt, sent_at: sentAt, trouble })
        .where('integration_id', '=', archiveId)
        .where('id', '=', id)
        .where('tries', '=', tries)
        .execute();
    },
  };
}
