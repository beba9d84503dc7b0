// Rule 3.9: a person answers a frozen day, the answer is input of every later plan, and it can be taken back.

import { describe, expect, test } from 'vitest';
import { anna, type Story, codes, tellStory, told, writesOf } from '../support/company.ts';
import { deskOf } from '../support/desk.ts';
import { answering } from '../support/wire.ts';

async function frozen(
  touch: (story: Story) => void = (story) =>
    void story.hr.editAttendance(story.attendanceAt('2026-03-16 08:00').id, { end: '2026-03-16T11:30:00' }),
) {
  const story = tellStory();
  const morning = story.works(anna.user, '2026-03-16 08:00', '12:00');
  const afternoon = story.works(anna.user, '2026-03-16 13:00', '17:00');
  await story.sync();
  story.later();
  touch(story);
  const report = await story.sync({ full: true });
  const [issue] = report.issues;
  if (issue === undefined) throw new Error('The day was to be frozen');
  return { story, morning, afternoon, issue, desk: deskOf(story.world) };
}

const asRecorded = ['WORK 2026-03-16 08:00–12:00', 'WORK 2026-03-16 13:00–17:00'];
const asEdited = ['WORK 2026-03-16 08:00–11:30', 'WORK 2026-03-16 13:00–17:00'];
const remove = (story: Story): void => story.hr.deleteAttendance(story.attendanceAt('2026-03-16 08:00').id);

describe('TimeTac wins', () => {
  test('the edit is overruled by the next run, with one write, and nothing is left to tell', async () => {
    const { story, issue, desk } = await frozen();
    await desk.decide(issue.id, 'source-wins');

    const report = await story.syncLater();

    expect(story.attendances()).toEqual(asRecorded);
    expect(report.run.writes.personio).toBe(1);
    expect(report.issues).toEqual([]);
    expect(writesOf(await story.syncLater({ full: true }))).toBe(0);
  });

  test('what HR deleted is written again', async () => {
    const { story, issue, desk } = await frozen(remove);
    expect(issue.code).toBe('deleted-in-target');
    await desk.decide(issue.id, 'source-wins');

    const report = await story.syncLater();

    expect(story.attendances()).toEqual(asRecorded);
    expect(report.issues).toEqual([]);
  });

  test('what HR rejected is written once more, beside the rejected one', async () => {
    const { story, issue, desk } = await frozen((s) =>
      s.hr.editAttendance(s.attendanceAt('2026-03-16 08:00').id, { status: 'REJECTED' }),
    );
    expect(issue.code).toBe('rejected-in-target');
    await desk.decide(issue.id, 'source-wins');

    const report = await story.syncLater();

    expect(story.attendances()).toEqual(['WORK 2026-03-16 08:00–12:00', ...asRecorded]);
    expect(report.issues).toEqual([]);
    expect(writesOf(await story.syncLater({ full: true }))).toBe(0);
  });

  test('it is about what the person saw: edited once more, the question is asked again', async () => {
    const { story, issue, desk } = await frozen();
    await desk.decide(issue.id, 'source-wins');
    story.hr.editAttendance(story.attendanceAt('2026-03-16 08:00').id, { end: '2026-03-16T10:00:00' });

    const report = await story.syncLater();

    expect(told(report.issues)).toEqual(['edited-in-target 3001 2026-03-16']);
    expect(writesOf(report)).toBe(0);
  });

  test('carried out it is history: the same edit once more freezes the day anew', async () => {
    const { story, issue, desk } = await frozen();
    await desk.decide(issue.id, 'source-wins');
    await story.syncLater();
    story.later();
    story.hr.editAttendance(story.attendanceAt('2026-03-16 08:00').id, { end: '2026-03-16T11:30:00' });

    expect(told((await story.syncLater()).issues)).toEqual(['edited-in-target 3001 2026-03-16']);
    expect((await desk.issues()).decisions.map(({ doneAt }) => doneAt !== null)).toEqual([true]);
  });

  test('a change at the source goes out with it', async () => {
    const { story, issue, desk, morning } = await frozen();
    await desk.decide(issue.id, 'source-wins');
    story.time.editTimeTracking(morning.id, { end_time: '2026-03-16 11:45:00' });

    await story.syncLater();

    expect(story.attendances()).toEqual(['WORK 2026-03-16 08:00–11:45', 'WORK 2026-03-16 13:00–17:00']);
  });
});

