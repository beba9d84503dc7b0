// Stories of one day (attendance) and of one person's absences: rules 0.3, 0.5, 0.7, 1.7, 2.1, 2.6, 2.7, 3.7–3.9.

import { describe, expect, test } from 'vitest';
import type { AbsenceContent } from '../absences/absence.ts';
import { absenceCraft } from '../absences/craft.ts';
import type { AttendanceContent } from '../attendance/attendance.ts';
import { attendanceCraft } from '../attendance/craft.ts';
import type { Craft, Link, Origin, TargetRecord, UnitPlan } from './desk.ts';
import { noAnswers } from './decision.ts';
import { fingerprintOf, surroundingsOf } from './fingerprint.ts';
import { type UnitInput, planUnit } from './plan-unit.ts';

const day = '2026-03-02';
const plain = attendanceCraft({ projects: false, notes: false });
const full = attendanceCraft({ projects: true, notes: true });

/** `08:00–12:00`, with `BREAK` before it where it is one. */
function at(text: string, more: Partial<AttendanceContent> = {}): AttendanceContent {
  const [span = '', kind = 'WORK'] = text.split(' ').reverse();
  const [start, end] = span.split('–');
  return {
    kind: kind === 'BREAK' ? 'BREAK' : 'WORK',
    start: `${day}T${start}:00`,
    end: `${day}T${end}:00`,
    projectId: null,
    comment: null,
    ...more,
  };
}

function target<C>(id: string, content: C, standing: TargetRecord<C>['standing'] = 'live'): TargetRecord<C> {
  return { id, content, standing, createdAt: null };
}

function linked<C>(key: string, targetId: string, agreed: C, origin: Origin = 'created'): Link<C> {
  const place = { part: 'attendances' as const, employeeId: '3001', from: day, to: day };
  return { ...place, key, targetId, origin, agreed, linkedAt: 0 };
}

function plan<C>(craft: Craft<C>, given: Partial<UnitInput<C>>): UnitPlan<C> {
  return planUnit(
    {
      part: 'attendances',
      employeeId: '3001',
      userId: '7',
      sources: [],
      waiting: new Set(),
      unitWaits: false,
      outOfScope: new Set(),
      targets: [],
      links: [],
      movedAway: [],
      oursElsewhere: new Set(),
      refusals: new Map(),
      answers: noAnswers,
      findings: [],
      policy: { freezes: 'unit', inTheWay: 'overlaps-foreign', onTargetEdit: 'hold' },
      lockedUntil: null,
      exitOn: null,
      ...given,
    },
    craft,
  );
}

/** `{ a: '08:00–12:00' }` as source records. */
const records = (named: Readonly<Record<string, string | AttendanceContent>>) =>
  Object.entries(named).map(([key, content]) => ({
    key,
    content: typeof content === 'string' ? at(content) : content,
  }));
/** Records of ours as they stand, each with its link: key → content; the target's id is `t` and the key. */
const standing = (named: Readonly<Record<string, string>>, origin: Origin = 'created') => ({
  targets: Object.entries(named).map(([key, content]) => target(`t${key}`, at(content))),
  links: Object.entries(named).map(([key, content]) => linked(key, `t${key}`, at(content), origin)),
});
const told = (made: UnitPlan<unknown>): string[] => made.actions.map(({ kind, key }) => `${kind} ${key}`);
const codes = (made: UnitPlan<unknown>): string[] => made.findings.map(({ code }) => code);
const coveredBy = (made: UnitPlan<unknown>, code: string): readonly string[] =>
  made.findings.find((finding) => finding.code === code)?.covers ?? [];

