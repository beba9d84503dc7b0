// What every archive promises, checked on all three: in memory, embedded on a folder, on a PostgreSQL server.

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { reportLine, reportWith } from '../entrance/report-with.ts';
import { setAside } from '../../src/core/sync/set-aside.ts';
import type { Finding } from '../../src/core/report/codes.ts';
import type { Decision } from '../../src/core/sync/decision.ts';
import type { Link } from '../../src/core/sync/desk.ts';
import type { Archive, Intent, MirrorRow, RunAction, RunRecord } from '../../src/engine/archive.ts';
import { type TestStore, embeddedStore, memoryStore, serverStore } from '../support/stores.ts';
import { timeEntry } from '../support/time-entry.ts';

const report = reportWith('done', {
  issues: [reportLine('entries-overlap', { message: { en: 'ä "quoted"', de: "'" } })],
});
const stores: readonly [string, () => Promise<TestStore>][] = [
  ['in memory', memoryStore],
  ['embedded', embeddedStore],
  ['PostgreSQL', serverStore],
];

describe.each(stores)('the archive %s', (_name, open) => {
  let store: TestStore;
  let archive: Archive;
  beforeAll(async () => {
    store = await open();
  });
  afterAll(() => store.close());
  beforeEach(async () => {
    archive = await store.fresh();
  });

  it('gives links back as they were put, found by employee and by target', async () => {
    await archive.commit({
      putLinks: [link('1@2026-03-02', 'a'), link('2@2026-03-02', 'b', { employeeId: '3004' })],
    });
    expect(await archive.links({ part: 'attendances', employeeIds: ['3003'] })).toEqual([
      link('1@2026-03-02', 'a'),
    ]);
    expect(await archive.links({ part: 'attendances', targetIds: ['b'] })).toHaveLength(1);
    expect(await archive.links({ part: 'absences' })).toEqual([]);
    expect(await archive.countLinks('attendances')).toBe(2);
  });

  it('counts created links in the months a stretch touches', async () => {
    await archive.commit({
      putLinks: [
        link('1', 'a', { from: '2026-01-30', to: '2026-03-02' }),
        link('2', 'b', { from: '2026-03-05', to: '2026-03-05', origin: 'adopted' }),
        link('3', 'c', { from: '2026-04-01', to: null }),
      ],
    });
    expect(await archive.countCreatedLinks('attendances', ['2026-02'])).toBe(1);
    expect(await archive.countCreatedLinks('attendances', ['2026-03', '2026-04'])).toBe(2);
    expect(await archive.countCreatedLinks('attendances', [])).toBe(0);
  });

  it('lets two records swap their names in one batch', async () => {
    await archive.commit({ putLinks: [link('1', 'a'), link('2', 'b')] });
    await archive.commit({
      removeLinks: [
        { part: 'attendances', key: '1' },
        { part: 'attendances', key: '2' },
      ],
      putLinks: [link('1', 'b'), link('2', 'a')],
    });
    const links = await archive.links({ part: 'attendances' });
    expect(new Map(links.map((l) => [l.key, l.targetId]))).toEqual(
      new Map([
        ['1', 'b'],
        ['2', 'a'],
      ]),
    );
  });

  it('refuses to link one target twice, and takes nothing of that batch', async () => {
    await archive.commit({ putLinks: [link('1', 'a')] });
    const commit = async () => archive.commit({ putMemory: { x: '1' }, putLinks: [link('9', 'a')] });
    await expect(commit()).rejects.toThrow();
    expect(await archive.countLinks('attendances')).toBe(1);
    expect(await archive.memory()).toEqual({});
  });

  it('keeps intents until they are settled', async () => {
    await archive.commit({ putIntents: [intent('z'), intent('i1'), intent('i2')] });
    await archive.commit({ putIntents: [intent('a')] });
    expect((await archive.intents()).map(({ id }) => id)).toEqual(['z', 'i1', 'i2', 'a']);
    await archive.commit({ removeIntents: ['z', 'a'] });
    await archive.commit({ removeIntents: ['i1'] });
    expect(await archive.intents()).toEqual([intent('i2')]);
  });

  it('mirrors rows with fields that were not readable left out', async () => {
    await archive.commit({
      putRows: [entryRow('1', '101', '2026-03-02'), entryRow('2', '102', '2026-03-03')],
    });
    await archive.commit({
      putRows: [entryRow('1', '101', '2026-03-04')],
      removeRows: [{ kind: 'timeEntry', id: '2' }],
    });
    expect(await archive.rows({ kind: 'timeEntry' })).toEqual([entryRow('1', '101', '2026-03-04')]);
    expect(await archive.rows({ kind: 'timeEntry', to: '2026-03-03' })).toEqual([]);
    expect(await archive.rows({ kind: 'timeEntry', userIds: ['101'], from: '2026-03-04' })).toHaveLength(1);
    expect(await archive.rows({ kind: 'timeEntry', ids: ['2'] })).toEqual([]);
    expect(await archive.countRows('timeEntry')).toBe(1);
  });

  it('tells what was set aside from the rest', async () => {
    const aside = link(setAside('1', '3001', '101'), 'a');
    await archive.commit({ putLinks: [aside, link('2', 'b')] });
    expect(await archive.links({ part: 'attendances', isSetAside: true })).toEqual([aside]);
    expect(await archive.links({ part: 'absences', isSetAside: true })).toEqual([]);
  });

  it('tells what is folded from what is in clear', async () => {
    const old = link('1', 'a', { agreed: { start: '#', folded: true } });
    await archive.commit({ putLinks: [old, link('2', 'b')], putRows: [entryRow('1', '101', '2026-03-02')] });
    expect(await archive.links({ part: 'attendances', isClear: true })).toEqual([link('2', 'b')]);
    expect(await archive.links({ part: 'attendances' })).toHaveLength(2);

    const { id, userId, from, to } = entryRow('1', '101', '2026-03-02');
    const folded = {
      kind: 'foldedEntry',
      id,
      userId,
      from,
      to,
      row: { hash: 'h', ofAbsence: false },
    } as const;
    await archive.commit({ removeRows: [{ kind: 'timeEntry', id }], putRows: [folded] });
    expect(await archive.rows({ kind: 'timeEntry' })).toEqual([]);
    expect(await archive.rows({ kind: 'foldedEntry', userIds: ['101'], from: '2026-03-02' })).toEqual([
      folded,
    ]);
    expect(await (await archive.copy()).rows({ kind: 'foldedEntry' })).toEqual([folded]);
    expect([...(await archive.rowOwners('foldedEntry'))]).toEqual([['101', 1]]);
  });

  it('marks units dirty once, and clears exactly the ones judged', async () => {
    const unit = (day: string | null) => ({ part: 'attendances' as const, userId: '101', day });
    await archive.commit({
      markDirty: [unit('2026-03-02'), unit('2026-03-02'), unit('2026-03-03'), unit(null)],
    });
    await archive.commit({ clearDirty: [unit('2026-03-02'), unit(null)] });
    expect(await archive.dirty('attendances')).toEqual([unit('2026-03-03')]);
  });

  it('names the days that are dirty, each once and in order, and gives their units by range', async () => {
    const unit = (userId: string, day: string | null) => ({ part: 'attendances' as const, userId, day });
    const units = [
      unit('9', '2026-03-09'),
      unit('1', '2026-03-02'),
      unit('2', '2026-03-02'),
      unit('1', null),
    ];
    await archive.commit({ markDirty: [...units, { part: 'absences', userId: '1', day: '2026-01-01' }] });
    expect(await archive.dirtyDays('attendances')).toEqual(['2026-03-02', '2026-03-09']);
    const within = async (from: string, to: string) =>
      (await archive.dirty('attendances', { from, to })).map(({ userId, day }) => `${userId} ${day}`).sort();
    expect(await within('2026-03-02', '2026-03-08')).toEqual(['1 2026-03-02', '2 2026-03-02']);
    expect(await within('2026-03-03', '2026-03-09')).toEqual(['9 2026-03-09']);
    expect(await within('2026-03-03', '2026-03-08')).toEqual([]);
  });

  it('finds links by the days they touch, and those without an end in all days after', async () => {
    const of = (key: string, from: string, to: string | null) => ({ ...link(key, `t${key}`), from, to });
    await archive.commit({
      putLinks: [
        of('1', '2026-03-02', '2026-03-02'),
        of('2', '2026-03-02', '2026-03-05'),
        of('3', '2026-03-04', null),
      ],
    });
    const keys = async (days: { from?: string; to?: string }) =>
      (await archive.links({ part: 'attendances', ...days })).map(({ key }) => key).sort();
    expect(await keys({ to: '2026-03-01' })).toEqual([]);
    expect(await keys({ to: '2026-03-02' })).toEqual(['1', '2']);
    expect(await keys({ from: '2026-03-03', to: '2026-03-03' })).toEqual(['2']);
    expect(await keys({ from: '2026-03-05' })).toEqual(['2', '3']);
    expect(await keys({ from: '2026-03-06' })).toEqual(['3']);
  });

  it('counts whose rows and links there are', async () => {
    await archive.commit({
      putRows: [
        entryRow('1', '102', '2026-03-02'),
        entryRow('2', '101', '2026-03-03'),
        entryRow('3', '102', '2026-03-04'),
      ],
      putLinks: [link('1', 'a'), link('2', 'b')],
    });
    expect([...(await archive.rowOwners('timeEntry'))]).toEqual([
      ['101', 1],
      ['102', 2],
    ]);
    expect([...(await archive.rowOwners('user'))]).toEqual([]);
    expect([...(await archive.linkOwners('attendances')).values()].reduce((a, b) => a + b, 0)).toBe(2);
  });

  it('replaces the findings of a unit, and forgets a unit that has none', async () => {
    const stand = (code: Finding['code'][]) => ({
      part: 'absences' as const,
      unit: '3003',
      findings: code.map(finding),
    });
    await archive.commit({ putFindings: [stand(['absence-exists', 'unit-mismatch'])] });
    await archive.commit({ putFindings: [stand(['unit-mismatch'])] });
    expect(await archive.findings()).toEqual([stand(['unit-mismatch'])]);
    await archive.commit({ putFindings: [stand([])] });
    expect(await archive.findings()).toEqual([]);
  });

  it('owes a mail once, whoever finds it due again', async () => {
    const mail = {
      id: 'report-1',
      kind: 'report' as const,
      to: 'hr@muster.example',
      language: 'de' as const,
      createdAt: 5,
      runId: 'r',
      facts: { since: 5 },
    };
    await archive.commit({ putMails: [mail] });
    await archive.commit({
      putMails: [
        { ...mail, to: 'else@muster.example' },
        { ...mail, id: 'report-2' },
      ],
    });
    expect(await archive.mails()).toEqual([mail, { ...mail, id: 'report-2' }]);
  });

  it('remembers refusals, issues and small memories until they are removed', async () => {
    const refusal = {
      part: 'absences' as const,
      key: '7#1',
      employeeId: '3003',
      runId: 'r',
      fingerprint: 'f',
      tookAway: true,
      finding: finding('unit-mismatch'),
    };
    await archive.commit({
      putRefusals: [refusal],
      putIssues: [{ id: 'x', firstRunId: 'r', firstSeenAt: 5, line: null }],
      putMemory: { a: '1', b: '2' },
    });
    expect(await archive.refusals('absences', ['3003'])).toEqual([refusal]);
    expect(await archive.refusals('absences', ['3004'])).toEqual([]);
    expect(await archive.issues()).toEqual([{ id: 'x', firstRunId: 'r', firstSeenAt: 5, line: null }]);
    await archive.commit({
      removeRefusals: [{ part: 'absences', key: '7#1' }],
      removeIssues: ['x'],
      putMemory: { a: null },
    });
    expect(await archive.refusals('absences')).toEqual([]);
    expect(await archive.issues()).toEqual([]);
    expect(await archive.memory()).toEqual({ b: '2' });
  });

  it('keeps what the first one put where two put something once', async () => {
    await archive.commit({ putMemoryOnce: { salt: 'a', other: 'x' } });
    await archive.commit({ putMemoryOnce: { salt: 'b' } });
    expect(await archive.memory()).toEqual({ salt: 'a', other: 'x' });
  });

  it('lists runs newest first, and says which one was interrupted', async () => {
    const lease = await archive.openLease('one');
    await archive.commit({ putRun: run('r1', 'done') });
    await archive.commit({ putRun: run('r2', 'running') });
    await archive.commit({ putActions: [action('b'), action('a')] });
    await archive.commit({ putActions: [action('b'), action('c')] });
    await lease?.release();
    await (await archive.openLease('two'))?.release();
    expect((await archive.runs(5)).map((r) => [r.id, r.status])).toEqual([
      ['r2', 'interrupted'],
      ['r1', 'done'],
    ]);
    expect((await archive.run('r1'))?.report).toEqual(report);
    expect(await archive.actions('r2')).toEqual([action('b'), action('a'), action('c')]);
    expect(await archive.run('nobody')).toBeNull();
  });

  it('remembers what people decided, one answer for one thing, until it is taken back', async () => {
    const decision = (id: string, choice: Decision['choice']): Decision => ({
      id,
      part: 'attendances',
      employeeId: '3003',
      about: 'unit',
      name: '3003 2026-03-02',
      choice,
      seen: 'what "was" seen',
      content: null,
      undoneRunId: null,
      decidedAt: 5,
      doneAt: null,
    });
    await archive.commit({ putDecisions: [decision('x', 'ignore'), decision('y', 'keep-target')] });
    await archive.commit({ putDecisions: [decision('x', 'source-wins')] });
    expect([...(await archive.decisions())].sort((a, b) => (a.id < b.id ? -1 : 1))).toEqual([
      decision('x', 'source-wins'),
      decision('y', 'keep-target'),
    ]);
    expect(await (await archive.copy()).decisions()).toHaveLength(2);
    await archive.commit({ removeDecisions: ['x'] });
    expect(await archive.decisions()).toEqual([decision('y', 'keep-target')]);
  });

  it('gives the lease to one holder at a time', async () => {
    const first = await archive.openLease('one');
    expect(first).not.toBeNull();
    expect(await archive.openLease('two')).toBeNull();
    await first?.release();
    const second = await archive.openLease('two');
    expect(second).not.toBeNull();
    await second?.release();
  });

  it('copies for a dry run without the original noticing what happens to the copy', async () => {
    await archive.commit({
      putLinks: [link('1', 'a')],
      putRows: [entryRow('1', '101', '2026-03-02')],
      putMemory: { a: '1' },
    });
    const copy = await archive.copy();
    await copy.commit({ removeLinks: [{ part: 'attendances', key: '1' }], putMemory: { a: '2' } });
    expect(await archive.countLinks('attendances')).toBe(1);
    expect(await archive.memory()).toEqual({ a: '1' });
    expect(await copy.rows({ kind: 'timeEntry' })).toHaveLength(1);
  });
});

