// When somebody's employment ends: the one date by which accounts are switched off and days are held (rule 1.7).

import type { LocalDate } from '../time/calendar.ts';
import type { EmployeeAgreed } from './derive-user.ts';
import type { Employee } from './employee.ts';

/**
 * The last day of employment; null where none is known. A date that cannot be read any more is not an empty one
 * (rule 1.2): then counts what was last agreed.
 */
export function exitOf({ hiredOn, terminatedOn }: Employee, agreed: EmployeeAgreed | null): LocalDate | null {
  return endOf(
    terminatedOn === undefined ? agreed?.exitOn : terminatedOn,
    hiredOn === undefined ? agreed?.entryOn : hiredOn,
  );
}

/** The same as it was when both sides last agreed. */
export const agreedExit = ({ exitOn, entryOn }: EmployeeAgreed): LocalDate | null => endOf(exitOn, entryOn);

/** Whoever was hired again since has no end. */
const endOf = (
  exitOn: LocalDate | null | undefined,
  hiredOn: LocalDate | null | undefined,
): LocalDate | null =>
  typeof exitOn !== 'string' || (typeof hiredOn === 'string' && hiredOn > exitOn) ? null : exitOn;
