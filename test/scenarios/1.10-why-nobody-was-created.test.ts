// Rule 1.10: why somebody gets no account, in words that name the cause and the next step.

import { describe, expect, test } from 'vitest';
import type { PersonioEmployee } from '../../src/simulators/personio/state.ts';
import { anna, ben, codes, type StoryOptions, tellStory, told } from '../support/company.ts';
import { answering } from '../support/wire.ts';

/** Anna stands in both accounts; Ben is in Personio only. */
const newcomer = (employee: Partial<PersonioEmployee>, options: StoryOptions = {}) =>
  tellStory({ ...options, people: [{}, { employee, user: null }] });

const cases: readonly [why: string, employee: Partial<PersonioEmployee>, issue: string][] = [
  ['without an e-mail', { email: null }, 'email-missing 3002 -'],
  ['with a malformed e-mail', { email: 'ben@@muster.example' }, 'email-invalid 3002 -'],
  [
    'with a user name that TimeTac does not take',
    { email: 'ben+1@muster.example' },
    'username-invalid 3002 -',
  ],
];
test.each(cases)('%s', async (_why, employee, issue) => {
  const story = newcomer(employee);

  const report = await story.sync();

  expect(told(report.issues)).toEqual([issue]);
  expect(story.states.timetac.users).toHaveLength(2);
});

test('while the user name is somebody else’s; the issue names that user', async () => {
  const story = newcomer({});
  story.time.addUser({
    id: 900,
    active: true,
    human: true,
    username: 'ben.bachmann@muster.example',
    firstname: 'Front',
    lastname: 'Desk',
    email_address: 'desk@muster.example',
  });

  const report = await story.sync();

  expect(told(report.issues)).toEqual(['username-exists 3002 -']);
  expect(report.issues[0]?.message.en).toContain('Front Desk');
});

test.each([
  ['department', { department: 'Nowhere' }, 'Nowhere'],
  ['working time model', { workingTimeModel: '41 h' }, '41 h'],
  ['holiday calendar', { holidayCalendar: 'Atlantis' }, 'Atlantis'],
] as const)(
  'while the %s of the form does not exist: one issue for all newcomers',
  async (_what, defaults, name) => {
    const story = tellStory({
      people: [{}, { user: null }, { user: null }],
      settings: (document) => Object.assign(document['users'].defaults, defaults),
    });

    const report = await story.sync();

    expect(report.issues.map(({ code, covers }) => [code, covers])).toEqual([['default-not-found', 2]]);
    expect(report.issues[0]?.message.en).toContain(name);
    expect(report.parts.employees.created).toBe(0);
  },
);

test('while the status cannot be known', async () => {
  const story = newcomer({});
  const [credential] = story.states.personio.credentials;
  if (credential === undefined) throw new Error('no credential');
  credential.readableAttributes = ['first_name', 'last_name', 'email', 'hire_date'];

  const report = await story.sync();

  expect(report.issues.map(({ code }) => code)).toEqual(['attribute-missing']);
  expect(report.parts.employees.created).toBe(0);
});

describe('refused by TimeTac', () => {
  const refusing = answering(
    { Success: false, Error: 42, ErrorMessage: 'The licence is used up', Results: [] },
    422,
  );

  test('the reason is told, the others go on, and the same account is not asked for again', async () => {
    const story = newcomer({});
    story.works(anna.user, '2026-03-16 08:00', '12:00');
    story.wire.next({ side: 'timetac', path: '/users/create' }, refusing);

    const report = await story.sync();
    const again = await story.syncLater();

    expect(told(report.issues)).toEqual(['refused-by-timetac 3002 -']);
    expect(report.issues[0]?.message.en).toContain('The licence is used up');
    expect(report.parts.employees).toMatchObject({ created: 0, failed: 1 });
    expect(story.attendances()).toEqual(['WORK 2026-03-16 08:00–12:00']);
    expect(told(again.issues)).toEqual(told(report.issues));
    expect(story.states.timetac.users).toHaveLength(2);
  });

  test('once HR corrects the employee it is tried again', async () => {
    const story = newcomer({});
    story.wire.next({ side: 'timetac', path: '/users/create' }, refusing);
    await story.sync();
    story.later();
    story.hr.editEmployee(ben.id, { last_name: 'Bach' });

    const report = await story.sync();

    expect(codes(report.issues)).toEqual([]);
    expect(report.parts.employees.created).toBe(1);
  });
});

test.each<[string, Partial<PersonioEmployee>, RegExp]>([
  ['email-missing', { email: null }, /enter the e-mail address/i],
  ['email-invalid', { email: 'ben@@muster.example' }, /correct the e-mail address/i],
  ['username-invalid', { email: 'ben+1@muster.example' }, /employee-id/],
])(
  '%s is about one person by name, says the next step, and is solved by it',
  async (code, employee, step) => {
    const story = newcomer(employee);
    const report = await story.sync();
    expect(report.issues).toMatchObject([
      { code, employee: { personioId: ben.employee, name: 'Ben Bachmann' } },
    ]);
    expect(report.issues[0]?.message.en).toContain('Ben Bachmann');
    expect(report.issues[0]?.action.en).toMatch(step);
    story.later();
    story.hr.editEmployee(ben.id, { email: 'ben@muster.example' });

    const mended = await story.sync();

    expect(mended.issues).toEqual([]);
    expect(mended.parts.employees.created).toBe(1);
  },
);
