// The front desk in SQL. All changes of a batch in one transaction; notes of the audit log are chained in it.

import { type Kysely, type Selectable, type Transaction, sql } from 'kysely';
import {
  type AuditEntry,
  type AuditNote,
  type CredentialPlace,
  type DepositLink,
  type Invitation,
  type Member,
  type Office,
  type OfficeBatch,
  type Person,
  type Session,
  type Setup,
  type StoredCredential,
  type WrappedKey,
  auditHash,
} from '../../service/office/office.ts';
import type { Branch } from '../../core/settings/tree.ts';
import { changesOfOffice } from './office-changes.ts';
import { months } from './months.ts';
import { outbox } from './outbox.ts';
import { personal } from './personal.ts';
import { retention } from './retention.ts';
import { runIndex } from './run-index.ts';
import type { Schema } from './schema.ts';
import { jsonbText } from './storable.ts';

type Db = Kysely<Schema>;

export function openOffice(db: Db): Office {
  const commitIn = async (trx: Transaction<Schema>, batch: OfficeBatch): Promise<void> => {
    for (const change of changesOfOffice(batch)) await change(trx);
    if (batch.note !== undefined) await chain(trx, batch.note);
  };
  return {
    commit: (batch) => db.transaction().execute((trx) => commitIn(trx, batch)),

    people: async () => (await db.selectFrom('person').selectAll().orderBy('email').execute()).map(toPerson),
    person: async (id) =>
      one(await db.selectFrom('person').selectAll().where('id', '=', id).execute(), toPerson),
    personByEmail: async (email) =>
      one(await db.selectFrom('person').selectAll().where('email', '=', email).execute(), toPerson),
    countOperators: async () => {
      const answer = await sql<{
        count: number;
      }>`select count(*) as count from person where operator`.execute(db);
      return answer.rows[0]?.count ?? 0;
    },
    changePerson: (id, change) =>
      db.transaction().execute(async (trx) => {
        await lockOperators(trx);
        const found = await trx.selectFrom('person').selectAll().where('id', '=', id).forUpdate().execute();
        const person = one(found, toPerson);
        if (person === null) return;
        const others = await sql<{ count: number }>`select count(*) as count from person
          where operator and id <> ${id} and body->>'disabledAt' is null`.execute(trx);
        const batch = change(person, others.rows[0]?.count ?? 0);
        if (batch !== null) await commitIn(trx, batch);
      }),
    addFirstOperator: (batch) =>
      db.transaction().execute(async (trx) => {
        await lockOperators(trx);
        const there = await trx
          .selectFrom('person')
          .select('id')
          .where('operator', '=', true)
          .limit(1)
          .execute();
        if (there.length > 0) return false;
        await commitIn(trx, batch);
        return true;
      }),
    sessionsOf: async (personId) =>
      (
        await db
          .selectFrom('session')
          .selectAll()
          .where('person_id', '=', personId)
          .orderBy('seen_at', 'desc')
          .execute()
      ).map(toSession),
    session: async (hash) =>
      one(await db.selectFrom('session').selectAll().where('hash', '=', hash).execute(), toSession),
    lastSeen: async () => {
      const answer = await sql<{ person_id: string; seen_at: number }>`
        select person_id, max(seen_at) as seen_at from session group by person_id`.execute(db);
      return new Map(answer.rows.map((row) => [row.person_id, row.seen_at]));
    },

    setups: async () => (await db.selectFrom('setup').selectAll().orderBy('id').execute()).map(toSetup),
    setup: async (id) =>
      one(await db.selectFrom('setup').selectAll().where('id', '=', id).execute(), toSetup),
    changeSetup: (id, change) =>
      db.transaction().execute(async (trx) => {
        const now = await trx.selectFrom('setup').selectAll().where('id', '=', id).forUpdate().execute();
        const setup = one(now, toSetup);
        const batch = setup === null ? null : change(setup);
        if (batch !== null) await commitIn(trx, batch);
      }),
    claimDue: async (at, until, most, ours) => {
      const { rows } = await sql<SetupRow & { next_run_at: number }>`
        with due as (
          select id from setup
          where is_on and next_run_at <= ${at} and coalesce(claimed_until, ${at}) <= ${at} and (body->>'origin' = 'page' or id = any(${[...ours]}::text[]))
          order by next_run_at limit ${most} for update skip locked)
        update setup set claimed_until = ${until} from due where setup.id = due.id
        returning setup.*`.execute(db);
      return [...rows].sort((a, b) => a.next_run_at - b.next_run_at).map(toSetup);
    },
    endClaim: async (id, claimedUntil, { nextRunAt, lookedAt, seen }) => {
      const looked = lookedAt === undefined ? {} : { lookedAt };
      const missed =
        seen === undefined
          ? sql`false`
          : sql`(body->>'hintedAt')::bigint is distinct from ${seen.hintedAt ?? null}::bigint
              or (body->>'changedAt')::bigint is distinct from ${seen.changedAt}::bigint`;
      await sql`update setup set body = body || ${jsonbText(looked)}::jsonb,
          claimed_until = nullif(claimed_until, ${claimedUntil}),
          next_run_at = case when claimed_until is distinct from ${claimedUntil} then next_run_at
            when ${missed} then least(${nextRunAt}::bigint, ${lookedAt ?? nextRunAt}::bigint)
            else ${nextRunAt}::bigint end
        where id = ${id}`.execute(db);
    },
    keepClaim: async (id, claimedUntil, until) => {
      await db
        .updateTable('setup')
        .set({ claimed_until: until })
        .where('id', '=', id)
        .where('claimed_until', '=', claimedUntil)
        .execute();
    },
    setNextRun: async (id, at) => {
      await db
        .updateTable('setup')
        .set({ next_run_at: at, claimed_until: null })
        .where('id', '=', id)
        .execute();
    },
    members: async (of) => {
      let select = db.selectFrom('member').selectAll();
      if (of !== 'all' && 'setupId' in of) select = select.where('setup_id', '=', of.setupId);
      if (of !== 'all' && 'personId' in of) select = select.where('person_id', '=', of.personId);
      return (await select.execute()).map((row) => ({
        setupId: row.setup_id,
        personId: row.person_id,
        role: row.role as Member['role'],
      }));
    },

    invitations: async () =>
      (
        await db.selectFrom('invitation').selectAll().where('used_at', 'is', null).orderBy('id').execute()
      ).map(toInvitation),
    invitation: async (hash) =>
      one(await db.selectFrom('invitation').selectAll().where('hash', '=', hash).execute(), toInvitation),
    useInvitation: async (hash, at) => {
      const used = await db
        .updateTable('invitation')
        .set({ used_at: at })
        .where('hash', '=', hash)
        .where('used_at', 'is', null)
        .where('expires_at', '>', at)
        .returning('id')
        .execute();
      return used.length === 1;
    },

    credential: async (setupId, side) =>
      one(
        await db
          .selectFrom('credential')
          .selectAll()
          .where('setup_id', '=', setupId)
          .where('side', '=', side)
          .execute(),
        (row) => ({ ...(row.body as StoredCredential), setupId: row.setup_id, side }),
      ),
    credentialPlaces: async (setupIds) => {
      const { rows } =
        await sql<CredentialPlace>`select setup_id as "setupId", side, body->>'origin' as origin
        from credential where setup_id = any(${[...setupIds]}::text[]) order by setup_id, side`.execute(db);
      return rows;
    },
    deposits: async (setupId) =>
      (
        await db.selectFrom('deposit').selectAll().where('setup_id', '=', setupId).orderBy('id').execute()
      ).map(toDeposit),
    deposit: async (hash) =>
      one(await db.selectFrom('deposit').selectAll().where('hash', '=', hash).execute(), toDeposit),
    useDeposit: async (hash, at) => {
      const used = await db
        .updateTable('deposit')
        .set({ used_at: at })
        .where('hash', '=', hash)
        .where('used_at', 'is', null)
        .where('withdrawn_at', 'is', null)
        .where('expires_at', '>', at)
        .returning('id')
        .execute();
      return used.length === 1;
    },

    audit: async (setupId, before, limit) => {
      let select = db.selectFrom('audit').selectAll();
      // What was done to an integration that is there no more is the installation's to show.
      const ofNone = sql<boolean>`setup_id is null or not exists (select 1 from setup where setup.id = audit.setup_id)`;
      select = setupId === null ? select.where(ofNone) : select.where('setup_id', '=', setupId);
      if (before !== null) select = select.where('seq', '<', before);
      return (await select.orderBy('seq', 'desc').limit(limit).execute()).map(toEntry);
    },
    auditChain: async (after = 0, limit) => {
      const select = db.selectFrom('audit').selectAll().where('seq', '>', after).orderBy('seq');
      return (await (limit === undefined ? select : select.limit(limit)).execute()).map(toEntry);
    },

    countTry: (name, at, rule) =>
      db.transaction().execute(async (trx) => {
        const oldest = at - rule.withinMs;
        const answer = await sql<{ count: number; since: number }>`
          insert into attempt (name, count, since) values (${name}, 1, ${at})
          on conflict (name) do update set
            count = case when attempt.since <= ${oldest} then 1 else attempt.count + 1 end,
            since = case when attempt.since <= ${oldest} then ${at} else attempt.since end
          returning count, since`.execute(trx);
        const row = answer.rows[0];
        return row !== undefined && row.count > rule.most ? row.since + rule.withinMs : null;
      }),
    forgetTries: async (name) => {
      await db.deleteFrom('attempt').where('name', '=', name).execute();
    },

    ...runIndex(db),
    ...outbox(db),
    ...months(db),
    ...personal(db),
    ...retention(db),

    useMaster: async (masterId) => {
      await db
        .insertInto('data_key')
        .values({ owner: masterInUse, master_id: masterId, wrapped: '' })
        .onConflict((conflict) => conflict.column('owner').doUpdateSet({ master_id: masterId }))
        .execute();
    },
    wrappedKeys: async () =>
      (await db.selectFrom('data_key').selectAll().where('owner', '!=', masterInUse).execute()).map(
        toWrapped,
      ),
    addWrappedKey: (key) =>
      db.transaction().execute(async (trx) => {
        // Held until the key stands: who changes the master key meanwhile finds it and wraps it anew.
        const inUse = await trx
          .selectFrom('data_key')
          .select('master_id')
          .where('owner', '=', masterInUse)
          .forShare()
          .executeTakeFirst();
        if (inUse !== undefined && inUse.master_id !== key.masterId) return null;
        await trx
          .insertInto('data_key')
          .values({ owner: key.owner, master_id: key.masterId, wrapped: key.wrapped })
          .onConflict((conflict) => conflict.column('owner').doNothing())
          .execute();
        const kept = await trx
          .selectFrom('data_key')
          .selectAll()
          .where('owner', '=', key.owner)
          .executeTakeFirstOrThrow();
        return toWrapped(kept);
      }),
    replaceWrappedKey: async ({ owner, masterId, wrapped }) => {
      await db
        .updateTable('data_key')
        .set({ master_id: masterId, wrapped })
        .where('owner', '=', owner)
        .execute();
    },
    removeWrappedKey: async (owner) => {
      await db.deleteFrom('data_key').where('owner', '=', owner).execute();
    },
  };
}

