import { describe, expect, it } from 'vitest';

import {
  at,
  days,
  hourType,
  openAccount,
  sampleEmployee,
  sickType,
  vacationType,
} from './testing/account.ts';
import type { Account } from './testing/account.ts';

const v1 = '/v1/company/employees';
const rows = async (account: Account, path: string): Promise<unknown[]> =>
  at((await account.call('GET', path)).body, 'data') as unknown[];
const idsOf = (list: readonly unknown[]): unknown[] => list.map((row) => at(row, 'attributes.id.value'));

describe('v1 employees', () => {
  it('carry every key of the document with label, value, type and universal id', async () => {
    const reply = await openAccount().call('GET', v1);
    expect(reply.body).toMatchObject({
      success: true,
      metadata: { total_elements: 3, current_page: 0, total_pages: 1 },
      offset: 0,
      limit: 50,
    });
    const attributes = at(reply.body, 'data.0.attributes');
    expect(at(reply.body, 'data.0.type')).toBe('Employee');
    expect(Object.keys(attributes as object).sort()).toEqual(
      `id first_name last_name preferred_name email gender status position supervisor employment_type
       weekly_working_hours hire_date contract_end_date termination_date termination_type termination_reason
       last_working_day probation_period_end created_at last_modified_at subcompany office department team
       cost_centers holiday_calendar absence_entitlement work_schedule fix_salary hourly_salary
       fix_salary_interval profile_picture dynamic_7 dynamic_8`
        .split(/\s+/)
        .sort(),
    );
    expect(attributes).toMatchObject({
      id: { label: 'ID', value: 3003, type: 'integer', universal_id: 'id' },
      first_name: { label: 'First name', value: 'Ada', type: 'standard', universal_id: 'first_name' },
      hire_date: {
        label: 'Hire date',
        value: '2024-01-01T00:00:00+01:00',
        type: 'date',
        universal_id: 'hire_date',
      },
      termination_date: { value: null, type: 'date' },
      weekly_working_hours: { value: '40' },
      department: { value: { type: 'Department', attributes: { id: 401, name: 'Sales' } } },
      supervisor: { value: { type: 'Employee', attributes: { id: { value: 5005 } } } },
      absence_entitlement: {
        value: [
          {
            type: 'TimeOffType',
            attributes: { id: 11, name: 'Paid vacation', category: 'paid_vacation', entitlement: 24 },
          },
        ],
      },
      work_schedule: { value: { type: 'WorkSchedule', attributes: { monday: '08:00', sunday: '00:00' } } },
      dynamic_7: { label: 'Date of birth', value: '1990-02-03T00:00:00+01:00', universal_id: null },
    });
  });

  it('page by records and cap the page at 100', async () => {
    const account = openAccount();
    for (let id = 1; id <= 120; id++) account.people.addEmployee(sampleEmployee(id));
    const second = await account.call('GET', `${v1}?limit=2&offset=1`);
    expect(idsOf(at(second.body, 'data') as unknown[])).toEqual([5005, 6006]);
    expect((await rows(account, `${v1}?limit=500`)).length).toBe(100);
  });

  it('are selected by e-mail and by change, and by change of an attribute', async () => {
    const account = openAccount();
    expect(idsOf(await rows(account, `${v1}?email=p5005@muster.example`))).toEqual([5005]);
    expect(await rows(account, `${v1}?updated_since=2026-06-01`)).toEqual([]);
    account.people.editEmployee(3003, { email: 'new@muster.example' });
    account.people.editEmployee(5005, { position: 'Lead' });
    expect(idsOf(await rows(account, `${v1}?updated_since=2026-06-01T08:00:00`))).toEqual([3003, 5005]);
    expect(idsOf(await rows(account, `${v1}?updated_since=2026-06-01&attributes[]=email`))).toEqual([3003]);
  });

  it('show only the attributes that were asked for and may be read', async () => {
    const account = openAccount({}, (state) => {
      state.credentials[0]!.readableAttributes = ['email', 'first_name'];
    });
    const keys = async (path: string) =>
      Object.keys(at((await account.call('GET', path)).body, 'data.attributes') as object);
    expect(await keys(`${v1}/3003`)).toEqual(['id', 'first_name', 'email']);
    expect(await keys(`${v1}/3003?attributes[]=email&attributes[]=status`)).toEqual(['id', 'email']);
    const list = await rows(account, `${v1}/attributes`);
    expect(list.map((row) => at(row, 'key'))).toEqual(['id', 'first_name', 'email']);
    expect(await rows(account, `${v1}/custom-attributes`)).toEqual(list);
    const person = await account.call('GET', '/v2/persons/3003');
    expect(Object.keys(person.body as object)).toEqual(['id', 'email', 'first_name', 'employments', '_meta']);
  });

  it('name the choices of a list attribute', async () => {
    const list = await rows(openAccount(), `${v1}/attributes`);
    expect(list).toContainEqual({
      key: 'dynamic_8',
      label: 'Marital status',
      type: 'list',
      universal_id: null,
      options: ['married', 'single'],
    });
  });

  it('answer 404 for somebody unknown', async () => {
    const account = openAccount();
    for (const path of [`${v1}/9`, `${v1}/9/absences/balance`]) {
      const reply = await account.call('GET', path);
      expect(reply.status).toBe(404);
      expect(at(reply.body, 'success')).toBe(false);
    }
  });
});

