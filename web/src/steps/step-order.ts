// The eight steps in their order.

import type { IntegrationView, StepName } from '../api/types.ts';

export const stepOrder = [
  'accounts',
  'credentials',
  'users',
  'exports',
  'types',
  'form',
  'test',
  'done',
] as const satisfies readonly StepName[];

export function stepFrom(text: string | undefined): StepName | null {
  return stepOrder.find((step) => step === text) ?? null;
}

export const numberOf = (step: StepName): number => stepOrder.indexOf(step) + 1;

export function neighboursOf(step: StepName): {
  readonly before: StepName | null;
  readonly after: StepName | null;
} {
  const at = stepOrder.indexOf(step);
  return { before: stepOrder[at - 1] ?? null, after: stepOrder[at + 1] ?? null };
}

export type StepView = IntegrationView['steps'][number];

/** Steps before this one in which something is missing; sign-off and test hinder nobody. */
export function openBefore(steps: readonly StepView[], step: StepName): readonly StepName[] {
  return steps
    .filter((one) => one.state !== 'done' && numberOf(one.step) < numberOf(step))
    .map((one) => one.step)
    .filter((name) => name !== 'form' && name !== 'test');
}

/** In which step a value of the form is asked for. */
export function stepOfPath(path: string): StepName {
  if (path === 'timetac.credentialsExpireOn' || path.startsWith('personio.attributes')) {
    return 'credentials';
  }
  if (/^absences\.(types|fractions|approval)/.test(path)) {
    return 'types';
  }
  const section = path.split(/[.[]/)[0];
  switch (section) {
    case 'users':
      return 'users';
    case 'absences':
    case 'attendances':
    case 'lockedUntil':
      return 'exports';
    case 'schedule':
    case 'guard':
    case 'report':
      return 'done';
    default:
      return 'accounts';
  }
}
