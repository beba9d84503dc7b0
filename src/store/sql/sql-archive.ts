// The archive in SQL: all changes of a batch in one transaction that first checks the lease's token.

import { type Kysely, type RawBuilder, type Transaction, sql } from 'kysely';
import {
  type DayRange,
  type Archive,
  type Batch,
  type DirtyUnit,
  type Intent,
  type Lease,
  type LinkQuery,
  type MirrorRow,
  type RowKind,
  type RowQuery,
  type RunAction,
  type RunRecord,
  type StoredIssue,
  type UnitFindings,
  eraseSaltKey,
} from '../../engine/archive.ts';
import type { Part } from '../../core/report/codes.ts';
import type { OwedMail } from '../../core/report/mailing.ts';
import type { Decision } from '../../core/sync/decision.ts';
import type { Link, RefusalMemory } from '../../core/sync/desk.ts';
import { setAsideMark } from '../../core/sync/set-aside.ts';
import type { SourceKind } from '../../engine/ports.ts';
import type { LocalDate } from '../../core/time/calendar.ts';
import type { Database } from '../database.ts';
import { MemoryArchive } from '../memory/memory-archive.ts';
import { changesOf } from './changes.ts';
import { type HeldLease, LeaseLost } from './lease.ts';
import { toOwedMail } from './mail-rows.ts';
import type { Schema } from './schema.ts';
import { jsonbText } from './storable.ts';

export interface IntegrationRow {
  /** Its identity (rule 4.6). */
  readonly id: string;
  readonly name: string;
  /** The form as now used, without credentials. */
  readonly settings: unknown;
}

/** Opens one integration's archive, making its row when it is new. */
export async function openArchive(
  database: Database,
  { id, name, settings }: IntegrationRow,
  now: number,
): Promise<Archive> {
  await sql`insert into integration (id, name, settings, created_at)
    values (${id}, ${name}, ${jsonbText(settings)}::jsonb, ${now})
    on conflict (id) do update set name = excluded.name, settings = excluded.settings
      where (integration.name, integration.settings) is distinct from (excluded.name, excluded.settings)`.execute(
    database.sql,
  );
  return new SqlArchive(database, id);
}

/** So long a proof that nobody took over is believed, as long as the connection stands on which the lease hangs. */
const provenForMs = 2_000;
/** So long at least the server keeps the locks of a machine that it hears nothing of (server-connection.ts). */
const lockOutlivesMs = 10_000;

class SqlArchive implements Archive {
  readonly #database: Database;
  readonly #id: string;
  #lease: HeldLease | null = null;
  #provenAt = 0;
  #proving: Promise<void> | null = null;

  constructor(database: Database, id: string) {
    this.#database = database;
    this.#id = id;
  }

