import { describe, expect, it } from 'vitest';

import { at, openAccount, sampleEmployee, startOfTest, work } from './testing/account.ts';
import type { Account } from './testing/account.ts';

const crowd = (): Account =>
  openAccount({}, (state) => {
    state.employees = Array.from({ length: 60 }, (_, index) => sampleEmployee(index + 1));
  });
const dataIds = (body: unknown): unknown[] => (at(body, '_data') as unknown[]).map((row) => at(row, 'id'));
const nextOf = (body: unknown): string | null =>
  (at(body, '_meta.links.next.href') as string | undefined) ?? null;

describe('an address that nothing serves', () => {
  it.each([
    ['GET', '/v2/nothing'],
    ['PUT', '/v2/persons'],
    ['GET', '/v2/persons/'],
    ['GET', '/v1/company/attendances'],
    ['GET', '/v2/cost-centers'],
  ])('%s %s is "not found" in the form of the gateway', async (method, path) => {
    const reply = await openAccount().call(method, path);
    expect([reply.status, reply.body]).toEqual([
      404,
      {
        errors: [
          {
            title: 'Not Found',
            detail: `The endpoint with ${path} was not found.`,
            type: 'https://developer.personio.de/v2.0/page/public-api-error-codes#apinot_found',
            _meta: { path },
          },
        ],
      },
    ]);
  });
});

describe('a record that is not there', () => {
  it('is a 404 with the common error', async () => {
    const reply = await openAccount().call('GET', '/v2/attendance-periods/x');
    expect([reply.status, reply.body]).toEqual([
      404,
      {
        personio_trace_id: expect.any(String),
        timestamp: '2026-06-01T08:00:00+00:00',
        errors: [
          {
            title: 'Resource not found',
            detail:
              'The requested resource was not found. The resource could have been deleted or never existed in our system.',
            type: 'https://developer.personio.de/reference/errors#common.requested_resource_not_found',
            _meta: {},
          },
        ],
      },
    ]);
  });
});

describe('a list', () => {
  it.each([
    ['/v2/persons', 10, 50],
    ['/v2/absence-types', 5, 100],
    ['/v2/projects', 2, 100],
  ])('%s has its own default and cap', async (path, shown, cap) => {
    const account = crowd();
    expect(dataIds((await account.call('GET', path)).body)).toHaveLength(shown);
    expect((await account.call('GET', `${path}?limit=${cap}`)).status).toBe(200);
    const over = await account.call('GET', `${path}?limit=${cap + 1}`);
    expect([over.status, at(over.body, 'errors.0.detail')]).toEqual([
      400,
      'Provided value for limit is not valid',
    ]);
  });

  it.each(['cursor-only', 'full-query', 'relative'] as const)(
    'is read whole by following `next` (%s), whose cursor keeps limit and filters',
    async (form) => {
      const account = crowd();
      account.switches['next-link'] = form;
      account.people.editEmployee(3, { status: 'inactive' });
      const seen: unknown[] = [];
      let path: string | null = '/v2/persons?limit=25&status=ACTIVE';
      let pages = 0;
      while (path !== null) {
        const reply = await account.call('GET', path);
        seen.push(...dataIds(reply.body));
        path = nextOf(reply.body);
        pages++;
      }
      expect(pages).toBe(3);
      expect(seen).toEqual(Array.from({ length: 60 }, (_, i) => String(i + 1)).filter((id) => id !== '3'));
    },
  );

  it('loops on its own page in the reported bug', async () => {
    const account = crowd();
    account.switches['next-link'] = 'self-loop';
    const second = await account.call('GET', nextOf((await account.call('GET', '/v2/persons')).body)!);
    const third = await account.call('GET', nextOf(second.body)!);
    expect(nextOf(third.body)).toBe(nextOf(second.body));
    expect(dataIds(third.body)).toEqual(dataIds(second.body));
  });

  it('does not take the cursor of another list', async () => {
    const account = crowd();
    const next = new URL(nextOf((await account.call('GET', '/v2/persons')).body)!);
    expect((await account.call('GET', `/v2/projects${next.search}`)).status).toBe(400);
  });

  it('lets rows move between pages, and never shows a deletion', async () => {
    const account = crowd();
    const first = await account.call('GET', '/v2/persons?limit=10');
    account.people.removeEmployee(1);
    const second = await account.call('GET', nextOf(first.body)!);
    expect(dataIds(second.body)[0]).toBe('12');
    const all = await account.call('GET', '/v2/persons?id=1,2');
    expect(dataIds(all.body)).toEqual(['2']);
  });
});

