// What stands at the simulated vendors of a sandbox, asked over their own APIs and by nobody's code but this.

import type { SandboxKeys } from '../../src/service/front-desk.ts';

export interface Standing {
  readonly attendances: number;
  readonly absences: number;
  readonly users: number;
  readonly activeUsers: number;
}

export async function whatStands({ personio, timetac }: SandboxKeys): Promise<Standing> {
  const hr = await tokenFrom(`${personio.baseUrl}/v2/auth/token`, personio);
  const time = await tokenFrom(`${timetac.baseUrl}/${timetac.account}/auth/oauth2/token`, timetac);
  const users = await rowsOf<{ active: boolean }>(
    `${timetac.baseUrl}/${timetac.account}/v4/users/read?_limit=1000`,
    time,
    'Results',
  );
  return {
    attendances: await countIn(personio.baseUrl, 'attendance-periods', hr),
    absences: await countIn(personio.baseUrl, 'absence-periods', hr),
    users: users.length,
    activeUsers: users.filter(({ active }) => active).length,
  };
}

async function tokenFrom(url: string, keys: { clientId: string; clientSecret: string }): Promise<string> {
  const response = await fetch(url, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: keys.clientId,
      client_secret: keys.clientSecret,
    }),
  });
  const { access_token: token } = (await response.json()) as { access_token?: string };
  if (token === undefined) throw new Error(`${url} gave no token`);
  return token;
}

async function rowsOf<Row>(url: string, token: string, key: string): Promise<Row[]> {
  const response = await fetch(url, { headers: { authorization: `Bearer ${token}` } });
  if (!response.ok) throw new Error(`${url}: ${response.status} ${await response.text()}`);
  return ((await response.json()) as Record<string, Row[]>)[key] ?? [];
}

/** Follows the cursor to the last page. */
async function countIn(baseUrl: string, resource: string, token: string): Promise<number> {
  let cursor: string | null = '';
  let count = 0;
  while (cursor !== null) {
    const url: string = `${baseUrl}/v2/${resource}?limit=100${cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`}`;
    const response = await fetch(url, { headers: { authorization: `Bearer ${token}` } });
    if (!response.ok) throw new Error(`${url}: ${response.status} ${await response.text()}`);
    const page = (await response.json()) as {
      _data: unknown[];
      _meta?: { links?: { next?: { href?: string } } };
    };
    count += page._data.length;
    const next = page._meta?.links?.next?.href;
    cursor = next === undefined ? null : new URL(next, baseUrl).searchParams.get('cursor');
  }
  return count;
}
