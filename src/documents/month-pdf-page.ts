// The paper: A4 pages that are written from top to bottom, and the few things that are drawn on them.

import {
  type PDFDocument,
  type PDFFont,
  type PDFName,
  type PDFPage,
  type RGB,
  degrees,
  drawText,
  rgb,
} from '@cantoo/pdf-lib';
import type { Fonts } from './fonts.ts';
import { encoded, widthOf } from './month-pdf-letters.ts';
import { fitted } from './month-pdf-text.ts';

/** All measures are points, counted from the left and from the top. */
export const paper = { width: 595.28, height: 841.89, margin: 42 } as const;
export const textWidth = paper.width - 2 * paper.margin;
/** The footer stands below. */
export const lowest = paper.height - paper.margin - 22;

export const ink = {
  text: rgb(0.1, 0.12, 0.16),
  quiet: rgb(0.36, 0.4, 0.46),
  line: rgb(0.78, 0.81, 0.85),
  agreeing: rgb(0.62, 0.74, 0.78),
  differing: rgb(0.76, 0.33, 0.1),
} as const;

export interface TextStyle {
  readonly size: number;
  readonly bold?: boolean;
  readonly color?: RGB;
  /** `end`: the text ends at `left + width`. */
  readonly align?: 'start' | 'end';
  /** Drawn smaller where it does not fit: a number that is cut short would be another number. */
  readonly whole?: boolean;
}

export class Paper {
  readonly #pdf: PDFDocument;
  readonly #fonts: Fonts;
  readonly #names = new Map<PDFPage, Map<PDFFont, PDFName>>();
  #page: PDFPage;
  /** Where the next line begins, from the top. */
  top = paper.margin;

  constructor(pdf: PDFDocument, fonts: Fonts) {
    this.#pdf = pdf;
    this.#fonts = fonts;
    this.#page = pdf.addPage([paper.width, paper.height]);
  }

  turn(): void {
    this.#page = this.#pdf.addPage([paper.width, paper.height]);
    this.top = paper.margin;
  }

  /** Text that does not fit is cut with an ellipsis, where it need not be whole. `baseline` is counted from the top. */
  text(text: string, left: number, baseline: number, width: number, style: TextStyle): void {
    const font = this.#fontOf(style);
    const whole = style.whole === true;
    const size = whole ? style.size * Math.min(1, width / widthOf(text, font, style.size)) : style.size;
    const line = whole ? text : fitted(text, font, size, width);
    const shift = style.align === 'end' ? width - widthOf(line, font, size) : 0;
    this.#page.pushOperators(
      ...drawText(encoded(line, font), {
        x: left + shift,
        y: paper.height - baseline,
        size,
        font: this.#nameOnPage(font),
        color: style.color ?? ink.text,
        ...upright,
      }),
    );
  }

  box(left: number, top: number, width: number, height: number, color: RGB): void {
    if (width > 0)
      this.#page.drawRectangle({ x: left, y: paper.height - top - height, width, height, color });
  }

  rule(top: number, color: RGB = ink.line): void {
    this.box(paper.margin, top, textWidth, 0.6, color);
  }

  /** Writes the foot of every page, once all are there. */
  footers(left: string, rightOf: (page: number, pages: number) => string): void {
    const pages = this.#pdf.getPages();
    const baseline = paper.height - paper.margin + 8;
    pages.forEach((page, index) => {
      this.#page = page;
      const style = { size: 7.5, color: ink.quiet };
      this.text(left, paper.margin, baseline, textWidth - 90, style);
      this.text(rightOf(index + 1, pages.length), paper.margin + textWidth - 90, baseline, 90, {
        ...style,
        align: 'end',
      });
    });
  }

  /** Every page names the fonts that it uses. */
  #nameOnPage(font: PDFFont): PDFName {
    const names = this.#names.get(this.#page) ?? new Map<PDFFont, PDFName>();
    this.#names.set(this.#page, names);
    const name = names.get(font) ?? this.#page.node.newFontDictionary(font.name, font.ref);
    names.set(font, name);
    return name;
  }

  #fontOf = ({ bold = false }: TextStyle): PDFFont => (bold ? this.#fonts.bold : this.#fonts.regular);
}

const upright = { rotate: degrees(0), xSkew: degrees(0), ySkew: degrees(0) } as const;
