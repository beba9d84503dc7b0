// Lists of v2 (sections 4.1 and 6): filters, limits, pages and the opaque cursor that holds all of it.
// A page is computed from the state at the time of the request, by offset: that deep pages get slower [live] points to
// an offset behind the cursor. So rows do move between pages when somebody deletes one meanwhile.

import { isLocalDate, isWallTime } from '../../core/time/calendar.ts';
import type { Instant } from '../../core/time/calendar.ts';
import { refuse, refuseFilter } from './answer.ts';
import type { Answer } from './answer.ts';
import type { Call, Wire } from './wire.ts';
import type { World } from './world.ts';

/** Values of each filter as sent; a repeated key has several. */
export type Filters = ReadonlyMap<string, readonly string[]>;
type Test<Row> = (row: Row) => boolean;

export interface ListSpec<Row> {
  readonly defaultLimit: number;
  readonly cap: number;
  /** In the order of the list. May use the filters to offer fewer rows, never to answer wrongly. */
  readonly rows: (filters: Filters) => readonly Row[];
  /** Builds the test of one filter. @throws Refusal 400 for a value it cannot take. */
  readonly filters: Readonly<Record<string, (values: readonly string[]) => Test<Row>>>;
  /** Fields that `sort` may name. */
  readonly sortable?: Readonly<Record<string, (a: Row, b: Row) => number>>;
  readonly toWire: (row: Row) => Wire;
}

/** One page. @throws Refusal 400 for an unknown filter, a wrong value, a limit over the cap or a foreign cursor. */
export function listAnswer<Row>(world: World, call: Call, spec: ListSpec<Row>): Answer {
  const page = pageOf(call, spec);
  const { rows, more } = rowsOf(page, spec);
  const links = {
    self: { href: `${world.origin}${call.path}${searchOf(call.query)}` },
    ...(more ? { next: { href: nextLink(world, call, page) } } : {}),
  };
  return { status: 200, body: envelope(world, rows.map(spec.toWire), { links }) };
}

/** `_data`/`_meta`, or without the underscore by switch `list-envelope-keys`. */
export function envelope(world: World, data: unknown, meta?: Wire): Wire {
  const plain = world.switches['list-envelope-keys'] === 'plain';
  return {
    [plain ? 'data' : '_data']: data,
    ...(meta ? { [plain ? 'meta' : '_meta']: meta } : {}),
  };
}

interface Page {
  readonly path: string;
  readonly limit: number;
  readonly offset: number;
  readonly filters: Filters;
}

function pageOf<Row>(call: Call, spec: ListSpec<Row>): Page {
  const cursor = call.query.get('cursor');
  if (cursor !== null) return readCursor(cursor, call.path);
  const filters = new Map<string, string[]>();
  for (const [name, value] of call.query) {
    if (name !== 'limit') filters.set(name, [...(filters.get(name) ?? []), value]);
  }
  return { path: call.path, limit: limitOf(call, spec), offset: 0, filters };
}

function limitOf(call: Call, spec: { readonly defaultLimit: number; readonly cap: number }): number {
  const text = call.query.get('limit');
  if (text === null) return spec.defaultLimit;
  const limit = /^\d{1,6}$/.test(text) ? Number(text) : 0;
  if (limit < 1 || limit > spec.cap) refuse(400, 'Bad request', 'Provided value for limit is not valid');
  return limit;
}

function rowsOf<Row>(page: Page, spec: ListSpec<Row>): { rows: Row[]; more: boolean } {
  const tests = testsOf(page.filters, spec);
  const compare = orderOf(page.filters, spec);
  const candidates = spec.rows(page.filters);
  const source = compare ? [...candidates].sort(compare) : candidates;
  const rows: Row[] = [];
  let skipped = 0;
  for (const row of source) {
    if (!tests.every((test) => test(row))) continue;
    if (skipped < page.offset) skipped++;
    else if (rows.length < page.limit) rows.push(row);
    else return { rows, more: true };
  }
  return { rows, more: false };
}

