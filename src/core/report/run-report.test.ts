// Rule 5.2: one cause covering many records is one line, with a name that stays.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Finding, type FindingCode, findingClasses } from './codes.ts';
import { gatherLines } from './run-report.ts';

const finding = (code: FindingCode, more: Partial<Finding> = {}): Finding => ({
  code,
  class: findingClasses[code],
  part: 'attendances',
  employeeId: '3001',
  userId: '101',
  on: '2026-03-02',
  until: null,
  covers: ['a'],
  type: null,
  facts: {},
  ...more,
});
const told = (findings: readonly Finding[]): string[] =>
  gatherLines(findings).map(({ finding: { code, on, until, covers } }) =>
    [code, on ?? '–', ...(until === null ? [] : [until]), covers.join('+')].join(' '),
  );

describe('what is one line', () => {
  test.each([
    ['a closed month, per person', finding('month-closed')],
    ['days after the exit, per person', finding('after-exit')],
    ['running entries, per person', finding('entry-open')],
    ['entries that wait for approval, per person', finding('entry-unapproved')],
  ])('%s: with all its days and records', (_what, one) => {
    const lines = gatherLines([
      one,
      { ...one, on: '2026-03-09', covers: ['b'] },
      { ...one, on: '2026-03-05', until: '2026-03-06', covers: ['a', 'c'] },
      { ...one, employeeId: '3002' },
    ]);
    expect(lines).toHaveLength(2);
    expect(lines[0]?.finding).toMatchObject({ on: '2026-03-02', until: '2026-03-09', facts: { count: 3 } });
    expect(lines[0]?.finding.covers).toEqual(['a', 'b', 'c']);
  });

  test('somebody unlinked, per user', () => {
    const unlinked = finding('employee-unlinked', { employeeId: null });
    expect(
      gatherLines([
        unlinked,
        { ...unlinked, on: '2026-03-03', covers: ['b'] },
        { ...unlinked, userId: '102' },
      ]),
    ).toHaveLength(2);
  });

  test('several records of one day in one way; days and persons apart', () => {
    const inTheWay = finding('overlaps-foreign');
    expect(
      told([
        inTheWay,
        { ...inTheWay, covers: ['b'] },
        { ...inTheWay, on: '2026-03-03' },
        { ...inTheWay, employeeId: '3002' },
      ]),
    ).toEqual([
      'overlaps-foreign 2026-03-02 a+b',
      'overlaps-foreign 2026-03-03 a',
      'overlaps-foreign 2026-03-02 a',
    ]);
  });

  test('each absence for itself, although on one day', () => {
    const exists = finding('absence-exists', { part: 'absences' });
    expect(told([exists, { ...exists, covers: ['b'] }])).toHaveLength(2);
  });

  test('a row that is too long, for all days it touches', () => {
    const long = finding('entry-too-long', { covers: ['77'] });
    expect(told([long, { ...long, on: '2026-03-03' }, { ...long, on: '2026-03-04' }])).toEqual([
      'entry-too-long 2026-03-02 2026-03-04 77',
    ]);
  });

  test.each([
    ['a type that nobody mapped', 'type-unmapped', { typeKey: '3:11' }, { typeKey: '3:12' }],
    [
      'a default that is not there',
      'default-not-found',
      { setting: 'department', name: 'x' },
      { setting: 'department', name: 'y' },
    ],
    [
      'a setting to be made by hand',
      'setting-not-writable',
      { setting: 'modules' },
      { setting: 'statusOverview' },
    ],
    ['a vendor that is not there', 'vendor-unreachable', { vendor: 'personio' }, { vendor: 'timetac' }],
  ] as const)('%s: per name', (_what, code, facts, others) => {
    const general = finding(code, { employeeId: null, userId: null, on: null });
    expect(
      gatherLines([
        { ...general, facts },
        { ...general, facts, covers: ['b'] },
        { ...general, facts: others },
      ]),
    ).toHaveLength(2);
  });

  test('what is kept out of scope, per part, whoever it belongs to', () => {
    const kept = finding('out-of-scope-kept', { employeeId: null, userId: null, on: null });
    expect(told([kept, { ...kept, covers: ['b', 'c'] }, { ...kept, part: 'absences' }])).toEqual([
      'out-of-scope-kept – a',
      'out-of-scope-kept – a+b+c',
    ]);
  });

  test('a missing attribute, per person and attribute, and the issue apart from the note', () => {
    const missing = finding('attribute-missing', { part: 'employees', facts: { attribute: 'status' } });
    expect(
      gatherLines([
        missing,
        { ...missing, class: 'note' },
        { ...missing, facts: { attribute: 'email' } },
        missing,
      ]),
    ).toHaveLength(3);
  });
});

