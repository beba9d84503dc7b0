// What is held about a person, by table, in words.

import type { Bilingual } from '../../core/report/words.ts';

const words: Readonly<Record<string, Bilingual>> = {
  link: {
    en: 'Links: which record of one system is which of the other, and what both last agreed on',
    de: 'Verknüpfungen: welcher Datensatz des einen Systems welcher des anderen ist, und worin beide zuletzt übereinstimmten',
  },
  mirror: {
    en: 'Rows as last read from TimeTac: account, hours, absences',
    de: 'Zeilen, wie zuletzt aus TimeTac gelesen: Konto, Zeiten, Abwesenheiten',
  },
  intent: {
    en: 'Writes whose outcome is not known yet',
    de: 'Schreibvorgänge, deren Ergebnis noch offen ist',
  },
  dirty: { en: 'Days that wait to be judged', de: 'Tage, die auf ihre Beurteilung warten' },
  finding: { en: 'What stands to be told', de: 'Was zu melden ist' },
  refusal: { en: 'What a vendor refused', de: 'Was ein System abgelehnt hat' },
  decision: { en: 'Answers that were given', de: 'Antworten, die gegeben wurden' },
  issue: { en: 'Issues that were told', de: 'Meldungen, die gezeigt wurden' },
  run: { en: 'Lines in reports of runs', de: 'Zeilen in Berichten von Läufen' },
  run_action: { en: 'What runs did', de: 'Was Läufe getan haben' },
  month_check: { en: 'Lines in comparisons of months', de: 'Zeilen in Monatsvergleichen' },
  mail: { en: 'Mails', de: 'Mails' },
};

export const heldWords = (kind: string): Bilingual => words[kind] ?? { en: kind, de: kind };
