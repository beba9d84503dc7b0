// Tokens (section 1): the v2 client-credentials token with its flat errors, revoke, the v1 token, and the question
// whether a bearer token is still good.

import type { Instant } from '../../core/time/calendar.ts';
import { errorType, Refusal } from './answer.ts';
import type { Answer } from './answer.ts';
import { areas, areaScope } from './rights.ts';
import type { Area } from './rights.ts';
import type { PersonioCredential } from './state.ts';
import { isWire } from './wire.ts';
import type { Call } from './wire.ts';
import type { World } from './world.ts';

export interface Tokens {
  /** `POST /v2/auth/token`. */
  readonly grant: (world: World, call: Call) => Answer;
  /** `POST /v2/auth/revoke`. */
  readonly revoke: (world: World, call: Call) => Answer;
  /** `POST /v1/auth`. */
  readonly grantV1: (world: World, call: Call) => Answer;
  /** Whom a bearer token speaks for. A v2 token serves v1 as well, not the other way round. */
  readonly judge: (world: World, call: Call, api: 'v1' | 'v2') => Judgement;
}

export type Judgement =
  | {
      readonly state: 'good';
      readonly credential: PersonioCredential;
      readonly scopes: readonly string[] | null;
    }
  | { readonly state: 'absent' | 'unknown' | 'expired' };

interface Token {
  readonly value: string;
  readonly api: 'v1' | 'v2';
  readonly clientId: string;
  readonly clientSecret: string;
  /** As the credential stood then: switch `credential-change: tokens-live` goes on with it. */
  readonly credential: PersonioCredential;
  readonly expiresAt: Instant;
  /** null: everything that the credential may do. */
  readonly scopes: readonly string[] | null;
}

export function createTokens(): Tokens {
  const tokens = new Map<string, Token>();

  const issue = (
    world: World,
    credential: PersonioCredential,
    api: 'v1' | 'v2',
    scopes: readonly string[] | null,
  ) => {
    const token: Token = {
      value: `${api === 'v2' ? 'papi-' : 'eyJ'}${world.newId()}`,
      api,
      clientId: credential.clientId,
      clientSecret: credential.clientSecret,
      credential,
      expiresAt: world.now() + lifetimeMs(world, api),
      scopes,
    };
    tokens.set(token.value, token);
    return token;
  };

  return {
    grant: (world, call) => {
      const form = formOf(call);
      const credential = credentialOf(world, form);
      const scopes = requestedScopes(form.get('scope'), credential);
      const token = issue(world, credential, 'v2', scopes);
      return {
        status: 200,
        body: {
          access_token: token.value,
          refresh_token: null,
          token_type: 'Bearer',
          expires_in: lifetimeMs(world, 'v2') / 1000,
          scope: scopeText(world, credential, scopes),
        },
      };
    },
    revoke: (_world, call) => {
      const token = formOf(call).get('token');
      if (token === null || token === '') refuseMissingParameters(['token']);
      tokens.delete(token);
      return { status: 200 };
    },
    grantV1: (world, call) => {
      const given = v1Credentials(world, call);
      const credential = world.state.credentials.find(
        (one) => one.enabled && one.clientId === given.clientId && one.clientSecret === given.clientSecret,
      );
      if (!credential)
        throw new Refusal({ form: 'v1', status: 403, code: 403, message: 'SIM_Wrong credentials' });
      // Stable for its lifetime: the same credentials get the same token (section 1.3).
      const standing = [...tokens.values()].find(
        (token) =>
          token.api === 'v1' &&
          token.expiresAt > world.now() &&
          token.clientSecret === credential.clientSecret,
      );
      const token = standing ?? issue(world, credential, 'v1', null);
      return {
        status: 200,
        headers: { authorization: `Bearer ${token.value}` },
        body: {
          success: true,
          data: { token: token.value, expires_in: v1LifetimeS, scope: oldNames(credential).join(' ') },
        },
      };
    },
    judge: (world, call, api) => {
      const value = /^Bearer (.+)$/.exec(call.headers.get('authorization') ?? '')?.[1];
      if (value === undefined) return { state: 'absent' };
      const token = tokens.get(value);
      if (!token || (api === 'v2' && token.api === 'v1')) return { state: 'unknown' };
      if (token.expiresAt <= world.now()) return { state: 'expired' };
      const credential = livingCredential(world, token);
      return credential ? { state: 'good', credential, scopes: token.scopes } : { state: 'unknown' };
    },
  };
}

const v1LifetimeS = 86_400;

const lifetimeMs = (world: World, api: 'v1' | 'v2'): number =>
  1000 * (api === 'v1' ? v1LifetimeS : Number(world.switches['token-lifetime']));

