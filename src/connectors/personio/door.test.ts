// The door against answers as the vendor document shows them, word for word where it shows any.
// oxlint-disable unicorn/consistent-function-scoping -- a helper stands beside the tests that it serves

import { describe, expect, test } from 'vitest';
import type { HrDoor } from '../../engine/ports.ts';
import type { Transport, TransportAnswer } from '../http/transport.ts';
import { createPersonioDoor } from './door.ts';

const token = {
  access_token: 'papi-token',
  refresh_token: null,
  token_type: 'Bearer',
  expires_in: 86400,
  scope: 'personio:persons:read personio:attendances:write',
};

interface Sent {
  readonly at: number;
  readonly method: string;
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
}
type Answer = { readonly status?: number; readonly json?: unknown; readonly text?: string };

/** A door whose vendor answers each call by this function. */
function open(
  answer: (sent: Sent) => Answer,
  birthKey: string | null = null,
): { door: HrDoor; sent: Sent[] } {
  const sent: Sent[] = [];
  let now = 0;
  const transport: Transport = async (href, { method, headers, body }) => {
    const request = { at: now, method, url: new URL(href), headers, body };
    if (request.url.pathname !== '/v2/auth/token') sent.push(request);
    const given =
      request.url.pathname === '/v2/auth/token' && !('auth' in answer) ? { json: token } : answer(request);
    const result: TransportAnswer = {
      status: given.status ?? 200,
      headers: { date: 'Sun, 22 Nov 2026 08:00:00 GMT' },
      text: given.text ?? (given.json === undefined ? '' : JSON.stringify(given.json)),
    };
    return result;
  };
  const door = createPersonioDoor({
    baseUrl: 'https://api.personio.de',
    clientId: 'papi-client',
    clientSecret: 'papi-secret-value',
    appId: 'TANDEM',
    partnerId: 'PARTNER_CO',
    attributes: { dateOfBirth: birthKey },
    transport,
    timing: {
      now: () => now,
      random: () => 0.5,
      sleep: async (ms) => {
        now += ms;
      },
    },
    pacing: 'vendor',
  });
  return { door, sent };
}

/** The most requests that fall into any stretch of this length. */
const mostWithin = (ms: number, sent: readonly Sent[]): number =>
  Math.max(...sent.map(({ at }) => sent.filter((other) => other.at >= at && other.at < at + ms).length));

const list = (...rows: readonly unknown[]) => ({
  json: { _data: rows, _meta: { links: { self: { href: 'x' } } } },
});

const attendance = {
  id: 'bd242cd1-5116-41a0-99aa-c12af4837c81',
  type: 'WORK',
  person: { id: '3003' },
  approval: { status: 'CONFIRMED' },
  start: { date_time: '2026-06-01T08:00:00' },
  end: { date_time: '2026-06-01T12:00:00' },
  attribution_date: '2026-06-01',
  comment: '…',
  project: { id: '2318375' },
  is_auto_generated: false,
  created_at: '2026-06-01T06:00:01Z',
  updated_at: '2026-06-01T10:00:02Z',
};
const slashed = { ...attendance, id: 'a/b' };
const absence = {
  id: 'a-1',
  person: { id: '3003' },
  starts_from: { date_time: '2026-06-05T00:00:00', type: 'FIRST_HALF' },
  ends_at: { date_time: '2026-06-06T00:00:00', type: 'SECOND_HALF' },
  timezone_id: 'Europe/Berlin',
  comment: '',
  absence_type: { id: 't-1' },
  approval: { status: 'APPROVED' },
  created_at: '2026-05-01T09:00:00Z',
  updated_at: '2026-05-01T09:00:00Z',
};
const employee = {
  type: 'Employee',
  attributes: {
    id: { label: 'ID', value: 2628890, type: 'integer', universal_id: 'id' },
    first_name: { label: 'First name', value: 'Christian', type: 'standard', universal_id: 'first_name' },
    hire_date: {
      label: 'Hire date',
      value: '2014-11-09T00:00:00+01:00',
      type: 'date',
      universal_id: 'hire_date',
    },
    termination_date: {
      label: 'Termination date',
      value: null,
      type: 'date',
      universal_id: 'termination_date',
    },
    department: {
      label: 'Department',
      value: { type: 'Department', attributes: { id: 1, name: 'Sales' } },
      type: 'standard',
    },
    absence_entitlement: {
      label: 'Absence entitlement',
      value: [
        {
          type: 'TimeOffType',
          attributes: { id: 113437, name: 'Paid vacation', category: 'paid_vacation', entitlement: 24 },
        },
      ],
      type: 'standard',
    },
    dynamic_12345: { label: 'Personalnummer', value: '4711', type: 'standard', universal_id: null },
  },
};
const people = (...data: readonly unknown[]) => ({
  json: {
    success: true,
    metadata: { total_elements: data.length, current_page: 0, total_pages: 1 },
    offset: 0,
    limit: 100,
    data,
  },
});

