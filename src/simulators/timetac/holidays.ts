// Public holidays as rows of absenceDays: one per user and date of the user's calendar, from the start of using TimeTac
// on, with request_id null (section 5.6 shows the type; that they belong to the user, not to an absence, is our reading).

import { laterOf, type LocalDate } from '../../core/time/calendar.ts';
import { assignedOn } from './assignments.ts';
import type { TimetacUser } from './state.ts';
import type { World } from './world.ts';

/** Adds the missing rows and takes out those whose holiday, calendar or start has gone (unless they are `kept`). */
export function syncHolidays(world: World, user: TimetacUser, others: 'removed' | 'kept' = 'removed'): void {
  const { absenceDays } = world.tables;
  const wanted = new Map(holidaysOf(world, user).map((holiday) => [holiday.date, holiday.value]));
  for (const row of absenceDays.ofUser(user.id).filter(({ type }) => type === 'public_holiday')) {
    if (wanted.get(row.date) === row.value) wanted.delete(row.date);
    else if (others === 'removed') absenceDays.remove(row);
  }
  for (const [date, value] of wanted) {
    absenceDays.insert({
      id: absenceDays.nextId(),
      user_id: user.id,
      date,
      type: 'public_holiday',
      value,
      value_unit: 'd',
      request_id: null,
      status: 1,
      begin: null,
      type_id: 0,
      subtype_id: 0,
      updated: world.now(),
    });
  }
}

export function syncHolidaysOfAll(world: World, others: 'removed' | 'kept' = 'removed'): void {
  for (const user of world.tables.users.rows()) syncHolidays(world, user, others);
}

/** 0 on an ordinary day, else 0.5 or 1. */
export function holidayOn(world: World, user: TimetacUser, on: LocalDate): number {
  const calendar = assignedOn(world, user, 'public_holiday_template_id', on);
  if (calendar === null) return 0;
  const holiday = world.state.publicHolidays.find((row) => row.template_id === calendar && row.date === on);
  return holiday?.value ?? 0;
}

function holidaysOf(world: World, user: TimetacUser): readonly { date: LocalDate; value: number }[] {
  const starts = laterOf(user.payroll_accounting_starts_at ?? '', firstCalendarOn(user));
  if (!user.human || user.public_holiday_template_id === null) return [];
  return world.state.publicHolidays.filter(
    ({ date, template_id }) =>
      date >= starts && template_id === assignedOn(world, user, 'public_holiday_template_id', date),
  );
}

// Before its first valid-from a calendar does not count; a later change is found by `assignedOn`.
const firstCalendarOn = (user: TimetacUser): LocalDate =>
  user.payroll_accounting_starts_at === null ? (user.public_holiday_template_id_valid_from ?? '') : '';
