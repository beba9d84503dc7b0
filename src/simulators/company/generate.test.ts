import { expect, test } from 'vitest';
import { demoCredentials } from './credentials.ts';
import { generateCompany } from './generate.ts';
import { userIdOf } from './people.ts';

const today = '2026-11-22';

test('the same seed gives the same company, another seed another', () => {
  const options = { seed: 7, employees: 30, days: 10, today };
  expect(generateCompany(options)).toEqual(generateCompany(options));
  expect(generateCompany(options)).not.toEqual(generateCompany({ ...options, seed: 8 }));
});

test('120 people and 60 working days make about 20,000 time trackings', () => {
  const { personio, timetac } = generateCompany({ seed: 1, employees: 120, days: 60, today });
  expect(personio.employees).toHaveLength(120);
  expect(timetac.timeTrackings.length).toBeGreaterThan(17_000);
  expect(timetac.timeTrackings.length).toBeLessThan(23_000);
  const days = new Set(timetac.timeTrackings.map((row) => `${row.user_id} ${row.start_time.slice(0, 10)}`));
  expect(timetac.timeTrackings.length / days.size).toBeGreaterThan(2.5);
});

test.each([
  { employees: 1, without: 0 },
  { employees: 20, without: 3 },
  { employees: 60, without: 9 },
  { employees: 120, without: 18 },
  { employees: 400, without: 20 },
])('$without of $employees people have no user yet', ({ employees, without }) => {
  const { personio, timetac } = generateCompany({ seed: 3, employees, days: 2, today });
  const ids = new Set(timetac.users.map((user) => user.id));
  expect(personio.employees.filter((employee) => !ids.has(userIdOf(employee.id)))).toHaveLength(without);
});

test('people are found by external id or by e-mail, and some newcomers cannot be created as they are', () => {
  const { personio, timetac } = generateCompany({ seed: 5, employees: 120, days: 2, today });
  const byMail = timetac.users.filter((user) => user.human && user.external_id === '');
  expect(byMail.length).toBeGreaterThan(15);
  expect(byMail.length).toBeLessThan(60);
  expect(personio.employees.filter((employee) => employee.email === null).length).toBe(2);
  expect(personio.employees.filter((employee) => employee.email?.includes('+')).length).toBe(2);
});

test('account, credentials and zone can be chosen', () => {
  const credentials = {
    personio: { clientId: 'papi-other', clientSecret: 'other' },
    timetac: { ...demoCredentials.timetac, account: 'acme' },
  };
  const options = { seed: 1, employees: 3, days: 3, today, zone: 'America/New_York', credentials };
  const { personio, timetac } = generateCompany(options);
  expect(personio.credentials).toMatchObject([{ clientId: 'papi-other', clientSecret: 'other' }]);
  expect(timetac.account).toBe('acme');
  expect(timetac.timeTrackings[0]).toMatchObject({
    start_time_timezone: 'America/New_York',
    start_time_offset: -300,
  });
});
