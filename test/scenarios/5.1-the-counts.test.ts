// Rule 5.1: a run tells per part what it created, updated, deleted, adopted, left, held and failed, and what it asked.

import { expect, test } from 'vitest';
import { anna, ben, codes, tellStory } from '../support/company.ts';

test('the counts of a part are what was done', async () => {
  const story = tellStory();
  story.works(anna.user, '2026-03-09 08:00', '12:00');
  const changed = story.works(anna.user, '2026-03-10 08:00', '12:00');
  const gone = story.works(anna.user, '2026-03-11 08:00', '12:00');
  await story.sync();
  story.later();
  story.time.editTimeTracking(changed.id, { end_time: '2026-03-10 13:00:00' });
  story.time.deleteTimeTracking(gone.id);
  story.works(anna.user, '2026-03-12 08:00', '12:00');
  story.works(anna.user, '2026-03-13 08:00', null);

  const report = await story.sync();

  expect(report.parts.attendances).toEqual({
    created: 1,
    updated: 1,
    deleted: 1,
    adopted: 0,
    unchanged: 1,
    held: 1,
    failed: 0,
  });
});

test('people, absences and hours are counted each in their own part', async () => {
  const story = tellStory({ people: [{}, { user: null }, {}] });
  story.takesLeave(anna.user, 'vacation', '2026-04-13');
  story.takesLeave(anna.user, 'special', '2026-04-20');
  story.works(anna.user, '2026-03-16 08:00', '12:00');
  story.hrEnters('WORK', '2026-03-16 08:00', '12:00');

  const report = await story.sync();

  expect(report.parts.employees).toMatchObject({ created: 1, adopted: 2, deleted: 0, failed: 0 });
  expect(report.parts.absences).toMatchObject({ created: 1, adopted: 0, failed: 1, held: 0 });
  expect(report.parts.attendances).toMatchObject({ created: 0, adopted: 1, failed: 0, held: 0 });
});

test('what was joined beside another writer, and a person with a second account, are not held', async () => {
  const story = tellStory();
  story.works(anna.user, '2026-03-02 08:00', '12:00');
  await story.sync();
  story.time.addUser({ ...story.userOf(anna.user), id: 300, username: 'second', external_id: '' });
  story.later();
  for (let day = 2; day <= 8; day++) {
    story.works(ben.user, `2026-03-0${day} 08:00`, '12:00');
    story.hrEnters('WORK', `2026-03-0${day} 08:00`, '12:00', ben.employee);
  }

  const report = await story.syncLater();

  expect(codes(report.issues)).toEqual(['employee-two-users', 'second-writer']);
  expect(report.parts.attendances).toMatchObject({ adopted: 7, held: 0 });
  expect(report.parts.employees).toMatchObject({ unchanged: 2, held: 0 });
});

test('a replacement is one update, not a delete and a create', async () => {
  const story = tellStory();
  const leave = story.takesLeave(anna.user, 'vacation', '2026-04-13');
  await story.sync();
  story.later();
  story.time.changeAbsenceDates(leave.id, { type_id: 3, subtype_id: 11 });

  const report = await story.sync();

  expect(report.parts.absences).toMatchObject({ created: 0, updated: 1, deleted: 0, unchanged: 0 });
});

test('requests and writes are those that reached the vendors', async () => {
  const story = tellStory();
  story.works(anna.user, '2026-03-16 08:00', '12:00');
  story.works(ben.user, '2026-03-16 08:00', '12:00');
  const before = [story.world.personio.calls.length, story.world.timetac.calls.length] as const;

  const { run } = await story.sync();

  const personio = story.world.personio.calls.slice(before[0]);
  const timetac = story.world.timetac.calls.slice(before[1]);
  expect(run.requests.personio + run.tokenRequests.personio).toBe(personio.length);
  expect(run.requests.timetac + run.tokenRequests.timetac).toBe(timetac.length);
  expect(run.writes).toEqual({
    personio: personio.filter(({ wrote }) => wrote).length,
    timetac: timetac.filter(({ wrote }) => wrote).length,
  });
});

test('it says when it began and ended, what it looked at, and which run it was', async () => {
  const story = tellStory();
  const from = story.world.clock.now();

  const { run } = await story.sync();
  const second = await story.syncLater();

  expect(Date.parse(run.startedAt)).toBe(from);
  expect(Date.parse(run.finishedAt)).toBeGreaterThan(from);
  expect([run.scope, second.run.scope]).toEqual(['full', 'incremental']);
  expect(second.run.id).not.toBe(run.id);
  expect((await story.archive.run(run.id))?.report).toMatchObject({ run: { id: run.id } });
});

test('a part that is switched off counts nothing', async () => {
  const story = tellStory({ settings: (document) => (document['attendances'].enabled = false) });
  story.works(anna.user, '2026-03-16 08:00', '12:00');
  const nothing = { created: 0, updated: 0, deleted: 0, adopted: 0, unchanged: 0, held: 0, failed: 0 };

  const report = await story.sync();

  expect(report.parts.attendances).toEqual(nothing);
});

test('a run that did nothing counts everything as unchanged', async () => {
  const story = tellStory();
  story.works(anna.user, '2026-03-16 08:00', '12:00');
  story.works(ben.user, '2026-03-16 08:00', '12:00');
  await story.sync();

  const report = await story.syncLater();

  expect(report.parts.attendances).toMatchObject({ created: 0, updated: 0, deleted: 0, unchanged: 2 });
  expect(report.parts.employees).toMatchObject({ created: 0, updated: 0, deleted: 0, unchanged: 2 });
});
