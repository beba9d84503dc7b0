// The eight steps over the API, in the order in which people take them: from two addresses to an integration that runs
// by itself. One company, one desk; each story goes on where the one before ended.

import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { NewsItem } from '../../src/service/front-desk.ts';
import { type Answer, type Caller, openTestDesk, type TestDesk } from '../support/front-desk.ts';
import { openVendors, type Vendors } from '../support/vendors.ts';

// oxlint-disable-next-line typescript/no-explicit-any -- documents as plain data, put right and wrong by stories
type Draft = Record<string, any>;

let stage: TestDesk;
let vendors: Vendors;
let operator: Caller;
let customer: Caller;
let id: string;
let path: string;
beforeAll(async () => {
  vendors = await openVendors({ employees: 8, days: 3, account: 'muster' });
  stage = await openTestDesk({ allowPrivateHosts: true });
  operator = await stage.person({ operator: true });
  id = (await operator.call('POST', '/integrations', { name: 'Muster GmbH' })).body.id;
  path = `/integrations/${id}`;
  customer = await stage.person({ member: { setupId: id, role: 'customer' } });
});
afterAll(async () => {
  await stage.close();
  await vendors.close();
});

const told = ({ status, body }: Answer) => [status, body?.code ?? null];
const read = async (): Promise<Draft> => (await customer.call('GET', path)).body;
const stepsOf = (view: Draft): Record<string, string> =>
  Object.fromEntries(view['steps'].map(({ step, state }: Draft) => [step, state]));
const change = (changes: readonly (readonly [path: string, was: unknown, now: unknown])[], by = customer) =>
  by.call('PUT', `${path}/form`, {
    changes: changes.map(([at, was, now]) => ({ path: at, was, now })),
  });
/** Asks for a run and waits for what the events say of its end. */
async function run(wish: object): Promise<{ readonly runId: string; readonly status: string }> {
  const end = nextEnd();
  expect((await customer.call('POST', `${path}/runs`, wish)).status).toBe(200);
  return end;
}

function nextEnd(): Promise<{ readonly runId: string; readonly status: string }> {
  return new Promise((resolve) => {
    const stop = stage.desk.news.listen(id, (item: NewsItem) => {
      if (item.kind !== 'ended') return;
      stop();
      resolve({ runId: item.runId ?? '', status: item.status });
    });
  });
}

describe('step 1, the accounts', () => {
  const probe = (change: { personio?: object; timetac?: object } = {}, by = customer, at = path) =>
    by.call('POST', `${at}/probe`, {
      personio: { baseUrl: vendors.personioUrl, ...change.personio },
      timetac: {
        baseUrl: vendors.timetacUrl,
        account: 'muster',
        apiVersion: 4,
        pathPrefix: '',
        ...change.timetac,
      },
    });

  test('a new integration says what is missing, step by step', async () => {
    const view = await read();
    expect(view).toMatchObject({ state: 'setting-up', form: { name: 'Muster GmbH' }, role: 'customer' });
    expect(stepsOf(view)).toMatchObject({ accounts: 'open', users: 'open', form: 'later', test: 'later' });
    for (const { state, missing } of view['steps']) expect(missing.length > 0).toBe(state !== 'done');
  });

  test('a host that is no vendor’s is asked nothing', async () => {
    const { body } = await probe({
      personio: { baseUrl: 'https://api.personio.de.elsewhere.example' },
      timetac: { baseUrl: 'https://elsewhere.example' },
    });
    expect([body.personio.state, body.timetac.state]).toEqual(['wrong', 'wrong']);
    await change([['personio.baseUrl', null, 'https://elsewhere.example']]);
    const { mistakes } = await read();
    expect(mistakes.map((one: Draft) => [one['path'], one['message'].en])).toContainEqual([
      'personio.baseUrl',
      'This is no address of the vendor.',
    ]);
    await change([['personio.baseUrl', 'https://elsewhere.example', null]]);
  });

  test('both accounts answer where they are', async () => {
    const { body } = await probe();
    expect([body.personio.state, body.timetac.state, body.timetac.modules]).toEqual(['ok', 'ok', null]);
  });

  test.each<[string, Parameters<typeof probe>[0], string, string]>([
    ['an account that does not exist', { timetac: { account: 'nobody' } }, 'ok', 'wrong'],
    ['an account that is not named yet', { timetac: { account: ' ' } }, 'ok', 'unasked'],
    ['an account that leads elsewhere', { timetac: { account: '../other' } }, 'ok', 'wrong'],
    ['a host on which nobody answers', { personio: { baseUrl: 'http://127.0.0.1:9' } }, 'unreachable', 'ok'],
    ['something that is no address', { personio: { baseUrl: 'Personio' } }, 'wrong', 'ok'],
    ['an address with a password', { personio: { baseUrl: 'https://a:b@127.0.0.1' } }, 'wrong', 'ok'],
    ['an address of another kind', { personio: { baseUrl: 'file:///etc/passwd' } }, 'wrong', 'ok'],
  ])('%s is told apart', async (_what, wish, personio, timetac) => {
    const { body } = await probe(wish);
    expect([body.personio.state, body.timetac.state]).toEqual([personio, timetac]);
    for (const side of [body.personio, body.timetac]) expect(side.message.de).not.toBe(side.message.en);
  });

  test('the other vendor behind an address is noticed', async () => {
    const { body } = await probe({
      personio: { baseUrl: vendors.timetacUrl },
      timetac: { baseUrl: vendors.personioUrl },
    });
    expect([body.personio.state, body.timetac.state]).toEqual(['wrong', 'wrong']);
  });

  test('addresses of private networks are not asked, unless the server was set up so', async () => {
    const strict = await openTestDesk();
    try {
      const other = await strict.person({ operator: true });
      const made = (await other.call('POST', '/integrations', { name: 'X', sandbox: true })).body;
      const at = `/integrations/${made.id}`;
      const before = vendors.hr.calls.length;
      for (const baseUrl of [
        vendors.personioUrl,
        vendors.personioUrl.replace('http:', 'https:'),
        'https://169.254.169.254',
        'https://localhost',
        'https://[::1]',
      ]) {
        const { body } = await probe({ personio: { baseUrl }, timetac: { baseUrl } }, other, at);
        expect(['wrong', 'unreachable'], baseUrl).toContain(body.personio.state);
        expect(['wrong', 'unreachable'], baseUrl).toContain(body.timetac.state);
      }
      expect(vendors.hr.calls).toHaveLength(before);
      // A sandbox is ours, and asked although it is on this machine.
      const { sandbox } = (await other.call('GET', at)).body;
      const own = await probe({ personio: sandbox.personio, timetac: sandbox.timetac }, other, at);
      expect([own.body.personio.state, own.body.timetac.state]).toEqual(['ok', 'ok']);
    } finally {
      await strict.close();
    }
  });

  test('what was found is written into the form', async () => {
    const answer = await change([
      ['personio.baseUrl', null, vendors.personioUrl],
      ['timetac.baseUrl', null, vendors.timetacUrl],
      ['timetac.account', null, 'muster'],
    ]);
    expect(stepsOf(answer.body)['accounts']).toBe('done');
  });
});

