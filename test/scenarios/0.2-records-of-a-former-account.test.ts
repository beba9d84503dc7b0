// Rule 0.2, with rules 0.6 and 1.7: who is moved to another account, or loses it to somebody else, leaves records behind. They
// stay known and stay where they are, nothing of them is doubled, and a person may take them back.

import { describe, expect, test } from 'vitest';
import { removeOutOfScope, undoRun } from '../../src/engine/undo.ts';
import { anna, ben, codes, hiresAgain, type Story, tellStory, told, writesOf } from '../support/company.ts';
import { deskOf } from '../support/desk.ts';
import type { Draft } from '../support/world.ts';
import { answering } from '../support/wire.ts';

const usersOff = (document: Draft): void => void (document['users'].enabled = false);
const keysOf = async (story: Story): Promise<string[]> =>
  [
    ...(await story.archive.links({ part: 'absences' })),
    ...(await story.archive.links({ part: 'attendances' })),
  ].map(({ key, employeeId }) => `${employeeId} ${key}`);

describe('the account was somebody else’s all the time', () => {
  async function corrected() {
    const story = tellStory({ people: [{}, { user: null }], settings: usersOff });
    story.works(anna.user, '2026-03-16 08:00', '12:00');
    story.takesLeave(anna.user, 'vacation', '2026-04-13', '2026-04-14');
    const first = await story.sync();
    await deskOf(story.world).unlink(anna.employee);
    await deskOf(story.world).link(ben.employee, anna.user);
    await story.syncLater();
    return { story, first };
  }

  test('it goes out for the right person, and what stands at the wrong one is known and told', async () => {
    const { story } = await corrected();

    const report = await story.syncLater({ full: true });

    expect(story.attendances(ben.employee)).toEqual(['WORK 2026-03-16 08:00–12:00']);
    expect(story.absences(ben.employee)).toEqual(['Paid absence 2026-04-13 – 2026-04-14']);
    expect(await keysOf(story)).toHaveLength(4);
    expect(codes(report.notes).filter((code) => code === 'out-of-scope-kept')).toHaveLength(2);
    expect(writesOf(await story.syncLater({ full: true }))).toBe(0);
  });

  test('a person takes it back: the run that wrote it, or all that is kept', async () => {
    const { story, first } = await corrected();
    const undone = await undoRun(story.world.shop(), first.run.id, { mode: 'live', release: false });
    if (undone === 'busy' || undone === null) throw new Error(`not undone: ${undone}`);
    expect([story.attendances(), story.absences()]).toEqual([[], []]);

    const { story: other } = await corrected();
    await removeOutOfScope(other.world.shop(), { mode: 'live', release: true });
    expect([other.attendances(), other.absences()]).toEqual([[], []]);
    expect(other.attendances(ben.employee)).toHaveLength(1);
  });
});

describe('somebody was given a new account', () => {
  async function renewed() {
    const story = tellStory({ people: [{}, {}], settings: usersOff });
    story.works(anna.user, '2026-03-16 08:00', '12:00');
    story.takesLeave(anna.user, 'vacation', '2026-04-13', '2026-04-14');
    await story.sync();
    await deskOf(story.world).unlink(anna.employee);
    await deskOf(story.world).unlink(ben.employee);
    await deskOf(story.world).link(anna.employee, ben.user);
    return story;
  }

  test('what the old one exported stays, and the new one’s hours go out beside it', async () => {
    const story = await renewed();
    story.works(ben.user, '2026-03-16 13:00', '17:00');

    await story.syncLater();
    const report = await story.syncLater({ full: true });

    expect(story.attendances()).toEqual(['WORK 2026-03-16 08:00–12:00', 'WORK 2026-03-16 13:00–17:00']);
    expect(story.absences()).toEqual(['Paid absence 2026-04-13 – 2026-04-14']);
    expect([codes(report.issues), writesOf(report)]).toEqual([['employee-two-users'], 0]);
  });

  test('the same hours, entered there again, are the same record', async () => {
    const story = await renewed();
    story.works(ben.user, '2026-03-16 08:00', '12:00');

    await story.syncLater();

    expect(story.attendances()).toEqual(['WORK 2026-03-16 08:00–12:00']);
    expect(codes((await story.syncLater({ full: true })).issues)).toEqual(['employee-two-users']);
  });
});

