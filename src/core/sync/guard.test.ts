// Rule 0.9: exactly the limit is allowed, one more is refused.

import { describe, expect, test } from 'vitest';
import type { Part } from '../report/codes.ts';
import type { Action, ActionKind } from './desk.ts';
import { type GuardInput, countChanges, guard, planHashOf } from './guard.ts';

const action = (
  kind: ActionKind,
  key: string,
  part: Part = 'attendances',
  more: Partial<Action<unknown>> = {},
) => ({
  kind,
  part,
  employeeId: '3001',
  key,
  targetId: kind === 'create' ? null : `t-${key}`,
  from: null,
  to: null,
  formerKey: null,
  replaced: false,
  ...more,
});
const many = (count: number, kind: ActionKind, part: Part = 'attendances') =>
  Array.from({ length: count }, (_, index) => action(kind, `${kind}${index}`, part));

const plenty = { links: 10_000, createdLinksInReach: 0 };
const input = (actions: readonly Action<unknown>[], more: Partial<GuardInput> = {}): GuardInput => ({
  actions,
  counts: { employees: plenty, absences: plenty, attendances: plenty },
  employeesInScope: 0,
  usersBefore: 0,
  limits: { maxDeletes: 25, maxDeleteShare: 0.1 },
  ...more,
});
const counts = (part: Part, links: number, createdLinksInReach: number): Partial<GuardInput> => ({
  counts: {
    employees: plenty,
    absences: plenty,
    attendances: plenty,
    [part]: { links, createdLinksInReach },
  },
});
const reasonOf = (given: GuardInput): string | null => guard(given)?.reason ?? null;

describe('deletes', () => {
  test.each([
    ['25, however few records there are', 25, 0, 0.1],
    ['10 % of the live created links in reach', 100, 1000, 0.1],
    ['29 % of a hundred, which a computer takes for 28.999…', 29, 100, 0.29],
    ['a setting of 30 %', 30, 100, 0.3],
  ])('%s', (_what, limit, reach, maxDeleteShare) => {
    for (const part of ['absences', 'attendances'] as const) {
      const more = { ...counts(part, 10_000, reach), limits: { maxDeletes: 25, maxDeleteShare } };
      expect(guard(input(many(limit, 'delete', part), more))).toBeNull();
      expect(guard(input(many(limit + 1, 'delete', part), more))).toMatchObject({
        reason: 'too-many-deletes',
        part,
        planned: limit + 1,
        allowed: limit,
      });
    }
  });

  test('parts are judged each for itself', () => {
    expect(
      reasonOf(input([...many(25, 'delete', 'absences'), ...many(25, 'delete', 'attendances')])),
    ).toBeNull();
  });

  test('a delete and a create of one source key are one update, also under a new name', () => {
    const replaced = [
      ...many(30, 'delete').map((gone) => ({ ...gone, key: `r${gone.key}` })),
      ...many(30, 'delete').map((gone) => ({ ...gone, kind: 'create' as const, key: `r${gone.key}` })),
      action('delete', 'old', 'attendances', { replaced: true }),
      action('create', 'new', 'attendances', { formerKey: 'old' }),
    ];
    expect(countChanges(replaced, 'attendances')).toEqual({ created: 0, updated: 31, deleted: 0 });
    expect(reasonOf(input(replaced))).toBeNull();
  });

  test('holds, keeps, adoptions and forgotten links are no changes', () => {
    const quiet = (['keep', 'hold', 'adopt', 'forget'] as const).flatMap((kind) => many(500, kind));
    expect(countChanges(quiet, 'attendances')).toEqual({ created: 0, updated: 0, deleted: 0 });
    expect(reasonOf(input(quiet))).toBeNull();
  });
});

describe('people', () => {
  test.each([
    ['3 of a few', 3, 12],
    ['10 % of many', 12, 120],
  ])('deactivations: %s', (_what, limit, links) => {
    const more = counts('employees', links, links);
    expect(reasonOf(input(many(limit, 'delete', 'employees'), more))).toBeNull();
    expect(reasonOf(input(many(limit + 1, 'delete', 'employees'), more))).toBe('too-many-deactivations');
  });

  test.each([
    ['25 of a few', 25, 40],
    ['25 % of many', 50, 200],
  ])('new users beside users that are there: %s', (_what, limit, employeesInScope) => {
    const more = { employeesInScope, usersBefore: 1 };
    expect(reasonOf(input(many(limit, 'create', 'employees'), more))).toBeNull();
    expect(reasonOf(input(many(limit + 1, 'create', 'employees'), more))).toBe('too-many-new-users');
  });

  test('an empty TimeTac may be filled', () => {
    expect(
      reasonOf(input(many(500, 'create', 'employees'), { employeesInScope: 500, usersBefore: 0 })),
    ).toBeNull();
  });
});

describe('everything changed', () => {
  test.each([
    [20, 20, 'everything-changed'],
    [20, 19, null],
    [19, 19, null],
  ])('of %i links %i would change', (links, updates, reason) => {
    for (const part of ['employees', 'absences', 'attendances'] as const)
      expect(reasonOf(input(many(updates, 'update', part), counts(part, links, links)))).toBe(reason);
  });

  test('deleted ones count with the updated', () => {
    const actions = [...many(10, 'update'), ...many(10, 'delete')];
    expect(reasonOf(input(actions, counts('attendances', 20, 20)))).toBe('everything-changed');
  });

  test('people who are linked by this very plan are not changed by it, and nobody counts twice', () => {
    const linkedNow = many(20, 'update', 'employees').flatMap((update) => [
      { ...update, kind: 'adopt' as const },
      update,
    ]);
    expect(reasonOf(input(linkedNow, counts('employees', 20, 20)))).toBeNull();
    const twice = [...many(3, 'update', 'employees'), ...many(17, 'keep', 'employees')].flatMap(
      (line, index) => (index < 3 ? [line, { ...line, kind: 'delete' as const }] : [line]),
    );
    expect(reasonOf(input(twice, counts('employees', 20, 20)))).toBeNull();
  });
});

describe('the name of a plan', () => {
  const plan = [action('create', 'a', 'absences', { to: { x: 1 } }), action('delete', 'b')];

  test('is the same whatever the order, and whatever is only kept', () => {
    expect(planHashOf([...plan].reverse())).toBe(planHashOf(plan));
    expect(planHashOf([...plan, action('keep', 'k'), action('hold', 'h')])).toBe(planHashOf(plan));
  });

  test.each([
    ['another content', [action('create', 'a', 'absences', { to: { x: 2 } }), action('delete', 'b')]],
    ['another target', [plan[0]!, action('delete', 'b', 'attendances', { targetId: 'other' })]],
    ['one more write', [...plan, action('update', 'c')]],
    ['one write less', [plan[0]!]],
  ])('is another with %s', (_what, other) => expect(planHashOf(other)).not.toBe(planHashOf(plan)));

  test('is told with the refusal, so that a person can release exactly it', () => {
    const actions = many(26, 'delete');
    expect(guard(input(actions))?.plan).toBe(planHashOf(actions));
  });
});
