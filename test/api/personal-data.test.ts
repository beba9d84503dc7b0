// Personal data: everything held about one person, shown, given away and erased without a trace.

import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addDays, dateIn } from '../../src/core/time/calendar.ts';
import { ordinaryRun } from '../../src/engine/workshop.ts';
import { performRun } from '../../src/service/runs/perform.ts';
import { filledIn } from '../browser/ready.ts';
import { type DemoDesk, openDemoDesk } from '../support/demo-desk.ts';

let demo: DemoDesk;
beforeAll(async () => {
  demo = await openDemoDesk();
});
afterAll(() => demo.stage.close());

/** Every row of every table, as one text. */
async function everything(): Promise<string> {
  const { sql: db } = demo.stage.database;
  const tables = await sql<{ name: string }>`select format('%I.%I', table_schema, table_name) as name
    from information_schema.tables where table_schema in ('public', 'queue') and table_type = 'BASE TABLE'`.execute(
    db,
  );
  const rows = [];
  for (const { name } of tables.rows)
    rows.push((await sql<{ row: string }>`select t::text as row from ${sql.raw(name)} t`.execute(db)).rows);
  return rows
    .flat()
    .map(({ row }) => `(${row}`)
    .join('\n');
}

test('shown, exported, erased: afterwards no trace but a salted key, also not after a full run', async () => {
  const { operator, at, run, stage } = demo;
  const { issues } = (await operator.call('GET', `${at}/issues`)).body;
  const { employee } = issues.find((one: { code: string }) => one.code === 'overlaps-foreign');
  const person = `${at}/personal-data/${employee.personioId}`;
  const [first, last] = employee.name.split(' ');

  const { held } = (await operator.call('GET', person)).body;
  expect(held.map(({ kind }: { kind: string }) => kind)).toEqual(
    expect.arrayContaining(['link', 'mirror', 'finding', 'issue', 'run', 'run_action']),
  );
  const exported = await operator.call('GET', `${person}/export.json`);
  expect(exported.headers['content-disposition']).toContain('attachment');
  expect(exported.body.employee.name).toBe(employee.name);
  expect(exported.body.held.mirror.length).toBeGreaterThan(10);
  expect(await everything()).toContain(last);

  expect((await operator.call('POST', `${person}/erase`, { confirm: 'somebody else' })).status).toBe(409);
  const erased = await operator.call('POST', `${person}/erase`, { confirm: employee.personioId });
  expect(erased.status).toBe(200);
  expect(erased.body.records).toBeGreaterThan(20);

  const gone = async (): Promise<void> => {
    const all = await everything();
    expect(all).not.toContain(employee.name);
    expect(all).not.toContain(`${first}.${last}`.toLowerCase());
    expect(all).not.toMatch(new RegExp(`"?(employeeId|personioId|employee_id)"?: ?"${employee.personioId}"`));
    expect((await operator.call('GET', person)).status).toBe(404);
  };
  await gone();
  const report = await run({ full: true });
  expect(typeof report === 'string' ? report : report.run.status).not.toBe('failed');
  await gone();

  const { entries } = (await operator.call('GET', `${at}/audit`)).body;
  expect(entries[0]).toMatchObject({ what: 'person.erased', details: { employee: null } });
  const list = (await operator.call('GET', `${at}/erased`)).body.erased;
  expect(list).toHaveLength(1);
  expect((await operator.call('DELETE', `${at}/erased/${list[0].key}`)).status).toBe(200);
  await run({ full: true });
  expect((await operator.call('GET', person)).status).toBe(200);
  expect((await stage.desk.office.auditChain()).map(({ what }) => what)).toEqual([
    'person.erased',
    'erased.admitted',
  ]);
  // Erasing somebody changes no entry that was written.
  expect((await operator.call('GET', '/audit/check')).body).toEqual({ entries: 2, brokenAt: null });
  await sql`update audit set who = 'somebody else' where seq = (select min(seq) from audit)`.execute(
    stage.database.sql,
  );
  expect((await operator.call('GET', '/audit/check')).body).toMatchObject({ entries: 2, brokenAt: 1 });
});

