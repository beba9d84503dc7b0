// What lists show of a run, taken from its report when it is written.

import type { RunReport } from '../../core/report/run-report.ts';
import type { RunSummary } from '../../service/office/office.ts';

export type StoredSummary = Pick<
  RunSummary,
  'writes' | 'issues' | 'newIssues' | 'solved' | 'parts' | 'accessRefused'
>;

export const noSummary: StoredSummary = {
  writes: 0,
  issues: 0,
  newIssues: 0,
  solved: 0,
  parts: null,
  accessRefused: false,
};

/** null as long as there is no report. */
export function summaryOf(report: unknown): StoredSummary | null {
  if (report === null || report === undefined) return null;
  const { run, parts, issues, solved } = report as RunReport;
  return {
    writes: run.writes.personio + run.writes.timetac,
    issues: issues.length,
    newIssues: issues.filter((issue) => issue.new).length,
    solved: solved.filter(({ why }) => why === 'solved').length,
    parts,
    accessRefused: issues.some(({ code }) => code === 'credentials-refused'),
  };
}
