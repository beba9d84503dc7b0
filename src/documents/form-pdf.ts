// The requirement form as a PDF that any viewer can fill in: the guide's sheet, with what is decided already.

import { PDFDocument, PDFName } from '@cantoo/pdf-lib';
import { blankSheet, type Sheet } from '../core/settings/sheet.ts';
import { dateIn } from '../core/settings/sheet-date.ts';
import { usualRows } from '../core/settings/sheet-words.ts';
import { embedFonts } from './fonts.ts';
import { addHiddenField, prepareFields } from './form-fields.ts';
import { markName, markOf } from './form-names.ts';
import { colours, innerWidth, margin, Paper, sheetSize, widthOf, wrapped } from './form-paper.ts';
import { drawHead, drawStarts, drawUsers } from './form-sections.ts';
import { drawTypes } from './form-table.ts';
import { type Language, pageNumber, paperWords, type Speak } from './form-words.ts';

/**
 * Draws the form. A sheet on which nothing but the names of company and account stands comes with the guide's usual
 * rows, not answered; dates are written as people of this language write them. The same sheet gives the same bytes.
 */
export async function makeFormPdf(sheet: Sheet, language: Language): Promise<Uint8Array> {
  const pdf = await PDFDocument.create({ updateMetadata: false });
  const say: Speak = (words) => words[language];
  nameDocument(pdf, say, language);
  const paper = new Paper(pdf, await embedFonts(pdf));
  prepareFields(pdf);
  addHiddenField(pdf, paper.page, markName, markOf(language));
  const written = asWritten(sheet, language);
  drawHead(paper, written, say);
  drawUsers(paper, written, say);
  drawStarts(paper, written, say);
  drawTypes(paper, written.types, say);
  drawFooters(paper, say);
  // What stands in the fields is drawn already, with letters that know more than Latin.
  return pdf.save({ updateFieldAppearances: false });
}

function nameDocument(pdf: PDFDocument, say: Speak, language: Language): void {
  pdf.setTitle(say(paperWords.title), { showInWindowTitleBar: true });
  pdf.setSubject(say(paperWords.subject));
  pdf.setLanguage(language === 'de' ? 'de-DE' : 'en-GB');
  pdf.setCreator('Tandem');
  pdf.setProducer('Tandem');
}

function asWritten(sheet: Sheet, language: Language): Sheet {
  const { name, account } = sheet;
  const isBlank = JSON.stringify(sheet) === JSON.stringify({ ...blankSheet, name, account });
  return {
    ...sheet,
    types: isBlank ? usualRows[language] : sheet.types,
    absencesFrom: dateAsWritten(sheet.absencesFrom, language),
    attendancesFrom: dateAsWritten(sheet.attendancesFrom, language),
  };
}

/** What is no date stays as it is: reading it back will say so. */
function dateAsWritten(text: string, language: Language): string {
  const date = dateIn(text);
  if (date === null) return text;
  const [year = '', month = '', day = ''] = date.split('-');
  return language === 'de'
    ? `${day}.${month}.${year}`
    : `${Number(day)} ${months[Number(month) - 1]} ${year}`;
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** How to hand the sheet back, and the page's number, below a line. */
function drawFooters({ pdf, fonts }: Paper, say: Speak): void {
  const look = { font: fonts.regular, size: 7.5, color: colours.quiet };
  const pages = pdf.getPages();
  for (const [at, page] of pages.entries()) {
    const number = say(pageNumber(at + 1, pages.length));
    const right = sheetSize.width - margin.right;
    page.node.set(PDFName.of('Tabs'), PDFName.of('R'));
    page.drawLine({
      start: { x: margin.left, y: 44 },
      end: { x: right, y: 44 },
      thickness: 0.5,
      color: colours.line,
    });
    const [text = ''] = wrapped(`${say(paperWords.title)} · ${say(paperWords.handBack)}`, look, innerWidth);
    page.drawText(text, { x: margin.left, y: 31, ...look });
    page.drawText(number, { x: right - widthOf(number, look.font, look.size), y: 31, ...look });
  }
}
