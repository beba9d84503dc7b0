// The other contestants' way to both vendors: `fetch`, a token, JSON, and a say about what to do when a vendor throttles
// or an answer is lost.

import type { Access } from './contestant.ts';

export interface Manners {
  /** Wait before the same call is sent again; `round` counts from 0. */
  readonly throttleWaitMs: (round: number) => number;
  /** Whether a write whose answer never came is sent again. Reads always are. */
  readonly repeatsLost: boolean;
}

export interface Answer {
  /** 0: the answer was lost and the call not repeated. */
  readonly status: number;
  readonly body: unknown;
}

export type Wire = ReturnType<typeof openWire>;

const mostRepeats = 4;

export function openWire(access: Access, manners: Manners) {
  const timetacRoot = `${access.timetacUrl}/${access.account}`;
  const tokens = new Map<string, Promise<string>>();
  const tokenFrom = (url: string, keys: Access['personio']): Promise<string> => {
    const known = tokens.get(url) ?? signIn(url, keys);
    tokens.set(url, known);
    return known;
  };
  const send = async (token: string, method: string, url: string, json?: unknown): Promise<Answer> => {
    let lost = 0;
    for (let round = 0; ; ) {
      const response = await attempt(token, method, url, json);
      if (response === 'lost') {
        if ((method !== 'GET' && !manners.repeatsLost) || lost++ >= mostRepeats)
          return { status: 0, body: null };
        await sleep(500);
      } else if (response.status === 429) await sleep(manners.throttleWaitMs(round++));
      else return response;
    }
  };
  return {
    personio: async (method: string, path: string, json?: unknown): Promise<Answer> =>
      send(
        await tokenFrom(`${access.personioUrl}/v2/auth/token`, access.personio),
        method,
        path.startsWith('http') ? path : `${access.personioUrl}${path}`,
        json,
      ),
    timetac: async (path: string): Promise<Answer> =>
      send(
        await tokenFrom(`${timetacRoot}/auth/oauth2/token`, access.timetac),
        'GET',
        `${timetacRoot}/v4/${path}`,
      ),
  };
}

export const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

async function signIn(url: string, keys: Access['personio']): Promise<string> {
  const body = new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: keys.clientId,
    client_secret: keys.clientSecret,
  });
  const response = await fetch(url, { method: 'POST', body });
  return ((await response.json()) as { access_token: string }).access_token;
}

async function attempt(token: string, method: string, url: string, json: unknown): Promise<Answer | 'lost'> {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  try {
    const response = await fetch(url, {
      method,
      headers,
      ...(json === undefined ? {} : { body: JSON.stringify(json) }),
    });
    const text = await response.text();
    return { status: response.status, body: text === '' ? null : (JSON.parse(text) as unknown) };
  } catch {
    return 'lost';
  }
}
