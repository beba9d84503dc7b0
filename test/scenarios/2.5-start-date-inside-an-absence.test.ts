// Rule 2.5: an absence that began before the start date is clipped, and compared with Personio's clipped alike.

import { expect, test } from 'vitest';
import { anna, ben, codes, takeRowOut, tellStory, told, writesOf } from '../support/company.ts';
import { deskOf } from '../support/desk.ts';
import type { Draft } from '../support/world.ts';

const from = (startDate: string) => ({
  settings: (document: Draft): void => void (document['absences'].startDate = startDate),
});

test('only the days from the start date on are sent', async () => {
  const story = tellStory(from('2026-04-15'));
  story.takesLeave(anna.user, 'vacation', '2026-04-13', '2026-04-17');

  const report = await story.sync();

  expect(report.issues).toEqual([]);
  expect(story.absences()).toEqual(['Paid absence 2026-04-15 – 2026-04-17']);
});

test("Personio's record of the whole absence, clipped alike, is the same: adopted, not doubled", async () => {
  const story = tellStory(from('2026-04-15'));
  story.takesLeave(anna.user, 'vacation', '2026-04-13', '2026-04-17');
  story.hrEntersAbsence('vacation', '2026-04-13', '2026-04-17');

  const report = await story.sync();
  const again = await story.syncLater({ full: true });

  expect([...report.issues, ...again.issues]).toEqual([]);
  expect(report.parts.absences).toMatchObject({ adopted: 1, created: 0 });
  expect(again.run.writes.personio).toBe(0);
  expect(story.absences()).toEqual(['Paid absence 2026-04-13 – 2026-04-17']);
});

test('a start date on the weekend inside a vacation changes nothing about that', async () => {
  const story = tellStory(from('2026-04-18'));
  story.takesLeave(anna.user, 'vacation', '2026-04-16', '2026-04-21');
  story.hrEntersAbsence('vacation', '2026-04-16', '2026-04-21');

  const report = await story.sync();

  expect(report.issues).toEqual([]);
  expect(report.parts.absences).toMatchObject({ adopted: 1, created: 0 });
});

test('a record that ends elsewhere is in the way', async () => {
  const story = tellStory(from('2026-04-15'));
  story.takesLeave(anna.user, 'vacation', '2026-04-13', '2026-04-17');
  story.hrEntersAbsence('vacation', '2026-04-13', '2026-04-16');

  const report = await story.sync();

  expect(told(report.issues)).toEqual(['absence-exists 3001 2026-04-15']);
  expect(story.absences()).toEqual(['Paid absence 2026-04-13 – 2026-04-16']);
});

test('an absence that ended before the start date is nobody’s business', async () => {
  const story = tellStory(from('2026-04-15'));
  story.takesLeave(anna.user, 'vacation', '2026-04-13', '2026-04-14');

  const report = await story.sync();

  expect(report.issues).toEqual([]);
  expect(story.absences()).toEqual([]);
});

test('an exported absence is not cut by a later start date', async () => {
  const story = tellStory();
  story.takesLeave(anna.user, 'vacation', '2026-04-13', '2026-04-17');
  await story.sync();
  story.world.changeSettings((document) => (document['absences'].startDate = '2026-04-15'));

  const report = await story.syncLater();

  expect(report.issues).toEqual([]);
  expect(story.absences()).toEqual(['Paid absence 2026-04-13 – 2026-04-17']);
});

test('what was joined cut at the start date is joined whole once the start date moves before it', async () => {
  const story = tellStory(from('2026-04-15'));
  story.takesLeave(anna.user, 'vacation', '2026-04-13', '2026-04-17');
  story.hrEntersAbsence('vacation', '2026-04-13', '2026-04-17');
  await story.sync();
  story.world.changeSettings((document) => (document['absences'].startDate = '2026-04-14'));
  const earlier = await story.syncLater();
  story.world.changeSettings((document) => (document['absences'].startDate = '2026-04-01'));

  const report = await story.syncLater();

  expect([...earlier.issues, ...report.issues]).toEqual([]);
  expect([report.run.writes.personio, story.absences()]).toEqual([
    0,
    ['Paid absence 2026-04-13 – 2026-04-17'],
  ]);
});

