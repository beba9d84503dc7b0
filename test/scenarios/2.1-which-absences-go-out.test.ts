// Rule 2.1: granted, mapped, of a linked employee.

import { expect, test } from 'vitest';
import { anna, ben, codes, tellStory } from '../support/company.ts';

test.each([
  [0, 'open', []],
  [1, 'granted', ['Paid absence 2026-04-13']],
  [2, 'declined', []],
  [3, 'cancelled', []],
  [5, 'waiting for the replacement', []],
] as const)('status %i (%s)', async (status, _name, standing) => {
  const story = tellStory();
  story.takesLeave(anna.user, 'vacation', '2026-04-13', '2026-04-13', { status });

  const report = await story.sync();

  expect(story.absences()).toEqual(standing);
  expect(report.issues).toEqual([]);
});

test('an open request goes out once it is granted, and away again once it is cancelled', async () => {
  const story = tellStory();
  const leave = story.takesLeave(anna.user, 'vacation', '2026-04-13', '2026-04-14', { status: 0 });
  await story.sync();
  expect(story.absences()).toEqual([]);
  story.later();
  story.time.grantAbsence(leave.id);
  await story.sync();
  expect(story.absences()).toEqual(['Paid absence 2026-04-13 – 2026-04-14']);
  story.later();
  story.time.cancelAbsence(leave.id);

  const report = await story.sync();

  expect(story.absences()).toEqual([]);
  expect(report.parts.absences.deleted).toBe(1);
});

test('while the part is switched off nothing goes out; switched on, everything since the start date does', async () => {
  const story = tellStory({ settings: (document) => (document['absences'].enabled = false) });
  story.takesLeave(anna.user, 'vacation', '2026-04-13');
  await story.sync();
  expect(story.absences()).toEqual([]);
  story.world.changeSettings((document) => (document['absences'].enabled = true));

  const report = await story.syncLater();

  expect(report.issues).toEqual([]);
  expect(story.absences()).toEqual(['Paid absence 2026-04-13']);
});

test('leave of an account that is nobody’s waits, and goes out once somebody is linked to it', async () => {
  const story = tellStory({ people: [{}, { employee: { email: null }, user: { external_id: '' } }] });
  story.takesLeave(ben.user, 'vacation', '2026-04-13');
  const waiting = await story.sync();
  expect(story.absences(ben.employee)).toEqual([]);
  expect(codes(waiting.holds)).toEqual(['employee-unlinked']);
  story.later();
  story.hr.editEmployee(ben.id, { email: 'ben.bachmann@muster.example' });
  await story.sync();

  const report = await story.syncLater();

  expect(report.holds).toEqual([]);
  expect(story.absences(ben.employee)).toEqual(['Paid absence 2026-04-13']);
});

test('a granted absence that is opened again waits as it stands, and goes once it is declined', async () => {
  const story = tellStory();
  const leave = story.takesLeave(anna.user, 'vacation', '2026-04-13', '2026-04-14');
  await story.sync();
  story.later();
  story.time.changeAbsenceDates(leave.id, { status: 0 });
  const open = await story.sync();
  expect(story.absences()).toEqual(['Paid absence 2026-04-13 – 2026-04-14']);
  expect(open.issues).toEqual([]);
  story.later();
  story.time.declineAbsence(leave.id);

  await story.sync();

  expect(story.absences()).toEqual([]);
});
