// Signing in. Tries are counted per address and per account name, whether there is such an account or not, and every
// wrong answer sounds the same.

import type { FrontDesk } from '../front-desk.ts';
import type { Person } from '../office/office.ts';
import { Problem } from '../problem.ts';
import { foldedEmail, hashToken, isPassword, isSameHash, hashPassword } from './secrets.ts';
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
  if (!right || person === null || person.disabledAt !== null) throw new Problem('wrong-sign-in');
  const after = person.totp?.confirmed === true ? await withCode(desk, person, given.code) : person;
  await desk.office.forgetTries(account);
  return openSession(desk, after);
}

/** A code counts once: the time step it belongs to is remembered. */
async function withCode(desk: FrontDesk, person: Person, code: string | null): Promise<Person> {
  if (code === null || code.trim() === '') throw new Problem('code-needed');
  const step = await confirmedCode(desk, person, code);
  if (step === null) throw new Problem('wrong-code');
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
  return openSession(desk, person);
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
    passwordHash: given.password === null ? null : await hashPassword(given.password),
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
  return openSession(desk, person);
}

const demoOperator = { name: 'Demo', email: 'demo@muster.example', password: null, language: 'en' } as const;
