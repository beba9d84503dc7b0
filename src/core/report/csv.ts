// A report as CSV for spreadsheets: semicolons, a byte order mark (so that umlauts survive), and no cell that a
// spreadsheet would take for a formula.

import type { ReportLine, RunReport } from './run-report.ts';

const head = [
  'class',
  'id',
  'code',
  'part',
  'personio_id',
  'timetac_id',
  'name',
  'date',
  'until',
  'covers',
  'new',
  'type',
  'message',
  'action',
  'details',
];

/**
 * @param columns `types: false` leaves the absence types out, for what leaves the house by mail (rule 0.10); `solved` adds
 *   what was solved
 */
export function renderCsv(
  report: RunReport,
  language: 'en' | 'de',
  columns: { readonly types: boolean; readonly solved: boolean } = { types: true, solved: false },
): string {
  const row = (kind: string, line: ReportLine): CsvCell[] => [
    kind,
    line.id,
    line.code,
    line.part,
    line.employee?.personioId,
    line.employee?.timetacId,
    line.employee?.name,
    line.date,
    line.until,
    line.covers,
    line.new ? 1 : 0,
    ...(columns.types ? [line.type] : []),
    line.message[language],
    line.action[language],
    line.details.join(' | '),
  ];
  const rows = [
    columns.types ? head : head.filter((name) => name !== 'type'),
    ...report.issues.map((line) => row('issue', line)),
    ...report.holds.map((line) => row('hold', line)),
    ...report.notes.map((line) => row('note', line)),
    ...(columns.solved ? report.solved.map((line) => row(line.why, line)) : []),
  ];
  return csvOf(rows);
}

/** A number in the reader's form (`-2,5`): it begins like a formula and is none. */
export interface NumberCell {
  readonly number: string;
}
export type CsvCell = string | number | NumberCell | null | undefined;

/** Rows as one document, the first of them the head. */
export const csvOf = (rows: readonly (readonly CsvCell[])[]): string =>
  `\u{feff}${rows.map((cells) => cells.map(cell).join(';')).join('\r\n')}\r\n`;

/** Text that begins like a formula gets an apostrophe; quotes are doubled; line breaks become spaces. */
export function cell(value: CsvCell): string {
  if (typeof value === 'object' && value !== null)
    return /^-?[\d.,]+$/.test(value.number) ? value.number : cell(value.number);
  const text = value === null || value === undefined ? '' : String(value);
  const plain = text.replaceAll(/[\r\n\t]+/g, ' ');
  const safe = /^\s*[=+\-@]/.test(plain) ? `'${plain}` : plain;
  return /[";]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
