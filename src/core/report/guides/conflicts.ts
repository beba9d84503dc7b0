// What people did in Personio to records of ours (rules 2.7, 3.9).

import { personio, tandem, timetac } from './go.ts';
import { type GuideTable, texts, way } from './guide.ts';
import { pageWords } from '../words.ts';

const { sourceWins, keepTarget } = pageWords;

const compare = {
  en: 'Open the issue: it shows both records side by side.',
  de: 'Öffnen Sie die Meldung: Sie zeigt beide Einträge nebeneinander.',
} as const;

const answer = {
  en: `Choose “${sourceWins.en}”, “${keepTarget.en}” or, if nothing shall happen any more, “Ignore this day” (for absences “Ignore this absence”).`,
  de: `Wählen Sie „${sourceWins.de}“, „${keepTarget.de}“ oder, wenn nichts mehr geschehen soll, „Diesen Tag ignorieren“ (bei Abwesenheiten „Diese Abwesenheit ignorieren“).`,
} as const;

const decide = way(
  'tandem',
  { en: 'Say which side holds', de: 'Festlegen, welche Seite gilt' },
  tandem.issues,
  compare,
  answer,
);

const afterAnswer = {
  en: 'The next run carries the answer out, and the issue is solved. The answer is about what you saw: if something else stands there later, you are asked again. It can be taken back under “Answers given”. The issue is also solved when both sides say the same again.',
  de: 'Der nächste Lauf führt die Antwort aus, und die Meldung ist gelöst. Die Antwort gilt für das, was Sie gesehen haben: Steht später etwas anderes da, werden Sie wieder gefragt. Zurücknehmen lässt sie sich unter „Gegebene Antworten“. Gelöst ist die Meldung auch, wenn beide Seiten wieder dasselbe sagen.',
} as const;

export const conflictGuides: GuideTable<'edited-in-target' | 'deleted-in-target' | 'changed-on-both-sides'> =
  {
    'edited-in-target': {
      cause: texts(
        {
          en: 'Somebody edited in Personio what Tandem had written there. There may be a good reason, so Tandem does not simply write over it. The person’s day (or the absence) stays as it is until somebody decides.',
          de: 'Jemand hat in Personio bearbeitet, was Tandem dort geschrieben hatte. Das kann einen guten Grund haben; Tandem schreibt daher nicht einfach darüber. Der Tag der Person (oder die Abwesenheit) bleibt, wie er ist, bis jemand entscheidet.',
        },
        {
          en: 'Example: Tandem wrote 08:00–16:00, and HR made 08:00–17:00 of it, because an hour was forgotten. Approvals and breaks that Personio adds by itself do not count as edits.',
          de: 'Beispiel: Tandem schrieb 08:00–16:00, und die Personalabteilung machte 08:00–17:00 daraus, weil eine Stunde vergessen war. Genehmigungen und Pausen, die Personio von sich aus ergänzt, gelten nicht als Bearbeitung.',
        },
      ),
      ways: [
        decide,
        way(
          'timetac',
          { en: 'Personio is right: correct TimeTac too', de: 'Personio stimmt: auch TimeTac berichtigen' },
          timetac.timesheet,
          {
            en: 'Enter what now stands in Personio. Then both sides agree, also for later reports.',
            de: 'Tragen Sie ein, was jetzt in Personio steht. Dann stimmen beide Seiten überein, auch in späteren Auswertungen.',
          },
        ),
        way('tandem', { en: 'Always let TimeTac win', de: 'TimeTac immer gelten lassen' }, tandem.exports, {
          en: 'Under “When somebody edits an exported attendance in Personio”, choose “TimeTac wins”. This overrules edits of attendances only, never deletions.',
          de: 'Wählen Sie bei „Wenn jemand eine übertragene Anwesenheit in Personio bearbeitet“ die Antwort „TimeTac gilt“. Das überschreibt nur bearbeitete Anwesenheiten, nie gelöschte.',
        }),
      ],
      afterwards: afterAnswer,
    },
    'deleted-in-target': {
      cause: texts(
        {
          en: 'Somebody deleted in Personio what Tandem had written there, while it still stands in TimeTac. Tandem does not write it again by itself: whoever deleted it would find it back every quarter of an hour.',
          de: 'Jemand hat in Personio gelöscht, was Tandem dort geschrieben hatte; in TimeTac steht es noch. Tandem schreibt es nicht von selbst noch einmal: Wer es gelöscht hat, fände es sonst jede Viertelstunde wieder vor.',
        },
        {
          en: 'Example: HR deleted an attendance, because the person was not there on that day. In TimeTac the entry was forgotten.',
          de: 'Beispiel: Die Personalabteilung hat eine Anwesenheit gelöscht, weil die Person an dem Tag nicht da war. In TimeTac wurde der Eintrag vergessen.',
        },
      ),
      ways: [
        decide,
        way(
          'timetac',
          {
            en: 'The deletion was right: delete it in TimeTac too',
            de: 'Löschen war richtig: auch in TimeTac löschen',
          },
          timetac.timesheet,
          {
            en: 'Delete the entry, or cancel the absence. Then both sides agree.',
            de: 'Löschen Sie den Eintrag, oder stornieren Sie die Abwesenheit. Dann stimmen beide Seiten überein.',
          },
        ),
      ],
      afterwards: afterAnswer,
    },
    'changed-on-both-sides': {
      cause: texts(
        {
          en: 'Since the last run the same record was changed in TimeTac and in Personio, and differently. Whichever side Tandem took, somebody’s work would be lost without a word.',
          de: 'Derselbe Eintrag wurde seit dem letzten Lauf in TimeTac und in Personio geändert, und zwar verschieden. Welche Seite Tandem auch nähme, eine der beiden Änderungen ginge wortlos verloren.',
        },
        {
          en: 'Example: 08:00–16:00 was corrected by the person in TimeTac to 16:30 and by HR in Personio to 17:00. Had both entered the same, nothing would have been told.',
          de: 'Beispiel: 08:00–16:00 hat die Person in TimeTac auf 16:30 berichtigt und die Personalabteilung in Personio auf 17:00. Hätten beide dasselbe eingetragen, gäbe es keine Meldung.',
        },
      ),
      ways: [
        decide,
        way(
          'personio',
          { en: 'Or make both sides equal by hand', de: 'Oder beide Seiten von Hand angleichen' },
          personio.profile,
          {
            en: 'Under Attendance or Absence, enter what shall hold, exactly as it stands in TimeTac.',
            de: 'Tragen Sie unter Anwesenheit oder Abwesenheit ein, was gelten soll, genau so wie in TimeTac.',
          },
        ),
      ],
      afterwards: afterAnswer,
    },
  };