function testsOf<Row>(filters: Filters, spec: ListSpec<Row>): Test<Row>[] {
  const tests: Test<Row>[] = [];
  for (const [name, values] of filters) {
    if (name === 'sort' && spec.sortable) continue;
    const build = Object.hasOwn(spec.filters, name) ? spec.filters[name] : undefined;
    tests.push(build ? build(values) : refuseFilter('encoding'));
  }
  return tests;
}

function orderOf<Row>(filters: Filters, spec: ListSpec<Row>): ((a: Row, b: Row) => number) | null {
  const sort = filters.get('sort')?.at(-1);
  if (sort === undefined || !spec.sortable) return null;
  const sortable = spec.sortable;
  const steps = sort
    .split(',')
    .map((field) => (Object.hasOwn(sortable, field) ? sortable[field] : undefined) ?? refuseFilter('value'));
  return (a, b) => {
    for (const step of steps) {
      const order = step(a, b);
      if (order !== 0) return order;
    }
    return 0;
  };
}

function nextLink(world: World, call: Call, page: Page): string {
  const form = world.switches['next-link'];
  // A reported bug: `next` names its own page (section 6).
  const offset = form === 'self-loop' ? page.offset : page.offset + page.limit;
  const cursor = writeCursor({ ...page, offset });
  switch (form) {
    case 'cursor-only':
    case 'self-loop':
      return `${world.origin}${call.path}?cursor=${cursor}`;
    case 'relative':
      return `${call.path}?cursor=${cursor}`;
    case 'full-query': {
      const query = new URLSearchParams({ limit: String(page.limit) });
      for (const [name, values] of page.filters) for (const value of values) query.append(name, value);
      query.set('cursor', cursor);
      return `${world.origin}${call.path}?${query.toString()}`;
    }
    default:
      return form satisfies never;
  }
}

function writeCursor(page: Page): string {
  const content = JSON.stringify([page.path, page.limit, page.offset, [...page.filters]]);
  return `cur_${Buffer.from(content).toString('base64url')}`;
}

function readCursor(cursor: string, path: string): Page {
  try {
    const content: unknown = JSON.parse(Buffer.from(cursor.slice(4), 'base64url').toString());
    const [ownPath, limit, offset, filters] = content as [string, number, number, [string, string[]][]];
    if (cursor.startsWith('cur_') && ownPath === path) {
      return { path, limit, offset, filters: new Map(filters) };
    }
  } catch {
    // No cursor of ours: refused below.
  }
  return refuseFilter('value');
}

const searchOf = (query: URLSearchParams): string => (query.size === 0 ? '' : `?${query.toString()}`);

/** A comma list, or the key repeated. */
export function anyOf<Row>(read: (row: Row) => string | null): (values: readonly string[]) => Test<Row> {
  return (values) => {
    const wanted = new Set(values.flatMap((value) => value.split(',')));
    return (row) => {
      const value = read(row);
      return value !== null && wanted.has(value);
    };
  };
}

/** The last value, checked. */
export function checked<T>(values: readonly string[], read: (text: string) => T | null): T {
  const value = read(values.at(-1) ?? '');
  return value === null ? refuseFilter('value') : value;
}

export const asOneOf =
  <T extends string>(...allowed: readonly T[]) =>
  (text: string): T | null =>
    allowed.find((value) => value === text) ?? null;

export const asDate = (text: string): string | null => (isLocalDate(text) ? text : null);
/** Zone-less, with or without `.000`; anything with `Z` or an offset is refused (section 3). */
export const asWall = (text: string): string | null => {
  const plain = text.replace(/\.\d{1,9}$/, '');
  return isWallTime(plain) ? plain : null;
};

/** UTC: `…Z`, an offset, no zone at all, or a date. */
export function asInstant(text: string): Instant | null {
  const match = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d)?(\.\d{1,9})?(Z|[+-]\d\d:?\d\d)?)?$/.exec(text);
  if (!match) return null;
  const time = Date.parse(match[1] !== undefined && match[4] === undefined ? `${text}Z` : text);
  return Number.isNaN(time) ? null : time;
}

/** The person that a list is limited to, where it is exactly one. */
export function onlyPerson(filters: Filters): string | null {
  const values = (filters.get('person.id') ?? []).flatMap((value) => value.split(','));
  return values.length === 1 ? (values[0] ?? null) : null;
}
