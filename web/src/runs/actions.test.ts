import { expect, test } from 'vitest';
import type { RunActionView } from '../api/types.ts';
import { choose, kindsIn, nameOf, wordsOf } from './actions.ts';

const action = (change: Partial<RunActionView>): RunActionView => ({
  kind: 'create',
  part: 'attendances',
  employee: null,
  date: null,
  before: null,
  after: null,
  type: null,
  outcome: 'done',
  because: null,
  ...change,
});

const actions = [
  action({}),
  action({ kind: 'delete' }),
  action({ kind: 'create', part: 'absences' }),
  action({ kind: 'hold', part: 'absences' }),
];

test('kinds that occur are offered, what takes away first', () => {
  expect(kindsIn(actions)).toEqual([
    { kind: 'delete', n: 1 },
    { kind: 'hold', n: 1 },
    { kind: 'create', n: 2 },
  ]);
});

test('kind and part are chosen together', () => {
  expect(choose(actions, { kind: 'all', part: 'all' })).toHaveLength(4);
  expect(choose(actions, { kind: 'create', part: 'absences' })).toEqual([actions[2]]);
});

test('a rehearsal would, a run did, and what did not happen says so', () => {
  const named = (change: Partial<RunActionView>, mode: 'live' | 'dry-run') => {
    const { what, around } = wordsOf(action(change), mode);
    return [what.en, around?.en ?? null];
  };
  expect(named({ outcome: 'planned' }, 'dry-run')).toEqual(['would create', null]);
  expect(named({ kind: 'hold', outcome: 'planned' }, 'dry-run')).toEqual(['cannot go (yet)', null]);
  expect(named({}, 'live')).toEqual(['created', null]);
  expect(named({ outcome: 'refused' }, 'live')).toEqual(['create', '{what}: refused']);
  expect(named({ kind: 'hold', outcome: 'planned' }, 'live')).toEqual(['held back', null]);
});

test('a person without a name is known by number', () => {
  expect(nameOf({ personioId: '3003', timetacId: 17, name: 'Ada Lovelace' })).toBe('Ada Lovelace');
  expect(nameOf({ personioId: '3003', timetacId: 17, name: null })).toBe('3003');
  expect(nameOf({ personioId: null, timetacId: 17, name: null })).toBe('17');
  expect(nameOf(null)).toBeNull();
});
