// Rule 4.1: a pilot (`--employees`) writes for the people it names and for nobody else; the others follow later.

import { expect, test } from 'vitest';
import { anna, ben, clara, type Story, tellStory, told } from '../support/company.ts';
import { answering } from '../support/wire.ts';

async function inStep(): Promise<Story> {
  const story = tellStory();
  story.works(anna.user, '2026-03-16 08:00', '12:00');
  story.takesLeave(anna.user, 'vacation', '2026-04-13');
  await story.sync();
  await story.syncLater();
  story.later(60);
  return story;
}

test('a pilot touches only the named employees, and the others follow with the next whole run', async () => {
  const story = await inStep();
  story.works(anna.user, '2026-03-17 08:00', '12:00');
  story.works(ben.user, '2026-03-17 08:00', '12:00');
  story.hr.editEmployee(anna.id, { last_name: 'Neu' });

  await story.sync({ employeeIds: [ben.employee] });
  expect(story.attendances()).toEqual(['WORK 2026-03-16 08:00–12:00']);
  expect(story.attendances(ben.employee)).toEqual(['WORK 2026-03-17 08:00–12:00']);
  expect(story.userOf(anna.user)?.lastname).toBe('Ahrens');

  await story.syncLater();
  expect(story.attendances()).toHaveLength(2);
  expect(story.userOf(anna.user)?.lastname).toBe('Neu');
});

test('whoever is named and unknown is told; who is linked is known, listed or not', async () => {
  const story = await inStep();
  story.hr.removeEmployee(ben.id);

  const report = await story.sync({ employeeIds: [anna.employee, ben.employee, '9999', 'Anna'] });
  const known = await story.syncLater({ employeeIds: [anna.employee] });

  expect(report.run.unknownEmployees).toEqual(['9999', 'Anna']);
  expect(known.run.unknownEmployees).toBeUndefined();
});

test('as the very first run: two accounts, hours and leave of one person only', async () => {
  const story = tellStory({ people: [{}, {}, { user: null }] });
  for (const { user } of [anna, ben]) {
    story.works(user, '2026-03-16 08:00', '12:00');
    story.takesLeave(user, 'vacation', '2026-04-13');
  }

  const report = await story.sync({ employeeIds: [ben.employee] });

  expect(report.issues).toEqual([]);
  expect([...story.attendances(), ...story.absences()]).toEqual([]);
  expect(story.attendances(ben.employee)).toEqual(['WORK 2026-03-16 08:00–12:00']);
  expect(story.absences(ben.employee)).toEqual(['Paid absence 2026-04-13']);
  expect(story.states.timetac.users.some(({ external_id }) => external_id === clara.employee)).toBe(false);

  await story.syncLater();
  expect(story.attendances()).toEqual(['WORK 2026-03-16 08:00–12:00']);
  expect(story.absences()).toEqual(['Paid absence 2026-04-13']);
  expect(story.states.timetac.users.some(({ external_id }) => external_id === clara.employee)).toBe(true);
});

test('nobody else is deleted, updated or switched off', async () => {
  const story = await inStep();
  const [row] = story.states.timetac.timeTrackings.filter(
    ({ absence_request_id }) => absence_request_id === null,
  );
  story.time.deleteTimeTracking(row?.id ?? 0);
  story.time.cancelAbsence(story.states.timetac.absences[0]?.id ?? 0);
  story.hr.editEmployee(anna.id, { termination_date: '2026-03-10', status: 'inactive' });
  const before = structuredClone([story.states.personio, story.userOf(anna.user)]);

  await story.sync({ employeeIds: [ben.employee] });

  expect([story.states.personio, story.userOf(anna.user)]).toEqual(before);
});

test('a pilot in a dry run shows the actions of its people only', async () => {
  const story = tellStory();
  for (const { user } of [anna, ben]) story.works(user, '2026-03-16 08:00', '12:00');

  const dry = await story.sync({ mode: 'dry-run', employeeIds: [ben.employee] });

  const people = dry.actions?.map(({ employee }) => employee?.personioId);
  expect(new Set(people)).toEqual(new Set([ben.employee]));
});

test('a full pilot compares everything of its people, and only of theirs', async () => {
  const story = tellStory();
  for (const { user } of [anna, ben]) story.works(user, '2026-03-16 08:00', '12:00');
  await story.sync();
  await story.syncLater();
  story.later(60);
  const ids = story.states.personio.attendances.map(({ id }) => id);
  for (const id of ids) story.hr.deleteAttendance(id);

  const report = await story.sync({ full: true, employeeIds: [ben.employee] });

  expect(report.issues.map(({ code, employee }) => [code, employee?.personioId])).toEqual([
    ['deleted-in-target', ben.employee],
  ]);
});

test('of people who are not named nothing is called solved', async () => {
  const story = tellStory();
  await story.sync();
  story.later();
  story.hr.editEmployee(ben.id, { last_name: 'Neu' });
  story.wire.next(
    { side: 'timetac', path: '/users/update' },
    answering({ Success: false, Error: 422, ErrorMessage: 'no' }, 422),
  );
  const refused = await story.sync();
  expect(told(refused.issues)).toEqual(['refused-by-timetac 3002 -']);

  for (const full of [false, true]) {
    const pilot = await story.syncLater({ employeeIds: [anna.employee], full });
    expect([told(pilot.issues), pilot.solved]).toEqual([['refused-by-timetac 3002 -'], []]);
  }
});
