// Rule 5.2: an issue is solved only when that part, person and date was judged wholly and no longer shows it.

import { expect, test } from 'vitest';
import { undoRun } from '../../src/engine/undo.ts';
import { anna, ben, codes, type Story, tellStory, told } from '../support/company.ts';
import { deskOf } from '../support/desk.ts';

/** Anna's hours contradict each other, and the mistake is mended in TimeTac. */
async function mended(): Promise<Story> {
  const story = tellStory();
  story.works(anna.user, '2026-03-16 08:00', '12:00');
  const wrong = story.works(anna.user, '2026-03-16 11:00', '13:00');
  expect(told((await story.sync()).issues)).toEqual(['entries-overlap 3001 2026-03-16']);
  story.later(60);
  story.time.deleteTimeTracking(wrong.id);
  return story;
}

test.each([
  ['a run of another part', { only: ['absences'] as const }],
  ['a pilot of other people', { employeeIds: [ben.employee] }],
])('%s does not solve it, the next whole run does', async (_what, request) => {
  const story = await mended();

  const partial = await story.sync(request);
  const whole = await story.syncLater();

  expect(codes(partial.issues)).toEqual(['entries-overlap']);
  expect(whole.issues).toEqual([]);
});

test('a dry run shows it solved, and leaves it open until a live run has judged', async () => {
  const story = await mended();

  const dry = await story.sync({ mode: 'dry-run' });

  expect(dry.issues).toEqual([]);
  expect(await story.archive.issues()).toHaveLength(1);
});

test('a refused plan solves nothing', async () => {
  const story = tellStory({
    settings: (document) => (document['guard'] = { maxDeletes: 0, maxDeleteShare: 0 }),
  });
  const row = story.works(ben.user, '2026-03-16 08:00', '12:00');
  story.works(anna.user, '2026-03-16 08:00', '12:00');
  const wrong = story.works(anna.user, '2026-03-16 11:00', '13:00');
  await story.sync();
  story.later(60);
  story.time.deleteTimeTracking(wrong.id);
  story.time.deleteTimeTracking(row.id);

  const refused = await story.sync();
  const released = await story.syncLater({ release: true });

  expect([refused.run.status, codes(refused.issues)]).toEqual(['refused', ['entries-overlap']]);
  expect(released.issues).toEqual([]);
});

test('a read that fails solves nothing', async () => {
  const story = await mended();
  story.wire.next(
    { side: 'personio', method: 'GET', path: '/attendance-periods' },
    () => Promise.reject(new TypeError('lost')),
    { times: Infinity },
  );

  const failed = await story.sync();
  story.wire.mend();
  const well = await story.syncLater();

  expect(codes(failed.issues)).toEqual(['entries-overlap', 'vendor-unreachable']);
  expect(well.issues).toEqual([]);
});

test('an issue of one day is not solved by a judgement of another', async () => {
  const story = tellStory();
  story.works(anna.user, '2026-03-16 08:00', '12:00');
  story.works(anna.user, '2026-03-16 11:00', '13:00');
  await story.sync();
  story.later(60);
  story.works(anna.user, '2026-03-17 08:00', '12:00');

  const report = await story.sync();

  expect(told(report.issues)).toEqual(['entries-overlap 3001 2026-03-16']);
  expect(story.attendances()).toEqual(['WORK 2026-03-17 08:00–12:00']);
});

test('a pilot of other people does not solve that nobody knows what became of a change', async () => {
  const story = tellStory();
  await story.sync();
  story.later();
  story.hr.editEmployee(ben.id, { last_name: 'Neu' });
  story.wire.next({ side: 'timetac', path: '/users/update' }, () => Promise.reject(new TypeError('lost')));
  expect(codes((await story.sync()).issues)).toEqual(['outcome-unknown']);

  const pilot = await story.syncLater({ employeeIds: [anna.employee], full: true });
  expect([codes(pilot.issues), pilot.solved]).toEqual([['outcome-unknown'], []]);

  const whole = await story.syncLater();
  expect([whole.issues, codes(whole.solved)]).toEqual([[], ['outcome-unknown']]);
  expect(story.userOf(ben.user)?.lastname).toBe('Neu');
});

test('unlinked by hand, somebody’s days are told no more', async () => {
  const story = tellStory();
  story.works(anna.user, '2026-03-16 08:00', '12:00');
  story.works(anna.user, '2026-03-16 11:00', '13:00');
  expect(codes((await story.sync()).issues)).toEqual(['entries-overlap']);

  await deskOf(story.world).unlink(anna.employee);
  const report = await story.syncLater({ full: true });

  expect(codes(report.issues)).not.toContain('entries-overlap');
});

test('a vendor that a run did not ask is still in trouble', async () => {
  const story = tellStory();
  story.works(anna.user, '2026-03-16 08:00', '12:00');
  const first = await story.sync();
  story.wire.next({ side: 'timetac', path: '/' }, () => Promise.reject(new TypeError('lost')), {
    times: Infinity,
  });
  expect(codes((await story.syncLater()).issues)).toEqual(['vendor-unreachable']);
  story.later();

  const undone = await undoRun(story.world.shop(), first.run.id, { mode: 'live', release: false });

  if (undone === 'busy' || undone === null) throw new Error(`not undone: ${undone}`);
  expect(codes(undone.report.issues)).toEqual(['vendor-unreachable']);
  expect(undone.report.solved).toEqual([]);
});

test('a row that moved to before the start date leaves its day also where a full check finds it', async () => {
  const story = tellStory();
  story.hrEnters('WORK', '2026-03-16 09:00', '10:00');
  const row = story.works(anna.user, '2026-03-16 08:00', '12:00');
  expect(codes((await story.sync()).issues)).toEqual(['overlaps-foreign']);
  story.later();
  story.time.editTimeTracking(row.id, {
    start_time: '2025-12-16 08:00:00',
    end_time: '2025-12-16 12:00:00',
  });

  expect((await story.sync({ full: true })).issues).toEqual([]);
});

test('what was in the way long ago and was deleted is found by the nightly check', async () => {
  const story = tellStory();
  const hours = story.hrEnters('WORK', '2026-01-12 09:00', '10:00');
  story.works(anna.user, '2026-01-12 08:00', '12:00');
  const leave = story.hrEntersAbsence('sick', '2026-01-13');
  story.takesLeave(anna.user, 'vacation', '2026-01-13');
  expect(codes((await story.sync()).issues)).toEqual(['absence-exists', 'overlaps-foreign']);
  story.later();
  story.hr.deleteAttendance(hours.id);
  story.hr.deleteAbsence(leave.id);

  story.goTo('2026-03-19 03:10');
  const report = await story.sync({ nightly: 'when-due' });

  expect(report.issues).toEqual([]);
  expect(story.attendances()).toEqual(['WORK 2026-01-12 08:00–12:00']);
  expect(story.absences()).toEqual(['Paid absence 2026-01-13']);
});
