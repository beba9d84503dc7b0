// The table of the printed month check: one line per employee with a bar for the difference in hours, its head repeated
// on every page, the sums of all at the end.

import type { MonthCheck, Sums } from '../core/month/month.ts';
import { differencesOf } from '../core/month/table.ts';
import { monthWords } from '../core/month/words.ts';
import { type Language, numberForm } from '../core/report/forms.ts';
import { type Paper, type TextStyle, ink, lowest, paper, textWidth } from './month-pdf-page.ts';
import { printedWords } from './month-pdf-words.ts';

const lineHeight = 15;
const headHeight = 32;
const size = 8.5;
const gap = 6;

/** Widths add up to the text's. */
const columns = {
  name: { left: 0, width: 130 },
  timetacHours: { left: 130, width: 48 },
  personioHours: { left: 178, width: 48 },
  hours: { left: 226, width: 52 },
  bar: { left: 284, width: 48 },
  timetacDays: { left: 332, width: 44 },
  personioDays: { left: 376, width: 46 },
  days: { left: 422, width: 54 },
  differing: { left: 476, width: textWidth - 476 },
} as const;
type Column = keyof typeof columns;

export function drawTable(sheet: Paper, check: MonthCheck, language: Language): void {
  const largest = Math.max(0, ...check.rows.map((row) => Math.abs(differencesOf(row).hours)));
  drawHead(sheet, language);
  for (const row of check.rows) {
    makeRoom(sheet, lineHeight, language);
    const name = row.employee.name ?? `${monthWords.nameless[language]} (${row.employee.personioId ?? '–'})`;
    drawLine(sheet, { name, sums: row, differing: row.days.length, bold: false }, language);
    drawBar(sheet, differencesOf(row).hours, largest);
    nextLine(sheet);
  }
  makeRoom(sheet, lineHeight + 2, language);
  const differing = check.rows.reduce((sum, { days }) => sum + days.length, 0);
  sheet.rule(sheet.top, ink.text);
  drawLine(sheet, { name: monthWords.total[language], sums: check.totals, differing, bold: true }, language);
  nextLine(sheet);
}

function nextLine(sheet: Paper): void {
  sheet.top += lineHeight;
  sheet.rule(sheet.top);
}

function makeRoom(sheet: Paper, height: number, language: Language): void {
  if (sheet.top + height <= lowest) return;
  sheet.turn();
  drawHead(sheet, language);
}

function drawHead(sheet: Paper, language: Language): void {
  const style: TextStyle = { size: 7.5, bold: true, color: ink.quiet };
  const upper = sheet.top + 10;
  put(sheet, 'timetacHours', printedWords.hours[language], upper, { ...style, align: 'start' }, 150);
  put(sheet, 'timetacDays', printedWords.days[language], upper, { ...style, align: 'start' }, 133);
  const lower = sheet.top + 24;
  put(sheet, 'name', monthWords.name[language], lower, style);
  for (const [column, text] of [
    ['timetacHours', 'TimeTac'],
    ['personioHours', 'Personio'],
    ['hours', printedWords.difference[language]],
    ['timetacDays', 'TimeTac'],
    ['personioDays', 'Personio'],
    ['days', printedWords.difference[language]],
    ['differing', printedWords.differingDays[language]],
  ] as const)
    put(sheet, column, text, lower, { ...style, align: 'end' });
  sheet.top += headHeight;
  sheet.rule(sheet.top, ink.text);
}

interface Line {
  readonly name: string;
  readonly sums: Sums;
  readonly differing: number;
  readonly bold: boolean;
}

function drawLine(sheet: Paper, { name, sums, differing, bold }: Line, language: Language): void {
  const baseline = sheet.top + 10.5;
  const { hours, days } = differencesOf(sums);
  put(sheet, 'name', name, baseline, { size, bold: bold || differing > 0 }, columns.name.width - gap);
  const amount = (column: Column, value: number): void =>
    putNumber(sheet, column, numberForm(value, language), baseline, { size, bold });
  amount('timetacHours', sums.timetacHours);
  amount('personioHours', sums.personioHours);
  amount('timetacDays', sums.timetacDays);
  amount('personioDays', sums.personioDays);
  const apart = (column: Column, text: string, differs: boolean): void =>
    putNumber(sheet, column, text, baseline, {
      size,
      bold: bold || differs,
      color: differs ? ink.differing : ink.quiet,
    });
  apart('hours', signed(hours, language), hours !== 0);
  apart('days', signed(days, language), days !== 0);
  apart('differing', differing === 0 ? '–' : String(differing), differing > 0);
}

function signed(value: number, language: Language): string {
  if (value === 0) return '0';
  return `${value > 0 ? '+' : '−'}${numberForm(Math.abs(value), language)}`;
}

/** From the middle to the left where Personio has less, to the right where it has more. */
function drawBar(sheet: Paper, hours: number, largest: number): void {
  const { left, width } = columns.bar;
  const middle = paper.margin + left + width / 2 - gap / 2;
  sheet.box(middle, sheet.top + 2.5, 0.6, lineHeight - 5, ink.line);
  if (hours === 0) return;
  const length = Math.max(1, (Math.abs(hours) / largest) * (width / 2 - gap));
  sheet.box(hours > 0 ? middle : middle - length, sheet.top + 4, length, lineHeight - 8, ink.differing);
}

/** Numbers end where their column does, and never touch the one before. */
function putNumber(sheet: Paper, column: Column, text: string, baseline: number, style: TextStyle): void {
  const { left, width } = columns[column];
  const air = gap / 3;
  const look = { ...style, align: 'end', whole: true } as const;
  sheet.text(text, paper.margin + left + air, baseline, width - air, look);
}

function put(
  sheet: Paper,
  column: Column,
  text: string,
  baseline: number,
  style: TextStyle,
  width: number = columns[column].width,
): void {
  sheet.text(text, paper.margin + columns[column].left, baseline, width, style);
}
