// What a credential may not see looks like missing data: it is said once for all, and never read as empty (rule 1.2).

import type { Finding } from '../report/codes.ts';
import type { Employee, User } from './employee.ts';
import { blank } from './findings.ts';
import { peopleAmong } from './match.ts';

/** Attributes that nobody of the HR system shows. An e-mail that only some do not show is told for those. */
export function blindSpotsOfEmployees(employees: readonly Employee[]): Finding[] {
  return attributes.flatMap(([attribute, read, required]): Finding[] => {
    const blind = employees.filter((employee) => read(employee) === undefined);
    const everybody = blind.length === employees.length;
    if (blind.length === 0 || (!everybody && attribute !== 'email')) return [];
    return [
      {
        ...blank('attribute-missing'),
        class: required ? 'issue' : 'note',
        covers: blind.map((employee) => employee.id),
        facts: { attribute, count: blind.length },
      },
    ];
  });
}

const attributes: readonly (readonly [name: string, read: (e: Employee) => unknown, required: boolean])[] = [
  ['first_name', (e: Employee) => e.firstName, true],
  ['last_name', (e: Employee) => e.lastName, true],
  ['email', (e: Employee) => e.email, true],
  ['status', (e: Employee) => e.status, true],
  ['hire_date', (e: Employee) => e.hiredOn, false],
  ['termination_date', (e: Employee) => e.terminatedOn, false],
  ['absence_entitlement', (e: Employee) => e.entitlements, false],
  ['date_of_birth', (e: Employee) => e.birthday, false],
];

/** Fields that the time system hides of everybody are one note. */
export function blindSpotsOfUsers(users: readonly User[]): Finding[] {
  const hidden = hiddenFieldsOf(users);
  if (hidden.length === 0) return [];
  return [
    {
      ...blank('attribute-missing'),
      class: 'note',
      covers: hidden,
      facts: { vendor: 'timetac', attribute: hidden.join(', '), count: hidden.length },
    },
  ];
}

/** Fields that nobody's account shows (vendors/timetac.md 5.1), as the time system calls them. */
export function hiddenFieldsOf(users: readonly User[]): readonly string[] {
  const people = peopleAmong(users);
  if (people.length === 0) return [];
  return fieldsOfUsers.flatMap(([name, read]) =>
    people.every((user) => read(user) === undefined) ? [name] : [],
  );
}

const fieldsOfUsers: readonly (readonly [name: string, read: (user: User) => unknown])[] = [
  ['external_id', (user) => user.externalId],
  ['username', (user) => user.username],
  ['personnel_number', (user) => user.personnelNumber],
  ['birthday', (user) => user.birthday],
  ['entry_date', (user) => user.entryOn],
  ['exit_date', (user) => user.exitOn],
];
