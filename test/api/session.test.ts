// Who somebody is: the first operator, signing in, the authenticator, sessions and their end, invitations. In the order
// of an installation's first days; the clock is moved, never waited for.

import { sql } from 'kysely';
import { TOTP } from 'otpauth';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openMetrics } from '../../src/api/metrics.ts';
import { buildServer } from '../../src/api/server.ts';
import { newSetup } from '../../src/service/setup/create.ts';
import { type Answer, type Caller, openTestDesk, type TestDesk, withCookie } from '../support/front-desk.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const password = 'a long and quiet password';
const setupId = 'muster';

let stage: TestDesk;
beforeAll(async () => {
  stage = await openTestDesk();
  await stage.desk.office.commit({
    putSetup: newSetup(stage.desk, setupId, 'Muster GmbH', 'page', {}, 'test'),
  });
});
afterAll(() => stage.close());
// Whatever was tried before is forgiven.
beforeEach(() => stage.clock.advance(16 * minuteMs));

const signIn = (email: string, given: string, code: string | null = null): Promise<Answer> =>
  stage.stranger.call('POST', '/session', { email, password: given, code });
const told = ({ status, body }: Answer) => [status, body?.code ?? null];
/** Calls with the cookie that an answer set. */
const holding = ({ cookie }: Answer) => ({
  call: (method: Parameters<Caller['call']>[0], path: string, body?: unknown) =>
    stage.stranger.call(method, path, body, withCookie(cookie)),
});
interface Entry {
  readonly who: string;
  readonly what: string;
  readonly details: Readonly<Record<string, unknown>>;
}
const tokenIn = (link: string): string => new URL(link).hash.slice(1);
const account = (email: string) => ({ name: 'Newcomer', email, password, language: 'de' });

describe('the first operator', () => {
  const create = (token: string, email: string): Promise<Answer> =>
    stage.stranger.call('POST', '/first-operator', { token, ...account(email) });

  test('is created with the token that the server printed, once', async () => {
    const token = tokenIn(stage.opened.firstLink() ?? '');
    const asked = await stage.stranger.call('GET', '/session');
    expect(asked.body).toMatchObject({ person: null, installation: { needsFirstOperator: true } });

    expect(told(await create(`${token}x`, 'wrong@muster.example'))).toEqual([410, 'link-worthless']);
    const created = await create(token, ' First@Muster.example'.trim());
    expect(created.body).toMatchObject({ email: 'first@muster.example', operator: true, totp: false });
    expect((await holding(created).call('GET', '/people')).status).toBe(200);

    expect(told(await create(token, 'second@muster.example'))).toEqual([410, 'link-worthless']);
    const { body } = await stage.stranger.call('GET', '/session');
    expect(body.installation.needsFirstOperator).toBe(false);
    expect((await stage.desk.office.people()).map(({ email }) => email)).toEqual(['first@muster.example']);
  });

  test('cannot be guessed at without end', async () => {
    for (let count = 0; count < 10; count++) expect((await create('x', 'a@muster.example')).status).toBe(410);
    expect(told(await create('x', 'a@muster.example'))).toEqual([429, 'too-many-tries']);
  });
});

