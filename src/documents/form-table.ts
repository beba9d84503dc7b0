// The lower part of the form: the table of absence types, as many lines as it takes and some to write in.

import { blankRow, mostRows, type SheetRow } from '../core/settings/sheet.ts';
import { columnLabels, rowLabel } from '../core/settings/sheet-words.ts';
import { addChoice, addTextField, circle, textFieldHeight } from './form-fields.ts';
import { rowFieldName } from './form-names.ts';
import { colours, heightOf, innerWidth, margin, type Paper, wrapped } from './form-paper.ts';
import { answers, besides, drawHeading, quiet } from './form-rows.ts';
import { paperWords, type Speak } from './form-words.ts';

const gap = 8;
const numberWidth = 16;
const answerWidth = 92;
const nameWidth = (innerWidth - numberWidth - answerWidth - 2 * gap) / 2;

const columns = {
  timetac: margin.left + numberWidth,
  personio: margin.left + numberWidth + nameWidth + gap,
  sync: margin.left + numberWidth + 2 * (nameWidth + gap),
} as const;

const fewestLines = 12;
const spareLines = 2;

/** Throws RangeError for more rows than a sheet may have. */
export function drawTypes(paper: Paper, rows: readonly SheetRow[], say: Speak): void {
  if (rows.length > mostRows) throw new RangeError(`form: ${rows.length} rows, at most ${mostRows}`);
  const count = Math.min(mostRows, Math.max(fewestLines, rows.length + spareLines));
  drawHeading(paper, say(paperWords.section3), say(paperWords.section3Text));
  drawColumns(paper, say);
  for (let line = 1; line <= count; line++) drawLine(paper, line, rows[line - 1] ?? blankRow, say);
}

function drawColumns(paper: Paper, say: Speak): void {
  const look = { font: paper.fonts.bold, size: 8.5, colour: colours.ink };
  const widths = { timetac: nameWidth, personio: nameWidth, sync: answerWidth };
  const heads = (['timetac', 'personio', 'sync'] as const).map((column) => ({
    x: columns[column],
    lines: wrapped(say(columnLabels[column]), look, widths[column]),
  }));
  for (const { x, lines } of heads) paper.lines(lines, x, paper.y, look);
  paper.down(Math.max(...heads.map(({ lines }) => heightOf(lines, look.size))) + 4);
}

function drawLine(paper: Paper, line: number, row: SheetRow, say: Speak): void {
  const names = ['timetac', 'personio'] as const;
  const height = Math.max(...names.map((column) => textFieldHeight(paper, row[column], nameWidth)));
  if (!paper.hasRoom(height)) {
    paper.nextPage();
    drawColumns(paper, say);
  }
  const tip = (column: keyof SheetRow): string => say(rowLabel(line, column));
  paper.lines([String(line)], margin.left, paper.y - 5, quiet(paper, 7.5));
  for (const column of names) {
    const entry = { name: rowFieldName(line, column), tip: tip(column), value: row[column] };
    addTextField(paper, entry, { x: columns[column], top: paper.y, width: nameWidth, height });
  }
  const options = besides(paper, answers(say), columns.sync, paper.y - (lowest - circle) / 2);
  addChoice(paper, { name: rowFieldName(line, 'sync'), tip: tip('sync'), value: row.sync }, options);
  paper.down(height + 5);
}

/** The height of a field with one line: the circles stand beside the first. */
const lowest = 20.8;
