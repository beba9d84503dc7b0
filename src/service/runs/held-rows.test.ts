// What a run's table shows beside its actions.

import { expect, test } from 'vitest';
import type { ReportLine, RunReport } from '../../core/report/run-report.ts';
import { heldRows } from './held-rows.ts';
import type { ShownAction } from './read.ts';

const ada = { personioId: '3003', timetacId: 17, name: 'Ada Lovelace' };

const line = (change: Partial<ReportLine>): ReportLine => ({
  id: 'x',
  code: 'entries-overlap',
  part: 'attendances',
  employee: ada,
  date: '2026-03-02',
  until: null,
  new: true,
  covers: 1,
  type: null,
  details: [],
  sides: null,
  message: { en: 'Two entries overlap.', de: 'Zwei Einträge überschneiden sich.' },
  action: { en: '', de: '' },
  ...change,
});

const action = (change: Partial<ShownAction>): ShownAction => ({
  kind: 'create',
  part: 'attendances',
  employee: ada,
  date: '2026-03-02',
  before: null,
  after: 'WORK 08:00–12:00',
  type: null,
  outcome: 'done',
  because: null,
  ...change,
});

const tableOf = (
  actions: readonly ShownAction[],
  { issues, holds }: { readonly issues: readonly ReportLine[]; readonly holds: readonly ReportLine[] },
): ShownAction[] => [...actions, ...heldRows({ actions, report: { issues, holds } as RunReport })];

test('what cannot go stands beside what goes, with its reason', () => {
  const rows = tableOf([action({})], { issues: [line({})], holds: [line({ date: null })] });
  expect(rows.map(({ kind, because }) => [kind, because?.en])).toEqual([
    ['create', undefined],
    ['hold', 'Two entries overlap.'],
    ['hold', 'Two entries overlap.'],
  ]);
});

test('what an action tells already is not told twice', () => {
  const held = action({ kind: 'hold', outcome: 'planned' });
  const refused = action({ part: 'absences', date: '2026-03-04', outcome: 'refused' });
  const issues = [line({}), line({ part: 'absences', date: '2026-03-02', until: '2026-03-06' })];
  expect(tableOf([held, refused], { issues, holds: [] })).toEqual([held, refused]);
});

test('of two causes on one day the one that no action gives as its reason has a row', () => {
  const held = action({ kind: 'hold', outcome: 'planned', because: line({}).message });
  const other = { en: 'HR entered something else.', de: 'HR hat etwas anderes eingetragen.' };
  const rows = tableOf([held], { issues: [line({}), line({ id: 'y', message: other })], holds: [] });
  expect(rows.map(({ because }) => because?.en)).toEqual(['Two entries overlap.', other.en]);
});

test('a line about nobody in particular is no row', () => {
  expect(tableOf([], { issues: [line({ employee: null })], holds: [] })).toEqual([]);
});
