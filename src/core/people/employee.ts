// The register's words: the human being (Employee) and the account in the time system (User).

import type { LocalDate } from '../time/calendar.ts';

/**
 * What a side says about one attribute. `undefined` means *not readable* (the credential may not see it): such a value
 * is never compared and never written. `null` means readable and empty.
 */
export type Attribute<T> = T | null | undefined;

export type EmployeeStatus = 'onboarding' | 'active' | 'leave' | 'inactive';

export interface Entitlement {
  readonly typeId: string;
  readonly typeName: string;
  /** The vendor's category in lower case, e.g. `paid_vacation`; null when it says none. */
  readonly category: string | null;
  /** Days per year. */
  readonly days: number;
}

export interface Employee {
  readonly id: string;
  readonly firstName: Attribute<string>;
  readonly lastName: Attribute<string>;
  readonly email: Attribute<string>;
  /** `undefined` also for a status this version does not know: unknown is not guessed. */
  readonly status: Attribute<EmployeeStatus>;
  readonly hiredOn: Attribute<LocalDate>;
  readonly terminatedOn: Attribute<LocalDate>;
  readonly birthday: Attribute<LocalDate>;
  readonly entitlements: Attribute<readonly Entitlement[]>;
  readonly office: Attribute<string>;
  readonly department: Attribute<string>;
  readonly subcompany: Attribute<string>;
  readonly employmentType: Attribute<string>;
}

export interface User {
  readonly id: string;
  readonly active: Attribute<boolean>;
  /** False for API users, who are never matched. */
  readonly human: Attribute<boolean>;
  readonly username: Attribute<string>;
  readonly firstName: Attribute<string>;
  readonly lastName: Attribute<string>;
  readonly email: Attribute<string>;
  readonly personnelNumber: Attribute<string>;
  readonly externalId: Attribute<string>;
  readonly birthday: Attribute<LocalDate>;
  readonly entryOn: Attribute<LocalDate>;
  readonly exitOn: Attribute<LocalDate>;
  /** Days of holiday per year. */
  readonly entitlementDays: Attribute<number>;
}

/** What a new account needs; the ids are the time system's own. Absent fields are left to the time system. */
export interface NewUser {
  readonly username: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
  readonly password: string;
  readonly personnelNumber: string;
  readonly externalId: string;
  readonly languageId: number;
  readonly departmentId: string;
  readonly workScheduleId: string;
  readonly holidayCalendarId: string;
  /** "Start using TimeTac" and every valid-from of the new account. */
  readonly startsOn: LocalDate;
  readonly entryOn?: LocalDate;
  readonly exitOn?: LocalDate;
  readonly birthday?: LocalDate;
  readonly entitlementDays?: number;
  readonly mobileAllowed: boolean;
}

/** Changes to an existing account; only the named fields are sent. */
export interface UserChange {
  readonly firstName?: string;
  readonly lastName?: string;
  readonly email?: string;
  readonly externalId?: string;
  readonly birthday?: LocalDate | null;
  readonly entryOn?: LocalDate | null;
  readonly exitOn?: LocalDate | null;
  readonly entitlementDays?: number;
  readonly active?: boolean;
}
