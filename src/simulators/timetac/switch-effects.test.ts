// Every value of every switch does something that a client can see: no switch is a promise only.

import { expect, test } from 'vitest';
import { dayMs } from '../../core/time/calendar.ts';
import { openAccount, textOf, type Answer, type Fixture } from './fixture.ts';
import {
  defaultTimetacSwitches,
  parseTimetacSwitch,
  timetacSwitches,
  type SwitchDefinition,
  type TimetacSwitchName,
} from './switches.ts';

type Probe = (account: Fixture) => Promise<unknown>;

const tracking = (on: string, from: string, to: string) => ({
  user_id: 2,
  task_id: 4,
  start_time: `${on} ${from}`,
  end_time: `${on} ${to}`,
  start_time_timezone: 'Europe/Vienna',
  end_time_timezone: 'Europe/Vienna',
});
const newUser = {
  username: 'clara',
  password: 'secret-1',
  firstname: 'Clara',
  lastname: 'Probe',
  email_address: 'clara@acme.example',
  language_id: 2,
  department_id: 1,
};
const sickOn = (from_date: string, to_date = from_date) => ({
  user_id: 2,
  type_id: 3,
  subtype_id: 11,
  from_date,
  to_date,
});
const outcome = ({ status, body }: Answer) => ({
  status,
  success: body?.['Success'],
  error: body?.['Error'],
});
const deltaSince = (include: string, since: string) =>
  `v4/deltaSync/read?_include=${include}&_since=${encodeURIComponent(since)}`;