describe('signing in', () => {
  test('takes the address however it is written, and gives a new session each time', async () => {
    await stage.person({ email: 'ada@muster.example', password });
    const answers = [
      await signIn('ada@muster.example', password),
      await signIn('ADA@Muster.Example', password),
    ];
    for (const answer of answers) {
      expect(answer.body).toMatchObject({ email: 'ada@muster.example', hasPassword: true });
      expect((await holding(answer).call('GET', '/session')).body.person.email).toBe('ada@muster.example');
    }
    expect(answers[0]?.cookie).not.toBe(answers[1]?.cookie);
  });

  test('answers the same for an unknown address, a wrong password, a locked account and one without password', async () => {
    const locked = await stage.person({ email: 'locked@muster.example', password });
    await stage.desk.office.commit({ putPerson: { ...locked.person, disabledAt: 1 } });
    await stage.person({ email: 'here@muster.example', password });
    await stage.person({ email: 'sso@muster.example' });
    const answers = [
      await signIn('nobody@muster.example', password),
      await signIn('here@muster.example', `${password}!`),
      await signIn('locked@muster.example', password),
      await signIn('sso@muster.example', 'nobody has this password'),
    ];
    expect(told(answers[0] as Answer)).toEqual([401, 'wrong-sign-in']);
    const asSeen = answers.map(({ status, body, cookie, headers }) => {
      const { date: _date, ...others } = headers;
      return { status, body, cookie, headers: others };
    });
    for (const answer of asSeen) expect(answer).toEqual(asSeen[0]);
  });

  test.each(['throttled@muster.example', 'unknown@muster.example'])(
    'is slowed down after ten wrong tries for %s, says for how long, and is welcome after that',
    async (email) => {
      if (email.startsWith('throttled')) await stage.person({ email, password });
      for (let count = 0; count < 10; count++) expect((await signIn(email, 'wrong')).status).toBe(401);
      stage.clock.advance(5 * minuteMs);
      const refused = await signIn(email, password);
      expect(told(refused)).toEqual([429, 'too-many-tries']);
      const seconds = Number(refused.headers['retry-after']);
      expect(refused.body.retryAfterSeconds).toBe(seconds);
      expect(seconds).toBeGreaterThan(9 * 60);
      expect(seconds).toBeLessThanOrEqual(10 * 60);
      // Others are not slowed down by it.
      expect((await signIn('ada@muster.example', password)).status).toBe(200);
      stage.clock.advance(seconds * 1000);
      expect((await signIn(email, password)).status).toBe(email.startsWith('throttled') ? 200 : 401);
    },
  );

  test('stands in the installation’s audit log, with where it came from; unknown names do not', async () => {
    const operator = await stage.person({ operator: true, email: 'auditor@muster.example', password });
    await signIn('auditor@muster.example', 'wrong');
    await signIn('nobody-here@muster.example', 'wrong');
    const inside = await signIn('auditor@muster.example', password);
    const entries = async () => (await operator.call('GET', '/audit')).body.entries as Entry[];
    // Nobody waits for the note of a refusal.
    await expect
      .poll(async () => (await entries()).map(({ what }) => what))
      .toContain('person.sign-in-refused');
    const about = (await entries()).filter(({ details }) => details['email'] === 'auditor@muster.example');
    const seen = about.map(({ who, what, details }) => [who, what, details['from']]);
    expect(seen).toHaveLength(2);
    expect(seen).toContainEqual(['', 'person.sign-in-refused', '127.0.0.1']);
    expect(seen).toContainEqual([operator.person.name, 'person.signed-in', '127.0.0.1']);
    expect(JSON.stringify(await entries())).not.toContain('nobody-here');
    expect(inside.status).toBe(200);
  });

  test('ends what the same browser held before', async () => {
    const email = 'twice@muster.example';
    await stage.person({ email, password });
    const before = await signIn(email, password);
    const after = await holding(before).call('POST', '/session', { email, password });
    expect((await holding(before).call('GET', '/integrations')).status).toBe(401);
    expect((await holding(after).call('GET', '/integrations')).status).toBe(200);
  });

  test('that succeeds makes earlier mistakes forgotten', async () => {
    await stage.person({ email: 'clumsy@muster.example', password });
    for (let round = 0; round < 3; round++) {
      for (let count = 0; count < 6; count++)
        expect((await signIn('clumsy@muster.example', 'wrong')).status).toBe(401);
      expect((await signIn('clumsy@muster.example', password)).status).toBe(200);
    }
  });

  test('keeps passwords as argon2id with 19 MiB and two passes, and tokens as hashes', async () => {
    const { person } = await stage.person({ email: 'hash@muster.example', password });
    expect(person.passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    const { cookie } = await signIn('hash@muster.example', password);
    const { rows } = await sql`select * from session where person_id = ${person.id}`.execute(
      stage.database.sql,
    );
    expect(rows).toHaveLength(2);
    expect(JSON.stringify(rows)).not.toContain(cookie);
  });

  test('takes no new password that is short', async () => {
    const short = { ...account('short@muster.example'), password: 'elevenchars' };
    const { status, body } = await stage.stranger.call('POST', '/first-operator', { token: 'x', ...short });
    expect([status, body.code]).toEqual([400, 'invalid-body']);
    expect(body.fields).toMatchObject([{ path: 'password' }]);
  });
});

describe('the cookie', () => {
  test('is out of reach for scripts and for other sites', async () => {
    await stage.person({ email: 'cookie@muster.example', password });
    const { headers } = await signIn('cookie@muster.example', password);
    const [line = ''] = [headers['set-cookie']].flat().map(String);
    expect(line).toMatch(/^tandem-session=[A-Za-z0-9_-]{43};/);
    expect(line).toContain('; HttpOnly');
    expect(line).toContain('; SameSite=Strict');
    expect(line).toContain('; Path=/');
    expect(line).not.toContain('Domain');
  });

  test('over https is bound to the host, and a plain one opens nothing', async () => {
    const app = await buildServer({
      desk: stage.desk,
      page: { folder: null },
      metrics: openMetrics(),
      ready: async () => true,
      told: (error) => {
        throw error;
      },
      trustProxy: false,
      isSecure: true,
    });
    try {
      const response = await app.inject({
        method: 'POST',
        url: '/api/v1/session',
        payload: { email: 'cookie@muster.example', password },
      });
      const line = String(response.headers['set-cookie']);
      expect(line).toMatch(/^__Host-tandem=/);
      for (const part of ['HttpOnly', 'Secure', 'SameSite=Strict', 'Path=/'])
        expect(line).toContain(`; ${part}`);
      expect(line).not.toContain('Domain');
      expect(response.headers['strict-transport-security']).toBe('max-age=31536000');
      const plain = await stage.stranger.call('GET', '/session');
      expect(plain.headers).not.toHaveProperty('strict-transport-security');
      const token = response.cookies[0]?.value ?? '';
      const peopleWith = async (cookie: string) =>
        (await app.inject({ url: '/api/v1/integrations', headers: { cookie } })).statusCode;
      expect(await peopleWith(`__Host-tandem=${token}`)).toBe(200);
      expect(await peopleWith(`tandem-session=${token}`)).toBe(401);
    } finally {
      await app.close();
    }
  });
});

describe('an authenticator', () => {
  const codeOf = (secret: string, steps = 0): string =>
    new TOTP({ secret }).generate({ timestamp: stage.desk.now() + steps * 30_000 });

  async function withAuthenticator(email: string) {
    const caller = await stage.person({ email, password });
    const { secret } = (await caller.call('POST', '/me/totp')).body;
    const confirmed = await caller.call('PUT', '/me/totp', { code: codeOf(secret) });
    stage.clock.advance(30_000);
    return { caller, secret: String(secret), confirmed };
  }

  test('counts from its first right code on, and its secret is never told again', async () => {
    const caller = await stage.person({ email: 'begun@muster.example', password });
    const begun = await caller.call('POST', '/me/totp');
    expect(begun.body.uri).toContain(begun.body.secret);
    const wrong = codeOf(begun.body.secret, 7);
    expect(told(await caller.call('PUT', '/me/totp', { code: wrong }))).toEqual([401, 'wrong-code']);
    expect((await signIn('begun@muster.example', password)).status).toBe(200);

    const code = codeOf(begun.body.secret);
    const spaced = `${code.slice(0, 3)} ${code.slice(3)}`;
    expect((await caller.call('PUT', '/me/totp', { code: spaced })).body).toMatchObject({ totp: true });
    expect(told(await caller.call('POST', '/me/totp'))).toEqual([409, 'not-possible']);
    const stored = JSON.stringify(await stage.desk.office.personByEmail('begun@muster.example'));
    expect(stored).not.toContain(begun.body.secret);
  });

  test('makes signing in need a code, which counts once', async () => {
    const email = 'code@muster.example';
    const { secret } = await withAuthenticator(email);
    for (const none of [null, '', '  '])
      expect(told(await signIn(email, password, none))).toEqual([401, 'code-needed']);
    for (const wrong of [codeOf(secret, 5), codeOf(secret, -5), '12345', 'abcdef'])
      expect(told(await signIn(email, password, wrong))).toEqual([401, 'wrong-code']);
    // Who does not know the password does not learn that there is an authenticator.
    expect(told(await signIn(email, 'wrong'))).toEqual([401, 'wrong-sign-in']);
    const code = codeOf(secret);
    expect((await signIn(email, password, code)).status).toBe(200);
    expect(told(await signIn(email, password, code))).toEqual([401, 'wrong-code']);
    stage.clock.advance(30_000);
    expect((await signIn(email, password, codeOf(secret))).status).toBe(200);
  });

  test('takes no older code once a newer one was used', async () => {
    const email = 'older@muster.example';
    const { secret } = await withAuthenticator(email);
    const [older, newer] = [codeOf(secret), codeOf(secret, 1)];
    expect((await signIn(email, password, newer)).status).toBe(200);
    expect(told(await signIn(email, password, older))).toEqual([401, 'wrong-code']);
  });

  test('cannot be guessed at without end', async () => {
    const email = 'guess@muster.example';
    const { secret } = await withAuthenticator(email);
    for (let count = 0; count < 10; count++)
      expect(told(await signIn(email, password, codeOf(secret, 50 + count)))).toEqual([401, 'wrong-code']);
    expect(told(await signIn(email, password, codeOf(secret)))).toEqual([429, 'too-many-tries']);
  });

  test('that is switched on or off ends the sessions that others hold', async () => {
    const email = 'others@muster.example';
    const { caller, secret } = await withAuthenticator(email);
    const other = holding(await signIn(email, password, codeOf(secret)));
    expect((await other.call('GET', '/integrations')).status).toBe(200);
    expect((await caller.call('POST', '/me/totp/remove', { password })).status).toBe(200);
    expect((await other.call('GET', '/integrations')).status).toBe(401);
    const without = holding(await signIn(email, password));
    const again = (await caller.call('POST', '/me/totp')).body;
    expect((await without.call('GET', '/integrations')).status).toBe(200);
    expect((await caller.call('PUT', '/me/totp', { code: codeOf(again.secret) })).status).toBe(200);
    expect((await without.call('GET', '/integrations')).status).toBe(401);
    expect((await caller.call('GET', '/integrations')).status).toBe(200);
  });

  test('is switched off with the password only', async () => {
    const { caller } = await withAuthenticator('off@muster.example');
    const off = (given: string) => caller.call('POST', '/me/totp/remove', { password: given });
    expect(told(await off('wrong'))).toEqual([401, 'wrong-sign-in']);
    expect((await off(password)).body).toMatchObject({ totp: false });
    expect((await signIn('off@muster.example', password)).status).toBe(200);
  });
});

describe('a session', () => {
  test('of somebody who changes their password stays, all their others end', async () => {
    const caller = await stage.person({ email: 'change@muster.example', password });
    const elsewhere = holding(await signIn('change@muster.example', password));
    const change = (current: string) =>
      caller.call('PUT', '/me/password', { current, password: 'another long password' });
    expect(told(await change('wrong'))).toEqual([401, 'wrong-sign-in']);
    expect((await elsewhere.call('GET', '/integrations')).status).toBe(200);
    expect((await change(password)).status).toBe(200);
    expect((await caller.call('GET', '/integrations')).status).toBe(200);
    expect((await elsewhere.call('GET', '/integrations')).status).toBe(401);
    expect((await signIn('change@muster.example', password)).status).toBe(401);
    expect((await signIn('change@muster.example', 'another long password')).status).toBe(200);
  });

  test('ends twelve hours after the last look', async () => {
    const caller = await stage.person();
    const looks = async () => (await caller.call('GET', '/integrations')).status;
    for (let count = 0; count < 3; count++) {
      stage.clock.advance(12 * hourMs - minuteMs);
      expect(await looks()).toBe(200);
    }
    stage.clock.advance(12 * hourMs);
    expect(await looks()).toBe(401);
    expect((await stage.desk.office.lastSeen()).has(caller.person.id)).toBe(false);
  });

  test('is kept alive by nothing that a page asks while nobody sits before it', async () => {
    await stage.person({ email: 'away@muster.example', password });
    const signedIn = await signIn('away@muster.example', password);
    const ask = (headers: Record<string, string>) =>
      stage.stranger.call('GET', '/integrations', undefined, { ...withCookie(signedIn.cookie), ...headers });
    for (let hour = 0; hour < 11; hour++) {
      stage.clock.advance(hourMs);
      expect((await ask({ 'x-tandem-alone': '1' })).status).toBe(200);
    }
    stage.clock.advance(hourMs);
    expect((await ask({ 'x-tandem-alone': '1' })).status).toBe(401);
  });

  test('ends after two weeks in any case', async () => {
    const caller = await stage.person();
    const looks = async () => (await caller.call('GET', '/integrations')).status;
    for (let hours = 11; hours < 14 * 24; hours += 11) {
      stage.clock.advance(11 * hourMs);
      expect(await looks()).toBe(200);
    }
    stage.clock.advance(11 * hourMs);
    expect(await looks()).toBe(401);
  });
});

describe('one’s own sessions', () => {
  interface Shown {
    readonly id: string;
    readonly from: string | null;
    readonly isThis: boolean;
  }
  const sessionsOf = async (caller: Pick<Caller, 'call'>): Promise<readonly Shown[]> =>
    (await caller.call('GET', '/me/sessions')).body;
  /** The stage has signed everybody in already. */
  const stages = 1;

  test('are shown with where they began, and ended one by one or all at once, with the password', async () => {
    await stage.person({ email: 'several@muster.example', password });
    const here = holding(await signIn('several@muster.example', password));
    const there = holding(await signIn('several@muster.example', password));
    const third = holding(await signIn('several@muster.example', password));
    const shown = await sessionsOf(here);
    expect(shown.map(({ isThis }) => isThis).filter(Boolean)).toHaveLength(1);
    expect(shown.filter(({ from }) => from !== null)).toHaveLength(3);

    const [thirds] = (await sessionsOf(third)).filter(({ isThis }) => isThis);
    const end = (id: string | null, given: string | null) =>
      here.call('POST', '/me/sessions/end', { id, password: given });
    expect(told(await end(thirds?.id ?? '', 'another long password'))).toEqual([401, 'wrong-sign-in']);
    expect(await sessionsOf(third)).toHaveLength(3 + stages);
    expect((await end(thirds?.id ?? '', password)).status).toBe(200);
    expect((await third.call('GET', '/me/sessions')).status).toBe(401);
    expect(await sessionsOf(there)).toHaveLength(2 + stages);

    expect((await end(null, password)).status).toBe(200);
    expect((await there.call('GET', '/me/sessions')).status).toBe(401);
    expect(await sessionsOf(here)).toMatchObject([{ isThis: true }]);
  });

  test('of somebody else are neither shown nor ended', async () => {
    await stage.person({ email: 'mine@muster.example', password });
    const mine = holding(await signIn('mine@muster.example', password));
    const other = await stage.person({ email: 'other@muster.example' });
    const [theirs] = await sessionsOf(other);
    expect(await sessionsOf(mine)).toHaveLength(1 + stages);
    const ended = await mine.call('POST', '/me/sessions/end', { id: theirs?.id ?? '', password });
    expect(told(ended)).toEqual([404, 'not-found']);
    expect(await sessionsOf(other)).toHaveLength(stages);
  });

  test('of anybody are ended by an operator; signing in again is possible, and the audit log tells', async () => {
    const { person } = await stage.person({ email: 'lost@muster.example', password });
    const held = holding(await signIn('lost@muster.example', password));
    const operator = await stage.person({ operator: true });
    expect((await held.call('POST', `/people/${person.id}/sessions/end`)).status).toBe(403);
    expect((await operator.call('POST', `/people/${person.id}/sessions/end`)).status).toBe(200);
    expect((await held.call('GET', '/me/sessions')).status).toBe(401);
    expect((await signIn('lost@muster.example', password)).status).toBe(200);
    const { body } = await operator.call('GET', '/audit');
    expect(body.entries.map(({ what }: Entry) => what)).toContain('person.signed-out');
  });
});

describe('an invitation', () => {
  let admin: Caller;
  beforeEach(async () => {
    admin = await stage.person({ member: { setupId, role: 'admin' } });
  });
  const invite = async (email: string | null, role = 'viewer') => {
    const { body } = await admin.call('POST', `/integrations/${setupId}/invitations`, { email, role });
    return { token: tokenIn(body.link), mailed: body.mailed as boolean };
  };
  const look = (token: string) => stage.stranger.call('POST', '/invitations/look', { token });
  const accept = (token: string, given: object | null, by: Pick<Caller, 'call'> = stage.stranger) =>
    by.call('POST', '/invitations/accept', { token, account: given });

  test('is looked at as often as mail scanners like, accepted once, and then worthless', async () => {
    const { token, mailed } = await invite('new@muster.example', 'customer');
    expect(mailed).toBe(true);
    expect(stage.mails.at(-1)).toMatchObject({ to: 'new@muster.example' });
    expect(stage.mails.at(-1)?.text).toContain(token);
    for (let count = 0; count < 20; count++)
      expect((await look(token)).body).toMatchObject({
        integration: 'Muster GmbH',
        role: 'customer',
        email: 'new@muster.example',
        invitedBy: admin.person.name,
        known: false,
      });

    const accepted = await accept(token, account('New@muster.example'));
    expect(accepted.body).toMatchObject({
      person: { email: 'new@muster.example', operator: false },
      integrationId: setupId,
    });
    const seen = await holding(accepted).call('GET', `/integrations/${setupId}`);
    expect([seen.status, seen.body.role]).toEqual([200, 'customer']);

    expect(told(await look(token))).toEqual([410, 'link-worthless']);
    expect(told(await accept(token, account('late@muster.example')))).toEqual([410, 'link-worthless']);
    expect(await stage.desk.office.personByEmail('late@muster.example')).toBeNull();
  });

  test.each([
    ['viewer', 'admin', 'admin'],
    ['customer', 'admin', 'admin'],
    ['viewer', 'customer', 'customer'],
    ['admin', 'viewer', 'admin'],
  ] as const)('as %s takes nothing from somebody who is %s', async (role, was, becomes) => {
    const member = await stage.person({ member: { setupId, role: was } });
    const { token } = await invite(null, role);
    const accepted = await accept(token, null, member);
    expect((await holding(accepted).call('GET', `/integrations/${setupId}`)).body.role).toBe(becomes);
  });

  test('that many accept at once is accepted by one', async () => {
    const { token } = await invite(null);
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, index) => accept(token, account(`many${index}@muster.example`))),
    );
    expect(answers.map(({ status }) => `${status}`).sort()).toEqual(['200', ...Array(7).fill('410')]);
    const joined = (await stage.desk.office.people()).filter(({ email }) => email.startsWith('many'));
    expect(joined).toHaveLength(1);
  });

  test('expires after seven days', async () => {
    const { token } = await invite(null);
    stage.clock.advance(7 * 24 * hourMs - minuteMs);
    expect((await look(token)).status).toBe(200);
    stage.clock.advance(minuteMs);
    expect(told(await look(token))).toEqual([410, 'link-worthless']);
    expect(told(await accept(token, account('expired@muster.example')))).toEqual([410, 'link-worthless']);
  });

  test('for one address is taken by no other, and stays open for the right one', async () => {
    const { token } = await invite('right@muster.example');
    expect(told(await accept(token, account('wrong@muster.example')))).toEqual([409, 'other-address']);
    expect(told(await accept(token, null, await stage.person()))).toEqual([409, 'other-address']);
    expect((await accept(token, account('right@muster.example'))).status).toBe(200);
  });

  test('is accepted by somebody with an account once they are signed in, not by a second account', async () => {
    const known = await stage.person({ email: 'known@muster.example', password });
    const { token } = await invite('known@muster.example', 'admin');
    expect((await look(token)).body.known).toBe(true);
    expect(told(await accept(token, account('known@muster.example')))).toEqual([409, 'address-taken']);
    expect(told(await accept(token, null))).toEqual([401, 'not-signed-in']);
    const accepted = await accept(token, null, known);
    expect(accepted.body.person.id).toBe(known.person.id);
    const { body } = await holding(accepted).call('GET', `/integrations/${setupId}`);
    expect(body.role).toBe('admin');
  });

  test('that was withdrawn is worthless, and only its own integration withdraws it', async () => {
    const { token } = await invite('gone@muster.example');
    const path = `/integrations/${setupId}`;
    const { invitations } = (await admin.call('GET', `${path}/people`)).body;
    const { id } = invitations.find(({ email }: { email: string }) => email === 'gone@muster.example');
    expect((await admin.call('DELETE', `${path}/invitations/${id}`)).status).toBe(200);
    expect(told(await look(token))).toEqual([410, 'link-worthless']);
    expect(told(await admin.call('DELETE', `${path}/invitations/${id}`))).toEqual([404, 'not-found']);
  });

  test('of an operator makes an operator, and only operators give it out', async () => {
    const operator = await stage.person({ operator: true });
    expect((await admin.call('POST', '/invitations', { email: null })).status).toBe(403);
    const { body } = await operator.call('POST', '/invitations', { email: null });
    const accepted = await accept(tokenIn(body.link), account('second-operator@muster.example'));
    expect(accepted.body).toMatchObject({ person: { operator: true }, integrationId: null });
    expect((await holding(accepted).call('GET', '/people')).status).toBe(200);
  });
});

