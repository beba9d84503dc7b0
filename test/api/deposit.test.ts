// The deposit link: somebody without an account hands credentials over, encrypted by the very code of the page, and
// nobody reads them again, wherever they look.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Route } from '../../src/api/contract/route.ts';
import { routes } from '../../src/api/contract/routes.ts';
import type { FrontDesk } from '../../src/service/front-desk.ts';
import { takeDeposit } from '../../src/service/setup/deposits.ts';
import { type Credentials, seal } from '../../web/src/deposit/seal.ts';
import { type Answer, type Caller, openTestDesk, type TestDesk } from '../support/front-desk.ts';

const hourMs = 3_600_000;
type Side = 'personio' | 'timetac';

let stage: TestDesk;
let operator: Caller;
beforeAll(async () => {
  stage = await openTestDesk();
  operator = await stage.person({ operator: true });
});
afterAll(() => stage.close());

/** A sandbox of its own for each story. */
let path: string;
let right: Record<Side, Credentials>;
beforeEach(async () => {
  stage.clock.advance(16 * 60_000);
  const { body } = await operator.call('POST', '/integrations', { name: 'Muster GmbH', sandbox: true });
  path = `/integrations/${body.id}`;
  const { sandbox } = (await operator.call('GET', path)).body;
  right = { personio: sandbox.personio, timetac: sandbox.timetac };
});

const tokenIn = (link: string): string => new URL(link).hash.slice(1);
const newLink = async (side: Side, hours = 72) => {
  const { body } = await operator.call('POST', `${path}/deposit-links`, { side, hours, language: 'de' });
  return { id: body.id as string, token: tokenIn(body.link), link: body.link as string };
};
const look = (token: string) => stage.stranger.call('POST', '/deposits/look', { token });
const hand = (token: string, sealed: object) => stage.stranger.call('POST', '/deposits', { token, sealed });
const sealedFor = async (token: string, credentials: Credentials, boundTo = token) =>
  seal(credentials, (await look(token)).body.publicKey, boundTo);
const deposit = async (token: string, credentials: Credentials) =>
  hand(token, await sealedFor(token, credentials));
const told = ({ status, body }: Answer) => [status, body?.code ?? null];
const credentialsOf = async () => (await operator.call('GET', path)).body.credentials;
const linkOf = async (id: string) =>
  (await operator.call('GET', `${path}/deposit-links`)).body.links.find(
    (one: { id: string }) => one.id === id,
  );

test('looking consumes nothing, however many mail scanners follow the link', async () => {
  const { id, token, link } = await newLink('personio');
  // What stands behind the # is sent to no server, and so lies in no proxy's log.
  expect(new URL(link).pathname + new URL(link).search).toBe('/deposit');
  const first = await look(token);
  expect(first.body).toMatchObject({
    integration: 'Muster GmbH',
    side: 'personio',
    askedBy: operator.person.name,
    publicKey: { kty: 'EC', crv: 'P-256' },
  });
  expect(Object.keys(first.body.publicKey).sort()).toEqual(['crv', 'kty', 'x', 'y']);
  for (let count = 0; count < 20; count++) expect((await look(token)).body).toEqual(first.body);
  expect(await linkOf(id)).toMatchObject({ usedAt: null, withdrawn: false });
  expect((await deposit(token, right.personio)).body.works).toBe(true);
});

test.each(['personio', 'timetac'] as const)(
  'right credentials of %s are kept and work, and the link is worthless from then on',
  async (side) => {
    const { id, token } = await newLink(side);
    const sealed = await sealedFor(token, right[side]);
    expect((await hand(token, sealed)).body.works).toBe(true);
    const kept = (await credentialsOf())[side];
    expect(kept).toMatchObject({ works: true, endsIn: right[side].clientId.slice(-4) });
    expect(kept.setBy).toContain(operator.person.name);
    expect((await linkOf(id)).usedAt).not.toBeNull();
    expect(told(await look(token))).toEqual([410, 'link-worthless']);
    expect(told(await hand(token, sealed))).toEqual([410, 'link-worthless']);
    const { works } = (await operator.call('POST', `${path}/check`)).body;
    expect(works[side]).toBe(true);

    const { entries } = (await operator.call('GET', `${path}/audit`)).body;
    expect(entries.slice(0, 2)).toMatchObject([
      { what: 'credentials.set', who: kept.setBy, details: { side, works: true } },
      { what: 'deposit.created', who: operator.person.name, details: { side } },
    ]);
  },
);

test('of many who hold the link at once, one is heard', async () => {
  const { token } = await newLink('personio');
  const sealed = await Promise.all(Array.from({ length: 10 }, () => sealedFor(token, right.personio)));
  const answers = await Promise.all(sealed.map((one) => hand(token, one)));
  expect(answers.map(({ status }) => `${status}`).sort()).toEqual(['200', ...Array(9).fill('410')]);
});

