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
