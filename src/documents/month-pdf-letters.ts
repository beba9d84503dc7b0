// Measuring and encoding text letter by letter. The font's own layout takes about a millisecond for every text, which a
// table of some hundred people would feel; it is needed only where letters change beside each other or run leftwards.

import { type PDFFont, PDFHexString } from '@cantoo/pdf-lib';

/** In points. */
export const widthOf = (text: string, font: PDFFont, size: number): number =>
  runsOf(text).reduce((sum, run) => sum + widthOfRun(run, font) * size, 0);

/** In the order in which it is seen: pieces that are written leftwards are turned, the others stay. */
export const encoded = (text: string, font: PDFFont): PDFHexString =>
  PDFHexString.of(
    runsOf(text)
      .map((run) => hexOfRun(run, font))
      .join(''),
  );

/** Pieces of one direction from left to right; a text that begins leftwards has its pieces from right to left. */
function runsOf(text: string): readonly string[] {
  if (!leftwards.test(text)) return [text];
  const runs = text.match(pieces) ?? [];
  const begin = /\p{L}/u.exec(text)?.[0] ?? '';
  return leftwards.test(begin) ? runs.toReversed().map(withBlanksTurned) : runs;
}

/** The blank between two pieces stays between them. */
const withBlanksTurned = (run: string): string => run.replace(/^(\s*)(.*?)(\s*)$/u, '$3$2$1');

const leftwards = /[\p{Script=Hebrew}\p{Script=Arabic}]/u;
/** Blanks between two words of one direction belong to it. */
const pieces =
  /[\p{Script=Hebrew}\p{Script=Arabic}](?:[\p{Script=Hebrew}\p{Script=Arabic}\p{M}\s]*[\p{Script=Hebrew}\p{Script=Arabic}\p{M}])?|[^\p{Script=Hebrew}\p{Script=Arabic}]+/gu;

const widthOfRun = (run: string, font: PDFFont): number =>
  needsLayout.test(run)
    ? font.widthOfTextAtSize(run, 1)
    : Array.from(run).reduce((sum, letter) => sum + letterOf(letter, font).width, 0);

const hexOfRun = (run: string, font: PDFFont): string =>
  needsLayout.test(run)
    ? font.encodeText(run).asString()
    : Array.from(run)
        .map((letter) => letterOf(letter, font).hex)
        .join('');

/** Letters that carry marks of their own, and scripts that join their letters or are written leftwards. */
const needsLayout = /[^\p{Script=Latin}\p{Script=Common}\p{Script=Greek}\p{Script=Cyrillic}]/u;

interface Letter {
  readonly hex: string;
  /** At size 1. */
  readonly width: number;
}

const known = new WeakMap<PDFFont, Map<string, Letter>>();

function letterOf(letter: string, font: PDFFont): Letter {
  const letters = known.get(font) ?? new Map<string, Letter>();
  known.set(font, letters);
  const found = letters.get(letter) ?? {
    hex: font.encodeText(letter).asString(),
    width: font.widthOfTextAtSize(letter, 1),
  };
  letters.set(letter, found);
  return found;
}
