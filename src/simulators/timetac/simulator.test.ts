import { expect, test } from 'vitest';
import { dayMs } from '../../core/time/calendar.ts';
import { openAccount, textOf } from './fixture.ts';

test.each([
  'v4/users/read',
  'V4/users/read',
  'userapi/v3/USERS/read',
  'v5/Users/get/',
  'userapi/V4/users/read/2',
  'v4/users/read/2/',
])('the path %s leads to the users', async (path) => {
  const answer = await openAccount().send('GET', path);
  expect(answer.status).toBe(200);
  expect(answer.body['ResourceName']).toBe('users');
});

test.each([
  '/acme/v2/users/read',
  '/acme/users.json',
  '/acme/v4/users',
  '/acme/v4/users/read/x',
  '/acme/v4/users/explode',
])('the wrong path %s gets a page of HTML', async (path) => {
  const answer = await openAccount().raw('GET', path);
  expect(answer.status).toBe(404);
  expect(answer.headers.get('content-type')).toContain('text/html');
});

test('an unknown account has its own words', async () => {
  const answer = await openAccount().raw('GET', '/nobody/v4/users/read');
  expect([answer.status, answer.body]).toEqual([404, { error: 'Account not found' }]);
});

test('an endpoint that was dropped in one version lives on in the others', async () => {
  const account = openAccount({ 'dropped-versions': '3,4/deltaSync' });
  const statuses = ['v3/users/read', 'v4/deltaSync/read', 'v4/users/read', 'v5/deltaSync/read'].map(
    async (path) => (await account.send('GET', path)).status,
  );
  expect(await Promise.all(statuses)).toEqual([410, 410, 200, 200]);
});

test('every answer has the whole envelope and the date of the stage', async () => {
  const answer = await openAccount().send('GET', 'v4/users/read/2?_fields=id');
  expect(answer.body).toEqual({
    Host: '127.0.0.1',
    Codeversion: '7.17.0',
    ResourceName: 'users',
    RequestStartTime: '2026-03-02 10:00:00',
    RequestEndTime: '2026-03-02 10:00:00',
    ServerTimeZone: 'Europe/Vienna',
    Success: true,
    SuccessNested: true,
    NumResults: 1,
    NumResultsNested: 0,
    Results: [{ id: 2 }],
    Deleted: [],
    Affected: {},
  });
  expect(answer.headers.get('date')).toBe('Mon, 02 Mar 2026 09:00:00 GMT');
});

test('a refusal carries the same head, the code and a sentence in the language of the API user', async () => {
  const answer = await openAccount().send('PUT', 'v4/users/update', { id: 2, department_id: 77 });
  expect(answer.status).toBe(422);
  expect(answer.body).toMatchObject({
    ServerTimeZone: 'Europe/Vienna',
    ResourceName: 'users',
    Success: false,
    Error: 422,
    ErrorMessage: 'Unprocessable Entity: department_id should be id of an existing department',
    ErrorExtended: {
      aErrorTranslationConstants: { '{{0}}': 'PM_DEPARTMENT_ID_MUST_EXIST' },
      errorCode: 'DEPARTMENT_ID_MUST_EXIST',
      errorString: 'department_id muss eine gültige id eines bestehenden departments sein',
    },
  });
});

test('signing in with client credentials gives no refresh token and a life in seconds', async () => {
  const { status, body } = await openAccount().signIn();
  expect(status).toBe(200);
  expect(body).toEqual({
    access_token: expect.stringMatching(/^[0-9a-f]{40,}$/) as unknown,
    token_type: 'bearer',
    expires_in: 3600,
  });
});

test.each([
  { says: 'a wrong secret', fields: { client_secret: 'no' }, status: 400, error: 'invalid_client' },
  {
    says: 'a wrong password',
    fields: { grant_type: 'password', username: 'api', password: 'no' },
    status: 400,
    error: 'invalid_grant',
  },
  {
    says: 'a made-up refresh token',
    fields: { grant_type: 'refresh_token', refresh_token: 'x' },
    status: 497,
    error: 'invalid_grant',
  },
  {
    says: 'an unknown grant',
    fields: { grant_type: 'telepathy' },
    status: 400,
    error: 'unsupported_grant_type',
  },
])('$says is refused outside the envelope', async ({ fields, status, error }) => {
  const answer = await openAccount().signIn(fields);
  expect([answer.status, answer.body['error'], 'Success' in answer.body]).toEqual([status, error, false]);
});

test('a refresh token works once', async () => {
  const { signIn } = openAccount();
  const first = await signIn({ grant_type: 'password', username: 'api', password: 'p w&1' });
  const again = { grant_type: 'refresh_token', refresh_token: textOf(first.body['refresh_token']) };
  expect((await signIn(again)).status).toBe(200);
  expect((await signIn(again)).status).toBe(497);
});

test('a token ends after its life, and a revoked credential at once', async () => {
  const { send, clock, signIn, raw, simulator } = openAccount();
  expect((await send('GET', 'v4/users/me')).status).toBe(200);
  clock.now += 3600_000;
  const late = await send('GET', 'v4/users/me');
  expect([late.status, late.body]).toEqual([
    401,
    { error: 'unauthorized_client', error_description: 'The provided access token is expired.' },
  ]);
  const bearer = { authorization: `Bearer ${textOf((await signIn()).body['access_token'])}` };
  simulator.people.revokeCredential('CID');
  expect((await raw('GET', '/acme/v4/users/me', undefined, bearer)).status).toBe(401);
});

