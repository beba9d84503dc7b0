import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formOf, isFormPath, valueAt, withValue } from './form-paths.ts';
import type { Branch, Tree } from './tree.ts';

const key = fc.constantFrom(
  'name',
  'users',
  'defaults',
  'scope',
  'absences',
  'a',
  'b',
  'constructor',
  'toString',
);
const path = fc.array(key, { minLength: 1, maxLength: 4 }).map((keys) => keys.join('.'));
const leaf: fc.Arbitrary<Tree> = fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.array(fc.string()));
const form: fc.Arbitrary<Branch> = fc
  .array(fc.tuple(path, leaf), { maxLength: 8 })
  .map((values) => values.reduce<Branch>((made, [at, value]) => withValue(made, at, value), {}));

/** Whether one of both leads through the other. */
const isRelated = (a: string, b: string): boolean =>
  a === b || a.startsWith(`${b}.`) || b.startsWith(`${a}.`);

describe('a value of the form', () => {
  it('stands where it was put, and everything beside it as before', () => {
    fc.assert(
      fc.property(form, path, leaf, path, (before, at, value, other) => {
        const copy = structuredClone(before);
        const after = withValue(before, at, value);
        expect(valueAt(after, at)).toEqual(value);
        if (!isRelated(at, other)) expect(valueAt(after, other)).toEqual(valueAt(before, other));
        expect(before).toEqual(copy);
      }),
    );
  });

  it('that is taken away is gone, with sections that hold nothing else', () => {
    fc.assert(
      fc.property(form, path, leaf, (before, at, value) => {
        fc.pre(valueAt(before, at) === null);
        // A value in the middle of the path would give way to a section.
        const parents = at.split('.').map((_key, index, keys) => keys.slice(0, index).join('.'));
        const isBlocked = parents.some(
          (parent) => parent !== '' && typeof (valueAt(before, parent) ?? {}) !== 'object',
        );
        fc.pre(!isBlocked && !parents.some((parent) => Array.isArray(valueAt(before, parent))));
        expect(withValue(withValue(before, at, value), at, null)).toEqual(before);
      }),
    );
  });

  it.each([
    ['users.defaults.department', { users: { defaults: { department: 'Sales' } } }, 'Sales'],
    ['users.defaults', { users: { defaults: { department: 'Sales' } } }, { department: 'Sales' }],
    ['users.name.first', { users: { name: 'Ada' } }, null],
    ['users.length', { users: ['a', 'b'] }, null],
    ['constructor', {}, null],
    ['users.hasOwnProperty', { users: {} }, null],
  ])('at %s is read as it stands, and nothing that the language put there', (at, from, value) => {
    expect(valueAt(from as Branch, at)).toEqual(value);
  });
});

it.each([
  ['name', true],
  ['users', true],
  ['users.defaults.department', true],
  ['personio.attributes.dateOfBirth', true],
  ['lockedUntil', true],
  ['personio.clientId', false],
  ['timetac.clientSecret', false],
  ['personio.clientSecret.x', false],
  ['version', false],
  ['id', false],
  ['__proto__', false],
  ['users.__proto__', false],
  ['constructor.prototype', false],
  ['', false],
  ['users.', false],
  ['.users', false],
  ['users.rules[0]', false],
  ['users.a.b.c', true],
  ['users.a.b.c.d', false],
  [`users.${'a'.repeat(41)}`, false],
])('whether the page may write %s: %s', (at, may) => {
  expect(isFormPath(at)).toBe(may);
});

describe('the form of a file', () => {
  it('leaves out secrets, whatever stands beside them, and what the page cannot hold', () => {
    const keys = { clientId: 'id', clientSecret: 'secret' };
    expect(
      formOf({
        version: 1,
        id: 'x',
        name: 'X',
        personio: { baseUrl: 'https://a', ...keys },
        timetac: keys,
        users: { ...keys },
        other: 1,
      }),
    ).toEqual({ name: 'X', personio: { baseUrl: 'https://a' }, timetac: {}, users: keys });
  });
});
