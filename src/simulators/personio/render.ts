// Problems in their final form (sections 1.1, 4.2, 4.3).

import type { Answer, Problem } from './answer.ts';
import { wireInstant } from './wire.ts';
import type { World } from './world.ts';

export function renderProblem(world: World, path: string, problem: Problem): Answer {
  switch (problem.form) {
    case 'plain':
      return problem.answer;
    case 'v1':
      return v1Failure(world, problem);
    case 'token':
      return {
        status: 400,
        headers: { 'content-type': 'application/problem+json' },
        body: {
          timestamp: wireInstant(world.now()),
          trace_id: world.newId(),
          error: problem.error,
          error_description: problem.description,
          error_uri: null,
          meta: {},
          ...problem.extra,
        },
      };
    case 'v2':
      return path.startsWith('/v1/')
        ? v1Failure(world, { status: problem.status, code: problem.status, message: problem.detail })
        : {
            status: problem.status,
            body: {
              personio_trace_id: world.newId(),
              timestamp: timestampOf(world, problem.status),
              errors: [
                { title: problem.title, detail: problem.detail, type: problem.type ?? null, _meta: {} },
              ],
            },
          };
    default:
      return problem satisfies never;
  }
}

/** By switch a failure comes as HTTP 200; refused access keeps its status [client]. */
function v1Failure(
  world: World,
  problem: { readonly status: number; readonly code: number; readonly message: string },
): Answer {
  const isAccess = problem.status === 401 || problem.status === 403;
  return {
    status: world.switches['v1-error-style'] === 'http' || isAccess ? problem.status : 200,
    body: { success: false, error: { code: problem.code, message: problem.message } },
  };
}

/** `…Z` on a 409 or 422, `…+00:00` elsewhere: both were seen (section 4.2). */
function timestampOf(world: World, status: number): string {
  const instant = wireInstant(world.now());
  return status === 409 || status === 422 ? instant : instant.replace('Z', '+00:00');
}
