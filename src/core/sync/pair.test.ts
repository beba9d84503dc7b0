// Names survive re-derivation, and pairing costs as few writes as possible (rule 3.7).

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Craft, Link } from './desk.ts';
import { pairByName } from './pair.ts';

/** Contents are stretches `from–to` of whole hours. */
const hours = (content: string): [number, number] => content.split('–').map(Number) as [number, number];
const shared = (a: string, b: string): number =>
  Math.max(0, Math.min(hours(a)[1], hours(b)[1]) - Math.max(hours(a)[0], hours(b)[0]));
const craft: Craft<string> = {
  remembered: (content) => content,
  learns: () => false,
  folded: (content) => content,
  unfolded: (agreed) => agreed,
  equal: (a, b) => a === b,
  alike: (ours, theirs) => ours.toLowerCase() === theirs.toLowerCase(),
  overlap: (a, b) => shared(a, b) > 0,
  canUpdate: () => true,
  leans: () => false,
  span: () => ({ from: '2026-03-02', to: '2026-03-02' }),
  agreeUpTo: (a, b) => a === b,
  agreeAfter: (a, b) => a === b,
  onlyAdded: () => false,
  afterwards: (_before, to) => to,
  within: () => false,
  likeness: shared,
};

const link = (key: string, agreed: string, origin: Link<string>['origin'] = 'created'): Link<string> => ({
  part: 'attendances',
  key,
  targetId: `t-${key}`,
  employeeId: '3001',
  from: null,
  to: null,
  origin,
  agreed,
  linkedAt: 0,
});

/** `{ link: source }` of the pairs, and what stays alone. */
function paired(links: readonly Link<string>[], sources: Readonly<Record<string, string>>) {
  const list = Object.entries(sources).map(([key, content]) => ({ key, content }));
  const pairing = pairByName(links, list, craft);
  return {
    pairs: Object.fromEntries(pairing.pairs.map((pair) => [pair.link.key, pair.source.key])),
    gone: pairing.links.map(({ key }) => key),
    fresh: pairing.sources.map(({ key }) => key),
  };
}

describe('stories', () => {
  test('the same name is the same record, whatever it says now', () => {
    expect(paired([link('a', '8–12')], { a: '14–18' })).toEqual({ pairs: { a: 'a' }, gone: [], fresh: [] });
  });

  test('a row replaced by an equal one under another number costs no write', () => {
    expect(paired([link('a', '8–12')], { x: '8–12' })).toEqual({ pairs: { a: 'x' }, gone: [], fresh: [] });
  });

  test('names come before contents: entries that swapped their stretches stay who they are', () => {
    const links = [link('a', '8–12'), link('b', '13–17')];
    expect(paired(links, { a: '13–17', b: '8–12' }).pairs).toEqual({ a: 'a', b: 'b' });
  });

  test('contents come before likeness', () => {
    const links = [link('a', '8–12'), link('b', '10–12')];
    expect(paired(links, { x: '10–12', y: '8–17' }).pairs).toEqual({ b: 'x', a: 'y' });
  });

  test('a stretch cut in two keeps its record for the longer part', () => {
    expect(paired([link('a', '8–17')], { x: '8–10', y: '11–17' })).toEqual({
      pairs: { a: 'y' },
      gone: [],
      fresh: ['x'],
    });
  });

  test('what has nothing in common is not joined', () => {
    expect(paired([link('a', '8–10')], { x: '11–12' })).toEqual({ pairs: {}, gone: ['a'], fresh: ['x'] });
  });

  test('likeness is no reason to join what somebody else created; what made us join is', () => {
    expect(paired([link('a', '8–17', 'adopted')], { x: '8–16' })).toEqual({
      pairs: {},
      gone: ['a'],
      fresh: ['x'],
    });
    expect(paired([link('a', '8–17', 'adopted')], { x: '8–17' }).pairs).toEqual({ a: 'x' });
  });
});

const contents = fc.constantFrom('8–9', '9–10', '8–10', '10–12', '12–13', '13–17');
const keyed = fc.uniqueArray(fc.tuple(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), contents), {
  selector: ([key]) => key,
});
const cases = fc.record({
  links: keyed.chain((pairs) =>
    fc.tuple(
      ...pairs.map(([key, content]) =>
        fc.constantFrom('created' as const, 'adopted' as const).map((origin) => link(key, content, origin)),
      ),
    ),
  ),
  sources: keyed.map((pairs) => Object.fromEntries(pairs)),
});

test('everything is paired once or stays alone', () => {
  fc.assert(
    fc.property(cases, ({ links, sources }) => {
      const { pairs, gone, fresh } = paired(links, sources);
      expect([...Object.keys(pairs), ...gone].sort()).toEqual(links.map(({ key }) => key).sort());
      expect([...Object.values(pairs), ...fresh].sort()).toEqual(Object.keys(sources).sort());
    }),
    { numRuns: 500 },
  );
});

test('a link is renamed only to a name that no link bears', () => {
  fc.assert(
    fc.property(cases, ({ links, sources }) => {
      const { pairs, gone } = paired(links, sources);
      const born = new Set(links.map(({ key }) => key));
      for (const [from, to] of Object.entries(pairs)) expect(from === to || !born.has(to)).toBe(true);
      for (const key of gone) expect(Object.keys(sources)).not.toContain(key);
    }),
    { numRuns: 1000 },
  );
});

test('when only names changed, every record finds its content', () => {
  fc.assert(
    fc.property(fc.uniqueArray(contents, { minLength: 1 }), fc.array(fc.boolean()), (stretches, renamed) => {
      const links = stretches.map((stretch, index) => link('abcdef'[index]!, stretch));
      const sources = Object.fromEntries(
        stretches
          .map((stretch, index) => [renamed[index] ? `new ${index}` : 'abcdef'[index]!, stretch])
          .reverse(),
      );
      const { pairs } = paired(links, sources);
      for (const { key, agreed } of links) expect(sources[pairs[key]!]).toBe(agreed);
    }),
    { numRuns: 500 },
  );
});