test('linked to the same account again, everything is as it was', async () => {
  const story = tellStory({ settings: usersOff });
  const row = story.works(anna.user, '2026-03-16 08:00', '12:00');
  await story.sync();
  const before = await keysOf(story);
  await deskOf(story.world).unlink(anna.employee);
  await deskOf(story.world).link(anna.employee, anna.user);
  expect(await keysOf(story)).toEqual(before);
  story.time.deleteTimeTracking(row.id);

  await story.syncLater();

  expect(story.attendances()).toEqual([]);
});

test('hired again under a new id: the account works again, and nothing stands there twice', async () => {
  const story = tellStory({
    people: [{}, { employee: { status: 'inactive', hire_date: '2026-04-01' }, user: null }],
  });
  story.works(anna.user, '2026-03-16 08:00', '12:00');
  await story.sync();
  story.later();
  story.hr.editEmployee(anna.id, { status: 'inactive', termination_date: '2026-03-20' });
  story.goTo('2026-03-23 09:00');
  await story.sync();
  expect(story.userOf(anna.user)).toMatchObject({ active: false, exit_date: '2026-03-20' });
  story.goTo('2026-04-02 09:00');
  story.hr.editEmployee(ben.id, { status: 'active' });
  await deskOf(story.world).link(ben.employee, anna.user);
  story.works(anna.user, '2026-04-01 08:00', '12:00');

  await story.sync();
  const report = await story.syncLater({ full: true });

  expect(story.userOf(anna.user)).toMatchObject({ active: true, exit_date: null });
  expect(story.attendances(anna.employee)).toEqual(['WORK 2026-03-16 08:00–12:00']);
  expect(story.attendances(ben.employee)).toEqual(['WORK 2026-04-01 08:00–12:00']);
  expect(writesOf(report)).toBe(0);
});

test('killed after a write, unlinked and linked to somebody else: both records are known', async () => {
  const story = tellStory({
    people: [{}, { user: null }],
    settings: (d) => void (d['users'].enabled = false),
  });
  const desk = deskOf(story.world);
  await story.sync();
  story.later();
  story.works(anna.user, '2026-03-16 08:00', '12:00');
  story.wire.next({ side: 'personio', method: 'POST', path: '/v2/attendance-periods' }, 'kill-after');
  await story.syncAndDie();
  await desk.unlink(anna.employee);
  await desk.link(ben.employee, anna.user);
  await story.syncLater();
  await story.syncLater({ full: true });
  expect(await story.archive.links({ part: 'attendances' })).toHaveLength(2);
});

test('what was refused for the wrong person goes out for the right one', async () => {
  const story = tellStory({
    people: [{}, { user: null }],
    settings: (d) => void (d['users'].enabled = false),
  });
  const desk = deskOf(story.world);
  story.works(anna.user, '2026-03-16 08:00', '12:00');
  story.wire.next(
    { side: 'personio', method: 'POST', path: '/v2/attendance-periods' },
    answering({ errors: [{ title: 'No', detail: 'This person tracks no time.' }] }, 422),
  );
  await story.sync();
  story.later();
  await desk.unlink(anna.employee);
  await desk.link(ben.employee, anna.user);
  const report = await story.syncLater();
  expect(story.attendances(ben.employee)).toEqual(['WORK 2026-03-16 08:00–12:00']);
  expect(told(report.issues)).toEqual([]);
});

test('once the link is moved, nothing is asked about the former employment any more', async () => {
  const story = tellStory();
  const desk = deskOf(story.world);
  story.works(anna.user, '2026-03-10 08:00', '12:00');
  await story.sync();
  story.later();
  story.hr.editAttendance(story.attendanceAt('2026-03-10 08:00').id, { end: '2026-03-10T11:00:00' });
  await story.sync();
  story.later();
  story.hr.editEmployee(anna.id, { termination_date: '2026-03-16', status: 'inactive' });
  await story.sync();
  story.later();
  hiresAgain(story, 3050, '2026-03-18');
  await desk.link('3050', anna.user);
  expect(told((await story.syncLater({ full: true })).issues)).toEqual([]);
});

describe('what the account did for a former employment stays there', () => {
  async function hiredAgain() {
    const story = tellStory({ settings: usersOff });
    story.works(anna.user, '2026-03-02 08:00', '12:00');
    await story.sync();
    story.hr.editEmployee(anna.id, { status: 'inactive', termination_date: '2026-03-06' });
    hiresAgain(story, 3099, '2026-03-16');
    story.works(anna.user, '2026-03-17 08:00', '12:00');
    return { story, desk: deskOf(story.world) };
  }
  const both = (story: Story) => [story.attendances(), story.attendances('3099')];
  const once = [['WORK 2026-03-02 08:00–12:00'], ['WORK 2026-03-17 08:00–12:00']];

  test('moved, taken away by mistake and given again', async () => {
    const { story, desk } = await hiredAgain();
    await desk.link('3099', anna.user);
    await story.syncLater();
    expect(both(story)).toEqual(once);
    await desk.unlink('3099');
    await desk.link('3099', anna.user);
    await story.syncLater({ full: true });
    expect(both(story)).toEqual(once);
  });

  test('taken away from the former one first', async () => {
    const { story, desk } = await hiredAgain();
    await story.syncLater();
    await desk.unlink(anna.employee);
    await desk.link('3099', anna.user);
    await story.syncLater({ full: true });
    expect(both(story)).toEqual(once);
  });
});