describe('the form', () => {
  test('keeps what was typed even where it is wrong, and says a sentence for each mistake', async () => {
    const { body } = await change([
      ['absences.startDate', null, '31.02.2026'],
      ['schedule.every', null, 'often'],
      ['users.defaults.modules', null, ['no-such-module']],
    ]);
    expect(body.form).toMatchObject({
      absences: { startDate: '31.02.2026' },
      schedule: { every: 'often' },
      users: { defaults: { modules: ['no-such-module'] } },
    });
    for (const at of ['absences.startDate', 'schedule.every', 'users.defaults.modules']) {
      const [mistake] = body.mistakes.filter((one: Draft) => one['path'].startsWith(at));
      expect(mistake, at).toMatchObject({ message: { en: expect.any(String), de: expect.any(String) } });
    }
    expect((await read())['form']).toEqual(body.form);
    const cleared = await change([
      ['absences', body.form.absences, null],
      ['schedule', body.form.schedule, null],
      ['users', body.form.users, null],
    ]);
    expect(Object.keys(cleared.body.form).sort()).toEqual(['name', 'personio', 'timetac']);
  });

  test.each([
    'personio.clientSecret',
    'timetac.clientId',
    '__proto__',
    '__proto__.polluted',
    'users.__proto__.polluted',
    'constructor',
    'constructor.prototype.polluted',
    'version',
    'id',
    'users..defaults',
    'a.b.c.d.e',
  ])('has no value at %s, and nobody can write one there', async (at) => {
    const before = await read();
    const answer = await change([[at, null, 'x']]);
    expect(told(answer)).toEqual([400, 'invalid-body']);
    expect(answer.body.fields).toMatchObject([{ path: at }]);
    expect((await read())['form']).toEqual(before['form']);
    expect(({} as Draft)['polluted']).toBeUndefined();
  });

  test('changed by somebody else meanwhile is not overwritten; who wants the same is content', async () => {
    expect((await change([['name', 'Muster GmbH', 'Muster AG']], operator)).status).toBe(200);
    const late = await change([
      ['name', 'Muster GmbH', 'Muster SE'],
      ['lockedUntil', null, '2026-01-31'],
    ]);
    expect(told(late)).toEqual([409, 'changed-meanwhile']);
    expect(late.body.conflicts).toMatchObject([
      { path: 'name', current: 'Muster AG', by: operator.person.name },
    ]);
    // Whoever changed something else since is not the one to ask.
    expect((await change([['guard.maxDeletes', null, 12]])).status).toBe(200);
    const later = await change([['name', 'Muster GmbH', 'Muster SE']]);
    expect(later.body.conflicts).toMatchObject([{ path: 'name', by: operator.person.name }]);
    expect((await change([['guard.maxDeletes', 12, null]])).status).toBe(200);
    expect((await read())['form']).not.toHaveProperty('lockedUntil');
    expect((await change([['name', 'Muster GmbH', 'Muster AG']])).status).toBe(200);
    const back = await change([['name', 'Muster AG', 'Muster GmbH']]);
    expect(back.body).toMatchObject({ name: 'Muster GmbH', form: { name: 'Muster GmbH' } });
  });

  test('never reads the environment of the server', async () => {
    process.env['TANDEM_TEST_CANARY'] = 'canary-of-the-environment';
    const before = (await read())['form'];
    const typed = `\${TANDEM_TEST_CANARY}`;
    const { body } = await change([
      ['report.to', null, [`${typed}@muster.example`]],
      ['users.defaults.department', null, typed],
      ['timetac.account', 'muster', typed],
    ]);
    expect(body.form.users.defaults.department).toBe(typed);
    const exported = await customer.call('GET', `${path}/form.yaml`);
    const checked = await customer.call('POST', `${path}/check`);
    for (const answer of [body, exported.body, checked.body])
      expect(JSON.stringify(answer)).not.toContain('canary-of-the-environment');
    await change([
      ['report', body.form.report, null],
      ['users', body.form.users, null],
      ['timetac.account', typed, 'muster'],
    ]);
    expect((await read())['form']).toEqual(before);
    delete process.env['TANDEM_TEST_CANARY'];
  });

  test.each([
    ['a sign that no database keeps', 'a\u0000b'],
    ['half a sign', 'a\ud800b'],
  ])('with %s in it is a mistake of whoever sent it, not a fault of ours', async (_what, text) => {
    const before = (await read())['form'];
    const escaped = JSON.stringify({ version: 1, name: text });
    const address = `${path}/runs/${encodeURIComponent('a\u0000b')}`;
    const answers = [
      await change([['name', 'Muster GmbH', text]]),
      await change([['users', null, { [text]: 1 }]]),
      await operator.call('POST', `${path}/form/import`, { fileName: 'x.yaml', text: escaped }),
      await customer.call('GET', address),
      await stage.stranger.call('POST', '/session', { email: text, password: 'x' }),
    ];
    for (const answer of answers) expect(told(answer)).toEqual([400, 'invalid-body']);
    expect((await read())['form']).toEqual(before);
  });
});

