// What a vendor refused, or never answered (rules 0.4, 0.5, 1.10, 2.10).

import { personio, tandem, timetac } from './go.ts';
import { type GuideTable, texts, way } from './guide.ts';

const retry = {
  en: 'Choose “Retry” at the issue. If many have the same cause, answer them all at once.',
  de: 'Wählen Sie bei der Meldung „Erneut versuchen“. Haben viele dieselbe Ursache, beantworten Sie alle auf einmal.',
} as const;

const afterRetry = {
  en: 'The next run tries once more; when it goes through, the issue is solved. Without your doing, Tandem tries again only when the record or what stands around it changes, and with the monthly full check unless it would have to delete something first.',
  de: 'Der nächste Lauf versucht es noch einmal; gelingt es, ist die Meldung gelöst. Ohne Ihr Zutun versucht es Tandem erst wieder, wenn sich der Eintrag oder sein Umfeld ändert, und bei der monatlichen Vollprüfung, sofern dafür nichts vorher gelöscht werden muss.',
} as const;

export const refusalGuides: GuideTable<'refused-by-personio' | 'refused-by-timetac' | 'outcome-unknown'> = {
  'refused-by-personio': {
    cause: texts(
      {
        en: 'Personio did not take a record and said why; the issue quotes its words. All other records went on. The same record is not sent again and again: the same question would get the same answer.',
        de: 'Personio hat einen Eintrag nicht angenommen und den Grund genannt; die Meldung führt ihn wörtlich an. Alle anderen Einträge liefen weiter. Derselbe Eintrag wird nicht immer wieder übertragen: Dieselbe Frage bekäme dieselbe Antwort.',
      },
      {
        en: 'Example: “A substitute is required for this absence type.” TimeTac does not send what Personio demands there, and Tandem does not invent a substitute.',
        de: 'Beispiel: „A substitute is required for this absence type“ – Personio verlangt eine Vertretung. TimeTac liefert sie nicht, und Tandem erfindet keine.',
      },
    ),
    ways: [
      way(
        'personio',
        { en: 'Lift the demand in Personio', de: 'Die Vorgabe in Personio lockern' },
        {
          en: 'Personio: open Settings, and there the absence types or the rules for attendances (the names may differ in your account).',
          de: 'Personio: Öffnen Sie die Einstellungen und dort die Abwesenheitsarten oder die Regeln für Anwesenheiten (die Namen können in Ihrem Konto abweichen).',
        },
        {
          en: 'Lift the demand that the answer names, for example a substitute or a certificate. Then choose “Retry” in Tandem, page Issues.',
          de: 'Heben Sie die Vorgabe auf, die die Antwort nennt, zum Beispiel Vertretung oder Bescheinigung. Wählen Sie dann in Tandem auf der Seite Meldungen „Erneut versuchen“.',
        },
      ),
      way(
        'tandem',
        { en: 'The cause is mended: try again', de: 'Die Ursache ist behoben: noch einmal versuchen' },
        tandem.issues,
        retry,
      ),
      way('personio', { en: 'Enter it by hand', de: 'Von Hand eintragen' }, personio.profile, {
        en: 'Under Absence or Attendance, enter the record exactly as it stands in TimeTac. Tandem then joins it.',
        de: 'Tragen Sie den Eintrag unter Abwesenheit oder Anwesenheit genau so ein, wie er in TimeTac steht. Tandem übernimmt ihn dann.',
      }),
    ],
    afterwards: afterRetry,
  },
  'refused-by-timetac': {
    cause: texts(
      {
        en: 'TimeTac did not take a new user or a change to one, and said why; the issue quotes its words. All other people went on. The same change is not sent again by itself.',
        de: 'TimeTac hat einen neuen Benutzer oder eine Änderung an einem nicht angenommen und den Grund genannt; die Meldung führt ihn wörtlich an. Bei allen anderen Personen lief es weiter. Dieselbe Änderung wird nicht von selbst noch einmal übertragen.',
      },
      {
        en: 'Example: the holiday calendar needs the module Leave Management, which is not active in the account; or the number of licensed users is used up.',
        de: 'Beispiel: Der Feiertagskalender setzt das Modul Urlaubsverwaltung voraus, das im Konto nicht aktiv ist; oder die Zahl der lizenzierten Benutzer ist ausgeschöpft.',
      },
    ),
    ways: [
      way(
        'timetac',
        { en: 'Remove the reason in TimeTac', de: 'Den Grund in TimeTac beheben' },
        timetac.user,
        {
          en: 'Correct what the answer names. If it is about modules, licences or rights, ask TimeTac’s support (support@timetac.com), and quote the answer.',
          de: 'Berichtigen Sie, was die Antwort nennt. Geht es um Module, Lizenzen oder Rechte, wenden Sie sich an den Support von TimeTac (support@timetac.com), und nennen Sie die Antwort im Wortlaut.',
        },
      ),
      way(
        'personio',
        { en: 'Or correct the data in Personio', de: 'Oder die Angaben in Personio berichtigen' },
        personio.profile,
        {
          en: 'Correct the field that the answer names, for example a date or a name. Changed data is sent again by itself.',
          de: 'Berichtigen Sie das Feld, das die Antwort nennt, zum Beispiel ein Datum oder einen Namen. Geänderte Angaben werden von selbst noch einmal übertragen.',
        },
      ),
      way(
        'tandem',
        { en: 'The cause is mended: try again', de: 'Die Ursache ist behoben: noch einmal versuchen' },
        tandem.issues,
        retry,
      ),
    ],
    afterwards: afterRetry,
  },
  'outcome-unknown': {
    cause: texts(
      {
        en: 'Tandem wrote something, and the answer got lost: the line broke, or the server reported a fault. Nobody knows yet whether it was done. Repeated blindly, it might stand there twice.',
        de: 'Tandem hat etwas geschrieben, und die Antwort ging verloren: Die Verbindung brach ab, oder der Server meldete einen Fehler. Noch weiß niemand, ob es ausgeführt wurde. Blind wiederholt, könnte es doppelt dastehen.',
      },
      {
        en: 'Example: the network failed for ten seconds just when an attendance was being stored. Before the next attempt Tandem looks in Personio whether it is there.',
        de: 'Beispiel: Das Netz fiel zehn Sekunden aus, gerade als eine Anwesenheit gespeichert wurde. Vor dem nächsten Versuch sieht Tandem in Personio nach, ob sie dort steht.',
      },
    ),
    ways: [
      way('tandem', { en: 'Wait for the next run', de: 'Den nächsten Lauf abwarten' }, tandem.overview, {
        en: 'Nothing is to be done at first. If you do not want to wait, choose “Run now”.',
        de: 'Zunächst ist nichts zu tun. Wollen Sie nicht warten, wählen Sie „Jetzt abgleichen“.',
      }),
      way(
        'timetac',
        { en: 'It stays for hours: compare by hand', de: 'Bleibt sie stundenlang: von Hand vergleichen' },
        timetac.timesheet,
        {
          en: 'Compare the day with Personio. If Personio does not store it although it is reachable, its support can look up the trace ID that the issue names.',
          de: 'Vergleichen Sie den Tag mit Personio. Speichert Personio ihn nicht, obwohl es erreichbar ist, kann der Support dort die in der Meldung genannte Trace-ID nachschlagen.',
        },
      ),
    ],
    afterwards: {
      en: 'The next run reads what stands there: if it was done, Tandem takes note of it; if not, it is sent once more. As soon as it stands there, the issue is solved; while the other side keeps failing, it stays.',
      de: 'Der nächste Lauf liest, was dort steht: Wurde es ausgeführt, merkt sich Tandem das; wenn nicht, wird es noch einmal übertragen. Sobald es dort steht, ist die Meldung gelöst; solange die andere Seite versagt, bleibt sie.',
    },
  },
};
