import { expect, test } from 'vitest';
import { linesToJson, mistakesWithin, numberToJson, sameJson, textToJson, valueAt } from './json.ts';

const said = { en: '', de: '' };

test('a value is found by its path, and nothing stands where there is none', () => {
  const form = { users: { defaults: { department: 'unassigned' } } };
  expect(valueAt(form, 'users.defaults.department')).toBe('unassigned');
  expect(valueAt(form, 'users.defaults.language')).toBeNull();
  expect(valueAt(form, 'users.defaults.department.name')).toBeNull();
});

test('values are the same whatever the order of their keys', () => {
  expect(sameJson({ a: 1, b: [{ c: 2, d: null }] }, { b: [{ c: 2 }], a: 1 })).toBe(true);
  expect(sameJson([1, 2], [2, 1])).toBe(false);
  expect(sameJson(null, {})).toBe(false);
});

test('a mistake inside a list belongs to the list', () => {
  const mistakes = ['absences.types[1].personio', 'absences.types', 'absences.typesOther'].map((path) => ({
    path,
    message: said,
    hint: null,
  }));
  expect(mistakesWithin(mistakes, 'absences.types').map(({ path }) => path)).toEqual([
    'absences.types[1].personio',
    'absences.types',
  ]);
});

test('what is typed becomes a value, and what is no number stays as it was typed', () => {
  expect([textToJson('  a '), textToJson('  ')]).toEqual(['a', null]);
  expect([numberToJson('14'), numberToJson('0,5'), numberToJson('two'), numberToJson('')]).toEqual([
    14,
    0.5,
    'two',
    null,
  ]);
  expect(linesToJson('a@b.de, c@d.de\n\ne@f.de;')).toEqual(['a@b.de', 'c@d.de', 'e@f.de']);
  expect(linesToJson(' \n')).toBeNull();
});
