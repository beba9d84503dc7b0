// Rule 5.2: an issue is new, then open, and solved only when a judgement no longer finds it.

import { expect, test } from 'vitest';
import { anna, ben, tellStory, told } from '../support/company.ts';

test('new, then open in every run that does not look at it, then solved', async () => {
  const story = tellStory();
  story.works(anna.user, '2026-03-16 08:00', '12:00');
  const wrong = story.works(anna.user, '2026-03-16 11:00', '13:00');

  const first = await story.sync();
  expect(first.issues.map((issue) => [issue.code, issue.new])).toEqual([['entries-overlap', true]]);

  const second = await story.syncLater();
  expect(second.issues.map((issue) => [issue.code, issue.new])).toEqual([['entries-overlap', false]]);
  expect(second.issues[0]?.id).toBe(first.issues[0]?.id);
  expect(second.run.status).toBe('done-with-issues');

  story.later();
  story.time.deleteTimeTracking(wrong.id);
  const third = await story.sync();
  expect(third.issues).toEqual([]);
  expect(third.run.status).toBe('done');
  expect(await story.archive.issues()).toEqual([]);
});

test('an issue that comes back is new again', async () => {
  const story = tellStory();
  story.works(anna.user, '2026-03-16 08:00', '12:00');
  const row = story.works(anna.user, '2026-03-16 11:00', '13:00');
  await story.sync();
  story.later();
  story.time.editTimeTracking(row.id, { start_time: '2026-03-16 12:00:00' });
  expect((await story.sync()).issues).toEqual([]);
  story.later();
  story.time.editTimeTracking(row.id, { start_time: '2026-03-16 11:30:00' });

  const report = await story.sync();

  expect(report.issues.map((issue) => [issue.code, issue.new])).toEqual([['entries-overlap', true]]);
});

test('a run of another part, of other people, or a failed one solves nothing', async () => {
  const story = tellStory();
  story.works(anna.user, '2026-03-16 08:00', '12:00');
  story.works(anna.user, '2026-03-16 11:00', '13:00');
  const issues = told((await story.sync()).issues);

  const only = await story.syncLater({ only: ['absences'] });
  const others = await story.syncLater({ employeeIds: [ben.employee] });
  story.wire.next({ side: 'timetac', path: '/deltaSync' }, () => Promise.reject(new TypeError('lost')), {
    times: Infinity,
  });
  const failed = await story.syncLater();
  story.wire.mend();
  const after = await story.syncLater();

  expect(told(only.issues)).toEqual(issues);
  expect(told(others.issues)).toEqual(issues);
  expect(told(failed.issues)).toEqual(expect.arrayContaining(issues));
  expect(told(after.issues)).toEqual(issues);
});

test('a dry run shows an issue, but only the live run that tells it makes it known', async () => {
  const story = tellStory();
  story.works(anna.user, '2026-03-16 08:00', '12:00');
  story.works(anna.user, '2026-03-16 11:00', '13:00');

  const dry = await story.sync({ mode: 'dry-run' });
  const live = await story.sync();

  expect([dry.issues[0]?.new, live.issues[0]?.new]).toEqual([true, true]);
});

test('a run that leaves the people out carries their issues over, old and open', async () => {
  const story = tellStory({ people: [{ employee: { email: null }, user: null }, {}] });
  const first = await story.sync();
  const only = await story.syncLater({ only: ['attendances'] });
  const after = await story.syncLater();

  expect(told(first.issues)).toEqual(['email-missing 3001 -']);
  expect(only.issues.map(({ code, new: fresh }) => [code, fresh])).toEqual([['email-missing', false]]);
  expect(after.issues.map(({ code, new: fresh }) => [code, fresh])).toEqual([['email-missing', false]]);
});
