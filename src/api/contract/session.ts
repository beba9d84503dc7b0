// Who somebody is: the first operator, sign-in and sign-out, one's own data, invitations.

import { z } from 'zod';
import type { Route } from './route.ts';
import { anyRole, instant, language, nothing } from './shapes.ts';

const email = z.email().max(200);
/** Length alone decides; 12 characters at least (NIST SP 800-63B). */
const newPassword = z.string().min(12).max(200);
const name = z.string().trim().min(1).max(100);

const person = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  operator: z.boolean(),
  language,
  totp: z.boolean(),
  hasPassword: z.boolean(),
});

export const sessionRoutes = {
  readSession: {
    method: 'GET',
    path: '/session',
    access: 'anyone',
    tells: 'Who is signed in, and what this installation offers before that.',
    answer: z.object({
      person: person.nullable(),
      installation: z.object({
        /** The demo: invented company, vendors simulated, begins anew with every start. */
        demo: z.boolean(),
        /** Nobody can sign in yet: the link that the server printed creates the first operator. */
        needsFirstOperator: z.boolean(),
        /** Name of the single sign-on provider; null: none is set up. */
        singleSignOn: z.string().nullable(),
        version: z.string(),
      }),
    }),
  },
  signIn: {
    method: 'POST',
    path: '/session',
    access: 'anyone',
    tells: 'Signs in with e-mail and password, and the code of an authenticator where one is set up.',
    body: z.object({
      email: z.string().max(200),
      password: z.string().max(200),
      /** Six digits. Asked for with the problem `code-needed`. */
      code: z.string().max(12).nullable().default(null),
    }),
    answer: person,
  },
  beginSingleSignOn: {
    method: 'GET',
    path: '/session/single-sign-on',
    access: 'anyone',
    tells: 'Leads to the provider of single sign-on, and from there back to `next`.',
    query: z.object({ next: z.string().max(500).optional() }),
    media: 'redirect',
    answer: z.string(),
  },
  endSingleSignOn: {
    method: 'GET',
    path: '/session/single-sign-on/callback',
    access: 'anyone',
    tells:
      'Where the provider leads back to: signs in whoever has an account here with the address the provider vouches for.',
    media: 'redirect',
    answer: z.string(),
  },
  signInToDemo: {
    method: 'POST',
    path: '/session/demo',
    access: 'anyone',
    tells: 'Signs in to the demo as its operator; exists in the demo only.',
    answer: person,
  },
  signOut: {
    method: 'DELETE',
    path: '/session',
    access: 'person',
    tells: 'Ends this session.',
    answer: nothing,
  },
  createFirstOperator: {
    method: 'POST',
    path: '/first-operator',
    access: 'anyone',
    tells:
      'Creates the first operator with the token that the server printed at its first start, and signs in.',
    body: z.object({ token: z.string().max(200), name, email, password: newPassword, language }),
    answer: person,
  },
  changeMe: {
    method: 'PUT',
    path: '/me',
    access: 'person',
    tells: 'Changes one’s own name and language; what is left out stays.',
    body: z.object({ name: name.optional(), language: language.optional() }),
    answer: person,
  },
  changePassword: {
    method: 'PUT',
    path: '/me/password',
    access: 'person',
    tells: 'Changes one’s own password and ends all other sessions.',
    body: z.object({ current: z.string().max(200), password: newPassword }),
    answer: nothing,
  },
  listSessions: {
    method: 'GET',
    path: '/me/sessions',
    access: 'person',
    tells: 'Where one is signed in at present.',
    answer: z.array(
      z.object({
        id: z.string(),
        /** The network address that signed in. */
        from: z.string().nullable(),
        begunAt: instant,
        seenAt: instant,
        /** The session that asks. */
        isThis: z.boolean(),
      }),
    ),
  },
  endSessions: {
    method: 'POST',
    path: '/me/sessions/end',
    access: 'person',
    tells: 'Ends one of one’s other sessions, or all of them, with the password where there is one.',
    body: z.object({
      /** null: all but the present one. */
      id: z.string().max(100).nullable(),
      password: z.string().max(200).nullable(),
    }),
    answer: nothing,
  },
  beginTotp: {
    method: 'POST',
    path: '/me/totp',
    access: 'person',
    tells: 'Begins to set up an authenticator: the secret, to be confirmed with a code.',
    answer: z.object({ secret: z.string(), uri: z.string() }),
  },
  confirmTotp: {
    method: 'PUT',
    path: '/me/totp',
    access: 'person',
    tells: 'Switches the authenticator on with a first code.',
    body: z.object({ code: z.string().max(12) }),
    answer: person,
  },
  removeTotp: {
    method: 'POST',
    path: '/me/totp/remove',
    access: 'person',
    tells: 'Switches the authenticator off, with the password.',
    body: z.object({ password: z.string().max(200) }),
    answer: person,
  },
  setNewPassword: {
    method: 'POST',
    path: '/new-password',
    access: 'anyone',
    tells: 'Sets a new password with the link that an operator has made. All sessions of that account end.',
    body: z.object({ token: z.string().max(200), password: newPassword }),
    answer: nothing,
  },
  lookAtInvitation: {
    method: 'POST',
    path: '/invitations/look',
    access: 'anyone',
    tells: 'What an invitation is for; consumes nothing.',
    body: z.object({ token: z.string().max(200) }),
    answer: z.object({
      integration: z.string().nullable(),
      role: anyRole,
      email: z.string().nullable(),
      invitedBy: z.string(),
      expiresAt: instant,
      /** The invited address has an account already: it signs in and accepts with it. */
      known: z.boolean(),
    }),
  },
  acceptInvitation: {
    method: 'POST',
    path: '/invitations/accept',
    access: 'anyone',
    tells: 'Accepts an invitation: creates the account (or takes the one that is signed in) and signs in.',
    body: z.object({
      token: z.string().max(200),
      /** null: the person who is signed in accepts. */
      account: z.object({ name, email, password: newPassword, language }).nullable(),
    }),
    answer: z.object({ person, integrationId: z.string().nullable() }),
  },
} as const satisfies Record<string, Route>;
