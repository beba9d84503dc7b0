// One's own account.

import type { FrontDesk } from '../front-desk.ts';
import type { Person } from '../office/office.ts';
import { Problem } from '../problem.ts';
import { hashOfChosen } from './chosen-password.ts';
import { isPassword } from './secrets.ts';
import type { SignedIn } from './sessions.ts';
import { countTries, triesPerAccount } from './tries.ts';

export async function changeMe(
  desk: FrontDesk,
  person: Person,
  change: { readonly name?: string | undefined; readonly language?: Person['language'] | undefined },
): Promise<Person> {
  let changed = person;
  await desk.office.changePerson(person.id, (now) => {
    changed = { ...now, name: change.name ?? now.name, language: change.language ?? now.language };
    return { putPerson: changed };
  });
  return changed;
}

/** @throws Problem where this is not their password, or too many were tried */
export async function provePassword(desk: FrontDesk, person: Person, given: string): Promise<void> {
  await countTries(desk, [[`password ${person.id}`, triesPerAccount]]);
  if (!(await isPassword(person.passwordHash, given))) throw new Problem('wrong-sign-in');
}

/** All other sessions end: whoever knew the old password is out. */
export async function changePassword(
  desk: FrontDesk,
  { person, session }: SignedIn,
  given: { readonly current: string; readonly password: string },
): Promise<void> {
  await provePassword(desk, person, given.current);
  const passwordHash = await hashOfChosen(given.password, person);
  await desk.office.changePerson(person.id, (now) => ({
    putPerson: { ...now, passwordHash },
    removeSessions: { ofPerson: person.id, but: session.hash },
  }));
}