function livingCredential(world: World, token: Token): PersonioCredential | null {
  const standing = world.state.credentials.find(
    (one) => one.enabled && one.clientId === token.clientId && one.clientSecret === token.clientSecret,
  );
  if (standing) return standing;
  return world.switches['credential-change'] === 'tokens-live' ? token.credential : null;
}

function formOf(call: Call): URLSearchParams {
  const type = (call.headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/x-www-form-urlencoded') {
    throw new Refusal({
      form: 'token',
      error: 'invalid_request',
      description: 'The content type of the request must be "application/x-www-form-urlencoded".',
      extra: { type: errorType('credentials.oauth2.invalid_request_content_type') },
    });
  }
  return new URLSearchParams(call.body);
}

function credentialOf(world: World, form: URLSearchParams): PersonioCredential {
  const missing = ['grant_type', 'client_id', 'client_secret'].filter((name) => !form.get(name));
  if (missing.length > 0) refuseMissingParameters(missing);
  const grantType = form.get('grant_type');
  if (grantType !== 'client_credentials') {
    throw new Refusal({
      form: 'token',
      error: 'unsupported_grant_type',
      description: 'The requested authorization grant type is not supported by the server.',
      extra: { meta: { grant_type: grantType } },
    });
  }
  const credential = world.state.credentials.find(
    (one) =>
      one.enabled && one.clientId === form.get('client_id') && one.clientSecret === form.get('client_secret'),
  );
  if (credential) return credential;
  // 400, not 401 [live].
  throw new Refusal({
    form: 'token',
    error: 'invalid_client',
    description:
      'Client authentication failed (e.g., unknown client, wrong secret, no client authentication included, or unsupported authentication method).',
  });
}

function refuseMissingParameters(names: readonly string[]): never {
  throw new Refusal({
    form: 'token',
    error: 'invalid_request',
    description: 'The request has missing or invalid required parameters.',
    extra: {
      error_uri: errorType('credentials.oauth2.invalid_request.required_parameters_missing'),
      meta: { missing_parameters: names },
    },
  });
}

/** The same refusal for an unknown scope and for one that was not granted [live]. */
function requestedScopes(text: string | null, credential: PersonioCredential): readonly string[] | null {
  if (text === null || text.trim() === '') return null;
  const wanted = text.trim().split(/\s+/);
  const granted = new Set(newNames(credential));
  if (wanted.every((scope) => granted.has(scope))) return wanted;
  throw new Refusal({
    form: 'token',
    error: 'invalid_scope',
    description: 'One of the requested scopes is invalid.',
  });
}

function v1Credentials(world: World, call: Call): { clientId: unknown; clientSecret: unknown } {
  if (call.query.has('client_secret')) {
    if (world.switches['v1-query-credentials'] === 'reject') {
      throw new Refusal({
        form: 'v1',
        status: 403,
        code: 403,
        message: 'SIM_Credentials in the query are not accepted',
      });
    }
    return { clientId: call.query.get('client_id'), clientSecret: call.query.get('client_secret') };
  }
  if ((call.headers.get('content-type') ?? '').includes('json')) {
    const body = parsed(call.body);
    return isWire(body)
      ? { clientId: body['client_id'], clientSecret: body['client_secret'] }
      : { clientId: null, clientSecret: null };
  }
  const form = new URLSearchParams(call.body);
  return { clientId: form.get('client_id'), clientSecret: form.get('client_secret') };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** The text mixes old and new names and says nothing reliable about rights (section 1.2) [forum]. */
function scopeText(world: World, credential: PersonioCredential, scopes: readonly string[] | null): string {
  if (world.switches['token-scope-string'] === 'new-names') {
    return (scopes ?? newNames(credential)).join(' ');
  }
  const never = ['documents:read', 'documents:write', 'reports.custom:read', 'personio:compensations:read'];
  return [...oldNames(credential), ...never].join(' ');
}

const newNames = (credential: PersonioCredential): string[] =>
  scopesOf(credential, areas).map((scope) => `personio:${scope}`);

const oldNames = (credential: PersonioCredential): string[] =>
  scopesOf(credential, ['employees', 'attendances', 'absences']).map((scope) =>
    scope.replace('persons', 'employees'),
  );

function scopesOf(credential: PersonioCredential, of: readonly Area[]): string[] {
  return of.flatMap((area) => {
    const right = credential.rights[area];
    if (right === 'none') return [];
    const verbs = right === 'write' ? ['read', 'write'] : ['read'];
    return verbs.map((verb) => `${areaScope[area]}:${verb}`);
  });
}