test('somebody whom a run links again has their records back: what moved meanwhile is moved, what was cancelled goes', async () => {
  const story = tellStory();
  const row = story.works(anna.user, '2026-03-16 08:00', '12:00');
  const leave = story.takesLeave(anna.user, 'vacation', '2026-03-23', '2026-03-24');
  await story.sync();
  await deskOf(story.world).unlink(anna.employee);
  story.later();
  story.time.editTimeTracking(row.id, {
    start_time: '2026-03-17 08:00:00',
    end_time: '2026-03-17 12:00:00',
  });
  story.time.changeAbsenceDates(leave.id, { from_date: '2026-03-26', to_date: '2026-03-27' });
  const [apart] = await story.archive.decisions();
  await deskOf(story.world).takeBack(apart?.id ?? '');

  const report = await story.sync();

  expect(report.notes).toEqual([]);
  expect(story.attendances()).toEqual(['WORK 2026-03-17 08:00–12:00']);
  expect(story.absences()).toEqual(['Paid absence 2026-03-26 – 2026-03-27']);
  story.later();
  story.time.cancelAbsence(leave.id);
  await story.sync();
  expect(story.absences()).toEqual([]);
});

test('what was given to somebody else meanwhile goes from whoever is linked again', async () => {
  const story = tellStory({ people: [{}, {}] });
  const row = story.works(anna.user, '2026-03-16 08:00', '12:00');
  await story.sync();
  await deskOf(story.world).unlink(anna.employee);
  story.later();
  story.time.editTimeTracking(row.id, { user_id: ben.user });
  await story.sync();
  expect(story.attendances(ben.employee)).toEqual(['WORK 2026-03-16 08:00–12:00']);
  const [apart] = await story.archive.decisions();
  await deskOf(story.world).takeBack(apart?.id ?? '');
  await story.syncLater({ full: true });
  story.later();
  story.time.deleteTimeTracking(row.id);

  await story.sync();

  expect([story.attendances(), story.attendances(ben.employee)]).toEqual([[], []]);
});

test('what was taken away while two were apart goes out again once they belong together', async () => {
  const story = tellStory();
  story.works(anna.user, '2026-03-16 08:00', '12:00');
  story.takesLeave(anna.user, 'vacation', '2026-03-23', '2026-03-24');
  await story.sync();
  await deskOf(story.world).unlink(anna.employee);
  await story.syncLater();
  await removeOutOfScope(story.world.shop(), { mode: 'live', release: true });
  expect([story.attendances(), story.absences()]).toEqual([[], []]);
  const [apart] = await story.archive.decisions();
  await deskOf(story.world).takeBack(apart?.id ?? '');

  await story.syncLater();

  expect(story.attendances()).toEqual(['WORK 2026-03-16 08:00–12:00']);
  expect(story.absences()).toEqual(['Paid absence 2026-03-23 – 2026-03-24']);
});

test('a plan that was refused links nobody again, and their records stay apart', async () => {
  const story = tellStory({
    people: Array.from({ length: 30 }, () => ({})),
    settings: (document) => (document['guard'] = { maxDeletes: 1, maxDeleteShare: 0.01 }),
  });
  const row = story.works(anna.user, '2026-03-16 08:00', '12:00');
  const others = Array.from({ length: 12 }, (_, at) =>
    story.works(ben.user, `2026-02-${10 + at} 08:00`, '12:00'),
  );
  await story.sync();
  await deskOf(story.world).unlink(anna.employee);
  const [apart] = await story.archive.decisions();
  await deskOf(story.world).takeBack(apart?.id ?? '');
  const before = await keysOf(story);
  story.later();
  for (const other of others) story.time.deleteTimeTracking(other.id);

  const report = await story.sync();

  expect(report.run.status).toBe('refused');
  expect(await keysOf(story)).toEqual(before);
  expect(row.id).toBeGreaterThan(0);
});
