// The second factor: codes of an authenticator app (RFC 6238, SHA-1, six digits, thirty seconds).

import { Secret, TOTP } from 'otpauth';
import type { FrontDesk } from '../front-desk.ts';
import type { Person, Session } from '../office/office.ts';
import { house } from '../office/vault.ts';
import { Problem } from '../problem.ts';
import { isPassword } from './secrets.ts';
import type { SignedIn } from './sessions.ts';
import { countTries, triesPerAccount } from './tries.ts';

const periodSeconds = 30;
/** A clock may be one step off, to either side. */
const steps = 1;

const place = (person: Pick<Person, 'id'>): string => `totp ${person.id}`;

function authenticator(email: string, secret: Secret): TOTP {
  return new TOTP({
    issuer: 'Tandem',
    label: email,
    secret,
    period: periodSeconds,
    digits: 6,
    algorithm: 'SHA1',
  });
}

/** A new secret, worthless until a first code confirms it. */
export async function beginTotp(
  desk: FrontDesk,
  person: Person,
): Promise<{ readonly secret: string; readonly uri: string }> {
  if (person.totp?.confirmed === true) throw new Problem('not-possible');
  const secret = new Secret({ size: 20 });
  const sealed = await desk.vault.seal(house, place(person), secret.base32);
  await changeTotp(desk, person, () => ({ sealed, confirmed: false, lastStep: 0 }));
  return { secret: secret.base32, uri: authenticator(person.email, secret).toString() };
}

/** Other sessions end: they began without it. */
export async function confirmTotp(
  desk: FrontDesk,
  { person, session }: SignedIn,
  code: string,
): Promise<Person> {
  await countTries(desk, [[`totp ${person.id}`, triesPerAccount]]);
  if (person.totp === null) throw new Problem('not-possible');
  const step = await confirmedCode(desk, person, code);
  if (step === null) throw new Problem('wrong-code');
  return useCode(desk, person, step, session);
}

/** Other sessions end, as after a new password. */
export async function removeTotp(
  desk: FrontDesk,
  { person, session }: SignedIn,
  password: string,
): Promise<Person> {
  await countTries(desk, [[`totp ${person.id}`, triesPerAccount]]);
  if (!(await isPassword(person.passwordHash, password))) throw new Problem('wrong-sign-in');
  return changeTotp(desk, person, () => null, session);
}

/** A code counts once, also where two sign-ins bring it at the same moment. */
export function useCode(desk: FrontDesk, person: Person, step: number, session?: Session): Promise<Person> {
  const used = (now: Person['totp']): Person['totp'] => {
    if (now === null || step <= now.lastStep) throw new Problem('wrong-code');
    return { ...now, confirmed: true, lastStep: step };
  };
  return changeTotp(desk, person, used, session);
}

async function changeTotp(
  desk: FrontDesk,
  person: Person,
  change: (now: Person['totp']) => Person['totp'],
  /** The only one that stays. */
  session?: Session,
): Promise<Person> {
  let after = person;
  await desk.office.changePerson(person.id, (now) => {
    after = { ...now, totp: change(now.totp) };
    const others = session === undefined ? {} : { removeSessions: { ofPerson: now.id, but: session.hash } };
    return { putPerson: after, ...others };
  });
  return after;
}

/** The time step that a code belongs to, if it is right and newer than the last one used; else null. */
export async function confirmedCode(desk: FrontDesk, person: Person, code: string): Promise<number | null> {
  const { totp } = person;
  const digits = code.replace(/\s/g, '');
  if (totp === null || !/^\d{6}$/.test(digits)) return null;
  const secret = Secret.fromBase32(await desk.vault.open(house, place(person), totp.sealed));
  const delta = authenticator(person.email, secret).validate({
    token: digits,
    timestamp: desk.now(),
    window: steps,
  });
  if (delta === null) return null;
  const step = Math.floor(desk.now() / 1000 / periodSeconds) + delta;
  return step > totp.lastStep ? step : null;
}
