import { expect, test } from 'vitest';
import type { Correction } from './corrections.ts';
import { asText, byPerson, countOf } from './corrections.ts';

const both = (text: string): Correction['message'] => ({ en: text, de: text });
const row = (issueId: string, given: Partial<Correction>): Correction => ({
  issueId,
  employee: null,
  part: 'attendances',
  date: null,
  until: null,
  type: null,
  details: [],
  message: both('The month is closed.'),
  ...given,
});
const ada = { personioId: '7', timetacId: 70, name: 'Ada' };
const rows = [
  row('a', { employee: { personioId: null, timetacId: 9, name: null } }),
  row('b', { employee: ada, date: '2026-02-05', details: [both('8 h → 7 h'), both('nothing → 2 h')] }),
  row('c', { employee: ada, date: '2026-01-30', part: 'absences', details: [both('1 day → nothing')] }),
  row('d', { employee: { personioId: '8', timetacId: null, name: '\u202e=cmd\n\t“x”' } }),
  row('e', {}),
];

test('a person’s corrections of both parts stand together, by date; nameless ones come last', () => {
  const people = byPerson(rows, 'de');
  expect(people.map((one) => [one.key, one.rows.map(({ issueId }) => issueId), one.count])).toEqual([
    ['8', ['d'], 1],
    ['7', ['c', 'b'], 3],
    ['e', ['e'], 1],
    ['user 9', ['a'], 1],
  ]);
  expect(countOf(rows)).toBe(6);
});

test('each correction is one line of text that no spreadsheet takes for a formula and no name turns around', () => {
  const text = asText(byPerson(rows, 'de'), {
    say: ({ de }) => de,
    about: ({ part, date }) => `${part} ${date ?? '–'}`,
    nobody: 'somebody',
  });
  expect(text.split('\n')).toEqual([
    '– =cmd “x” (8), attendances –: The month is closed.',
    '– Ada (7), absences 2026-01-30: 1 day → nothing',
    '– Ada (7), attendances 2026-02-05: 8 h → 7 h',
    '– Ada (7), attendances 2026-02-05: nothing → 2 h',
    '– somebody, attendances –: The month is closed.',
    '– 9, attendances –: The month is closed.',
  ]);
});
