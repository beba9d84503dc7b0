// What is different in the sheet between two forms, row by row, as the sheet says it.

import type { FormDocument } from '../form/json.ts';
import { textOf, valueAt } from '../form/json.ts';
import { accountsWords } from '../../words/steps-accounts.ts';
import { sheetWords } from '../../words/steps-sheet.ts';
import { typesWords } from '../../words/steps-types.ts';
import { typeRows } from '../types/rows.ts';
import type { SheetRow, Words } from './sheet-rows.ts';
import { dateRows, userRows } from './sheet-rows.ts';

export interface ChangedRow {
  readonly label: string;
  /** null: nothing stood, or nothing stands there. */
  readonly before: string | null;
  readonly after: string | null;
}

export function changedRows(before: FormDocument, after: FormDocument, words: Words): readonly ChangedRow[] {
  const [was, is] = [valuesOf(before, words), valuesOf(after, words)];
  return [...new Set([...is.keys(), ...was.keys()])].flatMap((label) => {
    const row = { label, before: was.get(label) ?? null, after: is.get(label) ?? null };
    return row.before === row.after ? [] : [row];
  });
}

function valuesOf(form: FormDocument, words: Words): ReadonlyMap<string, string | null> {
  const rows = [
    ...headRows(form, words),
    ...userRows(form, words),
    ...dateRows(form, words),
    ...types(form, words),
  ];
  return new Map(rows.map(({ label, value }) => [label, value]));
}

function headRows(form: FormDocument, { say }: Words): readonly SheetRow[] {
  const row = (label: string, path: string): SheetRow => ({
    label,
    value: textOf(valueAt(form, path)) || null,
  });
  return [row(say(accountsWords.name), 'name'), row(say(accountsWords.account), 'timetac.account')];
}

function types(form: FormDocument, { say }: Words): readonly SheetRow[] {
  return typeRows(valueAt(form, 'absences.types'), undefined).map(({ timetac, personio, sync }) => ({
    label: say(sheetWords.typeOf, { type: timetac }),
    value: say(sheetWords.typeValue, {
      personio: personio ?? say(typesWords.none),
      sync: say(sync === true ? typesWords.yes : typesWords.no),
    }),
  }));
}
