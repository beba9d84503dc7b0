// One access token per door, shared by all callers: asked for once however many wait, renewed a minute before its end,
// and thrown away when the vendor refuses it.

import { field } from './read-answer.ts';

export interface FetchedToken {
  readonly token: string;
  /** null when the vendor did not say. */
  readonly lifetimeMs: number | null;
}

export interface HeldToken {
  readonly token: string;
  readonly fetchedAt: number;
}

export interface TokenSource {
  /** The current token, fetched when there is none. Rejects with whatever the fetch throws. */
  get(): Promise<HeldToken>;
  /** Forgets this token; a newer one, fetched by somebody else meanwhile, stays. */
  refuse(token: string): void;
}

/** The token of an OAuth answer; null where there is none that a header could carry. Both vendors answer alike. */
export function tokenIn(body: unknown): FetchedToken | null {
  const token = field(body, 'access_token');
  if (typeof token !== 'string' || !/^[\x21-\x7e]{1,8000}$/.test(token)) return null;
  const stated = field(body, 'expires_in');
  const seconds = typeof stated === 'string' || typeof stated === 'number' ? Number(stated) : 0;
  return { token, lifetimeMs: seconds > 0 ? seconds * 1000 : null };
}

const renewAheadMs = 60_000;
const unknownLifetimeMs = 600_000;

export function createTokenSource(fetchToken: () => Promise<FetchedToken>, now: () => number): TokenSource {
  let held: (HeldToken & { readonly renewAt: number }) | null = null;
  let underWay: Promise<HeldToken> | null = null;

  const renew = async (): Promise<HeldToken> => {
    const { token, lifetimeMs } = await fetchToken();
    const fetchedAt = now();
    const lifetime = lifetimeMs ?? unknownLifetimeMs;
    // A very short life is used at least to its half, else every call would sign in anew.
    held = { token, fetchedAt, renewAt: fetchedAt + Math.max(lifetime - renewAheadMs, lifetime / 2) };
    return held;
  };

  return {
    async get() {
      if (held !== null && now() < held.renewAt) return held;
      underWay ??= renew().finally(() => {
        underWay = null;
      });
      return underWay;
    },
    refuse(token) {
      if (held?.token === token) held = null;
    },
  };
}
