// How many quiet integrations one worker looks after, and how soon an hour that somebody enters stands in Personio:
// companies that are looked at every 60 seconds, one `tandem worker` on a PostgreSQL server, vendors in a process of
// their own. `npm run bench:polls`.

import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readServerSettings } from '../../src/app/config.ts';
import { openFrontDesk } from '../../src/app/front-desk.ts';
import { openHome } from '../../src/app/home.ts';
import type { Branch } from '../../src/core/settings/tree.ts';
import { newSetup } from '../../src/service/setup/create.ts';
import { sealedFor } from '../../src/service/setup/settings-of.ts';
import { startChild } from '../../test/kills/processes/child.ts';
import { type RestartablePostgres, startRestartablePostgres } from '../../test/kills/workers/database.ts';
import { tempFolder } from '../../test/support/stores.ts';
import { start } from '../contest/processes.ts';
import type { CompanyAccess, CrowdTally } from './crowd-process.ts';

export interface PollsOrder {
  readonly integrations: number;
  /** How long it is measured, once all of them are in step. */
  readonly seconds: number;
  /** Hours that people enter meanwhile, over all companies. */
  readonly changesPerSecond: number;
  readonly tell: (line: string) => void;
}

export interface PollsFigures {
  readonly integrations: number;
  readonly seconds: number;
  /** From the start of the worker until everybody was in step for the first time. */
  readonly firstRunsSeconds: number;
  readonly pollsPerMinute: number;
  /** Calls other than polls and sign-ins, per hour that was entered. */
  readonly callsPerChange: number;
  readonly changes: number;
  readonly delivered: number;
  readonly delaySeconds: { readonly p50: number; readonly p99: number; readonly most: number };
  /** Of one core, by the worker's process. */
  readonly workerCpuShare: number;
  readonly workerPeakMb: number;
}

const everyMs = 60_000;
const entrance = fileURLToPath(new URL('../../../../bin/tandem', import.meta.url));

