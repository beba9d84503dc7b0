// Rule 1.7: whoever has an account next gets back what it was given for somebody else, and what people switch by hand stays.

import { expect, test } from 'vitest';
import { anna, ben, hiresAgain, type Story, tellStory, told } from '../support/company.ts';
import { deskOf } from '../support/desk.ts';

/** Under another id, which the run names as a return. */
async function leavesAndReturns(story: Story, on: string): Promise<void> {
  story.hr.editEmployee(anna.id, { status: 'inactive', termination_date: '2026-03-17' });
  await story.sync();
  story.goTo(`${on} 09:00`);
  hiresAgain(story, 3099, on);
  await story.sync();
}

test('the day of hire of the new employment is put right: its hours go out, or are told', async () => {
  const story = tellStory();
  await story.sync();
  story.later();
  await leavesAndReturns(story, '2026-04-10');
  await deskOf(story.world).link('3099', anna.user);
  await story.syncLater();
  story.hr.editEmployee(3099, { hire_date: '2026-04-01' });
  story.works(anna.user, '2026-04-08 08:00', '12:00');
  await story.syncLater();
  const report = await story.syncLater({ full: true });
  expect([...story.attendances('3099'), ...told(report.issues)]).not.toEqual([]);
});

test('switched off for the wrong person: on again once that is put right', async () => {
  const story = tellStory({
    people: [{}, { employee: { status: 'onboarding', hire_date: '2026-06-01' }, user: null }],
  });
  const desk = deskOf(story.world);
  await story.sync();
  story.later();
  story.hr.editEmployee(anna.id, { status: 'inactive', termination_date: '2026-03-17' });
  await story.sync();
  expect(story.userOf(anna.user)).toMatchObject({ active: false, exit_date: '2026-03-17' });
  await desk.unlink(anna.employee);
  story.hr.editEmployee(ben.id, { status: 'active', hire_date: '2026-03-01' });
  await desk.link(ben.employee, anna.user);
  await story.syncLater();
  await story.syncLater({ full: true });
  expect(story.userOf(anna.user)).toMatchObject({ active: true, exit_date: null });
});

test('unlinked and linked again, whose end is withdrawn works again', async () => {
  const story = tellStory();
  const desk = deskOf(story.world);
  await story.sync();
  story.later();
  story.hr.editEmployee(anna.id, { termination_date: '2026-03-16' });
  await story.sync();
  expect(story.userOf(anna.user)?.active).toBe(false);
  await desk.unlink(anna.employee);
  await desk.link(anna.employee, anna.user);
  await story.syncLater();
  story.hr.editEmployee(anna.id, { termination_date: null });
  await story.syncLater();
  expect(story.userOf(anna.user)).toMatchObject({ active: true, exit_date: null });
});

test('what a person switched off months later stays off', async () => {
  const story = tellStory();
  await story.sync();
  story.later();
  story.hr.editEmployee(anna.id, { termination_date: '2026-03-16', status: 'inactive' });
  await story.sync();
  expect(story.userOf(anna.user)?.active).toBe(false);
  story.hr.editEmployee(anna.id, { termination_date: null, status: 'active' });
  story.time.editUser(anna.user, { active: true });
  await story.syncLater();
  story.goTo('2026-06-01 08:00');
  await story.sync();
  story.later();
  story.time.editUser(anna.user, { active: false });
  await story.syncLater();
  expect(story.userOf(anna.user)?.active).toBe(false);
});

test('no account was wanted; linked by itself later, the leaver’s account is switched off', async () => {
  const namesake = {
    external_id: '',
    email_address: 'a.a@muster.example',
    username: 'a.a',
    personnel_number: '',
  };
  const story = tellStory({ people: [{ user: namesake }, {}] });
  const report = await story.sync();
  expect(told(report.issues)).toEqual(['employee-possible-duplicate 3001 -']);
  await deskOf(story.world).decide(report.issues[0]?.id ?? '', 'ignore');
  await story.syncLater();
  story.later();
  const email = story.states.personio.employees.find(({ id }) => id === anna.id)?.email ?? '';
  story.time.editUser(anna.user, { email_address: email });
  await story.sync();
  expect((await story.archive.links({ part: 'employees' })).map(({ key }) => key)).toContain(anna.employee);
  story.goTo('2026-04-01 09:00');
  story.hr.editEmployee(anna.id, { termination_date: '2026-03-31', status: 'inactive' });
  await story.sync();
  expect(story.userOf(anna.user)).toMatchObject({ active: false, exit_date: '2026-03-31' });
});

test('the day of hire is put right to before the end of the former employment: its days stay the former one’s', async () => {
  const story = tellStory();
  await story.sync();
  story.later();
  story.works(anna.user, '2026-03-16 08:00', '12:00');
  await leavesAndReturns(story, '2026-04-10');
  await deskOf(story.world).link('3099', anna.user);
  await story.syncLater();
  story.hr.editEmployee(3099, { hire_date: '2026-03-10' });
  await story.syncLater();
  await story.syncLater({ full: true });
  expect([story.attendances('3001'), story.attendances('3099')]).toEqual([
    ['WORK 2026-03-16 08:00–12:00'],
    [],
  ]);
});

test('nobody asks about who has left, after the link went to the new employment', async () => {
  const story = tellStory();
  const desk = deskOf(story.world);
  await story.sync();
  story.later();
  await leavesAndReturns(story, '2026-04-01');
  await desk.unlink(anna.employee);
  await desk.link('3099', anna.user);
  await story.syncLater();
  expect(told((await story.syncLater({ full: true })).issues)).toEqual([]);
});
