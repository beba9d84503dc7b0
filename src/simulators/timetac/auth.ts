// Signing in (section 1): the token endpoint with its grants, and who stands behind a bearer token.

import { dateIn } from '../../core/time/calendar.ts';
import { json, oauthError } from './answer.ts';
import type { TimetacCredential, TimetacUser } from './state.ts';
import { numberIn } from './switches.ts';
import type { AccessToken, World } from './world.ts';

export interface Caller {
  readonly credential: TimetacCredential;
  readonly apiUser: TimetacUser;
}

/** null when the token is missing, expired, or its credential was revoked. */
export function callerOf(world: World, authorization: string | null): Caller | null {
  const token = world.accessTokens.get(/^Bearer (\S+)$/i.exec(authorization ?? '')?.[1] ?? '');
  if (token === undefined || !isAlive(world, token)) return null;
  const credential = world.state.credentials.find(({ clientId }) => clientId === token.clientId);
  const apiUser = world.tables.users.byId(token.userId);
  return credential === undefined || apiUser === undefined ? null : { credential, apiUser };
}

/** `POST …/auth/oauth2/token`. Does not use the envelope (section 1.2). */
export function answerToken(world: World, fields: URLSearchParams): Response {
  const credential = world.state.credentials.find(
    ({ clientId, clientSecret }) =>
      clientId === fields.get('client_id') && clientSecret === fields.get('client_secret'),
  );
  if (credential === undefined || hasExpired(world, credential)) return badClient(world);
  switch (fields.get('grant_type')) {
    case 'client_credentials':
      // No refresh token comes with this grant (section 1.1).
      return mayEnter(world, credential.userId)
        ? issue(world, credential, credential.userId, false)
        : badClient(world);
    case 'password':
      return byPassword(world, credential, fields);
    case 'refresh_token':
      return byRefreshToken(world, credential, fields.get('refresh_token') ?? '');
    default:
      return oauthError(400, 'unsupported_grant_type', 'The grant type is not supported.');
  }
}

/** After a credential was taken away: its tokens die at once (section 1.1). */
export function dropTokens(world: World, clientId: string): void {
  for (const tokens of [world.accessTokens, world.refreshTokens]) {
    for (const [text, token] of tokens) if (token.clientId === clientId) tokens.delete(text);
  }
}

function byPassword(world: World, credential: TimetacCredential, fields: URLSearchParams): Response {
  const { password } = credential;
  const known =
    password !== null &&
    password.username === fields.get('username') &&
    password.password === fields.get('password');
  const person = world.state.users.find((user) => user.username === password?.username);
  const userId = person?.id ?? credential.userId;
  if (!known || !mayEnter(world, userId)) {
    return oauthError(
      Number(world.switches['token-error-status']),
      'invalid_grant',
      'The user credentials are incorrect.',
    );
  }
  return issue(world, credential, userId, true);
}

function byRefreshToken(world: World, credential: TimetacCredential, text: string): Response {
  const token = world.refreshTokens.get(text);
  const usable = token !== undefined && token.clientId === credential.clientId && isAlive(world, token);
  if (!usable || !mayEnter(world, token.userId)) {
    return oauthError(497, 'invalid_grant', 'The provided refresh token is invalid.');
  }
  world.refreshTokens.delete(text);
  return issue(world, credential, token.userId, true);
}

function issue(
  world: World,
  { clientId }: TimetacCredential,
  userId: number,
  refreshable: boolean,
): Response {
  const lifetime = numberIn(world.switches['token-lifetime']) ?? 3600;
  const accessToken = keep(world, world.accessTokens, {
    clientId,
    userId,
    expiresAt: world.now() + lifetime * 1000,
  });
  const grant = { access_token: accessToken, token_type: 'bearer', expires_in: lifetime };
  if (!refreshable) return json(200, grant);
  const refreshLifetime = numberIn(world.switches['refresh-token-lifetime']);
  const expiresAt = refreshLifetime === null ? null : world.now() + refreshLifetime * 1000;
  return json(200, {
    ...grant,
    refresh_token: keep(world, world.refreshTokens, { clientId, userId, expiresAt }),
  });
}

function keep(world: World, tokens: Map<string, AccessToken>, token: AccessToken): string {
  const digits = Array.from({ length: 40 }, () => Math.floor(world.surroundings.random() * 16).toString(16));
  // Dice may repeat themselves in a test; the count keeps tokens apart.
  const text = `${digits.join('')}${world.accessTokens.size.toString(16)}`;
  tokens.set(text, token);
  return text;
}

const isAlive = (world: World, { expiresAt }: AccessToken): boolean =>
  expiresAt === null || world.now() < expiresAt;

const badClient = (world: World): Response =>
  oauthError(
    Number(world.switches['token-error-status']),
    'invalid_client',
    'The client credentials are invalid.',
  );

// A credential works up to and including its date; then signing in fails with nothing else changed (section 1.1).
function hasExpired(world: World, { expiresOn }: TimetacCredential): boolean {
  const byOwnDate = expiresOn !== null && world.today() > expiresOn;
  const setting = world.switches['credential-expiry'];
  return byOwnDate || (setting !== 'none' && world.today() > setting);
}

function mayEnter(world: World, userId: number): boolean {
  const user = world.tables.users.byId(userId);
  if (user === undefined) return false;
  const today = dateIn(world.now(), world.state.serverZone);
  const gone = !user.active || (user.exit_date !== null && user.exit_date < today);
  return !gone || world.switches['inactive-login'] === 'allowed';
}
