// Both vendors in a process of their own, seen from outside: over HTTP, with the account's own credentials.

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import { type Child, startChild } from './child.ts';

export interface Vendors {
  /** The configuration file that fits them. */
  readonly config: string;
  /** What stands in Personio and who has an account in TimeTac, without ids and times: one line each, sorted. */
  readonly standing: () => Promise<readonly string[]>;
  /** `attendances 4711`: what stands in Personio, as links name it. */
  readonly ids: () => Promise<ReadonlySet<string>>;
  /** What the credentials may call at TimeTac, e.g. `('POST', 'timeTrackings/create', body)`; null when it is refused. */
  readonly timetac: (method: string, path: string, body?: object) => Promise<readonly TimetacRow[] | null>;
  readonly close: () => Promise<void>;
}

export type TimetacRow = Readonly<Record<string, unknown>>;

export interface CompanySize {
  readonly seed: number;
  readonly employees: number;
  readonly days: number;
}

interface Document {
  readonly personio: { readonly baseUrl: string } & Keys;
  readonly timetac: { readonly baseUrl: string; readonly account: string } & Keys;
  readonly guard?: object;
}

interface Keys {
  readonly clientId: string;
  readonly clientSecret: string;
}

export async function openVendors(
  entrance: string,
  folder: string,
  name: string,
  { seed, employees, days }: CompanySize,
): Promise<Vendors> {
  const size = { seed, employees, days, 'personio-port': 0, 'timetac-port': 0 };
  const words = Object.entries(size).flatMap(([option, value]) => [`--${option}`, String(value)]);
  const child = startChild(entrance, ['simulate', ...words]);
  await child.says(/Stop with/);
  if (child.out() === '') throw new Error(`The simulators did not start: ${child.err()}`);
  const document = parse(child.out()) as Document;
  const config = join(folder, `${name}.yaml`);
  // Deletes of many killed runs come together in one plan; the guard has its own tests.
  writeFileSync(config, stringify({ ...document, guard: { ...document.guard, maxDeletes: 10_000 } }));
  return { config, ...seenFromOutside(document), close: () => closed(child) };
}

async function closed(child: Child): Promise<void> {
  child.signal('SIGTERM');
  await child.ended;
}

function seenFromOutside({ personio, timetac }: Document): Pick<Vendors, 'standing' | 'ids' | 'timetac'> {
  const hr = personio.baseUrl.replace(/\/$/, '');
  const time = `${timetac.baseUrl.replace(/\/$/, '')}/${timetac.account}`;
  const hrToken = once(() => tokenFrom(`${hr}/v2/auth/token`, personio));
  const timeToken = once(() => tokenFrom(`${time}/auth/oauth2/token`, timetac));

  const listed = async (path: string): Promise<TimetacRow[]> => {
    const rows: TimetacRow[] = [];
    let next: string | null = `${hr}${path}?limit=100`;
    while (next !== null) {
      const page = (await asked('GET', next, await hrToken())) as PersonioPage;
      rows.push(...page._data);
      const cursor: string | undefined = page._meta?.links?.next?.href;
      next = cursor === undefined ? null : cursorUrl(`${hr}${path}`, cursor);
    }
    return rows;
  };
  const call: Vendors['timetac'] = async (method, path, body) => {
    const answer = (await asked(method, `${time}/v4/${path}`, await timeToken(), body)) as TimetacAnswer;
    return answer.Success ? [answer.Results ?? []].flat() : null;
  };
  return {
    timetac: call,
    ids: async () =>
      new Set([
        ...(await listed('/v2/attendance-periods')).map(({ id }) => `attendances ${String(id)}`),
        ...(await listed('/v2/absence-periods')).map(({ id }) => `absences ${String(id)}`),
      ]),
    standing: async () =>
      [
        ...(await listed('/v2/attendance-periods')).map((row) => line('attendance', row)),
        ...(await listed('/v2/absence-periods')).map((row) => line('absence', row)),
        ...((await call('GET', 'users/read?_limit=1000')) ?? []).map((row) => line('user', row)),
      ].sort(),
  };
}

interface PersonioPage {
  readonly _data: readonly TimetacRow[];
  readonly _meta?: { readonly links?: { readonly next?: { readonly href?: string } } };
}

interface TimetacAnswer {
  readonly Success: boolean;
  readonly Results?: TimetacRow | readonly TimetacRow[];
}

const cursorUrl = (base: string, href: string): string =>
  `${base}?limit=100&cursor=${encodeURIComponent(new URL(href, base).searchParams.get('cursor') ?? '')}`;

const itsOwn: readonly string[] = ['id', 'created_at', 'updated_at', 'updated', 'created', 'password'];

/** Ids and times are each account's own. */
const line = (kind: string, row: TimetacRow): string =>
  `${kind} ${JSON.stringify(Object.fromEntries(Object.entries(row).filter(([name]) => !itsOwn.includes(name))))}`;

async function tokenFrom(url: string, { clientId, clientSecret }: Keys): Promise<string> {
  const response = await fetch(url, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: clientId,
      client_secret: clientSecret,
    }),
  });
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  return ((await response.json()) as { access_token: string }).access_token;
}

async function asked(method: string, url: string, token: string, body?: object): Promise<unknown> {
  const response = await fetch(url, {
    method,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', beta: 'true' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return response.json();
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | null = null;
  return () => (made ??= make());
}
