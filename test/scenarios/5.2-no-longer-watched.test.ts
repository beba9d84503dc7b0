// Rule 5.2: a part, type or person that is switched off or left out is no longer watched; its issues are not open.

import { expect, test } from 'vitest';
import { anna, ben, codes, tellStory, told } from '../support/company.ts';

test('what is switched off is no longer watched: its issues are not open any more', async () => {
  const story = tellStory();
  story.works(anna.user, '2026-03-16 08:00', '12:00');
  story.works(anna.user, '2026-03-16 11:00', '13:00');
  story.takesLeave(anna.user, 'special', '2026-04-13');
  expect(told((await story.sync()).issues)).toEqual([
    'entries-overlap 3001 2026-03-16',
    'refused-by-personio 3001 2026-04-13',
  ]);

  story.world.changeSettings((document) => (document['attendances'].enabled = false));
  expect(told((await story.syncLater()).issues)).toEqual(['refused-by-personio 3001 2026-04-13']);

  story.world.changeSettings((document) => {
    document['attendances'].enabled = false;
    for (const row of document['absences'].types) if (row.timetac === 'Special leave') row.sync = false;
  });
  expect((await story.syncLater()).issues).toEqual([]);
});

test('switched on again, what is still wrong is told again', async () => {
  const story = tellStory();
  story.works(anna.user, '2026-03-16 08:00', '12:00');
  story.works(anna.user, '2026-03-16 11:00', '13:00');
  await story.sync();
  story.world.changeSettings((document) => (document['attendances'].enabled = false));
  expect((await story.syncLater()).issues).toEqual([]);
  story.world.changeSettings(() => undefined);

  const report = await story.syncLater();

  expect(told(report.issues)).toEqual(['entries-overlap 3001 2026-03-16']);
});

test('a day before a later start date is no longer watched either', async () => {
  const story = tellStory();
  story.works(anna.user, '2026-03-10 08:00', '12:00');
  story.works(anna.user, '2026-03-10 11:00', '13:00');
  expect(codes((await story.sync()).issues)).toEqual(['entries-overlap']);
  story.world.changeSettings((document) => (document['attendances'].startDate = '2026-03-16'));

  const report = await story.syncLater();

  expect(report.issues).toEqual([]);
});

test('somebody taken out of scope is no longer asked about', async () => {
  const story = tellStory({ people: [{}, { employee: { email: null }, user: null }] });
  expect(told((await story.sync()).issues)).toEqual(['email-missing 3002 -']);
  story.world.changeSettings(
    (document) => (document['users'].scope = { exclude: [{ ids: [ben.employee] }] }),
  );

  const report = await story.syncLater();

  expect(report.issues).toEqual([]);
});

test('with the users switched off nobody is asked about accounts any more', async () => {
  const story = tellStory({ people: [{}, { employee: { email: null }, user: null }] });
  await story.sync();
  story.world.changeSettings((document) => (document['users'].enabled = false));

  const report = await story.syncLater();

  expect(report.issues).toEqual([]);
});

test('hours of somebody who was left out are no longer watched; back again, they are told again', async () => {
  const story = tellStory();
  story.works(anna.user, '2026-03-16 08:00', '12:00');
  story.works(anna.user, '2026-03-16 11:00', '13:00');
  await story.sync();
  story.world.changeSettings(
    (document) => (document['users'].scope = { exclude: [{ ids: [anna.employee] }] }),
  );

  const without = await story.syncLater();
  expect(told(without.issues)).toEqual([]);
  expect(without.solved.map(({ why }) => why)).toEqual(['not-watched']);
  story.world.changeSettings(() => undefined);

  expect(told((await story.syncLater()).issues)).toEqual(['entries-overlap 3001 2026-03-16']);
});

test('a type that is switched off without a word of its name in Personio is no longer watched, not solved', async () => {
  const story = tellStory();
  story.takesLeave(anna.user, 'vacation', '2026-04-13', '2026-04-14');
  await story.sync();
  story.later();
  story.hr.editAbsence(story.absenceOn('2026-04-13').id, { last: '2026-04-15' });
  expect(told((await story.syncLater()).issues)).toEqual(['edited-in-target 3001 2026-04-13']);
  story.world.changeSettings((document) => {
    const types: { timetac: string }[] = document['absences'].types;
    document['absences'].types = types.map((row) =>
      row.timetac === 'Vacation' ? { timetac: row.timetac, sync: false } : row,
    );
  });

  const report = await story.syncLater();

  expect([report.issues, report.solved.map(({ why }) => why)]).toEqual([[], ['not-watched']]);
});
