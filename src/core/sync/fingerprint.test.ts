// Short names for contents (rules 0.2, 0.5).

import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Action, TargetRecord } from './desk.ts';
import { canonical, fingerprintOf, hashOf, sameContent, surroundingsOf } from './fingerprint.ts';

const target = (id: string, content: string, standing: TargetRecord<string>['standing'] = 'live') => ({
  id,
  content,
  standing,
  createdAt: null,
});

test('equal values have equal text, whatever the order of their fields', () => {
  expect(canonical({ b: 1, a: [{ d: null, c: 'x' }] })).toBe(canonical({ a: [{ c: 'x', d: null }], b: 1 }));
  expect(canonical({ a: 1, b: undefined })).toBe(canonical({ a: 1 }));
});

test('different values have different text', () => {
  const pairs: [unknown, unknown][] = [
    [
      [1, 2],
      [2, 1],
    ],
    ['1', 1],
    [null, 'null'],
    [{ a: null }, {}],
    [['a,b'], ['a', 'b']],
    [{ 'a":1,"b': 1 }, { a: 1, b: 1 }],
  ];
  for (const [a, b] of pairs) expect(canonical(a)).not.toBe(canonical(b));
});

test('the text is JSON that says the value', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const once = JSON.parse(JSON.stringify(value)) as unknown;
      expect(JSON.parse(canonical(value))).toEqual(once);
      expect(hashOf(value)).toBe(hashOf(once));
    }),
  );
});

test('a name never changes from release to release', () => {
  expect(hashOf({ kind: 'WORK', start: '2026-03-02T08:00:00', end: null })).toBe(
    'b1f9e4e6a71811b55a82e7221cb0b780',
  );
});

const create = (to: unknown): Action<unknown> => ({
  kind: 'create',
  part: 'employees',
  employeeId: '1',
  key: '1',
  targetId: null,
  from: null,
  to,
  formerKey: null,
  replaced: false,
});

test('a refusal is about the request and its surroundings, not about the day', () => {
  const on = (startsOn: string, email = 'a@b.example') => create({ create: { email, startsOn } });
  expect(fingerprintOf(on('2026-03-02'), null)).toBe(fingerprintOf(on('2026-03-03'), null));
  expect(fingerprintOf(on('2026-03-02'), null)).not.toBe(
    fingerprintOf(on('2026-03-02', 'c@b.example'), null),
  );
  expect(fingerprintOf(on('2026-03-02'), 'x')).not.toBe(fingerprintOf(on('2026-03-02'), null));
});

test('surroundings are the foreign records, in any order', () => {
  const ours = (id: string): boolean => id === 'ours';
  const around = (...rows: TargetRecord<string>[]) => surroundingsOf(rows, ours);
  expect(around(target('ours', 'x'))).toBeNull();
  expect(around(target('a', 'x'), target('b', 'y'))).toBe(
    around(target('b', 'y'), target('ours', 'z'), target('a', 'x')),
  );
  expect(around(target('a', 'x'))).not.toBe(around(target('a', 'y')));
  expect(around(target('a', 'x'))).not.toBe(around(target('b', 'x')));
});

test('approval of a foreign record changes nothing, its rejection does: the target may judge by it', () => {
  const around = (standing: TargetRecord<string>['standing']) =>
    surroundingsOf([target('a', 'x', standing)], () => false);
  expect(around('pending')).toBe(around('live'));
  expect(around('rejected')).not.toBe(around('live'));
  expect(around('rejected')).not.toBeNull();
});

test('two contents are the same exactly where their canonical texts are', () => {
  const values = fc.jsonValue({ maxDepth: 3 });
  fc.assert(
    fc.property(values, values, (a, b) => {
      expect(sameContent(a, b)).toBe(canonical(a) === canonical(b));
      expect(sameContent(a, structuredClone(a))).toBe(true);
    }),
  );
  expect(sameContent({ a: 1, b: undefined }, { a: 1 })).toBe(true);
  expect(sameContent({ a: 1 }, { a: 1, b: 2 })).toBe(false);
  expect(sameContent([1, 2], [1, 2, 3])).toBe(false);
  expect(sameContent({ a: null }, {})).toBe(false);
});
