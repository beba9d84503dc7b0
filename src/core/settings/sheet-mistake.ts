// What is wrong on a sheet: the field as the sheet calls it, and where the form has it.

import { type Mistake, type Said, said } from './mistake.ts';

/** A sheet has no lines and columns: the label is the place. */
export interface SheetMistake extends Mistake {
  readonly label: Said;
}

export interface SheetFlaw {
  readonly message: Said;
  readonly hint: Said;
}

export const sheetMistake = (path: string, label: Said, { message, hint }: SheetFlaw): SheetMistake => ({
  path,
  line: null,
  column: null,
  label,
  message,
  hint,
});

/** No name of either vendor is longer. */
const mostCharacters = 250;

/** What no name can be; null where nothing speaks against it. */
export function textFlaw(text: string): SheetFlaw | null {
  if (/\p{Cc}|\p{Surrogate}/u.test(text)) return unseen;
  return Array.from(text).length > mostCharacters ? tooLong : null;
}

const unseen: SheetFlaw = {
  message: said(
    'There is a character in it that cannot be seen or is not whole.',
    'Darin steht ein Zeichen, das man nicht sieht oder das nicht vollständig ist.',
  ),
  hint: said('Type the text anew.', 'Geben Sie den Text neu ein.'),
};

const tooLong: SheetFlaw = {
  message: said(
    `This is longer than ${mostCharacters} characters.`,
    `Das ist länger als ${mostCharacters} Zeichen.`,
  ),
  hint: said(
    'Write only the name, as it stands in Personio or TimeTac.',
    'Schreiben Sie nur den Namen, wie er in Personio oder TimeTac steht.',
  ),
};
