// The whole API in one table.

import { integrationRoutes } from './integrations.ts';
import { liveRoutes } from './live.ts';
import { lookRoutes } from './looks.ts';
import { mailRoutes } from './mails.ts';
import { peopleRoutes } from './people.ts';
import { personalRoutes } from './personal.ts';
import { runRoutes } from './runs.ts';
import { sessionRoutes } from './session.ts';

export const routes = {
  ...sessionRoutes,
  ...peopleRoutes,
  ...integrationRoutes,
  ...liveRoutes,
  ...runRoutes,
  ...lookRoutes,
  ...mailRoutes,
  ...personalRoutes,
};

export type Routes = typeof routes;
export type RouteName = keyof Routes;