test('the sums of a compared month are of those it still lists: nobody reads the hours of somebody erased from them', async () => {
  const { operator, at } = demo;
  const thisMonth = dateIn(Date.now(), 'Europe/Berlin').slice(0, 7);
  const month = addDays(`${thisMonth}-01`, -1).slice(0, 7);
  const path = `${at}/months/${month}`;
  const shown = async () => (await operator.call('GET', path)).body;
  await operator.call('POST', path);
  await expect.poll(async () => (await shown()).state, { timeout: 20_000 }).toBe('done');
  const { rows: before } = await shown();
  const { employee } = before.find((row: { timetacHours: number }) => row.timetacHours > 0);
  const { personioId } = employee;
  await operator.call('POST', `${at}/personal-data/${personioId}/erase`, { confirm: personioId });

  const { rows, totals, differing } = await shown();
  expect(rows).toHaveLength(before.length - 1);
  const sum = (name: string): number =>
    Math.round(rows.reduce((all: number, row: Record<string, number>) => all + (row[name] ?? 0), 0) * 100) /
    100;
  for (const name of ['timetacHours', 'personioHours', 'timetacDays', 'personioDays'])
    expect([name, totals[name]]).toEqual([name, sum(name)]);
  expect(differing).toBe(rows.filter(({ days }: { days: readonly unknown[] }) => days.length > 0).length);
});

test('an integration is purged with all it remembers, by its name and by an operator only', async () => {
  const { operator, at, stage } = demo;
  const admin = await stage.person({ member: { setupId: 'demo', role: 'admin' } });
  const { name } = (await operator.call('GET', at)).body;
  expect((await admin.call('POST', `${at}/purge`, { confirm: name })).status).toBe(403);
  expect((await operator.call('POST', `${at}/purge`, { confirm: 'x' })).status).toBe(409);
  expect((await operator.call('POST', `${at}/purge`, { confirm: name })).status).toBe(200);
  expect((await operator.call('GET', at)).status).toBe(404);
  for (const table of ['link', 'mirror', 'run', 'run_action', 'finding', 'mail', 'integration']) {
    const { rows } = await sql`select 1 from ${sql.table(table)}`.execute(stage.database.sql);
    expect([table, rows.length]).toEqual([table, 0]);
  }
  // What is left is no key, but the name of the master key in use.
  const keys = await sql<{ owner: string; wrapped: string }>`select owner, wrapped from data_key`.execute(
    stage.database.sql,
  );
  expect(keys.rows).toEqual([{ owner: '#master', wrapped: '' }]);
  const { entries } = (await operator.call('GET', '/audit')).body;
  expect(entries[0]).toMatchObject({ what: 'integration.purged', details: { name } });
});

test('what rehearsals left goes with an integration that never ran, also of accounts that it named before', async () => {
  const { operator, stage } = demo;
  const id = await filledIn(stage, operator, 'Probe GmbH');
  const rehearse = () =>
    performRun(stage.desk, {
      setupId: id,
      request: { ...ordinaryRun, mode: 'dry-run', full: true },
      askedBy: 'test',
    });
  const runs = async () =>
    (await sql<{ id: string }>`select integration_id as id from run`.execute(stage.database.sql)).rows.length;
  const none = await runs();
  expect(await rehearse()).toMatchObject({ run: { mode: 'dry-run' } });
  await stage.desk.office.changeSetup(id, (now) => ({
    putSetup: { ...now, provenAccount: 'elsewhere/account', formerAccounts: [now.provenAccount ?? ''] },
  }));
  await rehearse();
  expect(await runs()).toBe(none + 2);

  expect((await operator.call('DELETE', `/integrations/${id}`)).status).toBe(200);

  expect(await runs()).toBe(none);
});
