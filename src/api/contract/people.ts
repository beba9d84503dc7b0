// Who may do what: members of an integration, operators, invitations, and the audit log.

import { z } from 'zod';
import type { Route } from './route.ts';
import { anyRole, instant, json, nothing, role } from './shapes.ts';

const invitation = z.object({
  id: z.string(),
  email: z.string().nullable(),
  role: anyRole,
  invitedBy: z.string(),
  expiresAt: instant,
});
const member = z.object({
  personId: z.string(),
  name: z.string(),
  email: z.string(),
  role: anyRole,
  lastSeenAt: instant.nullable(),
});
const invited = z.object({
  /** Shown once: it cannot be read again. The token stands behind the #. */
  link: z.string(),
  expiresAt: instant,
  /** Whether a mail with the link was sent. */
  mailed: z.boolean(),
});

export const auditEntry = z.object({
  seq: z.number(),
  at: instant,
  who: z.string(),
  /** `form.changed`; the page has the sentence. */
  what: z.string(),
  details: z.record(z.string(), json),
  hash: z.string(),
});

export const peopleRoutes = {
  listMembers: {
    method: 'GET',
    path: '/integrations/:id/people',
    access: 'see',
    tells: 'Members of an integration (operators too) and open invitations.',
    answer: z.object({ members: z.array(member), invitations: z.array(invitation) }),
  },
  inviteMember: {
    method: 'POST',
    path: '/integrations/:id/invitations',
    access: 'lead',
    tells:
      'Invites somebody to an integration, by mail where an address is given and mail is set up; the link is told once.',
    body: z.object({ email: z.email().max(200).nullable(), role }),
    answer: invited,
  },
  changeMember: {
    method: 'PUT',
    path: '/integrations/:id/people/:personId',
    access: 'lead',
    tells: 'Gives a member another role.',
    body: z.object({ role }),
    answer: nothing,
  },
  removeMember: {
    method: 'DELETE',
    path: '/integrations/:id/people/:personId',
    access: 'lead',
    tells: 'Takes a member out of an integration.',
    answer: nothing,
  },
  withdrawInvitation: {
    method: 'DELETE',
    path: '/integrations/:id/invitations/:invitationId',
    access: 'lead',
    tells: 'Makes an open invitation worthless.',
    answer: nothing,
  },
  listPeople: {
    method: 'GET',
    path: '/people',
    access: 'operator',
    tells: 'Everybody with an account in this installation, and open invitations of operators.',
    answer: z.object({
      people: z.array(
        z.object({
          id: z.string(),
          name: z.string(),
          email: z.string(),
          operator: z.boolean(),
          disabled: z.boolean(),
          integrations: z.array(z.object({ id: z.string(), name: z.string(), role })),
          lastSeenAt: instant.nullable(),
        }),
      ),
      invitations: z.array(invitation),
    }),
  },
  inviteOperator: {
    method: 'POST',
    path: '/invitations',
    access: 'operator',
    tells: 'Invites another operator.',
    body: z.object({ email: z.email().max(200).nullable() }),
    answer: invited,
  },
  withdrawOperatorInvitation: {
    method: 'DELETE',
    path: '/invitations/:invitationId',
    access: 'operator',
    tells: 'Makes an open invitation of an operator worthless.',
    answer: nothing,
  },
  makePasswordLink: {
    method: 'POST',
    path: '/people/:personId/new-password',
    access: 'operator',
    tells:
      'Makes a link with which somebody who has forgotten their password sets a new one; by mail too, where mail is set up.',
    answer: invited,
  },
  endSessionsOf: {
    method: 'POST',
    path: '/people/:personId/sessions/end',
    access: 'operator',
    tells: 'Ends all sessions of somebody, who may sign in again.',
    answer: nothing,
  },
  changePerson: {
    method: 'PUT',
    path: '/people/:personId',
    access: 'operator',
    tells:
      'Makes somebody an operator or not, or locks their account and ends their sessions; what is left out stays.',
    body: z.object({ operator: z.boolean().optional(), disabled: z.boolean().optional() }),
    answer: nothing,
  },
  readAudit: {
    method: 'GET',
    path: '/integrations/:id/audit',
    access: 'lead',
    tells: 'Who changed what, newest first; `before` is the number of the oldest entry known.',
    query: z.object({ before: z.coerce.number().int().positive().optional() }),
    answer: z.object({ entries: z.array(auditEntry), more: z.boolean() }),
  },
  readInstallationAudit: {
    method: 'GET',
    path: '/audit',
    access: 'operator',
    tells:
      'Who changed what in the installation as a whole: operators, and what belongs to no integration (any more).',
    query: z.object({ before: z.coerce.number().int().positive().optional() }),
    answer: z.object({ entries: z.array(auditEntry), more: z.boolean() }),
  },
  checkAudit: {
    method: 'GET',
    path: '/audit/check',
    access: 'operator',
    tells:
      'Whether the whole audit log, of all integrations too, is as it was written; `brokenAt` is the first entry that is not.',
    answer: z.object({ entries: z.number(), brokenAt: z.number().nullable() }),
  },
} as const satisfies Record<string, Route>;
