// Whose month is compared, and which of its days count: linked employees in scope whom both sides still list (what one
// side no longer lists has its own issue, and nothing of it moves: rule 1.8).

import { type Days, type MonthPart, daysOfMonth, within } from '../../core/month/month.ts';
import type { EmployeeAgreed } from '../../core/people/derive-user.ts';
import { scopeOf } from '../../core/people/scope.ts';
import type { Employee, User } from '../../core/people/employee.ts';
import { exitOf } from '../../core/people/exit.ts';
import { nameOf, nameOfEmployee } from '../../core/people/findings.ts';
import type { EmployeeRef } from '../../core/report/run-report.ts';
import type { Settings } from '../../core/settings/settings.ts';
import type { Link } from '../../core/sync/desk.ts';
import type { LocalDate } from '../../core/time/calendar.ts';

export interface CountedPerson {
  readonly employeeId: string;
  readonly userId: string;
  readonly employee: EmployeeRef;
  readonly hiredOn: LocalDate | null;
  /** First day that counts for this employee, where the user was somebody else's before; null: all. */
  readonly from: LocalDate | null;
  readonly exitOn: LocalDate | null;
  /** The days of the month that count; null where the part does not. */
  readonly absences: Days | null;
  readonly attendances: Days | null;
}

export interface Register {
  readonly employees: readonly Employee[];
  readonly users: readonly User[];
  readonly links: readonly Link<EmployeeAgreed>[];
  readonly settings: Settings;
}

export function countedPeople(
  { employees, users, links, settings }: Register,
  month: string,
): CountedPerson[] {
  const listed = new Map(employees.map((employee) => [employee.id, employee]));
  const accounts = new Map(users.map((user) => [user.id, user]));
  return links
    .flatMap((link) => {
      const [employee, user] = [listed.get(link.key), accounts.get(link.targetId)];
      if (employee === undefined || user === undefined) return [];
      return scopeOf(employee, settings.users.scope) !== 'no'
        ? [counted(link, employee, user, settings, month)]
        : [];
    })
    .filter(({ absences, attendances }) => absences !== null || attendances !== null);
}

function counted(
  { from, agreed }: Link<EmployeeAgreed>,
  employee: Employee,
  user: User,
  settings: Settings,
  month: string,
): CountedPerson {
  const exitOn = exitOf(employee, agreed);
  const daysOf = (part: MonthPart): Days | null => {
    const days = partDays(settings, part, month);
    return days === null ? null : within(days, { from: [from], to: [exitOn] });
  };
  return {
    employeeId: employee.id,
    userId: user.id,
    employee: {
      personioId: employee.id,
      timetacId: Number(user.id),
      name: nameOfEmployee(employee) || nameOf(user) || null,
    },
    hiredOn: employee.hiredOn ?? null,
    from,
    exitOn,
    absences: daysOf('absences'),
    attendances: daysOf('attendances'),
  };
}

/** The days of the month that a part looks at; null where it is switched off or begins later. */
export function partDays(settings: Settings, part: MonthPart, month: string): Days | null {
  const { enabled, startDate } = settings[part];
  return enabled && startDate !== null ? within(daysOfMonth(month), { from: [startDate], to: [] }) : null;
}

/** From the first to the last day that counts for anybody. */
export function spanOf(people: readonly CountedPerson[], part: MonthPart): Days | null {
  const all = people.flatMap((person) => person[part] ?? []);
  const [from, to] = [
    all.map((days) => days.from).sort()[0],
    all
      .map((days) => days.to)
      .sort()
      .at(-1),
  ];
  return from === undefined || to === undefined ? null : { from, to };
}