/** No owner: the row that says which master key is in use. */
export const masterInUse = '#master';

const toWrapped = (row: Selectable<Schema['data_key']>): WrappedKey => ({
  owner: row.owner,
  masterId: row.master_id,
  wrapped: row.wrapped,
});

/** Who is an operator is changed by one at a time: two must not lock each other out. */
const lockOperators = (trx: Transaction<Schema>): Promise<unknown> =>
  sql`select pg_advisory_xact_lock(hashtextextended('tandem operators', 7))`.execute(trx);

/** One writer at a time appends; the hash covers the entry and the hash before it. */
async function chain(trx: Transaction<Schema>, given: AuditNote): Promise<void> {
  // The hash covers what is kept.
  const note = JSON.parse(jsonbText(given)) as AuditNote;
  await sql`select pg_advisory_xact_lock(hashtextextended('tandem audit', 7))`.execute(trx);
  const last = await trx
    .selectFrom('audit')
    .select('hash')
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  const { at, setupId, personId, who, what, details } = note;
  const hash = auditHash(last?.hash ?? '', note);
  await sql`insert into audit (at, setup_id, person_id, who, what, details, hash)
    values (${at}, ${setupId}, ${personId}, ${who}, ${what}, ${JSON.stringify(details)}::jsonb, ${hash})`.execute(
    trx,
  );
}

