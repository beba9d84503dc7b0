import { describe, expect, it } from 'vitest';

import { defaultPersonioSwitches, parsePersonioSwitch, personioSwitches } from './switches.ts';
import type { PersonioSwitch, PersonioSwitchName } from './switches.ts';
import {
  at,
  days,
  formBody,
  hourType,
  leaveType,
  openAccount,
  sampleEmployee,
  sickType,
  startOfTest,
  vacationType,
  work,
} from './testing/account.ts';
import type { Account } from './testing/account.ts';

describe('a switch written as text', () => {
  it('is taken when it stands in the table, or is free', () => {
    expect(parsePersonioSwitch('attendance-overlap', 'trim')).toEqual({ 'attendance-overlap': 'trim' });
    expect(parsePersonioSwitch('token-lifetime', '90')).toEqual({ 'token-lifetime': '90' });
    expect(parsePersonioSwitch('attribute-whitelist', 'email,dynamic_7')).toEqual({
      'attribute-whitelist': 'email,dynamic_7',
    });
  });

  it.each([
    ['atendance-overlap', 'trim', 'Did you mean "attendance-overlap"?'],
    ['constructor', 'x', 'Personio has no switch "constructor"'],
    ['attendance-overlap', 'cut', 'Allowed: reject, trim.'],
    ['rate-limit', '0', 'Allowed: on, off, a whole number from 1.'],
    ['attribute-whitelist', 'a b', 'Allowed: full, minimal, a comma list of attribute keys.'],
  ])('is refused with the way out: %s=%s', (name, value, words) => {
    expect(() => parsePersonioSwitch(name, value)).toThrow(words);
  });

  it('stands at its first value by default', () => {
    const defaults = defaultPersonioSwitches();
    for (const [name, row] of Object.entries(personioSwitches)) {
      expect(defaults[name as PersonioSwitchName]).toBe(row.values[0]);
    }
  });
});

// What a client can see of each switch. Every value must show something else.
type Observation = (account: Account) => Promise<unknown>;

const post = (account: Account, json: unknown, query = '?skip_approval=true') =>
  account.call('POST', `/v2/attendance-periods${query}`, { json });
const book = (account: Account, json: unknown, query = '?skip_approval=true') =>
  account.call('POST', `/v2/absence-periods${query}`, { json });
const idOf = (reply: { readonly body: unknown }): string => String(at(reply.body, 'id'));
const morning = work('2026-05-28T08:00:00', '2026-05-28T12:00:00');

const hooked = async (account: Account): Promise<string[]> => {
  await account.call('POST', '/v2/webhooks', {
    json: {
      url: 'https://hooks.example/in',
      description: 'test',
      status: 'ENABLED',
      auth_type: 'NONE',
      enabled_events: ['attendance-period.created', 'attendance-period.deleted'],
    },
  });
  const id = idOf(await post(account, morning));
  await account.call('DELETE', `/v2/attendance-periods/${id}`);
  const bodies: string[] = [];
  await account.deliverWebhooks(async (request) => {
    bodies.push((await request.text()).replaceAll(id, '<id>'));
    return new Response(null, { status: 204 });
  });
  return bodies;
};

const crowd = (account: Account): void => {
  for (let id = 1; id <= 60; id++) account.people.addEmployee(sampleEmployee(id));
};

const readVacation = (account: Account, first: string, last: string, path: string): Promise<unknown> =>
  book(account, days(first, last)).then(async (reply) => {
    const absence = await account.call('GET', `/v2/absence-periods/${idOf(reply)}`);
    return [reply.status, at(absence.body, path)];
  });

