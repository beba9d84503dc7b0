// Words that the table and the PDF of a month share, and the name of a month.

import type { Language } from '../report/forms.ts';
import type { Bilingual } from '../report/words.ts';

export const monthWords = {
  title: { en: 'Month check', de: 'Monatsvergleich' },
  personioId: { en: 'Personio ID', de: 'Personio-ID' },
  name: { en: 'Name', de: 'Name' },
  hoursTimetac: { en: 'Hours TimeTac', de: 'Stunden TimeTac' },
  hoursPersonio: { en: 'Hours Personio', de: 'Stunden Personio' },
  hoursDifference: { en: 'Difference in hours', de: 'Differenz Stunden' },
  daysTimetac: { en: 'Days of absence TimeTac', de: 'Abwesenheitstage TimeTac' },
  daysPersonio: { en: 'Days of absence Personio', de: 'Abwesenheitstage Personio' },
  daysDifference: { en: 'Difference in days of absence', de: 'Differenz Abwesenheitstage' },
  differingDays: { en: 'Differing days', de: 'Tage mit Unterschied' },
  open: { en: 'What is open', de: 'Was offen ist' },
  total: { en: 'All people', de: 'Alle Personen' },
  nameless: { en: 'Name unknown', de: 'Name unbekannt' },
} as const satisfies Record<string, Bilingual>;

/** `2026-03` as `March 2026` or `März 2026`. */
export function monthName(month: string, language: Language): string {
  const [year = '', number = ''] = month.split('-');
  return `${monthNames[language][Number(number) - 1] ?? ''} ${year}`.trim();
}

const monthNames = {
  en: 'January February March April May June July August September October November December'.split(' '),
  de: 'Januar Februar März April Mai Juni Juli August September Oktober November Dezember'.split(' '),
} as const satisfies Record<Language, readonly string[]>;
