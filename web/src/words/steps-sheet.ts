// Step 6: the requirement form as a sheet, as a file, and the sign-off.

import type { Bilingual } from '../api/types.ts';

export const sheetWords = {
  sheet: { en: 'Personio sync requirement form', de: 'Anforderungsblatt für den Abgleich mit Personio' },
  of: { en: '{name}, as of {when}', de: '{name}, Stand {when}' },
  section1: {
    en: '1. User synchronization from Personio to TimeTac',
    de: '1. Benutzerabgleich von Personio nach TimeTac',
  },
  section2: {
    en: '2. Start date for the synchronization of absences and attendances',
    de: '2. Startdatum für den Abgleich von Abwesenheiten und Anwesenheiten',
  },
  section3: { en: '3. Mapping of absence types', de: '3. Zuordnung der Abwesenheitsarten' },
  changeIn: { en: 'Change in step {n}', de: 'In Schritt {n} ändern' },
  field: { en: 'Field', de: 'Feld' },
  value: { en: 'Value', de: 'Wert' },
  missing: { en: 'still missing', de: 'fehlt noch' },
  undecided: { en: 'not decided yet', de: 'noch nicht entschieden' },
  standard: { en: '{value} (standard)', de: '{value} (Standard)' },
  users: { en: 'Create and update users in TimeTac', de: 'Benutzer in TimeTac anlegen und aktualisieren' },
  absences: { en: 'Absences', de: 'Abwesenheiten' },
  attendances: { en: 'Attendances', de: 'Anwesenheiten' },
  from: { en: 'from {date} on', de: 'ab {date}' },
  off: { en: 'not exported', de: 'werden nicht übertragen' },
  locked: { en: 'Payroll is closed until', de: 'Abgerechnet bis einschließlich' },
  scopeAll: { en: 'all employees', de: 'alle Mitarbeitenden' },
  scope: { en: 'Whom it is about', de: 'Um wen es geht' },
  scopeOnly: { en: 'only {conditions}', de: 'nur {conditions}' },
  scopeNot: { en: 'without {conditions}', de: 'ohne {conditions}' },
  rules: { en: 'Other defaults', de: 'Andere Vorgaben' },
  typesNone: {
    en: 'Absences are not exported, so no types are mapped.',
    de: 'Abwesenheiten werden nicht übertragen, daher sind keine Arten zugeordnet.',
  },
  typesEmpty: { en: 'No type is mapped yet.', de: 'Noch ist keine Art zugeordnet.' },
  fractions: { en: 'Parts of days', de: 'Teile von Tagen' },
  print: { en: 'Print', de: 'Drucken' },
  file: { en: 'Form as a file', de: 'Formular als Datei' },
  fileText: {
    en: 'The form as a configuration file (YAML), without keys. Keep it, or take it to another integration.',
    de: 'Das Formular als Konfigurationsdatei (YAML), ohne Schlüssel. Heben Sie sie auf, oder übernehmen Sie sie in eine andere Integration.',
  },
  download: { en: 'Download the file', de: 'Datei herunterladen' },
  upload: { en: 'Take over from a file', de: 'Aus einer Datei übernehmen' },
  uploadHint: {
    en: 'A file replaces everything in steps 1 and 3 to 5 and the settings of step 8. Keys stay as they are.',
    de: 'Eine Datei ersetzt alles in den Schritten 1 und 3 bis 5 und die Einstellungen von Schritt 8. Schlüssel bleiben, wie sie sind.',
  },
  choose: { en: 'Choose a file (YAML or JSON)', de: 'Datei auswählen (YAML oder JSON)' },
  clear: { en: 'Choose no file after all', de: 'Doch keine Datei auswählen' },
  replace: { en: 'Replace the form', de: 'Formular ersetzen' },
  replaceSure: { en: 'Replace the form with “{file}”?', de: 'Das Formular durch „{file}“ ersetzen?' },
  replaceText: {
    en: 'What stands in the form now is overwritten. If you may need it again, download it first.',
    de: 'Was jetzt im Formular steht, wird überschrieben. Wenn Sie es noch brauchen, laden Sie es vorher herunter.',
  },
  uploading: { en: 'Reading the file …', de: 'Die Datei wird gelesen …' },
  uploaded: {
    en: 'The form now says what the file says.',
    de: 'Das Formular sagt jetzt, was in der Datei steht.',
  },
  uploadFailed: { en: 'Nothing was taken over', de: 'Es wurde nichts übernommen' },
  place: { en: 'Place in the file', de: 'Stelle in der Datei' },
  line: { en: 'line {line}', de: 'Zeile {line}' },
  problem: { en: 'What is wrong', de: 'Was nicht stimmt' },
  mistakes: { en: 'Mistakes of the file', de: 'Fehler der Datei' },
  unreadable: {
    en: 'The file could not be read by this browser. Choose it again.',
    de: 'Die Datei konnte von diesem Browser nicht gelesen werden. Wählen Sie sie noch einmal aus.',
  },
  tooLarge: {
    en: 'The file is too large to be a form (more than 256 KB).',
    de: 'Die Datei ist zu groß für ein Formular (mehr als 256 KB).',
  },
  printed: { en: 'Form as a PDF', de: 'Formular als PDF' },
  printedText: {
    en: 'The same form to print, to pass on and to fill in, with what stands in it already.',
    de: 'Dasselbe Blatt zum Drucken, Weitergeben und Ausfüllen, mit allem, was schon darin steht.',
  },
  printedDownload: { en: 'Requirement form as PDF', de: 'Anforderungsblatt als PDF' },
  printedUpload: { en: 'Upload a filled-in form', de: 'Ausgefülltes Blatt hochladen' },
  printedHint: {
    en: 'What is filled in is put into the form, everything else stays. At most 5 MB.',
    de: 'Was ausgefüllt ist, kommt ins Formular, alles andere bleibt. Höchstens 5 MB.',
  },
  printedChoose: { en: 'Choose a PDF', de: 'PDF auswählen' },
  printedTake: { en: 'Take the values over', de: 'Werte übernehmen' },
  printedSure: { en: 'Take the values of “{file}” over?', de: 'Die Werte aus „{file}“ übernehmen?' },
  printedConsequence: {
    en: 'Fields that are filled in replace what stands in the form now. Afterwards you see what has changed.',
    de: 'Ausgefüllte Felder ersetzen, was jetzt im Formular steht. Danach sehen Sie, was sich geändert hat.',
  },
  printedTooLarge: {
    en: 'The file is too large to be a form (more than 5 MB). Save the form anew without attachments.',
    de: 'Die Datei ist zu groß für ein Blatt (mehr als 5 MB). Speichern Sie das Blatt neu, ohne Anlagen.',
  },
  printedFields: { en: 'Fields with mistakes', de: 'Felder mit Fehlern' },
  printedTaken: { en: 'Taken over from the PDF', de: 'Aus dem PDF übernommen' },
  printedNothing: {
    en: 'The form said all of that already; nothing has changed.',
    de: 'Das stand alles schon im Formular; es hat sich nichts geändert.',
  },
  typeOf: { en: 'Absence type “{type}”', de: 'Abwesenheitsart „{type}“' },
  typeValue: { en: '{personio}, sync: {sync}', de: '{personio}, abgleichen: {sync}' },
  rowOf: {
    en: 'Absences, filled-in line {n}: {column}',
    de: 'Abwesenheiten, ausgefüllte Zeile {n}: {column}',
  },
  before: { en: 'Before', de: 'Vorher' },
  after: { en: 'Now', de: 'Jetzt' },
  nothing: { en: 'nothing', de: 'nichts' },
  signTitle: { en: 'Sign-off', de: 'Freigabe' },
  signText: {
    en: 'With your name you confirm that the form is as your company wants it. Time and name are recorded.',
    de: 'Mit Ihrem Namen bestätigen Sie, dass das Formular so ist, wie Ihre Firma es will. Name und Zeit werden festgehalten.',
  },
  signFirst: {
    en: 'Something is still missing in the form: {steps}. You can sign off once it is there.',
    de: 'Im Formular fehlt noch etwas: {steps}. Freigeben können Sie, sobald es da ist.',
  },
  name: { en: 'Your full name', de: 'Ihr vollständiger Name' },
  nameNeeded: { en: 'Type your name.', de: 'Geben Sie Ihren Namen ein.' },
  sign: { en: 'Sign off the form', de: 'Formular freigeben' },
  signAgain: { en: 'Sign off the changed form', de: 'Geändertes Formular freigeben' },
  signing: { en: 'Recording the sign-off …', de: 'Die Freigabe wird festgehalten …' },
  signed: { en: 'Signed off by {name} on {when}.', de: 'Freigegeben von {name} am {when}.' },
  signedBy: { en: 'Signed in as {by}.', de: 'Angemeldet war {by}.' },
  changed: {
    en: 'The form was changed since. The sign-off no longer covers it; please sign off again.',
    de: 'Das Formular wurde seitdem geändert. Die Freigabe gilt dafür nicht mehr; bitte geben Sie es neu frei.',
  },
  unsigned: { en: 'Not signed off yet.', de: 'Noch nicht freigegeben.' },
} as const satisfies Record<string, Bilingual>;