  #read<T>(query: (db: Kysely<Schema>) => Promise<T>): Promise<T> {
    return this.#database.within(this.#id, query);
  }

  copy(): Promise<Archive> {
    return MemoryArchive.copyOf(this);
  }

  async openLease(holder: string): Promise<Lease | null> {
    const held = await this.#database.leases.take(this.#id, holder);
    if (held === null) return null;
    this.#lease = held;
    try {
      await this.#interruptRuns();
    } catch (error) {
      // Nobody else knows of it yet, and so nobody would let go of it.
      this.#lease = null;
      await held.release();
      throw error;
    }
    return {
      stillHeld: () => this.#stillHeld(held),
      release: async () => {
        this.#lease = null;
        await held.release();
      },
    };
  }

  /** A run that was killed says so; its open intents are settled by the run that begins now. */
  async #interruptRuns(): Promise<void> {
    await this.#read((db) =>
      db
        .updateTable('run')
        .set({ status: 'interrupted' })
        .where('integration_id', '=', this.#id)
        .where('status', '=', 'running')
        .execute(),
    );
  }

  async commit(batch: Batch): Promise<void> {
    const askedAt = Date.now();
    await this.#database.changeWithin(this.#id, async (trx) => {
      await this.#checkLease(trx);
      for (const change of changesOf(batch)) await change(trx, this.#id);
    });
    this.#provenAt = askedAt;
  }

  /** Every commit proves it, one that changes nothing as well. By the wall clock, which goes on while a process or its machine sleeps. */
  async #stillHeld(held: HeldLease): Promise<void> {
    if (held.isSure() && this.#isProven(provenForMs)) return;
    do {
      this.#proving ??= this.commit({}).finally(() => (this.#proving = null));
      await this.#proving;
      // Whoever fell asleep over the answer has an old one in hand.
    } while (!this.#isProven(lockOutlivesMs));
  }

  #isProven(withinMs: number): boolean {
    const age = Date.now() - this.#provenAt;
    return age >= 0 && age < withinMs;
  }

  async links<C>(query: LinkQuery): Promise<readonly Link<C>[]> {
    const rows = await this.#read((db) => {
      let select = db
        .selectFrom('link')
        .selectAll()
        .where('integration_id', '=', this.#id)
        .where('part', '=', query.part);
      if (query.employeeIds !== undefined)
        select = select.where(sql<boolean>`employee_id = any(${[...query.employeeIds]}::text[])`);
      if (query.targetIds !== undefined)
        select = select.where(sql<boolean>`target_id = any(${[...query.targetIds]}::text[])`);
      if (query.isClear === true) select = select.where(sql<boolean>`agreed -> 'folded' is null`);
      if (query.isSetAside === true) select = select.where('key', 'like', `%${setAsideMark}%`);
      select = select.where(touches(query));
      return select.orderBy('key').execute();
    });
    return rows.map((row) => ({
      part: row.part as Part,
      key: row.key,
      targetId: row.target_id,
      employeeId: row.employee_id,
      from: row.from_on,
      to: row.to_on,
      origin: row.origin as Link<C>['origin'],
      agreed: row.agreed as C,
      linkedAt: row.linked_at,
    }));
  }

  async countLinks(part: Part): Promise<number> {
    const answer = await this.#read((db) =>
      sql<{ count: number }>`select count(*) as count from link
      where integration_id = ${this.#id} and part = ${part}`.execute(db),
    );
    return answer.rows[0]?.count ?? 0;
  }

  async linkOwners(part: Part): Promise<ReadonlyMap<string, number>> {
    const answer = await this.#read((db) =>
      sql<{ id: string; count: number }>`select employee_id as id, count(*) as count from link
        where integration_id = ${this.#id} and part = ${part} group by employee_id order by employee_id`.execute(
        db,
      ),
    );
    return new Map(answer.rows.map(({ id, count }) => [id, count]));
  }

  async countCreatedLinks(part: Part, months: readonly string[]): Promise<number> {
    if (months.length === 0) return 0;
    const answer = await this.#read((db) =>
      sql<{ count: number }>`select count(*) as count from link
      where integration_id = ${this.#id} and part = ${part} and origin = 'created' and exists (
        select 1 from unnest(${[...months]}::text[]) as month
        where left(from_on, 7) <= month and left(coalesce(to_on, from_on), 7) >= month)`.execute(db),
    );
    return answer.rows[0]?.count ?? 0;
  }

  async intents(): Promise<readonly Intent[]> {
    const rows = await this.#read((db) =>
      db.selectFrom('intent').select('body').where('integration_id', '=', this.#id).orderBy('seq').execute(),
    );
    return rows.map((row) => row.body as Intent);
  }

  async rows<K extends RowKind>(query: RowQuery<K>): Promise<readonly MirrorRow<K>[]> {
    const rows = await this.#read((db) => {
      let select = db
        .selectFrom('mirror')
        .select(['id', 'user_id', 'from_on', 'to_on', 'row'])
        .where('integration_id', '=', this.#id)
        .where('kind', '=', query.kind);
      if (query.ids !== undefined) select = select.where(sql<boolean>`id = any(${[...query.ids]}::text[])`);
      if (query.userIds !== undefined)
        select = select.where(sql<boolean>`user_id = any(${[...query.userIds]}::text[])`);
      return select.where(touches(query)).execute();
    });
    return rows.map((row) => ({
      kind: query.kind,
      id: row.id,
      userId: row.user_id,
      from: row.from_on,
      to: row.to_on,
      row: row.row as MirrorRow<K>['row'],
    }));
  }

  async countRows(kind: SourceKind): Promise<number> {
    const answer = await this.#read((db) =>
      sql<{ count: number }>`select count(*) as count from mirror
      where integration_id = ${this.#id} and kind = ${kind}`.execute(db),
    );
    return answer.rows[0]?.count ?? 0;
  }

  async rowOwners(kind: RowKind): Promise<ReadonlyMap<string, number>> {
    const answer = await this.#read((db) =>
      sql<{ id: string; count: number }>`select user_id as id, count(*) as count from mirror
        where integration_id = ${this.#id} and kind = ${kind} group by user_id order by user_id`.execute(db),
    );
    return new Map(answer.rows.map(({ id, count }) => [id, count]));
  }

  async dirty(part: Part, { from, to }: DayRange = {}): Promise<readonly DirtyUnit[]> {
    const rows = await this.#read((db) =>
      db
        .selectFrom('dirty')
        .select(['user_id', 'day'])
        .where('integration_id', '=', this.#id)
        .where('part', '=', part)
        .where(sql<boolean>`(${from ?? null}::text is null or day >= ${from ?? null})`)
        .where(sql<boolean>`(${to ?? null}::text is null or day <= ${to ?? null})`)
        .orderBy('user_id')
        .orderBy('day')
        .execute(),
    );
    return rows.map((row) => ({ part, userId: row.user_id, day: row.day === '' ? null : row.day }));
  }

  async dirtyDays(part: Part): Promise<readonly LocalDate[]> {
    const rows = await this.#read((db) =>
      db
        .selectFrom('dirty')
        .select('day')
        .distinct()
        .where('integration_id', '=', this.#id)
        .where('part', '=', part)
        .where('day', '<>', '')
        .orderBy('day')
        .execute(),
    );
    return rows.map(({ day }) => day);
  }

  async findings(): Promise<readonly UnitFindings[]> {
    const rows = await this.#read((db) =>
      db
        .selectFrom('finding')
        .select(['part', 'unit', 'findings'])
        .where('integration_id', '=', this.#id)
        .orderBy('part')
        .orderBy('unit')
        .execute(),
    );
    return rows.map((row) => ({
      ...row,
      part: row.part as Part,
      findings: row.findings as UnitFindings['findings'],
    }));
  }

  async refusals(part: Part, employeeIds?: readonly string[]): Promise<readonly RefusalMemory[]> {
    const rows = await this.#read((db) => {
      let select = db
        .selectFrom('refusal')
        .selectAll()
        .where('integration_id', '=', this.#id)
        .where('part', '=', part);
      if (employeeIds !== undefined)
        select = select.where(sql<boolean>`employee_id = any(${[...employeeIds]}::text[])`);
      return select.execute();
    });
    return rows.map((row) => ({
      part,
      key: row.key,
      employeeId: row.employee_id,
      runId: row.run_id,
      fingerprint: row.fingerprint,
      tookAway: row.took_away,
      finding: row.finding as RefusalMemory['finding'],
    }));
  }

  async decisions(): Promise<readonly Decision[]> {
    const rows = await this.#read((db) =>
      db.selectFrom('decision').select('body').where('integration_id', '=', this.#id).orderBy('id').execute(),
    );
    return rows.map((row) => row.body as Decision);
  }

  async memory(): Promise<Readonly<Record<string, string>>> {
    const rows = await this.#read((db) =>
      db.selectFrom('memory').select(['key', 'value']).where('integration_id', '=', this.#id).execute(),
    );
    return Object.fromEntries(rows.map((row) => [row.key, row.value]));
  }

  async issues(): Promise<readonly StoredIssue[]> {
    const rows = await this.#read((db) =>
      db.selectFrom('issue').selectAll().where('integration_id', '=', this.#id).execute(),
    );
    return rows.map((row) => ({
      id: row.id,
      firstRunId: row.first_run_id,
      firstSeenAt: row.first_seen_at,
      line: row.line as StoredIssue['line'],
    }));
  }

  async run(id: string): Promise<RunRecord | null> {
    const row = await this.#read((db) =>
      db
        .selectFrom('run')
        .selectAll()
        .where('integration_id', '=', this.#id)
        .where('id', '=', id)
        .executeTakeFirst(),
    );
    return row === undefined ? null : toRun(row);
  }

  async runs(limit: number): Promise<readonly RunRecord[]> {
    const rows = await this.#read((db) =>
      db
        .selectFrom('run')
        .selectAll()
        .where('integration_id', '=', this.#id)
        .orderBy('seq', 'desc')
        .limit(limit)
        .execute(),
    );
    return rows.map(toRun);
  }

  async actions(runId: string): Promise<readonly RunAction[]> {
    const rows = await this.#read((db) =>
      db
        .selectFrom('run_action')
        .select('body')
        .where('integration_id', '=', this.#id)
        .where('run_id', '=', runId)
        .orderBy('seq')
        .execute(),
    );
    return rows.map((row) => row.body as RunAction);
  }

  async erased(): ReturnType<Archive['erased']> {
    const rows = await this.#read((db) =>
      db.selectFrom('erased').selectAll().where('integration_id', '=', this.#id).orderBy('at').execute(),
    );
    if (rows.length === 0) return { salt: null, people: [] };
    const salt = (await this.memory())[eraseSaltKey] ?? null;
    return {
      salt,
      people: rows.map(({ key, user_keys, at }) => ({ key, userKeys: user_keys as readonly string[], at })),
    };
  }

  async mails(): Promise<readonly OwedMail[]> {
    const rows = await this.#read((db) =>
      db
        .selectFrom('mail')
        .selectAll()
        .where('integration_id', '=', this.#id)
        .orderBy('created_at')
        .orderBy('id')
        .execute(),
    );
    return rows.map(toOwedMail);
  }

  async #checkLease(trx: Transaction<Schema>): Promise<void> {
    if (this.#lease === null) return;
    const answer = await sql<{ token: number }>`select token from lease
      where integration_id = ${this.#id} for share`.execute(trx);
    if (answer.rows[0]?.token !== this.#lease.token) throw new LeaseLost(this.#id);
  }
}

const touches = ({ from, to }: DayRange): RawBuilder<boolean> => sql<boolean>`
  ${from === undefined ? sql`true` : sql`(to_on is null or to_on >= ${from})`}
  and ${to === undefined ? sql`true` : sql`(from_on is null or from_on <= ${to})`}`;

function toRun(row: {
  id: string;
  mode: string;
  scope: string;
  status: string;
  started_at: number;
  finished_at: number | null;
  plan_hash: string | null;
  released: string | null;
  report: unknown;
}): RunRecord {
  return {
    id: row.id,
    mode: row.mode as RunRecord['mode'],
    scope: row.scope as RunRecord['scope'],
    status: row.status as RunRecord['status'],
    startedAt: row.started_at,
    finishedAt: row.finished_at,
    planHash: row.plan_hash,
    released: row.released,
    report: row.report,
  };
}
