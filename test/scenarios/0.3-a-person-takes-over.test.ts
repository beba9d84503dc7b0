// Rule 0.3: a person may take over what Tandem only joined; from then on it follows TimeTac like anything of ours.

import { expect, test } from 'vitest';
import { anna, ben, codes, tellStory, told, writesOf } from '../support/company.ts';
import { deskOf } from '../support/desk.ts';

async function joined() {
  const story = tellStory();
  const morning = story.works(anna.user, '2026-03-16 08:00', '12:00');
  const leave = story.takesLeave(anna.user, 'vacation', '2026-04-13', '2026-04-15');
  story.hrEnters('WORK', '2026-03-16 08:00', '12:00');
  story.hrEntersAbsence('vacation', '2026-04-13', '2026-04-15');
  await story.sync();
  story.later();
  story.time.editTimeTracking(morning.id, { end_time: '2026-03-16 11:00:00' });
  story.time.cancelAbsence(leave.id);
  const report = await story.sync();
  return { story, report, desk: deskOf(story.world) };
}

test('one record: the change goes out with the next run, the other record stays asked about', async () => {
  const { story, report, desk } = await joined();
  expect(codes(report.issues)).toEqual(['source-changed-but-adopted', 'source-gone-but-adopted']);
  const changed = report.issues.find(({ code }) => code === 'source-changed-but-adopted');
  expect(await desk.takeOver(changed?.id ?? '')).toEqual({ records: 1 });

  const next = await story.syncLater();

  expect(codes(next.issues)).toEqual(['source-gone-but-adopted']);
  expect(story.attendances()).toEqual(['WORK 2026-03-16 08:00–11:00']);
  expect(story.absences()).toEqual(['Paid absence 2026-04-13 – 2026-04-15']);
});

test('what is gone in TimeTac goes once it was taken over', async () => {
  const { story, desk } = await joined();
  await desk.takeOver('source-gone-but-adopted');

  await story.syncLater();

  expect(story.absences()).toEqual([]);
  expect(told((await story.syncLater({ full: true })).issues)).toEqual([
    'source-changed-but-adopted 3001 2026-03-16',
  ]);
});

test('in bulk: all records of one cause by its code', async () => {
  const story = tellStory();
  const rows = [anna, ben].map(({ user, employee }) => {
    story.hrEnters('WORK', '2026-03-16 08:00', '12:00', employee);
    return story.works(user, '2026-03-16 08:00', '12:00');
  });
  await story.sync();
  story.later();
  for (const { id } of rows) story.time.editTimeTracking(id, { end_time: '2026-03-16 11:00:00' });
  expect((await story.sync()).issues).toHaveLength(2);
  expect(await deskOf(story.world).takeOver('source-changed-but-adopted')).toEqual({ records: 2 });

  const report = await story.syncLater();

  expect(report.issues).toEqual([]);
  for (const { employee } of [anna, ben])
    expect(story.attendances(employee)).toEqual(['WORK 2026-03-16 08:00–11:00']);
  expect(writesOf(await story.syncLater({ full: true }))).toBe(0);
});

test('or left as it is: the answer is remembered, and the record is never touched', async () => {
  const { story, report, desk } = await joined();
  for (const { id } of report.issues) await desk.decide(id, 'keep-target');

  const full = await story.syncLater({ full: true });

  expect(full.issues).toEqual([]);
  expect(writesOf(full)).toBe(0);
  expect(story.attendances()).toEqual(['WORK 2026-03-16 08:00–12:00']);
  expect(story.absences()).toEqual(['Paid absence 2026-04-13 – 2026-04-15']);
});
