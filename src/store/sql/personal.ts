// Everything about one person, over all tables of an integration: shown, and taken out in one transaction.

import { type Kysely, type Transaction, sql } from 'kysely';
import { monthOf } from '../../core/month/compare.ts';
import type { MonthCheck } from '../../core/month/month.ts';
import { recordsAbout, withoutPerson } from '../../core/report/scrub.ts';
import type { DataSubject, Erased, HeldRecords, Office } from '../../service/office/office.ts';
import type { Schema } from './schema.ts';
import { jsonbText } from './storable.ts';

type Personal = Pick<Office, 'heldAbout' | 'eraseFrom' | 'admitErased' | 'purgeArchive'>;
type Db = Kysely<Schema> | Transaction<Schema>;

export function personal(db: Kysely<Schema>): Personal {
  return {
    heldAbout: async (archiveId, who) => {
      const held: Record<string, readonly unknown[]> = {};
      for (const place of rowsOfPerson(who)) held[place.table] = await place.read(db, archiveId);
      for (const place of documents.filter(({ table }) => held[table] === undefined)) {
        const rows = await mentioning(db, archiveId, place, who);
        held[place.table] = rows.flatMap(({ body }) => recordsAbout(body, who));
      }
      return held satisfies HeldRecords;
    },
    eraseFrom: (archiveId, who, erased, setupIds) =>
      db.transaction().execute(async (trx) => {
        let records = 0;
        for (const place of rowsOfPerson(who)) records += await place.remove(trx, archiveId);
        for (const place of documents) records += await clean(trx, archiveId, place, who);
        await forgetMemories(trx, archiveId, who);
        await forgetOrders(trx, who, setupIds);
        await keepKey(trx, archiveId, erased);
        return records;
      }),
    admitErased: async (archiveId, key) => {
      const gone = await sql`delete from erased where integration_id = ${archiveId} and key = ${key}`.execute(
        db,
      );
      return (gone.numAffectedRows ?? 0n) > 0n;
    },
    purgeArchive: (archiveId) =>
      db.transaction().execute(async (trx) => {
        for (const table of ownTables)
          await sql`delete from ${sql.table(table)} where integration_id = ${archiveId}`.execute(trx);
        await sql`delete from integration where id = ${archiveId}`.execute(trx);
      }),
  };
}

/** The lease first: a run that is under way waits there, and then writes nothing any more. */
const ownTables = [
  'lease',
  'link',
  'intent',
  'mirror',
  'dirty',
  'finding',
  'refusal',
  'decision',
  'memory',
  'issue',
  'run_action',
  'run',
  'mail',
  'run_day',
  'month_check',
  'erased',
] as const;

interface Place {
  readonly table: string;
  readonly read: (db: Db, archiveId: string) => Promise<unknown[]>;
  readonly remove: (db: Db, archiveId: string) => Promise<number>;
}

/** Tables whose rows say in a column, or at the top of their document, whose they are. */
function rowsOfPerson({ personioId, timetacIds }: DataSubject): Place[] {
  const byColumn = (table: string, column: string, id: string): Place =>
    place(table, sql`${sql.ref(column)} = ${id}`);
  const byBody = (table: string): Place => place(table, sql`body->>'employeeId' = ${personioId}`);
  const users = [...timetacIds];
  return [
    byColumn('link', 'employee_id', personioId),
    byColumn('refusal', 'employee_id', personioId),
    byBody('intent'),
    byBody('decision'),
    byBody('run_action'),
    place('mirror', sql`(user_id = any(${users}::text[]) or (kind = 'user' and id = any(${users}::text[])))`),
    place('dirty', sql`user_id = any(${users}::text[])`),
  ];
}

function place(table: string, condition: ReturnType<typeof sql>): Place {
  const where = (archiveId: string) => sql`where integration_id = ${archiveId} and ${condition}`;
  return {
    table,
    read: async (db, archiveId) =>
      (
        await sql<{ row: unknown }>`select to_jsonb(t) - 'integration_id' as row from ${sql.table(table)} t
          ${where(archiveId)}`.execute(db)
      ).rows.map(({ row }) => row),
    remove: async (db, archiveId) =>
      Number(
        (await sql`delete from ${sql.table(table)} ${where(archiveId)}`.execute(db)).numAffectedRows ?? 0n,
      ),
  };
}

interface DocumentPlace {
  readonly table: string;
  readonly column: string;
  /** Columns that name a row beside the integration. */
  readonly keys: readonly string[];
  /** What else changes where somebody was taken out. */
  readonly without?: (body: unknown) => unknown;
}

