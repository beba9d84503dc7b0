// Rules 2.3 and 2.4: what half a day becomes, and what waits because Personio cannot say it.

import { describe, expect, test } from 'vitest';
import type { LeaveKind } from '../../src/simulators/company/catalogue.ts';
import type { TimetacAbsence } from '../../src/simulators/timetac/state.ts';
import { anna, tellStory, told } from '../support/company.ts';
import type { Draft } from '../support/world.ts';

interface Case {
  readonly what: string;
  readonly from: string;
  readonly to: string;
  readonly more: Partial<TimetacAbsence>;
  readonly stands: readonly string[];
  readonly issues?: readonly string[];
}

const share = (first: number | null, last: number | null): Partial<TimetacAbsence> => ({
  request_partial_begin_duration: first,
  request_partial_end_duration: last,
});

const cases: readonly Case[] = [
  {
    what: 'half a day without a time is the morning',
    from: '2026-04-13',
    to: '2026-04-13',
    more: { duration: 0.5 },
    stands: ['Paid absence 2026-04-13 to midday'],
  },
  {
    what: 'half a day from noon is the afternoon',
    from: '2026-04-13',
    to: '2026-04-13',
    more: { duration: 0.5, begin: '12:00:00' },
    stands: ['Paid absence 2026-04-13 from midday'],
  },
  {
    what: 'a half at the first day begins at midday',
    from: '2026-04-13',
    to: '2026-04-15',
    more: share(0.5, null),
    stands: ['Paid absence 2026-04-13 – 2026-04-15 from midday'],
  },
  {
    what: 'a half at the last day ends at midday',
    from: '2026-04-13',
    to: '2026-04-15',
    more: share(null, 0.5),
    stands: ['Paid absence 2026-04-13 – 2026-04-15 to midday'],
  },
  {
    what: 'halves at both ends',
    from: '2026-04-13',
    to: '2026-04-15',
    more: share(0.5, 0.5),
    stands: ['Paid absence 2026-04-13 – 2026-04-15 from midday to midday'],
  },
  {
    what: 'all that is possible on a half holiday is a full day',
    from: '2026-12-23',
    to: '2026-12-24',
    more: {},
    stands: ['Paid absence 2026-12-23 – 2026-12-24'],
  },
  {
    what: 'a quarter of a day is held',
    from: '2026-04-13',
    to: '2026-04-13',
    more: { duration: 0.25 },
    stands: [],
    issues: ['fraction-unsupported 3001 2026-04-13'],
  },
];

describe.each(cases)('$what', ({ from, to, more, stands, issues = [] }) => {
  test('stands in Personio as it should', async () => {
    const story = tellStory();
    story.takesLeave(anna.user, 'vacation', from, to, more);

    const report = await story.sync();

    expect(told(report.issues)).toEqual(issues);
    expect(story.absences()).toEqual(stands);
  });

  test('is read back as what was written, whatever this account shows as its end', async () => {
    for (const shown of ['next-midnight', 'noon', 'same-day'] as const) {
      const story = tellStory({ personio: { 'absence-half-day-read': shown } });
      story.takesLeave(anna.user, 'vacation', from, to, more);
      await story.sync();

      const again = await story.syncLater({ full: true });

      expect(again.run.writes.personio, shown).toBe(0);
      expect(told(again.issues), shown).toEqual(issues);
    }
  });
});

describe('`fractions: round`', () => {
  test.each([
    [0.25, ['Paid absence 2026-04-13 to midday']],
    [0.5, ['Paid absence 2026-04-13 to midday']],
    [0.75, ['Paid absence 2026-04-13']],
    [0.1, ['Paid absence 2026-04-13 to midday']],
  ] as const)('%d of a day', async (duration, stands) => {
    const story = tellStory({ settings: round });
    story.takesLeave(anna.user, 'vacation', '2026-04-13', '2026-04-13', { duration });

    const report = await story.sync();

    expect(story.absences()).toEqual(stands);
    expect(report.issues).toEqual([]);
    expect(report.notes.map(({ code }) => code)).toEqual(duration === 0.5 ? [] : ['rounded']);
  });
});

test('two halves of one type on one day are one full day', async () => {
  const story = tellStory();
  story.takesLeave(anna.user, 'vacation', '2026-04-13', '2026-04-13', { duration: 0.5, begin: '08:00:00' });
  story.takesLeave(anna.user, 'vacation', '2026-04-13', '2026-04-13', { duration: 0.5, begin: '13:00:00' });

  const report = await story.sync();

  expect(report.issues).toEqual([]);
  expect(story.absences()).toEqual(['Paid absence 2026-04-13']);
});

test('a sick morning and a vacation afternoon share a day', async () => {
  const story = tellStory();
  story.takesLeave(anna.user, 'sick', '2026-04-13', '2026-04-13', { duration: 0.5, begin: '08:00:00' });
  story.takesLeave(anna.user, 'vacation', '2026-04-13', '2026-04-13', { duration: 0.5, begin: '13:00:00' });

  const report = await story.sync();

  expect(report.issues).toEqual([]);
  expect(story.absences()).toEqual(['Sick day 2026-04-13 to midday', 'Paid absence 2026-04-13 from midday']);
});

test.each<[string, LeaveKind, Partial<TimetacAbsence>, readonly string[], readonly string[]]>([
  [
    'with a begin time are sent as they are',
    'doctor',
    { duration: 2, begin: '09:00:00' },
    ['Hourly leave 2026-04-13 2026-04-13 09:00–11:00'],
    [],
  ],
  ['without a begin time are held', 'doctor', { duration: 2 }, [], ['fraction-unsupported 3001 2026-04-13']],
  [
    'that reach midnight are held',
    'doctor',
    { duration: 2, begin: '22:00:00' },
    [],
    ['fraction-unsupported 3001 2026-04-13'],
  ],
])('hours %s', async (_what, kind, more, stands, issues) => {
  const story = tellStory();
  story.takesLeave(anna.user, kind, '2026-04-13', '2026-04-13', more);

  const report = await story.sync();

  expect(told(report.issues)).toEqual(issues);
  expect(story.absences()).toEqual(stands);
});

const round = (document: Draft): void => void (document['absences'].fractions = 'round');
