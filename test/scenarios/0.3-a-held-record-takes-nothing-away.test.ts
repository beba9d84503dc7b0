// Rules 0.3 and 3.8: what a record that is held would take over from another one of ours stays where it is, so that no
// hour and no day of leave is nowhere.

import { describe, expect, test } from 'vitest';
import { undoRun } from '../../src/engine/undo.ts';
import { anna, type Story, takeRowOut, tellStory, told, writesOf } from '../support/company.ts';
import { deskOf } from '../support/desk.ts';

/** In TimeTac the afternoon becomes part of the morning; `meanwhile` something else happens. */
async function mergeHours(story: Story, meanwhile: () => void = () => undefined): Promise<void> {
  const morning = story.works(anna.user, '2026-03-16 08:00', '12:00');
  const afternoon = story.works(anna.user, '2026-03-16 13:00', '17:00');
  await story.sync();
  story.later();
  meanwhile();
  story.time.deleteTimeTracking(afternoon.id);
  story.time.editTimeTracking(morning.id, { end_time: '2026-03-16 17:00:00' });
}

test('a foreign period in the gap: the afternoon stays until the day can be written', async () => {
  const story = tellStory();
  await mergeHours(story, () => story.hrEnters('WORK', '2026-03-16 12:15', '12:45'));
  const report = await story.sync();
  expect(told(report.issues)).toEqual(['overlaps-foreign 3001 2026-03-16']);
  expect(story.attendances()).toContain('WORK 2026-03-16 13:00–17:00');
});

test('the morning is an adopted record: the afternoon stays', async () => {
  const story = tellStory();
  story.hrEnters('WORK', '2026-03-16 08:00', '12:00');
  await mergeHours(story);
  const report = await story.sync();
  expect(told(report.issues)).toEqual(['source-changed-but-adopted 3001 2026-03-16']);
  expect(story.attendances()).toContain('WORK 2026-03-16 13:00–17:00');
});

test('the sick day of HR stands between: the second half of the vacation stays', async () => {
  const story = tellStory({
    settings: (d) => {
      for (const row of d['absences'].types)
        if (row.timetac === 'Sick leave') Object.assign(row, { sync: false, personio: null });
    },
  });
  const vacation = story.takesLeave(anna.user, 'vacation', '2026-04-13', '2026-04-17');
  const sick = story.takesLeave(anna.user, 'sick', '2026-04-15');
  takeRowOut(story, vacation.id, '2026-04-15');
  story.hrEntersAbsence('sick', '2026-04-15');
  await story.sync();
  expect(story.absences()).toHaveLength(3);
  story.later();
  story.time.cancelAbsence(sick.id);
  story.time.changeAbsenceDates(vacation.id, { to_date: '2026-04-17' });
  const report = await story.sync();
  expect(told(report.issues)).toEqual(['absence-exists 3001 2026-04-13']);
  expect(story.absences()).toContain('Paid absence 2026-04-16 – 2026-04-17');
});

test('the sick day inside is opened again and waits: the vacation stays', async () => {
  const story = tellStory();
  const vacation = story.takesLeave(anna.user, 'vacation', '2026-04-13', '2026-04-17');
  const sick = story.takesLeave(anna.user, 'sick', '2026-04-15');
  takeRowOut(story, vacation.id, '2026-04-15');
  await story.sync();
  story.later();
  story.time.changeAbsenceDates(sick.id, { status: 0 });
  story.time.changeAbsenceDates(vacation.id, { to_date: '2026-04-17' });
  await story.sync();
  expect(story.absences()).toContain('Paid absence 2026-04-16 – 2026-04-17');
});

describe('Personio refuses the change when it comes to it', () => {
  const refusing = (story: Story, method: string) => {
    const tried: number[] = [];
    story.wire.next(
      { side: 'personio', method, path: '/v2/attendance-periods' },
      () => {
        tried.push(story.world.clock.now());
        return Promise.resolve(
          Response.json({ errors: [{ title: 'Unprocessable', detail: 'confirmed' }] }, { status: 422 }),
        );
      },
      { times: Infinity },
    );
    return tried;
  };

  test('what had made room for it is written again, and nothing is tried twice', async () => {
    const story = tellStory();
    await mergeHours(story);
    const tried = refusing(story, 'PATCH');
    const before = story.attendances();

    const report = await story.sync();

    expect(told(report.issues)).toEqual(['refused-by-personio 3001 2026-03-16']);
    expect(report.issues[0]?.covers).toBe(2);
    expect(story.attendances()).toEqual(before);
    const again = await story.syncLater();
    expect([writesOf(again), tried.length, told(again.issues)]).toEqual([0, 1, told(report.issues)]);
    // To ask on a guess would take the second period away and write it again.
    const whole = await story.syncLater({ full: true });
    expect([writesOf(whole), tried.length, told(whole.issues)]).toEqual([0, 1, told(report.issues)]);
    story.wire.mend();
    await deskOf(story.world).retry('refused-by-personio');
    await story.syncLater();
    expect(story.attendances()).toEqual(['WORK 2026-03-16 08:00–17:00']);
  });

  test('a booking that becomes one of another type stays what it was while Personio refuses the new one', async () => {
    const story = tellStory();
    const leave = story.takesLeave(anna.user, 'vacation', '2026-04-13', '2026-04-14');
    await story.sync();
    story.later();
    // Personio's special leave demands a substitute.
    story.time.changeAbsenceDates(leave.id, { type_id: 3, subtype_id: 14 });

    const report = await story.sync();
    const again = await story.syncLater();

    expect(story.absences()).toEqual(['Paid absence 2026-04-13 – 2026-04-14']);
    expect([told(report.issues), told(again.issues), writesOf(again)]).toEqual([
      ['refused-by-personio 3001 2026-04-13'],
      ['refused-by-personio 3001 2026-04-13'],
      0,
    ]);
  });

  test('taken back by undo, such a run takes away nothing that stood before', async () => {
    const story = tellStory();
    await mergeHours(story);
    refusing(story, 'PATCH');
    const { run } = await story.sync();

    await undoRun(story.world.shop(), run.id, { mode: 'live', release: false });

    expect(story.attendances()).toHaveLength(2);
  });
});
