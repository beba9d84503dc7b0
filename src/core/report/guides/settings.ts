// What the form names and an account does not have, what a credential may not read, what the API cannot set (rules 1.2,
// 1.5, 2.9, 3.6).

import { personio, tandem, timetac } from './go.ts';
import { type GuideTable, texts, way } from './guide.ts';

export const settingGuides: GuideTable<'default-not-found' | 'attribute-missing' | 'setting-not-writable'> = {
  'default-not-found': {
    cause: texts(
      {
        en: 'The requirement form names something that the account does not have, or has more than once: a department, working time model or holiday calendar for new users, or a type or project in a mapping.',
        de: 'Das Anforderungsblatt nennt etwas, das es im Konto nicht oder mehrfach gibt: eine Abteilung, ein Arbeitszeitmodell oder einen Feiertagskalender für neue Benutzer, oder eine Art oder ein Projekt in einer Zuordnung.',
      },
      {
        en: 'Example: the form says “40 h”, and somebody renamed the working time model in TimeTac to “Full time 40 h”. Tandem does not take whatever looks similar: a wrong model would give a new employee wrong target hours. Existing users are not affected.',
        de: 'Beispiel: Auf dem Blatt steht „40 h“, und jemand hat das Arbeitszeitmodell in TimeTac in „Vollzeit 40 h“ umbenannt. Tandem nimmt nicht einfach, was ähnlich heißt: Ein falsches Modell gäbe neuen Mitarbeitenden falsche Sollstunden. Vorhandene Benutzer sind nicht betroffen.',
      },
    ),
    ways: [
      way(
        'tandem',
        { en: 'Choose an existing entry', de: 'Einen vorhandenen Eintrag wählen' },
        tandem.users,
        {
          en: 'Under “Defaults for new users” (or “Other defaults for some people”), choose an entry of the list. The lists come fresh from TimeTac.',
          de: 'Wählen Sie unter „Vorgaben für neue Benutzer“ (oder „Andere Vorgaben für manche“) einen Eintrag der Liste. Die Listen kommen frisch aus TimeTac.',
        },
        {
          en: 'If the issue is about an absence type, correct the row in step 5; if it is about a project, correct the line under “Projects” in step 4.',
          de: 'Geht es um eine Abwesenheitsart, berichtigen Sie die Zeile in Schritt 5; geht es um ein Projekt, die Zeile unter „Projekte“ in Schritt 4.',
        },
      ),
      way(
        'timetac',
        { en: 'Create or rename the entry', de: 'Den Eintrag anlegen oder umbenennen' },
        {
          en: 'TimeTac: open the administration of departments, work schedules or public holiday models (the names may differ in your account).',
          de: 'TimeTac: Öffnen Sie die Verwaltung der Abteilungen, Arbeitszeitmodelle oder Feiertagsmodelle (die Namen können in Ihrem Konto abweichen).',
        },
        {
          en: 'Give one entry the name that the issue quotes. The name may occur only once.',
          de: 'Geben Sie einem Eintrag den Namen, den die Meldung nennt. Der Name darf nur einmal vorkommen.',
        },
      ),
    ],
    afterwards: {
      en: 'The next run finds the entry, creates the users that waited and sends what a mapping held back. Then the issue is solved.',
      de: 'Der nächste Lauf findet den Eintrag, legt die wartenden Benutzer an und überträgt, was eine Zuordnung aufgehalten hat. Damit ist die Meldung gelöst.',
    },
  },
  'attribute-missing': {
    cause: texts(
      {
        en: 'A piece of data is not visible to Tandem: Personio’s credentials may not read the attribute, it is empty in the profile, or TimeTac hides fields of its users from the API user. For status, names and e-mail this is an issue, because without them no user can be created; for everything else it is a note. The entitlement also counts as not known while Personio has several types of paid leave and none of them is mapped in step 5.',
        de: 'Tandem kann eine Angabe nicht sehen: Die Zugangsdaten von Personio dürfen das Attribut nicht lesen, es ist im Profil leer, oder TimeTac verbirgt Felder seiner Benutzer vor dem API-Benutzer. Bei Status, Namen und E-Mail ist das eine Meldung, denn ohne sie lässt sich kein Benutzer anlegen; bei allem anderen ist es ein Hinweis. Der Anspruch gilt auch dann als unbekannt, wenn es in Personio mehrere bezahlte Urlaubsarten gibt und keine davon in Schritt 5 zugeordnet ist.',
      },
      {
        en: 'Example: the date of termination is not among the readable attributes. Personio then leaves it out without saying so. Tandem takes that as “not known”, never as “empty”: otherwise it would delete every exit date in TimeTac. A person who is inactive without a date of termination is not deactivated for the same reason.',
        de: 'Beispiel: Das Austrittsdatum gehört nicht zu den lesbaren Attributen. Personio lässt es dann ohne ein Wort weg. Für Tandem heißt das „unbekannt“, nie „leer“: Sonst würden alle Austrittsdaten in TimeTac gelöscht. Aus demselben Grund wird niemand deaktiviert, der inaktiv ist, aber kein Austrittsdatum hat.',
      },
    ),
    ways: [
      way(
        'personio',
        { en: 'Make the attribute readable', de: 'Das Attribut lesbar machen' },
        personio.credentials,
        {
          en: 'Under Readable employee attributes, add the attribute that is named, and save. Do not generate new credentials: that would make the existing ones invalid.',
          de: 'Ergänzen Sie unter Lesbare Mitarbeiterattribute das genannte Attribut, und speichern Sie. Generieren Sie keine neuen Zugangsdaten: Das würde die bestehenden ungültig machen.',
        },
      ),
      way(
        'personio',
        { en: 'Fill it in for one person', de: 'Bei einer einzelnen Person ausfüllen' },
        personio.profile,
        {
          en: 'Fill in the attribute that is named, for example the date of termination of somebody who has left.',
          de: 'Füllen Sie das genannte Attribut aus, zum Beispiel das Austrittsdatum einer ausgeschiedenen Person.',
        },
      ),
      way(
        'timetac',
        { en: 'Give the API user more rights', de: 'Dem API-Benutzer mehr Rechte geben' },
        timetac.apiUser,
        {
          en: 'Give this user the right to see and edit all user data. Only needed where the message names TimeTac.',
          de: 'Geben Sie diesem Benutzer das Recht, alle Benutzerdaten zu sehen und zu bearbeiten. Nötig ist das nur, wenn die Meldung TimeTac nennt.',
        },
      ),
    ],
    afterwards: {
      en: 'The next run reads the attribute, compares it and does what waited for it. To see at once whether it can be read, choose “Test the kept credentials again” in Tandem, step 2.',
      de: 'Der nächste Lauf liest das Attribut, vergleicht es und holt nach, was darauf gewartet hat. Ob es lesbar ist, sehen Sie sofort mit „Behaltene Zugangsdaten noch einmal testen“ in Tandem, Schritt 2.',
    },
  },
  'setting-not-writable': {
    cause: texts(
      {
        en: 'The form asks for something that TimeTac’s interface cannot set on new users. The user is created all the same; only this setting is left as TimeTac gives it.',
        de: 'Das Anforderungsblatt verlangt etwas, das sich bei neuen Benutzern über die Schnittstelle von TimeTac nicht setzen lässt. Der Benutzer wird trotzdem angelegt; nur diese Einstellung bleibt, wie TimeTac sie vorgibt.',
      },
      {
        en: 'Example: the form grants view access to the employee status overview. No field is known for that, so Tandem says it once per setting instead of pretending that it was done.',
        de: 'Beispiel: Das Blatt erlaubt Einsicht in die Statusübersicht der Mitarbeitenden. Dafür ist kein Feld bekannt. Tandem sagt das einmal je Einstellung, statt so zu tun, als wäre es erledigt.',
      },
    ),
    ways: [
      way(
        'timetac',
        { en: 'Set it by hand', de: 'Von Hand setzen' },
        timetac.user,
        {
          en: 'Set what the note names. The status overview is found under User Permissions.',
          de: 'Setzen Sie, was der Hinweis nennt. Die Statusübersicht finden Sie unter Benutzerrechte.',
        },
        { en: 'Do the same for later new users.', de: 'Tun Sie dasselbe bei späteren neuen Benutzern.' },
      ),
    ],
    afterwards: {
      en: 'Tandem cannot see whether it was done, and never changes the setting of an existing user. The note stays as long as the form asks for it; it hinders nothing.',
      de: 'Tandem kann nicht sehen, ob das erledigt ist, und ändert die Einstellung vorhandener Benutzer nie. Der Hinweis bleibt, solange das Blatt es verlangt; er hindert nichts.',
    },
  },
};
