// In which order writes go out (rule 3.7): at no moment do two of our records overlap.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arrange } from './arrange.ts';
import type { Action, ActionKind, Craft } from './desk.ts';

type Stretch = readonly [from: number, to: number];
const craft: Craft<Stretch> = {
  remembered: (content) => content,
  learns: () => false,
  folded: (content) => content,
  unfolded: (agreed) => agreed,
  equal: (a, b) => a[0] === b[0] && a[1] === b[1],
  alike: (a, b) => a[0] === b[0] && a[1] === b[1],
  overlap: (a, b) => a[0] < b[1] && b[0] < a[1],
  canUpdate: () => true,
  leans: () => false,
  span: () => ({ from: '2026-03-02', to: '2026-03-02' }),
  agreeUpTo: () => true,
  agreeAfter: () => true,
  onlyAdded: () => false,
  afterwards: (_before, to) => to,
  within: () => false,
  likeness: () => 0,
};

const action = (
  kind: ActionKind,
  key: string,
  from: Stretch | null,
  to: Stretch | null,
  formerKey: string | null = null,
): Action<Stretch> => ({
  kind,
  part: 'attendances',
  employeeId: '3001',
  key,
  targetId: from === null ? null : `t-${key}`,
  from,
  to,
  formerKey,
  replaced: false,
});
const update = (key: string, from: Stretch, to: Stretch, formerKey: string | null = null) =>
  action('update', key, from, to, formerKey);
const order = (actions: readonly Action<Stretch>[]): string[] =>
  arrange(actions, craft).map(({ kind, key }) => `${kind} ${key}`);

describe('stories', () => {
  test('what only moves the memory comes first, then deletes, then the rest', () => {
    const actions = [
      action('create', 'c', null, [8, 9]),
      action('delete', 'd', [8, 9], null),
      action('keep', 'k', [10, 11], [10, 11]),
    ];
    expect(order(actions)).toEqual(['keep k', 'delete d', 'create c']);
  });

  test('a create waits for the record that makes room', () => {
    expect(order([action('create', 'n', null, [11, 12]), update('a', [8, 12], [8, 11])])).toEqual([
      'update a',
      'create n',
    ]);
  });

  test('a row of records that each move one place on goes out from its end', () => {
    const chain = [
      update('a', [8, 9], [9, 10]),
      update('b', [9, 10], [10, 11]),
      update('c', [10, 11], [11, 12]),
    ];
    expect(order(chain)).toEqual(['update c', 'update b', 'update a']);
  });

  test('a record may grow over its own place', () => {
    expect(order([update('a', [8, 12], [8, 13])])).toEqual(['update a']);
  });

  test('a ring is broken by deleting one and creating it again', () => {
    const [removed, ...rest] = arrange([update('a', [8, 9], [9, 10]), update('b', [9, 10], [8, 9])], craft);
    expect(removed).toMatchObject({ kind: 'delete', to: null, replaced: true });
    expect(rest.map(({ kind }) => kind)).toEqual(['update', 'create']);
    expect(rest.at(-1)).toMatchObject({ key: removed?.key, targetId: null, from: null });
  });

  test('whoever only queues for a ring is not deleted', () => {
    const queued = update('q', [20, 21], [8, 9]);
    const ring = [
      update('a', [8, 9], [9, 10]),
      update('b', [9, 10], [10, 11]),
      update('c', [10, 11], [8, 8.5]),
    ];
    const arranged = arrange([queued, ...ring], craft);
    expect(arranged.filter(({ kind }) => kind === 'delete')).toHaveLength(1);
    expect(arranged.find(({ key }) => key === 'q')?.kind).toBe('update');
  });

  test('one record that stands in two rings is deleted for both', () => {
    const crossing = [
      update('a', [2, 4], [7, 10]),
      update('b', [4, 6], [6, 7]),
      update('c', [6, 10], [3, 5]),
    ];
    const arranged = arrange(crossing, craft);
    expect(arranged.filter(({ kind }) => kind === 'delete').map(({ key }) => key)).toEqual(['c']);
  });

  test('where a renamed record breaks a ring, the delete bears the name that the ledger knows', () => {
    const arranged = arrange(
      [update('a2', [8, 9], [9, 10], 'a1'), update('b2', [9, 10], [8, 9], 'b1')],
      craft,
    );
    const removed = arranged.find(({ kind }) => kind === 'delete');
    const again = arranged.find(({ kind }) => kind === 'create');
    expect(removed).toMatchObject({ key: again?.formerKey, formerKey: null });
  });
});

/** Disjoint stretches before and after: some stay alone, some move, some are new. */
const disjoint = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 2 }), fc.integer({ min: 1, max: 4 })), { maxLength: 8 })
  .map((steps) => {
    let at = 0;
    return steps.map(([gap, length]): Stretch => {
      const from = at + gap;
      at = from + length;
      return [from, at];
    });
  });
const plans = fc
  .tuple(disjoint, disjoint)
  .chain(([before, after]) =>
    fc.tuple(
      fc.constant(before),
      fc.shuffledSubarray(after, { minLength: after.length }),
      fc.nat({ max: Math.min(before.length, after.length) }),
    ),
  )
  .map(([before, after, moving]) => [
    ...before.map((from, index) =>
      index < moving ? update(`u${index}`, from, after[index]!) : action('delete', `d${index}`, from, null),
    ),
    ...after.slice(moving).map((to, index) => action('create', `c${index}`, null, to)),
  ]);

test('at no step do two of ours overlap, and everything arrives', () => {
  fc.assert(
    fc.property(plans, (actions) => {
      const standing = new Map(
        actions.flatMap(({ key, from }) => (from === null ? [] : [[key, from] as const])),
      );
      for (const { kind, key, to } of arrange(actions, craft)) {
        if (kind === 'delete') {
          expect(standing.delete(key)).toBe(true);
          continue;
        }
        expect(standing.has(key)).toBe(kind === 'update');
        for (const [other, place] of standing)
          if (other !== key && to !== null) expect(craft.overlap(place, to)).toBe(false);
        if (to !== null) standing.set(key, to);
      }
      const wanted = actions.flatMap(({ key, to }) => (to === null ? [] : [[key, to] as const]));
      expect(standing).toEqual(new Map(wanted));
    }),
    { numRuns: 1000 },
  );
});

test('only where records wait for each other in a ring is one deleted, and one write more is all it costs', () => {
  fc.assert(
    fc.property(plans, (actions) => {
      const arranged = arrange(actions, craft);
      const broken = arranged.filter(({ replaced }) => replaced).length;
      expect(arranged).toHaveLength(actions.length + broken);
      expect(broken > 0).toBe(waitInARing(actions));
    }),
    { numRuns: 1000 },
  );
});

function waitInARing(actions: readonly Action<Stretch>[]): boolean {
  let waiting = actions.filter(({ kind }) => kind === 'update');
  for (;;) {
    const still = waiting.filter(({ key, to }) =>
      waiting.some((other) => other.key !== key && craft.overlap(other.from!, to!)),
    );
    if (still.length === waiting.length) return still.length > 0;
    waiting = still;
  }
}