export async function benchPolls(order: PollsOrder): Promise<PollsFigures> {
  const { integrations, seconds, changesPerSecond, tell } = order;
  const folder = tempFolder();
  const keyFile = join(folder, 'master.key');
  const postgres = await startRestartablePostgres();
  const crowd = start('crowd');
  try {
    const today = new Date().toISOString().slice(0, 10);
    const accesses = await crowd.ask<CompanyAccess[]>('open', { companies: integrations, today });
    await setUp({ databaseUrl: postgres.urlFor('setup'), keyFile, folder }, accesses);
    tell(`${integrations} integrations are set up`);
    const worker = startChild(entrance, ['worker'], {
      TANDEM_DATABASE_URL: postgres.urlFor('worker'),
      TANDEM_MASTER_KEY_FILE: keyFile,
      TANDEM_DATA_DIR: join(folder, 'data'),
    });
    const began = performance.now();
    const ended = worker.ended.then(({ exit, err }) => {
      throw new Error(`bench: the worker ended with ${String(exit)}: ${err.slice(-2_000)}`);
    });
    await Promise.race([allRan(postgres, integrations, tell), ended]);
    ended.catch(() => undefined);
    const firstRunsSeconds = (performance.now() - began) / 1000;
    tell(`all are in step after ${Math.round(firstRunsSeconds)} s`);
    // From here on their looks are spread over the minute, as they are where nobody switches all of them on at once.
    await postgres.ask(`update setup set next_run_at = $1::bigint + (random() * ${everyMs})::bigint`, [
      Date.now(),
    ]);
    await sleep(everyMs);
    await crowd.ask('begin', changesPerSecond);
    const [cpuBefore, measuredFrom] = [cpuSecondsOf(worker.pid), performance.now()];
    await sleep(seconds * 1000);
    const [cpu, measured] = [cpuSecondsOf(worker.pid) - cpuBefore, (performance.now() - measuredFrom) / 1000];
    await crowd.ask('stopEntering');
    const { polls, otherCalls } = await crowd.ask<CrowdTally>('tally');
    await sleep(1.5 * everyMs);
    const { delaysMs } = await crowd.ask<CrowdTally>('tally');
    const workerPeakMb = peakMbOf(worker.pid);
    worker.signal('SIGTERM');
    const { exit, err } = await worker.ended;
    if (exit !== 0) throw new Error(`bench: the worker ended with ${String(exit)}: ${err.slice(-2_000)}`);
    const delivered = delaysMs.flatMap((delay) => delay ?? []).sort((a, b) => a - b);
    const at = (share: number): number =>
      Math.round(
        (delivered[Math.min(delivered.length - 1, Math.floor(share * delivered.length))] ?? 0) / 100,
      ) / 10;
    return {
      integrations,
      seconds: Math.round(measured),
      firstRunsSeconds: Math.round(firstRunsSeconds),
      pollsPerMinute: Math.round((polls / measured) * 60),
      callsPerChange: Math.round((otherCalls / delaysMs.length) * 10) / 10,
      changes: delaysMs.length,
      delivered: delivered.length,
      delaySeconds: { p50: at(0.5), p99: at(0.99), most: at(1) },
      workerCpuShare: Math.round((cpu / measured) * 100) / 100,
      workerPeakMb,
    };
  } finally {
    await crowd.kill();
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Filled in, with sealed credentials, switched on; as many at once as a page could do, too. */
async function setUp(
  place: { readonly databaseUrl: string; readonly keyFile: string; readonly folder: string },
  accesses: readonly CompanyAccess[],
): Promise<void> {
  const server = readServerSettings({
    TANDEM_DATABASE_URL: place.databaseUrl,
    TANDEM_MASTER_KEY_FILE: place.keyFile,
    TANDEM_ALLOW_PRIVATE_HOSTS: '1',
  });
  const home = await openHome(server, place.folder);
  if ('heldBy' in home) throw new Error('bench: a server has no folder to hold');
  const { desk, close } = await openFrontDesk(home, {
    server,
    dataDir: place.folder,
    demo: false,
    mayMakeKey: true,
    files: new Map(),
    publicUrl: () => 'http://127.0.0.1',
    notice: () => undefined,
    told: (error) => {
      throw error;
    },
  });
  for (const { account, document, keys } of accesses) {
    const form = withoutKeys(document);
    await desk.office.commit({
      putSetup: {
        ...newSetup(desk, account, account, 'page', form, 'Bench'),
        completeForm: form,
        on: true,
        begunAt: desk.now(),
        firstOnAt: desk.now(),
        nextRunAt: desk.now(),
      },
    });
    for (const side of ['personio', 'timetac'] as const) {
      await desk.office.commit({
        putCredential: {
          ...(await sealedFor(desk, { id: account, form }, side, keys[side])),
          setAt: desk.now(),
          setBy: 'Bench',
          works: true,
          triedAt: null,
        },
      });
    }
  }
  await close();
  await home.close();
}

function withoutKeys(document: CompanyAccess['document']): Branch {
  const bare = (section: unknown): Branch =>
    Object.fromEntries(Object.entries(section as Branch).filter(([name]) => !name.startsWith('client')));
  return {
    ...(document as Branch),
    personio: bare(document['personio']),
    timetac: bare(document['timetac']),
    schedule: { every: '60s' },
  };
}

async function allRan(
  postgres: RestartablePostgres,
  count: number,
  tell: (line: string) => void,
): Promise<void> {
  for (let told = 0; ; ) {
    const [row] = await postgres.ask<{ count: string }>(
      `select count(distinct integration_id) as count from run where status in ('done', 'done-with-issues')`,
    );
    const done = Number(row?.count);
    if (done >= count) return;
    if (done >= told + 200) tell(`${(told = done)} first runs`);
    await sleep(500);
  }
}

/** User and system time of a process, in seconds (Linux). */
function cpuSecondsOf(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) / 100;
}

const peakMbOf = (pid: number): number =>
  Math.round(Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024);

const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
