// Rule 2.7: an absence that somebody edited or deleted in Personio is held, and only that one.

import { expect, test } from 'vitest';
import { anna, type Story, tellStory, told } from '../support/company.ts';

async function exported() {
  const story = tellStory();
  const leave = story.takesLeave(anna.user, 'vacation', '2026-04-13', '2026-04-15');
  await story.sync();
  story.later();
  return { story, leave, absence: story.absenceOn('2026-04-13') };
}

const touches: readonly [
  what: string,
  touch: (story: Story, id: string) => void,
  code: string,
  full: boolean,
][] = [
  ['edited', (story, id) => void story.hr.editAbsence(id, { last: '2026-04-14' }), 'edited-in-target', false],
  ['deleted', (story, id) => story.hr.deleteAbsence(id), 'deleted-in-target', true],
];

test.each(touches)('%s: held, told, and never sent again by itself', async (_what, touch, code, full) => {
  const { story, absence } = await exported();
  touch(story, absence.id);
  const standing = story.absences();

  const report = await story.sync({ full });
  await story.syncLater();
  const later = await story.syncLater({ full: true });

  expect(told(report.issues)).toEqual([`${code} 3001 2026-04-13`]);
  expect(told(later.issues)).toEqual(told(report.issues));
  expect(story.absences()).toEqual(standing);
});

test('only that absence is held, another one of the same person goes out', async () => {
  const { story, absence } = await exported();
  story.hr.editAbsence(absence.id, { last: '2026-04-14' });
  story.takesLeave(anna.user, 'vacation', '2026-05-18');

  const report = await story.sync();

  expect(told(report.issues)).toEqual(['edited-in-target 3001 2026-04-13']);
  expect(story.absences()).toEqual(['Paid absence 2026-04-13 – 2026-04-14', 'Paid absence 2026-05-18']);
});

test('edited there and changed here: a person decides', async () => {
  const { story, leave, absence } = await exported();
  story.hr.editAbsence(absence.id, { last: '2026-04-14' });
  story.time.changeAbsenceDates(leave.id, { to_date: '2026-04-17' });

  const report = await story.sync();

  expect(told(report.issues)).toEqual(['changed-on-both-sides 3001 2026-04-13']);
  expect(story.absences()).toEqual(['Paid absence 2026-04-13 – 2026-04-14']);
});

test('edited there and changed here to the same: nothing to tell', async () => {
  const { story, leave, absence } = await exported();
  story.hr.editAbsence(absence.id, { last: '2026-04-14' });
  story.time.changeAbsenceDates(leave.id, { to_date: '2026-04-14' });

  const report = await story.sync();

  expect(report.issues).toEqual([]);
  expect(report.run.writes.personio).toBe(0);
});

test('edited there and cancelled here: their edit is not deleted', async () => {
  const { story, leave, absence } = await exported();
  story.hr.editAbsence(absence.id, { last: '2026-04-14' });
  story.time.cancelAbsence(leave.id);

  const report = await story.sync();

  expect(report.issues).toHaveLength(1);
  expect(story.absences()).toEqual(['Paid absence 2026-04-13 – 2026-04-14']);
});

test('deleted there and cancelled here: both agree, nothing is left to tell', async () => {
  const { story, leave, absence } = await exported();
  story.hr.deleteAbsence(absence.id);
  story.time.cancelAbsence(leave.id);

  const report = await story.sync();

  expect(report.issues).toEqual([]);
  expect(await story.archive.links({ part: 'absences' })).toEqual([]);
});

test('only its comment or approval changes: no edit of what we wrote', async () => {
  const { story, absence } = await exported();
  story.hr.editAbsence(absence.id, { comment: 'enjoy', status: 'PENDING' });
  story.hr.approveAbsence(absence.id);

  const report = await story.sync();

  expect(report.issues).toEqual([]);
});

test('gone in TimeTac while its deletion waits for somebody there: kept by them, it is deleted all the same', async () => {
  const { story, leave, absence } = await exported();
  story.hr.editAbsence(absence.id, { status: 'DELETION_PENDING' });
  story.time.cancelAbsence(leave.id);
  const waiting = await story.sync();
  expect([waiting.issues, waiting.run.writes.personio]).toEqual([[], 0]);
  story.later();

  story.hr.editAbsence(absence.id, { status: 'APPROVED' });
  const report = await story.sync();

  expect(report.issues).toEqual([]);
  expect(story.absences()).toEqual([]);
});

test('a card shows what differs, also where the dates are the same', async () => {
  const { story, absence } = await exported();
  story.hr.editAbsence(absence.id, { ends_at_midday: true });
  const [issue] = (await story.syncLater()).issues;
  expect(issue?.sides).toMatchObject({
    timetac: { en: '13 Apr 2026 – 15 Apr 2026' },
    personio: { en: '13 Apr 2026 – 15 Apr 2026, to midday', de: '13.04.2026 – 15.04.2026, bis Mittag' },
  });
  expect(issue?.message.en).toContain('to midday');
});
