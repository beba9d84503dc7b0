// Rule 1.1: everybody, or only those whom `users.scope` names; the others are neither created nor changed.

import { describe, expect, test } from 'vitest';
import { checkAccounts } from '../../src/service/check-accounts.ts';
import type { PersonioEmployee } from '../../src/simulators/personio/state.ts';
import { attributesOfTheGuide, showOnly } from '../support/attributes.ts';
import { anna, ben, clara, type Story, tellStory, told } from '../support/company.ts';

const place = (id: number, name: string) => ({ id, name });

/** Everything by which a person can be named. */
const differing: Partial<PersonioEmployee> = {
  office: place(60302, 'Hamburg'),
  department: place(401, 'Design'),
  subcompany: place(7, 'Muster Services'),
  employment_type: 'external',
};

const conditions: readonly [what: string, condition: object][] = [
  ['office', { office: 'Hamburg' }],
  ['department', { department: 'Design' }],
  ['department in other letters, and with blanks around it', { department: ' design ' }],
  ['subcompany', { subcompany: 'Muster Services' }],
  ['employment type', { employmentType: 'external' }],
  ['id', { ids: [ben.employee] }],
];

/** Anna stands in both accounts; Ben and Clara are new, and Ben is the one who differs. */
const newcomers = (scope: object) =>
  tellStory({
    people: [{}, { employee: differing, user: null }, { user: null }],
    settings: (document) => (document['users'].scope = scope),
  });

const accountsOf = (story: ReturnType<typeof newcomers>) =>
  story.states.timetac.users.filter(({ human }) => human).map(({ external_id }) => external_id);

describe.each(conditions)('named by %s', (_what, condition) => {
  test('included: only Ben gets an account', async () => {
    const story = newcomers({ include: [condition] });

    const report = await story.sync();

    expect(report.issues).toEqual([]);
    expect(accountsOf(story)).toEqual(['3001', ben.employee]);
  });

  test('excluded: everybody but Ben', async () => {
    const story = newcomers({ exclude: [condition] });

    const report = await story.sync();

    expect(report.issues).toEqual([]);
    expect(accountsOf(story)).toEqual(['3001', clara.employee]);
  });
});

test('without a scope it is everybody', async () => {
  const story = newcomers({});
  await story.sync();
  expect(accountsOf(story)).toEqual(['3001', ben.employee, clara.employee]);
});

test('all conditions of a rule have to hold, one of several rules is enough', async () => {
  const both = newcomers({ include: [{ office: 'Hamburg', department: 'Logistics' }] });
  const either = newcomers({ include: [{ office: 'Nowhere' }, { ids: [ben.employee] }] });

  await both.sync();
  await either.sync();

  expect(accountsOf(both)).toEqual(['3001']);
  expect(accountsOf(either)).toEqual(['3001', ben.employee]);
});

test('excluded wins over included', async () => {
  const story = newcomers({ include: [{ office: 'Hamburg' }], exclude: [{ ids: [ben.employee] }] });
  await story.sync();
  expect(accountsOf(story)).toEqual(['3001']);
});

test('who is out of scope is not changed, not switched off, and no issue', async () => {
  const story = tellStory({
    people: 3,
    settings: (document) => (document['users'].scope = { exclude: [{ ids: ['3002', '3003'] }] }),
  });
  await story.sync();
  story.later();
  const before = structuredClone(story.states.timetac.users);
  story.hr.editEmployee(ben.id, { last_name: 'Neu', email: null });
  story.hr.editEmployee(clara.id, { status: 'inactive', termination_date: '2026-03-10' });

  const report = await story.sync();

  expect(story.states.timetac.users).toEqual(before);
  expect(report.issues).toEqual([]);
});

test('hours and leave of somebody who was never in scope stay where they are', async () => {
  const story = tellStory({
    settings: (document) => (document['users'].scope = { exclude: [{ ids: [ben.employee] }] }),
  });
  story.works(ben.user, '2026-03-16 08:00', '12:00');
  story.takesLeave(ben.user, 'vacation', '2026-04-13');

  const report = await story.sync();

  expect([...story.attendances(ben.employee), ...story.absences(ben.employee)]).toEqual([]);
  expect(report.issues).toEqual([]);
});

