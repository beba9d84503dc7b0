// The table of the desk, cell by cell (house.md), with what rules 0.3, 0.7, 2.8 and 3.9 add to it.

import { describe, expect, test } from 'vitest';
import { type Decision, type SourceState, type TargetState, decide } from './decide.ts';

const sources: readonly SourceState[] = ['as-agreed', 'changed', 'gone', 'out-of-scope', 'new'];
const targets: readonly TargetState[] = ['as-agreed', 'edited', 'gone', 'rejected', 'never-linked'];
const said = (decision: Decision): string => (decision.do === 'hold' ? decision.because : decision.do);
const facts = { origin: 'created', equalNow: false, sourceWins: 'never' } as const;

describe('a record that we created', () => {
  const table: readonly [SourceState, readonly string[]][] = [
    ['as-agreed', ['keep', 'edited-in-target', 'deleted-in-target', 'rejected-in-target', 'judge-as-new']],
    [
      'changed',
      ['update', 'changed-on-both-sides', 'deleted-in-target', 'rejected-in-target', 'judge-as-new'],
    ],
    ['gone', ['delete', 'edited-in-target', 'forget', 'forget', 'judge-as-new']],
    ['out-of-scope', ['keep', 'keep', 'forget', 'keep', 'judge-as-new']],
    ['new', ['judge-as-new', 'judge-as-new', 'judge-as-new', 'judge-as-new', 'judge-as-new']],
  ];
  test.each(table)('source %s', (source, row) => {
    expect(targets.map((target) => said(decide(source, target, facts)))).toEqual(row);
  });

  test('both sides changed to the same: kept', () => {
    expect(said(decide('changed', 'edited', { ...facts, equalNow: true }))).toBe('keep');
  });

  test.each([
    ['as-agreed', 'update'],
    ['changed', 'update'],
    ['gone', 'delete'],
  ] as const)('where the source wins, an edit is overruled (source %s)', (source, decision) => {
    expect(said(decide(source, 'edited', { ...facts, sourceWins: 'edits' }))).toBe(decision);
  });

  test('a person’s answer overrules deletions and rejections too, by writing anew', () => {
    for (const source of ['as-agreed', 'changed'] as const)
      for (const target of ['gone', 'rejected'] as const)
        expect(said(decide(source, target, { ...facts, sourceWins: 'always' }))).toBe('judge-as-new');
    expect(said(decide('gone', 'gone', { ...facts, sourceWins: 'always' }))).toBe('forget');
    expect(said(decide('gone', 'edited', { ...facts, sourceWins: 'always' }))).toBe('delete');
  });

  test('by the settings, deletions and rejections are not overruled', () => {
    for (const source of ['as-agreed', 'changed'] as const) {
      expect(said(decide(source, 'gone', { ...facts, sourceWins: 'edits' }))).toBe('deleted-in-target');
      expect(said(decide(source, 'rejected', { ...facts, sourceWins: 'edits' }))).toBe('rejected-in-target');
    }
  });
});

describe('a record that somebody else created and we joined', () => {
  const adopted = { ...facts, origin: 'adopted' } as const;

  test.each([
    ['as-agreed', 'keep'],
    ['changed', 'source-changed-but-adopted'],
    ['gone', 'source-gone-but-adopted'],
    ['out-of-scope', 'keep'],
  ] as const)('untouched by its owner, source %s', (source, decision) => {
    expect(said(decide(source, 'as-agreed', adopted))).toBe(decision);
  });

  test('touched by its owner it is forgotten, and the piece judged anew', () => {
    for (const target of ['edited', 'gone'] as const) {
      expect(said(decide('as-agreed', target, adopted))).toBe('judge-as-new');
      expect(said(decide('changed', target, adopted))).toBe('judge-as-new');
      expect(said(decide('gone', target, adopted))).toBe('forget');
    }
  });

  test('rejected, it is not sent by us in its place, unless a person says so', () => {
    for (const source of ['as-agreed', 'changed'] as const) {
      expect(said(decide(source, 'rejected', adopted))).toBe('rejected-in-target');
      expect(said(decide(source, 'rejected', { ...adopted, sourceWins: 'always' }))).toBe('judge-as-new');
    }
    expect(said(decide('gone', 'rejected', adopted))).toBe('forget');
  });

  test('is never written to, whatever the settings say', () => {
    for (const source of sources)
      for (const target of targets)
        for (const equalNow of [true, false])
          for (const sourceWins of ['never', 'edits', 'always'] as const)
            expect(['update', 'delete']).not.toContain(
              decide(source, target, { origin: 'adopted', equalNow, sourceWins }).do,
            );
  });
});
