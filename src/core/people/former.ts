// An account that was another employment's before (rule 1.7): what it did for that one stays there.

import type { LocalDate } from '../time/calendar.ts';
import type { Employee } from './employee.ts';

/**
 * From which day on the account's days are the new employment's; null: all of them are.
 * @param former employees for whom records were exported from this account
 */
export function firstDayAfter(
  former: ReadonlySet<string>,
  { id, hiredOn }: Employee,
  employees: readonly Employee[],
): LocalDate | null {
  if (typeof hiredOn !== 'string') return null;
  const hasLeftBefore = ({ id: other, terminatedOn }: Employee): boolean =>
    other !== id && former.has(other) && typeof terminatedOn === 'string' && terminatedOn < hiredOn;
  return employees.some(hasLeftBefore) ? hiredOn : null;
}
