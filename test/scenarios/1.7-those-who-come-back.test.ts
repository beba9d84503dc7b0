// Rule 1.7: rehired under the same ID, the account is switched on again; under a new ID a person is asked.

import { expect, test } from 'vitest';
import { deskOf } from '../support/desk.ts';
import { anna, hiresAgain, type Story, tellStory, told, codes } from '../support/company.ts';

async function linked() {
  const story = tellStory();
  await story.sync();
  story.later();
  return story;
}

/** Anna left, and Tandem switched her account off. */
async function left(): Promise<Story> {
  const story = await linked();
  story.hr.editEmployee(anna.id, { termination_date: '2026-03-16', status: 'inactive' });
  await story.sync();
  expect(story.userOf(anna.user)?.active).toBe(false);
  return story;
}

test('under the same id, after Tandem had switched the account off: it is on again', async () => {
  const story = await linked();
  story.hr.editEmployee(anna.id, { termination_date: '2026-03-16', status: 'inactive' });
  await story.sync();
  expect(story.userOf(anna.user)?.active).toBe(false);

  story.goTo('2026-06-01 08:00');
  story.hr.editEmployee(anna.id, { termination_date: null, status: 'active', hire_date: '2026-06-01' });
  const report = await story.sync();

  expect(story.userOf(anna.user)).toMatchObject({ active: true, entry_date: '2026-06-01' });
  expect(report.issues).toEqual([]);
});

test('an account that a person switched off stays off while Personio says nothing new', async () => {
  const story = await linked();
  story.time.editUser(anna.user, { active: false });

  const report = await story.sync();
  await story.syncLater({ full: true });

  expect(story.userOf(anna.user)?.active).toBe(false);
  expect(report.run.writes.timetac).toBe(0);
});

test('under a new id with the same e-mail: a person is asked whether to move the link', async () => {
  const story = await linked();
  story.hr.editEmployee(anna.id, { termination_date: '2026-03-16', status: 'inactive' });
  await story.sync();
  story.later();
  hiresAgain(story, 3050, '2026-03-18');
  story.hr.editEmployee(anna.id, { email: 'anna.ahrens@muster.example' });

  const report = await story.sync();

  expect(told(report.issues)).toEqual(['employee-rehired 3050 -']);
  expect(story.userOf(anna.user)?.active).toBe(false);
  expect(story.states.timetac.users.filter(({ human }) => human)).toHaveLength(2);
});

test('under a new id, after the old record was removed from Personio: a person is asked all the same', async () => {
  const story = await left();
  hiresAgain(story, 3050, '2026-03-18');
  story.hr.removeEmployee(anna.id);

  const report = await story.syncLater();

  expect(told(report.issues)).toEqual(['employee-rehired 3050 -', 'employee-vanished 3001 -']);
  await deskOf(story.world).link('3050', anna.user);
  expect(told((await story.syncLater()).issues)).toEqual([]);
  expect(story.userOf(anna.user)?.active).toBe(true);
});

test('somebody else switched the account off after the exit: the return switches it on', async () => {
  const story = await linked();
  story.hr.editEmployee(anna.id, { termination_date: '2026-03-16', status: 'inactive' });
  story.time.editUser(anna.user, { active: false });
  await story.sync();
  story.goTo('2026-06-01 08:00');
  story.hr.editEmployee(anna.id, { termination_date: null, status: 'active', hire_date: '2026-06-01' });

  await story.sync();

  expect(story.userOf(anna.user)?.active).toBe(true);
});

test('back as onboarding first: the account waits for the first working day', async () => {
  const story = await left();
  story.goTo('2026-05-20 08:00');
  story.hr.editEmployee(anna.id, { termination_date: null, status: 'onboarding', hire_date: '2026-06-01' });
  await story.sync();
  expect(story.userOf(anna.user)?.active).toBe(false);
  story.goTo('2026-06-01 06:00');
  story.hr.editEmployee(anna.id, { status: 'active' });

  const report = await story.sync();

  expect(story.userOf(anna.user)?.active).toBe(true);
  expect(report.issues).toEqual([]);
});

test('her hours of both times stand in Personio, each once', async () => {
  const story = await linked();
  story.works(anna.user, '2026-03-16 08:00', '12:00');
  await story.sync();
  story.hr.editEmployee(anna.id, { termination_date: '2026-03-16', status: 'inactive' });
  story.later();
  await story.sync();
  story.goTo('2026-03-17 18:00');
  await story.sync();
  story.goTo('2026-06-01 18:00');
  story.hr.editEmployee(anna.id, { termination_date: null, status: 'active', hire_date: '2026-06-01' });
  await story.sync();
  story.later();
  story.works(anna.user, '2026-06-01 08:00', '12:00');

  const report = await story.sync();
  const again = await story.syncLater({ full: true });

  expect(told([...report.issues, ...again.issues])).toEqual([]);
  expect(story.attendances()).toEqual(['WORK 2026-03-16 08:00–12:00', 'WORK 2026-06-01 08:00–12:00']);
});

test('under the same id while the old date of termination still stands: hired after it, nothing is held', async () => {
  const story = tellStory();
  await story.sync();
  story.later();
  story.hr.editEmployee(anna.id, { termination_date: '2026-03-16', status: 'inactive' });
  await story.sync();
  story.goTo('2026-06-01 08:00');
  story.hr.editEmployee(anna.id, { status: 'active', hire_date: '2026-06-01' });
  await story.sync();
  expect(story.userOf(anna.user)?.active).toBe(true);
  story.goTo('2026-06-02 08:00');
  story.works(anna.user, '2026-06-01 08:00', '12:00');
  story.takesLeave(anna.user, 'vacation', '2026-06-08', '2026-06-10');
  const report = await story.sync();
  expect(told(report.issues)).toEqual([]);
  expect(story.attendances()).toEqual(['WORK 2026-06-01 08:00–12:00']);
  expect(story.absences()).toEqual(['Paid absence 2026-06-08 – 2026-06-10']);
});

test('unlinked by a person, the new employment that is linked by itself begins with its first day', async () => {
  const story = tellStory({
    people: [{ user: { external_id: '', personnel_number: '' } }],
    settings: (document) => (document['users'].enabled = false),
  });
  story.works(anna.user, '2026-02-02 08:00', '12:00');
  story.takesLeave(anna.user, 'vacation', '2026-02-09');
  await story.sync();
  hiresAgain(story, 3050, '2026-03-18');
  const left = { status: 'inactive', termination_date: '2026-03-10', email: 'old@muster.example' } as const;
  story.hr.editEmployee(anna.id, left);
  await story.syncLater();
  await deskOf(story.world).unlink(anna.employee);
  story.works(anna.user, '2026-03-18 08:00', '12:00');
  for (const full of [false, true]) {
    await story.syncLater({ full });
    expect([story.attendances('3050'), story.absences('3050')]).toEqual([
      ['WORK 2026-03-18 08:00–12:00'],
      [],
    ]);
  }
});

test('who has left by date is one who left, whatever the status says', async () => {
  const story = tellStory();
  await story.sync();
  story.hr.editEmployee(anna.id, { termination_date: '2026-03-10' });
  await story.syncLater();
  hiresAgain(story, 3999, '2026-04-01');
  const report = await story.syncLater();
  expect(codes(report.issues)).toEqual(['employee-rehired']);
  await deskOf(story.world).link('3999', anna.user);
  expect(codes((await story.syncLater()).issues)).toEqual([]);
});
