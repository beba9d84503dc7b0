// Step 2: keys of both sides, by oneself or by a deposit link.

import type { Bilingual } from '../api/types.ts';

export const credentialsWords = {
  newKillsOld: {
    en: 'If another interface uses those, it stops working. Generate new ones only if you have none.',
    de: 'Nutzt eine andere Schnittstelle diese, hört sie auf zu funktionieren. Generieren Sie nur neue, wenn Sie keine haben.',
  },
  newKillsOldTitle: {
    en: 'New credentials make the existing ones invalid',
    de: 'Neue Zugangsdaten machen die bestehenden ungültig',
  },
  how: { en: 'Where to find them in {side}', de: 'Wo Sie sie in {side} finden' },
  sandboxTitle: { en: 'Demo company', de: 'Demofirma' },
  sandboxText: {
    en: 'Both accounts are simulated. Tandem knows their keys and can fill them in for you; then press “Test and keep”.',
    de: 'Beide Konten sind simuliert. Tandem kennt ihre Schlüssel und kann sie für Sie eintragen; danach drücken Sie „Testen und behalten“.',
  },
  sandboxFill: { en: 'Fill in the demo company’s keys', de: 'Schlüssel der Demofirma eintragen' },
  sandboxFilled: {
    en: 'Filled in on both sides. Now press “Test and keep”.',
    de: 'Auf beiden Seiten eingetragen. Drücken Sie jetzt „Testen und behalten“.',
  },
  none: { en: 'no credentials yet', de: 'noch keine Zugangsdaten' },
  works: { en: 'credentials work', de: 'Zugangsdaten funktionieren' },
  broken: { en: 'credentials were refused', de: 'Zugangsdaten wurden abgelehnt' },
  untried: { en: 'credentials not tested yet', de: 'Zugangsdaten noch nicht getestet' },
  fromFile: {
    en: 'The credentials come from the configuration file.',
    de: 'Die Zugangsdaten kommen aus der Konfigurationsdatei.',
  },
  kept: {
    en: 'Client ID ending in {end}, entered by {by} on {when}.',
    de: 'Client-ID mit der Endung {end}, eingetragen von {by} am {when}.',
  },
  tried: { en: 'Last tested {when}.', de: 'Zuletzt getestet {when}.' },
  check: { en: 'Test the kept credentials again', de: 'Behaltene Zugangsdaten noch einmal testen' },
  checking: {
    en: 'Testing rights and attributes; this takes a few seconds …',
    de: 'Rechte und Attribute werden geprüft; das dauert einige Sekunden …',
  },
  checked: { en: 'Result of the test', de: 'Ergebnis des Tests' },
  replace: { en: 'Enter new credentials', de: 'Neue Zugangsdaten eintragen' },
  enter: { en: 'Enter the credentials', de: 'Zugangsdaten eintragen' },
  replaceText: {
    en: 'The kept ones are replaced only after the new ones have passed the test.',
    de: 'Die behaltenen werden erst ersetzt, wenn die neuen den Test bestanden haben.',
  },
  clientId: { en: 'Client ID', de: 'Client-ID' },
  clientSecret: { en: 'Client secret', de: 'Client-Secret' },
  secretHint: {
    en: 'Kept encrypted and never shown again.',
    de: 'Wird verschlüsselt aufbewahrt und nie wieder angezeigt.',
  },
  show: { en: 'Show', de: 'Anzeigen' },
  hide: { en: 'Hide', de: 'Verbergen' },
  showSecret: { en: 'Show the client secret', de: 'Anzeigen: Client-Secret' },
  hideSecret: { en: 'Hide the client secret', de: 'Verbergen: Client-Secret' },
  needed: { en: 'Please fill this in.', de: 'Bitte ausfüllen.' },
  test: { en: 'Test and keep', de: 'Testen und behalten' },
  testing: { en: '{side} is being asked …', de: '{side} wird gefragt …' },
  keptNow: {
    en: 'The test was passed. The credentials are kept.',
    de: 'Der Test ist bestanden. Die Zugangsdaten werden behalten.',
  },
  keptAnyway: {
    en: 'The credentials are kept, although the test failed. Put right what is named below.',
    de: 'Die Zugangsdaten werden behalten, obwohl der Test fehlschlug. Beheben Sie, was unten steht.',
  },
  notKept: {
    en: 'The test failed; these credentials are not kept.',
    de: 'Der Test ist fehlgeschlagen; diese Zugangsdaten werden nicht behalten.',
  },
  notKeptOld: {
    en: 'The test failed; the earlier credentials stay in use.',
    de: 'Der Test ist fehlgeschlagen; die bisherigen Zugangsdaten bleiben in Gebrauch.',
  },
  keepAnyway: { en: 'Keep them anyway', de: 'Trotzdem behalten' },
  keepAnywaySure: {
    en: 'Keep credentials that did not pass the test?',
    de: 'Zugangsdaten behalten, die den Test nicht bestanden haben?',
  },
  keepAnywayText: {
    en: 'Earlier ones are dropped. That makes sense if the right is only given later, or {side} cannot be reached at the moment.',
    de: 'Bisherige werden verworfen. Das ist sinnvoll, wenn ein Recht erst später erteilt wird oder {side} gerade nicht erreichbar ist.',
  },
  todo: { en: 'What to do: {action}', de: 'Was zu tun ist: {action}' },
  allowed: { en: 'In order', de: 'In Ordnung' },
  allowedMany: { en: '{n} checks passed', de: '{n} Prüfungen bestanden' },
  missing: { en: 'Missing', de: 'Fehlt' },
  optional: { en: 'Optional', de: 'Nicht unbedingt nötig' },
  nameLine: { en: 'Not found', de: 'Nicht gefunden' },
  hint: { en: 'Note', de: 'Hinweis' },
  linesEmpty: { en: 'The test found nothing to say.', de: 'Der Test hat nichts zu sagen.' },
  expiresOn: { en: 'TimeTac’s credentials expire on', de: 'Zugangsdaten von TimeTac laufen ab am' },
  expiresHint: {
    en: 'TimeTac gives every pair an end date; after it, nothing can be read any more. Type it here, and Tandem reminds you 30 and 7 days before.',
    de: 'TimeTac gibt jedem Schlüsselpaar ein Enddatum; danach lässt sich nichts mehr lesen. Tragen Sie es hier ein, dann erinnert Tandem 30 und 7 Tage vorher.',
  },
  expired: {
    en: 'These credentials have expired. Create new ones in TimeTac and enter them here.',
    de: 'Diese Zugangsdaten sind abgelaufen. Legen Sie in TimeTac neue an und tragen Sie sie hier ein.',
  },
  expiresSoon: {
    en: 'These credentials expire in {n} days. Create new ones in TimeTac in time.',
    de: 'Diese Zugangsdaten laufen in {n} Tagen ab. Legen Sie in TimeTac rechtzeitig neue an.',
  },
  birthKey: { en: 'Attribute with the date of birth', de: 'Attribut mit dem Geburtsdatum' },
  birthKeyHint: {
    en: 'Only needed where Personio keeps the date of birth in an attribute of your own: its key, e.g. dynamic_1234.',
    de: 'Nur nötig, wenn Personio das Geburtsdatum in einem eigenen Attribut führt: dessen Schlüssel, z. B. dynamic_1234.',
  },
} as const satisfies Record<string, Bilingual>;

