// Where both sides disagree, or a record may no longer be written (rules 0.3, 0.4, 0.7, 1.7, 2.7, 3.9, 4.9).

import type { Part } from '../codes.ts';
import type { Telling } from '../telling.ts';
import { steps } from '../words.ts';
import type { SentenceTable } from './table.ts';

const record = {
  en: { employees: 'a user', absences: 'an absence', attendances: 'an attendance' },
  de: { employees: 'Ein Benutzer', absences: 'Eine Abwesenheit', attendances: 'Eine Anwesenheit' },
} as const satisfies Record<'en' | 'de', Record<Part, string>>;

/** Before the day from which a record is compared. */
const notOurs = {
  en: '. Tandem cannot take it over, since it must change nothing before ',
  de: '. Übernehmen kann Tandem sie nicht: Es darf nichts ändern vor dem ',
} as const;

/** Why a record that stays is looked after no more. */
const whyKept = {
  en: (t: Telling<'out-of-scope-kept'>): string => {
    if (t.fact('aside') !== '')
      return `${t.many('it belongs', 'they belong')} to an account that is no longer the person’s`;
    if (t.fact('unapproved') !== '')
      return `the hours ${t.many('it comes', 'they come')} from are not approved in TimeTac`;
    return `a setting took ${t.many('it', 'them')} out`;
  },
  de: (t: Telling<'out-of-scope-kept'>): string => {
    if (t.fact('aside') !== '') return 'wegen eines Kontos, das nicht mehr das der Person ist,';
    return t.fact('unapproved') === ''
      ? 'wegen einer geänderten Einstellung'
      : 'wegen der fehlenden Genehmigung in TimeTac';
  },
};

export const conflictSentences: SentenceTable<
  | 'edited-in-target'
  | 'deleted-in-target'
  | 'changed-on-both-sides'
  | 'source-gone-but-adopted'
  | 'source-changed-but-adopted'
  | 'second-writer'
  | 'outcome-unknown'
  | 'month-closed'
  | 'after-exit'
  | 'out-of-scope-kept'
