// What a run did, kept together with each outcome, so that a killed run can be explained and taken back as well.

import { withoutWords } from '../core/attendance/comment.ts';
import { type Action, shownContent } from '../core/sync/desk.ts';
import type { Instant } from '../core/time/calendar.ts';
import type { Intent, RunAction } from './archive.ts';

/** What a run did so far, in memory. */
export interface Tally {
  /** Actions that were done, for the counts of the report. */
  readonly done: Action<unknown>[];
  /** When each write was done. */
  readonly wroteAt: Instant[];
  /** Units to be judged once more in this run: a foreign record moved, or an answer was lost. */
  again: number;
}

/** A write that was done. `targetId`: of the record as it is now, or was. */
export function doneWrite(intent: Intent, targetId: string | null): RunAction {
  const { id, runId, kind, part, employeeId, key, replaced } = intent;
  const [from, to] = [kept(intent.from), kept(intent.to)];
  return { runId, id, kind, part, employeeId, key, targetId, from, to, replaced, outcome: 'done' };
}

/** A record that was joined or forgotten: nothing was written outside. */
export const doneQuietly = (runId: string, action: Action<unknown>): RunAction => ({
  ...described(runId, action),
  id: `${action.kind} ${action.part} ${action.key}`,
  outcome: 'done',
});

/** A plan that was not carried out. What stays as it is needs no line. */
export const plannedActions = (runId: string, actions: readonly Action<unknown>[]): RunAction[] =>
  actions
    .filter((action) => action.kind !== 'keep')
    .map((action, index) => ({ ...described(runId, action), id: `planned ${index}`, outcome: 'planned' }));

/** Whether a write takes away, or brings back, what stays the same record for people. */
export const isHalf = (action: Action<unknown>, all: readonly Action<unknown>[]): boolean =>
  action.replaced || (action.kind === 'create' && all.some((other) => isHalfOf(other, action)));

/** The delete of a record that is created anew (`Action.replaced`). */
export const isHalfOf = (gone: Action<unknown>, again: Action<unknown>): boolean =>
  gone.replaced && gone.key === (again.formerKey ?? again.key);

function described(runId: string, action: Action<unknown>): Omit<RunAction, 'id' | 'outcome'> {
  const { kind, part, employeeId, key, targetId, replaced } = action;
  const [from, to] = [kept(action.from), kept(action.to)];
  return { runId, kind, part, employeeId, key, targetId, from, to, replaced };
}

const kept = (content: unknown): unknown => shownContent(withoutWords(content));
