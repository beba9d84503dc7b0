// Every refusal leaves as `application/problem+json`, in both languages; a fault of ours says nothing of its inside.

import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import { explainField } from '../core/settings/explain-field.ts';
import type { Problem as ProblemShape } from './contract/shapes.ts';
import { Problem } from '../service/problem.ts';
import { iso } from './present.ts';

/** @param told hears of faults, for the log */
export function answerProblem(
  error: FastifyError | Error,
  request: FastifyRequest,
  reply: FastifyReply,
  told: (error: Error, where: string) => void,
): FastifyReply {
  const problem = problemIn(error);
  if (problem.code === 'fault') told(error, `${request.method} ${request.routeOptions.url ?? ''}`);
  const { retryAfterSeconds } = problem.more;
  if (retryAfterSeconds !== undefined) void reply.header('retry-after', String(retryAfterSeconds));
  return reply
    .code(problem.status)
    .type('application/problem+json')
    .send(JSON.stringify(shownProblem(problem)));
}

function problemIn(error: FastifyError | Error): Problem {
  if (error instanceof Problem) return error;
  if (hasZodFastifySchemaValidationErrors(error))
    return new Problem('invalid-body', {
      fields: error.validation.map((flaw) => ({
        path: flaw.instancePath.replace(/^\//, '').replaceAll('/', '.'),
        message: explainField(flaw.keyword, flaw.params),
        hint: null,
      })),
    });
  const { statusCode, code } = error as FastifyError;
  if (statusCode === 413) return new Problem('too-large');
  if (statusCode !== undefined && statusCode < 500 && code?.startsWith('FST_'))
    return new Problem('invalid-body');
  return new Problem('fault');
}

function shownProblem({ code, said, hint, more }: Problem): ProblemShape {
  return {
    code,
    message: said,
    hint,
    fields: (more.fields ?? []).map(({ path, message, hint: fieldHint }) => ({
      path,
      message,
      hint: fieldHint,
    })),
    ...(more.conflicts === undefined
      ? {}
      : {
          conflicts: more.conflicts.map(({ path, current, by, at }) => ({
            path,
            current: current as never,
            by,
            at: iso(at),
          })),
        }),
    ...(more.retryAfterSeconds === undefined ? {} : { retryAfterSeconds: more.retryAfterSeconds }),
  };
}
