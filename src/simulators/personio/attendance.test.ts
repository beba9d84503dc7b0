import { describe, expect, it } from 'vitest';

import { at, openAccount, shapeOf, work } from './testing/account.ts';
import type { Account } from './testing/account.ts';

const path = '/v2/attendance-periods';
const post = (account: Account, json: unknown, query = '?skip_approval=true') =>
  account.call('POST', `${path}${query}`, { json });
const read = async (account: Account, id: unknown) =>
  (await account.call('GET', `${path}/${String(id)}`)).body;
const ids = async (account: Account, query: string): Promise<unknown[]> => {
  const reply = await account.call('GET', `${path}?${query}`);
  expect(reply.status).toBe(200);
  return (at(reply.body, '_data') as readonly unknown[]).map((row) => at(row, 'id'));
};

describe('an attendance period', () => {
  it('reads back in the documented form', async () => {
    const account = openAccount();
    const made = await post(
      account,
      work('2026-06-01T08:00:00', '2026-06-01T12:00:00', { comment: 'x', project: { id: '71' } }),
    );
    expect([made.status, made.body]).toEqual([201, { id: expect.any(String), affected_periods: [] }]);
    const body = await read(account, at(made.body, 'id'));
    expect(body).toEqual({
      id: expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/),
      type: 'WORK',
      person: { id: '3003' },
      approval: { status: 'CONFIRMED' },
      start: { date_time: '2026-06-01T08:00:00' },
      end: { date_time: '2026-06-01T12:00:00' },
      attribution_date: '2026-06-01',
      comment: 'x',
      project: { id: '71' },
      is_auto_generated: false,
      created_at: '2026-06-01T08:00:00Z',
      updated_at: '2026-06-01T08:00:00Z',
    });
    const list = await account.call('GET', path);
    expect(shapeOf(list.body)).toEqual({
      _data: [shapeOf(body)],
      _meta: { links: { self: { href: 'string' } } },
    });
  });

  it('waits for approval unless told to skip it, after a change too', async () => {
    const account = openAccount();
    const id = at((await post(account, work('2026-06-01T08:00:00', '2026-06-01T12:00:00'), '')).body, 'id');
    expect(at(await read(account, id), 'approval.status')).toBe('PENDING');
    await account.call('PATCH', `${path}/${String(id)}?skip_approval=true`, { json: { comment: 'a' } });
    expect(at(await read(account, id), 'approval.status')).toBe('CONFIRMED');
    await account.call('PATCH', `${path}/${String(id)}`, { json: { comment: 'b' } });
    expect(at(await read(account, id), 'approval.status')).toBe('PENDING');
  });

  it('may stay open, and may pass midnight', async () => {
    const account = openAccount();
    const open = await post(account, work('2026-06-01T08:00:00', null));
    expect(at(await read(account, at(open.body, 'id')), 'end')).toBeNull();
    const night = await post(account, work('2026-06-02T22:00:00', '2026-06-03T06:00:00'));
    expect(at(await read(account, at(night.body, 'id')), 'attribution_date')).toBe('2026-06-02');
  });

  it.each([
    ['a body that is no JSON', null, 400, 'Invalid JSON'],
    [
      'a missing person',
      { ...work('2026-06-01T08:00:00', null), person: undefined },
      400,
      'Missing required parameters',
    ],
    ['an unknown kind', { ...work('2026-06-01T08:00:00', null), type: 'NAP' }, 400, 'Invalid type field'],
    ['a start with Z', work('2026-06-01T08:00:00Z', null), 400, 'Bad request'],
    ['an end with an offset', work('2026-06-01T08:00:00', '2026-06-01T12:00:00+02:00'), 400, 'Bad request'],
    ['a date that does not exist', work('2026-06-31T08:00:00', null), 400, 'Invalid start field'],
    [
      'an end at the start',
      work('2026-06-01T08:00:00', '2026-06-01T08:00:00'),
      422,
      'Start date greater than end date',
    ],
    [
      'more than 24 hours',
      work('2026-06-01T08:00:00', '2026-06-02T08:01:00'),
      422,
      'Period time range too long',
    ],
    [
      'a project on a break',
      { ...work('2026-06-01T08:00:00', '2026-06-01T09:00:00', { project: { id: '71' } }), type: 'BREAK' },
      422,
      'Break periods with project',
    ],
    [
      'an archived project',
      work('2026-06-01T08:00:00', '2026-06-01T09:00:00', { project: { id: '72' } }),
      422,
      'SIM_Project is not active',
    ],
    [
      'a person nobody knows',
      work('2026-06-01T08:00:00', null, { person: { id: '9' } }),
      422,
      'SIM_Unknown person',
    ],
    [
      'a comment of 1001 letters',
      work('2026-06-01T08:00:00', null, { comment: 'x'.repeat(1001) }),
      400,
      'SIM_Invalid comment field',
    ],
  ])('is refused for %s', async (_case, json, status, title) => {
    const account = openAccount();
    const reply = json === null ? await account.call('POST', path, { body: '{' }) : await post(account, json);
    expect([reply.status, at(reply.body, 'errors.0.title')]).toEqual([status, title]);
    expect(shapeOf(reply.body)).toEqual({
      personio_trace_id: 'string',
      timestamp: 'string',
      errors: [{ title: 'string', detail: 'string', type: 'null', _meta: {} }],
    });
    expect(account.state.attendances).toEqual([]);
    expect(account.calls.at(-1)?.wrote).toBe(false);
  });

  it('says "Invalid request content" to a zone', async () => {
    const reply = await post(openAccount(), work('2026-06-01T08:00:00Z', null));
    expect(at(reply.body, 'errors.0.detail')).toBe('Invalid request content');
  });

  it('of exactly 24 hours is stored', async () => {
    expect((await post(openAccount(), work('2026-06-01T08:00:00', '2026-06-02T08:00:00'))).status).toBe(201);
  });

  it('is changed field by field, moves its day, and is gone after DELETE', async () => {
    const account = openAccount();
    const id = String(
      at((await post(account, work('2026-06-01T08:00:00', '2026-06-01T12:00:00'))).body, 'id'),
    );
    account.passMs(5000);
    const json = { start: { date_time: '2026-05-31T08:00:00' }, end: { date_time: '2026-05-31T09:00:00' } };
    const patched = await account.call('PATCH', `${path}/${id}?skip_approval=true`, { json });
    expect([patched.status, patched.body]).toEqual([204, '']);
    expect(await read(account, id)).toMatchObject({
      attribution_date: '2026-05-31',
      updated_at: '2026-06-01T08:00:05Z',
      created_at: '2026-06-01T08:00:00Z',
    });
    expect((await account.call('PATCH', `${path}/${id}`, { json: { person: { id: '5005' } } })).status).toBe(
      400,
    );
    expect((await account.call('DELETE', `${path}/${id}`)).status).toBe(204);
    expect((await account.call('DELETE', `${path}/${id}`)).status).toBe(404);
    expect(await ids(account, 'limit=100')).toEqual([]);
  });
});

