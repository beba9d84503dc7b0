import { expect, test } from 'vitest';
import { typesWords } from '../../words/steps-types.ts';
import type { Choices } from '../live/choices.ts';
import type { TypeRow } from './rows.ts';
import { mergedRows, typeRows, withoutRow, withRow, withSuggestions } from './rows.ts';

const suggestion = (timetac: string, personio: string | null): Choices['suggestions'][number] => ({
  timetac,
  personio,
  sync: personio !== null,
  worksThatDay: false,
  because: personio === null ? 'none' : 'known-pair',
  warnings: [],
});

const lists = {
  timetacTypes: [
    { key: '1:0', name: 'Urlaub', unit: 'days' as const },
    { key: '2:0', name: 'Krank', unit: 'days' as const },
    { key: '3:0', name: 'Sonstiges', unit: 'hours' as const },
  ],
  personioTypes: [
    { id: 'p1', name: 'Paid absence', unit: 'days' as const },
    { id: 'p2', name: 'Sick day', unit: 'hours' as const },
  ],
  suggestions: [
    suggestion('Urlaub', 'Paid absence'),
    suggestion('Krank', 'Sick day'),
    suggestion('Sonstiges', null),
  ],
};

const named = (rows: readonly TypeRow[], name: string): TypeRow => {
  const row = rows.find((one) => one.name === name);
  if (row === undefined) {
    throw new Error(`no row ${name}`);
  }
  return row;
};

test('what the form says stands; everything else is suggested and undecided', () => {
  const rows = typeRows([{ timetac: '1:0', personio: 'p1', sync: false }], lists);
  expect(rows.map(({ name, sync, because }) => [name, sync, because])).toEqual([
    ['Urlaub', false, 'mapped'],
    ['Krank', null, 'known-pair'],
    ['Sonstiges', null, 'none'],
  ]);
});

test('a row that TimeTac no longer lists is shown as gone; without lists nothing is called gone', () => {
  const form = [{ timetac: 'Old', personio: 'Paid absence', sync: true }];
  expect(named(typeRows(form, lists), 'Old').isGone).toBe(true);
  expect(named(typeRows(form, undefined), 'Old')).toMatchObject({ isGone: false, sync: true });
});

test('a choice adds the row; choosing a type switches it on, choosing none off', () => {
  const added = withRow(null, named(typeRows(null, lists), 'Krank'), { personio: 'Paid absence' });
  expect(added).toEqual([{ timetac: 'Krank', personio: 'Paid absence', sync: true }]);
  const row = named(typeRows(added, lists), 'Krank');
  expect(withRow(added, row, { personio: null })).toEqual([
    { timetac: 'Krank', personio: null, sync: false },
  ]);
  expect(withoutRow(added, row)).toBeNull();
});

test('all suggestions are taken, and what was decided stays', () => {
  const form = [{ timetac: 'Urlaub', personio: 'Sick day', sync: true }];
  expect(withSuggestions(form, typeRows(form, lists))).toEqual([
    { timetac: 'Urlaub', personio: 'Sick day', sync: true },
    { timetac: 'Krank', personio: 'Sick day', sync: true },
    { timetac: 'Sonstiges', sync: false },
  ]);
});

test('days that go into hours are warned of as soon as they are chosen', () => {
  const form = [{ timetac: 'Urlaub', personio: 'Sick day', sync: true }];
  expect(named(typeRows(form, lists), 'Urlaub').warnings).toEqual([typesWords.daysIntoHours]);
});

test('of two people each keeps the rows that they changed', () => {
  const base = [
    { timetac: 'A', personio: 'x', sync: true },
    { timetac: 'B', personio: 'y', sync: true },
  ];
  const mine = [
    { timetac: 'A', personio: 'mine', sync: true },
    base[1] ?? null,
    { timetac: 'C', sync: false },
  ];
  const theirs = [base[0] ?? null, { timetac: 'B', personio: 'theirs', sync: true }];
  expect(mergedRows(base, mine, theirs)).toEqual([
    { timetac: 'A', personio: 'mine', sync: true },
    { timetac: 'B', personio: 'theirs', sync: true },
    { timetac: 'C', sync: false },
  ]);
  expect(mergedRows(base, [base[0] ?? null], theirs)).toEqual([base[0]]);
});
