// Taking a run back from the page, with a preview first.

import type { Actor, FrontDesk } from '../front-desk.ts';
import type { Branch } from '../../core/settings/tree.ts';
import type { RunReport, RunStatus } from '../../core/report/run-report.ts';
import { startUndo } from '../home.ts';
import { asVendorTrouble } from '../../engine/ports.ts';
import { troubleProblem } from '../live/trouble.ts';
import { Problem } from '../problem.ts';
import { noteOf, readSetup } from '../setup/change.ts';
import { runSettingsOf } from '../setup/settings-of.ts';

export interface TakenBack {
  /** Periods removed from Personio. */
  readonly removed: number;
  /** Accounts switched off in TimeTac. */
  readonly deactivated: number;
  /** Records that stay: changed since, gone, or no longer ours. */
  readonly left: number;
  readonly report: RunReport;
}

export async function takeBackRun(
  desk: FrontDesk,
  actor: Actor,
  setupId: string,
  runId: string,
  preview: boolean,
): Promise<TakenBack> {
  const settings = await runSettingsOf(desk, await readSetup(desk, setupId));
  const mode = preview ? 'dry-run' : 'live';
  const tell = preview
    ? () => undefined
    : (progress: Parameters<Parameters<typeof startUndo>[3]>[0]) =>
        desk.news.tell(setupId, { kind: 'progress', progress });
  const note = (what: string, details: Branch): Promise<void> =>
    desk.office.commit({ note: noteOf(desk, actor, setupId, what, { runId, ...details }) });
  if (!preview) await note('run.undo-asked', {});
  let status: RunStatus | 'fault' | null = 'fault';
  try {
    const undone = await startUndo(desk.home, settings, { what: { runId }, mode, release: false }, tell);
    if (undone === 'busy') {
      // Another run is at work, and tells its own end.
      status = null;
      throw new Problem('run-in-progress');
    }
    if (undone === null) throw new Problem('not-found');
    status = undone.report.run.status;
    const { absences, attendances, employees } = undone.report.parts;
    const removed = absences.deleted + attendances.deleted;
    if (!preview) await note('run.undone', { removed, deactivated: employees.deleted });
    if (status === 'failed') throw troubleIn(undone.report);
    return {
      removed,
      deactivated: employees.deleted,
      left: undone.left,
      report: undone.report,
    };
  } catch (error) {
    const trouble = asVendorTrouble(error);
    throw trouble === null ? error : troubleProblem(trouble);
  } finally {
    if (!preview && status !== null) desk.news.tell(setupId, { kind: 'ended', runId: null, mode, status });
  }
}

/** What could not be read or removed is no answer, and nothing was “changed since”. */
function troubleIn({ issues }: RunReport): Problem {
  const cause = issues.find(({ code }) => code === 'vendor-unreachable' || code === 'credentials-refused');
  return new Problem(
    'vendor-trouble',
    cause === undefined ? {} : { message: cause.message, hint: cause.action },
  );
}
