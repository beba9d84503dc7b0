// One vendor as a careful caller sees it: a request goes out at the right pace with the right token, is repeated only
// where that is safe, is counted, and ends in an answer that the vendor meant as a success, or in a VendorError.

import { type Failure, failureOf } from './failure.ts';
import type { CountingMeter } from './meter.ts';
import type { Pace } from './pace.ts';
import {
  type Attempt,
  type Intent,
  type RetryPolicy,
  decideRetry,
  retryAfterMs,
  serverInstant,
} from './retry.ts';
import type { HeldToken, TokenSource } from './token.ts';
import type { Timing, Transport, TransportAnswer } from './transport.ts';
import {
  VendorError,
  type VendorErrorKind,
  type VendorSide,
  cleanCode,
  cleanReason,
} from './vendor-error.ts';

export interface VendorRequest {
  /** `POST /v2/attendance-periods`: for errors, without ids or query. */
  readonly endpoint: string;
  /** Name of the bucket that paces it. */
  readonly bucket: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly url: string;
  readonly body?: RequestBody;
  readonly intent: Intent;
  /** Sent without one; used for the token itself. */
  readonly withoutToken?: boolean;
  /** Secrets inside the body, which must not come back in an error. */
  readonly secrets?: readonly string[];
}

export type RequestBody =
  | { readonly type: 'json'; readonly value: unknown }
  | { readonly type: 'form'; readonly fields: Readonly<Record<string, string>> };

export interface VendorAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** Parsed JSON; undefined where a success needs no body and none could be read. */
  readonly body: unknown;
  /** The server's clock, to the second. */
  readonly serverAt: number | null;
}

/** How a vendor's answer is to be taken. `status` is the vendor's own, wherever it stands. */
export type Verdict =
  | { readonly is: 'success'; readonly body: unknown }
  | { readonly is: 'unreadable'; readonly status: number; readonly reason: string | null }
  | {
      readonly is: 'failure';
      readonly status: number;
      readonly kind: VendorErrorKind;
      readonly code?: unknown;
      readonly reason?: string | null;
      readonly traceId?: unknown;
    };

export interface VendorClientOptions {
  readonly side: VendorSide;
  readonly transport: Transport;
  readonly timing: Timing;
  readonly pace: Pace;
  readonly meter: CountingMeter;
  readonly retry: RetryPolicy;
  readonly deadlineMs: number;
  readonly headers: Readonly<Record<string, string>>;
  /** Never sent; only taken out of the vendor's words. */
  readonly secrets: readonly string[];
  readonly judge: (answer: TransportAnswer, request: VendorRequest) => Verdict;
  /** How old a token has to be for a 403 to mean that it may have ended. */
  readonly forbiddenFromAgeMs: number;
  /** Stops waits and reads. A write that is under way is always waited for: its outcome would be lost. */
  readonly signal: AbortSignal;
}

export interface VendorClient {
  /** Asked just before each write leaves, after all waiting for its turn; what it throws is thrown, and nothing is sent. */
  fence(mayWrite: () => Promise<void>): void;
  /** Sends a request; rejects with a VendorError only, or with what the fence threw. */
  send(request: VendorRequest, tokens?: TokenSource): Promise<VendorAnswer>;
  /** An error about an answer that came, but cannot be used (unknown outcome for a write). */
  garbage(request: VendorRequest, reason: string, kind?: VendorErrorKind): VendorError;
}

export function createVendorClient(options: VendorClientOptions): VendorClient {
  /** Until when an endpoint said that it will not answer; nobody asks it before. */
  const closed = new Map<string, { readonly until: number; readonly error: VendorError }>();
  let mayWrite = (): Promise<void> => Promise.resolve();
  const fenced: FencedOptions = {
    ...options,
    mayWrite: () => mayWrite(),
    forbidden: { token: null, at: Number.NEGATIVE_INFINITY },
  };
  return {
    fence: (check) => {
      mayWrite = check;
    },
    send: async (request, tokens) => {
      const told = closed.get(request.bucket);
      if (told !== undefined && options.timing.now() < told.until)
        throw errorOf(options, request, 'no', {
          is: 'failure',
          status: told.error.status ?? 0,
          kind: told.error.kind,
          code: told.error.code,
          reason: told.error.reason,
          traceId: told.error.traceId,
        });
      return run(fenced, request, tokens, (error, waitMs) =>
        closed.set(request.bucket, { until: options.timing.now() + waitMs, error }),
      );
    },
    garbage: (request, reason, kind = 'garbage') =>
      errorOf(options, request, request.intent === 'write' ? 'unknown' : 'no', {
        is: 'failure',
        status: 0,
        kind,
        reason,
      }),
  };
}

