import { expect, test } from 'vitest';
import type { Answerable } from './answers.ts';
import type { GivenAnswer } from '../words/issues.ts';
import { answersTo, commonAnswers, dayOf, decisionFor, meaningOf, wordsOfGiven } from './answers.ts';

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

test('what belongs to somebody else is taken over before TimeTac may win', () => {
  const answers = ['source-wins', 'keep-target', 'ignore'];
  expect(answersTo(issue({ answers, mayTakeOver: true }))).toEqual(['take-over', 'keep-target', 'ignore']);
});

test('an answer says what happens to this very cause', () => {
  expect(meaningOf({ code: 'deleted-in-target', part: 'absences' }, 'keep-target').en).toContain(
    'stays deleted',
  );
  expect(meaningOf({ code: 'edited-in-target', part: 'absences' }, 'keep-target').en).toContain(
    'stays as it is',
  );
  expect(meaningOf({ code: 'brand-new', part: 'attendances' }, 'ignore').en).toContain('this day');
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

const given = (change: Partial<GivenAnswer>): GivenAnswer => ({
  id: 'd1',
  part: 'attendances',
  employeeId: '3003',
  employee: null,
  name: '3003 2026-03-02',
  choice: 'source-wins',
  decidedAt: '2026-03-03T08:00:00Z',
  doneAt: null,
  ...change,
});
const ada = { personioId: '3003', timetacId: 1, name: 'Ada Lovelace' };

test('the answer to a day is the one about this day', () => {
  const day = { part: 'attendances', employee: ada, date: '2026-03-02' } as const;
  const other = given({ id: 'd2', name: '3003 2026-03-03' });
  expect(decisionFor(day, 'source-wins', [other, given({})])?.id).toBe('d1');
  expect(decisionFor(day, 'source-wins', [other])).toBeNull();
  expect(decisionFor(day, 'ignore', [given({})])).toBeNull();
});

test('an answer that was carried out, or is about somebody else, is none to this issue', () => {
  const day = { part: 'attendances', employee: ada, date: '2026-03-02' } as const;
  const others = [
    given({ doneAt: '2026-03-03T09:00:00Z' }),
    given({ employeeId: '3004', name: '3004 2026-03-02' }),
  ];
  expect(decisionFor(day, 'source-wins', others)).toBeNull();
});

test('the answer to an absence is known only where the person has no other of the kind', () => {
  const absence = { part: 'absences', employee: ada, date: '2026-03-02' } as const;
  const first = given({ part: 'absences', name: '99:0', choice: 'ignore' });
  expect(decisionFor(absence, 'ignore', [first])?.id).toBe('d1');
  expect(decisionFor(absence, 'ignore', [first, { ...first, id: 'd2', name: '98:0' }])).toBeNull();
});
