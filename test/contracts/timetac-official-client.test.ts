// The vendor's own client library against our TimeTac stage, over a real connection: what the library accepts is the
// best witness we have of what TimeTac answers (vendor document, section 12).

import { createRequire } from 'node:module';
import type clientLibrary from '@timetac/js-client-library';
import type { TimeTracking, UserReadFull } from '@timetac/js-client-library';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { serveSimulator, type ServedSimulator } from '../../src/simulators/serve.ts';
import { fixtureNow, tinyAccount } from '../../src/simulators/timetac/fixture.ts';
import { createTimetacSimulator, type TimetacSimulator } from '../../src/simulators/timetac/simulator.ts';

// Required, not imported: its modules are CommonJS under names that only bundlers resolve.
const library = createRequire(import.meta.url)('@timetac/js-client-library') as typeof clientLibrary;
const { default: Api, DeltaSyncParams, RequestParamsBuilder } = library;

const clock = { now: fixtureNow };
let simulator: TimetacSimulator;
let served: ServedSimulator;
// The library keeps its host in a global of the process: one Api for the whole file.
let api: InstanceType<typeof Api>;
let failedRefreshes = 0;

function openAccount(): TimetacSimulator {
  let dice = 0;
  const surroundings = {
    now: () => clock.now,
    random: () => (dice = (dice + 0.37) % 1),
    sleep: async () => {},
  };
  return createTimetacSimulator({ state: tinyAccount(clock.now), surroundings });
}

beforeAll(async () => {
  served = await serveSimulator((request) => simulator.handle(request), 0);
  api = new Api({
    host: served.origin.replace('http://', ''),
    https: false,
    account: 'acme',
    version: 4,
    onTokenRefreshFailed: () => failedRefreshes++,
  });
});

beforeEach(async () => {
  clock.now = fixtureNow;
  simulator = openAccount();
  await signIn();
});

afterAll(() => served.close());

const signIn = () =>
  api.authentication.login({
    grant_type: 'password',
    client_id: 'CID',
    client_secret: 'SEC',
    username: 'api',
    password: 'p w&1',
  });

const work = { user_id: 2, task_id: 4, start_time: '2026-02-02 08:00:00', end_time: '2026-02-02 12:00:00' };
const sick = { user_id: 2, type_id: 3, subtype_id: 11, from_date: '2026-03-09', to_date: '2026-03-10' };

test('the client signs in and finds itself', async () => {
  expect(api.authentication.getTokens().refreshToken).toMatch(/^[0-9a-f]+$/);
  expect((await api.users.readMe()).Results).toMatchObject({ id: 1, renew_password: false });
  expect((await api.serverCommunication.read('acme')).Results).toMatchObject({ force_sso: false });
});

test('the client refreshes a token that ended, and says so when it cannot', async () => {
  const before = api.authentication.getTokens().accessToken;
  clock.now += 3_600_000;
  await Promise.all([api.users.read(), api.absences.read()]);
  expect(api.authentication.getTokens().accessToken).not.toBe(before);
  clock.now += 3_600_000;
  simulator.switches['refresh-token-lifetime'] = '60';
  api.authentication.setTokens({ accessToken: 'old', refreshToken: 'made up' });
  await expect(api.users.read()).rejects.toMatchObject({ code: 497 });
  expect(failedRefreshes).toBe(1);
});

test('the client reads users with its whole grammar', async () => {
  const params = new RequestParamsBuilder<UserReadFull>();
  params
    .eq('active', true)
    .like('lastname', 'Mu%')
    .in('id', [2, 3])
    .orderBy('id', 'desc')
    .limit(50)
    .offset(0);
  params.fields(['id', 'username']);
  expect((await api.users.read(params.build())).Results).toEqual([{ id: 2, username: 'anna' }]);
  expect((await api.users.readById(2)).Results).toMatchObject({
    lastname: 'Muster',
    exit_date: '2026-12-31',
  });
  expect((await api.users.readById(99)).Results).toBeUndefined();
});

