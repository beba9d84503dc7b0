// What a field of the printed form is called, by its path in the form.

import type { Say } from '../../words/say.ts';
import { printedColumnWords, printedFieldWords, sheetWords } from '../../words/steps-sheet.ts';

/**
 * @param path `users.defaults.department`, `absences.types[2].personio`
 * @returns null: no single field of the sheet, or none that this page knows
 */
export function printedLabel(path: string, say: Say): string | null {
  const row = /^absences\.types\[(\d+)\]\.(timetac|personio|sync)$/.exec(path);
  if (row !== null) {
    const [, at, column] = row;
    return say(sheetWords.rowOf, {
      n: Number(at) + 1,
      column: say(printedColumnWords[column as keyof typeof printedColumnWords]),
    });
  }
  return Object.hasOwn(printedFieldWords, path)
    ? say(printedFieldWords[path as keyof typeof printedFieldWords])
    : null;
}
