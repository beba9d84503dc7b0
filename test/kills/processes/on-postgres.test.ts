// Whole runs of `bin/tandem` on a PostgreSQL server: the same result as on the embedded store, and one run at a time
// for any number of processes.

import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readDocument } from '../../entrance/report-document.ts';
import { openStage } from '../../entrance/stage.ts';
import { start, tandem } from '../../entrance/tandem.ts';
import { newDatabaseIn } from '../../support/new-database.ts';
import { startPostgres, tempFolder } from '../../support/stores.ts';
import { openVendors } from './vendors.ts';

const entrance = fileURLToPath(new URL('../../../bin/tandem', import.meta.url));

let server: Awaited<ReturnType<typeof startPostgres>>;
beforeAll(async () => {
  server = await startPostgres();
});
afterAll(() => server.stop());

/** Two runs of a company of its own, on one store. */
async function twoRuns(store: string, environment: Record<string, string>) {
  const folder = tempFolder();
  if (store === 'embedded') await newDatabaseIn(join(folder, 'data', 'db'));
  const vendors = await openVendors(entrance, folder, store, { seed: 7, employees: 5, days: 4 });
  try {
    const words = ['sync', '--config', vendors.config, '--data', join(folder, 'data'), '--json', '--quiet'];
    const [first, second] = [await tandem(words, environment), await tandem(words, environment)];
    return { first, second, standing: await vendors.standing() };
  } finally {
    await vendors.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

const figures = ({ run, parts, issues, notes }: ReturnType<typeof readDocument>) => ({
  run: [run.status, run.scope, run.writes],
  parts,
  issues: issues.map(({ code, employee, date, covers }) => [code, employee, date, covers]),
  notes: notes.map(({ code, covers }) => [code, covers]),
});

test('a company synchronised through PostgreSQL stands as one through the embedded store; the second run writes nothing', async () => {
  const embedded = await twoRuns('embedded', {});
  const onServer = await twoRuns('postgres', { TANDEM_DATABASE_URL: server.url });

  expect(onServer.standing).toEqual(embedded.standing);
  expect([onServer.first.exit, onServer.second.exit]).toEqual([embedded.first.exit, embedded.second.exit]);
  const reports = [embedded, onServer].map(({ first, second }) =>
    [first, second].map(({ out }) => readDocument(out)),
  );
  const [expected, found] = reports.map((runs) => runs.map(figures));
  expect(found).toEqual(expected);
  const [first, second] = reports[1] ?? [];
  expect(first?.parts.attendances.created).toBeGreaterThan(10);
  expect(second?.run.writes).toEqual({ personio: 0, timetac: 0 });
});

test('two processes at once on one server: one works, the other ends with 5, nothing stands twice', async () => {
  const stage = await openStage({ employees: 5, days: 3 });
  try {
    const config = stage.configFile();
    const environment = { TANDEM_DATABASE_URL: server.url };
    // Each has a data folder of its own, as two machines would.
    const words = (data: string) => [
      'sync',
      '--config',
      config,
      '--data',
      stage.dataFolder(data),
      '--json',
      '--quiet',
    ];
    const reached = stage.gate.close({
      side: 'personio',
      method: 'POST',
      path: '/v2/attendance-periods',
      nth: 3,
      when: 'before',
    });
    const first = start(words('one'), environment);
    await reached;
    const second = await tandem(words('other'), environment);
    expect([second.exit, JSON.parse(second.out)]).toMatchObject([5, { ok: false, exit: 5 }]);
    stage.gate.open();

    const { exit, out } = await first.ended;
    expect([0, 1]).toContain(exit);
    const writes = readDocument(out).run.writes.personio;
    expect(stage.exported()).toHaveLength(writes);
    expect(new Set(stage.exported()).size).toBe(writes);
    // Whoever comes next, on either machine, finds everything done.
    const again = readDocument((await tandem([...words('other'), '--full'], environment)).out);
    expect(again.run.writes).toEqual({ personio: 0, timetac: 0 });
  } finally {
    await stage.close();
  }
});
