// The words that only the printed sheet has: the guide's recommendations under each field, and how to hand it back.

import { type Said, said } from '../core/settings/mistake.ts';

export type Language = keyof Said;

/** The words in the form's language. */
export type Speak = (words: Said) => string;

export const paperWords = {
  title: said('Personio sync requirement form', 'Anforderungsblatt für den Abgleich mit Personio'),
  subject: said(
    'What Tandem keeps in step between Personio and TimeTac',
    'Was Tandem zwischen Personio und TimeTac abgleicht',
  ),
  intro: said(
    'Fill in the fields highlighted in blue and choose the answers directly in this PDF. Names have to be written as they stand in Personio and TimeTac. A field that stays blank changes nothing.',
    'Füllen Sie die blau hinterlegten Felder direkt in diesem PDF aus und kreuzen Sie die Antworten an. Schreiben Sie Namen so, wie sie in Personio und TimeTac stehen. Ein Feld, das leer bleibt, ändert nichts.',
  ),
  accountHint: said(
    'As it stands in TimeTac’s web address, for example muster.',
    'Wie er in der Webadresse von TimeTac steht, zum Beispiel muster.',
  ),
  section1: said(
    '1. User synchronization from Personio to TimeTac',
    '1. Benutzerabgleich von Personio nach TimeTac',
  ),
  section1Text: said(
    'These values are given to every newly created user. Leave the section blank if no users shall be created. What has been set up before stays: it is switched off on Tandem’s page or in its configuration.',
    'Diese Werte bekommt jeder neu angelegte Benutzer. Lassen Sie den Abschnitt leer, wenn keine Benutzer angelegt werden sollen. Was schon eingerichtet ist, bleibt: Abgeschaltet wird es auf der Seite von Tandem oder in der Konfiguration.',
  ),
  departmentHint: said(
    'All newly created users will be assigned to this department. TimeTac recommends a new department, e.g. “unassigned”, so that you can see at a glance which employees still need to be assigned to a correct one.',
    'Alle neu angelegten Benutzer kommen in diese Abteilung. TimeTac empfiehlt eine eigene, z. B. „nicht zugeordnet“: So sehen Sie auf einen Blick, wer noch eine richtige Abteilung braucht.',
  ),
  workingTimeModelHint: said(
    'All newly created users will be assigned to this model. TimeTac recommends one that is valid for most employees.',
    'Alle neu angelegten Benutzer bekommen dieses Modell. TimeTac empfiehlt jenes, das für die meisten gilt.',
  ),
  holidayCalendarHint: said(
    'All newly created users will be assigned to this calendar. TimeTac recommends one that is valid for most employees.',
    'Alle neu angelegten Benutzer bekommen diesen Kalender. TimeTac empfiehlt jenen, der für die meisten gilt.',
  ),
  languageHint: said('May stay open.', 'Kann offen bleiben.'),
  section2: said(
    '2. Start date for the synchronization of absences and attendances',
    '2. Startdatum für den Abgleich von Abwesenheiten und Anwesenheiten',
  ),
  section2Text: said(
    'Everything recorded from this day on is synchronised. Write the day as 24 Dec 2026. Without a date that part is not synchronised.',
    'Alles, was ab diesem Tag erfasst ist, wird abgeglichen. Schreiben Sie den Tag als 24.12.2026. Ohne Datum wird dieser Teil nicht abgeglichen.',
  ),
  absencesHint: said(
    'Only when using the Leave Management module.',
    'Nur wenn Sie das Modul Urlaubsverwaltung nutzen.',
  ),
  attendancesHint: said(
    'Only when using the Employee Time Tracking module.',
    'Nur wenn Sie das Modul Arbeitszeiterfassung nutzen.',
  ),
  section3: said('3. Mapping of absence types', '3. Zuordnung der Abwesenheitsarten'),
  section3Text: said(
    'This section must only be filled in if you use the Leave Management module. Answer Yes or No in every line with names; a line that you do not need can be cleared.',
    'Diesen Abschnitt brauchen Sie nur auszufüllen, wenn Sie das Modul Urlaubsverwaltung nutzen. Kreuzen Sie in jeder Zeile mit Namen Ja oder Nein an; eine Zeile, die Sie nicht brauchen, können Sie leeren.',
  ),
  handBack: said('Hand back: upload in Tandem, step 6.', 'Rückgabe: in Tandem hochladen, Schritt 6.'),
} as const satisfies Record<string, Said>;

export const pageNumber = (page: number, of: number): Said =>
  said(`Page ${page} of ${of}`, `Seite ${page} von ${of}`);
