import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFRawStream,
  PDFTextField,
} from '@cantoo/pdf-lib';
import { beforeAll, expect, test } from 'vitest';
import { blankSheet, type Sheet } from '../core/settings/sheet.ts';
import { moduleSetLabels } from '../core/settings/sheet-words.ts';
import { embedFonts } from './fonts.ts';
import { optionWidth } from './form-fields.ts';
import { markName } from './form-names.ts';
import { margin, Paper, sheetSize, wrapped } from './form-paper.ts';
import { fieldWidth } from './form-rows.ts';
import { makeFormPdf } from './form-pdf.ts';

const long = 'Sonderurlaub nach Betriebsvereinbarung über Bildungszeiten '.repeat(4).slice(0, 200);
const awkward: Sheet = {
  ...blankSheet,
  name: 'Łukasz & Ελένη 田中 😀 "GmbH"',
  account: `\n\u0007${'Wort '.repeat(10_000)}`,
  department: 'x'.repeat(200),
  workingTimeModel: '=cmd|calc',
  holidayCalendar: '\u202eמדריד שלום مرحبا',
  modules: 'all',
  mobileApps: 'yes',
  absencesFrom: '2026-12-24',
  attendancesFrom: '31.02.2026',
  types: Array.from({ length: 40 }, (_, at) => ({
    timetac: at % 7 === 3 ? long : `Art ${at}`,
    personio: at % 9 === 4 ? long : `Typ ${at}`,
    sync: at % 2 === 0 ? 'yes' : 'no',
  })),
};

let blank: PDFDocument;
let full: PDFDocument;
beforeAll(async () => {
  blank = await PDFDocument.load(await makeFormPdf(blankSheet, 'de'), { updateMetadata: false });
  full = await PDFDocument.load(await makeFormPdf(awkward, 'en'), { updateMetadata: false });
});

const textAt = (pdf: PDFDocument, name: string): string => pdf.getForm().getTextField(name).getText() ?? '';

test('every name is kept to the letter, whether its letters can be drawn or not', () => {
  expect(textAt(full, 'name')).toBe(awkward.name);
  expect(textAt(full, 'department')).toBe(awkward.department);
  expect(textAt(full, 'holidayCalendar')).toBe(awkward.holidayCalendar);
  expect(textAt(full, 'types-4-timetac')).toBe(long.trim());
  expect(full.getForm().getRadioGroup('types-40-sync').getSelected()).toBe('no');
  expect(full.getForm().getRadioGroup('statusOverview').getSelected()).toBeUndefined();
});

test('a long name stands in a field of several lines', () => {
  const isTall = (name: string): boolean => full.getForm().getTextField(name).isMultiline();
  expect(['department', 'types-4-timetac', 'types-5-timetac'].map(isTall)).toEqual([true, true, false]);
});

test('dates stand as people of the language write them; what is none stays as it is', async () => {
  expect(textAt(full, 'absencesFrom')).toBe('24 Dec 2026');
  expect(textAt(full, 'attendancesFrom')).toBe('31.02.2026');
  const german = await PDFDocument.load(
    await makeFormPdf({ ...blankSheet, absencesFrom: '2026-12-24' }, 'de'),
  );
  expect(textAt(german, 'absencesFrom')).toBe('24.12.2026');
});

test('there are always lines left to write in', () => {
  const lines = (pdf: PDFDocument): number =>
    pdf
      .getForm()
      .getFields()
      .filter((field) => /^types-\d+-sync$/.test(field.getName())).length;
  expect(lines(blank)).toBe(12);
  expect(lines(full)).toBe(42);
});

