// The upper part of the form: its head, the defaults of new users, the start dates. Labels on the left, fields on the
// right, and under each field what the guide recommends.

import type { Said } from '../core/settings/mistake.ts';
import { moduleSetNames, type Sheet, sheetLanguages } from '../core/settings/sheet.ts';
import { languageLabels, moduleSetLabels, sheetLabels } from '../core/settings/sheet-words.ts';
import { addChoice, addTextField, circle, textFieldHeight } from './form-fields.ts';
import type { SingleName } from './form-names.ts';
import { colours, margin, type Paper } from './form-paper.ts';
import {
  answers,
  besides,
  type Choice,
  drawHeading,
  drawRow,
  fieldWidth,
  fieldX,
  quiet,
} from './form-rows.ts';
import { paperWords, type Speak } from './form-words.ts';

export function drawHead(paper: Paper, sheet: Sheet, say: Speak): void {
  paper.page.drawRectangle({ x: margin.left, y: paper.y, width: 36, height: 3, color: colours.accent });
  paper.down(10);
  paper.paragraph(say(paperWords.title), { font: paper.fonts.bold, size: 17, colour: colours.ink });
  paper.down(4);
  paper.paragraph(say(paperWords.intro), quiet(paper, 8.5));
  paper.down(12);
  drawText(paper, 'name', sheet, say);
  drawText(paper, 'account', sheet, say, paperWords.accountHint);
}

export function drawUsers(paper: Paper, sheet: Sheet, say: Speak): void {
  drawHeading(paper, say(paperWords.section1), say(paperWords.section1Text));
  drawText(paper, 'department', sheet, say, paperWords.departmentHint);
  drawText(paper, 'workingTimeModel', sheet, say, paperWords.workingTimeModelHint);
  drawText(paper, 'holidayCalendar', sheet, say, paperWords.holidayCalendarHint);
  drawList(paper, 'modules', sheet.modules, say);
  drawOptions(paper, 'mobileApps', sheet.mobileApps, answers(say), say);
  drawOptions(paper, 'statusOverview', sheet.statusOverview, answers(say), say);
  const languages = sheetLanguages.map((value) => ({ value, label: say(languageLabels[value]) }));
  drawOptions(paper, 'language', sheet.language, languages, say, paperWords.languageHint);
}

export function drawStarts(paper: Paper, sheet: Sheet, say: Speak): void {
  drawHeading(paper, say(paperWords.section2), say(paperWords.section2Text));
  drawText(paper, 'absencesFrom', sheet, say, paperWords.absencesHint);
  drawText(paper, 'attendancesFrom', sheet, say, paperWords.attendancesHint);
}

type TextName = Exclude<SingleName, 'modules' | 'mobileApps' | 'statusOverview' | 'language'>;

function drawText(paper: Paper, name: TextName, sheet: Sheet, say: Speak, hint?: Said): void {
  const [label, tip] = [say(sheetLabels[name]), tipOf(name, say, hint)];
  const height = textFieldHeight(paper, sheet[name], fieldWidth);
  drawRow(paper, label, height, hint === undefined ? null : say(hint), (top) =>
    addTextField(paper, { name, tip, value: sheet[name] }, { x: fieldX, top, width: fieldWidth, height }),
  );
}

const tipOf = (name: SingleName, say: Speak, hint?: Said): string =>
  hint === undefined ? say(sheetLabels[name]) : `${say(sheetLabels[name])}. ${say(hint)}`;

const listStep = 14.5;

/** One below the other. */
function drawList(paper: Paper, name: 'modules', value: string | null, say: Speak): void {
  const names = moduleSetNames;
  drawRow(paper, say(sheetLabels[name]), listStep * names.length, null, (top) => {
    const options = names.map((one, at) => ({
      value: one,
      label: say(moduleSetLabels[one]),
      x: fieldX,
      top: top - at * listStep,
    }));
    addChoice(paper, { name, tip: say(sheetLabels[name]), value }, options);
  });
}

/** Side by side. */
function drawOptions(
  paper: Paper,
  name: 'mobileApps' | 'statusOverview' | 'language',
  value: string | null,
  choices: readonly Choice[],
  say: Speak,
  hint?: Said,
): void {
  drawRow(paper, say(sheetLabels[name]), circle, hint === undefined ? null : say(hint), (top) =>
    addChoice(paper, { name, tip: tipOf(name, say, hint), value }, besides(paper, choices, fieldX, top)),
  );
}
