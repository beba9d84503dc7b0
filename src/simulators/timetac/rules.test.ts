// What the account refuses (vendor document, sections 5.1, 5.5 and 5.8; checklist 6 and 8).

import { expect, test } from 'vitest';
import { openAccount, type Fixture } from './fixture.ts';

const user = {
  username: 'clara@acme.example',
  password: 'secret-1',
  firstname: 'Clara',
  lastname: 'Probe',
  email_address: 'clara@acme.example',
  language_id: 2,
  department_id: 2,
  timesheet_template_id: 2,
  payroll_accounting_starts_at: '2026-03-01',
};
const absence = { user_id: 2, type_id: 3, subtype_id: 11, from_date: '2026-03-09', to_date: '2026-03-11' };
const zone = 'Europe/Vienna';
const tracking = {
  user_id: 2,
  task_id: 4,
  start_time: '2026-02-02 08:00:00',
  end_time: '2026-02-02 12:00:00',
  start_time_timezone: zone,
  end_time_timezone: zone,
};
const codeOf = async (account: Fixture, method: string, path: string, body: unknown) => {
  const before = JSON.stringify(account.simulator.state);
  const answer = await account.send(method, path, body);
  // A refusal changes nothing.
  if (answer.status !== 200) expect(JSON.stringify(account.simulator.state)).toBe(before);
  return answer.status === 200 ? 'stored' : answer.body['ErrorExtended']?.['errorCode'];
};

test.each([
  { says: 'a complete person', change: {}, code: 'stored' },
  {
    says: 'a user name taken by another, whatever its case',
    change: { username: 'anna' },
    code: 'SIM_USERNAME_EXISTS',
  },
  { says: 'a user name with capitals', change: { username: 'Clara' }, code: 'SIM_USERNAME_INVALID' },
  { says: 'a user name with an umlaut', change: { username: 'jörg' }, code: 'SIM_USERNAME_INVALID' },
  {
    says: 'an e-mail taken by another',
    change: { email_address: 'Anna@acme.example' },
    code: 'SIM_EMAIL_EXISTS',
  },
  { says: 'no e-mail at all', change: { email_address: '' }, code: 'stored' },
  { says: 'no surname', change: { lastname: '' }, code: 'SIM_FIELD_REQUIRED' },
  {
    says: 'a department that does not exist',
    change: { department_id: 77 },
    code: 'DEPARTMENT_ID_MUST_EXIST',
  },
  {
    says: 'a work schedule that does not exist',
    change: { timesheet_template_id: 77 },
    code: 'SIM_WORK_SCHEDULE_MUST_EXIST',
  },
  {
    says: 'a calendar that does not exist',
    change: { public_holiday_template_id: 77 },
    code: 'SIM_HOLIDAY_TEMPLATE_MUST_EXIST',
  },
  { says: 'a language that does not exist', change: { language_id: 77 }, code: 'SIM_LANGUAGE_MUST_EXIST' },
  {
    says: 'a schedule from before the start',
    change: { timesheet_template_id_valid_starting_from: '2026-02-28' },
    code: 'SIM_VALID_FROM_BEFORE_START',
  },
  {
    says: 'a department from before the start',
    change: { department_id_valid_from: '2026-02-28' },
    code: 'SIM_VALID_FROM_BEFORE_START',
  },
  { says: 'a date that does not exist', change: { birthday: '2000-02-30' }, code: 'SIM_VALUE_INVALID' },
  {
    says: 'more paid break than five hours',
    change: { paid_break_day_quota_in_minutes: 301 },
    code: 'SIM_VALUE_INVALID',
  },
])('users/create with $says: $code', async ({ change, code }) => {
  expect(await codeOf(openAccount(), 'POST', 'v4/users/create', { ...user, ...change })).toBe(code);
});

test('a new user is answered whole, without the password, with its valid-froms at the start', async () => {
  const answer = await openAccount().send('POST', 'v4/users/create', {
    ...user,
    phone: '123',
    exit_date: '0000-00-00',
  });
  expect(answer.body['NumResults']).toBe(1);
  expect(answer.rows[0]).toMatchObject({
    id: 4,
    active: true,
    human: true,
    username: 'clara@acme.example',
    phone: '123',
    exit_date: '0000-00-00',
    department_id_valid_from: '2026-03-01',
    timesheet_template_id_valid_starting_from: '2026-03-01',
    updated: '2026-03-02 10:00:00',
  });
  expect(answer.text).not.toContain('secret-1');
});

test('the own name of a user is not in its own way', async () => {
  expect(
    await codeOf(openAccount(), 'PUT', 'v4/users/update', {
      id: 2,
      username: 'anna',
      email_address: 'ANNA@acme.example',
    }),
  ).toBe('stored');
});

test('a change from a later day is the current value only then', async () => {
  const { send, clock } = openAccount({ 'token-lifetime': '999999' });
  await send('PUT', 'v4/users/update', { id: 2, department_id: 1, department_id_valid_from: '2026-03-05' });
  const department = async () => (await send('GET', 'v4/users/read/2')).rows[0]?.['department_id'];
  expect(await department()).toBe(2);
  clock.now = Date.parse('2026-03-05T08:00:00Z');
  expect(await department()).toBe(1);
});

