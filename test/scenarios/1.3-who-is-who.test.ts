// Rule 1.3: the passes by which an employee and a user find each other, and where nobody guesses.

import { describe, expect, test } from 'vitest';
import type { TimetacUser } from '../../src/simulators/timetac/state.ts';
import { anna, ben, type Differing, tellStory, told, writesOf } from '../support/company.ts';

const mail = (name: string): string => `${name}@muster.example`;
/** Nothing about this account says whose it is. */
const stranger: Partial<TimetacUser> = {
  external_id: '',
  email_address: mail('someone'),
  username: 'someone',
  personnel_number: '',
  firstname: 'Some',
  lastname: 'One',
  birthday: null,
};

describe('one person, one account', () => {
  const ways: readonly [how: string, user: Partial<TimetacUser>, matched: boolean][] = [
    ['the external id is the employee id', { ...stranger, external_id: anna.employee }, true],
    ['the e-mail is equal', { ...stranger, email_address: mail('anna.ahrens') }, true],
    [
      'the e-mail is equal but for case and blanks',
      { ...stranger, email_address: ' Anna.AHRENS@muster.example ' },
      true,
    ],
    [
      'the personnel number and the surname are equal',
      { ...stranger, personnel_number: anna.employee, lastname: 'Ahrens' },
      true,
    ],
    [
      'the personnel number and the birthday are equal',
      { ...stranger, personnel_number: anna.employee, birthday: '1980-01-01' },
      true,
    ],
    ['only the personnel number is equal', { ...stranger, personnel_number: anna.employee }, false],
    ['an API user holds the external id', { ...stranger, external_id: anna.employee, human: false }, false],
  ];

  test.each(ways)('%s', async (_how, user, matched) => {
    const story = tellStory({ people: [{ user }] });

    await story.sync();

    const links = await story.archive.links({ part: 'employees' });
    expect(links.find(({ key }) => key === anna.employee)?.targetId === String(anna.user)).toBe(matched);
  });
});

describe('where two could be meant, nobody is chosen', () => {
  const cases: readonly [what: string, people: readonly Differing[], issues: readonly string[]][] = [
    [
      'two accounts share the e-mail',
      [
        { user: { ...stranger, email_address: mail('anna.ahrens') } },
        {
          employee: { status: 'inactive' },
          user: { ...stranger, username: 'x', email_address: mail('anna.ahrens') },
        },
      ],
      ['employee-ambiguous 3001 -'],
    ],
    [
      'two employees share the e-mail',
      [
        { employee: { email: mail('team') }, user: { ...stranger, email_address: mail('team') } },
        { employee: { email: mail('team') }, user: null },
      ],
      ['employee-ambiguous 3001 -', 'employee-ambiguous 3002 -'],
    ],
    [
      'two accounts hold the external id',
      [
        { user: { ...stranger, external_id: anna.employee } },
        {
          employee: { status: 'inactive' },
          user: { ...stranger, username: 'x', external_id: anna.employee },
        },
      ],
      ['employee-ambiguous 3001 -'],
    ],
  ];

  test.each(cases)('%s', async (_what, people, issues) => {
    const story = tellStory({ people });
    story.works(anna.user, '2026-03-16 08:00', '12:00');

    const report = await story.sync();

    expect(told(report.issues)).toEqual(issues);
    expect(writesOf(report)).toBe(0);
    expect(await story.archive.links({ part: 'employees' })).toEqual([]);
    expect(story.states.personio.attendances).toEqual([]);
  });
});

describe('somebody who would be created, but may be there already', () => {
  const doubles: readonly [what: string, user: Partial<TimetacUser>, issues: readonly string[]][] = [
    [
      'the same full name',
      { firstname: 'Ben', lastname: 'Bachmann' },
      ['employee-possible-duplicate 3002 -'],
    ],
    [
      'the same surname and birthday',
      { lastname: 'Bachmann', birthday: '1980-01-02' },
      ['employee-possible-duplicate 3002 -'],
    ],
    ['only the same surname', { lastname: 'Bachmann' }, []],
  ];

  test.each(doubles)('an unlinked account with %s', async (_what, differing, issues) => {
    const story = tellStory({ people: [{}, { user: null }] });
    story.time.addUser({ ...stranger, ...differing, id: 900, active: true, human: true });

    const report = await story.sync();

    expect(told(report.issues)).toEqual(issues);
    const created = story.states.timetac.users.filter(({ external_id }) => external_id === ben.employee);
    expect(created).toHaveLength(issues.length === 0 ? 1 : 0);
  });
});

test('once known, the link stands even if e-mail and external id change on either side', async () => {
  const story = tellStory();
  await story.sync();
  story.later();
  story.time.editUser(anna.user, { external_id: '', email_address: mail('other') });
  story.hr.editEmployee(anna.id, { email: mail('third') });
  story.works(anna.user, '2026-03-16 08:00', '12:00');

  const report = await story.sync();

  expect(report.issues).toEqual([]);
  expect(story.attendances()).toEqual(['WORK 2026-03-16 08:00–12:00']);
});

test('an account of nobody is only worth a note', async () => {
  const story = tellStory();
  story.time.addUser({ ...stranger, id: 900, active: true, human: true });
  story.works(900, '2026-03-16 08:00', '12:00');

  const report = await story.sync();

  expect(report.issues).toEqual([]);
  expect(report.notes.map(({ code }) => code)).toContain('user-without-employee');
  expect(report.holds.map(({ code }) => code)).toEqual(['employee-unlinked']);
  expect(report.run.status).toBe('done');
});
