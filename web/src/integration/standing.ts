// How an integration stands, and what somebody should do next.

import type { AnyRole, IntegrationState, IntegrationView, Part, StepName } from '../api/types.ts';

/** Members of the first group set up, run and answer; of the second also pause. The server decides; this hides. */
export const mayAct = (role: AnyRole): boolean => role !== 'viewer';
export const mayLead = (role: AnyRole): boolean => role === 'operator' || role === 'admin';

type Steps = IntegrationView['steps'];

/** The first step that can be worked on; else the first that is not done. */
export function nextStepOf(steps: Steps): StepName | null {
  const open = steps.find(({ state }) => state === 'open') ?? steps.find(({ state }) => state === 'later');
  return open?.step ?? null;
}

export const stepNumber = (steps: Steps, name: StepName): number =>
  steps.findIndex(({ step }) => step === name) + 1;

/** Where the next thing to do is. */
export type Next =
  | { readonly to: 'step'; readonly step: StepName }
  | { readonly to: 'issues' }
  | { readonly to: 'run'; readonly runId: string }
  | null;

export function nextOf(view: IntegrationView): Next {
  switch (view.state) {
    case 'setting-up':
    case 'incomplete':
      return { to: 'step', step: nextStepOf(view.steps) ?? 'done' };
    case 'off':
      // Nobody switches on here what a configuration file left behind.
      return view.readOnly ? null : { to: 'step', step: 'done' };
    case 'reconnect':
      return { to: 'step', step: 'credentials' };
    case 'issues':
      return { to: 'issues' };
    case 'needs-decision':
      return view.lastRun === null ? null : { to: 'run', runId: view.lastRun.id };
    case 'waiting':
    case 'running':
    case 'in-step':
    case 'unreachable':
    case 'paused':
      return null;
    default:
      return view.state satisfies never;
  }
}

/** Whether the time of the next run has come. */
export const isDue = (nextRunAt: string): boolean => Date.parse(nextRunAt) <= Date.now();

/** Whether runs happen by themselves. */
export const isOn = (state: IntegrationState): boolean => state !== 'setting-up' && state !== 'off';

const sections = { employees: 'users', absences: 'absences', attendances: 'attendances' } as const;

/** Parts that the form switches on. */
export function partsOn({ form }: Pick<IntegrationView, 'form'>): readonly Part[] {
  return (['employees', 'absences', 'attendances'] as const).filter((part) => {
    const section = form[sections[part]];
    return (
      typeof section === 'object' &&
      section !== null &&
      !Array.isArray(section) &&
      section['enabled'] !== false
    );
  });
}
