// Which run was the pilot: the one that was started here, else the only real run there can be before switching on.

import type { IntegrationView } from '../../api/types.ts';

export function pilotRunId(
  { state, lastRun }: Pick<IntegrationView, 'state' | 'lastRun'>,
  startedHere: string | null,
): string | null {
  if (startedHere !== null) {
    return startedHere;
  }
  return state === 'setting-up' && lastRun?.mode === 'live' && lastRun.status !== 'running'
    ? lastRun.id
    : null;
}

const keyOf = (integrationId: string): string => `tandem-pilot-${integrationId}`;

/** Started in this browser: found again after the page was closed. */
export function keptPilot(integrationId: string): string | null {
  try {
    return localStorage.getItem(keyOf(integrationId));
  } catch {
    // Storage may be forbidden; the pilot is then found under “Runs”.
    return null;
  }
}

export function keepPilot(integrationId: string, runId: string): void {
  try {
    localStorage.setItem(keyOf(integrationId), runId);
  } catch {
    // See above.
  }
}
