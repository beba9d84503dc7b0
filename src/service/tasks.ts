// Work that one process may hand to the one that holds the data folder. Settings travel complete, so that the holder
// needs no file and no environment of theirs.

import type { RunReport } from '../core/report/run-report.ts';
import type { Settings } from '../core/settings/settings.ts';
import type { Progress, RunRequest } from '../engine/workshop.ts';
import { type Home, readReport, startSync } from './home.ts';

export type Task =
  | { readonly verb: 'sync'; readonly settings: Settings; readonly request: RunRequest }
  | { readonly verb: 'report'; readonly settings: Settings; readonly runId: string | null };

/** A report; `busy` while another run of the integration is in progress; null when there is no such run. */
export type TaskResult = RunReport | 'busy' | 'idle' | null;

export function performTask(home: Home, task: Task, tell: (progress: Progress) => void): Promise<TaskResult> {
  switch (task.verb) {
    case 'sync':
      return startSync(home, task.settings, task.request, tell);
    case 'report':
      return readReport(home, task.settings, task.runId);
    default:
      return task satisfies never;
  }
}
