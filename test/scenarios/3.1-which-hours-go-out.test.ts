// Rule 3.1: stopped rows of linked people, each piece by its own local day, from the start date on.

import { expect, test } from 'vitest';
import { anna, ben, codes, type Story, type StoryOptions, tellStory, told } from '../support/company.ts';

interface Case {
  readonly what: string;
  readonly settings?: NonNullable<StoryOptions['settings']>;
  readonly day: (story: Story) => unknown;
  readonly stands: readonly string[];
  readonly holds?: readonly string[];
}

const cases: readonly Case[] = [
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
];

test.each(cases)('$what', async ({ settings, day, stands, holds = [] }) => {
  const story = tellStory(settings === undefined ? {} : { settings });
  day(story);

  const report = await story.sync();

  expect(story.attendances()).toEqual(stands);
  expect(report.issues).toEqual([]);
  expect(told(report.holds)).toEqual(holds);
  expect(report.run.status).toBe('done');
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

test('the running row that still runs the next day is told with its day, and blocks no other', async () => {
  const story = tellStory();
  story.works(anna.user, '2026-03-17 08:00', null);
  story.works(anna.user, '2026-03-18 07:00', '08:00');

  const report = await story.sync();

  expect(told(report.holds)).toEqual(['entry-open 3001 2026-03-17']);
  expect(story.attendances()).toEqual(['WORK 2026-03-18 07:00–08:00']);
});

test.each([
  { from: '07:00', what: 'runs again' },
  { from: '06:59', what: 'was moved to begin earlier and runs again' },
  { from: '07:05', what: 'was moved to begin later and runs again' },
])('a row that was stopped and $what keeps what was exported until it stops', async ({ from }) => {
  const story = tellStory();
  const row = story.works(anna.user, '2026-03-18 07:00', '08:00');
  await story.sync();
  story.later();
  story.time.editTimeTracking(row.id, { start_time: `2026-03-18 ${from}:00`, end_time: null, status: 1 });
  const running = await story.sync();
  expect(story.attendances()).toEqual(['WORK 2026-03-18 07:00–08:00']);
  story.goTo('2026-03-18 12:05');
  story.time.editTimeTracking(row.id, { end_time: '2026-03-18 12:00:00', status: 2 });

  const report = await story.sync();

  expect(codes(running.issues)).toEqual([]);
  expect(codes(running.holds)).toEqual(['entry-open']);
  expect(story.attendances()).toEqual([`WORK 2026-03-18 ${from}–12:00`]);
  expect(report.parts.attendances).toMatchObject({ created: 0, deleted: 0 });
});

test('hours of an account that is linked later go out from then on, all of them', async () => {
  const story = tellStory({ people: [{}, { employee: { email: null }, user: { external_id: '' } }] });
  story.works(ben.user, '2026-03-16 08:00', '12:00');
  await story.sync();
  expect(story.attendances(ben.employee)).toEqual([]);
  story.later();
  story.hr.editEmployee(ben.id, { email: 'ben.bachmann@muster.example' });

  await story.sync();
  await story.syncLater();

  expect(story.attendances(ben.employee)).toEqual(['WORK 2026-03-16 08:00–12:00']);
});

test('an earlier start date in the form brings the days before', async () => {
  const story = tellStory({ settings: (document) => (document['attendances'].startDate = '2026-03-16') });
  story.works(anna.user, '2026-03-10 08:00', '12:00');
  story.works(anna.user, '2026-03-16 08:00', '12:00');
  await story.sync();
  expect(story.attendances()).toHaveLength(1);
  story.world.changeSettings((document) => (document['attendances'].startDate = '2026-03-01'));

  const report = await story.syncLater();

  expect(report.issues).toEqual([]);
  expect(story.attendances()).toEqual(['WORK 2026-03-10 08:00–12:00', 'WORK 2026-03-16 08:00–12:00']);
});
