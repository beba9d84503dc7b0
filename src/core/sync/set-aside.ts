// Who is moved to another account, or loses it to somebody else, leaves records behind that were exported from it. They are
// known for good (rule 0.2), under names apart from those that the account's rows have for whoever it belongs to now; nobody
// took their source away, so they stay (rule 0.6).

/** No other name has it. */
export const setAsideMark = '~';

const suffix = (employeeId: string, userId: string): string => `${setAsideMark}${employeeId}-${userId}`;

/** The name of a record of this employee whose source is in an account that is somebody else's, or nobody's, now. */
export const setAside = (key: string, employeeId: string, userId: string): string =>
  isSetAside(key) ? key : `${key}${suffix(employeeId, userId)}`;

export const isSetAside = (key: string): boolean => key.includes(setAsideMark);

/** The account that a record of this employee was exported from before it was set aside; null: it is none. */
export function accountOfAside(key: string, employeeId: string): string | null {
  const mark = suffix(employeeId, '');
  const at = key.lastIndexOf(mark);
  return at < 0 ? null : key.slice(at + mark.length);
}

/** The name that it had while this account was the employee's; null: it was another's. */
export function takenUp(key: string, employeeId: string, userId: string): string | null {
  const end = suffix(employeeId, userId);
  return key.endsWith(end) ? key.slice(0, -end.length) : null;
}