interface FencedOptions extends VendorClientOptions {
  readonly mayWrite: () => Promise<void>;
  readonly forbidden: Forbidden;
}

/** The token that was last renewed because of a 403. */
interface Forbidden {
  token: HeldToken | null;
  at: number;
}

// A 403 is an ended token or a missing right (personio.md 1.3, U18), and a new token tells which. Rights are missing for
// longer than this, and not every call of such an account shall sign in anew.
const forbiddenForMs = 60_000;

async function run(
  options: FencedOptions,
  request: VendorRequest,
  tokens: TokenSource | undefined,
  close: (error: VendorError, waitMs: number) => void,
): Promise<VendorAnswer> {
  const { timing, retry, pace } = options;
  const startedAt = timing.now();
  let failures = 0;
  let throttles = 0;
  let renewed = false;
  /** Somebody in between may have said "come back later" after the work was done. */
  let mayBeDone = false;
  for (;;) {
    if (options.signal.aborted) throw stopped(options, request);
    const token = request.withoutToken === true ? undefined : await tokens?.get();
    const result = await attempt(options, request, token);
    if ('answer' in result) return result.answer;
    const decision = decideRetry(
      {
        intent: request.intent,
        attempt: result.attempt,
        failures,
        throttles,
        elapsedMs: timing.now() - startedAt,
        mayRenewToken: !renewed && token !== undefined && worthRenewing(options, result.attempt, token),
        random: timing.random(),
      },
      retry,
    );
    if (decision.do === 'give-up') {
      // "It is there already", said to the second try, may speak of what the first one did.
      const performed = mayBeDone && isRefusal(result.verdict) ? 'unknown' : decision.performed;
      if (performed === 'unknown') options.meter.count('writes');
      const error = errorOf(options, request, performed, result.verdict, token);
      const waitMs = waitToldIn(result.attempt);
      if (waitMs !== null) close(error, waitMs);
      throw error;
    }
    if (decision.newToken && token !== undefined) {
      renewed = true;
      if (isForbidden(result.attempt) && token !== options.forbidden.token)
        Object.assign(options.forbidden, { token, at: timing.now() });
      tokens?.refuse(token.token);
    } else if (decision.throttled) {
      throttles += 1;
      mayBeDone ||= request.intent === 'write' && statusIn(result.attempt) === 503;
      pace.throttle(request.bucket, decision.waitMs);
    } else {
      failures += 1;
      await unlessStopped(options, request, timing.sleep(decision.waitMs));
    }
  }
}

/** How long a throttling vendor asked not to be asked; null where it did not. */
const waitToldIn = (attempt: Attempt): number | null =>
  attempt.type === 'status' && attempt.status === 429 ? attempt.retryAfterMs : null;

function worthRenewing(options: FencedOptions, attempt: Attempt, token: HeldToken): boolean {
  const { forbidden, forbiddenFromAgeMs, timing } = options;
  if (!isForbidden(attempt)) return statusIn(attempt) === 401;
  // Whoever was refused with the same token is served by the same renewal.
  if (token === forbidden.token) return true;
  const now = timing.now();
  return now - token.fetchedAt >= forbiddenFromAgeMs && now - forbidden.at >= forbiddenForMs;
}

const isForbidden = (attempt: Attempt): boolean => statusIn(attempt) === 403;
const isRefusal = (verdict: Verdict): boolean => verdict.is === 'failure' && verdict.kind === 'refused';

/** The vendor's own; null where it said none. */
const statusIn = (attempt: Attempt): number | null => (attempt.type === 'status' ? attempt.status : null);

type Judged =
  | { readonly answer: VendorAnswer }
  | { readonly attempt: Attempt; readonly verdict: Exclude<Verdict, { is: 'success' }> };

