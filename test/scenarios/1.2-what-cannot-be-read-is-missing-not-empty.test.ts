// Rule 1.2: an attribute that the credentials may not read is never compared and never written, and the report names it.

import { describe, expect, test } from 'vitest';
import { checkAccounts } from '../../src/service/check-accounts.ts';
import { birthdayAttribute } from '../../src/simulators/company/bench.ts';
import { attributesOfTheGuide, showOnly } from '../support/attributes.ts';
import { anna, ben, clara, codes, type Story, tellStory } from '../support/company.ts';
import { changing } from '../support/wire.ts';
import type { Draft } from '../support/world.ts';

/** And what rules of the form ask for. */
const all = [...attributesOfTheGuide, 'office', 'department'];

const hide = (story: Story, ...hidden: readonly string[]): void =>
  showOnly(
    story,
    all.filter((name) => !hidden.includes(name)),
  );

async function linked(): Promise<Story> {
  const story = tellStory();
  await story.sync();
  story.later();
  return story;
}

test('who waits for several attributes waits once', async () => {
  const story = tellStory();
  hide(story, 'last_name', 'status');

  const report = await story.sync();

  expect(report.issues.map(({ covers }) => covers)).toEqual([2, 2]);
  expect(report.parts.employees.held).toBe(2);
});

describe('worth a note', () => {
  test.each([
    ['hire_date', 'hire_date', { hire_date: '2023-01-01' }],
    ['termination_date', 'termination_date', { termination_date: '2026-03-10' }],
    ['absence_entitlement', 'absence_entitlement', { absence_entitlement: [] }],
    [birthdayAttribute, 'date_of_birth', { custom: { [birthdayAttribute]: '1990-09-09' } }],
  ])('%s hidden: nothing of it moves, whatever HR changes', async (attribute, name, change) => {
    const story = await linked();
    const before = structuredClone(story.states.timetac.users);
    hide(story, attribute);
    story.hr.editEmployee(anna.id, change);

    const report = await story.sync();

    expect(story.states.timetac.users).toEqual(before);
    expect(report.issues).toEqual([]);
    expect(codes(report.notes)).toEqual(['attribute-missing']);
    expect(report.notes[0]?.message.en).toContain(name);
  });

  test('readable again, what stands there is taken as known: only later changes move', async () => {
    const story = tellStory({ people: [{ user: { birthday: '1999-09-09' } }] });
    hide(story, birthdayAttribute);
    await story.sync();
    story.later();
    hide(story);
    await story.sync();
    expect(story.userOf(anna.user)?.birthday).toBe('1999-09-09');
    story.later();
    story.hr.editEmployee(anna.id, { custom: { [birthdayAttribute]: '1980-01-31' } });

    await story.sync();

    expect(story.userOf(anna.user)?.birthday).toBe('1980-01-31');
  });

  test('a newcomer gets an account without the field', async () => {
    const story = tellStory({ people: [{}, { user: null }] });
    hide(story, birthdayAttribute, 'absence_entitlement');

    const report = await story.sync();

    expect(report.parts.employees.created).toBe(1);
    const user = story.states.timetac.users.find(({ external_id }) => external_id === ben.employee);
    expect(user?.birthday ?? null).toBeNull();
    expect(report.issues).toEqual([]);
  });

  test('an account of ours is given the field once it can be read, unless somebody was faster', async () => {
    const story = tellStory({ people: [{}, { user: null }, { user: null }] });
    hide(story, birthdayAttribute, 'termination_date');
    await story.sync();
    const userOf = (employee: string) =>
      story.states.timetac.users.find(({ external_id }) => external_id === employee);
    const clarasId = userOf(clara.employee)?.id ?? 0;
    story.time.editUser(clarasId, { birthday: '1991-01-01' });
    for (const id of [ben.id, clara.id])
      story.hr.editEmployee(id, {
        termination_date: '2026-06-30',
        custom: { [birthdayAttribute]: '1980-01-31' },
      });
    hide(story);

    const report = await story.syncLater();

    expect(report.parts.employees).toMatchObject({ updated: 2, deleted: 0 });
    expect(userOf(ben.employee)).toMatchObject({ birthday: '1980-01-31', exit_date: '2026-06-30' });
    expect(userOf(clara.employee)).toMatchObject({ birthday: '1991-01-01', exit_date: '2026-06-30' });
    expect((await story.syncLater()).run.writes).toEqual({ personio: 0, timetac: 0 });
  });
});

