import { expect, test } from 'vitest';
import type { Piece } from './differences.ts';
import { sideBySide } from './differences.ts';

/** Marked pieces in brackets. */
const shown = (pieces: readonly Piece[]): string =>
  pieces.map(({ text, differs }) => (differs ? `[${text}]` : text)).join('');
const both = (one: string, other: string): readonly string[] => {
  const compared = sideBySide(one, other);
  return [shown(compared.one), shown(compared.other)];
};

test.each([
  [
    'a later end',
    '02.03.2026, 08:00–12:00',
    '02.03.2026, 08:00–12:30',
    ['02.03.2026, 08:00–[12:00]', '02.03.2026, 08:00–[12:30]'],
  ],
  [
    'another day in English',
    '2 Mar 2026 – 6 Mar 2026',
    '2 Mar 2026 – 9 Mar 2026',
    ['2 Mar 2026 – [6] Mar 2026', '2 Mar 2026 – [9] Mar 2026'],
  ],
  ['a day more', '2 Mar 2026', '2 Mar 2026 – 3 Mar 2026', ['2 Mar 2026', '2 Mar 2026 – [3] [Mar] [2026]']],
  ['nothing', '2 Mar 2026', '2 Mar 2026', ['2 Mar 2026', '2 Mar 2026']],
  ['everything', 'Ada', 'Bob', ['[Ada]', '[Bob]']],
])('what differs is marked: %s', (_, one, other, expected) => {
  expect(both(one, other)).toEqual(expected);
});

test('nothing of either text is lost, however strange it is', () => {
  for (const [one, other] of [
    ['=cmd|"x"!A1 \u202Eabc 🙂🙂', '🙂 \u202Ecba =cmd'],
    ['', 'x'],
    ['a '.repeat(1000), 'b '.repeat(1000)],
  ] as const) {
    const compared = sideBySide(one, other);
    expect(compared.one.map(({ text }) => text).join('')).toBe(one);
    expect(compared.other.map(({ text }) => text).join('')).toBe(other);
  }
});

test('texts too long to be compared differ as a whole, or not at all', () => {
  const long = 'a '.repeat(1000);
  expect(sideBySide(long, `${long}b`).other).toEqual([{ text: `${long}b`, differs: true }]);
  expect(sideBySide(long, long).one).toEqual([{ text: long, differs: false }]);
});