describe('step 2, the credentials', () => {
  const give = (side: 'personio' | 'timetac', keys: object) =>
    customer.call('PUT', `${path}/credentials/${side}`, { ...vendors.credentials[side], ...keys });

  test('that the vendor does not take are told and not kept, unless somebody insists', async () => {
    const wrong = await give('personio', { clientSecret: 'papi-wrong' });
    expect(wrong.body.kept).toBe(false);
    expect(wrong.body.lines).toContainEqual(expect.objectContaining({ class: 'access', side: 'personio' }));
    expect(JSON.stringify(wrong.body)).not.toContain('papi-wrong');
    expect((await read())['credentials'].personio).toBeNull();
    expect((await give('personio', { clientSecret: 'papi-wrong', keepAnyway: true })).body.kept).toBe(true);
    expect((await read())['credentials'].personio.works).toBe(false);
    expect(
      told(await customer.call('PUT', `${path}/credentials/other`, { clientId: 'x', clientSecret: 'y' })),
    ).toEqual([404, 'not-found']);
  });

  test('without a right that is needed say which right it is', async () => {
    const [credential] = vendors.states.personio.credentials;
    if (credential === undefined) throw new Error('the company has no credentials');
    const { rights } = credential;
    credential.rights = { ...rights, attendances: 'read' };
    const answer = await give('personio', {});
    expect(answer.body.kept).toBe(false);
    const [line] = answer.body.lines.filter((one: Draft) => one['class'] === 'access');
    expect(`${line.message.en} ${line.action.en}`).toMatch(/attendance/i);
    expect(line.action.de).not.toBe(line.action.en);
    credential.rights = rights;
  });

  test('that cannot see an attribute name it', async () => {
    const readable = 'first_name,last_name,email,status,hire_date,termination_date,absence_entitlement';
    vendors.hr.switches['attribute-whitelist'] = readable;
    const optional = await give('personio', {});
    expect(optional.body.kept).toBe(true);
    expect(JSON.stringify(optional.body.lines)).toContain('Date of birth');
    vendors.hr.switches['attribute-whitelist'] = readable.replace('email,', '');
    const required = await give('personio', {});
    expect(required.body.kept).toBe(false);
    expect(JSON.stringify(required.body.lines)).toContain('E-mail address');
    vendors.hr.switches['attribute-whitelist'] = 'full';
  });

  test('that fit are kept, shown by their end only, and the step is done', async () => {
    for (const side of ['personio', 'timetac'] as const) expect((await give(side, {})).body.kept).toBe(true);
    const view = await read();
    expect(stepsOf(view)['credentials']).toBe('done');
    expect(view['credentials'].personio).toMatchObject({ works: true, endsIn: 'ient' });
    expect((await customer.call('POST', `${path}/check`)).body.works).toEqual({
      personio: true,
      timetac: true,
    });
  });

  test('that belong to one address are sent to no other, whoever changes it', async () => {
    const heard: string[] = [];
    const elsewhere = createServer((request, response) => {
      request.on('data', (chunk: Buffer) => heard.push(chunk.toString()));
      request.on('end', () => response.writeHead(404).end());
    });
    await new Promise<void>((resolve) => elsewhere.listen(0, '127.0.0.1', resolve));
    const other = `http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}`;
    const move = (personio: readonly [string, string], timetac: readonly [string, string]) =>
      change([
        ['personio.baseUrl', ...personio],
        ['timetac.baseUrl', ...timetac],
      ]);

    await customer.call('POST', `${path}/probe`, {
      personio: { baseUrl: other },
      timetac: { baseUrl: other, account: 'muster', apiVersion: 4, pathPrefix: '' },
    });
    await move([vendors.personioUrl, other], [vendors.timetacUrl, other]);
    const checked = await customer.call('POST', `${path}/check`);
    const choices = await customer.call('GET', `${path}/choices`);
    const view = await read();
    await move([other, vendors.personioUrl], [other, vendors.timetacUrl]);
    await new Promise((resolve) => elsewhere.close(resolve));

    expect(told(checked)).toEqual([409, 'credentials-missing']);
    expect(choices.status).toBe(200);
    expect(view['credentials']).toEqual({ personio: null, timetac: null });
    for (const { clientSecret } of Object.values(vendors.credentials))
      expect(heard.join()).not.toContain(clientSecret);
    // Back at the address that they belong to, they are there again.
    expect(stepsOf(await read())['credentials']).toBe('done');
  });
});