describe('overlap', () => {
  it.each([
    ['reaches into it', '2026-06-01T11:59:00', '2026-06-01T13:00:00', 422],
    ['lies inside it', '2026-06-01T09:00:00', '2026-06-01T10:00:00', 422],
    ['follows at once', '2026-06-01T12:00:00', '2026-06-01T13:00:00', 201],
  ])('of a period that %s', async (_case, start, end, status) => {
    const account = openAccount();
    await post(account, work('2026-06-01T08:00:00', '2026-06-01T12:00:00'));
    expect((await post(account, work(start, end))).status).toBe(status);
    expect((await post(account, work(start, end, { person: { id: '5005' } }))).status).toBe(201);
  });

  it('counts breaks, and does not count rejected periods', async () => {
    const account = openAccount();
    const foreign = account.people.addAttendance({
      person_id: '3003',
      type: 'BREAK',
      start: '2026-06-01T09:00:00',
      end: '2026-06-01T09:30:00',
    });
    const wanted = work('2026-06-01T08:00:00', '2026-06-01T12:00:00');
    expect((await post(account, wanted)).status).toBe(422);
    account.people.editAttendance(foreign.id, { status: 'REJECTED' });
    expect((await post(account, wanted)).status).toBe(201);
    expect((await post(account, wanted)).status).toBe(422);
  });

  it('cuts, splits and removes neighbours in the other mode, and lists them', async () => {
    const account = openAccount({ 'attendance-overlap': 'trim' });
    await post(account, work('2026-06-01T06:00:00', '2026-06-01T08:30:00'));
    await post(account, work('2026-06-01T08:40:00', '2026-06-01T08:50:00'));
    await post(account, work('2026-06-01T08:55:00', '2026-06-01T12:00:00'));
    const wide = await post(account, work('2026-06-01T08:00:00', '2026-06-01T09:00:00'));
    expect(at(wide.body, 'affected_periods.length')).toBe(3);
    const inside = await post(account, work('2026-06-01T10:00:00', '2026-06-01T11:00:00'));
    expect(at(inside.body, 'affected_periods.length')).toBe(2);
    const list = await account.call('GET', `${path}?sort=person.id,start.date_time`);
    const spans = (at(list.body, '_data') as unknown[]).map(
      (row) =>
        `${String(at(row, 'start.date_time')).slice(11, 16)}–${String(at(row, 'end.date_time')).slice(11, 16)}`,
    );
    expect(spans).toEqual(['06:00–08:00', '08:00–09:00', '09:00–10:00', '10:00–11:00', '11:00–12:00']);
  });
});

