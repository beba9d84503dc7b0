// The wire to one TimeTac account: host, account, version, token, and reads and writes by resource name.

import { withoutTrailingSlashes } from '../../core/settings/addresses.ts';
import { createVendorClient, type VendorAnswer, type VendorRequest } from '../http/client.ts';
import { createMeter, type MeterReading } from '../http/meter.ts';
import { createPace } from '../http/pace.ts';
import { type RetryPolicy, defaultRetryPolicy } from '../http/retry.ts';
import { createTokenSource, type FetchedToken, tokenIn } from '../http/token.ts';
import { stoppable, type Timing, type Transport } from '../http/transport.ts';
import type { VendorError } from '../http/vendor-error.ts';
import { judgeTimetac } from './judge.ts';

export interface TimetacDoorOptions {
  /** `https://api.timetac.com`. */
  readonly baseUrl: string;
  readonly account: string;
  readonly apiVersion: 3 | 4 | 5;
  /** `''` or `userapi/`. */
  readonly pathPrefix: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly transport: Transport;
  readonly timing: Timing;
  /** TimeTac publishes no limit (section 7); `vendor` obeys whatever its answers tell. */
  readonly pacing: 'vendor' | 'off';
  readonly retry?: Partial<RetryPolicy>;
  /** Ends waits and reads; a write under way is finished. */
  readonly abort?: AbortSignal;
}

export type Parameters = readonly (readonly [string, string])[];

export interface TimetacCall {
  readonly method: 'GET' | 'POST' | 'PUT';
  /** `users/read`. */
  readonly path: string;
  readonly query?: Parameters;
  readonly json?: unknown;
  readonly secrets?: readonly string[];
}

export interface TimetacConnection {
  readonly apiVersion: 3 | 4 | 5;
  send(call: TimetacCall): Promise<VendorAnswer>;
  /** An error about an answer of this call that cannot be used. */
  garbage(call: TimetacCall, reason: string): VendorError;
  fence(mayWrite: () => Promise<void>): void;
  meter(): MeterReading;
}

export function connectTimetac(options: TimetacDoorOptions): TimetacConnection {
  const signal = options.abort ?? new AbortController().signal;
  const timing = stoppable(options.timing, signal);
  const meter = createMeter();
  const client = createVendorClient({
    side: 'timetac',
    transport: options.transport,
    timing,
    // "At most 2 to 4 requests at a time" (section 7).
    pace: createPace({
      timing,
      buckets: {},
      enabled: options.pacing === 'vendor',
      maxAtOnce: 4,
      // It tells no limits (section 7): there is nothing to share.
      shared: null,
    }),
    meter,
    retry: { ...defaultRetryPolicy, ...options.retry },
    // The official client waits 30 s; a full page of a year takes longer on a bad day.
    deadlineMs: 60_000,
    headers: {},
    secrets: [options.clientSecret, options.clientId],
    judge: judgeTimetac,
    // An ended token is a 401 (section 1.2); right after signing in a 403 is a missing right.
    forbiddenFromAgeMs: 60_000,
    signal,
  });
  const account = `${withoutTrailingSlashes(options.baseUrl)}/${encodeURIComponent(options.account)}`;
  const root = `${account}/${options.pathPrefix}v${options.apiVersion}`;
  const requestOf = (call: TimetacCall): VendorRequest => ({
    endpoint: `${call.method} ${call.path}`,
    bucket: 'api',
    method: call.method,
    url: `${root}/${call.path}${searchOf(call.query ?? [])}`,
    ...(call.json === undefined ? {} : { body: { type: 'json', value: call.json } }),
    ...(call.secrets === undefined ? {} : { secrets: call.secrets }),
    intent: call.method === 'GET' ? 'read' : 'write',
  });
  const tokenRequest: VendorRequest = {
    endpoint: 'POST auth/oauth2/token',
    bucket: 'token',
    method: 'POST',
    url: `${account}/auth/oauth2/token`,
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
  // There is no refresh token with this grant: signing in again is the renewal (section 1.1).
  const fetchToken = async (): Promise<FetchedToken> => {
    const { body } = await client.send(tokenRequest);
    const token = tokenIn(body);
    if (token === null) throw client.garbage(tokenRequest, 'access_token: missing or unusable');
    return token;
  };
  const tokens = createTokenSource(fetchToken, timing.now);
  return {
    apiVersion: options.apiVersion,
    send: (call) => client.send(requestOf(call), tokens),
    garbage: (call, reason) => client.garbage(requestOf(call), reason),
    fence: (mayWrite) => client.fence(mayWrite),
    meter: meter.read,
  };
}

function searchOf(query: Parameters): string {
  const search = new URLSearchParams(query.map(([name, value]) => [name, value])).toString();
  return search === '' ? '' : `?${search}`;
}
