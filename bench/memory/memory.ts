// How much memory a run takes that compares everything a company ever recorded with everything that stands in Personio,
// and how long: `npm run bench:memory`. The ledger lies on a PostgreSQL server; the run is made by a process of its own.

import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import type { RunReport } from '../../src/core/report/run-report.ts';
import { runSync } from '../../src/engine/run-sync.ts';
import { type RunRequest, type Workshop, ordinaryRun } from '../../src/engine/workshop.ts';
import { tidy } from '../../src/service/tidy.ts';
import { openServerDatabase } from '../../src/store/database.ts';
import { openArchive } from '../../src/store/sql/sql-archive.ts';
import { startPostgres } from '../../test/support/stores.ts';
import { type Company, linksADay, openCompany } from './company.ts';

export interface MemoryFigures {
  readonly ledgerRows: number;
  readonly seconds: number;
  /** Resident memory of the process after a run that found nothing to do. */
  readonly idleMb: number;
  /** The most that it had while everything was compared. */
  readonly peakMb: number;
  readonly overIdleMb: number;
  /** Writes that the run made, which is none, and what it says stands as agreed. */
  readonly writes: number;
  readonly unchanged: number;
}

const id = 'bench';
const main = new URL('../main.js', import.meta.url).href;

export async function benchMemory(ledgerRows: number, tell: (line: string) => void): Promise<MemoryFigures> {
  const company = openCompany(Math.ceil(ledgerRows / linksADay));
  const server = await startPostgres();
  try {
    await fill(server.url, company);
    tell(`${company.days.length * linksADay} records are linked`);
    return await measureApart(server.url, company.days.length);
  } finally {
    await server.stop();
  }
}

async function fill(url: string, company: Company): Promise<void> {
  const database = await openServerDatabase(url);
  try {
    const archive = await openArchive(database, { id, name: 'bench', settings: {} }, 0);
    await archive.commit({ putLinks: company.peopleLinks() });
    for (const day of company.days) {
      const { links, rows } = company.agreedOn(day);
      await archive.commit({ putLinks: links, putRows: rows });
    }
  } finally {
    await database.close();
  }
}

function measureApart(url: string, days: number): Promise<MemoryFigures> {
  const order = JSON.stringify(['memory', '--measure', url, '--days', String(days)]);
  const script = `import(${JSON.stringify(main)}).then((m) => m.main(${order}, console.log))`;
  const child = spawn(process.execPath, ['--expose-gc', '--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 2],
  });
  let told = '';
  child.stdout?.on('data', (text: Buffer) => (told += text.toString()));
  return new Promise((resolve, reject) => {
    child.once('exit', (code) =>
      code === 0
        ? resolve(JSON.parse(told) as MemoryFigures)
        : reject(new Error(`bench: the process that was measured ended with ${code}`)),
    );
  });
}

/** In the process that is measured. */
export async function measure(url: string, days: number): Promise<MemoryFigures> {
  const company = openCompany(days);
  const database = await openServerDatabase(url);
  const archive = await openArchive(database, { id, name: 'bench', settings: {} }, 0);
  const shop: Workshop = {
    hr: company.hr,
    time: company.time,
    archive,
    generation: null,
    settings: company.settings,
    now: Date.now,
    sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    newId: randomUUID,
    newPassword: () => '',
    concurrency: 6,
    detailDays: 396,
    tell: () => undefined,
    tidy,
  };
  // Nothing to do: everything that a run needs is then loaded, and no day was looked at.
  await run(shop, { ...ordinaryRun, only: ['employees'] });
  globalThis.gc?.();
  const idle = process.memoryUsage().rss;
  let peak = idle;
  const timer = setInterval(() => (peak = Math.max(peak, process.memoryUsage().rss)), 20);
  const began = performance.now();
  const report = await run(shop, { ...ordinaryRun, full: true });
  const seconds = (performance.now() - began) / 1_000;
  clearInterval(timer);
  await database.close();
  const { attendances } = report.parts;
  return {
    ledgerRows: days * linksADay,
    seconds: Math.round(seconds),
    idleMb: inMb(idle),
    peakMb: inMb(peak),
    overIdleMb: inMb(peak - idle),
    writes: attendances.created + attendances.updated + attendances.deleted,
    unchanged: attendances.unchanged,
  };
}

async function run(shop: Workshop, request: RunRequest): Promise<RunReport> {
  const report = await runSync(shop, request);
  if (report === 'busy' || !report.run.status.startsWith('done'))
    throw new Error(`bench: the run ended as ${JSON.stringify(report)}`);
  return report;
}

const inMb = (bytes: number): number => Math.round(bytes / 1024 / 1024);
