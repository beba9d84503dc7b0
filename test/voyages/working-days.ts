// Days on which somebody works by the schedule in TimeTac: inside of a leave without a row of it, they split it (rule 2.2).

import type { TimetacState } from '../../src/simulators/timetac/state.ts';

/** `holidays`: date → how much of it is free. */
export function isWorkingDay(
  state: TimetacState,
  userId: number,
  date: string,
  holidays: ReadonlyMap<string, number>,
): boolean {
  const user = state.users.find((one) => one.id === userId);
  if (user === undefined || (user.timesheet_template_id_valid_starting_from ?? '') > date) return false;
  const schedule = state.workSchedules.find((one) => one.id === user.timesheet_template_id);
  const fromMonday = (new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7;
  return (schedule?.hours[fromMonday] ?? 0) > 0 && (holidays.get(date) ?? 0) < 1;
}
