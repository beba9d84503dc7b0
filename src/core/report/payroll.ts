// Corrections that came after a month was closed: what payroll has to book by hand, one line per correction.

import { csvOf } from './csv.ts';
import { dateForm, type Language } from './forms.ts';
import { movesForm } from './record-form.ts';
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
        en: movesForm(detail, 'en'),
        de: movesForm(detail, 'de'),
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
      return texts.map((text, at) => [
        line.employee?.personioId,
        line.employee?.name,
        partNames[language][line.part],
        line.type,
        ...spanOf(line, at).map((date) => (date === null ? null : dateForm(date, language))),
        text,
      ]);
    }),
  ]);
}

/** First and last day of one correction; of all of the line where it names none. */
function spanOf({ date, until, details }: ReportLine, at: number): readonly [string | null, string | null] {
  const dates = [...(details[at] ?? '').matchAll(/\d{4}-\d\d-\d\d/g)].map(([one]) => one).sort();
  const [first = null, last = null] = [dates[0], dates.at(-1)];
  return first === null ? [date, until] : [first, last === first ? null : last];
}
