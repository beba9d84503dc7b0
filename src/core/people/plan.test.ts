// Section 1 of the rules, as one plan: who is created, linked, changed, switched off and on, and what is said.

import { describe, expect, test } from 'vitest';
import { userSettings as settings } from '../../../test/support/register.ts';
import type { Link } from '../sync/desk.ts';
import { fingerprintOf } from '../sync/fingerprint.ts';
import type { Catalog, EmployeeAgreed } from './derive-user.ts';
import type { Employee, User } from './employee.ts';
import { type RegisterInput, type RegisterPlan, planRegister } from './plan.ts';

const today = '2026-03-20';
const anna: Employee = {
  id: '3001',
  firstName: 'Anna',
  lastName: 'Ahrens',
  email: 'anna@muster.example',
  status: 'active',
  hiredOn: '2024-01-01',
  terminatedOn: null,
  birthday: '1990-05-01',
  entitlements: [{ typeId: '1', typeName: 'Paid vacation', category: 'paid_vacation', days: 30 }],
  office: null,
  department: null,
  subcompany: null,
  employmentType: null,
};
const account: User = {
  id: '101',
  active: true,
  human: true,
  username: 'anna@muster.example',
  firstName: 'Anna',
  lastName: 'Ahrens',
  email: 'anna@muster.example',
  personnelNumber: '3001',
  externalId: '3001',
  birthday: '1990-05-01',
  entryOn: '2024-01-01',
  exitOn: null,
  entitlementDays: 30,
};
const agreed: EmployeeAgreed = {
  firstName: 'Anna',
  lastName: 'Ahrens',
  email: 'anna@muster.example',
  exitOn: null,
  entryOn: '2024-01-01',
  birthday: '1990-05-01',
  entitlementDays: 30,
  status: 'active',
  deactivatedByUs: false,
};
const named = (id: string, name: string) => [{ id, name, active: true }];
const catalog: Catalog = {
  departments: named('5', 'unassigned'),
  workSchedules: named('6', '40 h'),
  holidayCalendars: named('7', 'Bavaria'),
  languages: [{ id: 2, code: 'de' }],
};
const link = (more: Partial<EmployeeAgreed> = {}, key = '3001', targetId = '101'): Link<EmployeeAgreed> => ({
  part: 'employees',
  key,
  targetId,
  employeeId: key,
  from: null,
  to: null,
  origin: 'adopted',
  agreed: { ...agreed, ...more },
  linkedAt: 0,
});

const plan = (given: Partial<RegisterInput>): RegisterPlan =>
  planRegister({
    decisions: [],
    employees: [anna],
    users: [],
    links: [],
    refusals: new Map(),
    catalog,
    settings,
    mayWrite: true,
    vacationType: null,
    leftOut: new Set(),
    today,
    ...given,
  });
const told = (made: RegisterPlan): string[] => made.actions.map(({ kind, key }) => `${kind} ${key}`);
const issues = (made: RegisterPlan): string[] =>
  made.findings.flatMap(({ code, class: kind }) => (kind === 'issue' ? [code] : []));
const notes = (made: RegisterPlan): string[] =>
  made.findings.flatMap(({ code, class: kind }) => (kind === 'note' ? [code] : []));
/** The one write to the linked account: the changed fields, null where there is none. */
const changed = (
  employee: Partial<Employee>,
  user: Partial<User> = {},
  before: Partial<EmployeeAgreed> = {},
) => plan({ employees: [{ ...anna, ...employee }], users: [{ ...account, ...user }], links: [link(before)] });
const changeOf = (made: RegisterPlan): unknown =>
  made.actions.find(({ kind }) => kind === 'update' || kind === 'delete')?.to?.change ?? null;

