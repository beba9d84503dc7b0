// Signing in. Tries are counted per address and per account name, whether there is such an account or not, and every
// wrong answer sounds the same.

import type { FrontDesk } from '../front-desk.ts';
import type { AuditNote, Person } from '../office/office.ts';
import { Problem } from '../problem.ts';
import { hashOfChosen } from './chosen-password.ts';
import { foldedEmail, hashToken, isPassword, isSameHash } from './secrets.ts';
import { type OpenedSession, openSession } from './sessions.ts';
import { confirmedCode, useCode } from './totp.ts';
import { countTries, triesPerAccount, triesPerAddress } from './tries.ts';
import { noteOf } from '../setup/change.ts';

export async function signIn(
  desk: FrontDesk,
  given: { readonly email: string; readonly password: string; readonly code: string | null },
  address: string,
): Promise<OpenedSession> {
  const email = foldedEmail(given.email);
  const account = `sign-in ${hashToken(email)}`;
  await countTries(desk, [
    // First: whoever tries many names from one address makes no rows for them.
    [`address ${address}`, triesPerAddress],
    [account, triesPerAccount],
  ]);
  const person = await desk.office.personByEmail(email);
  const right = await isPassword(person?.passwordHash ?? null, given.password);
  const refused = (code: 'wrong-sign-in' | 'wrong-code'): Problem => {
    if (person !== null) noteRefusal(desk, person, address);
    return new Problem(code);
  };
  if (!right || person === null || person.disabledAt !== null) throw refused('wrong-sign-in');
  const after = await withCode(desk, person, given.code, refused);
  await desk.office.forgetTries(account);
  return openSession(desk, after, address, signedInNote(desk, after, address));
}

/** For the installation's audit log. */
export const signedInNote = (desk: FrontDesk, person: Person, from: string): AuditNote =>
  noteOf(desk, { person, role: 'viewer' }, null, 'person.signed-in', { email: person.email, from });

/**
 * Names that nobody has here are not written down: whoever tries them would choose what stands in the log. Nobody waits
 * for it either, or the time that an answer takes would tell whether there is such an account.
 */
export function noteRefusal(desk: FrontDesk, { email }: Person, from: string): void {
  const note = noteOf(desk, { name: '' }, null, 'person.sign-in-refused', { email, from });
  void desk.office.commit({ note }).catch((error: unknown) => desk.fault(error));
}

/** A code counts once: the time step it belongs to is remembered. */
async function withCode(
  desk: FrontDesk,
  person: Person,
  code: string | null,
  refused: (code: 'wrong-code') => Problem,
): Promise<Person> {
  if (person.totp?.confirmed !== true) return person;
  if (code === null || code.trim() === '') throw new Problem('code-needed');
  const step = await confirmedCode(desk, person, code);
  if (step === null) throw refused('wrong-code');
  return useCode(desk, person, step);
}

/** The first operator, with the token that the server printed. */
export async function createFirstOperator(
  desk: FrontDesk,
  given: {
    readonly token: string;
    readonly name: string;
    readonly email: string;
    readonly password: string;
    readonly language: Person['language'];
  },
  address: string,
): Promise<OpenedSession> {
  await countTries(desk, [[`first ${address}`, triesPerAccount]]);
  const { firstTokenHash } = desk.installation;
  const isRight = firstTokenHash !== null && isSameHash(firstTokenHash, hashToken(given.token));
  if (!isRight || (await desk.office.countOperators()) > 0) throw new Problem('link-worthless');
  const person = await newPerson(desk, given, true);
  const isFirst = await desk.office.addFirstOperator({
    putPerson: person,
    note: noteOf(desk, { person, role: 'operator' }, null, 'operator.first', { email: person.email }),
  });
  if (!isFirst) throw new Problem('link-worthless');
  return openSession(desk, person, address);
}

export async function newPerson(
  desk: FrontDesk,
  given: {
    readonly name: string;
    readonly email: string;
    readonly password: string | null;
    readonly language: Person['language'];
  },
  operator: boolean,
): Promise<Person> {
  return {
    id: desk.newId(),
    email: foldedEmail(given.email),
    name: given.name,
    operator,
    passwordHash: given.password === null ? null : await hashOfChosen(given.password, given),
    totp: null,
    language: given.language,
    createdAt: desk.now(),
    disabledAt: null,
  };
}

/** The demo has one operator, and no password: it holds nothing but what was invented. */
export async function signInToDemo(desk: FrontDesk): Promise<OpenedSession> {
  if (!desk.installation.demo) throw new Problem('not-found');
  const known = await desk.office.personByEmail(demoOperator.email);
  const person = known ?? (await newPerson(desk, demoOperator, true));
  if (known === null) await desk.office.commit({ putPerson: person });
  return openSession(desk, person, null);
}

const demoOperator = { name: 'Demo', email: 'demo@muster.example', password: null, language: 'en' } as const;
