// Rules 1.3, 1.4, 1.7: where nobody may guess, a person says who is who, what shall hold, and can take it back.

import { describe, expect, test } from 'vitest';
import type { TimetacUser } from '../../src/simulators/timetac/state.ts';
import { anna, ben, codes, hiresAgain, tellStory, told, writesOf } from '../support/company.ts';
import { deskOf } from '../support/desk.ts';

/** Anna’s account, but nothing in it proves it. */
const namesake: Partial<TimetacUser> = {
  external_id: '',
  email_address: 'a.a@muster.example',
  username: 'a.a',
  personnel_number: '',
};

describe('somebody with the same name has an account', () => {
  const duplicate = () => tellStory({ people: [{ user: namesake }, {}] });

  test('link: it is the account, and its hours go out', async () => {
    const story = duplicate();
    story.works(anna.user, '2026-03-16 08:00', '12:00');
    expect(told((await story.sync()).issues)).toEqual(['employee-possible-duplicate 3001 -']);
    await deskOf(story.world).link(anna.employee, anna.user);

    const report = await story.syncLater();

    expect(report.issues).toEqual([]);
    expect(story.attendances()).toEqual(['WORK 2026-03-16 08:00–12:00']);
    expect(story.userOf(anna.user)?.external_id).toBe(anna.employee);
  });

  test('create: it is somebody else, and an account of their own is made', async () => {
    const story = duplicate();
    const [issue] = (await story.sync()).issues;
    await deskOf(story.world).decide(issue?.id ?? '', 'create');

    const report = await story.syncLater();

    expect(report.issues).toEqual([]);
    expect(report.parts.employees.created).toBe(1);
    expect(story.userOf(anna.user)?.external_id).toBe('');
  });

  test('the review shows who was matched how, and who to decide about', async () => {
    const story = duplicate();
    await story.sync();
    await deskOf(story.world).link(anna.employee, anna.user);
    const { employees, unmatched } = await deskOf(story.world).review();
    expect(employees.map(({ personioId, state, by }) => [personioId, state, by])).toEqual([
      [anna.employee, 'linked', 'person'],
      [ben.employee, 'linked', 'external-id'],
    ]);
    expect(unmatched).toEqual([]);
  });
});

test('the review before the first run: matched, held, new and unmatched on either side', async () => {
  const story = tellStory({
    people: [
      { user: namesake },
      {},
      { user: null },
      { user: { external_id: '', email_address: 'x@muster.example', username: 'x', personnel_number: '' } },
    ],
  });
  const { employees, unmatched } = await deskOf(story.world).review();
  expect(employees.map(({ personioId, state, by, issue }) => [personioId, state, by, issue])).toEqual([
    ['3001', 'held', null, 'employee-possible-duplicate'],
    ['3002', 'matched', 'external-id', null],
    ['3003', 'new', null, null],
    ['3004', 'held', null, 'employee-possible-duplicate'],
  ]);
  expect(unmatched.map(({ timetacId }) => timetacId)).toEqual(['101', '104']);
  expect(await story.archive.links({ part: 'employees' })).toEqual([]);
});

describe('unlink', () => {
  test('nothing of theirs moves any more, what was exported stays, and nobody matches them again', async () => {
    const story = tellStory();
    story.works(anna.user, '2026-03-16 08:00', '12:00');
    await story.sync();
    await deskOf(story.world).unlink(anna.employee);
    story.works(anna.user, '2026-03-17 08:00', '12:00');

    const report = await story.syncLater();
    const full = await story.syncLater({ full: true });

    expect(report.run.writes).toEqual({ personio: 0, timetac: 0 });
    expect(told(full.issues)).toEqual(['employee-possible-duplicate 3001 -']);
    expect(codes(full.holds)).toEqual(['employee-unlinked']);
    expect(story.attendances()).toEqual(['WORK 2026-03-16 08:00–12:00']);
  });

  test('linked again, everything goes on where it stopped', async () => {
    const story = tellStory();
    story.works(anna.user, '2026-03-16 08:00', '12:00');
    await story.sync();
    const desk = deskOf(story.world);
    await desk.unlink(anna.employee);
    await story.syncLater();
    story.works(anna.user, '2026-03-17 08:00', '12:00');
    await desk.link(anna.employee, anna.user);

    const report = await story.syncLater();

    expect(report.issues).toEqual([]);
    expect(story.attendances()).toEqual(['WORK 2026-03-16 08:00–12:00', 'WORK 2026-03-17 08:00–12:00']);
    expect(writesOf(await story.syncLater({ full: true }))).toBe(0);
  });
});

