// Absences on their way to Personio (rules 2). The type is never named here: it stands in its own field (rule 0.10).

import type { Telling } from '../telling.ts';
import { pageWords, steps } from '../words.ts';
import type { SentenceTable } from './table.ts';

export const absenceSentences: SentenceTable<
  | 'absence-exists'
  | 'fraction-unsupported'
  | 'unit-mismatch'
  | 'type-unmapped'
  | 'absence-without-days'
  | 'rejected-in-target'
  | 'rounded'
  | 'adopted-pending'
> = {
  'absence-exists': {
    title: { en: 'Absence exists already', de: 'Abwesenheit schon vorhanden' },
    en: (t) =>
      isSameSide(t)
        ? [
            `Two absences of ${t.who} in TimeTac cannot stand side by side in Personio: ${t.period('theirs')} and ${t.period('ours')}. The second one waits.`,
            'Correct one of them in TimeTac, for example by the time at which half a day begins; the next run sends what is missing.',
          ]
        : [
            `An absence of ${t.who}${t.when} could not go to Personio, because an absence exists there already. TimeTac: ${t.period('ours') || 'see there'}; Personio: ${t.period('theirs') || 'see there'}.${answer(t, 'en')}`,
            'Compare the two in TimeTac and in Personio (employee profile → Absence) and delete or correct the wrong one; the next run, at the latest the nightly check, sends what is missing.',
          ],
    de: (t) =>
      isSameSide(t)
        ? [
            `Zwei Abwesenheiten in TimeTac können in Personio nicht nebeneinander stehen (${t.who}): ${t.period('theirs')} und ${t.period('ours')}. Die zweite wartet.`,
            'Berichtigen Sie eine davon in TimeTac, zum Beispiel über die Uhrzeit, zu der ein halber Tag beginnt; der nächste Lauf überträgt, was fehlt.',
          ]
        : [
            `Eine Abwesenheit konnte nicht nach Personio übertragen werden (${t.who}${t.when}), weil dort schon eine steht. TimeTac: ${t.period('ours') || 'siehe dort'}; Personio: ${t.period('theirs') || 'siehe dort'}.${answer(t, 'de')}`,
            'Vergleichen Sie beide in TimeTac und in Personio (Mitarbeiterprofil → Abwesenheit), und löschen oder berichtigen Sie die falsche; der nächste Lauf, spätestens die nächtliche Prüfung, überträgt, was fehlt.',
          ],
  },
  'fraction-unsupported': {
    title: { en: 'Neither a whole nor a half day', de: 'Weder ganzer noch halber Tag' },
    en: (t) =>
      t.fact('wants') === 'clock'
        ? [
            `An absence of ${t.who}${t.when} counts hours${amount(t, units.en)}. Personio needs begin and end on one day for this type, and TimeTac names no begin, or it spans several days or midnight.`,
            'Enter it in TimeTac with the time at which it begins, one booking for each day and none beyond midnight.',
          ]
        : [
            `An absence of ${t.who}${t.when} covers a part of a day${amount(t, units.en)} that Personio cannot hold: there are only whole and half days.`,
            `Change it in TimeTac to whole or half days, or allow rounding (fractions: round) ${steps.en.settings}.`,
          ],
    de: (t) =>
      t.fact('wants') === 'clock'
        ? [
            `Eine Abwesenheit zählt Stunden${amount(t, units.de)} (${t.who}${t.when}). Personio braucht für diese Art Beginn und Ende an einem Tag; TimeTac nennt keinen Beginn, oder sie reicht über mehrere Tage oder Mitternacht.`,
            'Tragen Sie sie in TimeTac mit der Uhrzeit ein, zu der sie beginnt: je Tag eine Buchung und keine über Mitternacht.',
          ]
        : [
            `Eine Abwesenheit umfasst einen Teil eines Tages${amount(t, units.de)}, den Personio nicht abbilden kann (${t.who}${t.when}): Dort gibt es nur ganze und halbe Tage.`,
            `Ändern Sie sie in TimeTac auf ganze oder halbe Tage, oder erlauben Sie das Runden (fractions: round) ${steps.de.settings}.`,
          ],
  },
  'unit-mismatch': {
    title: {
      en: 'Days on one side, hours on the other',
      de: 'Tage auf der einen, Stunden auf der anderen Seite',
    },
    en: (t) => [
      `An absence of ${t.who}${t.when} does not fit its counterpart in Personio: TimeTac and Personio count it in different units${amount(t, units.en)}.`,
      `Set both types to the same unit in TimeTac and Personio, or choose another counterpart ${steps.en.settings}.`,
    ],
    de: (t) => [
      `Eine Abwesenheit passt nicht zu ihrer Entsprechung in Personio (${t.who}${t.when}): TimeTac und Personio zählen sie in verschiedenen Einheiten${amount(t, units.de)}.`,
      `Stellen Sie beide Arten in TimeTac und Personio auf dieselbe Einheit um, oder wählen Sie ${steps.de.settings} eine andere Entsprechung.`,
    ],
  },
  'type-unmapped': {
    title: { en: 'Absence type not mapped', de: 'Abwesenheitsart nicht zugeordnet' },
    en: (t) => [
      t.many(
        'An absence waits, because its type in TimeTac has no counterpart in Personio.',
        '# absences wait, because their type in TimeTac has no counterpart in Personio.',
      ),
      `Map the type ${steps.en.settings}, or switch its synchronisation off there (sync: false). Waiting absences then go out by themselves.`,
    ],
    de: (t) => [
      t.many(
        'Eine Abwesenheit wartet, weil ihre Art in TimeTac keine Entsprechung in Personio hat.',
        '# Abwesenheiten warten, weil ihre Art in TimeTac keine Entsprechung in Personio hat.',
      ),
      `Ordnen Sie die Art ${steps.de.settings} zu, oder schalten Sie ihren Abgleich dort ab (sync: false). Wartende Abwesenheiten werden dann von selbst übertragen.`,
    ],
  },
  'absence-without-days': {
    title: { en: 'Absence without days', de: 'Abwesenheit ohne Tage' },
    en: (t) => [
      `TimeTac lists an absence of ${t.who}${t.when}, but none of its days, so it is not known what it covers.`,
      'Check in TimeTac whether the person has a work schedule for these days; then open the absence there and save it again.',
    ],
    de: (t) => [
      `TimeTac nennt eine Abwesenheit, aber keinen ihrer Tage (${t.who}${t.when}); was sie umfasst, ist daher unbekannt.`,
      'Prüfen Sie in TimeTac, ob die Person für diese Tage ein Arbeitszeitmodell hat; öffnen und speichern Sie die Abwesenheit dort danach noch einmal.',
    ],
  },
  'rejected-in-target': {
    title: { en: 'Rejected in Personio', de: 'In Personio abgelehnt' },
    en: (t) => [
      `An entry of ${t.who}${t.when} was rejected in Personio, but still counts in TimeTac${t.period('ours', ' (', ')')}${t.fact('theirsId', '; ID in Personio: ')}.`,
      `Withdraw it in TimeTac too, or approve it in Personio. It is not sent again by itself; to send it again, choose “${pageWords.sourceWins.en}” ${steps.en.issues}.`,
    ],
    de: (t) => [
      `Ein Eintrag wurde in Personio abgelehnt (${t.who}${t.when}), gilt in TimeTac aber weiter${t.period('ours', ' (', ')')}${t.fact('theirsId', '; ID in Personio: ')}.`,
      `Nehmen Sie ihn auch in TimeTac zurück, oder genehmigen Sie ihn in Personio. Von selbst wird er nicht noch einmal übertragen; soll er es, wählen Sie ${steps.de.issues} „${pageWords.sourceWins.de}“.`,
    ],
  },
  rounded: {
    title: { en: 'Rounded to half days', de: 'Auf halbe Tage gerundet' },
    en: (t) => [
      `An absence of ${t.who}${t.when} was rounded to half days for Personio${t.fact('differences', ': ')}.`,
      'Nothing is to be done; balances in TimeTac and Personio may differ by the rounding.',
    ],
    de: (t) => [
      `Eine Abwesenheit wurde für Personio auf halbe Tage gerundet (${t.who}${t.when})${t.fact('differences', ': ')}.`,
      'Es ist nichts zu tun; Kontostände in TimeTac und Personio können um die Rundung abweichen.',
    ],
  },
  'adopted-pending': {
    title: { en: 'Found in Personio, not yet approved', de: 'In Personio vorgefunden, noch nicht genehmigt' },
    en: (t) => [
      `The same ${t.part === 'attendances' ? 'attendance' : 'absence'} of ${t.who}${t.when} stands in Personio already and waits for approval there${t.period('ours', ' (', ')')}${t.fact('theirsId', '; ID in Personio: ')}.`,
      'Approve or reject it in Personio.',
    ],
    de: (t) => [
      `Dieselbe ${t.part === 'attendances' ? 'Anwesenheit' : 'Abwesenheit'} steht schon in Personio und wartet dort auf Genehmigung (${t.who}${t.when})${t.period('ours', ': ')}${t.fact('theirsId', '; ID in Personio: ')}.`,
      'Genehmigen Sie sie in Personio, oder lehnen Sie sie dort ab.',
    ],
  },
};

