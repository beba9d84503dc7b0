// Rule 3.3: rows become WORK and BREAK, cut to the minute; what touches is one period, a gap stays a gap.

import { expect, test } from 'vitest';
import { taskIds } from '../../src/simulators/company/catalogue.ts';
import { anna, type Story, type StoryOptions, tellStory } from '../support/company.ts';

const pause = { task_id: taskIds.break };
const paidPause = { task_id: taskIds.paidBreak };
const relaunch = { task_id: taskIds.relaunch };

interface Case {
  readonly what: string;
  readonly settings?: NonNullable<StoryOptions['settings']>;
  readonly day: (story: Story) => unknown;
  readonly stands: readonly string[];
}

const cases: readonly Case[] = [
  {
    what: 'work, a break, work',
    day: (story) => {
      story.works(anna.user, '2026-03-16 08:00', '12:00');
      story.works(anna.user, '2026-03-16 12:00', '12:30', pause);
      story.works(anna.user, '2026-03-16 12:30', '17:00');
    },
    stands: ['WORK 2026-03-16 08:00–12:00', 'BREAK 2026-03-16 12:00–12:30', 'WORK 2026-03-16 12:30–17:00'],
  },
  {
    what: 'a gap stays a gap',
    day: (story) => {
      story.works(anna.user, '2026-03-16 08:00', '12:00');
      story.works(anna.user, '2026-03-16 12:30', '17:00');
    },
    stands: ['WORK 2026-03-16 08:00–12:00', 'WORK 2026-03-16 12:30–17:00'],
  },
  {
    what: 'rows that touch are one period',
    day: (story) => {
      story.works(anna.user, '2026-03-16 08:00', '10:00');
      story.works(anna.user, '2026-03-16 10:00', '12:00');
    },
    stands: ['WORK 2026-03-16 08:00–12:00'],
  },
  {
    what: 'with `granularity: entries` they stay two',
    settings: (document) => (document['attendances'].granularity = 'entries'),
    day: (story) => {
      story.works(anna.user, '2026-03-16 08:00', '10:00');
      story.works(anna.user, '2026-03-16 10:00', '12:00');
    },
    stands: ['WORK 2026-03-16 08:00–10:00', 'WORK 2026-03-16 10:00–12:00'],
  },
  {
    what: 'another project ends the period',
    day: (story) => {
      story.works(anna.user, '2026-03-16 08:00', '10:00');
      story.works(anna.user, '2026-03-16 10:00', '12:00', relaunch);
    },
    stands: ['WORK 2026-03-16 08:00–10:00', 'WORK 2026-03-16 10:00–12:00'],
  },
  {
    what: 'a paid break is work',
    day: (story) => {
      story.works(anna.user, '2026-03-16 08:00', '10:00');
      story.works(anna.user, '2026-03-16 10:00', '10:15', paidPause);
    },
    stands: ['WORK 2026-03-16 08:00–10:15'],
  },
  {
    what: 'with `paidBreaks: break` it is a break',
    settings: (document) => (document['attendances'].paidBreaks = 'break'),
    day: (story) => {
      story.works(anna.user, '2026-03-16 08:00', '10:00');
      story.works(anna.user, '2026-03-16 10:00', '10:15', paidPause);
    },
    stands: ['WORK 2026-03-16 08:00–10:00', 'BREAK 2026-03-16 10:00–10:15'],
  },
  {
    what: 'seconds are cut, and what is empty then is dropped',
    day: (story) => {
      story.works(anna.user, '2026-03-16 08:00', '12:00', {
        start_time: '2026-03-16 08:00:40',
        end_time: '2026-03-16 12:00:59',
      });
      story.works(anna.user, '2026-03-16 13:00', '13:00', {
        start_time: '2026-03-16 13:00:10',
        end_time: '2026-03-16 13:00:50',
      });
    },
    stands: ['WORK 2026-03-16 08:00–12:00'],
  },
  {
    what: 'breaks that touch are one break',
    day: (story) => {
      story.works(anna.user, '2026-03-16 12:00', '12:15', pause);
      story.works(anna.user, '2026-03-16 12:15', '12:45', pause);
    },
    stands: ['BREAK 2026-03-16 12:00–12:45'],
  },
  {
    what: 'a paid break between two works melts into them',
    day: (story) => {
      story.works(anna.user, '2026-03-16 08:00', '10:00');
      story.works(anna.user, '2026-03-16 10:00', '10:15', paidPause);
      story.works(anna.user, '2026-03-16 10:15', '12:00');
    },
    stands: ['WORK 2026-03-16 08:00–12:00'],
  },
  {
    what: 'rows that overlap only by seconds touch on the minute',
    day: (story) => {
      story.works(anna.user, '2026-03-16 08:00', '12:00', { end_time: '2026-03-16 12:00:40' });
      story.works(anna.user, '2026-03-16 12:00', '16:00', { start_time: '2026-03-16 12:00:20' });
    },
    stands: ['WORK 2026-03-16 08:00–16:00'],
  },
  {
    what: 'a gap of one minute stays a gap',
    day: (story) => {
      story.works(anna.user, '2026-03-16 08:00', '12:00');
      story.works(anna.user, '2026-03-16 12:01', '16:00');
    },
    stands: ['WORK 2026-03-16 08:00–12:00', 'WORK 2026-03-16 12:01–16:00'],
  },
];

test.each(cases)('$what', async ({ settings, day, stands }) => {
  const story = tellStory(settings === undefined ? {} : { settings });
  day(story);

  const report = await story.sync();
  const again = await story.syncLater({ full: true });

  expect(report.issues).toEqual([]);
  expect(story.attendances()).toEqual(stands);
  expect(again.run.writes.personio).toBe(0);
});

test.each([
  [
    'granularity',
    'entries',
    ['WORK 2026-03-16 08:00–10:00', 'WORK 2026-03-16 10:00–10:15', 'WORK 2026-03-16 10:15–12:00'],
  ],
  [
    'paidBreaks',
    'break',
    ['WORK 2026-03-16 08:00–10:00', 'BREAK 2026-03-16 10:00–10:15', 'WORK 2026-03-16 10:15–12:00'],
  ],
])('`%s: %s` said later rewrites the days that stand', async (name, value, stands) => {
  const story = tellStory();
  story.works(anna.user, '2026-03-16 08:00', '10:00');
  story.works(anna.user, '2026-03-16 10:00', '10:15', paidPause);
  story.works(anna.user, '2026-03-16 10:15', '12:00');
  await story.sync();
  expect(story.attendances()).toEqual(['WORK 2026-03-16 08:00–12:00']);
  story.world.changeSettings((document) => (document['attendances'][name] = value));

  const report = await story.syncLater();

  expect(report.issues).toEqual([]);
  expect(story.attendances()).toEqual(stands);
});