describe('as the document shows it', () => {
  test('an attendance period', async () => {
    const { door, sent } = open(() => list(attendance));
    const { rows, serverAt } = await door.readAttendancePeriods({
      from: '2026-06-01',
      to: '2026-06-01',
      employeeIds: ['3003'],
    });
    expect(rows).toEqual([
      {
        id: 'bd242cd1-5116-41a0-99aa-c12af4837c81',
        employeeId: '3003',
        on: '2026-06-01',
        content: {
          kind: 'WORK',
          start: '2026-06-01T08:00:00',
          end: '2026-06-01T12:00:00',
          projectId: '2318375',
          comment: '…',
        },
        status: 'confirmed',
        automatic: false,
        createdAt: Date.parse('2026-06-01T06:00:01Z'),
        updatedAt: Date.parse('2026-06-01T10:00:02Z'),
      },
    ]);
    expect(serverAt).toBe(Date.parse('2026-11-22T08:00:00Z'));
    expect(Object.fromEntries(sent[0]!.url.searchParams)).toEqual({
      limit: '100',
      'attribution_date.gte': '2026-05-31',
      'attribution_date.lte': '2026-06-02',
      'person.id': '3003',
      sort: 'start.date_time',
    });
    expect(sent[0]!.headers).toMatchObject({
      authorization: 'Bearer papi-token',
      'x-personio-app-id': 'TANDEM',
      'x-personio-partner-id': 'PARTNER_CO',
    });
  });

  test('an absence of one full day, 5 June', async () => {
    const { door, sent } = open(() => list(absence));
    const { rows } = await door.readAbsencePeriods({ from: '2026-06-05', to: '2026-06-05' });
    expect(rows[0]).toMatchObject({
      content: {
        typeId: 't-1',
        firstOn: '2026-06-05',
        lastOn: '2026-06-05',
        startsAtMidday: false,
        endsAtMidday: false,
        hours: null,
      },
      status: 'approved',
    });
    expect(Object.fromEntries(sent[0]!.url.searchParams)).toMatchObject({
      'ends_at.date_time.gte': '2026-06-05T00:00:00',
      'starts_from.date_time.lte': '2026-06-05T23:59:59',
    });
  });

  test('an employee; what is not shown is not readable, what is null is empty', async () => {
    const { door } = open(() => people(employee));
    expect((await door.readEmployees()).rows).toEqual([
      {
        id: '2628890',
        firstName: 'Christian',
        lastName: undefined,
        email: undefined,
        status: undefined,
        hiredOn: '2014-11-09',
        terminatedOn: null,
        birthday: undefined,
        entitlements: [{ typeId: '113437', typeName: 'Paid vacation', category: 'paid_vacation', days: 24 }],
        office: undefined,
        department: 'Sales',
        subcompany: undefined,
        employmentType: undefined,
      },
    ]);
  });

  test.each([
    ['bare', slashed],
    ['wrapped', { _data: slashed }],
    ['wrapped otherwise', { data: slashed }],
  ])('one period comes %s', async (_name, json) => {
    expect(await open(() => ({ json })).door.readAttendancePeriod('a/b')).toMatchObject({ id: 'a/b' });
  });

  test('another period than the one asked for is not believed', async () => {
    await expect(open(() => ({ json: slashed })).door.readAttendancePeriod('a')).rejects.toMatchObject({
      kind: 'garbage',
      reason: 'id: another record than the one asked for',
    });
  });

  test('an absence type', async () => {
    const type = (id: string, unit: unknown) => ({ id, name: 'Urlaub', category: 'PAID_VACATION', unit });
    const { door } = open(() =>
      list(type('u-1', 'DAY'), type('u-2', 'HOURLY'), { id: 'u-3', name: 'Other' }),
    );
    expect(await door.readAbsenceTypes()).toEqual([
      { id: 'u-1', name: 'Urlaub', category: 'paid_vacation', unit: 'days' },
      { id: 'u-2', name: 'Urlaub', category: 'paid_vacation', unit: 'hours' },
      { id: 'u-3', name: 'Other', category: null, unit: undefined },
    ]);
  });

  test('one id twice on a page with two contents hides one of the two, so the list is not believed', async () => {
    const { door } = open(() => list({ id: 'u-1', name: 'Urlaub' }, { id: 'u-1', name: 'Other' }));
    await expect(door.readAbsenceTypes()).rejects.toMatchObject({ kind: 'garbage' });
    const same = open(() => list({ id: 'u-1', name: 'Urlaub' }, { id: 'u-1', name: 'Urlaub' }));
    expect(await same.door.readAbsenceTypes()).toHaveLength(1);
  });

  test('readable attributes', async () => {
    const data = [
      {
        key: 'dynamic_2',
        label: 'Marital status',
        type: 'list',
        universal_id: null,
        options: ['married', 'single'],
      },
    ];
    const { door } = open(() => ({ json: { success: true, data } }));
    expect(await door.readableAttributes()).toEqual([{ key: 'dynamic_2', label: 'Marital status' }]);
  });
});

