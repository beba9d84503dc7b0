// Users that cannot be created (rules 1.5, 1.10).

import { personio, tandem, timetac } from './go.ts';
import { type GuideTable, texts, way } from './guide.ts';

const userFollows = {
  en: 'The next run creates the user, and the issue is solved. Until then nothing of this person goes to Personio; nothing gets lost, it is made up for later.',
  de: 'Der nächste Lauf legt den Benutzer an, und die Meldung ist gelöst. Bis dahin geht von dieser Person nichts nach Personio; verloren geht nichts, es wird nachgeholt.',
} as const;

export const accountGuides: GuideTable<
  'username-exists' | 'username-invalid' | 'email-missing' | 'email-invalid'
> = {
  'username-exists': {
    cause: texts(
      {
        en: 'A new employee needs a user in TimeTac, but the user name that would be given belongs to another user already. TimeTac allows every user name only once.',
        de: 'Jemand braucht einen neuen Benutzer in TimeTac, doch der vorgesehene Benutzername gehört schon zu einem anderen. TimeTac erlaubt jeden Benutzernamen nur einmal.',
      },
      {
        en: 'Example: Anna Muster is new in Personio with anna@muster.example. In TimeTac an old user of that name exists, perhaps hers from an earlier employment, perhaps a namesake’s. Tandem neither invents another name nor takes the old user: the hours of two people could end up in one account.',
        de: 'Beispiel: Anna Muster ist in Personio neu, mit anna@muster.example. In TimeTac gibt es schon einen Benutzer dieses Namens, vielleicht ihren eigenen aus früherer Zeit, vielleicht den einer Namensvetterin. Tandem erfindet weder einen anderen Namen, noch nimmt es den alten Benutzer: Sonst könnten die Stunden zweier Menschen in einem Konto landen.',
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
        'timetac',
        {
          en: 'It is somebody else: free the user name',
          de: 'Es ist jemand anders: den Benutzernamen freimachen',
        },
        timetac.user,
        {
          en: 'Give the other user another user name, and save.',
          de: 'Geben Sie dem anderen Benutzer einen anderen Benutzernamen, und speichern Sie.',
        },
      ),
      way(
        'personio',
        { en: 'The e-mail address is wrong: correct it', de: 'Die E-Mail-Adresse stimmt nicht: berichtigen' },
        personio.profile,
        {
          en: 'Enter the person’s own e-mail address. The user name is made from it, unless it is made of Personio’s employee ID (step 3).',
          de: 'Tragen Sie die eigene E-Mail-Adresse der Person ein. Aus ihr entsteht der Benutzername, sofern er nicht aus der Mitarbeiter-ID von Personio gebildet wird (Schritt 3).',
        },
      ),
    ],
    afterwards: {
      en: 'The next run links the person or creates the user, and the issue is solved. Hours and absences that waited go out by themselves.',
      de: 'Der nächste Lauf verknüpft die Person oder legt den Benutzer an, und die Meldung ist gelöst. Wartende Stunden und Abwesenheiten werden von selbst übertragen.',
    },
  },
  'username-invalid': {
    cause: texts(
      {
        en: 'The user name that would be given contains characters that TimeTac does not take. Allowed are a–z, 0–9, hyphen, dot, underscore and @.',
        de: 'Der vorgesehene Benutzername enthält Zeichen, die TimeTac nicht annimmt. Erlaubt sind a–z, 0–9, Bindestrich, Punkt, Unterstrich und @.',
      },
      {
        en: 'Example: from jürgen@muster.example or anna+test@muster.example no user name can be made. Tandem does not rewrite it silently: the person would not know with which name to sign in.',
        de: 'Beispiel: Aus jürgen@muster.example oder anna+test@muster.example lässt sich kein Benutzername bilden. Tandem schreibt ihn nicht stillschweigend um: Die Person wüsste sonst nicht, mit welchem Namen sie sich anmeldet.',
      },
    ),
    ways: [
      way(
        'personio',
        { en: 'Correct the e-mail address', de: 'Die E-Mail-Adresse berichtigen' },
        personio.profile,
        {
          en: 'Enter an e-mail address without umlauts, accents, blanks or a plus sign.',
          de: 'Tragen Sie eine E-Mail-Adresse ohne Umlaute, Akzente, Leerzeichen und Pluszeichen ein.',
        },
      ),
      way(
        'tandem',
        {
          en: 'Make user names from the employee ID',
          de: 'Benutzernamen aus der Mitarbeiter-ID bilden',
        },
        tandem.users,
        {
          en: 'Under “When and how users are created”, set “User name is made from” to “the employee ID”. This holds for all new users; existing ones keep their names.',
          de: 'Stellen Sie unter „Wann und wie Benutzer angelegt werden“ das Feld „Der Benutzername entsteht aus“ auf „der Mitarbeiter-ID“. Das gilt für alle neuen Benutzer; vorhandene behalten ihren Namen.',
        },
      ),
    ],
    afterwards: userFollows,
  },
  'email-missing': {
    cause: texts(
      {
        en: 'Personio has no e-mail address for this person. TimeTac needs one for every new user, and by default the user name is made from it, so no user was created.',
        de: 'In Personio steht für diese Person keine E-Mail-Adresse. TimeTac braucht eine für jeden neuen Benutzer, und normalerweise entsteht aus ihr auch der Benutzername. Deshalb wurde kein Benutzer angelegt.',
      },
      {
        en: 'Example: somebody in production was entered without an address, because they have no mailbox at work. Tandem does not make one up: invitations and forgotten passwords would go nowhere, or to a stranger.',
        de: 'Beispiel: Jemand aus der Produktion wurde ohne Adresse erfasst, weil es am Arbeitsplatz kein Postfach gibt. Tandem denkt sich keine aus: Einladungen und vergessene Kennwörter gingen ins Leere oder an Fremde.',
      },
    ),
    ways: [
      way(
        'personio',
        { en: 'Enter the e-mail address', de: 'Die E-Mail-Adresse eintragen' },
        personio.profile,
        {
          en: 'Enter an e-mail address that nobody else in Personio has, and save.',
          de: 'Tragen Sie eine E-Mail-Adresse ein, die in Personio sonst niemand hat, und speichern Sie.',
        },
      ),
      way(
        'tandem',
        {
          en: 'The person shall have no user: leave them out',
          de: 'Die Person soll keinen Benutzer haben: auslassen',
        },
        tandem.users,
        {
          en: 'Under “Whom it is about”, add a condition to “Leave out people for whom this holds”, for example with the person’s employee ID.',
          de: 'Fügen Sie unter „Um wen es geht“ bei „Personen auslassen, für die das gilt“ eine Bedingung hinzu, zum Beispiel mit der Mitarbeiter-ID der Person.',
        },
      ),
    ],
    afterwards: userFollows,
  },
  'email-invalid': {
    cause: texts(
      {
        en: 'The e-mail address in Personio is not one to which a mail could be sent. No user was created with it; an existing user keeps its address, and everything else is passed on.',
        de: 'An die E-Mail-Adresse in Personio könnte keine E-Mail zugestellt werden. Es wurde damit kein Benutzer angelegt; ein vorhandener behält seine Adresse, alles andere wird weitergegeben.',
      },
      {
        en: 'Example: anna@muster or “anna@muster.example (private)”. Tandem does not repair it, since a guess may belong to somebody else.',
        de: 'Beispiel: anna@muster oder „anna@muster.example (privat)“. Tandem verbessert sie nicht, denn eine geratene Adresse kann jemand anderem gehören.',
      },
    ),
    ways: [
      way(
        'personio',
        { en: 'Correct the e-mail address', de: 'Die E-Mail-Adresse berichtigen' },
        personio.profile,
        {
          en: 'Correct the e-mail address: one address, with @ and a full domain, nothing before or after it.',
          de: 'Berichtigen Sie die E-Mail-Adresse: eine einzige Adresse mit @ und vollständiger Domain, ohne Zusätze davor oder danach.',
        },
      ),
    ],
    afterwards: {
      en: 'The next run creates the user or passes the address on, and the issue is solved.',
      de: 'Der nächste Lauf legt den Benutzer an oder übernimmt die Adresse, und die Meldung ist gelöst.',
    },
  },
};