describe('a link that cannot be', () => {
  test.each([
    ['an employee that Personio does not list', '9999', anna.user, 'lists no employee 9999'],
    ['a user that TimeTac does not list', anna.employee, 999, 'lists no user 999'],
    ['a user of somebody who works here', anna.employee, ben.user, 'linked to user 101: unlink them first'],
  ])('%s', async (_what, employee, user, reason) => {
    const story = tellStory();
    await story.sync();
    const before = await story.archive.links({ part: 'employees' });
    await expect(deskOf(story.world).link(employee, user)).rejects.toThrow(reason);
    expect(await story.archive.links({ part: 'employees' })).toEqual(before);
  });
});

describe('differences at the first link', () => {
  const differing = () => tellStory({ people: [{ user: { lastname: 'Ahrends' } }, {}] });

  test('are told until somebody says what shall hold', async () => {
    const story = differing();
    const first = await story.sync();
    const later = await story.syncLater();
    expect(codes(first.notes)).toContain('first-link-differences');
    expect(later.notes.map(({ id, code }) => [id, code])).toEqual(
      first.notes.map(({ id, code }) => [id, code]),
    );
  });

  test('Personio’s values, confirmed for all at once, are passed on by the next run', async () => {
    const story = differing();
    await story.sync();
    await deskOf(story.world).decide('first-link-differences', 'source-wins');

    const report = await story.syncLater();

    expect(story.userOf(anna.user)?.lastname).toBe('Ahrens');
    expect(report.parts.employees.updated).toBe(1);
    expect(codes(report.notes)).not.toContain('first-link-differences');
    expect(writesOf(await story.syncLater())).toBe(0);
  });

  test('TimeTac’s stay, and nobody is asked again', async () => {
    const story = differing();
    await story.sync();
    await deskOf(story.world).decide('first-link-differences', 'keep-target');

    const report = await story.syncLater();

    expect(story.userOf(anna.user)?.lastname).toBe('Ahrends');
    expect(codes(report.notes)).not.toContain('first-link-differences');
    expect(writesOf(report)).toBe(0);
  });
});

describe('rehired under a new id', () => {
  async function rehired() {
    const story = tellStory({ people: 2 });
    story.works(anna.user, '2026-03-02 08:00', '12:00');
    await story.sync();
    story.later();
    story.hr.editEmployee(anna.id, { status: 'inactive', termination_date: '2026-03-06' });
    await story.sync();
    hiresAgain(story, 3099, '2026-03-16');
    const report = await story.syncLater();
    expect(told(report.issues)).toContain('employee-rehired 3099 -');
    return story;
  }

  test('the link is moved by a person: the new employment begins after the old one', async () => {
    const story = await rehired();
    expect(await deskOf(story.world).link('3099', anna.user)).toEqual({ moved: true });
    story.works(anna.user, '2026-03-16 08:00', '12:00');

    const report = await story.syncLater();
    const full = await story.syncLater({ full: true });

    expect(told(report.issues)).toEqual([]);
    expect(story.attendances(anna.employee)).toEqual(['WORK 2026-03-02 08:00–12:00']);
    expect(story.attendances('3099')).toEqual(['WORK 2026-03-16 08:00–12:00']);
    expect(writesOf(full)).toBe(0);
    expect(full.issues).toEqual([]);
  });
});
