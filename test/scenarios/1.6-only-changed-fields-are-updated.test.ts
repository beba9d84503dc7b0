// Rule 1.6: a field moves only when Personio's value changed since last agreed.

import { describe, expect, test } from 'vitest';
import type { PersonioEmployee } from '../../src/simulators/personio/state.ts';
import type { TimetacUser } from '../../src/simulators/timetac/state.ts';
import { anna, changesIn, type Differing, tellStory } from '../support/company.ts';
import { birthdayAttribute } from '../../src/simulators/company/bench.ts';

const entitlement = (days: number): PersonioEmployee['absence_entitlement'] => [
  { id: 113401, name: 'Paid absence', category: 'paid_vacation', entitlement: days },
];

async function linked(differing: Differing = {}) {
  const story = tellStory({ people: [differing] });
  await story.sync();
  story.later();
  return story;
}

describe('one changed value moves one field', () => {
  const cases: readonly [
    what: string,
    change: Partial<Omit<PersonioEmployee, 'id'>>,
    field: keyof TimetacUser,
    value: unknown,
  ][] = [
    ['first name', { first_name: 'Anke' }, 'firstname', 'Anke'],
    ['surname', { last_name: 'Neu' }, 'lastname', 'Neu'],
    ['e-mail', { email: 'neu@muster.example' }, 'email_address', 'neu@muster.example'],
    ['date of employment', { hire_date: '2024-02-01' }, 'entry_date', '2024-02-01'],
    ['date of termination', { termination_date: '2026-12-31' }, 'exit_date', '2026-12-31'],
    ['date of birth', { custom: { [birthdayAttribute]: '1980-01-31' } }, 'birthday', '1980-01-31'],
    ['entitlement', { absence_entitlement: entitlement(28) }, 'timesheet_holiday_calc_yearly_amount', 28],
  ];

  test.each(cases)('%s', async (_what, change, field, value) => {
    const story = await linked();
    const before = { ...story.userOf(anna.user) };
    story.hr.editEmployee(anna.id, change);

    const report = await story.sync();

    expect(changesIn(report, 'employees')).toBe('+0 ~1 -0');
    expect(story.userOf(anna.user)).toEqual({ ...before, [field]: value, updated: expect.anything() });
  });
});

test('what somebody changed in TimeTac is not put back when another field changes', async () => {
  const story = await linked();
  story.time.editUser(anna.user, {
    firstname: 'Änne',
    department_id: 5,
    personnel_number: 'P7',
    username: 'anne',
  });
  story.hr.editEmployee(anna.id, { last_name: 'Neu' });

  await story.sync();

  expect(story.userOf(anna.user)).toMatchObject({
    firstname: 'Änne',
    lastname: 'Neu',
    department_id: 5,
    personnel_number: 'P7',
    username: 'anne',
  });
});

test('a change in Personio that no field of TimeTac holds writes nothing', async () => {
  const story = await linked();
  story.hr.editEmployee(anna.id, { position: 'Head of sales', department: { id: 401, name: 'IT' } });

  const report = await story.sync();

  expect(report.run.writes.timetac).toBe(0);
});

test("an e-mail that HR empties is an issue, and TimeTac's address stays", async () => {
  const story = await linked();
  story.hr.editEmployee(anna.id, { email: null });

  const report = await story.sync();

  expect(report.issues.map(({ code }) => code)).toEqual(['email-missing']);
  expect(story.userOf(anna.user)?.email_address).toBe('anna.ahrens@muster.example');
});

test('an exit date that HR takes back is taken back in TimeTac', async () => {
  const story = await linked();
  story.hr.editEmployee(anna.id, { termination_date: '2026-12-31' });
  await story.sync();
  expect(story.userOf(anna.user)?.exit_date).toBe('2026-12-31');
  story.later();
  story.hr.editEmployee(anna.id, { termination_date: null });

  const report = await story.sync();

  expect(report.issues).toEqual([]);
  expect(story.userOf(anna.user)?.exit_date ?? null).toBeNull();
});
