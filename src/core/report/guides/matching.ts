// Who is who, where more than one could be meant (rules 1.3, 1.7).

import { afterLink, personio, tandem } from './go.ts';
import { type GuideTable, texts, way } from './guide.ts';

export const matchingGuides: GuideTable<
  'employee-ambiguous' | 'employee-possible-duplicate' | 'employee-rehired'
> = {
  'employee-ambiguous': {
    cause: texts(
      {
        en: 'For an employee more than one user could be meant, or two employees share one e-mail address. Tandem never guesses who is who, so nothing is written for any of them.',
        de: 'Für eine Person kommt mehr als ein Benutzer in Frage, oder zwei Personen teilen sich eine E-Mail-Adresse. Tandem rät nie, wer wer ist; deshalb wird für keine von ihnen etwas geschrieben.',
      },
      {
        en: 'Example: Anna and Bernd both have office@muster.example in Personio, and TimeTac has one user with that address. With a guess, Anna’s hours could be paid to Bernd.',
        de: 'Beispiel: Anna und Bernd haben in Personio beide buero@muster.example, und in TimeTac gibt es einen Benutzer mit dieser Adresse. Würde geraten, könnte Bernd für Annas Stunden bezahlt werden.',
      },
    ),
    ways: [
      way(
        'tandem',
        { en: 'Choose the right user', de: 'Den richtigen Benutzer wählen' },
        tandem.users,
        tandem.compare,
        {
          en: 'At each person concerned, choose “Link” beside the right user, or “Link with another user”.',
          de: 'Wählen Sie bei jeder betroffenen Person „Verknüpfen“ neben dem richtigen Benutzer oder „Mit anderem Benutzer verknüpfen“.',
        },
      ),
      way(
        'personio',
        { en: 'Give everybody an address of their own', de: 'Jeder Person eine eigene Adresse geben' },
        personio.profile,
        {
          en: 'Enter an e-mail address that only this person has. If two users share one in TimeTac, correct it there too.',
          de: 'Tragen Sie eine E-Mail-Adresse ein, die nur diese Person hat. Teilen sich zwei Benutzer in TimeTac eine Adresse, berichtigen Sie sie auch dort.',
        },
      ),
    ],
    afterwards: afterLink,
  },
  'employee-possible-duplicate': {
    cause: texts(
      {
        en: 'A new employee would get a user in TimeTac, but one exists who may be the same person: the same name, or the same surname and birthday. No user is created until somebody says so.',
        de: 'Jemand würde einen neuen Benutzer in TimeTac bekommen, doch es gibt schon einen, der dieselbe Person sein kann: gleicher Name, oder gleicher Nachname und Geburtstag. Bis zu Ihrer Entscheidung wird keiner angelegt.',
      },
      {
        en: 'Example: Anna Muster is in TimeTac with her private address and in Personio with that of the company. A second user would split her hours; but it could also be a namesake.',
        de: 'Beispiel: Anna Muster steht in TimeTac mit ihrer privaten Adresse und in Personio mit der Firmenadresse. Ein zweiter Benutzer würde ihre Stunden aufteilen; es könnte aber auch eine Namensvetterin sein.',
      },
    ),
    ways: [
      way(
        'tandem',
        { en: 'It is the same person: link them', de: 'Es ist dieselbe Person: verknüpfen' },
        tandem.users,
        tandem.compare,
        tandem.linkNamed,
      ),
      way(
        'tandem',
        { en: 'It is somebody else: create a user', de: 'Es ist jemand anders: Benutzer anlegen' },
        tandem.issues,
        {
          en: 'Choose “Make a new account”. With “Ignore this person”, no user is created and nothing more is told.',
          de: 'Wählen Sie „Neues Konto anlegen“. Mit „Diese Person ignorieren“ wird kein Benutzer angelegt und nichts mehr gemeldet.',
        },
      ),
    ],
    afterwards: {
      en: 'The next run carries out what you said, and the issue is solved. The answer is remembered; on the page Issues it can be taken back.',
      de: 'Der nächste Lauf führt aus, was Sie entschieden haben, und die Meldung ist gelöst. Die Antwort wird gemerkt; auf der Seite Meldungen lässt sie sich zurücknehmen.',
    },
  },
  'employee-rehired': {
    cause: texts(
      {
        en: 'A new employee’s e-mail address fits a user who is linked to somebody who has left. Perhaps the same person has come back under a new Personio ID; perhaps the address was given to somebody else.',
        de: 'Die E-Mail-Adresse einer neuen Person passt zu einem Benutzer, der mit einer ausgeschiedenen Person verknüpft ist. Vielleicht ist dieselbe Person unter einer neuen Personio-Nummer zurückgekommen; vielleicht hat jemand anders die Adresse bekommen.',
      },
      {
        en: 'Example: Anna left in March and is hired again in September as a new record. Tandem does not move the link by itself: hours of the first employment must never count for the second.',
        de: 'Beispiel: Anna ist im März ausgeschieden und wird im September mit einem neuen Datensatz wieder eingestellt. Tandem überträgt die Verknüpfung nicht von selbst: Stunden der ersten Beschäftigung dürfen nie für die zweite zählen.',
      },
    ),
    ways: [
      way(
        'tandem',
        { en: 'The same person: move the link', de: 'Dieselbe Person: Verknüpfung übertragen' },
        tandem.users,
        tandem.compare,
        {
          en: 'At the new record, choose “Link” beside the user.',
          de: 'Wählen Sie beim neuen Datensatz „Verknüpfen“ neben dem Benutzer.',
        },
      ),
      way(
        'personio',
        { en: 'Somebody else: another address', de: 'Jemand anders: andere Adresse' },
        personio.profile,
        {
          en: 'Enter an e-mail address that was not used in TimeTac before.',
          de: 'Tragen Sie eine E-Mail-Adresse ein, die in TimeTac noch nicht verwendet wurde.',
        },
      ),
    ],
    afterwards: {
      en: 'After the link was moved, the new employment counts from its own beginning, at the earliest from the day after the old one ended. What was exported for the old record stays. With another address, the next run creates a user.',
      de: 'Nach der Übertragung zählt die neue Beschäftigung ab ihrem Beginn, frühestens ab dem Tag nach dem Ende der alten. Was für den alten Datensatz übertragen wurde, bleibt. Mit einer anderen Adresse legt der nächste Lauf einen Benutzer an.',
    },
  },
};
