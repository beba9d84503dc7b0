import { expect, test } from 'vitest';
import type { Answerable } from './answers.ts';
import { answersTo, commonAnswers, dayOf, namesIn, wordsOfGiven } from './answers.ts';

const issue = (change: Partial<Answerable>): Answerable =>
  ({ answers: [], mayRetry: false, mayTakeOver: false, ...change }) as Answerable;

test('answers are offered in one order, and those unknown here not at all', () => {
  expect(answersTo(issue({ answers: ['ignore', 'keep-target', 'source-wins', 'dance'] }))).toEqual([
    'source-wins',
    'keep-target',
    'ignore',
  ]);
  expect(answersTo(issue({ answers: ['ignore'], mayRetry: true, mayTakeOver: true }))).toEqual([
    'take-over',
    'retry',
    'ignore',
  ]);
});

test('for all at once only what can be said to each', () => {
  const retried = issue({ answers: ['ignore'], mayRetry: true });
  expect(commonAnswers([retried, issue({ answers: ['ignore'] })])).toEqual(['ignore']);
  expect(commonAnswers([])).toEqual([]);
});

test('the winner is the side that sends', () => {
  expect(wordsOfGiven({ part: 'employees', choice: 'source-wins' }).en).toBe('Personio wins');
  expect(wordsOfGiven({ part: 'absences', choice: 'source-wins' }).en).toBe('TimeTac wins');
  expect(wordsOfGiven({ part: 'employees', choice: 'apart' }).en).toBe('Not the same person');
});

test('an answer about a day of attendance names it', () => {
  expect(dayOf({ part: 'attendances', name: '3003 2026-03-02' })).toBe('2026-03-02');
  expect(dayOf({ part: 'attendances', name: 'tt:99' })).toBeNull();
  expect(dayOf({ part: 'absences', name: '3003 2026-03-02' })).toBeNull();
});

test('people are known by what the lines tell', () => {
  const names = namesIn([
    { employee: { personioId: '3003', timetacId: 1, name: 'Ada Lovelace' } },
    { employee: { personioId: '3004', timetacId: 2, name: null } },
    { employee: null },
  ]);
  expect([...names]).toEqual([['3003', 'Ada Lovelace']]);
});