> = {
  'edited-in-target': {
    title: { en: 'Edited in Personio', de: 'In Personio bearbeitet' },
    en: (t) => [
      `In Personio somebody edited ${record.en[t.part]} of ${t.who}${t.when} that Tandem had written. Written: ${t.period('ours') || 'see TimeTac'}; now there: ${t.period('theirs') || 'see Personio'}${t.fact('differences', ' (', ')')}. It stays as it is until somebody decides.`,
      steps.en.decide,
    ],
    de: (t) => [
      `${record.de[t.part]}, von Tandem geschrieben, wurde in Personio von Hand bearbeitet (${t.who}${t.when}). Geschrieben: ${t.period('ours') || 'siehe TimeTac'}; jetzt dort: ${t.period('theirs') || 'siehe Personio'}${t.fact('differences', ' (', ')')}. Bis zur Entscheidung bleibt alles, wie es ist.`,
      steps.de.decide,
    ],
  },
  'deleted-in-target': {
    title: { en: 'Deleted in Personio', de: 'In Personio gelöscht' },
    en: (t) => [
      `In Personio somebody deleted ${record.en[t.part]} of ${t.who}${t.when} that Tandem had written${t.period('ours', ' (', ')')}${t.fact('theirsId', '; ID in Personio: ')}. It is not written again until somebody decides.`,
      steps.en.decide,
    ],
    de: (t) => [
      `${record.de[t.part]}, von Tandem geschrieben, wurde in Personio von Hand gelöscht (${t.who}${t.when})${t.period('ours', ': ')}${t.fact('theirsId', '; ID in Personio: ')}. Bis zur Entscheidung wird nichts neu geschrieben.`,
      steps.de.decide,
    ],
  },
  'changed-on-both-sides': {
    title: { en: 'Changed on both sides', de: 'Auf beiden Seiten geändert' },
    en: (t) => [
      `Since the last run, ${record.en[t.part]} of ${t.who}${t.when} was changed in TimeTac and in Personio, to different ends. TimeTac: ${t.period('ours') || 'see there'}; Personio: ${t.period('theirs') || 'see there'}${t.fact('differences', ' (', ')')}.`,
      steps.en.decide,
    ],
    de: (t) => [
      `${record.de[t.part]} wurde seit dem letzten Lauf in TimeTac und in Personio verschieden geändert (${t.who}${t.when}). TimeTac: ${t.period('ours') || 'siehe dort'}; Personio: ${t.period('theirs') || 'siehe dort'}${t.fact('differences', ' (', ')')}.`,
      steps.de.decide,
    ],
  },
  'source-gone-but-adopted': {
    title: { en: 'Gone from TimeTac, not ours in Personio', de: 'In TimeTac weg, in Personio nicht von uns' },
    en: (t) => [
      `In TimeTac ${record.en[t.part]} of ${t.who}${t.when} no longer exists. Its counterpart in Personio${t.period('theirs', ' (', ')')} was entered by somebody else, so Tandem does not delete it.`,
      `Delete it in Personio by hand${t.date('sharedFrom', notOurs.en) || `, or ${steps.en.takeOver}, so that Tandem may`}.`,
    ],
    de: (t) => [
      `${record.de[t.part]} gibt es in TimeTac nicht mehr (${t.who}${t.when}). Die Entsprechung in Personio${t.period('theirs', ' (', ')')} hat jemand anders eingetragen, daher löscht Tandem sie nicht.`,
      `Löschen Sie sie in Personio von Hand${t.date('sharedFrom', notOurs.de) || `, oder ${steps.de.takeOver}, damit Tandem es darf`}.`,
    ],
  },
  'source-changed-but-adopted': {
    title: {
      en: 'Changed in TimeTac, not ours in Personio',
      de: 'In TimeTac geändert, in Personio nicht von uns',
    },
    en: (t) => [
      `In TimeTac ${record.en[t.part]} of ${t.who}${t.when} was changed${t.period('ours', ' (now ', ')')}${t.fact('differences', '; ')}. Its counterpart in Personio${t.period('theirs', ' (', ')')} was entered by somebody else, so Tandem does not change it.`,
      `Change it in Personio by hand${t.date('sharedFrom', notOurs.en) || `, or ${steps.en.takeOver}, so that Tandem may`}.`,
    ],
    de: (t) => [
      `${record.de[t.part]} wurde in TimeTac geändert (${t.who}${t.when})${t.period('ours', '; jetzt: ')}${t.fact('differences', '; ')}. Die Entsprechung in Personio${t.period('theirs', ' (', ')')} hat jemand anders eingetragen, daher ändert Tandem sie nicht.`,
      `Ändern Sie sie in Personio von Hand${t.date('sharedFrom', notOurs.de) || `, oder ${steps.de.takeOver}, damit Tandem es darf`}.`,
    ],
  },
  'second-writer': {
    title: { en: 'Another interface is writing', de: 'Eine weitere Schnittstelle schreibt' },
    en: (t) => [
      t.many(
        `In Personio a record like Tandem’s appeared that Tandem did not write${t.period('theirs', ' (', ')')}; another interface seems to be active.`,
        `In Personio # records like Tandem’s appeared that Tandem did not write${t.period('theirs', ' (for example ', ')')}; another interface seems to be active.`,
      ),
      'Have the other interface between TimeTac and Personio switched off (TimeTac support can tell), so that nothing is entered twice.',
    ],
    de: (t) => [
      t.many(
        `In Personio ist ein Eintrag wie von Tandem aufgetaucht, den Tandem nicht geschrieben hat${t.period('theirs', ' (', ')')}; offenbar ist eine weitere Schnittstelle aktiv.`,
        `In Personio sind # Einträge wie von Tandem aufgetaucht, die Tandem nicht geschrieben hat${t.period('theirs', ' (zum Beispiel ', ')')}; offenbar ist eine weitere Schnittstelle aktiv.`,
      ),
      'Lassen Sie die andere Schnittstelle zwischen TimeTac und Personio abschalten (Auskunft gibt der TimeTac-Support), damit nichts doppelt eingetragen wird.',
    ],
  },
  'outcome-unknown': {
    title: { en: 'Outcome not known', de: 'Ergebnis nicht bekannt' },
    en: (t) => (t.fact('write') === 'welcome' ? unknownWelcome.en(t) : unknownWrite.en(t)),
    de: (t) => (t.fact('write') === 'welcome' ? unknownWelcome.de(t) : unknownWrite.de(t)),
  },
  'month-closed': {
    title: { en: 'Month closed', de: 'Monat abgeschlossen' },
    en: (t) => [
      `${t.many('A correction', '# corrections')} for ${t.who}${t.when} came after payroll was closed${t.date('lockedUntil', ' (up to ', ')')} and ${t.many('was', 'were')} not written${t.fact('differences', ': ')}.`,
      `Book ${t.many('it', 'them')} in payroll by hand, or move the closing date (lockedUntil) back ${steps.en.settings}.`,
    ],
    de: (t) => [
      `${t.many('Eine Korrektur kam', '# Korrekturen kamen')} nach dem Abschluss der Abrechnung${t.date('lockedUntil', ' (bis ', ')')} und ${t.many('wurde', 'wurden')} nicht geschrieben (${t.who}${t.when})${t.fact('differences', ': ')}.`,
      `Buchen Sie ${t.many('sie', 'diese')} in der Abrechnung von Hand nach, oder setzen Sie den Abschlusstag (lockedUntil) ${steps.de.settings} zurück.`,
    ],
  },
  'after-exit': {
    title: { en: 'After the exit date', de: 'Nach dem Austritt' },
    en: (t) => [
      `${t.many('A record', '# records')} of ${t.who}${t.when} ${t.many('lies', 'lie')} after the exit date${t.date('exitOn', ' (', ')')} and ${t.many('was', 'were')} not written.`,
      'Correct the record in TimeTac, or the date of termination in the employee’s profile in Personio.',
    ],
    de: (t) => [
      `${t.many('Ein Eintrag liegt', '# Einträge liegen')} nach dem Austritt${t.date('exitOn', ' (', ')')} und ${t.many('wurde', 'wurden')} nicht geschrieben (${t.who}${t.when}).`,
      'Berichtigen Sie den Eintrag in TimeTac oder das Austrittsdatum im Personio-Profil.',
    ],
  },
  'out-of-scope-kept': {
    title: { en: 'No longer synchronised, kept', de: 'Nicht mehr im Abgleich, bleibt stehen' },
    en: (t) => [
      `${t.many('A record', '# records')} in Personio ${t.many('is', 'are')} no longer synchronised, because ${whyKept.en(t)}, and ${t.many('stays as it stands', 'stay as they stand')}.`,
      'Nothing is to be done. To remove all of that from Personio, whoever looks after the server runs: tandem undo --out-of-scope.',
    ],
    de: (t) => [
      `${t.many('Ein Eintrag', '# Einträge')} in Personio ${t.many('wird', 'werden')} ${whyKept.de(t)} nicht mehr abgeglichen und ${t.many('bleibt', 'bleiben')} stehen.`,
      'Es ist nichts zu tun. Um all das aus Personio zu entfernen, führen jene, die den Server betreuen, tandem undo --out-of-scope aus.',
    ],
  },
};

