// Every path that the simulator serves (vendor document, section 2), with what it takes to use it.

import {
  createAbsence,
  deleteAbsence,
  getAbsence,
  getAbsenceType,
  listAbsences,
  listAbsenceTypes,
  listBreakdowns,
  updateAbsence,
} from './absences.ts';
import type { Answer } from './answer.ts';
import {
  createAttendance,
  deleteAttendance,
  getAttendance,
  listAttendance,
  updateAttendance,
} from './attendance.ts';
import type { Bucket } from './limits.ts';
import { listAnswer } from './lists.ts';
import { getEmployment, getPerson, listEmployments, listPersons } from './persons.ts';
import { getProject, listProjects } from './projects.ts';
import { missingReportRight } from './rights.ts';
import type { Area } from './rights.ts';
import type { Tokens } from './tokens.ts';
import { listTimeOffs, listTimeOffTypes } from './v1-absences.ts';
import { listAttendanceV1 } from './v1-attendance.ts';
import { balanceV1, getEmployeeV1, listAttributesV1, listEmployeesV1 } from './v1-employees.ts';
import type { Webhooks } from './webhooks.ts';
import type { Call } from './wire.ts';
import type { World } from './world.ts';

export interface Route {
  readonly method: string;
  /** The path split at `/`; `:name` stands for a value. */
  readonly segments: readonly string[];
  readonly bucket: Bucket;
  /** null: no token needed. `any`: any good token. */
  readonly access: null | 'any' | { readonly area: Area; readonly verb: 'read' | 'write' };
  /** Where it says no, the path is as unknown as any other. */
  readonly exists?: (world: World, headers: Headers) => boolean;
  readonly run: (world: World, call: Call) => Answer;
}

type Run = Route['run'];

export function routesOf(tokens: Tokens, webhooks: Webhooks): readonly Route[] {
  const v1 = '/v1/company';
  const hooks = webhooks.routes;
  return [
    open('/v2/auth/token', tokens.grant),
    open('/v2/auth/revoke', tokens.revoke),
    open('/v1/auth', tokens.grantV1),

    ...resource('employees', 'persons', [
      ['GET', '/v2/persons', listPersons],
      ['GET', '/v2/persons/:id', getPerson],
      ['GET', '/v2/persons/:id/employments', listEmployments],
      ['GET', '/v2/persons/:id/employments/:employment', getEmployment],
    ]),
    ...resource('attendances', 'attendance-periods', [
      ['GET', '/v2/attendance-periods', listAttendance],
      ['POST', '/v2/attendance-periods', createAttendance],
      ['GET', '/v2/attendance-periods/:id', getAttendance],
      ['PATCH', '/v2/attendance-periods/:id', updateAttendance],
      ['DELETE', '/v2/attendance-periods/:id', deleteAttendance],
    ]),
    ...resource('absences', 'absence-periods', [
      ['GET', '/v2/absence-periods', listAbsences],
      ['POST', '/v2/absence-periods', createAbsence],
      ['GET', '/v2/absence-periods/:id', getAbsence],
      ['PATCH', '/v2/absence-periods/:id', updateAbsence],
      ['DELETE', '/v2/absence-periods/:id', deleteAbsence],
    ]),
    ...resource('absences', 'breakdowns', [['GET', '/v2/absence-periods/:id/breakdowns', listBreakdowns]]),
    ...resource('absences', 'absence-types', [
      ['GET', '/v2/absence-types', listAbsenceTypes],
      ['GET', '/v2/absence-types/:id', getAbsenceType],
    ]),
    ...resource('projects', 'projects', [
      ['GET', '/v2/projects', listProjects],
      ['GET', '/v2/projects/:id', getProject],
    ]),
    ...resource('webhooks', 'webhooks', [
      ['GET', '/v2/webhooks', hooks.list],
      ['POST', '/v2/webhooks', hooks.create],
      ['GET', '/v2/webhooks/:id', hooks.get],
      ['PATCH', '/v2/webhooks/:id', hooks.update],
      ['DELETE', '/v2/webhooks/:id', hooks.remove],
      ['GET', '/v2/webhooks/:id/events', hooks.events],
      ['GET', '/v2/webhooks/:id/activity', hooks.activity],
      ['POST', '/v2/webhooks/:id/ping', hooks.ping],
      ['POST', '/v2/webhooks/:id/test-event', hooks.test],
      ['POST', '/v2/webhooks/:id/redelivery', hooks.redeliver],
    ]),
    route('GET', '/v2/reports', 'other', 'any', () => missingReportRight),
    ...['cost-centers', 'org-units', 'workplaces', 'recruiting'].map((name) => betaRoute(`/v2/${name}`)),

    ...resource('employees', 'v1-employees', [
      ['GET', `${v1}/employees`, listEmployeesV1],
      ['GET', `${v1}/employees/attributes`, listAttributesV1],
      ['GET', `${v1}/employees/custom-attributes`, listAttributesV1],
      ['GET', `${v1}/employees/:id`, getEmployeeV1],
    ]),
    ...resource('absences', 'v1', [
      ['GET', `${v1}/employees/:id/absences/balance`, balanceV1],
      ['GET', `${v1}/time-off-types`, listTimeOffTypes],
      ['GET', `${v1}/time-offs`, listTimeOffs],
    ]),
    {
      ...route('GET', `${v1}/attendances`, 'v1', { area: 'attendances', verb: 'read' }, listAttendanceV1),
      exists: (world) => world.switches['v1-attendance'] !== 'absent',
    },
  ];
}

function resource(area: Area, bucket: Bucket, rows: readonly (readonly [string, string, Run])[]): Route[] {
  return rows.map(([method, path, run]) =>
    route(method, path, bucket, { area, verb: method === 'GET' ? 'read' : 'write' }, run),
  );
}

const open = (path: string, run: Run): Route => route('POST', path, 'other', null, run);

function route(method: string, path: string, bucket: Bucket, access: Route['access'], run: Run): Route {
  return { method, segments: path.split('/'), bucket, access, run };
}

/** Beta endpoints are there only for `Beta: true` [live]; nothing of them is simulated but the empty list. */
const betaRoute = (path: string): Route => ({
  ...route('GET', path, 'other', 'any', emptyList),
  exists: (world, headers) =>
    world.switches['beta-header'] === 'ignored' || headers.get('beta')?.toLowerCase() === 'true',
});

const emptyList: Run = (world, call) =>
  listAnswer<never>(world, call, {
    defaultLimit: 100,
    cap: 200,
    rows: () => [],
    filters: {},
    toWire: (row) => row,
  });
