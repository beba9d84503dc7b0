// Whether the projects of the form exist (rule 3.6): its tasks in TimeTac by name, its projects in Personio by id. To read
// Personio's is a right of its own, which the guide asks nobody for: who may not is told so, and it is no mistake.

import type { Settings } from '../core/settings/settings.ts';
import type { Side } from '../engine/ports.ts';
import { tasksNamed } from '../engine/project-book.ts';
import { type CheckLine, ifShown, line, nameLine, probe } from './check-lines.ts';
import type { Doors } from './home.ts';

const place = 'attendances.projects';

/** @param sides that answer at all */
export async function checkProjects(
  doors: Doors,
  settings: Settings,
  sides: readonly Side[],
): Promise<readonly CheckLine[]> {
  const rows = settings.attendances.projects;
  if (rows.length === 0) return [];
  const lines: CheckLine[] = [];
  if (sides.includes('timetac')) {
    const tasks = await probe('timetac', 'tasks', 'tasks: read', lines, () => doors.time.readTasks());
    for (const { timetac } of tasks === null ? [] : rows)
      if (tasksNamed(tasks ?? [], timetac) === null) lines.push(nameLine('timetac', place, timetac, false));
  }
  if (sides.includes('personio')) lines.push(...(await checkTargets(doors, settings)));
  return lines;
}

async function checkTargets(doors: Doors, { attendances }: Settings): Promise<readonly CheckLine[]> {
  const projects = await ifShown(() => doors.hr.readProjects());
  if (projects === null) return [notShown];
  const known = new Map(projects.map((project) => [project.id, project]));
  return [...new Set(attendances.projects.map(({ personio }) => personio))].flatMap((id) => {
    const project = known.get(id);
    if (project === undefined) return [nameLine('personio', place, id, false)];
    return project.isOpen ? [] : [archived(id)];
  });
}

const notShown: CheckLine = line(
  'hint',
  'personio',
  'projects',
  {
    en: 'Personio does not show its projects to these credentials, so those of the form were not checked.',
    de: 'Personio zeigt diesen Zugangsdaten seine Projekte nicht; die des Formulars wurden deshalb nicht geprüft.',
  },
  {
    en: 'Give the credentials the right to read projects, or compare the ids in the form with Personio by hand.',
    de: 'Den Zugangsdaten das Recht geben, Projekte zu lesen, oder die Ids im Formular von Hand mit Personio vergleichen.',
  },
);

const archived = (id: string): CheckLine =>
  line(
    'name',
    'personio',
    place,
    {
      en: `Project “${id}” is archived in Personio, and takes no hours.`,
      de: `Projekt „${id}“ ist in Personio archiviert und nimmt keine Stunden an.`,
    },
    {
      en: `Name an active project under ${place}, or activate this one in Personio.`,
      de: `Unter ${place} ein aktives Projekt nennen oder dieses in Personio aktivieren.`,
    },
  );
