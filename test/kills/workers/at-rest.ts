// What has to be true of every company when the campaign has come to rest, looked at in the database and at the vendors.

import { differences } from '../at-rest.ts';
import type { Company } from './company.ts';
import type { RestartablePostgres } from './database.ts';
import { type Place, askForFullRuns } from './set-up.ts';

export interface Verdict {
  /** Records and accounts that stand. */
  readonly records: number;
  /** Settled links that are gone although their record stands, and records that the calm twins have. */
  readonly lost: number;
  readonly doubled: number;
  /** Records of others that are not as they were. */
  readonly foreignTouched: number;
  /** Pairs of runs of one integration that were at work at the same time. */
  readonly overlaps: number;
  readonly faults: readonly string[];
}

export interface Evidence {
  readonly postgres: RestartablePostgres;
  readonly companies: readonly Company[];
  /** Links seen on the way, by company: `attendances 4711`. */
  readonly settled: ReadonlyMap<string, ReadonlySet<string>>;
  /** Records of others as they stood before the first run, by company. */
  readonly foreign: ReadonlyMap<string, readonly string[]>;
}

const patienceMs = 15 * 60_000;

/** Full runs until nothing is left to do; what the last of them still wrote is a fault. */
export async function comeToRest(
  place: Place,
  ids: readonly string[],
  postgres: RestartablePostgres,
): Promise<string[]> {
  // Nothing is due: only what is asked for below runs. (Switched off, not even that would.)
  await postgres.ask('update setup set next_run_at = null');
  for (const round of [1, 2]) {
    await drained(postgres);
    const since = Date.now();
    await askForFullRuns(place, ids);
    const ended = async (): Promise<number> =>
      Number((await postgres.ask<{ count: string }>(fullRunsSince, [since]))[0]?.count);
    for (let done = await ended(); done < ids.length; done = await ended()) {
      if (Date.now() - since > patienceMs)
        return [`round ${round}: ${done} of ${ids.length} companies came to rest`];
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
    if (round === 1) continue;
    await drained(postgres);
    const wrote = await postgres.ask<{ id: string; writes: string }>(writesSince, [since]);
    return wrote.map(({ id, writes }) => `${id}: one more full run made ${writes} writes`);
  }
  return [];
}

/** Nothing is asked for any more. */
async function drained(postgres: RestartablePostgres): Promise<void> {
  const since = Date.now();
  while ((await postgres.ask(waitingJobs)).length > 0) {
    if (Date.now() - since > patienceMs) throw new Error('the queue does not come to its end');
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}

export async function judge({ postgres, companies, settled, foreign }: Evidence): Promise<Verdict> {
  const kept = await linksIn(postgres);
  const [lost, doubled, touched, wrong]: string[][] = [[], [], [], []];
  let [records, overlaps] = [0, 0];
  for (const company of companies) {
    const { name } = company;
    const [standing, expected] = [await company.standing(), await company.calm.standing()];
    records += standing.length;
    const ids = await company.ids();
    lost?.push(
      ...[...(settled.get(name) ?? [])]
        .filter((link) => ids.has(link) && kept.get(name)?.has(link) !== true)
        .map((link) => `${name}: lost ${link}`),
    );
    doubled?.push(...twins(standing, expected).map((twin) => `${name}: doubled ${twin}`));
    touched?.push(
      ...differences(foreign.get(name) ?? [], company.foreign()).map((what) => `${name}: ${what}`),
    );
    wrong?.push(...differences(expected, standing).map((what) => `${name}: not as its calm twin, ${what}`));
    overlaps += company.calls.overlaps();
  }
  const left = (await postgres.ask<{ what: string }>(leftOver)).map(({ what }) => what);
  const together = (await postgres.ask<{ what: string }>(runsTogether)).map(({ what }) => what);
  const missing = wrong?.filter((line) => line.includes('missing:')) ?? [];
  return {
    records,
    lost: (lost?.length ?? 0) + missing.length,
    doubled: doubled?.length ?? 0,
    foreignTouched: touched?.length ?? 0,
    overlaps: overlaps + together.length,
    faults: [...(lost ?? []), ...(doubled ?? []), ...(touched ?? []), ...(wrong ?? []), ...left, ...together],
  };
}

/** By company: the name of its TimeTac account ends the archive's id. */
export async function linksIn(postgres: RestartablePostgres): Promise<Map<string, Set<string>>> {
  const rows = await postgres.ask<{ id: string; link: string }>(
    `select integration_id as id, part || ' ' || target_id as link from link`,
  );
  const links = new Map<string, Set<string>>();
  for (const { id, link } of rows) {
    const name = id.slice(id.lastIndexOf('/') + 1);
    links.set(name, (links.get(name) ?? new Set()).add(link));
  }
  return links;
}

/** Attendances and absences that stand there more often than in the calm company. */
function twins(standing: readonly string[], calm: readonly string[]): string[] {
  const count = (lines: readonly string[], line: string): number =>
    lines.filter((other) => other === line).length;
  return [...new Set(standing)].filter((line) => {
    const times = count(standing, line);
    return times > 1 && times > count(calm, line);
  });
}

const waitingJobs = `select 1 from queue.job where name = 'run-integration' and completed_on is null limit 1`;

const fullRunsSince = `select count(distinct integration_id) as count from run
  where scope = 'full' and status in ('done', 'done-with-issues') and started_at >= $1`;

const writesSince = `select integration_id as id, summary->>'writes' as writes from run
  where scope = 'full' and started_at >= $1 and (summary->>'writes')::int > 0`;

const leftOver = `
  select integration_id || ': a run is still open' as what from run where status = 'running'
  union all select integration_id || ': an intent is still open' from intent
  union all select 'a job failed for good: ' || output::text from queue.job
    where name = 'run-integration' and state::text = 'failed'`;

/** By what the runs themselves say; those that were cut have no end. */
const runsTogether = `
  select integration_id || ': a run began before the one before it ended' as what from (
    select integration_id, started_at, lag(finished_at) over (partition by integration_id order by seq) as before
    from run) as pairs
  where started_at < before`;