test('the client creates a user, updates a batch and reads which row failed', async () => {
  const created = await api.users.create({
    department_id: 2,
    lastname: 'Probe',
    firstname: 'Clara',
    username: 'clara',
    password: 'secret-1',
    language_id: 2,
    public_holiday_template_id: 1,
  });
  expect(created.Results).toMatchObject({ id: 4, username: 'clara' });
  const updated = await api.users.update([{ id: 4, firstname: 'Klara' }, { id: 99 }]);
  expect(updated.Results).toMatchObject([{ id: 4, firstname: 'Klara' }, { code: 404 }]);
  const one = await api.users.update({ id: 4, firstname: 'Clara' });
  expect(one.Results).toMatchObject({ id: 4, firstname: 'Clara' });
});

test.each(['http', 'always-200'] as const)(
  'the client understands a refusal in the style %s',
  async (style) => {
    simulator.switches['error-status-style'] = style;
    await expect(api.users.update({ id: 2, department_id: 77 })).rejects.toMatchObject({
      code: 422,
      message: 'department_id muss eine gültige id eines bestehenden departments sein',
      response: { ErrorExtended: { errorCode: 'DEPARTMENT_ID_MUST_EXIST' } },
    });
  },
);

test('the client books, grants and cancels absences', async () => {
  const holiday = { ...sick, type_id: 1, subtype_id: 0 };
  const { Results: asked } = await api.absences.create(holiday);
  expect(asked).toMatchObject({ status: 0, duration: 2 });
  expect((await api.absences.approve({ id: asked.id })).Results).toMatchObject([{ status: 1 }]);
  expect((await api.absenceDays.read()).Results.filter((day) => day.request_id !== null)).toHaveLength(2);
  expect((await api.absences.cancel(asked.id)).Results).toMatchObject([{ status: 3 }]);
  expect((await api.absenceDays.read()).Results.filter((day) => day.request_id !== null)).toHaveLength(0);
  expect((await api.absenceTypes.read()).Results).toHaveLength(4);
});

test('the client records, reads page by page and deletes time trackings', async () => {
  const zone = 'Europe/Vienna';
  const started = await api.timeTrackings.start({
    user_id: 2,
    task_id: 4,
    start_time_timezone: zone,
    start_type_id: 1,
  });
  expect(started.Results).toMatchObject({ status: 1 });
  clock.now += 600_000;
  const stopped = await api.timeTrackings.stop({ user_id: 2, end_time_timezone: zone, end_type_id: 1 });
  expect(stopped.Results).toMatchObject({ status: 2, end_time: '2026-03-02 10:10:00' });
  expect((await api.timeTrackings.current()).Results).toBeUndefined();
  simulator.people.addTimeTracking(work);
  const params = new RequestParamsBuilder<TimeTracking>().orderBy('id', 'asc').limit(1);
  const page = await api.timeTrackings.readRaw(params.build());
  expect(page.data.results).toMatchObject([{ id: 1 }]);
  expect(page.pages.next).toMatchObject({ _offset: '1' });
  expect((await api.timeTrackings.delete(1)).Results).toMatchObject({ id: 1 });
});

test('the client follows changes by deltaSync', async () => {
  const gone = simulator.people.addTimeTracking(work);
  clock.now += 60_000;
  simulator.people.deleteTimeTracking(gone.id);
  simulator.people.addAbsence(sick);
  const params = new DeltaSyncParams()
    .since('2026-03-02 10:01:00')
    .include(['users', 'absences', 'timeTrackings']);
  params.limit(100).resource('users', (users) => users.eq('active', true));
  const { success, results } = await api.deltaSync.readDeltaSync(params);
  expect(success).toBe(true);
  expect(results.users).toMatchObject({ success: true, results: [], deleted: [] });
  expect(results.absences?.results).toMatchObject([{ status: 1, from_date: '2026-03-09' }]);
  expect(results.timeTrackings?.deleted).toMatchObject([{ id: gone.id, deleted_at: '2026-03-02 10:01:00' }]);
});

