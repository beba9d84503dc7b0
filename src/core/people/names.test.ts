// Names and addresses, compared as people mean them.

import { expect, test } from 'vitest';
import { folded, groupBy, isEmail, isUsername } from './names.ts';

test.each([
  ['  Anna  Maria ', 'anna maria'],
  ['ANNA@Example.COM', 'anna@example.com'],
  ['Mu\u0308ller', 'm\u00fcller'],
  ['   ', null],
  ['', null],
  [null, null],
  [undefined, null],
])('%j is compared as %j', (text, same) => expect(folded(text)).toBe(same));

test.each([
  ['anna.ahrens@muster.example', true],
  [' anna@muster.example ', true],
  ['jörg@müller.example', true],
  ['anna', false],
  ['anna@muster', false],
  ['anna@@muster.example', false],
  ['anna ahrens@muster.example', false],
  ['Anna <anna@muster.example>', false],
  ['', false],
])('%j is an address: %s', (text, is) => expect(isEmail(text)).toBe(is));

test.each([
  ['anna.ahrens@muster.example', true],
  ['a-b_c', true],
  ['Anna', false],
  ['jörg', false],
  ['anna+leave@muster.example', false],
  ['', false],
])('%j is a user name that TimeTac takes: %s', (text, is) => expect(isUsername(text)).toBe(is));

test('what has no key is in no group', () => {
  const groups = groupBy(['a1', 'b1', 'a2', 'x'], (text) => (text === 'x' ? null : text.slice(0, 1)));
  expect([...groups]).toEqual([
    ['a', ['a1', 'a2']],
    ['b', ['b1']],
  ]);
});
