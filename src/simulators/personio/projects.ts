// `/v2/projects` (section 5.6): the list and one project. The cap of the list is 100 to 200; the lower one is safe.

import { refuseMissing } from './answer.ts';
import type { Answer } from './answer.ts';
import { anyOf, asOneOf, checked, listAnswer } from './lists.ts';
import type { PersonioState } from './state.ts';
import { param } from './wire.ts';
import type { Call, Wire } from './wire.ts';
import type { World } from './world.ts';

type Project = PersonioState['projects'][number];

export function listProjects(world: World, call: Call): Answer {
  return listAnswer<Project>(world, call, {
    defaultLimit: 100,
    cap: 100,
    rows: () => world.state.projects,
    filters: {
      id: anyOf((project) => project.id),
      name: anyOf((project) => project.name),
      status: (values) => {
        const wanted = checked(values, asOneOf('ACTIVE', 'ARCHIVED'));
        return (project) => project.status === wanted;
      },
    },
    toWire: projectToWire,
  });
}

export function getProject(world: World, call: Call): Answer {
  const project = world.state.projects.find((one) => one.id === param(call, 'id')) ?? refuseMissing();
  return { status: 200, body: projectToWire(project) };
}

const projectToWire = (project: Project): Wire => ({
  id: project.id,
  name: project.name,
  status: project.status,
  project_code: null,
  client_name: null,
  billable: false,
  cost_center: null,
  parent_project: null,
  start: null,
  end: null,
  assigned_to_all: true,
  description: null,
});
