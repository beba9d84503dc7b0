// Who may do what: members of an integration, operators of the installation.

import type { Actor, FrontDesk } from '../front-desk.ts';
import type { Invitation, Person, Role } from '../office/office.ts';
import { Problem } from '../problem.ts';
import { noteOf } from '../setup/change.ts';

export interface MemberRow {
  readonly person: Person;
  readonly role: Role | 'operator';
  readonly lastSeenAt: number | null;
}

export async function listMembers(
  desk: FrontDesk,
  setupId: string,
): Promise<{ readonly members: readonly MemberRow[]; readonly invitations: readonly Invitation[] }> {
  const roles = new Map((await desk.office.members({ setupId })).map((one) => [one.personId, one.role]));
  const seen = await desk.office.lastSeen();
  const members = (await desk.office.people())
    .filter((person) => person.disabledAt === null && (person.operator || roles.has(person.id)))
    .map((person) => ({
      person,
      role: person.operator ? ('operator' as const) : (roles.get(person.id) ?? 'viewer'),
      lastSeenAt: seen.get(person.id) ?? null,
    }));
  return { members, invitations: await openInvitations(desk, setupId) };
}

async function openInvitations(desk: FrontDesk, setupId: string | null): Promise<Invitation[]> {
  const all = await desk.office.invitations();
  return all.filter(
    (one) => one.setupId === setupId && one.expiresAt > desk.now() && (one.resets ?? null) === null,
  );
}

export async function changeMember(
  desk: FrontDesk,
  actor: Actor,
  setupId: string,
  personId: string,
  role: Role,
): Promise<void> {
  const person = await memberOf(desk, setupId, personId);
  await desk.office.commit({
    changeMember: { setupId, personId, role },
    note: noteOf(desk, actor, setupId, 'person.role', { person: person.name, role }),
  });
}

export async function removeMember(
  desk: FrontDesk,
  actor: Actor,
  setupId: string,
  personId: string,
): Promise<void> {
  const person = await memberOf(desk, setupId, personId);
  await desk.office.commit({
    removeMember: { setupId, personId },
    note: noteOf(desk, actor, setupId, 'person.removed', { person: person.name }),
  });
}

async function memberOf(desk: FrontDesk, setupId: string, personId: string): Promise<Person> {
  const isMember = (await desk.office.members({ setupId })).some((one) => one.personId === personId);
  const person = isMember ? await desk.office.person(personId) : null;
  if (person === null) throw new Problem('not-found');
  return person;
}

/** @param setupId null: of an operator */
export async function withdrawInvitation(
  desk: FrontDesk,
  actor: Actor,
  setupId: string | null,
  invitationId: string,
): Promise<void> {
  const isOpen = (await openInvitations(desk, setupId)).some(({ id }) => id === invitationId);
  if (!isOpen) throw new Problem('not-found');
  await desk.office.commit({
    removeInvitation: invitationId,
    note: noteOf(desk, actor, setupId, 'person.uninvited', {}),
  });
}

export interface PersonRow {
  readonly person: Person;
  readonly integrations: readonly { readonly id: string; readonly name: string; readonly role: Role }[];
  readonly lastSeenAt: number | null;
}

export async function listPeople(
  desk: FrontDesk,
): Promise<{ readonly people: readonly PersonRow[]; readonly invitations: readonly Invitation[] }> {
  const names = new Map((await desk.office.setups()).map((setup) => [setup.id, setup.name]));
  const members = await desk.office.members('all');
  const seen = await desk.office.lastSeen();
  const people = (await desk.office.people()).map((person) => ({
    person,
    integrations: members
      .filter((one) => one.personId === person.id)
      .map(({ setupId, role }) => ({ id: setupId, name: names.get(setupId) ?? '', role })),
    lastSeenAt: seen.get(person.id) ?? null,
  }));
  return { people, invitations: await openInvitations(desk, null) };
}

/** Ends all sessions of somebody who may sign in again: a device was lost, a screen left open. */
export async function endSessionsOf(desk: FrontDesk, actor: Actor, personId: string): Promise<void> {
  const person = await desk.office.person(personId);
  if (person === null) throw new Problem('not-found');
  await desk.office.commit({
    removeSessions: { ofPerson: personId, but: null },
    note: noteOf(desk, actor, null, 'person.signed-out', { person: person.name }),
  });
}

/**
 * Locking an account ends its sessions at once. One that is opened again is whoever comes next with its address from the
 * provider of single sign-on. The last operator stays one. What is not spoken of, somebody else may have decided meanwhile.
 */
export async function changePerson(
  desk: FrontDesk,
  actor: Actor,
  personId: string,
  change: { readonly operator?: boolean | undefined; readonly disabled?: boolean | undefined },
): Promise<void> {
  if ((await desk.office.person(personId)) === null) throw new Problem('not-found');
  await desk.office.changePerson(personId, (person, others) => {
    const { operator = person.operator, disabled = person.disabledAt !== null } = change;
    if (person.operator && (!operator || disabled) && others === 0) throw new Problem('last-operator');
    const disabledAt = disabled ? (person.disabledAt ?? desk.now()) : null;
    const isOpenedAgain = person.disabledAt !== null && !disabled;
    return {
      putPerson: { ...person, operator, disabledAt, ...(isOpenedAgain ? { atProvider: null } : {}) },
      ...(disabled ? { removeSessions: { ofPerson: personId, but: null } } : {}),
      note: noteOf(desk, actor, null, 'person.changed', { person: person.name, operator, disabled }),
    };
  });
}
