// Exit codes (interface.md). Where several apply, the order of severity decides.

import type { RunReport } from '../core/report/run-report.ts';

export const exitCodes = {
  inStep: 0,
  issues: 1,
  usage: 2,
  vendor: 3,
  refused: 4,
  busy: 5,
  fault: 70,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

export function exitOfReport(report: RunReport): ExitCode {
  switch (report.run.status) {
    case 'failed':
      return exitCodes.vendor;
    case 'refused':
      return exitCodes.refused;
    case 'done-with-issues':
      return exitCodes.issues;
    case 'done':
      return exitCodes.inStep;
    default:
      return report.run.status satisfies never;
  }
}