describe('what is sent', () => {
  const work = {
    kind: 'WORK',
    start: '2026-06-01T08:00:00',
    end: '2026-06-02T00:00:00',
    projectId: null,
    comment: null,
  } as const;

  test('a create, without zone, with the approval that was asked for', async () => {
    const { door, sent } = open(() => ({ status: 201, json: { id: 'new-1', affected_periods: [] } }));
    expect(await door.createAttendancePeriod('3003', work, { skipApproval: true })).toEqual({
      id: 'new-1',
      affected: [],
    });
    expect(sent[0]!.url.search).toBe('?skip_approval=true');
    expect(JSON.parse(sent[0]!.body ?? '')).toEqual({
      person: { id: '3003' },
      type: 'WORK',
      start: { date_time: '2026-06-01T08:00:00' },
      end: { date_time: '2026-06-02T00:00:00' },
    });
  });

  test.each([true, false])(
    'an absence goes with the approval that was asked for (skipped: %s)',
    async (skipApproval) => {
      const { door, sent } = open(() => ({ status: 204 }));
      await door.deleteAbsencePeriod('a 1', { skipApproval });
      expect(sent[0]!.url.pathname).toBe('/v2/absence-periods/a%201');
      expect(sent[0]!.url.search).toBe(`?skip_approval=${String(skipApproval)}`);
    },
  );

  test('a change takes a project away, but never a comment that we did not write', async () => {
    const { door, sent } = open(() => ({ status: 204 }));
    await door.updateAttendancePeriod('p 1', work, { skipApproval: false, projects: true });
    expect(sent[0]!.url.pathname).toBe('/v2/attendance-periods/p%201');
    expect(JSON.parse(sent[0]!.body ?? '')).toMatchObject({ project: null });
    expect(JSON.parse(sent[0]!.body ?? '')).not.toHaveProperty('comment');
  });

  test.each([
    ['inclusive', false, '2026-06-08T00:00:00', 'SECOND_HALF'],
    ['exclusive', false, '2026-06-09T00:00:00', 'SECOND_HALF'],
    ['inclusive', true, '2026-06-08T00:00:00', 'FIRST_HALF'],
    ['exclusive', true, '2026-06-09T00:00:00', 'FIRST_HALF'],
  ] as const)(
    'an absence whose end is taken as %s (midday: %s)',
    async (end, endsAtMidday, date_time, type) => {
      const { door, sent } = open(() => ({ status: 201, json: { id: 'n', _meta: {} } }));
      const content = {
        typeId: 't-1',
        firstOn: '2026-06-05',
        lastOn: '2026-06-08',
        startsAtMidday: true,
        endsAtMidday,
        hours: null,
      };
      await door.createAbsencePeriod('3003', content, { skipApproval: false, end });
      expect(JSON.parse(sent[0]!.body ?? '')).toEqual({
        person: { id: '3003' },
        absence_type: { id: 't-1' },
        starts_from: { date_time: '2026-06-05T00:00:00', type: 'SECOND_HALF' },
        ends_at: { date_time, type },
      });
    },
  );

  test('an absence in hours goes out with its times', async () => {
    const { door, sent } = open(() => ({ status: 201, json: { id: 'n' } }));
    const hours = { start: '2026-06-05T09:30:00', end: '2026-06-05T11:00:00' };
    const content = {
      typeId: 't-1',
      firstOn: '2026-06-05',
      lastOn: '2026-06-05',
      startsAtMidday: false,
      endsAtMidday: false,
      hours,
    };
    await door.createAbsencePeriod('3003', content, { skipApproval: true, end: 'inclusive' });
    expect(JSON.parse(sent[0]!.body ?? '')).toMatchObject({
      starts_from: { date_time: hours.start },
      ends_at: { date_time: hours.end },
    });
  });

  test('many people are asked for in several requests', async () => {
    const { door, sent } = open(() => list());
    const employeeIds = Array.from({ length: 700 }, (_, n) => String(1_000_000 + n));
    await door.readAttendancePeriods({ employeeIds });
    const asked = sent.map(({ url }) => url.searchParams.get('person.id') ?? '');
    expect(asked.join(',').split(',')).toEqual(employeeIds);
    expect(asked.map((ids) => ids.length <= 2_000)).toEqual([true, true, true]);
  });
});

