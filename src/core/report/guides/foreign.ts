// What others enter in Personio, by hand or by another interface (rules 3.8, 4.9).

import { personio, tandem, timetac } from './go.ts';
import { type GuideTable, texts, way } from './guide.ts';

export const foreignGuides: GuideTable<'overlaps-foreign' | 'foreign-cut' | 'second-writer'> = {
  'overlaps-foreign': {
    cause: texts(
      {
        en: 'At the time of an attendance Personio has another entry that Tandem did not write. Only this piece waits; the rest of the day was sent.',
        de: 'Zur Zeit einer Anwesenheit steht in Personio ein anderer Eintrag, der nicht von Tandem ist. Nur dieses Stück wartet; der Rest des Tages wurde übertragen.',
      },
      {
        en: 'Example: TimeTac has 08:00–12:00, and somebody entered 09:00–13:00 in Personio by hand. Tandem never changes or deletes what others have entered. Had it been exactly the same, Tandem would simply have joined it.',
        de: 'Beispiel: In TimeTac steht 08:00–12:00, und in Personio hat jemand 09:00–13:00 von Hand eingetragen. Tandem ändert und löscht nie, was andere eingetragen haben. Wäre es genau dasselbe gewesen, hätte Tandem es einfach übernommen.',
      },
    ),
    ways: [
      way(
        'personio',
        { en: 'TimeTac is right: clear the way', de: 'TimeTac stimmt: Platz machen' },
        personio.attendance,
        {
          en: 'Delete the entry that the issue names, or shorten it.',
          de: 'Löschen oder kürzen Sie den in der Meldung genannten Eintrag.',
        },
      ),
      way(
        'timetac',
        { en: 'Personio is right: correct TimeTac', de: 'Personio stimmt: TimeTac berichtigen' },
        timetac.timesheet,
        {
          en: 'Enter the time as it stands in Personio, to the minute.',
          de: 'Tragen Sie die Zeit auf die Minute so ein, wie sie in Personio steht.',
        },
      ),
      way('tandem', { en: 'Leave the day as it is', de: 'Den Tag so lassen' }, tandem.issues, {
        en: 'Choose “Ignore this day”.',
        de: 'Wählen Sie „Diesen Tag ignorieren“.',
      }),
    ],
    afterwards: {
      en: 'The next run that looks at the day, at the latest the nightly check, sends what is missing, and the issue is solved.',
      de: 'Der nächste Lauf, der den Tag ansieht, spätestens die nächtliche Prüfung, überträgt, was fehlt; die Meldung ist gelöst.',
    },
  },
  'foreign-cut': {
    cause: texts(
      {
        en: 'While Personio stored an attendance of ours, it shortened an entry of somebody else by itself, although the place had been free when Tandem looked. Tandem stopped this day at once and wrote nothing more of it.',
        de: 'Als Personio eine Anwesenheit von uns speicherte, hat es von sich aus einen fremden Eintrag gekürzt, obwohl der Platz frei war, als Tandem nachsah. Tandem hat diesen Tag sofort angehalten und nichts mehr davon geschrieben.',
      },
      {
        en: 'Example: within the same second somebody in HR entered 11:00–12:30, and Tandem wrote 08:00–12:00. Personio made 12:00–12:30 of the hand-made entry.',
        de: 'Beispiel: In derselben Sekunde trug jemand in der Personalabteilung 11:00–12:30 ein, und Tandem schrieb 08:00–12:00. Personio machte aus dem von Hand eingetragenen 12:00–12:30.',
      },
    ),
    ways: [
      way(
        'personio',
        { en: 'TimeTac is right: check what is left', de: 'TimeTac stimmt: prüfen, was übrig ist' },
        personio.attendance,
        {
          en: 'Look at the shortened entry that the issue names. Delete it if it was wrong. If the rest is right, leave it, and choose “Ignore this day” here once the day is complete.',
          de: 'Sehen Sie den gekürzten Eintrag an, den die Meldung nennt. Löschen Sie ihn, wenn er falsch war. Stimmt der Rest, lassen Sie ihn, und wählen Sie hier „Diesen Tag ignorieren“, sobald der Tag vollständig ist.',
        },
      ),
      way(
        'timetac',
        {
          en: 'The shortened entry was right: restore it',
          de: 'Der gekürzte Eintrag stimmte: wiederherstellen',
        },
        timetac.timesheet,
        {
          en: 'First correct the time in TimeTac, and wait for the next run. It makes room in Personio.',
          de: 'Berichtigen Sie zuerst die Zeit in TimeTac, und warten Sie den nächsten Lauf ab. Er macht in Personio Platz.',
        },
        {
          en: 'Then, in Personio, set the shortened entry back to its old times.',
          de: 'Stellen Sie danach in Personio die alten Zeiten des gekürzten Eintrags wieder her.',
        },
      ),
    ],
    afterwards: {
      en: 'The next run judges the day anew and sends the rest. The issue stays open as long as the shortened entry stands as Personio left it, and is solved once somebody has changed, restored or deleted it.',
      de: 'Der nächste Lauf beurteilt den Tag neu und überträgt den Rest. Die Meldung bleibt offen, solange der gekürzte Eintrag so dasteht, wie Personio ihn zurückgelassen hat, und ist gelöst, sobald ihn jemand ändert, wiederherstellt oder löscht.',
    },
  },
  'second-writer': {
    cause: texts(
      {
        en: 'In one run five or more new records appeared in Personio that look exactly like Tandem’s, although Tandem did not write them. Most likely another interface between TimeTac and Personio is still switched on.',
        de: 'In einem Lauf sind in Personio fünf oder mehr neue Einträge aufgetaucht, die genau wie die von Tandem aussehen, obwohl Tandem sie nicht geschrieben hat. Wahrscheinlich ist noch eine andere Schnittstelle zwischen TimeTac und Personio eingeschaltet.',
      },
      {
        en: 'Example: the vendors’ own interface was kept running to be safe. Both then write the same days; equal records are joined, others get into each other’s way. A restored older database of Tandem looks the same.',
        de: 'Beispiel: Die eigene Schnittstelle der Anbieter lief sicherheitshalber weiter. Beide schreiben dann dieselben Tage; gleiche Einträge werden übernommen, andere kommen sich in die Quere. Eine zurückgespielte ältere Datenbank von Tandem sieht ebenso aus.',
      },
    ),
    ways: [
      way(
        'timetac',
        { en: 'Switch the other interface off', de: 'Die andere Schnittstelle abschalten' },
        {
          en: 'Ask TimeTac’s support (support@timetac.com) whether an integration with Personio is active in your account, and have it switched off.',
          de: 'Fragen Sie beim Support von TimeTac (support@timetac.com), ob in Ihrem Konto eine Anbindung an Personio aktiv ist, und lassen Sie sie abschalten.',
        },
      ),
      way(
        'personio',
        { en: 'Look for other credentials', de: 'Nach anderen Zugangsdaten suchen' },
        {
          en: 'Personio: open Settings → Integrations → API credentials.',
          de: 'Personio: Öffnen Sie Einstellungen → Integrationen → API-Zugangsdaten.',
        },
        {
          en: 'If other credentials may write attendances or absences, find out who uses them, and disable what is no longer needed.',
          de: 'Dürfen andere Zugangsdaten Anwesenheiten oder Abwesenheiten schreiben, klären Sie, wer sie nutzt, und deaktivieren Sie, was nicht mehr gebraucht wird.',
        },
      ),
    ],
    afterwards: {
      en: 'The next run reads everything and takes nothing away. When a full or nightly check finds no more such records, the issue is solved. Records that were joined stay; if they change later, you can take them over.',
      de: 'Der nächste Lauf liest alles und nimmt nichts weg. Findet eine volle oder nächtliche Prüfung keine solchen Einträge mehr, ist die Meldung gelöst. Übernommene Einträge bleiben; ändern sie sich später, können Sie sie ganz an Tandem übergeben.',
    },
  },
};
