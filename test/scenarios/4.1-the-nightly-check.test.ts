// Rule 4.1: every night recent days and all future absences are compared, once a month everything.

import { expect, test } from 'vitest';
import { answering } from '../support/wire.ts';
import { anna, requestsOf, tellStory, told, writesOf } from '../support/company.ts';

/** The first run is the first look at everything; the story goes on a night later. */
async function aNightLater() {
  const story = tellStory({ now: '2026-03-18 09:00' });
  story.works(anna.user, '2026-01-12 08:00', '12:00');
  story.works(anna.user, '2026-03-16 08:00', '12:00');
  story.takesLeave(anna.user, 'vacation', '2026-07-06', '2026-07-10');
  await story.sync();
  story.goTo('2026-03-19 03:00');
  return story;
}

test('a recent period that HR deleted is noticed, one from long ago is not', async () => {
  const story = await aNightLater();
  for (const start of ['2026-01-12 08:00', '2026-03-16 08:00'])
    story.hr.deleteAttendance(story.attendanceAt(start).id);

  const report = await story.sync({ nightly: true });

  expect(report.run.scope).toBe('incremental');
  expect(told(report.issues)).toEqual(['deleted-in-target 3001 2026-03-16']);
});

test('a future absence that HR deleted is noticed', async () => {
  const story = await aNightLater();
  story.hr.deleteAbsence(story.absenceOn('2026-07-06').id);
  expect(told((await story.sync({ nightly: true })).issues)).toEqual(['deleted-in-target 3001 2026-07-06']);
});

test('a recent row that the changes never told of arrives; so does the end of one that is gone', async () => {
  const story = await aNightLater();
  const { timeTrackings } = story.states.timetac;
  const silent = story.works(anna.user, '2026-03-17 08:00', '12:00');
  // A server whose clock ran backwards: its changes do not list the row.
  Object.assign(timeTrackings.find(({ id }) => id === silent.id) ?? {}, {
    data_changed: Date.parse('2020-01-01'),
  });

  await story.sync({ nightly: true });

  expect(story.attendances()).toContain('WORK 2026-03-17 08:00–12:00');
});

test('once a month it is everything', async () => {
  const story = await aNightLater();
  story.hr.deleteAttendance(story.attendanceAt('2026-01-12 08:00').id);
  await story.sync({ nightly: true });
  story.goTo('2026-04-18 03:00');

  const report = await story.sync({ nightly: true });

  expect(report.run.scope).toBe('full');
  expect(told(report.issues)).toEqual(['deleted-in-target 3001 2026-01-12']);
});

test('with nothing to find it writes nothing and asks for few days only', async () => {
  const story = await aNightLater();
  const night = await story.sync({ nightly: true });
  const whole = await story.syncLater({ full: true });
  expect(writesOf(night)).toBe(0);
  expect(requestsOf(night)).toBeLessThanOrEqual(requestsOf(whole) + 2);
});

test('a deletion at the target noticed at night does not hide a change that came since the last run', async () => {
  const story = await aNightLater();
  story.hr.editAttendance(story.attendanceAt('2026-01-12 08:00').id, { end: '2026-01-12T11:00:00' });

  const report = await story.sync({ nightly: true });

  expect(told(report.issues)).toEqual(['edited-in-target 3001 2026-01-12']);
});

test('whoever runs it by a schedule of their own has the check with the first run after its hour, once', async () => {
  const story = await aNightLater();
  story.goTo('2026-03-19 02:50');
  story.hr.deleteAttendance(story.attendanceAt('2026-03-16 08:00').id);
  expect(told((await story.sync({ nightly: 'when-due' })).issues)).toEqual([]);
  story.goTo('2026-03-19 03:05');
  await story.sync({ nightly: 'when-due', only: ['absences'] });

  const report = await story.sync({ nightly: 'when-due' });
  const again = await story.syncLater({ nightly: 'when-due' });

  expect(told(report.issues)).toEqual(['deleted-in-target 3001 2026-03-16']);
  expect(requestsOf(again)).toBeLessThan(requestsOf(report));
});

test('a check that failed is made up for by the next run', async () => {
  const story = await aNightLater();
  story.hr.deleteAttendance(story.attendanceAt('2026-03-16 08:00').id);
  story.wire.next({ side: 'personio', path: '/v2/attendance-periods' }, answering({}, 500), { times: 20 });
  expect((await story.sync({ nightly: 'when-due' })).run.status).toBe('failed');
  story.wire.mend();

  const report = await story.syncLater({ nightly: 'when-due' });

  expect(told(report.issues)).toContain('deleted-in-target 3001 2026-03-16');
});
