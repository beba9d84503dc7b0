// What waits is not gone (rules 0.6, 3.1 and 3.5): a row that nobody approved yet, or that runs again, leaves what was
// exported of it where it is, also on days which it does not touch any more.

import type { TimetacState } from '../../src/simulators/timetac/state.ts';
import type { ChartRules } from './chart.ts';

/** `key`: of the period in the ledger, named after the row that it begins with. */
export function waitsForItsRow(
  key: string,
  state: TimetacState,
  userId: number,
  { approvedOnly }: ChartRules,
): boolean {
  const row = state.timeTrackings.find((one) => one.id === Number(key.split('@')[0]));
  if (row?.user_id !== userId) return false;
  return row.end_time === null || (approvedOnly && !row.approved_by_admin);
}
