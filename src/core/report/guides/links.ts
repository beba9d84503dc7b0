// People who vanish, who belong to nobody, or whose data differed when they were linked (rules 1.3, 1.4, 1.8).

import { personio, tandem, timetac } from './go.ts';
import { type GuideTable, texts, way } from './guide.ts';

export const linkGuides: GuideTable<
  'employee-vanished' | 'user-vanished' | 'first-link-differences' | 'user-without-employee'
> = {
  'employee-vanished': {
    cause: texts(
      {
        en: 'An employee who is linked to a user no longer occurs in Personio’s list. Tandem then writes nothing for this person, neither in TimeTac nor in Personio.',
        de: 'Eine Person, die mit einem Benutzer verknüpft ist, kommt in der Liste von Personio nicht mehr vor. Tandem schreibt dann für sie nichts mehr, weder in TimeTac noch in Personio.',
      },
      {
        en: 'Example: a record was entered twice and one of them was deleted; or Personio left somebody out of its answer for a while. Who leaves stays in Personio’s list as inactive, so missing is no evidence of an exit, and nobody is deactivated because of it.',
        de: 'Beispiel: Ein Datensatz war doppelt erfasst, und einer davon wurde gelöscht; oder Personio hat jemanden in seiner Antwort eine Zeit lang ausgelassen. Wer austritt, bleibt in Personio als inaktiv stehen; ein Fehlen beweist daher keinen Austritt, und niemand wird deswegen deaktiviert.',
      },
    ),
    ways: [
      way(
        'personio',
        { en: 'Not deleted on purpose: check the rights', de: 'Nicht absichtlich gelöscht: Rechte prüfen' },
        personio.credentials,
        {
          en: 'Check that the credentials may still read employees, and that the person still exists in Personio.',
          de: 'Prüfen Sie, ob die Zugangsdaten noch Mitarbeiter lesen dürfen und ob es die Person in Personio noch gibt.',
        },
      ),
      way(
        'timetac',
        { en: 'Deleted on purpose: deactivate the user', de: 'Absichtlich gelöscht: Benutzer deaktivieren' },
        timetac.user,
        {
          en: 'Set the user inactive, and enter the exit date if there is one.',
          de: 'Setzen Sie den Benutzer auf inaktiv, und tragen Sie das Austrittsdatum ein, wenn es eines gibt.',
        },
      ),
      way(
        'tandem',
        {
          en: 'The person has a new record: link that one',
          de: 'Die Person hat einen neuen Datensatz: diesen verknüpfen',
        },
        tandem.users,
        tandem.compare,
        {
          en: 'At the new record, choose “Link with a user” and the same user. Whoever looks after the server can also remove the link altogether: tandem employees unlink.',
          de: 'Wählen Sie beim neuen Datensatz „Mit einem Benutzer verknüpfen“ und denselben Benutzer. Ganz lösen können die Verknüpfung jene, die den Server betreuen: tandem employees unlink.',
        },
      ),
    ],
    afterwards: {
      en: 'If the person appears in Personio’s list again, everything goes on by itself with the next run. Otherwise the issue stays until the link is moved or removed.',
      de: 'Taucht die Person in der Liste von Personio wieder auf, geht mit dem nächsten Lauf alles von selbst weiter. Sonst bleibt die Meldung, bis die Verknüpfung übertragen oder gelöst ist.',
    },
  },
  'user-vanished': {
    cause: texts(
      {
        en: 'The user who is linked to an employee no longer occurs in TimeTac’s list. Nothing is written for this person on either side: with the user also their hours would seem to be gone, and Tandem would have to delete them in Personio.',
        de: 'Der Benutzer, der mit einer Person verknüpft ist, kommt in der Liste von TimeTac nicht mehr vor. Für sie wird auf keiner Seite etwas geschrieben: Mit dem Benutzer schienen auch alle Stunden verschwunden, und Tandem müsste sie in Personio löschen.',
      },
      {
        en: 'Example: the API user was limited to one department and no longer sees the others. Hours that were exported stay in Personio untouched.',
        de: 'Beispiel: Der API-Benutzer wurde auf eine Abteilung beschränkt und sieht die anderen nicht mehr. Übertragene Stunden bleiben in Personio unberührt.',
      },
    ),
    ways: [
      way(
        'timetac',
        { en: 'Make the user visible again', de: 'Den Benutzer wieder sichtbar machen' },
        timetac.apiUser,
        {
          en: 'Check which users and departments the API user may see, and give the right back.',
          de: 'Prüfen Sie, welche Benutzer und Abteilungen der API-Benutzer sehen darf, und geben Sie das Recht zurück.',
        },
      ),
      way(
        'tandem',
        {
          en: 'The person has another user: link that one',
          de: 'Die Person hat einen anderen Benutzer: diesen verknüpfen',
        },
        {
          en: 'Ask whoever looks after the server to remove the old link: tandem employees unlink. That cannot be done on the page. If the person shall have no user any more, leave them out in step 3, users, first: else the next run makes a new one.',
          de: 'Bitten Sie jene, die den Server betreuen, die alte Verknüpfung zu lösen: tandem employees unlink. Auf der Seite geht das nicht. Soll die Person keinen Benutzer mehr haben, nehmen Sie sie vorher in Schritt 3, Benutzer, heraus: Sonst legt der nächste Lauf einen neuen an.',
        },
        tandem.users,
        tandem.compare,
        {
          en: 'Choose “Link with a user”, then the other user, then “Link”.',
          de: 'Wählen Sie „Mit einem Benutzer verknüpfen“, dann den anderen Benutzer, dann „Verknüpfen“.',
        },
      ),
    ],
    afterwards: {
      en: 'As soon as the user is listed or another one is linked, the next run goes on and the issue is solved.',
      de: 'Sobald der Benutzer wieder aufgeführt oder ein anderer verknüpft ist, macht der nächste Lauf weiter, und die Meldung ist gelöst.',
    },
  },
  'first-link-differences': {
    cause: texts(
      {
        en: 'When an existing user was linked for the first time, names, e-mail, dates or the entitlement in TimeTac differed from Personio. Nothing was changed: nobody knows yet which side is right.',
        de: 'Als ein vorhandener Benutzer zum ersten Mal verknüpft wurde, wichen Namen, E-Mail, Daten oder der Anspruch in TimeTac von Personio ab. Geändert wurde nichts: Noch weiß niemand, welche Seite stimmt.',
      },
      {
        en: 'Example: the entry date is 01.01.2020 in TimeTac and 01.03.2020 in Personio. Overwriting it unasked could change balances. From the link on, every later change in Personio is passed on.',
        de: 'Beispiel: Das Eintrittsdatum ist in TimeTac der 01.01.2020 und in Personio der 01.03.2020. Ungefragtes Überschreiben könnte Kontostände verändern. Ab der Verknüpfung wird jede spätere Änderung in Personio übernommen.',
      },
    ),
    ways: [
      way(
        'tandem',
        { en: 'Say what shall hold', de: 'Festlegen, was gilt' },
        tandem.issues,
        {
          en: 'Under “Worth knowing”, open the note and compare the values.',
          de: 'Öffnen Sie unter „Gut zu wissen“ den Hinweis, und vergleichen Sie die Werte.',
        },
        {
          en: 'Choose “Personio wins” or “Keep TimeTac’s”, for one person or for all at once.',
          de: 'Wählen Sie „Personio gilt“ oder „TimeTac behalten“, für eine Person oder für alle auf einmal.',
        },
      ),
      way(
        'tandem',
        {
          en: 'Always take Personio’s values from now on',
          de: 'Ab jetzt immer die Werte aus Personio nehmen',
        },
        tandem.users,
        {
          en: 'Set “Differences when a person is linked for the first time” to “Write Personio’s values into TimeTac”. This holds for people who are linked later.',
          de: 'Stellen Sie „Unterschiede bei der ersten Verknüpfung einer Person“ auf „Werte aus Personio in TimeTac eintragen“. Das gilt für alle, die später verknüpft werden.',
        },
      ),
    ],
    afterwards: {
      en: 'The next run carries the answer out, and the note goes. Without an answer it stays and hinders nothing.',
      de: 'Der nächste Lauf führt die Antwort aus, und der Hinweis verschwindet. Ohne Antwort bleibt er stehen und hindert nichts.',
    },
  },
  'user-without-employee': {
    cause: texts(
      {
        en: 'TimeTac has a user to whom nobody in Personio belongs. This user is left alone: nothing is changed, and none of their hours go to Personio.',
        de: 'In TimeTac gibt es einen Benutzer, zu dem niemand in Personio gehört. Er bleibt unberührt: Geändert wird nichts, und von seinen Stunden geht nichts nach Personio.',
      },
      {
        en: 'Example: an agency worker who is only in TimeTac, or somebody with another address on each side.',
        de: 'Beispiel: eine Leihkraft, die nur in TimeTac steht, oder jemand mit verschiedenen Adressen auf beiden Seiten.',
      },
    ),
    ways: [
      way(
        'tandem',
        { en: 'Look whether anybody is missing', de: 'Nachsehen, ob jemand fehlt' },
        tandem.users,
        {
          en: 'Under “Who is who”, choose “Compare both accounts”. Users that belong to nobody are listed at the end.',
          de: 'Wählen Sie unter „Wer ist wer“ die Schaltfläche „Beide Konten vergleichen“. Benutzer, die zu niemandem gehören, stehen am Ende.',
        },
        {
          en: 'If one of them is an employee, choose “Link with a user” at that person. For all others nothing is to be done.',
          de: 'Gehört einer davon zu jemandem in Personio, wählen Sie bei dieser Person „Mit einem Benutzer verknüpfen“. Bei allen anderen ist nichts zu tun.',
        },
      ),
    ],
    afterwards: {
      en: 'Once linked, the person’s hours and absences go out with the next run, beginning with the start date. Otherwise the note stays and hinders nothing.',
      de: 'Nach dem Verknüpfen werden Stunden und Abwesenheiten der Person mit dem nächsten Lauf ab dem Startdatum übertragen. Sonst bleibt der Hinweis stehen und hindert nichts.',
    },
  },
};
