import { expect, test } from 'vitest';
import { suggestTypes } from './suggest-types.ts';

const source = (name: string) => ({ key: '1:0', name, unit: 'days' as const });
const target = (name: string) => ({ id: name, name, category: null, unit: 'days' as const });
const suggested = (name: string, ...names: string[]) => {
  const [row] = suggestTypes([source(name)], names.map(target));
  return row === undefined ? null : `${row.personio?.name ?? '–'} (${row.because})`;
};

test.each([
  // The guide's own four rows.
  ['Vacation', ['Sick day', 'Paid absence'], 'Paid absence (known-pair)'],
  ['Sick leave', ['Paid absence', 'Sick day'], 'Sick day (known-pair)'],
  ['Maternity leave', ['Maternity protection'], 'Maternity protection (known-pair)'],
  ['Remote work', ['Work from home'], 'Work from home (known-pair)'],
  ['Urlaub', ['Paid vacation'], 'Paid vacation (known-pair)'],
  ['Krankenstand', ['Krankheit', 'Kind krank'], 'Krankheit (known-pair)'],
  ['Homeoffice', ['Mobiles Arbeiten'], 'Mobiles Arbeiten (known-pair)'],
  [' Special  Leave ', ['special leave'], 'special leave (same-name)'],
  ['Unpaid leave (long)', ['Unbezahlter Urlaub'], 'Unbezahlter Urlaub (known-pair)'],
])('%s is suggested for %j', (name, names, expected) => {
  expect(suggested(name, ...names)).toBe(expected);
});

test.each([
  ['a name that nobody knows', 'Volcano watch', ['Paid absence']],
  ['two that fit', 'Vacation', ['Paid absence', 'Annual leave']],
  ['two of the same name', 'Vacation', ['Vacation', 'vacation']],
  ['nothing to choose from', 'Vacation', []],
])('nothing is suggested for %s', (_what, name, names) => {
  expect(suggested(name, ...names)).toBe('– (none)');
});
