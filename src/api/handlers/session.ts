// Sign-in, one's own account, invitations.

import { changeMe, changePassword } from '../../service/session/account.ts';
import { acceptInvitation, lookAtInvitation } from '../../service/session/invitations.ts';
import { setNewPassword } from '../../service/session/new-password.ts';
import { closeSession, type OpenedSession, type SignedIn } from '../../service/session/sessions.ts';
import { createFirstOperator, signIn, signInToDemo } from '../../service/session/sign-in.ts';
import { beginSingleSignOn, endSingleSignOn } from '../../service/session/single-sign-on.ts';
import { beginTotp, confirmTotp, removeTotp } from '../../service/session/totp.ts';
import { Problem } from '../../service/problem.ts';
import type { sessionRoutes } from '../contract/session.ts';
import type { Handlers, ReplyTools } from '../handler.ts';
import { installationOf, iso, shownPerson } from '../present.ts';

export const sessionHandlers: Pick<Handlers, keyof typeof sessionRoutes> = {
  readSession: async ({ desk, signedIn }) => ({
    person: signedIn === null ? null : shownPerson(signedIn.person),
    installation: await installationOf(desk),
  }),
  signIn: async ({ desk, body, address, reply }) => welcomed(reply, await signIn(desk, body, address)),
  beginSingleSignOn: async ({ desk, query, reply }) => {
    const { url, journey } = await beginSingleSignOn(desk, query.next ?? '/');
    reply.setJourney(journey);
    return url;
  },
  endSingleSignOn: async ({ desk, reply }) => {
    const { opened, next } = await endSingleSignOn(desk, reply.askedAt, reply.journey);
    reply.setJourney(null);
    if (opened !== null) reply.setSession(opened);
    return next;
  },
  signInToDemo: async ({ desk, reply }) => welcomed(reply, await signInToDemo(desk)),
  signOut: async ({ desk, signedIn, reply }) => {
    await closeSession(desk, present(signedIn).session);
    reply.setSession(null);
    return null;
  },
  createFirstOperator: async ({ desk, body, address, reply }) =>
    welcomed(reply, await createFirstOperator(desk, body, address)),
  changeMe: async ({ desk, signedIn, body }) =>
    shownPerson(await changeMe(desk, present(signedIn).person, body)),
  changePassword: async ({ desk, signedIn, body }) => {
    await changePassword(desk, present(signedIn), body);
    return null;
  },
  beginTotp: async ({ desk, signedIn }) => beginTotp(desk, present(signedIn).person),
  confirmTotp: async ({ desk, signedIn, body }) =>
    shownPerson(await confirmTotp(desk, present(signedIn).person, body.code)),
  removeTotp: async ({ desk, signedIn, body }) =>
    shownPerson(await removeTotp(desk, present(signedIn).person, body.password)),
  setNewPassword: async ({ desk, body, address }) => {
    await setNewPassword(desk, body.token, body.password, address);
    return null;
  },
  lookAtInvitation: async ({ desk, body, address }) => {
    const { invitation, integration, known } = await lookAtInvitation(desk, body.token, address);
    const { role, email, invitedBy, expiresAt } = invitation;
    return { integration, role, email, invitedBy, expiresAt: iso(expiresAt), known };
  },
  acceptInvitation: async ({ desk, signedIn, body, address, reply }) => {
    const signedInAs = signedIn?.person ?? null;
    const { opened, setupId } = await acceptInvitation(desk, body.token, body.account, signedInAs, address);
    return { person: welcomed(reply, opened), integrationId: setupId };
  },
};

function welcomed(reply: ReplyTools, opened: OpenedSession) {
  reply.setSession(opened);
  return shownPerson(opened.person);
}

function present(signedIn: SignedIn | null): SignedIn {
  if (signedIn === null) throw new Problem('not-signed-in');
  return signedIn;
}
