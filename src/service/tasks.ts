// Work that one process may hand to the one that holds the data folder. Settings travel complete, so that the holder
// needs no file and no environment of theirs.

import type { Review } from '../core/people/review.ts';
import type { Part } from '../core/report/codes.ts';
import type { RunReport } from '../core/report/run-report.ts';
import type { Settings } from '../core/settings/settings.ts';
import type { Choice } from '../core/sync/decision.ts';
import { asVendorTrouble } from '../engine/ports.ts';
import type { Undone } from '../engine/undo.ts';
import type { Progress, RunRequest } from '../engine/workshop.ts';
import type { Answer } from './desk-hours.ts';
import { type Explanation, explainOneDay } from './explain.ts';
import { type Home, readReport, startSync, startUndo } from './home.ts';
import {
  type Concerned,
  type IssueList,
  decideIssue,
  listIssues,
  retryIssue,
  takeBackAnswer,
  takeOverIssue,
} from './issues.ts';
import { pauseParts } from './pause.ts';
import { linkPeople, reviewMatching, unlinkPerson } from './people.ts';

/** Every verb with what it is given and what it answers. */
interface Verbs {
  sync: { given: { request: RunRequest }; answer: RunReport | 'busy' };
  report: { given: { runId: string | null }; answer: RunReport | null };
  undo: {
    given: { what: UndoWhat; mode: RunRequest['mode']; release: boolean };
    answer: Undone | 'busy' | null;
  };
  explain: { given: { employeeId: string; date: string }; answer: Explanation };
  issues: { given: object; answer: IssueList };
  retry: { given: { which: string }; answer: Answer<Concerned> };
  decide: { given: { which: string; choice: Choice }; answer: Answer<Concerned> };
  takeOver: { given: { which: string }; answer: Answer<Concerned> };
  takeBack: { given: { which: string }; answer: Answer<Concerned> };
  employees: { given: object; answer: Review | Trouble };
  link: {
    given: { personioId: string; timetacId: string };
    answer: Answer<{ readonly moved: boolean }> | Trouble;
  };
  unlink: { given: { personioId: string }; answer: Answer<{ readonly timetacId: string }> };
  pause: { given: { parts: readonly Part[]; paused: boolean }; answer: { readonly paused: readonly Part[] } };
}

/** `runId`: what this run created. */
export type UndoWhat = { readonly runId: string } | { readonly outOfScope: true };

/** A vendor could not be asked; told as a value, because it travels between processes. */
export interface Trouble {
  readonly trouble: string;
}

export type Verb = keyof Verbs;
export type Task<V extends Verb = Verb> = V extends Verb
  ? { readonly verb: V; readonly settings: Settings } & Readonly<Verbs[V]['given']>
  : never;
export type TaskResult<V extends Verb = Verb> = Verbs[V]['answer'];

export async function performTask(
  home: Home,
  task: Task,
  tell: (progress: Progress) => void,
): Promise<TaskResult> {
  const { settings } = task;
  switch (task.verb) {
    case 'sync':
      return startSync(home, settings, task.request, tell);
    case 'report':
      return readReport(home, settings, task.runId);
    case 'undo':
      return startUndo(home, settings, task, tell);
    case 'explain':
      return explainOneDay(home, settings, task.employeeId, task.date);
    case 'issues':
      return listIssues(home, settings);
    case 'retry':
      return retryIssue(home, settings, task.which);
    case 'decide':
      return decideIssue(home, settings, task.which, task.choice, Date.now());
    case 'takeOver':
      return takeOverIssue(home, settings, task.which);
    case 'takeBack':
      return takeBackAnswer(home, settings, task.which);
    case 'employees':
      return orTrouble(reviewMatching(home, settings, Date.now()));
    case 'link':
      return orTrouble(linkPeople(home, settings, task, Date.now()));
    case 'unlink':
      return unlinkPerson(home, settings, task.personioId, Date.now());
    case 'pause':
      return pauseParts(home, settings, task, Date.now());
    default:
      return task satisfies never;
  }
}

async function orTrouble<T>(work: Promise<T>): Promise<T | Trouble> {
  try {
    return await work;
  } catch (error) {
    const trouble = asVendorTrouble(error);
    if (trouble === null) throw error;
    return { trouble: trouble.message };
  }
}
