// Small lists that are only read (section 5.10), and the resources that the official client asks deltaSync for although
// this stage keeps nothing in them.

import { blank, flag, own, text } from '../columns.ts';
import type { Resource } from '../resource.ts';
import type { TimetacState, TimetacTask } from '../state.ts';
import type { Row } from '../table.ts';

type Project = TimetacState['projects'][number];
type Language = TimetacState['languages'][number];
type Feature = TimetacState['features'][number] & Row;

export const tasks: Resource<TimetacTask> = {
  name: 'tasks',
  entity: 'Task',
  columns: {
    ...own<TimetacTask>({
      id: 'int',
      mother_id: 'int',
      name: 'text',
      is_nonworking: 'flag',
      is_paid_non_working: 'flag',
      is_billable: 'flag',
    }),
    is_startable: flag(() => true),
    status: { kind: 'int', get: () => 1 },
    ...blank('text', 'external_id'),
  },
  rows: (world) => world.tables.tasks.rows(),
  table: (world) => world.tables.tasks,
};

export const projects: Resource<Project> = {
  name: 'projects',
  entity: 'Project',
  columns: {
    ...own<Project>({ id: 'int', name: 'text', mother_id: 'int', status: 'int' }),
    object_type: text(() => 'subproject'),
    ...blank('text', 'external_id node_path name_path'),
  },
  rows: (world) => world.tables.projects.rows(),
  table: (world) => world.tables.projects,
};

export const languages: Resource<Language> = {
  name: 'languages',
  entity: 'Language',
  columns: {
    ...own<Language>({ id: 'int', name: 'text', code: 'text' }),
    language: text((row) => row.name),
  },
  rows: (world) => world.tables.languages.rows(),
  table: (world) => world.tables.languages,
};

export const features: Resource<Feature> = {
  name: 'features',
  entity: 'Feature',
  columns: own<Feature>({ name: 'text', enabled: 'flag', limit: 'int' }),
  rows: (world) => world.state.features.map((feature, n) => ({ ...feature, id: n + 1 })),
};

interface Country extends Row {
  readonly name: string;
  readonly code: string;
}

export const countries: Resource<Country> = {
  name: 'countries',
  entity: 'Country',
  columns: own<Country>({ id: 'int', name: 'text', code: 'text' }),
  rows: () => [
    { id: 1, name: 'Austria', code: 'AT' },
    { id: 2, name: 'Germany', code: 'DE' },
    { id: 3, name: 'Switzerland', code: 'CH' },
  ],
};

interface Setting extends Row {
  readonly setting_type: string;
  readonly setting_value: string;
  readonly datatype: string;
}

/** The vendor's setting types are not known; this one is ours and says so. */
export const generalSettings: Resource<Setting> = {
  name: 'generalSettings',
  entity: 'GeneralSetting',
  columns: {
    ...own<Setting>({ id: 'int', setting_type: 'text', setting_value: 'text', datatype: 'text' }),
    ...blank('flag', 'updatable'),
    ...blank('text', 'allowable_values'),
  },
  rows: (world) => [
    {
      id: 1,
      setting_type: 'SIM_server_time_zone',
      setting_value: world.state.serverZone,
      datatype: 'string',
    },
  ],
};

const empty = (name: string, entity: string): Resource<Row> => ({
  name,
  entity,
  columns: own<Row>({ id: 'int' }),
  rows: () => [],
});

export const emptyResources: readonly Resource<Row>[] = [
  empty('changeTimeTrackingRequests', 'ChangeTimeTrackingRequest'),
  empty('favouriteTasks', 'FavouriteTask'),
  empty('recentTasks', 'RecentTask'),
  empty('todoTasks', 'TodoTask'),
  empty('teams', 'Team'),
  empty('userStatusOverview', 'UserStatusOverview'),
];
