// What the two sides say differently about a person, field by field.

import { type EmployeeAgreed } from './derive-user.ts';
import type { Attribute, User } from './employee.ts';
import { folded } from './names.ts';

/** What the two sides say differently at the moment of the first link; unreadable fields are no difference. */
export function differencesOf(
  agreed: EmployeeAgreed,
  user: User,
): Record<string, { ours: string | number | null; theirs: string | number }> {
  const pairs: [string, Attribute<string | number>, Attribute<string | number>][] = [
    ['firstName', user.firstName, agreed.firstName],
    ['lastName', user.lastName, agreed.lastName],
    ['email', user.email, agreed.email],
    ['entryOn', user.entryOn, agreed.entryOn],
    ['exitOn', user.exitOn, agreed.exitOn],
    ['birthday', user.birthday, agreed.birthday],
    ['entitlementDays', user.entitlementDays, agreed.entitlementDays],
  ];
  return Object.fromEntries(
    pairs.flatMap(([name, ours, theirs]) => {
      if (ours === undefined || theirs === undefined || theirs === null) return [];
      const same = name === 'email' ? folded(`${ours ?? ''}`) === folded(`${theirs}`) : ours === theirs;
      return same ? [] : [[name, { ours, theirs }]];
    }),
  );
}

/**
 * The agreement of the first link. What is about to be pushed is agreed only once it was written: until then it stays what
 * the user says. What is not pushed stays open.
 */
export function agreedAtFirstLink(
  agreed: EmployeeAgreed,
  differences: ReturnType<typeof differencesOf>,
  push: boolean,
): EmployeeAgreed {
  const entries = Object.entries(differences);
  if (push) return { ...agreed, ...Object.fromEntries(entries.map(([name, { ours }]) => [name, ours])) };
  return entries.length === 0 ? agreed : { ...agreed, differed: entries.map(([name]) => name) };
}

/** The agreement with the fields that are still open; without any it does not speak of them. */
export function withDiffered(agreed: EmployeeAgreed, differed: readonly string[]): EmployeeAgreed {
  const { differed: _before, ...rest } = agreed;
  return differed.length === 0 ? rest : { ...rest, differed };
}