function one<Row, T>(rows: readonly Row[], to: (row: Row) => T): T | null {
  const [row] = rows;
  return row === undefined ? null : to(row);
}

const toPerson = (row: Schema['person']): Person => ({
  ...(row.body as Person),
  id: row.id,
  email: row.email,
  operator: row.operator,
});
const toSession = (row: Schema['session']): Session => ({
  hash: row.hash,
  personId: row.person_id,
  createdAt: row.created_at,
  seenAt: row.seen_at,
  expiresAt: row.expires_at,
  openedFrom: row.opened_from,
});
type SetupRow = Selectable<Schema['setup']>;
const toSetup = (row: SetupRow): Setup => ({
  ...(row.body as Setup),
  id: row.id,
  on: row.is_on,
  nextRunAt: row.next_run_at,
});
const toInvitation = (row: Schema['invitation']): Invitation => ({
  ...(row.body as Invitation),
  id: row.id,
  hash: row.hash,
  setupId: row.setup_id,
  expiresAt: row.expires_at,
  usedAt: row.used_at,
});
const toDeposit = (row: Schema['deposit']): DepositLink => ({
  ...(row.body as DepositLink),
  id: row.id,
  hash: row.hash,
  setupId: row.setup_id,
  expiresAt: row.expires_at,
  usedAt: row.used_at,
  withdrawnAt: row.withdrawn_at,
});
const toEntry = (row: Schema['audit']): AuditEntry => ({
  seq: row.seq,
  at: row.at,
  setupId: row.setup_id,
  personId: row.person_id,
  who: row.who,
  what: row.what,
  details: row.details as Branch,
  hash: row.hash,
});