async function attempt(
  options: FencedOptions,
  request: VendorRequest,
  token: HeldToken | undefined,
): Promise<Judged> {
  await unlessStopped(options, request, options.pace.enter(request.bucket));
  try {
    if (request.intent === 'write') await options.mayWrite();
    return await sent(options, request, token);
  } finally {
    options.pace.leave(request.bucket);
  }
}

async function sent(
  options: VendorClientOptions,
  request: VendorRequest,
  token: HeldToken | undefined,
): Promise<Judged> {
  let answer: TransportAnswer;
  try {
    options.meter.count(request.withoutToken === true ? 'tokenRequests' : 'requests');
    answer = await options.transport(request.url, {
      method: request.method,
      headers: headersFor(options, request, token),
      ...(request.body === undefined ? {} : { body: bodyText(request.body) }),
      signal: request.intent === 'write' ? neverAborted : options.signal,
      deadlineMs: options.deadlineMs,
    });
    options.pace.learn(request.bucket, answer.headers);
  } catch (error) {
    if (request.intent === 'read' && options.signal.aborted) throw stopped(options, request);
    return failed(failureOf(error));
  }
  return judged(options, request, answer);
}

const neverAborted = new AbortController().signal;

function judged(options: VendorClientOptions, request: VendorRequest, answer: TransportAnswer): Judged {
  const verdict = options.judge(answer, request);
  switch (verdict.is) {
    case 'success':
      if (request.intent === 'write') options.meter.count('writes');
      return {
        answer: {
          status: answer.status,
          headers: answer.headers,
          body: verdict.body,
          serverAt: serverInstant(answer.headers),
        },
      };
    case 'unreadable':
      return { verdict, attempt: { type: 'unreadable', status: verdict.status } };
    case 'failure':
      return {
        verdict,
        attempt: {
          type: 'status',
          status: verdict.status,
          retryAfterMs: retryAfterMs(answer.headers, options.timing.now()),
        },
      };
    default:
      return verdict satisfies never;
  }
}

function failed({ kind, words }: Failure): Judged {
  return {
    attempt: { type: 'failure', kind },
    verdict: { is: 'failure', status: 0, kind: 'unreachable', reason: words },
  };
}

function errorOf(
  options: VendorClientOptions,
  request: VendorRequest,
  performed: 'no' | 'unknown',
  verdict: Exclude<Verdict, { is: 'success' }>,
  token?: HeldToken,
): VendorError {
  const secrets = [
    ...options.secrets,
    ...(request.secrets ?? []),
    ...(token === undefined ? [] : [token.token]),
  ];
  const detail: Extract<Verdict, { is: 'failure' }> =
    verdict.is === 'failure' ? verdict : { ...verdict, is: 'failure', kind: 'garbage' };
  return new VendorError({
    side: options.side,
    kind: detail.kind,
    performed,
    status: detail.status === 0 ? null : detail.status,
    code: cleanCode(detail.code, secrets),
    reason: cleanReason(detail.reason, secrets),
    traceId: cleanCode(detail.traceId, secrets),
    endpoint: request.endpoint,
  });
}

const stopped = (options: VendorClientOptions, request: VendorRequest): VendorError =>
  errorOf(options, request, 'no', { is: 'failure', status: 0, kind: 'unreachable', reason: 'stopped by us' });

// Only waits before anything is sent come through here, so a stop means that nothing was done.
async function unlessStopped(
  options: VendorClientOptions,
  request: VendorRequest,
  wait: Promise<void>,
): Promise<void> {
  try {
    await wait;
  } catch (error) {
    if (options.signal.aborted) throw stopped(options, request);
    throw error;
  }
}

function headersFor(
  options: VendorClientOptions,
  request: VendorRequest,
  token: HeldToken | undefined,
): Record<string, string> {
  return {
    accept: 'application/json',
    ...options.headers,
    ...(token === undefined ? {} : { authorization: `Bearer ${token.token}` }),
    ...(request.body === undefined ? {} : { 'content-type': contentTypes[request.body.type] }),
  };
}

const contentTypes = { json: 'application/json', form: 'application/x-www-form-urlencoded' } as const;

const bodyText = (body: RequestBody): string =>
  body.type === 'json' ? JSON.stringify(body.value) : new URLSearchParams(body.fields).toString();
