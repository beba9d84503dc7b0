// When a whole side cannot be reached or lets nobody in (rules 0.8, 4.5).

import { personio, tandem, timetac } from './go.ts';
import { type GuideTable, texts, way } from './guide.ts';

const enterThem = {
  en: 'Then enter them in Tandem, Set-up, step 2, API credentials. They are tested before the old ones are dropped.',
  de: 'Tragen Sie sie danach in Tandem ein: Einrichtung, Schritt 2, API-Zugangsdaten. Sie werden getestet, bevor die alten verworfen werden.',
} as const;

export const connectionGuides: GuideTable<'credentials-refused' | 'vendor-unreachable'> = {
  'credentials-refused': {
    cause: texts(
      {
        en: 'Personio or TimeTac refused the API credentials, or a right that they need. Tandem signed in once more, was refused again and ended the run. Nothing was lost; but nothing is synchronised until it is mended.',
        de: 'Personio oder TimeTac hat die API-Zugangsdaten oder ein nötiges Recht abgelehnt. Tandem hat sich noch einmal angemeldet, wurde wieder abgewiesen und hat den Lauf beendet. Verloren ist nichts; abgeglichen wird aber nichts, bis es behoben ist.',
      },
      {
        en: 'Example: somebody generated new credentials in Personio for another purpose, which made the old ones invalid. Or those of TimeTac have reached their expiry date. The server tries refused credentials once an hour at most, so that no account gets locked.',
        de: 'Beispiel: Jemand hat in Personio für einen anderen Zweck neue Zugangsdaten generiert, und die alten wurden ungültig. Oder jene von TimeTac sind abgelaufen. Der Server versucht abgelehnte Zugangsdaten höchstens einmal in der Stunde, damit kein Konto gesperrt wird.',
      },
    ),
    ways: [
      way(
        'tandem',
        { en: 'Find out which side it is', de: 'Herausfinden, welche Seite es ist' },
        tandem.credentials,
        {
          en: 'Choose “Test the kept credentials again” on both sides. The result names each missing right. If only a right is missing, give it, and nothing has to be entered anew.',
          de: 'Wählen Sie auf beiden Seiten „Behaltene Zugangsdaten noch einmal testen“. Das Ergebnis nennt jedes fehlende Recht. Fehlt nur ein Recht, erteilen Sie es; neu einzutragen ist dann nichts.',
        },
      ),
      way(
        'personio',
        { en: 'Personio: rights or new credentials', de: 'Personio: Rechte oder neue Zugangsdaten' },
        personio.credentials,
        {
          en: 'Check the rights: read for employees, read and write for attendances and absences. If the credentials are gone or disabled, choose Generate new credentials.',
          de: 'Prüfen Sie die Rechte: Lesen für Mitarbeiter, Lesen und Schreiben für Anwesenheiten und Abwesenheiten. Sind die Zugangsdaten entfernt oder deaktiviert, wählen Sie Neue Zugangsdaten generieren.',
        },
        enterThem,
      ),
      way(
        'timetac',
        { en: 'TimeTac: new credentials', de: 'TimeTac: neue Zugangsdaten' },
        timetac.credentials,
        {
          en: 'Look at the expiry date. If it has passed, create new credentials, and note the new date.',
          de: 'Sehen Sie auf das Ablaufdatum. Ist es vorbei, legen Sie neue Zugangsdaten an, und notieren Sie das neue Datum.',
        },
        enterThem,
      ),
    ],
    afterwards: {
      en: 'The next run signs in with the new credentials, makes up for everything that happened meanwhile, and the issue is solved. The memory of what was synchronised is kept.',
      de: 'Der nächste Lauf meldet sich mit den neuen Zugangsdaten an, holt alles nach, was inzwischen geschah, und die Meldung ist gelöst. Das Gedächtnis des Abgleichs bleibt erhalten.',
    },
  },
  'vendor-unreachable': {
    cause: texts(
      {
        en: 'Personio or TimeTac did not answer, or gave an answer that cannot be trusted: a list that breaks off, or one that had many records and is suddenly empty. What depends on it was not synchronised in this run.',
        de: 'Personio oder TimeTac hat nicht geantwortet oder eine Antwort gegeben, der nicht zu trauen ist: eine Liste, die abbricht, oder eine, die viele Einträge hatte und plötzlich leer ist. Was davon abhängt, wurde in diesem Lauf nicht abgeglichen.',
      },
      {
        en: 'Example: TimeTac is under maintenance at night and shows an empty list. Taken at its word, Tandem would have to delete everything in Personio; so it rather writes nothing of that part.',
        de: 'Beispiel: TimeTac wird nachts gewartet und zeigt eine leere Liste. Nähme Tandem sie beim Wort, müsste es in Personio alles löschen; lieber schreibt es von diesem Teil nichts.',
      },
    ),
    ways: [
      way('tandem', { en: 'Wait first', de: 'Zuerst abwarten' }, tandem.overview, {
        en: 'Nothing is to be done: the next run tries again by itself and makes up for what was missed.',
        de: 'Es ist nichts zu tun: Der nächste Lauf versucht es von selbst wieder und holt Versäumtes nach.',
      }),
      way(
        'tandem',
        { en: 'It stays: check the addresses', de: 'Bleibt sie: die Adressen prüfen' },
        tandem.accounts,
        {
          en: 'Look whether both addresses and the name of the TimeTac account are right; each is tried as you type.',
          de: 'Sehen Sie nach, ob beide Adressen und der Name des TimeTac-Accounts stimmen; jede wird beim Tippen ausprobiert.',
        },
        {
          en: 'If they are, look at the vendor’s status page, and ask its support. The issue quotes the answer and its trace ID, where there is one.',
          de: 'Wenn ja, sehen Sie auf der Statusseite des Anbieters nach, und fragen Sie seinen Support. Die Meldung nennt die Antwort und ihre Trace-ID, wo es eine gibt.',
        },
      ),
    ],
    afterwards: {
      en: 'The issue is solved with the first run that can read everything again. It begins where the last complete run ended, so nothing is missed.',
      de: 'Gelöst ist die Meldung mit dem ersten Lauf, der wieder alles lesen kann. Er beginnt, wo der letzte vollständige Lauf endete; es wird nichts übersehen.',
    },
  },
};
