// Nights in which the clocks change, and days in several time zones (rule 3.4).

import { personio, tandem, timetac } from './go.ts';
import { type GuideTable, texts, way } from './guide.ts';

const byHand = {
  en: 'Enter the time in Personio by hand, so that the hours are right for payroll.',
  de: 'Tragen Sie die Zeit in Personio von Hand so ein, dass die Stunden für die Abrechnung stimmen.',
} as const;

const ignoreDay = {
  en: 'Tandem: open the integration → Issues, and choose “Ignore this day”, so that the day is left alone.',
  de: 'Tandem: Öffnen Sie die Integration → Meldungen, und wählen Sie „Diesen Tag ignorieren“, damit der Tag unberührt bleibt.',
} as const;

export const clockGuides: GuideTable<'dst-ambiguous' | 'zone-overlap' | 'dst-hours-differ'> = {
  'dst-ambiguous': {
    cause: texts(
      {
        en: 'Personio keeps the time that the clock on the wall shows, without a time zone. In the night in which the clocks go back, one hour occurs twice, and an entry that lies in it can end before it begins on the clock.',
        de: 'Personio führt die Zeit, wie sie die Wanduhr zeigt, ohne Zeitzone. In der Nacht, in der die Uhr zurückgestellt wird, kommt eine Stunde doppelt vor; ein Eintrag in dieser Stunde kann auf der Uhr vor seinem Beginn enden.',
      },
      {
        en: 'Example: work from 02:30 summer time until 02:15 winter time. That is 45 minutes, but on the clock the end stands before the begin. Tandem does not invent other times; it shows both instants.',
        de: 'Beispiel: Arbeit von 02:30 Sommerzeit bis 02:15 Winterzeit. Das sind 45 Minuten, doch auf der Uhr steht das Ende vor dem Beginn. Tandem erfindet keine anderen Zeiten; es nennt beide Zeitpunkte.',
      },
    ),
    ways: [
      way(
        'personio',
        { en: 'Enter it in Personio by hand', de: 'In Personio von Hand eintragen' },
        personio.attendance,
        byHand,
        ignoreDay,
      ),
      way(
        'timetac',
        { en: 'Move the entry a little', de: 'Den Eintrag ein wenig verschieben' },
        timetac.timesheet,
        {
          en: 'Move begin or end out of the hour that occurs twice, if that is acceptable for you.',
          de: 'Verschieben Sie Beginn oder Ende aus der doppelten Stunde heraus, wenn das für Sie vertretbar ist.',
        },
      ),
    ],
    afterwards: {
      en: 'After a change in TimeTac the next run sends the day, and the issue is solved. A day that you ignored is no longer told.',
      de: 'Nach einer Änderung in TimeTac überträgt der nächste Lauf den Tag, und die Meldung ist gelöst. Ein ignorierter Tag wird nicht mehr gemeldet.',
    },
  },
  'zone-overlap': {
    cause: texts(
      {
        en: 'Entries follow one another, but were recorded in different time zones. Personio keeps only the local time, and there they would overlap. So the day is held.',
        de: 'Einträge folgen aufeinander, wurden aber in verschiedenen Zeitzonen erfasst. Personio führt nur die Ortszeit, und dort würden sie sich überschneiden. Deshalb wird der Tag zurückgehalten.',
      },
      {
        en: 'Example: somebody in Vienna works until 12:00 and goes on at 12:30 with a phone that is set to London, where it is 11:30. On the clock 11:30–12:00 occurs twice.',
        de: 'Beispiel: Jemand arbeitet in Wien bis 12:00 und macht um 12:30 mit einem Telefon weiter, das auf London eingestellt ist; dort ist es 11:30. Auf der Uhr kommt 11:30–12:00 doppelt vor.',
      },
    ),
    ways: [
      way(
        'timetac',
        { en: 'Correct a wrong time zone', de: 'Eine falsche Zeitzone berichtigen' },
        timetac.timesheet,
        {
          en: 'If the person did not travel, correct time or time zone of the entry; a phone set to another zone is often the reason.',
          de: 'War die Person nicht unterwegs, berichtigen Sie Zeit oder Zeitzone des Eintrags; oft liegt es an einem Telefon mit anderer Zeitzone.',
        },
      ),
      way(
        'personio',
        { en: 'The person did travel: enter it by hand', de: 'Die Person war unterwegs: von Hand eintragen' },
        personio.attendance,
        byHand,
        ignoreDay,
      ),
    ],
    afterwards: {
      en: 'After a correction in TimeTac the next run sends the day, and the issue is solved. A day that you ignored is no longer told.',
      de: 'Nach einer Berichtigung in TimeTac überträgt der nächste Lauf den Tag, und die Meldung ist gelöst. Ein ignorierter Tag wird nicht mehr gemeldet.',
    },
  },
  'dst-hours-differ': {
    cause: texts(
      {
        en: 'The clocks changed during an attendance. It was sent with the times of the clock on the wall, as Personio wants them; the hours that Personio works out from it differ from those worked.',
        de: 'Während einer Anwesenheit wurde die Uhr umgestellt. Übertragen wurden die Zeiten der Wanduhr, wie Personio sie verlangt; die daraus berechneten Stunden weichen von den gearbeiteten ab.',
      },
      {
        en: 'Example: a night shift from 22:00 to 06:00 in the night in which the clocks go back. On the clock it has 8 hours, worked were 9.',
        de: 'Beispiel: eine Nachtschicht von 22:00 bis 06:00 in der Nacht, in der die Uhr zurückgestellt wird. Auf der Uhr sind es 8 Stunden, gearbeitet wurden 9.',
      },
    ),
    ways: [
      way(
        'tandem',
        { en: 'Tell payroll', de: 'Der Lohnabrechnung Bescheid geben' },
        tandem.issues,
        {
          en: 'Under “Worth knowing”, the difference stands at each day. The entry itself needs no correction.',
          de: 'Unter „Gut zu wissen“ steht bei jedem Tag der Unterschied. Am Eintrag selbst ist nichts zu berichtigen.',
        },
        {
          en: 'Take the difference into account in payroll: one hour more in autumn, one less in spring.',
          de: 'Berücksichtigen Sie den Unterschied in der Abrechnung: im Herbst eine Stunde mehr, im Frühjahr eine weniger.',
        },
      ),
    ],
    afterwards: {
      en: 'The note stays as long as the entry stands so, and hinders nothing.',
      de: 'Der Hinweis bleibt, solange der Eintrag so steht, und hindert nichts.',
    },
  },
};
