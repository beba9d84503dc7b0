// Rule 0.2: after thirteen months (here: two days) of what both sides agreed on only marks are kept. They are enough for
// everything that the ledger is there for: nothing is doubled, nothing of others is touched, nothing goes unnoticed.

import { describe, expect, test } from 'vitest';
import type { AbsenceContent } from '../../src/core/absences/absence.ts';
import { contentText } from '../../src/core/report/contents.ts';
import { isFolded } from '../../src/core/sync/desk.ts';
import { undoRun } from '../../src/engine/undo.ts';
import { explainOneDay } from '../../src/service/explain.ts';
import { personioTypes, taskIds } from '../../src/simulators/company/catalogue.ts';
import { anna, codes, requestsOf, type Story, tellStory, told, writesOf } from '../support/company.ts';
import type { ChangeSettings } from '../support/world.ts';

const standing = [
  'WORK 2026-03-13 08:00–12:00',
  'BREAK 2026-03-13 12:00–12:30',
  'WORK 2026-03-16 22:00–24:00',
];

/** A day of two rows, a night over midnight, a week of leave and a half day, all of them long gone by now. */
async function longGone(settings: ChangeSettings = () => undefined) {
  const story = tellStory({ now: '2026-03-17 09:00', detailDays: 1, settings });
  const morning = story.works(anna.user, '2026-03-13 08:00', '12:00', { notes: 'at the doctor’s' });
  const pause = story.works(anna.user, '2026-03-13 12:00', '12:30', { task_id: taskIds.break });
  const night = story.works(anna.user, '2026-03-16 22:00', '2026-03-17 02:00');
  const leave = story.takesLeave(anna.user, 'vacation', '2026-02-02', '2026-02-06');
  const sick = story.takesLeave(anna.user, 'sick', '2026-02-09', '2026-02-09', {
    request_partial_end_duration: 0.5,
  });
  await story.sync();
  story.goTo('2026-03-19 09:00');
  await story.sync();
  story.later();
  return { story, morning, pause, night, leave, sick };
}

async function kept(story: Story) {
  const links = [
    ...(await story.archive.links({ part: 'attendances' })),
    ...(await story.archive.links({ part: 'absences' })),
  ];
  return {
    links,
    clear: links.filter((link) => !isFolded(link)).map(({ from }) => from),
    entries: (await story.archive.rows({ kind: 'timeEntry' })).map(({ id }) => id),
    folded: (await story.archive.rows({ kind: 'foldedEntry' })).flatMap(({ id, row }) =>
      row.ofAbsence ? [] : [id],
    ),
  };
}

test('times, types and words are gone; key, id, origin and dates stay', async () => {
  const { story, morning, pause, night } = await longGone();

  const { links, clear, entries, folded } = await kept(story);

  expect(clear).toEqual([]);
  expect(entries).toEqual([]);
  expect(folded.sort()).toEqual([morning, pause, night].map(({ id }) => String(id)).sort());
  expect(links.map(({ from, to, origin }) => `${from} ${to} ${origin}`).sort()).toEqual([
    '2026-02-02 2026-02-06 created',
    '2026-02-09 2026-02-09 created',
    '2026-03-13 2026-03-13 created',
    '2026-03-13 2026-03-13 created',
    '2026-03-16 2026-03-16 created',
    '2026-03-17 2026-03-17 created',
  ]);
  const text = JSON.stringify([links, await story.archive.rows({ kind: 'foldedEntry' })]);
  for (const { type, start } of story.states.personio.attendances) {
    // A day begins at midnight, whoever worked then.
    if (!start.endsWith('T00:00:00')) expect(text).not.toContain(start.slice(11, 16));
    if (type === 'BREAK') expect(text).not.toContain('BREAK');
  }
  for (const { absence_type_id } of story.states.personio.absences)
    expect(text).not.toContain(absence_type_id);
  expect(text).not.toContain('doctor');
});

