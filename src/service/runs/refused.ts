// Whose credentials a run was refused with, so that they are not tried too often (rule 4.5).

import { isMissingRight } from '../../core/report/access.ts';
import type { Finding } from '../../core/report/codes.ts';
import type { RunReport } from '../../core/report/run-report.ts';
import type { Side } from '../../engine/ports.ts';

/**
 * Of a live run that asked them. A right that is missing locks nobody out: the other parts go on, and so do the runs.
 * @param findings as they stand after the run
 */
export function refusedSides(
  findings: readonly Pick<Finding, 'code' | 'facts'>[],
  { run }: { readonly run: Pick<RunReport['run'], 'mode' | 'requests' | 'tokenRequests'> },
): Side[] {
  if (run.mode !== 'live') return [];
  const refused = findings
    .filter(({ code, facts }) => code === 'credentials-refused' && !isMissingRight(facts))
    .map(({ facts }) => facts['vendor']);
  return (['personio', 'timetac'] as const).filter(
    (side) => refused.includes(side) && run.requests[side] + run.tokenRequests[side] > 0,
  );
}