describe('steps 3 to 5, from what both accounts offer', () => {
  test('lists are read from both accounts, types are suggested by name, and nothing is switched on by itself', async () => {
    const { body } = await customer.call('GET', `${path}/choices`);
    expect(body.trouble).toEqual([]);
    for (const list of ['departments', 'workingTimeModels', 'holidayCalendars', 'modules', 'timetacTypes'])
      expect(body[list].length, list).toBeGreaterThan(0);
    expect(body.personio.employees).toHaveLength(vendors.states.personio.employees.length);
    expect(body.suggestions).toHaveLength(body.timetacTypes.length);
    const names = body.personioTypes.map(({ name }: Draft) => name);
    for (const row of body.suggestions) {
      expect(row.sync).toBe(row.personio !== null);
      if (row.personio !== null) expect(names).toContain(row.personio);
    }
    expect((await read())['form']).not.toHaveProperty('absences');
  });

  test('a list that cannot be read is missing alone, and a line says why', async () => {
    const held = vendors.states.personio.credentials.splice(0);
    const { body } = await customer.call('GET', `${path}/choices`);
    vendors.states.personio.credentials.push(...held);
    expect([body.personio, body.personioTypes]).toEqual([null, null]);
    expect(body.departments.length).toBeGreaterThan(0);
    expect(body.trouble).toMatchObject([{ side: 'personio', class: 'access' }]);
  });

  test('a department is created once, whatever its case', async () => {
    const before = vendors.states.timetac.departments.length;
    const made = await customer.call('POST', `${path}/departments`, { name: 'Not yet assigned' });
    const again = await customer.call('POST', `${path}/departments`, { name: ' NOT YET ASSIGNED' });
    expect(again.body).toEqual(made.body);
    expect(vendors.states.timetac.departments).toHaveLength(before + 1);
  });

  test('a start date is told in numbers, and a later one never means more', async () => {
    const count = async (from: string | null) =>
      (await customer.call('POST', `${path}/counts`, { absencesFrom: from, attendancesFrom: from })).body;
    const all = await count('2020-01-01');
    expect(all.attendances).toBeGreaterThan(0);
    expect(all.minutes).toBeGreaterThanOrEqual(1);
    expect((await count('2099-01-01')).attendances).toBe(0);
    // The evening before counts only as far as it lasts into the day.
    const rows = vendors.states.timetac.timeTrackings.filter((row) => row.absence_request_id === null);
    const day = rows[Math.floor(rows.length / 2)]?.start_time.slice(0, 10) ?? '';
    const lasting = rows.filter(({ end_time }) => end_time !== null && end_time > `${day} 00:00:00`);
    expect((await count(day)).attendances).toBe(lasting.length);
    expect(await count(null)).toEqual({ absences: null, attendances: null, minutes: 1 });
  });
});

describe('the file', () => {
  const importText = (text: string, at = path) =>
    operator.call('POST', `${at}/form/import`, { fileName: 'tandem.yaml', text });

  test('fills the form, less its secrets', async () => {
    // One that runs by itself elsewhere may name its memory.
    const { body } = await importText(JSON.stringify({ ...vendors.document(), id: 'elsewhere' }));
    expect(body.mistakes).toEqual([]);
    expect(JSON.stringify(body.form)).not.toContain('elsewhere');
    expect(stepsOf(body)).toMatchObject({ users: 'done', exports: 'done', types: 'done', form: 'open' });
    expect(JSON.stringify(body.form)).not.toMatch(/secret|clientId/i);
  });

  test('that is exported holds no secret, and makes the same form elsewhere', async () => {
    const { body: text, headers } = await customer.call('GET', `${path}/form.yaml`);
    expect(headers['content-type']).toContain('application/yaml');
    for (const { clientId, clientSecret } of Object.values(vendors.credentials)) {
      expect(text).not.toContain(clientSecret);
      expect(text).not.toContain(clientId);
    }
    expect(parse(text).personio.clientSecret).toBe(`\${PERSONIO_CLIENT_SECRET}`);
    const other = (await operator.call('POST', '/integrations', { name: 'Other' })).body.id;
    const imported = await importText(text, `/integrations/${other}`);
    expect(imported.body.form).toEqual((await read())['form']);
    expect((await operator.call('GET', `/integrations/${other}/form.yaml`)).body).toBe(text);
    expect((await operator.call('DELETE', `/integrations/${other}`)).status).toBe(200);
  });

  test.each([
    ['no YAML', 'a: [', []],
    ['keys that the form has not', 'version: 1\nname: X\nusrs: {}\nabsence: {}\n', ['usrs', 'absence']],
    [
      'a key deep inside that the form has not',
      'version: 1\nname: X\nguard: { maxDelets: 3 }\n',
      ['guard.maxDelets'],
    ],
    ['another version', 'version: 2\nname: X\n', ['version']],
    ['a variable', 'version: 1\nname: "${COMPANY}"\n', ['name']],
    ['keys twice', 'version: 1\nname: X\nname: Y\n', ['name']],
    ['a key that would reach further', '{"version": 1, "__proto__": {"polluted": true}}', ['__proto__']],
    ['a list', '[1, 2]', []],
    ['nothing', '', []],
  ])('with %s changes nothing and names every mistake', async (_what, text, named) => {
    const before = (await read())['form'];
    const answer = await importText(text);
    expect(told(answer)).toEqual([409, 'form-has-mistakes']);
    const paths = answer.body.fields.map((one: Draft) => one['path'].replace(/:\d+$/, ''));
    for (const at of named) expect(paths).toContain(at);
    for (const { message } of answer.body.fields) expect(message.de).not.toBe(message.en);
    expect((await read())['form']).toEqual(before);
    expect(({} as Draft)['polluted']).toBeUndefined();
  });

  test('with wrong values is taken, and every mistake is named in the form', async () => {
    const good = (await read())['form'];
    const draft = vendors.document() as Draft;
    draft['absences'].startDate = 'soon';
    draft['guard'].maxDeletes = -1;
    const { body } = await importText(JSON.stringify(draft));
    const paths = body.mistakes.map(({ path: at }: Draft) => at);
    expect(paths).toEqual(expect.arrayContaining(['absences.startDate', 'guard.maxDeletes']));
    const { body: back } = await importText(JSON.stringify(vendors.document()));
    expect(back.form).toEqual(good);
  });
});

