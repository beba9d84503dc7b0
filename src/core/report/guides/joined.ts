// Records that others had entered in Personio and Tandem joined, and whose source goes on (rule 0.3).

import { personio, tandem } from './go.ts';
import { type GuideTable, texts, way } from './guide.ts';

const takeOver = {
  en: 'Choose “Take over”. From then on the entry belongs to Tandem and follows TimeTac; this can be answered for all such entries at once.',
  de: 'Wählen Sie „Übernehmen“. Ab dann gehört der Eintrag Tandem und folgt TimeTac; das geht auch für alle solchen Einträge auf einmal.',
} as const;

const keepTheirs = {
  en: 'Choose “Keep Personio’s”. The entry stays, until something changes in TimeTac again.',
  de: 'Wählen Sie „Personio behalten“. Der Eintrag bleibt, bis sich in TimeTac wieder etwas ändert.',
} as const;

export const joinedGuides: GuideTable<'source-gone-but-adopted' | 'source-changed-but-adopted'> = {
  'source-gone-but-adopted': {
    cause: texts(
      {
        en: 'An entry was deleted or cancelled in TimeTac. Its counterpart in Personio had been entered by somebody else; Tandem had only joined it, because it was the same. What Tandem did not create it does not delete.',
        de: 'Ein Eintrag wurde in TimeTac gelöscht oder storniert. Seine Entsprechung in Personio hatte jemand anders eingetragen; Tandem hatte sie nur übernommen, weil sie gleich war. Was Tandem nicht angelegt hat, löscht es nicht.',
      },
      {
        en: 'Example: before Tandem was switched on, HR had entered a week in Personio by hand. Now the week is cancelled in TimeTac.',
        de: 'Beispiel: Bevor Tandem eingeschaltet war, hat die Personalabteilung eine Woche von Hand in Personio eingetragen. Nun wird die Woche in TimeTac storniert.',
      },
    ),
    ways: [
      way('tandem', { en: 'Tandem shall delete it', de: 'Tandem soll sie löschen' }, tandem.issues, takeOver),
      way(
        'personio',
        { en: 'Delete it in Personio by hand', de: 'In Personio von Hand löschen' },
        personio.profile,
        {
          en: 'Under Absence or Attendance, delete the entry that the issue names.',
          de: 'Löschen Sie unter Abwesenheit oder Anwesenheit den in der Meldung genannten Eintrag.',
        },
      ),
      way(
        'tandem',
        { en: 'It shall stay in Personio', de: 'Sie soll in Personio bleiben' },
        tandem.issues,
        keepTheirs,
      ),
    ],
    afterwards: {
      en: 'The next run carries the answer out: after “Take over” it deletes the entry. If it was deleted by hand, Tandem forgets it, and the issue is solved.',
      de: 'Der nächste Lauf führt die Antwort aus: Nach „Übernehmen“ löscht er den Eintrag. Wurde von Hand gelöscht, vergisst Tandem ihn, und die Meldung ist gelöst.',
    },
  },
  'source-changed-but-adopted': {
    cause: texts(
      {
        en: 'An entry was changed in TimeTac. Its counterpart in Personio had been entered by somebody else; Tandem had only joined it, because it was the same. What Tandem did not create it does not change. The rest of the day goes on.',
        de: 'Ein Eintrag wurde in TimeTac geändert. Seine Entsprechung in Personio hatte jemand anders eingetragen; Tandem hatte sie nur übernommen, weil sie gleich war. Was Tandem nicht angelegt hat, ändert es nicht. Der Rest des Tages läuft weiter.',
      },
      {
        en: 'Example: 08:00–12:00 was in Personio before Tandem. Now the end is corrected to 12:30 in TimeTac.',
        de: 'Beispiel: 08:00–12:00 stand schon vor Tandem in Personio. Nun wird in TimeTac das Ende auf 12:30 berichtigt.',
      },
    ),
    ways: [
      way('tandem', { en: 'Tandem shall change it', de: 'Tandem soll sie ändern' }, tandem.issues, takeOver),
      way(
        'personio',
        { en: 'Change it in Personio by hand', de: 'In Personio von Hand ändern' },
        personio.profile,
        {
          en: 'Under Absence or Attendance, change the entry to what stands in TimeTac, exactly to the minute or day.',
          de: 'Ändern Sie den Eintrag unter Abwesenheit oder Anwesenheit so, wie er in TimeTac steht, genau auf die Minute oder den Tag.',
        },
      ),
      way(
        'tandem',
        { en: 'It shall stay in Personio as it is', de: 'Sie soll in Personio so bleiben' },
        tandem.issues,
        keepTheirs,
      ),
    ],
    afterwards: {
      en: 'The next run carries the answer out: after “Take over” it changes the entry, now and in future. If both sides were made equal by hand, Tandem joins it again, and the issue is solved.',
      de: 'Der nächste Lauf führt die Antwort aus: Nach „Übernehmen“ ändert er den Eintrag, jetzt und künftig. Wurde von Hand angeglichen, übernimmt Tandem ihn wieder, und die Meldung ist gelöst.',
    },
  },
};