/** Fields as they are called on the printed form, by their path. */
export const printedFieldWords = {
  name: { en: 'Company', de: 'Firma' },
  'timetac.account': { en: 'TimeTac account', de: 'TimeTac-Account' },
  'users.defaults.department': { en: 'Department', de: 'Abteilung' },
  'users.defaults.workingTimeModel': { en: 'Working time model', de: 'Arbeitszeitmodell' },
  'users.defaults.holidayCalendar': { en: 'Holiday calendar', de: 'Feiertagskalender' },
  'users.defaults.modules': { en: 'TimeTac modules', de: 'TimeTac-Module' },
  'users.defaults.mobileApps': {
    en: 'Allow use of TimeTac mobile apps',
    de: 'Nutzung der mobilen Apps von TimeTac erlauben',
  },
  'users.defaults.statusOverview': {
    en: 'Grant view access to an employee status overview',
    de: 'Einsicht in die Statusübersicht der Mitarbeitenden erlauben',
  },
  'users.defaults.language': { en: 'Language of new users', de: 'Sprache neuer Benutzer' },
  'absences.startDate': { en: 'Start date of the absences', de: 'Startdatum der Abwesenheiten' },
  'attendances.startDate': {
    en: 'Start date of the attendance times',
    de: 'Startdatum der Anwesenheitszeiten',
  },
  'absences.types': { en: 'Mapping of absence types', de: 'Zuordnung der Abwesenheitsarten' },
} as const satisfies Record<string, Bilingual>;

export const printedColumnWords = {
  timetac: { en: 'Absence in TimeTac', de: 'Abwesenheit in TimeTac' },
  personio: { en: 'Absence in Personio', de: 'Abwesenheit in Personio' },
  sync: { en: 'Sync absence type', de: 'Art übertragen' },
} as const satisfies Record<string, Bilingual>;
