// Month check: a month compared on both sides, per person.

import type { Bilingual } from '../api/types.ts';

export const monthWords = {
  title: { en: 'Month check', de: 'Monatsvergleich' },
  description: {
    en: 'Hours and days of absence of a month, as TimeTac has them and as Personio has them, person by person. For payroll the difference should be 0.',
    de: 'Stunden und Abwesenheitstage eines Monats, wie sie in TimeTac und wie sie in Personio stehen, Person für Person. Für die Abrechnung sollte die Differenz 0 sein.',
  },
  month: { en: 'Month', de: 'Monat' },
  before: { en: 'Previous month', de: 'Monat zurück' },
  after: { en: 'Next month', de: 'Monat vor' },
  compare: { en: 'Compare now', de: 'Jetzt vergleichen' },
  again: { en: 'Compare again', de: 'Noch einmal vergleichen' },
  waiting: { en: 'Loading the month …', de: 'Der Monat wird geladen …' },
  noneTitle: { en: '{month} has not been compared yet', de: '{month} wurde noch nicht verglichen' },
  noneText: {
    en: 'A comparison reads the month from both sides and writes nothing. It takes a few seconds for a small company and some minutes for a large one.',
    de: 'Ein Vergleich liest den Monat auf beiden Seiten und schreibt nichts. Er dauert bei einer kleinen Firma einige Sekunden, bei einer großen einige Minuten.',
  },
  noneViewer: {
    en: 'Comparisons are started by the administrators and the customer of this integration.',
    de: 'Vergleiche starten die Administratoren und der Kunde dieser Integration.',
  },
  running: {
    en: '{month} is being read on both sides and compared …',
    de: '{month} wird auf beiden Seiten gelesen und verglichen …',
  },
  runningSince: { en: 'Begun {ago}.', de: 'Begonnen {ago}.' },
  runningBy: { en: 'Begun {ago} by {who}.', de: 'Begonnen {ago} von {who}.' },
  leave: {
    en: 'It goes on by itself, also when you leave this page.',
    de: 'Er geht von selbst weiter, auch wenn Sie diese Seite verlassen.',
  },
  failedTitle: {
    en: '{month} could not be compared',
    de: '{month} konnte nicht verglichen werden',
  },
  failedUnknown: {
    en: 'The comparison broke off, and nobody knows why.',
    de: 'Der Vergleich brach ab; warum, ist nicht bekannt.',
  },
  failedNext: {
    en: 'Nothing was written. Compare again in a few minutes; if it stays this way, look at the overview: it says whether an account is out of reach or needs new credentials.',
    de: 'Es wurde nichts geschrieben. Vergleichen Sie in einigen Minuten noch einmal; bleibt es dabei, sagt die Übersicht, ob ein Konto nicht erreichbar ist oder neue Zugangsdaten braucht.',
  },
  finished: { en: 'Compared {when}.', de: 'Verglichen am {when}.' },
  finishedBy: { en: 'Compared {when} by {who}.', de: 'Verglichen am {when} von {who}.' },
  downloads: { en: 'Take it with you', de: 'Zum Mitnehmen' },
  csv: { en: 'CSV for payroll', de: 'CSV für die Abrechnung' },
  pdf: { en: 'As PDF', de: 'Als PDF' },
  emptyTitle: { en: 'Nobody to compare', de: 'Niemand zu vergleichen' },
  emptyText: {
    en: 'In {month} no linked person was in scope. Link people in step 3, or choose a month after the start dates of step 4.',
    de: 'Im {month} war keine verknüpfte Person im Abgleich. Verknüpfen Sie Personen in Schritt 3 oder wählen Sie einen Monat nach den Startdaten aus Schritt 4.',
  },
} as const satisfies Record<string, Bilingual>;