test('taken into scope later, they are linked and everything of theirs follows', async () => {
  const story = tellStory({
    settings: (document) => (document['users'].scope = { exclude: [{ ids: [ben.employee] }] }),
  });
  story.works(ben.user, '2026-03-16 08:00', '12:00');
  await story.sync();
  story.world.changeSettings((document) => (document['users'].scope = {}));

  const report = await story.syncLater();

  expect(report.issues).toEqual([]);
  expect(report.parts.employees.adopted).toBe(1);
  expect(story.attendances(ben.employee)).toEqual(['WORK 2026-03-16 08:00–12:00']);
});

/** But the office. */
const everythingElse = [...attributesOfTheGuide, 'department', 'subcompany', 'employment_type'];

const hideOffice = (story: Story): void => showOnly(story, everythingElse);

describe('where it cannot be read what the scope asks for', () => {
  test.each([
    ['excluded', { exclude: [{ office: 'Hamburg' }] }],
    ['included', { include: [{ office: 'Hamburg' }] }],
  ])('nobody gets an account, and it is asked for (%s)', async (_what, scope) => {
    const story = newcomers(scope);
    hideOffice(story);

    const report = await story.sync();

    expect(told(report.issues)).toEqual(['attribute-missing - -']);
    expect(report.issues[0]?.message.en).toContain('office');
    expect(accountsOf(story)).toEqual(['3001']);
  });

  test('who was looked after still is, who was not is not, and all goes on once it is shown again', async () => {
    const story = tellStory({
      people: [{}, { employee: differing }],
      settings: (document) => (document['users'].scope = { exclude: [{ office: 'Hamburg' }] }),
    });
    await story.sync();
    story.later();
    const [credential] = story.states.personio.credentials;
    const shown = credential?.readableAttributes ?? 'all';
    hideOffice(story);
    story.works(anna.user, '2026-03-16 08:00', '12:00');
    story.works(ben.user, '2026-03-16 08:00', '12:00');

    const report = await story.sync();
    expect(told(report.issues)).toEqual(['attribute-missing - -']);
    expect([story.attendances(), story.attendances(ben.employee)]).toEqual([
      ['WORK 2026-03-16 08:00–12:00'],
      [],
    ]);
    if (credential !== undefined) credential.readableAttributes = shown;

    expect((await story.syncLater()).issues).toEqual([]);
    expect(story.attendances(ben.employee)).toEqual([]);
  });
});

describe('the check', () => {
  const classes = async (story: Story): Promise<string[]> => {
    const lines = await checkAccounts(story.world.home, story.world.settings);
    return lines
      .filter((line) => line.class !== 'ok' && ['office', 'department'].includes(line.about))
      .map((line) => `${line.class} ${line.about} ${/“([^”]+)”/.exec(line.message.en)?.[1]}`);
  };

  test('names what the scope asks for and cannot be read', async () => {
    const story = newcomers({ exclude: [{ office: 'Hamburg' }] });
    expect(await classes(story)).toEqual([]);
    hideOffice(story);
    expect(await classes(story)).toEqual(['optional office office']);
  });

  test('names what nobody has', async () => {
    const story = newcomers({ include: [{ department: 'Desing' }, { office: 'Hamburg' }] });
    expect(await classes(story)).toEqual(['hint department Desing']);
  });
});

test('of somebody who is left out, and of accounts that are no person’s, nothing waits', async () => {
  const story = tellStory({
    people: [{}, {}],
    settings: (document) => (document['users'].scope = { exclude: [{ ids: [ben.employee] }] }),
  });
  story.time.addUser({ id: 900, active: true, human: false, username: 'api' });
  story.works(ben.user, '2026-03-16 08:00', '12:00');
  story.works(900, '2026-03-16 08:00', '12:00');

  const report = await story.sync();

  expect([told(report.issues), told(report.holds)]).toEqual([[], []]);
});
