// Users that cannot be created, or not as the form asks (rules 1.5, 1.6, 1.10).

import { steps } from '../words.ts';
import type { Telling } from '../telling.ts';
import type { SentenceTable, TwoSentences } from './table.ts';

export const accountSentences: SentenceTable<
  | 'username-exists'
  | 'username-invalid'
  | 'email-missing'
  | 'email-invalid'
  | 'default-not-found'
  | 'attribute-missing'
  | 'setting-not-writable'
> = {
  'username-exists': {
    title: { en: 'User name exists already', de: 'Benutzername schon vergeben' },
    en: (t) => [
      `No TimeTac user was created for ${t.who}: the user name${t.quoted('username')} belongs to another user already${t.fact('otherUser', ': ')}.`,
      `If both are the same person, link them ${steps.en.link}. Otherwise change the other user’s name in TimeTac${isAddress(t.fact('username')) ? ', or the e-mail address in Personio' : ''}.`,
    ],
    de: (t) => [
      `Für ${t.who} wurde kein TimeTac-Benutzer angelegt: Der Benutzername${t.quoted('username')} gehört schon zu einem anderen Benutzer${t.fact('otherUser', ': ')}.`,
      `Wenn beide dieselbe Person sind, verknüpfen Sie sie ${steps.de.link}. Ändern Sie sonst den anderen Benutzernamen in TimeTac${isAddress(t.fact('username')) ? ' oder die E-Mail-Adresse in Personio' : ''}.`,
    ],
  },
  'username-invalid': {
    title: { en: 'User name not allowed in TimeTac', de: 'Benutzername in TimeTac nicht erlaubt' },
    en: (t) => [
      `No TimeTac user was created for ${t.who}: the user name${t.quoted('username')} contains characters other than a–z, 0–9, hyphen, dot, underscore and @.`,
      `Correct the e-mail address in Personio, or let user names be made of Personio’s employee ID (usernameFrom: employee-id) ${steps.en.settings}.`,
    ],
    de: (t) => [
      `Für ${t.who} wurde kein TimeTac-Benutzer angelegt: Der Benutzername${t.quoted('username')} enthält andere Zeichen als a–z, 0–9, Bindestrich, Punkt, Unterstrich und @.`,
      `Berichtigen Sie die E-Mail-Adresse in Personio, oder lassen Sie Benutzernamen ${steps.de.settings} aus der Mitarbeiter-ID von Personio bilden (usernameFrom: employee-id).`,
    ],
  },
  'email-missing': {
    title: { en: 'E-mail address missing', de: 'E-Mail-Adresse fehlt' },
    en: (t) =>
      t.hasUser
        ? [
            `Personio has no e-mail address for ${t.who} any more; TimeTac keeps the last one.`,
            'Enter the e-mail address in the employee’s profile in Personio; the next run passes it on.',
          ]
        : [
            `No TimeTac user was created for ${t.who}, because Personio has no e-mail address for this person.`,
            'Enter the e-mail address in the employee’s profile in Personio; the next run creates the user.',
          ],
    de: (t) =>
      t.hasUser
        ? [
            `In Personio steht keine E-Mail-Adresse mehr (${t.who}); TimeTac behält die letzte.`,
            'Tragen Sie die E-Mail-Adresse im Personio-Profil ein; der nächste Lauf gibt sie weiter.',
          ]
        : [
            `Für ${t.who} wurde kein TimeTac-Benutzer angelegt, weil in Personio keine E-Mail-Adresse steht.`,
            'Tragen Sie die E-Mail-Adresse im Personio-Profil ein; der nächste Lauf legt den Benutzer an.',
          ],
  },
  'email-invalid': {
    title: { en: 'E-mail address malformed', de: 'E-Mail-Adresse fehlerhaft' },
    en: (t) => [
      t.hasUser
        ? `The e-mail address${t.quoted('email')} of ${t.who} in Personio is malformed; TimeTac keeps the one it has, and everything else is passed on.`
        : `No TimeTac user was created for ${t.who}, because the e-mail address${t.quoted('email')} in Personio is malformed.`,
      'Correct the e-mail address in the employee’s profile in Personio.',
    ],
    de: (t) => [
      t.hasUser
        ? `Die E-Mail-Adresse${t.quoted('email')} in Personio ist fehlerhaft (${t.who}); TimeTac behält seine, alles andere wird weitergegeben.`
        : `Für ${t.who} wurde kein TimeTac-Benutzer angelegt, weil die E-Mail-Adresse${t.quoted('email')} in Personio fehlerhaft ist.`,
      'Berichtigen Sie die E-Mail-Adresse im Personio-Profil.',
    ],
  },
  'default-not-found': {
    title: { en: 'Default not found in TimeTac', de: 'Vorgabe in TimeTac nicht gefunden' },
    en: (t) =>
      mappingRow(t)?.en ?? [
        `New users cannot be created: the form’s ${t.fact('setting') === '' ? 'default' : placeOf(t.fact('setting')).en}${t.quoted('name')} does not exist in TimeTac, or more than once.`,
        `Choose an existing one ${steps.en.settings}, or create or rename it in TimeTac. The name may occur only once.`,
      ],
    de: (t) =>
      mappingRow(t)?.de ?? [
        `Neue Benutzer können nicht angelegt werden: ${t.fact('setting') === '' ? 'Die Vorgabe' : `Die Vorgabe für ${placeOf(t.fact('setting')).de}`}${t.quoted('name')} gibt es in TimeTac nicht oder mehrfach.`,
        `Wählen Sie ${steps.de.settings} einen vorhandenen Eintrag, oder legen Sie ihn in TimeTac an. Der Name darf nur einmal vorkommen.`,
      ],
  },
  'attribute-missing': {
    title: { en: 'Attribute not readable', de: 'Attribut nicht lesbar' },
    en: (t) =>
      t.fact('vendor') === 'timetac'
        ? [
            `TimeTac hides fields of its users from this API user (${t.fact('attribute')}); they are neither compared nor written.`,
            'In TimeTac, give the API user the right to see and edit all user data.',
          ]
        : t.fact('why') === 'unmapped'
          ? [
              `Personio lists days of several types of absence for ${t.who}, and none of them is mapped to a type in TimeTac, so nobody knows which is the vacation; the entitlement was left as it is.`,
              'Map the vacation in step 5, absence types.',
            ]
          : t.hasPerson
            ? [
                `Personio says nothing usable for the attribute${t.quoted('attribute')} of ${t.who}, so what depends on it was left as it is.`,
                'Fill in the attribute in the employee’s profile in Personio. If it is filled in, make it readable: Settings → Integrations → API credentials → Readable employee attributes.',
              ]
            : [
                `Personio’s API credentials may not read the attribute${t.quoted('attribute')}; it is neither compared nor written.`,
                'In Personio, open Settings → Integrations → API credentials, choose the credentials and add the attribute under Readable employee attributes.',
              ],
    de: (t) =>
      t.fact('vendor') === 'timetac'
        ? [
            `TimeTac verbirgt Felder seiner Benutzer vor diesem API-Benutzer (${t.fact('attribute')}); sie werden weder verglichen noch geschrieben.`,
            'Geben Sie dem API-Benutzer in TimeTac das Recht, alle Benutzerdaten zu sehen und zu bearbeiten.',
          ]
        : t.fact('why') === 'unmapped'
          ? [
              `Personio führt Tage mehrerer Abwesenheitsarten (${t.who}), und keine davon ist einer Art in TimeTac zugeordnet; welche der Urlaub ist, weiß daher niemand, und der Anspruch blieb unverändert.`,
              'Ordnen Sie den Urlaub in Schritt 5, Abwesenheitsarten, zu.',
            ]
          : t.hasPerson
            ? [
                `Personio nennt keinen brauchbaren Wert für das Attribut${t.quoted('attribute')} (${t.who}); was davon abhängt, blieb unverändert.`,
                'Füllen Sie das Attribut im Personio-Profil aus. Ist es ausgefüllt, machen Sie es lesbar: Einstellungen → Integrationen → API-Zugangsdaten → Lesbare Mitarbeiterattribute.',
              ]
            : [
                `Die API-Zugangsdaten von Personio dürfen das Attribut${t.quoted('attribute')} nicht lesen; es wird weder verglichen noch geschrieben.`,
                'Öffnen Sie in Personio Einstellungen → Integrationen → API-Zugangsdaten, wählen Sie die Zugangsdaten und ergänzen Sie das Attribut unter Lesbare Mitarbeiterattribute.',
              ],
  },
  'setting-not-writable': {
    title: { en: 'To be set by hand in TimeTac', de: 'In TimeTac von Hand zu setzen' },
    en: (t) => [
      `TimeTac’s API cannot set ${t.fact('setting') === '' ? 'one of the defaults' : placeOf(t.fact('setting')).en}${t.fact('value', ' (', ')')} for new users.`,
      `Set it by hand in TimeTac: ${placeOf(t.fact('setting')).whereEn}.`,
    ],
    de: (t) => [
      `Die TimeTac-API kann ${t.fact('setting') === '' ? 'eine der Vorgaben' : `die Vorgabe für ${placeOf(t.fact('setting')).de}`}${t.fact('value', ' (', ')')} bei neuen Benutzern nicht setzen.`,
      `Setzen Sie sie in TimeTac von Hand: ${placeOf(t.fact('setting')).whereDe}.`,
    ],
  },
};

