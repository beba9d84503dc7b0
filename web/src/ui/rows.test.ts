import { expect, test } from 'vitest';
import type { RowTexts } from './rows.ts';
import { filterRows, sortRows } from './rows.ts';

interface Row {
  readonly name: string;
  readonly n: number | null;
}
const rows: readonly Row[] = [
  { name: 'Öztürk 2', n: 2 },
  { name: 'Zoe', n: null },
  { name: 'Öztürk 10', n: 1 },
];
const columns: readonly RowTexts<Row>[] = [
  { key: 'name', text: ({ name }) => name, sort: ({ name }) => name },
  { key: 'n', text: ({ n }) => String(n), sort: ({ n }) => n },
];
const names = (found: readonly Row[]): readonly string[] => found.map(({ name }) => name);

test('every typed word has to occur, wherever', () => {
  expect(names(filterRows(rows, columns, ' öztürk 10 '))).toEqual(['Öztürk 10']);
  expect(filterRows(rows, columns, '')).toBe(rows);
});

test('names are ordered as people do, and what is unknown comes last both ways', () => {
  const by = (column: string, down: boolean) => names(sortRows(rows, columns, { column, down }, 'de'));
  expect(by('name', false)).toEqual(['Öztürk 2', 'Öztürk 10', 'Zoe']);
  expect(by('n', false)).toEqual(['Öztürk 10', 'Öztürk 2', 'Zoe']);
  expect(by('n', true)).toEqual(['Öztürk 2', 'Öztürk 10', 'Zoe']);
});