test('it has a title and a language, and says of each field what it is for', () => {
  expect(blank.getTitle()).toBe('Anforderungsblatt für den Abgleich mit Personio');
  expect(blank.getLanguage()).toBe('de-DE');
  const tips = new Map(
    blank
      .getForm()
      .getFields()
      .map((field) => [field.getName(), field.acroField.dict.lookup(PDFName.of('TU'))]),
  );
  const tip = (name: string): string => (tips.get(name) as PDFHexString).decodeText();
  expect(tip('department')).toMatch(/^Abteilung\. Alle neu angelegten Benutzer/);
  expect(tip('types-3-sync')).toBe('Abwesenheiten, Zeile 3: Art übertragen');
  tips.delete(markName);
  expect([...tips].filter(([, tip]) => !(tip instanceof PDFHexString))).toEqual([]);
});

test('people type with the viewer’s letters, on blue', () => {
  const fields = full
    .getForm()
    .getFields()
    .filter((field) => field instanceof PDFTextField);
  for (const field of fields.filter((field) => field.getName() !== markName)) {
    expect(field.acroField.getDefaultAppearance()).toMatch(/^\/Helv [\d.]+ Tf/);
    const [widget] = field.acroField.getWidgets();
    expect(widget?.getAppearanceCharacteristics()?.getBackgroundColor()).toEqual([0.9, 0.94, 0.99]);
    expect(widget?.getAppearances()?.normal).toBeInstanceOf(PDFRawStream);
  }
});

interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Fields that can be seen, page by page. */
const pagesOf = (pdf: PDFDocument): readonly (readonly Rectangle[])[] =>
  pdf.getPages().map((page) => {
    const annotations = page.node.Annots() ?? PDFArray.withContext(pdf.context);
    return Array.from({ length: annotations.size() }, (_, at) => annotations.lookup(at, PDFDict))
      .map((dict) => dict.lookup(PDFName.of('Rect'), PDFArray).asRectangle())
      .filter(({ width }) => width > 2);
  });

const overlap = (a: Rectangle, b: Rectangle): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

test('no field covers another or leaves the page, however long the names are', () => {
  const pages = [...pagesOf(blank), ...pagesOf(full)];
  expect(pages.length).toBeGreaterThan(5);
  for (const fields of pages) {
    expect(fields.length).toBeGreaterThan(0);
    for (const { x, y, width, height } of fields) {
      expect(x).toBeGreaterThanOrEqual(margin.left - 1);
      expect(x + width).toBeLessThanOrEqual(sheetSize.width - margin.right + 1);
      expect(y).toBeGreaterThanOrEqual(margin.bottom - 1);
      expect(y + height).toBeLessThanOrEqual(sheetSize.height - margin.top + 1);
    }
    expect(fields.flatMap((a, at) => fields.slice(at + 1).filter((b) => overlap(a, b)))).toEqual([]);
  }
});

test('text is broken so that every line fits, between words where it can be', async () => {
  const { regular } = await embedFonts(await PDFDocument.create());
  const look = { font: regular, size: 9 };
  for (const text of [long, 'x'.repeat(200), 'a '.repeat(100), 'Ελένη '.repeat(30), '👩‍👧'.repeat(40)]) {
    const lines = wrapped(text, look, 120);
    expect(lines.length).toBeGreaterThan(1);
    expect(Math.max(...lines.map((line) => regular.widthOfTextAtSize(line, 9)))).toBeLessThanOrEqual(120.5);
    expect(lines.join('').replaceAll(/\s/g, '')).toBe(text.replaceAll(/\s/g, ''));
  }
  expect(wrapped('one two', look, 500)).toEqual(['one two']);
  expect(wrapped('', look, 500)).toEqual(['']);
});

test('every combination of modules has room on one line', async () => {
  const pdf = await PDFDocument.create();
  const paper = new Paper(pdf, await embedFonts(pdf));
  const labels = Object.values(moduleSetLabels).flatMap(({ en, de }) => [en, de]);
  expect(Math.max(...labels.map((label) => optionWidth(paper, label)))).toBeLessThanOrEqual(fieldWidth);
});

test('the same sheet makes the same file', async () => {
  const again = await Promise.all([makeFormPdf(blankSheet, 'en'), makeFormPdf(blankSheet, 'en')]);
  expect(Buffer.from(again[0]).equals(Buffer.from(again[1]))).toBe(true);
});