test('yesterday, and what is open or waits, is kept in clear', async () => {
  const { story } = await longGone();
  story.works(anna.user, '2026-03-18 08:00', '12:00');
  story.works(anna.user, '2026-03-12 08:00', '12:00');
  story.works(anna.user, '2026-03-12 11:00', '13:00');
  const report = await story.sync({ full: true });
  expect(told(report.issues)).toEqual(['entries-overlap 3001 2026-03-12']);

  const { clear, entries } = await kept(story);

  expect(clear).toEqual(['2026-03-18']);
  expect(entries).toHaveLength(3);
});

test('an ordinary run and a full check write nothing, and leave it folded', async () => {
  const { story } = await longGone();

  for (const full of [false, true, true]) {
    const report = await story.syncLater({ full });
    expect(report.issues).toEqual([]);
    expect(writesOf(report)).toBe(0);
    expect(report.parts.attendances.unchanged).toBe(4);
    expect((await kept(story)).clear).toEqual([]);
    expect((await kept(story)).entries).toEqual([]);
  }
});

test('what TimeTac lists once more unchanged is no reason to run', async () => {
  const { story, morning } = await longGone();
  // The day's check is behind it.
  await story.syncLater({ nightly: 'when-due' });
  story.later(1);
  story.time.editTimeTracking(morning.id, {});
  expect(await story.world.poll()).toBe('idle');
  story.time.editTimeTracking(morning.id, { end_time: '2026-03-13 11:00:00' });
  expect(await story.world.poll()).not.toBe('idle');
});

test('an old day that moves is read anew, and changed with few writes', async () => {
  const { story, morning } = await longGone();
  story.time.editTimeTracking(morning.id, { start_time: '2026-03-13 07:00:00' });

  const report = await story.sync();

  expect(report.issues).toEqual([]);
  expect(story.attendances().slice(0, 2)).toEqual(['WORK 2026-03-13 07:00–12:00', standing[1]]);
  expect(report.parts.attendances).toMatchObject({ created: 0, updated: 1, deleted: 0, unchanged: 3 });
  // One read by id more than any other change takes.
  expect(requestsOf(report)).toBeLessThan(14);
});

test('one that is deleted goes; the rest of its day and the other half of a night are not forgotten', async () => {
  const { story, pause, night } = await longGone();
  story.time.deleteTimeTracking(pause.id);
  story.time.deleteTimeTracking(night.id);

  const report = await story.sync();

  expect(report.issues).toEqual([]);
  expect(story.attendances()).toEqual(['WORK 2026-03-13 08:00–12:00']);
});

test('gone without a word from TimeTac: noticed by the full check', async () => {
  const { story, morning } = await longGone();
  story.states.timetac.timeTrackings = story.states.timetac.timeTrackings.filter(
    ({ id }) => id !== morning.id,
  );

  const report = await story.syncLater({ full: true });

  expect(report.parts.attendances.deleted).toBe(1);
  expect(story.attendances()[0]).toBe(standing[1]);
});

describe('touched by hand in Personio', () => {
  test.each([false, true])('edited: told as ever (full: %s)', async (full) => {
    const { story } = await longGone();
    story.hr.editAttendance(story.attendanceAt('2026-03-13 08:00').id, { end: '2026-03-13T11:30:00' });

    const report = await story.syncLater({ full });

    expect(told(report.issues)).toEqual(['edited-in-target 3001 2026-03-13']);
    expect(writesOf(report)).toBe(0);
  });

  test('a deletion is found by the full check, and the record stays away', async () => {
    const { story } = await longGone();
    story.hr.deleteAttendance(story.attendanceAt('2026-03-13 08:00').id);

    const report = await story.syncLater({ full: true });

    expect(told(report.issues)).toEqual(['deleted-in-target 3001 2026-03-13']);
    expect(writesOf(report)).toBe(0);
  });

  test('edited here and changed there: nobody guesses', async () => {
    const { story, morning } = await longGone();
    story.hr.editAttendance(story.attendanceAt('2026-03-13 08:00').id, { end: '2026-03-13T11:30:00' });
    story.time.editTimeTracking(morning.id, { end_time: '2026-03-13 11:00:00' });

    const report = await story.sync();

    expect(told(report.issues)).toEqual(['changed-on-both-sides 3001 2026-03-13']);
    expect(writesOf(report)).toBe(0);
  });

  test('put back as it was: solved', async () => {
    const { story } = await longGone();
    const { id, end } = story.attendanceAt('2026-03-13 08:00');
    story.hr.editAttendance(id, { end: '2026-03-13T11:30:00' });
    await story.syncLater();
    story.later();
    story.hr.editAttendance(id, { end });

    const report = await story.sync();

    expect(report.issues).toEqual([]);
    expect(told(report.solved)).toEqual(['edited-in-target 3001 2026-03-13']);
  });

  test('an absence that was edited is told with its type', async () => {
    const { story } = await longGone();
    story.hr.editAbsence(story.absenceOn('2026-02-02').id, { last: '2026-02-05' });

    const report = await story.sync();

    expect(told(report.issues)).toEqual(['edited-in-target 3001 2026-02-02']);
    expect(report.issues[0]?.type).toBe('Paid absence');
  });
});

