// Personal data: everything held about one person, shown, given away and erased; and a whole integration purged.

import { z } from 'zod';
import type { Route } from './route.ts';
import { bilingual, employeeRef, instant, nothing } from './shapes.ts';

export const personalRoutes = {
  readPersonalData: {
    method: 'GET',
    path: '/integrations/:id/personal-data/:personioId',
    access: 'lead',
    tells: 'What Tandem holds about one person, by kind; no vendor is asked.',
    answer: z.object({
      employee: employeeRef,
      held: z.array(z.object({ kind: z.string(), what: bilingual, records: z.number() })),
    }),
  },
  exportPersonalData: {
    method: 'GET',
    path: '/integrations/:id/personal-data/:personioId/export.json',
    access: 'lead',
    tells: 'All of it as one JSON document.',
    media: 'application/json',
    answer: z.string(),
  },
  erasePerson: {
    method: 'POST',
    path: '/integrations/:id/personal-data/:personioId/erase',
    access: 'lead',
    tells:
      'Erases everything held about one person, for good; a salted key stays, so that nothing of theirs is read in again. At the vendors nothing is changed.',
    body: z.object({
      /** The Personio id once more, typed by hand. */
      confirm: z.string().max(100),
    }),
    answer: z.object({ records: z.number() }),
  },
  listErased: {
    method: 'GET',
    path: '/integrations/:id/erased',
    access: 'lead',
    tells: 'When people were erased; who they were is not known any more.',
    answer: z.object({ erased: z.array(z.object({ key: z.string(), at: instant })) }),
  },
  admitErased: {
    method: 'DELETE',
    path: '/integrations/:id/erased/:key',
    access: 'lead',
    tells: 'Forgets that somebody was erased: from the next run on they are read like everybody else.',
    answer: nothing,
  },
  purgeIntegration: {
    method: 'POST',
    path: '/integrations/:id/purge',
    access: 'operator',
    tells:
      'Removes an integration with everything it remembers and destroys its key. Records at the vendors stay as they are.',
    body: z.object({
      /** The integration's name, typed by hand. */
      confirm: z.string().max(200),
    }),
    answer: nothing,
  },
} as const satisfies Record<string, Route>;
