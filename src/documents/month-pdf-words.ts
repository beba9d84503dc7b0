// Words that only the printed month check has.

import type { MonthCheck } from '../core/month/month.ts';
import type { Language } from '../core/report/forms.ts';
import type { Bilingual } from '../core/report/words.ts';

export const printedWords = {
  hours: { en: 'Hours of work', de: 'Arbeitsstunden' },
  days: { en: 'Days of absence', de: 'Abwesenheitstage' },
  difference: { en: 'Difference', de: 'Differenz' },
  differingDays: { en: '≠ days', de: '≠ Tage' },
  measure: {
    en: 'Difference: Personio less TimeTac. Hours by the clock on the wall; absences in calendar days, half days as 0.5.',
    de: 'Differenz: Personio minus TimeTac. Stunden nach der Uhr an der Wand; Abwesenheiten in Kalendertagen, halbe Tage als 0,5.',
  },
  legend: {
    en: 'Bars: to the left fewer, to the right more hours in Personio. ≠ days: days on which times or absences differ.',
    de: 'Balken: nach links weniger, nach rechts mehr Stunden in Personio. ≠ Tage: Tage, an denen Zeiten oder Abwesenheiten abweichen.',
  },
  printed: { en: 'As of', de: 'Stand' },
} as const satisfies Record<string, Bilingual>;

/** What the comparison came to, in one sentence. */
export function resultSentence({ rows, differing }: MonthCheck, language: Language): string {
  const all = rows.length;
  if (all === 0)
    return language === 'de'
      ? 'Niemand zu vergleichen: In diesem Monat war keine verknüpfte Person im Abgleich.'
      : 'Nobody to compare: no linked person was in scope in this month.';
  if (differing === 0)
    return language === 'de'
      ? `Beide Seiten stimmen überein: ${all} ${all === 1 ? 'Person' : 'Personen'}, keine Differenz.`
      : `Both sides agree: ${all} ${all === 1 ? 'person' : 'people'}, no difference.`;
  if (language === 'de')
    return all === 1
      ? 'Bei der einzigen Person gibt es Unterschiede.'
      : `Bei ${differing} von ${all} Personen gibt es Unterschiede.`;
  return all === 1
    ? 'The only person differs.'
    : `${differing} of ${all} people ${differing === 1 ? 'differs' : 'differ'}.`;
}

export const pageWords = (page: number, pages: number, language: Language): string =>
  language === 'de' ? `Seite ${page} von ${pages}` : `Page ${page} of ${pages}`;