test('a booking that moves is changed in place, whatever of it was kept', async () => {
  const { story, leave, sick } = await longGone();
  story.time.changeAbsenceDates(leave.id, { to_date: '2026-02-05' });
  story.time.changeAbsenceDates(sick.id, { from_date: '2026-02-10', to_date: '2026-02-10' });

  const report = await story.sync();

  expect(report.issues).toEqual([]);
  expect(story.absences()).toEqual(['Paid absence 2026-02-02 – 2026-02-05', 'Sick day 2026-02-10 to midday']);
  expect(report.parts.absences).toMatchObject({ created: 0, updated: 2, deleted: 0 });
  const links = await story.archive.links<AbsenceContent>({ part: 'absences' });
  expect(links.map(({ agreed }) => agreed.folded ?? false)).toEqual([false, false]);
});

test('projects and notes that are switched on later count as ever', async () => {
  const { story } = await longGone();
  story.world.changeSettings((document) => void (document['attendances'].notes = true));

  const report = await story.syncLater();

  expect(report.parts.attendances).toMatchObject({ created: 0, updated: 1, deleted: 0 });
  expect(story.attendanceAt('2026-03-13 08:00').comment).toBe('at the doctor’s');
  expect(writesOf(await story.syncLater({ full: true }))).toBe(0);
});

test('what a run created is still taken back', async () => {
  const { story } = await longGone();
  const [first] = (await story.archive.runs(9)).slice(-1);

  const undone = await undoRun(story.world.shop(), first?.id ?? '', { mode: 'live', release: false });

  expect(undone).toMatchObject({ left: 0 });
  expect(story.attendances()).toEqual([]);
  expect(story.absences()).toEqual([]);
  expect(writesOf(await story.syncLater({ full: true }))).toBe(0);
});

describe('what was taken back stays away, and so do its pieces', () => {
  async function takenBack(tell: (story: Story) => void) {
    const story = tellStory({ now: '2026-03-17 09:00', detailDays: 1 });
    tell(story);
    const run = await story.sync();
    story.later();
    await undoRun(story.world.shop(), run.run.id, { mode: 'live', release: false });
    await story.syncLater({ full: true });
    story.goTo('2026-03-19 09:00');
    await story.sync();
    return story;
  }

  test('hours that went out as one period of two entries', async () => {
    const story = await takenBack((told) => {
      told.works(anna.user, '2026-03-13 08:00', '10:00', { notes: 'at the doctor’s' });
      told.works(anna.user, '2026-03-13 10:00', '12:00');
    });
    for (const _ of ['as it folds', 'folded']) {
      expect(writesOf(await story.syncLater({ full: true }))).toBe(0);
      expect(story.attendances()).toEqual([]);
    }
    const text = JSON.stringify(await story.archive.decisions());
    for (const word of ['08:00', '12:00', 'doctor']) expect(text).not.toContain(word);
  });

  test('two half days that went out as one', async () => {
    const story = await takenBack((told) => {
      told.takesLeave(anna.user, 'vacation', '2026-03-13', '2026-03-13', {
        duration: 0.5,
        begin: '08:00:00',
      });
      told.takesLeave(anna.user, 'vacation', '2026-03-13', '2026-03-13', {
        duration: 0.5,
        begin: '12:00:00',
      });
    });
    for (const _ of ['as it folds', 'folded']) {
      expect(writesOf(await story.syncLater({ full: true }))).toBe(0);
      expect(story.absences()).toEqual([]);
    }
  });
});

