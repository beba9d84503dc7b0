// Which TimeTac tasks carry which Personio project: the form's names looked up in the live list of tasks, which is kept
// so that an unchanged run need not ask for it again (rule 3.6).

import type { Finding } from '../core/report/codes.ts';
import type { TaskEntry } from './ports.ts';
import type { Workshop } from './workshop.ts';

export interface ResolvedProjects {
  /** Task id → project id at the target. */
  readonly byTask: ReadonlyMap<string, string>;
  /** Rows whose name is not found, or stands for several things. */
  readonly findings: readonly Finding[];
}

const cacheKey = 'cache.tasks';

/** Without rows in the form nothing is asked. */
export async function resolveProjects(shop: Workshop, fresh: boolean): Promise<ResolvedProjects> {
  const rows = shop.settings.attendances.projects;
  if (rows.length === 0) return { byTask: new Map(), findings: [] };
  const tasks = await readTasks(shop, fresh);
  const byTask = new Map<string, string>();
  const findings: Finding[] = [];
  for (const row of rows) {
    const found = tasksNamed(tasks, row.timetac);
    if (found === null) findings.push(notFound(row.timetac));
    for (const task of found ?? []) byTask.set(task.id, row.personio);
  }
  return { byTask, findings };
}

async function readTasks(shop: Workshop, fresh: boolean): Promise<readonly TaskEntry[]> {
  const known = (await shop.archive.memory())[cacheKey];
  if (!fresh && known !== undefined) return JSON.parse(known) as TaskEntry[];
  const tasks = await shop.time.readTasks();
  await shop.archive.commit({ putMemory: { [cacheKey]: JSON.stringify(tasks) } });
  return tasks;
}

/** A task that the list does not know may be a new one of a project: before its hours are judged the list is read anew. */
export async function noticeNewTasks(shop: Workshop, taskIds: readonly string[]): Promise<void> {
  if (taskIds.length === 0 || shop.settings.attendances.projects.length === 0) return;
  const kept = (await shop.archive.memory())[cacheKey];
  if (kept === undefined) return;
  const known = new Set((JSON.parse(kept) as TaskEntry[]).map(({ id }) => id));
  if (taskIds.some((id) => !known.has(id))) await shop.archive.commit({ putMemory: { [cacheKey]: null } });
}

/** A row names a task or a project, by id or by name; a project stands for all its tasks. null: nothing, or several. */
export function tasksNamed(tasks: readonly TaskEntry[], wanted: string): readonly TaskEntry[] | null {
  const same = (name: string | null): boolean => name?.trim().toLowerCase() === wanted.trim().toLowerCase();
  const byId = tasks.filter((task) => task.id === wanted);
  if (byId.length > 0) return byId;
  const ofProject = tasks.filter((task) => task.projectId === wanted || same(task.projectName));
  const byName = tasks.filter((task) => same(task.name));
  if (ofProject.length > 0) {
    const oneProject = new Set(ofProject.map((task) => task.projectId)).size === 1;
    const elsewhere = byName.some((task) => !ofProject.includes(task));
    return oneProject && !elsewhere ? ofProject : null;
  }
  return byName.length === 1 ? byName : null;
}

function notFound(name: string): Finding {
  return {
    code: 'default-not-found',
    class: 'issue',
    part: 'attendances',
    employeeId: null,
    userId: null,
    on: null,
    until: null,
    covers: [],
    type: null,
    facts: { setting: 'project', name, count: 1 },
  };
}
