// planUnit over random histories of one unit: rounds in which the source, the people in HR and the settings change, each
// followed by a plan that is carried out on a small world with the same order of writes as the real one.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { AbsenceContent } from '../absences/absence.ts';
import { absenceCraft } from '../absences/craft.ts';
import type { AttendanceContent } from '../attendance/attendance.ts';
import { attendanceCraft } from '../attendance/craft.ts';
import { addDays } from '../time/calendar.ts';
import {
  type Craft,
  type Link,
  type SourceRecord,
  type TargetRecord,
  type UnitPlan,
  isWrite,
} from './desk.ts';
import { noAnswers } from './decision.ts';
import { type UnitInput, type UnitPolicy, planAtLength, planUnit } from './plan-unit.ts';

interface World<C> {
  readonly targets: Map<string, TargetRecord<C>>;
  readonly links: Map<string, Link<C>>;
  /** Everything that somebody else entered, as it was entered. */
  readonly foreign: Map<string, string>;
}

type Hand<C> =
  | { readonly do: 'enter'; readonly content: C; readonly standing: TargetRecord<C>['standing'] }
  | { readonly do: 'edit'; readonly at: number; readonly content: C }
  | { readonly do: 'remove' | 'reject'; readonly at: number };

interface Round<C> {
  readonly sources: readonly SourceRecord<C>[];
  readonly hands: readonly Hand<C>[];
}

interface Stage<C> {
  readonly craft: Craft<C>;
  readonly policy: UnitPolicy;
  readonly rounds: fc.Arbitrary<readonly Round<C>[]>;
}

function input<C>(
  { craft, policy }: Stage<C>,
  world: World<C>,
  sources: readonly SourceRecord<C>[],
): UnitPlan<C> {
  const given: UnitInput<C> = {
    part: 'attendances',
    employeeId: '3001',
    userId: '7',
    sources,
    waiting: new Set(),
    unitWaits: false,
    outOfScope: new Set(),
    targets: [...world.targets.values()],
    links: [...world.links.values()],
    movedAway: [],
    oursElsewhere: new Set(),
    refusals: new Map(),
    answers: noAnswers,
    findings: [],
    policy,
    lockedUntil: null,
    exitOn: null,
  };
  const plan = planUnit(given, craft);
  // Where the short way is taken, it leads where the long one does.
  expect(plan).toEqual(planAtLength(given, craft));
  return plan;
}

const emptyWorld = <C>(): World<C> => ({ targets: new Map(), links: new Map(), foreign: new Map() });
let fresh = 0;

/** People in HR: they enter what Personio would let them enter, and touch what stands there. */
function lendAHand<C>(world: World<C>, hand: Hand<C>, craft: Craft<C>): void {
  const blocks = (content: C, but: string | null): boolean =>
    [...world.targets.values()].some(
      (row) =>
        row.id !== but &&
        (row.standing === 'live' || row.standing === 'pending') &&
        craft.overlap(row.content, content),
    );
  if (hand.do === 'enter') {
    if (blocks(hand.content, null)) return;
    const id = `f${++fresh}`;
    world.targets.set(id, { id, content: hand.content, standing: hand.standing, createdAt: null });
    world.foreign.set(id, '');
    return;
  }
  const rows = [...world.targets.values()];
  const row = rows[hand.at % Math.max(1, rows.length)];
  if (row === undefined) return;
  if (hand.do === 'remove') {
    world.targets.delete(row.id);
    world.foreign.delete(row.id);
  } else if (hand.do === 'reject') world.targets.set(row.id, { ...row, standing: 'rejected' });
  else if (hand.do === 'edit' && !blocks(hand.content, row.id))
    world.targets.set(row.id, { ...row, content: hand.content });
}

