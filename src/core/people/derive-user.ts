// What the time system should hold for a person: the account to create, and the fields to change (rules 1.5, 1.6, 1.9).

import { type LocalDate, laterOf } from '../time/calendar.ts';
import type { MatchedBy } from './match.ts';
import type { Attribute, Employee, Entitlement, NewUser, User, UserChange } from './employee.ts';

/** Personio's values at the last agreement. A field that was never readable is absent. */
export interface EmployeeAgreed {
  readonly firstName?: string | null;
  readonly lastName?: string | null;
  readonly email?: string | null;
  readonly exitOn?: LocalDate | null;
  readonly entryOn?: LocalDate | null;
  readonly birthday?: LocalDate | null;
  readonly entitlementDays?: number | null;
  readonly status?: string | null;
  /** Tandem switched the user off (rule 1.7: only then is a rehired person's user switched on again unasked). */
  readonly deactivatedByUs: boolean;
  /** How we know that this user is that employee. */
  readonly linkedBy?: LinkedBy;
  /** Fields that differed when the link was made, and about which nobody has said yet what shall hold (rule 1.4). */
  readonly differed?: readonly string[];
}

export type LinkedBy = Exclude<MatchedBy, 'link'> | 'created' | 'person';

/** Lists of the live account that the form's names are looked up in. */
export interface Catalog {
  readonly departments: readonly NamedEntry[];
  readonly workSchedules: readonly NamedEntry[];
  readonly holidayCalendars: readonly NamedEntry[];
  readonly languages: readonly { readonly id: number; readonly code: string }[];
}
export interface NamedEntry {
  readonly id: string;
  readonly name: string;
  readonly active: boolean;
}

/** Finds the one active entry of that name; the exact spelling first, then without regard to case. */
export function findByName(entries: readonly NamedEntry[], name: string): NamedEntry | 'ambiguous' | null {
  const active = entries.filter((entry) => entry.active);
  for (const same of [
    (entry: NamedEntry) => entry.name.trim() === name.trim(),
    (entry: NamedEntry) => entry.name.trim().toLowerCase() === name.trim().toLowerCase(),
  ]) {
    const found = active.filter(same);
    if (found.length > 1) return 'ambiguous';
    if (found[0] !== undefined) return found[0];
  }
  return null;
}

/** The language of this code, also where the account's code names a region as well. */
export const findLanguage = (languages: Catalog['languages'], code: string) =>
  languages.find((entry) => entry.code.toLowerCase().slice(0, 2) === code);

/** The type that vacation is mapped to, as entitlements may name it: by an id, or, where that is not known, by its name. */
export interface VacationType {
  readonly id: string | null;
  readonly name: string;
}

/**
 * Days of vacation per year: of the mapped type, or, where none is mapped (null), of the single paid vacation; undefined
 * where that is not clear, or what is mapped is not known.
 */
export function vacationDays(
  entitlements: Attribute<readonly Entitlement[]>,
  mapped: VacationType | null | undefined,
): Attribute<number> {
  if (entitlements === undefined || entitlements === null) return entitlements;
  if (mapped === undefined) return undefined;
  const paid = entitlements.filter((entry) => isOf(entry, mapped));
  // Several years of one type may be listed; several types, or different amounts, are no answer.
  const types = new Set(paid.map((entry) => entry.typeId));
  const amounts = new Set(paid.map((entry) => entry.days));
  return types.size === 1 && amounts.size === 1 ? [...amounts][0] : undefined;
}

function isOf({ typeId, typeName, category }: Entitlement, mapped: VacationType | null): boolean {
  if (mapped === null) return category === 'paid_vacation';
  return mapped.id === null ? typeName === mapped.name : typeId === mapped.id;
}

/** Personio's present values, in the shape that is agreed on. Unreadable ones are left out. */
export function agreedOf(
  employee: Employee,
  entitlementDays: Attribute<number>,
  deactivatedByUs: boolean,
): EmployeeAgreed {
  const { firstName, lastName, email, terminatedOn, hiredOn, birthday, status } = employee;
  return {
    ...(firstName === undefined ? {} : { firstName }),
    ...(lastName === undefined ? {} : { lastName }),
    // Blanks around an address are none of it, here as when an account is made.
    ...(email === undefined ? {} : { email: email?.trim() ?? null }),
    ...(terminatedOn === undefined ? {} : { exitOn: terminatedOn }),
    ...(hiredOn === undefined ? {} : { entryOn: hiredOn }),
    ...(birthday === undefined ? {} : { birthday }),
    ...(entitlementDays === undefined ? {} : { entitlementDays }),
    ...(status === undefined ? {} : { status }),
    deactivatedByUs,
  };
}

