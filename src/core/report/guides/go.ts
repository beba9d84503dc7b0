// First steps that many ways share: where to click. Names of Personio and TimeTac are those of their references; where a
// name is not known for certain, the step says so.

import type { Bilingual } from '../words.ts';
import { pageWords } from '../words.ts';

const { issues, employees } = pageWords;

const mayDiffer = {
  en: '(the name of the page may differ in your account)',
  de: '(die Seite kann in Ihrem Konto anders heißen)',
} as const;

const step = (number: number, en: string, de: string): Bilingual => ({
  en: `Tandem: open the integration → Set-up → step ${number}, ${en}.`,
  de: `Tandem: Öffnen Sie die Integration → Einrichtung → Schritt ${number}, ${de}.`,
});

/** In Tandem. */
export const tandem = {
  issues: {
    en: `Tandem: open the integration → ${issues.en}.`,
    de: `Tandem: Öffnen Sie die Integration → ${issues.de}.`,
  },
  overview: {
    en: 'Tandem: open the integration → Overview.',
    de: 'Tandem: Öffnen Sie die Integration → Überblick.',
  },
  accounts: step(1, 'Accounts', 'Konten'),
  credentials: step(2, 'API credentials', 'API-Zugangsdaten'),
  users: step(3, employees.en, employees.de),
  exports: step(4, 'Exports', 'Exporte'),
  types: step(5, 'Absence types', 'Abwesenheitsarten'),
  compare: {
    en: 'Under “Who is who”, choose “Compare both accounts” and look for the person.',
    de: 'Wählen Sie unter „Wer ist wer“ die Schaltfläche „Beide Konten vergleichen“, und suchen Sie die Person.',
  },
  linkNamed: {
    en: 'Choose “Link with a user”, then the user that the issue names, then “Link”.',
    de: 'Wählen Sie „Mit einem Benutzer verknüpfen“, dann den in der Meldung genannten Benutzer, dann „Verknüpfen“.',
  },
} as const satisfies Record<string, Bilingual>;

export const personio = {
  profile: {
    en: 'Personio: open the employee’s profile.',
    de: 'Personio: Öffnen Sie das Mitarbeiterprofil.',
  },
  absence: {
    en: 'Personio: open the employee’s profile → Absence.',
    de: 'Personio: Öffnen Sie das Mitarbeiterprofil → Abwesenheit.',
  },
  attendance: {
    en: 'Personio: open the employee’s profile → Attendance, and go to the day.',
    de: 'Personio: Öffnen Sie das Mitarbeiterprofil → Anwesenheit, und gehen Sie zum betreffenden Tag.',
  },
  credentials: {
    en: 'Personio: open Settings → Integrations → API credentials, and choose the credentials that Tandem uses.',
    de: 'Personio: Öffnen Sie Einstellungen → Integrationen → API-Zugangsdaten, und wählen Sie die Zugangsdaten, die Tandem verwendet.',
  },
} as const satisfies Record<string, Bilingual>;

export const timetac = {
  user: {
    en: `TimeTac: open the user’s settings ${mayDiffer.en}.`,
    de: `TimeTac: Öffnen Sie die Einstellungen des Benutzers ${mayDiffer.de}.`,
  },
  apiUser: {
    en: `TimeTac: open the settings of the API user to whom the API credentials belong ${mayDiffer.en}.`,
    de: `TimeTac: Öffnen Sie die Einstellungen des API-Benutzers, zu dem die API-Zugangsdaten gehören ${mayDiffer.de}.`,
  },
  absence: {
    en: `TimeTac: open the person’s absences ${mayDiffer.en}.`,
    de: `TimeTac: Öffnen Sie die Abwesenheiten der Person ${mayDiffer.de}.`,
  },
  timesheet: {
    en: `TimeTac: open the person’s timesheet ${mayDiffer.en}, and go to the day.`,
    de: `TimeTac: Öffnen Sie den Stundenzettel der Person ${mayDiffer.de}, und gehen Sie zum betreffenden Tag.`,
  },
  credentials: {
    en: 'TimeTac: open Settings → User Settings → API Credentials; in the new interface, Company → API keys.',
    de: 'TimeTac: Öffnen Sie Einstellungen → Benutzereinstellungen → API-Zugangsdaten, in der neuen Oberfläche Unternehmen → API-Schlüssel.',
  },
} as const satisfies Record<string, Bilingual>;

/** What follows once it is known who is who. */
export const afterLink = {
  en: 'The next run knows who is who, and the issue is solved. Hours and absences that waited go out by themselves, beginning with the start date.',
  de: 'Der nächste Lauf weiß, wer wer ist, und die Meldung ist gelöst. Wartende Stunden und Abwesenheiten werden ab dem Startdatum von selbst übertragen.',
} as const satisfies Bilingual;
