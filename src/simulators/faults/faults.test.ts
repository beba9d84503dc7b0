import { expect, test } from 'vitest';
import { type FaultKind, slowAnswerMs, withFaults } from './faults.ts';

function world(kind: FaultKind) {
  const seen = { arrived: 0, sleptMs: [] as number[] };
  const handle = withFaults(
    async () => {
      seen.arrived += 1;
      return Response.json({ written: true }, { status: 201 });
    },
    () => kind,
    {
      now: () => 0,
      random: () => 0,
      sleep: async (ms) => {
        seen.sleptMs.push(ms);
      },
    },
  );
  return { seen, send: () => handle(new Request('http://127.0.0.1/v2/things', { method: 'POST' })) };
}

test.each([
  { kind: 'none', status: 201, arrived: 1, type: 'application/json', retryAfter: null },
  { kind: 'slow', status: 201, arrived: 1, type: 'application/json', retryAfter: null },
  { kind: 'unauthorized', status: 401, arrived: 0, type: 'application/json', retryAfter: null },
  { kind: 'throttle', status: 429, arrived: 0, type: null, retryAfter: null },
  { kind: 'server-error', status: 500, arrived: 0, type: 'application/json', retryAfter: null },
  { kind: 'html-error', status: 500, arrived: 0, type: 'text/html; charset=utf-8', retryAfter: null },
  { kind: 'maintenance', status: 503, arrived: 0, type: 'text/html; charset=utf-8', retryAfter: '1' },
] as const)('$kind answers $status and lets $arrived requests through', async (fault) => {
  const { seen, send } = world(fault.kind);
  const response = await send();
  expect({
    status: response.status,
    arrived: seen.arrived,
    type: response.headers.get('content-type'),
    retryAfter: response.headers.get('retry-after'),
  }).toEqual({
    status: fault.status,
    arrived: fault.arrived,
    type: fault.type,
    retryAfter: fault.retryAfter,
  });
  expect(seen.sleptMs).toEqual(fault.kind === 'slow' ? [slowAnswerMs] : []);
});

test('a throttled answer is empty', async () => {
  const response = await world('throttle').send();
  expect(await response.text()).toBe('');
});

test.each([
  { kind: 'drop-before', arrived: 0, words: 'SIM_connection lost before the request arrived' },
  { kind: 'drop-after-write', arrived: 1, words: 'SIM_connection lost after the request was carried out' },
] as const)('$kind breaks the connection after $arrived writes', async ({ kind, arrived, words }) => {
  const { seen, send } = world(kind);
  await expect(send()).rejects.toThrow(new TypeError(words));
  expect(seen.arrived).toBe(arrived);
});

test('a fault is chosen for each request by itself', async () => {
  const handle = withFaults(
    async () => Response.json({}),
    (request) => (request.method === 'POST' ? 'throttle' : 'none'),
    { now: () => 0, random: () => 0, sleep: async () => {} },
  );
  const statuses = [];
  for (const method of ['GET', 'POST', 'GET']) {
    statuses.push((await handle(new Request('http://127.0.0.1/', { method }))).status);
  }
  expect(statuses).toEqual([200, 429, 200]);
});