// The requests of section 12 as both builds of the client put them on the wire.
const vectors: readonly { method: string; path: string; body?: unknown; count: number }[] = [
  { method: 'GET', path: 'users/read', count: 3 },
  { method: 'GET', path: 'users/read/1', count: 1 },
  { method: 'GET', path: 'users/me', count: 1 },
  { method: 'GET', path: 'timeTrackings/current', count: 0 },
  {
    method: 'GET',
    path: 'users/read?active=true&_limit=50&_offset=0&_order_by=id&_order_desc=false&_fields=id,username',
    count: 2,
  },
  {
    method: 'GET',
    path: 'users/read?active=true&_limit=50&_offset=0&_order_by=id&_sort_direction=ASC&_fields=id,username',
    count: 2,
  },
  {
    method: 'GET',
    path: 'absences/read?_op__status=in&status=0%7C1&_op__to_date=gteq&to_date=2025-01-01',
    count: 1,
  },
  {
    method: 'GET',
    path: 'timeTrackings/read?user_id=2&_op__start_time=betw&start_time=2026-02-01+00:00:00%7C2026-02-28+23:59:59',
    count: 1,
  },
  {
    method: 'GET',
    path: 'timeTrackings/read?user_id=2&_group_by=user_id%7Ctask_id&_aggregate__duration=sum&nestedEntities=%7B%22changeTimeTrackingRequests%22:[]%7D',
    count: 1,
  },
  {
    method: 'GET',
    path: 'users/read?_op__exit_date=notnull&exit_date=a&_op__email_address=notnull&email_address=a&_op__lastname=like&lastname=Mu%25&_op__id=nin&id=3%7C4',
    count: 1,
  },
  { method: 'PUT', path: 'users/update', body: { id: 2, firstname: 'X' }, count: 1 },
  { method: 'PUT', path: 'users/update', body: [{ id: 2 }, { id: 99 }], count: 2 },
  { method: 'PUT', path: 'users/update', body: { '0': { id: 2 }, '1': { id: 99 } }, count: 2 },
  {
    method: 'POST',
    path: 'timeTrackings/start',
    body: { user_id: 2, task_id: 4, start_time_timezone: 'Europe/Vienna', start_type_id: 1 },
    count: 1,
  },
  {
    method: 'PUT',
    path: 'timeTrackings/stop',
    body: { user_id: 2, end_time_timezone: 'Europe/Vienna' },
    count: 0,
  },
  { method: 'DELETE', path: 'timeTrackings/delete/1', count: 1 },
  { method: 'DELETE', path: 'publicHolidays/delete?id=1', count: 1 },
  {
    method: 'POST',
    path: 'absences/create',
    body: {
      type_id: 1,
      subtype_id: 0,
      user_id: 2,
      from_date: '2026-03-16',
      to_date: '2026-03-17',
      duration: 2,
    },
    count: 1,
  },
  { method: 'PUT', path: 'absences/cancel', body: { id: 1 }, count: 1 },
  {
    method: 'GET',
    path: 'deltaSync/read?_since=2025-01-01+00:00:00&_include=users,absences&_limit=100&users__active=true',
    count: 2,
  },
];

test.each(vectors)('the request $method $path is answered', async ({ method, path, body, count }) => {
  simulator.people.addTimeTracking(work);
  simulator.people.addAbsence(sick);
  const response = await fetch(`${served.origin}/acme/userapi/v4/${path}`, {
    method,
    headers: {
      Accept: 'application/json, text/plain, */*',
      Authorization: `Bearer ${api.authentication.getTokens().accessToken}`,
      'Content-Type': method === 'DELETE' ? '' : 'application/json',
      'User-Agent': 'axios/0.21.4',
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  expect(response.status).toBe(200);
  expect(await response.json()).toMatchObject({
    Success: true,
    NumResults: count,
    ServerTimeZone: 'Europe/Vienna',
  });
});

test('the token request of the client is understood as it is sent', async () => {
  const response = await fetch(`${served.origin}/acme/auth/oauth2/token`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
    body: 'grant_type=password&client_id=CID&client_secret=SEC&username=api&password=p+w%261',
  });
  expect(await response.json()).toMatchObject({ token_type: 'bearer', expires_in: 3600 });
});