describe('a link', () => {
  test('that was withdrawn is worthless', async () => {
    const { id, token } = await newLink('personio');
    const sealed = await sealedFor(token, right.personio);
    expect((await operator.call('DELETE', `${path}/deposit-links/${id}`)).status).toBe(200);
    expect(told(await look(token))).toEqual([410, 'link-worthless']);
    expect(told(await hand(token, sealed))).toEqual([410, 'link-worthless']);
    expect(await linkOf(id)).toMatchObject({ withdrawn: true, usedAt: null });
    expect(await credentialsOf()).toEqual({ personio: null, timetac: null });
  });

  test('expires', async () => {
    const { token } = await newLink('personio', 1);
    const sealed = await sealedFor(token, right.personio);
    stage.clock.advance(hourMs - 10_000);
    expect((await look(token)).status).toBe(200);
    stage.clock.advance(10_000);
    expect(told(await look(token))).toEqual([410, 'link-worthless']);
    expect(told(await hand(token, sealed))).toEqual([410, 'link-worthless']);
  });

  test('is for the address it names: another one that is typed afterwards hears nothing', async () => {
    const { token } = await newLink('personio');
    const { address } = (await look(token)).body;
    expect((await operator.call('GET', path)).body.form.personio.baseUrl).toContain(address);
    const sealed = await sealedFor(token, right.personio);
    const rename = async (was: string, now: string) =>
      (await operator.call('PUT', `${path}/form`, { changes: [{ path: 'personio.baseUrl', was, now }] }))
        .status;
    expect(await rename(address, 'https://api.personio.de')).toBe(200);
    expect(told(await look(token))).toEqual([410, 'link-worthless']);
    expect(told(await hand(token, sealed))).toEqual([410, 'link-worthless']);
    expect(await rename('https://api.personio.de', address)).toBe(200);
    expect((await hand(token, sealed)).body.works).toBe(true);
  });

  test('that nobody gave out answers as a used one does, and is not guessed at without end', async () => {
    const answers = [await look('x'), await look('')];
    for (const answer of answers) expect(told(answer)).toEqual([410, 'link-worthless']);
    for (let count = 0; count < 100; count++) await look(`guess ${count}`);
    expect(told(await look('one more'))).toEqual([429, 'too-many-tries']);
  });

  test('is found in no table and no answer once it was told', async () => {
    const { token } = await newLink('personio');
    expect(await everything()).not.toContain(token);
  });
});

describe('what does not open uses nothing up', () => {
  const broken: readonly [string, (token: string) => Promise<object>][] = [
    ['sealed for another link', async (token) => sealedFor(token, right.personio, 'another token')],
    [
      'sealed with another link’s key',
      async (token) =>
        seal(right.personio, (await look((await newLink('personio')).token)).body.publicKey, token),
    ],
    [
      'text that was changed',
      async (token) => ({ ...(await sealedFor(token, right.personio)), text: 'AAAA' }),
    ],
    [
      'text that is no Base64',
      async (token) => ({ ...(await sealedFor(token, right.personio)), text: '%%%' }),
    ],
    ['an iv that is missing', async (token) => ({ ...(await sealedFor(token, right.personio)), iv: '' })],
    [
      'a point that is not on the curve',
      async (token) => {
        const sealed = await sealedFor(token, right.personio);
        return { ...sealed, publicKey: { ...sealed.publicKey, x: sealed.publicKey.y } };
      },
    ],
    ['credentials that are blank', (token) => sealedFor(token, { clientId: ' ', clientSecret: 'x' })],
    [
      'credentials that are no text',
      (token) => sealedFor(token, { clientId: 7, clientSecret: {} } as unknown as Credentials),
    ],
  ];
  test.each(broken)('%s', async (_what, sealedBy) => {
    const { id, token } = await newLink('personio');
    expect(told(await hand(token, await sealedBy(token)))).toEqual([400, 'cannot-open']);
    expect(await linkOf(id)).toMatchObject({ usedAt: null });
    expect((await deposit(token, right.personio)).body.works).toBe(true);
  });
});

describe('credentials that the vendor does not take', () => {
  const wrong = { clientId: 'papi-wrong-client', clientSecret: 'papi-wrong-secret' };

  test('are told at once, and kept where there were none that work', async () => {
    const { body } = await deposit((await newLink('personio')).token, wrong);
    expect(body.works).toBe(false);
    expect(body.lines).toContainEqual(expect.objectContaining({ class: 'access', side: 'personio' }));
    expect((await credentialsOf()).personio).toMatchObject({ works: false, endsIn: 'ient' });
    expect(JSON.stringify(body)).not.toContain(wrong.clientSecret);
  });

  test('do not drop working ones', async () => {
    expect((await deposit((await newLink('personio')).token, right.personio)).body.works).toBe(true);
    const before = (await credentialsOf()).personio;
    expect((await deposit((await newLink('personio')).token, wrong)).body.works).toBe(false);
    expect((await credentialsOf()).personio).toEqual(before);
    expect((await operator.call('POST', `${path}/check`)).body.works.personio).toBe(true);
  });
});

