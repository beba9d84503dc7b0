// Rule 1.5: new users get the defaults of the form; `users.rules` names others by office, department or subcompany.

import { expect, test } from 'vitest';
import type { PersonioEmployee } from '../../src/simulators/personio/state.ts';
import { ben, codes, tellStory } from '../support/company.ts';

const place = (id: number, name: string) => ({ id, name });

interface Rule {
  readonly when: object;
  readonly defaults: object;
}

function newcomer(employee: Partial<PersonioEmployee>, rules: readonly Rule[]) {
  return tellStory({
    people: [{}, { employee, user: null }],
    settings: (document) => (document['users'].rules = rules),
  });
}

const userOf = (story: ReturnType<typeof newcomer>) =>
  story.states.timetac.users.find(({ external_id }) => external_id === ben.employee);

const hamburg = { holidayCalendar: 'Germany - Hamburg' };

test.each<[string, Partial<PersonioEmployee>, object]>([
  ['office', { office: place(60302, 'Hamburg') }, { office: 'Hamburg' }],
  ['department', { department: place(402, 'Design') }, { department: 'Design' }],
  ['subcompany', { subcompany: place(7, 'Muster Services') }, { subcompany: 'Muster Services' }],
])('chosen by %s', async (_what, employee, when) => {
  const story = newcomer(employee, [{ when, defaults: hamburg }]);

  const report = await story.sync();

  expect(report.issues).toEqual([]);
  expect(userOf(story)?.public_holiday_template_id).toBe(2);
});

test('a rule that is about others changes nothing', async () => {
  const story = newcomer({}, [{ when: { office: 'Hamburg' }, defaults: hamburg }]);
  await story.sync();
  expect(userOf(story)?.public_holiday_template_id).toBe(1);
});

test('the first rule that holds wins, and what it does not name comes from the defaults', async () => {
  const story = newcomer({ office: place(60302, 'Hamburg'), department: place(402, 'Design') }, [
    { when: { department: 'Design' }, defaults: { workingTimeModel: '20 h', mobileApps: false } },
    { when: { office: 'Hamburg' }, defaults: { workingTimeModel: '38.5 h', ...hamburg } },
  ]);

  await story.sync();

  expect(userOf(story)).toMatchObject({
    timesheet_template_id: 4,
    mobile_allowed: false,
    public_holiday_template_id: 1,
    department_id: 2,
  });
});

test('language and department may be chosen by rule as well', async () => {
  const story = newcomer({ office: place(60302, 'Hamburg') }, [
    { when: { office: 'Hamburg' }, defaults: { language: 'en', department: 'Logistics' } },
  ]);

  await story.sync();

  expect(userOf(story)).toMatchObject({ department_id: 6 });
  expect(userOf(story)?.language_id).not.toBe(2);
});

test('a name of a rule that TimeTac does not have stops only those whom the rule is for', async () => {
  const story = tellStory({
    people: [{}, { employee: { office: place(60302, 'Hamburg') }, user: null }, { user: null }],
    settings: (document) =>
      (document['users'].rules = [{ when: { office: 'Hamburg' }, defaults: { department: 'Nowhere' } }]),
  });

  const report = await story.sync();

  expect(report.issues.map(({ code, covers }) => [code, covers])).toEqual([['default-not-found', 1]]);
  expect(report.parts.employees.created).toBe(1);
});

test('a rule never reaches those who had an account before', async () => {
  const story = tellStory({
    settings: (document) =>
      (document['users'].rules = [{ when: { ids: [ben.employee] }, defaults: hamburg }]),
  });
  await story.sync();
  const before = structuredClone(story.userOf(ben.user));

  const report = await story.syncLater({ full: true });

  expect(codes(report.issues)).toEqual([]);
  expect(story.userOf(ben.user)).toEqual(before);
});
