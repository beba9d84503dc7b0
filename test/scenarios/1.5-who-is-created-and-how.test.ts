// Rule 1.5: who gets an account, when, and what it is given.

import { describe, expect, test } from 'vitest';
import type { PersonioEmployee } from '../../src/simulators/personio/state.ts';
import { ben, type StoryOptions, tellStory } from '../support/company.ts';

/** Anna stands in both accounts; Ben is in Personio only. Today is 18 March 2026. */
const newcomer = (employee: Partial<PersonioEmployee>, options: StoryOptions = {}) =>
  tellStory({ ...options, people: [{}, { employee, user: null }] });

describe('when', () => {
  const cases: readonly [who: string, employee: Partial<PersonioEmployee>, created: boolean][] = [
    ['active', {}, true],
    ['on leave', { status: 'leave' }, true],
    ['inactive', { status: 'inactive' }, false],
    ['onboarding, hired in 14 days', { status: 'onboarding', hire_date: '2026-04-01' }, true],
    ['onboarding, hired in 15 days', { status: 'onboarding', hire_date: '2026-04-02' }, false],
    ['onboarding without a hire date', { status: 'onboarding', hire_date: null }, false],
    ['active but gone since yesterday', { termination_date: '2026-03-17' }, false],
  ];

  test.each(cases)('%s', async (_who, employee, created) => {
    const story = newcomer(employee);

    const report = await story.sync();

    expect(report.issues).toEqual([]);
    expect(report.parts.employees.created).toBe(created ? 1 : 0);
    expect(story.states.timetac.users.some(({ external_id }) => external_id === ben.employee)).toBe(created);
  });

  test('somebody too far ahead is created on the day that is fourteen days before', async () => {
    const story = newcomer({ status: 'onboarding', hire_date: '2026-04-02' });
    await story.sync();
    story.goTo('2026-03-19 00:30');

    const report = await story.sync();

    expect(report.parts.employees.created).toBe(1);
  });
});

describe('with what', () => {
  test('master data of Personio and the defaults of the form, used from today', async () => {
    const story = newcomer({ termination_date: '2026-12-31' });

    await story.sync();

    const user = story.states.timetac.users.find(({ external_id }) => external_id === ben.employee);
    expect(user).toMatchObject({
      active: true,
      username: 'ben.bachmann@muster.example',
      email_address: 'ben.bachmann@muster.example',
      firstname: 'Ben',
      lastname: 'Bachmann',
      personnel_number: ben.employee,
      entry_date: '2024-01-01',
      exit_date: '2026-12-31',
      birthday: '1980-01-02',
      language_id: 2,
      department_id: 2,
      timesheet_template_id: 2,
      public_holiday_template_id: 1,
      mobile_allowed: true,
      timesheet_holiday_calc_yearly_amount: 30,
      payroll_accounting_starts_at: '2026-03-18',
      department_id_valid_from: '2026-03-18',
      timesheet_template_id_valid_starting_from: '2026-03-18',
    });
  });

  test('somebody who starts later uses TimeTac from the hire date', async () => {
    const story = newcomer({ status: 'onboarding', hire_date: '2026-03-23' });

    await story.sync();

    const user = story.states.timetac.users.find(({ external_id }) => external_id === ben.employee);
    expect(user).toMatchObject({
      payroll_accounting_starts_at: '2026-03-23',
      department_id_valid_from: '2026-03-23',
      timesheet_template_id_valid_starting_from: '2026-03-23',
    });
  });

  test('the user name is the e-mail in lower case, or the employee id where the form says so', async () => {
    const email = newcomer({ email: 'Ben.Bachmann@Muster.Example' });
    const id = newcomer({}, { settings: (document) => (document['users'].usernameFrom = 'employee-id') });

    await email.sync();
    await id.sync();

    const nameIn = (story: typeof email) =>
      story.states.timetac.users.find(({ external_id }) => external_id === ben.employee)?.username;
    expect([nameIn(email), nameIn(id)]).toEqual(['ben.bachmann@muster.example', ben.employee]);
  });

  test('what the interface cannot set is noted once per setting, not once per person', async () => {
    const story = tellStory({ people: [{}, { user: null }, { user: null }] });

    const report = await story.sync();

    const notes = report.notes.filter(({ code }) => code === 'setting-not-writable');
    expect(notes).toHaveLength(2);
    expect(report.run.status).toBe('done');
  });
});

test('hours recorded in the new account go out from the next run on', async () => {
  const story = newcomer({});
  await story.sync();
  const user = story.states.timetac.users.find(({ external_id }) => external_id === ben.employee);
  story.later();
  story.works(user?.id ?? 0, '2026-03-18 08:00', '09:00');

  await story.sync();

  expect(story.attendances(ben.employee)).toEqual(['WORK 2026-03-18 08:00–09:00']);
});
