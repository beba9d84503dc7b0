import { describe, expect, it } from 'vitest';

import {
  at,
  coveredType,
  days,
  hourType,
  leaveType,
  openAccount,
  sickType,
  vacationType,
} from './testing/account.ts';
import type { Account } from './testing/account.ts';

const path = '/v2/absence-periods';
const post = (account: Account, json: unknown, query = '?skip_approval=true') =>
  account.call('POST', `${path}${query}`, { json });
const book = async (account: Account, json: unknown): Promise<string> => {
  const reply = await post(account, json);
  expect(reply.status).toBe(201);
  return String(at(reply.body, 'id'));
};
const read = async (account: Account, id: string) => (await account.call('GET', `${path}/${id}`)).body;
const hours = (start: string, end: string) => ({
  ...days('2026-06-08', '2026-06-08'),
  absence_type: { id: hourType },
  starts_from: { date_time: `2026-06-08T${start}` },
  ends_at: { date_time: `2026-06-08T${end}` },
});

const covered = (first: string, more: Record<string, unknown>) =>
  days(first, first, { absence_type: { id: coveredType }, ...more });

describe('an absence period', () => {
  it('of one full day reads back with an exclusive end, bare', async () => {
    const account = openAccount();
    const made = await post(account, days('2026-06-05', '2026-06-05'));
    expect([made.status, made.body]).toEqual([
      201,
      { id: expect.any(String), _meta: { links: { self: { href: expect.any(String) } } } },
    ]);
    expect(await read(account, String(at(made.body, 'id')))).toEqual({
      id: at(made.body, 'id'),
      person: { id: '3003' },
      starts_from: { date_time: '2026-06-05T00:00:00', type: 'FIRST_HALF' },
      ends_at: { date_time: '2026-06-06T00:00:00', type: 'SECOND_HALF' },
      timezone_id: 'Europe/Berlin',
      comment: '',
      absence_type: { id: vacationType },
      approval: { status: 'APPROVED' },
      created_at: '2026-06-01T08:00:00Z',
      updated_at: '2026-06-01T08:00:00Z',
    });
  });

  it.each([
    ['morning', '2026-06-05', '2026-06-05 FIRST_HALF', 'FIRST_HALF', 'FIRST_HALF'],
    ['afternoon', '2026-06-05 SECOND_HALF', '2026-06-05', 'SECOND_HALF', 'SECOND_HALF'],
  ])('of one %s keeps its halves', async (_case, first, last, startHalf, endHalf) => {
    const account = openAccount();
    expect(await read(account, await book(account, days(first, last)))).toMatchObject({
      starts_from: { date_time: '2026-06-05T00:00:00', type: startHalf },
      ends_at: { date_time: '2026-06-06T00:00:00', type: endHalf },
    });
  });

  it('may be open-ended', async () => {
    const account = openAccount();
    expect(at(await read(account, await book(account, days('2026-06-05', null))), 'ends_at')).toBeNull();
    expect((await post(account, days('2027-06-05', '2027-06-05'))).status).toBe(409);
  });

  it('in hours keeps its times and has no halves', async () => {
    const account = openAccount();
    expect(await read(account, await book(account, hours('09:00:00', '11:30:00')))).toMatchObject({
      starts_from: { date_time: '2026-06-08T09:00:00', type: null },
      ends_at: { date_time: '2026-06-08T11:30:00', type: null },
    });
  });

  it.each([
    ['its approval', '', 'PENDING'],
    ['nothing, when approval is skipped', '?skip_approval=true', 'APPROVED'],
  ])('waits for %s', async (_case, query, status) => {
    const account = openAccount();
    const id = String(at((await post(account, days('2026-06-05', '2026-06-05'), query)).body, 'id'));
    expect(at(await read(account, id), 'approval.status')).toBe(status);
    const sick = { absence_type: { id: sickType } };
    const free = String(at((await post(account, days('2026-06-12', '2026-06-12', sick), query)).body, 'id'));
    expect(at(await read(account, free), 'approval.status')).toBe('APPROVED');
  });

  it.each([
    ['a missing start', { ...days('2026-06-05', '2026-06-05'), starts_from: undefined }, 400],
    ['an end before its start', days('2026-06-05', '2026-06-04'), 422],
    ['nothing but midday', days('2026-06-05 SECOND_HALF', '2026-06-05 FIRST_HALF'), 422],
    ['a type nobody knows', days('2026-06-05', '2026-06-05', { absence_type: { id: 'x' } }), 422],
    ['a comment of 2001 letters', days('2026-06-05', '2026-06-05', { comment: 'x'.repeat(2001) }), 400],
    [
      'a substitute the type does not take',
      days('2026-06-05', '2026-06-05', { substitute: { id: '5005' } }),
      422,
    ],
    [
      'hours that end at 24:00',
      { ...hours('22:00:00', '23:00:00'), ends_at: { date_time: '2026-06-09T00:00:00' } },
      422,
    ],
    ['a read-only leave', days('2026-06-05', '2026-06-05', { absence_type: { id: leaveType } }), 422],
  ])('is refused for %s', async (_case, json, status) => {
    const account = openAccount();
    expect((await post(account, json)).status).toBe(status);
    expect(account.state.absences).toEqual([]);
  });

  it('has no half days where its type has none', async () => {
    const account = openAccount({}, (state) => {
      for (const type of state.absenceTypes) type.half_days = false;
    });
    expect((await post(account, days('2026-06-05', '2026-06-05 FIRST_HALF'))).status).toBe(422);
    expect((await post(account, days('2026-06-05', '2026-06-05'))).status).toBe(201);
  });

  it('is changed, and gone after DELETE', async () => {
    const account = openAccount();
    const id = await book(account, days('2026-06-08', '2026-06-09'));
    const json = { ends_at: { date_time: '2026-06-10T00:00:00', type: 'FIRST_HALF' } };
    const patched = await account.call('PATCH', `${path}/${id}?skip_approval=true`, { json });
    expect([patched.status, patched.body]).toEqual([204, '']);
    expect(await read(account, id)).toMatchObject({
      starts_from: { date_time: '2026-06-08T00:00:00', type: 'FIRST_HALF' },
      ends_at: { date_time: '2026-06-11T00:00:00', type: 'FIRST_HALF' },
      approval: { status: 'APPROVED' },
    });
    await account.call('PATCH', `${path}/${id}`, { json: { comment: 'later' } });
    expect(await read(account, id)).toMatchObject({ comment: 'later', approval: { status: 'PENDING' } });
    expect((await account.call('DELETE', `${path}/${id}`)).status).toBe(204);
    expect((await account.call('GET', `${path}/${id}`)).status).toBe(404);
    expect(at((await account.call('GET', path)).body, '_data')).toEqual([]);
  });
});