/** The click paths, in the vendors' own names of menus. */
export const pathWords = {
  personio1: { en: 'In Personio, open:', de: 'Öffnen Sie in Personio:' },
  personioMenu: {
    en: 'Settings → API credentials → Generate new credentials',
    de: 'Einstellungen → API-Zugangsdaten → Neue Zugangsdaten generieren',
  },
  personio2: {
    en: 'Give them a name, e.g. “Tandem”, and choose the integration “TimeTac” or a custom integration.',
    de: 'Geben Sie einen Namen ein, z. B. „Tandem“, und wählen Sie die Integration „TimeTac“ oder eine benutzerdefinierte Integration.',
  },
  personio3: {
    en: 'Grant these rights, and no others:',
    de: 'Erteilen Sie diese Rechte und keine weiteren:',
  },
  personio4: {
    en: 'Under “Readable employee attributes”, choose these nine:',
    de: 'Wählen Sie unter „Lesbare Mitarbeiterattribute“ diese neun aus:',
  },
  personio5: {
    en: 'Generate the credentials, and copy client ID and client secret into the fields below. Personio shows the secret only once.',
    de: 'Generieren Sie die Zugangsdaten, und kopieren Sie Client-ID und Client-Secret in die Felder unten. Personio zeigt das Secret nur einmal.',
  },
  timetac1: { en: 'In TimeTac (Classic), open:', de: 'Öffnen Sie in TimeTac (Classic):' },
  timetacMenu: {
    en: 'Settings > User Settings > API Credentials',
    de: 'Einstellungen > Benutzereinstellungen > API-Zugangsdaten',
  },
  timetacNew: { en: 'In the new product:', de: 'Im neuen Produkt:' },
  timetacNewMenu: { en: 'Company > API keys', de: 'Unternehmen > API-Schlüssel' },
  timetac2: {
    en: 'The keys belong to an API user. That user must be allowed to see and edit all user data, and to read absences and time trackings.',
    de: 'Die Schlüssel gehören zu einem API-Benutzer. Er muss alle Benutzerdaten sehen und bearbeiten sowie Abwesenheiten und Zeiterfassungen lesen dürfen.',
  },
  timetac3: {
    en: 'Give them a name, and note the expiry date; it belongs into the field further down.',
    de: 'Geben Sie einen Namen ein, und merken Sie sich das Ablaufdatum; es gehört in das Feld weiter unten.',
  },
  timetac4: {
    en: 'Copy client ID and client secret into the fields below. The secret is shown only once.',
    de: 'Kopieren Sie Client-ID und Client-Secret in die Felder unten. Das Secret wird nur einmal gezeigt.',
  },
  rights: { en: 'Rights', de: 'Rechte' },
  area: { en: 'Area', de: 'Bereich' },
  read: { en: 'Read', de: 'Lesen' },
  write: { en: 'Write', de: 'Schreiben' },
  needed: { en: 'yes', de: 'ja' },
  notNeeded: { en: 'no', de: 'nein' },
  employees: { en: 'Employees', de: 'Mitarbeitende' },
  attendances: { en: 'Attendances', de: 'Anwesenheiten' },
  absences: { en: 'Absences', de: 'Abwesenheiten' },
  attributes: { en: 'Readable attributes', de: 'Lesbare Attribute' },
  readable: { en: 'readable', de: 'lesbar' },
  unreadable: { en: 'not readable', de: 'nicht lesbar' },
  tick: { en: 'Tick off what you have chosen.', de: 'Haken Sie ab, was Sie ausgewählt haben.' },
} as const satisfies Record<string, Bilingual>;

