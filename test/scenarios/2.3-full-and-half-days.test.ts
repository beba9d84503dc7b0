// Rule 2.3: what is a whole day, which half a half day is, and where an absence begins and ends at midday.

import { describe, expect, test } from 'vitest';
import type { TimetacAbsence } from '../../src/simulators/timetac/state.ts';
import { anna, codes, type Story, takeRowOut, tellStory, writesOf } from '../support/company.ts';
import { deskOf } from '../support/desk.ts';

interface Case {
  readonly what: string;
  readonly from: string;
  readonly to: string;
  readonly more: Partial<TimetacAbsence>;
  readonly stands: readonly string[];
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
];

describe.each(cases)('$what', ({ from, to, more, stands }) => {
  test('stands in Personio as it should', async () => {
    const story = tellStory();
    story.takesLeave(anna.user, 'vacation', from, to, more);

    const report = await story.sync();

    expect(report.issues).toEqual([]);
    expect(story.absences()).toEqual(stands);
  });

  test('is read back as what was written, whatever this account shows as its end', async () => {
    for (const shown of ['next-midnight', 'noon', 'same-day'] as const) {
      const story = tellStory({ personio: { 'absence-half-day-read': shown } });
      story.takesLeave(anna.user, 'vacation', from, to, more);
      await story.sync();

      const again = await story.syncLater({ full: true });

      expect(again.run.writes.personio, shown).toBe(0);
      expect(again.issues, shown).toEqual([]);
    }
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

test('a half beside one that a person wants ignored goes out by itself', async () => {
  const story = tellStory();
  story.takesLeave(anna.user, 'vacation', '2026-04-13', '2026-04-13', { duration: 0.5 });
  await story.sync();
  story.later();
  story.hr.deleteAbsence(story.absenceOn('2026-04-13').id);
  await story.sync({ full: true });
  await deskOf(story.world).decide('deleted-in-target', 'ignore');
  story.later();
  story.takesLeave(anna.user, 'vacation', '2026-04-13', '2026-04-13', { duration: 0.5, begin: '12:00:00' });

  await story.sync();

  expect(story.absences()).toEqual(['Paid absence 2026-04-13 from midday']);
});

describe('two halves that went out as one day', () => {
  async function joined() {
    const story = tellStory();
    const half = (begin: string) =>
      story.takesLeave(anna.user, 'vacation', '2026-04-13', '2026-04-13', { duration: 0.5, begin });
    const [morning, afternoon] = [half('08:00:00'), half('13:00:00')];
    await story.sync();
    expect(story.absences()).toEqual(['Paid absence 2026-04-13']);
    return { story, morning, afternoon };
  }

  test.each(['morning', 'afternoon'] as const)(
    'stay one while the %s is asked for anew, and are halved once it is declined',
    async (which) => {
      const { story, ...halves } = await joined();
      story.time.changeAbsenceDates(halves[which].id, { status: 0 });
      const open = await story.syncLater();
      expect([codes(open.issues), codes(open.holds)]).toEqual([[], ['entry-unapproved']]);
      expect(story.absences()).toEqual(['Paid absence 2026-04-13']);

      story.time.declineAbsence(halves[which].id);
      await story.syncLater();
      const left = which === 'morning' ? 'from' : 'to';
      expect(story.absences()).toEqual([`Paid absence 2026-04-13 ${left} midday`]);
    },
  );
});

test('half of a first day stays its afternoon when the rest of the booking is taken out', async () => {
  const story = tellStory();
  const leave = story.takesLeave(anna.user, 'vacation', '2026-04-13', '2026-04-15', share(0.5, null));
  await story.sync();
  for (const date of ['2026-04-14', '2026-04-15']) takeRowOut(story, leave.id, date);
  story.takesLeave(anna.user, 'sick', '2026-04-14', '2026-04-15');

  await story.syncLater({ full: true });

  expect(story.absences()[0]).toBe('Paid absence 2026-04-13 from midday');
});

describe('a booking that waits says nothing about days that it had (rule 0.6)', () => {
  const half = (story: Story, day: string, begin: string) =>
    story.takesLeave(anna.user, 'vacation', day, day, { duration: 0.5, begin });

  test.each(['the one that gives the name', 'the other one'])(
    'of two halves that went out as one day, also when that is long gone: %s is opened again',
    async (which) => {
      const story = tellStory({ now: '2026-03-17 09:00', detailDays: 1 });
      const halves = [half(story, '2026-03-13', '08:00:00'), half(story, '2026-03-13', '13:00:00')];
      await story.sync();
      story.goTo('2026-03-19 09:00');
      await story.sync();
      const opened = halves[which === 'the other one' ? 1 : 0];
      story.time.changeAbsenceDates(opened?.id ?? 0, { status: 0 });
      for (const _ of ['opened', 'as it was']) {
        const report = await story.syncLater({ full: true });
        expect([story.absences(), codes(report.issues), codes(report.holds)]).toEqual([
          ['Paid absence 2026-03-13'],
          [],
          ['entry-unapproved'],
        ]);
      }
      story.time.changeAbsenceDates(opened?.id ?? 0, { status: 2 });
      await story.syncLater();
      expect(story.absences()).toEqual([
        `Paid absence 2026-03-13 ${which === 'the other one' ? 'to' : 'from'} midday`,
      ]);
    },
  );

  test('two halves that take the place of a whole day are known as joined from then on', async () => {
    const story = tellStory();
    const first = half(story, '2026-04-13', '08:00:00');
    story.time.changeAbsenceDates(first.id, { duration: 1 });
    await story.sync();
    expect(story.absences()).toEqual(['Paid absence 2026-04-13']);
    story.time.changeAbsenceDates(first.id, { duration: 0.5 });
    const second = half(story, '2026-04-13', '13:00:00');
    expect(writesOf(await story.syncLater())).toBe(0);
    story.time.changeAbsenceDates(second.id, { status: 0 });
    const report = await story.syncLater();
    expect([story.absences(), codes(report.holds)]).toEqual([
      ['Paid absence 2026-04-13'],
      ['entry-unapproved'],
    ]);
  });

  test('a mere request nearby keeps nobody’s correction from going out', async () => {
    const story = tellStory();
    const leave = story.takesLeave(anna.user, 'vacation', '2026-04-13', '2026-04-17');
    await story.sync();
    story.later();
    story.takesLeave(anna.user, 'vacation', '2026-04-17', '2026-04-24', {
      status: 0,
      request_partial_begin_duration: 0.5,
    });
    story.time.changeAbsenceDates(leave.id, { request_partial_end_duration: 0.5 });
    const report = await story.sync({ full: true });
    expect([story.absences(), codes(report.holds)]).toEqual([
      ['Paid absence 2026-04-13 – 2026-04-17 to midday'],
      [],
    ]);
  });

  test('a half day where a booking was that waits elsewhere is told', async () => {
    const story = tellStory();
    const leave = story.takesLeave(anna.user, 'vacation', '2026-04-13', '2026-04-17');
    await story.sync();
    story.later();
    story.time.changeAbsenceDates(leave.id, { status: 0, from_date: '2026-04-20', to_date: '2026-04-24' });
    half(story, '2026-04-15', '08:00:00');
    const report = await story.sync({ full: true });
    expect([codes(report.issues), codes(report.holds)]).toEqual([['absence-exists'], ['entry-unapproved']]);
  });

  test('the half of a first day stays the afternoon while the booking that has the rest waits', async () => {
    const story = tellStory();
    const leave = story.takesLeave(anna.user, 'vacation', '2026-04-13', '2026-04-15', {
      request_partial_begin_duration: 0.5,
    });
    await story.sync();
    for (const date of ['2026-04-14', '2026-04-15']) takeRowOut(story, leave.id, date);
    const sick = story.takesLeave(anna.user, 'sick', '2026-04-14', '2026-04-15');
    await story.syncLater({ full: true });
    const both = ['Paid absence 2026-04-13 from midday', 'Sick day 2026-04-14 – 2026-04-15'];
    expect(story.absences()).toEqual(both);
    for (const status of [0, 1] as const) {
      story.time.changeAbsenceDates(sick.id, { status });
      expect(writesOf(await story.syncLater({ full: true }))).toBe(0);
    }
  });
});
