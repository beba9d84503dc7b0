// Rule 1.3: who is who, pass by pass; where two could be meant nobody is chosen.

import { describe, expect, test } from 'vitest';
import type { Employee, User } from './employee.ts';
import { type KnownLink, type Match, matchEmployees, possibleDuplicates, secondUsers } from './match.ts';

const employee = (id: string, more: Partial<Employee> = {}): Employee => ({
  id,
  firstName: 'Anna',
  lastName: `Name ${id}`,
  email: `${id}@muster.example`,
  status: 'active',
  hiredOn: '2024-01-01',
  terminatedOn: null,
  birthday: null,
  entitlements: [],
  office: null,
  department: null,
  subcompany: null,
  employmentType: null,
  ...more,
});
const user = (id: string, more: Partial<User> = {}): User => ({
  id,
  active: true,
  human: true,
  username: `user${id}`,
  firstName: 'Otto',
  lastName: `User ${id}`,
  email: null,
  personnelNumber: null,
  externalId: null,
  birthday: null,
  entryOn: null,
  exitOn: null,
  entitlementDays: null,
  ...more,
});

function said(match: Match | undefined): string {
  switch (match?.kind) {
    case 'matched':
      return `${match.user.id} by ${match.by}`;
    case 'external-id-taken':
      return `taken ${match.user.id}`;
    case 'rehired':
      return `rehired ${match.user.id} of ${match.former.id}`;
    case 'user-vanished':
      return `vanished ${match.userId}`;
    default:
      return match?.kind ?? '';
  }
}
const told = (
  employees: readonly Employee[],
  users: readonly User[],
  links: readonly KnownLink[] = [],
): string[] => matchEmployees(employees, users, links).matches.map(said);

const nameOf = ({ firstName, lastName }: Employee) => ({ firstName, lastName });
const address = 'anna@muster.example';
const anna = employee('1', { email: address, lastName: 'Ahrens', birthday: '1990-05-01' });

describe('the passes, strongest first', () => {
  const byLink = user('10');
  const byExternalId = user('11', { externalId: '1' });
  const byEmail = user('12', { email: address });
  const byNumber = user('13', { personnelNumber: '1', lastName: 'Ahrens' });
  const all = [byNumber, byEmail, byExternalId, byLink];

  test('link, external id, e-mail, personnel number', () => {
    expect(told([anna], all, [{ employeeId: '1', userId: '10' }])).toEqual(['10 by link']);
    expect(told([anna], all.slice(0, 3))).toEqual(['11 by external-id']);
    expect(told([anna], all.slice(0, 2))).toEqual(['12 by email']);
    expect(told([anna], all.slice(0, 1))).toEqual(['13 by personnel-number']);
    expect(told([anna], [])).toEqual(['none']);
  });

  test.each([
    ['trimmed, whatever the case', '  ANNA@Muster.Example '],
    ['as it stands', address],
  ])('an e-mail is compared %s', (_how, email) =>
    expect(told([anna], [user('12', { email })])).toEqual(['12 by email']),
  );

  test.each([
    ['the same surname', { lastName: ' ahrens' }, '13 by personnel-number'],
    ['the same birthday', { birthday: '1990-05-01' }, '13 by personnel-number'],
    ['neither', {}, 'none'],
    ['surnames that nobody may see', { lastName: undefined }, 'none'],
  ])('a personnel number needs a second proof: %s', (_what, more, match) => {
    expect(told([anna], [user('13', { personnelNumber: '1', ...more })])).toEqual([match]);
  });

  test('unknown birthdays are no proof', () => {
    const nobody = employee('1', { email: null, birthday: undefined, lastName: null });
    expect(
      told([nobody], [user('13', { personnelNumber: '1', birthday: undefined, lastName: null })]),
    ).toEqual(['none']);
  });

  const namesake = employee('2', { firstName: 'Otto', lastName: 'User 12' });
  const known = { ...namesake, email: 'nine@muster.example' };
  const users = [user('12', { email: address }), user('19', { email: known.email, lastName: 'User 12' })];
  test.each([
    ['somebody unmatched has the name of the account', anna, namesake, ['ambiguous', 'ambiguous']],
    ['the name is that of the address', { ...anna, ...nameOf(namesake) }, namesake, ['12 by email', 'none']],
    ['who has the name left', anna, { ...namesake, status: 'inactive' }, ['12 by email', 'none']],
    ['who has the name has an account', anna, known, ['12 by email', '19 by email']],
  ] as const)('an address that was given on is no proof: %s', (_what, holder, other, matches) => {
    expect(told([holder, other], users)).toEqual(matches);
  });

  test('missing addresses match nobody', () => {
    expect(told([employee('1', { email: null })], [user('12', { email: null })])).toEqual(['none']);
    expect(told([employee('1', { email: ' ' })], [user('12', { email: '' })])).toEqual(['none']);
  });

  test('API users are nobody', () => {
    const robot = user('12', { email: address, externalId: '1', human: false });
    expect(told([anna], [robot])).toEqual(['none']);
    expect(matchEmployees([anna], [robot], []).unmatched).toEqual([]);
  });
});

