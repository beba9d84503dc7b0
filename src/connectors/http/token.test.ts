import { expect, test } from 'vitest';
import { createTokenSource, tokenIn } from './token.ts';

const open = (lifetimeMs: number | null) => {
  const clock = { now: 0, fetches: 0, failing: false };
  const source = createTokenSource(
    async () => {
      clock.fetches += 1;
      const token = `token-${clock.fetches}`;
      await Promise.resolve();
      if (clock.failing) throw new Error('refused');
      return { token, lifetimeMs };
    },
    () => clock.now,
  );
  return { clock, source };
};

test('many callers at once share one sign-in', async () => {
  const { clock, source } = open(3_600_000);
  const tokens = await Promise.all(Array.from({ length: 50 }, () => source.get()));
  expect(new Set(tokens.map(({ token }) => token))).toEqual(new Set(['token-1']));
  expect(clock.fetches).toBe(1);
});

test('a failed sign-in fails everybody who waited for it, and is tried anew by the next', async () => {
  const { clock, source } = open(3_600_000);
  clock.failing = true;
  const results = await Promise.allSettled([source.get(), source.get()]);
  expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  clock.failing = false;
  expect((await source.get()).token).toBe('token-2');
});

test.each([
  ['an hour', 3_600_000, 3_540_000],
  ['a minute and a half', 90_000, 45_000],
  ['unknown', null, 540_000],
])('a token that lives for %s is renewed in time', async (_name, lifetime, renewedAt) => {
  const { clock, source } = open(lifetime);
  await source.get();
  clock.now = renewedAt - 1;
  expect((await source.get()).token).toBe('token-1');
  clock.now = renewedAt;
  expect((await source.get()).token).toBe('token-2');
});

test('a refused token is forgotten once, not the one that replaced it', async () => {
  const { source } = open(3_600_000);
  const { token } = await source.get();
  source.refuse(token);
  expect((await source.get()).token).toBe('token-2');
  source.refuse(token);
  expect((await source.get()).token).toBe('token-2');
});

test.each([
  [
    { access_token: 'abc', expires_in: 60 },
    { token: 'abc', lifetimeMs: 60_000 },
  ],
  [
    { access_token: 'abc', expires_in: '60' },
    { token: 'abc', lifetimeMs: 60_000 },
  ],
  [{ access_token: 'abc' }, { token: 'abc', lifetimeMs: null }],
  [
    { access_token: 'abc', expires_in: -1 },
    { token: 'abc', lifetimeMs: null },
  ],
  [
    { access_token: 'abc', expires_in: { valueOf: 1, toString: 2 } },
    { token: 'abc', lifetimeMs: null },
  ],
  [{ access_token: '' }, null],
  [{ access_token: 'a b' }, null],
  [{ access_token: 'abc\ndef' }, null],
  [{ access_token: 'x'.repeat(8_001) }, null],
  [{}, null],
])('%j is a token that a header can carry, or none', (body, token) => {
  expect(tokenIn(body)).toEqual(token);
});
