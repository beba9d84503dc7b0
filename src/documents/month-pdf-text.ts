// Text as this document can draw it: names come from outside, and may hold anything.

import type { PDFFont } from '@cantoo/pdf-lib';
import { onOneLine } from '../core/report/plain.ts';
import { widthOf } from './month-pdf-letters.ts';

/** Longest text that is looked at; far more than any line holds. */
const mostCharacters = 200;

/** Marks on one letter; a higher stack would be drawn over the neighbouring lines. */
const mostMarks = 4;

const box = '□';

/** One line of letters that the font has; what it lacks becomes a visible box. */
export function drawable(text: string, font: PDFFont): string {
  const letters = lettersOf(font);
  // Before it becomes one line, which would take an emoji of several people apart.
  const drawn = charactersOf(text.slice(0, mostCharacters * 20)).map((character) => {
    const points = Array.from(character);
    if (isUnseen.test(character)) return character;
    return points.every((point) => letters.has(point.codePointAt(0) ?? 0))
      ? points.slice(0, mostMarks).join('')
      : box;
  });
  return onOneLine(drawn.join(''), mostCharacters);
}

/** What becomes a blank on one line. */
const isUnseen = /^[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}\s]+$/u;

/** The same cut to a width (in points), with an ellipsis where something is left out. */
export function fitted(text: string, font: PDFFont, size: number, width: number): string {
  const line = drawable(text, font);
  const fits = (candidate: string): boolean => widthOf(candidate, font, size) <= width;
  if (fits(line)) return line;
  const characters = charactersOf(line);
  const cutAt = (count: number): string => `${characters.slice(0, count).join('').trimEnd()}…`;
  let [low, high] = [0, characters.length];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (fits(cutAt(middle))) low = middle;
    else high = middle - 1;
  }
  return cutAt(low);
}

/** As people see them: a letter keeps its accents, an emoji stays whole. */
const charactersOf = (text: string): string[] =>
  Array.from(segmenter.segment(text), ({ segment }) => segment);

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });

const known = new WeakMap<PDFFont, ReadonlySet<number>>();

function lettersOf(font: PDFFont): ReadonlySet<number> {
  const letters = known.get(font) ?? new Set(font.getCharacterSet());
  known.set(font, letters);
  return letters;
}