/** Where Personio refused an absence that seemed to be free, in its own words. */
const isSameSide = (t: Telling<'absence-exists'>): boolean => t.fact('sameSide') !== '';

function answer(t: Telling<'absence-exists'>, language: 'en' | 'de'): string {
  const german = language === 'de';
  const reason = t.fact('vendorReason', german ? ' „' : ' “', german ? '“' : '”');
  const trace = t.fact('code', ' [', ']') + t.fact('traceId', german ? ' (Trace-ID ' : ' (trace ID ', ')');
  return reason + trace === '' ? '' : ` Personio ${german ? 'meldet' : 'says'}:${reason}${trace}.`;
}

type Forms = readonly [one: string, more: string];
const units = {
  en: { days: ['day', 'days'], hours: ['hour', 'hours'] },
  de: { days: ['Tag', 'Tage'], hours: ['Stunde', 'Stunden'] },
} as const;

function amount(
  t: Pick<Telling<'fraction-unsupported'>, 'fact'>,
  words: { readonly days: Forms; readonly hours: Forms },
): string {
  const unit = t.fact('unit');
  const [one, more] = unit === 'days' || unit === 'hours' ? words[unit] : ['', ''];
  const word = t.fact('value') === '1' ? one : more;
  return t.fact('value', ' (', word === '' ? ')' : ` ${word})`);
}
