import { expect, test } from 'vitest';
import type { Language } from '../api/types.ts';
import { formatsIn } from '../words/format.ts';
import { sayIn } from '../words/say.ts';
import type { MonthRow } from './differences.ts';
import { sentenceOf } from './sentence.ts';

const row = (hours: number, days: number): MonthRow => ({
  employee: null,
  timetacHours: 100,
  personioHours: 100 + hours,
  timetacDays: 5,
  personioDays: 5 + days,
  days: [],
  open: [],
});
const inside = (language: Language, differing: number, rows: readonly MonthRow[]): string | null =>
  sentenceOf(
    { state: 'done', differing, rows: [...rows] },
    { ...formatsIn(language), say: (text, values) => sayIn(language, text, values) },
  );
const same = row(0, 0);

test.each([
  ['Both sides agree: 1 person, no difference.', 0, [same]],
  ['Both sides agree: 2 people, no difference.', 0, [same, same]],
  ['2 of 3 people differ: 4.5 h.', 2, [row(-3, 0), row(1.5, 0), same]],
  ['1 of 2 people differs: 1 day of absence.', 1, [row(0, -1), same]],
  ['1 of 2 people differs: 8 h and 0.5 days of absence.', 1, [row(-8, 0.5), same]],
  ['1 of 2 people differs: the sums agree, only the times or days do not.', 1, [same, same]],
  ['The only person differs: 2 h.', 1, [row(2, 0)]],
] as const)('“%s”', (sentence, differing, rows) => {
  expect(inside('en', differing, rows)).toBe(sentence);
});

test('hours stand in the reader’s form', () => {
  expect(inside('de', 1, [row(-4.5, 0), same])).toBe('Bei 1 von 2 Personen gibt es Unterschiede: 4,5 h.');
});

test('without a result, or without people, there is no sentence', () => {
  expect(inside('en', 0, [])).toBeNull();
  const running = { state: 'running', differing: 0, rows: [same] } as const;
  expect(
    sentenceOf({ ...running, rows: [...running.rows] }, { ...formatsIn('en'), say: ({ en }) => en }),
  ).toBeNull();
});
