// The pieces of which every part of the form is made: headings, rows with a label and a hint, answers side by side.

import { answerLabels } from '../core/settings/sheet-words.ts';
import { circle, type Option, optionWidth } from './form-fields.ts';
import { colours, heightOf, innerWidth, margin, type Paper, type TextLook, wrapped } from './form-paper.ts';
import type { Speak } from './form-words.ts';

const labelWidth = 150;
export const fieldX = margin.left + labelWidth + 12;
export const fieldWidth = innerWidth - labelWidth - 12;

/** A heading never stands alone at the foot of a page. */
export function drawHeading(paper: Paper, title: string, text: string): void {
  const look = quiet(paper, 8.5);
  const height = 34 + heightOf(wrapped(text, look, innerWidth), look.size);
  if (paper.hasRoom(height + 60)) paper.down(10);
  else paper.nextPage();
  paper.paragraph(title, { font: paper.fonts.bold, size: 11.5, colour: colours.accent });
  paper.down(1);
  paper.paragraph(text, look);
  paper.down(8);
}

export const quiet = ({ fonts }: Paper, size: number): TextLook => ({
  font: fonts.regular,
  size,
  colour: colours.quiet,
});

/** Label, field and hint, kept together on one page. */
export function drawRow(
  paper: Paper,
  label: string,
  fieldHeight: number,
  hint: string | null,
  field: (top: number) => void,
): void {
  const labelLook = { font: paper.fonts.bold, size: 8.5, colour: colours.ink };
  const hintLook = quiet(paper, 7.5);
  const labels = wrapped(label, labelLook, labelWidth);
  const hints = hint === null ? [] : wrapped(hint, hintLook, fieldWidth);
  const right = fieldHeight + (hints.length === 0 ? 0 : 2 + heightOf(hints, hintLook.size));
  const height = Math.max(heightOf(labels, labelLook.size), right);
  if (!paper.hasRoom(height)) paper.nextPage();
  const offset = fieldHeight > circle && fieldHeight < 24 ? 3.5 : 0;
  paper.lines(labels, margin.left, paper.y - offset, labelLook);
  field(paper.y);
  paper.lines(hints, fieldX, paper.y - fieldHeight - 2, hintLook);
  paper.down(height + 8);
}

export interface Choice {
  readonly value: string;
  readonly label: string;
}

export const answers = (say: Speak): readonly Choice[] =>
  (['yes', 'no'] as const).map((value) => ({ value, label: say(answerLabels[value]) }));

export function besides(paper: Paper, choices: readonly Choice[], x: number, top: number): readonly Option[] {
  let next = x;
  return choices.map((choice) => {
    const option = { ...choice, x: next, top };
    next += optionWidth(paper, choice.label) + 16;
    return option;
  });
}
