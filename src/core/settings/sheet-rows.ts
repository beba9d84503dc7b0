// The mapping rows of a sheet: what is wrong with them, and what they become in the form.

import { valueAt } from './form-paths.ts';
import { pathText, said } from './mistake.ts';
import { blankRow, isBlankRow, mostRows, type Sheet, type SheetRow, sheetOf } from './sheet.ts';
import { type SheetFlaw, type SheetMistake, sheetMistake, textFlaw } from './sheet-mistake.ts';
import { rowLabel, sheetLabels, usualRows } from './sheet-words.ts';
import { type Branch, isBranch, type Tree } from './tree.ts';

export interface RowsFromSheet {
  /** null: the base's rows stay. */
  readonly types: readonly Tree[] | null;
  readonly mistakes: readonly SheetMistake[];
}

/**
 * `shown` is the sheet of `base`. Rows that stand on every sheet from the beginning, and that nobody answered, beside a start
 * date that nobody gave: they were not filled in at all.
 */
export function rowsFromSheet(sheet: Sheet, shown: Sheet, base: Branch): RowsFromSheet {
  const rows = sheet.types.map(trimmed);
  const lines = rows.flatMap((row, at) => (isBlankRow(row) ? [] : [{ row, line: at + 1 }]));
  const isUntouched =
    ['', shown.absencesFrom].includes(sheet.absencesFrom.trim()) &&
    lines.every(({ row }) => row.sync === null && isPrinted(row, shown));
  if (lines.length === 0 || isSame(rows, shown.types) || isUntouched) return { types: null, mistakes: [] };
  if (rows.length > mostRows) return { types: null, mistakes: [tooMany] };
  const mistakes = lines.flatMap(({ row, line }, index) => flawsOf(row, line, index, lines));
  return { types: [...lines.map(({ row }) => formRow(row, base)), ...unshown(base)], mistakes };
}

const isPrinted = ({ timetac, personio }: SheetRow, shown: Sheet): boolean =>
  [...usualRows.en, ...usualRows.de, ...shown.types].some(
    (row) => row.timetac === timetac && row.personio === personio,
  );

const trimmed = (row: SheetRow): SheetRow => ({
  ...row,
  timetac: row.timetac.trim(),
  personio: row.personio.trim(),
});

/** Blank lines at the end make no difference. */
const isSame = (a: readonly SheetRow[], b: readonly SheetRow[]): boolean =>
  Array.from({ length: Math.max(a.length, b.length) }).every((_, at) => {
    const [one, other] = [a[at] ?? blankRow, b[at] ?? blankRow];
    return (
      (isBlankRow(one) && isBlankRow(other)) ||
      (one.timetac === other.timetac && one.personio === other.personio && one.sync === other.sync)
    );
  });

interface Line {
  readonly row: SheetRow;
  readonly line: number;
}

function flawsOf(row: SheetRow, line: number, index: number, lines: readonly Line[]): SheetMistake[] {
  const at = (column: keyof SheetRow, flaw: SheetFlaw): SheetMistake =>
    sheetMistake(pathText(['absences', 'types', index, column]), rowLabel(line, column), flaw);
  const unfit = (['timetac', 'personio'] as const).flatMap((column) => {
    const flaw = textFlaw(row[column]);
    return flaw === null ? [] : [at(column, flaw)];
  });
  if (row.timetac === '') return [...unfit, at('timetac', noTimetac)];
  const earlier = lines.slice(0, index).find((other) => keyOf(other.row) === keyOf(row));
  return [
    ...unfit,
    ...(earlier === undefined ? [] : [at('timetac', twice(earlier.line))]),
    ...(row.personio === '' && row.sync !== 'no' ? [at('personio', noPersonio)] : []),
    ...(row.personio !== '' && row.sync === null ? [at('sync', unanswered)] : []),
  ];
}

/** Case makes no difference, as everywhere in the form. */
const keyOf = ({ timetac }: SheetRow): string => timetac.toLowerCase();

/** What the base knows of the type besides stays. */
function formRow({ timetac, personio, sync }: SheetRow, base: Branch): Tree {
  const known = rowsOf(base).find((row) => keyOf(shownRow(row)) === timetac.toLowerCase());
  const before = isBranch(known) ? known : {};
  const names = { timetac, ...(personio === '' ? {} : { personio }) };
  return { ...before, ...names, sync: sync === 'yes' };
}

const shownRow = (row: Tree): SheetRow => sheetOf({ absences: { types: [row] } }).types[0] ?? blankRow;

/** Rows for which the sheet has no room. */
const unshown = (base: Branch): readonly Tree[] => rowsOf(base).slice(mostRows);

function rowsOf(base: Branch): readonly Tree[] {
  const types = valueAt(base, 'absences.types');
  return Array.isArray(types) ? (types as readonly Tree[]) : [];
}

const noTimetac: SheetFlaw = {
  message: said(
    'This line names an absence of Personio only.',
    'Diese Zeile nennt nur eine Abwesenheit von Personio.',
  ),
  hint: said(
    'Add the absence in TimeTac, or clear the line.',
    'Ergänzen Sie die Abwesenheit in TimeTac, oder leeren Sie die Zeile.',
  ),
};

const noPersonio: SheetFlaw = {
  message: said(
    'This line names an absence of TimeTac only.',
    'Diese Zeile nennt nur eine Abwesenheit von TimeTac.',
  ),
  hint: said(
    'Add the absence in Personio, answer No, or clear the line.',
    'Ergänzen Sie die Abwesenheit in Personio, antworten Sie mit Nein, oder leeren Sie die Zeile.',
  ),
};

const unanswered: SheetFlaw = {
  message: said('Neither Yes nor No is chosen.', 'Weder Ja noch Nein ist angekreuzt.'),
  hint: said(
    'Choose Yes or No, or clear the line.',
    'Kreuzen Sie Ja oder Nein an, oder leeren Sie die Zeile.',
  ),
};

const twice = (line: number): SheetFlaw => ({
  message: said(
    `The same absence of TimeTac stands in line ${line} already.`,
    `Dieselbe Abwesenheit von TimeTac steht schon in Zeile ${line}.`,
  ),
  hint: said('Keep one of the two lines.', 'Behalten Sie nur eine der beiden Zeilen.'),
});

const tooMany: SheetMistake = sheetMistake('absences.types', sheetLabels.types, {
  message: said(`There are more than ${mostRows} lines.`, `Es sind mehr als ${mostRows} Zeilen.`),
  hint: said(
    'Clear the lines of absences that nobody uses.',
    'Leeren Sie die Zeilen von Abwesenheiten, die niemand verwendet.',
  ),
});
