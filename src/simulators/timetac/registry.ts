// Every resource by its name in lower case: paths are taken in any case (section 2).

import type { Resource } from './resource.ts';
import { absenceDays, absences, absenceTypes, translations } from './resources/absences.ts';
import {
  countries,
  emptyResources,
  features,
  generalSettings,
  languages,
  projects,
  tasks,
} from './resources/catalogue.ts';
import {
  departments,
  publicHolidays,
  publicHolidayTemplates,
  workScheduleDays,
  workSchedules,
} from './resources/organisation.ts';
import { timesheetAccountings } from './resources/timesheets.ts';
import { calculationStates, timeTrackingChangelogs, timeTrackings } from './resources/timeTrackings.ts';
import { userRoles, users, userTemplateHistory } from './resources/users.ts';
import type { Row } from './table.ts';

const resources: readonly Resource<Row>[] = [
  users,
  userRoles,
  userTemplateHistory,
  departments,
  workSchedules,
  workScheduleDays,
  publicHolidayTemplates,
  publicHolidays,
  absences,
  absenceDays,
  absenceTypes,
  translations,
  timeTrackings,
  timeTrackingChangelogs,
  calculationStates,
  timesheetAccountings,
  tasks,
  projects,
  languages,
  features,
  countries,
  generalSettings,
  ...emptyResources,
];

const byName = new Map(resources.map((resource) => [resource.name.toLowerCase(), resource]));

export const resourceNamed = (name: string): Resource<Row> | undefined => byName.get(name.toLowerCase());

/** What deltaSync knows (section 6), also what it sends when `_include` is absent. */
export const deltaSyncResources: readonly string[] = [
  'absenceDays',
  'absences',
  'absenceTypes',
  'changeTimeTrackingRequests',
  'departments',
  'favouriteTasks',
  'generalSettings',
  'projects',
  'recentTasks',
  'tasks',
  'teams',
  'timesheetAccountings',
  'timeTrackings',
  'todoTasks',
  'users',
  'userStatusOverview',
  'timeTrackingChangelogs',
];