describe('keep Personio’s', () => {
  test('the day stays as HR wrote it, in silence, also in full checks', async () => {
    const { story, issue, desk } = await frozen();
    await desk.decide(issue.id, 'keep-target');

    for (const full of [false, true, false]) {
      const report = await story.syncLater({ full });
      expect(report.issues).toEqual([]);
      expect(writesOf(report)).toBe(0);
    }
    expect(story.attendances()).toEqual(asEdited);
  });

  test('notes that go along from now on, and are not there, change nothing about it', async () => {
    const { story, issue, desk } = await frozen();
    await desk.decide(issue.id, 'keep-target');
    await story.syncLater();
    story.world.changeSettings((document) => (document['attendances'].notes = true));

    expect((await story.syncLater()).issues).toEqual([]);
    expect(story.attendances()).toEqual(asEdited);
  });

  test('HR may go on editing, nobody is asked', async () => {
    const { story, issue, desk } = await frozen();
    await desk.decide(issue.id, 'keep-target');
    story.hr.editAttendance(story.attendanceAt('2026-03-16 08:00').id, { end: '2026-03-16T10:00:00' });

    expect((await story.syncLater({ full: true })).issues).toEqual([]);
  });

  test('when TimeTac changes, the answer is no longer about what stands there: asked again', async () => {
    const { story, issue, desk, afternoon } = await frozen();
    await desk.decide(issue.id, 'keep-target');
    await story.syncLater();
    story.time.editTimeTracking(afternoon.id, { end_time: '2026-03-16 18:00:00' });

    const report = await story.syncLater();

    expect(told(report.issues)).toEqual(['changed-on-both-sides 3001 2026-03-16']);
    expect(story.attendances()).toEqual(asEdited);
  });
});

describe('ignore this day', () => {
  test('whatever happens on either side, nothing is written and nothing told', async () => {
    const { story, issue, desk, morning } = await frozen();
    await desk.decide(issue.id, 'ignore');
    story.time.deleteTimeTracking(morning.id);
    story.works(anna.user, '2026-03-16 19:00', '20:00');

    const report = await story.syncLater({ full: true });

    expect(codes([...report.issues, ...report.holds, ...report.notes])).toEqual([]);
    expect(story.attendances()).toEqual(asEdited);
  });

  test('the days around it go out as ever', async () => {
    const { story, issue, desk } = await frozen();
    await desk.decide(issue.id, 'ignore');
    story.works(anna.user, '2026-03-17 08:00', '12:00');

    await story.syncLater();

    expect(story.attendances()).toEqual([...asEdited, 'WORK 2026-03-17 08:00–12:00']);
  });

  test('taken back, the day is judged anew and the question is there again', async () => {
    const { story, issue, desk } = await frozen();
    await desk.decide(issue.id, 'ignore');
    await story.syncLater();
    const [answer] = (await desk.issues()).decisions;
    await desk.takeBack(answer?.id ?? '');

    expect(told((await story.syncLater()).issues)).toEqual(['edited-in-target 3001 2026-03-16']);
  });

  test('a day that something foreign stands in the way of can be ignored, never overruled', async () => {
    const story = tellStory();
    story.works(anna.user, '2026-03-16 08:00', '12:00');
    story.hrEnters('WORK', '2026-03-16 09:00', '10:00');
    const [issue] = (await story.sync()).issues;
    const desk = deskOf(story.world);
    expect(issue?.code).toBe('overlaps-foreign');

    await expect(desk.decide(issue?.id ?? '', 'source-wins')).rejects.toThrow('possible: ignore');
    await desk.decide(issue?.id ?? '', 'ignore');

    expect((await story.syncLater({ full: true })).issues).toEqual([]);
    expect(story.attendances()).toEqual(['WORK 2026-03-16 09:00–10:00']);
  });
});