/** Carries a plan out: first the memory moves, then write by write, as the workshop does. */
function carryOut<C>(world: World<C>, plan: UnitPlan<C>, craft: Craft<C>): void {
  const { targets, links } = world;
  // What a held record would take over is given up by nobody (rule 0.3).
  const held = plan.actions.flatMap(({ kind, to }) => (kind === 'hold' && to !== null ? [to] : []));
  for (const { targetId } of plan.actions.filter(isWrite)) {
    const stands = targets.get(targetId ?? '')?.content;
    if (stands !== undefined) expect(held.some((to) => craft.overlap(stands, to))).toBe(false);
  }
  const put = (key: string, targetId: string, origin: Link<C>['origin'], agreed: C): void => {
    for (const [other, link] of links) if (link.targetId === targetId && other !== key) links.delete(other);
    const span = craft.span(agreed);
    links.set(key, {
      part: 'attendances',
      key,
      targetId,
      employeeId: '3001',
      ...span,
      origin,
      agreed,
      linkedAt: 0,
    });
  };
  const moves = plan.actions.flatMap(({ kind, key, formerKey, to, targetId }) => {
    const link = links.get(formerKey ?? key);
    return kind === 'keep' && link !== undefined && to !== null && targetId !== null
      ? [{ key, link, to }]
      : [];
  });
  for (const { link } of moves) links.delete(link.key);
  for (const action of plan.actions) if (action.kind === 'forget') links.delete(action.key);
  for (const { key, link, to } of moves) {
    expect(links.has(key)).toBe(false);
    put(key, link.targetId, link.origin, to);
  }
  for (const { kind, key, targetId, to } of plan.actions)
    if (kind === 'adopt' && targetId !== null && to !== null) put(key, targetId, 'adopted', to);

  for (const action of plan.actions.filter(isWrite)) {
    const { kind, key, formerKey, targetId, to } = action;
    const link = [...links.values()].find((candidate) => candidate.targetId === targetId);
    if (kind !== 'create') {
      // Only what we created is ever changed or deleted (rule 0.3).
      expect(link?.origin).toBe('created');
      expect(world.foreign.has(targetId ?? '')).toBe(false);
    }
    if (kind === 'delete') {
      expect(link?.key).toBe(key);
      expect(targets.delete(targetId ?? '')).toBe(true);
      links.delete(key);
      continue;
    }
    if (to === null) throw new Error('a write without content');
    // At no moment does a write overlap anything that stands (rules 3.7, 3.8).
    for (const row of targets.values())
      if (row.id !== targetId && (row.standing === 'live' || row.standing === 'pending'))
        expect(craft.overlap(row.content, to)).toBe(false);
    const id = targetId ?? `t${++fresh}`;
    if (kind === 'update') expect(targets.has(id)).toBe(true);
    targets.set(id, { id, content: to, standing: 'live', createdAt: null });
    if (formerKey !== null) links.delete(formerKey);
    put(key, id, 'created', to);
  }
}

const foreignRows = <C>(world: World<C>): unknown[] =>
  [...world.foreign.keys()].map((id) => world.targets.get(id));

/** Every record of the source has arrived, is kept where it stands, or is covered by a finding. */
function expectExplained<C>(stage: Stage<C>, world: World<C>, round: Round<C>, plan: UnitPlan<C>): void {
  const covered = new Set(plan.findings.flatMap(({ covers }) => covers));
  const rows = [...world.links.values()].flatMap(({ targetId, origin }) => {
    const row = world.targets.get(targetId);
    return row === undefined || row.standing === 'rejected' ? [] : [{ row, origin }];
  });
  for (const { key, content } of round.sources) {
    const arrived = rows.some(({ row, origin }) =>
      (origin === 'adopted' ? stage.craft.alike : stage.craft.equal)(content, row.content),
    );
    // A record may still bear the name of an earlier one.
    const name = plan.actions.find((action) => action.kind === 'hold' && action.to === content)?.key ?? key;
    expect(arrived || covered.has(name)).toBe(true);
  }
}

const clock = (quarter: number): string =>
  `2026-03-02T${String(Math.floor(quarter / 4)).padStart(2, '0')}:${String((quarter % 4) * 15).padStart(2, '0')}:00`;
