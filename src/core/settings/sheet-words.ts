// The words of the sheet: the guide's own in English, and in German. A mistake names a field as it is called here.

import { type Said, said } from './mistake.ts';
import type { ModuleSet, Sheet, SheetLanguage, SheetRow } from './sheet.ts';

/** What stands above or beside each field. */
export const sheetLabels = {
  name: said('Company', 'Firma'),
  account: said('TimeTac account', 'TimeTac-Account'),
  department: said('Department', 'Abteilung'),
  workingTimeModel: said('Working time model', 'Arbeitszeitmodell'),
  holidayCalendar: said('Holiday calendar', 'Feiertagskalender'),
  modules: said('TimeTac modules', 'TimeTac-Module'),
  mobileApps: said('Allow use of TimeTac mobile apps', 'Nutzung der mobilen Apps von TimeTac erlauben'),
  statusOverview: said(
    'Grant view access to an employee status overview',
    'Einsicht in die Statusübersicht der Mitarbeitenden erlauben',
  ),
  language: said('Language of new users', 'Sprache neuer Benutzer'),
  absencesFrom: said('Start date of the absences', 'Startdatum der Abwesenheiten'),
  attendancesFrom: said('Start date of the attendance times', 'Startdatum der Anwesenheitszeiten'),
  types: said('Mapping of absence types', 'Zuordnung der Abwesenheitsarten'),
} as const satisfies Record<keyof Sheet, Said>;

export const columnLabels = {
  timetac: said('Absence in TimeTac', 'Abwesenheit in TimeTac'),
  personio: said('Absence in Personio', 'Abwesenheit in Personio'),
  sync: said('Sync absence type', 'Art übertragen'),
} as const satisfies Record<keyof SheetRow, Said>;

export const moduleSetLabels = {
  time: said('Employee Time Tracking', 'Arbeitszeiterfassung'),
  leave: said('Leave Management', 'Urlaubsverwaltung'),
  timeLeave: said(
    'Employee Time Tracking and Leave Management',
    'Arbeitszeiterfassung und Urlaubsverwaltung',
  ),
  project: said('Project Time Tracking', 'Projektzeiterfassung'),
  all: said(
    'Employee Time Tracking, Leave Management, and Project Time Tracking',
    'Arbeitszeiterfassung, Urlaubsverwaltung und Projektzeiterfassung',
  ),
} as const satisfies Record<ModuleSet, Said>;

export const languageLabels = {
  de: said('German', 'Deutsch'),
  en: said('English', 'Englisch'),
  es: said('Spanish', 'Spanisch'),
} as const satisfies Record<SheetLanguage, Said>;

export const answerLabels = { yes: said('Yes', 'Ja'), no: said('No', 'Nein') } as const;

/** `line` counts from 1, blank lines too. */
export const rowLabel = (line: number, column: keyof SheetRow): Said =>
  said(
    `Absences, line ${line}: ${columnLabels[column].en}`,
    `Abwesenheiten, Zeile ${line}: ${columnLabels[column].de}`,
  );

/** The rows that stand on a sheet before anybody has filled it in; nobody has decided about them. */
export const usualRows: Readonly<Record<keyof Said, readonly SheetRow[]>> = {
  en: [
    { timetac: 'Vacation', personio: 'Paid absence', sync: null },
    { timetac: 'Sick leave', personio: 'Sick day', sync: null },
    { timetac: 'Maternity leave', personio: 'Maternity protection', sync: null },
    { timetac: 'Remote work', personio: 'Work from home', sync: null },
  ],
  de: [
    { timetac: 'Urlaub', personio: 'Bezahlter Urlaub', sync: null },
    { timetac: 'Krankenstand', personio: 'Krankheit', sync: null },
    { timetac: 'Mutterschutz', personio: 'Mutterschutz', sync: null },
    { timetac: 'Homeoffice', personio: 'Mobiles Arbeiten', sync: null },
  ],
};
