// What people ask once everything is set up, over the API, about the demo company after its first run.

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sql } from 'kysely';
import { dayMs } from '../../src/core/time/calendar.ts';
import { foldIdle } from '../../src/service/keep.ts';
import { archiveIdOf } from '../../src/service/setup/identity.ts';
import { formSettingsOrNull } from '../../src/service/setup/settings-of.ts';
import { sendDueMails } from '../../src/service/mails/post.ts';
import { postOf } from '../../src/service/mails/desk-post.ts';
import { type DemoDesk, openDemoDesk } from '../support/demo-desk.ts';

let demo: DemoDesk;
beforeAll(async () => {
  demo = await openDemoDesk({ conflicts: true });
});
afterAll(() => demo.stage.close());

const get = async (path: string) => {
  const answer = await demo.operator.call('GET', `${demo.at}${path}`);
  expect(answer.status, path).toBe(200);
  return answer;
};
const post = (path: string, body: unknown = {}) => demo.operator.call('POST', `${demo.at}${path}`, body);

describe('mails', () => {
  test('the report of the first run is kept for the page, and leaves the house never', async () => {
    const before = (await get('/mails')).body.mails;
    expect(before.map((mail: { state: string }) => mail.state)).toEqual(['waiting', 'waiting']);
    await sendDueMails(await postOf(demo.stage.desk));
    const { server, mails, recipients } = (await get('/mails')).body;
    expect([server, recipients.length]).toEqual(['kept', 1]);
    for (const mail of mails)
      expect(mail).toMatchObject({ kind: 'report', state: 'kept', to: recipients[0], nextTryAt: null });
    expect(demo.stage.mails).toEqual([]);

    const mail = (await get(`/mails/${mails[0].id}?language=en`)).body;
    expect(mail.subject).toMatch(/new issues?, \d+ open$/);
    expect(mail.text).toContain('→');
    const table = await get(`/mails/${mails[0].id}/table.csv`);
    expect(table.headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(table.body.split('\r\n')[0]).not.toContain('type');
  });

  test('a mail in a frame shows itself and can do nothing', async () => {
    const page = await get('/mails/preview/page?language=de');
    expect(page.headers['content-security-policy']).toMatch(/default-src 'none'.*sandbox/);
    expect(page.body).toContain('<h2');
    expect((await demo.operator.call('GET', `${demo.at}/mails/nothing`)).status).toBe(404);
  });

  test('what Tandem itself did not send is never told as the mail server’s words', async () => {
    const { desk } = demo.stage;
    const setup = await desk.office.setup('demo');
    const archiveId = (setup && archiveIdOf(desk, setup)) ?? expect.fail('no archive');
    const owed = {
      kind: 'report',
      to: 'gone@muster.example',
      language: 'de',
      runId: null,
      facts: {},
    } as const;
    await desk.office.oweMails(archiveId, [{ ...owed, id: 'gone', createdAt: desk.now() }]);
    await sendDueMails(await postOf(desk));
    const { mails } = (await get('/mails')).body;
    expect(mails.find(({ id }: { id: string }) => id === 'gone')).toMatchObject({
      state: 'given-up',
      reason: 'recipient',
      trouble: null,
    });
    await sql`delete from mail where id = 'gone'`.execute(demo.stage.database.sql);
  });

  test('a test mail is kept as well, and ten an hour are enough', async () => {
    for (let sent = 0; sent < 10; sent += 1) {
      const { status, body } = await post('/mails/test', { to: 'hr@muster.example' });
      expect([status, body.kind, body.state]).toEqual([200, 'test', 'kept']);
    }
    expect((await post('/mails/test', { to: 'hr@muster.example' })).status).toBe(429);
  });

  test('no absence type and no secret stands in any of them', async () => {
    const types = (await get('/choices')).body.timetacTypes.map(({ name }: { name: string }) => name);
    expect(types.length).toBeGreaterThan(3);
    for (const path of [
      '/mails/preview?language=de',
      '/mails/preview/page?language=en',
      '/mails/preview/table.csv',
    ]) {
      const text = JSON.stringify((await get(path)).body);
      for (const type of types) expect(text, path).not.toContain(type);
      expect(text).not.toMatch(/demo-secret/);
    }
  });
});

describe('answers', () => {
  test('a day is explained along the way of its records', async () => {
    const { issues } = (await get('/issues')).body;
    const line = issues.find((one: { code: string }) => one.code === 'overlaps-foreign');
    const query = `employeeId=${line.employee.personioId}&date=${line.date}`;
    const { employee, statements } = (await get(`/explanation?${query}`)).body;
    expect(employee.name).toBe(line.employee.name);
    const abouts = new Set(statements.map(({ about }: { about: string }) => about));
    for (const about of ['run', 'person', 'source', 'rule', 'issue']) expect(abouts).toContain(about);
    expect(statements.find((one: { about: string }) => one.about === 'issue').text.de).toContain(
      line.message.de,
    );
    expect((await demo.operator.call('GET', `${demo.at}/explanation?employeeId=1&date=x`)).status).toBe(400);
  });

  test('what Personio refused is told with its trace id', async () => {
    const { issues } = (await get('/issues')).body;
    const line = issues.find((one: { code: string }) => one.code === 'refused-by-personio');
    const query = `employeeId=${line.employee.personioId}&date=${line.date}`;
    const { statements } = (await get(`/explanation?${query}`)).body;
    const answer = statements.find((one: { about: string }) => one.about === 'answer');
    expect(answer.text.en).toMatch(/trace ID/);
  });

  test('the people are known by name, in order', async () => {
    const { employees } = (await get('/employees')).body;
    const names = employees.map(({ name }: { name: string }) => name);
    expect(names.length).toBeGreaterThan(30);
    expect(names).toEqual([...names].sort(new Intl.Collator('de').compare));
  });

  test('the first run stands in the picture of the last 30 days, on the page and in the list', async () => {
    const { days } = (await get('/history')).body;
    expect(days).toHaveLength(1);
    expect(days[0].writes).toBeGreaterThan(100);
    const { integrations } = (await demo.operator.call('GET', '/integrations')).body;
    expect(integrations[0].history).toEqual(days);
  });

  test('a conflict shows both records; decided, it is gone from the next report', async () => {
    const { issues } = (await get('/issues')).body;
    const edited = issues.find((one: { code: string }) => one.code === 'edited-in-target');
    const deleted = issues.find((one: { code: string }) => one.code === 'deleted-in-target');
    expect(edited.sides.timetac.de).not.toBe(edited.sides.personio.de);
    expect(edited.sides.changedAt).toMatch(/^\d{4}-/);
    expect(edited.since).toMatch(/^\d{4}-/);
    expect([edited.given, deleted.sides.personio]).toEqual([null, null]);

    expect((await post(`/issues/${edited.id}/answer`, { answer: 'source-wins' })).status).toBe(200);
    const after = (await get('/issues')).body;
    expect(after.issues.find((one: { id: string }) => one.id === edited.id).given).toBe('source-wins');
    expect(after.decisions[0].employee.name).toBe(edited.employee.name);
    await demo.run();

    const now = (await get('/issues')).body;
    expect(now.issues.map((one: { id: string }) => one.id)).not.toContain(edited.id);
    expect(now.issues.map((one: { id: string }) => one.id)).toContain(deleted.id);
    expect(now.solved).toMatchObject([{ id: edited.id, why: 'solved' }]);
    await sendDueMails(await postOf(demo.stage.desk));
    const { mails } = (await get('/mails')).body;
    const newest = mails.find((mail: { kind: string }) => mail.kind === 'report');
    expect((await get(`/mails/${newest.id}?language=de`)).body.text).toContain('Gelöst (1)');
  });

  test('every code has its guide, and nothing else has', async () => {
    const { body } = await demo.stage.stranger.call('GET', '/guides/overlaps-foreign');
    expect(body).toMatchObject({ code: 'overlaps-foreign', class: 'issue' });
    expect(body.ways.length).toBeGreaterThan(0);
    for (const code of ['nothing', 'constructor', '__proto__'])
      expect((await demo.stage.stranger.call('GET', `/guides/${code}`)).status).toBe(404);
  });
});

describe('files', () => {
  test('the table of a run that is taken away has every row that the page shows, what could not go too', async () => {
    const { runs } = (await get('/runs')).body;
    const first = runs.at(-1).id;
    const { body } = await get(`/runs/${first}`);
    const shown = [...body.actions, ...body.held];
    const rows = (await get(`/runs/${first}/actions.csv?language=en`)).body.trim().split('\r\n').slice(1);
    expect(rows).toHaveLength(shown.length);
    const held = shown.filter(({ kind }) => kind === 'hold');
    expect(held.length).toBeGreaterThan(0);
    expect(rows.filter((row: string) => row.startsWith('hold;'))).toHaveLength(held.length);
  });

  test('a run as a workbook', async () => {
    const { runs } = (await get('/runs')).body;
    const { body, headers } = await get(`/runs/${runs[0].id}/actions.xlsx?language=de`);
    expect(headers['content-type']).toContain('spreadsheetml');
    expect(body.slice(0, 2)).toBe('PK');
  });

  test('the requirement form as a PDF, and back', async () => {
    const pdf = await demo.stage.app.inject({
      url: `/api/v1${demo.at}/form.pdf?language=de`,
      headers: { cookie: `tandem-session=${demo.operator.token ?? ''}` },
    });
    expect(pdf.rawPayload.subarray(0, 5).toString()).toBe('%PDF-');
    const before = (await get('')).body.form;
    const colleague = await demo.stage.person({ operator: true });
    await colleague.call('PUT', '/me', { name: 'Carla Kollegin', language: 'de' });
    const rename = (was: string, now: string) =>
      colleague.call('PUT', `${demo.at}/form`, { changes: [{ path: 'name', was, now }] });
    await rename(before.name, 'another');
    await rename('another', before.name);
    const content = pdf.rawPayload.toString('base64');
    const back = await post('/form/import-pdf', { fileName: 'form.pdf', content });
    expect(back.status).toBe(200);
    expect(back.body.form).toEqual(before);
    // Whoever saves an older page is told who handed the form in, not who changed the value before.
    const late = await rename('another', 'a third');
    expect(late.body.conflicts).toMatchObject([{ path: 'name', by: demo.operator.person.name }]);
    const other = await post('/form/import-pdf', {
      fileName: 'x.pdf',
      content: Buffer.from('no PDF').toString('base64'),
    });
    expect(other.status).toBe(409);
    expect(other.body.message.de.length).toBeGreaterThan(20);
  });
});

test('a month is compared, and handed out as a table and as a PDF', async () => {
  const month = new Date(demo.stage.desk.now()).toISOString().slice(0, 7);
  expect((await get(`/months/${month}`)).body.state).toBe('none');
  expect((await post(`/months/${month}`)).body.state).toBe('running');
  let made = (await get(`/months/${month}`)).body;
  while (made.state === 'running') {
    await new Promise((resolve) => setTimeout(resolve, 50));
    made = (await get(`/months/${month}`)).body;
  }
  expect(made).toMatchObject({ state: 'done', trouble: null });
  expect(made.rows.length).toBeGreaterThan(20);
  expect(made.rows.filter((row: { days: unknown[] }) => row.days.length > 0).length).toBe(made.differing);
  expect((await get(`/months/${month}/table.csv?language=de`)).body).toContain(';');
  const pdf = await get(`/months/${month}/check.pdf?language=de`);
  expect(pdf.headers['content-type']).toBe('application/pdf');
  expect((await demo.operator.call('GET', `${demo.at}/months/2026-13`)).status).toBe(404);
});

test('the payroll list is empty while no month is closed, and says so', async () => {
  expect((await get('/payroll')).body).toMatchObject({ rows: [] });
  expect((await get('/payroll/table.csv?language=de')).body).toContain('Korrektur');
});

test('an integration that only names this account has a memory of its own, which knows nobody', async () => {
  const { stage, operator } = demo;
  const { form } = (await get('')).body;
  const other = (await operator.call('POST', '/integrations', { name: 'Another' })).body.id;
  const at = `/integrations/${other}`;
  const customer = await stage.person({ member: { setupId: other, role: 'customer' } });
  const changes = [
    { path: 'timetac.account', was: null, now: form.timetac.account },
    { path: 'timetac.baseUrl', was: null, now: form.timetac.baseUrl },
    { path: 'personio.baseUrl', was: null, now: form.personio.baseUrl },
  ];
  expect((await customer.call('PUT', `${at}/form`, { changes })).status).toBe(200);
  const keys = { clientId: 'made up', clientSecret: 'made up' };
  for (const side of ['personio', 'timetac'])
    await customer.call('PUT', `${at}/credentials/${side}`, { ...keys, keepAnyway: true });

  const [somebody] = (await get('/employees')).body.employees;
  expect((await customer.call('GET', `${at}/runs`)).body.runs).toEqual([]);
  expect((await customer.call('GET', `${at}/employees`)).body.employees).toEqual([]);
  expect((await customer.call('GET', `${at}/issues`)).body).toMatchObject({ issues: [], decisions: [] });
  expect((await customer.call('GET', `${at}/mails`)).body.mails).toEqual([]);
  expect((await customer.call('GET', `${at}/mails/preview`)).body.text).not.toContain(somebody.name);
  const pilot = { mode: 'live', employeeIds: [somebody.personioId] };
  expect((await customer.call('POST', `${at}/runs`, pilot)).status).toBe(409);
  const personal = `${at}/personal-data/${somebody.personioId}`;
  expect((await operator.call('GET', personal)).status).toBe(404);
  await operator.call('POST', `${personal}/erase`, { confirm: somebody.personioId });
  expect((await operator.call('POST', `${at}/purge`, { confirm: 'Another' })).status).toBe(200);

  expect((await get('/runs')).body.runs.length).toBeGreaterThan(1);
  expect((await get('/employees')).body.employees).toContainEqual(somebody);
});

// Last: afterwards the demo is switched off, and its days are long gone.
test('what is long gone is folded also where an integration is switched off', async () => {
  const { desk } = demo.stage;
  const inClear = async (): Promise<number> => {
    const [setup] = await desk.office.setups();
    const settings = setup === undefined ? null : formSettingsOrNull(desk, setup);
    if (settings === null) throw new Error('the demo has no settings');
    const archive = await desk.home.openArchive(settings);
    const links = [
      ...(await archive.links({ part: 'attendances', isClear: true })),
      ...(await archive.links({ part: 'absences', isClear: true })),
    ];
    return links.length + (await archive.rows({ kind: 'timeEntry' })).length;
  };
  const before = await inClear();
  expect(before).toBeGreaterThan(100);
  const later = { ...desk, now: () => Date.now() + 800 * dayMs };

  await foldIdle(later);
  expect(await inClear()).toBe(before);

  await demo.operator.call('PUT', `${demo.at}/switch`, { on: false });
  await foldIdle(later);
  expect(await inClear()).toBeLessThan(before / 10);
});
