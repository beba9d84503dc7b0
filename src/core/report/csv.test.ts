import { describe, expect, test } from 'vitest';
import { reportLine, reportWith } from '../../../test/entrance/report-with.ts';
import type { ReportLine } from './run-report.ts';
import { cell, renderCsv } from './csv.ts';

test.each([
  ['plain text stays as it is', 'Vacation', 'Vacation'],
  ['umlauts stay as they are', 'Jürgen Weiß', 'Jürgen Weiß'],
  ['nothing is an empty cell', null, ''],
  ['what is not there is an empty cell', undefined, ''],
  ['a number is a number', 17, '17'],
  ['zero is no empty cell', 0, '0'],
  ['a formula is text', '=1+1', "'=1+1"],
  ['so is one that begins with plus', '+49 30 1234', "'+49 30 1234"],
  ['or minus', '-2', "'-2"],
  ['or an at sign', '@SUM(A1)', "'@SUM(A1)"],
  ['a formula behind spaces is text and keeps its spaces', '  =1+1', "'  =1+1"],
  ['a formula behind a tab is text', '\t=1+1', "' =1+1"],
  ['a formula behind a line break is text', '\r\n=1+1', "' =1+1"],
  ['a formula in the middle is no formula', 'a=1', 'a=1'],
  ['a semicolon is quoted', 'a;b', '"a;b"'],
  ['a quote is doubled', 'the "late" shift', '"the ""late"" shift"'],
  ['a formula with quotes is both', '=HYPERLINK("x";"y")', '"\'=HYPERLINK(""x"";""y"")"'],
  ['a line break would end the row, so it is a space', 'one\ntwo\r\nthree', 'one two three'],
  ['spaces at the end survive', 'late ', '"late "'],
])('%s', (_title, value, written) => {
  expect(cell(value)).toBe(written);
});

describe('a report as a table', () => {
  const line = (code: ReportLine['code'], change: Partial<ReportLine> = {}): ReportLine =>
    reportLine(code, {
      employee: { personioId: '3001', timetacId: 17, name: '=cmd|Ahrens' },
      date: '2026-03-02',
      new: true,
      covers: 2,
      message: { en: 'said; in English', de: 'auf Deutsch gesagt' },
      ...change,
    });
  const report = reportWith('done-with-issues', {
    issues: [line('overlaps-foreign')],
    holds: [line('entry-open', { employee: null, new: false })],
    notes: [line('rounded', { type: 'Vacation' })],
  });

  test('issues, holds and notes are rows under one head, every row as wide as the head', () => {
    const text = renderCsv(report, 'de');
    expect(text.startsWith('\u{feff}class;id;code;')).toBe(true);
    expect(text.endsWith('\r\n')).toBe(true);
    const rows = text.slice(1).trimEnd().split('\r\n');
    expect(rows.map((row) => row.split(';')[0])).toEqual(['class', 'issue', 'hold', 'note']);
    expect(new Set(rows.map((row) => row.split(';').length)).size).toBe(1);
    expect(rows[1]).toBe(
      "issue;id-overlaps-foreign;overlaps-foreign;attendances;3001;17;'=cmd|Ahrens;2026-03-02;;2;1;;auf Deutsch gesagt;tun;",
    );
    expect(rows[2]).toContain('attendances;;;;2026-03-02;;2;0;');
    expect(rows[3]).toContain(';Vacation;');
  });

  test('the reader’s language decides the sentences', () => {
    expect(renderCsv(report, 'en')).toContain('"said; in English";do');
    expect(renderCsv(report, 'en')).not.toContain('Deutsch');
  });
});
