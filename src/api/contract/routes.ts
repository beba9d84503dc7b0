// The whole API in one table.

import { integrationRoutes } from './integrations.ts';
import { liveRoutes } from './live.ts';
import { peopleRoutes } from './people.ts';
import { runRoutes } from './runs.ts';
import { sessionRoutes } from './session.ts';

export const routes = {
  ...sessionRoutes,
  ...peopleRoutes,
  ...integrationRoutes,
  ...liveRoutes,
  ...runRoutes,
};

export type Routes = typeof routes;
export type RouteName = keyof Routes;
