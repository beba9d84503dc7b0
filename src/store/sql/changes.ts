// A batch as SQL: each of its arrays is one statement, and its rows travel as one JSON parameter.

import { summaryOf } from './run-summary.ts';
import { CompiledQuery, type Transaction, sql } from 'kysely';
import type { Batch, DirtyUnit } from '../../engine/archive.ts';
import type { Schema } from './schema.ts';
import { jsonbText } from './storable.ts';

export type Change = (trx: Transaction<Schema>, id: string) => Promise<void>;

/** Removals first, so that a record may change its name within one batch. */
export function changesOf(batch: Batch): Change[] {
  const { putMemory, putRun } = batch;
  const memory = Object.entries(putMemory ?? {});
  return [
    ...remove('link', 'part text, key text', batch.removeLinks),
    ...put(
      'link',
      'part text, key text, target_id text, employee_id text, from_on text, to_on text, origin text, agreed jsonb, linked_at bigint',
      'part, key',
      batch.putLinks?.map((link) => ({
        part: link.part,
        key: link.key,
        target_id: link.targetId,
        employee_id: link.employeeId,
        from_on: link.from,
        to_on: link.to,
        origin: link.origin,
        agreed: link.agreed,
        linked_at: link.linkedAt,
      })),
    ),
    ...remove(
      'intent',
      'id text',
      batch.removeIntents?.map((id) => ({ id })),
    ),
    ...put(
      'intent',
      'id text, body jsonb',
      'id',
      batch.putIntents?.map((intent) => ({ id: intent.id, body: intent })),
    ),
    ...remove('mirror', 'kind text, id text', batch.removeRows),
    ...put(
      'mirror',
      'kind text, id text, user_id text, from_on text, to_on text, row jsonb',
      'kind, id',
      batch.putRows?.map(({ kind, id, userId, from, to, row }) => ({
        kind,
        id,
        user_id: userId,
        from_on: from,
        to_on: to,
        row,
      })),
    ),
    ...remove('dirty', 'part text, user_id text, day text', batch.clearDirty?.map(toDirtyRow)),
    ...put(
      'dirty',
      'part text, user_id text, day text',
      'part, user_id, day',
      batch.markDirty?.map(toDirtyRow),
    ),
    ...remove(
      'finding',
      'part text, unit text',
      batch.putFindings
        ?.filter((entry) => entry.findings.length === 0)
        .map(({ part, unit }) => ({ part, unit })),
    ),
    ...put(
      'finding',
      'part text, unit text, findings jsonb',
      'part, unit',
      batch.putFindings?.filter((entry) => entry.findings.length > 0),
    ),
    ...remove('refusal', 'part text, key text', batch.removeRefusals),
    ...put(
      'refusal',
      'part text, key text, employee_id text, run_id text, fingerprint text, took_away boolean, finding jsonb',
      'part, key',
      batch.putRefusals?.map(({ employeeId, runId, tookAway, ...rest }) => ({
        ...rest,
        took_away: tookAway,
        employee_id: employeeId,
        run_id: runId,
      })),
    ),
    ...remove(
      'decision',
      'id text',
      batch.removeDecisions?.map((id) => ({ id })),
    ),
    ...put(
      'decision',
      'id text, body jsonb',
      'id',
      batch.putDecisions?.map((decision) => ({ id: decision.id, body: decision })),
    ),
    ...remove(
      'memory',
      'key text',
      memory.filter(([, value]) => value === null).map(([key]) => ({ key })),
    ),
    ...put(
      'memory',
      'key text, value text',
      'key',
      memory.filter(([, value]) => value !== null).map(([key, value]) => ({ key, value })),
    ),
    ...putOnce(batch.putMemoryOnce),
    ...remove(
      'issue',
      'id text',
      batch.removeIssues?.map((id) => ({ id })),
    ),
    ...put(
      'issue',
      'id text, first_run_id text, first_seen_at bigint, line jsonb',
      'id',
      batch.putIssues?.map((issue) => ({
        id: issue.id,
        first_run_id: issue.firstRunId,
        first_seen_at: issue.firstSeenAt,
        line: issue.line,
      })),
    ),
    ...put(
      'run',
      'id text, mode text, scope text, status text, started_at bigint, finished_at bigint, plan_hash text, released text, report jsonb, summary jsonb',
      'id',
      putRun === undefined
        ? undefined
        : [
            {
              ...putRun,
              started_at: putRun.startedAt,
              finished_at: putRun.finishedAt,
              plan_hash: putRun.planHash,
              summary: summaryOf(putRun.report),
            },
          ],
    ),
    ...countDay(putRun),
    ...owe(batch.putMails),
    ...put(
      'run_action',
      'run_id text, id text, body jsonb',
      'run_id, id',
      batch.putActions?.map((action) => ({ run_id: action.runId, id: action.id, body: action })),
    ),
  ];
}

