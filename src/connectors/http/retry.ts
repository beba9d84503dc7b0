// When a request is sent again (rule 4.5), as data and one pure function. Reads cost nothing but time. A write goes out
// again only when the vendor surely did nothing: neither vendor knows an idempotency key.

import type { FailureKind } from './failure.ts';
import type { Performed } from './vendor-error.ts';

export interface RetryPolicy {
  /** How often a failed read, or a write that was never sent, is repeated; throttling is not counted. */
  readonly repeats: number;
  readonly baseMs: number;
  readonly capMs: number;
  /** From the first attempt on; a wait that would end later is not begun. */
  readonly totalMs: number;
}

export const defaultRetryPolicy: RetryPolicy = { repeats: 4, baseMs: 1_000, capMs: 60_000, totalMs: 300_000 };

export type Intent = 'read' | 'write';

/** What came of one attempt that was no success. */
export type Attempt =
  | { readonly type: 'failure'; readonly kind: FailureKind }
  /** `status` is the vendor's own judgement, wherever it stands (TimeTac also writes it under HTTP 200). */
  | { readonly type: 'status'; readonly status: number; readonly retryAfterMs: number | null }
  /** No sense could be made of the answer: an HTML page, half a body, fields that are missing. */
  | { readonly type: 'unreadable'; readonly status: number };

export interface Situation {
  readonly intent: Intent;
  readonly attempt: Attempt;
  /** Repeats after failures so far, and waits for a throttling vendor so far. */
  readonly failures: number;
  readonly throttles: number;
  readonly elapsedMs: number;
  /** Whether a new token may still help: it was not renewed for this request yet. */
  readonly mayRenewToken: boolean;
  /** 0 ≤ x < 1. */
  readonly random: number;
}

export type Decision =
  | {
      readonly do: 'repeat';
      readonly waitMs: number;
      readonly newToken: boolean;
      readonly throttled: boolean;
    }
  | { readonly do: 'give-up'; readonly performed: Performed };

/** Whether to send again, after which wait, and if not, whether the vendor may have acted. Pure. */
export function decideRetry(situation: Situation, policy: RetryPolicy): Decision {
  const wish = wishFor(situation);
  const giveUp: Decision = { do: 'give-up', performed: performedAfter(situation) };
  if (wish === 'give-up') return giveUp;
  if (wish === 'renew-token') return { do: 'repeat', waitMs: 0, newToken: true, throttled: false };
  const throttled = wish === 'wait';
  if (!throttled && situation.failures >= policy.repeats) return giveUp;
  const round = throttled ? situation.throttles : situation.failures;
  // "Come back at once", said again and again, would be hundreds of requests a minute.
  const waitMs = retryAfterOf(situation.attempt) || backoffMs(round, situation.random, policy);
  if (situation.elapsedMs + waitMs > policy.totalMs) return giveUp;
  return { do: 'repeat', waitMs, newToken: false, throttled };
}

/** The vendor's own wait in milliseconds, from `Retry-After` as seconds or as a date; null when there is none. */
export function retryAfterMs(headers: Readonly<Record<string, string>>, now: number): number | null {
  const text = headers['retry-after']?.trim();
  if (text === undefined || text === '') return null;
  if (/^\d+(\.\d+)?$/.test(text)) return Number(text) * 1000;
  // `Date.parse` also makes a date of "-1" and of "12,12".
  const at = /^[A-Z][a-z]{2}, /.test(text) ? Date.parse(text) : Number.NaN;
  // Measured on the vendor's clock where it shows one: ours may be minutes off.
  return Number.isNaN(at) ? null : Math.max(0, at - (serverInstant(headers) ?? now));
}

/** The server's clock as its `Date` header shows it, to the second. */
export function serverInstant(headers: Readonly<Record<string, string>>): number | null {
  const at = Date.parse(headers['date'] ?? '');
  return Number.isNaN(at) ? null : at;
}

type Wish = 'give-up' | 'renew-token' | 'wait' | 'repeat';

function wishFor({ intent, attempt, mayRenewToken }: Situation): Wish {
  switch (attempt.type) {
    case 'failure':
      if (attempt.kind === 'forbidden') return 'give-up';
      return attempt.kind === 'not-sent' || intent === 'read' ? 'repeat' : 'give-up';
    case 'unreadable':
      // A page in the way of a success may be gone in a moment; one under 4xx is a wrong address.
      return intent === 'read' && attempt.status < 400 ? 'repeat' : 'give-up';
    case 'status':
      return wishForStatus(attempt, intent, mayRenewToken);
    default:
      return attempt satisfies never;
  }
}

function wishForStatus(
  { status, retryAfterMs }: { readonly status: number; readonly retryAfterMs: number | null },
  intent: Intent,
  mayRenewToken: boolean,
): Wish {
  // A 403 can be an expired token too (Personio v1, and v2 under U18); a refused token means nothing was done.
  if (status === 401 || status === 403) return mayRenewToken ? 'renew-token' : 'give-up';
  if (status === 429) return 'wait';
  // "Come back at that time" is said before the work; a bare 503 may come from something in between, after it.
  if (status === 503) return intent === 'read' || retryAfterMs !== null ? 'wait' : 'give-up';
  if (status >= 500 || status === 408) return intent === 'read' ? 'repeat' : 'give-up';
  return 'give-up';
}

function performedAfter({ intent, attempt }: Situation): Performed {
  if (intent === 'read') return 'no';
  switch (attempt.type) {
    case 'failure':
      return attempt.kind === 'lost' ? 'unknown' : 'no';
    case 'unreadable':
      return 'unknown';
    case 'status':
      if (attempt.status === 503) return attempt.retryAfterMs === null ? 'unknown' : 'no';
      return attempt.status >= 400 && attempt.status < 500 && attempt.status !== 408 ? 'no' : 'unknown';
    default:
      return attempt satisfies never;
  }
}

function retryAfterOf(attempt: Attempt): number | null {
  return attempt.type === 'status' ? attempt.retryAfterMs : null;
}

/** Exponential with full jitter: many callers that were refused together do not come back together. */
const backoffMs = (round: number, random: number, policy: RetryPolicy): number =>
  Math.round(random * Math.min(policy.capMs, policy.baseMs * 2 ** round));
