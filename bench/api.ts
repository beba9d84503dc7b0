// How fast the API answers where no vendor is asked: an installation of two hundred integrations with a million records
// in the ledger, on the embedded store, over HTTP on loopback. `npm run bench:api`; figures are milliseconds.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { openMetrics } from '../src/api/metrics.ts';
import { buildServer } from '../src/api/server.ts';
import { readServerSettings } from '../src/app/config.ts';
import { openFrontDesk } from '../src/app/front-desk.ts';
import { openHome } from '../src/app/home.ts';
import { writeLetter } from '../src/core/report/mail/letter.ts';
import type { RunReport } from '../src/core/report/run-report.ts';
import { openSession } from '../src/service/session/sessions.ts';
import { newPerson } from '../src/service/session/sign-in.ts';
import { newSetup } from '../src/service/setup/create.ts';
import { summaryOf } from '../src/store/sql/run-summary.ts';
import { report, settings } from './api-company.ts';

const integrations = 200;
const linksPerIntegration = 5_000;
const callsPerRoute = 200;

export interface ApiFigure {
  readonly route: string;
  readonly calls: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly mostMs: number;
}

export async function benchApi(): Promise<ApiFigure[]> {
  const dataDir = mkdtempSync(join(tmpdir(), 'tandem-bench-'));
  const server = readServerSettings({ TANDEM_DATA_DIR: dataDir });
  const home = await openHome(server, dataDir);
  if ('heldBy' in home) throw new Error('bench: the folder is held');
  const told = (error: Error): void => {
    throw error;
  };
  const front = await openFrontDesk(home, {
    server,
    dataDir,
    demo: false,
    mayMakeKey: true,
    files: new Map(),
    publicUrl: () => 'http://127.0.0.1',
    told,
    notice: () => undefined,
  });
  const app = await buildServer({
    desk: front.desk,
    page: { folder: null },
    metrics: openMetrics(),
    ready: async () => true,
    told,
    trustProxy: false,
    isSecure: false,
  });
  try {
    const operator = await newPerson(
      front.desk,
      { name: 'Bench', email: 'bench@muster.example', password: null, language: 'en' },
      true,
    );
    await front.desk.office.commit({ putPerson: operator });
    for (let number = 0; number < integrations; number++) {
      const form = settings(number);
      const id = `bench-${number}`;
      await front.desk.office.commit({
        putSetup: {
          ...newSetup(front.desk, id, `Company ${number}`, 'page', form, 'Bench'),
          on: true,
          begunAt: 1,
          firstOnAt: 1,
        },
      });
      await fill(home.database.sql, `api.timetac.com/company${number}`);
    }
    const { token } = await openSession(front.desk, operator, null);
    const url = await app.listen({ port: 0, host: '127.0.0.1' });
    const routes = [
      '/session',
      '/integrations',
      '/integrations/bench-50',
      '/integrations/bench-50/runs',
      '/integrations/bench-50/runs/run-3',
      '/integrations/bench-50/issues',
      '/integrations/bench-50/people',
      '/integrations/bench-50/audit',
      '/integrations/bench-50/history',
      '/integrations/bench-50/employees',
      '/integrations/bench-50/explanation?employeeId=3001&date=2026-03-02',
      '/integrations/bench-50/payroll',
      '/integrations/bench-50/mails',
      '/integrations/bench-50/mails/preview',
      '/people',
    ];
    const figures: ApiFigure[] = [];
    for (const route of routes) figures.push(await measured(`${url}/api/v1${route}`, route, token));
    return [...figures, renderMany()];
  } finally {
    await app.close();
    await front.close();
    await home.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

type Db = Parameters<ReturnType<typeof sql>['execute']>[0];

/** A ledger, runs with their reports and their actions. */
async function fill(db: Db, archiveId: string): Promise<void> {
  await sql`insert into integration (id, name, settings, created_at) values (${archiveId}, 'x', '{}', 0)`.execute(
    db,
  );
  await sql`insert into link (integration_id, part, key, target_id, employee_id, from_on, to_on, origin, agreed, linked_at)
    select ${archiveId}, 'attendances', n || '@2026-03-02', 'target' || n, (3000 + n % 200)::text, '2026-03-02', '2026-03-02',
      'created', '{"kind":"WORK","start":"2026-03-02T08:00:00","end":"2026-03-02T12:00:00","projectId":null,"comment":null}',
      0 from generate_series(1, ${linksPerIntegration}) as n`.execute(db);
  await sql`insert into run_day (integration_id, day, runs, writes, issues)
    select ${archiveId}, (current_date - n)::text, 96, n * 10, 20 from generate_series(0, 29) as n`.execute(
    db,
  );
  const body = JSON.stringify(report);
  await sql`insert into run (integration_id, id, mode, scope, status, started_at, finished_at, report, summary)
    select ${archiveId}, 'run-' || n, 'live', 'incremental', 'done-with-issues', n * 1000, n * 1000 + 500, ${body}::jsonb, ${JSON.stringify(summaryOf(report))}::jsonb
    from generate_series(1, 30) as n`.execute(db);
}

/** The mail of a report with a thousand issues, with its table. */
function renderMany(): ApiFigure {
  const issues = Array.from({ length: 50 }, () => report.issues).flat();
  const times = Array.from({ length: 30 }, () => {
    const began = performance.now();
    const letter = writeLetter({
      mail: { kind: 'report', language: 'de', facts: {}, createdAt: 0 },
      name: 'Muster GmbH',
      zone: 'Europe/Berlin',
      page: { url: 'https://tandem.example', setupId: 'x' },
      isOfFile: false,
      brokeOff: false,
      report: { ...report, issues } as unknown as RunReport,
      day: null,
    });
    if ((letter.table?.text.length ?? 0) < 100_000) throw new Error('bench: the table is too short');
    return performance.now() - began;
  });
  return figureOf('a mail with 1,000 issues, in words', times);
}

async function measured(url: string, route: string, token: string): Promise<ApiFigure> {
  const times: number[] = [];
  for (let call = 0; call < callsPerRoute + 10; call++) {
    const began = performance.now();
    const response = await fetch(url, { headers: { cookie: `tandem-session=${token}` } });
    await response.text();
    if (response.status !== 200) throw new Error(`bench: ${route} answered ${response.status}`);
    // The first calls compile what they need.
    if (call >= 10) times.push(performance.now() - began);
  }
  return figureOf(route, times);
}

function figureOf(route: string, times: number[]): ApiFigure {
  times.sort((a, b) => a - b);
  const at = (share: number): number =>
    Math.round(10 * (times[Math.floor(share * (times.length - 1))] ?? 0)) / 10;
  return { route, calls: times.length, p50Ms: at(0.5), p99Ms: at(0.99), mostMs: at(1) };
}
