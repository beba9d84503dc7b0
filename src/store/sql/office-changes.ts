// What a batch of the front desk does to its tables.

import { type Transaction, sql } from 'kysely';
import type { OfficeBatch } from '../../service/office/office.ts';
import type { Schema } from './schema.ts';
import { jsonbText } from './storable.ts';

type Change = (trx: Transaction<Schema>) => Promise<unknown>;

/** In an order in which what is referred to stands before what refers to it. */
export function changesOfOffice(batch: OfficeBatch): Change[] {
  const { putPerson, putSetup, putMember, changeMember, removeMember } = batch;
  const { putSession, noteSeen, removeSessions } = batch;
  const { putInvitation, removeInvitation, putCredential, markCredential, putDeposit, removeSetup } = batch;
  const changes: (Change | false)[] = [
    putPerson !== undefined &&
      ((trx) => {
        const { id, email, operator, ...body } = putPerson;
        return sql`insert into person (id, email, operator, body)
          values (${id}, ${email}, ${operator}, ${jsonbText(body)}::jsonb)
          on conflict (id) do update set email = excluded.email, operator = excluded.operator, body = excluded.body`.execute(
          trx,
        );
      }),
    putSetup !== undefined &&
      ((trx) => {
        const { id, on, nextRunAt, ...body } = putSetup;
        return sql`insert into setup (id, is_on, next_run_at, body)
          values (${id}, ${on}, ${nextRunAt}, ${jsonbText(body)}::jsonb)
          on conflict (id) do update set is_on = excluded.is_on, next_run_at = excluded.next_run_at, body = excluded.body,
            claimed_until = case when setup.next_run_at is distinct from excluded.next_run_at then null
              else setup.claimed_until end`.execute(trx);
      }),
    putMember !== undefined &&
      ((trx) =>
        sql`insert into member (setup_id, person_id, role)
          values (${putMember.setupId}, ${putMember.personId}, ${putMember.role})
          on conflict (setup_id, person_id) do update set role = excluded.role`.execute(trx)),
    changeMember !== undefined &&
      ((trx) =>
        trx
          .updateTable('member')
          .set({ role: changeMember.role })
          .where('setup_id', '=', changeMember.setupId)
          .where('person_id', '=', changeMember.personId)
          .execute()),
    removeMember !== undefined &&
      ((trx) =>
        trx
          .deleteFrom('member')
          .where('setup_id', '=', removeMember.setupId)
          .where('person_id', '=', removeMember.personId)
          .execute()),
    removeSessions !== undefined &&
      ((trx) => {
        if ('hashes' in removeSessions)
          return sql`delete from session where hash = any(${[...removeSessions.hashes]}::text[])`.execute(
            trx,
          );
        return trx
          .deleteFrom('session')
          .where('person_id', '=', removeSessions.ofPerson)
          .where('hash', '!=', removeSessions.but ?? '')
          .execute();
      }),
    putSession !== undefined &&
      ((trx) =>
        trx
          .insertInto('session')
          .values({
            hash: putSession.hash,
            person_id: putSession.personId,
            created_at: putSession.createdAt,
            seen_at: putSession.seenAt,
            expires_at: putSession.expiresAt,
            opened_from: putSession.openedFrom,
          })
          .execute()),
    noteSeen !== undefined &&
      ((trx) =>
        trx.updateTable('session').set({ seen_at: noteSeen.at }).where('hash', '=', noteSeen.hash).execute()),
    putInvitation !== undefined &&
      ((trx) => {
        const { id, hash, setupId, expiresAt, usedAt, ...body } = putInvitation;
        return sql`insert into invitation (id, hash, setup_id, expires_at, used_at, body)
          values (${id}, ${hash}, ${setupId}, ${expiresAt}, ${usedAt}, ${jsonbText(body)}::jsonb)`.execute(
          trx,
        );
      }),
    removeInvitation !== undefined &&
      ((trx) => trx.deleteFrom('invitation').where('id', '=', removeInvitation).execute()),
    putCredential !== undefined &&
      ((trx) => {
        const { setupId, side, ...body } = putCredential;
        return sql`insert into credential (setup_id, side, body)
          values (${setupId}, ${side}, ${jsonbText(body)}::jsonb)
          on conflict (setup_id, side) do update set body = excluded.body`.execute(trx);
      }),
    markCredential !== undefined &&
      ((trx) => {
        const { setupId, side, setAt, works, triedAt } = markCredential;
        return sql`update credential set body = body || ${jsonbText({ works, triedAt })}::jsonb
          where setup_id = ${setupId} and side = ${side} and (body->>'setAt')::bigint = ${setAt}`.execute(
          trx,
        );
      }),
    putDeposit !== undefined &&
      ((trx) => {
        const { id, hash, setupId, expiresAt, usedAt, withdrawnAt, ...body } = putDeposit;
        return sql`insert into deposit (id, hash, setup_id, expires_at, used_at, withdrawn_at, body)
          values (${id}, ${hash}, ${setupId}, ${expiresAt}, ${usedAt}, ${withdrawnAt}, ${jsonbText(body)}::jsonb)
          on conflict (id) do update set withdrawn_at = excluded.withdrawn_at`.execute(trx);
      }),
    removeSetup !== undefined && ((trx) => trx.deleteFrom('setup').where('id', '=', removeSetup).execute()),
  ];
  return changes.filter((change) => change !== false);
}
