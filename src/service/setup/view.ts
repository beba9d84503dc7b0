// An integration as the page shows it: its form, what is missing, how it stands.

import { groupBy } from '../../core/people/names.ts';
import { type Step, stepsOf } from '../../core/settings/steps.ts';
import type { Mistake } from '../../core/settings/document.ts';
import type { Part } from '../../core/report/codes.ts';
import { parts } from '../../core/report/codes.ts';
import { isBranch } from '../../core/settings/tree.ts';
import type { Actor, FrontDesk, SandboxKeys } from '../front-desk.ts';
import { historyFrom } from '../looks/history.ts';
import type { CredentialPlace, DayCount, RunSummary, Setup, StoredCredential } from '../office/office.ts';
import { readSetup } from './change.ts';
import { formHash } from './form.ts';
import { archiveIdOf } from './identity.ts';
import { credentialsOf, mistakesOf, standstillOf } from './settings-of.ts';

export type State =
  | 'setting-up'
  | 'off'
  | 'waiting'
  | 'running'
  | 'in-step'
  | 'issues'
  | 'reconnect'
  | 'incomplete'
  | 'unreachable'
  | 'needs-decision'
  | 'paused';

export interface SetupView {
  readonly setup: Setup;
  readonly readOnly: boolean;
  readonly role: Actor['role'];
  readonly state: State;
  readonly mistakes: readonly Mistake[];
  readonly steps: readonly Step[];
  readonly credentials: {
    readonly personio: StoredCredential | null;
    readonly timetac: StoredCredential | null;
  };
  readonly signOffIsCurrent: boolean;
  readonly paused: readonly Part[];
  readonly running: ReturnType<FrontDesk['news']['running']>;
  readonly lastRun: RunSummary | null;
  readonly lastRehearsal: RunSummary | null;
  readonly sandbox: SandboxKeys | null;
}

export async function viewSetup(desk: FrontDesk, actor: Actor, id: string): Promise<SetupView> {
  const setup = await readSetup(desk, id);
  const archiveId = archiveIdOf(desk, setup);
  const standing = archiveId === null ? undefined : (await desk.office.standing([archiveId])).get(archiveId);
  const credentials = await credentialsOf(desk, setup);
  const lastRun = standing?.lastRun ?? null;
  const paused = standing?.paused ?? [];
  const isFile = setup.origin === 'file';
  const mistakes = isFile ? [] : mistakesOf(desk, setup);
  const hash = formHash(setup.form);
  const signOffIsCurrent = setup.signOff?.formHash === hash;
  const rehearsalId = setup.rehearsal?.runId ?? null;
  const lastRehearsal =
    archiveId === null || rehearsalId === null ? null : await desk.office.runSummary(archiveId, rehearsalId);
  return {
    setup,
    readOnly: isFile,
    role: actor.role,
    state: stateOf(desk, setup, { lastRun, paused, places: await desk.office.credentialPlaces([id]) }),
    mistakes,
    steps: isFile
      ? allDone
      : stepsOf({
          form: setup.form,
          mistakes,
          credentials: {
            personio: worksOf(credentials.personio),
            timetac: worksOf(credentials.timetac),
          },
          signed: setup.signOff === null ? 'never' : signOffIsCurrent ? 'current' : 'before-changes',
          rehearsal: isOfOtherKeys(setup, credentials, lastRehearsal)
            ? 'before-changes'
            : rehearsalOf(setup, hash),
          on: setup.on,
        }),
    credentials,
    signOffIsCurrent,
    paused,
    running: desk.news.running(id),
    lastRun,
    lastRehearsal,
    sandbox: setup.origin === 'sandbox' ? desk.sandbox.keysOf(id) : null,
  };
}

const allDone: readonly Step[] = (
  ['accounts', 'credentials', 'users', 'exports', 'types', 'form', 'test', 'done'] as const
).map((step) => ({ step, state: 'done', missing: [] }));

/** Credentials that were kept although a test failed, or that a run found refused since, are told apart from none. */
const worksOf = (credential: StoredCredential | null): boolean | null =>
  credential === null ? null : credential.works !== false;