test.each([
  { says: 'a sick leave', change: {}, code: 'stored' },
  { says: 'a user that does not exist', change: { user_id: 77 }, code: 'SIM_USER_MUST_EXIST' },
  { says: 'a subtype that does not exist', change: { subtype_id: 77 }, code: 'SIM_ABSENCE_TYPE_MUST_EXIST' },
  { says: 'an end before its begin', change: { to_date: '2026-03-08' }, code: 'SIM_DATES_REVERSED' },
  {
    says: 'days before the start of TimeTac',
    change: { from_date: '2025-12-30', to_date: '2026-01-02' },
    code: 'SIM_BEFORE_START',
  },
  {
    says: 'days that are closed',
    change: { from_date: '2026-01-10', to_date: '2026-01-12' },
    code: 'SIM_DAY_CLOSED',
  },
  {
    says: 'days of another absence',
    change: { from_date: '2026-03-20', to_date: '2026-03-23' },
    code: 'SIM_ABSENCE_OVERLAP',
  },
  {
    says: 'the day after another absence',
    change: { from_date: '2026-03-24', to_date: '2026-03-24' },
    code: 'stored',
  },
  {
    says: 'the free half of a half day',
    change: { from_date: '2026-03-30', to_date: '2026-03-30', duration: 0.5 },
    code: 'stored',
  },
  {
    says: 'a whole day over a half day',
    change: { from_date: '2026-03-30', to_date: '2026-03-30' },
    code: 'SIM_ABSENCE_OVERLAP',
  },
  {
    says: 'days of a cancelled absence',
    change: { from_date: '2026-04-20', to_date: '2026-04-20' },
    code: 'stored',
  },
])('absences/create with $says: $code', async ({ change, code }) => {
  const account = openAccount();
  account.simulator.people.closeDays(2, '2026-01-31');
  account.simulator.people.addAbsence({ ...absence, from_date: '2026-03-23', to_date: '2026-03-23' });
  account.simulator.people.addAbsence({
    ...absence,
    from_date: '2026-03-30',
    to_date: '2026-03-30',
    duration: 0.5,
  });
  const off = account.simulator.people.addAbsence({
    ...absence,
    from_date: '2026-04-20',
    to_date: '2026-04-20',
  });
  account.simulator.people.cancelAbsence(off.id);
  expect(await codeOf(account, 'POST', 'v4/absences/create', { ...absence, ...change })).toBe(code);
});

test('only comments of an absence can be updated; sending the dates unchanged is no change', async () => {
  const account = openAccount();
  const { id } = account.simulator.people.addAbsence(absence);
  const same = { id, from_date: '2026-03-09', request_comment: 'doctor' };
  expect(await codeOf(account, 'PUT', 'v4/absences/update', same)).toBe('stored');
  expect(account.simulator.state.absences[0]?.request_comment).toBe('doctor');
  expect(await codeOf(account, 'PUT', 'v4/absences/update', { id, to_date: '2026-03-12' })).toBe(
    'SIM_ABSENCE_DATES_FIXED',
  );
});

test('a decision is made once: what is granted cannot be declined, what is cancelled not granted', async () => {
  const account = openAccount();
  const { id } = account.simulator.people.addAbsence({ ...absence, status: 0 });
  expect(await codeOf(account, 'PUT', 'v4/absences/approve', { id, granted_comment: 'fine' })).toBe('stored');
  expect(account.simulator.state.absences[0]).toMatchObject({
    status: 1,
    granted_comment: 'fine',
    granted_user_id: 1,
  });
  expect(await codeOf(account, 'PUT', 'v4/absences/reject', { id })).toBe('SIM_ABSENCE_STATUS');
  expect(await codeOf(account, 'PUT', 'v4/absences/cancel', { id })).toBe('stored');
  expect(await codeOf(account, 'PUT', 'v4/absences/approve', { id })).toBe('SIM_ABSENCE_STATUS');
});

test('validating an absence changes nothing', async () => {
  const account = openAccount();
  expect((await account.send('POST', 'v4/absences/validate', absence)).body['Success']).toBe(true);
  expect(account.simulator.state.absences).toEqual([]);
});