describe('who is who', () => {
  const review = async () => (await customer.call('GET', `${path}/review`)).body;
  const rowOf = async (personioId: string): Promise<Draft> =>
    (await review()).employees.find((row: Draft) => row['personioId'] === personioId);

  test('is told before anything is written', async () => {
    const before = [JSON.stringify(vendors.states.timetac.users), vendors.exported()];
    const { employees } = await review();
    expect(employees).toHaveLength(vendors.states.personio.employees.length);
    const states = new Set(employees.map(({ state }: Draft) => state));
    expect(states).toContain('matched');
    expect(states).toContain('new');
    for (const row of employees.filter(({ issue }: Draft) => issue !== null))
      expect(row.message.de).not.toBe(row.message.en);
    expect([JSON.stringify(vendors.states.timetac.users), vendors.exported()]).toEqual(before);
  });

  test('is decided by a person: linked, unlinked, and linked again', async () => {
    const { employees } = await review();
    const { personioId, users } = employees.find(({ state }: Draft) => state === 'matched');
    const { timetacId } = users[0];
    const link = () => customer.call('PUT', `${path}/links/${personioId}`, { timetacId });
    expect((await link()).body).toEqual({ moved: false });
    expect(await rowOf(personioId)).toMatchObject({ state: 'linked', users: [{ timetacId }] });
    expect((await customer.call('DELETE', `${path}/links/${personioId}`)).body).toEqual({ timetacId });
    expect((await rowOf(personioId))['state']).not.toBe('linked');
    expect((await link()).status).toBe(200);
    const unlinked = await customer.call('DELETE', `${path}/links/nobody`);
    expect(told(unlinked)).toEqual([409, 'not-possible']);
    expect(unlinked.body.message).toEqual({
      en: 'Employee nobody is linked to nobody.',
      de: 'Die Person nobody ist mit niemandem verknüpft.',
    });
    expect(told(await customer.call('PUT', `${path}/links/nobody`, { timetacId }))).toEqual([
      409,
      'not-possible',
    ]);
  });

  test('may be answered with a new account', async () => {
    const { employees } = await review();
    const { personioId } = employees.find(({ state }: Draft) => state === 'new');
    expect((await customer.call('POST', `${path}/new-accounts/${personioId}`)).status).toBe(200);
    expect(told(await customer.call('POST', `${path}/new-accounts/99999`))).toEqual([409, 'not-possible']);
    const { decisions } = (await customer.call('GET', `${path}/issues`)).body;
    expect(decisions).toMatchObject([{ employeeId: personioId, choice: 'create' }]);
  });
});

describe('step 6, the sign-off', () => {
  const sign = (more = {}) => customer.call('PUT', `${path}/sign-off`, { name: 'Erika Muster', ...more });

  test('covers what the person saw and nothing else, and no form with mistakes', async () => {
    const { formHash } = await read();
    await change([['absences.fractions', 'hold', 'round']]);
    expect(told(await sign({ formHash }))).toEqual([409, 'signed-another']);
    await change([['absences.fractions', 'round', 'hold']]);
    const { startDate } = (await read())['form'].absences;
    await change([['absences.startDate', startDate, 'soon']]);
    expect(told(await sign())).toEqual([409, 'form-has-mistakes']);
    await change([['absences.startDate', 'soon', startDate]]);
    expect((await read())['signOff']).toBeNull();
    expect((await sign({ formHash })).status).toBe(200);
  });

  test('holds for the form as it stands, and goes stale with a change of what was agreed to', async () => {
    expect((await sign()).body.signOff).toMatchObject({ name: 'Erika Muster', current: true });
    // When it runs and who hears of it is not what was agreed to.
    const { schedule } = (await read())['form'];
    const later = await change([['schedule.every', schedule.every, '30m']]);
    expect(later.body.signOff.current).toBe(true);
    const changed = await change([['absences.fractions', 'hold', 'round']]);
    expect(changed.body.signOff.current).toBe(false);
    expect(stepsOf(changed.body)['form']).toBe('open');
    const back = await change([['absences.fractions', 'round', 'hold']]);
    expect(back.body.signOff.current).toBe(true);
    expect(stepsOf(back.body)['form']).toBe('done');
  });
});

