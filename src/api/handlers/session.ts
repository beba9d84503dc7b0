// Sign-in, one's own account, invitations.

import { changeMe, changePassword } from '../../service/session/account.ts';
import { acceptInvitation, lookAtInvitation } from '../../service/session/invitations.ts';
import { setNewPassword } from '../../service/session/new-password.ts';
import { endSessions, listSessions } from '../../service/session/own-sessions.ts';
import { closeSession, type OpenedSession, type SignedIn } from '../../service/session/sessions.ts';
import { createFirstOperator, signIn, signInToDemo } from '../../service/session/sign-in.ts';
import { beginSingleSignOn, endSingleSignOn } from '../../service/session/single-sign-on.ts';
import { beginTotp, confirmTotp, removeTotp } from '../../service/session/totp.ts';
import { Problem } from '../../service/problem.ts';
import type { sessionRoutes } from '../contract/session.ts';
import type { Asked, Handlers } from '../handler.ts';
import { installationOf, iso, shownPerson } from '../present.ts';

export const sessionHandlers: Pick<Handlers, keyof typeof sessionRoutes> = {
  readSession: async ({ desk, signedIn }) => ({
    person: signedIn === null ? null : shownPerson(signedIn.person),
    installation: await installationOf(desk),
  }),
  signIn: async (asked) => welcomed(asked, await signIn(asked.desk, asked.body, asked.address)),
  beginSingleSignOn: async ({ desk, query, reply }) => {
    const { url, journey } = await beginSingleSignOn(desk, query.next ?? '/');
    reply.setJourney(journey);
    return url;
  },
  endSingleSignOn: async (asked) => {
    const { desk, address, reply } = asked;
    const { opened, next } = await endSingleSignOn(desk, reply.askedAt, reply.journey, address);
    reply.setJourney(null);
    if (opened !== null) await welcomed(asked, opened);
    return next;
  },
  signInToDemo: async (asked) => welcomed(asked, await signInToDemo(asked.desk)),
  signOut: async ({ desk, signedIn, reply }) => {
    await closeSession(desk, present(signedIn).session);
    reply.setSession(null);
    return null;
  },
  createFirstOperator: async (asked) =>
    welcomed(asked, await createFirstOperator(asked.desk, asked.body, asked.address)),
  changeMe: async ({ desk, signedIn, body }) =>
    shownPerson(await changeMe(desk, present(signedIn).person, body)),
  changePassword: async ({ desk, signedIn, body }) => {
    await changePassword(desk, present(signedIn), body);
    return null;
  },
  listSessions: async ({ desk, signedIn }) =>
    (await listSessions(desk, present(signedIn))).map(({ id, session, isThis }) => ({
      id,
      from: session.openedFrom,
      begunAt: iso(session.createdAt),
      seenAt: iso(session.seenAt),
      isThis,
    })),
  endSessions: async ({ desk, signedIn, body }) => {
    await endSessions(desk, present(signedIn), body);
    return null;
  },
  beginTotp: async ({ desk, signedIn }) => beginTotp(desk, present(signedIn).person),
  confirmTotp: async ({ desk, signedIn, body }) =>
    shownPerson(await confirmTotp(desk, present(signedIn), body.code)),
  removeTotp: async ({ desk, signedIn, body }) =>
    shownPerson(await removeTotp(desk, present(signedIn), body.password)),
  setNewPassword: async ({ desk, body, address }) => {
    await setNewPassword(desk, body.token, body.password, address);
    return null;
  },
  lookAtInvitation: async ({ desk, body, address }) => {
    const { invitation, integration, known } = await lookAtInvitation(desk, body.token, address);
    const { role, email, invitedBy, expiresAt } = invitation;
    return { integration, role, email, invitedBy, expiresAt: iso(expiresAt), known };
  },
  acceptInvitation: async (asked) => {
    const { desk, signedIn, body, address } = asked;
    const signedInAs = signedIn?.person ?? null;
    const { opened, setupId } = await acceptInvitation(desk, body.token, body.account, signedInAs, address);
    return { person: await welcomed(asked, opened), integrationId: setupId };
  },
};

/** What this browser held before ends. */
async function welcomed(
  { desk, signedIn, reply }: Pick<Asked<'signIn'>, 'desk' | 'signedIn' | 'reply'>,
  opened: OpenedSession,
) {
  if (signedIn !== null) await closeSession(desk, signedIn.session);
  reply.setSession(opened);
  return shownPerson(opened.person);
}

function present(signedIn: SignedIn | null): SignedIn {
  if (signedIn === null) throw new Problem('not-signed-in');
  return signedIn;
}