const attendanceOf = fc
  .record({
    from: fc.integer({ min: 32, max: 60 }),
    length: fc.constantFrom(1, 2, 4, 8, 12),
    kind: fc.constantFrom<'WORK' | 'BREAK'>('WORK', 'WORK', 'BREAK'),
    projectId: fc.constantFrom(null, null, 'p'),
    comment: fc.constantFrom(null, null, 'x'),
  })
  .map(
    ({ from, length, kind, projectId, comment }): AttendanceContent => ({
      kind,
      start: clock(from),
      end: clock(from + length),
      projectId: kind === 'WORK' ? projectId : null,
      comment,
    }),
  );
const absenceOf = fc
  .record({
    from: fc.nat({ max: 12 }),
    days: fc.constantFrom(0, 0, 1, 2, 4),
    typeId: fc.constantFrom('vacation', 'vacation', 'sick'),
    startsAtMidday: fc.boolean(),
    endsAtMidday: fc.boolean(),
  })
  .map(({ from, days, typeId, startsAtMidday, endsAtMidday }): AbsenceContent => {
    const firstOn = addDays('2026-03-02', from);
    const starts = startsAtMidday && !(days === 0 && endsAtMidday);
    return {
      typeId,
      firstOn,
      lastOn: addDays(firstOn, days),
      startsAtMidday: starts,
      endsAtMidday,
      hours: null,
    };
  });

function roundsOf<C>(
  content: fc.Arbitrary<C>,
  keys: readonly string[],
  hands: number,
  disjoint: Craft<C> | null,
) {
  const at = fc.nat({ max: 7 });
  const hand = fc.oneof(
    fc.record({
      do: fc.constant('enter' as const),
      content,
      standing: fc.constantFrom<TargetRecord<C>['standing']>('live', 'live', 'pending', 'rejected', 'dead'),
    }),
    fc.record({ do: fc.constant('edit' as const), at, content }),
    fc.record({ do: fc.constantFrom('remove' as const, 'reject' as const), at }),
  );
  const sources = fc
    .uniqueArray(fc.record({ key: fc.constantFrom(...keys), content }), {
      maxLength: 6,
      selector: ({ key }) => key,
    })
    .map((records) =>
      disjoint === null
        ? records
        : records.filter(
            (record, index) =>
              !records.slice(0, index).some((other) => disjoint.overlap(other.content, record.content)),
          ),
    );
  return fc.array(fc.record({ sources, hands: fc.array(hand, { maxLength: hands }) }), {
    minLength: 1,
    maxLength: 6,
  });
}

const keys = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
const plain = attendanceCraft({ projects: false, notes: false });
const full = attendanceCraft({ projects: true, notes: true });
const day = (onTargetEdit: UnitPolicy['onTargetEdit']): UnitPolicy => ({
  freezes: 'unit',
  inTheWay: 'overlaps-foreign',
  onTargetEdit,
});
const leave: UnitPolicy = { freezes: 'record', inTheWay: 'absence-exists', onTargetEdit: 'hold' };

/** Runs one property over days (with and without comments, both answers to edits) and over absences. */
function onEveryStage(hands: number, check: <C>(stage: Stage<C>, rounds: readonly Round<C>[]) => void): void {
  const days = [
    { craft: plain, policy: day('hold') },
    { craft: full, policy: day('hold') },
    { craft: full, policy: day('source-wins') },
  ];
  for (const { craft, policy } of days) {
    const stage = { craft, policy, rounds: roundsOf(attendanceOf, keys, hands, craft) };
    fc.assert(
      fc.property(stage.rounds, (rounds) => check(stage, rounds)),
      { numRuns: 400 },
    );
  }
  const stage = { craft: absenceCraft, policy: leave, rounds: roundsOf(absenceOf, keys, hands, null) };
  fc.assert(
    fc.property(stage.rounds, (rounds) => check(stage, rounds)),
    { numRuns: 400 },
  );
}

