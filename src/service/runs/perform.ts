// One run out of the queue: settings as they are now, the run itself, and what is remembered of it.

import type { Finding } from '../../core/report/codes.ts';
import type { RunReport } from '../../core/report/run-report.ts';
import type { Settings } from '../../core/settings/settings.ts';
import type { Progress } from '../../engine/workshop.ts';
import type { FrontDesk, NewsItem, RunOrder } from '../front-desk.ts';
import { startSync } from '../home.ts';
import { gatherMs } from '../live/hook.ts';
import type { Setup } from '../office/office.ts';
import { formHash } from '../setup/form.ts';
import { archiveIdOf } from '../setup/identity.ts';
import { lastRunOf } from './last-run.ts';
import { refusedSides } from './refused.ts';
import { credentialOf, runSettingsOrNull } from '../setup/settings-of.ts';

/** A run says at least this often that it goes on. */
const stillThereMs = 15_000;
/** While another run of the integration is in progress, the next try waits so long. */
const busyMs = 30_000;
/** Credentials that were refused are not tried more often than that, so that no account gets locked. */
const refusedMs = 60 * 60_000;
/** Until somebody looks again at what cannot run, unless it is changed before. */
const putOffMs = 15 * 60_000;

export type RunEnd = RunReport | 'busy' | 'idle' | 'gone' | 'fault';

/** `fault`: ours; it is tried again. `idle`: a later run has answered it already. `gone`: the integration was removed or switched off, or its form is not complete any more; nothing can run. */
export async function performRun(desk: FrontDesk, order: RunOrder): Promise<RunEnd> {
  const { setupId, request } = order;
  const setup = await desk.office.setup(setupId);
  if (setup === null) return 'gone';
  // Asked for before somebody switched it off. A pilot of chosen people, and what writes nothing, may run all the same.
  if (!setup.on && request.mode === 'live' && request.employeeIds === null) {
    ended(desk, order, { runId: null, status: 'fault' });
    return 'gone';
  }
  if (await isAnswered(desk, setup, order)) return 'idle';
  const settings = await runSettingsOrNull(desk, setup);
  if (settings === null) {
    ended(desk, order, { runId: null, status: 'fault' });
    await putOff(desk, setupId);
    return 'gone';
  }
  const telling = tellingOf(desk, setupId);
  try {
    const report = await startSync(desk.home, settings, request, telling.tell).finally(telling.stop);
    await remember(desk, setup, settings, request, report);
    if (report === 'busy') ended(desk, order, { runId: null, status: report });
    else ended(desk, order, { runId: report.run.id, status: report.run.status });
    return report;
  } catch (error) {
    ended(desk, order, { runId: null, status: 'fault' });
    throw error;
  }
}

/** A run came to nothing, and will again: what is changed in the form, or hinted at, makes it due sooner. */
export const putOff = (desk: FrontDesk, setupId: string): Promise<void> =>
  desk.office.changeSetup(setupId, (now) =>
    now.on ? { putSetup: { ...now, nextRunAt: desk.now() + putOffMs } } : null,
  );

const isGood = (report: RunReport | 'busy'): boolean =>
  report !== 'busy' && report.run.mode === 'live' && report.run.status.startsWith('done');

/** While a check takes hours, the schedule asks again and again: what a run has begun after that has answered it. */
async function isAnswered(desk: FrontDesk, setup: Setup, { askedAt }: RunOrder): Promise<boolean> {
  const archiveId = askedAt === undefined ? null : archiveIdOf(desk, setup);
  if (askedAt === undefined || archiveId === null) return false;
  const last = await lastRunOf(desk.office, archiveId);
  return last !== null && (last.finishedAt ?? last.startedAt) > askedAt && last.startedAt < askedAt;
}

/** Until the next run at most: what Personio hinted at, or somebody changed, meanwhile is acted on soon. */
function patienceAfter(before: Setup, now: Setup, report: RunReport | 'busy', isRefused: boolean): number {
  // A hint says nothing of credentials that are refused.
  const isHinted = !isRefused && (now.hintedAt ?? null) !== (before.hintedAt ?? null);
  if (isHinted || now.changedAt !== before.changedAt) return gatherMs;
  return report === 'busy' ? busyMs : Number.POSITIVE_INFINITY;
}

/** Progress as it comes, and again while nothing moves: others must see that the run goes on. */
function tellingOf({ news }: FrontDesk, setupId: string) {
  let last: Progress = { phase: 'reading', part: null, done: 0, total: null };
  const tell = (progress: Progress): void => {
    last = progress;
    news.tell(setupId, { kind: 'progress', progress });
  };
  tell(last);
  const timer = setInterval(() => tell(last), stillThereMs);
  timer.unref();
  return { tell, stop: () => clearInterval(timer) };
}

function ended(
  desk: FrontDesk,
  { setupId, request }: RunOrder,
  end: Pick<NewsItem & { kind: 'ended' }, 'runId' | 'status'>,
): void {
  desk.news.tell(setupId, { kind: 'ended', mode: request.mode, ...end });
}

async function remember(
  desk: FrontDesk,
  setup: Setup,
  settings: Settings,
  request: RunOrder['request'],
  report: RunReport | 'busy',
): Promise<void> {
  const everyMs = settings.schedule.everySeconds * 1000;
  const refused = typeof report === 'string' ? [] : refusedSides(await findingsOf(desk, settings), report);
  const isRefused = refused.length > 0;
  const nextMs = isRefused ? Math.max(everyMs, refusedMs) : everyMs;
  const nextRunAfter = ({ nextRunAt }: Setup, waitMs: number): number =>
    // What somebody asked for while the run went on is not put off by its end.
    isRefused && nextRunAt !== setup.nextRunAt && nextRunAt !== null
      ? Math.min(nextRunAt, desk.now() + waitMs)
      : desk.now() + waitMs;
  await desk.office.changeSetup(setup.id, (now) => ({
    putSetup: {
      ...now,
      ...(isGood(report) ? { lookedAt: desk.now() } : {}),
      nextRunAt: now.on
        ? nextRunAfter(now, Math.min(nextMs, patienceAfter(setup, now, report, isRefused)))
        : null,
      // One of some people, or of some parts, is no rehearsal of what will happen.
      ...(request.mode === 'dry-run' &&
      request.only === null &&
      request.employeeIds === null &&
      typeof report !== 'string'
        ? {
            rehearsal: { runId: report.run.id, formHash: formHash(setup.form), status: report.run.status },
          }
        : {}),
    },
  }));
  if (typeof report === 'string') return;
  // Refused credentials are told in step 2 as well, until somebody tests new ones.
  for (const side of refused) {
    const stored = await credentialOf(desk, setup, side);
    // Those that were set while the run went on are others than it was refused with.
    if (stored !== null && stored.setAt <= Date.parse(report.run.startedAt))
      await desk.office.commit({ markCredential: { ...stored, works: false, triedAt: desk.now() } });
  }
}

const findingsOf = async (desk: FrontDesk, settings: Settings): Promise<readonly Finding[]> =>
  (await (await desk.home.openArchive(settings)).findings()).flatMap(({ findings }) => findings);
