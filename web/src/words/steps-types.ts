// Step 5: absence types side by side.

import type { Answer, Bilingual } from '../api/types.ts';

export const typesWords = {
  off: {
    en: 'Absences are not exported (step 4), so there is nothing to do here.',
    de: 'Abwesenheiten werden nicht übertragen (Schritt 4), hier ist also nichts zu tun.',
  },
  undecided: {
    en: 'Decide in step 4 whether absences are exported. Then the types are chosen here.',
    de: 'Entscheiden Sie in Schritt 4, ob Abwesenheiten übertragen werden. Dann werden hier die Arten gewählt.',
  },
  toExports: { en: 'To step 4, Exports', de: 'Zu Schritt 4, Exporte' },
  title: { en: 'Types side by side', de: 'Arten nebeneinander' },
  text: {
    en: 'Check every suggestion. Types with “no” are left out silently; a type that is not decided is reported as soon as an absence of it occurs.',
    de: 'Prüfen Sie jeden Vorschlag. Arten mit „nein“ bleiben stillschweigend weg; eine nicht entschiedene Art wird gemeldet, sobald eine Abwesenheit davon vorkommt.',
  },
  takeAll: { en: 'Take all suggestions', de: 'Alle Vorschläge übernehmen' },
  takeAllText: {
    en: 'Rows that are decided already stay as they are.',
    de: 'Schon entschiedene Zeilen bleiben, wie sie sind.',
  },
  taken: { en: '{n} rows taken over.', de: '{n} Zeilen übernommen.' },
  allDecided: { en: 'Every type is decided.', de: 'Jede Art ist entschieden.' },
  openOne: { en: '1 type is not decided yet.', de: '1 Art ist noch nicht entschieden.' },
  openMany: { en: '{n} types are not decided yet.', de: '{n} Arten sind noch nicht entschieden.' },
  table: {
    en: 'Absence types of TimeTac and of Personio',
    de: 'Abwesenheitsarten von TimeTac und von Personio',
  },
  timetac: { en: 'Absence in TimeTac', de: 'Abwesenheit in TimeTac' },
  personio: { en: 'Absence in Personio', de: 'Abwesenheit in Personio' },
  sync: { en: 'Sync absence type', de: 'Art abgleichen' },
  works: { en: 'Works that day', de: 'Arbeitet an dem Tag' },
  worksText: {
    en: '“Works that day” suits remote work and business trips: an attendance on such a day is then normal.',
    de: '„Arbeitet an dem Tag“ passt zu Homeoffice und Dienstreisen: Eine Anwesenheit an so einem Tag ist dann normal.',
  },
  note: { en: 'Note', de: 'Hinweis' },
  personioOf: { en: 'Type in Personio for {type}', de: 'Art in Personio für {type}' },
  syncOf: { en: 'Sync {type}', de: '{type} abgleichen' },
  worksOf: { en: '{type}: works that day', de: '{type}: arbeitet an dem Tag' },
  days: { en: 'days', de: 'Tage' },
  hours: { en: 'hours', de: 'Stunden' },
  named: { en: '{name} ({unit})', de: '{name} ({unit})' },
  none: { en: 'none', de: 'keine' },
  undecidedRow: { en: 'not decided', de: 'nicht entschieden' },
  yes: { en: 'yes', de: 'ja' },
  no: { en: 'no', de: 'nein' },
  gone: {
    en: 'TimeTac lists no such type any more. Remove the row, or correct the name in TimeTac.',
    de: 'TimeTac führt diese Art nicht mehr. Entfernen Sie die Zeile, oder berichtigen Sie den Namen in TimeTac.',
  },
  goneThere: {
    en: 'Personio lists no such type. Choose another one.',
    de: 'Personio führt diese Art nicht. Wählen Sie eine andere.',
  },
  removeRow: { en: 'Remove the row {type}', de: 'Zeile {type} entfernen' },
  daysIntoHours: {
    en: 'TimeTac counts this type in days, Personio in hours: such absences are held and reported.',
    de: 'TimeTac zählt diese Art in Tagen, Personio in Stunden: Solche Abwesenheiten werden zurückgehalten und gemeldet.',
  },
  hoursIntoDays: {
    en: 'TimeTac counts this type in hours, Personio in days: only whole and half days can go; see below.',
    de: 'TimeTac zählt diese Art in Stunden, Personio in Tagen: Nur ganze und halbe Tage können übertragen werden; siehe unten.',
  },
  empty: { en: 'No absence type is known yet', de: 'Noch ist keine Abwesenheitsart bekannt' },
  emptyText: {
    en: 'The types are read from TimeTac. Create them there, or enter the credentials in step 2.',
    de: 'Die Arten werden aus TimeTac gelesen. Legen Sie sie dort an, oder tragen Sie in Schritt 2 die Zugangsdaten ein.',
  },
  unused: {
    en: 'Types of Personio that nothing leads to ({n})',
    de: 'Arten in Personio, zu denen nichts führt ({n})',
  },
  unusedText: {
    en: 'They stay as they are and need no row.',
    de: 'Sie bleiben, wie sie sind, und brauchen keine Zeile.',
  },
  fractions: {
    en: 'What happens to absences that are neither whole nor half days?',
    de: 'Was geschieht mit Abwesenheiten, die weder ganze noch halbe Tage sind?',
  },
  fractionsText: {
    en: 'A Personio type counted in days knows only whole and half days. Set up your types in TimeTac the same way where you can.',
    de: 'Eine in Tagen gezählte Art kennt in Personio nur ganze und halbe Tage. Richten Sie Ihre Arten in TimeTac möglichst ebenso ein.',
  },
  hold: { en: 'Hold and report them', de: 'Zurückhalten und melden' },
  holdText: {
    en: 'Two hours off on Monday: nothing is written; you find it under “Issues”.',
    de: 'Zwei Stunden frei am Montag: Es wird nichts geschrieben; Sie finden es unter „Meldungen“.',
  },
  round: { en: 'Round to the nearest half day', de: 'Auf den nächsten halben Tag runden' },
  roundText: {
    en: 'Three hours of an eight-hour day become half a day, never nothing. The difference is noted.',
    de: 'Drei von acht Stunden werden ein halber Tag, nie nichts. Der Unterschied wird vermerkt.',
  },
  sum: { en: '{timetac} → {personio}: {sync}', de: '{timetac} → {personio}: {sync}' },
} as const satisfies Record<string, Bilingual>;

/** Why a row is as it is. */
export const becauseWords = {
  'same-name': { en: 'Suggested: same name', de: 'Vorschlag: gleicher Name' },
  'known-pair': { en: 'Suggested: usually the same', de: 'Vorschlag: meist dasselbe' },
  none: { en: 'No suggestion', de: 'Kein Vorschlag' },
} as const satisfies Record<
  Exclude<Answer<'readChoices'>['suggestions'][number]['because'], 'mapped'>,
  Bilingual
>;
