// Personio's webhooks as hints: whoever knows the token can cause a look, and nothing else.

import { afterAll, beforeAll, expect, test } from 'vitest';
import { lookAround } from '../../src/jobs/definitions/look-around.ts';
import type { RunOrder } from '../../src/service/front-desk.ts';
import { newSetup } from '../../src/service/setup/create.ts';
import { type Caller, openTestDesk, type TestDesk } from '../support/front-desk.ts';

const id = 'hinted';
let stage: TestDesk;
let admin: Caller;
let token: string;
beforeAll(async () => {
  stage = await openTestDesk({ environment: { TANDEM_PUBLIC_URL: 'https://tandem.example' } });
  await stage.desk.office.commit({
    putSetup: {
      ...newSetup(stage.desk, id, 'Hinted', 'page', { timetac: { account: 'hinted' } }, 'test'),
      on: true,
      nextRunAt: stage.desk.now() + 900_000,
    },
  });
  admin = await stage.person({ member: { setupId: id, role: 'admin' } });
});
afterAll(() => stage.close());

const hint = (authorization: string | null, body = '{}', type = 'application/json', to = id) =>
  stage.app.inject({
    method: 'POST',
    url: `/hooks/personio/${to}`,
    headers: { 'content-type': type, ...(authorization === null ? {} : { authorization }) },
    payload: body,
  });
const nextRun = async () => (await stage.desk.office.setup(id))?.nextRunAt ?? 0;

test('before a token is made nothing is a hint', async () => {
  expect((await admin.call('GET', `/integrations/${id}/hook`)).body).toMatchObject({
    address: `https://tandem.example/hooks/personio/${id}`,
    madeAt: null,
  });
  for (const given of [null, '', 'undefined', 'null']) expect((await hint(given)).statusCode).toBe(404);
});

test('a token is told once, and kept as a hash', async () => {
  const asJson = await stage.app.inject({
    method: 'POST',
    url: `/api/v1/integrations/${id}/hook`,
    headers: { 'content-type': 'application/json' },
  });
  expect(asJson.json()).toMatchObject({ code: 'not-signed-in' });
  const made = await admin.call('POST', `/integrations/${id}/hook`);
  ({ token } = made.body);
  expect(token.length).toBeGreaterThan(40);
  expect(JSON.stringify(await stage.desk.office.setup(id))).not.toContain(token);
  expect((await admin.call('GET', `/integrations/${id}/hook`)).body.events).toContain(
    'attendance-period.deleted',
  );
});

test('a hint with the token makes the next run due soon; what it says is not even read', async () => {
  const before = await nextRun();
  for (const given of [null, `Bearer ${token}`, `${token}x`])
    expect((await hint(given)).statusCode).toBe(404);
  for (const nobody of ['nowhere', 'a%00b'])
    expect((await hint(token, '{}', 'application/json', nobody)).statusCode).toBe(404);
  expect(await nextRun()).toBe(before);
  for (const [body, type] of [
    ['{"event_name":"attendance-period.deleted"}', 'application/json'],
    ['not json {{{', 'application/json'],
    ['', 'application/json'],
    ['<xml/>', 'text/xml'],
    ['{"__proto__":{"on":false}}', 'application/json'],
  ] as const)
    expect((await hint(token, body, type)).statusCode).toBe(204);
  const soon = await nextRun();
  expect(soon).toBeLessThanOrEqual(stage.desk.now() + 15_000);
  expect((await hint(token, 'x'.repeat(70_000))).statusCode).toBe(413);
});

test('a hundred repetitions cause one run, and that one reads Personio too', async () => {
  const due = await nextRun();
  const answers = await Promise.all(Array.from({ length: 100 }, () => hint(token)));
  expect(new Set(answers.map(({ statusCode }) => statusCode))).toEqual(new Set([204]));
  expect(await nextRun()).toBe(due);
  const asked: RunOrder[] = [];
  const desk = {
    ...stage.desk,
    now: () => due + 1,
    queue: { ask: async (order: RunOrder) => (asked.push(order), 'job') },
  };
  const looks = lookAround((error) => expect.unreachable(String(error)));
  expect([await looks.round(desk), await looks.round(desk)]).toEqual([1, 0]);
  await looks.quiet();
  expect(asked).toHaveLength(1);
});

test('withdrawn, it is worthless at once', async () => {
  expect((await admin.call('DELETE', `/integrations/${id}/hook`)).status).toBe(200);
  expect((await hint(token)).statusCode).toBe(404);
});
