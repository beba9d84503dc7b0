import { Agent, request } from 'undici';
import { expect, test } from 'vitest';
import { serveSimulator } from './serve.ts';

test('a request reaches the simulator whole, and the answer comes back whole', async () => {
  const served = await serveSimulator(async (incoming) => {
    const body = await incoming.text();
    return Response.json(
      {
        method: incoming.method,
        path: new URL(incoming.url).pathname,
        token: incoming.headers.get('authorization'),
        body,
      },
      { status: 497, headers: { date: 'Mon, 02 Mar 2026 09:00:00 GMT' } },
    );
  }, 0);
  const response = await fetch(`${served.origin}/a/b?c=d`, {
    method: 'PUT',
    body: 'grüß',
    headers: { authorization: 'Bearer t' },
  });
  expect([response.status, response.headers.get('date')]).toEqual([497, 'Mon, 02 Mar 2026 09:00:00 GMT']);
  expect(await response.json()).toEqual({ method: 'PUT', path: '/a/b', token: 'Bearer t', body: 'grüß' });
  await served.close();
});

test('one connection serves many requests, and closing ends it', async () => {
  const served = await serveSimulator(async () => new Response('ok'), 0);
  const dispatcher = new Agent({ connections: 1 });
  let connections = 0;
  dispatcher.on('connect', () => connections++);
  for (let n = 0; n < 5; n++) await (await request(served.origin, { dispatcher })).body.text();
  expect(connections).toBe(1);
  await served.close();
  await expect(fetch(served.origin)).rejects.toThrow(TypeError);
  await dispatcher.close();
});

test('a TypeError breaks the connection, any other error is an answer', async () => {
  const served = await serveSimulator(async (incoming) => {
    throw incoming.url.endsWith('/lost') ? new TypeError('connection lost') : new Error('a bug');
  }, 0);
  await expect(fetch(`${served.origin}/lost`)).rejects.toThrow(TypeError);
  expect((await fetch(`${served.origin}/bug`)).status).toBe(500);
  await served.close();
});
