// Entries that wait for a decision in Personio, or were rejected there (rules 2.6, 2.8).

import { personio, tandem } from './go.ts';
import { type GuideTable, texts, way } from './guide.ts';

export const approvalGuides: GuideTable<'rejected-in-target' | 'adopted-pending'> = {
  'rejected-in-target': {
    cause: texts(
      {
        en: 'Tandem wrote an entry into Personio, where it had to be approved; somebody rejected it. In TimeTac it still counts. The two sides now contradict each other, and which decision holds is for people to say.',
        de: 'Tandem hat einen Eintrag nach Personio geschrieben, wo er zu genehmigen war; dort wurde er abgelehnt. In TimeTac gilt er weiter. Beide Seiten widersprechen sich nun, und welche Entscheidung gilt, müssen Menschen sagen.',
      },
      {
        en: 'Example: the team leader granted two days in TimeTac, and HR rejected them in Personio. Sending them again and again would only overrule HR.',
        de: 'Beispiel: Die Teamleitung hat in TimeTac zwei Tage genehmigt, die Personalabteilung hat sie in Personio abgelehnt. Sie immer wieder zu übertragen, würde die Personalabteilung nur übergehen.',
      },
    ),
    ways: [
      way(
        'timetac',
        {
          en: 'The rejection holds: withdraw it in TimeTac',
          de: 'Die Ablehnung gilt: in TimeTac zurücknehmen',
        },
        {
          en: 'TimeTac: open the person’s absences or timesheet (the names may differ in your account).',
          de: 'TimeTac: Öffnen Sie die Abwesenheiten oder den Stundenzettel der Person (die Namen können in Ihrem Konto abweichen).',
        },
        { en: 'Cancel or correct the entry.', de: 'Stornieren oder berichtigen Sie den Eintrag.' },
      ),
      way(
        'personio',
        { en: 'The entry holds: approve it', de: 'Der Eintrag gilt: genehmigen' },
        personio.profile,
        {
          en: 'Under Absence or Attendance, approve the entry, if Personio still allows it.',
          de: 'Genehmigen Sie den Eintrag unter Abwesenheit oder Anwesenheit, sofern Personio das noch zulässt.',
        },
      ),
      way('tandem', { en: 'Answer in Tandem', de: 'In Tandem antworten' }, tandem.issues, {
        en: 'Choose “TimeTac wins” (it is written once more and has to be approved again), “Keep Personio’s”, or the button that ignores it.',
        de: 'Wählen Sie „TimeTac gilt“ (er wird noch einmal geschrieben und ist wieder zu genehmigen), „Personio behalten“, oder lassen Sie den Eintrag ignorieren.',
      }),
    ],
    afterwards: {
      en: 'The issue is solved as soon as both sides agree or your answer was carried out, usually with the next run. By itself it is never sent again.',
      de: 'Die Meldung ist gelöst, sobald beide Seiten übereinstimmen oder Ihre Antwort ausgeführt ist, meist mit dem nächsten Lauf. Von selbst wird der Eintrag nie noch einmal übertragen.',
    },
  },
  'adopted-pending': {
    cause: texts(
      {
        en: 'Exactly the same entry stood in Personio already, entered by somebody else, and waits for approval there. Tandem did not write a second one but joined it. In TimeTac it counts, in Personio not yet.',
        de: 'Genau derselbe Eintrag stand schon in Personio, von jemand anderem eingetragen, und wartet dort auf Genehmigung. Tandem hat keinen zweiten geschrieben, sondern ihn übernommen. In TimeTac gilt er, in Personio noch nicht.',
      },
      {
        en: 'Example: somebody applied for the same week in both systems. Approving what others have applied for is not Tandem’s business.',
        de: 'Beispiel: Jemand hat dieselbe Woche in beiden Systemen beantragt. Fremde Anträge zu genehmigen, steht Tandem nicht zu.',
      },
    ),
    ways: [
      way('personio', { en: 'Decide in Personio', de: 'In Personio entscheiden' }, personio.absence, {
        en: 'Approve or reject the entry.',
        de: 'Genehmigen Sie den Eintrag, oder lehnen Sie ihn ab.',
      }),
    ],
    afterwards: {
      en: 'After the approval the note goes by itself. After a rejection nothing is sent by itself: an issue asks which side holds.',
      de: 'Nach der Genehmigung verschwindet der Hinweis von selbst. Nach einer Ablehnung wird nichts von selbst übertragen: Eine Meldung fragt, welche Seite gilt.',
    },
  },
};
