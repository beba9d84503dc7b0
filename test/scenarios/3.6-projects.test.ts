// Rule 3.6: a project goes along only where the form maps it, and only on WORK.

import { expect, test } from 'vitest';
import { resolveProjects } from '../../src/engine/project-book.ts';
import type { TaskEntry } from '../../src/engine/ports.ts';
import type { Workshop } from '../../src/engine/workshop.ts';
import { MemoryArchive } from '../../src/store/memory/memory-archive.ts';
import { taskIds } from '../../src/simulators/company/catalogue.ts';
import { anna, codes, tellStory } from '../support/company.ts';

const relaunch = { task_id: taskIds.relaunch };
const relaunchThere = '2318375';
/** One row of the form maps this to that project. */
const mapped = (timetac: string) =>
  tellStory({
    settings: (document) => (document['attendances'].projects = [{ timetac, personio: relaunchThere }]),
  });

test('a project goes along on work where it is mapped', async () => {
  const story = tellStory();
  story.works(anna.user, '2026-03-16 08:00', '10:00', relaunch);
  story.works(anna.user, '2026-03-16 11:00', '12:00', { task_id: taskIds.tradeFair });

  await story.sync();

  expect(story.attendanceAt('2026-03-16 08:00').project_id).toBe('2318375');
  expect(story.attendanceAt('2026-03-16 11:00').project_id).toBeNull();
});

test('a break has no project, whatever the form says', async () => {
  const story = mapped(String(taskIds.break));
  story.works(anna.user, '2026-03-16 12:00', '12:30', { task_id: taskIds.break });

  const report = await story.sync();

  expect(report.issues).toEqual([]);
  expect(story.attendanceAt('2026-03-16 12:00')).toMatchObject({ type: 'BREAK', project_id: null });
});

test.each([
  ['the task by name', 'Website relaunch'],
  ['the task by name in other letters', ' website RELAUNCH '],
  ['the task by its id', String(taskIds.relaunch)],
  ['the project that the task belongs to', 'Customer projects'],
])('mapped as %s', async (_what, timetac) => {
  const story = mapped(timetac);
  story.works(anna.user, '2026-03-16 08:00', '10:00', relaunch);

  const report = await story.sync();

  expect(report.issues).toEqual([]);
  expect(story.attendanceAt('2026-03-16 08:00').project_id).toBe(relaunchThere);
});

test('a row that names nothing is told, and its hours go out without a project', async () => {
  const story = mapped('No such task');
  story.works(anna.user, '2026-03-16 08:00', '10:00', relaunch);

  const report = await story.sync();

  expect(codes(report.issues)).toEqual(['default-not-found']);
  expect(report.issues[0]?.message.en).toContain('No such task');
  expect(story.attendances()).toEqual(['WORK 2026-03-16 08:00–10:00']);
  expect(story.attendanceAt('2026-03-16 08:00').project_id).toBeNull();
});

test('another task on the same stretch changes the project in Personio, nothing else', async () => {
  const story = tellStory();
  const row = story.works(anna.user, '2026-03-16 08:00', '10:00', relaunch);
  await story.sync();
  const { id } = story.attendanceAt('2026-03-16 08:00');
  story.later();
  story.time.editTimeTracking(row.id, { task_id: taskIds.work });

  const report = await story.sync();

  expect(report.issues).toEqual([]);
  expect(story.attendanceAt('2026-03-16 08:00')).toMatchObject({ id, project_id: null });
  expect(report.run.writes.personio).toBe(1);
});

test('mapped later in the form, the days that stand get their project', async () => {
  const story = tellStory({ settings: (document) => (document['attendances'].projects = []) });
  story.works(anna.user, '2026-03-16 08:00', '10:00', relaunch);
  await story.sync();
  expect(story.attendanceAt('2026-03-16 08:00').project_id).toBeNull();
  story.world.changeSettings(() => undefined);

  const report = await story.syncLater();

  expect(report.issues).toEqual([]);
  expect(story.attendanceAt('2026-03-16 08:00').project_id).toBe(relaunchThere);
});

test('a new task of a mapped project has its project at once', async () => {
  const story = mapped('Customer projects');
  story.works(anna.user, '2026-03-16 08:00', '10:00', { task_id: 21 });
  await story.sync();
  const tasks = story.states.timetac.tasks as unknown as Record<string, unknown>[];
  tasks.push({ ...tasks.find(({ id }) => id === 21)!, id: 77, name: 'Brand new' });
  story.later();
  story.works(anna.user, '2026-03-17 08:00', '10:00', { task_id: 77 });
  await story.sync();
  await story.syncLater({ nightly: true });
  expect(story.attendanceAt('2026-03-17 08:00').project_id).toBe('2318375');
});

