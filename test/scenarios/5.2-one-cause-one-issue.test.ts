// Rule 5.2: one cause that covers many records is one issue with their number, and its words hold for all of them.

import { expect, test } from 'vitest';
import { anna, ben, tellStory, told } from '../support/company.ts';

test('one cause covering many records is one issue with a count', async () => {
  const story = tellStory();
  for (let day = 10; day <= 14; day++) story.works(anna.user, `2026-03-${day} 08:00`, '12:00');
  story.hr.editEmployee(anna.id, { termination_date: '2026-03-09' });

  const report = await story.sync();

  expect(told(report.issues)).toEqual(['after-exit 3001 2026-03-10']);
  expect(report.issues[0]).toMatchObject({ covers: 5, until: '2026-03-14' });
});

test('every sentence says what happened and what to do next, in both languages, and no absence type', async () => {
  const story = tellStory({ people: [{}, { employee: { email: null }, user: null }] });
  story.takesLeave(anna.user, 'sick', '2026-03-16', '2026-03-17');
  story.hrEntersAbsence('vacation', '2026-03-17', '2026-03-18');
  story.works(anna.user, '2026-03-10 08:00', '12:00');
  story.works(anna.user, '2026-03-10 11:00', '12:30');

  const report = await story.sync();

  expect(report.issues).toHaveLength(3);
  for (const { message, action } of report.issues)
    for (const text of [message.en, message.de, action.en, action.de]) {
      expect(text.length).toBeGreaterThan(15);
      expect(text).not.toMatch(/sick|krank|vacation|paid absence/i);
    }
  expect(report.issues.find(({ code }) => code === 'absence-exists')?.type).toBe('Sick day');
});

test('two people with the same trouble are two issues, each with their name', async () => {
  const story = tellStory();
  story.hr.editEmployee(anna.id, { termination_date: '2026-03-09' });
  story.hr.editEmployee(ben.id, { termination_date: '2026-03-09' });
  for (const { user } of [anna, ben]) story.works(user, '2026-03-10 08:00', '12:00');

  const report = await story.sync();

  expect(told(report.issues)).toEqual(['after-exit 3001 2026-03-10', 'after-exit 3002 2026-03-10']);
  expect(report.issues.map(({ employee }) => employee?.name)).toEqual(['Anna Ahrens', 'Ben Bachmann']);
});

test('the number follows what is left of it, under the same name', async () => {
  const story = tellStory();
  for (const day of ['13', '14', '15']) story.takesLeave(anna.user, 'volunteer', `2026-04-${day}`);
  const last = story.takesLeave(anna.user, 'volunteer', '2026-04-20');
  const before = await story.sync();
  story.later();
  story.time.cancelAbsence(last.id);

  const after = await story.sync();

  expect([before.issues[0]?.covers, after.issues[0]?.covers]).toEqual([4, 3]);
  expect(after.issues[0]?.id).toBe(before.issues[0]?.id);
  expect(after.issues[0]?.new).toBe(false);
});

test('a vendor that does not answer is one issue, however many parts it fails', async () => {
  const story = tellStory();
  await story.sync();
  story.wire.next({ side: 'personio', path: '/' }, () => Promise.reject(new TypeError('lost')), {
    times: Infinity,
  });

  const report = await story.syncLater();

  expect(report.issues.map(({ code }) => code)).toEqual(['vendor-unreachable']);
});
