// Rule 1.10: another account that shares e-mail, external ID, or name and birthday with somebody who is linked.

import { expect, test } from 'vitest';
import type { TimetacUser } from '../../src/simulators/timetac/state.ts';
import { anna, codes, tellStory, told } from '../support/company.ts';

const second: Partial<TimetacUser> = {
  id: 900,
  active: true,
  human: true,
  username: 'anna2',
  firstname: 'Front',
  lastname: 'Desk',
  email_address: 'desk@muster.example',
};

test('a second account of a linked employee is told, and only the linked one is exported', async () => {
  const story = tellStory();
  story.time.addUser({
    id: 900,
    active: true,
    human: true,
    username: 'anna2',
    firstname: 'Anna',
    lastname: 'Ahrens',
    birthday: '1980-01-01',
    email_address: 'anna2@muster.example',
  });
  story.works(anna.user, '2026-03-16 08:00', '12:00');
  story.works(900, '2026-03-16 13:00', '17:00');

  const report = await story.sync();

  expect(told(report.issues)).toEqual(['employee-two-users 3001 -']);
  expect(story.attendances()).toEqual(['WORK 2026-03-16 08:00–12:00']);
});

test.each<[string, Partial<TimetacUser>]>([
  ['the e-mail', { email_address: 'Anna.Ahrens@muster.example' }],
  ['the external ID', { external_id: anna.employee }],
  ['name and birthday', { firstname: 'Anna', lastname: 'Ahrens', birthday: '1980-01-01' }],
])(
  'entered later with %s of somebody linked: told, and the link stays where it is',
  async (_what, shared) => {
    const story = tellStory();
    await story.sync();
    story.later();
    story.time.addUser({ ...second, ...shared });
    story.works(900, '2026-03-16 13:00', '17:00');

    const report = await story.sync();

    expect(told(report.issues)).toEqual(['employee-two-users 3001 -']);
    expect(report.issues[0]?.message.en).toContain('900');
    expect(story.attendances()).toEqual([]);
  },
);

test('the same name alone is no second account of somebody linked', async () => {
  const story = tellStory();
  await story.sync();
  story.later();
  story.time.addUser({ ...second, firstname: 'Anna', lastname: 'Ahrens', birthday: '1999-09-09' });

  const report = await story.sync();

  expect(codes(report.issues)).toEqual([]);
});

test('corrected in TimeTac, the issue is solved', async () => {
  const story = tellStory();
  await story.sync();
  story.later();
  story.time.addUser({ ...second, email_address: 'anna.ahrens@muster.example' });
  expect(codes((await story.sync()).issues)).toEqual(['employee-two-users']);
  story.later();
  story.time.editUser(900, { email_address: 'desk@muster.example' });

  const report = await story.sync();

  expect(report.issues).toEqual([]);
});

test('switched off in TimeTac, it is no second account any more', async () => {
  const story = tellStory();
  await story.sync();
  story.later();
  story.time.addUser({ ...second, email_address: 'anna.ahrens@muster.example' });
  expect(codes((await story.sync()).issues)).toEqual(['employee-two-users']);
  story.later();
  story.time.editUser(900, { active: false });

  const report = await story.sync();

  expect(codes(report.issues)).toEqual([]);
});