describe('step 7, rehearsal and pilot', () => {
  beforeAll(() => stage.begin());
  let rehearsal: string;

  test('an integration that is not switched on makes no ordinary run', async () => {
    const asked = await customer.call('POST', `${path}/runs`, { mode: 'live' });
    expect(told(asked)).toEqual([409, 'not-possible']);
  });

  test.each([{ employeeIds: ['99999'] }, { only: ['absences'] }])(
    'a rehearsal of %j is looked at, and ends no step',
    async (some) => {
      await run({ mode: 'dry-run', full: true, ...some });
      expect(stepsOf(await read())['test']).not.toBe('done');
    },
  );

  test('a rehearsal goes through the queue, writes nothing, and ends the step', async () => {
    const users = JSON.stringify(vendors.states.timetac.users);
    const { runId, status } = await run({ mode: 'dry-run', full: true });
    expect(['done', 'done-with-issues']).toContain(status);
    rehearsal = runId;
    expect([vendors.exported(), JSON.stringify(vendors.states.timetac.users)]).toEqual([0, users]);
    const view = await read();
    expect(view['lastRehearsal']).toMatchObject({ id: runId, mode: 'dry-run', writes: 0 });
    expect([stepsOf(view)['test'], view['running'], view['lastRun']]).toEqual(['done', null, null]);
  });

  test('a rehearsal is read action by action, with names, and cannot be taken back', async () => {
    const { body } = await customer.call('GET', `${path}/runs/${rehearsal}`);
    const creates = body.actions.filter((one: Draft) => one['kind'] === 'create');
    expect(creates.length).toBeGreaterThan(5);
    for (const one of creates) expect([one.outcome, one.before]).toEqual(['planned', null]);
    const attendance = creates.find(({ part }: Draft) => part === 'attendances');
    expect(attendance.after).toMatch(/^(WORK|BREAK) \d\d:\d\d–\d\d:\d\d$/);
    expect(attendance.employee.name).toMatch(/\w+ \w+/);
    expect(body.mayUndo).toBe(false);
    expect(body.parts.attendances.created).toBe(
      creates.filter(({ part }: Draft) => part === 'attendances').length,
    );
    expect(told(await customer.call('GET', `${path}/runs/nothing`))).toEqual([404, 'not-found']);
    expect(told(await customer.call('GET', `${path}/runs/${rehearsal}/comparison`))).toEqual([
      409,
      'not-possible',
    ]);
  });

  test('its table opens in a spreadsheet: marked as UTF-8, and no cell is a formula', async () => {
    const [employee] = vendors.states.personio.employees;
    if (employee === undefined) throw new Error('the company has nobody');
    const { body, headers } = await customer.call('GET', `${path}/runs/${rehearsal}/actions.csv?language=en`);
    expect(headers['content-type']).toContain('text/csv');
    expect(headers['content-disposition']).toMatch(/^attachment; filename="tandem-\d{4}-\d\d-\d\d\.csv"$/);
    const lines = String(body).split('\r\n');
    expect(lines[0]).toBe('\u{feff}action;part;personio_id;name;date;before;after;type;outcome;because');
    expect(lines.length).toBeGreaterThan(5);
    expect(
      lines
        .slice(1)
        .flatMap((line) => line.split(';'))
        .filter((cell) => /^"?\s*[=+@-]/.test(cell)),
    ).toEqual([]);
    const german = await customer.call('GET', `${path}/runs/${rehearsal}/actions.csv`);
    expect(german.body).toContain('Aktion;Teil');
    expect(german.body).toMatch(/\r\nanlegen;Anwesenheiten;.*;geplant;/);
    expect(german.body).toMatch(/;\d\d\.\d\d\.\d{4};;Arbeit \d\d:\d\d–/);
    expect(german.body).not.toMatch(/;WORK |;\d{4}-\d\d-\d\d;/);
    expect(german.body).not.toMatch(/create|attendances|planned/);
  });

  test('goes stale with the form', async () => {
    await change([['absences.fractions', 'hold', 'round']]);
    expect(stepsOf(await read())['test']).toBe('open');
    await change([['absences.fractions', 'round', 'hold']]);
    expect(stepsOf(await read())['test']).toBe('done');
  });

  test('goes stale with other credentials: they may be another company’s', async () => {
    const { status } = await customer.call(
      'PUT',
      `${path}/credentials/personio`,
      vendors.credentials.personio,
    );
    expect(status).toBe(200);
    const view = await read();
    const step = view['steps'].find(({ step }: Draft) => step === 'test');
    expect([step.state, step.missing[0].en]).toEqual(['open', expect.stringContaining('credentials')]);
    rehearsal = (await run({ mode: 'dry-run', full: true })).runId;
    expect(stepsOf(await read())['test']).toBe('done');
  });

  test('a pilot writes for those who were named and nobody else, and is shown beside what stands there', async () => {
    const { body: rehearsed } = await customer.call('GET', `${path}/runs/${rehearsal}`);
    const { employee } = rehearsed.actions.find(
      (one: Draft) => one['part'] === 'attendances' && one['kind'] === 'create',
    );
    const { runId } = await run({ mode: 'live', employeeIds: [employee.personioId] });
    const ours = vendors.states.personio.attendances.filter(({ created_by }) => created_by === 'API');
    expect(ours.length).toBeGreaterThan(0);
    expect(new Set(ours.map(({ person_id }) => person_id))).toEqual(new Set([employee.personioId]));

    const compare = async () => (await customer.call('GET', `${path}/runs/${runId}/comparison`)).body;
    const before = await compare();
    expect(before.differences).toBe(0);
    expect(before.rows).toHaveLength(vendors.exported());
    for (const row of before.rows) expect(row).toMatchObject({ employee, same: true });
    const [touched] = ours;
    if (touched === undefined) throw new Error('the pilot wrote nothing');
    const end = touched.end;
    touched.end = touched.start.replace(/T.*/, 'T23:59:00');
    const after = await compare();
    expect(after.differences).toBe(1);
    touched.end = end;
    // What stands there in the same words, and counts no more, is not the same.
    const { status } = touched;
    touched.status = 'REJECTED';
    const rejected = await compare();
    expect(rejected.rows.filter((row: Draft) => row['same'] === false)).toMatchObject([
      { theirs: expect.stringContaining('rejected') as string },
    ]);
    touched.status = status;

    const undo = (preview: boolean) => customer.call('POST', `${path}/runs/${runId}/undo`, { preview });
    const count = vendors.exported();
    const [credential] = vendors.states.personio.credentials;
    if (credential === undefined) throw new Error('the company has no credentials');
    const { clientSecret } = credential;
    Object.assign(credential, { clientSecret: 'revoked' });
    // What cannot be asked was not “changed since”.
    expect(told(await undo(true))).toEqual([502, 'vendor-trouble']);
    Object.assign(credential, { clientSecret });
    expect((await undo(true)).body).toMatchObject({ removed: count, left: 0 });
    expect(vendors.exported()).toBe(count);
    expect((await undo(false)).body).toMatchObject({ removed: count, left: 0 });
    expect(vendors.exported()).toBe(0);
    expect(told(await operator.call('DELETE', path))).toEqual([409, 'has-run']);
  });
});

describe('step 8, switched on', () => {
  const onOff = (on: boolean) => customer.call('PUT', `${path}/switch`, { on });

  test('it runs at once and by itself, and says that it is in step or what is open', async () => {
    const end = nextEnd();
    expect((await onOff(true)).body).toMatchObject({ nextRunAt: expect.any(String) });
    const { status } = await end;
    expect(['done', 'done-with-issues']).toContain(status);
    const view = await read();
    expect(['in-step', 'issues']).toContain(view['state']);
    expect(view['lastRun']).toMatchObject({ mode: 'live' });
    expect(vendors.exported()).toBeGreaterThan(10);
    expect(stepsOf(view)['done']).toBe('done');
    expect(Date.parse(view['nextRunAt'])).toBeGreaterThan(stage.desk.now());
    const { integrations } = (await customer.call('GET', '/integrations')).body;
    expect(integrations).toMatchObject([{ id, state: view['state'] }]);
  });

  test('a second integration on the same account cannot be switched on', async () => {
    const other = (await operator.call('POST', '/integrations', { name: 'Twin' })).body.id;
    const at = `/integrations/${other}`;
    const text = (await operator.call('GET', `${path}/form.yaml`)).body;
    await operator.call('POST', `${at}/form/import`, { fileName: 'x.yaml', text });
    for (const side of ['personio', 'timetac'] as const)
      await operator.call('PUT', `${at}/credentials/${side}`, vendors.credentials[side]);
    expect(told(await operator.call('PUT', `${at}/switch`, { on: true }))).toEqual([409, 'account-taken']);
    const pilot = await operator.call('POST', `${at}/runs`, { mode: 'live', employeeIds: ['3001'] });
    expect(told(pilot)).toEqual([409, 'account-taken']);
    expect((await operator.call('DELETE', at)).status).toBe(200);
  });

  test('an integration that is not complete cannot be switched on, and is told why', async () => {
    const other = (await operator.call('POST', '/integrations', { name: 'Empty' })).body.id;
    const answer = await operator.call('PUT', `/integrations/${other}/switch`, { on: true });
    expect(told(answer)).toEqual([409, 'credentials-missing']);
    expect((await operator.call('DELETE', `/integrations/${other}`)).status).toBe(200);
  });

  test('parts are paused, exactly those that are named', async () => {
    const pause = async (parts: string[]) => (await operator.call('PUT', `${path}/pause`, { parts })).body;
    expect((await pause(['absences'])).paused).toEqual(['absences']);
    expect(await pause(['employees', 'attendances', 'absences'])).toMatchObject({ state: 'paused' });
    const { paused, state } = await pause([]);
    expect([paused, state === 'paused']).toEqual([[], false]);
  });

  test('whoever pauses one part says nothing of another, which somebody else paused meanwhile', async () => {
    const put = async (parts: string[], among: string[]) =>
      (await operator.call('PUT', `${path}/pause`, { parts, among })).body.paused;
    expect(await put(['attendances'], ['attendances'])).toEqual(['attendances']);
    expect(await put(['absences'], ['absences'])).toEqual(['absences', 'attendances']);
    expect(await put([], ['attendances'])).toEqual(['absences']);
    const { entries } = (await operator.call('GET', `${path}/audit`)).body;
    expect(entries[0]).toMatchObject({ what: 'integration.paused', details: { parts: ['absences'] } });
    expect(await put([], ['absences'])).toEqual([]);
  });

  test('an issue is answered on the page, and the next run carries the answer out by itself', async () => {
    const [touched] = vendors.states.personio.attendances.filter(({ created_by }) => created_by === 'API');
    if (touched === undefined) throw new Error('nothing was written');
    const right = touched.end;
    touched.end = touched.start.replace(/T.*/, 'T23:59:00');
    touched.updated_at = Date.now();
    await run({ mode: 'live', full: true });
    const open = async () => (await customer.call('GET', `${path}/issues`)).body;
    const [issue] = (await open()).issues.filter(({ code }: Draft) => code === 'edited-in-target');
    expect(issue.answers).toContain('source-wins');
    const answer = (which: string, given: string) =>
      customer.call('POST', `${path}/issues/${which}/answer`, { answer: given });
    expect(told(await answer('nothing', 'ignore'))).toEqual([409, 'not-possible']);
    expect(told(await answer(issue.id, 'create'))).toEqual([409, 'not-possible']);
    const end = nextEnd();
    expect((await answer(issue.id, 'source-wins')).body.records).toBeGreaterThan(0);
    await end;
    expect(touched.end === right || !vendors.states.personio.attendances.includes(touched)).toBe(true);
    expect((await open()).issues.filter(({ code }: Draft) => code === 'edited-in-target')).toEqual([]);
  });

  test('one answer for all of a kind is for those that were seen, not for what came up since', async () => {
    const ours = vendors.states.personio.attendances.filter(({ created_by }) => created_by === 'API');
    const seen = ours[0]!;
    const since = ours.find(
      ({ start, person_id }) => `${start} ${person_id}` !== `${seen.start} ${seen.person_id}`,
    )!;
    const touch = (one: typeof seen): void => {
      one.end = one.start.replace(/T.*/, 'T23:58:00');
      one.updated_at = Date.now();
    };
    const open = async (): Promise<Draft[]> =>
      (await customer.call('GET', `${path}/issues`)).body.issues.filter(
        ({ code }: Draft) => code === 'edited-in-target',
      );
    touch(seen);
    await run({ mode: 'live', full: true });
    const ids = (await open()).map(({ id }) => id);
    expect(ids).toHaveLength(1);
    touch(since);
    await run({ mode: 'live', full: true });
    expect(await open()).toHaveLength(2);
    const answer = (body: object) => customer.call('POST', `${path}/issues/edited-in-target/answer`, body);
    const end = nextEnd();
    expect((await answer({ answer: 'source-wins', seen: ids })).body).toEqual({ records: 1 });
    await end;
    expect(await open()).toHaveLength(1);
    expect(vendors.states.personio.attendances).toContain(since);
    expect(since.end).toMatch(/T23:58/);
    expect(told(await answer({ answer: 'source-wins', seen: ids }))).toEqual([409, 'not-possible']);
    const next = nextEnd();
    expect((await answer({ answer: 'source-wins' })).body).toEqual({ records: 1 });
    await next;
    expect(await open()).toEqual([]);
  });

  test('credentials that a vendor refuses later lead back to step 2', async () => {
    const held = vendors.states.timetac.credentials.splice(0);
    const end = nextEnd();
    await customer.call('POST', `${path}/runs`, { mode: 'live', full: true });
    expect((await end).status).toBe('failed');
    const view = await read();
    expect([view['state'], view['credentials'].timetac.works, stepsOf(view)['credentials']]).toEqual([
      'reconnect',
      false,
      'open',
    ]);
    // They are not tried again and again; once they work, nothing waits.
    const waitsFor = async () => Date.parse((await read())['nextRunAt']) - stage.desk.now();
    expect(await waitsFor()).toBeGreaterThan(50 * 60_000);
    vendors.states.timetac.credentials.push(...held);
    const next = nextEnd();
    await customer.call('POST', `${path}/check`);
    // The schedule may have begun the run already.
    if ((await waitsFor()) > 0) await next;
  });

  test('switched off it rests', async () => {
    expect((await onOff(false)).body).toMatchObject({ state: 'off', nextRunAt: null });
    expect(told(await customer.call('POST', `${path}/runs`, { mode: 'live' }))).toEqual([
      409,
      'not-possible',
    ]);
    const due = await stage.desk.office.claimDue(Number.MAX_SAFE_INTEGER, 0, 1_000, [id]);
    expect(due.map((setup) => setup.id)).not.toContain(id);
  });

  test('everything that was changed is in the audit log, and no secret is', async () => {
    const codes = new Set<string>();
    let before: number | null = null;
    for (let more = true; more; ) {
      const query: string = before === null ? '' : `?before=${before}`;
      const { body } = await operator.call('GET', `${path}/audit${query}`);
      for (const { what, details, who } of body.entries) {
        codes.add(what);
        expect(who).not.toBe('');
        for (const { clientSecret } of Object.values(vendors.credentials))
          expect(JSON.stringify(details)).not.toContain(clientSecret);
      }
      before = body.entries.at(-1)?.seq ?? null;
      more = body.more;
    }
    expect([...codes].sort()).toEqual([
      'credentials.set',
      'department.created',
      'form.changed',
      'form.imported',
      'form.signed',
      'integration.created',
      'integration.off',
      'integration.on',
      'integration.paused',
      'issue.answered',
      'people.linked',
      'people.new-account',
      'people.unlinked',
      'run.asked',
      'run.undo-asked',
      'run.undone',
    ]);
  });
});