/** User names are made of the address, or of Personio's ID for the employee. */
const isAddress = (username: string): boolean => username === '' || username.includes('@');

interface SettingPlace {
  readonly en: string;
  readonly de: string;
  readonly whereEn: string;
  readonly whereDe: string;
}

// Names of fields as TimeTac's pages show them (TimeTac reference, sections 5.1 and 13).
const places: Readonly<Record<string, SettingPlace>> = {
  department: place('department', 'Abteilung', 'Department', 'Abteilung'),
  workingTimeModel: place('working time model', 'Arbeitszeitmodell', 'Work Schedule', 'Arbeitszeitmodell'),
  holidayCalendar: place('holiday calendar', 'Feiertagskalender', 'Public Holiday Model', 'Feiertagsmodell'),
  language: place('language', 'Sprache', 'Language', 'Sprache'),
  mobileApps: place(
    'mobile apps',
    'mobile Apps',
    'User Permissions → mobile apps',
    'Benutzerrechte → Mobile Apps',
  ),
  statusOverview: place(
    'status overview',
    'Statusübersicht',
    'User Permissions → status overview',
    'Benutzerrechte → Statusübersicht',
  ),
  modules: place('modules', 'Module', 'modules of the user', 'Module des Benutzers'),
};

function placeOf(setting: string): SettingPlace {
  return (
    (Object.hasOwn(places, setting) ? places[setting] : undefined) ??
    place(`“${setting}”`, `„${setting}“`, '', '')
  );
}