const probes: Readonly<Record<TimetacSwitchName, Probe>> = {
  'dropped-versions': async ({ send }) => outcome(await send('GET', 'v3/users/read')),
  'error-status-style': async ({ send }) => outcome(await send('PUT', 'v4/users/update', { id: 99 })),
  'token-error-status': async ({ signIn }) => (await signIn({ client_secret: 'wrong' })).status,
  'expired-token-style': async ({ send }) =>
    outcome(await send('GET', 'v4/users/read', undefined, { authorization: 'Bearer old' })),
  'page-limit-max': async (account) => {
    for (let n = 0; n < 3100; n++)
      account.simulator.people.addTimeTracking(tracking('2026-02-02', '08:00:00', '09:00:00'));
    return (await account.send('GET', 'v4/timeTrackings/read?_limit=5000')).rows.length;
  },
  'page-limit-overrun': async ({ send }) => outcome(await send('GET', 'v4/users/read?_limit=5000')),
  'rate-limit': async ({ send }) => {
    await send('GET', 'v4/users/read');
    await send('GET', 'v4/users/read');
    return (await send('GET', 'v4/users/read')).headers.get('retry-after');
  },
  'batch-size-max': async ({ send }) =>
    outcome(await send('PUT', 'v4/users/update', [{ id: 2 }, { id: 3 }, { id: 2 }])),
  'tracking-duration-unit': async ({ send }) =>
    (await send('POST', 'v4/timeTrackings/create', tracking('2026-02-02', '08:00:00', '16:00:00'))).rows[0]?.[
      'duration'
    ],
  'absence-begin-format': async ({ send }) =>
    (await send('POST', 'v4/absences/create', { ...sickOn('2026-03-09'), duration: 0.5, begin: '13:00:00' }))
      .rows[0]?.['begin'],
  'absence-partial-meaning': async ({ send, simulator }) => {
    const halves = { request_partial_begin_duration: 0.5 };
    await send('POST', 'v4/absences/create', { ...sickOn('2026-03-09', '2026-03-10'), ...halves });
    return simulator.state.absenceDays.filter((day) => day.request_id !== null).map((day) => day.value);
  },
  'absence-duration-recompute': async ({ send }) =>
    (await send('POST', 'v4/absences/create', { ...sickOn('2026-03-06', '2026-03-09'), duration: 4 }))
      .rows[0]?.['duration'],
  'absence-date-update': async (account) => {
    const { id } = account.simulator.people.addAbsence(sickOn('2026-03-09'));
    return (await account.send('PUT', 'v4/absences/update', { id, to_date: '2026-03-10' })).body['Success'];
  },
  'absence-entry-status': async ({ send }) => {
    const holiday = { user_id: 2, type_id: 1, subtype_id: 0, from_date: '2026-03-16', to_date: '2026-03-16' };
    const entries = [sickOn('2026-03-09'), holiday].map((body) => send('POST', 'v4/absences/create', body));
    return (await Promise.all(entries)).map((answer) => answer.rows[0]?.['status']);
  },
  'user-holiday-template': async ({ send }) => outcome(await send('POST', 'v4/users/create', newUser)),
  'internal-user-group': async ({ send }) => {
    const answer = await send('POST', 'v4/users/create', { ...newUser, internal_user_group: 2 });
    return [answer.body['Success'], answer.rows[0]?.['internal_user_group']];
  },
  'sso-password': async ({ send }) =>
    outcome(await send('POST', 'v4/users/create', { ...newUser, password: '' })),
  'create-welcome-mail': async ({ send, simulator }) => {
    await send('POST', 'v4/users/create', newUser);
    return simulator.mails.map((mail) => mail.kind);
  },
  'user-role-write': async ({ send }) =>
    outcome(await send('POST', 'v4/userRoles/set', { user_id: 2, data: 'x' })),
  'product-id-write': async ({ send }) =>
    (await send('PUT', 'v4/users/update', { id: 2, timetac_product_id: 107 })).rows[0]?.[
      'timetac_product_id'
    ],
  'user-delete': async ({ send }) => outcome(await send('DELETE', 'v4/users/delete/3')),
  'inactive-login': async ({ simulator, signIn }) => {
    simulator.people.editUser(1, { active: false });
    return (await signIn()).status;
  },
  'user-reactivate': async ({ send }) =>
    outcome(await send('PUT', 'v4/users/update', { id: 3, active: true })),
  'since-compare': async ({ send, clock }) => {
    clock.now += 60_000;
    await send('PUT', 'v4/users/update', { id: 2, firstname: 'Anne' });
    return (await send('GET', 'v4/users/read?_since=2026-03-02+10:01:00')).rows.length;
  },
  'since-horizon': async ({ send, simulator, clock }) => {
    clock.now += 200 * dayMs;
    simulator.people.addTimeTracking(tracking('2026-02-02', '08:00:00', '09:00:00'));
    return (await send('GET', 'v4/users/read?_since=2026-04-01+00:00:00')).rows.length;
  },
  'deleted-retention': async ({ send, simulator, clock }) => {
    const { id } = simulator.people.addTimeTracking(tracking('2026-02-02', '08:00:00', '09:00:00'));
    simulator.people.deleteTimeTracking(id);
    clock.now += 40 * dayMs;
    return (await send('GET', deltaSince('timeTrackings', '2026-03-01 00:00:00'))).text.includes(
      'deleted_at',
    );
  },
  'delta-sync-access': async ({ send }) =>
    outcome(await send('GET', deltaSince('users', '2026-03-01 00:00:00'))),
  'fetch-deleted': async ({ send, simulator }) => {
    simulator.people.removeUser(3);
    return (await send('GET', 'v4/users/read?_fetch_deleted=1')).text.includes('deleted_at');
  },
  'rule-error-code': async ({ send }) =>
    (await send('POST', 'v4/users/create', { ...newUser, username: 'anna' })).body['ErrorExtended']?.[
      'errorCode'
    ],
  'free-text-max': async ({ send }) =>
    outcome(await send('PUT', 'v4/users/update', { id: 2, external_id: 'x'.repeat(400) })),
  'external-id-unique': async ({ send }) =>
    outcome(await send('PUT', 'v4/users/update', { id: 3, external_id: 'P-1' })),
  'valid-from-write': async ({ send }) => {
    const later = { timesheet_template_id: 3, timesheet_template_id_valid_starting_from: '2026-06-01' };
    await send('PUT', 'v4/users/update', { id: 2, ...later });
    return (await send('GET', 'v4/userTemplateHistory/read?user_id=2')).rows.length;
  },
  'future-valid-from-read': async ({ send }) => {
    const later = { timesheet_template_id: 3, timesheet_template_id_valid_starting_from: '2026-06-01' };
    return (await send('PUT', 'v4/users/update', { id: 2, ...later })).rows[0]?.['timesheet_template_id'];
  },
  'read-missing-id': async ({ send }) => outcome(await send('GET', 'v4/users/read/99')),
  'tracking-midnight': async ({ send, simulator }) => {
    const night = { ...tracking('2026-02-02', '22:00:00', '23:00:00'), end_time: '2026-02-03 02:00:00' };
    await send('POST', 'v4/timeTrackings/create', night);
    return simulator.state.timeTrackings.map((row) => `${row.start_time}–${row.end_time}`);
  },
  'refresh-token-lifetime': async ({ signIn, clock }) => {
    const granted = await signIn({ grant_type: 'password', username: 'api', password: 'p w&1' });
    clock.now += 2 * 3_600_000;
    const refresh_token = textOf(granted.body['refresh_token']);
    return (await signIn({ grant_type: 'refresh_token', refresh_token })).status;
  },
  'rewrite-visible': async (account) => {
    account.simulator.switches['server-rewrites'] = 'breaks-and-rounding';
    await account.send('POST', 'v4/timeTrackings/create', tracking('2026-02-02', '08:02:00', '16:58:00'));
    account.clock.now += 60_000;
    return (await account.send('GET', 'v4/timeTrackings/read?_since=2026-03-02+10:00:30')).rows.length;
  },
  'path-prefix': async ({ send }) =>
    Promise.all(['v4', 'userapi/v4'].map(async (form) => (await send('GET', `${form}/users/read`)).status)),
  'wrong-path-body': async ({ send }) => (await send('GET', 'v4/nonsense/read')).headers.get('content-type'),
  'loose-scalars': async ({ send }) => (await send('GET', 'v4/users/read/2')).rows[0]?.['active'],
  'zero-date': async ({ send }) => (await send('GET', 'v4/users/read/3')).rows[0]?.['exit_date'],
  'user-view': async ({ send }) =>
    Object.keys((await send('GET', 'v4/users/read/2')).rows[0] ?? {}).length > 20,
  'error-number-type': async ({ send }) => (await send('PUT', 'v4/users/update', { id: 99 })).body['Error'],
  'error-language': async ({ send }) =>
    (await send('PUT', 'v4/users/update', { id: 2, department_id: 99 })).body['ErrorExtended']?.[
      'errorString'
    ],
  'deleted-shape': async ({ send, simulator }) => {
    simulator.people.removeUser(3);
    const answer = await send('GET', deltaSince('users', '2026-03-01 00:00:00'));
    return answer.body['Results']?.['users']?.['Deleted'];
  },
  'batch-flag': async ({ send }) =>
    (await send('PUT', 'v4/users/update', [{ id: 2 }, { id: 99 }])).body['SuccessBatch'],
  'server-rewrites': async ({ send }) => {
    await send('POST', 'v4/timeTrackings/create', tracking('2026-02-02', '08:02:00', '16:58:00'));
    const rows = (await send('GET', 'v4/timeTrackings/read')).rows;
    return rows.map((row) => [row['start_time'], row['end_time'], row['is_nonworking']]);
  },
  'recalculation-lag': async ({ send }) => {
    await send('POST', 'v4/timeTrackings/create', tracking('2026-02-02', '08:00:00', '09:00:00'));
    return (await send('GET', 'v4/calculationStates/read')).rows.length;
  },
  'absence-overlap': async ({ send, simulator }) => {
    simulator.people.addAbsence(sickOn('2026-03-09', '2026-03-11'));
    return outcome(await send('POST', 'v4/absences/create', sickOn('2026-03-11', '2026-03-12')));
  },
  'tracking-overlap': async ({ send, simulator }) => {
    simulator.people.addTimeTracking(tracking('2026-02-02', '08:00:00', '12:00:00'));
    return outcome(
      await send('POST', 'v4/timeTrackings/create', tracking('2026-02-02', '11:00:00', '13:00:00')),
    );
  },
  'closed-day-write': async ({ send, simulator }) => {
    simulator.people.closeDays(2, '2026-02-28');
    return outcome(
      await send('POST', 'v4/timeTrackings/create', tracking('2026-02-02', '11:00:00', '13:00:00')),
    );
  },
  'credential-expiry': async ({ signIn }) => (await signIn()).status,
  'server-communication': async ({ raw }) =>
    (await raw('GET', '/acme/userapi/v4/serverCommunication/read')).body['Results']?.['authenticationType'],
  'token-lifetime': async ({ signIn }) => (await signIn()).body['expires_in'],
  'fault-inject': async (account) => {
    const renamed = () => account.simulator.state.users[1]?.firstname;
    const sent = account.send('PUT', 'v4/users/update', { id: 2, firstname: 'Anne' });
    const seen = await sent.then(
      ({ status, headers }) => ({ status, type: headers.get('content-type') }),
      (error: unknown) => ({ lost: error instanceof TypeError }),
    );
    return { ...seen, renamed: renamed(), sleptMs: account.clock.sleptMs };
  },
};

