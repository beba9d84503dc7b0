// Members, operators, invitations, the audit log.

import { invite } from '../../service/session/invitations.ts';
import {
  changeMember,
  changePerson,
  endSessionsOf,
  listMembers,
  listPeople,
  removeMember,
  withdrawInvitation,
} from '../../service/session/people.ts';
import { makePasswordLink } from '../../service/session/new-password.ts';
import { checkAudit } from '../../service/office/audit-chain.ts';
import { withNames } from '../../service/personal/audit-names.ts';
import type { peopleRoutes } from '../contract/people.ts';
import type { Handlers } from '../handler.ts';
import { iso, isoOrNull, shownEntry, shownInvitation } from '../present.ts';

const entriesPerPage = 50;

export const peopleHandlers: Pick<Handlers, keyof typeof peopleRoutes> = {
  listMembers: async ({ desk, params }) => {
    const { members, invitations } = await listMembers(desk, params.id);
    return {
      members: members.map(({ person, role, lastSeenAt }) => ({
        personId: person.id,
        name: person.name,
        email: person.email,
        role,
        lastSeenAt: isoOrNull(lastSeenAt),
      })),
      invitations: invitations.map(shownInvitation),
    };
  },
  inviteMember: async ({ desk, actor, params, body }) => {
    const invited = await invite(desk, actor, { setupId: params.id, ...body });
    return { ...invited, expiresAt: iso(invited.expiresAt) };
  },
  changeMember: async ({ desk, actor, params, body }) => {
    await changeMember(desk, actor, params.id, params.personId, body.role);
    return null;
  },
  removeMember: async ({ desk, actor, params }) => {
    await removeMember(desk, actor, params.id, params.personId);
    return null;
  },
  withdrawInvitation: async ({ desk, actor, params }) => {
    await withdrawInvitation(desk, actor, params.id, params.invitationId);
    return null;
  },
  listPeople: async ({ desk }) => {
    const { people, invitations } = await listPeople(desk);
    return {
      people: people.map(({ person, integrations, lastSeenAt }) => ({
        id: person.id,
        name: person.name,
        email: person.email,
        operator: person.operator,
        disabled: person.disabledAt !== null,
        integrations: [...integrations],
        lastSeenAt: isoOrNull(lastSeenAt),
      })),
      invitations: invitations.map(shownInvitation),
    };
  },
  inviteOperator: async ({ desk, actor, body }) => {
    const invited = await invite(desk, actor, { setupId: null, role: 'operator', email: body.email });
    return { ...invited, expiresAt: iso(invited.expiresAt) };
  },
  withdrawOperatorInvitation: async ({ desk, actor, params }) => {
    await withdrawInvitation(desk, actor, null, params.invitationId);
    return null;
  },
  makePasswordLink: async ({ desk, actor, params }) => {
    const made = await makePasswordLink(desk, actor, params.personId);
    return { ...made, expiresAt: iso(made.expiresAt) };
  },
  endSessionsOf: async ({ desk, actor, params }) => {
    await endSessionsOf(desk, actor, params.personId);
    return null;
  },
  changePerson: async ({ desk, actor, params, body }) => {
    await changePerson(desk, actor, params.personId, body);
    return null;
  },
  readAudit: async ({ desk, params, query }) => {
    const entries = await desk.office.audit(params.id, query.before ?? null, entriesPerPage + 1);
    const named = await withNames(desk, params.id, entries.slice(0, entriesPerPage));
    return { entries: named.map(shownEntry), more: entries.length > entriesPerPage };
  },
  checkAudit: ({ desk }) => checkAudit(desk.office),
  readInstallationAudit: async ({ desk, query }) => {
    const entries = await desk.office.audit(null, query.before ?? null, entriesPerPage + 1);
    return {
      entries: entries.slice(0, entriesPerPage).map(shownEntry),
      more: entries.length > entriesPerPage,
    };
  },
};
