// The beginnings of what the register has to say.

import type { Finding, FindingCode } from '../report/codes.ts';
import type { Employee, User } from './employee.ts';

/** An issue about nobody yet. */
export function blank(code: FindingCode): Finding {
  return {
    code,
    class: 'issue',
    part: 'employees',
    employeeId: null,
    userId: null,
    on: null,
    until: null,
    covers: [],
    type: null,
    facts: {},
  };
}

export const nameOf = (user: User): string =>
  [user.firstName, user.lastName].filter(Boolean).join(' ') || (user.username ?? '');
export const nameOfEmployee = (employee: Employee | undefined): string =>
  [employee?.firstName, employee?.lastName].filter(Boolean).join(' ');
