// Rule 0.9: a plan that would take away too much is refused whole, and a person can let exactly this plan through once.

import { describe, expect, test } from 'vitest';
import { anna, ben, codes, personAt, type Story, tellStory, told, writesOf } from '../support/company.ts';
import { deskOf } from '../support/desk.ts';

const twoDigits = (number: number): string => String(number).padStart(2, '0');
const march = (day: number): string => `2026-03-${twoDigits(day)}`;
const february = (day: number): string => `2026-02-${twoDigits(day)}`;

/** Thirty exported attendances in February; the settings allow five deletes. */
async function thirtyDays(): Promise<{ story: Story; rows: readonly number[] }> {
  const story = tellStory({
    people: 2,
    settings: (document) => (document['guard'] = { maxDeletes: 5, maxDeleteShare: 0.1 }),
  });
  const rows = Array.from(
    { length: 28 },
    (_, index) => story.works(anna.user, `${february(index + 1)} 08:00`, '12:00').id,
  );
  rows.push(story.works(anna.user, `${february(1)} 13:00`, '15:00').id);
  rows.push(story.works(anna.user, `${february(2)} 13:00`, '15:00').id);
  await story.sync();
  expect(story.attendances()).toHaveLength(30);
  story.later();
  return { story, rows };
}

const deleteRows = (story: Story, ids: readonly number[]): void =>
  ids.forEach((id) => story.time.deleteTimeTracking(id));

describe('too many deletes', () => {
  test('exactly the limit is allowed', async () => {
    const { story, rows } = await thirtyDays();
    deleteRows(story, rows.slice(0, 5));

    const report = await story.sync();

    expect(report.refusal).toBeNull();
    expect(story.attendances()).toHaveLength(25);
  });

  test('one more is refused, with nothing written in any part', async () => {
    const { story, rows } = await thirtyDays();
    deleteRows(story, rows.slice(0, 6));
    story.takesLeave(ben.user, 'vacation', '2026-04-13');
    story.hr.editEmployee(ben.id, { last_name: 'Neu' });
    const before = structuredClone(story.states);

    const report = await story.sync();

    expect(report.run.status).toBe('refused');
    expect(report.refusal).toMatchObject({
      reason: 'too-many-deletes',
      part: 'attendances',
      planned: 6,
      allowed: 5,
    });
    expect(writesOf(report)).toBe(0);
    expect(report.parts.attendances).toMatchObject({ created: 0, updated: 0, deleted: 0, unchanged: 24 });
    expect([report.parts.absences.created, report.parts.employees.updated]).toEqual([0, 0]);
    expect(story.states).toEqual(before);
  });

  test('a share of what stands in the touched months may allow more than the number', async () => {
    const { story, rows } = await thirtyDays();
    story.world.changeSettings((document) => (document['guard'] = { maxDeletes: 5, maxDeleteShare: 0.2 }));
    deleteRows(story, rows.slice(0, 6));

    const report = await story.sync();

    expect(report.refusal).toBeNull();
    expect(story.attendances()).toHaveLength(24);
  });

  test('a dry run is judged alike', async () => {
    const { story, rows } = await thirtyDays();
    deleteRows(story, rows.slice(0, 6));

    const report = await story.sync({ mode: 'dry-run' });

    expect(report.run.status).toBe('refused');
    expect(report.refusal).toMatchObject({ reason: 'too-many-deletes', planned: 6, allowed: 5 });
    expect(report.parts.attendances.deleted).toBe(6);
  });

  test('the refused plan is refused again until a person releases it, once', async () => {
    const { story, rows } = await thirtyDays();
    deleteRows(story, rows.slice(0, 6));
    await story.sync();
    expect((await story.syncLater()).run.status).toBe('refused');

    const released = await story.syncLater({ release: true });
    expect(released.refusal).toBeNull();
    expect(story.attendances()).toHaveLength(24);

    story.later();
    deleteRows(story, rows.slice(6, 12));
    expect((await story.sync({ release: true })).run.status).toBe('refused');
    expect(story.attendances()).toHaveLength(24);
  });

  test('a plan that changed since needs a release of its own', async () => {
    const { story, rows } = await thirtyDays();
    deleteRows(story, rows.slice(0, 6));
    await story.sync();
    deleteRows(story, rows.slice(6, 7));

    const changed = await story.syncLater({ release: true });
    expect(changed.refusal).toMatchObject({ planned: 7 });
    expect(story.attendances()).toHaveLength(30);

    const released = await story.syncLater({ release: true });
    expect(released.refusal).toBeNull();
    expect(story.attendances()).toHaveLength(23);
  });

  test('who lets a plan through that they saw lets no other one through, though that was refused as well', async () => {
    const { story, rows } = await thirtyDays();
    deleteRows(story, rows.slice(0, 6));
    const seen = await story.sync();
    deleteRows(story, rows.slice(6, 7));
    const other = await story.syncLater();

    const refused = await story.syncLater({ release: true, releasedPlan: seen.refusal?.plan ?? '' });
    expect(refused.refusal).toMatchObject({ planned: 7 });
    expect(story.attendances()).toHaveLength(30);

    const released = await story.syncLater({ release: true, releasedPlan: other.refusal?.plan ?? '' });
    expect(released.refusal).toBeNull();
    expect(story.attendances()).toHaveLength(23);
  });

  test('nobody can release a plan that was never refused before their eyes', async () => {
    const { story, rows } = await thirtyDays();
    deleteRows(story, rows.slice(0, 6));

    const report = await story.sync({ release: true });

    expect(report.run.status).toBe('refused');
    expect(story.attendances()).toHaveLength(30);
  });

  test('a delete and a create of one absence count as one update', async () => {
    const story = tellStory({
      settings: (document) => (document['guard'] = { maxDeletes: 1, maxDeleteShare: 0 }),
    });
    const leaves = ['2026-04-13', '2026-04-20', '2026-04-27'].map((day) =>
      story.takesLeave(anna.user, 'vacation', day),
    );
    await story.sync();
    story.later();
    // Another type: Personio cannot change that in place.
    for (const { id } of leaves) story.time.changeAbsenceDates(id, { type_id: 3, subtype_id: 11 });

    const report = await story.sync();

    expect(report.refusal).toBeNull();
    expect(report.parts.absences).toMatchObject({ created: 0, updated: 3, deleted: 0 });
    expect(story.absences()).toEqual(['Sick day 2026-04-13', 'Sick day 2026-04-20', 'Sick day 2026-04-27']);
  });
});

