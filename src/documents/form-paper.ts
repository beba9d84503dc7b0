// The paper of the form: A4 pages that follow one another, a cursor that goes down them, and texts that keep to their
// width whatever stands in them.

import { type PDFDocument, type PDFFont, type PDFPage, rgb } from '@cantoo/pdf-lib';
import type { Fonts } from './fonts.ts';

export const colours = {
  ink: rgb(0.12, 0.15, 0.21),
  quiet: rgb(0.36, 0.4, 0.47),
  accent: rgb(0.11, 0.33, 0.62),
  line: rgb(0.82, 0.85, 0.9),
  field: rgb(0.9, 0.94, 0.99),
  fieldLine: rgb(0.55, 0.67, 0.84),
} as const;

/** Points. */
export const sheetSize = { width: 595.28, height: 841.89 } as const;
export const margin = { left: 50, right: 50, top: 52, bottom: 62 } as const;
export const innerWidth = sheetSize.width - margin.left - margin.right;

export interface TextLook {
  readonly font: PDFFont;
  readonly size: number;
  readonly colour: (typeof colours)[keyof typeof colours];
}

export class Paper {
  readonly pdf: PDFDocument;
  readonly fonts: Fonts;
  page: PDFPage;
  /** Everything above is taken. */
  y: number;

  constructor(pdf: PDFDocument, fonts: Fonts) {
    this.pdf = pdf;
    this.fonts = fonts;
    this.page = pdf.addPage([sheetSize.width, sheetSize.height]);
    this.y = sheetSize.height - margin.top;
  }

  hasRoom(height: number): boolean {
    return this.y - height >= margin.bottom;
  }

  nextPage(): void {
    this.page = this.pdf.addPage([sheetSize.width, sheetSize.height]);
    this.y = sheetSize.height - margin.top;
  }

  down(points: number): void {
    this.y -= points;
  }

  /** Draws lines from `top` downwards; the cursor stays. */
  lines(lines: readonly string[], x: number, top: number, look: TextLook): void {
    for (const [at, line] of lines.entries()) {
      const y = top - ascent(look.size) - at * lineHeight(look.size);
      this.page.drawText(line, { x, y, size: look.size, font: look.font, color: look.colour });
    }
  }

  /** Writes a paragraph over the whole width, and goes down behind it. */
  paragraph(text: string, look: TextLook): void {
    const lines = wrapped(text, look, innerWidth);
    this.lines(lines, margin.left, this.y, look);
    this.down(heightOf(lines, look.size));
  }
}

export const lineHeight = (size: number): number => size * 1.35;
export const ascent = (size: number): number => size * 0.98;
export const heightOf = (lines: readonly string[], size: number): number => lines.length * lineHeight(size);

/** Breaks at blanks, and within words that are wider than the line. At least one line, if an empty one. */
export function wrapped(
  text: string,
  { font, size }: Pick<TextLook, 'font' | 'size'>,
  width: number,
): string[] {
  const lines: string[] = [];
  let line = '';
  const fits = (more: string): boolean => widthOf((line + more).trimEnd(), font, size) <= width;
  for (const word of text.split(/(?<=\s)/)) {
    if (line !== '' && !fits(word)) {
      lines.push(line.trimEnd());
      line = '';
    }
    for (const piece of fits(word) ? [word] : graphemes(word)) {
      if (line !== '' && !fits(piece)) {
        lines.push(line);
        line = '';
      }
      line += piece;
    }
  }
  return [...lines, line.trimEnd()];
}

/** Letter by letter, each measured once: shaping every line anew would take seconds on a long sheet. */
export function widthOf(text: string, font: PDFFont, size: number): number {
  const known = letterWidths.get(font) ?? new Map<string, number>();
  letterWidths.set(font, known);
  let units = 0;
  for (const letter of text) {
    const width = known.get(letter) ?? font.widthOfTextAtSize(letter, 1000);
    known.set(letter, width);
    units += width;
  }
  return (units / 1000) * size;
}

const letterWidths = new WeakMap<PDFFont, Map<string, number>>();

const segmenter = new Intl.Segmenter();
const graphemes = (text: string): string[] => Array.from(segmenter.segment(text), ({ segment }) => segment);