describe('who is created', () => {
  test.each([
    ['active', {}, true],
    ['on leave', { status: 'leave' }, true],
    ['inactive', { status: 'inactive' }, false],
    ['onboarding, hired in 14 days', { status: 'onboarding', hiredOn: '2026-04-03' }, true],
    ['onboarding, hired in 15 days', { status: 'onboarding', hiredOn: '2026-04-04' }, false],
    ['onboarding, hired nobody knows when', { status: 'onboarding', hiredOn: null }, false],
    ['active, but gone since yesterday', { terminatedOn: '2026-03-19' }, false],
    ['active on the last day', { terminatedOn: today }, true],
    ['gone once, hired again since', { terminatedOn: '2025-01-31', hiredOn: '2026-02-01' }, true],
  ] as const)('%s', (_who, more, created) => {
    const made = plan({ employees: [{ ...anna, ...more }] });
    expect([told(made), issues(made)]).toEqual([created ? ['create 3001'] : [], []]);
  });

  test('the account bears what is known, and what its API cannot set is a note, once per setting', () => {
    const made = plan({
      employees: [anna, { ...anna, id: '3002', email: 'berta@muster.example', firstName: 'Berta' }],
    });
    expect(made.actions[0]?.to?.create).toMatchObject({
      username: 'anna@muster.example',
      departmentId: '5',
      languageId: 2,
    });
    expect(notes(made)).toEqual(['setting-not-writable', 'setting-not-writable']);
    const told = (rules: RegisterInput['settings']['rules']) =>
      plan({ employees: [anna], settings: { ...settings, rules } })
        .findings.filter(({ code }) => code === 'setting-not-writable')
        .map(({ facts }) => 'value' in facts);
    // Where a rule chooses another value, no value is everybody's.
    const when = { office: 'Berlin' };
    expect(
      told([{ when, defaults: { statusOverview: settings.defaults?.statusOverview ?? false } }]),
    ).toEqual([true, true]);
    expect(told([{ when, defaults: { statusOverview: !settings.defaults?.statusOverview } }])).toEqual([
      true,
      false,
    ]);
  });

  test.each([
    ['no e-mail', { email: null }, 'email-missing'],
    ['a malformed e-mail', { email: 'anna at muster' }, 'email-invalid'],
    ['an e-mail that is no user name', { email: 'anna+x@muster.example' }, 'username-invalid'],
    ['no status', { status: null }, 'attribute-missing'],
    ['no surname', { lastName: null }, 'attribute-missing'],
  ] as const)('not with %s', (_what, more, code) => {
    const made = plan({
      employees: [
        { ...anna, ...more },
        { ...anna, id: '3002', status: 'inactive', email: 'x@y.example' },
      ],
    });
    expect([told(made), issues(made)]).toEqual([[], [code]]);
  });

  test('not where the credential cannot read what is required: said once for all', () => {
    const employees = ['1', '2', '3'].map((id) => ({ ...anna, id, email: undefined }));
    const made = plan({ employees });
    expect([told(made), issues(made)]).toEqual([[], ['attribute-missing']]);
    expect(made.findings[0]).toMatchObject({
      covers: ['1', '2', '3'],
      facts: { attribute: 'email', count: 3 },
    });
  });

  test('not where an unlinked user could be the person', () => {
    const made = plan({
      users: [{ ...account, email: null, externalId: null, personnelNumber: null, username: 'aa' }],
    });
    expect([told(made), issues(made)]).toEqual([[], ['employee-possible-duplicate']]);
  });

  test('not under a user name that somebody has, or is about to get', () => {
    const other = {
      ...account,
      externalId: null,
      personnelNumber: null,
      email: 'else@muster.example',
      lastName: 'Other',
    };
    const holder = plan({ users: [{ ...other, username: 'ANNA@muster.example', human: false }] });
    expect([told(holder), issues(holder)]).toEqual([[], ['username-exists']]);
  });

  test('two employees with one e-mail are created neither', () => {
    const made = plan({ employees: [anna, { ...anna, id: '3002', lastName: 'Berg' }] });
    expect([told(made), issues(made)]).toEqual([[], ['employee-ambiguous', 'employee-ambiguous']]);
  });

  test('a name of the form that TimeTac does not have is one issue, whoever waits for it', () => {
    const employees = [anna, { ...anna, id: '3002', email: 'berta@muster.example' }];
    const made = plan({ employees, catalog: { ...catalog, workSchedules: [] } });
    expect([told(made), issues(made)]).toEqual([[], ['default-not-found']]);
    expect(made.findings.find(({ code }) => code === 'default-not-found')?.covers).toEqual(['3001', '3002']);
  });

  test('lists of the account are asked for only where somebody is to be created', () => {
    expect(plan({ catalog: null }).needsCatalog).toBe(true);
    expect(plan({ catalog: null, users: [account], links: [link()] }).needsCatalog).toBe(false);
  });

  test('what was refused before is not sent again', () => {
    const action = plan({}).actions[0]!;
    const finding = {
      ...plan({
        employees: [
          { ...anna, email: null },
          { ...anna, id: '2' },
        ],
      }).findings[0]!,
    };
    const memory = {
      part: 'employees' as const,
      key: '3001',
      employeeId: '3001',
      runId: 'r',
      fingerprint: fingerprintOf(action, null),
      tookAway: false,
      finding,
    };
    const made = plan({ refusals: new Map([['3001', memory]]), today: '2026-03-21' });
    expect([told(made), made.findings.includes(finding)]).toEqual([['hold 3001'], true]);
  });

  test.each([
    ['out of scope', { settings: { ...settings, scope: { include: [], exclude: [{ ids: ['3001'] }] } } }],
    ['with the part switched off', { mayWrite: false }],
  ])('nobody %s', (_what, more) => expect([told(plan(more)), issues(plan(more))]).toEqual([[], []]));
});