test('whatever people do, nothing foreign is touched or written over, and nothing of ours overlaps at any step', () => {
  onEveryStage(3, (stage, rounds) => {
    const world = emptyWorld<never>() as World<(typeof rounds)[number]['sources'][number]['content']>;
    for (const round of rounds) {
      for (const hand of round.hands) lendAHand(world, hand, stage.craft);
      const before = structuredClone(foreignRows(world));
      carryOut(world, input(stage, world, round.sources), stage.craft);
      expect(foreignRows(world)).toEqual(before);
    }
  });
});

test('a second plan over the same world has nothing to do, and says the same', () => {
  onEveryStage(2, (stage, rounds) => {
    const world = emptyWorld<never>() as World<(typeof rounds)[number]['sources'][number]['content']>;
    for (const round of rounds) {
      for (const hand of round.hands) lendAHand(world, hand, stage.craft);
      const first = input(stage, world, round.sources);
      carryOut(world, first, stage.craft);
      const second = input(stage, world, round.sources);
      for (const { kind, from, to } of second.actions) {
        expect(['keep', 'hold']).toContain(kind);
        if (kind === 'keep') expect(to).toEqual(from);
      }
      // Of each record of the source the same is said. Where a leftover of ours holds it up, that may take the first plan
      // an issue more: by the second one the record may have taken the leftover up.
      const said = (plan: typeof first): ReadonlySet<string> =>
        new Set(
          plan.findings
            .filter(({ class: kind }) => kind === 'issue')
            .flatMap(({ code, covers }) => [
              code,
              ...covers
                .filter((name) => round.sources.some(({ key }) => key === name))
                .map((name) => `${code} ${name}`),
            ]),
        );
      expect(said(second)).toEqual(said(first));
    }
  });
});

test('a unit that is as agreed is known for one, and one that somebody touched is not', () => {
  let short = 0;
  onEveryStage(3, (stage, rounds) => {
    const world = emptyWorld<never>() as World<(typeof rounds)[number]['sources'][number]['content']>;
    for (const { sources, hands } of rounds) {
      carryOut(world, input(stage, world, sources), stage.craft);
      const { actions } = input(stage, world, sources);
      if (actions.length > 0 && actions.every(({ kind }) => kind === 'keep')) short += 1;
      for (const hand of hands) {
        lendAHand(world, hand, stage.craft);
        input(stage, world, sources);
      }
    }
  });
  expect(short).toBeGreaterThan(100);
});

test('every record of the source arrives or is explained', () => {
  onEveryStage(3, (stage, rounds) => {
    const world = emptyWorld<never>() as World<(typeof rounds)[number]['sources'][number]['content']>;
    for (const round of rounds) {
      for (const hand of round.hands) lendAHand(world, hand, stage.craft);
      const plan = input(stage, world, round.sources);
      carryOut(world, plan, stage.craft);
      expectExplained(stage, world, round, plan);
    }
  });
});

test('where nobody else writes, what did not change or only got another name is not written', () => {
  onEveryStage(0, (stage, rounds) => {
    const { craft } = stage;
    const world = emptyWorld<never>() as World<(typeof rounds)[number]['sources'][number]['content']>;
    for (const round of rounds) {
      const links = [...world.links.values()];
      const names = new Set(round.sources.map(({ key }) => key));
      const plan = input(stage, world, round.sources);
      const writes = plan.actions.filter(isWrite);
      const stays = links.filter(({ key, agreed }) =>
        round.sources.some(
          (source) =>
            craft.equal(source.content, agreed) &&
            (source.key === key || (!world.links.has(source.key) && !names.has(key))),
        ),
      );
      for (const { targetId } of stays)
        expect(writes.some((write) => write.targetId === targetId)).toBe(false);
      const touched = links.length - stays.length;
      const wanted = round.sources.length - stays.length;
      expect(writes.length).toBeLessThanOrEqual(touched + wanted);
      carryOut(world, plan, craft);
    }
  });
});
