// Personal data: what is held about one person, giving it away, erasing it.

import type { Bilingual } from '../api/types.ts';

export const personalWords = {
  title: { en: 'Personal data', de: 'Personenbezogene Daten' },
  about: {
    en: 'What Tandem holds about one person: look at it, give it to them, erase it. Personio and TimeTac are not asked and not changed.',
    de: 'Was Tandem über eine Person gespeichert hat: ansehen, herausgeben, löschen. Personio und TimeTac werden nicht gefragt und nicht geändert.',
  },
  mayNot: {
    en: 'Only administrators and operators see personal data here',
    de: 'Personenbezogene Daten sehen hier nur Administratoren und Betreuer',
  },
  mayNotText: {
    en: 'If you need it, ask an administrator of this integration.',
    de: 'Wenn Sie das brauchen, fragen Sie einen Administrator dieser Integration.',
  },
  notYet: { en: 'Nothing is held about anybody yet', de: 'Noch ist über niemanden etwas gespeichert' },
  notYetText: {
    en: 'The accounts are not connected yet. This begins with the set-up.',
    de: 'Die Konten sind noch nicht verbunden. Das beginnt mit der Einrichtung.',
  },
  notYetLink: { en: 'Continue the set-up', de: 'Einrichtung fortsetzen' },
  choose: { en: 'Whom it is about', de: 'Um wen es geht' },
  who: { en: 'Name or Personio ID', de: 'Name oder Personio-Nummer' },
  whoHint: {
    en: 'Part of a name is enough if it fits one person only.',
    de: 'Ein Teil des Namens genügt, wenn er nur auf eine Person passt.',
  },
  whoListFailed: {
    en: 'The list of people is missing just now. Type the Personio ID instead.',
    de: 'Die Liste der Personen fehlt gerade. Geben Sie stattdessen die Personio-Nummer ein.',
  },
  nobodyFits: {
    en: 'Nobody who is linked fits. Check the spelling, or type the Personio ID.',
    de: 'Keine verknüpfte Person passt dazu. Prüfen Sie die Schreibweise, oder geben Sie die Personio-Nummer ein.',
  },
  severalFit: {
    en: 'Several people fit. Choose one from the list.',
    de: 'Es passen mehrere Personen. Wählen Sie eine aus der Liste.',
  },
  show: { en: 'Show what is held', de: 'Gespeichertes zeigen' },
  chooseText: {
    en: 'Choose somebody to see what is held about them.',
    de: 'Wählen Sie eine Person, dann steht hier, was über sie gespeichert ist.',
  },
  waiting: { en: 'Looking through what is held …', de: 'Gespeichertes wird durchgesehen …' },
  heldAbout: { en: 'Held about {who}', de: 'Über {who} gespeichert' },
  idOf: { en: 'Personio ID {id}', de: 'Personio-Nummer {id}' },
  heldTable: { en: 'What is held, by kind', de: 'Was gespeichert ist, nach Art' },
  what: { en: 'What', de: 'Was' },
  records: { en: 'Records', de: 'Einträge' },
  nothing: {
    en: 'Nothing is held about this person. Check the Personio ID if you expected something.',
    de: 'Über diese Person ist nichts gespeichert. Prüfen Sie die Personio-Nummer, wenn Sie etwas erwartet haben.',
  },
  export: { en: 'Give it away (JSON file)', de: 'Herausgeben (JSON-Datei)' },
  exportText: {
    en: 'The file holds everything listed here, absence types too. Hand it only to the person themselves.',
    de: 'Die Datei enthält alles hier Aufgeführte, auch Abwesenheitsarten. Geben Sie sie nur der Person selbst.',
  },
  erase: { en: 'Erase …', de: 'Löschen …' },
  eraseTitle: {
    en: 'Erase everything held about {who}?',
    de: 'Alles löschen, was über {who} gespeichert ist?',
  },
  eraseMeans: { en: 'What that means', de: 'Was das heißt' },
  eraseGone: {
    en: 'Everything listed here is erased for good, names in runs and mails too.',
    de: 'Alles hier Aufgeführte wird endgültig gelöscht, auch Namen in Läufen und E-Mails.',
  },
  eraseStays: {
    en: 'In Personio and TimeTac nothing changes. Erase the person there, too, if it has to be.',
    de: 'In Personio und TimeTac ändert sich nichts. Löschen Sie die Person auch dort, wenn es sein muss.',
  },
  eraseKey: {
    en: 'Only a key stays that names nobody. By it later runs pass the person over.',
    de: 'Nur ein Schlüssel bleibt, der niemanden nennt. An ihm erkennen spätere Läufe, wen sie übergehen.',
  },
  eraseType: {
    en: 'Type the Personio ID once more: {id}',
    de: 'Geben Sie die Personio-Nummer noch einmal ein: {id}',
  },
  eraseWrong: {
    en: 'This is not the Personio ID of the person you chose.',
    de: 'Das ist nicht die Personio-Nummer der Person, die Sie gewählt haben.',
  },
  eraseDo: { en: 'Erase for good', de: 'Endgültig löschen' },
  erasing: { en: 'Erasing …', de: 'Wird gelöscht …' },
  erasedOne: { en: '{n} record was erased.', de: '{n} Eintrag wurde gelöscht.' },
  erasedMany: { en: '{n} records were erased.', de: '{n} Einträge wurden gelöscht.' },
  list: { en: 'Erased people', de: 'Gelöschte Personen' },
  listText: {
    en: 'Who they were is not known any more. They are passed over by every run until you let them be read again.',
    de: 'Wer sie waren, ist nicht mehr bekannt. Jeder Lauf übergeht sie, bis Sie zulassen, dass sie wieder gelesen werden.',
  },
  listWaiting: { en: 'Loading the list …', de: 'Die Liste wird geladen …' },
  listEmpty: { en: 'Nobody has been erased.', de: 'Es wurde niemand gelöscht.' },
  listTable: { en: 'Erased people, newest first', de: 'Gelöschte Personen, neueste zuerst' },
  erasedAt: { en: 'Erased', de: 'Gelöscht' },
  key: { en: 'Key', de: 'Schlüssel' },
  action: { en: 'Action', de: 'Aktion' },
  admit: { en: 'Read again', de: 'Wieder lesen' },
  admitOf: { en: 'Read again: key {key}', de: 'Wieder lesen: Schlüssel {key}' },
  admitSure: { en: 'Read this person again?', de: 'Diese Person wieder lesen?' },
  admitText: {
    en: 'From the next full check on whoever was erased on {when} is read like everybody else, if Personio and TimeTac still have them. Nothing that was erased comes back.',
    de: 'Ab der nächsten Vollprüfung wird die am {when} gelöschte Person gelesen wie alle anderen, falls es sie in Personio und TimeTac noch gibt. Gelöschtes kommt nicht zurück.',
  },
  admitted: {
    en: 'From the next full check on this person is read again.',
    de: 'Ab der nächsten Vollprüfung wird diese Person wieder gelesen.',
  },
} as const satisfies Record<string, Bilingual>;
