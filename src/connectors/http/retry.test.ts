import { describe, expect, test } from 'vitest';
import { type Attempt, decideRetry, defaultRetryPolicy, retryAfterMs, type Situation } from './retry.ts';

const status = (code: number, wait: number | null = null): Attempt => ({
  type: 'status',
  status: code,
  retryAfterMs: wait,
});
const decide = (situation: Partial<Situation> & Pick<Situation, 'intent' | 'attempt'>) =>
  decideRetry(
    { failures: 0, throttles: 0, elapsedMs: 0, mayRenewToken: false, random: 0.5, ...situation },
    defaultRetryPolicy,
  );

describe('what happens after one attempt', () => {
  const notSent: Attempt = { type: 'failure', kind: 'not-sent' };
  const lost: Attempt = { type: 'failure', kind: 'lost' };
  const forbidden: Attempt = { type: 'failure', kind: 'forbidden' };
  const page: Attempt = { type: 'unreadable', status: 200 };
  const wrongPath: Attempt = { type: 'unreadable', status: 404 };

  test.each<[string, Attempt, 'again' | 'no', 'again' | 'no' | 'unknown']>([
    ['a connection that was never made', notSent, 'again', 'again'],
    ['a connection lost on the way', lost, 'again', 'unknown'],
    ['an address that we refuse', forbidden, 'no', 'no'],
    ['a page instead of an answer', page, 'again', 'unknown'],
    ['a page under a 404', wrongPath, 'no', 'unknown'],
    ['400', status(400), 'no', 'no'],
    ['404', status(404), 'no', 'no'],
    ['408', status(408), 'again', 'unknown'],
    ['409', status(409), 'no', 'no'],
    ['422', status(422), 'no', 'no'],
    ['429', status(429), 'again', 'again'],
    ['429 with a time', status(429, 5000), 'again', 'again'],
    ['500', status(500), 'again', 'unknown'],
    ['502', status(502), 'again', 'unknown'],
    ['503', status(503), 'again', 'unknown'],
    ['503 with a time', status(503, 1000), 'again', 'again'],
    ['504', status(504), 'again', 'unknown'],
    ['401 with a new token', status(401), 'no', 'no'],
    ['403 with a new token', status(403), 'no', 'no'],
  ])('%s', (_name, attempt, read, write) => {
    const told = (intent: 'read' | 'write'): string => {
      const decision = decide({ intent, attempt });
      return decision.do === 'repeat' ? 'again' : decision.performed;
    };
    expect(told('read')).toBe(read);
    expect(told('write')).toBe(write);
  });

  test('an old token is renewed once, at once, for a write too', () => {
    for (const code of [401, 403]) {
      expect(decide({ intent: 'write', attempt: status(code), mayRenewToken: true })).toEqual({
        do: 'repeat',
        waitMs: 0,
        newToken: true,
        throttled: false,
      });
    }
  });

  test('waits double up to a minute, spread over the whole of it', () => {
    const waits = [0, 1, 2, 3, 10].map((throttles) => {
      const decision = decide({ intent: 'read', attempt: status(429), throttles, random: 0.999 });
      return decision.do === 'repeat' ? decision.waitMs : null;
    });
    expect(waits).toEqual([999, 1998, 3996, 7992, 59_940]);
    expect(decide({ intent: 'read', attempt: status(429), random: 0 })).toMatchObject({ waitMs: 0 });
  });

  test('the vendor’s own time comes before ours', () => {
    expect(decide({ intent: 'write', attempt: status(429, 12_000) })).toMatchObject({
      waitMs: 12_000,
      throttled: true,
    });
    // "At once" is no time: it would be asked again without a pause.
    expect(decide({ intent: 'read', attempt: status(429, 0), throttles: 2, random: 0.5 })).toMatchObject({
      waitMs: 2_000,
    });
  });

  test('failures end after four repeats, throttling with the time for the whole request', () => {
    expect(decide({ intent: 'read', attempt: status(500), failures: 3 }).do).toBe('repeat');
    expect(decide({ intent: 'read', attempt: status(500), failures: 4 })).toEqual({
      do: 'give-up',
      performed: 'no',
    });
    expect(
      decide({ intent: 'write', attempt: status(429, 10_000), throttles: 9, elapsedMs: 289_000 }).do,
    ).toBe('repeat');
    expect(
      decide({ intent: 'write', attempt: status(429, 10_000), throttles: 9, elapsedMs: 291_000 }),
    ).toEqual({
      do: 'give-up',
      performed: 'no',
    });
  });
});

test('Retry-After is seconds, or a date on the vendor’s clock', () => {
  const now = Date.parse('2026-01-01T12:00:00Z');
  const date = 'Thu, 01 Jan 2026 11:00:00 GMT';
  expect(retryAfterMs({ 'retry-after': '7' }, now)).toBe(7000);
  expect(retryAfterMs({ 'retry-after': 'Thu, 01 Jan 2026 11:00:30 GMT', date }, now)).toBe(30_000);
  expect(retryAfterMs({ 'retry-after': 'Thu, 01 Jan 2026 12:00:10 GMT' }, now)).toBe(10_000);
  expect(retryAfterMs({ 'retry-after': date }, now)).toBe(0);
  for (const nonsense of ['soon', '-1', '12,12']) {
    expect(retryAfterMs({ 'retry-after': nonsense }, now)).toBeNull();
  }
  expect(retryAfterMs({}, now)).toBeNull();
});
