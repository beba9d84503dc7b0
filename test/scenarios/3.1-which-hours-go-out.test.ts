// Rules 3.1, 3.3, 3.5 and 3.6: what becomes of recorded rows.

import { describe, expect, test } from 'vitest';
import { taskIds } from '../../src/simulators/company/catalogue.ts';
import { anna, ben, type Story, type StoryOptions, tellStory, told } from '../support/company.ts';
import type { Draft } from '../support/world.ts';

const pause = { task_id: taskIds.break };
const paidPause = { task_id: taskIds.paidBreak };
const relaunch = { task_id: taskIds.relaunch };

interface Case {
  readonly what: string;
  readonly settings?: NonNullable<StoryOptions['settings']>;
  readonly day: (story: Story) => unknown;
  readonly stands: readonly string[];
  readonly issues?: readonly string[];
  readonly holds?: readonly string[];
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
    what: 'a running row waits, the rest of its day goes out',
    day: (story) => {
      story.works(anna.user, '2026-03-18 07:00', '08:00');
      story.works(anna.user, '2026-03-18 08:30', null);
    },
    stands: ['WORK 2026-03-18 07:00–08:00'],
    holds: ['entry-open 3001 2026-03-18'],
  },
  {
    what: 'rows of an absence are no hours',
    day: (story) => story.takesLeave(anna.user, 'sick', '2026-03-16'),
    stands: [],
  },
  {
    what: 'days before the start date stay out',
    settings: (document) => (document['attendances'].startDate = '2026-03-16'),
    day: (story) => {
      story.works(anna.user, '2026-03-15 22:00', '2026-03-16 02:00');
      story.works(anna.user, '2026-03-14 08:00', '12:00');
    },
    stands: ['WORK 2026-03-16 00:00–02:00'],
  },
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
];

test.each(cases)('$what', async ({ settings, day, stands, issues = [], holds = [] }) => {
  const story = tellStory(settings === undefined ? {} : { settings });
  day(story);

  const report = await story.sync();

  expect(story.attendances()).toEqual(stands);
  expect(told(report.issues)).toEqual(issues);
  expect(told(report.holds)).toEqual(holds);
  expect(report.run.status).toBe(issues.length === 0 ? 'done' : 'done-with-issues');
});

test('a project goes along on work where it is mapped', async () => {
  const story = tellStory();
  story.works(anna.user, '2026-03-16 08:00', '10:00', relaunch);
  story.works(anna.user, '2026-03-16 11:00', '12:00', { task_id: taskIds.tradeFair });

  await story.sync();

  expect(story.attendanceAt('2026-03-16 08:00').project_id).toBe('2318375');
  expect(story.attendanceAt('2026-03-16 11:00').project_id).toBeNull();
});

test.each([
  [false, null],
  [true, 'at the customer'],
])('with `notes: %s` the comment is %s', async (notes, comment) => {
  const story = tellStory({ settings: (document) => (document['attendances'].notes = notes) });
  story.works(anna.user, '2026-03-16 08:00', '10:00', { notes: 'at the customer' });

  const report = await story.sync();
  const again = await story.syncLater({ full: true });

  expect(report.issues).toEqual([]);
  expect(story.attendanceAt('2026-03-16 08:00').comment).toBe(comment);
  expect(again.run.writes.personio).toBe(0);
});

test('the running row goes out with its end', async () => {
  const story = tellStory();
  const row = story.works(anna.user, '2026-03-18 08:00', null);
  await story.sync();
  story.goTo('2026-03-18 12:05');
  story.time.editTimeTracking(row.id, { end_time: '2026-03-18 12:00:00', status: 2 });

  const report = await story.sync();

  expect(story.attendances()).toEqual(['WORK 2026-03-18 08:00–12:00']);
  expect(report.holds).toEqual([]);
});

