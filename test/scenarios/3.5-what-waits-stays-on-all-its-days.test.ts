// Rules 0.6, 3.1 and 3.5: what was exported and waits now is not gone, and stays also on days that its row has left.

import { describe, expect, test } from 'vitest';
import { anna, type Story, tellStory, writesOf } from '../support/company.ts';
import { answering } from '../support/wire.ts';
import type { Draft } from '../support/world.ts';

const approvedOnly = {
  settings: (document: Draft): void => void (document['attendances'].approvedOnly = true),
};
const approved = { approved_by_admin: true };
const onTheSeventeenth = { start_time: '2026-03-17 08:00:00', end_time: '2026-03-17 12:00:00' };
const nightShift = ['WORK 2026-03-16 22:00–24:00', 'WORK 2026-03-17 00:00–06:00'];

async function movedUnapproved(story: Story, id: number) {
  await story.sync();
  story.later();
  story.time.editTimeTracking(id, { ...onTheSeventeenth, approved_by_admin: false });
  return story.sync();
}

describe('a row that was moved to another day and is not approved again', () => {
  test('stays on the day that it left, and that day says what it waits for', async () => {
    const story = tellStory(approvedOnly);
    const row = story.works(anna.user, '2026-03-16 08:00', '12:00', approved);

    const report = await movedUnapproved(story, row.id);

    expect(story.attendances()).toEqual(['WORK 2026-03-16 08:00–12:00']);
    expect(report.holds.map(({ code, date, until }) => [code, date, until])).toEqual([
      ['entry-unapproved', '2026-03-16', '2026-03-17'],
    ]);
    expect(writesOf(await story.syncLater({ full: true }))).toBe(0);
  });

  test('also where it was part of a longer period', async () => {
    const story = tellStory(approvedOnly);
    story.works(anna.user, '2026-03-16 06:00', '08:00', approved);
    const row = story.works(anna.user, '2026-03-16 08:00', '12:00', approved);

    await movedUnapproved(story, row.id);

    expect(story.attendances()).toEqual(['WORK 2026-03-16 06:00–12:00']);
  });

  test('goes once it is approved: from the one day to the other', async () => {
    const story = tellStory(approvedOnly);
    const row = story.works(anna.user, '2026-03-16 08:00', '12:00', approved);
    await movedUnapproved(story, row.id);
    story.later();
    story.time.editTimeTracking(row.id, approved);

    const report = await story.sync();

    expect(story.attendances()).toEqual(['WORK 2026-03-17 08:00–12:00']);
    expect([...report.issues, ...report.holds]).toEqual([]);
  });

  test('stays although it was moved to a day so long ago that nothing else of it is kept', async () => {
    const settings = (document: Draft): void => {
      document['attendances'].approvedOnly = true;
      document['attendances'].startDate = '2026-03-16';
    };
    const story = tellStory({ now: '2026-03-17 09:00', detailDays: 1, settings });
    const row = story.works(anna.user, '2026-03-16 08:00', '12:00', approved);
    await story.sync();
    story.later();
    story.time.editTimeTracking(row.id, {
      start_time: '2026-03-13 08:00:00',
      end_time: '2026-03-13 12:00:00',
      approved_by_admin: false,
    });
    await story.sync();
    // On the next day it is folded.
    story.goTo('2026-03-18 09:00');
    await story.sync();
    story.later();
    story.works(anna.user, '2026-03-16 13:00', '15:00', approved);

    await story.sync();
    await story.syncLater();

    expect(story.attendances()).toContain('WORK 2026-03-16 08:00–12:00');
  });

  test('stays where it waits again before anybody could take it away', async () => {
    const story = tellStory(approvedOnly);
    const row = story.works(anna.user, '2026-03-16 22:00', '2026-03-17 06:00', approved);
    await story.sync();
    story.later();
    const shortened = { end_time: '2026-03-16 23:00:00', approved_by_admin: false };
    story.time.editTimeTracking(row.id, shortened);
    await story.sync();
    story.later();
    story.time.editTimeTracking(row.id, approved);
    story.wire.next(
      { side: 'personio', method: 'DELETE', path: '/v2/attendance-periods' },
      answering({ error: 'unauthorized' }, 401),
      { times: Infinity },
    );
    expect((await story.sync()).run.status).toBe('failed');
    story.wire.mend();
    story.later();
    story.time.editTimeTracking(row.id, { end_time: null, status: 1, approved_by_admin: false });

    await story.sync();

    expect(story.attendances()).toContain('WORK 2026-03-17 00:00–06:00');
  });

  test('is gone once it is deleted', async () => {
    const story = tellStory(approvedOnly);
    const row = story.works(anna.user, '2026-03-16 08:00', '12:00', approved);
    await movedUnapproved(story, row.id);
    story.later();
    story.time.deleteTimeTracking(row.id);

    await story.sync();

    expect(story.attendances()).toEqual([]);
  });

  test('waits no more once unapproved hours go out as well', async () => {
    const story = tellStory(approvedOnly);
    const row = story.works(anna.user, '2026-03-16 08:00', '12:00', approved);
    await movedUnapproved(story, row.id);
    story.world.changeSettings(() => undefined);

    await story.syncLater();

    expect(story.attendances()).toEqual(['WORK 2026-03-17 08:00–12:00']);
  });
});

