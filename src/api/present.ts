// From the verbs' words to the shapes of the contract: instants as text, and nothing that does not belong on a page.

import type { z } from 'zod';
import type { FrontDesk } from '../service/front-desk.ts';
import type {
  AuditEntry,
  DayCount,
  Invitation,
  Person,
  RunSummary,
  StoredCredential,
} from '../service/office/office.ts';
import { formHash } from '../service/setup/form.ts';
import type { Card, SetupView } from '../service/setup/view.ts';
import type { IntegrationView, integrationRoutes, runSummary } from './contract/integrations.ts';
import type { auditEntry } from './contract/people.ts';

export const iso = (at: number): string => new Date(at).toISOString();
export const isoOrNull = (at: number | null): string | null => (at === null ? null : iso(at));

export const shownPerson = (person: Person) => ({
  id: person.id,
  name: person.name,
  email: person.email,
  operator: person.operator,
  language: person.language,
  totp: person.totp?.confirmed === true,
  hasPassword: person.passwordHash !== null,
});

export const shownInvitation = ({ id, email, role, invitedBy, expiresAt }: Invitation) => ({
  id,
  email,
  role,
  invitedBy,
  expiresAt: iso(expiresAt),
});

export const shownRun = (run: RunSummary): z.output<typeof runSummary> => ({
  id: run.id,
  mode: run.mode,
  scope: run.scope,
  status: run.status,
  startedAt: iso(run.startedAt),
  finishedAt: isoOrNull(run.finishedAt),
  writes: run.writes,
  issues: run.issues,
  newIssues: run.newIssues,
  parts: run.parts,
});

const shownCredential = (credential: StoredCredential | null) =>
  credential === null
    ? null
    : {
        setAt: iso(credential.setAt),
        setBy: credential.setBy,
        endsIn: credential.endsIn,
        works: credential.works,
        triedAt: isoOrNull(credential.triedAt),
      };

export function shownIntegration(view: SetupView): IntegrationView {
  const { setup } = view;
  return {
    id: setup.id,
    name: setup.name,
    origin: setup.origin,
    readOnly: view.readOnly,
    role: view.role,
    state: view.state,
    form: setup.form as IntegrationView['form'],
    mistakes: view.mistakes.map(({ path, message, hint }) => ({ path, message, hint })),
    steps: view.steps.map((step) => ({ ...step, missing: [...step.missing] })),
    credentials: {
      personio: shownCredential(view.credentials.personio),
      timetac: shownCredential(view.credentials.timetac),
    },
    formHash: formHash(setup.form),
    signOff:
      setup.signOff === null
        ? null
        : {
            name: setup.signOff.name,
            by: setup.signOff.by,
            at: iso(setup.signOff.at),
            current: view.signOffIsCurrent,
          },
    paused: [...view.paused],
    running: view.running,
    lastRun: view.lastRun === null ? null : shownRun(view.lastRun),
    lastRehearsal: view.lastRehearsal === null ? null : shownRun(view.lastRehearsal),
    nextRunAt: isoOrNull(setup.nextRunAt),
    sandbox: view.sandbox,
  };
}

export const shownDays = (days: readonly DayCount[]) =>
  days.map(({ day, runs, writes, issues }) => ({ date: day, runs, writes, issues }));

type ShownCard = z.output<(typeof integrationRoutes)['listIntegrations']['answer']>['integrations'][number];

export const shownCard = ({ setup, role, state, lastRun, days }: Card): ShownCard => ({
  id: setup.id,
  name: setup.name,
  origin: setup.origin,
  role,
  state,
  openIssues: lastRun?.issues ?? 0,
  history: shownDays(days),
  lastRun: lastRun === null ? null : shownRun(lastRun),
  nextRunAt: setup.on ? isoOrNull(setup.nextRunAt) : null,
});

export const shownEntry = (entry: AuditEntry): z.output<typeof auditEntry> => ({
  seq: entry.seq,
  at: iso(entry.at),
  who: entry.who,
  what: entry.what,
  details: entry.details as z.output<typeof auditEntry>['details'],
  hash: entry.hash,
});

export const installationOf = async (desk: FrontDesk) => ({
  demo: desk.installation.demo,
  needsFirstOperator: !desk.installation.demo && (await desk.office.countOperators()) === 0,
  singleSignOn: desk.singleSignOn?.name ?? null,
  version: desk.installation.version,
});
