// Where verbs work: one open database and the way to the vendors. Whoever holds the data folder has a home, a command
// on the command line as well as the server; everybody else hands verbs to the holder.

import { randomBytes, randomUUID } from 'node:crypto';
import type { RunReport } from '../core/report/run-report.ts';
import type { Settings } from '../core/settings/settings.ts';
import type { Archive } from '../engine/archive.ts';
import type { HrDoor, TimeDoor } from '../engine/ports.ts';
import { isIdle } from '../engine/poll.ts';
import { runSync } from '../engine/run-sync.ts';
import { type UndoRequest, type Undone, removeOutOfScope, undoRun } from '../engine/undo.ts';
import { tidy } from './tidy.ts';
import { withoutErased } from './personal/erased-doors.ts';
import type { GenerationMark, Progress, RunRequest, Workshop } from '../engine/workshop.ts';

export interface Home {
  readonly openArchive: (settings: Settings) => Promise<Archive>;
  readonly openDoors: (settings: Settings) => Doors;
  /** Absent where nothing outside the database may be kept. */
  readonly generationOf?: (settings: Settings) => GenerationMark;
  /** Vendor writes at once. */
  readonly concurrency: number;
  /** For how many days contents are kept in clear (rule 0.2). */
  readonly detailDays: number;
}

export interface Doors {
  readonly hr: HrDoor;
  readonly time: TimeDoor;
  readonly close: () => Promise<void>;
}

/** The identity of an integration: an explicit id, else TimeTac's host and account (rule 4.6). */
export function integrationId(settings: Settings): string {
  if (settings.id !== null) return settings.id;
  return accountIdentity(settings.timetac.baseUrl, settings.timetac.account);
}

/** TimeTac's host and account, however they are spelled: a host may end with the dot of the root. */
export const accountIdentity = (baseUrl: string, account: string): string =>
  `${new URL(baseUrl).host.replace(/\.(?=:|$)/, '')}/${account}`.toLowerCase();

/** One run. `busy`: another run of this integration is in progress. */
export function startSync(
  home: Home,
  settings: Settings,
  request: RunRequest,
  tell: (progress: Progress) => void,
): Promise<RunReport | 'busy'> {
  return inWorkshop(home, settings, tell, (shop) => runSync(shop, request));
}

/** One look at the time system: whether a run would find nothing to do. */
export const startPoll = (home: Home, settings: Settings): Promise<boolean> =>
  inWorkshop(home, settings, () => undefined, isIdle);

/** Takes back a run, or what has been taken out of scope. null: there is no such run. */
export function startUndo(
  home: Home,
  settings: Settings,
  {
    what,
    ...request
  }: UndoRequest & { readonly what: { readonly runId: string } | { readonly outOfScope: true } },
  tell: (progress: Progress) => void,
): Promise<Undone | 'busy' | null> {
  return inWorkshop(home, settings, tell, (shop) =>
    'runId' in what ? undoRun(shop, what.runId, request) : removeOutOfScope(shop, request),
  );
}

/** The doors through which everything is read and written; whoever was erased does not come in. */
export async function openDoorsFor(home: Home, settings: Settings, archive?: Archive): Promise<Doors> {
  return withoutErased(home.openDoors(settings), archive ?? (await home.openArchive(settings)));
}

async function inWorkshop<T>(
  home: Home,
  settings: Settings,
  tell: (progress: Progress) => void,
  work: (shop: Workshop) => Promise<T>,
): Promise<T> {
  const archive = await home.openArchive(settings);
  const doors = await openDoorsFor(home, settings, archive);
  try {
    return await work({
      hr: doors.hr,
      time: doors.time,
      archive,
      generation: home.generationOf?.(settings) ?? null,
      settings,
      now: Date.now,
      sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
      newId: randomUUID,
      newPassword: () => `Aa1-${randomBytes(24).toString('base64url')}`,
      concurrency: home.concurrency,
      detailDays: home.detailDays,
      tell,
      tidy,
    });
  } finally {
    await doors.close();
  }
}

/** The report of a run, or of the newest finished one. null: there is no such run. */
export async function readReport(
  home: Home,
  settings: Settings,
  runId: string | null,
): Promise<RunReport | null> {
  const archive = await home.openArchive(settings);
  if (runId !== null) return ((await archive.run(runId))?.report ?? null) as RunReport | null;
  // Nearly always among the newest; rehearsals and killed runs may stand before it.
  for (const many of [3, 50]) {
    const finished = (await archive.runs(many)).find((run) => run.report !== null && run.mode === 'live');
    if (finished !== undefined) return finished.report as RunReport;
  }
  return null;
}