function rehearsalOf(
  { rehearsal }: Setup,
  hash: string,
): 'never' | 'before-changes' | 'failed' | 'refused' | 'done' {
  if (rehearsal === null) return 'never';
  if (rehearsal.formHash !== hash) return 'before-changes';
  if (rehearsal.status === 'refused') return 'refused';
  return rehearsal.status === 'done' || rehearsal.status === 'done-with-issues' ? 'done' : 'failed';
}

/** Other credentials may be another company's, or see less. One that is on runs by them, and needs no rehearsal any more. */
const isOfOtherKeys = (
  { on }: Setup,
  { personio, timetac }: SetupView['credentials'],
  rehearsal: RunSummary | null,
): boolean =>
  !on &&
  rehearsal !== null &&
  [personio, timetac].some((credential) => credential !== null && credential.setAt > rehearsal.startedAt);

function stateOf(
  desk: FrontDesk,
  setup: Setup,
  {
    lastRun,
    paused,
    places,
  }: {
    readonly lastRun: RunSummary | null;
    readonly paused: readonly Part[];
    readonly places: readonly CredentialPlace[];
  },
): State {
  if (!setup.on) return setup.firstOnAt === null ? 'setting-up' : 'off';
  if (desk.news.running(setup.id) !== null) return 'running';
  const enabled = parts.filter((part) => isOn(setup, part));
  if (enabled.length > 0 && enabled.every((part) => paused.includes(part))) return 'paused';
  // What the newest run said is no news where no further run can follow it.
  const standstill = standstillOf(desk, setup, places);
  if (standstill !== null) return standstill === 'form-has-mistakes' ? 'incomplete' : 'reconnect';
  switch (lastRun?.status) {
    case undefined:
    case 'running':
    case 'interrupted':
      return 'waiting';
    case 'refused':
      return 'needs-decision';
    case 'failed':
      return lastRun?.accessRefused ? 'reconnect' : 'unreachable';
    default:
      return (lastRun?.issues ?? 0) > 0 ? 'issues' : 'in-step';
  }
}

function isOn({ form }: Setup, part: Part): boolean {
  const section = form[part === 'employees' ? 'users' : part];
  return isBranch(section) && section['enabled'] !== false;
}

export interface Card {
  readonly setup: Setup;
  readonly role: Actor['role'];
  readonly state: State;
  readonly lastRun: RunSummary | null;
  /** Of the last 30 days. */
  readonly days: readonly DayCount[];
}

/** What somebody may see, those first that need somebody. */
export async function listSetups(desk: FrontDesk, actor: Pick<Actor, 'person'>): Promise<Card[]> {
  const { person } = actor;
  const roles = new Map(
    (await desk.office.members({ personId: person.id })).map((one) => [one.setupId, one.role]),
  );
  const setups = (await desk.office.setups()).filter(({ id }) => person.operator || roles.has(id));
  const archives = new Map(setups.map((setup) => [setup.id, archiveIdOf(desk, setup)]));
  const archiveIds = [...new Set([...archives.values()].filter((id) => id !== null))];
  const standing = await desk.office.standing(archiveIds);
  const places = groupBy(
    await desk.office.credentialPlaces(setups.map(({ id }) => id)),
    ({ setupId }) => setupId,
  );
  const days = await desk.office.dayCounts(archiveIds, historyFrom(desk.now()));
  return setups
    .map((setup): Card => {
      const own = standing.get(archives.get(setup.id) ?? '');
      const lastRun = own?.lastRun ?? null;
      const state = stateOf(desk, setup, {
        lastRun,
        paused: own?.paused ?? [],
        places: places.get(setup.id) ?? [],
      });
      return {
        setup,
        role: person.operator ? 'operator' : (roles.get(setup.id) ?? 'viewer'),
        state,
        lastRun,
        days: days.get(archives.get(setup.id) ?? '') ?? [],
      };
    })
    .sort(
      (a, b) =>
        urgency.indexOf(a.state) - urgency.indexOf(b.state) || a.setup.name.localeCompare(b.setup.name),
    );
}

const urgency: readonly State[] = [
  'reconnect',
  'incomplete',
  'needs-decision',
  'unreachable',
  'issues',
  'setting-up',
  'waiting',
  'running',
  'paused',
  'in-step',
  'off',
];
