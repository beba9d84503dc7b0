// Attendances on their way to Personio (rules 3).

import type { SentenceTable } from './table.ts';

export const attendanceSentences: SentenceTable<
  | 'overlaps-foreign'
  | 'foreign-cut'
  | 'entries-overlap'
  | 'entry-too-long'
  | 'dst-ambiguous'
  | 'zone-overlap'
  | 'dst-hours-differ'
  | 'attendance-on-absence'
  | 'entry-open'
  | 'entry-unapproved'
> = {
  'overlaps-foreign': {
    title: { en: 'Another entry is in the way', de: 'Ein anderer Eintrag ist im Weg' },
    en: (t) => [
      `An attendance of ${t.who}${t.when} was not written, because Personio has another one at that time that Tandem did not write. TimeTac: ${t.period('ours') || 'see there'}; Personio: ${t.period('theirs') || 'see there'}. The rest of the day was sent.`,
      'Delete or shorten the entry in Personio (employee profile → Attendance) if TimeTac is right, or correct the time in TimeTac; the next run, at the latest the nightly check, sends what is missing.',
    ],
    de: (t) => [
      `Eine Anwesenheit wurde nicht geschrieben (${t.who}${t.when}), weil in Personio zu dieser Zeit eine andere steht, die nicht von Tandem ist. TimeTac: ${t.period('ours') || 'siehe dort'}; Personio: ${t.period('theirs') || 'siehe dort'}. Der Rest des Tages wurde übertragen.`,
      'Löschen oder kürzen Sie den Eintrag in Personio (Mitarbeiterprofil → Anwesenheit), wenn TimeTac stimmt, oder berichtigen Sie die Zeit in TimeTac; der nächste Lauf, spätestens die nächtliche Prüfung, überträgt, was fehlt.',
    ],
  },
  'foreign-cut': {
    title: { en: 'Personio cut another entry', de: 'Personio hat einen anderen Eintrag gekürzt' },
    en: (t) => [
      `While storing an attendance of ${t.who}${t.when}${t.period('ours', ' (', ')')}, Personio by itself changed an entry that Tandem did not write.${t.period('was', ' It was: ', '.')} It is now: ${t.period('theirs') || 'not known'}. The day was stopped.`,
      `Restore the entry in Personio (employee profile → Attendance) if it was right. The next run looks at the day again.`,
    ],
    de: (t) => [
      `Beim Speichern einer Anwesenheit (${t.who}${t.when}${t.period('ours', ', ')}) hat Personio von sich aus einen Eintrag geändert, der nicht von Tandem ist.${t.period('was', ' Vorher lautete er: ', '.')} Jetzt lautet er: ${t.period('theirs') || 'unbekannt'}. Der Tag wurde angehalten.`,
      `Stellen Sie den Eintrag in Personio wieder her (Mitarbeiterprofil → Anwesenheit), wenn er richtig war. Der nächste Lauf sieht den Tag noch einmal an.`,
    ],
  },
  'entries-overlap': {
    title: { en: 'Entries overlap in TimeTac', de: 'Einträge überschneiden sich in TimeTac' },
    en: (t) => [
      `Two time entries of ${t.who}${t.when} overlap in TimeTac, so the day is held${t.period('ours', ': ')}${t.period('theirs', ' and ')}.`,
      'Correct one of the entries in TimeTac; the next run sends the day.',
    ],
    de: (t) => [
      `Zwei Zeiteinträge überschneiden sich in TimeTac (${t.who}${t.when}), der Tag wird daher zurückgehalten${t.period('ours', ': ')}${t.period('theirs', ' und ')}.`,
      'Berichtigen Sie einen der Einträge in TimeTac; der nächste Lauf überträgt den Tag.',
    ],
  },
  'entry-too-long': {
    title: { en: 'Entry longer than 24 hours', de: 'Eintrag länger als 24 Stunden' },
    en: (t) => [
      `A time entry of ${t.who}${t.when} is longer than 24 hours${t.fact('hours', ' (', ' h)')}${t.period('ours', ': ')}. Every day it touches is held.`,
      'Correct its begin or end in TimeTac (a forgotten clock-out?); the next run sends the days.',
    ],
    de: (t) => [
      `Ein Zeiteintrag ist länger als 24 Stunden (${t.who}${t.when})${t.fact('hours', ', nämlich ', ' h')}${t.period('ours', ': ')}. Alle Tage, die er berührt, werden zurückgehalten.`,
      'Berichtigen Sie Beginn oder Ende in TimeTac (Ausstempeln vergessen?); der nächste Lauf überträgt die Tage.',
    ],
  },
  'dst-ambiguous': {
    title: { en: 'Not expressible in the clock change', de: 'In der Zeitumstellung nicht darstellbar' },
    en: (t) =>
      t.period('theirs') !== ''
        ? [
            `Two time entries of ${t.who}${t.when} overlap on the wall clock that Personio keeps, because the hour of the clock change comes twice: ${t.period('ours')} and ${t.period('theirs')}.`,
            'Enter one of them in Personio by hand, or move its begin or end in TimeTac out of the repeated hour.',
          ]
        : [
            `A time entry of ${t.who}${t.when} lies in the hour of the clock change and would end before it begins on the wall clock that Personio keeps${t.instant('firstInstant', ': from ')}${t.instant('secondInstant', ' to ')}${t.period('ours', ' (on the wall: ', ')')}.`,
            'Enter this stretch in Personio by hand, or move its begin or end in TimeTac out of the repeated hour.',
          ],
    de: (t) =>
      t.period('theirs') !== ''
        ? [
            `Zwei Zeiteinträge überschneiden sich auf der Wanduhr, die Personio führt (${t.who}${t.when}), weil es die Stunde der Zeitumstellung zweimal gibt: ${t.period('ours')} und ${t.period('theirs')}.`,
            'Tragen Sie einen davon in Personio von Hand ein, oder verschieben Sie Beginn oder Ende in TimeTac aus der doppelten Stunde.',
          ]
        : [
            `Ein Zeiteintrag liegt in der Stunde der Zeitumstellung (${t.who}${t.when}) und würde auf der Wanduhr, die Personio führt, vor seinem Beginn enden${t.instant('firstInstant', ': von ')}${t.instant('secondInstant', ' bis ')}${t.period('ours', ' (auf der Uhr: ', ')')}.`,
            'Tragen Sie diese Zeit in Personio von Hand ein, oder verschieben Sie Beginn oder Ende in TimeTac aus der doppelten Stunde.',
          ],
  },
  'zone-overlap': {
    title: {
      en: 'Entries from different time zones overlap',
      de: 'Einträge aus verschiedenen Zeitzonen überschneiden sich',
    },
    en: (t) => [
      `Entries of ${t.who}${t.when} follow one another, but overlap on the wall clock, because they were recorded in different time zones${t.period('ours', ': ')}${t.period('theirs', ' and ')}. The day is held.`,
      'Enter the day in Personio by hand, or correct times or zones in TimeTac.',
    ],
    de: (t) => [
      `Einträge folgen aufeinander (${t.who}${t.when}), überschneiden sich aber auf der Wanduhr, weil sie in verschiedenen Zeitzonen erfasst wurden${t.period('ours', ': ')}${t.period('theirs', ' und ')}. Der Tag wird zurückgehalten.`,
      'Tragen Sie den Tag in Personio von Hand ein, oder berichtigen Sie Zeiten oder Zonen in TimeTac.',
    ],
  },
  'dst-hours-differ': {
    title: { en: 'Hours differ by the clock change', de: 'Stunden weichen durch die Zeitumstellung ab' },
    en: (t) => [
      `The clock changed during an attendance of ${t.who}${t.when}: hours on the wall clock in Personio and hours worked differ${t.fact('hours', ' by ', ' h')}.`,
      'Nothing is to be done for the entry; take the difference into account in payroll.',
    ],
    de: (t) => [
      `Während einer Anwesenheit wurde die Uhr umgestellt (${t.who}${t.when}): Die Stunden auf der Uhr in Personio und die gearbeiteten weichen voneinander ab${t.fact('hours', ', um ', ' h')}.`,
      'Am Eintrag ist nichts zu tun; berücksichtigen Sie den Unterschied in der Abrechnung.',
    ],
  },
  'attendance-on-absence': {
    title: { en: 'Attendance on a day of absence', de: 'Anwesenheit an einem Abwesenheitstag' },
    en: (t) => [
      `Working time of ${t.who}${t.when} was sent although a full-day absence is recorded for that day.`,
      'Check in TimeTac whether both are right. If working is normal on such days, mark the type of absence with worksThatDay.',
    ],
    de: (t) => [
      `Arbeitszeit wurde übertragen, obwohl für den Tag eine ganztägige Abwesenheit erfasst ist (${t.who}${t.when}).`,
      'Prüfen Sie in TimeTac, ob beides stimmt. Ist Arbeit an solchen Tagen üblich, kennzeichnen Sie die Abwesenheitsart mit worksThatDay.',
    ],
  },
  'entry-open': {
    title: { en: 'Entry still running', de: 'Eintrag läuft noch' },
    en: (t) => [
      t.many(
        `A time entry of ${t.who}${t.when} is still running in TimeTac and waits.`,
        `# time entries of ${t.who}${t.when} are still running in TimeTac and wait.`,
      ),
      'Nothing is to be done: what is stopped goes out by itself. If stopping was forgotten, enter the end in TimeTac.',
    ],
    de: (t) => [
      t.many(
        `Ein Zeiteintrag läuft in TimeTac noch und wartet (${t.who}${t.when}).`,
        `# Zeiteinträge laufen in TimeTac noch und warten (${t.who}${t.when}).`,
      ),
      'Es ist nichts zu tun: Was gestoppt ist, wird von selbst übertragen. Wurde das Stoppen vergessen, tragen Sie das Ende in TimeTac ein.',
    ],
  },
  'entry-unapproved': {
    title: { en: 'Not yet approved in TimeTac', de: 'In TimeTac noch nicht genehmigt' },
    en: (t) =>
      t.part === 'absences'
        ? [
            `An absence of ${t.who}${t.when} waits for being granted in TimeTac; what Personio has of it stays as it is.`,
            'Grant or reject the request in TimeTac; the next run follows.',
          ]
        : [
            t.many(
              `A time entry of ${t.who}${t.when} is not yet approved in TimeTac and waits.`,
              `# time entries of ${t.who}${t.when} are not yet approved in TimeTac and wait.`,
            ),
            'Approve the day in TimeTac’s timesheet; the next run sends it.',
          ],
    de: (t) =>
      t.part === 'absences'
        ? [
            `Eine Abwesenheit wartet in TimeTac auf Genehmigung (${t.who}${t.when}); was davon in Personio steht, bleibt, wie es ist.`,
            'Genehmigen Sie den Antrag in TimeTac, oder lehnen Sie ihn ab; der nächste Lauf folgt.',
          ]
        : [
            t.many(
              `Ein Zeiteintrag ist in TimeTac noch nicht genehmigt und wartet (${t.who}${t.when}).`,
              `# Zeiteinträge sind in TimeTac noch nicht genehmigt und warten (${t.who}${t.when}).`,
            ),
            'Genehmigen Sie den Tag im Stundenzettel von TimeTac; der nächste Lauf überträgt ihn.',
          ],
  },
};
