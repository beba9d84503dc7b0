// Words of every page.

import type { Bilingual, IntegrationState, Part, AnyRole, Side, RunSummary } from '../api/types.ts';

export const common = {
  loading: { en: 'Loading …', de: 'Wird geladen …' },
  stillLoading: {
    en: 'This takes longer than usual …',
    de: 'Das dauert länger als üblich …',
  },
  retry: { en: 'Try again', de: 'Noch einmal versuchen' },
  save: { en: 'Save', de: 'Speichern' },
  saved: { en: 'Saved.', de: 'Gespeichert.' },
  saving: { en: 'Saving …', de: 'Wird gespeichert …' },
  cancel: { en: 'Cancel', de: 'Abbrechen' },
  close: { en: 'Close', de: 'Schließen' },
  back: { en: 'Back', de: 'Zurück' },
  next: { en: 'Next', de: 'Weiter' },
  remove: { en: 'Remove', de: 'Entfernen' },
  add: { en: 'Add', de: 'Hinzufügen' },
  edit: { en: 'Change', de: 'Ändern' },
  yes: { en: 'Yes', de: 'Ja' },
  no: { en: 'No', de: 'Nein' },
  none: { en: 'none', de: 'keine' },
  never: { en: 'never', de: 'nie' },
  copy: { en: 'Copy', de: 'Kopieren' },
  copied: { en: 'Copied', de: 'Kopiert' },
  copyFailed: {
    en: 'Copying is not allowed here. Select the text and copy it by hand.',
    de: 'Kopieren ist hier nicht erlaubt. Markieren Sie den Text und kopieren Sie ihn von Hand.',
  },
  filter: { en: 'Filter', de: 'Filtern' },
  filterPlaceholder: { en: 'Type to filter', de: 'Zum Filtern tippen' },
  sortBy: { en: 'Sort by {column}', de: 'Nach {column} sortieren' },
  rowsShown: { en: '{shown} of {all} rows', de: '{shown} von {all} Zeilen' },
  noRowFits: {
    en: 'No row fits the filter. Clear it to see all rows.',
    de: 'Keine Zeile passt zum Filter. Leeren Sie ihn, um alle Zeilen zu sehen.',
  },
  clearFilter: { en: 'Clear filter', de: 'Filter leeren' },
  showMore: { en: 'Show more', de: 'Mehr anzeigen' },
  troubleTitle: { en: 'That did not work', de: 'Das hat nicht geklappt' },
  waitSeconds: {
    en: 'Please wait {seconds} seconds before trying again.',
    de: 'Bitte warten Sie {seconds} Sekunden, bevor Sie es erneut versuchen.',
  },
  dateHint: { en: 'e.g. 2 Mar 2026 or 02.03.2026', de: 'z. B. 02.03.2026' },
  datePlaceholder: { en: 'DD MMM YYYY', de: 'TT.MM.JJJJ' },
  dateWrong: {
    en: 'This is not a date. Type it as day, month and year, e.g. 2 Mar 2026.',
    de: 'Das ist kein Datum. Bitte als Tag, Monat und Jahr eingeben, z. B. 02.03.2026.',
  },
  datePick: { en: 'Pick a date for “{label}”', de: 'Datum für „{label}“ auswählen' },
  emailLabel: { en: 'E-mail address', de: 'E-Mail-Adresse' },
  passwordLabel: { en: 'Password', de: 'Passwort' },
  nameLabel: { en: 'Your name', de: 'Ihr Name' },
  languageLabel: { en: 'Language', de: 'Sprache' },
} as const satisfies Record<string, Bilingual>;

export const stateWords = {
  'setting-up': { en: 'Being set up', de: 'Wird eingerichtet' },
  off: { en: 'Switched off', de: 'Ausgeschaltet' },
  waiting: { en: 'Waiting for a run', de: 'Wartet auf einen Lauf' },
  running: { en: 'Running now', de: 'Läuft gerade' },
  'in-step': { en: 'In step', de: 'Im Gleichschritt' },
  issues: { en: 'Issues', de: 'Meldungen' },
  reconnect: { en: 'Reconnect', de: 'Neu verbinden' },
  incomplete: { en: 'Form incomplete', de: 'Formular unvollständig' },
  unreachable: { en: 'Not reachable', de: 'Nicht erreichbar' },
  'needs-decision': { en: 'Needs your decision', de: 'Braucht Ihre Entscheidung' },
  paused: { en: 'Paused', de: 'Pausiert' },
} as const satisfies Record<IntegrationState, Bilingual>;

export const partWords = {
  employees: { en: 'Employees', de: 'Mitarbeitende' },
  absences: { en: 'Absences', de: 'Abwesenheiten' },
  attendances: { en: 'Attendances', de: 'Anwesenheiten' },
} as const satisfies Record<Part, Bilingual>;

export const roleWords = {
  operator: { en: 'Operator', de: 'Betreuer' },
  admin: { en: 'Administrator', de: 'Administrator' },
  viewer: { en: 'Viewer', de: 'Nur lesen' },
  customer: { en: 'Customer', de: 'Kunde' },
} as const satisfies Record<AnyRole, Bilingual>;

export const roleHints = {
  operator: {
    en: 'Looks after all integrations of this installation.',
    de: 'Betreut alle Integrationen dieser Installation.',
  },
  admin: {
    en: 'Sets up, runs, answers issues, invites people.',
    de: 'Richtet ein, startet Läufe, beantwortet Meldungen, lädt Personen ein.',
  },
  customer: {
    en: 'Sets up, runs and answers issues; invites nobody.',
    de: 'Richtet ein, startet Läufe und beantwortet Meldungen; lädt niemanden ein.',
  },
  viewer: { en: 'Sees everything, changes nothing.', de: 'Sieht alles, ändert nichts.' },
} as const satisfies Record<AnyRole, Bilingual>;

export const sideWords = {
  personio: { en: 'Personio', de: 'Personio' },
  timetac: { en: 'TimeTac', de: 'TimeTac' },
} as const satisfies Record<Side, Bilingual>;

export const runStatusWords = {
  running: { en: 'Running', de: 'Läuft' },
  done: { en: 'Done', de: 'Erledigt' },
  'done-with-issues': { en: 'Done, with issues', de: 'Erledigt, mit Meldungen' },
  refused: { en: 'Plan refused, nothing written', de: 'Plan abgelehnt, nichts geschrieben' },
  failed: { en: 'Failed', de: 'Fehlgeschlagen' },
  interrupted: { en: 'Interrupted', de: 'Unterbrochen' },
} as const satisfies Record<RunSummary['status'], Bilingual>;
