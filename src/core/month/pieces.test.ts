// What counts as the same, and how much it counts.

import { describe, expect, test } from 'vitest';
import type { AbsenceContent } from '../absences/absence.ts';
import type { AttendanceContent } from '../attendance/attendance.ts';
import type { AttendanceRules } from '../attendance/derive.ts';
import { absencePieces } from './absence-pieces.ts';
import { expectedWork } from './expected-work.ts';
import { daysOfMonth, within } from './month.ts';
import { standingAbsences, standingWork } from './standing.ts';
import { workPieces } from './work-pieces.ts';
import { timeEntry } from '../../../test/support/time-entry.ts';

const march = daysOfMonth('2026-03');

const work = (start: string, end: string | null, kind: 'WORK' | 'BREAK' = 'WORK'): AttendanceContent => ({
  kind,
  start: `2026-${start}`,
  end: end === null ? null : `2026-${end}`,
  projectId: null,
  comment: null,
});

const shown = (contents: readonly AttendanceContent[]): string[] =>
  workPieces(contents, march).map(({ on, text, minutes }) => `${on} ${text} ${minutes}`);

describe('months', () => {
  test.each([
    ['2026-02', '2026-02-28'],
    ['2028-02', '2028-02-29'],
    ['2026-04', '2026-04-30'],
    ['2026-12', '2026-12-31'],
  ])('%s ends on %s', (month, to) => expect(daysOfMonth(month)).toEqual({ from: `${month}-01`, to }));

  test('a month that ends before the first day that counts is none', () => {
    expect(within(march, { from: ['2026-03-10', null], to: ['2026-03-12'] })).toEqual({
      from: '2026-03-10',
      to: '2026-03-12',
    });
    expect(within(march, { from: ['2026-04-01'], to: [] })).toBeNull();
    expect(within(march, { from: [], to: ['2026-02-28'] })).toBeNull();
  });
});

describe('hours', () => {
  test('a night is cut at midnight, and what lies outside of the month is left out', () => {
    expect(
      shown([
        work('02-28T22:00:00', '03-01T06:00:00'),
        work('03-05T20:00:00', '03-06T04:30:00'),
        work('03-31T22:00:00', '04-01T06:00:00'),
      ]),
    ).toEqual([
      '2026-03-01 WORK 00:00–06:00 360',
      '2026-03-05 WORK 20:00–24:00 240',
      '2026-03-06 WORK 00:00–04:30 270',
      '2026-03-31 WORK 22:00–24:00 120',
    ]);
  });

  test('stretches that touch are one, whoever cut them; seconds and breaks do not count', () => {
    expect(
      shown([
        work('03-02T12:00:00', '03-02T16:00:00'),
        work('03-02T08:00:30', '03-02T12:00:59'),
        work('03-02T16:00:00', '03-02T16:30:00', 'BREAK'),
      ]),
    ).toEqual(['2026-03-02 WORK 08:00–16:00 480']);
  });

  test('what stands twice is counted twice', () => {
    const twice = [work('03-02T08:00:00', '03-02T12:00:00'), work('03-02T11:00:00', '03-02T12:00:00')];
    expect(shown(twice)).toEqual(['2026-03-02 WORK 08:00–12:00 240', '2026-03-02 WORK 11:00–12:00 60']);
  });

  test('a period without an end is shown and counts nothing', () => {
    expect(shown([work('03-02T08:00:00', null)])).toEqual(['2026-03-02 WORK 08:00– 0']);
  });

  test('a rejected period does not stand, a pending one does', () => {
    const period = (id: string, status: 'pending' | 'rejected') => ({
      id,
      employeeId: '1',
      on: '2026-03-02',
      content: work('03-02T08:00:00', '03-02T09:00:00'),
      status,
      automatic: false,
      createdAt: null,
      updatedAt: null,
    });
    expect(standingWork([period('1', 'pending')], march)).toHaveLength(1);
    expect(standingWork([period('2', 'rejected')], march)).toEqual([]);
  });

  test('a row of more than a day counts nothing, and the day shows all the same', () => {
    const rules: AttendanceRules = {
      granularity: 'merged',
      paidBreaks: 'work',
      approvedOnly: false,
      notes: false,
      projects: new Map(),
    };
    const entry = timeEntry({
      id: '1',
      userId: '7',
      taskId: '1',
      start: '2026-03-02T08:00:00',
      end: '2026-03-03T10:00:00',
    });
    const { pieces, reasons } = expectedWork([entry], rules, march);
    expect(pieces.map(({ on, minutes }) => `${on} ${minutes}`)).toEqual(['2026-03-02 0', '2026-03-03 0']);
    expect(reasons.map(({ code, from }) => `${code} ${from}`)).toEqual([
      'entry-too-long 2026-03-02',
      'entry-too-long 2026-03-03',
    ]);
  });
});

describe('absences', () => {
  const content = (more: Partial<AbsenceContent>): AbsenceContent => ({
    typeId: 'vacation',
    firstOn: '2026-03-02',
    lastOn: '2026-03-06',
    startsAtMidday: false,
    endsAtMidday: false,
    hours: null,
    ...more,
  });
  const hours = (start: string, end: string) => ({
    start: `2026-03-02T${start}:00`,
    end: `2026-03-02T${end}:00`,
  });
  const sum = (one: AbsenceContent): number =>
    absencePieces(one, march).reduce((days, piece) => days + piece.days, 0);

  test.each([
    ['five days', content({}), 5],
    ['a half at both ends', content({ startsAtMidday: true, endsAtMidday: true }), 4],
    ['one afternoon', content({ lastOn: '2026-03-02', startsAtMidday: true }), 0.5],
    ['a half that lies before the month', content({ firstOn: '2026-02-27', startsAtMidday: true }), 6],
    ['an open end lasts to the end of the month', content({ lastOn: null }), 30],
    ['the month before', content({ firstOn: '2026-02-02', lastOn: '2026-02-28' }), 0],
    ['four hours', content({ hours: hours('08:00', '12:00') }), 0.5],
    ['more hours than a day has', content({ hours: hours('06:00', '16:00') }), 1],
  ])('%s', (_what, one, days) => expect(sum(one)).toBe(days));

  test('a text never says more than the days', () => {
    expect(new Set(absencePieces(content({ endsAtMidday: true }), march).map(({ text }) => text))).toEqual(
      new Set(['2026-03-02 – 2026-03-06 ½']),
    );
  });

  test('types that nobody mapped, and what is rejected, cancelled or being deleted, do not stand', () => {
    const period = (
      status: 'approved' | 'pending' | 'rejected' | 'cancelled' | 'deletion-pending',
      typeId: string,
    ) => ({
      id: `${status} ${typeId}`,
      employeeId: '1',
      content: content({ typeId, lastOn: '2026-03-02' }),
      status,
      createdAt: null,
      updatedAt: null,
    });
    const statuses = ['approved', 'pending', 'rejected', 'cancelled', 'deletion-pending'] as const;
    const days = (typeId: string): number[] =>
      statuses.map(
        (status) => standingAbsences([period(status, typeId)], march, (id) => id === 'vacation').length / 2,
      );
    expect(days('vacation')).toEqual([1, 1, 0, 0, 0]);
    expect(days('parental')).toEqual([0, 0, 0, 0, 0]);
  });
});