describe('a break that Personio inserts', () => {
  it('follows the work it belongs to and hinders nobody', async () => {
    const account = openAccount({ 'auto-breaks': 'on' });
    const id = at((await post(account, work('2026-06-01T08:00:00', '2026-06-01T16:00:00'))).body, 'id');
    const own = () => account.state.attendances.filter((period) => period.is_auto_generated);
    expect(own().map(({ start, end }) => [start, end])).toEqual([
      ['2026-06-01T11:45:00', '2026-06-01T12:15:00'],
    ]);
    const json = { end: { date_time: '2026-06-01T12:00:00' } };
    expect((await account.call('PATCH', `${path}/${String(id)}`, { json })).status).toBe(204);
    expect(own()).toEqual([]);
  });
});

describe('the list of attendance periods', () => {
  it('filters by everything the document names, all at once', async () => {
    const account = openAccount();
    const a = at(
      (await post(account, work('2026-05-01T08:00:00', '2026-05-01T12:00:00', { project: { id: '71' } })))
        .body,
      'id',
    );
    account.passMs(60_000);
    const b = at((await post(account, work('2026-05-02T08:00:00', '2026-05-02T12:00:00'), '')).body, 'id');
    const c = at(
      (await post(account, work('2026-05-03T08:00:00', null, { person: { id: '5005' } }))).body,
      'id',
    );
    const table: [string, unknown[]][] = [
      [`id=${String(a)},${String(c)}`, [a, c]],
      [`id=${String(a)}&id=${String(c)}`, [a, c]],
      ['person.id=3003', [a, b]],
      ['person.id=5005,3003', [a, b, c]],
      ['project.id=71', [a]],
      ['start.date_time.gte=2026-05-02T08:00:00', [b, c]],
      ['start.date_time.lte=2026-05-02T08:00:00', [a, b]],
      ['end.date_time.gte=2026-05-02T12:00:00', [b]],
      ['attribution_date.gte=2026-05-02&attribution_date.lte=2026-05-02', [b]],
      ['updated_at.gte=2026-06-01T08:01:00Z', [b, c]],
      ['updated_at.lte=2026-06-01T08:00:59Z', [a]],
      ['status=PENDING', [b]],
      ['status=CONFIRMED&person.id=3003', [a]],
    ];
    for (const [query, expected] of table) expect(await ids(account, query), query).toEqual(expected);
    const bad = [
      'status=OPEN',
      'start.date_time.gte=2026-05-02T08:00:00Z',
      'attribution_date.gte=May',
      'start.date.gte=2026-05-01',
      'sort=colour',
      'limit=101',
      'limit=0',
      'cursor=cur_x',
    ];
    for (const query of bad) expect((await account.call('GET', `${path}?${query}`)).status, query).toBe(400);
  });
});
