// Who may ask what: the one place where the table's `access` is held against who is signed in.

import type { Actor, FrontDesk } from '../service/front-desk.ts';
import type { Person, Role } from '../service/office/office.ts';
import { Problem } from '../service/problem.ts';
import type { SignedIn } from '../service/session/sessions.ts';
import type { Access } from './contract/route.ts';

/** Roles that may ask about their integration, operators apart. */
const members: Readonly<Record<'see' | 'set-up' | 'lead', readonly Role[]>> = {
  see: ['admin', 'viewer', 'customer'],
  'set-up': ['admin', 'customer'],
  lead: ['admin'],
};

/**
 * As whom somebody acts. Who is no member learns nothing: not even whether there is such an integration.
 * @throws Problem
 */
export async function actorFor(
  desk: FrontDesk,
  access: Access,
  signedIn: SignedIn | null,
  setupId: string | null,
): Promise<Actor> {
  if (access === 'anyone') return signedIn === null ? nobody : { person: signedIn.person, role: 'viewer' };
  if (signedIn === null) throw new Problem('not-signed-in');
  const { person } = signedIn;
  if (access === 'person') return { person, role: person.operator ? 'operator' : 'viewer' };
  if (access === 'operator') {
    if (!person.operator) throw new Problem('not-allowed');
    return { person, role: 'operator' };
  }
  if (setupId === null || (await desk.office.setup(setupId)) === null) throw new Problem('not-found');
  if (person.operator) return { person, role: 'operator' };
  const membership = (await desk.office.members({ personId: person.id })).find(
    (one) => one.setupId === setupId,
  );
  if (membership === undefined) throw new Problem('not-found');
  if (!members[access].includes(membership.role)) throw new Problem('not-allowed');
  return { person, role: membership.role };
}

/** Routes for anyone have nobody to act as. */
const nobody: Actor = {
  role: 'viewer',
  person: {
    id: '',
    email: '',
    name: '',
    operator: false,
    passwordHash: null,
    totp: null,
    language: 'en',
    createdAt: 0,
    disabledAt: null,
  } satisfies Person,
};
