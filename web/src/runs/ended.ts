// The end of a run, as the events tell it, or, where the event was missed, as the integration shows it afterwards.

import type { IntegrationView, RunEvent, RunSummary } from '../api/types.ts';

type EndedEvent = Extract<RunEvent, { readonly kind: 'ended' }>;
export type RunEnded = Pick<EndedEvent, 'runId' | 'mode' | 'status'>;

/** The newest run of an integration, as an end; null: none has ended. */
export function endSeenIn({ lastRun, lastRehearsal }: IntegrationView): RunEnded | null {
  const newest = [lastRun, lastRehearsal]
    .flatMap((run) => (run === null ? [] : [run]))
    .sort((a, b) => (a.startedAt < b.startedAt ? 1 : -1))[0];
  return newest === undefined || newest.status === 'running'
    ? null
    : { runId: newest.id, mode: newest.mode, status: statusOf(newest.status) };
}

function statusOf(status: Exclude<RunSummary['status'], 'running'>): RunEnded['status'] {
  return status === 'interrupted' ? 'fault' : status;
}
