// The frame around the eight steps, and what every field in them may say.

import type { Bilingual, StepName } from '../api/types.ts';

/** Headings: as the guide calls its steps. */
export const stepHeadings = {
  accounts: { en: 'Active TimeTac and Personio accounts', de: 'Aktive Konten bei TimeTac und Personio' },
  credentials: {
    en: 'Set up API credentials in Personio and TimeTac',
    de: 'API-Zugangsdaten in Personio und TimeTac anlegen',
  },
  users: {
    en: 'User synchronization from Personio to TimeTac',
    de: 'Benutzerabgleich von Personio nach TimeTac',
  },
  exports: {
    en: 'Export absences and attendances from TimeTac to Personio',
    de: 'Abwesenheiten und Anwesenheiten von TimeTac nach Personio übertragen',
  },
  types: {
    en: 'Define which absence types you want to export',
    de: 'Festlegen, welche Abwesenheitsarten übertragen werden',
  },
  form: { en: 'Requirement form and sign-off', de: 'Anforderungsblatt und Freigabe' },
  test: { en: 'Testing the integration', de: 'Die Integration testen' },
  done: { en: 'Done! Switch the integration on', de: 'Fertig! Die Integration einschalten' },
} as const satisfies Record<StepName, Bilingual>;

/** What a step is for. */
export const stepPurposes = {
  accounts: {
    en: 'Tell Tandem where your two accounts are. Each address is tried while you type.',
    de: 'Sagen Sie Tandem, wo Ihre beiden Konten sind. Jede Adresse wird beim Tippen ausprobiert.',
  },
  credentials: {
    en: 'Personio and TimeTac each give you a pair of keys. Tandem tests them at once and names every right that is missing.',
    de: 'Personio und TimeTac geben Ihnen je ein Schlüsselpaar. Tandem testet es sofort und nennt jedes Recht, das fehlt.',
  },
  users: {
    en: 'Decide whether people from Personio become users in TimeTac, what new users get, and check who is who. Nothing is written yet.',
    de: 'Entscheiden Sie, ob Personen aus Personio Benutzer in TimeTac werden und was neue Benutzer bekommen, und prüfen Sie, wer wer ist. Geschrieben wird noch nichts.',
  },
  exports: {
    en: 'Absences and attendances are exported independently of each other. Everything from the start date on is synchronised.',
    de: 'Abwesenheiten und Anwesenheiten werden unabhängig voneinander übertragen. Ab dem Startdatum wird alles abgeglichen.',
  },
  types: {
    en: 'Say which absence type of TimeTac is which one in Personio. Suggestions are made by name, in German and English.',
    de: 'Legen Sie fest, welche Abwesenheitsart in TimeTac welcher in Personio entspricht. Vorgeschlagen wird nach Namen, deutsch und englisch.',
  },
  form: {
    en: 'Everything you have decided, on one sheet. Read it, and sign it off with your name.',
    de: 'Alles, was Sie entschieden haben, auf einem Blatt. Lesen Sie es und geben Sie es mit Ihrem Namen frei.',
  },
  test: {
    en: 'First a rehearsal that writes nothing, then, if you like, a pilot with a few people.',
    de: 'Zuerst ein Probelauf, der nichts schreibt, dann auf Wunsch ein Pilot mit einigen Personen.',
  },
  done: {
    en: 'Choose when it runs and who hears of it, then switch on. The first run begins at once.',
    de: 'Wählen Sie, wann abgeglichen wird und wer davon erfährt, und schalten Sie ein. Der erste Lauf beginnt sofort.',
  },
} as const satisfies Record<StepName, Bilingual>;

export const stepsWords = {
  nav: { en: 'The eight steps', de: 'Die acht Schritte' },
  allSteps: { en: 'All steps', de: 'Alle Schritte' },
  place: { en: 'Step {n} of {all}', de: 'Schritt {n} von {all}' },
  stateDone: { en: 'done', de: 'fertig' },
  stateLater: { en: 'waits for earlier steps', de: 'wartet auf frühere Schritte' },
  missingOne: { en: '1 thing missing', de: '1 Angabe fehlt' },
  missingMany: { en: '{n} things missing', de: '{n} Angaben fehlen' },
  missingTitle: { en: 'Still missing in this step', de: 'In diesem Schritt fehlt noch' },
  missingMore: { en: 'and {n} more', de: 'und {n} weitere' },
  laterTitle: { en: 'Earlier steps come first', de: 'Zuerst kommen frühere Schritte' },
  laterText: {
    en: 'You may look around here already. Still open: {steps}.',
    de: 'Sie können sich hier schon umsehen. Noch offen: {steps}.',
  },
  backTo: { en: 'Back: {step}', de: 'Zurück: {step}' },
  nextTo: { en: 'Next: {step}', de: 'Weiter: {step}' },
  toOverview: { en: 'To the overview', de: 'Zum Überblick' },
  unknownTitle: { en: 'There is no such step', de: 'Diesen Schritt gibt es nicht' },
  unknownText: { en: 'Start with the first one.', de: 'Beginnen Sie mit dem ersten.' },
  toFirst: { en: 'To step 1', de: 'Zu Schritt 1' },
  viewer: {
    en: 'You may look at this integration. Changes are made by its admins and by the customer.',
    de: 'Sie dürfen diese Integration ansehen. Änderungen machen ihre Administratoren und der Kunde.',
  },
  file: {
    en: 'A configuration file on the server is the form of this integration. It is shown here and changed there.',
    de: 'Eine Konfigurationsdatei auf dem Server ist das Formular dieser Integration. Hier wird sie gezeigt, geändert wird sie dort.',
  },
  autosave: {
    en: 'Every field is saved when you leave it. You can stop at any time and continue later.',
    de: 'Jedes Feld wird gespeichert, wenn Sie es verlassen. Sie können jederzeit aufhören und später weitermachen.',
  },
  saving: { en: 'Saving …', de: 'Wird gespeichert …' },
} as const satisfies Record<string, Bilingual>;