describe('a forgotten password', () => {
  const forgetful = async () => {
    const operator = await stage.person({ operator: true });
    const who = await stage.person({ email: `forgetful-${stage.desk.newId()}@muster.example`, password });
    const made = await operator.call('POST', `/people/${who.person.id}/new-password`);
    return { operator, who, token: tokenIn(made.body.link) };
  };
  const fresh = 'another long and quiet password';
  const setNew = (token: string, given = fresh) =>
    stage.stranger.call('POST', '/new-password', { token, password: given });

  test('is replaced with the link that an operator makes, once, and everybody who was in is out', async () => {
    const { operator, who, token } = await forgetful();
    expect(told(await setNew(token, 'short'))).toEqual([400, 'invalid-body']);
    expect((await setNew(token)).status).toBe(200);
    expect((await who.call('GET', '/integrations')).status).toBe(401);
    expect(told(await signIn(who.person.email, password))).toEqual([401, 'wrong-sign-in']);
    expect((await signIn(who.person.email, fresh)).status).toBe(200);
    expect(told(await setNew(token))).toEqual([410, 'link-worthless']);
    const { entries } = (await operator.call('GET', '/audit')).body;
    const whats = entries.map(({ what }: { what: string }) => what);
    expect(whats).toEqual(expect.arrayContaining(['person.password-link', 'person.new-password']));
    expect(JSON.stringify(entries)).not.toContain(token);
  });

  test('the link is for a day, no invitation, and stands in no list of them', async () => {
    const { operator, token } = await forgetful();
    const look = await stage.stranger.call('POST', '/invitations/look', { token });
    expect(told(look)).toEqual([410, 'link-worthless']);
    const accept = { token, account: account('taker@muster.example') };
    expect(told(await stage.stranger.call('POST', '/invitations/accept', accept))).toEqual([
      410,
      'link-worthless',
    ]);
    expect((await operator.call('GET', '/people')).body.invitations).toEqual([]);
    stage.clock.advance(24 * hourMs);
    expect(told(await setNew(token))).toEqual([410, 'link-worthless']);
  });

  test('an invitation sets no password, and only operators make such a link', async () => {
    const operator = await stage.person({ operator: true });
    const who = await stage.person();
    const invited = await operator.call('POST', '/invitations', { email: null });
    expect(told(await setNew(tokenIn(invited.body.link)))).toEqual([410, 'link-worthless']);
    expect((await who.call('POST', `/people/${operator.person.id}/new-password`)).status).toBe(403);
    expect(told(await operator.call('POST', '/people/nobody/new-password'))).toEqual([404, 'not-found']);
  });

  test.each([
    'password1234',
    'Passw0rd!2024',
    'tandemtandem',
    'qwertzuiopasdf',
    'aaaaaaaaaaaaaaaaaaaa',
    'Wilhelmine Quandt',
  ])('is no better for being guessable: %s is refused, and the link stays', async (guessable) => {
    const { who, token } = await forgetful();
    await stage.desk.office.changePerson(who.person.id, (now) => ({
      putPerson: { ...now, name: 'Wilhelmine Quandt' },
    }));
    expect(told(await setNew(token, guessable))).toEqual([422, 'password-guessable']);
    const change = { current: password, password: guessable };
    expect(told(await who.call('PUT', '/me/password', change))).toEqual([422, 'password-guessable']);
    expect((await setNew(token)).status).toBe(200);
  });

  test('of somebody who signs in by single sign-on only there is none', async () => {
    const operator = await stage.person({ operator: true });
    const who = await stage.person();
    await stage.desk.office.changePerson(who.person.id, (now) => ({
      putPerson: { ...now, passwordHash: null },
    }));
    const made = await operator.call('POST', `/people/${who.person.id}/new-password`);
    expect(told(made)).toEqual([409, 'single-sign-on-only']);
  });

  test('the authenticator stays', async () => {
    const { who, token } = await forgetful();
    const { secret } = (await who.call('POST', '/me/totp')).body;
    const code = new TOTP({ secret }).generate({ timestamp: stage.desk.now() });
    expect((await who.call('PUT', '/me/totp', { code })).status).toBe(200);
    expect((await setNew(token)).status).toBe(200);
    expect(told(await signIn(who.person.email, fresh))).toEqual([401, 'code-needed']);
  });
});