describe('the absence balance', () => {
  it('is the entitlement less what was taken, and less what is booked', async () => {
    const account = openAccount();
    // A running absence counts up to today, 1 June; 4 June is a holiday; rejected ones and other types do not count.
    await account.call('POST', '/v2/absence-periods', { json: days('2026-05-29', '2026-06-05') });
    await account.call('POST', '/v2/absence-periods', { json: days('2026-12-30', '2027-01-10') });
    await account.call('POST', '/v2/absence-periods', {
      json: days('2026-07-01', '2026-07-01', { absence_type: { id: sickType } }),
    });
    account.people.rejectAbsence(
      account.people.addAbsence({
        person_id: '3003',
        absence_type_id: vacationType,
        first: '2026-08-03',
        last: '2026-08-07',
      }).id,
    );
    const reply = await account.call('GET', `${v1}/3003/absences/balance`);
    expect(reply.body).toEqual({
      success: true,
      data: [
        { id: 11, name: 'Paid vacation', category: 'paid_vacation', balance: 22, available_balance: 17 },
      ],
    });
  });
});

describe('v1 absences', () => {
  it('bridge the ids of both versions', async () => {
    const account = openAccount();
    const [first, second] = await rows(account, '/v1/company/time-off-types');
    expect(at(first, 'attributes')).toMatchObject({ id: 11, id_v2: vacationType, unit: 'day' });
    expect(at(second, 'attributes')).toMatchObject({ id: 12, id_v2: hourType, unit: 'hour' });
  });

  it('are listed when they lie fully inside the window, with an inclusive end', async () => {
    const account = openAccount();
    const made = await account.call('POST', '/v2/absence-periods', {
      json: days('2026-06-08', '2026-06-09 FIRST_HALF'),
    });
    const path = '/v1/company/time-offs?start_date=2026-06-08&end_date=';
    expect(await rows(account, `${path}2026-06-08`)).toEqual([]);
    const [row] = await rows(account, `${path}2026-06-09&offset=0`);
    expect(at(row, 'attributes')).toMatchObject({
      id_v2: at(made.body, 'id'),
      start_date: '2026-06-08T00:00:00+0200',
      end_date: '2026-06-09T00:00:00+0200',
      days_count: 1.5,
      half_day_start: 0,
      half_day_end: 1,
    });
    expect(await rows(account, `${path}2026-06-09&offset=1`)).toHaveLength(1);
    expect(await rows(account, `${path}2026-06-09&offset=2`)).toHaveLength(0);
  });
});

describe('v2 persons', () => {
  it('have the documented form', async () => {
    const reply = await openAccount().call('GET', '/v2/persons/3003');
    expect(reply.body).toEqual({
      id: '3003',
      email: 'p3003@muster.example',
      created_at: '2024-01-01T09:00:00Z',
      updated_at: '2026-05-01T09:00:00Z',
      first_name: 'Ada',
      last_name: 'Sample3003',
      preferred_name: 'Ada Sample3003',
      gender: 'FEMALE',
      profile_picture: { url: expect.any(String) },
      status: 'ACTIVE',
      custom_attributes: [
        { id: 'dynamic_7', type: 'date', value: '1990-02-03', global_id: null, label: 'Date of birth' },
        { id: 'dynamic_8', type: 'string', value: null, global_id: null, label: 'Marital status' },
      ],
      employments: [{ id: expect.any(String) }],
      _meta: { links: { employments: { href: 'https://api.personio.de/v2/persons/3003/employments' } } },
    });
  });

  it('are filtered by plain dates, lists and status', async () => {
    const account = openAccount();
    account.passMs(86_400_000);
    account.people.editEmployee(5005, { position: 'Lead' });
    const token = await account.signIn();
    const table: [string, string[]][] = [
      ['id=3003,6006', ['3003', '6006']],
      ['email=p5005@muster.example', ['5005']],
      ['first_name=Cy', ['6006']],
      ['status=INACTIVE', ['6006']],
      ['updated_at.gt=2026-06-01', ['5005']],
      ['updated_at.lt=2026-06-01', ['3003', '6006']],
      ['updated_at=2026-06-02', []],
      ['created_at.gt=2026-01-01', []],
    ];
    for (const [query, expected] of table) {
      const reply = await account.call('GET', `/v2/persons?${query}`, { token });
      expect(
        (at(reply.body, '_data') as unknown[]).map((row) => at(row, 'id')),
        query,
      ).toEqual(expected);
    }
    for (const query of ['updated_at.gt=2026-06-01T00:00:00Z', 'updated_at.gte=2026-06-01', 'status=LEAVE']) {
      expect((await account.call('GET', `/v2/persons?${query}`, { token })).status, query).toBe(400);
    }
  });

  it('have their employment, with the hire date and the termination', async () => {
    const account = openAccount();
    const list = await account.call('GET', '/v2/persons/6006/employments');
    expect(at(list.body, '_data.0')).toMatchObject({
      status: 'INACTIVE',
      type: 'INTERNAL',
      weekly_working_hours: 40,
      employment_start_date: '2024-01-01',
      employment_end_date: '2026-05-31',
      org_units: [{ type: 'team', id: '4502' }],
      person: { id: '6006' },
      termination: { termination_date: '2026-05-31', last_working_day: '2026-05-20' },
    });
    const id = String(at(list.body, '_data.0.id'));
    expect((await account.call('GET', `/v2/persons/6006/employments/${id}`)).status).toBe(200);
    expect((await account.call('GET', `/v2/persons/3003/employments/${id}`)).status).toBe(404);
    expect((await account.call('GET', '/v2/persons/9')).status).toBe(404);
  });
});