describe('where both sides have moved, nobody says more than is known', () => {
  test('deleted on both sides: forgotten, and the run names no times', async () => {
    const { story, morning } = await longGone();
    story.hr.deleteAttendance(story.attendanceAt('2026-03-13 08:00').id);
    story.time.deleteTimeTracking(morning.id);

    const { run, issues } = await story.sync();

    expect(issues).toEqual([]);
    const [action] = await story.archive.actions(run.id);
    expect(action).toMatchObject({ kind: 'forget' });
    expect(contentText('attendances', action?.from)).toBe(null);
    expect(JSON.stringify(action)).not.toContain('#');
  });

  test('a new row in place of another one beside it: only that changes', async () => {
    const story = tellStory({ now: '2026-03-17 09:00', detailDays: 1 });
    const morning = story.works(anna.user, '2026-03-13 08:00', '12:00');
    const afternoon = story.works(anna.user, '2026-03-13 13:00', '17:00');
    await story.sync();
    story.goTo('2026-03-19 09:00');
    await story.sync();
    story.later();
    story.hr.deleteAttendance(story.attendanceAt('2026-03-13 08:00').id);
    story.time.deleteTimeTracking(morning.id);
    story.time.deleteTimeTracking(afternoon.id);
    story.works(anna.user, '2026-03-13 13:00', '18:00');

    const report = await story.sync();

    expect(report.issues).toEqual([]);
    expect(story.attendances()).toEqual(['WORK 2026-03-13 13:00–18:00']);
    expect(report.parts.attendances).toMatchObject({ created: 0, updated: 1, deleted: 0 });
  });

  test('gone here, edited there, its month closed: payroll gets the day, not a time that nobody worked', async () => {
    const { story, morning } = await longGone((document) => {
      document['attendances'].onTargetEdit = 'source-wins';
    });
    story.hr.editAttendance(story.attendanceAt('2026-03-13 08:00').id, { end: '2026-03-13T11:30:00' });
    story.time.deleteTimeTracking(morning.id);
    story.world.changeSettings((document) => {
      document['attendances'].onTargetEdit = 'source-wins';
      document['lockedUntil'] = '2026-03-31';
    });

    const report = await story.syncLater();

    expect(told(report.issues)).toEqual(['month-closed 3001 2026-03-13']);
    const text = JSON.stringify(report.issues);
    expect(text).toContain('2026-03-13 → –');
    expect(text).not.toContain('00:00');
    expect(text).not.toMatch(/#[0-9a-f]{32}/);
  });

  test('hours of leave, their type switched off since: what was exported stays', async () => {
    const story = tellStory({ now: '2026-03-17 09:00', detailDays: 1 });
    const leave = story.takesLeave(anna.user, 'doctor', '2026-02-03', '2026-02-03', {
      begin: '09:00:00',
      duration: 2,
    });
    await story.sync();
    story.goTo('2026-03-19 09:00');
    await story.sync();
    story.later();
    expect(story.absences()).toHaveLength(1);
    story.time.cancelAbsence(leave.id);
    const { id } = story.absenceOn('2026-02-03');
    story.hr.editAbsence(id, { hours: { start: '2026-02-03T10:00:00', end: '2026-02-03T12:00:00' } });

    const [line] = (await story.sync()).issues;

    expect(line).toMatchObject({ code: 'edited-in-target', type: 'Hourly leave' });
    expect(JSON.stringify(line)).not.toMatch(/#[0-9a-f]{32}/);
  });
});

test('whoever is gone from Personio, or was never linked, is folded like everybody', async () => {
  const { story } = await longGone();
  story.time.addTimeTracking({
    user_id: 100,
    task_id: taskIds.work,
    start_time: '2026-03-12 08:00:00',
    end_time: '2026-03-12 12:00:00',
    start_time_timezone: 'Europe/Berlin',
    end_time_timezone: 'Europe/Berlin',
  });
  story.states.personio.employees = story.states.personio.employees.filter(({ id }) => id !== anna.id);

  await story.syncLater({ full: true });

  expect((await kept(story)).entries).toEqual([]);
  expect((await kept(story)).clear).toEqual([]);
});

test('what has an issue stays in clear until it is settled, whatever the issue is called', async () => {
  const story = tellStory({ now: '2026-03-13 18:00', detailDays: 1 });
  story.works(anna.user, '2026-03-12 08:00', '12:00');
  story.works(anna.user, '2026-03-13 08:00', '12:00');
  const pause = story.works(anna.user, '2026-03-13 12:00', '12:30', { task_id: taskIds.break });
  const leave = story.takesLeave(anna.user, 'vacation', '2026-03-10', '2026-03-12');
  story.takesLeave(anna.user, 'sick', '2026-03-06');
  await story.sync();
  story.later();
  story.time.changeAbsenceDates(leave.id, { request_partial_end_duration: 0.3 });
  story.time.editTimeTracking(pause.id, { end_time: '2026-03-13 12:45:00' });
  story.wire.next(
    { side: 'personio', method: 'PATCH', path: '/attendance-periods' },
    async () => Response.json({ errors: [{ title: 'no', detail: 'not like this' }] }, { status: 422 }),
    { times: Infinity },
  );
  await story.sync();
  story.goTo('2026-03-19 09:00');

  const report = await story.sync();

  expect(codes(report.issues)).toEqual(['fraction-unsupported', 'refused-by-personio']);
  const { clear, entries } = await kept(story);
  expect(clear).toEqual(['2026-03-13', '2026-03-13', '2026-03-10']);
  expect(entries).toHaveLength(2);
});

test('whoever asks about the day is told that no more of it is kept', async () => {
  const { story, morning } = await longGone();

  const { home, settings } = story.world;
  const { statements } = await explainOneDay(home, settings, anna.employee, '2026-03-13');

  const text = statements.map((statement) => `${statement.text.en} ${statement.text.de}`).join('\n');
  expect(text).toContain(String(morning.id));
  expect(text).toMatch(/long gone/);
  expect(text).toMatch(/no longer kept/);
  expect(text).not.toContain('#');
});

test('a dry run sees the same on its copy', async () => {
  const { story, morning } = await longGone();
  story.time.editTimeTracking(morning.id, { start_time: '2026-03-13 07:00:00' });

  const report = await story.sync({ mode: 'dry-run' });

  expect(report.parts.attendances).toMatchObject({ created: 0, updated: 1, deleted: 0 });
  expect((await kept(story)).entries).toEqual([]);
});

test('of what was taken back only marks are left, and it stays away', async () => {
  const story = tellStory({ now: '2026-03-17 09:00', detailDays: 1 });
  const row = story.works(anna.user, '2026-03-13 08:11', '12:13');
  story.takesLeave(anna.user, 'sick', '2026-02-09');
  const { run } = await story.sync();
  await undoRun(story.world.shop(), run.id, { mode: 'live', release: false });
  expect([story.attendances(), story.absences()]).toEqual([[], []]);
  story.goTo('2026-03-19 09:00');
  await story.sync();

  const text = JSON.stringify(await story.archive.decisions());
  for (const word of ['08:11', '12:13', personioTypes.sick.id]) expect(text).not.toContain(word);
  // Entered anew under another name, it is the same still.
  story.time.deleteTimeTracking(row.id);
  story.works(anna.user, '2026-03-13 08:11', '12:13');
  await story.syncLater({ full: true });
  expect([story.attendances(), story.absences()]).toEqual([[], []]);
});
