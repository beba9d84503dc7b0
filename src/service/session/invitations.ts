// Invitations: a link that is told once, works once, and expires.

import type { Actor, FrontDesk } from '../front-desk.ts';
import type { Invitation, OfficeBatch, Person, Role } from '../office/office.ts';
import { Problem } from '../problem.ts';
import { noteOf, readSetup } from '../setup/change.ts';
import { invitationMail } from './invitation-mail.ts';
import { foldedEmail, hashToken } from './secrets.ts';
import { type OpenedSession, openSession } from './sessions.ts';
import { newPerson } from './sign-in.ts';
import { countTries, triesPerAddress } from './tries.ts';

const validMs = 7 * 24 * 3_600_000;

export interface Invited {
  readonly link: string;
  readonly expiresAt: number;
  readonly mailed: boolean;
}

/** `setupId` null: as an operator. */
export async function invite(
  desk: FrontDesk,
  actor: Actor,
  given: { readonly setupId: string | null; readonly role: Role | 'operator'; readonly email: string | null },
): Promise<Invited> {
  const token = desk.newToken();
  const expiresAt = desk.now() + validMs;
  const setup = given.setupId === null ? null : await readSetup(desk, given.setupId);
  const email = given.email === null ? null : foldedEmail(given.email);
  await desk.office.commit({
    putInvitation: {
      id: desk.newId(),
      hash: hashToken(token),
      setupId: given.setupId,
      role: given.role,
      email,
      invitedBy: actor.person.name,
      expiresAt,
      usedAt: null,
    },
    note: noteOf(desk, actor, given.setupId, 'person.invited', { email, role: given.role }),
  });
  const link = `${desk.installation.publicUrl}/invitation#${token}`;
  const mailed =
    email !== null && (await wasMailed(desk, email, invitationMail(actor.person, setup?.name ?? null, link)));
  return { link, expiresAt, mailed };
}

/** A mail that does not go out is no reason to lose the invitation: the link is told on the page. */
export async function wasMailed(
  desk: FrontDesk,
  to: string,
  mail: { subject: string; text: string },
): Promise<boolean> {
  if (desk.mail === null) return false;
  return desk.mail.send({ to, ...mail }).then(
    () => true,
    () => false,
  );
}

/** It works once, and until it ends. */
export const isOpen = ({ usedAt, expiresAt }: Invitation, now: number): boolean =>
  usedAt === null && expiresAt > now;

export interface SeenInvitation {
  readonly invitation: Invitation;
  readonly integration: string | null;
  readonly known: boolean;
}

/** @throws Problem `link-worthless` */
export async function lookAtInvitation(
  desk: FrontDesk,
  token: string,
  address: string,
): Promise<SeenInvitation> {
  await countTries(desk, [[`invitation ${address}`, triesPerAddress]]);
  const invitation = await desk.office.invitation(hashToken(token));
  if (invitation === null || !isOpen(invitation, desk.now()) || (invitation.resets ?? null) !== null)
    throw new Problem('link-worthless');
  const setup = invitation.setupId === null ? null : await desk.office.setup(invitation.setupId);
  const known = invitation.email !== null && (await desk.office.personByEmail(invitation.email)) !== null;
  return { invitation, integration: setup?.name ?? null, known };
}

const rank: Readonly<Record<Role, number>> = { viewer: 0, customer: 1, admin: 2 };

/** Whoever may do more already loses nothing by a link that somebody sent to the wrong one. */
const isMore = (role: Role, present: Role | undefined): boolean =>
  present === undefined || rank[role] > rank[present];

/** @param account null: the person who is signed in accepts */
export async function acceptInvitation(
  desk: FrontDesk,
  token: string,
  account: {
    readonly name: string;
    readonly email: string;
    readonly password: string;
    readonly language: Person['language'];
  } | null,
  signedIn: Person | null,
  address: string,
): Promise<{ readonly opened: OpenedSession; readonly setupId: string | null }> {
  const { invitation } = await lookAtInvitation(desk, token, address);
  if (account === null && signedIn === null) throw new Problem('not-signed-in');
  const email = account === null ? signedIn?.email : foldedEmail(account.email);
  if (invitation.email !== null && invitation.email !== email) throw new Problem('other-address');
  if (account !== null && (await desk.office.personByEmail(foldedEmail(account.email))) !== null)
    throw new Problem('address-taken');
  const { setupId, role } = invitation;
  const asOperator = role === 'operator';
  const person = account === null ? signedIn : await newPerson(desk, account, asOperator);
  if (person === null) throw new Problem('not-signed-in');
  const present = (await desk.office.members({ personId: person.id })).find(
    (member) => member.setupId === setupId,
  );
  // From here on the link is worthless, whoever else holds it.
  if (!(await desk.office.useInvitation(invitation.hash, desk.now()))) throw new Problem('link-worthless');
  const joining = (now: Person): OfficeBatch => ({
    putPerson: { ...now, operator: now.operator || asOperator },
    ...(setupId === null || role === 'operator' || !isMore(role, present?.role)
      ? {}
      : { putMember: { setupId, personId: now.id, role } }),
    note: noteOf(desk, { person: now, role }, setupId, 'person.joined', { email: now.email, role }),
  });
  if (account === null) await desk.office.changePerson(person.id, joining);
  else await desk.office.commit(joining(person));
  return { opened: await openSession(desk, person, address), setupId };
}
