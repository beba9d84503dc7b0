import { describe, expect, test } from 'vitest';
import { createVendorClient, type VendorRequest, type Verdict } from './client.ts';
import { createMeter } from './meter.ts';
import { createPace } from './pace.ts';
import { defaultRetryPolicy } from './retry.ts';
import { createTokenSource } from './token.ts';
import { stoppable, type Transport, type TransportAnswer } from './transport.ts';

type Step =
  | number
  | 'reset'
  | 'refused'
  | { readonly status: number; readonly headers?: Record<string, string>; readonly text?: string };

/** A client whose vendor answers with these steps, the last one for ever, in virtual time. */
function open(
  steps: readonly Step[],
  options: { readonly abort?: AbortController; readonly forbiddenFromAgeMs?: number } = {},
) {
  const clock = { now: 1_000_000 };
  const abort = options.abort ?? new AbortController();
  const timing = stoppable(
    {
      now: () => clock.now,
      random: () => 0.5,
      sleep: async (ms) => {
        clock.now += ms;
      },
    },
    abort.signal,
  );
  const sent: {
    readonly at: number;
    readonly authorization: string | undefined;
    readonly body: string | undefined;
  }[] = [];
  const transport: Transport = async (_url, init) => {
    const step = steps[Math.min(sent.length, steps.length - 1)] ?? 200;
    sent.push({ at: clock.now, authorization: init.headers['authorization'], body: init.body });
    await Promise.resolve();
    if (step === 'reset') throw new TypeError('lost');
    if (step === 'refused') throw Object.assign(new Error('x'), { code: 'ECONNREFUSED' });
    const { status, headers = {}, text = '{}' } = typeof step === 'number' ? { status: step } : step;
    return { status, headers, text };
  };
  const meter = createMeter();
  const client = createVendorClient({
    side: 'personio',
    transport,
    timing,
    pace: createPace({ timing, buckets: {}, enabled: true, maxAtOnce: 4, shared: null }),
    meter,
    retry: defaultRetryPolicy,
    deadlineMs: 1_000,
    headers: { 'x-app': 'TANDEM' },
    secrets: ['the-client-secret'],
    judge,
    forbiddenFromAgeMs: options.forbiddenFromAgeMs ?? 0,
    signal: abort.signal,
  });
  let signIns = 0;
  const tokens = createTokenSource(
    async () => {
      signIns += 1;
      return { token: `t${signIns}`, lifetimeMs: 3_600_000 };
    },
    () => clock.now,
  );
  return { client, tokens, meter, sent, clock, abort };
}

function judge({ status, text }: TransportAnswer): Verdict {
  if (status >= 200 && status < 300) {
    return text.startsWith('<')
      ? { is: 'unreadable', status, reason: text }
      : { is: 'success', body: JSON.parse(text) };
  }
  return {
    is: 'failure',
    status,
    kind: status === 401 ? 'access' : status >= 500 ? 'unreachable' : 'refused',
    reason: text,
  };
}

const read: VendorRequest = {
  endpoint: 'GET /x',
  bucket: 'x',
  method: 'GET',
  url: 'https://v.example/x',
  intent: 'read',
};
const write: VendorRequest = {
  ...read,
  endpoint: 'POST /x',
  method: 'POST',
  intent: 'write',
  body: { type: 'json', value: { a: 1 } },
};

describe('what a write is told about itself', () => {
  test.each<[string, readonly Step[], 'done' | 'no' | 'unknown', number, number]>([
    ['success', [201], 'done', 1, 1],
    ['a refusal', [422], 'no', 1, 0],
    ['a crash', [500], 'unknown', 1, 1],
    ['a reset', ['reset'], 'unknown', 1, 1],
    ['an answer that is none', [{ status: 200, text: '<html>' }], 'unknown', 1, 1],
    ['a connection that came about at last', ['refused', 'refused', 201], 'done', 3, 1],
    ['a connection that never came about', ['refused'], 'no', 5, 0],
    ['throttling that ended', [429, 429, 201], 'done', 3, 1],
    ['an old token', [401, 201], 'done', 2, 1],
    ['a token that is no good', [401], 'no', 2, 0],
    ['maintenance with a time', [{ status: 503, headers: { 'retry-after': '3' } }, 201], 'done', 2, 1],
    ['maintenance without', [503], 'unknown', 1, 1],
    [
      'a refusal after maintenance: it may be there from the first try',
      [{ status: 503, headers: { 'retry-after': '3' } }, 409],
      'unknown',
      2,
      1,
    ],
    ['a refusal after throttling', [429, 409], 'no', 2, 0],
    ['a crash after throttling', [429, 502, 201], 'unknown', 2, 1],
  ])('%s', async (_name, steps, outcome, requests, writes) => {
    const { client, tokens, meter, sent } = open(steps);
    const told = await client.send(write, tokens).then(
      () => 'done',
      (error: { performed: string }) => error.performed,
    );
    expect(told).toBe(outcome);
    expect(sent).toHaveLength(requests);
    expect(meter.read()).toEqual({ requests, tokenRequests: 0, writes });
  });
});

test('a read that fails five times is given up; nothing was performed', async () => {
  const { client, tokens, sent } = open([500]);
  await expect(client.send(read, tokens)).rejects.toMatchObject({
    name: 'VendorError',
    kind: 'unreachable',
    performed: 'no',
    status: 500,
    endpoint: 'GET /x',
  });
  expect(sent.map(({ at }) => at - 1_000_000)).toEqual([0, 500, 1500, 3500, 7500]);
});

