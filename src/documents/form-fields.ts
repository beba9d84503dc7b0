// The fields that people fill in. What stands in them is drawn with our own letters, so that any name can be seen;
// whoever types uses the viewer's, which know every script.

import {
  drawTextField,
  type PDFDocument,
  PDFHexString,
  PDFName,
  type PDFPage,
  type PDFField,
  type PDFTextField,
  StandardFonts,
} from '@cantoo/pdf-lib';
import { ascent, colours, heightOf, lineHeight, type Paper, widthOf, wrapped } from './form-paper.ts';

const size = 9.5;
const padding = { x: 5, y: 4 };

/** Letters that viewers type with, and the colour of ink. */
const typing = `/Helv ${size} Tf 0.12 0.15 0.21 rg`;

/** Tells viewers what to type with; once, before any field. */
export function prepareFields(pdf: PDFDocument): void {
  const font = pdf.embedStandardFont(StandardFonts.Helvetica);
  const { dict } = pdf.getForm().acroForm;
  dict.set(PDFName.of('DR'), pdf.context.obj({ Font: { Helv: font.ref } }));
  dict.set(PDFName.of('DA'), PDFHexString.fromText(typing));
}

export interface TextEntry {
  readonly name: string;
  /** Read aloud, and shown under the pointer. */
  readonly tip: string;
  readonly value: string;
}

/** How high the field of this text has to be, so that all of it is seen. */
export function textFieldHeight(paper: Paper, value: string, width: number): number {
  return heightOf(linesOf(paper, value, width), size) + 2 * padding.y;
}

/** More than any name needs that may be handed back; of longer texts the beginning is drawn. */
const mostLines = 20;
const mostDrawn = 2_000;

function linesOf(paper: Paper, value: string, width: number): string[] {
  const drawn = value.length > mostDrawn ? Array.from(value).slice(0, mostDrawn).join('') : value;
  const lines = wrapped(drawn, { font: paper.fonts.regular, size }, width - 2 * padding.x);
  return lines.slice(0, mostLines);
}

/** The upper left corner, and the size in points. */
export interface Box {
  readonly x: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export function addTextField(paper: Paper, entry: TextEntry, box: Box): void {
  const field = paper.pdf.getForm().createTextField(entry.name);
  const { x, top, width, height } = box;
  field.addToPage(paper.page, { x, y: top - height, width, height, ...look });
  const lines = linesOf(paper, entry.value, width);
  if (lines.length > 1) field.enableMultiline();
  if (entry.value !== '') field.setText(entry.value);
  draw(field, paper, lines, box);
  for (const dict of [field.acroField.dict, ...field.acroField.getWidgets().map((widget) => widget.dict)])
    dict.set(PDFName.of('DA'), PDFHexString.fromText(typing));
  describe(field, entry.tip);
}

const look = { backgroundColor: colours.field, borderColor: colours.fieldLine, borderWidth: 0.75 } as const;

function draw(field: PDFTextField, { fonts }: Paper, lines: readonly string[], { width, height }: Box): void {
  const font = fonts.regular;
  const first = height - padding.y - ascent(size);
  const textLines = lines.map((line, at) => ({
    encoded: font.encodeText(line),
    x: padding.x,
    y: first - at * lineHeight(size),
  }));
  field.updateAppearances(font, () =>
    drawTextField({
      x: look.borderWidth / 2,
      y: look.borderWidth / 2,
      width: width - look.borderWidth,
      height: height - look.borderWidth,
      borderWidth: look.borderWidth,
      color: look.backgroundColor,
      borderColor: look.borderColor,
      textLines,
      textColor: colours.ink,
      font: font.name,
      fontSize: size,
      padding: 1,
    }),
  );
}

function describe(field: PDFField, tip: string): void {
  field.acroField.dict.set(PDFName.of('TU'), PDFHexString.fromText(tip));
}

export interface Option {
  readonly value: string;
  readonly label: string;
  /** Where the circle's upper left corner is. */
  readonly x: number;
  readonly top: number;
}

export const circle = 10;
const optionSize = 8.5;

/** One of several; clicking the chosen one again takes the choice back. */
export function addChoice(
  paper: Paper,
  { name, tip, value }: { readonly name: string; readonly tip: string; readonly value: string | null },
  options: readonly Option[],
): void {
  const group = paper.pdf.getForm().createRadioGroup(name);
  group.enableOffToggling();
  for (const [at, { value, label, x, top }] of options.entries()) {
    const box = { x, y: top - circle, width: circle, height: circle };
    group.addOptionToPage(value, paper.page, { ...box, ...look, textColor: colours.accent });
    const widget = group.acroField.getWidgets()[at];
    widget?.dict.set(PDFName.of('TU'), PDFHexString.fromText(`${tip}: ${label}`));
    const text = { font: paper.fonts.regular, size: optionSize, colour: colours.ink };
    paper.lines([label], x + circle + 5, top + 0.6, text);
  }
  if (value !== null) group.select(value);
  describe(group, tip);
}

/** How wide a circle with its label is. */
export const optionWidth = ({ fonts }: Paper, label: string): number =>
  circle + 5 + widthOf(label, fonts.regular, optionSize);

/** A field for machines: it is there, but nobody sees it or can change it. */
export function addHiddenField(pdf: PDFDocument, page: PDFPage, name: string, value: string): void {
  const field = pdf.getForm().createTextField(name);
  field.addToPage(page, { x: 0, y: 0, width: 1, height: 1, hidden: true, borderWidth: 0 });
  field.setText(value);
  field.enableReadOnly();
}
