// When somebody's employment ends: the one date by which accounts are switched off and days are held (rule 1.7).

import type { LocalDate } from '../time/calendar.ts';
import type { EmployeeAgreed } from './derive-user.ts';
import type { Employee } from './employee.ts';

/**
 * The last day of employment; null where none is known. A date that cannot be read any more is not an empty one
 * (rule 1.2): then counts what was last agreed.
 */
export function exitOf(
  { hiredOn, terminatedOn, status }: Employee,
  agreed: EmployeeAgreed | null,
): LocalDate | null {
  return endOf(
    terminatedOn === undefined ? agreed?.exitOn : terminatedOn,
    hiredOn === undefined ? agreed?.entryOn : hiredOn,
    status === undefined ? agreed?.status : status,
  );
}

/** Whether the last day of employment is over. */
export function hasLeft(employee: Employee, today: LocalDate, agreed: EmployeeAgreed | null): boolean {
  const exitOn = exitOf(employee, agreed);
  return exitOn !== null && exitOn < today;
}

/** The same as it was when both sides last agreed. */
export const agreedExit = ({ exitOn, entryOn, status }: EmployeeAgreed): LocalDate | null =>
  endOf(exitOn, entryOn, status);

/** Whether somebody whom the HR system lists no more had left by what was agreed last. */
export function hadLeft(agreed: EmployeeAgreed, today: LocalDate): boolean {
  const exitOn = agreedExit(agreed);
  return agreed.status === 'inactive' || (exitOn !== null && exitOn < today);
}

/** Whoever was hired again since has no end; whoever withdrew before the first day is inactive, and has one. */
const endOf = (
  exitOn: LocalDate | null | undefined,
  hiredOn: LocalDate | null | undefined,
  status: string | null | undefined,
): LocalDate | null => {
  if (typeof exitOn !== 'string') return null;
  const isHiredAgain = typeof hiredOn === 'string' && hiredOn > exitOn && status !== 'inactive';
  return isHiredAgain ? null : exitOn;
};
