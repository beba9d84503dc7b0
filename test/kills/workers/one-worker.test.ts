// `tandem worker` as a process: takes runs out of the queue, stops when it is asked to, and says what it needs.

import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test, vi } from 'vitest';
import { tandem } from '../../entrance/tandem.ts';
import { tempFolder } from '../../support/stores.ts';
import { openCompany } from './company.ts';
import { startRestartablePostgres } from './database.ts';
import { setUp } from './set-up.ts';
import { type WorkerProcesses, startWorkers } from './worker-processes.ts';

const entrance = fileURLToPath(new URL('../../../bin/tandem', import.meta.url));
const soon = { timeout: 600_000, interval: 100 };

test('without a server database a worker says what it needs and ends with 2', async () => {
  const { exit, err } = await tandem(['worker']);
  expect(exit).toBe(2);
  expect(err).toContain('TANDEM_DATABASE_URL');
});

test('a worker that is asked to stop waits for no vendor, and the next one goes on with its run', async () => {
  const folder = tempFolder();
  const postgres = await startRestartablePostgres();
  const company = await openCompany(folder, 5, 'muster');
  const place = { databaseUrl: postgres.urlFor('desk'), keyFile: join(folder, 'master.key') };
  const start = (): Promise<WorkerProcesses> =>
    startWorkers({ count: 1, entrance, postgres, keyFile: place.keyFile, folder });
  let letGo: () => void = () => undefined;
  try {
    await setUp(place, [company]);
    company.silent(new Promise<void>((resolve) => (letGo = resolve)));
    const first = await start();
    const statuses = async (): Promise<string[]> =>
      (await postgres.ask<{ status: string }>('select status from run order by seq')).map(
        ({ status }) => status,
      );
    await vi.waitFor(async () => expect(await statuses()).toEqual(['running']), soon);
    // Not one answer comes before it has ended.
    expect(await first.stop()).toEqual([]);
    expect(first.faults()).toEqual([]);

    letGo();
    const next = await start();
    await vi.waitFor(async () => expect((await statuses()).at(-1)).toMatch(/^done/), soon);
    expect(await statuses()).toEqual(['interrupted', expect.stringMatching(/^done/)]);
    expect(await next.stop()).toEqual([]);
  } finally {
    letGo();
    await company.close();
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  }
});