test('a night shift that was shortened and is not approved again stays on both its days', async () => {
  const story = tellStory(approvedOnly);
  const row = story.works(anna.user, '2026-03-16 22:00', '2026-03-17 06:00', approved);
  await story.sync();
  story.later();
  story.time.editTimeTracking(row.id, { end_time: '2026-03-16 23:00:00', approved_by_admin: false });

  await story.sync();

  expect(story.attendances()).toEqual(nightShift);
});

test('a night shift that was stopped and runs again stays on both its days, until it has stopped', async () => {
  const story = tellStory();
  const row = story.works(anna.user, '2026-03-16 22:00', '2026-03-17 06:00');
  await story.sync();
  story.later();
  story.time.editTimeTracking(row.id, { end_time: null, status: 1 });

  await story.sync();
  expect(story.attendances()).toEqual(nightShift);
  story.later();
  story.time.editTimeTracking(row.id, { end_time: '2026-03-16 23:30:00', status: 2 });
  await story.sync();

  expect(story.attendances()).toEqual(['WORK 2026-03-16 22:00–23:30']);
});

describe('a row that was moved and runs again', () => {
  const refusesEverything = (document: Draft): void =>
    void (document['guard'] = { maxDeletes: 0, maxDeleteShare: 0 });

  test('stays where it was exported, as long as the plan that took it away was refused', async () => {
    const story = tellStory({ settings: refusesEverything });
    const row = story.works(anna.user, '2026-03-16 08:00', '12:00');
    const gone = story.works(anna.user, '2026-03-12 08:00', '12:00');
    await story.sync();
    story.later();
    story.time.editTimeTracking(row.id, onTheSeventeenth);
    story.time.deleteTimeTracking(gone.id);
    expect((await story.sync()).run.status).toBe('refused');
    story.later();
    story.time.editTimeTracking(row.id, { end_time: null, status: 1 });
    story.world.changeSettings((document) => void delete document['guard']);

    await story.sync();

    expect(story.attendances()).toContain('WORK 2026-03-16 08:00–12:00');
  });

  test('holds nothing on a day that was judged without it', async () => {
    const story = tellStory();
    const row = story.works(anna.user, '2026-03-16 08:00', '12:00');
    const other = story.works(anna.user, '2026-03-16 13:00', '17:00');
    await story.sync();
    story.later();
    story.time.editTimeTracking(row.id, onTheSeventeenth);
    await story.sync();
    story.later();
    story.time.editTimeTracking(row.id, { end_time: null, status: 1 });
    story.time.editTimeTracking(other.id, { end_time: '2026-03-16 16:00:00' });

    await story.sync();

    expect(story.attendances()).toContain('WORK 2026-03-16 13:00–16:00');
  });
});