describe('two absences of one person', () => {
  it.each([
    ['the same day', days('2026-06-08', '2026-06-08'), 409],
    ['the free half of the last day', days('2026-06-10 SECOND_HALF', '2026-06-10'), 201],
    ['the taken half of the last day', days('2026-06-10', '2026-06-10 FIRST_HALF'), 409],
    ['the day after', days('2026-06-11', '2026-06-11'), 201],
    ['hours inside it', hours('09:00:00', '10:00:00'), 409],
    ['the same day of a colleague', days('2026-06-08', '2026-06-08', { person: { id: '5005' } }), 201],
  ])('conflict by half days: %s', async (_case, json, status) => {
    const account = openAccount();
    await book(account, days('2026-06-08', '2026-06-10 FIRST_HALF'));
    const reply = await post(account, json);
    expect(reply.status).toBe(status);
    if (status === 409) expect(at(reply.body, 'errors.0.title')).toBe('Absence period conflict');
  });

  it('do not conflict when one is rejected', async () => {
    const account = openAccount();
    const id = await book(account, days('2026-06-08', '2026-06-10'));
    account.people.rejectAbsence(id);
    expect(at(await read(account, id), 'approval.status')).toBe('REJECTED');
    await book(account, days('2026-06-08', '2026-06-10'));
  });

  it('conflict while the deletion of one is pending', async () => {
    const account = openAccount({ 'absence-delete-approved': 'deletion-pending' });
    const id = await book(account, days('2026-06-08', '2026-06-10'));
    await account.call('DELETE', `${path}/${id}`);
    expect((await post(account, days('2026-06-08', '2026-06-08'))).status).toBe(409);
  });
});

describe('a substitute', () => {
  it.each([
    ['is required', {}, 422, 'Substitute required'],
    ['cannot be oneself', { substitute: { id: '3003' } }, 409, 'Substitute is invalid'],
    ['cannot be somebody who has left', { substitute: { id: '6006' } }, 409, 'Substitute is invalid'],
  ])('%s', async (_case, more, status, title) => {
    const reply = await post(openAccount(), covered('2026-06-08', more));
    expect([reply.status, at(reply.body, 'errors.0.title')]).toEqual([status, title]);
  });

  it('may not be away meanwhile, and is not shown', async () => {
    const account = openAccount();
    const id = await book(account, covered('2026-06-08', { substitute: { id: '5005' } }));
    expect(await read(account, id)).not.toHaveProperty('substitute');
    const own = { person: { id: '5005' } };
    const reply = await post(account, days('2026-06-08', '2026-06-09', own));
    expect([reply.status, at(reply.body, 'errors.0.title')]).toEqual([
      409,
      'Requesting absence while substituting',
    ]);
    await book(account, days('2026-06-09', '2026-06-09', own));
  });
});