describe('absences are answered one by one', () => {
  async function editedAbsence() {
    const story = tellStory();
    const sick = story.takesLeave(anna.user, 'sick', '2026-03-09', '2026-03-11');
    story.takesLeave(anna.user, 'vacation', '2026-03-16', '2026-03-17');
    await story.sync();
    story.later();
    story.hr.editAbsence(story.absenceOn('2026-03-09').id, { last: '2026-03-10' });
    const [issue] = (await story.sync()).issues;
    return { story, sick, issue, desk: deskOf(story.world) };
  }

  test.each([
    ['source-wins', 'Sick day 2026-03-09 – 2026-03-11'],
    ['keep-target', 'Sick day 2026-03-09 – 2026-03-10'],
    ['ignore', 'Sick day 2026-03-09 – 2026-03-10'],
  ] as const)('%s', async (choice, stands) => {
    const { story, issue, desk } = await editedAbsence();
    expect(issue?.code).toBe('edited-in-target');
    await desk.decide(issue?.id ?? '', choice);

    const report = await story.syncLater();
    const full = await story.syncLater({ full: true });

    expect(report.issues).toEqual([]);
    expect(full.issues).toEqual([]);
    expect(writesOf(full)).toBe(0);
    expect(story.absences()).toEqual([stands, 'Paid absence 2026-03-16 – 2026-03-17']);
  });

  test('kept as Personio has it, and changed in TimeTac: asked again', async () => {
    const { story, sick, issue, desk } = await editedAbsence();
    await desk.decide(issue?.id ?? '', 'keep-target');
    await story.syncLater();
    story.time.changeAbsenceDates(sick.id, { to_date: '2026-03-12' });

    expect(codes((await story.syncLater()).issues)).toEqual(['changed-on-both-sides']);
  });
});

test('an answer to a question that nobody asked is refused, and nothing is remembered', async () => {
  const { issue, desk } = await frozen();
  await expect(desk.decide('nothing-like-it', 'ignore')).rejects.toThrow('no open issue “nothing-like-it”');
  await expect(desk.takeBack('nothing-like-it')).rejects.toThrow('no answer “nothing-like-it”');
  await expect(desk.takeOver(issue.id)).rejects.toThrow('nothing to take over');
  expect((await desk.issues()).decisions).toEqual([]);
});

test('while a run is in progress nobody changes what it works with', async () => {
  const { story, issue, desk } = await frozen();
  const lease = await story.archive.openLease('a run');
  await expect(desk.decide(issue.id, 'ignore')).rejects.toThrow('busy');
  await lease?.release();
});

test('what is deleted again after an answer was carried out is asked about again, whatever else of the person waits', async () => {
  const story = tellStory();
  const desk = deskOf(story.world);
  story.takesLeave(anna.user, 'vacation', '2026-04-13', '2026-04-15');
  const other = story.takesLeave(anna.user, 'vacation', '2026-06-08', '2026-06-10');
  story.hrEntersAbsence('vacation', '2026-06-08', '2026-06-10');
  await story.sync();
  story.later();
  story.time.changeAbsenceDates(other.id, { to_date: '2026-06-09' });
  story.hr.deleteAbsence(story.absenceOn('2026-04-13').id);
  await story.sync({ full: true });
  await desk.decide('deleted-in-target', 'source-wins');
  await story.syncLater();
  story.later();
  story.hr.deleteAbsence(story.absenceOn('2026-04-13').id);
  const again = await story.sync({ full: true });
  expect(codes(again.issues)).toEqual(['deleted-in-target', 'source-changed-but-adopted']);
});

test('the same edit, made again after an answer was carried out, is asked about again', async () => {
  const story = tellStory();
  const desk = deskOf(story.world);
  story.takesLeave(anna.user, 'special', '2026-06-15');
  story.takesLeave(anna.user, 'vacation', '2026-04-13', '2026-04-15');
  await story.sync();
  story.later();
  const { id } = story.absenceOn('2026-04-13');
  story.hr.editAbsence(id, { last: '2026-04-14' });
  await story.sync();
  await desk.decide('edited-in-target', 'source-wins');
  await story.syncLater();
  story.later();
  story.hr.editAbsence(id, { last: '2026-04-14' });
  const report = await story.sync();
  expect(codes(report.issues)).toEqual(['edited-in-target', 'refused-by-personio']);
});