/** By the name that a test uses for them. */
export const attributeWords = {
  first_name: { en: 'First name', de: 'Vorname' },
  last_name: { en: 'Surname', de: 'Nachname' },
  email: { en: 'E-mail address', de: 'E-Mail-Adresse' },
  status: { en: 'Status', de: 'Status' },
  hire_date: { en: 'Date of employment', de: 'Einstellungsdatum' },
  termination_date: { en: 'Date of termination', de: 'Austrittsdatum' },
  absence_entitlement: { en: 'Absence entitlement', de: 'Abwesenheitsanspruch' },
  employee_id: { en: 'Employee ID', de: 'Mitarbeiter-ID' },
  date_of_birth: { en: 'Date of birth', de: 'Geburtsdatum' },
} as const satisfies Record<string, Bilingual>;

export const depositWords = {
  title: {
    en: 'A colleague has the keys of {side}?',
    de: 'Eine Kollegin oder ein Kollege hat die Schlüssel von {side}?',
  },
  text: {
    en: 'Create a link and send it to them. They need no account here: they type the keys on a page of their own, where these are encrypted in the browser. The link can be used once.',
    de: 'Erstellen Sie einen Link und senden Sie ihn. Ein Konto ist dafür nicht nötig: Die Schlüssel werden auf einer eigenen Seite eingegeben und schon im Browser verschlüsselt. Der Link lässt sich einmal verwenden.',
  },
  hours: { en: 'The link is valid for', de: 'Der Link gilt' },
  hours24: { en: '1 day', de: '1 Tag' },
  hours72: { en: '3 days', de: '3 Tage' },
  hours168: { en: '1 week', de: '1 Woche' },
  hours336: { en: '2 weeks', de: '2 Wochen' },
  language: { en: 'Language of the page', de: 'Sprache der Seite' },
  german: { en: 'German', de: 'Deutsch' },
  english: { en: 'English', de: 'Englisch' },
  create: { en: 'Create the link', de: 'Link erstellen' },
  creating: { en: 'Creating the link …', de: 'Der Link wird erstellt …' },
  created: {
    en: 'Copy this link now and send it; it is shown only once. It is valid until {when}.',
    de: 'Kopieren Sie diesen Link jetzt und senden Sie ihn; er wird nur einmal gezeigt. Er gilt bis {when}.',
  },
  link: { en: 'Deposit link', de: 'Hinterlegungslink' },
  copy: { en: 'Copy the link', de: 'Link kopieren' },
  list: { en: 'Links for {side}', de: 'Links für {side}' },
  listWaiting: { en: 'Loading the links …', de: 'Die Links werden geladen …' },
  open: { en: 'open until {when}', de: 'offen bis {when}' },
  used: { en: 'used {when}', de: 'verwendet {when}' },
  expired: { en: 'expired {when}', de: 'abgelaufen {when}' },
  withdrawn: { en: 'withdrawn', de: 'zurückgezogen' },
  otherAddress: {
    en: 'of no use any more: the address was changed in step 1',
    de: 'nicht mehr verwendbar: die Adresse wurde in Schritt 1 geändert',
  },
  by: { en: 'Created by {by} on {when}', de: 'Erstellt von {by} am {when}' },
  withdraw: { en: 'Withdraw', de: 'Zurückziehen' },
  withdrawSure: { en: 'Withdraw this link?', de: 'Diesen Link zurückziehen?' },
  withdrawText: {
    en: 'It becomes worthless at once. You can create a new one at any time.',
    de: 'Er wird sofort wertlos. Sie können jederzeit einen neuen erstellen.',
  },
} as const satisfies Record<string, Bilingual>;
