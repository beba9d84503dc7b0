// matchEmployees over random companies in which addresses, ids and names collide all the time.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Employee, User } from './employee.ts';
import { type KnownLink, type Match, matchEmployees, peopleAmong } from './match.ts';
import { folded } from './names.ts';

const ids = ['1', '2', '3', '4', '5', '6'];
const address = fc.constantFrom(null, undefined, 'a@x.example', 'A@x.example ', 'b@x.example', 'c@x.example');
const surname = fc.constantFrom(null, undefined, 'Ahrens', 'AHRENS', 'Berg');
const birthday = fc.constantFrom(null, undefined, '1990-05-01', '1991-06-02');

const employees = fc.subarray(ids).chain((chosen) =>
  fc.tuple(
    ...chosen.map((id) =>
      fc
        .record({
          email: address,
          lastName: surname,
          birthday,
          status: fc.constantFrom('active' as const, 'inactive' as const),
        })
        .map(
          (more): Employee => ({
            id,
            firstName: 'Anna',
            hiredOn: null,
            terminatedOn: null,
            entitlements: null,
            office: null,
            department: null,
            subcompany: null,
            employmentType: null,
            ...more,
          }),
        ),
    ),
  ),
);
const users = fc.subarray(ids.map((id) => `u${id}`)).chain((chosen) =>
  fc.tuple(
    ...chosen.map((id) =>
      fc
        .record({
          email: address,
          lastName: surname,
          birthday,
          externalId: fc.constantFrom(null, null, undefined, '', '1', '2', ' 3 ', 'foreign'),
          personnelNumber: fc.constantFrom(null, undefined, '1', '2', '4', '5'),
          human: fc.constantFrom(true, true, true, undefined, false),
        })
        .map(
          (more): User => ({
            id,
            active: true,
            username: id,
            firstName: 'Anna',
            entryOn: null,
            exitOn: null,
            entitlementDays: null,
            ...more,
          }),
        ),
    ),
  ),
);
const links = fc
  .tuple(
    fc.shuffledSubarray(ids, { maxLength: 3 }),
    fc.shuffledSubarray(
      ids.map((id) => `u${id}`),
      { minLength: 3 },
    ),
  )
  .map(([own, theirs]): KnownLink[] =>
    own.map((employeeId, index) => ({ employeeId, userId: theirs[index]! })),
  );
const companies = fc.record({ employees, users, links });

const matched = (matches: readonly Match[]) => matches.filter((match) => match.kind === 'matched');

test('each employee is judged once, each user used once, API users never', () => {
  fc.assert(
    fc.property(companies, ({ employees, users, links }) => {
      const { matches, unmatched } = matchEmployees(employees, users, links);
      expect(matches.map(({ employee }) => employee.id)).toEqual(employees.map(({ id }) => id));
      const used = matched(matches).map(({ user }) => user.id);
      expect(new Set(used).size).toBe(used.length);
      for (const { user } of matched(matches)) expect(user.human).not.toBe(false);
      for (const user of unmatched) {
        expect(used).not.toContain(user.id);
        expect(links.map(({ userId }) => userId)).not.toContain(user.id);
      }
    }),
    { numRuns: 1000 },
  );
});

test('a known link is never given up for anything else', () => {
  fc.assert(
    fc.property(companies, ({ employees, users, links }) => {
      const { matches, vanished } = matchEmployees(employees, users, links);
      for (const link of links) {
        const match = matches.find(({ employee }) => employee.id === link.employeeId);
        const listed = peopleAmong(users).some(({ id }) => id === link.userId);
        if (match === undefined) expect(vanished).toContainEqual(link);
        else if (listed)
          expect(match).toMatchObject({ kind: 'matched', by: 'link', user: { id: link.userId } });
        else expect(match).toMatchObject({ kind: 'user-vanished', userId: link.userId });
      }
    }),
    { numRuns: 1000 },
  );
});

test('nobody is guessed: every match has its proof, and no second candidate', () => {
  fc.assert(
    fc.property(companies, ({ employees, users, links }) => {
      const known = new Set(links.map(({ userId }) => userId));
      const free = peopleAmong(users).filter(({ id }) => !known.has(id));
      for (const { employee, user, by } of matched(matchEmployees(employees, users, links).matches)) {
        if (by === 'link') continue;
        const externalId = user.externalId?.trim() ?? '';
        expect(['', employee.id]).toContain(externalId);
        if (by === 'external-id') {
          expect(free.filter((other) => other.externalId?.trim() === employee.id)).toEqual([user]);
        } else if (by === 'email') {
          const email = folded(employee.email);
          expect(email).not.toBeNull();
          // Unique on both sides, among all.
          expect(peopleAmong(users).filter((other) => folded(other.email) === email)).toEqual([user]);
          expect(employees.filter((other) => folded(other.email) === email)).toEqual([employee]);
        } else {
          expect(user.personnelNumber).toBe(employee.id);
          const sameName =
            folded(user.lastName) !== null && folded(user.lastName) === folded(employee.lastName);
          expect(sameName || (user.birthday ?? 'none') === employee.birthday).toBe(true);
        }
      }
    }),
    { numRuns: 2000 },
  );
});

test('the order of the lists changes nothing', () => {
  const shuffled = companies.chain((company) =>
    fc.record({
      company: fc.constant(company),
      employees: fc.shuffledSubarray([...company.employees], { minLength: company.employees.length }),
      users: fc.shuffledSubarray([...company.users], { minLength: company.users.length }),
      links: fc.shuffledSubarray([...company.links], { minLength: company.links.length }),
    }),
  );
  const idsOf = (list: readonly { readonly id: string }[]): string[] => list.map(({ id }) => id).sort();
  const told = (match: Match): unknown => [
    match.employee.id,
    match.kind,
    'user' in match ? match.user.id : null,
    'by' in match ? match.by : null,
    match.kind === 'ambiguous' ? [idsOf(match.users), idsOf(match.employees)] : null,
  ];
  const byText = (a: unknown, b: unknown): number => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1);
  fc.assert(
    fc.property(shuffled, ({ company, ...other }) => {
      const [one, two] = [company, other].map(({ employees, users, links }) =>
        matchEmployees(employees, users, links),
      );
      expect(two!.matches.map(told).sort(byText)).toEqual(one!.matches.map(told).sort(byText));
      expect(idsOf(two!.unmatched)).toEqual(idsOf(one!.unmatched));
    }),
    { numRuns: 1000 },
  );
});
