// The list for payroll: a line for each correction, with its own days and in the reader's words.

import { expect, test } from 'vitest';
import { correctionsAsCsv, correctionsIn } from './payroll.ts';
import type { ReportLine } from './run-report.ts';

const line: ReportLine = {
  id: 'i1',
  code: 'month-closed',
  part: 'attendances',
  employee: { personioId: '7', timetacId: 70, name: 'Anna Muster' },
  date: '2026-01-05',
  until: '2026-01-20',
  new: true,
  covers: 3,
  type: null,
  details: [],
  sides: null,
  message: { en: 'closed', de: 'geschlossen' },
  action: { en: 'book it', de: 'buchen' },
};

const table = (details: readonly string[], language: 'en' | 'de'): string[] =>
  correctionsAsCsv(correctionsIn([{ ...line, details: [...details] }]), language)
    .split(/\r?\n/)
    .slice(1)
    .filter((row) => row !== '');

test('each correction has its own days, and a break is called one', () => {
  const details = [
    '– → 2026-01-05 08:00–12:00',
    '– → BREAK 2026-01-05 12:00–12:30',
    '2026-01-19–2026-01-20 → –',
    '2026-01-06 → 2026-01-06 [type]',
  ];
  expect(table(details, 'de')).toEqual([
    '7;Anna Muster;Anwesenheit;;05.01.2026;;– → 05.01.2026 08:00–12:00',
    '7;Anna Muster;Anwesenheit;;05.01.2026;;– → Pause 05.01.2026 12:00–12:30',
    '7;Anna Muster;Anwesenheit;;19.01.2026;20.01.2026;19.01.2026–20.01.2026 → –',
    '7;Anna Muster;Anwesenheit;;06.01.2026;;06.01.2026 → 06.01.2026 von anderer Art',
  ]);
  expect(table(details, 'en')[1]).toContain('– → break 5 Jan 2026 12:00–12:30');
});

test('a correction that names no day has those of its line', () => {
  expect(table([], 'de')).toEqual(['7;Anna Muster;Anwesenheit;;05.01.2026;20.01.2026;geschlossen']);
});
