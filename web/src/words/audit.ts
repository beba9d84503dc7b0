// The audit log: a sentence for each kind of entry.

import type { Bilingual } from '../api/types.ts';

export const auditWords = {
  title: { en: 'Audit log', de: 'Protokoll' },
  about: {
    en: 'Who changed what in this integration, newest first. Nothing in it can be changed or removed.',
    de: 'Wer was in dieser Integration geändert hat, das Neueste zuerst. Daran lässt sich nichts ändern oder entfernen.',
  },
  loading: { en: 'Loading the audit log …', de: 'Das Protokoll wird geladen …' },
  empty: { en: 'Nothing has been changed yet', de: 'Es wurde noch nichts geändert' },
  emptyText: {
    en: 'As soon as somebody changes the form, a switch or a person’s role, it stands here.',
    de: 'Sobald jemand das Formular, einen Schalter oder die Rolle einer Person ändert, steht es hier.',
  },
  when: { en: 'When', de: 'Wann' },
  who: { en: 'Who', de: 'Wer' },
  nobody: { en: 'Not signed in', de: 'Nicht angemeldet' },
  what: { en: 'What', de: 'Was' },
  older: { en: 'Show older entries', de: 'Ältere Einträge zeigen' },
  olderLoading: { en: 'Loading older entries …', de: 'Ältere Einträge werden geladen …' },
  mayNot: {
    en: 'Only administrators and operators see the audit log',
    de: 'Das Protokoll sehen nur Administratoren und Betreuer',
  },
  mayNotText: {
    en: 'If you need it, ask an administrator of this integration.',
    de: 'Wenn Sie es brauchen, fragen Sie einen Administrator dieser Integration.',
  },
  change: { en: '{path}: {before} → {after}', de: '{path}: {before} → {after}' },
  nothing: { en: 'empty', de: 'leer' },
  listOne: { en: '{n} entry', de: '{n} Eintrag' },
  listMany: { en: '{n} entries', de: '{n} Einträge' },
  number: { en: 'Entry {seq}', de: 'Eintrag {seq}' },
  wholeOne: {
    en: 'The audit log is as it was written: {n} entry, of all integrations, checked now.',
    de: 'Das Protokoll ist, wie es geschrieben wurde: {n} Eintrag aller Integrationen, gerade geprüft.',
  },
  wholeMany: {
    en: 'The audit log is as it was written: {n} entries, of all integrations, checked now.',
    de: 'Das Protokoll ist, wie es geschrieben wurde: {n} Einträge aller Integrationen, gerade geprüft.',
  },
  broken: { en: 'The audit log has been tampered with', de: 'Das Protokoll ist verfälscht' },
  brokenText: {
    en: 'Entry {seq} does not follow from the one before it: somebody changed the database past Tandem, or took entries out. Compare it with a backup.',
    de: 'Eintrag {seq} folgt nicht aus dem davor: Jemand hat die Datenbank an Tandem vorbei geändert oder Einträge entfernt. Vergleichen Sie mit einer Sicherung.',
  },
  installation: { en: 'Audit log of this installation', de: 'Protokoll dieser Installation' },
  installationAbout: {
    en: 'What concerns operators and accounts, and integrations that are no longer there, newest first. What concerns one integration stands in its own audit log.',
    de: 'Was Betreuer und Konten betrifft, und Integrationen, die es nicht mehr gibt, das Neueste zuerst. Was eine Integration betrifft, steht in deren eigenem Protokoll.',
  },
  installationEmptyText: {
    en: 'As soon as somebody becomes an operator or an account is changed, it stands here.',
    de: 'Sobald jemand Betreuer wird oder ein Konto geändert wird, steht es hier.',
  },
} as const satisfies Record<string, Bilingual>;

