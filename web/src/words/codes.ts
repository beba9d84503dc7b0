// What every code is called on the page. The wording is that of the sentences that mails and reports use.

import type { FindingCode } from '../../../src/core/report/codes.ts';
import type { Bilingual } from '../api/types.ts';

export const codeWords = {
  'username-exists': { en: 'User name exists already', de: 'Benutzername schon vergeben' },
  'username-invalid': { en: 'User name not allowed in TimeTac', de: 'Benutzername in TimeTac nicht erlaubt' },
  'email-missing': { en: 'E-mail address missing', de: 'E-Mail-Adresse fehlt' },
  'email-invalid': { en: 'E-mail address malformed', de: 'E-Mail-Adresse fehlerhaft' },
  'employee-ambiguous': { en: 'More than one match', de: 'Mehr als eine Zuordnung möglich' },
  'employee-possible-duplicate': {
    en: 'Perhaps in TimeTac already',
    de: 'Vielleicht schon in TimeTac vorhanden',
  },
  'employee-rehired': { en: 'Rehired under a new ID', de: 'Unter neuer Nummer wieder eingestellt' },
  'employee-vanished': { en: 'Employee gone from Personio', de: 'Person in Personio verschwunden' },
  'user-vanished': { en: 'User gone from TimeTac', de: 'Benutzer in TimeTac verschwunden' },
  'employee-two-users': { en: 'Two users for one person', de: 'Zwei Benutzer für eine Person' },
  'external-id-taken': { en: 'External ID in use', de: 'Externe ID belegt' },
  'default-not-found': { en: 'Default not found in TimeTac', de: 'Vorgabe in TimeTac nicht gefunden' },
  'attribute-missing': { en: 'Attribute not readable', de: 'Attribut nicht lesbar' },
  'absence-exists': { en: 'Absence exists already', de: 'Abwesenheit schon vorhanden' },
  'fraction-unsupported': { en: 'Neither a whole nor a half day', de: 'Weder ganzer noch halber Tag' },
  'unit-mismatch': {
    en: 'Days on one side, hours on the other',
    de: 'Tage auf der einen, Stunden auf der anderen Seite',
  },
  'type-unmapped': { en: 'Absence type not mapped', de: 'Abwesenheitsart nicht zugeordnet' },
  'absence-without-days': { en: 'Absence without days', de: 'Abwesenheit ohne Tage' },
  'refused-by-personio': { en: 'Refused by Personio', de: 'Von Personio abgelehnt' },
  'refused-by-timetac': { en: 'Refused by TimeTac', de: 'Von TimeTac abgelehnt' },
  'rejected-in-target': { en: 'Rejected in Personio', de: 'In Personio abgelehnt' },
  'source-gone-but-adopted': {
    en: 'Gone from TimeTac, not ours in Personio',
    de: 'In TimeTac weg, in Personio nicht von uns',
  },
  'source-changed-but-adopted': {
    en: 'Changed in TimeTac, not ours in Personio',
    de: 'In TimeTac geändert, in Personio nicht von uns',
  },
  'outcome-unknown': { en: 'Outcome not known', de: 'Ergebnis nicht bekannt' },
  'overlaps-foreign': { en: 'Another entry is in the way', de: 'Ein anderer Eintrag ist im Weg' },
  'foreign-cut': { en: 'Personio cut another entry', de: 'Personio hat einen anderen Eintrag gekürzt' },
  'entries-overlap': { en: 'Entries overlap in TimeTac', de: 'Einträge überschneiden sich in TimeTac' },
  'entry-too-long': { en: 'Entry longer than 24 hours', de: 'Eintrag länger als 24 Stunden' },
  'dst-ambiguous': {
    en: 'Not expressible in the clock change',
    de: 'In der Zeitumstellung nicht darstellbar',
  },
  'zone-overlap': {
    en: 'Entries from different time zones overlap',
    de: 'Einträge aus verschiedenen Zeitzonen überschneiden sich',
  },
  'edited-in-target': { en: 'Edited in Personio', de: 'In Personio bearbeitet' },
  'deleted-in-target': { en: 'Deleted in Personio', de: 'In Personio gelöscht' },
  'changed-on-both-sides': { en: 'Changed on both sides', de: 'Auf beiden Seiten geändert' },
  'second-writer': { en: 'Another interface is writing', de: 'Eine weitere Schnittstelle schreibt' },
  'month-closed': { en: 'Month closed', de: 'Monat abgeschlossen' },
  'after-exit': { en: 'After the exit date', de: 'Nach dem Austritt' },
  'credentials-refused': { en: 'Credentials refused', de: 'Zugangsdaten abgelehnt' },
  'vendor-unreachable': { en: 'Vendor not reachable', de: 'Anbieter nicht erreichbar' },
  'entry-open': { en: 'Entry still running', de: 'Eintrag läuft noch' },
  'entry-unapproved': { en: 'Not yet approved in TimeTac', de: 'In TimeTac noch nicht genehmigt' },
  'employee-unlinked': { en: 'Waiting for a link', de: 'Wartet auf eine Verknüpfung' },
  'setting-not-writable': { en: 'To be set by hand in TimeTac', de: 'In TimeTac von Hand zu setzen' },
  'first-link-differences': {
    en: 'Differences at the first link',
    de: 'Unterschiede bei der ersten Verknüpfung',
  },
  'dst-hours-differ': {
    en: 'Hours differ by the clock change',
    de: 'Stunden weichen durch die Zeitumstellung ab',
  },
  'attendance-on-absence': {
    en: 'Attendance on a day of absence',
    de: 'Anwesenheit an einem Abwesenheitstag',
  },
  'adopted-pending': {
    en: 'Found in Personio, not yet approved',
    de: 'In Personio vorgefunden, noch nicht genehmigt',
  },
  rounded: { en: 'Rounded to half days', de: 'Auf halbe Tage gerundet' },
  'out-of-scope-kept': { en: 'No longer synchronised, kept', de: 'Nicht mehr im Abgleich, bleibt stehen' },
  'user-without-employee': { en: 'User without an employee', de: 'Benutzer ohne Person in Personio' },
} as const satisfies Record<FindingCode, Bilingual>;

/** A newer server may know codes that this page does not: those are shown as they are. */
export function titleOf(code: string): Bilingual {
  const words: Readonly<Record<string, Bilingual>> = codeWords;
  return words[code] ?? { en: code, de: code };
}
