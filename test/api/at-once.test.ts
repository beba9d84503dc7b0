// Two people, or two windows of one, who do the same thing at the same moment.

import { TOTP, Secret } from 'otpauth';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDesk, type TestDesk } from '../support/front-desk.ts';

let stage: TestDesk;
beforeAll(async () => {
  stage = await openTestDesk();
});
afterAll(() => stage.close());

test('the first operator’s link makes one operator, however often it is used at once', async () => {
  const token = stage.opened.firstLink()?.split('#')[1] ?? '';
  const answers = await Promise.all(
    Array.from({ length: 4 }, (_none, index) =>
      stage.stranger.call('POST', '/first-operator', {
        token,
        name: `First ${index}`,
        email: `first${index}@muster.example`,
        password: 'a long enough password',
        language: 'en',
      }),
    ),
  );
  expect(answers.map(({ status }) => status).sort((a, b) => a - b)).toEqual([200, 410, 410, 410]);
  expect(await stage.desk.office.countOperators()).toBe(1);
});

test('operators who lock each other at once leave one of them', async () => {
  const [first] = await stage.desk.office.people();
  const one = await stage.person({ operator: true });
  const other = await stage.person({ operator: true });
  await one.call('PUT', `/people/${first?.id ?? ''}`, { operator: false, disabled: false });
  const lock = (who: typeof one, whom: typeof one) =>
    who.call('PUT', `/people/${whom.person.id}`, { operator: true, disabled: true });
  await Promise.all([lock(one, other), lock(other, one)]);
  const left = (await stage.desk.office.people()).filter(
    ({ operator, disabledAt }) => operator && disabledAt === null,
  );
  expect(left).toHaveLength(1);
});

test('a code of the authenticator opens one session, however often it is used at once', async () => {
  const password = 'a long enough password';
  const somebody = await stage.person({ email: 'code@muster.example', password });
  const { body } = await somebody.call('POST', '/me/totp');
  const codeNow = (): string =>
    new TOTP({ secret: Secret.fromBase32(body.secret) }).generate({ timestamp: stage.desk.now() });
  await somebody.call('PUT', '/me/totp', { code: codeNow() });
  stage.clock.advance(60_000);
  const code = codeNow();
  const answers = await Promise.all(
    Array.from({ length: 4 }, () =>
      stage.stranger.call('POST', '/session', { email: 'code@muster.example', password, code }),
    ),
  );
  expect(answers.map(({ status }) => status).sort((a, b) => a - b)).toEqual([200, 401, 401, 401]);
});

test('one’s own change does not undo that one was locked meanwhile', async () => {
  const operator = await stage.person({ operator: true });
  const somebody = await stage.person();
  await Promise.all([
    somebody.call('PUT', '/me', { name: 'Renamed', language: 'de' }),
    operator.call('PUT', `/people/${somebody.person.id}`, { operator: false, disabled: true }),
  ]);
  expect((await stage.desk.office.person(somebody.person.id))?.disabledAt).not.toBeNull();
});

test('whoever chooses a language says nothing about their name, which was changed elsewhere', async () => {
  const somebody = await stage.person();
  await somebody.call('PUT', '/me', { name: 'Renamed', language: 'en' });
  const { body } = await somebody.call('PUT', '/me', { language: 'de' });
  expect(body).toMatchObject({ name: 'Renamed', language: 'de' });
  expect(await stage.desk.office.person(somebody.person.id)).toMatchObject({
    name: 'Renamed',
    language: 'de',
  });
});

test('what an operator does not speak of stays as another operator left it', async () => {
  const [one, other] = [await stage.person({ operator: true }), await stage.person({ operator: true })];
  const somebody = await stage.person();
  const path = `/people/${somebody.person.id}`;
  expect((await one.call('PUT', path, { disabled: true })).status).toBe(200);
  // Their page still shows the account as it was before.
  expect((await other.call('PUT', path, { operator: true })).status).toBe(200);
  expect(await stage.desk.office.person(somebody.person.id)).toMatchObject({
    operator: true,
    disabledAt: expect.any(Number),
  });
  expect((await one.call('PUT', path, { disabled: false })).status).toBe(200);
  expect(await stage.desk.office.person(somebody.person.id)).toMatchObject({
    operator: true,
    disabledAt: null,
  });
});

test('whoever may not see an integration any more hears nothing of it any more', async () => {
  const listening = await openTestDesk({ listen: true });
  try {
    const operator = await listening.person({ operator: true });
    const id = String((await operator.call('POST', '/integrations', { name: 'Muster GmbH' })).body.id);
    const viewer = await listening.person({ member: { setupId: id, role: 'viewer' } });
    const stream = await fetch(`${listening.url}/api/v1/integrations/${id}/events`, {
      headers: { cookie: `tandem-session=${viewer.token ?? ''}` },
    });
    expect(stream.status).toBe(200);
    const { id: personId } = viewer.person;
    expect((await operator.call('DELETE', `/integrations/${id}/people/${personId}`)).status).toBe(200);
    const heard = await stream.text();
    expect(heard).toContain('hello');
  } finally {
    await listening.close();
  }
});
