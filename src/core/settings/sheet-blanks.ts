// What a form from a sheet still lacks, by the sheet's own names: enough for the person who filled it in to go on.

import { valueAt } from './form-paths.ts';
import { type Said, said } from './mistake.ts';
import type { Sheet } from './sheet.ts';
import { type SheetMistake, sheetMistake } from './sheet-mistake.ts';
import { sheetLabels } from './sheet-words.ts';
import { type Branch, isBranch } from './tree.ts';

/**
 * Fields of the sheet without which the form is no configuration. The two questions of section 1 have to be answered
 * where `base`, the form the sheet was laid over, says nothing about new users: the file's own answer to them would
 * be one that nobody gave.
 */
export function blanksOf(form: Branch, base: Branch): readonly SheetMistake[] {
  const parts = (['users', 'absences', 'attendances'] as const).filter((part) => isOn(form, part));
  const blank = (fields: readonly Required[]): SheetMistake[] =>
    fields.flatMap(([field, path]) =>
      isBlank(form, path)
        ? [sheetMistake(path, sheetLabels[field], { message: isMissing, hint: hints[field] })]
        : [],
    );
  return [
    ...blank([['account', 'timetac.account']]),
    ...(parts.length === 0 ? [nothingOn] : []),
    ...parts.flatMap((part) => blank(required[part])),
    ...(parts.includes('users') && valueAt(base, 'users.defaults') === null ? blank(questions) : []),
  ];
}

const isOn = (form: Branch, part: string): boolean =>
  isBranch(form[part]) && valueAt(form, `${part}.enabled`) !== false;

function isBlank(form: Branch, path: string): boolean {
  const value = valueAt(form, path);
  return value === null || value === '' || (Array.isArray(value) && value.length === 0);
}

type Required = readonly [field: keyof typeof hints, path: string];

const required: Readonly<Record<'users' | 'absences' | 'attendances', readonly Required[]>> = {
  users: [
    ['department', 'users.defaults.department'],
    ['workingTimeModel', 'users.defaults.workingTimeModel'],
    ['holidayCalendar', 'users.defaults.holidayCalendar'],
    ['modules', 'users.defaults.modules'],
  ],
  absences: [
    ['absencesFrom', 'absences.startDate'],
    ['types', 'absences.types'],
  ],
  attendances: [['attendancesFrom', 'attendances.startDate']],
};

const questions: readonly Required[] = [
  ['mobileApps', 'users.defaults.mobileApps'],
  ['statusOverview', 'users.defaults.statusOverview'],
];

const isMissing = said('This is not filled in.', 'Das ist nicht ausgefüllt.');

const asInTimetac = said(
  'Write the name as it stands in TimeTac; new users need one. If Tandem shall not create users, leave all of section 1 blank; where they are set up already, switch them off (users.enabled: false).',
  'Schreiben Sie den Namen so, wie er in TimeTac steht; neue Benutzer brauchen einen. Wenn Tandem keine Benutzer anlegen soll, lassen Sie den ganzen Abschnitt 1 leer; wo sie schon eingerichtet sind, schalten Sie sie ab (users.enabled: false).',
);
const chooseOne = said(
  'Choose one of the five combinations.',
  'Kreuzen Sie eine der fünf Zusammenstellungen an.',
);
const chooseAnswer = said('Choose Yes or No.', 'Kreuzen Sie Ja oder Nein an.');

const hints = {
  account: said(
    'Write the account’s name, as it stands in TimeTac’s web address.',
    'Schreiben Sie den Namen des Accounts, wie er in der Webadresse von TimeTac steht.',
  ),
  department: asInTimetac,
  workingTimeModel: asInTimetac,
  holidayCalendar: asInTimetac,
  modules: chooseOne,
  mobileApps: chooseAnswer,
  statusOverview: chooseAnswer,
  absencesFrom: said(
    'Write the day from which absences are synchronised. If none shall be, clear the lines of section 3, or switch absences off where they are set up already (absences.enabled: false).',
    'Schreiben Sie den Tag, ab dem Abwesenheiten übertragen werden. Wenn keine übertragen werden sollen, leeren Sie die Zeilen von Abschnitt 3, oder schalten Sie Abwesenheiten ab, wo sie schon eingerichtet sind (absences.enabled: false).',
  ),
  types: said(
    'Fill in at least one line and answer Yes or No. If no absences shall be synchronised, clear their start date, or switch them off where they are set up already (absences.enabled: false).',
    'Füllen Sie mindestens eine Zeile aus und antworten Sie mit Ja oder Nein. Wenn keine Abwesenheiten übertragen werden sollen, leeren Sie ihr Startdatum, oder schalten Sie sie ab, wo sie schon eingerichtet sind (absences.enabled: false).',
  ),
  attendancesFrom: said(
    'Write the day from which attendance times are synchronised.',
    'Schreiben Sie den Tag, ab dem Anwesenheitszeiten übertragen werden.',
  ),
} as const satisfies Partial<Record<keyof Sheet, Said>>;

const nothingOn: SheetMistake = sheetMistake('', said('Sections 1 and 2', 'Abschnitte 1 und 2'), {
  message: said(
    'Nothing is filled in that could be synchronised.',
    'Es ist nichts ausgefüllt, was abgeglichen werden könnte.',
  ),
  hint: said(
    'Fill in section 1 for users, or a start date in section 2 for absences or attendance times.',
    'Füllen Sie Abschnitt 1 für Benutzer aus, oder in Abschnitt 2 ein Startdatum für Abwesenheiten oder Anwesenheitszeiten.',
  ),
});