describe('the first link', () => {
  const differing = { ...account, externalId: null, lastName: 'Ahrends' };

  test('fills an empty external id, and lists the differences for a person', () => {
    const made = plan({ users: [differing] });
    expect(told(made)).toEqual(['adopt 3001', 'update 3001']);
    expect(changeOf(made)).toEqual({ externalId: '3001' });
    expect(notes(made)).toEqual(['first-link-differences']);
    expect(made.findings[0]?.facts).toMatchObject({ count: 1, differences: 'lastName: Ahrends → Ahrens' });
  });

  test('pushes them where the settings say so', () => {
    const made = plan({ users: [differing], settings: { ...settings, onFirstLink: 'push' } });
    expect([changeOf(made), notes(made)]).toEqual([{ externalId: '3001', lastName: 'Ahrens' }, []]);
  });

  test('writes nothing where all is equal or may not be written, and the person’s periods may go out', () => {
    const equal = plan({ users: [account] });
    expect([told(equal), notes(equal)]).toEqual([['adopt 3001'], []]);
    const off = plan({ users: [differing], mayWrite: false, settings: { ...settings, onFirstLink: 'push' } });
    expect(told(off)).toEqual(['adopt 3001']);
    expect(off.linked.get('3001')).toEqual({
      userId: '101',
      inScope: true,
      from: null,
      exitOn: null,
    });
  });

  test('does not switch anybody off in the same run', () => {
    expect(
      told(
        plan({ employees: [{ ...anna, status: 'inactive', terminatedOn: '2025-12-31' }], users: [account] }),
      ),
    ).not.toContain('delete 3001');
  });

  test('another system’s external id is left alone, and nobody is linked', () => {
    const made = plan({ users: [{ ...account, externalId: 'other' }] });
    expect([told(made), issues(made), made.linked.size]).toEqual([[], ['external-id-taken'], 0]);
  });
});

describe('changes', () => {
  test('only what changed at Personio since last agreed', () => {
    expect(changeOf(changed({ lastName: 'Berg', terminatedOn: '2026-12-31' }))).toEqual({
      lastName: 'Berg',
      exitOn: '2026-12-31',
    });
    expect(told(changed({}, { lastName: 'Edited in TimeTac' }))).toEqual(['keep 3001']);
  });

  test('an e-mail that went missing is an issue until it is back, and TimeTac’s is not emptied', () => {
    const first = changed({ email: null });
    expect([told(first), issues(first)]).toEqual([['keep 3001'], ['email-missing']]);
    const kept = first.actions[0]?.to?.agreed;
    const second = changed({ email: null }, {}, kept);
    expect(issues(second)).toEqual(['email-missing']);
    const back = changed({}, {}, second.actions[0]?.to?.agreed);
    expect([told(back), issues(back)]).toEqual([['keep 3001'], []]);
  });

  test('a malformed e-mail holds back itself, not the rest', () => {
    const made = changed({ email: 'anna at muster', lastName: 'Berg' });
    expect([changeOf(made), issues(made)]).toEqual([{ lastName: 'Berg' }, ['email-invalid']]);
    const again = changed({ email: 'anna at muster', lastName: 'Berg' }, {}, made.actions[0]?.to?.agreed);
    expect([told(again), issues(again)]).toEqual([['keep 3001'], ['email-invalid']]);
  });

  test('whoever is out of scope is not changed, nor anybody with the part switched off', () => {
    const given = { employees: [{ ...anna, lastName: 'Berg' }], users: [account], links: [link()] };
    expect(told(plan({ ...given, mayWrite: false }))).toEqual(['keep 3001']);
    const out = { ...settings, scope: { include: [{ office: 'Berlin' }], exclude: [] } };
    const made = plan({ ...given, settings: out });
    expect([told(made), made.actions[0]?.to?.agreed.lastName]).toEqual([['keep 3001'], 'Ahrens']);
  });

  test('two paid vacations without a mapping are a note, and the entitlement stays', () => {
    const entitlements = [
      ...(anna.entitlements ?? []),
      { typeId: '2', typeName: 'Extra', category: 'paid_vacation', days: 5 },
    ];
    const made = changed({ entitlements });
    expect([told(made), notes(made), issues(made)]).toEqual([['keep 3001'], ['attribute-missing'], []]);
    expect(made.findings[0]).toMatchObject({
      employeeId: '3001',
      facts: { attribute: 'absence_entitlement' },
    });
  });
});