/** What the comparison came to. */
export const monthResultWords = {
  agreeOne: {
    en: 'Both sides agree: {n} person, no difference.',
    de: 'Beide Seiten stimmen überein: {n} Person, keine Differenz.',
  },
  agreeMany: {
    en: 'Both sides agree: {n} people, no difference.',
    de: 'Beide Seiten stimmen überein: {n} Personen, keine Differenz.',
  },
  differOne: {
    en: '{n} of {all} people differs: {what}.',
    de: 'Bei {n} von {all} Personen gibt es Unterschiede: {what}.',
  },
  differMany: {
    en: '{n} of {all} people differ: {what}.',
    de: 'Bei {n} von {all} Personen gibt es Unterschiede: {what}.',
  },
  differAlone: {
    en: 'The only person differs: {what}.',
    de: 'Bei der einzigen Person gibt es Unterschiede: {what}.',
  },
  dayOne: { en: '{n} day of absence', de: '{n} Abwesenheitstag' },
  dayMany: { en: '{n} days of absence', de: '{n} Abwesenheitstage' },
  and: { en: '{hours} and {days}', de: '{hours} und {days}' },
  onlyWhen: {
    en: 'the sums agree, only the times or days do not',
    de: 'die Summen stimmen, nur Zeiten oder Tage nicht',
  },
  summed: {
    en: 'Differences of all people added up, whatever their direction.',
    de: 'Die Differenzen aller Personen zusammengezählt, gleich in welche Richtung.',
  },
} as const satisfies Record<string, Bilingual>;

export const monthPictureWords = {
  hours: { en: 'Difference in hours', de: 'Differenz in Stunden' },
  days: { en: 'Difference in days of absence', de: 'Differenz in Abwesenheitstagen' },
  less: { en: 'less in Personio', de: 'weniger in Personio' },
  more: { en: 'more in Personio', de: 'mehr in Personio' },
  restOne: { en: '{n} further person is in the table.', de: '{n} weitere Person steht in der Tabelle.' },
  restMany: { en: '{n} further people are in the table.', de: '{n} weitere Personen stehen in der Tabelle.' },
  someone: { en: 'Name unknown', de: 'Name unbekannt' },
} as const satisfies Record<string, Bilingual>;

export const monthTableWords = {
  caption: {
    en: '{month}: hours and days of absence per person, TimeTac beside Personio',
    de: '{month}: Stunden und Abwesenheitstage je Person, TimeTac neben Personio',
  },
  title: { en: 'Person by person', de: 'Person für Person' },
  search: { en: 'Search by name', de: 'Nach Namen suchen' },
  onlyDiffering: { en: 'Only with differences', de: 'Nur mit Unterschieden' },
  shown: { en: '{shown} of {all} people', de: '{shown} von {all} Personen' },
  noneFits: {
    en: 'Nobody fits. Clear the search, or switch to all people.',
    de: 'Niemand passt. Leeren Sie die Suche oder zeigen Sie alle Personen.',
  },
  person: { en: 'Person', de: 'Person' },
  hours: { en: 'Hours', de: 'Stunden' },
  days: { en: 'Days of absence', de: 'Abwesenheitstage' },
  difference: { en: 'Difference', de: 'Differenz' },
  differenceHint: {
    en: 'Difference: Personio less TimeTac. −4.5 means that Personio has 4.5 less.',
    de: 'Differenz: Personio minus TimeTac. −4,5 heißt, dass in Personio 4,5 fehlen.',
  },
  why: { en: 'What is open', de: 'Was offen ist' },
  dates: { en: 'Differing days', de: 'Tage mit Unterschied' },
  dateOne: { en: '{n} day', de: '{n} Tag' },
  dateMany: { en: '{n} days', de: '{n} Tage' },
  datesOf: { en: '{days} of {who}', de: '{days}, {who}' },
  dayTable: { en: 'Days of {who} that differ', de: 'Tage mit Unterschied, {who}' },
  nothing: { en: 'nothing', de: 'nichts' },
  byHand: {
    en: 'Nothing is open here: perhaps entered by hand in Personio, or not yet synchronised.',
    de: 'Dazu ist nichts offen: vielleicht in Personio von Hand eingetragen oder noch nicht abgeglichen.',
  },
  onlyType: {
    en: 'The same times, but another type of absence.',
    de: 'Gleiche Zeiten, aber eine andere Abwesenheitsart.',
  },
  explain: { en: 'Explain', de: 'Erklären' },
  explainDay: { en: 'Explain {day}, {who}', de: '{day} erklären, {who}' },
  total: { en: 'All people', de: 'Alle Personen' },
} as const satisfies Record<string, Bilingual>;