function link(key: string, targetId: string, more: Partial<Link<unknown>> = {}): Link<unknown> {
  return {
    part: 'attendances',
    key,
    targetId,
    employeeId: '3003',
    from: '2026-03-02',
    to: '2026-03-02',
    origin: 'created',
    agreed: { kind: 'WORK', start: '2026-03-02T08:00:00', end: null },
    linkedAt: 1_772_438_400_000,
    ...more,
  };
}

function intent(id: string): Intent {
  return {
    id,
    runId: 'r',
    part: 'attendances',
    kind: 'create',
    key: '1@2026-03-02',
    formerKey: null,
    employeeId: '3003',
    targetId: null,
    from: null,
    to: { start: 'x' },
    replaced: false,
    beganAt: 1,
  };
}

function entryRow(id: string, userId: string, on: string): MirrorRow<'timeEntry'> {
  return {
    kind: 'timeEntry',
    id,
    userId,
    from: on,
    to: on,
    row: timeEntry({ id, userId, start: `${on}T08:00:00`, startOffset: 60, end: null }),
  };
}

function finding(code: Finding['code']): Finding {
  return {
    code,
    class: 'issue',
    part: 'absences',
    employeeId: '3003',
    userId: null,
    on: null,
    until: null,
    covers: ['7#1'],
    type: 'Vacation',
    facts: { count: 1 },
  };
}

function run(id: string, status: RunRecord['status']): RunRecord {
  return {
    id,
    mode: 'live',
    scope: 'full',
    status,
    startedAt: 1,
    finishedAt: null,
    planHash: null,
    released: null,
    report,
  };
}

function action(id: string): RunAction {
  return {
    runId: 'r2',
    id,
    kind: 'create' as const,
    part: 'attendances' as const,
    employeeId: '3003',
    key: 'k',
    targetId: null,
    from: null,
    to: { a: 1 },
    replaced: false,
    outcome: 'done' as const,
  };
}