describe('an ordinary day', () => {
  test('what is new is created, what changed is updated, what is gone is deleted, the rest is kept', () => {
    const ours = standing({ a: '08:00–10:00', b: '10:00–11:00', c: '13:00–14:00' });
    const made = plan(plain, {
      ...ours,
      sources: records({ a: '08:00–10:00', b: '10:00–12:00', d: '16:00–17:00' }),
    });
    expect(told(made)).toEqual(['keep a', 'delete c', 'update b', 'create d']);
    expect(codes(made)).toEqual([]);
  });

  test('an automatic break costs one change and two new periods', () => {
    const made = plan(plain, {
      ...standing({ a: '08:00–17:00' }),
      sources: records({ a: '08:00–12:00', b: 'BREAK 12:00–12:30', c: '12:30–17:00' }),
    });
    expect(told(made)).toEqual(['update a', 'create c', 'create b']);
  });

  test('a renamed record is kept under its new name without a write', () => {
    const made = plan(plain, { ...standing({ a: '08:00–12:00' }), sources: records({ x: '08:00–12:00' }) });
    expect(made.actions).toMatchObject([{ kind: 'keep', key: 'x', formerKey: 'a', targetId: 'ta' }]);
  });

  test('another kind is another record: deleted and created, as one replacement', () => {
    const made = plan(plain, {
      ...standing({ a: '12:00–12:30' }),
      sources: records({ a: 'BREAK 12:00–12:30' }),
    });
    expect(made.actions).toMatchObject([
      { kind: 'delete', key: 'a', targetId: 'ta', replaced: true },
      { kind: 'create', key: 'a', targetId: null },
    ]);
  });

  test('a comment counts only where notes are exported', () => {
    const sources = records({ a: at('08:00–12:00', { comment: 'hello' }) });
    expect(told(plan(plain, { ...standing({ a: '08:00–12:00' }), sources }))).toEqual(['keep a']);
    expect(told(plan(full, { ...standing({ a: '08:00–12:00' }), sources }))).toEqual(['update a']);
  });
});

