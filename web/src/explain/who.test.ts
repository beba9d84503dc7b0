import { expect, test } from 'vitest';
import type { Listed } from './who.ts';
import { fits, labelOf, labelsOf, whoIs } from './who.ts';

const person = (personioId: string, name: string | null): Listed => ({ personioId, name, timetacId: null });
const listed = [
  person('12', 'Zoë Änderlein'),
  person('7', 'Ada Lovelace'),
  person('8', 'Ada Lovelace'),
  person('9', null),
  person('31', '=cmd|" /C calc"!A0 '),
];

test('two people of one name are told apart by their ids, and somebody without a name is the id', () => {
  expect(labelsOf(listed, 'de').slice(1)).toEqual([
    'Ada Lovelace (7)',
    'Ada Lovelace (8)',
    'Zoë Änderlein (12)',
    '9',
  ]);
  expect(labelOf(person('5', '  '))).toBe('5');
});

test.each([
  ['Ada Lovelace (8)', { found: 'one', id: '8' }],
  [' 7 ', { found: 'one', id: '7' }],
  ['änder zoe', { found: 'one', id: '12' }],
  ['ada', { found: 'several' }],
  ['Grace', { found: 'nobody' }],
  ['', { found: 'nobody' }],
  ['cmd|', { found: 'one', id: '31' }],
])('“%s” means %j', (typed, who) => {
  expect(whoIs(typed, listed)).toEqual(who);
});

test('a number that nobody listed has may be somebody who is not linked', () => {
  expect(whoIs('4711', listed)).toEqual({ found: 'one', id: '4711' });
  expect(whoIs('1'.repeat(51), listed)).toEqual({ found: 'nobody' });
});

test('accents need not be typed, but can be', () => {
  expect([fits('Zoë', 'zoe'), fits('Zoë', 'zoë'), fits('Zoe', 'zoë')]).toEqual([true, true, false]);
});