describe('when a half last day is over (U8)', () => {
  const half = (id: string, start: string, startType: string, end: string) => ({
    ...absence,
    id,
    starts_from: { date_time: start, type: startType },
    ends_at: { date_time: end, type: 'FIRST_HALF' },
  });
  const lastDays = async (rows: readonly unknown[], days: readonly [string, number][] = []) => {
    const { door, sent } = open(({ url }) =>
      url.pathname.endsWith('/breakdowns')
        ? list(...days.map(([date, value]) => ({ date, effective_duration: { unit: 'DAY', value } })))
        : list(...rows),
    );
    const listing = await door.readAbsencePeriods({});
    await door.readAbsencePeriods({});
    const looks = sent.filter(({ url }) => url.pathname.endsWith('/breakdowns')).length;
    return { lastDays: listing.rows.map(({ content }) => content.lastOn), looks };
  };
  const ambiguous = half('1', '2026-06-01T00:00:00', 'FIRST_HALF', '2026-06-03T00:00:00');

  test.each<[string, unknown[], [string, number][], string[], number]>([
    [
      'noon says it',
      [half('1', '2026-06-01T00:00:00.000', 'FIRST_HALF', '2026-06-03T12:00:00.000')],
      [],
      ['2026-06-03'],
      0,
    ],
    [
      'a single morning on its own midnight proves it',
      [half('1', '2026-06-05T00:00:00', 'FIRST_HALF', '2026-06-05T00:00:00'), { ...ambiguous, id: '2' }],
      [],
      ['2026-06-05', '2026-06-03'],
      0,
    ],
    [
      'midday to midday of one day would be nothing',
      [half('1', '2026-06-05T00:00:00', 'SECOND_HALF', '2026-06-06T00:00:00')],
      [],
      ['2026-06-06'],
      0,
    ],
    [
      'a row on the date itself',
      [ambiguous],
      [
        ['2026-06-01', 1],
        ['2026-06-02', 1],
        ['2026-06-03', 0.5],
      ],
      ['2026-06-03'],
      1,
    ],
    [
      'no row there, half a day before',
      [ambiguous],
      [
        ['2026-06-01', 1],
        ['2026-06-02', 0.5],
      ],
      ['2026-06-02'],
      1,
    ],
    [
      'no row there, a full day before',
      [ambiguous],
      [
        ['2026-06-01', 1],
        ['2026-06-02', 1],
      ],
      ['2026-06-03'],
      1,
    ],
    ['nothing tells: as full days are shown', [ambiguous], [], ['2026-06-02'], 2],
  ])('%s', async (_name, rows, days, expected, looks) => {
    expect(await lastDays(rows, days)).toEqual({ lastDays: expected, looks });
  });

  test('one that was deleted since it was listed leaves it to another', async () => {
    const gone = { errors: [{ title: 'Resource not found', detail: 'There is no resource.', type: null }] };
    const { door } = open(({ url: { pathname } }) => {
      if (!pathname.endsWith('/breakdowns')) return list(ambiguous, { ...ambiguous, id: '2' });
      if (pathname.includes('/1/')) return { status: 404, json: gone };
      return list({ date: '2026-06-03', effective_duration: { unit: 'DAY', value: 0.5 } });
    });
    const { rows } = await door.readAbsencePeriods({});
    expect(rows.map(({ content }) => content.lastOn)).toEqual(['2026-06-03', '2026-06-03']);
  });

  test('open-ended, hourly, and one afternoon', async () => {
    const { door } = open(() =>
      list(
        { ...absence, id: '1', ends_at: null },
        {
          ...absence,
          id: '2',
          ends_at: { date_time: null, type: null },
          starts_from: { date_time: '2026-06-05T00:00:00', type: null },
        },
        {
          ...absence,
          id: '3',
          starts_from: { date_time: '2026-06-05T09:00:00', type: null },
          ends_at: { date_time: '2026-06-05T11:30:00', type: null },
        },
        { ...absence, id: '4', starts_from: { date_time: '2026-06-05T00:00:00', type: 'SECOND_HALF' } },
      ),
    );
    const { rows } = await door.readAbsencePeriods({});
    expect(
      rows.map(({ content }) => [content.lastOn, content.startsAtMidday, content.hours?.end ?? null]),
    ).toEqual([
      [null, false, null],
      [null, false, null],
      ['2026-06-05', false, '2026-06-05T11:30:00'],
      ['2026-06-05', true, null],
    ]);
  });
});

