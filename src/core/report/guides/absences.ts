// Absences that cannot go as they are (rules 2.2, 2.3, 2.4, 2.6).

import { personio, tandem, timetac } from './go.ts';
import { type GuideTable, texts, way } from './guide.ts';

export const absenceGuides: GuideTable<'absence-exists' | 'absence-without-days' | 'fraction-unsupported'> = {
  'absence-exists': {
    cause: texts(
      {
        en: 'An absence from TimeTac does not fit into Personio, because another one that Tandem did not write stands there on the same days. Personio allows only one at a time.',
        de: 'Eine Abwesenheit aus TimeTac passt nicht nach Personio, weil an denselben Tagen schon eine andere steht, die nicht von Tandem ist. Personio erlaubt nur eine zur gleichen Zeit.',
      },
      {
        en: 'Example: TimeTac says Monday to Friday, and in Personio somebody entered Monday to Wednesday by hand. Tandem neither shortens nor deletes what others have entered; if both had been exactly the same, it would simply have joined it.',
        de: 'Beispiel: In TimeTac steht Montag bis Freitag, in Personio hat jemand Montag bis Mittwoch von Hand eingetragen. Tandem kürzt und löscht nicht, was andere eingetragen haben; wären beide genau gleich gewesen, hätte es den Eintrag einfach übernommen.',
      },
    ),
    ways: [
      way(
        'personio',
        { en: 'TimeTac is right: clear the way', de: 'TimeTac stimmt: Platz machen' },
        personio.absence,
        {
          en: 'Delete the absence that the issue names, or change it to exactly the days of TimeTac.',
          de: 'Löschen Sie die in der Meldung genannte Abwesenheit, oder ändern Sie sie auf genau die Tage aus TimeTac.',
        },
      ),
      way(
        'timetac',
        { en: 'Personio is right: correct TimeTac', de: 'Personio stimmt: TimeTac berichtigen' },
        timetac.absence,
        {
          en: 'Cancel the absence, and enter it as it stands in Personio if it is needed.',
          de: 'Stornieren Sie die Abwesenheit, und tragen Sie sie, falls nötig, so ein, wie sie in Personio steht.',
        },
      ),
      way('tandem', { en: 'Leave both as they are', de: 'Beide so lassen' }, tandem.issues, {
        en: 'Choose “Ignore this absence”. If Personio refused although the way was free, choose “Retry”.',
        de: 'Wählen Sie „Diese Abwesenheit ignorieren“. Hat Personio abgelehnt, obwohl Platz war, wählen Sie „Erneut versuchen“.',
      }),
    ],
    afterwards: {
      en: 'The next run, at the latest the nightly check, sees that the way is free, sends the absence, and the issue is solved. What you ignored is neither written nor told any more, until you take the answer back.',
      de: 'Der nächste Lauf, spätestens die nächtliche Prüfung, sieht den freien Platz und überträgt die Abwesenheit; die Meldung ist gelöst. Ignoriertes wird nicht mehr geschrieben oder gemeldet, bis Sie die Antwort zurücknehmen.',
    },
  },
  'absence-without-days': {
    cause: texts(
      {
        en: 'TimeTac keeps for every absence a row per day that says what counts. For this absence there is none, while others have theirs, so Tandem cannot know which days it covers.',
        de: 'TimeTac führt zu jeder Abwesenheit eine Zeile je Tag, die sagt, was zählt. Zu dieser gibt es keine einzige, zu anderen aber schon; Tandem kann daher nicht wissen, welche Tage sie umfasst.',
      },
      {
        en: 'Example: two weeks were entered for somebody who has no work schedule on these days. Sending all calendar days instead might take too many days from a balance.',
        de: 'Beispiel: Für jemanden ohne Arbeitszeitmodell wurden zwei Wochen eingetragen. Würden stattdessen alle Kalendertage übertragen, könnten einem Konto zu viele Tage abgezogen werden.',
      },
    ),
    ways: [
      way(
        'timetac',
        { en: 'Check the work schedule', de: 'Das Arbeitszeitmodell prüfen' },
        timetac.user,
        {
          en: 'Check Work Schedule and its valid-from date: there has to be one with working days at the time of the absence.',
          de: 'Prüfen Sie Arbeitszeitmodell und Gültigkeitsbeginn: Zur Zeit der Abwesenheit muss es eines mit Arbeitstagen geben.',
        },
        {
          en: 'If you entered one later, open the absence and save it again, so that TimeTac works out its days.',
          de: 'Haben Sie eines nachgetragen, öffnen und speichern Sie die Abwesenheit noch einmal, damit TimeTac ihre Tage berechnet.',
        },
      ),
      way(
        'tandem',
        { en: 'It need not go out: ignore it', de: 'Sie muss nicht übertragen werden: ignorieren' },
        tandem.issues,
        { en: 'Choose “Ignore this absence”.', de: 'Wählen Sie „Diese Abwesenheit ignorieren“.' },
      ),
    ],
    afterwards: {
      en: 'As soon as TimeTac lists the days, the next run sends the absence, and the issue is solved.',
      de: 'Sobald TimeTac die Tage führt, überträgt der nächste Lauf die Abwesenheit, und die Meldung ist gelöst.',
    },
  },
  'fraction-unsupported': {
    cause: texts(
      {
        en: 'An absence covers a part of a day that Personio cannot hold. Types counted in days know only whole and half days there, and a half only at the beginning or the end.',
        de: 'Eine Abwesenheit umfasst einen Teil eines Tages, den Personio nicht abbilden kann. In Tagen gezählte Arten kennen dort nur ganze und halbe Tage, und halbe nur am Anfang oder am Ende.',
      },
      {
        en: 'Example: two hours on Monday, which are a quarter of an eight-hour day. Tandem makes neither nothing nor half a day of it unasked, since both would change a balance.',
        de: 'Beispiel: zwei Stunden am Montag, also ein Viertel eines Achtstundentags. Tandem macht daraus ungefragt weder nichts noch einen halben Tag, denn beides würde einen Kontostand verändern.',
      },
    ),
    ways: [
      way(
        'timetac',
        { en: 'Enter whole or half days', de: 'Ganze oder halbe Tage eintragen' },
        timetac.absence,
        {
          en: 'Cancel the absence and enter it as a whole or half day. If this happens often, allow only whole and half days for its type.',
          de: 'Stornieren Sie die Abwesenheit, und tragen Sie sie als ganzen oder halben Tag ein. Kommt das oft vor, lassen Sie bei ihrer Art nur ganze und halbe Tage zu.',
        },
      ),
      way('tandem', { en: 'Allow rounding', de: 'Runden erlauben' }, tandem.types, {
        en: 'Choose “Round to the nearest half day”. This holds for all such absences; a half in the middle of an absence stays held.',
        de: 'Wählen Sie „Auf den nächsten halben Tag runden“. Das gilt für alle solchen Abwesenheiten; eine Hälfte mitten in einer Abwesenheit bleibt zurückgehalten.',
      }),
      way(
        'tandem',
        {
          en: 'Book it in Personio by hand: ignore it here',
          de: 'In Personio von Hand buchen: hier ignorieren',
        },
        tandem.issues,
        { en: 'Choose “Ignore this absence”.', de: 'Wählen Sie „Diese Abwesenheit ignorieren“.' },
      ),
    ],
    afterwards: {
      en: 'The next run sends the absence, and the issue is solved. What was rounded is listed as a note.',
      de: 'Der nächste Lauf überträgt die Abwesenheit, und die Meldung ist gelöst. Gerundetes wird als Hinweis aufgeführt.',
    },
  },
};
