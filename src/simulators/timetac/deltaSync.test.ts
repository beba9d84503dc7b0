import { expect, test } from 'vitest';
import { openAccount } from './fixture.ts';

const since = (at: string) => `_since=${encodeURIComponent(at)}`;
const work = { user_id: 2, task_id: 4, start_time: '2026-02-02 08:00:00', end_time: '2026-02-02 12:00:00' };

test('a block holds what changed and what was deleted since the time of the server', async () => {
  const { send, simulator, clock } = openAccount();
  const gone = simulator.people.addTimeTracking(work);
  clock.now += 60_000;
  simulator.people.editUser(2, { firstname: 'Anne' });
  simulator.people.deleteTimeTracking(gone.id);
  const answer = await send(
    'GET',
    `v4/deltaSync/read?_include=users,timeTrackings&${since('2026-03-02 10:01:00')}`,
  );
  expect(answer.body).toMatchObject({
    ResourceName: 'deltaSync',
    NumResults: 2,
    NumResultsNested: 1,
    SuccessNested: true,
  });
  expect(answer.body['Results']).toMatchObject({
    users: { Success: true, ResourceName: 'users', NumResults: 1, Results: [{ id: 2 }], Deleted: [] },
    timeTrackings: {
      NumResults: 0,
      Results: [],
      Deleted: [{ id: gone.id, deleted_at: '2026-03-02 10:01:00' }],
    },
  });
  expect(Object.keys(answer.body['Results']?.['users'] ?? {})).not.toContain('RequestStartTime');
});

test('filters and orders are given per block, the page for all blocks', async () => {
  const { send, simulator } = openAccount();
  for (let n = 0; n < 3; n++) simulator.people.addTimeTracking(work);
  const query =
    '_include=users,timeTrackings&_limit=2&users__active=true&users___op__id=gt&users__id=1&timeTrackings___order_by=id&timeTrackings___sort_direction=DESC';
  const { body } = await send('GET', `v4/deltaSync/read?${query}`);
  expect(body['Results']).toMatchObject({
    users: { Results: [{ id: 2 }] },
    timeTrackings: { Results: [{ id: 3 }, { id: 2 }] },
  });
  const next = await send('GET', `v4/deltaSync/read?${query}&_offset=2`);
  expect(next.body['Results']?.['timeTrackings']?.['NumResults']).toBe(1);
});

test('a block that cannot be read fails alone', async () => {
  const { send } = openAccount();
  const { status, body } = await send(
    'GET',
    'v4/deltaSync/read?_include=users,absences,sausages&users__surname=x',
  );
  expect([status, body['Success'], body['SuccessNested']]).toEqual([200, true, false]);
  expect(body['Results']?.['users']).toMatchObject({ Success: false, Error: 422 });
  expect(body['Results']?.['absences']).toMatchObject({ Success: true });
  expect(body['Results']?.['sausages']).toMatchObject({ Success: false, Error: 404 });
});

test('without _include every known resource has its block; an idle poll is empty', async () => {
  const { send, clock } = openAccount();
  clock.now += 600_000;
  const { body } = await send('GET', `v4/deltaSync/read?${since('2026-03-02 10:05:00')}`);
  expect(Object.keys(body['Results'] ?? {})).toContain('userStatusOverview');
  expect(body['NumResultsNested']).toBe(0);
});

test('in the repeated hour of autumn the wall decides, so a change may hide behind it', async () => {
  const { send, simulator, clock } = openAccount();
  // 02:30 for the second time; the poll before was at 02:50 for the first time.
  clock.now = Date.parse('2026-10-25T01:30:00Z');
  simulator.people.editUser(2, { firstname: 'Anne' });
  const poll = async (at: string) =>
    (await send('GET', `v4/deltaSync/read?_include=users&${since(at)}`)).body['Results']?.['users']?.[
      'NumResults'
    ];
  expect(await poll('2026-10-25 02:50:00')).toBe(0);
  expect(await poll('2026-10-25 02:20:00')).toBe(1);
});

test('fetchData answers any resource in the same form', async () => {
  const { send } = openAccount();
  const { body } = await send(
    'GET',
    'v4/fetchData/read?_include=languages,workScheduleDays&languages__code=de',
  );
  expect(body).toMatchObject({ ResourceName: 'fetchData', NumResults: 2 });
  expect(body['Results']?.['languages']?.['Results']).toMatchObject([{ id: 2 }]);
});