describe('attributes of employees', () => {
  const withAttributes = async (attributes: Record<string, unknown>, key: string | null = null) => {
    const { door } = open(() => people({ attributes: { id: { value: 1 }, ...attributes } }), key);
    return (await door.readEmployees()).rows[0];
  };

  test.each([null, '', []])('%j is empty', async (value) => {
    const fields = ['email', 'status', 'hire_date', 'office', 'absence_entitlement'];
    const shown = await withAttributes(
      Object.fromEntries(fields.map((name) => [name, { label: name, value }])),
    );
    expect(shown).toMatchObject({
      email: null,
      status: null,
      hiredOn: null,
      office: null,
      entitlements: null,
    });
  });

  test.each([17, true, { a: 1 }, 'something else', ['x']])(
    '%j is not understood where a date or a status belongs',
    async (value) => {
      const shown = await withAttributes({
        hire_date: { value },
        status: { value },
        absence_entitlement: { value },
        office: { value },
      });
      expect(shown).toMatchObject({ id: '1' });
      expect([shown?.hiredOn, shown?.status, shown?.entitlements, shown?.office]).toEqual([
        undefined,
        undefined,
        undefined,
        undefined,
      ]);
    },
  );

  const born = (value: unknown, label: string) => ({ label, value, type: 'date' });
  test.each<[string, Record<string, unknown>, string | null, unknown]>([
    [
      'by its German label',
      { dynamic_9: born('1980-05-17T00:00:00+02:00', 'Geburtsdatum') },
      null,
      '1980-05-17',
    ],
    ['by its English label', { dynamic_9: born('1980-05-17', ' date of BIRTH ') }, null, '1980-05-17'],
    [
      'by the configured key alone',
      { dynamic_9: born('1980-05-17', 'Birthday'), dynamic_8: born('1981-01-01', 'x') },
      'dynamic_8',
      '1981-01-01',
    ],
    [
      'unreadable by the configured key',
      { dynamic_9: born('1980-05-17', 'Birthday') },
      'dynamic_8',
      undefined,
    ],
    [
      'a custom attribute before a system one',
      { dynamic_9: born('1980-05-17', 'Birthday'), birthday: born('1990-01-01', 'Birthday') },
      null,
      '1980-05-17',
    ],
    [
      'two that contradict each other',
      { dynamic_9: born('1980-05-17', 'Birthday'), dynamic_8: born('1981-05-17', 'Geburtsdatum') },
      null,
      undefined,
    ],
    ['empty', { dynamic_9: born(null, 'Birthday') }, null, null],
    ['in another form', { dynamic_9: born('17.05.1980', 'Birthday') }, null, undefined],
    ['not there', { dynamic_9: born('1980-05-17', 'Wedding') }, null, undefined],
  ])('date of birth: %s', async (_name, attributes, key, expected) => {
    expect((await withAttributes(attributes, key))?.birthday).toBe(expected);
  });

  test('without the right to read ids, access is what is missing', async () => {
    const { door } = open(() => people({ attributes: { email: { value: 'a@b.example' } } }));
    await expect(door.readEmployees()).rejects.toMatchObject({
      kind: 'access',
      reason: expect.stringContaining('Employee ID'),
    });
  });
});

describe('the bulk list of employees', () => {
  const row = (id: number) => ({ attributes: { id: { value: id } } });
  const page = (rows: readonly number[], total: number | null, limit: number | string = 2) => ({
    json: {
      success: true,
      ...(total === null ? {} : { metadata: { total_elements: total } }),
      limit,
      data: rows.map(row),
    },
  });
  const read = async (pages: (offset: number, call: number) => Answer) => {
    let calls = 0;
    const { door } = open(({ url }) => pages(Number(url.searchParams.get('offset')), calls++));
    return (await door.readEmployees()).rows.map(({ id }) => Number(id));
  };
  const everybody = [1, 2, 3, 4, 5];

  test.each([
    ['a total', 5],
    ['no total', null],
  ])('is read by records, with %s', async (_name, total) => {
    expect(await read((offset) => page(everybody.slice(offset, offset + 2), total, '2'))).toEqual(everybody);
  });

  test('stays within 15 requests a second and 300 a minute, whatever they are counted by', async () => {
    const total = 33_000;
    const { door, sent } = open(({ url }) => {
      const offset = Number(url.searchParams.get('offset'));
      return page(
        Array.from({ length: 100 }, (_, index) => offset + index + 1),
        total,
        100,
      );
    });
    await door.readEmployees();
    expect(sent).toHaveLength(330);
    expect(mostWithin(1_000, sent)).toBeLessThanOrEqual(15);
    expect(mostWithin(60_000, sent)).toBeLessThanOrEqual(300);
  });

  test('somebody who leaves meanwhile makes it start anew', async () => {
    const rows = await read((offset, call) =>
      call === 0 ? page([1, 2], 5) : page([2, 3, 4, 5].slice(offset, offset + 2), 4),
    );
    expect(rows).toEqual([2, 3, 4, 5]);
  });

  test.each<[string, (offset: number, call: number) => Answer]>([
    ['the same page again and again', () => page([1, 2], 5)],
    ['fewer people than it says', (offset) => page(everybody.slice(offset, offset + 2), 7)],
    ['more people every time', (offset, call) => page(everybody.slice(offset, offset + 2), 5 + call)],
    [
      'success false',
      () => ({ json: { success: false, error: { code: 0, message: 'Es ist ein Problem aufgetreten ' } } }),
    ],
  ])('is not believed: %s', async (_name, pages) => {
    await expect(read(pages)).rejects.toMatchObject({ name: 'VendorError', performed: 'no' });
  });
});

