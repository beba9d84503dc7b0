// A sheet as a configuration file: over a file that is there, or as a file of its own.

import { formAsFile, yamlText } from './form-file.ts';
import { type Sheet, type SheetRow, sheetOf } from './sheet.ts';
import { blanksOf } from './sheet-blanks.ts';
import { formFromSheet } from './sheet-form.ts';
import type { SheetMistake } from './sheet-mistake.ts';
import type { Branch } from './tree.ts';

export type SheetFile = { readonly text: string } | { readonly mistakes: readonly SheetMistake[] };

/**
 * A configuration (YAML) of what the sheet says, complete as far as a sheet goes: whatever is wrong or missing on it
 * is a mistake. `base` is a configuration as it is written, placeholders and all; null: secrets are left to the
 * environment (`${PERSONIO_CLIENT_ID}` and so on).
 */
export function fileFromSheet(sheet: Sheet, base: Branch | null): SheetFile {
  const document = base ?? {};
  const made = formFromSheet(literal(sheet, sheetOf(document)), document);
  if ('mistakes' in made) return made;
  const mistakes = blanksOf(made.form, document);
  if (mistakes.length > 0) return { mistakes };
  return { text: base === null ? formAsFile(made.form) : yamlText(made.form) };
}

/**
 * What was written on the sheet is meant to the letter: a file takes `${NAME}` from the environment, and nobody's form
 * may ask for a secret that way. What stands in the base already stays as it is.
 */
function literal(sheet: Sheet, shown: Sheet): Sheet {
  const one = (field: 'name' | 'department' | 'workingTimeModel' | 'holidayCalendar'): string =>
    sheet[field] === shown[field] ? sheet[field] : toTheLetter(sheet[field]);
  const types = sheet.types.map((row) =>
    shown.types.some((other) => isSame(row, other)) ? row : plain(row),
  );
  return {
    ...sheet,
    name: one('name'),
    department: one('department'),
    workingTimeModel: one('workingTimeModel'),
    holidayCalendar: one('holidayCalendar'),
    types,
  };
}

const toTheLetter = (text: string): string => text.replaceAll('${', () => '$${');

const isSame = (a: SheetRow, b: SheetRow): boolean => a.timetac === b.timetac && a.personio === b.personio;

const plain = ({ timetac, personio, sync }: SheetRow): SheetRow => ({
  timetac: toTheLetter(timetac),
  personio: toTheLetter(personio),
  sync,
});
