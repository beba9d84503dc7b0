// A way back for whoever has forgotten their password: an operator makes a link, which works once, for a day, and for
// nothing else. The authenticator stays, and signing in is as ever.

import type { Actor, FrontDesk } from '../front-desk.ts';
import { Problem } from '../problem.ts';
import { noteOf } from '../setup/change.ts';
import { type Invited, isOpen, wasMailed } from './invitations.ts';
import { newPasswordMail } from './invitation-mail.ts';
import { hashOfChosen } from './chosen-password.ts';
import { hashToken } from './secrets.ts';
import { countTries, triesPerAddress } from './tries.ts';

const validMs = 24 * 3_600_000;

/** @throws Problem `not-found`; `single-sign-on-only` where there is no password to forget */
export async function makePasswordLink(desk: FrontDesk, actor: Actor, personId: string): Promise<Invited> {
  const person = await desk.office.person(personId);
  if (person === null || person.disabledAt !== null) throw new Problem('not-found');
  if (person.passwordHash === null) throw new Problem('single-sign-on-only');
  const token = desk.newToken();
  const expiresAt = desk.now() + validMs;
  await desk.office.commit({
    putInvitation: {
      id: desk.newId(),
      hash: hashToken(token),
      setupId: null,
      role: 'viewer',
      email: person.email,
      invitedBy: actor.person.name,
      expiresAt,
      usedAt: null,
      resets: person.id,
    },
    note: noteOf(desk, actor, null, 'person.password-link', { person: person.name, email: person.email }),
  });
  const link = `${desk.installation.publicUrl}/new-password#${token}`;
  return { link, expiresAt, mailed: await wasMailed(desk, person.email, newPasswordMail(link)) };
}

/** All sessions of theirs end. @throws Problem `link-worthless`, `password-guessable` */
export async function setNewPassword(
  desk: FrontDesk,
  token: string,
  password: string,
  address: string,
): Promise<void> {
  await countTries(desk, [[`new password ${address}`, triesPerAddress]]);
  const link = await desk.office.invitation(hashToken(token));
  const personId = link === null || !isOpen(link, desk.now()) ? null : (link.resets ?? null);
  if (link === null || personId === null) throw new Problem('link-worthless');
  const person = await desk.office.person(personId);
  if (person === null) throw new Problem('link-worthless');
  const passwordHash = await hashOfChosen(password, person);
  // From here on the link is worthless, whoever else holds it.
  if (!(await desk.office.useInvitation(link.hash, desk.now()))) throw new Problem('link-worthless');
  await desk.office.changePerson(personId, (now) => ({
    putPerson: { ...now, passwordHash },
    removeSessions: { ofPerson: now.id, but: null },
    note: noteOf(desk, { name: now.name }, null, 'person.new-password', { email: now.email }),
  }));
}
