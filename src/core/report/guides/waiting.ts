// What waits and goes out by itself (rules 1.3, 3.1, 3.5).

import { tandem, timetac } from './go.ts';
import { type GuideTable, texts, way } from './guide.ts';

export const waitingGuides: GuideTable<'entry-open' | 'entry-unapproved' | 'employee-unlinked'> = {
  'entry-open': {
    cause: texts(
      {
        en: 'A time entry is still running in TimeTac. It has no end yet, so only this entry waits; the rest of the day goes out.',
        de: 'Ein Zeiteintrag läuft in TimeTac noch. Er hat noch kein Ende; nur dieser Eintrag wartet, der Rest des Tages wird übertragen.',
      },
      {
        en: 'Example: somebody clocked in at 08:00 and is at work. That is no issue, just the middle of the day.',
        de: 'Beispiel: Jemand hat um 08:00 eingestempelt und arbeitet gerade. Das ist kein Fehler, sondern mitten am Tag.',
      },
    ),
    ways: [
      way('tandem', { en: 'Usually nothing is to be done', de: 'Meist ist nichts zu tun' }, tandem.issues, {
        en: 'Under “Waits and solves itself”, look whether an entry has been waiting since an earlier day.',
        de: 'Sehen Sie unter „Wartet und löst sich von selbst“ nach, ob ein Eintrag schon seit einem früheren Tag wartet.',
      }),
      way(
        'timetac',
        { en: 'Stopping was forgotten: enter the end', de: 'Stoppen vergessen: das Ende eintragen' },
        timetac.timesheet,
        {
          en: 'Stop the entry, and enter the true end.',
          de: 'Stoppen Sie den Eintrag, und tragen Sie das wahre Ende ein.',
        },
      ),
    ],
    afterwards: {
      en: 'As soon as the entry is stopped, the next run sends it.',
      de: 'Sobald der Eintrag gestoppt ist, überträgt ihn der nächste Lauf.',
    },
  },
  'entry-unapproved': {
    cause: texts(
      {
        en: 'The form says that only entries approved in TimeTac go to Personio. These are not approved yet and wait. A day that was exported and changed afterwards stays in Personio as it was, until the change is approved.',
        de: 'Das Anforderungsblatt sagt, dass nur in TimeTac genehmigte Einträge nach Personio gehen. Diese sind noch nicht genehmigt und warten. Ein Tag, der übertragen und danach geändert wurde, bleibt in Personio wie zuvor, bis die Änderung genehmigt ist.',
      },
      {
        en: 'Example: the team leader approves once a week. Until then the days of this week wait.',
        de: 'Beispiel: Die Teamleitung genehmigt einmal in der Woche. Bis dahin warten die Tage dieser Woche.',
      },
    ),
    ways: [
      way('timetac', { en: 'Approve in TimeTac', de: 'In TimeTac genehmigen' }, timetac.timesheet, {
        en: 'Approve the day. Depending on the account this also approves all earlier days.',
        de: 'Genehmigen Sie den Tag. Je nach Konto sind damit auch alle früheren Tage genehmigt.',
      }),
      way(
        'tandem',
        { en: 'Send all finished entries', de: 'Alle beendeten Einträge übertragen' },
        tandem.exports,
        {
          en: 'Under “Which entries”, choose “All finished entries”.',
          de: 'Wählen Sie unter „Welche Einträge“ „Alle beendeten Einträge“.',
        },
      ),
    ],
    afterwards: {
      en: 'The next run sends what was approved meanwhile.',
      de: 'Der nächste Lauf überträgt, was inzwischen genehmigt ist.',
    },
  },
  'employee-unlinked': {
    cause: texts(
      {
        en: 'In TimeTac there are hours or absences of a user of whom it is not known yet which employee that is. They wait, since nobody would know to whose account they belong.',
        de: 'In TimeTac gibt es Stunden oder Abwesenheiten eines Benutzers, von dem noch nicht bekannt ist, zu wem in Personio er gehört. Sie warten, denn niemand wüsste, wem sie gutzuschreiben sind.',
      },
      {
        en: 'Example: an employee shares the e-mail address with somebody else; another issue tells the reason and the way out.',
        de: 'Beispiel: Jemand teilt sich die E-Mail-Adresse mit einer anderen Person; eine weitere Meldung nennt den Grund und den Ausweg.',
      },
    ),
    ways: [
      way('tandem', { en: 'Say who it is', de: 'Festlegen, wer es ist' }, tandem.users, tandem.compare, {
        en: 'Choose “Link with a user” at the employee to whom the user belongs. Somebody who shall not be synchronised needs nothing.',
        de: 'Wählen Sie bei der Person, zu der der Benutzer gehört, „Mit einem Benutzer verknüpfen“. Wer nicht abgeglichen werden soll, braucht nichts.',
      }),
    ],
    afterwards: {
      en: 'With the link, the next run sends everything that waited, beginning with the start date.',
      de: 'Mit der Verknüpfung überträgt der nächste Lauf alles Wartende ab dem Startdatum.',
    },
  },
};