test('a credential works on its last day and not on the day after; tokens live on', async () => {
  const { signIn, send, clock } = openAccount({ 'token-lifetime': '999999' }, (state) => {
    state.credentials[0]!.expiresOn = '2026-03-02';
  });
  expect((await send('GET', 'v4/users/me')).status).toBe(200);
  clock.now += dayMs;
  expect((await signIn()).body['error']).toBe('invalid_client');
  expect((await send('GET', 'v4/users/me')).status).toBe(200);
});

test('a credential that may only read is refused a write in the words of the vendor', async () => {
  const account = openAccount({}, (state) => {
    state.credentials[0]!.rights = 'read';
  });
  expect((await account.send('GET', 'v4/users/read')).status).toBe(200);
  const answer = await account.send('PUT', 'v4/users/update', { id: 2, firstname: 'X' });
  expect(answer.body).toMatchObject({
    Error: 403,
    ErrorMessage: 'Generic access denied for user: 1 | Action:update | Resource: TimeTac\\ORM\\Entity\\User',
  });
});

test('forms are understood like JSON, with numbers and booleans as text', async () => {
  const account = openAccount();
  const form = 'user_id=2&date=2026-01-31&approved_by_user=1';
  const type = { 'content-type': 'application/x-www-form-urlencoded' };
  expect((await account.send('PUT', 'userapi/v4/timesheetAccountings/approve', form, type)).status).toBe(200);
  expect(account.simulator.state.closedUntil).toEqual({ 2: '2026-01-31' });
  await account.send('PUT', 'v4/users/update', 'id=3&active=true&language_id=1', type);
  expect(account.simulator.state.users[2]).toMatchObject({ active: true, language_id: 1 });
});

test.each([
  { says: 'an array', body: [{ id: 2, firstname: 'A' }, { id: 99 }, { id: 3, firstname: 'B' }] },
  {
    says: 'numbered keys',
    body: { 0: { id: 2, firstname: 'A' }, 1: { id: 99 }, 2: { id: 3, firstname: 'B' } },
  },
])('a batch as $says is worked row by row, each failing alone', async ({ body }) => {
  const account = openAccount();
  const answer = await account.send('PUT', 'v4/users/update', body);
  expect(answer.status).toBe(200);
  expect([answer.body['SuccessBatch'], answer.body['NumResults']]).toEqual([false, 3]);
  expect(answer.rows.map((row) => row['Success'])).toEqual([true, false, true]);
  expect(account.simulator.state.users.map((user) => user.firstname)).toEqual(['Api', 'A', 'B']);
});

test('absences, time trackings and new users take one row at a time', async () => {
  for (const path of ['absences/create', 'timeTrackings/create', 'users/create']) {
    const answer = await openAccount().send('POST', `v4/${path}`, [{}]);
    expect(answer.body['ErrorExtended']?.['errorCode']).toBe('SIM_BATCH_NOT_SUPPORTED');
  }
});

test('discovery needs no token and answers an object', async () => {
  const answer = await openAccount().raw('GET', '/ACME/userapi/v4/serverCommunication/read');
  expect(answer.body['Results']).toEqual({
    host: '127.0.0.1',
    authenticationType: 'PASSWORD_GRANT',
    force_sso: false,
  });
});

test('calls are counted with what they did, without bodies', async () => {
  const { send, simulator } = openAccount();
  await send('GET', 'v4/users/read');
  await send('PUT', 'v4/users/update', { id: 2, firstname: 'X' });
  await send('PUT', 'v4/users/update', { id: 2, department_id: 77 });
  expect(simulator.calls.map(({ path, status, wrote }) => [path, status, wrote])).toEqual([
    ['/acme/auth/oauth2/token', 200, false],
    ['/acme/v4/users/read', 200, false],
    ['/acme/v4/users/update', 200, true],
    ['/acme/v4/users/update', 422, false],
  ]);
});

test('faults strike about one call in seven, spare the sign-in, and are counted', async () => {
  let turn = 0;
  const { send, simulator } = openAccount(
    { 'fault-inject': 'drop-after-write' },
    undefined,
    () => (turn++ % 7) / 7,
  );
  const answers = await Promise.allSettled(
    Array.from({ length: 70 }, () => send('PUT', 'v4/users/update', { id: 2, firstname: 'X' })),
  );
  expect(answers.filter(({ status }) => status === 'rejected').length).toBeGreaterThan(5);
  expect(answers.filter(({ status }) => status === 'rejected').length).toBeLessThan(15);
  expect(simulator.calls.filter(({ wrote }) => wrote)).toHaveLength(70);
});

test('the names of absence types come from the translations', async () => {
  const { send } = openAccount();
  const type = (await send('GET', 'v4/absenceTypes/read?absence_type_id=1')).rows[0];
  expect(type?.['name_const']).toBe('ABSENCE_TYPE_HOLIDAY');
  const names = await send('GET', `v4/translations/read?translation_key=${textOf(type?.['name_const'])}`);
  expect(names.rows).toMatchObject([{ translation_key: 'ABSENCE_TYPE_HOLIDAY', value: 'Urlaub' }]);
});

test.each([
  ['departments', 2],
  ['workSchedules', 3],
  ['workScheduleDays', 21],
  ['publicHolidayTemplates', 1],
  ['publicHolidays', 2],
  ['absenceTypes', 4],
  ['translations', 8],
  ['tasks', 5],
  ['projects', 1],
  ['languages', 2],
  ['features', 1],
  ['countries', 3],
  ['generalSettings', 1],
  ['userRoles', 0],
  ['userTemplateHistory', 3],
  ['timeTrackingChangelogs', 0],
  ['calculationStates', 0],
  ['teams', 0],
] as const)('%s are listed: %i rows', async (resource, count) => {
  expect((await openAccount().send('GET', `v4/${resource}/read`)).rows).toHaveLength(count);
});