test('nothing of what was handed over can be read again: in no answer, no table, no file, no log', async () => {
  const given = { clientId: 'papi-seldom-seen-id', clientSecret: 'never-to-be-seen-again-äöü' };
  await deposit((await newLink('personio')).token, given);
  await deposit((await newLink('timetac')).token, right.timetac);
  expect((await credentialsOf()).personio.works).toBe(false);
  const haystack = await everything();
  const inFiles = (text: string): boolean =>
    filesIn(stage.dataDir).some((file) => readFileSync(file).includes(text));
  expect(inFiles('Muster GmbH')).toBe(true);
  for (const { clientId, clientSecret } of [given, right.timetac]) {
    for (const needle of [
      clientId,
      clientSecret,
      Buffer.from(clientSecret).toString('base64').slice(0, 20),
    ]) {
      expect(haystack).not.toContain(needle);
      expect(inFiles(needle)).toBe(false);
    }
  }
  expect(haystack).toContain(given.clientId.slice(-4));
});

/** All that the database holds, as text, and all that the API answers to an operator about this integration. */
async function everything(): Promise<string> {
  const { rows: tables } = await sql<{ name: string }>`
    select quote_ident(table_schema) || '.' || quote_ident(table_name) as name from information_schema.tables
    where table_schema in ('public', 'queue') and table_type = 'BASE TABLE'`.execute(stage.database.sql);
  expect(tables.length).toBeGreaterThan(20);
  const texts: string[] = [];
  for (const { name } of tables) {
    const { rows } = await sql<{ text: string }>`
      select t::text as text from ${sql.raw(name)} as t`.execute(stage.database.sql);
    texts.push(...rows.map(({ text }) => text));
  }
  for (const route of Object.values(routes) as Route[]) {
    if (
      route.method !== 'GET' ||
      route.media === 'text/event-stream' ||
      route.path.includes('single-sign-on')
    )
      continue;
    const address = route.path.replace('/integrations/:id', path).replaceAll(/:\w+/g, 'x');
    const { body } = await operator.call('GET', address);
    // The keys of a sandbox are shown on purpose: they open nothing but invented accounts.
    if (route.path === '/integrations/:id') delete body.sandbox;
    texts.push(JSON.stringify(body));
  }
  return texts.join('\n');
}

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

test('a link is not given out, and not used up, before step 1 says whom to ask', async () => {
  const bare = await operator.call('POST', '/integrations', { name: 'Bare' });
  const links = `/integrations/${bare.body.id}/deposit-links`;
  const early = await operator.call('POST', links, { side: 'timetac', language: 'en' });
  expect([early.status, early.body.code]).toEqual([409, 'form-has-mistakes']);
  expect(early.body.fields[0].path).toBe('timetac.account');
  // Personio has one address for everybody.
  expect((await operator.call('POST', links, { side: 'personio', language: 'en' })).status).toBe(200);
});

test('what was handed over is here although the server ends while it asks whether it works', async () => {
  const { token } = await newLink('personio');
  const sealed = await sealedFor(token, right.personio);
  const ending: FrontDesk = {
    ...stage.desk,
    home: {
      ...stage.desk.home,
      openDoors: () => {
        throw new Error('this process has ended');
      },
    },
  };
  await expect(takeDeposit(ending, token, sealed, '127.0.0.1')).rejects.toThrow('has ended');
  expect((await credentialsOf()).personio).toMatchObject({
    endsIn: right.personio.clientId.slice(-4),
    works: null,
  });
});

test('a link that a change of the address made worthless is listed as such', async () => {
  const { id } = (await operator.call('POST', '/integrations', { name: 'Moved' })).body;
  const links = `/integrations/${id}/deposit-links`;
  const isElsewhere = async () => (await operator.call('GET', links)).body.links[0].otherAddress;
  const change = (was: string | null, now: string | null) =>
    operator.call('PUT', `/integrations/${id}/form`, { changes: [{ path: 'personio.baseUrl', was, now }] });
  expect((await operator.call('POST', links, { side: 'personio', language: 'en' })).status).toBe(200);
  expect(await isElsewhere()).toBe(false);
  await change(null, 'https://api.personio.example');
  expect(await isElsewhere()).toBe(true);
  await change('https://api.personio.example', null);
  expect(await isElsewhere()).toBe(false);
});
