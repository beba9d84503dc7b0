// Time entries that contradict each other or cannot be true (rule 3.3).

import { tandem, timetac } from './go.ts';
import { type GuideTable, texts, way } from './guide.ts';

const dayFollows = {
  en: 'The next run works the day out anew and sends it, and the issue is solved. Until then the day stays in Personio as it was exported before.',
  de: 'Der nächste Lauf leitet den Tag neu her und überträgt ihn; die Meldung ist gelöst. Bis dahin bleibt der Tag in Personio so, wie er zuvor übertragen war.',
} as const;

const ignoreDay = {
  en: 'Choose “Ignore this day”. Nothing of the day is then written or told, until you take the answer back.',
  de: 'Wählen Sie „Diesen Tag ignorieren“. Von dem Tag wird dann nichts geschrieben oder gemeldet, bis Sie die Antwort zurücknehmen.',
} as const;

export const attendanceGuides: GuideTable<'entries-overlap' | 'entry-too-long'> = {
  'entries-overlap': {
    cause: texts(
      {
        en: 'Two time entries of one person overlap in TimeTac. Nobody can be at work twice, and which of the two is right cannot be seen. So the whole day is held.',
        de: 'Zwei Zeiteinträge einer Person überschneiden sich in TimeTac. Niemand arbeitet doppelt, und welcher der beiden stimmt, ist nicht zu sehen. Deshalb wird der ganze Tag zurückgehalten.',
      },
      {
        en: 'Example: 08:00–12:00 was clocked, and 11:30–16:00 was entered later by hand. Sent as they are, half an hour would count twice; cut, half an hour might be missing.',
        de: 'Beispiel: 08:00–12:00 wurde gestempelt und 11:30–16:00 später von Hand eingetragen. Unverändert übertragen, zählte eine halbe Stunde doppelt; gekürzt, könnte eine halbe Stunde fehlen.',
      },
    ),
    ways: [
      way(
        'timetac',
        { en: 'Correct one of the entries', de: 'Einen der Einträge berichtigen' },
        timetac.timesheet,
        {
          en: 'Change begin or end of one entry so that the two no longer overlap, or delete the wrong one. Times that touch (until 12:00, from 12:00) are in order.',
          de: 'Ändern Sie Beginn oder Ende eines Eintrags, sodass sich beide nicht mehr überschneiden, oder löschen Sie den falschen. Aneinandergrenzende Zeiten (bis 12:00, ab 12:00) sind in Ordnung.',
        },
      ),
      way(
        'tandem',
        { en: 'The day need not go out', de: 'Der Tag muss nicht übertragen werden' },
        tandem.issues,
        ignoreDay,
      ),
    ],
    afterwards: dayFollows,
  },
  'entry-too-long': {
    cause: texts(
      {
        en: 'A time entry in TimeTac is longer than 24 hours. Usually somebody forgot to clock out. Every day that the entry touches is held.',
        de: 'Ein Zeiteintrag in TimeTac dauert länger als 24 Stunden. Meist wurde das Ausstempeln vergessen. Jeder Tag, den der Eintrag berührt, wird zurückgehalten.',
      },
      {
        en: 'Example: clocked in on Friday at 08:00, out on Monday at 08:05. Sent as it is, that would be 72 hours of work. When the person really went home, only they know.',
        de: 'Beispiel: eingestempelt am Freitag um 08:00, ausgestempelt am Montag um 08:05. Unverändert übertragen, wären das 72 Stunden Arbeit. Wann die Person wirklich heimging, weiß nur sie selbst.',
      },
    ),
    ways: [
      way('timetac', { en: 'Correct begin or end', de: 'Beginn oder Ende berichtigen' }, timetac.timesheet, {
        en: 'Enter the true end of the entry (or its true begin). For work on several days, enter each day by itself.',
        de: 'Tragen Sie das wahre Ende (oder den wahren Beginn) des Eintrags ein. Wurde an mehreren Tagen gearbeitet, erfassen Sie jeden Tag einzeln.',
      }),
      way(
        'tandem',
        { en: 'The days need not go out', de: 'Die Tage müssen nicht übertragen werden' },
        tandem.issues,
        ignoreDay,
      ),
    ],
    afterwards: dayFollows,
  },
};
