// Which TimeTac tasks carry which Personio project: the form's names looked up in the live list of tasks, which is kept
// so that an unchanged run need not ask for it again (rule 3.6).

import type { Finding } from '../core/report/codes.ts';
import { isTimeToAskAgain } from './ask-again.ts';
import type { TaskEntry } from './ports.ts';
import type { Workshop } from './workshop.ts';

export interface ResolvedProjects {
  /** Task id → project id at the target. */
  readonly byTask: ReadonlyMap<string, string>;
  /** Rows whose name is not found, or stands for several things. */
  readonly findings: readonly Finding[];
}

const cacheKey = 'cache.tasks';
/** Per row of the form the tasks that it last stood for, and the project at the target. */
const rowsKey = 'projects.tasks';
type KnownRow = readonly [timetac: string, tasks: readonly string[], personio: string];

/**
 * Without rows in the form nothing is asked. A row that is found no more, and a task that is listed no more, decide nothing:
 * what went out keeps its project (as with types, decision 041).
 */
export async function resolveProjects(shop: Workshop, fresh: boolean): Promise<ResolvedProjects> {
  const rows = shop.settings.attendances.projects;
  if (rows.length === 0) return { byTask: new Map(), findings: [] };
  const memory = await shop.archive.memory();
  const known = fresh ? null : tasksIn(memory[cacheKey]);
  const isMissing = known !== null && rows.some(({ timetac }) => tasksNamed(known, timetac) === null);
  const isStale = isMissing && (await isTimeToAskAgain(shop, 'tasks'));
  const tasks = known === null || isStale ? await readTasks(shop) : known;
  const kept = memory[rowsKey] ?? '[]';
  const before = JSON.parse(kept) as KnownRow[];
  const texts = new Set(rows.map(({ timetac }) => timetac));
  const listed = new Set(tasks.map(({ id }) => id));
  const found = rows.map((row) => ({ ...row, tasks: tasksNamed(tasks, row.timetac) }));
  const named = found.map(
    (row): NamedRow => ({ ...row, isTwice: found.some((other) => contradicts(row, other)) }),
  );
  const byTask = new Map<string, string>();
  const findings: Finding[] = [];
  const now = named.map((row): KnownRow => {
    const { timetac, personio, isTwice } = row;
    if (row.tasks === null) findings.push(notFound(timetac));
    if (isTwice) findings.push(notFound(timetac, 'twice'));
    const decides = row.tasks !== null && !isTwice;
    const own = before.filter(([text]) => text === timetac).flatMap(([, ids]) => ids);
    // A row that is written differently now, for the same project, is the same row.
    const renamed = before.filter(([text, , project]) => !texts.has(text) && project === personio);
    const former = [
      ...own.filter((id) => !decides || !listed.has(id)),
      ...renamed.flatMap(([, ids]) => ids).filter((id) => !listed.has(id)),
    ];
    for (const id of former) byTask.set(id, personio);
    return [timetac, [...new Set([...former, ...(decides ? idsOf(row) : [])])], personio];
  });
  // A row that names one task of a project is closer to it than a row for the whole project, and has the last word.
  const widestFirst = [...named].sort((a, b) => idsOf(b).length - idsOf(a).length);
  for (const row of widestFirst) if (!row.isTwice) for (const id of idsOf(row)) byTask.set(id, row.personio);
  if (JSON.stringify(now) !== kept)
    await shop.archive.commit({ putMemory: { [rowsKey]: JSON.stringify(now) } });
  return { byTask, findings };
}

interface FoundRow {
  readonly timetac: string;
  readonly personio: string;
  /** null: not found. */
  readonly tasks: readonly TaskEntry[] | null;
}

interface NamedRow extends FoundRow {
  readonly isTwice: boolean;
}

const idsOf = ({ tasks }: FoundRow): readonly string[] => (tasks ?? []).map(({ id }) => id);

/** Whether both name the same things, in different ways, for different projects: nobody knows which is meant. */
function contradicts(row: FoundRow, other: FoundRow): boolean {
  const [ids, others] = [idsOf(row), new Set(idsOf(other))];
  return row.personio !== other.personio && ids.length === others.size && ids.some((id) => others.has(id));
}

async function readTasks(shop: Workshop): Promise<readonly TaskEntry[]> {
  const tasks = await shop.time.readTasks();
  await shop.archive.commit({ putMemory: { [cacheKey]: JSON.stringify(tasks) } });
  return tasks;
}

/** null: never read. */
const tasksIn = (kept: string | undefined): readonly TaskEntry[] | null =>
  kept === undefined ? null : (JSON.parse(kept) as TaskEntry[]);

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

function notFound(name: string, why?: 'twice'): Finding {
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
    facts: { setting: 'project', name, count: 1, ...(why === undefined ? {} : { why }) },
  };
}