describe('an account', () => {
  test('that is locked is out at once, and may be let in again', async () => {
    const operator = await stage.person({ operator: true });
    const caller = await stage.person({ email: 'lock@muster.example', password });
    const lock = (disabled: boolean) =>
      operator.call('PUT', `/people/${caller.person.id}`, { operator: false, disabled });
    expect((await lock(true)).status).toBe(200);
    expect((await caller.call('GET', '/integrations')).status).toBe(401);
    expect((await signIn('lock@muster.example', password)).status).toBe(401);
    expect((await lock(false)).status).toBe(200);
    expect((await caller.call('GET', '/integrations')).status).toBe(401);
    expect((await signIn('lock@muster.example', password)).status).toBe(200);
  });

  test('of the last operator can be neither locked nor made an ordinary one', async () => {
    const last = await stage.person({ operator: true });
    const others = (await stage.desk.office.people()).filter(
      ({ id, operator, disabledAt }) => operator && disabledAt === null && id !== last.person.id,
    );
    const change = (id: string, wish: object) => last.call('PUT', `/people/${id}`, wish);
    for (const { id } of others.slice(1))
      expect((await change(id, { operator: false, disabled: false })).status).toBe(200);
    // One who is locked is none who could help.
    expect((await change(others[0]?.id ?? '', { operator: true, disabled: true })).status).toBe(200);
    for (const wish of [
      { operator: false, disabled: false },
      { operator: true, disabled: true },
    ])
      expect(told(await change(last.person.id, wish))).toEqual([409, 'last-operator']);
    expect((await last.call('GET', '/people')).status).toBe(200);
  });

  test('shows its owner’s new name and language, and nothing else can be changed that way', async () => {
    const caller = await stage.person();
    const wish = { name: ' Ada ', language: 'de', operator: true, email: 'x@muster.example' };
    const { body } = await caller.call('PUT', '/me', wish);
    expect(body).toMatchObject({ name: 'Ada', language: 'de', operator: false, email: caller.person.email });
  });
});