test('its days before the start date are not ours: it cannot be taken over, and stays as it is', async () => {
  const story = tellStory(from('2026-04-15'));
  const leave = story.takesLeave(anna.user, 'vacation', '2026-04-13', '2026-04-17');
  story.hrEntersAbsence('vacation', '2026-04-13', '2026-04-17');
  await story.sync();
  story.later();
  story.time.changeAbsenceDates(leave.id, { from_date: '2026-04-13', to_date: '2026-04-16' });
  expect(codes((await story.sync()).issues)).toEqual(['source-changed-but-adopted']);

  await expect(deskOf(story.world).takeOver('source-changed-but-adopted')).rejects.toThrow(/start date/);

  expect(codes((await story.syncLater({ full: true })).issues)).toEqual(['source-changed-but-adopted']);
  expect(story.absences()).toEqual(['Paid absence 2026-04-13 – 2026-04-17']);
});

test('a booking that begins with the start date, joined to a longer record, stays joined', async () => {
  const story = tellStory(from('2026-04-15'));
  story.takesLeave(anna.user, 'vacation', '2026-04-15', '2026-04-17');
  story.hrEntersAbsence('vacation', '2026-04-13', '2026-04-17');
  const first = await story.sync();
  expect(first.parts.absences.adopted).toBe(1);
  for (let round = 0; round < 3; round++) {
    const report = await story.syncLater({ full: true });
    expect([codes(report.issues), report.parts.absences.adopted, writesOf(report)]).toEqual([[], 0, 0]);
  }
});

test.each([
  ['a weekend', '2026-04-18', '2026-04-13', '2026-04-19', '2026-03-02 09:00'],
  ['a holiday', '2026-01-01', '2025-12-22', '2026-01-01', '2026-01-07 09:00'],
])(
  'of leave before the start date only %s lies after it: nothing goes out, and nothing is missing',
  async (_what, startDate, from, to, now) => {
    const story = tellStory({
      now,
      settings: (document) => void (document['absences'].startDate = startDate),
    });
    story.takesLeave(anna.user, 'vacation', from, to);
    story.takesLeave(ben.user, 'vacation', '2026-04-20', '2026-04-24');
    const report = await story.sync();
    expect([report.issues, story.absences()]).toEqual([[], []]);
  },
);

test('a working day after the start date of which TimeTac lists nothing is told', async () => {
  const story = tellStory({ settings: (document) => void (document['absences'].startDate = '2026-04-17') });
  const leave = story.takesLeave(anna.user, 'vacation', '2026-04-13', '2026-04-19');
  takeRowOut(story, leave.id, '2026-04-17');
  story.takesLeave(ben.user, 'vacation', '2026-04-20', '2026-04-24');
  expect(codes((await story.sync()).issues)).toEqual(['absence-without-days']);
});

test('days after the start date that sickness has taken over are missing nothing', async () => {
  const story = tellStory(from('2026-04-15'));
  const leave = story.takesLeave(anna.user, 'vacation', '2026-04-13', '2026-04-17');
  story.takesLeave(anna.user, 'sick', '2026-04-15', '2026-04-17');
  for (const day of ['2026-04-15', '2026-04-16', '2026-04-17']) takeRowOut(story, leave.id, day);

  const report = await story.sync();

  expect(report.issues).toEqual([]);
  expect(story.absences()).toEqual(['Sick day 2026-04-15 – 2026-04-17']);
});

test.each([
  ['later', '2026-04-14', '2026-04-17', '2026-04-14'],
  ['away', '2026-04-20', '2026-04-22', '2026-04-20'],
  // What lies before both was never ours to say.
  ['earlier', '2026-04-10', '2026-04-17', '2026-04-13'],
])(
  'what went out before the start date moved into it moves %s as a whole',
  async (_where, first, last, stands) => {
    const story = tellStory({ timetac: { 'deleted-shape': 'absent' } });
    const booking = story.takesLeave(anna.user, 'vacation', '2026-04-13', '2026-04-17');
    await story.sync();
    story.later();
    story.time.changeAbsenceDates(booking.id, { from_date: first, to_date: last });
    story.world.changeSettings(from('2026-04-15').settings);

    const report = await story.sync();
    const again = await story.syncLater({ full: true });

    expect([...report.issues, ...again.issues]).toEqual([]);
    expect(again.run.writes.personio).toBe(0);
    expect(story.absences()).toEqual([`Paid absence ${stands} – ${last}`]);
  },
);