describe('records that somebody else entered', () => {
  test('an equal one is joined, whatever its comment, and what it says is what is agreed', () => {
    const theirs = target('f', at('08:00–12:00', { comment: 'typed by HR', projectId: 'p' }));
    const made = plan(full, {
      sources: records({ a: at('08:00–12:00', { comment: 'ours' }) }),
      targets: [theirs],
    });
    expect(made.actions).toMatchObject([{ kind: 'adopt', key: 'a', targetId: 'f', to: theirs.content }]);
  });

  test('a joined one stays as its owner has it', () => {
    const theirs = target('f', at('08:00–12:00', { comment: 'typed by HR' }));
    const links = [linked('a', 'f', theirs.content, 'adopted')];
    const sources = records({ a: at('08:00–12:00', { comment: 'ours' }) });
    const made = plan(full, { sources, targets: [theirs], links });
    expect(made.actions).toMatchObject([{ kind: 'keep', to: theirs.content }]);
    const recommented = plan(full, {
      sources,
      targets: [target('f', at('08:00–12:00', { comment: 'new' }))],
      links,
    });
    expect(told(recommented)).toEqual(['keep a']);
  });

  test('a pending one is joined with a note, a rejected one is not', () => {
    const sources = records({ a: '08:00–12:00' });
    const pending = plan(plain, { sources, targets: [target('f', at('08:00–12:00'), 'pending')] });
    expect([told(pending), pending.findings[0]?.class]).toEqual([['adopt a'], 'note']);
    for (const standing of ['rejected', 'dead'] as const)
      expect(told(plan(plain, { sources, targets: [target('f', at('08:00–12:00'), standing)] }))).toEqual([
        'create a',
      ]);
  });

  test('two equal ones are not chosen between', () => {
    const made = plan(plain, {
      sources: records({ a: '08:00–12:00' }),
      targets: [target('f', at('08:00–12:00')), target('g', at('08:00–12:00'))],
    });
    expect([told(made), codes(made)]).toEqual([['hold a'], ['overlaps-foreign']]);
  });

  test('one in the way holds what overlaps it, as one issue of the day, and the rest goes out', () => {
    const made = plan(plain, {
      sources: records({ a: '08:00–10:00', b: '10:00–12:00', c: '13:00–17:00' }),
      targets: [target('f', at('BREAK 09:30–10:30'))],
    });
    expect(told(made)).toEqual(['hold a', 'hold b', 'create c']);
    expect(codes(made)).toEqual(['overlaps-foreign']);
    expect(coveredBy(made, 'overlaps-foreign')).toEqual(['a', 'b']);
    expect(made.findings[0]?.facts).toMatchObject({ theirsId: 'f', count: 2, oursFrom: `${day}T08:00:00` });
  });

  test('an update that would grow over one is held, and so is what needs its place', () => {
    const ours = standing({ a: '08:00–10:00' });
    const made = plan(plain, {
      ...ours,
      sources: records({ a: '11:00–13:00', b: '09:00–10:00' }),
      targets: [...ours.targets, target('f', at('12:00–12:30'))],
    });
    expect(told(made)).toEqual(['hold a', 'hold b']);
  });

  test('records of ours that other units or open writes own are not joined, and not written over', () => {
    const made = plan(plain, {
      sources: records({ a: '08:00–12:00' }),
      targets: [target('other', at('08:00–12:00'))],
      oursElsewhere: new Set(['other']),
    });
    expect(told(made)).toEqual(['hold a']);
    expect(made.surroundings).toBeNull();
  });

  test('the joined record itself is nobody’s place to write over', () => {
    const made = plan(plain, {
      sources: records({ a: '08:00–12:00', b: '11:00–13:00' }),
      targets: [target('f', at('08:00–12:00'))],
    });
    expect(told(made)).toEqual(['adopt a', 'hold b']);
  });

  test('an adopted record whose source changed is held alone; the rest of the day goes out', () => {
    const made = plan(plain, {
      ...standing({ a: '08:00–12:00' }, 'adopted'),
      sources: records({ a: '08:00–11:00', b: '13:00–17:00' }),
    });
    expect(told(made)).toEqual(['hold a', 'create b']);
    expect(codes(made)).toEqual(['source-changed-but-adopted']);
  });

  test('an adopted record whose source is gone stays', () => {
    const made = plan(plain, standing({ a: '08:00–12:00' }, 'adopted'));
    expect([told(made), codes(made)]).toEqual([['hold a'], ['source-gone-but-adopted']]);
  });

  test('touched by its owner it is forgotten, and the piece judged anew', () => {
    const links = [linked('a', 'f', at('08:00–12:00'), 'adopted')];
    const sources = records({ a: '08:00–12:00' });
    expect(told(plan(plain, { sources, links }))).toEqual(['forget a', 'create a']);
    const moved = plan(plain, { sources, links, targets: [target('f', at('08:00–11:00'))] });
    expect([told(moved), codes(moved)]).toEqual([['forget a', 'hold a'], ['overlaps-foreign']]);
    const followed = plan(plain, {
      sources: records({ a: '08:00–11:00' }),
      links,
      targets: [target('f', at('08:00–11:00'))],
    });
    expect(told(followed)).toEqual(['forget a', 'adopt a']);
  });
});

