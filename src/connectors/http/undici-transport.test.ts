// oxlint-disable unicorn/consistent-function-scoping -- a helper stands beside the tests that it serves
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { guardedLookup, isPrivateAddress } from './addresses.ts';
import { failureOf } from './failure.ts';
import { undiciTransport } from './undici-transport.ts';

let server: Server;
let origin = '';
const seen: { method: string | undefined; headers: Record<string, unknown>; body: string }[] = [];

beforeAll(async () => {
  server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      seen.push({ method: request.method, headers: request.headers, body });
      if (request.url === '/moved') response.writeHead(302, { location: '/' }).end();
      else if (request.url === '/long') response.end('x'.repeat(100_000));
      else if (request.url === '/reset') request.socket.destroy();
      else if (request.url === '/silent') return;
      else response.writeHead(201, { 'X-Trace': 'one' }).end('grüße');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const { transport, close } = undiciTransport({ allowPrivateHosts: true, maxAnswerBytes: 50_000 });
afterAll(close);
const init = { method: 'GET', headers: {}, signal: new AbortController().signal, deadlineMs: 20_000 };
const failed = async (promise: Promise<unknown>) =>
  failureOf(
    await promise.then(
      () => null,
      (error: unknown) => error,
    ),
  );

test('a request goes out as given and its answer comes back as it is', async () => {
  const answer = await transport(`${origin}/`, {
    ...init,
    method: 'POST',
    headers: { 'x-app': 'a' },
    body: '{"ö":1}',
  });
  expect(answer).toMatchObject({ status: 201, text: 'grüße', headers: { 'x-trace': 'one' } });
  expect(seen.at(-1)).toMatchObject({ method: 'POST', body: '{"ö":1}', headers: { 'x-app': 'a' } });
});

test('a redirect is answered, not followed', async () => {
  expect((await transport(`${origin}/moved`, init)).status).toBe(302);
});

test('what never became an answer is told apart', async () => {
  expect((await failed(transport(`${origin}/reset`, init))).kind).toBe('lost');
  expect(await failed(transport(`${origin}/long`, init))).toEqual({
    kind: 'lost',
    words: 'the answer is too large',
  });
  expect((await failed(transport(`${origin}/silent`, { ...init, deadlineMs: 50 }))).kind).toBe('lost');
  expect((await failed(transport('http://127.0.0.1:1/', init))).kind).toBe('not-sent');
});

describe('where a door may not go', () => {
  const strict = undiciTransport({ allowPrivateHosts: false });
  afterAll(strict.close);
  test.each([
    'http://api.personio.de/',
    'https://127.0.0.1/',
    'https://[::1]/',
    'https://[::ffff:127.0.0.1]/',
    'https://10.1.2.3/',
    'https://169.254.169.254/latest',
    'https://localhost/',
    'ftp://example.com/',
  ])('%s', async (url) => {
    expect((await failed(strict.transport(url, init))).kind).toBe('forbidden');
  });

  test('plain http stays at home even where private hosts are allowed', async () => {
    expect(await failed(transport('http://1.1.1.1/', init))).toEqual({
      kind: 'forbidden',
      words: 'https is required',
    });
  });
});

test.each([
  ['127.0.0.1', true],
  ['192.168.1.1', true],
  ['100.64.0.1', true],
  ['0.0.0.0', true],
  ['255.255.255.255', true],
  ['::1', true],
  ['::', true],
  ['fe80::1', true],
  ['fd00::1', true],
  ['::ffff:10.0.0.1', true],
  ['64:ff9b::a00:1', true],
  ['2002:7f00:1::', true],
  ['not an address', true],
  ['1.1.1.1', false],
  ['172.32.0.1', false],
  ['2606:4700::1111', false],
  ['::ffff:1.1.1.1', false],
])('%s is private: %s', (address, expected) => {
  expect(isPrivateAddress(address)).toBe(expected);
});

test('a name is looked up once, by the rule', async () => {
  const look = (rule: 'public-only' | 'private-only', all: boolean) =>
    new Promise((resolve) => guardedLookup(rule)('localhost', { all }, (...result) => resolve(result)));
  expect(await look('private-only', true)).toEqual([
    null,
    expect.arrayContaining([expect.objectContaining({ family: expect.any(Number) })]),
  ]);
  expect(await look('private-only', false)).toEqual([null, expect.any(String), expect.any(Number)]);
  expect(await look('public-only', true)).toEqual([expect.objectContaining({ kind: 'forbidden' }), '']);
});
