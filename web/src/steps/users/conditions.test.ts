import { expect, test } from 'vitest';
import { sayIn } from '../../words/say.ts';
import { conditionIn, conditionJson, conditionText, noCondition } from './conditions.ts';

const say = sayIn.bind(null, 'en');

test('only what is filled in becomes part of a condition', () => {
  expect(conditionJson({ ...noCondition, office: ' Vienna ', ids: ['7'] })).toEqual({
    office: 'Vienna',
    ids: ['7'],
  });
  expect(conditionJson({ ...noCondition, office: '  ' })).toBeNull();
});

test('a condition comes back from the form as it went in', () => {
  const condition = { ...noCondition, department: 'Board', ids: ['1', '2'] };
  expect(conditionIn(conditionJson(condition))).toEqual(condition);
});

test('a condition is told with the names of the people', () => {
  const text = conditionText(say, { office: 'Vienna', ids: ['7'] }, (id) => (id === '7' ? 'Ada' : id));
  expect(text).toBe('Office: Vienna · Certain people: Ada');
});
