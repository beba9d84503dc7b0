import { expect, test } from 'vitest';
import type { ComparedRow } from './compare-rows.ts';
import { differencesFirst, verdictOf } from './compare-rows.ts';

const row = (ours: string, theirs: string | null): ComparedRow => ({
  employee: null,
  part: 'attendances',
  date: null,
  ours,
  theirs,
  type: null,
  same: ours === theirs,
});

test('differences come first, otherwise the order stays', () => {
  const rows = [row('a', 'a'), row('b', null), row('c', 'c'), row('d', 'e')];
  expect(differencesFirst(rows).map(({ ours }) => ours)).toEqual(['b', 'd', 'a', 'c']);
});

test('what is not there is told apart from what is different', () => {
  expect([row('a', 'a'), row('a', null), row('a', 'b')].map(verdictOf)).toEqual([
    'same',
    'missing',
    'differs',
  ]);
});
