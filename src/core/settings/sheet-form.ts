// From a sheet back to the form. Only what was changed on the sheet is judged and put into the form, so that a sheet
// that comes back as it went out changes nothing at all.

import { withValue } from './form-paths.ts';
import { type Said, said } from './mistake.ts';
import { type Answer, moduleSets, type Sheet, sheetOf } from './sheet.ts';
import { dateIn } from './sheet-date.ts';
import { type SheetMistake, sheetMistake, textFlaw } from './sheet-mistake.ts';
import { rowsFromSheet } from './sheet-rows.ts';
import { sheetLabels } from './sheet-words.ts';
import type { Branch, Tree } from './tree.ts';

export type FromSheet = { readonly form: Branch } | { readonly mistakes: readonly SheetMistake[] };

/**
 * Puts what the sheet says over `base` (an empty form: `{}`). A blank field leaves the base's value as it is, and
 * nothing where the base has none: no value is invented, so a form may still lack some afterwards (`blanksOf`). The
 * mapping rows are one value: where any row is filled in, the sheet's rows take the place of the base's, and a row
 * keeps what else the base knows of its TimeTac type. A part that was switched off is on again once something of it
 * is filled in. All mistakes are named.
 */
export function formFromSheet(sheet: Sheet, base: Branch): FromSheet {
  const shown = sheetOf(base);
  const single = singles.filter(({ field }) => sheet[field] !== shown[field]);
  const filled = single.flatMap(({ field, path, read }) => {
    const result = read(sheet);
    return result === null ? [] : [{ path, result, label: sheetLabels[field] }];
  });
  const rows = rowsFromSheet(sheet, shown, base);
  const mistakes = [
    ...filled.flatMap(({ path, result, label }) =>
      'flaw' in result ? [sheetMistake(path, label, result.flaw)] : [],
    ),
    ...rows.mistakes,
  ];
  if (mistakes.length > 0) return { mistakes };
  const put = [
    ...filled.flatMap(({ path, result }) => ('value' in result ? [[path, result.value] as const] : [])),
    ...(rows.types === null ? [] : [['absences.types', rows.types] as const]),
  ];
  return { form: put.reduce((form, [path, value]) => withPart(form, path, value), base) };
}

type Read =
  | { readonly value: Tree }
  | { readonly flaw: { readonly message: Said; readonly hint: Said } }
  | null;

interface Single {
  readonly field: Exclude<keyof Sheet, 'types'>;
  /** Where the form has it. */
  readonly path: string;
  /** null: blank. */
  readonly read: (sheet: Sheet) => Read;
}

const singles: readonly Single[] = [
  text('name', 'name'),
  { field: 'account', path: 'timetac.account', read: ({ account }) => readAccount(account.trim()) },
  text('department', 'users.defaults.department'),
  text('workingTimeModel', 'users.defaults.workingTimeModel'),
  text('holidayCalendar', 'users.defaults.holidayCalendar'),
  {
    field: 'modules',
    path: 'users.defaults.modules',
    read: ({ modules }) => (modules === null ? null : { value: [...moduleSets[modules]] }),
  },
  answer('mobileApps'),
  answer('statusOverview'),
  {
    field: 'language',
    path: 'users.defaults.language',
    read: ({ language }) => (language === null ? null : { value: language }),
  },
  date('absencesFrom', 'absences.startDate'),
  date('attendancesFrom', 'attendances.startDate'),
];

function text(field: 'name' | 'department' | 'workingTimeModel' | 'holidayCalendar', path: string): Single {
  return { field, path, read: (sheet) => readText(sheet[field].trim()) };
}

function readText(written: string): Read {
  if (written === '') return null;
  const flaw = textFlaw(written);
  return flaw === null ? { value: written } : { flaw };
}

/** TimeTac's own alphabet for accounts, as in the schema. */
function readAccount(written: string): Read {
  if (written === '' || /^[A-Za-z0-9_-]{1,100}$/.test(written)) return readText(written);
  return { flaw: { message: noAccount, hint: writeAccount } };
}

const noAccount = said(
  'Only letters, digits, - and _ are allowed here.',
  'Hier sind nur Buchstaben, Ziffern, - und _ erlaubt.',
);
const writeAccount = said(
  'Write only the account’s name, as it stands in TimeTac’s web address: “muster” for go.timetac.com/muster.',
  'Schreiben Sie nur den Namen des Accounts, wie er in der Webadresse von TimeTac steht: „muster“ bei go.timetac.com/muster.',
);

function answer(field: 'mobileApps' | 'statusOverview'): Single {
  const valueOf = (given: Answer): Read => (given === null ? null : { value: given === 'yes' });
  return { field, path: `users.defaults.${field}`, read: (sheet) => valueOf(sheet[field]) };
}

function date(field: 'absencesFrom' | 'attendancesFrom', path: string): Single {
  return { field, path, read: (sheet) => readDate(sheet[field].trim()) };
}

function readDate(written: string): Read {
  if (written === '') return null;
  const date = dateIn(written);
  return date === null ? { flaw: { message: noDate, hint: writeDate } } : { value: date };
}

const noDate = said(
  'This is no date, or one that can be read in two ways.',
  'Das ist kein Datum oder eines, das man auf zwei Arten lesen kann.',
);
const writeDate = said(
  'Write the day with its year in four digits: 24 Dec 2026, 24.12.2026 or 2026-12-24.',
  'Schreiben Sie den Tag mit vierstelligem Jahr: 24.12.2026, 24. Dezember 2026 oder 2026-12-24.',
);

/** What is filled in is meant to be on. */
function withPart(form: Branch, path: string, value: Tree): Branch {
  const put = withValue(form, path, value);
  const [part = '', ...rest] = path.split('.');
  const section = put[part];
  const isOff = rest.length > 0 && part !== 'timetac' && (section as Branch)['enabled'] === false;
  return isOff ? withValue(put, `${part}.enabled`, true) : put;
}