describe('edited by hand', () => {
  const ours = standing({ a: '08:00–12:00', b: '13:00–17:00' });
  const edited = [target('ta', at('08:00–11:00')), target('tb', at('13:00–17:00'))];
  const sources = records({ a: '08:00–12:00', b: '13:00–17:00' });

  test.each([
    ['an edit', edited, sources, 'edited-in-target'],
    ['a deletion', edited.slice(1), sources, 'deleted-in-target'],
    ['a rejection', [target('ta', at('08:00–12:00'), 'rejected'), edited[1]!], sources, 'rejected-in-target'],
    [
      'an edit, and the source changed elsewhere',
      edited,
      records({ a: '08:00–12:00', b: '13:00–18:00' }),
      'changed-on-both-sides',
    ],
    [
      'an edit, and something new',
      edited,
      [...sources, ...records({ c: '18:00–19:00' })],
      'changed-on-both-sides',
    ],
    ['an edit, and something gone', edited, sources.slice(0, 1), 'changed-on-both-sides'],
  ])('%s freezes the day with one issue', (_what, targets, wanted, code) => {
    const made = plan(plain, { ...ours, targets, sources: wanted });
    expect(made.actions.every(({ kind }) => kind === 'hold' || kind === 'keep')).toBe(true);
    expect(codes(made)).toEqual([code]);
    const held = made.actions.filter(({ kind }) => kind === 'hold').map(({ key }) => key);
    expect([...coveredBy(made, code)].sort()).toEqual(held.sort());
    expect(made.findings[0]?.facts['count']).toBe(held.length);
  });

  test('made equal on both sides, it is simply agreed', () => {
    const made = plan(plain, {
      ...ours,
      targets: edited,
      sources: records({ a: '08:00–11:00', b: '13:00–17:00' }),
    });
    expect([told(made), codes(made)]).toEqual([['keep a', 'keep b'], []]);
    expect(made.actions[0]?.to).toEqual(at('08:00–11:00'));
  });

  test('deleted on both sides, it is forgotten', () => {
    const made = plan(plain, { ...ours, targets: edited.slice(1), sources: sources.slice(1) });
    expect([told(made), codes(made)]).toEqual([['keep b', 'forget a'], []]);
  });

  const sourceWins = { freezes: 'unit', inTheWay: 'overlaps-foreign', onTargetEdit: 'source-wins' } as const;

  test('where the source wins, the edit is overruled', () => {
    const made = plan(plain, { ...ours, targets: edited, sources, policy: sourceWins });
    expect([told(made), codes(made)]).toEqual([['keep b', 'update a'], []]);
  });

  test('where the source wins, a day with an edit and a deletion stays frozen, as deleted', () => {
    const made = plan(plain, { ...ours, targets: edited.slice(0, 1), sources, policy: sourceWins });
    expect([told(made), codes(made)]).toEqual([['hold a', 'hold b'], ['deleted-in-target']]);
  });

  test('where the source wins over another kind, the record is replaced, or held as one', () => {
    const turned = [target('ta', at('BREAK 08:00–12:00')), edited[1]!];
    const renamed = records({ x: '08:00–12:00', b: '13:00–17:00' });
    const made = plan(plain, { ...ours, targets: turned, sources: renamed, policy: sourceWins });
    expect(made.actions.slice(1)).toMatchObject([
      { kind: 'delete', key: 'a', replaced: true },
      { kind: 'create', key: 'x', formerKey: 'a' },
    ]);
    const blocked = plan(plain, {
      ...ours,
      targets: [...turned, target('f', at('11:00–11:30'))],
      sources: renamed,
      policy: sourceWins,
    });
    expect(told(blocked)).toEqual(['keep b', 'hold x']);
    expect(coveredBy(blocked, 'overlaps-foreign')).toEqual(['x']);
  });
});

describe('what must not be written now', () => {
  const ours = standing({ a: '08:00–12:00' });

  test('a closed month: nothing is added, changed or taken away, and one issue covers it', () => {
    const made = plan(plain, {
      ...standing({ a: '08:00–12:00', b: '13:00–14:00', d: '20:00–21:00' }),
      sources: records({ a: '08:00–11:00', c: '15:00–16:00', d: '20:00–21:00' }),
      lockedUntil: day,
    });
    expect(told(made)).toEqual(['hold a', 'keep d', 'hold b', 'hold c']);
    expect(codes(made)).toEqual(['month-closed']);
    expect([...coveredBy(made, 'month-closed')].sort()).toEqual(['a', 'b', 'c']);
    expect(
      told(plan(plain, { ...ours, sources: records({ a: '08:00–11:00' }), lockedUntil: '2026-03-01' })),
    ).toEqual(['update a']);
  });

  test('what is equal in a closed month may be joined: nothing is written', () => {
    const made = plan(plain, {
      sources: records({ a: '08:00–12:00' }),
      targets: [target('f', at('08:00–12:00'))],
      lockedUntil: day,
    });
    expect([told(made), codes(made)]).toEqual([['adopt a'], []]);
  });

  test('after the exit nothing is added or changed; what stands unchanged stays, and is no issue', () => {
    const exitOn = '2026-03-01';
    expect(codes(plan(plain, { ...ours, sources: records({ a: '08:00–12:00' }), exitOn }))).toEqual([]);
    const changed = plan(plain, {
      ...ours,
      sources: records({ a: '08:00–11:00', b: '13:00–14:00' }),
      exitOn,
    });
    expect([told(changed), codes(changed)]).toEqual([['hold a', 'hold b'], ['after-exit']]);
    expect(told(plan(plain, { sources: records({ b: '13:00–14:00' }), exitOn: day }))).toEqual(['create b']);
  });

  test('a unit that waits keeps what is linked and adds nothing', () => {
    const made = plan(plain, { ...ours, waiting: new Set(['a']), unitWaits: true });
    expect([told(made), codes(made)]).toEqual([['keep a'], []]);
  });

  test('out of scope is not gone: everything stays, and one note says how many', () => {
    const made = plan(plain, {
      ...standing({ a: '08:00–12:00', b: '13:00–17:00' }),
      outOfScope: new Set(['a', 'b']),
    });
    expect(told(made)).toEqual(['keep a', 'keep b']);
    expect(made.findings).toMatchObject([
      { code: 'out-of-scope-kept', class: 'note', covers: ['a', 'b'], employeeId: null },
    ]);
  });
});