type Unknown = Telling<'outcome-unknown'>;

const unknownWrite = {
  en: (t: Unknown): readonly [string, string] => [
    `The answer to a write for ${t.who}${t.when} was lost${t.period('ours', ' (', ')')}, and it cannot be seen yet whether it was done${t.fact('traceId', ' (trace ID ', ')')}. It is not repeated blindly.`,
    'Nothing is to be done at first: the next run looks again. If this stays, compare the day in TimeTac and Personio.',
  ],
  de: (t: Unknown): readonly [string, string] => [
    `Die Antwort auf einen Schreibvorgang ging verloren (${t.who}${t.when})${t.period('ours', ': ')}; ob er ausgeführt wurde, ist noch nicht zu sehen${t.fact('traceId', ' (Trace-ID ', ')')}. Er wird nicht blind wiederholt.`,
    'Zunächst ist nichts zu tun: Der nächste Lauf sieht noch einmal nach. Bleibt die Meldung, vergleichen Sie den Tag in TimeTac und Personio.',
  ],
};

/** After a restored backup: nothing at TimeTac tells whether the mail went out. */
const unknownWelcome = {
  en: (t: Unknown): readonly [string, string] => [
    `Whether the welcome mail to ${t.who} went out before Tandem’s data were restored cannot be seen; it is not sent again by itself.`,
    `Ask the person; if it did not arrive, ${steps.en.retry}.`,
  ],
  de: (t: Unknown): readonly [string, string] => [
    `Ob die Willkommens-E-Mail an ${t.who} hinausging, bevor die Daten von Tandem wiederhergestellt wurden, ist nicht zu sehen; sie wird nicht von selbst noch einmal versandt.`,
    `Fragen Sie nach; ist sie nicht angekommen, ${steps.de.retry}.`,
  ],
};
