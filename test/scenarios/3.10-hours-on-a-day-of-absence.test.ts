// Rule 3.10: hours on a day of full absence are sent, with a note; halves and rejected requests are no such days.

import { expect, test } from 'vitest';
import type { TimetacAbsence } from '../../src/simulators/timetac/state.ts';
import { anna, personAt, ben, codes, tellStory, told } from '../support/company.ts';
import { changing } from '../support/wire.ts';

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

test.each<[string, Partial<TimetacAbsence>]>([
  ['half a day', { duration: 0.5 }],
  ['a request that nobody granted', { status: 0 }],
  ['a request that was declined', { status: 2 }],
  ['leave that was cancelled', { status: 3 }],
])('%s is not worth a note', async (_what, more) => {
  const story = tellStory();
  story.takesLeave(anna.user, 'vacation', '2026-03-16', '2026-03-16', more);
  story.works(anna.user, '2026-03-16 08:00', '12:00');

  const report = await story.sync();

  expect(codes(report.notes)).toEqual([]);
  expect(story.attendances()).toEqual(['WORK 2026-03-16 08:00–12:00']);
});

test('a weekend inside a vacation is no day of absence', async () => {
  const story = tellStory();
  story.takesLeave(anna.user, 'vacation', '2026-03-12', '2026-03-17');
  story.works(anna.user, '2026-03-14 10:00', '12:00');

  const report = await story.sync();

  expect(story.attendances()).toEqual(['WORK 2026-03-14 10:00–12:00']);
  expect(codes(report.notes)).toEqual([]);
});

test('leave that is entered after the hours went out is noted as well', async () => {
  const story = tellStory();
  story.works(anna.user, '2026-03-16 08:00', '09:00');
  await story.sync();
  story.later();
  story.takesLeave(anna.user, 'vacation', '2026-03-16');

  const report = await story.sync();

  expect(told(report.notes)).toEqual(['attendance-on-absence 3001 2026-03-16']);
  expect(story.attendances()).toEqual(['WORK 2026-03-16 08:00–09:00']);
  expect(story.absences()).toEqual(['Paid absence 2026-03-16']);
});

test('the note is gone once the leave is cancelled', async () => {
  const story = tellStory();
  const leave = story.takesLeave(anna.user, 'vacation', '2026-03-16');
  story.works(anna.user, '2026-03-16 08:00', '09:00');
  await story.sync();
  expect(codes((await story.syncLater()).notes)).toEqual(['attendance-on-absence']);
  story.later(60);
  story.time.cancelAbsence(leave.id);

  const report = await story.sync();

  expect(codes(report.notes)).toEqual([]);
  expect(story.attendances()).toEqual(['WORK 2026-03-16 08:00–09:00']);
});

test('the possible half of a half holiday is a full day of absence', async () => {
  const story = tellStory({ now: '2026-12-28 09:00' });
  story.takesLeave(anna.user, 'vacation', '2026-12-24');
  story.works(anna.user, '2026-12-24 08:00', '12:00');
  expect(told((await story.sync()).notes)).toContain('attendance-on-absence 3001 2026-12-24');
});

test('two halves are a full day of absence', async () => {
  const story = tellStory();
  story.takesLeave(anna.user, 'vacation', '2026-03-16', '2026-03-16', { duration: 0.5 });
  story.takesLeave(anna.user, 'vacation', '2026-03-16', '2026-03-16', { duration: 0.5, begin: '12:00:00' });
  story.works(anna.user, '2026-03-16 08:00', '12:00');
  expect(told((await story.sync()).notes)).toContain('attendance-on-absence 3001 2026-03-16');
});

test.each<[string, Partial<TimetacAbsence>, string[]]>([
  ['whole days', {}, ['attendance-on-absence 3001 2026-03-16', 'attendance-on-absence 3001 2026-03-17']],
  ['half a day', { to_date: '2026-03-16', duration: 0.5 }, []],
])(
  'where the account writes no rows per day, %s are told by the booking itself',
  async (_what, more, notes) => {
    const story = tellStory();
    story.wire.next(
      { side: 'timetac', path: '/absenceDays/read' },
      changing((body) => ({ ...body, Results: [], NumResults: 0 })),
      { times: Infinity },
    );
    story.takesLeave(anna.user, 'vacation', '2026-03-16', '2026-03-17', more);
    story.works(anna.user, '2026-03-16 08:00', '09:00');
    story.works(anna.user, '2026-03-17 08:00', '09:00');

    expect(told((await story.sync()).notes)).toEqual(notes);
  },
);

test('leave that is written as far as 9999 is looked at, of however many people', async () => {
  // Its days are never listed one by one: for these people that would take more memory than there is.
  const people = Array.from({ length: 20 }, (_, index) => personAt(index));
  const story = tellStory({ people: people.length });
  story.works(anna.user, '2026-03-16 08:00', '09:00');
  await story.sync();
  story.later();
  for (const { user } of people) story.takesLeave(user, 'sick', '2026-03-16').to_date = '9999-12-31';

  const report = await story.sync();

  expect(told(report.notes)).toEqual(['attendance-on-absence 3001 2026-03-16']);
  expect(story.absences()).toEqual(['Sick day 2026-03-16']);
});
