// What absences leave behind (checklist 7), and what people do in TimeTac's own pages.

import { expect, test } from 'vitest';
import { openAccount, type Fixture } from './fixture.ts';

const sick = { user_id: 2, type_id: 3, subtype_id: 11 };
const holiday = { user_id: 2, type_id: 1, subtype_id: 0 };
const daysOf = ({ simulator }: Fixture, id: number) =>
  simulator.state.absenceDays
    .filter((day) => day.request_id === id)
    .map((day) => `${day.date} ${day.value}${day.value_unit}`);

test.each([
  {
    says: 'over a weekend',
    given: { ...sick, from_date: '2026-03-06', to_date: '2026-03-09' },
    days: ['2026-03-06 1d', '2026-03-09 1d'],
  },
  {
    says: 'over a public holiday',
    given: { ...sick, from_date: '2026-04-02', to_date: '2026-04-03' },
    days: ['2026-04-02 1d'],
  },
  {
    says: 'on half a holiday',
    given: { ...sick, from_date: '2026-12-24', to_date: '2026-12-24' },
    days: ['2026-12-24 0.5d'],
  },
  {
    says: 'of half a day',
    given: { ...sick, from_date: '2026-03-09', to_date: '2026-03-09', duration: 0.5 },
    days: ['2026-03-09 0.5d'],
  },
  {
    says: 'from midday to midday',
    given: {
      ...sick,
      from_date: '2026-03-09',
      to_date: '2026-03-11',
      request_partial_begin_duration: 0.5,
      request_partial_end_duration: 0.5,
    },
    days: ['2026-03-09 0.5d', '2026-03-10 1d', '2026-03-11 0.5d'],
  },
  {
    says: 'of two hours',
    given: {
      user_id: 2,
      type_id: 2,
      subtype_id: 0,
      from_date: '2026-03-09',
      to_date: '2026-03-09',
      duration: 2,
      begin: '14:00',
    },
    days: ['2026-03-09 2hs'],
  },
  { says: 'on a Sunday', given: { ...sick, from_date: '2026-03-08', to_date: '2026-03-08' }, days: [] },
])('an absence $says counts on the working days only', async ({ given, days }) => {
  const account = openAccount();
  const answer = await account.send('POST', 'v4/absences/create', given);
  expect(answer.rows[0]?.['status']).toBe(1);
  expect(daysOf(account, Number(answer.rows[0]?.['id']))).toEqual(days);
});

test('days follow the schedule that is in force on their date', async () => {
  const account = openAccount();
  await account.send('PUT', 'v4/users/update', {
    id: 2,
    timesheet_template_id: 1,
    timesheet_template_id_valid_starting_from: '2026-03-10',
  });
  const { id } = account.simulator.people.addAbsence({
    ...sick,
    from_date: '2026-03-09',
    to_date: '2026-03-11',
  });
  expect(daysOf(account, id)).toEqual(['2026-03-09 1d']);
});

test('a request counts nothing until it is granted; then its task is booked too', async () => {
  const account = openAccount();
  const asked = await account.send('POST', 'v4/absences/create', {
    ...holiday,
    from_date: '2026-03-09',
    to_date: '2026-03-10',
  });
  const id = Number(asked.rows[0]?.['id']);
  expect([asked.rows[0]?.['status'], daysOf(account, id)]).toEqual([0, []]);
  const granted = await account.send('PUT', 'v4/absences/approve', { id });
  expect(daysOf(account, id)).toEqual(['2026-03-09 1d', '2026-03-10 1d']);
  expect(granted.body['Affected']?.['timeTrackings']).toMatchObject([
    {
      task_id: 13,
      absence_request_id: id,
      start_time: '2026-03-09 08:00:00',
      end_time: '2026-03-09 16:00:00',
    },
    { start_time: '2026-03-10 08:00:00' },
  ]);
});

test('cancelling takes days and bookings out and lists them as deleted', async () => {
  const { send, simulator, clock } = openAccount();
  const { id } = simulator.people.addAbsence({ ...holiday, from_date: '2026-03-09', to_date: '2026-03-10' });
  const days = simulator.state.absenceDays.filter((day) => day.request_id === id).map((day) => day.id);
  clock.now += 60_000;
  await send('PUT', 'v4/absences/cancel', { id });
  const include = '_include=absences,absenceDays,timeTrackings&_since=2026-03-02+10:01:00';
  const results = (await send('GET', `v4/deltaSync/read?${include}`)).body['Results'];
  expect(results?.['absences']?.['Results']).toMatchObject([{ id, status: 3 }]);
  expect(results?.['absenceDays']?.['Deleted']).toMatchObject(days.map((day) => ({ id: day })));
  expect(results?.['timeTrackings']?.['Deleted']?.length).toBe(2);
  expect(simulator.state.timeTrackings).toEqual([]);
});

