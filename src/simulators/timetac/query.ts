// The reading grammar of section 3: filters, order, page, projection, aggregation and `_since`.

import { addDays, clockChangesOn, dateOf, dayMs, type Instant } from '../../core/time/calendar.ts';
import { aggregate, type Aggregate } from './aggregate.ts';
import { comparableOf, rendererOf, type Columns } from './columns.ts';
import { filterOf, type Filter } from './filters.ts';
import { broken } from './problem.ts';
import type { Resource } from './resource.ts';
import { instantOfText, isStampText, wallOfText } from './stamps.ts';
import { numberIn } from './switches.ts';
import type { Row, Table } from './table.ts';
import type { World } from './world.ts';

export interface Page {
  readonly results: readonly Record<string, unknown>[];
  /** Rows inside `nestedEntities`; this stage keeps none. */
  readonly nested: number;
}

/**
 * Answers one read.
 * @throws Problem for fields, operators and values that do not exist.
 */
export function readPage<R extends Row>(
  world: World,
  resource: Resource<R>,
  columns: Columns<R>,
  params: URLSearchParams,
): Page {
  const filters = filtersIn(params, resource.columns, world);
  const since = sinceIn(params, world);
  const table = resource.table?.(world);
  const candidates = candidatesOf(resource.rows(world), table, filters);
  const changedAt = (row: R) => table?.changedAt(row) ?? resource.changedAt?.(row) ?? -Infinity;
  const isSince = since === null ? null : sinceTest(world, since);
  const passes = (row: R) =>
    (isSince === null || isSince(changedAt(row))) && filters.every((filter) => filter.test(row));

  const limit = limitIn(params, world);
  const offset = wholeNumberIn(params, '_offset', 0);
  const groups = params.get('_group_by');
  const aggregates = aggregatesIn(params);
  if (groups !== null || aggregates.length > 0) {
    const groupFields = groups === null ? [] : groups.split('|');
    const wire = candidates.filter(passes).map(rendererOf(resource.columns, null, world));
    return { results: aggregate(wire, groupFields, aggregates).slice(offset, offset + limit), nested: 0 };
  }

  const page = pageOf(world, candidates, passes, resource, table, params, offset, limit);
  const render = rendererOf(columns, params.get('_fields')?.split(',') ?? null, world);
  const nested = nestedIn(params);
  const results = page.map((row) =>
    nested === null ? render(row) : { ...render(row), nestedEntities: nested },
  );
  return { results, nested: 0 };
}

/**
 * Whether something that happened at an instant counts as "since" (switch `since-compare`). The server compares what
 * its clock on the wall showed: around a clock change that is not the order of instants.
 */
export function sinceTest(world: World, since: string): (at: Instant) => boolean {
  const zone = world.state.serverZone;
  const exclusive = world.switches['since-compare'] === 'exclusive';
  const on = dateOf(wallOfText(since));
  if ([addDays(on, -1), on, addDays(on, 1)].some((date) => clockChangesOn(date, zone))) {
    return (at) => {
      const wall = at === -Infinity ? '' : world.stamp(at);
      return exclusive ? wall > since : wall >= since;
    };
  }
  // Stamps have whole seconds: later than a second means the next one.
  const from = instantOfText(since, zone) + (exclusive ? 1000 : 0);
  return (at) => at >= from;
}

/** `_since`, unless it lies beyond the horizon, where everything is returned (section 3, `_since`). */
export function sinceIn(params: URLSearchParams, world: World): string | null {
  const since = params.get('_since');
  if (since === null) return null;
  if (!isStampText(since)) throw broken('SIM_VALUE_INVALID', '_since');
  const horizon = world.stamp(world.now() - 92 * dayMs);
  return world.switches['since-horizon'] === 'three-months' && since < horizon ? null : since;
}

function filtersIn<R extends Row>(params: URLSearchParams, columns: Columns<R>, world: World): Filter<R>[] {
  const filters: Filter<R>[] = [];
  for (const name of new Set(params.keys())) {
    // Parameters with an underscore are grammar, and `nestedEntities` is the one that has none.
    if (name.startsWith('_') || name === 'nestedEntities') continue;
    const column = Object.hasOwn(columns, name) ? columns[name] : undefined;
    // What the vendor does with a field that does not exist is unknown; a client's typing error must not pass here.
    if (column === undefined) throw broken('SIM_FIELD_UNKNOWN', name);
    // A key that repeats counts once, with its last value.
    const operator = params.getAll(`_op__${name}`).at(-1) ?? 'eq';
    filters.push(filterOf(name, column, operator, params.getAll(name).at(-1) ?? '', world));
  }
  return filters;
}

