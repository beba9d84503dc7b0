// The wire to one Personio account: its token, its headers, its pace, and the paths that everything else asks by name.

import { withoutTrailingSlashes } from '../../core/settings/addresses.ts';
import {
  type RequestBody,
  type VendorAnswer,
  type VendorRequest,
  createVendorClient,
} from '../http/client.ts';
import { createMeter, type MeterReading } from '../http/meter.ts';
import { type SharedBuckets, createPace } from '../http/pace.ts';
import { type RetryPolicy, defaultRetryPolicy } from '../http/retry.ts';
import { type BucketFigures, type SharedPace, accountName } from '../http/shared-pace.ts';
import { createTokenSource, type FetchedToken, tokenIn } from '../http/token.ts';
import { stoppable, type Timing, type Transport } from '../http/transport.ts';
import type { VendorError, VendorErrorKind } from '../http/vendor-error.ts';
import { judgePersonio } from './judge.ts';

export interface PersonioDoorOptions {
  /** `https://api.personio.de`, without a path. */
  readonly baseUrl: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** `X-Personio-App-ID`. */
  readonly appId: string;
  /** `X-Personio-Partner-ID`; null for an integration of one's own company (section 3). */
  readonly partnerId: string | null;
  readonly attributes: { readonly dateOfBirth: string | null };
  readonly transport: Transport;
  readonly timing: Timing;
  /** `off`: no buckets, for a vendor that limits nothing. */
  readonly pacing: 'vendor' | 'off';
  /** Others who call the same accounts, or from the same address. */
  readonly shared?: SharedPace;
  readonly retry?: Partial<RetryPolicy>;
  /** Ends waits and reads; a write under way is finished. */
  readonly abort?: AbortSignal;
}

/** Names of the buckets that Personio keeps per endpoint. */
export type PersonioBucket = keyof typeof buckets;

export interface PersonioCall {
  readonly bucket: PersonioBucket;
  readonly method: VendorRequest['method'];
  /** Without ids, for errors: `/v2/attendance-periods/{id}`. */
  readonly name: string;
  /** With ids; defaults to `name`. */
  readonly path?: string;
  readonly query?: Iterable<readonly [string, string]>;
  readonly json?: unknown;
}

export interface PersonioConnection {
  send(call: PersonioCall): Promise<VendorAnswer>;
  /** An error about an answer of this call that cannot be used. */
  garbage(call: PersonioCall, reason: string, kind?: VendorErrorKind): VendorError;
  fence(mayWrite: () => Promise<void>): void;
  meter(): MeterReading;
}

export function connectPersonio(options: PersonioDoorOptions): PersonioConnection {
  const signal = options.abort ?? new AbortController().signal;
  const timing = stoppable(options.timing, signal);
  const meter = createMeter();
  const client = createVendorClient({
    side: 'personio',
    transport: options.transport,
    timing,
    pace: createPace({
      timing,
      buckets,
      enabled: options.pacing === 'vendor',
      maxAtOnce: 16,
      shared: sharedBuckets(options),
    }),
    meter,
    retry: { ...defaultRetryPolicy, ...options.retry },
    deadlineMs: 60_000,
    headers: {
      'x-personio-app-id': options.appId,
      ...(options.partnerId === null ? {} : { 'x-personio-partner-id': options.partnerId }),
    },
    secrets: [options.clientSecret, options.clientId],
    judge: judgePersonio,
    // v1 says 403 to a token that has ended (section 1.3), and v2 may (U18).
    forbiddenFromAgeMs: 0,
    signal,
  });
  const tokenRequest: VendorRequest = {
    endpoint: 'POST /v2/auth/token',
    bucket: 'token',
    method: 'POST',
    url: urlOf(options.baseUrl, '/v2/auth/token', []),
    // JSON is refused here (section 1.1).
    body: {
      type: 'form',
      fields: {
        grant_type: 'client_credentials',
        client_id: options.clientId,
        client_secret: options.clientSecret,
      },
    },
    intent: 'read',
    withoutToken: true,
  };
  const fetchToken = async (): Promise<FetchedToken> => {
    const { body } = await client.send(tokenRequest);
    const token = tokenIn(body);
    if (token === null) throw client.garbage(tokenRequest, 'access_token: missing or unusable');
    return token;
  };
  const tokens = createTokenSource(fetchToken, timing.now);
  return {
    send: (call) => client.send(requestOf(options.baseUrl, call), tokens),
    garbage: (call, reason, kind) => client.garbage(requestOf(options.baseUrl, call), reason, kind),
    fence: (mayWrite) => client.fence(mayWrite),
    meter: meter.read,
  };
}

/** "About 10 a second" is all that is known; in no second more than that, whatever a burst may be. */
const aboutTen = { perSecond: 9, burst: 1 } as const satisfies BucketFigures;

// Section 7. v2 tells its buckets in every answer; these figures serve until the first one, and for v1, which tells none.
const buckets = {
  token: { perSecond: 2.5, burst: 100 },
  // "300 a minute, 15 in a second": what a bucket holds and what it gains meanwhile are both within them.
  employees: { perSecond: 4.75, burst: 10 },
  attributes: { perSecond: 5, burst: 15 },
  'attendance-periods': aboutTen,
  'absence-periods': aboutTen,
  breakdowns: aboutTen,
  'absence-types': aboutTen,
  projects: aboutTen,
} as const satisfies Record<string, BucketFigures>;

/** All v1 calls of one outgoing address: 2,000 a minute (section 7), of which a tenth is left to others there. */
const perAddress = { perSecond: 30, burst: 60 } as const satisfies BucketFigures;

function sharedBuckets({ shared, baseUrl, clientId }: PersonioDoorOptions): SharedBuckets | null {
  if (shared === undefined) return null;
  const host = URL.canParse(baseUrl) ? new URL(baseUrl).host : baseUrl;
  const address = { name: `personio v1 ${host}`, figures: perAddress };
  return {
    pace: shared,
    account: accountName('personio', baseUrl, clientId),
    wider: { employees: address, attributes: address },
  };
}

function requestOf(baseUrl: string, call: PersonioCall): VendorRequest {
  const body: RequestBody | null = call.json === undefined ? null : { type: 'json', value: call.json };
  return {
    endpoint: `${call.method} ${call.name}`,
    bucket: call.bucket,
    method: call.method,
    url: urlOf(baseUrl, call.path ?? call.name, call.query ?? []),
    ...(body === null ? {} : { body }),
    intent: call.method === 'GET' ? 'read' : 'write',
  };
}

function urlOf(baseUrl: string, path: string, query: Iterable<readonly [string, string]>): string {
  const url = new URL(`${withoutTrailingSlashes(baseUrl)}${path}`);
  for (const [name, value] of query) url.searchParams.append(name, value);
  return url.href;
}
