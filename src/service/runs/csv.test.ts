// The files of a run are named after its day as the company's clock has it.

import { expect, test } from 'vitest';
import type { ReadRun } from './read.ts';
import { runFileName } from './csv.ts';

const begun = (startedAt: string, zone: string) =>
  ({ summary: { startedAt: Date.parse(startedAt) }, zone }) as unknown as ReadRun;

test.each([
  ['an hour after midnight', '2026-03-01T23:10:00Z', 'Europe/Berlin', '2026-03-02'],
  ['in the evening, far in the west', '2026-03-02T04:30:00Z', 'America/New_York', '2026-03-01'],
  ['at noon', '2026-07-01T10:00:00Z', 'Europe/Berlin', '2026-07-01'],
])('a run %s', (_when, startedAt, zone, day) => {
  expect(runFileName(begun(startedAt, zone), 'csv')).toBe(`tandem-${day}.csv`);
  expect(runFileName(begun(startedAt, zone), 'xlsx')).toBe(`tandem-${day}.xlsx`);
});