describe('a leave', () => {
  it('that people entered is read, never written', async () => {
    const account = openAccount();
    const leave = account.people.addAbsence({
      person_id: '3003',
      absence_type_id: leaveType,
      first: '2026-06-08',
      last: null,
    });
    expect(await read(account, leave.id)).toMatchObject({ ends_at: null });
    expect((await account.call('DELETE', `${path}/${leave.id}`)).status).toBe(422);
    expect((await account.call('PATCH', `${path}/${leave.id}`, { json: { comment: 'x' } })).status).toBe(422);
  });
});

describe('breakdowns', () => {
  it('follow the work schedule, the holidays and the halves', async () => {
    const account = openAccount();
    const id = await book(account, days('2026-06-03 SECOND_HALF', '2026-06-08 FIRST_HALF'));
    const reply = await account.call('GET', `${path}/${id}/breakdowns`);
    expect(at(reply.body, '_data')).toEqual(
      [
        ['2026-06-03', 0.5],
        ['2026-06-04', 0],
        ['2026-06-05', 1],
        ['2026-06-06', 0],
        ['2026-06-07', 0],
        ['2026-06-08', 0.5],
      ].map(([date, value]) => ({ date, effective_duration: { unit: 'DAY', value } })),
    );
  });

  it('count hours of hour types', async () => {
    const account = openAccount();
    const id = await book(account, hours('09:00:00', '11:30:00'));
    const reply = await account.call('GET', `${path}/${id}/breakdowns`);
    expect(at(reply.body, '_data.0')).toEqual({
      date: '2026-06-08',
      effective_duration: { unit: 'HOUR', value: 2.5 },
    });
  });

  it('come in pages of 28', async () => {
    const account = openAccount();
    const id = await book(account, days('2026-07-01', '2026-07-31'));
    const first = await account.call('GET', `${path}/${id}/breakdowns`);
    expect(at(first.body, '_data.length')).toBe(28);
    const second = await account.call('GET', String(at(first.body, '_meta.links.next.href')));
    expect(at(second.body, '_data.length')).toBe(3);
    expect((await account.call('GET', `${path}/${id}/breakdowns?limit=29`)).status).toBe(400);
  });
});

describe('the list of absence periods', () => {
  it('returns what overlaps a range, and combines filters', async () => {
    const account = openAccount();
    const a = await book(account, days('2026-06-01', '2026-06-10'));
    const b = await book(account, days('2026-06-15', '2026-06-15', { absence_type: { id: sickType } }));
    const c = await book(account, days('2026-06-20', null, { person: { id: '5005' } }));
    account.passMs(60_000);
    account.people.editAbsence(b, { comment: 'moved' });
    const table: [string, string[]][] = [
      ['starts_from.date_time.gte=2026-06-05T00:00:00', [a, b, c]],
      ['starts_from.date_time.gte=2026-06-11T00:00:00', [b, c]],
      ['starts_from.date_time.gte=2026-06-05T00:00:00&ends_at.date_time.lte=2026-06-06T00:00:00', [a]],
      ['ends_at.date_time.gte=2030-01-01T00:00:00', [c]],
      ['starts_from.date_time.lte=2026-06-14T23:59:59', [a]],
      [`absence_type.id=${sickType}`, [b]],
      ['person.id=5005', [c]],
      [`id=${a},${b}&person.id=3003`, [a, b]],
      ['updated_at.gte=2026-06-01T08:01:00Z', [b]],
    ];
    for (const [query, expected] of table) {
      const reply = await account.call('GET', `${path}?${query}`);
      const ids = (at(reply.body, '_data') as unknown[]).map((row) => at(row, 'id'));
      expect(ids, query).toEqual(expected);
    }
    for (const query of ['starts_from.date.gte=2026-06-05', 'limit=101', 'ends_at.date_time.lte=tomorrow']) {
      expect((await account.call('GET', `${path}?${query}`)).status, query).toBe(400);
    }
  });
});

describe('absence types', () => {
  it('are listed with UUID, name, category and unit', async () => {
    const account = openAccount();
    const list = await account.call('GET', '/v2/absence-types');
    expect(at(list.body, '_data.0')).toEqual({
      id: vacationType,
      name: 'Paid vacation',
      category: 'PAID_VACATION',
      unit: 'DAY',
    });
    expect((await account.call('GET', '/v2/absence-types/x')).status).toBe(404);
  });
});