test.each([
  { says: 'a morning', change: {}, code: 'stored' },
  { says: 'a task that does not exist', change: { task_id: 77 }, code: 'SIM_TASK_MUST_EXIST' },
  {
    says: 'an end before its start',
    change: { end_time: '2026-02-02 07:00:00' },
    code: 'SIM_DATES_REVERSED',
  },
  {
    says: 'a time that does not exist',
    change: { end_time: '2026-02-02 25:00:00' },
    code: 'SIM_VALUE_INVALID',
  },
  {
    says: 'a zone that does not exist',
    change: { start_time_timezone: 'Mars/Base' },
    code: 'SIM_VALUE_INVALID',
  },
  {
    says: 'a day before the start of TimeTac',
    change: { start_time: '2025-12-31 08:00:00', end_time: '2025-12-31 09:00:00' },
    code: 'SIM_BEFORE_START',
  },
  {
    says: 'a closed day',
    change: { start_time: '2026-01-12 08:00:00', end_time: '2026-01-12 09:00:00' },
    code: 'SIM_DAY_CLOSED',
  },
  {
    says: 'a time that touches another',
    change: { start_time: '2026-02-02 13:00:00', end_time: '2026-02-02 14:00:00' },
    code: 'stored',
  },
  {
    says: 'a time inside another',
    change: { start_time: '2026-02-02 14:30:00', end_time: '2026-02-02 15:00:00' },
    code: 'SIM_TRACKING_OVERLAP',
  },
  {
    says: 'the same instants in another zone',
    change: {
      start_time: '2026-02-02 13:30:00',
      end_time: '2026-02-02 14:00:00',
      start_time_timezone: 'Europe/London',
      end_time_timezone: 'Europe/London',
    },
    code: 'SIM_TRACKING_OVERLAP',
  },
])('timeTrackings/create with $says: $code', async ({ change, code }) => {
  const account = openAccount();
  account.simulator.people.closeDays(2, '2026-01-31');
  account.simulator.people.addTimeTracking({
    ...tracking,
    start_time: '2026-02-02 14:00:00',
    end_time: '2026-02-02 16:00:00',
  });
  expect(await codeOf(account, 'POST', 'v4/timeTrackings/create', { ...tracking, ...change })).toBe(code);
});

test('a client_unique_id that is known answers the old row', async () => {
  const { send, simulator } = openAccount();
  const body = { ...tracking, client_unique_id: 'c-1' };
  const first = await send('POST', 'v4/timeTrackings/create', body);
  const again = await send('POST', 'v4/timeTrackings/create', { ...body, start_time: '2026-02-02 09:00:00' });
  expect(again.rows).toEqual(first.rows);
  expect(simulator.state.timeTrackings).toHaveLength(1);
});

test('an approved time tracking is locked until its approval is taken back', async () => {
  const account = openAccount();
  const { id } = account.simulator.people.addTimeTracking({ ...tracking, approved_by_admin: true });
  const edit = { id, end_time: '2026-02-02 11:00:00' };
  expect(await codeOf(account, 'PUT', 'v4/timeTrackings/update', edit)).toBe('SIM_TRACKING_APPROVED');
  expect(await codeOf(account, 'PUT', 'v4/timeTrackings/update', { id, approved_by_admin: false })).toBe(
    'stored',
  );
  expect(await codeOf(account, 'PUT', 'v4/timeTrackings/update', edit)).toBe('stored');
  expect((await account.send('DELETE', `v4/timeTrackings/delete/${id}`)).rows).toMatchObject([{ id }]);
});

test('an update cannot move a time tracking to another user, and brings the flags of a new task', async () => {
  const account = openAccount();
  const { id } = account.simulator.people.addTimeTracking(tracking);
  const answer = await account.send('PUT', 'v4/timeTrackings/update', {
    id,
    user_id: 3,
    is_nonworking: false,
    task_id: 9,
  });
  expect(answer.rows[0]).toMatchObject({
    user_id: 2,
    task_id: 9,
    is_nonworking: true,
    start_time_offset: '+01:00',
  });
});

test('starting a task ends the running one; stopping with nothing running answers nothing', async () => {
  const { send, clock, simulator } = openAccount();
  const begin = { user_id: 2, task_id: 4, start_time_timezone: zone, start_type_id: 1 };
  const first = await send('POST', 'v4/timeTrackings/start', begin);
  expect(first.rows[0]).toMatchObject({ start_time: '2026-03-02 10:00:00', end_time: null, status: 1 });
  clock.now += 1_800_000;
  const second = await send('POST', 'v4/timeTrackings/start', { ...begin, task_id: 9 });
  expect(second.body['Affected']?.['timeTrackings']).toMatchObject([
    { end_time: '2026-03-02 10:30:00', status: 2 },
  ]);
  expect((await send('GET', 'v4/timeTrackings/current')).rows).toMatchObject([{ task_id: 9 }]);
  clock.now += 900_000;
  const stop = { user_id: 2, end_time_timezone: zone };
  expect((await send('PUT', 'v4/timeTrackings/stop', stop)).rows[0]).toMatchObject({
    duration: 0.25,
    is_nonworking: true,
  });
  expect((await send('PUT', 'v4/timeTrackings/stop', stop)).rows).toEqual([]);
  expect(simulator.state.timeTrackings).toHaveLength(2);
});

test('every invented code carries its prefix, and closing a day can be undone', async () => {
  const account = openAccount();
  const closing = { user_id: 2, date: '2026-02-02', approved_by_admin: true };
  await account.send('PUT', 'v4/timesheetAccountings/approve', closing);
  expect(await codeOf(account, 'POST', 'v4/timeTrackings/create', tracking)).toMatch(/^SIM_/);
  await account.send('PUT', 'v4/timesheetAccountings/unapprove', closing);
  expect(await codeOf(account, 'POST', 'v4/timeTrackings/create', tracking)).toBe('stored');
});
