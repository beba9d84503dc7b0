// Rule 1.6: user name, personnel number, department and all defaults of an existing user are TimeTac's own.

import { expect, test } from 'vitest';
import { anna, ben, tellStory } from '../support/company.ts';

const places = {
  office: { id: 60302, name: 'Hamburg' },
  department: { id: 402, name: 'Design' },
};

test('another office, department or e-mail in Personio moves no default and no user name', async () => {
  const story = tellStory();
  await story.sync();
  const before = { ...story.userOf(anna.user) };
  story.later();
  story.hr.editEmployee(anna.id, { ...places, email: 'anna.neu@muster.example' });

  await story.sync();

  expect(story.userOf(anna.user)).toEqual({
    ...before,
    email_address: 'anna.neu@muster.example',
    updated: expect.anything(),
  });
});

test('other defaults in the form are for those who come, not for those who are there', async () => {
  const story = tellStory({ people: [{}, {}, { user: null }] });
  await story.sync();
  const before = structuredClone(story.states.timetac.users);
  story.world.changeSettings((document) => {
    Object.assign(document['users'].defaults, {
      department: 'Logistics',
      workingTimeModel: '20 h',
      language: 'en',
    });
    document['users'].usernameFrom = 'employee-id';
  });

  const report = await story.syncLater({ full: true });

  expect(story.states.timetac.users).toEqual(before);
  expect(report.run.writes.timetac).toBe(0);
});

test('what somebody changed of them in TimeTac stays, also when something else is updated', async () => {
  const story = tellStory({ people: [{}, { user: null }] });
  await story.sync();
  const user = story.states.timetac.users.find(({ external_id }) => external_id === ben.employee);
  story.later();
  const own = {
    username: 'ben',
    personnel_number: 'P-17',
    department_id: 5,
    timesheet_template_id: 3,
    public_holiday_template_id: 2,
    mobile_allowed: false,
    language_id: 1,
  };
  story.time.editUser(user?.id ?? 0, own);
  story.hr.editEmployee(ben.id, { last_name: 'Neu' });

  const report = await story.sync();

  expect(report.parts.employees.updated).toBe(1);
  expect(story.userOf(user?.id ?? 0)).toMatchObject({ ...own, lastname: 'Neu' });
});

test('an update names only the fields that moved', async () => {
  const story = tellStory();
  await story.sync();
  story.later();
  story.hr.editEmployee(anna.id, { first_name: 'Anke' });
  const sent: string[][] = [];
  story.wire.next({ side: 'timetac', path: '/users/update' }, async (request, handle) => {
    const body = await request.clone().text();
    const fields =
      body.startsWith('{') || body.startsWith('[')
        ? Object.keys([JSON.parse(body)].flat()[0] as object)
        : [...new URLSearchParams(body).keys()];
    sent.push(fields.sort());
    return handle(request);
  });

  await story.sync();

  expect(sent).toEqual([['firstname', 'id']]);
});
