// Rule 1.8: matching happens in any case, writing to TimeTac only where the part runs; who vanished is left alone.

import { describe, expect, test } from 'vitest';
import { anna, ben, type Story, tellStory, told } from '../support/company.ts';
import type { Draft } from '../support/world.ts';

test('with the users switched off people are matched, their hours go out, and TimeTac is not written to', async () => {
  const story = tellStory({
    people: [{ user: { external_id: '' } }, { user: null }],
    settings: (document) => (document['users'].enabled = false),
  });
  story.works(anna.user, '2026-03-16 08:00', '12:00');

  const report = await story.sync();

  expect(story.attendances()).toEqual(['WORK 2026-03-16 08:00–12:00']);
  expect(report.run.writes.timetac).toBe(0);
  expect(story.userOf(anna.user)?.external_id).toBe('');
  expect(report.parts.employees.created).toBe(0);
});

test('`--only attendances` writes nothing to TimeTac, and a later run of everything catches up', async () => {
  const story = tellStory({ people: [{ user: { external_id: '' } }, {}] });
  await story.sync({ only: ['attendances'] });
  expect(story.userOf(anna.user)?.external_id).toBe('');
  story.later();
  story.hr.editEmployee(ben.id, { last_name: 'Neu' });
  await story.sync({ only: ['attendances'] });
  expect(story.userOf(ben.user)?.lastname).toBe('Bachmann');

  await story.syncLater();

  expect(story.userOf(ben.user)?.lastname).toBe('Neu');
});

test('an employee gone from the list: an issue, and no write for that person at all', async () => {
  const story = tellStory();
  const row = story.works(anna.user, '2026-03-16 08:00', '12:00');
  await story.sync();
  story.later();
  story.hr.removeEmployee(anna.id);
  story.time.deleteTimeTracking(row.id);
  story.works(anna.user, '2026-03-17 08:00', '12:00');
  const mark = story.mark();

  const report = await story.sync();

  expect(told(report.issues)).toEqual(['employee-vanished 3001 -']);
  expect(story.writesSince(mark)).toEqual([]);
  expect(story.attendances()).toEqual(['WORK 2026-03-16 08:00–12:00']);
});

test('a linked user gone from the list: an issue, and no write for that person at all', async () => {
  const story = tellStory();
  story.works(anna.user, '2026-03-16 08:00', '12:00');
  await story.sync();
  story.later();
  story.time.removeUser(anna.user);
  story.hr.editEmployee(anna.id, { last_name: 'Neu' });
  const mark = story.mark();

  const report = await story.sync({ full: true });

  expect(told(report.issues)).toEqual(['user-vanished 3001 -']);
  expect(story.writesSince(mark)).toEqual([]);
  expect(story.attendances()).toEqual(['WORK 2026-03-16 08:00–12:00']);
});

test('somebody who is listed again goes on as if nothing had been', async () => {
  const story = tellStory();
  await story.sync();
  story.later();
  const employee = story.states.personio.employees[0]!;
  story.hr.removeEmployee(anna.id);
  story.works(anna.user, '2026-03-17 08:00', '12:00');
  await story.sync();
  story.later();
  story.hr.addEmployee(employee);

  const report = await story.sync();

  expect(report.issues).toEqual([]);
  expect(story.attendances()).toEqual(['WORK 2026-03-17 08:00–12:00']);
});

describe('with the users switched off, who is who is told all the same', () => {
  const off = (document: Draft): void => void (document['users'].enabled = false);

  test.each([
    ['employee-vanished', (story: Story) => story.hr.removeEmployee(anna.id)],
    ['user-vanished', (story: Story) => story.time.removeUser(anna.user)],
  ] as const)('%s, until somebody is listed again', async (code, goes) => {
    const story = tellStory({ settings: off });
    story.works(anna.user, '2026-03-16 08:00', '12:00');
    await story.sync();
    goes(story);

    const report = await story.syncLater({ full: true });

    expect(told(report.issues)).toEqual([`${code} 3001 -`]);
    expect(report.issues[0]?.new).toBe(true);
    expect((await story.syncLater()).issues[0]?.new).toBe(false);
  });

  test('two people of one address are asked about', async () => {
    const address = { email: 'both@muster.example' };
    const nobodys = { external_id: '', internal_user_number: '', email_address: 'both@muster.example' };
    const story = tellStory({
      settings: off,
      people: [
        { employee: address, user: nobodys },
        { employee: address, user: null },
      ],
    });

    const report = await story.sync();

    expect(told(report.issues)).toEqual(['employee-ambiguous 3001 -', 'employee-ambiguous 3002 -']);
  });
});
