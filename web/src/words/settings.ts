// Settings of an integration: everything in one place.

import type { Bilingual } from '../api/types.ts';

export const settingsWords = {
  title: { en: 'Settings', de: 'Einstellungen' },
  about: {
    en: 'Everything that can be set, in one place. Whatever you change holds from the next run on.',
    de: 'Alles, was sich einstellen lässt, an einem Ort. Was Sie ändern, gilt ab dem nächsten Lauf.',
  },
  run: { en: 'Pause and switch off', de: 'Pausieren und ausschalten' },
  runOff: {
    en: 'The integration is not switched on, so there is nothing to pause.',
    de: 'Die Integration ist nicht eingeschaltet, es gibt also nichts zu pausieren.',
  },
  toSwitchOn: { en: 'To step 8, where it is switched on', de: 'Zu Schritt 8, dort wird eingeschaltet' },
  runViewer: {
    en: 'Pausing is up to administrators and operators.',
    de: 'Pausieren können Administratoren und Betreuer.',
  },
  offFile: {
    en: 'This integration is switched on and off by its configuration file.',
    de: 'Ein- und ausgeschaltet wird diese Integration durch ihre Konfigurationsdatei.',
  },
  credentials: { en: 'API credentials', de: 'API-Zugangsdaten' },
  replace: { en: 'Replace or test them in step 2', de: 'In Schritt 2 ersetzen oder testen' },
  report: { en: 'Report and mails', de: 'Bericht und E-Mails' },
  reportTo: { en: 'Recipients', de: 'Empfänger' },
  reportNobody: { en: 'nobody', de: 'niemand' },
  reportWhen: { en: 'Sent', de: 'Gesendet' },
  toReport: { en: 'Change in step 8', de: 'In Schritt 8 ändern' },
  toMails: { en: 'Mails that were sent, and a test', de: 'Gesendete E-Mails und ein Test' },
  people: { en: 'People and roles', de: 'Personen und Rollen' },
  peopleText: {
    en: 'Who may see and change this integration, and invitations.',
    de: 'Wer diese Integration sehen und ändern darf, und Einladungen.',
  },
  toPeople: { en: 'Open people and roles', de: 'Personen und Rollen öffnen' },
  audit: { en: 'Audit log', de: 'Protokoll' },
  auditText: {
    en: 'Who changed what, and when. Nothing in it can be changed or removed.',
    de: 'Wer wann was geändert hat. Daran lässt sich nichts ändern oder entfernen.',
  },
  toAudit: { en: 'Open the audit log', de: 'Protokoll öffnen' },
  personal: { en: 'Personal data', de: 'Personenbezogene Daten' },
  personalText: {
    en: 'What is held about one person: look at it, give it away, erase it.',
    de: 'Was über eine Person gespeichert ist: ansehen, herausgeben, löschen.',
  },
  toPersonal: { en: 'Open personal data', de: 'Personenbezogene Daten öffnen' },
  hook: { en: 'Hints from Personio (webhooks)', de: 'Hinweise von Personio (Webhooks)' },
  hookText: {
    en: 'With a webhook Personio says when something changes there, and the next run looks at once. Without one Tandem finds it by polling.',
    de: 'Mit einem Webhook sagt Personio, wenn sich dort etwas ändert, und der nächste Lauf sieht gleich nach. Ohne findet Tandem es durch Abfragen.',
  },
  hookNoAddress: {
    en: 'Personio cannot reach this installation: it needs an address that begins with https (TANDEM_PUBLIC_URL). Tandem finds changes by polling instead.',
    de: 'Personio erreicht diese Installation nicht: Sie braucht eine Adresse, die mit https beginnt (TANDEM_PUBLIC_URL). Tandem findet Änderungen stattdessen durch Abfragen.',
  },
  hookMade: { en: 'Token made on {at}.', de: 'Token erstellt am {at}.' },
  hookHint: { en: 'Last hint: {at}.', de: 'Letzter Hinweis: {at}.' },
  hookNoHint: { en: 'No hint has come yet.', de: 'Noch kam kein Hinweis.' },
  hookMake: { en: 'Make a token', de: 'Token erstellen' },
  hookAnew: { en: 'Make a new token', de: 'Neues Token erstellen' },
  hookAnewSure: {
    en: 'Make a new one? Personio’s hints are refused until the new token stands there.',
    de: 'Ein neues erstellen? Hinweise von Personio werden abgewiesen, bis das neue Token dort steht.',
  },
  hookOnce: {
    en: 'Enter both in Personio when you create the webhook (type of authentication: token). The token is shown only now.',
    de: 'Tragen Sie beides in Personio ein, wenn Sie den Webhook anlegen (Art der Anmeldung: Token). Das Token wird nur jetzt gezeigt.',
  },
  hookCopyAddress: { en: 'Copy the address', de: 'Adresse kopieren' },
  hookCopyToken: { en: 'Copy the token', de: 'Token kopieren' },
  hookEvents: { en: 'Events to choose:', de: 'Ereignisse, die auszuwählen sind:' },
  hookRemove: { en: 'Withdraw the token', de: 'Token zurückziehen' },
  hookRemoveSure: {
    en: 'Withdraw it? Personio’s hints are then refused.',
    de: 'Zurückziehen? Hinweise von Personio werden dann abgewiesen.',
  },
  remove: { en: 'Remove the integration', de: 'Integration entfernen' },
  removeText: {
    en: 'It was never switched on: removing takes away its form and its credentials, and nothing else.',
    de: 'Sie war nie eingeschaltet: Entfernt werden ihr Formular und ihre Zugangsdaten, sonst nichts.',
  },
  removeSure: { en: 'Remove “{name}”?', de: '„{name}“ entfernen?' },
  removeConfirm: { en: 'Remove', de: 'Entfernen' },
  purgeText: {
    en: 'For a customer who leaves. Whoever only wants a break pauses or switches off; then everything is remembered.',
    de: 'Für einen Kunden, der geht. Wer nur eine Unterbrechung will, pausiert oder schaltet aus; dann bleibt alles gemerkt.',
  },
  removeFile: {
    en: 'This integration is set up by a configuration file on the server. Whoever looks after the server takes it away there.',
    de: 'Diese Integration ist durch eine Konfigurationsdatei auf dem Server eingerichtet. Entfernt wird sie dort von denen, die den Server betreuen.',
  },
  removeLeft: {
    en: 'The server was started without this integration’s configuration file. It goes from this page with its people; what it remembered of the account stays, so that nothing is doubled later.',
    de: 'Der Server wurde ohne die Konfigurationsdatei dieser Integration gestartet. Sie verschwindet mit ihren Personen von dieser Seite; was sie sich vom Konto gemerkt hat, bleibt, damit später nichts doppelt entsteht.',
  },
  purge: { en: 'Remove with everything …', de: 'Mit allem entfernen …' },
  purgeTitle: { en: 'Remove “{name}” with everything?', de: '„{name}“ mit allem entfernen?' },
  purgeMeans: { en: 'What that means', de: 'Was das heißt' },
  purgeGone: {
    en: 'Form, credentials, runs, issues, answers and mails are removed, and the key that opened them is destroyed.',
    de: 'Formular, Zugangsdaten, Läufe, Meldungen, Antworten und E-Mails werden entfernt, und der Schlüssel dazu wird vernichtet.',
  },
  purgeForgotten: {
    en: 'Tandem no longer knows which records it wrote. If the accounts are connected anew, it starts from the beginning.',
    de: 'Tandem weiß nicht mehr, welche Einträge es geschrieben hat. Werden die Konten neu verbunden, fängt es von vorn an.',
  },
  purgeStays: {
    en: 'Records in Personio and TimeTac stay as they are.',
    de: 'Einträge in Personio und TimeTac bleiben, wie sie sind.',
  },
  purgeForGood: {
    en: 'Nobody can take this back.',
    de: 'Das kann niemand rückgängig machen.',
  },
  purgeType: {
    en: 'Type the name of the integration: {name}',
    de: 'Geben Sie den Namen der Integration ein: {name}',
  },
  purgeWrong: {
    en: 'This is not the name. It must be the same, letter by letter.',
    de: 'Das ist nicht der Name. Er muss Buchstabe für Buchstabe stimmen.',
  },
  purgeDo: { en: 'Remove for good', de: 'Endgültig entfernen' },
  purging: { en: 'Removing everything …', de: 'Alles wird entfernt …' },
} as const satisfies Record<string, Bilingual>;
