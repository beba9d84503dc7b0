// Payroll list: corrections that came after a month was closed.

import type { Bilingual } from '../api/types.ts';

export const payrollWords = {
  title: { en: 'Payroll list', de: 'Für die Lohnabrechnung' },
  description: {
    en: 'Corrections that came after a month was closed. Tandem does not write them any more: payroll books them by hand.',
    de: 'Korrekturen, die nach dem Abschluss eines Monats kamen. Tandem schreibt sie nicht mehr: Die Lohnabrechnung bucht sie von Hand.',
  },
  waiting: { en: 'Loading the list …', de: 'Die Liste wird geladen …' },
  closed: {
    en: 'Payroll is closed up to and including {date}.',
    de: 'Abgerechnet ist bis einschließlich {date}.',
  },
  notClosed: { en: 'No month is closed at present.', de: 'Derzeit ist kein Monat abgeschlossen.' },
  asOf: { en: 'As of the run of {when}.', de: 'Stand: Lauf vom {when}.' },
  change: { en: 'Change the closing date', de: 'Abschlussdatum ändern' },
  openTitle: { en: 'No month is closed', de: 'Kein Monat ist abgeschlossen' },
  openText: {
    en: 'Every correction from TimeTac goes to Personio by itself. Once payroll has settled a month, enter the day up to which it is closed in step 4, “Exports”: later corrections are then listed here instead of written.',
    de: 'Jede Korrektur aus TimeTac geht von selbst nach Personio. Ist ein Monat abgerechnet, tragen Sie in Schritt 4, „Exporte“, ein, bis wann abgeschlossen ist: Spätere Korrekturen stehen dann hier, statt geschrieben zu werden.',
  },
  toStep: { en: 'Go to step 4, Exports', de: 'Zu Schritt 4, Exporte' },
  nothingTitle: { en: 'Nothing to book', de: 'Nichts zu buchen' },
  nothingText: {
    en: 'No correction has come for the closed time. There is nothing for you to do.',
    de: 'Für die abgeschlossene Zeit ist keine Korrektur gekommen. Für Sie ist nichts zu tun.',
  },
  noRunText: {
    en: 'No run has looked yet. As soon as one has, late corrections stand here.',
    de: 'Es hat noch kein Lauf nachgesehen. Sobald einer das getan hat, stehen späte Korrekturen hier.',
  },
  summary: { en: '{corrections} for {people}.', de: '{corrections} bei {people}.' },
  correctionOne: { en: '{n} correction', de: '{n} Korrektur' },
  correctionMany: { en: '{n} corrections', de: '{n} Korrekturen' },
  personOne: { en: '{n} person', de: '{n} Person' },
  personMany: { en: '{n} people', de: '{n} Personen' },
  csv: { en: 'CSV for payroll', de: 'CSV für die Abrechnung' },
  copy: { en: 'Copy the list', de: 'Liste kopieren' },
  personioId: { en: 'Personio ID {id}', de: 'Personio-Nummer {id}' },
  nobody: { en: 'Name unknown', de: 'Name unbekannt' },
  type: { en: 'Type: {type}', de: 'Art: {type}' },
  range: { en: '{from} – {until}', de: '{from} – {until}' },
  toBook: { en: 'To book by hand', de: 'Von Hand zu buchen' },
  explain: { en: 'Explain {day}', de: '{day} erklären' },
  toIssue: { en: 'Open under Issues', de: 'Unter Meldungen öffnen' },
  legend: {
    en: 'Each line: what stands in Personio → what is right. “–” means nothing.',
    de: 'Jede Zeile: was in Personio steht → was richtig ist. „–“ heißt: nichts.',
  },
  moreDetails: { en: 'Show {n} more corrections', de: '{n} weitere Korrekturen zeigen' },
  more: { en: 'Show {n} more people', de: '{n} weitere Personen zeigen' },
} as const satisfies Record<string, Bilingual>;
