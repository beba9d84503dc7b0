// Rules 1.1, 1.5, 1.6, 1.9: what the time system should hold for a person.

import { describe, expect, test } from 'vitest';
import {
  type EmployeeAgreed,
  agreedNow,
  agreedOf,
  changesSince,
  findByName,
  newUserFor,
  vacationDays,
} from './derive-user.ts';
import { somebody as anna } from '../../../test/support/register.ts';
import type { Employee, Entitlement } from './employee.ts';

describe('defaults', () => {
  const entry = (id: string, name: string, active = true) => ({ id, name, active });
  test.each([
    ['as it stands', [entry('1', '40 H'), entry('2', '40 h')], '2'],
    ['without regard to case where nothing stands so', [entry('1', '40 H')], '1'],
    ['trimmed', [entry('1', ' 40 h ')], '1'],
    ['not where it is switched off', [entry('1', '40 h', false)], null],
    ['beside one that is switched off', [entry('1', '40 h', false), entry('2', '40 h')], '2'],
    ['not at all', [entry('1', '38 h')], null],
    ['twice', [entry('1', '40 h'), entry('2', '40 h')], 'ambiguous'],
  ])('a name is found %s', (_how, entries, found) => {
    const result = findByName(entries, '40 h');
    expect(typeof result === 'string' || result === null ? result : result.id).toBe(found);
  });
});

describe('vacation days', () => {
  const entitlement = (
    typeId: string,
    typeName: string,
    days: number,
    category = 'paid_vacation',
  ): Entitlement => ({
    typeId,
    typeName,
    category,
    days,
  });
  const paid = entitlement('1', 'Paid vacation', 30);
  const extra = entitlement('2', 'Extra vacation', 5);
  const unpaid = entitlement('3', 'Unpaid', 10, 'unpaid_vacation');
  const mapped = (name: string, id: string | null = null) => ({ id, name });

  test.each([
    ['of the mapped type', [paid, extra, unpaid], mapped('Extra vacation'), 5],
    ['of the mapped type, whatever it is called there', [paid, extra], mapped('Urlaub', '2'), 5],
    [
      'of the mapped one of two of a name',
      [paid, { ...paid, typeId: '2', days: 5 }],
      mapped('Paid vacation', '1'),
      30,
    ],
    ['of a mapped type that is no paid vacation', [paid, unpaid], mapped('Unpaid'), 10],
    ['of the single paid vacation where none is mapped', [unpaid, paid], null, 30],
    ['not of one of two paid vacations', [paid, extra], null, undefined],
    ['not of two paid vacations of as many days', [paid, { ...extra, days: 30 }], null, undefined],
    ['of a type that is listed for two years', [paid, paid], null, 30],
    ['not of a type that says two things', [paid, { ...paid, days: 28 }], null, undefined],
    ['not without any', [unpaid], null, undefined],
    ['not of another type where the mapped one is not listed', [paid], mapped('Extra vacation'), undefined],
    ['not where it is not known what is mapped', [paid], undefined, undefined],
    ['not readable', undefined, mapped('Paid vacation'), undefined],
    ['readable and empty', null, mapped('Paid vacation'), null],
  ])('%s', (_whose, entitlements, mapped, days) => expect(vacationDays(entitlements, mapped)).toBe(days));
});

describe('what changed at Personio', () => {
  const before: EmployeeAgreed = {
    firstName: 'Anna',
    lastName: 'Ahrens',
    email: 'anna@muster.example',
    exitOn: null,
    entryOn: '2026-04-01',
    birthday: '1990-05-01',
    entitlementDays: 30,
    status: 'active',
    deactivatedByUs: false,
  };

  test.each([
    ['nothing', {}, {}],
    ['a surname', { lastName: 'Berg' }, { lastName: 'Berg' }],
    ['an exit', { exitOn: '2026-12-31' }, { exitOn: '2026-12-31' }],
    ['a birthday taken back', { birthday: null }, { birthday: null }],
    [
      'names, e-mail and entitlement that went empty',
      { firstName: null, lastName: null, email: null, entitlementDays: null },
      {},
    ],
    ['the status alone', { status: 'leave' }, {}],
  ])('%s', (_what, now, change) => expect(changesSince(before, { ...before, ...now })).toEqual(change));

  test('an exit taken back is written', () => {
    expect(changesSince({ ...before, exitOn: '2026-12-31' }, before)).toEqual({ exitOn: null });
  });

  test('what became readable only now was not changed by anybody', () => {
    const { birthday, ...unreadable } = before;
    expect(birthday).toBeDefined();
    expect(changesSince(unreadable, before)).toEqual({});
  });

  test('what is not readable any more is neither compared nor forgotten', () => {
    const blind = agreedOf({ ...anna, firstName: undefined, terminatedOn: undefined }, undefined, false);
    expect(Object.keys(blind)).not.toContain('firstName');
    expect(agreedNow(before, blind)).toMatchObject({ firstName: 'Anna', exitOn: null, entitlementDays: 30 });
  });

  test('blanks around an address are neither agreed on nor written', () => {
    const spaced = agreedOf({ ...anna, email: ' neu@muster.example\n' }, null, false);
    expect(changesSince(agreedOf(anna, null, false), spaced)).toEqual({ email: 'neu@muster.example' });
    expect(changesSince(spaced, agreedOf({ ...anna, email: 'neu@muster.example' }, null, false))).toEqual({});
  });

  test('what went empty and is not passed on stays agreed, so that it is noticed again', () => {
    const present = agreedOf({ ...anna, email: null, birthday: null }, null, false);
    expect(agreedNow(before, present)).toMatchObject({
      email: 'anna@muster.example',
      entitlementDays: 30,
      birthday: null,
    });
  });
});

describe('a new user', () => {
  const ids = { departmentId: '5', workScheduleId: '6', holidayCalendarId: '7', languageId: 2 };
  const made = (employee: Employee, today: string) =>
    newUserFor(employee, 'anna@muster.example', 30, ids, true, today);

  test('bears the employee id twice, and starts at the later of hire date and today', () => {
    expect(made(anna, '2026-03-20')).toMatchObject({
      personnelNumber: '3001',
      externalId: '3001',
      email: 'Anna@muster.example',
      startsOn: '2026-04-01',
      entryOn: '2026-04-01',
      entitlementDays: 30,
    });
    expect(made(anna, '2026-05-04').startsOn).toBe('2026-05-04');
    expect(made({ ...anna, hiredOn: undefined }, '2026-05-04').startsOn).toBe('2026-05-04');
  });

  test('says nothing where nothing is known', () => {
    const user = made({ ...anna, hiredOn: null, birthday: undefined }, '2026-05-04');
    for (const field of ['entryOn', 'exitOn', 'birthday']) expect(Object.keys(user)).not.toContain(field);
    expect(made({ ...anna, terminatedOn: '2026-12-31' }, '2026-05-04').exitOn).toBe('2026-12-31');
  });
});
