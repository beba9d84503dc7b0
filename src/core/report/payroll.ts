// Corrections that came after a month was closed: what payroll has to book by hand, one line per correction.

import { csvOf } from './csv.ts';
import { dateForm, datesInside, type Language } from './forms.ts';
import type { ReportLine } from './run-report.ts';
import type { Bilingual } from './words.ts';

export interface Correction {
  readonly line: ReportLine;
  readonly details: readonly Bilingual[];
}

export const correctionsIn = (issues: readonly ReportLine[]): Correction[] =>
  issues
    .filter(({ code }) => code === 'month-closed')
    .map((line) => ({
      line,
      details: line.details.map((detail) => ({
        en: datesInside(detail, 'en'),
        de: datesInside(detail, 'de'),
      })),
    }));

const heads = {
  en: ['Personio ID', 'Name', 'Part', 'Type', 'From', 'To', 'Correction'],
  de: ['Personio-ID', 'Name', 'Teil', 'Art', 'Von', 'Bis', 'Korrektur'],
} as const;
const partNames = {
  en: { employees: 'Employee', absences: 'Absence', attendances: 'Attendance' },
  de: { employees: 'Person', absences: 'Abwesenheit', attendances: 'Anwesenheit' },
} as const;

/** CSV with semicolons and a byte order mark; a correction without details has one line with its sentence. */
export function correctionsAsCsv(corrections: readonly Correction[], language: Language): string {
  return csvOf([
    heads[language],
    ...corrections.flatMap(({ line, details }) => {
      const texts = details.length === 0 ? [line.message[language]] : details.map((one) => one[language]);
      return texts.map((text) => [
        line.employee?.personioId,
        line.employee?.name,
        partNames[language][line.part],
        line.type,
        line.date === null ? null : dateForm(line.date, language),
        line.until === null ? null : dateForm(line.until, language),
        text,
      ]);
    }),
  ]);
}
