// Rule 2.8: absences arrive approved, or wait for Personio's own approval; what is rejected there is not sent again.

import { expect, test } from 'vitest';
import { anna, codes, tellStory, told } from '../support/company.ts';
import type { Draft } from '../support/world.ts';

const personio = (document: Draft): void => void (document['absences'].approval = 'personio');

async function waiting() {
  const story = tellStory({ settings: personio });
  const leave = story.takesLeave(anna.user, 'vacation', '2026-04-13', '2026-04-15');
  await story.sync();
  story.later();
  return { story, leave, absence: story.absenceOn('2026-04-13') };
}

test.each([
  ['skip', 'APPROVED'],
  ['personio', 'PENDING'],
] as const)('with `approval: %s` a vacation arrives %s', async (approval, status) => {
  const story = tellStory({ settings: (document) => (document['absences'].approval = approval) });
  story.takesLeave(anna.user, 'vacation', '2026-04-13');

  const report = await story.sync();
  const again = await story.syncLater({ full: true });

  expect(story.absenceOn('2026-04-13').status).toBe(status);
  expect([...report.issues, ...again.issues]).toEqual([]);
});

test('approved there afterwards: nothing to tell and nothing to write', async () => {
  const { story, absence } = await waiting();
  story.hr.approveAbsence(absence.id);

  const report = await story.sync();

  expect(report.issues).toEqual([]);
  expect(report.run.writes.personio).toBe(0);
  expect(story.absences()).toEqual(['Paid absence 2026-04-13 – 2026-04-15']);
});

test('rejected there afterwards: told once, and never sent again by itself', async () => {
  const { story, absence } = await waiting();
  story.hr.rejectAbsence(absence.id);

  const report = await story.sync();
  await story.syncLater();
  const later = await story.syncLater({ full: true });

  expect(told(report.issues)).toEqual(['rejected-in-target 3001 2026-04-13']);
  expect(told(later.issues)).toEqual(told(report.issues));
  expect(later.issues[0]?.new).toBe(false);
  expect(story.absences()).toEqual(['Paid absence 2026-04-13 – 2026-04-15 (REJECTED)']);
});

test('rejected there and withdrawn here: both agree, the issue is solved', async () => {
  const { story, leave, absence } = await waiting();
  story.hr.rejectAbsence(absence.id);
  await story.sync();
  story.later();
  story.time.cancelAbsence(leave.id);

  const report = await story.sync();

  expect(report.issues).toEqual([]);
});

test('rejected there and changed here: still not sent by itself', async () => {
  const { story, leave, absence } = await waiting();
  story.hr.rejectAbsence(absence.id);
  await story.sync();
  story.later();
  story.time.changeAbsenceDates(leave.id, { to_date: '2026-04-16' });

  const report = await story.sync();

  expect(report.issues).toHaveLength(1);
  expect(report.run.writes.personio).toBe(0);
  expect(story.absences()).toEqual(['Paid absence 2026-04-13 – 2026-04-15 (REJECTED)']);
});

test('one rejected, the others of that person go on', async () => {
  const { story, absence } = await waiting();
  story.hr.rejectAbsence(absence.id);
  story.takesLeave(anna.user, 'vacation', '2026-05-18');

  const report = await story.sync();

  expect(codes(report.issues)).toEqual(['rejected-in-target']);
  expect(story.absences()).toContain('Paid absence 2026-05-18 (PENDING)');
});

test('a waiting record of theirs that we joined is rejected: ours is not sent in its place', async () => {
  const story = tellStory();
  story.hrEntersAbsence('vacation', '2026-04-13', '2026-04-15', { status: 'PENDING' });
  story.takesLeave(anna.user, 'vacation', '2026-04-13', '2026-04-15');
  await story.sync();
  story.later();
  story.hr.rejectAbsence(story.absenceOn('2026-04-13').id);
  const report = await story.sync();
  expect(story.absences()).toEqual(['Paid absence 2026-04-13 – 2026-04-15 (REJECTED)']);
  expect(told(report.issues)).toEqual(['rejected-in-target 3001 2026-04-13']);
});

test('and neither are hours', async () => {
  const story = tellStory();
  story.hr.addAttendance({
    person_id: anna.employee,
    type: 'WORK',
    status: 'PENDING',
    start: '2026-03-16T08:00:00',
    end: '2026-03-16T12:00:00',
  });
  story.works(anna.user, '2026-03-16 08:00', '12:00');
  await story.sync();
  story.later();
  story.hr.editAttendance(story.attendanceAt('2026-03-16 08:00').id, { status: 'REJECTED' });
  await story.sync();
  expect(story.attendances()).toHaveLength(1);
});

test('a request whose answer was lost is not sent again once it was rejected', async () => {
  const story = tellStory({ settings: personio });
  story.takesLeave(anna.user, 'vacation', '2026-04-13', '2026-04-15');
  story.wire.next({ side: 'personio', method: 'POST', path: '/v2/absence-periods' }, 'kill-after');
  await story.syncAndDie();
  story.hr.rejectAbsence(story.absenceOn('2026-04-13').id);

  const report = await story.syncLater();

  expect(told(report.issues)).toEqual(['rejected-in-target 3001 2026-04-13']);
  expect(story.absences()).toEqual(['Paid absence 2026-04-13 – 2026-04-15 (REJECTED)']);
});

test('a deletion that waits for somebody, and whose answer was lost, was asked for: its record is nobody’s to reuse', async () => {
  const story = tellStory({ personio: { 'absence-delete-approved': 'deletion-pending' } });
  const leave = story.takesLeave(anna.user, 'vacation', '2026-04-13', '2026-04-15');
  await story.sync();
  story.later();
  story.time.cancelAbsence(leave.id);
  story.wire.next({ side: 'personio', method: 'DELETE', path: '/absence-periods' }, 'lose-answer');
  await story.sync();
  story.takesLeave(anna.user, 'vacation', '2026-04-14', '2026-04-16');
  for (const full of [false, true]) {
    const report = await story.syncLater({ full });
    expect(codes(report.issues)).not.toContain('deleted-in-target');
  }
});
