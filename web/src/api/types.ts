// Shapes of the contract under the names by which the page uses them. Types only.

import type { z } from 'zod';
import type { AnswerOf, BodyIn, Params, QueryIn } from '../../../src/api/contract/route.ts';
import type { RouteName, Routes } from '../../../src/api/contract/routes.ts';
import type * as shapes from '../../../src/api/contract/shapes.ts';
import type { runSummary, state } from '../../../src/api/contract/integrations.ts';
import type { auditEntry } from '../../../src/api/contract/people.ts';
import type { reviewRow } from '../../../src/api/contract/live.ts';

export type { RouteName, Routes };
export type { IntegrationView, StepName } from '../../../src/api/contract/integrations.ts';
export type { Line, RunActionView, RunEvent } from '../../../src/api/contract/runs.ts';
export type { Problem } from '../../../src/api/contract/shapes.ts';

export type Bilingual = z.output<typeof shapes.bilingual>;
export type Language = z.output<typeof shapes.language>;
export type Part = z.output<typeof shapes.part>;
export type Side = z.output<typeof shapes.side>;
export type Role = z.output<typeof shapes.role>;
export type AnyRole = z.output<typeof shapes.anyRole>;
export type Mistake = z.output<typeof shapes.mistake>;
export type CheckLine = z.output<typeof shapes.checkLine>;
export type Progress = z.output<typeof shapes.progress>;
export type Counts = z.output<typeof shapes.counts>;
export type PartCounts = z.output<typeof shapes.partCounts>;
export type EmployeeRef = z.output<typeof shapes.employeeRef>;
export type IntegrationState = z.output<typeof state>;
export type RunSummary = z.output<typeof runSummary>;
export type AuditEntry = z.output<typeof auditEntry>;
export type ReviewRow = z.output<typeof reviewRow>;

export type Answer<N extends RouteName> = AnswerOf<Routes[N]>;
export type Person = Answer<'signIn'>;
export type Session = Answer<'readSession'>;
export type Card = Answer<'listIntegrations'>['integrations'][number];

type ParamsPart<N extends RouteName> = keyof Params<Routes[N]> extends never
  ? { readonly params?: undefined }
  : { readonly params: Params<Routes[N]> };
type QueryPart<N extends RouteName> =
  QueryIn<Routes[N]> extends undefined
    ? { readonly query?: undefined }
    : { readonly query?: QueryIn<Routes[N]> };
type BodyPart<N extends RouteName> =
  BodyIn<Routes[N]> extends undefined ? { readonly body?: undefined } : { readonly body: BodyIn<Routes[N]> };

/** What a call takes: `{ params, query, body }`, as far as the route has them. */
export type Args<N extends RouteName> = ParamsPart<N> & QueryPart<N> & BodyPart<N>;

/** Neither parameters nor a body: the arguments may be left out. */
export type NeedsNothing<N extends RouteName> = keyof Params<Routes[N]> extends never
  ? BodyIn<Routes[N]> extends undefined
    ? true
    : false
  : false;
