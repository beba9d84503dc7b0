// OpenID Connect: authorization code with PKCE, state and nonce; the ID token's signature is checked with the provider's
// keys, although it comes from the provider itself.

import {
  type Configuration,
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  discovery,
  enableNonRepudiationChecks,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from 'openid-client';
import type { SingleSignOn } from '../service/front-desk.ts';
import type { ServerSettings } from '../service/server-settings.ts';

interface Memory {
  readonly verifier: string;
  readonly state: string;
  readonly nonce: string;
}

export function openSingleSignOn(
  { singleSignOn, allowPrivateHosts }: ServerSettings,
  publicUrl: () => string,
  notice: (line: string) => void,
): SingleSignOn | null {
  if (singleSignOn === null) return null;
  const { issuer, clientId, clientSecret, name } = singleSignOn;
  let found: Promise<Configuration> | null = null;
  // Asked when it is first needed, and again after a failure: the provider may start later than we do.
  const provider = (): Promise<Configuration> => {
    const execute = [enableNonRepudiationChecks, ...(allowPrivateHosts ? [allowInsecureRequests] : [])];
    found ??= discovery(new URL(issuer), clientId, clientSecret, undefined, { execute }).catch(
      (error: unknown) => {
        found = null;
        throw error;
      },
    );
    return found;
  };
  // The page says only that it came to nothing: whoever signs in cannot mend it.
  const noticed = async <T>(work: Promise<T>): Promise<T> =>
    work.catch((error: unknown) => {
      notice(`single sign-on at ${issuer}: ${wordsOf(error)}`);
      throw error;
    });
  return {
    name,
    begin: async () => {
      const memory: Memory = {
        verifier: randomPKCECodeVerifier(),
        state: randomState(),
        nonce: randomNonce(),
      };
      const url = buildAuthorizationUrl(await noticed(provider()), {
        redirect_uri: `${publicUrl()}/api/v1/session/single-sign-on/callback`,
        scope: 'openid email profile',
        code_challenge: await calculatePKCECodeChallenge(memory.verifier),
        code_challenge_method: 'S256',
        state: memory.state,
        nonce: memory.nonce,
      });
      return { url: url.href, memory: JSON.stringify(memory) };
    },
    finish: async (askedAt, text) => {
      const { verifier, state, nonce } = JSON.parse(text) as Memory;
      const checks = { pkceCodeVerifier: verifier, expectedState: state, expectedNonce: nonce };
      const granted = provider().then((known) => authorizationCodeGrant(known, askedAt, checks));
      const tokens = await noticed(granted);
      const claims = tokens.claims();
      if (claims === undefined) throw new Error('the provider’s answer has no ID token');
      const { iss, sub, email } = claims;
      // An address that nobody vouches for proves nothing: with some providers people write it themselves.
      const isVouched = claims['email_verified'] ?? singleSignOn.trustsEmail;
      return {
        identity: { issuer: iss, subject: sub },
        email: isVouched === true && typeof email === 'string' ? email : null,
      };
    },
  };
}

function wordsOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { message, cause } = error;
  const words = cause instanceof Error ? `${message}: ${cause.message}` : message;
  return words.replace(/\s+/g, ' ');
}