describe('v2 lists', () => {
  const next = (href: unknown, ...rows: readonly unknown[]) => ({
    json: { _data: rows, _meta: { links: { next: href } } },
  });
  const type = (id: string) => ({ id, name: id });

  test.each([
    ['absolute', { href: 'https://api.personio.de/v2/absence-types?cursor=cur_2' }],
    ['relative', { href: '/v2/absence-types?cursor=cur_2&limit=100' }],
    ['plain text', '/v2/absence-types?cursor=cur_2'],
    ['to another host', { href: 'https://elsewhere.example/v2/absence-types?cursor=cur_2' }],
  ])('a next link that is %s is followed at home', async (_name, href) => {
    const { door, sent } = open(({ url }) =>
      url.searchParams.has('cursor') ? list(type('b')) : next(href, type('a')),
    );
    expect((await door.readAbsenceTypes()).map(({ id }) => id)).toEqual(['a', 'b']);
    expect(new Set(sent.map(({ url }) => `${url.host}${url.pathname}`))).toEqual(
      new Set(['api.personio.de/v2/absence-types']),
    );
  });

  test('a list whose cursor is new every time and leads nowhere ends', async () => {
    const { door, sent } = open(() =>
      next({ href: `/v2/absence-types?cursor=cur_${sent.length}` }, type('a')),
    );
    await expect(door.readAbsenceTypes()).rejects.toMatchObject({ kind: 'garbage', performed: 'no' });
    expect(sent.length).toBeLessThan(200);
  });

  test.each<[string, (sent: Sent) => Answer]>([
    ['a next link to its own page', () => next({ href: '/v2/absence-types?cursor=cur_1' }, type('a'))],
    ['a next link without a cursor', () => next({ href: '/v2/absence-types' }, type('a'))],
    ['a next link that is none', () => next({ href: 5 }, type('a'))],
    ['no list', () => ({ json: { _data: null } })],
    ['nothing', () => ({ status: 204 })],
    ['a page', () => ({ text: '<html></html>' })],
  ])('%s is not believed', async (_name, answer) => {
    await expect(open(answer).door.readAbsenceTypes()).rejects.toMatchObject({
      kind: 'garbage',
      performed: 'no',
    });
  });

  test.each([
    ['a bound with its zone', 'updated_at.gte', (value: string) => value.endsWith('Z')],
    ['an order', 'sort', () => true],
  ])('%s that is refused is asked for more plainly from then on', async (_what, name, isRefused) => {
    const refusal = { errors: [{ title: 'Bad Request', detail: 'Invalid request content' }] };
    const { door, sent } = open(({ url }) =>
      isRefused(url.searchParams.get(name) ?? '') && url.searchParams.has(name)
        ? { status: 400, json: refusal }
        : list(),
    );
    const since = Date.parse('2026-06-02T10:00:00Z');
    await door.readAttendancePeriods({ updatedSince: since });
    const first = sent.length;
    await door.readAttendancePeriods({ updatedSince: since });
    expect(sent.length - first).toBe(1);
    const { searchParams } = sent.at(-1)?.url ?? new URL('about:blank');
    // Whatever zone it is read in, nothing after the bound is left out.
    expect([searchParams.get('updated_at.gte'), searchParams.has('sort')]).toEqual([
      '2026-06-01T10:00:00',
      false,
    ]);
    expect(searchParams.get('limit')).toBe('100');
  });

  const at = (id: string, day: string) => ({
    ...attendance,
    id,
    attribution_date: day,
    start: { date_time: `${day}T08:00:00` },
    end: { date_time: `${day}T12:00:00` },
  });

  test('where no order is taken, rows that come in order by chance are followed by their cursors', async () => {
    const refusal = { errors: [{ title: 'Bad Request', detail: 'Invalid request content' }] };
    const { door, sent } = open(({ url }) => {
      if (url.searchParams.has('sort')) return { status: 400, json: refusal };
      // Entered last, for the earliest day.
      if (url.searchParams.has('cursor')) return list(at('late', '2026-06-01'));
      return next('/v2/attendance-periods?cursor=cur_2', at('a', '2026-06-02'), at('b', '2026-06-03'));
    });
    const { rows } = await door.readAttendancePeriods({ from: '2026-06-01', to: '2026-06-30' });
    expect(rows.map(({ id }) => id).sort()).toEqual(['a', 'b', 'late']);
    expect(sent.some(({ url }) => url.searchParams.has('start.date_time.gte'))).toBe(false);
  });

  describe('an order that is taken and not heeded', () => {
    /** Bounds are heeded; pages of three show rows as they were entered. */
    const asEntered =
      (...entered: readonly ReturnType<typeof at>[]) =>
      ({ url: { searchParams } }: Sent): Answer => {
        // Nothing has changed while it was read.
        if (searchParams.has('updated_at.gte')) return list();
        const asked = new URLSearchParams(searchParams.get('cursor') ?? searchParams);
        const from = asked.get('start.date_time.gte') ?? '';
        const to = asked.get('start.date_time.lte') ?? '9999';
        const skipped = Number(asked.get('skip') ?? 0);
        const fitting = entered.filter(({ start }) => start.date_time >= from && start.date_time <= to);
        const rows = fitting.slice(skipped, skipped + 3);
        asked.set('skip', String(skipped + 3));
        const further = new URLSearchParams({ cursor: asked.toString() }).toString();
        return fitting.length > skipped + 3
          ? next(`/v2/attendance-periods?${further}`, ...rows)
          : list(...rows);
      };
    const shown = async (...entered: readonly ReturnType<typeof at>[]) => {
      const { door } = open(asEntered(...entered));
      const { rows } = await door.readAttendancePeriods({ from: '2026-06-01', to: '2026-06-30' });
      return rows.map(({ id }) => id).sort();
    };
    const [a1, a2, a3] = [at('a1', '2026-06-01'), at('a2', '2026-06-02'), at('a3', '2026-06-03')];

    test('hides nobody behind a page that holds all of one person', async () => {
      expect(await shown(a1, a2, a3, at('b1', '2026-06-01'), at('b3', '2026-06-03'))).toEqual([
        'a1',
        'a2',
        'a3',
        'b1',
        'b3',
      ]);
    });

    test('is told apart from one that is heeded, which is asked for once per account', async () => {
      const look = async (answer: (sent: Sent) => Answer, facts: Readonly<Record<string, string>>) => {
        const { door, sent } = open(answer);
        door.recall(facts);
        await door.readAttendancePeriods({ from: '2026-06-01', to: '2026-06-30' });
        return { facts: door.learned(), requests: sent.length };
      };
      const heeded = asEntered(a1, a2, a3, at('a4', '2026-06-04'));
      const first = await look(heeded, {});
      expect(first.facts).toEqual({ attendanceOrder: 'kept' });
      expect((await look(heeded, first.facts)).requests).toBe(first.requests - 1);
      const ignored = asEntered(a1, a2, a3, at('b1', '2026-06-01'));
      expect((await look(ignored, {})).facts).toEqual({ attendanceOrder: 'doubted' });
    });

    test('shows itself on the last page at the latest', async () => {
      const [a4, a5, a6] = [at('a4', '2026-06-04'), at('a5', '2026-06-05'), at('a6', '2026-06-06')];
      const late = [at('b4', '2026-06-04'), a6, at('b5', '2026-06-05')];
      expect(await shown(a1, a2, a3, a4, a5, ...late)).toHaveLength(8);
    });
  });

  test('a limit that is refused is left out from then on', async () => {
    const { door, sent } = open(({ url }) =>
      url.searchParams.has('limit')
        ? {
            status: 400,
            json: { errors: [{ title: 'unknown', detail: 'Provided value for limit is not valid' }] },
          }
        : list(type('a')),
    );
    await door.readAbsenceTypes();
    await door.readAbsenceTypes();
    expect(sent.map(({ url }) => url.searchParams.get('limit'))).toEqual(['100', null, null]);
  });
});