// A look-up by id or by user, and the next page by id, need not walk through a year of time trackings.
function candidatesOf<R extends Row>(
  rows: readonly R[],
  table: Table<R> | undefined,
  filters: readonly Filter<R>[],
): readonly R[] {
  if (table === undefined) return rows;
  const ids = filters.find((filter) => filter.field === 'id');
  if (ids !== undefined && (ids.operator === 'eq' || ids.operator === 'in')) {
    return [...new Set(ids.values)].flatMap((id) => table.byId(Number(id)) ?? []);
  }
  const users = filters.find((filter) => filter.field === 'user_id');
  if (users !== undefined && (users.operator === 'eq' || users.operator === 'in')) {
    const found = [...new Set(users.values)].map((user) => table.ofUser(Number(user)));
    return found.length === 1 ? (found[0] ?? []) : found.flat().sort((a, b) => a.id - b.id);
  }
  if (ids !== undefined && (ids.operator === 'gt' || ids.operator === 'gteq') && table.ascends()) {
    return rows.slice(firstAtLeast(rows, Number(ids.values[0])));
  }
  return rows;
}

function firstAtLeast(rows: readonly Row[], id: number): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rows[middle]?.id ?? Infinity) < id) low = middle + 1;
    else high = middle;
  }
  return low;
}

function pageOf<R extends Row>(
  world: World,
  candidates: readonly R[],
  passes: (row: R) => boolean,
  resource: Resource<R>,
  table: Table<R> | undefined,
  params: URLSearchParams,
  offset: number,
  limit: number,
): readonly R[] {
  const field = params.get('_order_by');
  const descending = isDescending(params);
  const inOrder = field === null || (field === 'id' && !descending && table?.ascends() === true);
  if (inOrder) return firstPassing(candidates, passes, offset, limit);
  const column = Object.hasOwn(resource.columns, field) ? resource.columns[field] : undefined;
  if (column === undefined) throw broken('SIM_FIELD_UNKNOWN', '_order_by');
  const keyed = candidates.filter(passes).map((row) => ({ row, key: comparableOf(column, row, world) }));
  keyed.sort((a, b) => compareKeys(a.key, b.key) * (descending ? -1 : 1));
  return keyed.slice(offset, offset + limit).map(({ row }) => row);
}

function firstPassing<R>(
  rows: readonly R[],
  passes: (row: R) => boolean,
  offset: number,
  limit: number,
): R[] {
  const page: R[] = [];
  let toSkip = offset;
  for (const row of rows) {
    if (!passes(row)) continue;
    if (toSkip-- > 0) continue;
    page.push(row);
    if (page.length === limit) break;
  }
  return page;
}

// v4 says `_sort_direction`, v3 said `_order_desc`; both are understood (section 2).
const isDescending = (params: URLSearchParams): boolean =>
  params.get('_sort_direction')?.toUpperCase() === 'DESC' ||
  ['true', '1'].includes(params.get('_order_desc') ?? '');

function compareKeys(a: string | number | null, b: string | number | null): number {
  if (a === b) return 0;
  if (a === null || b === null) return a === null ? -1 : 1;
  return a < b ? -1 : 1;
}

function limitIn(params: URLSearchParams, world: World): number {
  const asked = wholeNumberIn(params, '_limit', 100);
  const most = numberIn(world.switches['page-limit-max']) ?? 1000;
  // Its own default no server refuses.
  if (params.has('_limit') && asked > most && world.switches['page-limit-overrun'] === 'reject')
    throw broken('SIM_LIMIT_TOO_LARGE', '_limit');
  return Math.min(asked, most);
}

function wholeNumberIn(params: URLSearchParams, name: string, otherwise: number): number {
  const written = params.getAll(name).at(-1);
  if (written === undefined) return otherwise;
  if (!/^\d{1,9}$/.test(written) || (name === '_limit' && Number(written) === 0))
    throw broken('SIM_VALUE_INVALID', name);
  return Number(written);
}

function aggregatesIn(params: URLSearchParams): { field: string; by: Aggregate }[] {
  const prefix = '_aggregate__';
  return [...params]
    .filter(([name]) => name.startsWith(prefix))
    .map(([name, by]) => ({ field: name.slice(prefix.length), by: by as Aggregate }));
}

function nestedIn(params: URLSearchParams): Record<string, readonly never[]> | null {
  const asked = params.get('nestedEntities');
  if (asked === null) return null;
  try {
    const names: unknown = JSON.parse(asked);
    return Object.fromEntries(Object.keys(names ?? {}).map((name) => [name, []]));
  } catch {
    throw broken('SIM_VALUE_INVALID', 'nestedEntities');
  }
}