/** Documents about many people: theirs is taken out, the rest stays. */
const documents: readonly DocumentPlace[] = [
  { table: 'finding', column: 'findings', keys: ['part', 'unit'] },
  { table: 'refusal', column: 'finding', keys: ['part', 'key'] },
  { table: 'issue', column: 'line', keys: ['id'] },
  { table: 'run', column: 'report', keys: ['id'] },
  { table: 'run_action', column: 'body', keys: ['run_id', 'id'] },
  { table: 'month_check', column: 'body', keys: ['month'], without: summedAnew },
  { table: 'mail', column: 'facts', keys: ['id'] },
];

/** What the sums of a month have more than its rows would be the hours of whoever was taken out. */
function summedAnew(body: unknown): unknown {
  const { check = null } = body as { readonly check?: MonthCheck | null };
  return check === null ? body : { ...(body as object), check: monthOf(check.month, check.rows) };
}

type Mention = Readonly<Record<string, string>> & { readonly body: unknown };

/** Rows whose document may speak of the person: found by text, decided by what the document says. */
async function mentioning(
  db: Db,
  archiveId: string,
  { table, column, keys }: DocumentPlace,
  who: DataSubject,
) {
  const needles = [
    `"employeeId": ${JSON.stringify(who.personioId)}`,
    `"personioId": ${JSON.stringify(who.personioId)}`,
    ...who.timetacIds.flatMap((id) => [`"timetacId": ${id}`, `"userId": "${id}"`]),
    ...who.names.map((name) => JSON.stringify(name).slice(1, -1)),
  ].map((text) => `%${text.replaceAll(/[%_\\]/g, '\\$&')}%`);
  const answer =
    await sql<Mention>`select ${sql.join(keys.map((key) => sql.ref(key)))}, ${sql.ref(column)} as body
    from ${sql.table(table)} where integration_id = ${archiveId}
    and ${sql.ref(column)}::text ilike any(${needles}::text[])`.execute(db);
  return answer.rows;
}

async function clean(trx: Transaction<Schema>, archiveId: string, at: DocumentPlace, who: DataSubject) {
  const rows = await mentioning(trx, archiveId, at, who);
  for (const row of rows) {
    const left = withoutPerson(row.body, who);
    const body = at.without === undefined ? left : at.without(left);
    const own = sql.join(
      at.keys.map((key) => sql`${sql.ref(key)} = ${row[key]}`),
      sql` and `,
    );
    await sql`update ${sql.table(at.table)} set ${sql.ref(at.column)} = ${jsonbText(body)}::jsonb
      where integration_id = ${archiveId} and ${own}`.execute(trx);
  }
  // A unit's name begins with the employee's id.
  if (at.table === 'finding')
    await sql`delete from finding where integration_id = ${archiveId}
      and (unit = ${who.personioId} or unit like ${`${who.personioId} %`} or findings = '[]'::jsonb)`.execute(
      trx,
    );
  if (at.table === 'issue')
    await sql`delete from issue where integration_id = ${archiveId} and line = 'null'::jsonb
      and id = any(${rows.map((row) => row['id'] ?? '')}::text[])`.execute(trx);
  return rows.length;
}

/** Small memories that name somebody; the next run makes those anew that it needs. */
async function forgetMemories(
  trx: Transaction<Schema>,
  archiveId: string,
  { personioId, timetacIds }: DataSubject,
): Promise<void> {
  const named = [personioId, ...timetacIds].map((id) => `%"${id}"%`);
  await sql`delete from memory where integration_id = ${archiveId}
    and (key = ${`welcome.${personioId}`} or (key like 'people.%' and value like any(${named}::text[])))`.execute(
    trx,
  );
}

/** Orders of runs that named them: those that have ended go, those that wait name them no more. */
async function forgetOrders(
  trx: Transaction<Schema>,
  { personioId }: DataSubject,
  setupIds: readonly string[],
) {
  const there = await sql<{ name: string | null }>`select to_regclass('queue.job')::text as name`.execute(
    trx,
  );
  if ((there.rows[0]?.name ?? null) === null) return;
  const own = sql`data->>'setupId' = any(${[...setupIds]}::text[])
    and data->'request'->'employeeIds' @> ${jsonbText([personioId])}::jsonb`;
  await sql`delete from queue.job where state not in ('created', 'retry', 'active') and ${own}`.execute(trx);
  await sql`update queue.job set data = jsonb_set(data, '{request,employeeIds}',
    (data->'request'->'employeeIds') - ${personioId}::text) where ${own}`.execute(trx);
}

async function keepKey(
  trx: Transaction<Schema>,
  archiveId: string,
  { key, userKeys, at }: Erased,
): Promise<void> {
  await sql`insert into erased (integration_id, key, user_keys, at)
    values (${archiveId}, ${key}, ${jsonbText(userKeys)}::jsonb, ${at})
    on conflict (integration_id, key) do update set user_keys = excluded.user_keys, at = excluded.at`.execute(
    trx,
  );
}
