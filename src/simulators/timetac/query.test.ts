import { expect, test } from 'vitest';
import { openAccount } from './fixture.ts';

const read = async (path: string) => openAccount().send('GET', `v4/${path}`);
const idsOf = async (path: string) => (await read(path)).rows.map((row) => Number(row['id']));

test.each([
  { says: 'equality without an operator', query: 'lastname=Muster', ids: [2] },
  { says: 'equality regardless of case', query: 'email_address=ANNA@acme.example', ids: [2] },
  { says: 'a flag as a word', query: 'active=true', ids: [1, 2] },
  { says: 'a flag as a digit', query: 'active=0', ids: [3] },
  { says: 'eq', query: '_op__id=eq&id=2', ids: [2] },
  { says: 'neq', query: '_op__id=neq&id=2', ids: [1, 3] },
  { says: 'gt', query: '_op__id=gt&id=2', ids: [3] },
  { says: 'gteq', query: '_op__id=gteq&id=2', ids: [2, 3] },
  { says: 'lt', query: '_op__id=lt&id=2', ids: [1] },
  { says: 'lteq', query: '_op__id=lteq&id=2', ids: [1, 2] },
  { says: 'like with a wildcard', query: '_op__lastname=like&lastname=Mu%25', ids: [2] },
  { says: 'like without a wildcard is the whole value', query: '_op__lastname=like&lastname=Must', ids: [] },
  { says: 'in', query: '_op__id=in&id=3%7C1%7C99', ids: [3, 1] },
  { says: 'nin', query: '_op__id=nin&id=3%7C1', ids: [2] },
  { says: 'betw with both ends', query: '_op__id=betw&id=2%7C3', ids: [2, 3] },
  { says: 'null', query: '_op__exit_date=null&exit_date=null', ids: [1, 3] },
  { says: 'notnull', query: '_op__exit_date=notnull&exit_date=a', ids: [2] },
  { says: 'an operator without its field is ignored', query: '_op__exit_date=notnull', ids: [1, 2, 3] },
  { says: 'a repeated field counts with its last value', query: 'id=1&id=2', ids: [2] },
  { says: 'several conditions together', query: 'active=1&_op__id=gt&id=1', ids: [2] },
  { says: 'order by id, descending (v4)', query: '_order_by=id&_sort_direction=DESC', ids: [3, 2, 1] },
  { says: 'order by id, descending (v3)', query: '_order_by=id&_order_desc=true', ids: [3, 2, 1] },
  { says: 'order by another field', query: '_order_by=lastname&_sort_direction=ASC', ids: [3, 2, 1] },
  { says: 'a page', query: '_order_by=id&_limit=1&_offset=1', ids: [2] },
  {
    says: 'the next page by id',
    query: '_op__id=gt&id=1&_order_by=id&_sort_direction=ASC&_limit=1',
    ids: [2],
  },
  { says: 'unknown parameters of the grammar are ignored', query: '_resolve=department_id', ids: [1, 2, 3] },
])('a read understands $says', async ({ query, ids }) => {
  expect(await idsOf(`users/read?${query}`)).toEqual(ids);
});

test.each([
  { says: 'a field that does not exist', query: 'surname=x', code: 'SIM_FIELD_UNKNOWN' },
  { says: 'an operator that does not exist', query: '_op__id=similar&id=1', code: 'SIM_OPERATOR_UNKNOWN' },
  { says: 'words where a number is compared', query: 'id=one', code: 'SIM_VALUE_INVALID' },
  { says: 'half a range', query: '_op__id=betw&id=1', code: 'SIM_VALUE_INVALID' },
  { says: 'a page of nothing', query: '_limit=0', code: 'SIM_VALUE_INVALID' },
  { says: 'an order by an unknown field', query: '_order_by=surname', code: 'SIM_FIELD_UNKNOWN' },
  { says: 'a date as _since', query: '_since=2026-01-01', code: 'SIM_VALUE_INVALID' },
])('a read refuses $says', async ({ query, code }) => {
  const answer = await read(`users/read?${query}`);
  expect(answer.status).toBe(422);
  expect(answer.body['ErrorExtended']?.['errorCode']).toBe(code);
});

test('a page holds 100 rows unless it says otherwise, and a short page is the last', async () => {
  const account = openAccount();
  for (let n = 0; n < 150; n++) account.simulator.people.addUser({ lastname: `No ${n}` });
  expect((await account.send('GET', 'v4/users/read')).rows).toHaveLength(100);
  expect((await account.send('GET', 'v4/users/read?_offset=100')).rows).toHaveLength(53);
});

test('_fields narrows the rows', async () => {
  expect((await read('users/read?id=2&_fields=id,username')).rows).toEqual([{ id: 2, username: 'anna' }]);
});

test('rows are grouped and aggregated, and nested entities are there but empty', async () => {
  const account = openAccount();
  for (const [user_id, hours] of [
    [2, 4],
    [2, 2],
    [3, 1],
  ] as const) {
    const end_time = `2026-02-0${hours} 1${hours}:00:00`;
    account.simulator.people.addTimeTracking({
      user_id,
      task_id: 4,
      start_time: `2026-02-0${hours} 10:00:00`,
      end_time,
    });
  }
  const grouped =
    'v4/timeTrackings/read?_group_by=user_id%7Ctask_id&_aggregate__duration=sum&_aggregate__id=count';
  expect((await account.send('GET', grouped)).rows).toEqual([
    { user_id: 2, task_id: 4, duration: 6, id: 2 },
    { user_id: 3, task_id: 4, duration: 1, id: 1 },
  ]);
  const nested =
    'v4/timeTrackings/read?user_id=3&nestedEntities=%7B%22changeTimeTrackingRequests%22:%5B%5D%7D';
  expect((await account.send('GET', nested)).rows[0]?.['nestedEntities']).toEqual({
    changeTimeTrackingRequests: [],
  });
});

test('a row that a test pushes or removes behind the back of the index is seen', async () => {
  const account = openAccount();
  const { users } = account.simulator.state;
  users.push({ ...users[1]!, id: 7, username: 'quiet' });
  expect((await account.send('GET', 'v4/users/read/7')).rows).toHaveLength(1);
  users.splice(2, 1);
  expect((await account.send('GET', 'v4/users/read/3')).rows).toHaveLength(0);
});