describe('leavers and people who come back', () => {
  test.each([
    ['on the last day', today, []],
    ['the day after', '2026-03-19', ['delete 3001']],
  ])('switched off %s', (_when, terminatedOn, deletes) => {
    const made = changed({ terminatedOn, status: 'inactive' }, {}, { exitOn: terminatedOn });
    expect(told(made).filter((line) => line.startsWith('delete'))).toEqual(deletes);
  });

  test('the exit is written first, and both are remembered', () => {
    const made = changed({ terminatedOn: '2026-03-19', status: 'inactive' });
    expect(made.actions.map(({ kind, to }) => [kind, to?.change, to?.agreed.deactivatedByUs])).toEqual([
      ['update', { exitOn: '2026-03-19' }, false],
      ['delete', { active: false }, true],
    ]);
    expect(made.linked.get('3001')?.exitOn).toBe('2026-03-19');
  });

  test('a leaver with a malformed e-mail leaves', () => {
    const made = changed({ terminatedOn: '2026-03-19', email: 'x' }, {}, { exitOn: '2026-03-19' });
    expect([told(made), issues(made)]).toEqual([['delete 3001'], ['email-invalid']]);
  });

  test('who is switched off already is left alone', () => {
    expect(
      told(changed({ terminatedOn: '2026-03-19' }, { active: false }, { exitOn: '2026-03-19' })),
    ).toEqual(['keep 3001']);
  });

  test('inactive without a date: asked about, not switched off', () => {
    const made = changed({ status: 'inactive' });
    expect([told(made), issues(made)]).toEqual([['keep 3001'], ['attribute-missing']]);
  });

  test.each([
    ['whom Tandem switched off', { deactivatedByUs: true, status: 'active' }, true],
    ['who was inactive when last agreed', { status: 'inactive' }, true],
    ['whom somebody switched off in TimeTac meanwhile', {}, false],
  ])('back is somebody %s', (_who, before, back) => {
    const made = changed({}, { active: false }, before);
    expect(changeOf(made)).toEqual(back ? { active: true } : null);
    if (back) expect(made.actions[0]?.to?.agreed.deactivatedByUs).toBe(false);
  });

  test('back by way of onboarding: switched on when it is over', () => {
    const waiting = changed({ status: 'onboarding' }, { active: false }, { status: 'inactive' });
    expect(told(waiting)).toEqual(['keep 3001']);
    expect(changeOf(changed({}, { active: false }, waiting.actions[0]?.to?.agreed))).toEqual({
      active: true,
    });
  });

  test('hired again after the exit with the old date still there: stays switched on', () => {
    expect(
      told(
        changed(
          { terminatedOn: '2025-01-31', hiredOn: '2026-02-01' },
          {},
          { exitOn: '2025-01-31', entryOn: '2026-02-01' },
        ),
      ),
    ).toEqual(['keep 3001']);
  });

  test('rehired under a new id: asked about', () => {
    const former = { ...anna, status: 'inactive' as const, terminatedOn: '2025-01-31' };
    const made = plan({
      employees: [former, { ...anna, id: '4001' }],
      users: [{ ...account, active: false }],
      links: [link({ exitOn: '2025-01-31', status: 'inactive', deactivatedByUs: true })],
    });
    expect([told(made), issues(made)]).toEqual([['keep 3001'], ['employee-rehired']]);
    expect(made.linked.has('4001')).toBe(false);
  });
});

describe('who is not there, or there twice', () => {
  test('vanished on either side: an issue, no write, no periods', () => {
    const employeeGone = plan({
      employees: [{ ...anna, id: '9', email: 'x@y.example', status: 'inactive' }],
      users: [account],
      links: [link()],
    });
    expect([told(employeeGone), issues(employeeGone)]).toEqual([[], ['employee-vanished']]);
    const userGone = plan({ users: [], links: [link()] });
    expect([told(userGone), issues(userGone), userGone.linked.size]).toEqual([[], ['user-vanished'], 0]);
  });

  test('a second user of a linked person is told; only the linked one is used', () => {
    const made = plan({ users: [account, { ...account, id: '102', username: 'a2' }], links: [link()] });
    expect([told(made), issues(made)]).toEqual([['keep 3001'], ['employee-two-users']]);
  });

  test('users without an employee are a note, switched-off ones and API users none', () => {
    const stranger = {
      ...account,
      email: 's@muster.example',
      externalId: null,
      personnelNumber: null,
      lastName: 'Stranger',
      username: 's',
    };
    const made = plan({
      users: [
        account,
        { ...stranger, id: '1' },
        { ...stranger, id: '2', active: false },
        { ...stranger, id: '3', human: false },
      ],
      links: [link()],
    });
    expect(made.findings.map(({ code, userId }) => [code, userId])).toEqual([['user-without-employee', '1']]);
  });

  test('fields that TimeTac hides are told once, and never written', () => {
    const made = changed({}, { externalId: undefined, birthday: undefined });
    expect([told(made), notes(made)]).toEqual([['keep 3001'], ['attribute-missing']]);
    expect(made.findings[0]?.facts).toMatchObject({ vendor: 'timetac', attribute: 'external_id, birthday' });
  });
});