describe('what was refused before', () => {
  const sources = records({ a: '08:00–12:00' });
  const created = plan(plain, { sources }).actions[0]!;
  const finding = {
    ...plan(plain, { sources, exitOn: '2026-01-01' }).findings[0]!,
    code: 'refused-by-personio' as const,
  };
  const memory = (around: string | null) => ({
    part: 'attendances' as const,
    key: 'a',
    employeeId: '3001',
    runId: 'r1',
    fingerprint: fingerprintOf(created, around),
    tookAway: false,
    finding,
  });
  const refusals = new Map([['a', memory(null)]]);

  test('is not sent again, and its issue stays', () => {
    const made = plan(plain, { sources, refusals });
    expect([told(made), made.findings]).toEqual([['hold a'], [finding]]);
  });

  test('is sent again when it says something else, or when something foreign moved near it', () => {
    expect(told(plan(plain, { sources: records({ a: '08:00–11:00' }), refusals }))).toEqual(['create a']);
    const targets = [target('f', at('20:00–21:00'))];
    expect(told(plan(plain, { sources, refusals, targets }))).toEqual(['create a']);
    const around = surroundingsOf(targets, () => false);
    expect(told(plan(plain, { sources, targets, refusals: new Map([['a', memory(around)]]) }))).toEqual([
      'hold a',
    ]);
  });

  test('a refused move holds back what needs the place it would have left', () => {
    const ours = standing({ a: '08:00–10:00' });
    const moving = records({ a: '14:00–16:00', b: '08:00–09:00' });
    const update = plan(plain, { ...ours, sources: moving }).actions.find(({ kind }) => kind === 'update')!;
    const refused = new Map([['a', { ...memory(null), fingerprint: fingerprintOf(update, null) }]]);
    const made = plan(plain, { ...ours, sources: moving, refusals: refused });
    expect([told(made), codes(made)]).toEqual([['hold a', 'hold b'], ['refused-by-personio']]);
    expect(made.findings[0]?.covers).toEqual(['a', 'b']);
  });
});