describe('`approvedOnly`', () => {
  const approvedOnly = {
    settings: (document: Draft): void => void (document['attendances'].approvedOnly = true),
  };

  test('waits for the approval, which is a hold and no issue', async () => {
    const story = tellStory(approvedOnly);
    const row = story.works(anna.user, '2026-03-16 08:00', '12:00');
    const waiting = await story.sync();
    expect(told(waiting.holds)).toEqual(['entry-unapproved 3001 2026-03-16']);
    expect([waiting.run.status, story.attendances()]).toEqual(['done', []]);
    story.later();
    story.time.editTimeTracking(row.id, { approved_by_admin: true });

    const report = await story.sync();

    expect(story.attendances()).toEqual(['WORK 2026-03-16 08:00–12:00']);
    expect(report.holds).toEqual([]);
  });

  test('withdrawn afterwards: it stays while unchanged; a change waits with its whole day', async () => {
    const story = tellStory(approvedOnly);
    const row = story.works(anna.user, '2026-03-16 08:00', '12:00', { approved_by_admin: true });
    story.works(anna.user, '2026-03-16 13:00', '17:00', { approved_by_admin: true });
    await story.sync();
    story.later();
    story.time.editTimeTracking(row.id, { approved_by_admin: false });
    await story.sync();
    expect(story.attendances()).toHaveLength(2);
    story.later();
    story.time.editTimeTracking(row.id, { end_time: '2026-03-16 11:00:00' });

    const report = await story.sync();

    expect(story.attendances()).toEqual(['WORK 2026-03-16 08:00–12:00', 'WORK 2026-03-16 13:00–17:00']);
    expect(told(report.holds)).toEqual(['entry-unapproved 3001 2026-03-16']);
    expect(report.issues).toEqual([]);
  });
});

test.each([
  ['skip', 'CONFIRMED'],
  ['personio', 'PENDING'],
] as const)('with `approval: %s` hours arrive %s', async (approval, status) => {
  const story = tellStory({ settings: (document) => (document['attendances'].approval = approval) });
  story.works(anna.user, '2026-03-16 08:00', '12:00');

  await story.sync();
  const again = await story.syncLater({ full: true });

  expect(story.attendanceAt('2026-03-16 08:00').status).toBe(status);
  expect(again.issues).toEqual([]);
});

test('hours on a day of full absence are sent with a note', async () => {
  const story = tellStory();
  story.takesLeave(anna.user, 'vacation', '2026-03-16');
  story.works(anna.user, '2026-03-16 08:00', '09:00');
  story.takesLeave(ben.user, 'remote', '2026-03-16');
  story.works(ben.user, '2026-03-16 08:00', '16:00');

  const report = await story.sync();

  expect(story.attendances()).toEqual(['WORK 2026-03-16 08:00–09:00']);
  expect(told(report.notes)).toEqual(['attendance-on-absence 3001 2026-03-16']);
  expect(report.run.status).toBe('done');
});

test('hours of a closed month are not written but listed for payroll', async () => {
  const story = tellStory();
  const row = story.works(anna.user, '2026-02-16 08:00', '12:00');
  await story.sync();
  story.world.changeSettings((document) => (document['lockedUntil'] = '2026-02-28'));
  story.later();
  story.time.editTimeTracking(row.id, { end_time: '2026-02-16 11:00:00' });
  story.works(anna.user, '2026-02-17 08:00', '12:00');
  story.works(anna.user, '2026-03-02 08:00', '12:00');

  const report = await story.sync();

  expect(story.attendances()).toEqual(['WORK 2026-02-16 08:00–12:00', 'WORK 2026-03-02 08:00–12:00']);
  expect(told(report.issues)).toEqual(['month-closed 3001 2026-02-16']);
  expect(report.issues[0]?.details).toEqual([
    '2026-02-16 08:00–12:00 → 2026-02-16 08:00–11:00',
    '– → 2026-02-17 08:00–12:00',
  ]);
});
