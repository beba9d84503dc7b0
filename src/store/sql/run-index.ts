// Runs at a glance: what a list shows of them, without loading their reports.

import { type Kysely, type RawBuilder, sql } from 'kysely';
import { parts } from '../../core/report/codes.ts';
import type { Office, RunSummary } from '../../service/office/office.ts';
import { noSummary, type StoredSummary } from './run-summary.ts';
import type { Schema } from './schema.ts';

type RunIndex = Pick<
  Office,
  'standing' | 'runSummaries' | 'runSummary' | 'runReport' | 'dayCounts' | 'lastSuccess' | 'issuesSince'
>;

export function runIndex(db: Kysely<Schema>): RunIndex {
  const select = (tail: RawBuilder<unknown>) =>
    sql<SummaryRow>`select integration_id, id, mode, scope, status, started_at, finished_at, summary
      from run ${tail}`.execute(db);
  return {
    standing: async (archiveIds) => {
      const ids = [...archiveIds];
      const newest = await select(sql`join (
          select integration_id as of_id, max(seq) as newest from run
          where integration_id = any(${ids}::text[]) and mode = 'live' and status <> 'running' group by integration_id
        ) as last on run.integration_id = last.of_id and run.seq = last.newest`);
      const pauses = await sql<{ integration_id: string; key: string }>`select integration_id, key from memory
        where integration_id = any(${ids}::text[]) and key like 'pause.%'`.execute(db);
      return new Map(
        ids.map((id) => [
          id,
          {
            lastRun: newest.rows.filter((row) => row.integration_id === id).map(toSummary)[0] ?? null,
            paused: parts.filter((part) =>
              pauses.rows.some((row) => row.integration_id === id && row.key === `pause.${part}`),
            ),
          },
        ]),
      );
    },
    runSummaries: async (archiveId, limit, until) => {
      const begun = until === undefined ? sql`` : sql`and started_at <= ${until}`;
      const answer = await select(
        sql`where integration_id = ${archiveId} ${begun} order by seq desc limit ${limit}`,
      );
      return answer.rows.map(toSummary);
    },
    runReport: async (archiveId, runId) => {
      const answer = await sql<{ report: unknown }>`select report from run
        where integration_id = ${archiveId} and id = ${runId}`.execute(db);
      return answer.rows[0]?.report ?? null;
    },
    lastSuccess: async (archiveId) => {
      const answer = await sql<{ finished_at: number | null }>`select finished_at from run
        where integration_id = ${archiveId} and mode = 'live' and status in ('done', 'done-with-issues')
        order by seq desc limit 1`.execute(db);
      return answer.rows[0]?.finished_at ?? null;
    },
    issuesSince: async (archiveId, at, until) => {
      const answer = await sql<{ id: string }>`select id from issue
        where integration_id = ${archiveId} and first_seen_at between ${at} and ${until} and line is not null
        and line <> 'null'::jsonb order by id`.execute(db);
      return answer.rows.map(({ id }) => id);
    },
    dayCounts: async (archiveIds, from) => {
      // One row per integration: hundreds of them with thirty days each are read at once for the overview.
      const { rows } = await sql<{
        integration_id: string;
        days: readonly (readonly [string, number, number, number])[];
      }>`select integration_id, json_agg(json_build_array(day, runs, writes, issues) order by day) as days
        from run_day where integration_id = any(${[...archiveIds]}::text[]) and day >= ${from}
        group by integration_id`.execute(db);
      const known = new Map(rows.map(({ integration_id, days }) => [integration_id, days]));
      return new Map(
        archiveIds.map((id) => [
          id,
          (known.get(id) ?? []).map(([day, runs, writes, issues]) => ({ day, runs, writes, issues })),
        ]),
      );
    },
    runSummary: async (archiveId, runId) => {
      const answer = await select(sql`where integration_id = ${archiveId} and id = ${runId}`);
      return answer.rows.map(toSummary)[0] ?? null;
    },
  };
}

interface SummaryRow {
  readonly integration_id: string;
  readonly id: string;
  readonly mode: string;
  readonly scope: string;
  readonly status: string;
  readonly started_at: number;
  readonly finished_at: number | null;
  readonly summary: unknown;
}

const toSummary = (row: SummaryRow): RunSummary => ({
  id: row.id,
  mode: row.mode as RunSummary['mode'],
  scope: row.scope as RunSummary['scope'],
  status: row.status as RunSummary['status'],
  startedAt: row.started_at,
  finishedAt: row.finished_at,
  ...((row.summary as StoredSummary | null) ?? noSummary),
});
