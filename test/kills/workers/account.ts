// A company's accounts past the wire: what people do in TimeTac, and what stands on both sides.

import type { CompanyStates } from '../../../src/simulators/company/bench.ts';
import type { CompanyCredentials } from '../../../src/simulators/company/credentials.ts';
import type { Handle } from '../../support/world.ts';
import type { TimetacRow, Vendors } from '../processes/vendors.ts';

/** People at work in TimeTac: their calls go to the account itself, past the wire. */
export function peopleAt(handle: Handle, { timetac }: CompanyCredentials): Vendors['timetac'] {
  const base = `http://127.0.0.1/${timetac.account}`;
  let token: Promise<string> | null = null;
  const signIn = async (): Promise<string> => {
    const body = new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: timetac.clientId,
      client_secret: timetac.clientSecret,
    });
    const response = await handle(new Request(`${base}/auth/oauth2/token`, { method: 'POST', body }));
    return ((await response.json()) as { access_token: string }).access_token;
  };
  return async (method, path, body) => {
    const request = new Request(`${base}/v4/${path}`, {
      method,
      headers: { authorization: `Bearer ${await (token ??= signIn())}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const answer = (await (await handle(request)).json()) as {
      readonly Success: boolean;
      readonly Results?: TimetacRow | readonly TimetacRow[];
    };
    return answer.Success ? [answer.Results ?? []].flat() : null;
  };
}

const itsOwn: readonly string[] = ['id', 'created_at', 'updated_at', 'updated', 'created', 'password'];

/** Ids and times are each account's own. */
const line = (kind: string, row: object): string =>
  `${kind} ${JSON.stringify(Object.fromEntries(Object.entries(row).filter(([name]) => !itsOwn.includes(name))))}`;

/** What stands in Personio and who has an account in TimeTac: one line each, sorted. */
export const standingIn = ({ personio, timetac }: CompanyStates): string[] =>
  [
    ...personio.attendances.map((row) => line('attendance', row)),
    ...personio.absences.map((row) => line('absence', row)),
    ...timetac.users.map((row) => line('user', row)),
  ].sort();
