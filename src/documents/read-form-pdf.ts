// The way back: a form that somebody filled in becomes a sheet, or a sentence that says why it cannot.

import type { Said } from '../core/settings/mistake.ts';
import {
  type Answer,
  isBlankRow,
  moduleSetNames,
  mostRows,
  type Sheet,
  sheetLanguages,
  type SheetRow,
} from '../core/settings/sheet.ts';
import { dateIn } from '../core/settings/sheet-date.ts';
import { formatVersion, markIn, markName, rowFieldName, type SingleName } from './form-names.ts';
import { type RawField, readFields } from './form-reader.ts';
import { newer, noPdf, notOurs, tooLarge, troubles } from './form-troubles.ts';
import type { Language } from './form-words.ts';

export type ReadForm =
  | { readonly ok: true; readonly sheet: Sheet; readonly language: Language }
  | { readonly ok: false; readonly why: Said };

const mostBytes = 5 * 1024 * 1024;

/**
 * Reads a requirement form as `makeFormPdf` makes it, filled in with any viewer. Any other file is told apart; none
 * can harm this process. What is written in the fields is not judged here: `formFromSheet` does.
 */
export async function readFormPdf(bytes: Uint8Array): Promise<ReadForm> {
  if (bytes.length > mostBytes) return no(tooLarge);
  if (!isPdf(bytes)) return no(noPdf);
  const answer = await readFields(bytes);
  if (answer.kind === 'fields') return sheetIn(answer.values);
  return no(troubles[answer.kind === 'no-fields' && !isWhole(bytes) ? 'damaged' : answer.kind]);
}

const no = (why: Said): ReadForm => ({ ok: false, why });

/** Viewers allow for something before the head. */
const isPdf = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes.subarray(0, 1024)).toString('latin1').includes('%PDF-');

/** Where the end is cut off, the fields are mostly gone with it. */
const isWhole = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes.subarray(-2048)).toString('latin1').includes('%%EOF');

function sheetIn(values: readonly RawField[]): ReadForm {
  const fields = new Map(values.map(({ name, value }) => [name, plain(value)]));
  const mark = markIn(fields.get(markName) ?? '');
  if (mark === null) return no(notOurs);
  if (mark.version > formatVersion) return no(newer);
  if (fields.size < values.length) return no(troubles.damaged);
  try {
    return { ok: true, sheet: toSheet(fields), language: mark.language };
  } catch (error) {
    if (error instanceof FieldTrouble) return no(troubles.damaged);
    throw error;
  }
}

/** Long names stand in fields of several lines; a line's end is a blank like any other. */
const plain = (value: string): string => value.replaceAll(/[\t\n\v\f\r\u2028\u2029]+/g, ' ').trim();

/** A field is gone, or says what no viewer could have made it say. */
class FieldTrouble extends Error {
  override readonly name = 'FieldTrouble';
}

type Fields = ReadonlyMap<string, string>;

function toSheet(fields: Fields): Sheet {
  const text = (name: SingleName): string => textAt(fields, name);
  const date = (name: SingleName): string => dateIn(text(name)) ?? text(name);
  return {
    name: text('name'),
    account: text('account'),
    department: text('department'),
    workingTimeModel: text('workingTimeModel'),
    holidayCalendar: text('holidayCalendar'),
    modules: choiceAt(fields, 'modules', moduleSetNames),
    mobileApps: answerAt(fields, 'mobileApps'),
    statusOverview: answerAt(fields, 'statusOverview'),
    language: choiceAt(fields, 'language', sheetLanguages),
    absencesFrom: date('absencesFrom'),
    attendancesFrom: date('attendancesFrom'),
    types: rowsIn(fields),
  };
}

function textAt(fields: Fields, name: string): string {
  const value = fields.get(name);
  if (value === undefined) throw new FieldTrouble(name);
  return value;
}

/** null: nothing is chosen. */
function choiceAt<T extends string>(fields: Fields, name: string, choices: readonly T[]): T | null {
  const value = textAt(fields, name);
  const chosen = choices.find((one) => one === value) ?? null;
  if (chosen === null && value !== '') throw new FieldTrouble(name);
  return chosen;
}

const answerAt = (fields: Fields, name: string): Answer => choiceAt(fields, name, ['yes', 'no']);

/** Lines up to the last that is not blank. */
function rowsIn(fields: Fields): readonly SheetRow[] {
  const rows: SheetRow[] = [];
  for (let line = 1; line <= mostRows && fields.has(rowFieldName(line, 'timetac')); line++)
    rows.push({
      timetac: textAt(fields, rowFieldName(line, 'timetac')),
      personio: textAt(fields, rowFieldName(line, 'personio')),
      sync: answerAt(fields, rowFieldName(line, 'sync')),
    });
  if (rows.length === 0) throw new FieldTrouble('types');
  return rows.slice(0, 1 + rows.findLastIndex((row) => !isBlankRow(row)));
}