test('a vendor that throttles for ever is given up after five minutes', async () => {
  const { client, clock } = open([429]);
  await expect(client.send(write)).rejects.toMatchObject({ performed: 'no', status: 429 });
  expect(clock.now - 1_000_000).toBeGreaterThan(200_000);
  expect(clock.now - 1_000_000).toBeLessThanOrEqual(300_000);
});

test('the vendor’s Retry-After is waited for, and everybody else waits too', async () => {
  const { client, sent } = open([{ status: 429, headers: { 'retry-after': '20' } }, 200]);
  await Promise.all([client.send(read), client.send(read)]);
  expect(sent.map(({ at }) => at - 1_000_000).slice(2)).toEqual([20_000]);
});

test('a new token is used at once, and only one sign-in serves all who were refused', async () => {
  const { client, tokens, sent, meter } = open([401, 401, 401, 200]);
  await Promise.all([client.send(read, tokens), client.send(write, tokens), client.send(read, tokens)]);
  expect(sent.map(({ authorization }) => authorization)).toEqual([
    'Bearer t1',
    'Bearer t1',
    'Bearer t1',
    'Bearer t2',
    'Bearer t2',
    'Bearer t2',
  ]);
  expect(meter.read()).toEqual({ requests: 6, tokenRequests: 0, writes: 1 });
});

test('a 403 renews the token, however fresh, because it may have ended; from then on it is a missing right', async () => {
  const { client, tokens, clock, sent } = open([200, 403, 200, 403]);
  await client.send(read, tokens);
  await client.send(read, tokens);
  expect(sent.at(-1)?.authorization).toBe('Bearer t2');
  await expect(client.send(read, tokens)).rejects.toMatchObject({ status: 403 });
  await expect(client.send(read, tokens)).rejects.toMatchObject({ status: 403 });
  expect(sent.slice(3).map(({ authorization }) => authorization)).toEqual(['Bearer t2', 'Bearer t2']);
  clock.now += 61_000;
  await expect(client.send(read, tokens)).rejects.toMatchObject({ status: 403 });
  expect(sent.slice(5).map(({ authorization }) => authorization)).toEqual(['Bearer t2', 'Bearer t3']);
});

test('where an ended token is never told with a 403 early on, a fresh one is not renewed', async () => {
  const { client, tokens, clock, sent } = open([403, 403, 200], { forbiddenFromAgeMs: 60_000 });
  await expect(client.send(read, tokens)).rejects.toMatchObject({ status: 403 });
  clock.now += 61_000;
  await client.send(read, tokens);
  expect(sent.map(({ authorization }) => authorization)).toEqual(['Bearer t1', 'Bearer t1', 'Bearer t2']);
});

test('one sign-in serves all whose token ended with a 403 at the same time', async () => {
  const { client, tokens, sent } = open([403, 403, 403, 200]);
  await Promise.all([client.send(read, tokens), client.send(write, tokens), client.send(read, tokens)]);
  expect(sent.slice(3).map(({ authorization }) => authorization)).toEqual([
    'Bearer t2',
    'Bearer t2',
    'Bearer t2',
  ]);
});

test('secrets that a vendor repeats do not get out', async () => {
  const { client } = open([{ status: 422, text: 'no the-client-secret, no the-password' }]);
  await expect(client.send({ ...write, secrets: ['the-password'] })).rejects.toMatchObject({
    reason: 'no •••, no •••',
  });
});

test('once stopped, nothing more is sent', async () => {
  const { client, abort, sent } = open([200]);
  abort.abort(new Error('shutdown'));
  await expect(client.send(write)).rejects.toMatchObject({
    kind: 'unreachable',
    performed: 'no',
    reason: 'stopped by us',
  });
  expect(sent).toEqual([]);
});

test('a stop ends the waiting of a read, but never a write that is under way', async () => {
  const { client, abort, sent } = open([500, 200]);
  const slow = client.send(read);
  const writing = open([{ status: 201, text: '{"id":"a"}' }], { abort });
  const pending = writing.client.send(write);
  // Both have left; then the stop comes.
  await new Promise((resolve) => setImmediate(resolve));
  abort.abort(new Error('shutdown'));
  expect((await pending).body).toEqual({ id: 'a' });
  await slow.catch(() => undefined);
  expect(sent.length).toBeLessThanOrEqual(2);
});

describe('the fence', () => {
  test('is asked before every time that a write leaves, and for no read', async () => {
    const { client, tokens, sent } = open([429, 429, 201]);
    const asked: number[] = [];
    client.fence(() => Promise.resolve(void asked.push(sent.length)));
    await client.send(write, tokens);
    expect(asked).toEqual([0, 1, 2]);
    await client.send(read, tokens);
    expect(asked).toHaveLength(3);
  });

  test('stops what it refuses: nothing is sent, and its own words come back', async () => {
    const { client, tokens, sent, meter } = open([201]);
    client.fence(() => Promise.reject(new Error('overtaken')));
    await expect(client.send(write, tokens)).rejects.toThrow('overtaken');
    expect([sent.length, meter.read().writes]).toEqual([0, 0]);
    await client.send(read, tokens);
    expect(sent).toHaveLength(1);
  });
});
