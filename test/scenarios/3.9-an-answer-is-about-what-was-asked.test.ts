// Rule 3.9: an answer is about what was asked: not about what stands in its way, and not about what waits along with it.

import { expect, test } from 'vitest';
import { anna, codes, tellStory, told } from '../support/company.ts';
import { deskOf } from '../support/desk.ts';

test('ignoring the second of two bookings of one half day says nothing of the first', async () => {
  const story = tellStory();
  const vacation = story.takesLeave(anna.user, 'vacation', '2026-04-13', '2026-04-13', { duration: 0.5 });
  await story.sync();
  story.later();
  story.takesLeave(anna.user, 'sick', '2026-04-13', '2026-04-13', { duration: 0.5 });
  const report = await story.sync();
  expect(told(report.issues)).toEqual(['absence-exists 3001 2026-04-13']);
  await deskOf(story.world).decide(report.issues[0]?.id ?? '', 'ignore');
  expect.soft(told((await story.syncLater()).issues)).toEqual([]);
  story.time.cancelAbsence(vacation.id);
  await story.syncLater({ full: true });
  expect(story.absences()).toEqual([]);
});

test('ignoring leave that somebody’s record is in the way of says nothing of the vacation beside it', async () => {
  const story = tellStory();
  const vacation = story.takesLeave(anna.user, 'vacation', '2026-04-13', '2026-04-17');
  await story.sync();
  story.later();
  story.hrEntersAbsence('sick', '2026-04-20', '2026-04-20');
  story.time.changeAbsenceDates(vacation.id, { from_date: '2026-04-13', to_date: '2026-04-14' });
  story.takesLeave(anna.user, 'sick', '2026-04-15', '2026-04-20');
  const report = await story.sync();
  expect(report.issues.map(({ code, covers }) => [code, covers])).toEqual([['absence-exists', 2]]);
  await deskOf(story.world).decide(report.issues[0]?.id ?? '', 'ignore');
  expect.soft(told((await story.syncLater()).issues)).toEqual([]);
  story.time.cancelAbsence(vacation.id);
  await story.syncLater({ full: true });
  expect(story.absences()).toEqual(['Sick day 2026-04-20']);
});

test('ignoring one booking that was edited says nothing of another one that it holds', async () => {
  const story = tellStory();
  const first = story.takesLeave(anna.user, 'vacation', '2026-04-13', '2026-04-15');
  const second = story.takesLeave(anna.user, 'vacation', '2026-04-16', '2026-04-17');
  await story.sync();
  story.later();
  story.hr.editAbsence(story.absenceOn('2026-04-13').id, { last: '2026-04-14' });
  story.time.changeAbsenceDates(second.id, { from_date: '2026-05-04', to_date: '2026-05-05' });
  story.time.changeAbsenceDates(first.id, { from_date: '2026-04-13', to_date: '2026-04-17' });
  const report = await story.sync();
  expect(told(report.issues)).toEqual(['changed-on-both-sides 3001 2026-04-13']);
  await deskOf(story.world).decide(report.issues[0]?.id ?? '', 'ignore');
  await story.syncLater({ full: true });
  expect(story.absences()).toContain('Paid absence 2026-05-04 – 2026-05-05');
});

test('joined hours are ignored: other hours of the day go on', async () => {
  const story = tellStory();
  const joined = story.works(anna.user, '2026-03-16 08:00', '12:00');
  const own = story.works(anna.user, '2026-03-16 13:00', '17:00');
  story.hrEnters('WORK', '2026-03-16 08:00', '12:00');
  await story.sync();
  story.later();
  story.time.editTimeTracking(joined.id, { end_time: '2026-03-16 14:00:00' });
  story.time.editTimeTracking(own.id, { start_time: '2026-03-16 14:30:00' });
  const report = await story.sync();
  expect(codes(report.issues)).toEqual(['source-changed-but-adopted']);
  await deskOf(story.world).decide(report.issues[0]?.id ?? '', 'ignore');
  await story.syncLater({ full: true });
  expect(story.attendances()).toEqual(['WORK 2026-03-16 08:00–12:00', 'WORK 2026-03-16 14:30–17:00']);
});

test('an answer that could not be carried out and was taken back overrules no deletion', async () => {
  const story = tellStory();
  const desk = deskOf(story.world);
  story.works(anna.user, '2026-03-16 08:00', '12:00');
  await story.sync();
  story.later();
  story.hr.deleteAttendance(story.attendanceAt('2026-03-16 08:00').id);
  const theirs = story.hrEnters('WORK', '2026-03-16 09:00', '11:00');
  const report = await story.sync({ full: true });
  await desk.decide(report.issues[0]?.id ?? '', 'source-wins');
  await story.syncLater();
  const [answer] = await story.archive.decisions();
  await desk.takeBack(answer?.id ?? '');
  await story.syncLater();
  story.later();
  story.hr.deleteAttendance(theirs.id);
  await story.syncLater({ full: true });
  expect(story.attendances()).toEqual([]);
});

test('nor a rejection', async () => {
  const story = tellStory({ settings: (d) => void (d['attendances'].approval = 'personio') });
  const desk = deskOf(story.world);
  story.works(anna.user, '2026-03-16 08:00', '12:00');
  await story.sync();
  story.later();
  story.hr.editAttendance(story.attendanceAt('2026-03-16 08:00').id, { status: 'REJECTED' } as never);
  const report = await story.sync();
  await desk.decide(report.issues[0]?.id ?? '', 'source-wins');
  story.world.changeSettings((d) => {
    d['attendances'].approval = 'personio';
    d['lockedUntil'] = '2026-03-16';
  });
  await story.syncLater();
  const [answer] = await story.archive.decisions();
  await desk.takeBack(answer?.id ?? '');
  story.world.changeSettings((d) => {
    d['attendances'].approval = 'personio';
  });
  await story.syncLater({ full: true });
  expect(story.attendances()).toEqual(['WORK 2026-03-16 08:00–12:00']);
});

async function edited(choice: 'source-wins' | 'keep-target', isGone: boolean) {
  const story = tellStory();
  const row = story.works(anna.user, '2026-03-16 08:00', '12:00');
  await story.sync();
  story.later();
  story.hr.editAttendance(story.attendanceAt('2026-03-16 08:00').id, { end: '2026-03-16T11:00:00' });
  if (isGone) story.time.deleteTimeTracking(row.id);
  const report = await story.sync();
  expect(codes(report.issues)).toEqual([isGone ? 'changed-on-both-sides' : 'edited-in-target']);
  await deskOf(story.world).decide(report.issues[0]?.id ?? '', choice);
  return story;
}

test('hours that contradict each other are told on a day that was kept when TimeTac had nothing', async () => {
  const story = await edited('keep-target', true);
  await story.syncLater();
  story.later();
  story.works(anna.user, '2026-03-16 13:00', '16:00');
  story.works(anna.user, '2026-03-16 15:00', '18:00');
  expect(codes((await story.syncLater({ full: true })).issues)).toEqual(['entries-overlap']);
});

test('TimeTac wins: said before the day had to wait, done once it need not', async () => {
  const story = await edited('source-wins', false);
  story.later();
  const extra = story.works(anna.user, '2026-03-16 11:30', '13:00');
  expect(codes((await story.sync()).issues)).toEqual(['entries-overlap']);
  story.later();
  story.time.deleteTimeTracking(extra.id);
  expect(codes((await story.sync()).issues)).toEqual([]);
  expect(story.attendances()).toEqual(['WORK 2026-03-16 08:00–12:00']);
});
