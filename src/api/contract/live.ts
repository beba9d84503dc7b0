// What is found out at the vendors while setting up: reachability, rights, lists, who is who, counts.

import { z } from 'zod';
import type { Route } from './route.ts';
import { bilingual, checkLine, date, nothing } from './shapes.ts';

const named = z.object({ id: z.string(), name: z.string(), active: z.boolean() });

const probe = z.object({
  /** `ok` · `wrong` (not such an account or address) · `unreachable` · `unasked` (nothing to ask with yet). */
  state: z.enum(['ok', 'wrong', 'unreachable', 'unasked']),
  message: bilingual,
  hint: bilingual.nullable(),
});

export const reviewRow = z.object({
  personioId: z.string(),
  name: z.string(),
  status: z.string().nullable(),
  email: z.string().nullable(),
  inScope: z.boolean(),
  state: z.enum(['linked', 'matched', 'new', 'waiting', 'held']),
  by: z.string().nullable(),
  /** Code of the issue that holds this person. */
  issue: z.string().nullable(),
  /** What happened and what to do; null where nothing is to be said. */
  message: bilingual.nullable(),
  action: bilingual.nullable(),
  /** Whether a person may say “make a new account”. */
  mayCreate: z.boolean(),
  users: z.array(
    z.object({
      timetacId: z.string(),
      username: z.string().nullable(),
      name: z.string(),
      active: z.boolean().nullable(),
    }),
  ),
});

export const liveRoutes = {
  probeAccounts: {
    method: 'POST',
    path: '/integrations/:id/probe',
    access: 'set-up',
    asksVendor: true,
    tells: 'Asks both addresses of step 1 as typed, without credentials where there are none yet.',
    body: z.object({
      personio: z.object({ baseUrl: z.string().max(300) }),
      timetac: z.object({
        baseUrl: z.string().max(300),
        account: z.string().max(200),
        apiVersion: z.union([z.literal(3), z.literal(4), z.literal(5)]),
        pathPrefix: z.string().max(20),
      }),
    }),
    answer: z.object({
      personio: probe,
      timetac: probe.extend({
        /** `userapi/`, where only that form of the path answers. */
        pathPrefix: z.string().nullable(),
        /** Modules that are switched on in the account; null: not known (yet). */
        modules: z.array(z.string()).nullable(),
      }),
    }),
  },
  checkAccounts: {
    method: 'POST',
    path: '/integrations/:id/check',
    access: 'set-up',
    asksVendor: true,
    tells: 'Rights, readable attributes and names of the form, as `tandem check`; writes nothing.',
    answer: z.object({
      lines: z.array(checkLine),
      works: z.object({ personio: z.boolean(), timetac: z.boolean() }),
    }),
  },
  readChoices: {
    method: 'GET',
    path: '/integrations/:id/choices',
    access: 'set-up',
    asksVendor: true,
    tells:
      'What can be chosen, from both accounts. A list that could not be read is null, and `trouble` says why.',
    answer: z.object({
      departments: z.array(named).nullable(),
      workingTimeModels: z.array(named).nullable(),
      holidayCalendars: z.array(named).nullable(),
      languages: z.array(z.object({ id: z.number(), code: z.string() })).nullable(),
      modules: z.array(z.string()).nullable(),
      /** Values that people in Personio have, for scope and rules. */
      personio: z
        .object({
          offices: z.array(z.string()),
          departments: z.array(z.string()),
          subcompanies: z.array(z.string()),
          employmentTypes: z.array(z.string()),
          employees: z.array(z.object({ id: z.string(), name: z.string(), status: z.string().nullable() })),
        })
        .nullable(),
      timetacTypes: z
        .array(z.object({ key: z.string(), name: z.string(), unit: z.enum(['days', 'hours']).nullable() }))
        .nullable(),
      personioTypes: z
        .array(z.object({ id: z.string(), name: z.string(), unit: z.enum(['days', 'hours']).nullable() }))
        .nullable(),
      /** A row for every TimeTac type: what is mapped now, else what its name suggests. */
      suggestions: z.array(
        z.object({
          timetac: z.string(),
          personio: z.string().nullable(),
          sync: z.boolean(),
          worksThatDay: z.boolean(),
          because: z.enum(['mapped', 'same-name', 'known-pair', 'none']),
          /** What the types' settings would refuse. */
          warnings: z.array(bilingual),
        }),
      ),
      trouble: z.array(checkLine),
    }),
  },
  createDepartment: {
    method: 'POST',
    path: '/integrations/:id/departments',
    access: 'set-up',
    asksVendor: true,
    tells: 'Creates a department in TimeTac, e.g. “unassigned” for new users.',
    body: z.object({ name: z.string().trim().min(1).max(100) }),
    answer: named,
  },
  reviewPeople: {
    method: 'GET',
    path: '/integrations/:id/review',
    access: 'set-up',
    asksVendor: true,
    tells: 'Who is who: matched, ambiguous, new, left over on either side. Writes nothing.',
    answer: z.object({
      employees: z.array(reviewRow),
      vanished: z.array(z.object({ personioId: z.string(), timetacId: z.string() })),
      unmatched: z.array(reviewRow.shape.users.element),
    }),
  },
  linkPeople: {
    method: 'PUT',
    path: '/integrations/:id/links/:personioId',
    access: 'set-up',
    asksVendor: true,
    tells: 'This user of TimeTac is that employee.',
    body: z.object({ timetacId: z.string().min(1).max(50) }),
    answer: z.object({ moved: z.boolean() }),
  },
  unlinkPeople: {
    method: 'DELETE',
    path: '/integrations/:id/links/:personioId',
    access: 'set-up',
    tells: 'This user is not that employee; nobody matches them again by themselves.',
    answer: z.object({ timetacId: z.string() }),
  },
  wantAccount: {
    method: 'POST',
    path: '/integrations/:id/new-accounts/:personioId',
    access: 'set-up',
    asksVendor: true,
    tells: 'This employee is somebody else than the user who resembles them: a new account shall be made.',
    answer: nothing,
  },
  countRecords: {
    method: 'POST',
    path: '/integrations/:id/counts',
    access: 'set-up',
    asksVendor: true,
    tells:
      'What start dates mean: how many absences and attendances, and about how long the first run takes.',
    body: z.object({ absencesFrom: date.nullable(), attendancesFrom: date.nullable() }),
    answer: z.object({
      absences: z.number().nullable(),
      attendances: z.number().nullable(),
      minutes: z.number(),
    }),
  },
} as const satisfies Record<string, Route>;