describe('limits', () => {
  it('are a bucket per endpoint, told in headers, with a 429 that does not say when to come back', async () => {
    const account = openAccount({ 'rate-limit': 'on' });
    const statuses: number[] = [];
    for (let turn = 0; turn < 11; turn++) {
      statuses.push((await account.call('GET', '/v2/attendance-periods')).status);
    }
    expect(statuses).toEqual([...Array.from({ length: 10 }, () => 200), 429]);
    const refused = await account.call('GET', '/v2/attendance-periods');
    expect(refused.body).toBe('');
    expect(refused.headers.get('retry-after')).toBeNull();
    expect(refused.headers.get('x-ratelimit-remaining')).toBe('0');
    const other = await account.call('GET', '/v2/absence-periods');
    expect(Object.fromEntries([...other.headers].filter(([name]) => name.startsWith('x-')))).toEqual({
      'x-ratelimit-replenish-rate': '10',
      'x-ratelimit-burst-capacity': '10',
      'x-ratelimit-requested-tokens': '1',
      'x-ratelimit-remaining': '9',
    });
    account.passMs(100);
    expect((await account.call('GET', '/v2/attendance-periods')).status).toBe(200);
    expect((await account.call('GET', '/v2/attendance-periods')).status).toBe(429);
  });

  it('let v1 employees burst to 15 and carry no headers', async () => {
    const account = openAccount({ 'rate-limit': 'on' });
    const statuses: number[] = [];
    for (let turn = 0; turn < 16; turn++) {
      statuses.push((await account.call('GET', '/v1/company/employees')).status);
    }
    expect(statuses.filter((status) => status === 200)).toHaveLength(15);
    const reply = await account.call('GET', '/v1/company/time-off-types');
    expect(reply.headers.has('x-ratelimit-remaining')).toBe(false);
  });

  it('slow the token endpoint down after 150 requests in a minute', async () => {
    const account = openAccount({ 'rate-limit': 'on' });
    const status = async () => {
      await account.signIn();
      return account.calls.at(-1)?.status;
    };
    for (let turn = 0; turn < 150; turn++) expect(await status()).toBe(200);
    expect(await status()).toBe(429);
    account.passMs(1000);
    expect(await status()).toBe(200);
    expect(await status()).toBe(429);
    account.passMs(60_000);
    expect([await status(), await status()]).toEqual([200, 200]);
  });
});

describe('every answer', () => {
  it('carries the clock of the server', async () => {
    const account = openAccount({ 'fault-inject': 'server-error' });
    for (let turn = 0; turn < 20; turn++) {
      const reply = await account.call('GET', '/v2/absence-types');
      expect(reply.headers.get('date')).toBe(new Date(startOfTest).toUTCString());
    }
    expect(account.calls.map((call) => call.status)).toContain(500);
  });

  it('is counted once, with whether it wrote', async () => {
    const account = openAccount();
    await account.call('POST', '/v2/attendance-periods', { json: work('2026-06-01T08:00:00', null) });
    await account.call('GET', '/v2/attendance-periods?limit=1');
    expect(account.calls).toEqual([
      { at: startOfTest, method: 'POST', path: '/v2/auth/token', status: 200, wrote: false },
      { at: startOfTest, method: 'POST', path: '/v2/attendance-periods', status: 201, wrote: true },
      { at: startOfTest, method: 'GET', path: '/v2/attendance-periods', status: 200, wrote: false },
    ]);
  });

  it('that is lost after the write is counted as the write it was', async () => {
    const account = openAccount({ 'fault-inject': 'drop-after-write' });
    let lost = 0;
    for (let day = 1; day <= 28; day++) {
      const json = work(`2026-04-${String(day).padStart(2, '0')}T08:00:00`, null);
      await account.call('POST', '/v2/attendance-periods', { json }).catch((error: unknown) => {
        expect(error).toBeInstanceOf(TypeError);
        lost++;
      });
    }
    expect(lost).toBeGreaterThan(0);
    expect(account.state.attendances).toHaveLength(28);
    expect(account.calls.filter((call) => call.wrote)).toHaveLength(28);
  });

  it('that never got through is counted with status 0', async () => {
    const account = openAccount({ 'fault-inject': 'drop-before' });
    for (let turn = 0; turn < 20; turn++) await account.call('GET', '/v2/projects').catch(() => {});
    expect(new Set(account.calls.map((call) => call.status))).toEqual(new Set([200, 0]));
  });
});

describe('people', () => {
  it('move `updated_at` and leave their name', async () => {
    const account = openAccount();
    const made = account.people.addAttendance({
      person_id: '3003',
      type: 'WORK',
      start: '2026-06-01T08:00:00',
      end: '2026-06-01T09:00:00',
    });
    expect(made).toMatchObject({ created_by: 'SIM_HR', status: 'CONFIRMED', attribution_date: '2026-06-01' });
    account.passMs(60_000);
    account.people.editAttendance(made.id, { start: '2026-05-31T08:00:00', end: '2026-05-31T09:00:00' });
    expect(made).toMatchObject({ updated_at: startOfTest + 60_000, attribution_date: '2026-05-31' });
    account.people.deleteAttendance(made.id);
    expect((await account.call('GET', `/v2/attendance-periods/${made.id}`)).status).toBe(404);
    expect(() => account.people.deleteAttendance(made.id)).toThrow(made.id);
  });

  it('who put another array into the state are believed', async () => {
    const account = openAccount();
    const made = account.people.addAttendance({
      person_id: '3003',
      type: 'WORK',
      start: '2026-06-01T08:00:00',
      end: null,
    });
    account.state.attendances = [];
    expect((await account.call('GET', `/v2/attendance-periods/${made.id}`)).status).toBe(404);
    account.state.attendances.push(made);
    expect((await account.call('GET', `/v2/attendance-periods/${made.id}`)).status).toBe(200);
  });
});

describe('two simulators with the same dice', () => {
  it('give out the same ids', async () => {
    const json = work('2026-06-01T08:00:00', null);
    const [a, b] = await Promise.all(
      [openAccount(), openAccount()].map((account) =>
        account.call('POST', '/v2/attendance-periods', { json }),
      ),
    );
    expect(a?.body).toEqual(b?.body);
  });
});