function place(en: string, de: string, fieldEn: string, fieldDe: string): SettingPlace {
  return {
    en,
    de,
    whereEn: fieldEn === '' ? 'in the user’s settings' : `in the user’s settings, ${fieldEn}`,
    whereDe:
      fieldDe === ''
        ? 'in den Einstellungen des Benutzers'
        : `in den Einstellungen des Benutzers, ${fieldDe}`,
  };
}

const typeTwice: { readonly en: TwoSentences; readonly de: TwoSentences } = {
  en: [
    'Two rows of the absence mapping name the same type of TimeTac, one by its name and one by its ID, and say different things of it. Its absences wait.',
    `Keep one of the two rows ${steps.en.settings}.`,
  ],
  de: [
    'Zwei Zeilen der Abwesenheitszuordnung nennen dieselbe Art von TimeTac, einmal mit dem Namen und einmal mit der ID, und sagen Verschiedenes. Ihre Abwesenheiten warten.',
    `Behalten Sie ${steps.de.settings} eine der beiden Zeilen.`,
  ],
};

const projectTwice = (t: Telling<'default-not-found'>): { en: TwoSentences; de: TwoSentences } => ({
  en: [
    `A row of the project mapping names${t.quoted('name')}, which another row names in another way and maps to another project. Hours keep the project that they had; new ones go out without one.`,
    `Keep one of the two rows ${steps.en.settings}.`,
  ],
  de: [
    `Eine Zeile der Projektzuordnung nennt${t.quoted('name')}; eine andere nennt dasselbe anders und ordnet es einem anderen Projekt zu. Stunden behalten das Projekt, das sie hatten; neue gehen ohne eines hinaus.`,
    `Behalten Sie ${steps.de.settings} eine der beiden Zeilen.`,
  ],
});

/** A row of a mapping names something that a vendor does not have: nothing to do with new users. */
function mappingRow(t: Telling<'default-not-found'>): { en: TwoSentences; de: TwoSentences } | null {
  const side = t.fact('vendor') === 'personio' ? 'Personio' : 'TimeTac';
  if (t.fact('why') === 'twice') return t.fact('setting') === 'project' ? projectTwice(t) : typeTwice;
  switch (t.fact('setting')) {
    case 'absenceType':
      return {
        en: [
          `A row of the absence mapping names a type that ${side} does not have, or has more than once. Its absences wait.`,
          `Correct the row ${steps.en.settings}: write the name as it stands in ${side}, or its ID where the name is not unique.`,
        ],
        de: [
          `Eine Zeile der Abwesenheitszuordnung nennt eine Art, die es in ${side} nicht oder mehrfach gibt. Ihre Abwesenheiten warten.`,
          `Berichtigen Sie die Zeile ${steps.de.settings}: den Namen so, wie er in ${side} steht, oder die ID, wenn der Name nicht eindeutig ist.`,
        ],
      };
    case 'project':
      return {
        en: [
          `A row of the project mapping names${t.quoted('name')}, which TimeTac does not have as a task or project, or has more than once. Hours on the tasks that it last stood for keep the project; others go out without one.`,
          `Correct the row ${steps.en.settings}, or name the task or project by its ID.`,
        ],
        de: [
          `Eine Zeile der Projektzuordnung nennt${t.quoted('name')}; das gibt es in TimeTac nicht oder mehrfach als Aufgabe oder Projekt. Stunden auf den Aufgaben, für die sie zuletzt stand, behalten das Projekt; andere gehen ohne eines hinaus.`,
          `Berichtigen Sie die Zeile ${steps.de.settings}, oder nennen Sie die Aufgabe oder das Projekt mit der ID.`,
        ],
      };
    default:
      return null;
  }
}