const toDirtyRow = (unit: DirtyUnit) => ({ part: unit.part, user_id: unit.userId, day: unit.day ?? '' });

/** Rows in one statement; a very large batch travels in several, within the same transaction. */
const rowsPerStatement = 500;

function put(table: string, columns: string, keys: string, rows: readonly object[] | undefined): Change[] {
  if (rows === undefined || rows.length === 0) return [];
  const names = columnNames(columns);
  const others = names.filter((name) => !keys.split(', ').includes(name));
  const update =
    others.length === 0 ? 'nothing' : `update set ${others.map((n) => `${n} = excluded.${n}`).join(', ')}`;
  const wholly = `insert into ${table} (integration_id, ${names.join(', ')})
    select $1, ${names.map((name) => `r.${name}`).join(', ')} from jsonb_to_recordset($2::jsonb) as r(${columns})
    on conflict (integration_id, ${keys}) do ${update}`;
  return inPieces(lastOfEachKey(rows, keys.split(', ')), wholly);
}

function putOnce(memory: Batch['putMemoryOnce']): Change[] {
  return Object.entries(memory ?? {}).map(([key, value]) => async (trx, id) => {
    await sql`insert into memory (integration_id, key, value) values (${id}, ${key}, ${value})
      on conflict (integration_id, key) do nothing`.execute(trx);
  });
}

/** A live run that has ended counts for its day (UTC). */
function countDay(run: Batch['putRun']): Change[] {
  const summary = summaryOf(run?.report);
  if (run === undefined || summary === null || run.mode !== 'live') return [];
  const day = new Date(run.startedAt).toISOString().slice(0, 10);
  return [
    async (trx, id) => {
      await sql`insert into run_day (integration_id, day, runs, writes, issues)
        values (${id}, ${day}, 1, ${summary.writes}, ${summary.issues})
        on conflict (integration_id, day) do update
        set runs = run_day.runs + 1, writes = run_day.writes + excluded.writes, issues = excluded.issues`.execute(
        trx,
      );
    },
  ];
}

/** Owed once, whoever finds it due again. */
function owe(mails: Batch['putMails']): Change[] {
  if (mails === undefined || mails.length === 0) return [];
  const columns =
    'id text, kind text, recipient text, language text, run_id text, facts jsonb, created_at bigint, next_try_at bigint';
  const names = columnNames(columns);
  const rows = mails.map((mail) => ({
    id: mail.id,
    kind: mail.kind,
    recipient: mail.to,
    language: mail.language,
    run_id: mail.runId,
    facts: mail.facts,
    created_at: mail.createdAt,
    next_try_at: mail.createdAt,
  }));
  return inPieces(
    rows,
    `insert into mail (integration_id, ${names.join(', ')})
      select $1, ${names.map((name) => `r.${name}`).join(', ')} from jsonb_to_recordset($2::jsonb) as r(${columns})
      on conflict (integration_id, id) do nothing`,
  );
}

function remove(table: string, columns: string, rows: readonly object[] | undefined): Change[] {
  if (rows === undefined || rows.length === 0) return [];
  const match = columnNames(columns)
    .map((name) => `t.${name} = r.${name}`)
    .join(' and ');
  const statement = `delete from ${table} t using jsonb_to_recordset($2::jsonb) as r(${columns})
    where t.integration_id = $1 and ${match}`;
  return inPieces(rows, statement);
}

function inPieces(rows: readonly object[], statement: string): Change[] {
  const changes: Change[] = [];
  for (let from = 0; from < rows.length; from += rowsPerStatement) {
    const json = jsonbText(rows.slice(from, from + rowsPerStatement));
    changes.push(async (trx, id) => {
      await trx.executeQuery(CompiledQuery.raw(statement, [id, json]));
    });
  }
  return changes;
}

/** One statement may touch a row once: of several for one key the last counts, as if they had come one by one. */
function lastOfEachKey(rows: readonly object[], keys: readonly string[]): object[] {
  const byKey = new Map<string, object>();
  for (const row of rows) {
    const record = row as Record<string, unknown>;
    byKey.set(JSON.stringify(keys.map((key) => record[key])), row);
  }
  return [...byKey.values()];
}

const columnNames = (columns: string): string[] =>
  columns.split(', ').map((column) => column.split(' ')[0] ?? '');