test('a mapped task that is renamed takes no project away from what went out', async () => {
  const story = mapped('Website relaunch');
  story.works(anna.user, '2026-03-16 08:00', '10:00', relaunch);
  await story.sync();
  const task = story.states.timetac.tasks.find(({ id }) => id === taskIds.relaunch);
  if (task === undefined) throw new Error('no such task');
  task.name = 'Website, second try';

  const report = await story.syncLater({ full: true });

  expect([codes(report.issues), report.run.writes.personio]).toEqual([['default-not-found'], 0]);
  expect(story.attendanceAt('2026-03-16 08:00').project_id).toBe(relaunchThere);
});

test('a task that is listed no more keeps the project of its project’s row', async () => {
  const story = mapped('Customer projects');
  story.works(anna.user, '2026-03-16 08:00', '10:00', relaunch);
  await story.sync();
  const { tasks } = story.states.timetac;
  tasks.splice(
    tasks.findIndex(({ id }) => id === taskIds.relaunch),
    1,
  );

  const report = await story.syncLater({ full: true });

  expect(report.run.writes.personio).toBe(0);
  expect(story.attendanceAt('2026-03-16 08:00').project_id).toBe(relaunchThere);
});

test('a row that is corrected as it was asked for keeps what its project stood for', async () => {
  const archive = new MemoryArchive();
  const shop = (timetac: string, tasks: readonly TaskEntry[]): Workshop =>
    ({
      archive,
      settings: { attendances: { projects: [{ timetac, personio: 'P1' }] } },
      time: { readTasks: () => Promise.resolve(tasks) },
    }) as unknown as Workshop;
  const task = (id: string, projectName: string) => ({ id, name: `Task ${id}`, projectId: '9', projectName });
  const known = async (timetac: string, tasks: readonly TaskEntry[]) =>
    [...(await resolveProjects(shop(timetac, tasks), true)).byTask.keys()].sort();

  expect(await known('Alpha', [task('1', 'Alpha'), task('2', 'Alpha')])).toEqual(['1', '2']);
  expect(await known('Alpha', [task('1', 'Alpha')])).toEqual(['1', '2']);
  expect(await known('Alpha', [task('1', 'Beta')])).toEqual(['1', '2']);
  expect(await known('Beta', [task('1', 'Beta')])).toEqual(['1', '2']);
  expect(await known('beta', [task('1', 'Beta')])).toEqual(['1', '2']);
});

test('a task that two rows name for two projects keeps the project that it had, and is told', async () => {
  const story = mapped('Website relaunch');
  story.works(anna.user, '2026-03-16 08:00', '10:00', relaunch);
  await story.sync();
  story.world.changeSettings((document) =>
    document['attendances'].projects.push({ timetac: String(taskIds.relaunch), personio: '999' }),
  );
  story.works(anna.user, '2026-03-17 08:00', '10:00', relaunch);

  const report = await story.syncLater();

  expect(codes(report.issues)).toEqual(['default-not-found', 'default-not-found']);
  expect(report.issues[0]?.message.en).toContain('another row names in another way');
  for (const at of ['2026-03-16 08:00', '2026-03-17 08:00'])
    expect(story.attendanceAt(at).project_id).toBe(relaunchThere);
});

test('a row for one task has the last word over a row for its project, wherever it stands', async () => {
  const story = tellStory({
    settings: (document) =>
      (document['attendances'].projects = [
        { timetac: 'Website relaunch', personio: relaunchThere },
        { timetac: 'Customer projects', personio: '999' },
      ]),
  });
  story.works(anna.user, '2026-03-16 08:00', '10:00', relaunch);
  expect((await story.sync()).issues).toEqual([]);
  expect(story.attendanceAt('2026-03-16 08:00').project_id).toBe(relaunchThere);
});

test('with no row at all projects are nobody’s business here: what went out keeps its own, and is ours again later', async () => {
  const story = tellStory();
  const row = story.works(anna.user, '2026-03-16 08:00', '10:00', relaunch);
  await story.sync();
  story.world.changeSettings((document) => (document['attendances'].projects = []));
  story.time.editTimeTracking(row.id, { end_time: '2026-03-16 10:30:00' });
  expect((await story.syncLater()).run.writes.personio).toBe(1);
  expect(story.attendanceAt('2026-03-16 08:00').project_id).toBe(relaunchThere);
  story.world.changeSettings(() => undefined);
  story.time.editTimeTracking(row.id, { task_id: taskIds.work });

  const report = await story.syncLater();

  expect(report.issues).toEqual([]);
  expect(story.attendanceAt('2026-03-16 08:00').project_id).toBeNull();
});
