// A report in which nothing happened, for tests that show reports.

import type { PartReport, ReportLine, RunReport, RunStatus } from '../../src/core/report/run-report.ts';

export const noChanges: PartReport = {
  created: 0,
  updated: 0,
  deleted: 0,
  adopted: 0,
  unchanged: 0,
  held: 0,
  failed: 0,
};

/** A report whose run ended so; the rest as the test wants it. */
export function reportWith(status: RunStatus, change: Partial<RunReport> = {}): RunReport {
  return {
    run: {
      id: 'r1',
      mode: 'live',
      scope: 'incremental',
      status,
      paused: [],
      ledger: 'current',
      startedAt: '2026-03-02T08:00:00.000Z',
      finishedAt: '2026-03-02T08:00:01.000Z',
      requests: { personio: 9, timetac: 9 },
      tokenRequests: { personio: 1, timetac: 1 },
      writes: { personio: 7, timetac: 2 },
    },
    parts: { employees: noChanges, absences: noChanges, attendances: noChanges },
    issues: [],
    holds: [],
    notes: [],
    solved: [],
    refusal: null,
    ...change,
  };
}

/** A line of a report about nobody in particular. */
export function reportLine(code: ReportLine['code'], change: Partial<ReportLine> = {}): ReportLine {
  return {
    id: `id-${code}`,
    code,
    part: 'attendances',
    employee: null,
    date: null,
    until: null,
    new: false,
    covers: 1,
    details: [],
    sides: null,
    type: null,
    message: { en: 'said', de: 'gesagt' },
    action: { en: 'do', de: 'tun' },
    ...change,
  };
}
