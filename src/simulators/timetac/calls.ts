// One call of a resource: reading, or a verb on one row or on a batch whose rows fail each alone (sections 3 to 5).

import { deletedField, failure, refused, shaped, succeeded, type Envelope, type Head } from './answer.ts';
import type { Caller } from './auth.ts';
import { rendererOf, type Columns } from './columns.ts';
import { broken, denied, missing, Problem } from './problem.ts';
import { readPage, sinceIn } from './query.ts';
import { resourceNamed } from './registry.ts';
import type { Body, Path } from './request.ts';
import type { Action, Call, Done, Resource } from './resource.ts';
import { reducedUserFields } from './resources/users.ts';
import { numberIn } from './switches.ts';
import type { Row } from './table.ts';
import type { World } from './world.ts';

export interface Work {
  readonly path: Path;
  readonly params: URLSearchParams;
  readonly body: Body;
  readonly caller: Caller;
  readonly head: Head;
}

/** @throws Problem, which the caller answers. */
export function answerRead(world: World, resource: Resource<Row>, work: Work): Response {
  const params = work.path.id === null ? work.params : new URLSearchParams(work.params);
  if (work.path.id !== null) params.set('id', String(work.path.id));
  const { results, nested } = readPage(world, resource, visibleColumns(world, resource), params);
  const byId = params.has('id') && !params.has('_op__id');
  if (byId && results.length === 0 && world.switches['read-missing-id'] === 'not-found') {
    throw missing(resource.name, params.get('id') ?? '');
  }
  const asked = params.get('_fetch_deleted') === '1' && world.switches['fetch-deleted'] === 'honoured';
  const deleted = asked
    ? deletedField(world, [resource.name], sinceIn(params, world))
    : shaped(world, [resource.name], []);
  return succeeded(world, work.head, {
    NumResults: results.length,
    NumResultsNested: nested,
    Results: results,
    ...deleted,
    Affected: {},
  });
}

/** @throws Problem, which the caller answers. */
export function answerAction(world: World, resource: Resource<Row>, action: Action, work: Work): Response {
  const { credential, apiUser } = work.caller;
  const writes = action.method !== 'GET' && action.harmless !== true;
  if (writes && credential.rights === 'read') throw denied(apiUser.id, work.path.action, resource.entity);
  const before = { effects: (world.effects.length = 0), deleted: world.state.deleted.length };
  const rows = work.body.kind === 'batch' ? batchOf(world, action, work.body.rows) : null;
  const shown = new Set<Row>();
  const envelope =
    rows === null
      ? outcome(world, resource, action.run(world, callOf(work, fieldsOf(work.body))), shown)
      : batchOutcome(world, resource, action, work, rows, shown);
  const deleted = world.state.deleted.slice(before.deleted);
  return succeeded(world, work.head, {
    ...envelope,
    ...shaped(world, namesIn(deleted, resource.name, world), deleted),
    Affected: affected(world, resource, shown),
  });
}

/** The fields this API user may see (switch `user-view`). */
export function visibleColumns<R extends Row>(world: World, resource: Resource<R>): Columns<R> {
  if (resource.name !== 'users' || world.switches['user-view'] === 'full') return resource.columns;
  return Object.fromEntries(
    Object.entries(resource.columns).filter(([name]) => reducedUserFields.includes(name)),
  );
}

/** An answer for whatever a call threw; anything but a `Problem` is a fault of this stage. */
export function answerProblem(world: World, head: Head, thrown: unknown): Response {
  return refused(world, head, problemIn(thrown));
}

export function problemIn(thrown: unknown): Problem {
  if (thrown instanceof Problem) return thrown;
  // Never as a TypeError, which would look like a lost connection.
  throw new Error('The simulated TimeTac failed', { cause: thrown });
}

const fieldsOf = (body: Body) => (body.kind === 'row' ? body.fields : {});

function callOf({ path, params, caller }: Work, fields: Call['fields']): Call {
  const asked = params.get('id');
  const id = path.id ?? (asked !== null && /^\d+$/.test(asked) ? Number(asked) : null);
  return { fields, id, params, ...caller };
}

function outcome(world: World, resource: Resource<Row>, done: Done, shown: Set<Row>): Envelope {
  if (done.kind === 'value') return { NumResults: done.count, NumResultsNested: 0, Results: done.value };
  const columns = { ...visibleColumns(world, resource), ...done.more };
  for (const row of done.rows) shown.add(row);
  const results = done.rows.map(rendererOf(columns, null, world));
  return { NumResults: results.length, NumResultsNested: 0, Results: results };
}

function batchOf(world: World, action: Action, rows: readonly Call['fields'][]): readonly Call['fields'][] {
  if (action.batch !== true) throw broken('SIM_BATCH_NOT_SUPPORTED');
  if (rows.length > (numberIn(world.switches['batch-size-max']) ?? Infinity))
    throw broken('SIM_BATCH_TOO_LARGE');
  return rows;
}

function batchOutcome(
  world: World,
  resource: Resource<Row>,
  action: Action,
  work: Work,
  rows: readonly Call['fields'][],
  shown: Set<Row>,
): Envelope {
  const results = rows.map((fields): Envelope => {
    try {
      return { Success: true, ...outcome(world, resource, action.run(world, callOf(work, fields)), shown) };
    } catch (thrown) {
      return failure(world, resource.name, problemIn(thrown));
    }
  });
  const all = results.every((result) => result['Success'] === true);
  return {
    SuccessBatch: all || world.switches['batch-flag'] === 'always-true',
    NumResults: results.length,
    NumResultsNested: 0,
    Results: results,
  };
}

// As an array `Deleted` cannot say of which resource; it then lists the called one's only.
const namesIn = (
  deleted: readonly { readonly resource: string }[],
  own: string,
  world: World,
): readonly string[] =>
  world.switches['deleted-shape'] === 'map' ? [...new Set(deleted.map(({ resource }) => resource))] : [own];

function affected(world: World, called: Resource<Row>, shown: ReadonlySet<Row>): Envelope {
  const byTable = new Map<string, Set<Row>>();
  for (const { table, row } of world.effects) {
    if (shown.has(row)) continue;
    byTable.set(table, (byTable.get(table) ?? new Set()).add(row));
  }
  const entries = [...byTable].flatMap(([table, changed]) => {
    const resource = table === called.name ? called : resourceNamed(table);
    if (resource === undefined) return [];
    return [[table, [...changed].map(rendererOf(visibleColumns(world, resource), null, world))] as const];
  });
  return Object.fromEntries(entries);
}