describe('absences of one person', () => {
  const policy = { freezes: 'record', inTheWay: 'absence-exists', onTargetEdit: 'hold' } as const;
  const leave = (firstOn: string, lastOn: string, more: Partial<AbsenceContent> = {}): AbsenceContent => ({
    typeId: 'vacation',
    firstOn: `2026-03-${firstOn}`,
    lastOn: `2026-03-${lastOn}`,
    startsAtMidday: false,
    endsAtMidday: false,
    hours: null,
    ...more,
  });
  const judged = (given: Partial<UnitInput<AbsenceContent>>) =>
    plan(absenceCraft, { part: 'absences', policy, typeNameOf: ({ typeId }) => typeId, ...given });

  test('an edit by hand holds its own record only', () => {
    const made = judged({
      sources: [
        { key: '1#1', content: leave('02', '06') },
        { key: '2#1', content: leave('16', '18') },
      ],
      targets: [target('x', leave('02', '05')), target('y', leave('16', '17'))],
      links: [linked('1#1', 'x', leave('02', '06')), linked('2#1', 'y', leave('16', '17'))],
    });
    expect([told(made), codes(made)]).toEqual([['hold 1#1', 'update 2#1'], ['edited-in-target']]);
    expect(made.findings[0]).toMatchObject({ on: '2026-03-02', until: '2026-03-06', type: 'vacation' });
  });

  test('another type is another record', () => {
    const made = judged({
      sources: [{ key: '1#1', content: leave('02', '06', { typeId: 'sick' }) }],
      targets: [target('x', leave('02', '06'))],
      links: [linked('1#1', 'x', leave('02', '06'))],
    });
    expect(told(made)).toEqual(['delete 1#1', 'create 1#1']);
  });

  test('the free half of a day is free', () => {
    const morning = { key: '1#1', content: leave('02', '02', { endsAtMidday: true }) };
    const afternoon = target('f', leave('02', '02', { startsAtMidday: true, typeId: 'other' }));
    expect(told(judged({ sources: [morning], targets: [afternoon] }))).toEqual(['create 1#1']);
    const whole = target('f', leave('02', '02', { typeId: 'other' }));
    const made = judged({ sources: [morning], targets: [whole] });
    expect([told(made), made.findings[0]?.facts['theirsId']]).toEqual([['hold 1#1'], 'f']);
  });

  test('each absence in the way of another one is an issue of its own', () => {
    const made = judged({
      sources: [
        { key: '1#1', content: leave('02', '03') },
        { key: '2#1', content: leave('09', '10') },
      ],
      targets: [target('f', leave('03', '09', { typeId: 'other' }))],
    });
    expect(made.findings.map(({ code, covers }) => [code, ...covers])).toEqual([
      ['absence-exists', '1#1'],
      ['absence-exists', '2#1'],
    ]);
  });

  test('of two bookings on the same days the first goes out; if it cannot, the second does', () => {
    const sources = [
      { key: '1#1', content: leave('02', '06') },
      { key: '2#1', content: leave('05', '09', { typeId: 'sick' }) },
    ];
    expect(told(judged({ sources }))).toEqual(['hold 2#1', 'create 1#1']);
    expect(told(judged({ sources, targets: [target('f', leave('02', '02', { typeId: 'other' }))] }))).toEqual(
      ['hold 1#1', 'create 2#1'],
    );
  });

  test('an absence across the closed month may change behind it, not in it', () => {
    const given = (to: AbsenceContent) =>
      judged({
        sources: [{ key: '1#1', content: to }],
        targets: [target('x', leave('02', '20'))],
        links: [linked('1#1', 'x', leave('02', '20'))],
        lockedUntil: '2026-03-10',
      });
    expect(told(given(leave('02', '17')))).toEqual(['update 1#1']);
    expect(told(given(leave('02', '09')))).toEqual(['hold 1#1']);
    expect(told(given(leave('03', '20')))).toEqual(['hold 1#1']);
    expect(told(given(leave('02', '20', { typeId: 'sick' })))).toEqual(['hold 1#1']);
    expect(coveredBy(given(leave('02', '20', { typeId: 'sick' })), 'month-closed')).toEqual(['1#1']);
  });

  test('hundreds of absences find what is in their way', () => {
    const dates = Array.from({ length: 300 }, (_, index) => {
      const date = new Date(Date.UTC(2026, 0, 1 + index * 3)).toISOString().slice(0, 10);
      return { ...leave('02', '02'), firstOn: date, lastOn: date };
    });
    const foreign = dates
      .filter((_, index) => index % 7 === 0)
      .map((content, index) => target(`f${index}`, { ...content, typeId: 'other' }));
    const endless = target('endless', {
      ...leave('02', '02'),
      typeId: 'other',
      firstOn: '2028-01-01',
      lastOn: null,
    });
    const made = judged({
      sources: dates.map((content, index) => ({ key: `${index}#1`, content })),
      targets: [...foreign, endless],
    });
    const held = made.actions
      .filter(({ kind }) => kind === 'hold')
      .map(({ key }) => Number(key.split('#')[0]));
    const late = dates.flatMap(({ firstOn }, index) => (firstOn >= '2028-01-01' ? [index] : []));
    const expected = [...new Set([...dates.keys()].filter((index) => index % 7 === 0).concat(late))];
    expect(held.sort((a, b) => a - b)).toEqual(expected.sort((a, b) => a - b));
  });
});