test('an answer that an older ledger keeps from being carried out is kept for the next run', async () => {
  const story = tellStory();
  const desk = deskOf(story.world);
  const leave = story.takesLeave(anna.user, 'vacation', '2026-04-13', '2026-04-15');
  await story.sync();
  story.later();
  story.hr.editAbsence(story.absenceOn('2026-04-13').id, { last: '2026-04-14' });
  story.time.cancelAbsence(leave.id);
  await story.sync();
  await desk.decide('edited-in-target', 'source-wins');
  await story.archive.commit({ putMemory: { 'ledger.older': '1' } });
  const older = await story.syncLater();
  expect([older.run.ledger, older.solved]).toEqual(['older', []]);
  await story.syncLater();
  expect(story.absences()).toEqual([]);
});

test('an answer whose write is refused is carried out once that was tried again', async () => {
  const story = tellStory();
  const desk = deskOf(story.world);
  story.takesLeave(anna.user, 'vacation', '2026-04-13', '2026-04-15');
  await story.sync();
  story.later();
  story.hr.editAbsence(story.absenceOn('2026-04-13').id, { last: '2026-04-14' });
  await story.sync();
  await desk.decide('edited-in-target', 'source-wins');
  story.wire.next(
    { side: 'personio', method: 'PATCH', path: '/v2/absence-periods' },
    answering({ errors: [{ title: 'No', detail: 'not now' }] }, 422),
  );
  await story.syncLater();
  await desk.retry('refused-by-personio');
  await story.syncLater();
  expect(story.absences()).toEqual(['Paid absence 2026-04-13 – 2026-04-15']);
});

test('taken back, an answer about joined hours is a question again', async () => {
  const story = tellStory();
  const desk = deskOf(story.world);
  story.hrEnters('WORK', '2026-03-16 08:00', '12:00');
  const row = story.works(anna.user, '2026-03-16 08:00', '12:00');
  await story.sync();
  story.later();
  story.time.editTimeTracking(row.id, { end_time: '2026-03-16 11:00:00' });
  await story.sync();
  await desk.decide('source-changed-but-adopted', 'keep-target');
  await story.syncLater();
  await desk.takeBack((await desk.issues()).decisions[0]!.id);
  expect(codes((await story.syncLater()).issues)).toEqual(['source-changed-but-adopted']);
});

test('two halves that were one record are ignored together', async () => {
  const story = tellStory();
  story.takesLeave(anna.user, 'vacation', '2026-04-13', '2026-04-13', { duration: 0.5, begin: '08:00:00' });
  story.takesLeave(anna.user, 'vacation', '2026-04-13', '2026-04-13', { duration: 0.5, begin: '12:00:00' });
  await story.sync();
  story.later();
  story.hr.editAbsence(story.absenceOn('2026-04-13').id, { first: '2026-04-14', last: '2026-04-14' });
  await story.sync();
  await deskOf(story.world).decide('edited-in-target', 'ignore');
  await story.syncLater();
  expect(story.absences()).toEqual(['Paid absence 2026-04-14']);
});

test('two rows that were one record are ignored together', async () => {
  const story = tellStory();
  story.hrEnters('WORK', '2026-03-16 08:00', '16:00');
  story.works(anna.user, '2026-03-16 08:00', '12:00');
  const second = story.works(anna.user, '2026-03-16 12:00', '16:00');
  await story.sync();
  story.later();
  story.time.editTimeTracking(second.id, { end_time: '2026-03-16 17:00:00' });
  await story.sync();
  await deskOf(story.world).decide('source-changed-but-adopted', 'ignore');
  expect((await story.syncLater()).issues).toEqual([]);
});

test('an answer about booking 1 says nothing about booking 10', async () => {
  const story = tellStory();
  story.takesLeave(anna.user, 'vacation', '2026-04-13', '2026-04-13', { duration: 0.25 });
  await story.sync();
  await deskOf(story.world).decide('fraction-unsupported', 'ignore');
  story.later();
  for (let n = 2; n < 10; n++)
    story.time.cancelAbsence(story.takesLeave(anna.user, 'vacation', `2026-07-0${n}`).id);
  story.takesLeave(anna.user, 'vacation', '2026-05-18', '2026-05-18', { duration: 0.25 });
  expect(codes((await story.syncLater()).issues)).toEqual(['fraction-unsupported']);
});