const observations = {
  'attendance-overlap': async (account) => {
    await post(account, morning);
    const reply = await post(account, work('2026-05-28T10:00:00', '2026-05-28T14:00:00'));
    return [reply.status, at(reply.body, 'affected_periods.0.end.date_time')];
  },
  'attendance-error-titles': async (account) => {
    const reply = await post(account, work('2026-05-28T10:00:00', '2026-05-28T09:00:00'));
    return at(reply.body, 'errors.0.title');
  },
  'attendance-confirmed-write': async (account) => {
    const id = idOf(await post(account, morning));
    return (await account.call('DELETE', `/v2/attendance-periods/${id}`)).status;
  },
  'attendance-closed-window': async (account) =>
    (await post(account, work('2026-06-02T08:00:00', '2026-06-02T12:00:00'))).status,
  'attendance-page-size': async (account) => {
    return [
      (await account.call('GET', '/v2/attendance-periods?limit=100')).status,
      (await account.call('GET', '/v2/attendance-periods?limit=3')).status,
    ];
  },
  'attendance-get-one': async (account) => {
    const id = idOf(await post(account, morning));
    return Object.keys((await account.call('GET', `/v2/attendance-periods/${id}`)).body as object);
  },
  'absence-write-end': (account) => readVacation(account, '2026-07-06', '2026-07-08', 'ends_at.date_time'),
  'absence-half-day-read': (account) =>
    readVacation(account, '2026-07-06', '2026-07-08 FIRST_HALF', 'ends_at.date_time'),
  'absence-status-set': async (account) => {
    const id = idOf(await book(account, days('2026-07-06', '2026-07-08'), ''));
    return at((await account.call('GET', `/v2/absence-periods/${id}`)).body, 'approval.status');
  },
  'absence-type-category': async (account) =>
    at((await account.call('GET', `/v2/absence-types/${vacationType}`)).body, 'category'),
  'delete-skip-approval': async (account) => {
    const id = idOf(await book(account, days('2026-07-06', '2026-07-08')));
    await account.call('DELETE', `/v2/absence-periods/${id}`);
    return (await account.call('GET', `/v2/absence-periods/${id}`)).status;
  },
  'absence-delete-approved': async (account) => {
    const id = idOf(await book(account, days('2026-07-06', '2026-07-08')));
    const deleted = await account.call('DELETE', `/v2/absence-periods/${id}`);
    const left = await account.call('GET', `/v2/absence-periods/${id}`);
    return [deleted.status, at(left.body, 'approval.status')];
  },
  'credential-change': async (account) => {
    await account.call('GET', '/v2/absence-types');
    account.people.renewCredential('papi-1', 'secret-2');
    return (await account.call('GET', '/v2/absence-types')).status;
  },
  'throttle-body': async (account) => {
    account.switches['rate-limit'] = '1';
    await account.call('GET', '/v2/absence-types');
    const reply = await account.call('GET', '/v2/absence-types');
    return [reply.status, typeof at(reply.body, 'errors.0.title')];
  },
  'v1-attendance': async (account) => {
    await post(account, work('2026-05-28T22:00:00', '2026-05-29T02:00:00'));
    return (await account.call('GET', '/v1/company/attendances')).status;
  },
  'v1-query-credentials': async (account) =>
    (await account.call('POST', '/v1/auth?client_id=papi-1&client_secret=secret-1', { token: null })).status,
  'webhook-payload': async (account) => JSON.parse((await hooked(account))[0]!).payload,
  'attendance-daily-updates': async (account) => {
    const id = idOf(await post(account, morning));
    const json = { comment: 'again' };
    const statuses: number[] = [];
    for (let turn = 0; turn < 3; turn++) {
      statuses.push((await account.call('PATCH', `/v2/attendance-periods/${id}`, { json })).status);
    }
    account.passMs(86_400_000);
    const token = await account.signIn();
    statuses.push((await account.call('PATCH', `/v2/attendance-periods/${id}`, { json, token })).status);
    return statuses;
  },
  'dst-wall-clock': async (account) => [
    (await post(account, work('2026-03-29T02:30:00', '2026-03-29T05:00:00'))).status,
    (await post(account, work('2025-10-26T02:30:00', '2025-10-26T05:00:00'))).status,
    (await post(account, work('2026-03-29T06:00:00', '2026-03-29T07:00:00'))).status,
  ],
  'expired-token-status': async (account) => {
    await account.call('GET', '/v2/absence-types');
    account.passMs(86_400_000);
    return (await account.call('GET', '/v2/absence-types')).status;
  },
  'v1-employees-page': async (account) => {
    crowd(account);
    return at((await account.call('GET', '/v1/company/employees')).body, 'data.length');
  },
  'v1-updated-since': async (account) => {
    crowd(account);
    const path = '/v1/company/employees?updated_since=2026-06-01&limit=5';
    return at((await account.call('GET', path)).body, 'data.length');
  },
  'attendance-patch-success': async (account) => {
    const id = idOf(await post(account, morning));
    const reply = await account.call('PATCH', `/v2/attendance-periods/${id}`, { json: {} });
    return [reply.status, at(reply.body, 'id') === id];
  },
  'absence-zoned-datetime': async (account) => {
    const reply = await book(account, {
      ...days('2026-07-06', '2026-07-06'),
      absence_type: { id: hourType },
      starts_from: { date_time: '2026-07-06T08:00:00Z' },
      ends_at: { date_time: '2026-07-06T10:00:00Z' },
    });
    const stored = await account.call('GET', `/v2/absence-periods/${idOf(reply)}`);
    return [reply.status, at(stored.body, 'starts_from.date_time')];
  },
  'attendance-policy-rules': async (account) =>
    (await post(account, work('2026-05-28T06:00:00', '2026-05-28T17:00:00'))).status,
  'leave-write-status': async (account) =>
    (await book(account, { ...days('2026-07-06', '2026-07-08'), absence_type: { id: leaveType } })).status,
  'attendance-seconds': async (account) => {
    const reply = await post(account, work('2026-05-28T08:00:30', '2026-05-28T12:00:00'));
    const stored = await account.call('GET', `/v2/attendance-periods/${idOf(reply)}`);
    return [reply.status, at(stored.body, 'start.date_time')];
  },
  'absence-two-halves': async (account) => {
    await book(account, days('2026-07-06', '2026-07-06 FIRST_HALF'));
    const other = { absence_type: { id: sickType } };
    return (await book(account, days('2026-07-06 SECOND_HALF', '2026-07-06', other))).status;
  },
  'break-alone': async (account) => {
    const lone = await post(account, {
      ...work('2026-05-28T12:30:00', '2026-05-28T13:00:00'),
      type: 'BREAK',
    });
    await post(account, morning);
    const beside = await post(account, {
      ...work('2026-05-28T12:00:00', '2026-05-28T12:15:00'),
      type: 'BREAK',
    });
    return [lone.status, beside.status];
  },
  'inactive-write': async (account) => {
    const own = { person: { id: '6006' } };
    return [
      (await post(account, work('2026-05-31T08:00:00', '2026-05-31T09:00:00', own))).status,
      (await post(account, work('2026-06-01T08:00:00', '2026-06-01T09:00:00', own))).status,
    ];
  },
  'missing-right-style': async (account) => {
    account.people.setRights('papi-1', { employees: 'none', attendances: 'none' });
    const persons = await account.call('GET', '/v2/persons');
    const attendance = await account.call('GET', '/v2/attendance-periods');
    return [persons.status, attendance.status];
  },
  'attribute-whitelist': async (account) =>
    Object.keys(
      at((await account.call('GET', '/v1/company/employees/3003')).body, 'data.attributes') as object,
    ),
  'token-scope-string': async (account) => {
    const form = { grant_type: 'client_credentials', client_id: 'papi-1', client_secret: 'secret-1' };
    const reply = await account.call('POST', '/v2/auth/token', {
      ...formBody(new URLSearchParams(form)),
      token: null,
    });
    return at(reply.body, 'scope');
  },
  'next-link': async (account) => {
    const first = await account.call('GET', '/v2/persons?limit=1&status=ACTIVE');
    const next = String(at(first.body, '_meta.links.next.href'));
    const second = await account.call('GET', next);
    return [next.startsWith('/'), next.includes('limit=1'), at(second.body, '_data.0.id')];
  },
  'list-envelope-keys': async (account) =>
    Object.keys((await account.call('GET', '/v2/projects')).body as object),
  'custom-attribute-types': async (account) =>
    at((await account.call('GET', '/v2/persons/3003')).body, 'custom_attributes.0.type'),
  'termination-day-field': async (account) => {
    const list = await account.call('GET', '/v2/persons/6006/employments');
    return Object.keys(at(list.body, '_data.0.termination') as object);
  },
  'absence-datetime-fraction': (account) =>
    readVacation(account, '2026-07-06', '2026-07-08', 'starts_from.date_time'),
  'auto-breaks': async (account) => {
    await post(account, work('2026-05-28T08:00:00', '2026-05-28T16:00:00'));
    const list = await account.call('GET', '/v2/attendance-periods');
    return [at(list.body, '_data.length'), at(list.body, '_data.1.is_auto_generated')];
  },
  'v1-error-style': async (account) => {
    const reply = await account.call('GET', '/v1/company/employees/9');
    return [reply.status, at(reply.body, 'success')];
  },
  'v1-empty-value': async (account) =>
    at((await account.call('GET', '/v1/company/employees/6006')).body, 'data.attributes.department.value'),
  'v1-number-types': async (account) =>
    typeof at((await account.call('GET', '/v1/company/employees')).body, 'limit'),
  'beta-header': async (account) => [
    (await account.call('GET', '/v2/org-units')).status,
    (await account.call('GET', '/v2/org-units', { headers: { Beta: 'true' } })).status,
  ],
  'webhook-delivery': async (account) =>
    (await hooked(account)).map((body) => at(JSON.parse(body), 'event_name')),
  'rate-limit': async (account) => {
    const statuses: number[] = [];
    for (let turn = 0; turn < 12; turn++) {
      statuses.push((await account.call('GET', '/v2/absence-types')).status);
    }
    return statuses;
  },
  'token-lifetime': async (account) => {
    const token = await account.signIn();
    account.passMs(91_000);
    return (await account.call('GET', '/v2/absence-types', { token })).status;
  },
  'fault-inject': async (account) => {
    const seen = new Set<string>();
    for (let day = 1; day <= 28; day++) {
      const before = account.state.attendances.length;
      const reply = await post(account, work(`2026-04-${String(day).padStart(2, '0')}T08:00:00`, null)).catch(
        () => null,
      );
      const stored = account.state.attendances.length > before;
      seen.add(`${reply?.status ?? 'lost'} ${reply?.headers.get('content-type') ?? ''} ${stored}`);
    }
    const slowed = account.calls.some((call) => call.at > startOfTest);
    return [...seen, slowed];
  },
} satisfies Record<PersonioSwitchName, Observation>;

const exampleOfFree = { no: [], number: ['2'], list: ['email'] } as const;
const exampleValues: Partial<Record<PersonioSwitchName, string>> = { 'token-lifetime': '90' };

describe('every value of every switch shows', () => {
  it.each(Object.keys(personioSwitches) as PersonioSwitchName[])('%s', async (name) => {
    const row: PersonioSwitch = personioSwitches[name];
    const free = exampleValues[name] === undefined ? exampleOfFree[row.free] : [exampleValues[name]];
    const seen = new Map<string, string>();
    for (const value of [...row.values, ...free]) {
      const account = openAccount({ [name]: value });
      const shown = JSON.stringify(await observations[name](account));
      expect(seen.get(shown), `${value} shows the same as another value: ${shown}`).toBeUndefined();
      seen.set(shown, value);
    }
  });
});