/** By kind; values in braces are taken from the entry. */
export const auditKinds = {
  'integration.created': {
    en: 'Created the integration “{name}”',
    de: 'Hat die Integration „{name}“ angelegt',
  },
  'integration.on': { en: 'Switched the integration on', de: 'Hat die Integration eingeschaltet' },
  'integration.off': { en: 'Switched the integration off', de: 'Hat die Integration ausgeschaltet' },
  'integration.paused': { en: 'Paused: {parts}', de: 'Hat pausiert: {parts}' },
  'integration.resumed': { en: 'Resumed everything that was paused', de: 'Hat alles Pausierte fortgesetzt' },
  'file.not-named': {
    en: 'Switched off: the server was started without its configuration file',
    de: 'Ausgeschaltet: Der Server wurde ohne ihre Konfigurationsdatei gestartet',
  },
  'integration.removed': {
    en: 'Removed the integration “{name}”',
    de: 'Hat die Integration „{name}“ entfernt',
  },
  'integration.purged': {
    en: 'Removed the integration “{name}” with everything it remembered',
    de: 'Hat die Integration „{name}“ mit allem, was sie sich gemerkt hatte, entfernt',
  },
  'form.changed': { en: 'Changed the form', de: 'Hat das Formular geändert' },
  'form.imported': {
    en: 'Took the form from the file “{fileName}”',
    de: 'Hat das Formular aus der Datei „{fileName}“ übernommen',
  },
  'form.printed-in': {
    en: 'Took values from the filled-in form “{fileName}” (PDF)',
    de: 'Hat Werte aus dem ausgefüllten Anforderungsblatt „{fileName}“ (PDF) übernommen',
  },
  'form.signed': { en: 'Signed the form off as “{name}”', de: 'Hat das Formular als „{name}“ freigegeben' },
  'credentials.set': {
    en: 'Entered credentials of {side} (ending in {endsIn})',
    de: 'Hat Zugangsdaten von {side} eingetragen (Ende: {endsIn})',
  },
  'credentials.broken': {
    en: 'Entered credentials of {side} (ending in {endsIn}) that did not work',
    de: 'Hat Zugangsdaten von {side} eingetragen (Ende: {endsIn}), die nicht funktionierten',
  },
  'deposit.created': {
    en: 'Created a deposit link for {side}',
    de: 'Hat einen Link zum Hinterlegen der Zugangsdaten von {side} erstellt',
  },
  'deposit.withdrawn': {
    en: 'Withdrew a deposit link for {side}',
    de: 'Hat einen Link zum Hinterlegen der Zugangsdaten von {side} zurückgezogen',
  },
  'department.created': {
    en: 'Created the department “{name}” in TimeTac',
    de: 'Hat in TimeTac die Abteilung „{name}“ angelegt',
  },
  'people.linked': {
    en: 'Linked Personio’s {employee} with a user in TimeTac',
    de: 'Hat {employee} in Personio mit einem Benutzer in TimeTac verknüpft',
  },
  'people.linked-unknown': {
    en: 'Linked somebody not known any more with a user in TimeTac',
    de: 'Hat eine inzwischen unbekannte Person mit einem Benutzer in TimeTac verknüpft',
  },
  'people.unlinked': {
    en: 'Separated Personio’s {employee} from their user in TimeTac',
    de: 'Hat {employee} in Personio vom Benutzer in TimeTac getrennt',
  },
  'people.unlinked-unknown': {
    en: 'Separated somebody not known any more from their user in TimeTac',
    de: 'Hat eine inzwischen unbekannte Person vom Benutzer in TimeTac getrennt',
  },
  'people.new-account': {
    en: 'Asked for a new account for Personio’s {employee}',
    de: 'Hat für {employee} in Personio ein neues Konto verlangt',
  },
  'people.new-account-unknown': {
    en: 'Asked for a new account for somebody not known any more',
    de: 'Hat für eine inzwischen unbekannte Person ein neues Konto verlangt',
  },
  'person.erased': {
    en: 'Erased everything held about one person',
    de: 'Hat alles gelöscht, was über eine Person gespeichert war',
  },
  'erased.admitted': {
    en: 'Let an erased person be read again',
    de: 'Hat zugelassen, dass eine gelöschte Person wieder gelesen wird',
  },
  'person.invited': { en: 'Invited {email} as {role}', de: 'Hat {email} eingeladen, Rolle: {role}' },
  'person.password-link': {
    en: 'Made a link for a new password of {person} ({email})',
    de: 'Hat einen Link für ein neues Passwort von {person} ({email}) erstellt',
  },
  'person.signed-in': {
    en: 'Signed in ({email}), from {from}',
    de: 'Hat sich angemeldet ({email}), von {from}',
  },
  'person.sign-in-refused': {
    en: 'A sign-in as {email} was refused, from {from}',
    de: 'Eine Anmeldung als {email} wurde abgelehnt, von {from}',
  },
  'person.new-password': {
    en: 'Set a new password with a link ({email})',
    de: 'Hat über einen Link ein neues Passwort gesetzt ({email})',
  },
  'person.invited-any': {
    en: 'Created an invitation link, role: {role}',
    de: 'Hat einen Einladungslink erstellt, Rolle: {role}',
  },
  'person.uninvited': { en: 'Withdrew an invitation', de: 'Hat eine Einladung zurückgezogen' },
  'person.joined': {
    en: 'Accepted the invitation as {role}',
    de: 'Hat die Einladung angenommen, Rolle: {role}',
  },
  'person.role': { en: 'Gave {person} the role “{role}”', de: 'Hat {person} die Rolle „{role}“ gegeben' },
  'person.removed': { en: 'Removed {person}', de: 'Hat {person} entfernt' },
  'person.signed-out': {
    en: 'Ended all sessions of {person}',
    de: 'Hat alle Sitzungen von {person} beendet',
  },
  'person.changed': {
    en: 'Changed the account of {person} (operator: {operator}, locked: {disabled})',
    de: 'Hat das Konto von {person} geändert (Betreuer: {operator}, gesperrt: {disabled})',
  },
  'operator.first': { en: 'Created the first account', de: 'Hat das erste Konto angelegt' },
  'run.asked': { en: 'Started a run', de: 'Hat einen Lauf gestartet' },
  'run.full': { en: 'Started a full run', de: 'Hat einen vollständigen Lauf gestartet' },
  'run.pilot-one': {
    en: 'Started a pilot for one person',
    de: 'Hat einen Piloten für eine Person gestartet',
  },
  'run.pilot': {
    en: 'Started a pilot for {pilot} people',
    de: 'Hat einen Piloten für {pilot} Personen gestartet',
  },
  'run.released': {
    en: 'Released a plan that had been refused',
    de: 'Hat einen abgelehnten Plan freigegeben',
  },
  'run.undo-asked': {
    en: 'Asked for the run {runId} to be taken back',
    de: 'Hat verlangt, den Lauf {runId} zurückzunehmen',
  },
  'run.undone': {
    en: 'Took the run {runId} back (records removed: {removed}, accounts switched off: {deactivated})',
    de: 'Hat den Lauf {runId} zurückgenommen (entfernte Einträge: {removed}, abgeschaltete Konten: {deactivated})',
  },
  'month.checked': {
    en: 'Had the month {month} compared on both sides',
    de: 'Hat den Monat {month} auf beiden Seiten vergleichen lassen',
  },
  'hook.made': {
    en: 'Made a token for Personio’s webhooks',
    de: 'Hat ein Token für Personios Webhooks erstellt',
  },
  'hook.removed': {
    en: 'Withdrew the token for Personio’s webhooks',
    de: 'Hat das Token für Personios Webhooks zurückgezogen',
  },
  'mail.tested': { en: 'Sent a test mail', de: 'Hat eine Test-E-Mail gesendet' },
  'issue.answered': {
    en: 'Answered an issue: {answer}',
    de: 'Hat eine Meldung beantwortet: {answer}',
  },
  'issue.taken-back': { en: 'Took an answer back', de: 'Hat eine Antwort zurückgenommen' },
} as const satisfies Record<string, Bilingual>;

export const auditAnswers = {
  'source-wins': { en: 'TimeTac wins', de: 'TimeTac gilt' },
  'keep-target': { en: 'keep Personio’s', de: 'Personio behalten' },
  ignore: { en: 'ignore', de: 'ignorieren' },
  create: { en: 'make a new account', de: 'neues Konto anlegen' },
  retry: { en: 'try again', de: 'noch einmal versuchen' },
  'take-over': { en: 'take over', de: 'übernehmen' },
} as const satisfies Record<string, Bilingual>;