/** A value for the switches that take a free one, chosen so that the probe meets it. */
const freeValues: Partial<Record<TimetacSwitchName, string>> = {
  'dropped-versions': '3,4/deltaSync',
  'page-limit-max': '3000',
  'rate-limit': '2',
  'batch-size-max': '2',
  'deleted-retention': '30',
  'free-text-max': '255',
  'refresh-token-lifetime': '3600',
  'recalculation-lag': '60',
  'credential-expiry': '2026-03-01',
  'token-lifetime': '60',
};

test.each(Object.keys(timetacSwitches) as TimetacSwitchName[])(
  '%s shows at the wire, each value in its own way',
  async (name) => {
    const definition: SwitchDefinition = timetacSwitches[name];
    const values = [...definition.values, ...(definition.free ? [freeValues[name] ?? ''] : [])];
    const seen = new Set<string>();
    for (const value of values) {
      // Dice that always fall on the fault.
      const account = openAccount(parseTimetacSwitch(name, value), undefined, () => 0);
      seen.add(JSON.stringify([await probes[name](account)]));
    }
    expect([...seen]).toHaveLength(values.length);
  },
);

test('a page larger than the server takes is refused only where somebody asked for it', async () => {
  const { send } = openAccount({ 'page-limit-max': '1', 'page-limit-overrun': 'reject' });
  expect((await send('GET', 'v4/users/read')).rows).toHaveLength(1);
  expect(outcome(await send('GET', 'v4/users/read?_limit=2'))).toMatchObject({ success: false, error: 422 });
});

test('the first value of each switch is its default', () => {
  expect(Object.values(defaultTimetacSwitches())).toEqual(
    Object.values(timetacSwitches).map(({ values }) => values[0]),
  );
});

test.each([
  { name: 'zero-dates', value: 'null', says: 'no switch "zero-dates"' },
  { name: 'zero-date', value: 'none', says: 'takes zeros, empty, null, not "none"' },
  { name: 'rate-limit', value: '-1', says: 'takes off, <number>, not "-1"' },
  { name: 'credential-expiry', value: 'tomorrow', says: 'takes none, <date>, not "tomorrow"' },
  { name: 'toString', value: 'x', says: 'no switch "toString"' },
])('the setting $name=$value is refused by name', ({ name, value, says }) => {
  expect(() => parseTimetacSwitch(name, value)).toThrow(says);
});
