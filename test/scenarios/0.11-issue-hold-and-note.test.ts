// Rule 0.11: an issue needs somebody, a hold waits and solves itself, a note is worth knowing; only issues end with 1.

import { describe, expect, test } from 'vitest';
import { exitOfReport } from '../../src/cli/exit.ts';
import { type FindingCode, findingClasses } from '../../src/core/report/codes.ts';
import { anna, ben, codes, type Story, tellStory } from '../support/company.ts';

interface Told {
  readonly issues: readonly string[];
  readonly holds: readonly string[];
  readonly notes: readonly string[];
  readonly status: string;
  readonly exit: number;
}

const cases: readonly [what: string, happens: (story: Story) => unknown, told: Told][] = [
  [
    'nothing to tell',
    (story) => story.works(anna.user, '2026-03-16 08:00', '12:00'),
    { issues: [], holds: [], notes: [], status: 'done', exit: 0 },
  ],
  [
    'an hour that still runs',
    (story) => story.works(anna.user, '2026-03-18 08:00', null),
    { issues: [], holds: ['entry-open'], notes: [], status: 'done', exit: 0 },
  ],
  [
    'work on a day of vacation',
    (story) => {
      story.takesLeave(anna.user, 'vacation', '2026-03-16');
      story.works(anna.user, '2026-03-16 08:00', '12:00');
    },
    { issues: [], holds: [], notes: ['attendance-on-absence'], status: 'done', exit: 0 },
  ],
  [
    'two hours that overlap',
    (story) => {
      story.works(anna.user, '2026-03-16 08:00', '12:00');
      story.works(anna.user, '2026-03-16 11:00', '12:00');
    },
    { issues: ['entries-overlap'], holds: [], notes: [], status: 'done-with-issues', exit: 1 },
  ],
  [
    'one of each',
    (story) => {
      story.works(anna.user, '2026-03-16 08:00', '12:00');
      story.works(anna.user, '2026-03-16 11:00', '12:00');
      story.works(anna.user, '2026-03-18 08:00', null);
      story.takesLeave(ben.user, 'vacation', '2026-03-16');
      story.works(ben.user, '2026-03-16 08:00', '12:00');
    },
    {
      issues: ['entries-overlap'],
      holds: ['entry-open'],
      notes: ['attendance-on-absence'],
      status: 'done-with-issues',
      exit: 1,
    },
  ],
];

test.each(cases)('%s', async (_what, happens, { issues, holds, notes, status, exit }) => {
  const story = tellStory();
  happens(story);

  const report = await story.sync();

  expect([codes(report.issues), codes(report.holds), codes(report.notes)]).toEqual([issues, holds, notes]);
  expect([report.run.status, exitOfReport(report)]).toEqual([status, exit]);
});

test('an issue that stays open ends every run with 1, also one that found nothing to do', async () => {
  const story = tellStory();
  story.works(anna.user, '2026-03-16 08:00', '12:00');
  story.works(anna.user, '2026-03-16 11:00', '12:00');
  await story.sync();

  const later = await story.syncLater();

  expect(later.run.writes).toEqual({ personio: 0, timetac: 0 });
  expect(exitOfReport(later)).toBe(1);
});

test('a hold is told as long as it waits and is gone once it went out', async () => {
  const story = tellStory();
  const row = story.works(anna.user, '2026-03-18 08:00', null);
  await story.sync();
  const waiting = await story.syncLater();
  story.goTo('2026-03-18 12:05');
  story.time.editTimeTracking(row.id, { end_time: '2026-03-18 12:00:00', status: 2 });

  const gone = await story.sync();

  expect([codes(waiting.holds), codes(gone.holds)]).toEqual([['entry-open'], []]);
});

test('hours of an account that is nobody’s wait until somebody is it', async () => {
  const story = tellStory();
  story.time.addUser({
    id: 900,
    active: true,
    human: true,
    username: 'guest',
    firstname: 'Gustav',
    lastname: 'Gast',
    email_address: 'guest@elsewhere.example',
  });
  story.works(900, '2026-03-16 08:00', '12:00');

  const report = await story.sync();

  expect(codes(report.holds)).toEqual(['employee-unlinked']);
  expect(report.run.status).toBe('done');
});

describe('the order of severity', () => {
  test('a failed read ends with 3, even where issues are open', async () => {
    const story = tellStory();
    story.works(anna.user, '2026-03-16 08:00', '12:00');
    story.works(anna.user, '2026-03-16 11:00', '12:00');
    await story.sync();
    story.wire.next({ side: 'timetac', path: '/deltaSync' }, () => Promise.reject(new TypeError('lost')), {
      times: Infinity,
    });

    const report = await story.syncLater();

    expect([report.run.status, exitOfReport(report)]).toEqual(['failed', 3]);
  });

  test('a refused plan ends with 4, even where issues are open', async () => {
    const story = tellStory({
      settings: (document) => (document['guard'] = { maxDeletes: 0, maxDeleteShare: 0 }),
    });
    const row = story.works(anna.user, '2026-03-13 08:00', '12:00');
    story.works(anna.user, '2026-03-16 08:00', '12:00');
    story.works(anna.user, '2026-03-16 11:00', '12:00');
    await story.sync();
    story.later();
    story.time.deleteTimeTracking(row.id);

    const report = await story.sync();

    expect([report.run.status, exitOfReport(report)]).toEqual(['refused', 4]);
  });
});

test('every line of a report is of the class that its code has', async () => {
  const story = tellStory({ people: [{ user: { firstname: 'Änne' } }, { user: null }, {}] });
  story.works(anna.user, '2026-03-16 08:00', '12:00');
  story.works(anna.user, '2026-03-16 11:00', '12:00');
  story.works(anna.user, '2026-03-18 08:00', null);

  const report = await story.sync();

  const classOf = (code: FindingCode) => findingClasses[code];
  expect(report.issues.map(({ code }) => classOf(code))).toEqual(['issue']);
  expect(report.holds.map(({ code }) => classOf(code))).toEqual(['hold']);
  expect(new Set(report.notes.map(({ code }) => classOf(code)))).toEqual(new Set(['note']));
});
