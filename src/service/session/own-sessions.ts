// One's own sessions: where somebody is signed in, and the end of those that they do not know.

import type { FrontDesk } from '../front-desk.ts';
import type { Session } from '../office/office.ts';
import { Problem } from '../problem.ts';
import { provePassword } from './account.ts';
import { type SignedIn, isOver } from './sessions.ts';

export interface OwnSession {
  /** For naming it in an order; opens nothing. */
  readonly id: string;
  readonly session: Session;
  readonly isThis: boolean;
}

export async function listSessions(desk: FrontDesk, { person, session }: SignedIn): Promise<OwnSession[]> {
  const all = await desk.office.sessionsOf(person.id);
  return all
    .filter((one) => !isOver(one, desk.now()))
    .map((one) => ({ id: idOf(one), session: one, isThis: one.hash === session.hash }));
}

/**
 * Ends one of them, or all but the present one, with the password: whoever sits before a screen left open shall not throw its
 * owner out elsewhere. Who has no password is known by the provider of single sign-on, and is asked for none.
 */
export async function endSessions(
  desk: FrontDesk,
  signedIn: SignedIn,
  given: { readonly id: string | null; readonly password: string | null },
): Promise<void> {
  const { person, session } = signedIn;
  if (person.passwordHash !== null) await provePassword(desk, person, given.password ?? '');
  const { id } = given;
  if (id === null) {
    await desk.office.commit({ removeSessions: { ofPerson: person.id, but: session.hash } });
    return;
  }
  const wanted = (await listSessions(desk, signedIn)).filter((one) => one.id === id && !one.isThis);
  if (wanted.length === 0) throw new Problem('not-found');
  await desk.office.commit({ removeSessions: { hashes: wanted.map((one) => one.session.hash) } });
}

const idOf = ({ hash }: Session): string => hash.slice(0, 16);