/**
 * What to remember after a judgement: Personio's present values. A name, an e-mail or an entitlement that went empty
 * is not passed on, so it is not agreed on either: the last value stays, and its absence is noticed again next time.
 */
export function agreedNow(before: EmployeeAgreed, present: EmployeeAgreed): EmployeeAgreed {
  const emptied = fields.filter(
    (field) => present[field] === null && before[field] !== undefined && !mayBeEmptied(field),
  );
  return {
    ...before,
    ...present,
    ...Object.fromEntries(emptied.map((field) => [field, before[field]])),
  };
}

type Field = Exclude<keyof EmployeeAgreed, 'status' | 'deactivatedByUs' | 'linkedBy' | 'differed'>;
const fields: readonly Field[] = [
  'firstName',
  'lastName',
  'email',
  'exitOn',
  'entryOn',
  'birthday',
  'entitlementDays',
];

/**
 * The same without what the time system hides of this account (rule 1.2): such a field is not written, so it is not agreed on
 * either, and is passed on once it can be seen.
 */
export function asFarAsSeen(before: EmployeeAgreed, now: EmployeeAgreed, user: User): EmployeeAgreed {
  const hidden = fields.filter((field) => user[field] === undefined && before[field] !== undefined);
  return { ...now, ...Object.fromEntries(hidden.map((field) => [field, before[field]])) };
}

/** A field only where Personio's value changed since last agreed; names, e-mail and entitlement are never emptied. */
export function changesSince(before: EmployeeAgreed, now: EmployeeAgreed): UserChange {
  const changed = fields.filter((field) => {
    const value = now[field];
    if (value === undefined || value === before[field]) return false;
    // First readable now: taken as agreed, as at a first link; nobody changed anything.
    if (before[field] === undefined) return false;
    return value !== null || mayBeEmptied(field);
  });
  return Object.fromEntries(changed.map((field) => [field, now[field]]));
}

/**
 * What an account of ours could not be given because it was not readable then, and is now; what somebody entered there
 * meanwhile stays. No entitlement is none, or 0.
 */
export function readableAtLast(before: EmployeeAgreed, now: EmployeeAgreed, user: User): UserChange {
  const found = (['exitOn', 'entryOn', 'birthday', 'entitlementDays'] as const).filter(
    (field) =>
      before[field] === undefined &&
      now[field] !== undefined &&
      now[field] !== null &&
      now[field] !== user[field] &&
      (user[field] === null || user[field] === 0),
  );
  return Object.fromEntries(found.map((field) => [field, now[field]]));
}

const mayBeEmptied = (field: Field): boolean =>
  field === 'exitOn' || field === 'entryOn' || field === 'birthday';

/** A shape to compare, not to send: what would be created, before ids and the password are known. */
export function newUserFor(
  employee: Employee,
  username: string,
  entitlementDays: Attribute<number>,
  ids: {
    readonly departmentId: string;
    readonly workScheduleId: string;
    readonly holidayCalendarId: string;
    readonly languageId: number;
  },
  mobileAllowed: boolean,
  today: LocalDate,
): Omit<NewUser, 'password'> {
  return {
    username,
    firstName: employee.firstName ?? '',
    lastName: employee.lastName ?? '',
    email: (employee.email ?? '').trim(),
    personnelNumber: employee.id,
    externalId: employee.id,
    ...ids,
    mobileAllowed,
    startsOn: typeof employee.hiredOn === 'string' ? laterOf(employee.hiredOn, today) : today,
    ...(typeof employee.hiredOn === 'string' ? { entryOn: employee.hiredOn } : {}),
    ...(typeof employee.terminatedOn === 'string' ? { exitOn: employee.terminatedOn } : {}),
    ...(typeof employee.birthday === 'string' ? { birthday: employee.birthday } : {}),
    ...(typeof entitlementDays === 'number' ? { entitlementDays } : {}),
  };
}