test('an account that tells no limit is asked ten times in a second at most', async () => {
  const { door, sent } = open(() => ({ json: attendance }));
  await Promise.all(Array.from({ length: 60 }, () => door.readAttendancePeriod(attendance.id)));
  expect(mostWithin(1_000, sent)).toBeLessThanOrEqual(10);
});

describe('how Personio says no', () => {
  const v2 = (title: string, detail: string, type: string | null = null) => ({
    personio_trace_id: 'aswo3f-a202lfso',
    timestamp: '2021-05-28T11:17:30+00:00',
    errors: [{ title, detail, type, _meta: {} }],
  });
  const notFound = v2(
    'Resource not found',
    'There is no resource for the specified id.',
    'https://developer.personio.de/reference/errors#common.resource_not_found',
  );
  const noRoute = v2(
    'Not Found',
    'The endpoint with /v2/… was not found.',
    'https://developer.personio.de/v2.0/page/public-api-error-codes#apinot_found',
  );
  const content = {
    typeId: 't',
    firstOn: '2026-06-05',
    lastOn: '2026-06-05',
    startsAtMidday: false,
    endsAtMidday: false,
    hours: null,
  };
  const create = (door: HrDoor) =>
    door.createAbsencePeriod('1', content, { skipApproval: true, end: 'inclusive' });

  test.each<[string, Answer, object]>([
    [
      '422 substitute',
      { status: 422, json: v2('Substitute required', 'A substitute is required for this absence type.') },
      {
        kind: 'refused',
        performed: 'no',
        status: 422,
        reason: 'Substitute required: A substitute is required for this absence type.',
        traceId: 'aswo3f-a202lfso',
        endpoint: 'POST /v2/absence-periods',
      },
    ],
    [
      '409 conflict',
      { status: 409, json: v2('Absence period conflict', 'x') },
      { kind: 'refused', performed: 'no' },
    ],
    [
      '400 with a machine code',
      { status: 400, json: v2('Bad request', 'x', 'https://…/errors#common.bad_request') },
      { kind: 'refused', code: 'common.bad_request' },
    ],
    [
      'a missing right',
      { status: 403, json: { error: { message: 'Insufficient access scope' } } },
      { kind: 'access', performed: 'no' },
    ],
    [
      'a record that may not be written',
      { status: 403, json: v2('Leave', 'This leave is read-only.') },
      { kind: 'refused', performed: 'no', status: 403 },
    ],
    ['an unauthorized token', { status: 400, json: v2('Unauthorized token', 'x') }, { kind: 'access' }],
    [
      'a gateway',
      { status: 502, text: '<html><title>502</title></html>' },
      { kind: 'unreachable', performed: 'unknown', reason: 'answered with an HTML page' },
    ],
    [
      'a proxy',
      { status: 404, text: '<html><title>404</title></html>' },
      { kind: 'garbage', performed: 'unknown' },
    ],
    [
      'success without an id',
      { status: 201, json: { _meta: {} } },
      { kind: 'garbage', performed: 'unknown' },
    ],
    ['success without a body', { status: 201 }, { kind: 'garbage', performed: 'unknown' }],
    ['a redirect', { status: 302 }, { kind: 'garbage', performed: 'unknown' }],
  ])('to a write: %s', async (_name, answer, expected) => {
    await expect(create(open(() => answer).door)).rejects.toMatchObject(expected);
  });

  test('a record that does not exist is null, a route that does not exist is not', async () => {
    expect(await open(() => ({ status: 404, json: notFound })).door.readAbsencePeriod('x')).toBeNull();
    for (const json of [{ message: 'no Route matched with those values' }, { errors: [] }, {}]) {
      await expect(open(() => ({ status: 404, json })).door.readAbsencePeriod('x')).rejects.toMatchObject({
        kind: 'garbage',
      });
    }
    await expect(
      open(() => ({ status: 404, json: noRoute })).door.readAbsencePeriod('x'),
    ).rejects.toMatchObject({ kind: 'garbage' });
    await expect(
      open(() => ({ status: 404, json: notFound })).door.deleteAbsencePeriod('x', { skipApproval: true }),
    ).rejects.toMatchObject({ kind: 'missing', performed: 'no' });
  });

  test('a wrong secret is 400 and a matter of access', async () => {
    const flat = {
      error: 'invalid_client',
      error_description: 'Client authentication failed for papi-secret-value',
      error_uri: null,
      meta: {},
      trace_id: 'baaaaaad',
    };
    const answer = Object.assign(() => ({ status: 400, json: flat }), { auth: true });
    await expect(open(answer).door.readAbsenceTypes()).rejects.toMatchObject({
      kind: 'access',
      code: 'invalid_client',
      traceId: 'baaaaaad',
      reason: 'Client authentication failed for •••',
      endpoint: 'POST /v2/auth/token',
    });
  });

  test.each(['server_error', 'temporarily_unavailable'])(
    '%s of the token says nothing about the secret',
    async (error) => {
      const answer = Object.assign(() => ({ status: 400, json: { error } }), { auth: true });
      await expect(open(answer).door.readAbsenceTypes()).rejects.toMatchObject({ kind: 'unreachable' });
    },
  );

  test('a neighbour that is told by its id alone is read; if that fails, the create is not known to be whole', async () => {
    const work = {
      kind: 'WORK',
      start: '2026-06-01T08:00:00',
      end: '2026-06-01T09:00:00',
      projectId: null,
      comment: null,
    } as const;
    const answering = (one: Answer) =>
      open(({ method }) =>
        method === 'POST'
          ? { status: 201, json: { id: 'n', affected_periods: [{ id: attendance.id }] } }
          : one,
      ).door;
    const created = await answering({ json: attendance }).createAttendancePeriod('1', work, {
      skipApproval: true,
    });
    expect(created.affected.map(({ id }) => id)).toEqual([attendance.id]);
    const gone = { status: 404, json: notFound };
    for (const answer of [{ status: 500 }, gone]) {
      await expect(
        answering(answer).createAttendancePeriod('1', work, { skipApproval: true }),
      ).rejects.toMatchObject({ performed: 'unknown' });
    }
  });
});
