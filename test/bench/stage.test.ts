// The benchmark's own eyes: that they see what went wrong.

import { beforeEach, expect, test } from 'vitest';
import { companyOf, personAt } from '../../bench/contest/company.ts';
import { adjust, correct, enterByHand, strike, work } from '../../bench/contest/deeds.ts';
import { openStage, type Stage } from '../../bench/contest/stage.ts';
import { instantOf } from '../../src/core/time/calendar.ts';
import { seededRandom } from '../../src/simulators/faults/random.ts';

const today = '2026-03-18';
const day = '2026-03-17';
const now = instantOf('2026-03-18T06:00:00', 'Europe/Berlin');

let stage: Stage;
let token: string;

beforeEach(async () => {
  stage = openStage({
    trace: { lossShare: 0, crashAtWrite: null },
    states: companyOf({ employees: 2, today, account: 'bench' }),
    surroundings: { now: () => now, sleep: () => Promise.resolve(), random: seededRandom(1) },
    seed: 1,
    crash: () => Promise.resolve(),
  });
  const body = new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: 'papi-bench',
    client_secret: 'papi-bench-secret',
  });
  const answer = await stage.personio(
    new Request('https://hr.example/v2/auth/token', { method: 'POST', body }),
  );
  token = ((await answer.json()) as { access_token: string }).access_token;
});

test('what nobody exported is missing', () => {
  stage.happen(work([0, 1], day, ['morning']));
  expect(stage.verdict()).toEqual({ missing: 2, duplicates: 0 });
});

test('an old record beside its correction is one too many', async () => {
  stage.happen(work([0], day, ['evening']));
  await post('17:00', '18:00');
  expect(stage.verdict()).toEqual({ missing: 0, duplicates: 0 });

  stage.happen(correct([0], day, 'evening', ['18:15', '19:15']));
  await post('18:15', '19:15');
  expect(stage.verdict()).toEqual({ missing: 0, duplicates: 1 });
});

test('taking away what is right is a wrong delete; taking away what is gone at the source is not', async () => {
  stage.happen(work([0], day, ['morning']));
  await take(await post('08:00', '12:00'));
  expect(stage.tally().wrongDeletes).toBe(1);

  const id = await post('08:00', '12:00');
  stage.happen(strike([0], day, 'morning'));
  await take(id);
  expect(stage.tally().wrongDeletes).toBe(1);
});

test('taking away what HR entered is a wrong delete', async () => {
  stage.happen(enterByHand([0], day));
  await take(stage.states.personio.attendances[0]?.id ?? '');
  expect(stage.tally().wrongDeletes).toBe(1);
});

test('a record that HR changed is HR’s: writing over it or taking it away is counted, and a second one is too many', async () => {
  stage.happen(work([0], day, ['morning']));
  const id = await post('08:00', '12:00');
  stage.happen([
    ...adjust([0], day, 'morning', ['08:00', '11:30']),
    ...correct([0], day, 'morning', ['08:00', '11:45']),
  ]);
  expect(stage.verdict()).toEqual({ missing: 0, duplicates: 0 });
  expect(stage.tally().overruled).toBe(0);

  await post('13:00', '13:45');
  expect(stage.verdict()).toEqual({ missing: 0, duplicates: 1 });
  await take(id);
  expect(stage.tally()).toMatchObject({ overruled: 1, wrongDeletes: 0 });
});

test('calls are counted by endpoint, throttled ones are no writes, and signing in is counted apart', async () => {
  stage.measure();
  for (let minute = 10; minute < 22; minute++) await post(`08:${minute}`, `08:${minute}`);

  const { calls, throttled, writes, signIns } = stage.tally();
  expect(calls).toEqual({ 'personio POST /v2/attendance-periods': 12 });
  expect({ throttled, writes, signIns }).toEqual({ throttled: 2, writes: 10, signIns: 0 });
});

async function post(from: string, to: string): Promise<string> {
  const body = {
    person: { id: personAt(0) },
    type: 'WORK',
    start: { date_time: `${day}T${from}:00` },
    end: { date_time: `${day}T${to}:00` },
  };
  const answer = await send('POST', '/v2/attendance-periods?skip_approval=true', JSON.stringify(body));
  return answer.status === 201 ? ((await answer.json()) as { id: string }).id : '';
}

const take = (id: string): Promise<Response> => send('DELETE', `/v2/attendance-periods/${id}`);

function send(method: string, path: string, body?: string): Promise<Response> {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  return stage.personio(
    new Request(`https://hr.example${path}`, { method, headers, ...(body === undefined ? {} : { body }) }),
  );
}
