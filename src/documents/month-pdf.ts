// A compared month on paper, for payroll: what it came to in a sentence and a bar, then one line per employee.

import { PDFDocument } from '@cantoo/pdf-lib';
import type { MonthCheck } from '../core/month/month.ts';
import { monthName, monthWords } from '../core/month/words.ts';
import type { Language } from '../core/report/forms.ts';
import { onOneLine } from '../core/report/plain.ts';
import { embedFonts } from './fonts.ts';
import { Paper, ink, paper, textWidth } from './month-pdf-page.ts';
import { drawTable } from './month-pdf-table.ts';
import { pageWords, printedWords, resultSentence } from './month-pdf-words.ts';

export interface PrintedMonth {
  /** Of the integration. */
  readonly name: string;
  readonly language: Language;
  /** In the reader's form. */
  readonly printedAt: string;
}

/** A4, upright. Any text is drawn somehow: what the font lacks as a box, what is too long with an ellipsis. */
export async function monthAsPdf(check: MonthCheck, about: PrintedMonth): Promise<Uint8Array> {
  const { language } = about;
  const pdf = await PDFDocument.create();
  const sheet = new Paper(pdf, await embedFonts(pdf));
  const title = `${monthWords.title[language]} ${monthName(check.month, language)}`;
  pdf.setTitle(`${title} – ${onOneLine(about.name, 80)}`, { showInWindowTitleBar: true });
  pdf.setLanguage(language);
  pdf.setProducer('Tandem');
  pdf.setCreator('Tandem');
  drawTitle(sheet, title, about);
  drawResult(sheet, check, language);
  if (check.rows.length > 0) drawTable(sheet, check, language);
  sheet.footers(`${title} · ${about.name}`, (page, pages) => pageWords(page, pages, language));
  return pdf.save();
}

function drawTitle(sheet: Paper, title: string, { name, language, printedAt }: PrintedMonth): void {
  sheet.text(title, paper.margin, sheet.top + 16, textWidth, { size: 18, bold: true });
  sheet.text(name, paper.margin, sheet.top + 34, textWidth, { size: 10.5 });
  const printed = `${printedWords.printed[language]}: ${printedAt}`;
  sheet.text(printed, paper.margin, sheet.top + 48, textWidth, { size: 8.5, color: ink.quiet });
  sheet.top += 64;
}

/** The bar shows the share of people; its sentence says the same in numbers. */
function drawResult(sheet: Paper, check: MonthCheck, language: Language): void {
  sheet.text(resultSentence(check, language), paper.margin, sheet.top + 10, textWidth, {
    size: 10.5,
    bold: true,
  });
  sheet.top += 18;
  if (check.rows.length > 0) {
    const differing = (check.differing / check.rows.length) * textWidth;
    sheet.box(paper.margin, sheet.top, differing, 8, ink.differing);
    sheet.box(paper.margin + differing, sheet.top, textWidth - differing, 8, ink.agreeing);
    sheet.top += 14;
  }
  const style = { size: 7.5, color: ink.quiet };
  sheet.text(printedWords.measure[language], paper.margin, sheet.top + 8, textWidth, style);
  sheet.text(printedWords.legend[language], paper.margin, sheet.top + 18, textWidth, style);
  sheet.top += 30;
}
