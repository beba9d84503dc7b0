// A run as a workbook: its lines in words that say what became of them.

import { expect, test } from 'vitest';
import type { SolvedLine } from '../../core/report/run-report.ts';
import type { ReadRun } from './read.ts';
import { runTables } from './workbook.ts';

const line = {
  code: 'overlaps-foreign',
  employee: null,
  date: null,
  until: null,
  covers: 1,
  type: null,
  message: { en: 'm', de: 'm' },
  action: { en: 'a', de: 'a' },
};

test('what is only not looked at any more is not called solved', () => {
  const solved = (['solved', 'not-watched'] as const).map(
    (why) => ({ ...line, why }) as unknown as SolvedLine,
  );
  const report = { issues: [], holds: [], notes: [], solved } as unknown as ReadRun['report'];
  const words = (language: 'en' | 'de') =>
    runTables({ actions: [], report }, language)[1]
      ?.rows.slice(1)
      .map(([word]) => word);
  expect(words('de')).toEqual(['gelöst', 'nicht mehr beobachtet']);
  expect(words('en')).toEqual(['solved', 'no longer watched']);
});