test('public holidays are rows of the user, not of an absence, from the start of TimeTac on', async () => {
  const { send } = openAccount();
  const rows = async () =>
    (await send('GET', 'v4/absenceDays/read?type=public_holiday&user_id=2')).rows.map((row) => [
      row['date'],
      row['request_id'],
    ]);
  expect(await rows()).toEqual([
    ['2026-04-03', null],
    ['2026-12-24', null],
  ]);
  await send('PUT', 'v4/users/update', { id: 2, payroll_accounting_starts_at: '2026-05-01' });
  expect(await rows()).toEqual([['2026-12-24', null]]);
  await send('POST', 'v4/publicHolidays/create', {
    template_id: 1,
    date: '2026-06-04',
    name: 'Fronleichnam',
  });
  expect((await rows()).map(([date]) => date)).toEqual(['2026-12-24', '2026-06-04']);
  await send('DELETE', 'v4/publicHolidays/delete?id=2');
  expect((await rows()).map(([date]) => date)).toEqual(['2026-06-04']);
});

test('a change of dates by TimeTac itself keeps the id and writes the days anew', () => {
  const account = openAccount();
  const { people, state } = account.simulator;
  const { id } = people.addAbsence({ ...sick, from_date: '2026-03-09', to_date: '2026-03-10' });
  account.clock.now += 1000;
  const moved = people.changeAbsenceDates(id, { from_date: '2026-03-16', to_date: '2026-03-16' });
  expect(moved).toMatchObject({ id, duration: 1, updated: account.clock.now });
  expect(daysOf(account, id)).toEqual(['2026-03-16 1d']);
  expect(state.deleted.filter(({ resource }) => resource === 'absenceDays')).toHaveLength(2);
});

test('people may do what the interface refuses: overlaps, the second passage of the repeated hour, other dates', () => {
  const { simulator } = openAccount();
  const night = {
    user_id: 2,
    task_id: 4,
    start_time: '2026-10-25 02:30:00',
    end_time: '2026-10-25 04:00:00',
  };
  const first = simulator.people.addTimeTracking(night);
  const second = simulator.people.addTimeTracking({ ...night, start_time_offset: 60 });
  expect([first.start_time_offset, second.start_time_offset, second.end_time_offset]).toEqual([120, 60, 60]);
  const edited = simulator.people.editTimeTracking(second.id, { notes: 'late' });
  expect(edited).toMatchObject({ start_time_offset: 60, notes: 'late' });
});

test('ids are never given twice, even after the newest row was deleted', () => {
  const { people } = openAccount().simulator;
  const row = { user_id: 2, task_id: 4, start_time: '2026-02-02 08:00:00', end_time: '2026-02-02 09:00:00' };
  const { id } = people.addTimeTracking(row);
  people.deleteTimeTracking(id);
  expect(people.addTimeTracking(row).id).toBe(id + 1);
});

test('rounding and automatic breaks come later, keep the first row, and are in the change log', async () => {
  const { send, simulator, clock } = openAccount({
    'server-rewrites': 'breaks-and-rounding',
    'recalculation-lag': '60',
  });
  const { id } = simulator.people.addTimeTracking({
    user_id: 2,
    task_id: 4,
    start_time: '2026-02-02 08:02:00',
    end_time: '2026-02-02 16:58:00',
  });
  expect((await send('GET', 'v4/timeTrackings/read')).rows).toHaveLength(1);
  expect((await send('GET', 'v4/calculationStates/read')).rows).toMatchObject([
    { user_id: 2, dirty_date: '2026-02-02' },
  ]);
  clock.now += 60_000;
  const rows = (await send('GET', 'v4/timeTrackings/read')).rows;
  expect(rows.map((row) => [row['id'], row['start_time'], row['end_time'], row['task_id']])).toEqual([
    [id, '2026-02-02 08:00:00', '2026-02-02 12:00:00', 4],
    [id + 1, '2026-02-02 12:00:00', '2026-02-02 12:30:00', 9],
    [id + 2, '2026-02-02 12:30:00', '2026-02-02 17:00:00', 4],
  ]);
  const reasons = (await send('GET', 'v4/timeTrackingChangelogs/read')).rows.map(
    (row) => row['change_reason_id'],
  );
  expect(reasons).toEqual([0, 2, 1, 1, 1]);
  expect((await send('GET', 'v4/calculationStates/read')).rows).toEqual([]);
});