describe('nobody is guessed', () => {
  test('two users with one address', () => {
    const users = [user('12', { email: address }), user('13', { email: address.toUpperCase() })];
    expect(told([anna], users)).toEqual(['ambiguous']);
    expect(matchEmployees([anna], users, []).unmatched).toEqual(users);
  });

  test('two employees with one address, each for itself', () => {
    const both = [anna, employee('2', { email: address })];
    expect(told(both, [user('12', { email: address })])).toEqual(['ambiguous', 'ambiguous']);
  });

  test('two employees with one address that no user has: neither gets an account on it', () => {
    expect(told([anna, employee('2', { email: address })], [])).toEqual(['ambiguous', 'ambiguous']);
  });

  test('two employees with one address, of whom one is known', () => {
    const both = [anna, employee('2', { email: address })];
    const known = [{ employeeId: '1', userId: '10' }];
    expect(told(both, [user('10')], known)).toEqual(['10 by link', 'ambiguous']);
    expect(told(both, [user('10', { email: address })], known)).toEqual(['10 by link', 'ambiguous']);
  });

  test('two users with one external id', () => {
    expect(told([anna], [user('11', { externalId: '1' }), user('12', { externalId: ' 1 ' })])).toEqual([
      'ambiguous',
    ]);
  });

  test('the address of a user who carries another system’s id proves nothing', () => {
    expect(told([anna], [user('12', { email: address, externalId: 'other' })])).toEqual(['taken 12']);
  });

  test('a user found by somebody’s external id is nobody else’s by e-mail', () => {
    const users = [user('11', { externalId: '2', email: address })];
    expect(told([anna, employee('2')], users)).toEqual(['ambiguous', '11 by external-id']);
  });
});

describe('people who come and go', () => {
  const former = employee('1', { email: address, status: 'inactive', terminatedOn: '2025-01-31' });
  const again = employee('2', { email: address });
  const known = [{ employeeId: '1', userId: '10' }];

  test('rehired under a new id: the link is asked about', () => {
    expect(told([former, again], [user('10', { email: address })], known)).toEqual([
      '10 by link',
      'rehired 10 of 1',
    ]);
  });

  test('with a second user of that address it is no longer clear, whatever the order', () => {
    const users = [user('10', { email: address }), user('11', { email: address })];
    expect(told([former, again], users, known)[1]).toBe('ambiguous');
    expect(told([former, again], [...users].reverse(), known)[1]).toBe('ambiguous');
  });

  test('a linked user who is gone, and a linked employee who is gone', () => {
    expect(told([anna], [], [{ employeeId: '1', userId: '10' }])).toEqual(['vanished 10']);
    const matching = matchEmployees([], [user('10')], known);
    expect([matching.vanished, matching.unmatched]).toEqual([known, []]);
  });
});

describe('who else it could be', () => {
  test.each([
    ['the same full name', { firstName: 'ANNA', lastName: ' Ahrens' }, true],
    ['the same surname and birthday', { lastName: 'Ahrens', birthday: '1990-05-01' }, true],
    ['the same surname only', { lastName: 'Ahrens' }, false],
    ['the same birthday only', { birthday: '1990-05-01' }, false],
    ['the same first name only', { firstName: 'Anna' }, false],
  ])('before somebody is created: %s', (_what, more, possible) => {
    expect(possibleDuplicates(anna, [user('10', more)])).toHaveLength(possible ? 1 : 0);
  });

  test('unknown birthdays make no duplicates', () => {
    const unknown = employee('1', { lastName: 'Ahrens', firstName: 'Anna', birthday: undefined });
    expect(possibleDuplicates(unknown, [user('10', { lastName: 'Ahrens', birthday: undefined })])).toEqual(
      [],
    );
    expect(possibleDuplicates(employee('1', { lastName: null }), [user('10', { lastName: null })])).toEqual(
      [],
    );
  });

  test.each([
    ['e-mail', { email: address }, true],
    ['external id', { externalId: '1' }, true],
    ['name and birthday', { firstName: 'Anna', lastName: 'Ahrens', birthday: '1990-05-01' }, true],
    ['name without birthday', { firstName: 'Anna', lastName: 'Ahrens' }, false],
    ['birthday without name', { birthday: '1990-05-01' }, false],
  ])('beside somebody who is linked: %s', (_what, more, second) => {
    expect(secondUsers(anna, user('10'), [user('11', more)])).toHaveLength(second ? 1 : 0);
  });
});