describe('too many deactivations', () => {
  test.each([
    [3, null],
    [4, 'too-many-deactivations'],
  ] as const)('%i of ten people leave at once: %s', async (count, reason) => {
    const story = tellStory({ people: 10 });
    await story.sync();
    story.later();
    leave(story, count);

    const report = await story.sync();

    expect(report.refusal?.reason ?? null).toBe(reason);
    const inactive = story.states.timetac.users.filter(({ active }) => !active);
    expect(inactive).toHaveLength(reason === null ? count : 0);
  });
});

describe('too many new users', () => {
  test.each([
    [25, null],
    [26, 'too-many-new-users'],
  ] as const)('%i newcomers where TimeTac already has somebody: %s', async (count, reason) => {
    const story = tellStory({ people: [{}, ...Array.from({ length: count }, () => ({ user: null }))] });

    const report = await story.sync();

    expect(report.refusal?.reason ?? null).toBe(reason);
    const people = story.states.timetac.users.filter(({ human }) => human);
    expect(people).toHaveLength(reason === null ? count + 1 : 1);
  });

  test('an empty TimeTac is filled at once', async () => {
    const story = tellStory({ people: Array.from({ length: 26 }, () => ({ user: null })) });

    const report = await story.sync();

    expect(report.refusal).toBeNull();
    expect(story.states.timetac.users.filter(({ human }) => human)).toHaveLength(26);
  });
});

describe('everything changed', () => {
  test('every one of at least twenty attendances would move: refused', async () => {
    const story = await twentyDays();
    for (const row of story.states.timetac.timeTrackings)
      story.time.editTimeTracking(row.id, { start_time: row.start_time.replace(':00:00', ':15:00') });

    const report = await story.sync();

    expect(report.refusal).toMatchObject({ reason: 'everything-changed', part: 'attendances', planned: 20 });
    expect(story.attendances()[0]).toBe('WORK 2026-03-01 08:00–12:00');
  });

  test('one that stays lets the others move', async () => {
    const story = await twentyDays();
    for (const row of story.states.timetac.timeTrackings.slice(1))
      story.time.editTimeTracking(row.id, { start_time: row.start_time.replace(':00:00', ':15:00') });

    const report = await story.sync();

    expect(report.refusal).toBeNull();
    expect(report.parts.attendances.updated).toBe(19);
  });
});

const leave = (story: Story, count: number): void => {
  for (let index = 0; index < count; index++)
    story.hr.editEmployee(personAt(index).id, { termination_date: '2026-03-16' });
};

async function twentyDays(): Promise<Story> {
  const story = tellStory();
  for (let day = 1; day <= 17; day++) story.works(anna.user, `${march(day)} 08:00`, '12:00');
  for (let day = 1; day <= 3; day++) story.works(anna.user, `${march(day)} 13:00`, '15:00');
  await story.sync();
  expect(story.attendances()).toHaveLength(20);
  story.later();
  return story;
}

test('a refused run tells all that it found, as the dry run before it, and it stays told', async () => {
  const story = tellStory({
    people: [{}, { user: null }],
    settings: (document) => (document['guard'] = { maxDeletes: 0, maxDeleteShare: 0 }),
  });
  const row = story.works(anna.user, '2026-03-13 08:00', '12:00');
  await story.sync({ employeeIds: [anna.employee] });
  story.later();
  story.time.deleteTimeTracking(row.id);
  story.works(anna.user, '2026-03-17 08:00', '12:00');
  story.works(anna.user, '2026-03-17 11:00', '13:00');
  story.hr.editEmployee(ben.id, { email: null });

  const dry = await story.sync({ mode: 'dry-run' });
  const refused = await story.syncLater();

  expect([dry.run.status, refused.run.status]).toEqual(['refused', 'refused']);
  expect(told(refused.issues)).toEqual(['email-missing 3002 -', 'entries-overlap 3001 2026-03-17']);
  expect(told(refused.issues)).toEqual(told(dry.issues));
  expect(refused.parts.attendances.held).toBe(dry.parts.attendances.held);
  expect(codes((await deskOf(story.world).issues()).issues)).toEqual(['email-missing', 'entries-overlap']);
});