describe('names and order', () => {
  test('a line keeps its name while its words change: another count, other places', () => {
    const idOf = (more: Partial<Finding>) => gatherLines([finding('overlaps-foreign', more)])[0]?.id;
    expect(idOf({ covers: ['b', 'c'], facts: { theirsId: 'f', count: 2 } })).toBe(idOf({}));
    expect(idOf({ on: '2026-03-03' })).not.toBe(idOf({}));
    expect(idOf({ employeeId: '3002' })).not.toBe(idOf({}));
    expect(gatherLines([finding('edited-in-target')])[0]?.id).not.toBe(idOf({}));
    const trouble = (part: Finding['part'], vendor: string) =>
      gatherLines([finding('vendor-unreachable', { part, covers: [part], facts: { vendor } })])[0]?.id;
    expect(trouble('absences', 'personio')).toBe(trouble('employees', 'personio'));
    expect(trouble('absences', 'timetac')).not.toBe(trouble('absences', 'personio'));
  });

  test('a name never changes from release to release', () => {
    expect(gatherLines([finding('overlaps-foreign')])[0]?.id).toBe('6821b3439f5b');
  });

  const findings = fc.array(
    fc
      .record({
        code: fc.constantFrom<FindingCode>(
          'overlaps-foreign',
          'month-closed',
          'entry-open',
          'absence-exists',
          'entry-too-long',
        ),
        part: fc.constantFrom<Finding['part']>('absences', 'attendances'),
        employeeId: fc.constantFrom('3001', '3002'),
        on: fc.constantFrom('2026-03-02', '2026-03-03', '2026-03-31'),
        covers: fc.uniqueArray(fc.constantFrom('a', 'b', 'c'), { minLength: 1 }),
      })
      .map(({ code, ...more }) => finding(code, more)),
  );
  const both = findings.chain((list) =>
    fc.record({ list: fc.constant(list), shuffled: fc.shuffledSubarray(list, { minLength: list.length }) }),
  );

  test('lines are sorted by part, code, person and date; every record is covered, whatever the order of findings', () => {
    const shape = (list: readonly Finding[]): unknown =>
      gatherLines(list).map(({ id, finding: { code, on, until, covers } }) => [
        id,
        code,
        on,
        until,
        [...covers].sort(),
      ]);
    fc.assert(
      fc.property(both, ({ list, shuffled }) => {
        // Where the first record names the line, its order is part of what is said.
        const stable = (all: readonly Finding[]): Finding[] =>
          all.map((one) =>
            one.part === 'absences' || one.code === 'entry-too-long'
              ? { ...one, covers: one.covers.slice(0, 1) }
              : one,
          );
        expect(shape(stable(shuffled))).toEqual(shape(stable(list)));
        const lines = gatherLines(list);
        const keys = lines.map(({ finding: { part, code, employeeId } }) =>
          [part, code, employeeId].join(' '),
        );
        expect(keys).toEqual([...keys].sort());
        for (const one of list)
          expect(
            lines.some(
              ({ finding: line }) =>
                line.code === one.code &&
                line.part === one.part &&
                one.covers.every((key) => line.covers.includes(key)),
            ),
          ).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});
