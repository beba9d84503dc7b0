// Rule 3.3: rows that overlap hold their day, and a row over 24 hours every day that it touches.

import { expect, test } from 'vitest';
import { anna, ben, type Story, tellStory, told } from '../support/company.ts';

interface Case {
  readonly what: string;
  readonly day: (story: Story) => unknown;
  readonly stands: readonly string[];
  readonly issues: readonly string[];
}

const cases: readonly Case[] = [
  {
    what: 'rows that overlap hold their day, and only that',
    day: (story) => {
      story.works(anna.user, '2026-03-16 08:00', '12:00');
      story.works(anna.user, '2026-03-16 11:00', '13:00');
      story.works(anna.user, '2026-03-17 08:00', '12:00');
    },
    stands: ['WORK 2026-03-17 08:00–12:00'],
    issues: ['entries-overlap 3001 2026-03-16'],
  },
  {
    what: 'a row over 24 hours holds every day that it touches',
    day: (story) => {
      story.works(anna.user, '2026-03-13 08:00', '2026-03-15 09:00');
      story.works(anna.user, '2026-03-15 10:00', '12:00');
      story.works(anna.user, '2026-03-16 10:00', '12:00');
    },
    stands: ['WORK 2026-03-16 10:00–12:00'],
    issues: ['entry-too-long 3001 2026-03-13'],
  },
  {
    what: 'the same stretch recorded twice is an overlap',
    day: (story) => {
      story.works(anna.user, '2026-03-16 08:00', '12:00');
      story.works(anna.user, '2026-03-16 08:00', '12:00');
    },
    stands: [],
    issues: ['entries-overlap 3001 2026-03-16'],
  },
  {
    what: 'a break inside work overlaps it',
    day: (story) => {
      story.works(anna.user, '2026-03-16 08:00', '16:00');
      story.works(anna.user, '2026-03-16 12:00', '12:30', { task_id: 9 });
    },
    stands: [],
    issues: ['entries-overlap 3001 2026-03-16'],
  },
  {
    what: 'exactly 24 hours are no more than a day',
    day: (story) => story.works(anna.user, '2026-03-13 08:00', '2026-03-14 08:00'),
    stands: ['WORK 2026-03-13 08:00–24:00', 'WORK 2026-03-14 00:00–08:00'],
    issues: [],
  },
  {
    what: 'a minute more is too long',
    day: (story) => story.works(anna.user, '2026-03-13 08:00', '2026-03-14 08:01'),
    stands: [],
    issues: ['entry-too-long 3001 2026-03-13'],
  },
  {
    what: 'two night shifts that overlap after midnight hold only that day',
    day: (story) => {
      story.works(anna.user, '2026-03-15 22:00', '2026-03-16 04:00');
      story.works(anna.user, '2026-03-16 03:00', '2026-03-16 08:00');
    },
    stands: ['WORK 2026-03-15 22:00–24:00'],
    issues: ['entries-overlap 3001 2026-03-16'],
  },
];

test.each(cases)('$what', async ({ day, stands, issues }) => {
  const story = tellStory();
  day(story);
  story.works(ben.user, '2026-03-16 08:00', '12:00');

  const report = await story.sync();

  expect(story.attendances()).toEqual(stands);
  expect(told(report.issues)).toEqual(issues);
  expect(story.attendances(ben.employee)).toEqual(['WORK 2026-03-16 08:00–12:00']);
});

test('a day that was exported stays as exported while its rows contradict each other', async () => {
  const story = tellStory();
  story.works(anna.user, '2026-03-16 08:00', '12:00');
  await story.sync();
  story.later();
  const wrong = story.works(anna.user, '2026-03-16 11:00', '13:00');

  const report = await story.sync();
  expect(told(report.issues)).toEqual(['entries-overlap 3001 2026-03-16']);
  expect(story.attendances()).toEqual(['WORK 2026-03-16 08:00–12:00']);

  story.later();
  story.time.editTimeTracking(wrong.id, { start_time: '2026-03-16 12:00:00' });
  const mended = await story.sync();
  expect(mended.issues).toEqual([]);
  expect(story.attendances()).toEqual(['WORK 2026-03-16 08:00–13:00']);
});

test('the issue names both rows with their times', async () => {
  const story = tellStory();
  story.works(anna.user, '2026-03-16 08:00', '12:00');
  story.works(anna.user, '2026-03-16 11:00', '13:00');

  const report = await story.sync();

  expect(report.issues[0]?.message.en).toMatch(/08:00–12:00[^]*11:00–13:00/);
});
