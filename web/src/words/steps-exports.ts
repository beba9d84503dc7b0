// Step 4: what goes to Personio, and from when on.

import type { Bilingual } from '../api/types.ts';

export const exportsWords = {
  absences: { en: 'Absences', de: 'Abwesenheiten' },
  absencesOn: {
    en: 'Shall absences go from TimeTac to Personio?',
    de: 'Sollen Abwesenheiten von TimeTac nach Personio gehen?',
  },
  absencesYes: { en: 'Yes', de: 'Ja' },
  absencesYesText: {
    en: 'For companies that use TimeTac’s Leave Management. Which types go is decided in step 5.',
    de: 'Für Firmen, die die Urlaubsverwaltung von TimeTac nutzen. Welche Arten gehen, entscheiden Sie in Schritt 5.',
  },
  absencesNo: { en: 'No', de: 'Nein' },
  absencesNoText: {
    en: 'Absences stay as they are on both sides.',
    de: 'Abwesenheiten bleiben auf beiden Seiten, wie sie sind.',
  },
  attendances: { en: 'Attendances', de: 'Anwesenheiten' },
  attendancesOn: {
    en: 'Shall attendances go from TimeTac to Personio?',
    de: 'Sollen Anwesenheiten von TimeTac nach Personio gehen?',
  },
  attendancesYesText: {
    en: 'For companies that use Employee or Project Time Tracking. Working times and breaks go out as soon as they are finished.',
    de: 'Für Firmen, die Arbeitszeit- oder Projektzeiterfassung nutzen. Arbeitszeiten und Pausen gehen hinaus, sobald sie beendet sind.',
  },
  attendancesNoText: {
    en: 'Attendances stay as they are on both sides.',
    de: 'Anwesenheiten bleiben auf beiden Seiten, wie sie sind.',
  },
  startAbsences: { en: 'Start date of absences', de: 'Startdatum der Abwesenheiten' },
  startAttendances: { en: 'Start date of attendances', de: 'Startdatum der Anwesenheiten' },
  startHint: {
    en: 'Everything recorded from this day on is synchronised, also what was recorded already. Often the first day of a month, e.g. {example}.',
    de: 'Ab diesem Tag wird alles abgeglichen, auch was schon erfasst ist. Oft der Erste eines Monats, z. B. {example}.',
  },
  means: { en: 'What this date means', de: 'Was dieses Datum bedeutet' },
  counting: { en: 'Counting in TimeTac …', de: 'In TimeTac wird gezählt …' },
  absenceOne: { en: '{n} absence', de: '{n} Abwesenheit' },
  absenceMany: { en: '{n} absences', de: '{n} Abwesenheiten' },
  attendanceOne: { en: '{n} attendance', de: '{n} Anwesenheit' },
  attendanceMany: { en: '{n} attendances', de: '{n} Anwesenheiten' },
  minuteOne: { en: 'about 1 minute', de: 'etwa 1 Minute' },
  minuteMany: { en: 'about {n} minutes', de: 'etwa {n} Minuten' },
  counted: {
    en: '{records} today. The first run takes {time} for them.',
    de: 'Heute {records}. Der erste Lauf braucht dafür {time}.',
  },
  countedNone: {
    en: 'Nothing is recorded from this day on yet. New records go out as they come.',
    de: 'Ab diesem Tag ist noch nichts erfasst. Neues geht hinaus, sobald es kommt.',
  },
  countLater: {
    en: 'Once TimeTac’s credentials are there (step 2), this place says how many records that means.',
    de: 'Sobald die Zugangsdaten von TimeTac da sind (Schritt 2), steht hier, wie viele Einträge das bedeutet.',
  },
  countPick: {
    en: 'Choose a start date; then this place says how many records that means.',
    de: 'Wählen Sie ein Startdatum; dann steht hier, wie viele Einträge das bedeutet.',
  },
  countTrouble: { en: 'The records could not be counted', de: 'Die Einträge konnten nicht gezählt werden' },
  toTypes: { en: 'Which types go: step 5', de: 'Welche Arten gehen: Schritt 5' },
  options: { en: 'How attendances are exported', de: 'Wie Anwesenheiten übertragen werden' },
  granularity: { en: 'Periods', de: 'Zeiträume' },
  merged: { en: 'Join entries that touch', de: 'Aneinandergrenzende Einträge zusammenfassen' },
  mergedText: {
    en: '08:00–10:00 and 10:00–12:00 become one period in Personio.',
    de: '08:00–10:00 und 10:00–12:00 werden in Personio ein Zeitraum.',
  },
  entries: { en: 'Every entry by itself', de: 'Jeden Eintrag einzeln' },
  entriesText: {
    en: 'Personio shows exactly the entries of TimeTac.',
    de: 'Personio zeigt genau die Einträge aus TimeTac.',
  },
  approved: { en: 'Which entries', de: 'Welche Einträge' },
  approvedAll: { en: 'All finished entries', de: 'Alle beendeten Einträge' },
  approvedOnly: { en: 'Only those approved in TimeTac', de: 'Nur in TimeTac genehmigte' },
  approval: { en: 'Approval in Personio', de: 'Genehmigung in Personio' },
  approvalSkip: { en: 'Counts at once', de: 'Gilt sofort' },
  approvalSkipText: {
    en: 'What comes from TimeTac needs no second approval.',
    de: 'Was aus TimeTac kommt, braucht keine zweite Genehmigung.',
  },
  approvalPersonio: { en: 'Waits for approval there', de: 'Wartet dort auf Genehmigung' },
  approvalPersonioText: {
    en: 'Personio’s own approval process applies.',
    de: 'Der Genehmigungsablauf von Personio gilt.',
  },
  edited: {
    en: 'When somebody edits an exported attendance in Personio',
    de: 'Wenn jemand eine übertragene Anwesenheit in Personio bearbeitet',
  },
  editedHold: { en: 'Ask a person', de: 'Eine Person fragen' },
  editedHoldText: {
    en: 'The day waits, and you decide under “Issues”.',
    de: 'Der Tag wartet, und Sie entscheiden unter „Meldungen“.',
  },
  editedSource: { en: 'TimeTac wins', de: 'TimeTac gilt' },
  editedSourceText: {
    en: 'The edit is overwritten with TimeTac’s times.',
    de: 'Die Änderung wird mit den Zeiten aus TimeTac überschrieben.',
  },
  breaks: { en: 'Paid breaks of TimeTac become', de: 'Bezahlte Pausen aus TimeTac werden' },
  breaksWork: { en: 'working time', de: 'Arbeitszeit' },
  breaksBreak: { en: 'a break', de: 'Pause' },
  notes: { en: 'Export notes of TimeTac as comments', de: 'Notizen aus TimeTac als Kommentare übertragen' },
  notesText: {
    en: 'Notes may be personal. Without this, none goes out.',
    de: 'Notizen können persönlich sein. Ohne diese Wahl geht keine hinaus.',
  },
  projects: { en: 'Projects', de: 'Projekte' },
  projectsHint: {
    en: 'One line each: task or project in TimeTac = project ID in Personio. Whatever is not named goes out without a project.',
    de: 'Je eine Zeile: Aufgabe oder Projekt in TimeTac = Projekt-ID in Personio. Was nicht genannt ist, geht ohne Projekt hinaus.',
  },
  projectsExample: { en: 'Development = 1234', de: 'Entwicklung = 1234' },
  payroll: { en: 'Payroll', de: 'Lohnabrechnung' },
  locked: { en: 'Payroll is closed until', de: 'Abgerechnet bis einschließlich' },
  lockedHint: {
    en: 'Nothing up to and including this day is written any more. Corrections that come later are listed for payroll. Leave it empty if nothing is closed.',
    de: 'Bis einschließlich dieses Tages wird nichts mehr geschrieben. Spätere Korrekturen werden für die Abrechnung aufgelistet. Lassen Sie das Feld leer, wenn nichts abgeschlossen ist.',
  },
  lockedPast: {
    en: 'It lies after a start date: days between the two are not written.',
    de: 'Es liegt nach einem Startdatum: Die Tage dazwischen werden nicht geschrieben.',
  },
} as const satisfies Record<string, Bilingual>;