describe('required', () => {
  test.each(['status', 'first_name', 'last_name', 'email'])(
    '%s hidden: one issue, nobody is created, nothing is emptied, hours go out',
    async (attribute) => {
      const story = tellStory({ people: [{}, { user: null }, { user: null }] });
      hide(story, attribute);
      const before = structuredClone(story.states.timetac.users);
      story.works(anna.user, '2026-03-16 08:00', '12:00');

      const report = await story.sync();

      expect(report.issues.map(({ code, covers }) => [code, covers])).toEqual([['attribute-missing', 3]]);
      expect(report.issues[0]?.message.en).toContain(attribute);
      expect(story.states.timetac.users).toEqual(before);
      expect(story.attendances()).toEqual(['WORK 2026-03-16 08:00–12:00']);
    },
  );

  test('readable again, the newcomer gets an account', async () => {
    const story = tellStory({ people: [{}, { user: null }] });
    hide(story, 'status');
    await story.sync();
    hide(story);

    const report = await story.syncLater();

    expect(report.issues).toEqual([]);
    expect(report.parts.employees.created).toBe(1);
  });
});

test('somebody is never switched off because the date of termination cannot be read', async () => {
  const story = await linked();
  story.hr.editEmployee(anna.id, { termination_date: '2026-03-10', status: 'inactive' });
  hide(story, 'termination_date');

  await story.sync();

  expect(story.userOf(anna.user)?.active).toBe(true);
});

test('fields that TimeTac hides of everybody are not written and worth a note', async () => {
  const story = tellStory({ timetac: { 'user-view': 'reduced' } });
  await story.sync();
  story.later();
  const before = structuredClone(story.states.timetac.users);

  const report = await story.sync();

  expect(story.states.timetac.users).toEqual(before);
  const hidden = report.notes.find(({ code }) => code === 'attribute-missing');
  expect(hidden?.message.en).toContain('external_id');
});

test('a field that TimeTac hides is not written when Personio changes it, and follows once it can be seen', async () => {
  const story = tellStory({ timetac: { 'user-view': 'reduced' } });
  await story.sync();
  story.later();
  story.hr.editEmployee(anna.id, { termination_date: '2026-06-30', last_name: 'Neu' });

  const report = await story.sync();

  expect(story.userOf(anna.user)).toMatchObject({ exit_date: null, lastname: 'Neu' });
  expect(report.parts.employees.updated).toBe(1);
  expect((await story.syncLater()).run.writes.timetac).toBe(0);
  story.world.timetac.switches['user-view'] = 'full';
  await story.syncLater({ full: true });
  expect(story.userOf(anna.user)?.exit_date).toBe('2026-06-30');
});

test('the check names what cannot be read, and what is required weighs more', async () => {
  const story = tellStory();
  hide(story, 'status', 'hire_date');

  const lines = await checkAccounts(story.world.home, story.world.settings);

  const about = (kind: string) => lines.filter((line) => line.class === kind).map((line) => line.about);
  expect(about('access')).toEqual(['status']);
  expect(about('optional')).toEqual(['hire_date']);
});

test('the check names fields that TimeTac hides, also where it hides only some', async () => {
  const story = tellStory();
  story.wire.next({ side: 'timetac', path: '/users/read' }, changing(withoutBirthdays));

  const lines = await checkAccounts(story.world.home, story.world.settings);

  const told = lines
    .filter((line) => line.class === 'optional')
    .map(({ side, message }) => [side, message.en]);
  expect(told).toEqual([['timetac', 'TimeTac hides fields of users from this API user: birthday.']]);
});

function withoutBirthdays(body: Draft): unknown {
  const rows = (body['Results'] as Draft[]).map(({ birthday: _hidden, ...row }) => row);
  return { ...body, Results: rows };
}
