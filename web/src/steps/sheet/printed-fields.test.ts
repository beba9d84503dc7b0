import { expect, test } from 'vitest';
import { columnLabels, sheetLabels } from '../../../../src/core/settings/sheet-words.ts';
import { sayIn } from '../../words/say.ts';
import { printedColumnWords, printedFieldWords } from '../../words/steps-sheet.ts';
import { printedLabel } from './printed-fields.ts';

const label = (path: string): string | null => printedLabel(path, sayIn.bind(null, 'de'));

test('a field is called as on the printed form', () => {
  expect(Object.values(printedFieldWords)).toEqual(expect.arrayContaining(Object.values(sheetLabels)));
  expect(printedColumnWords).toEqual(columnLabels);
});

test('a row is counted from one, and its column named', () => {
  expect(label('absences.types[2].personio')).toBe(
    'Abwesenheiten, ausgefüllte Zeile 3: Abwesenheit in Personio',
  );
  expect(label('users.defaults.department')).toBe('Abteilung');
});

test('what is no field of the sheet has no name there', () => {
  expect([label(''), label('guard.maxDeletes'), label('constructor')]).toEqual([null, null, null]);
});
