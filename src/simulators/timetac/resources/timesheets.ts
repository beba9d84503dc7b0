// timesheetAccountings: a row per person and day, and the closing of days (section 5.9). Balances are not computed.

import { addDays, datesFrom, laterOf, type LocalDate } from '../../../core/time/calendar.ts';
import { blank, flag, number, own } from '../columns.ts';
import { intIn, readFields, requireFields, type Fields } from '../input.ts';
import { targetHours } from '../leave.ts';
import { broken } from '../problem.ts';
import { rows, type Action, type Resource } from '../resource.ts';
import type { TimetacUser } from '../state.ts';
import { dateOfText, lengthMs } from '../trackings.ts';
import type { World } from '../world.ts';

interface AccountDay {
  readonly id: number;
  readonly user_id: number;
  readonly date: LocalDate;
}

export const timesheetAccountings: Resource<AccountDay> = {
  name: 'timesheetAccountings',
  entity: 'TimesheetAccounting',
  columns: {
    ...own<AccountDay>({ id: 'int', user_id: 'int', date: 'date' }),
    approved_by_user: flag((day, world) => isClosed(world, day)),
    approved_by_admin: flag((day, world) => isClosed(world, day)),
    approved_by_user_1: flag((day, world) => isClosed(world, day)),
    target_working_hours: number((day, world) => {
      const user = world.tables.users.byId(day.user_id);
      return user === undefined ? 0 : targetHours(world, user, day.date);
    }),
    working_time: number((day, world) => hoursOf(world, day, false)),
    break: number((day, world) => hoursOf(world, day, true)),
    ...blank('number', 'working_time_daily_balance working_time_total_balance holiday sick_leave'),
  },
  rows: (world) => world.tables.users.rows().flatMap((user) => daysOf(world, user)),
  actions: { approve: closing(true), unapprove: closing(false) },
};

function closing(closes: boolean): Action {
  return {
    method: 'PUT',
    run(world, { fields }) {
      const user = world.tables.users.byId(intIn(fields, 'user_id'));
      if (user === undefined) throw broken('SIM_USER_MUST_EXIST');
      const date = dateIn(fields);
      const closed = world.state.closedUntil[user.id];
      // Ticking a day closes all earlier days; opening one opens all later ones.
      if (closes) world.state.closedUntil[user.id] = laterOf(date, closed ?? date);
      else if (closed !== undefined && closed >= date) world.state.closedUntil[user.id] = addDays(date, -1);
      world.writes++;
      return rows(accountDay(user, date));
    },
  };
}

function dateIn(fields: Fields): LocalDate {
  requireFields(fields, ['date']);
  const { date } = readFields(fields, { date: 'date' });
  const by = readFields(fields, {
    approved_by_user: 'flag',
    approved_by_admin: 'flag',
    approved_by_user_1: 'flag',
  });
  if (typeof date !== 'string') throw broken('SIM_VALUE_INVALID', 'date');
  if (Object.keys(by).length === 0) throw broken('SIM_FIELD_REQUIRED', 'approved_by_user');
  return date;
}

function daysOf(world: World, user: TimetacUser): AccountDay[] {
  const dates = [
    ...world.tables.timeTrackings.ofUser(user.id).map((row) => dateOfText(row.start_time)),
    ...world.tables.absenceDays.ofUser(user.id).map((row) => row.date),
  ].sort();
  const [first, last] = [dates[0], dates.at(-1)];
  return first === undefined || last === undefined
    ? []
    : datesFrom(first, last).map((date) => accountDay(user, date));
}

const accountDay = (user: TimetacUser, date: LocalDate): AccountDay => ({
  id: user.id * 100_000 + Math.floor(Date.parse(`${date}T00:00:00Z`) / 86_400_000),
  user_id: user.id,
  date,
});

const isClosed = (world: World, day: AccountDay): boolean =>
  day.date <= (world.state.closedUntil[day.user_id] ?? '');

const hoursOf = (world: World, day: AccountDay, nonworking: boolean): number =>
  world.tables.timeTrackings
    .ofUser(day.user_id)
    .filter((row) => dateOfText(row.start_time) === day.date && row.is_nonworking === nonworking)
    .reduce((sum, row) => sum + (lengthMs(row) ?? 0), 0) / 3_600_000;
