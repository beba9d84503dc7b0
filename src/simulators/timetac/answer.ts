// Answers as TimeTac gives them: the envelope of section 4 with its head on every answer, the bare OAuth errors of
// section 1.2, and HTML where a path is wrong.

import { dayMs, type Instant } from '../../core/time/calendar.ts';
import type { Problem } from './problem.ts';
import { sinceTest } from './query.ts';
import { numberIn } from './switches.ts';
import type { World } from './world.ts';

export interface Head {
  readonly host: string;
  readonly resource: string;
  readonly startedAt: Instant;
}

export type Envelope = Record<string, unknown>;

export function json(status: number, body: unknown, headers: Record<string, string> = {}): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
  });
}

export const oauthError = (status: number, error: string, description: string): Response =>
  json(status, { error, error_description: description });

/** Section 4.1. */
export const succeeded = (world: World, head: Head, envelope: Envelope): Response =>
  json(200, { ...headFields(world, head), Success: true, SuccessNested: true, ...envelope });

/** Section 4.2, with the real status or with 200 (switch `error-status-style`). */
export function refused(world: World, head: Head, problem: Problem): Response {
  const status = world.switches['error-status-style'] === 'always-200' ? 200 : problem.status;
  return json(status, { ...headFields(world, head), ...failure(world, head.resource, problem) });
}

/** What a refusal says, for a whole answer, a row of a batch or a block of deltaSync. */
export function failure(world: World, resource: string, problem: Problem): Envelope {
  return {
    Success: false,
    SuccessNested: false,
    ResourceName: resource,
    Error: world.switches['error-number-type'] === 'string' ? String(problem.status) : problem.status,
    ErrorMessage: problem.message,
    ErrorInternal: problem.message,
    ...extended(world, resource, problem),
  };
}

export function wrongPath(world: World): Response {
  if (world.switches['wrong-path-body'] === 'json') return json(404, { error: 'Not Found' });
  const page =
    '<!DOCTYPE html><html><head><title>404 Not Found</title></head><body><h1>Not Found</h1></body></html>';
  return new Response(page, { status: 404, headers: { 'content-type': 'text/html; charset=utf-8' } });
}

/**
 * What was deleted, as `{ Deleted: … }`, since the server's wall time `since` (null: ever) and within the retention.
 * Empty where the account does not send it.
 */
export function deletedField(world: World, resources: readonly string[], since: string | null): Envelope {
  const keptDays = numberIn(world.switches['deleted-retention']) ?? Infinity;
  const oldest = world.now() - keptDays * dayMs;
  const isSince = since === null ? () => true : sinceTest(world, since);
  const listed = world.state.deleted.filter(
    ({ resource, at }) => at >= oldest && resources.includes(resource) && isSince(at),
  );
  return shaped(world, resources, listed);
}

/** The same for rows already chosen. */
export function shaped(
  world: World,
  resources: readonly string[],
  deleted: readonly { readonly resource: string; readonly id: number; readonly at: Instant }[],
): Envelope {
  const shape = world.switches['deleted-shape'];
  const list = (name: string) =>
    deleted
      .filter(({ resource }) => resource === name)
      .map(({ id, at }) => ({ id, deleted_at: world.stamp(at) }));
  switch (shape) {
    case 'absent':
      return {};
    case 'array':
      return { Deleted: resources.flatMap(list) };
    case 'map':
      return {
        Deleted: Object.fromEntries(
          resources.map((name) => [name, list(name)] as const).filter(([, rows]) => rows.length > 0),
        ),
      };
    default:
      return shape satisfies never;
  }
}

const headFields = (world: World, { host, resource, startedAt }: Head): Envelope => ({
  Host: host,
  Codeversion: '7.17.0',
  ResourceName: resource,
  RequestStartTime: world.stamp(startedAt),
  RequestEndTime: world.stamp(world.now()),
  ServerTimeZone: world.state.serverZone,
});

function extended(world: World, resource: string, { rule, field }: Problem): Envelope {
  if (rule === null) return {};
  const invented = rule.code.startsWith('SIM_');
  const named = invented && world.switches['rule-error-code'] === 'absent' ? {} : { errorCode: rule.code };
  return {
    ErrorExtended: {
      aErrorTranslationConstants: { '{{0}}': `PM_${rule.code}` },
      ...named,
      errorString: world.switches['error-language'] === 'de' ? rule.de : rule.en,
      errorBaseString: '{{0}}',
      data: { entityType: resource, entityKey: field ?? '' },
    },
    ...(field === null ? {} : { ErrorMetaData: { [field]: rule.en } }),
  };
}
