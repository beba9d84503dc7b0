import { describe, expect, test } from 'vitest';
import { somebody as anna, defaults, userSettings as settings } from '../../../test/support/register.ts';
import type { Employee } from './employee.ts';
import { defaultsFor, scopeOf, unreadIn } from './scope.ts';

describe('scope', () => {
  test.each([
    ['everybody without a scope', [], [], 'yes'],
    ['included', [{ office: 'Munich' }], [], 'yes'],
    ['not included', [{ office: 'Berlin' }], [], 'no'],
    ['all named conditions must hold', [{ office: 'Munich', department: 'Board' }], [], 'no'],
    ['any of the rules is enough', [{ office: 'Berlin' }, { department: 'Sales' }], [], 'yes'],
    ['any of the ids is enough', [{ ids: ['1', '3001'] }], [], 'yes'],
    ['excluded', [], [{ subcompany: 'Muster GmbH' }], 'no'],
    ['excluding goes before including', [{ office: 'Munich' }], [{ employmentType: 'internal' }], 'no'],
    ['excluded is somebody else', [], [{ ids: ['1'] }], 'yes'],
  ])('%s', (_what, include, exclude, inScope) => expect(scopeOf(anna, { include, exclude })).toBe(inScope));

  const blind: Employee = { ...anna, office: undefined };
  test.each([
    ['included by what cannot be read', [{ office: 'Munich' }], [], 'unknown'],
    ['included by something else', [{ office: 'Munich' }, { department: 'Sales' }], [], 'yes'],
    ['not included whatever cannot be read', [{ office: 'Munich', department: 'Board' }], [], 'no'],
    ['excluded by what cannot be read', [], [{ office: 'Hamburg' }], 'unknown'],
    ['excluded by something else', [], [{ office: 'Hamburg' }, { department: 'Sales' }], 'no'],
    ['not excluded whatever cannot be read', [], [{ office: 'Hamburg', ids: ['1'] }], 'yes'],
  ])('%s', (_what, include, exclude, inScope) => expect(scopeOf(blind, { include, exclude })).toBe(inScope));

  test('what is empty is no office, and what nobody asks for does not matter', () => {
    expect(scopeOf({ ...anna, office: null }, { include: [{ office: 'Munich' }], exclude: [] })).toBe('no');
    expect(unreadIn(blind, [{ office: 'Munich' }, { department: 'Sales' }])).toEqual(['office']);
    expect(unreadIn(blind, [{ department: 'Sales' }])).toEqual([]);
  });
});

describe('defaults', () => {
  test('the first rule that fits goes over the general ones, field by field', () => {
    const rules = [
      { when: { office: 'Berlin' }, defaults: { holidayCalendar: 'Berlin' } },
      { when: { department: 'Sales' }, defaults: { workingTimeModel: '35 h' } },
      { when: { office: 'Munich' }, defaults: { language: 'en' as const } },
    ];
    expect(defaultsFor(anna, { ...settings, rules })).toEqual({ ...defaults, workingTimeModel: '35 h' });
    expect(defaultsFor(anna, settings)).toEqual(defaults);
    expect(defaultsFor(anna, { ...settings, defaults: null, rules })).toBeNull();
  });

  test('are not known where a rule asks for what cannot be read, unless one before it fits', () => {
    const blind: Employee = { ...anna, office: undefined };
    const berlin = { when: { office: 'Berlin' }, defaults: { holidayCalendar: 'Berlin' } };
    const sales = { when: { department: 'Sales' }, defaults: { workingTimeModel: '35 h' } };
    expect(defaultsFor(blind, { ...settings, rules: [berlin, sales] })).toBe('unknown');
    expect(defaultsFor(blind, { ...settings, rules: [sales, berlin] })).toMatchObject({
      workingTimeModel: '35 h',
    });
  });
});