export const fieldWords = {
  standard: { en: '{value} (standard)', de: '{value} (Standard)' },
  nothingChosen: { en: 'Please choose', de: 'Bitte wählen' },
  searchHint: { en: 'Type to search the list', de: 'Tippen, um in der Liste zu suchen' },
  nothingFound: { en: 'Nothing in the list fits.', de: 'Nichts in der Liste passt.' },
  notInList: {
    en: '“{value}” is not in the list of the account. Choose another, or create it there.',
    de: '„{value}“ steht nicht in der Liste des Kontos. Wählen Sie etwas anderes, oder legen Sie es dort an.',
  },
  clear: { en: 'Clear', de: 'Leeren' },
  inactive: { en: '{name} (inactive)', de: '{name} (inaktiv)' },
  notSavedYet: { en: 'Not saved yet: {why}', de: 'Noch nicht gespeichert: {why}' },
  unsavedTitle: { en: 'Not everything is saved yet', de: 'Noch ist nicht alles gespeichert' },
  unsavedText: {
    en: 'What you typed stays on this page. Fields that wait: {n}.',
    de: 'Was Sie eingegeben haben, bleibt auf dieser Seite stehen. Wartende Felder: {n}.',
  },
  saveNow: { en: 'Save now', de: 'Jetzt speichern' },
  conflictTitle: { en: '{by} changed this {when}', de: '{by} hat das {when} geändert' },
  conflictTheirs: { en: 'Theirs: {value}', de: 'Deren Stand: {value}' },
  conflictMine: { en: 'Yours: {value}', de: 'Ihr Stand: {value}' },
  conflictText: {
    en: 'Nothing was overwritten. Choose what shall stand.',
    de: 'Nichts wurde überschrieben. Wählen Sie, was gelten soll.',
  },
  conflictElsewhere: {
    en: 'Somebody else changed a value that you have changed too. It is in another step: {steps}.',
    de: 'Jemand hat einen Wert geändert, den auch Sie geändert haben. Er steht in einem anderen Schritt: {steps}.',
  },
  keepMine: { en: 'Keep mine', de: 'Meinen Stand behalten' },
  takeTheirs: { en: 'Take theirs', de: 'Deren Stand übernehmen' },
  empty: { en: '(empty)', de: '(leer)' },
  yes: { en: 'Yes', de: 'Ja' },
  no: { en: 'No', de: 'Nein' },
  entries: { en: '{n} entries', de: '{n} Einträge' },
} as const satisfies Record<string, Bilingual>;

/** Lists that come from the two accounts. */
export const listsWords = {
  waiting: {
    en: 'Reading the lists from your accounts …',
    de: 'Die Listen werden aus Ihren Konten gelesen …',
  },
  noKeysTitle: { en: 'No lists yet', de: 'Noch keine Listen' },
  noKeys: {
    en: 'The lists come from your accounts. Enter the credentials in step 2 first; until then you can type names by hand.',
    de: 'Die Listen kommen aus Ihren Konten. Tragen Sie zuerst in Schritt 2 die Zugangsdaten ein; bis dahin können Sie Namen von Hand eintippen.',
  },
  noKeysSide: {
    en: 'The lists of {side} are missing, because its credentials are. Enter them in step 2.',
    de: 'Die Listen von {side} fehlen, weil dessen Zugangsdaten fehlen. Tragen Sie sie in Schritt 2 ein.',
  },
  toCredentials: { en: 'To step 2, API credentials', de: 'Zu Schritt 2, API-Zugangsdaten' },
  troubleTitle: {
    en: '{side}: the lists could not be read',
    de: '{side}: Die Listen konnten nicht gelesen werden',
  },
  stays: {
    en: 'What is saved is shown and stays. You can go on and come back later.',
    de: 'Gespeichertes wird gezeigt und bleibt. Sie können weitergehen und später zurückkommen.',
  },
  readAgain: { en: 'Read the lists again', de: 'Listen neu lesen' },
} as const satisfies Record<string, Bilingual>;
