// The door against answers as the vendor document shows them.
// oxlint-disable unicorn/consistent-function-scoping -- a helper stands beside the tests that it serves

import { describe, expect, test } from 'vitest';
import type { TimeDoor } from '../../engine/ports.ts';
import type { Transport } from '../http/transport.ts';
import { createTimetacDoor } from './door.ts';

interface Sent {
  readonly method: string;
  readonly url: URL;
  readonly body: string | undefined;
  readonly headers: Readonly<Record<string, string>>;
}
type Answer = { readonly status?: number; readonly json?: unknown; readonly text?: string };

function open(
  answer: (sent: Sent) => Answer,
  more: { readonly apiVersion?: 3 | 4; readonly pathPrefix?: string; readonly token?: Answer } = {},
): { door: TimeDoor; sent: Sent[] } {
  const sent: Sent[] = [];
  const transport: Transport = async (href, { method, headers, body }) => {
    const request = { method, url: new URL(href), body, headers };
    const isToken = request.url.pathname === '/acme/auth/oauth2/token';
    if (!isToken) sent.push(request);
    const signedIn = { json: { access_token: '0123456789abcdef', token_type: 'bearer', expires_in: 3600 } };
    const given: Answer = isToken ? (more.token ?? signedIn) : answer(request);
    return {
      status: given.status ?? 200,
      headers: {},
      text: given.text ?? JSON.stringify(given.json ?? null),
    };
  };
  let now = 0;
  const door = createTimetacDoor({
    baseUrl: 'https://api.timetac.com/',
    account: 'acme',
    apiVersion: more.apiVersion ?? 4,
    pathPrefix: more.pathPrefix ?? '',
    clientId: 'CLIENT__API_USER_1',
    clientSecret: 'timetac-secret-value',
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

const head = {
  Host: 'go-dev.timetac.com',
  Codeversion: '7.17.0',
  RequestStartTime: '2025-01-31 10:00:00',
  RequestEndTime: '2025-01-31 10:00:00',
  ServerTimeZone: 'Europe/Vienna',
};
const ok = (Results: unknown, more: object = {}): Answer => ({
  json: {
    ...head,
    Success: true,
    SuccessNested: true,
    NumResults: Array.isArray(Results) ? Results.length : 1,
    Results,
    ...more,
  },
});
const failure = (status: number, http: number, more: object = {}): Answer => ({
  status: http,
  json: {
    ...head,
    Success: false,
    SuccessNested: false,
    Error: status,
    ErrorMessage: 'Unprocessable Entity: department_id',
    ...more,
  },
});
const tracking = (id: number, more: object = {}) => ({
  id,
  user_id: 7,
  task_id: 4,
  start_time: '2025-01-30 08:00:00',
  end_time: '2025-01-30 12:00:00',
  start_time_timezone: 'Europe/Vienna',
  end_time_timezone: 'Europe/Vienna',
  start_time_offset: '+01:00',
  end_time_offset: '+01:00',
  status: 2,
  is_nonworking: false,
  is_paid_non_working: false,
  absence_request_id: null,
  approved_by_admin: true,
  notes: '',
  ...more,
});

describe('the requests that go out', () => {
  test('address, order and filter of a walk through a resource', async () => {
    const { door, sent } = open(() => ok([]));
    await door.readAll(['timeEntry', 'absence', 'absenceDay', 'user'], {
      timeEntry: '2025-01-01',
      absence: '2025-01-02',
      absenceDay: '2025-01-03',
    });
    expect(sent.map(({ url }) => url.pathname)).toEqual([
      '/acme/v4/timeTrackings/read',
      '/acme/v4/absences/read',
      '/acme/v4/absenceDays/read',
      '/acme/v4/users/read',
    ]);
    expect(sent.map(({ url }) => Object.fromEntries(url.searchParams))).toEqual([
      {
        _op__start_time: 'gteq',
        start_time: '2024-12-31 00:00:00',
        _order_by: 'id',
        _sort_direction: 'ASC',
        _limit: '1000',
      },
      {
        _op__to_date: 'gteq',
        to_date: '2025-01-02',
        _order_by: 'id',
        _sort_direction: 'ASC',
        _limit: '1000',
      },
      { _op__date: 'gteq', date: '2025-01-03', _order_by: 'id', _sort_direction: 'ASC', _limit: '1000' },
      { _order_by: 'id', _sort_direction: 'ASC', _limit: '1000' },
    ]);
    expect(sent[0]!.headers['authorization']).toBe('Bearer 0123456789abcdef');
  });

  test('version 3 behind the browser prefix', async () => {
    const { door, sent } = open(() => ok([]), { apiVersion: 3, pathPrefix: 'userapi/' });
    await door.readAll(['user'], {});
    expect(sent[0]!.url.pathname).toBe('/acme/userapi/v3/users/read');
    expect(sent[0]!.url.searchParams.get('_order_desc')).toBe('false');
  });

  test('one deltaSync for all kinds', async () => {
    const block = { Success: true, NumResults: 0, Results: [], Deleted: [] };
    const { door, sent } = open(() =>
      ok({
        users: block,
        timeTrackings: { ...block, Deleted: [{ id: '3', deleted_at: '2025-01-30 09:00:00' }] },
      }),
    );
    const reading = await door.readChanges(['user', 'timeEntry'], '2025-01-01 00:00:00', {
      timeEntry: '2025-01-01',
    });
    expect(reading).toEqual({
      rows: { user: [], timeEntry: [] },
      deleted: { user: [], timeEntry: ['3'] },
      failed: {},
      serverWall: '2025-01-31 10:00:00',
      serverZone: 'Europe/Vienna',
    });
    expect(sent).toHaveLength(1);
    expect(decodeURIComponent(sent[0]!.url.search)).toBe(
      '?_since=2025-01-01+00:00:00&_include=users,timeTrackings&_offset=0' +
        '&users___order_by=id&users___sort_direction=ASC' +
        '&timeTrackings___order_by=id&timeTrackings___sort_direction=ASC' +
        '&timeTrackings___op__start_time=gteq&timeTrackings__start_time=2024-12-31+00:00:00&_limit=1000',
    );
  });

  test('only the named fields of a user change', async () => {
    const { door, sent } = open(() => ok([{ id: 1, firstname: 'X' }]));
    expect(await door.updateUser('1', { firstName: 'X', exitOn: null, entitlementDays: 25 })).toMatchObject({
      id: '1',
      firstName: 'X',
    });
    expect(sent[0]!.method).toBe('PUT');
    expect(JSON.parse(sent[0]!.body ?? '')).toEqual({
      id: 1,
      firstname: 'X',
      exit_date: null,
      timesheet_holiday_calc_yearly_amount: 25,
    });
  });
});

describe('pages', () => {
  const rows = (count: number) => Array.from({ length: count }, (_, n) => tracking(n * 2 + 1));
  /** A server with so many rows that cuts pages to `most`. */
  const serve = (count: number, most: number) => (sent: Sent) => {
    const above = Number(sent.url.searchParams.get('id') ?? 0);
    const limit = Math.min(most, Number(sent.url.searchParams.get('_limit') ?? 100));
    return ok(
      rows(count)
        .filter(({ id }) => id > above)
        .slice(0, limit),
    );
  };

  test.each([
    [0, 1000, 1],
    [5, 1000, 2],
    [10, 3, 4],
    [9, 3, 4],
    [2500, 1000, 3],
    [2000, 1000, 3],
    [250, 100, 3],
  ])('%i rows from a server that gives %i at most', async (count, most, requests) => {
    const { door, sent } = open(serve(count, most));
    const reading = await door.readAll(['timeEntry'], {});
    expect(reading.rows.timeEntry?.map(({ id }) => Number(id))).toEqual(rows(count).map(({ id }) => id));
    expect(sent).toHaveLength(requests);
  });

  test('once a longer page was seen, a shorter one needs no second look', async () => {
    const { door, sent } = open(serve(40, 1000));
    await door.readAll(['timeEntry'], {});
    const { door: other, sent: otherSent } = open((request) =>
      serve(request.url.pathname.includes('users') ? 9 : 40, 1000)(request),
    );
    await other.readAll(['timeEntry', 'absence'].slice(0, 1) as ['timeEntry'], {});
    await other.readAll(['user'], {});
    expect([sent.length, otherSent.length]).toEqual([2, 3]);
  });

  test('a page that is cut is no evidence that a record is gone, whatever other pages held', async () => {
    const { door } = open((request) => {
      const { searchParams } = request.url;
      if (searchParams.get('_op__id') !== 'in') return serve(400, 1000)(request);
      const asked = (searchParams.get('id') ?? '').split('|').map(Number);
      const there = rows(400).filter(({ id }) => asked.includes(id) && id > 10);
      const offset = Number(searchParams.get('_offset') ?? 0);
      return ok(there.slice(offset, offset + 20));
    });
    await door.readAll(['timeEntry'], {});
    const found = await door.readByIds(
      'timeEntry',
      Array.from({ length: 100 }, (_, index) => String(index + 1)),
    );
    expect(found).toHaveLength(45);
  });

  test.each([
    [100, ['1000', '100', '100', '100']],
    [50, ['1000', '100', null, null, null, null, null, null]],
  ])('a page size over %i is refused: a smaller one is found', async (most, asked) => {
    const { door, sent } = open((request) => {
      const limit = request.url.searchParams.get('_limit');
      if (limit !== null && Number(limit) > most) return failure(422, 422);
      return serve(250, most)(request);
    });
    expect((await door.readAll(['timeEntry'], {})).rows.timeEntry).toHaveLength(250);
    expect(sent.map(({ url }) => url.searchParams.get('_limit')).slice(0, asked.length)).toEqual(asked);
  });

  test.each<[string, (sent: Sent) => Answer]>([
    ['an order that is not kept', () => ok([tracking(2), tracking(1)])],
    ['a filter that is ignored', () => ok([tracking(1), tracking(2)])],
    ['a row without id', () => ok([{ ...tracking(1), id: null }])],
    ['no list', () => ok({})],
    ['no answer at all', () => ({ text: '' })],
    ['no clock of the server', () => ({ json: { Success: true, Results: [] } })],
  ])('%s is not believed', async (_name, answer) => {
    await expect(open(answer).door.readAll(['timeEntry'], {})).rejects.toMatchObject({
      kind: 'garbage',
      performed: 'no',
    });
  });

  test('a cut page is not mistaken for records that are gone', async () => {
    const { door } = open(({ url }) => {
      const ids = (url.searchParams.get('id') ?? '').split('|').map(Number);
      const offset = Number(url.searchParams.get('_offset') ?? 0);
      return ok(
        ids
          .filter((id) => id !== 5)
          .map((id) => tracking(id))
          .slice(offset, offset + 3),
      );
    });
    const found = await door.readByIds('timeEntry', ['1', '2', '3', '4', '5', '6', '7', '8']);
    expect(found.map(({ id }) => id)).toEqual(['1', '2', '3', '4', '6', '7', '8']);
  });

  test('an id that answers 404 is gone, the others are not', async () => {
    const { door } = open(({ url }) => {
      const ids = (url.searchParams.get('id') ?? '').split('|');
      return ids.includes('2') ? failure(404, 404) : ok(ids.map((id) => tracking(Number(id))));
    });
    expect((await door.readByIds('timeEntry', ['1', '2', '3'])).map(({ id }) => id)).toEqual(['1', '3']);
    await expect(
      open(() => ({ status: 404, json: { error: 'Not Found' } })).door.readByIds('timeEntry', ['1']),
    ).rejects.toMatchObject({ kind: 'garbage' });
  });
});

describe('changes', () => {
  const serve =
    (ids: () => readonly number[], most: number, deleted: unknown = []) =>
    (sent: Sent): Answer => {
      const offset = Number(sent.url.searchParams.get('_offset'));
      const Results = ids()
        .slice(offset, offset + most)
        .map((id) => tracking(id));
      return ok({ timeTrackings: { Success: true, Results, Deleted: deleted } });
    };
  const upTo = (count: number) => Array.from({ length: count }, (_, n) => n + 1);
  const read = (answer: (sent: Sent) => Answer) => {
    const { door, sent } = open(answer);
    const reading = door.readChanges(['timeEntry'], '2025-01-01 00:00:00', {});
    const ids = async () => (await reading).rows.timeEntry?.map(({ id }) => Number(id));
    return { sent, ids, reading };
  };

  test.each([1, 2, 3, 7, 1000])('pages of %i rows', async (most) => {
    expect(await read(serve(() => upTo(11), most)).ids()).toEqual(upTo(11));
  });

  test('a row that leaves while it is read makes it begin anew', async () => {
    let calls = 0;
    const ids = () => (++calls <= 2 ? upTo(11) : upTo(11).filter((id) => id !== 2));
    expect(await read(serve(ids, 4)).ids()).toEqual(upTo(11).filter((id) => id !== 2));
  });

  test('rows that never stand still are not believed', async () => {
    let calls = 0;
    const { ids } = read(serve(() => upTo(40).slice(calls++), 4));
    await expect(ids()).rejects.toMatchObject({ kind: 'garbage' });
  });

  test('a server that ignores the offset is not believed', async () => {
    for (const count of [1, 3]) {
      const answer = (): Answer =>
        ok({ timeTrackings: { Success: true, Results: upTo(count).map((id) => tracking(id)) } });
      await expect(read(answer).reading).rejects.toMatchObject({ kind: 'garbage' });
    }
  });

  test.each<[string, unknown, readonly string[] | undefined]>([
    ['a list', [{ id: 3, deleted_at: 'x' }, { id: '4' }], ['3', '4']],
    ['a map by resource', { timeTrackings: [{ id: 3 }] }, ['3']],
    ['a map by another spelling', { timetrackings: [{ id: 3 }] }, ['3']],
    ['a map by id', { 3: '2025-01-30 09:00:00' }, ['3']],
    ['an empty object', {}, []],
    ['nothing', undefined, undefined],
    ['nonsense', 'x', undefined],
    ['a list of nonsense', [{ id: 'x' }], undefined],
  ])('what was deleted, as %s', async (_name, deleted, expected) => {
    const answer = (): Answer => ok({ timeTrackings: { Success: true, Results: [], Deleted: deleted } });
    expect((await read(answer).reading).deleted.timeEntry).toEqual(expected);
  });

  test('a map of deletions around the blocks', async () => {
    const answer = (): Answer =>
      ok({ timeTrackings: { Success: true, Results: [] } }, { Deleted: { timeTrackings: [{ id: 8 }] } });
    expect((await read(answer).reading).deleted.timeEntry).toEqual(['8']);
  });

  test.each([403, 404, 410])(
    'refused with %i: plain reads since, and nothing known about deletions',
    async (status) => {
      const { door, sent } = open(({ url }) =>
        url.pathname.includes('deltaSync')
          ? failure(status, status)
          : ok(url.searchParams.has('id') ? [] : [tracking(5)]),
      );
      const reading = await door.readChanges(['timeEntry'], '2025-01-01 00:00:00', {});
      expect(reading.rows.timeEntry?.map(({ id }) => id)).toEqual(['5']);
      expect(reading.deleted).toEqual({});
      await door.readChanges(['timeEntry'], '2025-01-01 00:00:00', {});
      expect(sent.filter(({ url }) => url.pathname.includes('deltaSync'))).toHaveLength(1);
      expect(sent[1]!.url.searchParams.get('_since')).toBe('2025-01-01 00:00:00');
    },
  );

  test('a block that is refused by itself is read plainly', async () => {
    const { door } = open(({ url }) =>
      url.pathname.includes('deltaSync')
        ? ok({
            users: {
              Success: true,
              Results: [{ id: 1 }].slice(Number(url.searchParams.get('_offset'))),
              Deleted: [],
            },
            timeTrackings: { Success: false, Error: 403 },
          })
        : ok(url.searchParams.has('id') ? [] : [tracking(5)]),
    );
    const reading = await door.readChanges(['user', 'timeEntry'], '2025-01-01 00:00:00', {});
    expect([reading.rows.user?.length, reading.rows.timeEntry?.length]).toEqual([1, 1]);
    expect(reading.deleted).toEqual({ user: [] });
  });
});

describe('rows', () => {
  const entry = async (more: object) =>
    (
      await open(({ url }) => ok(url.searchParams.has('id') ? [] : [tracking(1, more)])).door.readAll(
        ['timeEntry'],
        {},
      )
    ).rows.timeEntry?.[0];

  test.each<[string, object, object]>([
    [
      'work',
      {},
      {
        kind: 'work',
        start: '2025-01-30T08:00:00',
        end: '2025-01-30T12:00:00',
        startOffset: 60,
        absenceId: null,
        approved: true,
        notes: null,
      },
    ],
    ['a break', { is_nonworking: '1' }, { kind: 'break' }],
    ['a paid break', { is_paid_non_working: 1 }, { kind: 'paid-break' }],
    ['the shadow of an absence', { absence_request_id: '12' }, { absenceId: '12' }],
    [
      'loose text',
      {
        id: '1',
        user_id: '7',
        is_nonworking: '0',
        approved_by_admin: '0',
        start_time: '2025-01-30 08:00:00.0',
      },
      { id: '1', userId: '7', kind: 'work', approved: false },
    ],
    ['running, null', { end_time: null, status: 1 }, { end: null, endZone: 'Europe/Vienna' }],
    ['running, empty', { end_time: '', end_time_timezone: '', status: 1 }, { end: null }],
    ['running, zeros', { end_time: '0000-00-00 00:00:00', status: '1' }, { end: null }],
    [
      'running, missing',
      { end_time: undefined, end_time_timezone: undefined, status: undefined },
      { end: null },
    ],
    ['offset in minutes', { start_time_offset: -300 }, { startOffset: -300 }],
    ['offset in minutes as text', { start_time_offset: '60' }, { startOffset: 60 }],
    ['offset in hours, which we do not know', { start_time_offset: 1 }, { startOffset: null }],
    ['offset in seconds, which we do not know', { start_time_offset: 3600 }, { startOffset: null }],
    ['no approval known', { approved_by_admin: undefined }, { approved: undefined }],
  ])('%s', async (_name, wire, expected) => {
    expect(await entry(wire)).toMatchObject(expected);
  });

  test.each<[string, object]>([
    ['a stopped entry without end', { end_time: null }],
    ['no zone', { start_time_timezone: null }],
    ['a zone that does not exist', { start_time_timezone: 'Europe/Nowhere' }],
    ['a date that does not exist', { start_time: '2025-02-30 08:00:00' }],
    ['no word about breaks', { is_nonworking: undefined }],
    ['no word about absences', { absence_request_id: undefined }],
    ['nobody', { user_id: 0 }],
  ])('%s is not understood', async (_name, wire) => {
    await expect(entry(wire)).rejects.toMatchObject({
      kind: 'garbage',
      reason: expect.stringMatching(/^row with the id 1: /),
    });
  });

  describe('a day of leave', () => {
    const day = async (more: object) => {
      const row = { id: 1, user_id: 7, date: '2025-03-03', type: 'sick_leave', value: '1', value_unit: 'd' };
      const { door } = open(({ url }) => ok(url.searchParams.has('id') ? [] : [{ ...row, ...more }]));
      return (await door.readAll(['absenceDay'], {})).rows.absenceDay?.[0];
    };

    test.each([
      ['of an absence', { request_id: 12 }, '12', false],
      ['a public holiday, whose absence is 0', { type: 'public_holiday', request_id: 0 }, null, true],
      ['a public holiday that says nothing of absences', { type: 'public_holiday' }, null, true],
    ])('%s', async (_name, wire, absenceId, publicHoliday) => {
      expect(await day(wire)).toMatchObject({ absenceId, publicHoliday });
    });

    test.each([
      ['whose absence is 0', { request_id: 0 }],
      ['that says nothing of its absence', {}],
    ])('%s is not understood', async (_name, wire) => {
      await expect(day(wire)).rejects.toMatchObject({ kind: 'garbage' });
    });
  });

  test('an absence, its statuses and its shares', async () => {
    const wire = (id: number, status: unknown, more: object = {}) => ({
      id,
      user_id: 7,
      type_id: 3,
      subtype_id: 11,
      status,
      from_date: '2025-03-03',
      to_date: '2025-03-04',
      duration: '1.5',
      duration_unit: 'd',
      request_partial_begin_duration: 0.5,
      request_partial_end_duration: 0,
      begin: '13:30',
      ...more,
    });
    const statuses = [0, 1, '2', 3, 5, 4, 'x', null];
    const { door } = open(({ url }) =>
      ok(url.searchParams.has('id') ? [] : statuses.map((status, n) => wire(n + 1, status))),
    );
    const { absence } = (await door.readAll(['absence'], {})).rows;
    expect(absence?.map(({ status }) => status)).toEqual([
      'open',
      'granted',
      'declined',
      'cancelled',
      'waiting',
      'unknown',
      'unknown',
      'unknown',
    ]);
    expect(absence?.[0]).toMatchObject({
      typeKey: '3:11',
      duration: 1.5,
      firstDayShare: 0.5,
      lastDayShare: null,
      beginsAt: '13:30:00',
      unit: 'days',
    });
  });

  test('a reduced view of users is not a list of empty users', async () => {
    const { door } = open(({ url }) =>
      ok(
        url.searchParams.has('id')
          ? []
          : [{ id: 1, active: true, firstname: 'A', lastname: '', email_address: null, department_id: 1 }],
      ),
    );
    expect((await door.readAll(['user'], {})).rows.user).toEqual([
      {
        id: '1',
        active: true,
        human: undefined,
        username: undefined,
        firstName: 'A',
        lastName: null,
        email: null,
        personnelNumber: undefined,
        externalId: undefined,
        birthday: undefined,
        entryOn: undefined,
        exitOn: undefined,
        entitlementDays: undefined,
      },
    ]);
  });

  test('types are named by their translation, else by what there is', async () => {
    const type = (id: number, name_const: string | null) => ({
      id,
      absence_type_id: 3,
      absence_subtype_id: id,
      name_const,
      duration_unit: 'd',
    });
    const answer =
      (translations: Answer) =>
      ({ url }: Sent) => {
        if (url.searchParams.has('id')) return ok([]);
        return url.pathname.includes('translations')
          ? translations
          : ok([type(11, 'SICK'), type(12, 'HOME'), type(13, null)]);
      };
    const named = async (translations: Answer) =>
      (await open(answer(translations)).door.readAbsenceTypes()).map(({ key, name }) => [key, name]);
    expect(await named(ok([{ id: 1, translation_key: 'SICK', value: 'Krankenstand' }]))).toEqual([
      ['3:11', 'Krankenstand'],
      ['3:12', 'HOME'],
      ['3:13', '3:13'],
    ]);
    expect(await named(failure(403, 403))).toEqual([
      ['3:11', 'SICK'],
      ['3:12', 'HOME'],
      ['3:13', '3:13'],
    ]);
  });

  test('modules: those switched on, or null where it may not be asked', async () => {
    const features = [
      { name: 'a', enabled: true },
      { name: 'b', enabled: '0' },
      { name: 'c', enabled: 1 },
    ];
    expect(await open(() => ok(features)).door.readModules()).toEqual(['a', 'c']);
    expect(await open(() => failure(403, 200)).door.readModules()).toBeNull();
    await expect(open(() => failure(500, 500)).door.readModules()).rejects.toMatchObject({
      kind: 'unreachable',
    });
  });
});

describe('how TimeTac says no', () => {
  const extended = {
    ErrorExtended: {
      aErrorTranslationConstants: { '{{0}}': 'PM_DEPARTMENT_ID_MUST_EXIST' },
      errorCode: 'DEPARTMENT_ID_MUST_EXIST',
      errorString: 'department_id muss eine gültige id eines bestehenden departments sein',
    },
  };
  test.each<[string, Answer, object]>([
    [
      'its own 422 under HTTP 422',
      failure(422, 422, extended),
      {
        kind: 'refused',
        performed: 'no',
        status: 422,
        code: 'DEPARTMENT_ID_MUST_EXIST',
        reason: extended.ErrorExtended.errorString,
      },
    ],
    [
      'its own 422 under HTTP 200, as text',
      failure('422' as unknown as number, 200, extended),
      { kind: 'refused', performed: 'no', status: 422 },
    ],
    ['403 of one record', failure(403, 403), { kind: 'refused', performed: 'no' }],
    ['403 without an envelope', { status: 403, json: { error: 'x' } }, { kind: 'access', performed: 'no' }],
    ['404 of a record', failure(404, 200), { kind: 'missing', performed: 'no' }],
    ['410', failure(410, 410), { kind: 'access' }],
    [
      '497',
      {
        status: 497,
        json: { error: 'invalid_grant', error_description: 'The provided refresh token is invalid.' },
      },
      { kind: 'access', status: 401, code: 'invalid_grant' },
    ],
    [
      'an expired token for ever',
      {
        status: 401,
        json: { error: 'unauthorized_client', error_description: 'The provided access token is expired.' },
      },
      { kind: 'access', status: 401 },
    ],
    ['an unknown account', { status: 404, json: { error: 'Account not found' } }, { kind: 'access' }],
    ['a crash', { status: 500, text: '<html></html>' }, { kind: 'unreachable', performed: 'unknown' }],
    ['a crash under HTTP 200', failure(500, 200), { kind: 'unreachable', performed: 'unknown' }],
    [
      'a page under HTTP 200',
      { text: '<!DOCTYPE html><html></html>' },
      { kind: 'garbage', performed: 'unknown', reason: 'answered with an HTML page' },
    ],
    ['neither yes nor no', { json: { NumResults: 1 } }, { kind: 'garbage', performed: 'unknown' }],
    ['no without a status', { json: { Success: false } }, { kind: 'garbage', performed: 'unknown' }],
    ['yes without the row', ok([]), { kind: 'garbage', performed: 'unknown' }],
    ['yes with nothing', ok(null), { kind: 'garbage', performed: 'unknown' }],
  ])('to a write: %s', async (_name, answer, expected) => {
    await expect(open(() => answer).door.updateUser('1', { active: false })).rejects.toMatchObject({
      side: 'timetac',
      endpoint: 'PUT users/update',
      ...expected,
    });
  });

  test.each(['server_error', 'temporarily_unavailable'])('%s says nothing about the pair', async (error) => {
    const { door } = open(() => ok([]), { token: { status: 400, json: { error } } });
    await expect(door.readDepartments()).rejects.toMatchObject({ kind: 'unreachable' });
  });

  test.each([400, 401])('a pair past its date is refused with %i and no second try', async (status) => {
    const token = { status, json: { error: 'invalid_client', error_description: 'x' } };
    const { door, sent } = open(() => ok([]), { token });
    await expect(door.readDepartments()).rejects.toMatchObject({
      kind: 'access',
      code: 'invalid_client',
      endpoint: 'POST auth/oauth2/token',
    });
    expect(door.meter()).toEqual({ requests: 0, tokenRequests: 1, writes: 0 });
    expect(sent).toEqual([]);
  });
});
