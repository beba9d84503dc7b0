// Rule 3.7: a day derived anew costs the smallest number of writes, in an order in which nothing of ours ever overlaps.

import { expect, test } from 'vitest';
import { taskIds } from '../../src/simulators/company/catalogue.ts';
import { anna, changesIn, type Story, tellStory } from '../support/company.ts';

const pause = { task_id: taskIds.break };

test('TimeTac inserts a break afterwards: one period is cut, two are added', async () => {
  const story = tellStory();
  const row = story.works(anna.user, '2026-03-16 08:00', '17:00');
  await story.sync();
  const id = story.attendanceAt('2026-03-16 08:00').id;
  story.later();
  story.time.editTimeTracking(row.id, { end_time: '2026-03-16 12:00:00' });
  story.works(anna.user, '2026-03-16 12:00', '12:30', pause);
  story.works(anna.user, '2026-03-16 12:30', '17:00');

  const report = await story.sync();

  expect(report.issues).toEqual([]);
  expect(changesIn(report, 'attendances')).toBe('+2 ~1 -0');
  expect(report.run.writes.personio).toBe(3);
  expect(story.attendances()).toEqual([
    'WORK 2026-03-16 08:00–12:00',
    'BREAK 2026-03-16 12:00–12:30',
    'WORK 2026-03-16 12:30–17:00',
  ]);
  expect(story.attendanceAt('2026-03-16 08:00').id).toBe(id);
});

test("the break and rounding that TimeTac's own server adds an hour later arrive by themselves", async () => {
  const story = tellStory({
    timetac: { 'server-rewrites': 'breaks-and-rounding', 'recalculation-lag': '3600' },
  });
  story.works(anna.user, '2026-03-16 08:02', '17:01');
  await story.sync();
  expect(story.attendances()).toEqual(['WORK 2026-03-16 08:02–17:01']);
  story.later(90);
  await story.sync();

  await story.syncLater();

  expect(story.attendances()).toEqual([
    'WORK 2026-03-16 08:00–12:00',
    'BREAK 2026-03-16 12:00–12:30',
    'WORK 2026-03-16 12:30–17:00',
  ]);
});

test('an untouched day costs nothing when its neighbour changes', async () => {
  const story = tellStory();
  story.works(anna.user, '2026-03-16 08:00', '12:00');
  const row = story.works(anna.user, '2026-03-17 08:00', '12:00');
  await story.sync();
  story.later();
  story.time.editTimeTracking(row.id, { end_time: '2026-03-17 12:15:00' });

  const report = await story.sync();

  expect(report.run.writes.personio).toBe(1);
});

test('the same stretch under new rows costs no write at all', async () => {
  const story = tellStory();
  const row = story.works(anna.user, '2026-03-16 08:00', '12:00');
  await story.sync();
  const id = story.attendanceAt('2026-03-16 08:00').id;
  story.later();
  story.time.deleteTimeTracking(row.id);
  story.works(anna.user, '2026-03-16 08:00', '10:00');
  story.works(anna.user, '2026-03-16 10:00', '12:00');

  const report = await story.sync();

  expect(report.run.writes.personio).toBe(0);
  expect(story.attendanceAt('2026-03-16 08:00').id).toBe(id);
});

test('two periods that swap their places: a ring, broken by deleting one', async () => {
  const story = tellStory();
  const work = story.works(anna.user, '2026-03-16 08:00', '12:00');
  const rest = story.works(anna.user, '2026-03-16 13:00', '14:00', { task_id: taskIds.relaunch });
  await story.sync();
  story.later();
  swap(story, work.id, rest.id);

  const report = await story.sync();

  expect(report.issues).toEqual([]);
  expect(story.attendances()).toEqual(['WORK 2026-03-16 08:00–12:00', 'WORK 2026-03-16 13:00–14:00']);
  expect(story.attendanceAt('2026-03-16 08:00').project_id).toBe('2318375');
  expect(story.attendanceAt('2026-03-16 13:00').project_id).toBeNull();
  expect(report.run.writes.personio).toBeLessThanOrEqual(3);
});

test('a chain that moves along: each waits for the place in front of it', async () => {
  const story = tellStory();
  const rows = ['08', '09', '10'].map((hour, index) =>
    story.works(anna.user, `2026-03-16 ${hour}:00`, `${String(Number(hour) + 1).padStart(2, '0')}:00`, {
      task_id: index % 2 === 0 ? taskIds.work : taskIds.break,
    }),
  );
  await story.sync();
  story.later();
  for (const row of rows)
    story.time.editTimeTracking(row.id, {
      start_time: shifted(row.start_time),
      end_time: shifted(row.end_time ?? ''),
    });

  const report = await story.sync();

  expect(report.issues).toEqual([]);
  expect(report.run.writes.personio).toBe(3);
  expect(story.attendances()).toEqual([
    'WORK 2026-03-16 08:30–09:30',
    'BREAK 2026-03-16 09:30–10:30',
    'WORK 2026-03-16 10:30–11:30',
  ]);
});

test('in an account that cuts neighbours nothing of ours is ever cut', async () => {
  const story = tellStory({ personio: { 'attendance-overlap': 'trim' } });
  const work = story.works(anna.user, '2026-03-16 08:00', '12:00');
  const rest = story.works(anna.user, '2026-03-16 13:00', '14:00', { task_id: taskIds.relaunch });
  await story.sync();
  story.later();
  swap(story, work.id, rest.id);
  story.time.editTimeTracking(work.id, { end_time: '2026-03-16 15:00:00' });

  const report = await story.sync();
  const again = await story.syncLater({ full: true });

  expect([...report.issues, ...again.issues]).toEqual([]);
  expect(story.attendances()).toEqual(['WORK 2026-03-16 08:00–12:00', 'WORK 2026-03-16 13:00–15:00']);
  expect(again.run.writes.personio).toBe(0);
});

function swap(story: Story, a: number, b: number): void {
  const rowOf = (id: number) => story.states.timetac.timeTrackings.find((row) => row.id === id);
  const [first, second] = [{ ...rowOf(a) }, { ...rowOf(b) }];
  if (first.start_time === undefined || second.start_time === undefined)
    throw new Error('rows to swap exist');
  story.time.editTimeTracking(a, { start_time: second.start_time, end_time: second.end_time ?? null });
  story.time.editTimeTracking(b, { start_time: first.start_time, end_time: first.end_time ?? null });
}

const shifted = (text: string): string => text.replace(':00:00', ':30:00');

test('a break is written after the work that it touches: where Personio refuses breaks that stand alone, none is lost', async () => {
  const story = tellStory({ personio: { 'break-alone': 'reject' } });
  story.works(anna.user, '2026-03-16 20:00', '23:45');
  story.works(anna.user, '2026-03-16 23:45', '2026-03-17 00:15', pause);
  story.works(anna.user, '2026-03-17 00:15', '04:00');

  const report = await story.sync();

  expect(report.issues).toEqual([]);
  expect(story.attendances()).toEqual([
    'WORK 2026-03-16 20:00–23:45',
    'BREAK 2026-03-16 23:45–24:00',
    'BREAK 2026-03-17 00:00–00:15',
    'WORK 2026-03-17 00:15–04:00',
  ]);
});
