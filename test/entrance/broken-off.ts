// A run that breaks off: what was planned before it began, and what the next one has to bring about.

import { expect } from 'vitest';
import { type ReportDocument, readDocument } from './report-document.ts';
import type { Stage } from './stage.ts';
import { tandem } from './tandem.ts';

export interface Planned {
  readonly report: ReportDocument;
  /** Records that Personio will have of ours. */
  readonly records: number;
}

const syncs = async (words: readonly string[]): Promise<ReportDocument> =>
  readDocument((await tandem(['sync', ...words, '--json', '--quiet'])).out);

/** What a first run would do. */
export async function planOf(words: readonly string[]): Promise<Planned> {
  const report = await syncs([...words, '--dry-run']);
  return { report, records: report.parts.absences.created + report.parts.attendances.created };
}

/** The next run ends as planned: nothing is missing, nothing stands twice, and nothing is left to do. */
export async function expectCompletion(
  stage: Stage,
  words: readonly string[],
  planned: Planned,
): Promise<void> {
  const report = await syncs(words);
  expect(report.run.status).toBe(planned.report.run.status);
  expect(stage.exported()).toHaveLength(planned.records);
  expect(new Set(stage.exported()).size).toBe(planned.records);
  expect(report.issues.map(({ code }) => code)).toEqual(planned.report.issues.map(({ code }) => code));
  const again = await syncs([...words, '--full']);
  expect(again.run.writes).toEqual({ personio: 0, timetac: 0 });
}
