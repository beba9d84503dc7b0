// What changed since a moment of the server's clock: one `deltaSync` for all kinds (timetac.md section 6), which is also
// the only place where deletions are told. Its pages are offsets, so each page repeats the last row of the one before; if
// that row is not where it was, something moved and the read begins anew.

import type { LocalDate } from '../../core/time/calendar.ts';
import type { SourceClock, SourceKind, SourceReading } from '../../engine/ports.ts';
import { field, isObject } from '../http/read-answer.ts';
import { VendorError } from '../http/vendor-error.ts';
import type { Parameters, TimetacConnection } from './connection.ts';
import { dateFilter, resourceOf, toRows } from './kinds.ts';
import { callTo, clockOf, orderById, type PageReader } from './pages.ts';
import { idSchema } from './scalars.ts';

type From = { readonly [K in SourceKind]?: LocalDate };

export interface ChangeReader {
  read(kinds: readonly SourceKind[], since: string, from: From): Promise<SourceReading>;
}

const maxRestarts = 4;
const path = 'deltaSync/read';

export function createChangeReader(connection: TimetacConnection, pages: PageReader): ChangeReader {
  // Whether these credentials may use deltaSync is open (T9). Once refused, it is not tried again.
  let denied = false;

  return {
    async read(kinds, since, from) {
      const found: Found = denied ? emptyFound(kinds) : await readDelta(kinds, since, from);
      for (const kind of found.untold)
        try {
          await readSince(found, kind, since, from);
        } catch (error) {
          found.failed.set(kind, troubleOfOne(error));
        }
      const [first] = found.failed.values();
      if (found.clock === null && first !== undefined) throw first;
      if (found.clock === null)
        throw connection.garbage(callTo(path), 'RequestStartTime or ServerTimeZone: missing');
      return toReading(connection, kinds, found, found.clock);
    },
  };

  async function readDelta(kinds: readonly SourceKind[], since: string, from: From): Promise<Found> {
    try {
      for (let pass = 0; pass < maxRestarts; pass++) {
        const found = await readDeltaOnce(connection, pages, kinds, since, from);
        if (found !== 'moved') return found;
      }
    } catch (error) {
      if (!isDenied(error) || error.kind === 'garbage') throw error;
      denied = true;
      return emptyFound(kinds);
    }
    throw connection.garbage(callTo(path), 'the changes kept moving while they were read');
  }

  async function readSince(found: Found, kind: SourceKind, since: string, from: From): Promise<void> {
    const { rows, clock } = await pages.readAll(resourceOf(kind), [
      ['_since', since],
      ...dateFilter(kind, from[kind], ''),
    ]);
    found.clock ??= clock;
    found.rows.set(kind, new Map(rows.map((row) => [keyOf(connection, row), row])));
  }
}

/** What a read has brought so far. `untold`: kinds that deltaSync did not answer for. */
interface Found {
  clock: SourceClock | null;
  readonly rows: Map<SourceKind, Map<string, unknown>>;
  readonly deleted: Map<SourceKind, Set<string>>;
  /** Kinds of which a page told deletions that could not be understood. */
  readonly deletionsUntold: Set<SourceKind>;
  readonly untold: Set<SourceKind>;
  readonly failed: Map<SourceKind, VendorError>;
}

const emptyFound = (untold: readonly SourceKind[]): Found => ({
  clock: null,
  rows: new Map(),
  deleted: new Map(),
  deletionsUntold: new Set(),
  untold: new Set(untold),
  failed: new Map(),
});

const isDenied = (error: unknown): error is VendorError =>
  error instanceof VendorError && [403, 404, 410].includes(error.status ?? 0);

/** What concerns one list and no other (rules 0.8, 4.4). @throws everything else: the next list fares no better */
function troubleOfOne(error: unknown): VendorError {
  if (isDenied(error) || (error instanceof VendorError && error.kind === 'garbage')) return error;
  throw error;
}

async function readDeltaOnce(
  connection: TimetacConnection,
  pages: PageReader,
  kinds: readonly SourceKind[],
  since: string,
  from: From,
): Promise<Found | 'moved'> {
  const found = emptyFound([]);
  let open = [...kinds];
  let offset = 0;
  /** The row that the next page must begin with, by kind. */
  let edges = new Map<SourceKind, string>();
  while (open.length > 0) {
    const body = await pages.sendSized(path, queryFor(connection.apiVersion, open, since, from, offset));
    found.clock ??= clockOf(body);
    const results = field(body, 'Results');
    if (!isObject(results)) throw connection.garbage(callTo(path), 'Results: expected an object');
    const lengths = new Map<SourceKind, number>();
    for (const kind of open) {
      const block = blockOf(results, resourceOf(kind));
      if (block === null) {
        if (offset > 0) throw connection.garbage(callTo(path), `Results.${resourceOf(kind)}: missing`);
        found.untold.add(kind);
        continue;
      }
      const ids = block.rows.map((row) => keyOf(connection, row));
      if (new Set(ids).size < ids.length) {
        throw connection.garbage(callTo(path), `Results.${resourceOf(kind)}: a row came twice`);
      }
      if (edges.has(kind) && ids[0] !== edges.get(kind)) return 'moved';
      // Where there is no overlap to check, a page that shows nothing new means that the offset was ignored.
      if (
        ids.length > 0 &&
        offset > 0 &&
        !edges.has(kind) &&
        ids.every((id) => found.rows.get(kind)?.has(id))
      ) {
        throw connection.garbage(callTo(path), 'the same page came twice');
      }
      keep(found, kind, ids, block.rows);
      const deleted = deletedIn(body, block.wire, resourceOf(kind));
      if (deleted === null && field(block.wire, 'Deleted') !== undefined) found.deletionsUntold.add(kind);
      keepDeleted(found, kind, deleted);
      lengths.set(kind, ids.length);
    }
    // The longest block first: a shorter one beside it is then known to be whole.
    const longest = Math.max(0, ...lengths.values());
    const whole = pages.isLastPage(longest);
    open = whole ? [] : open.filter((kind) => lengths.get(kind) === longest && longest > 0);
    // One row of overlap, unless a page holds but one.
    const overlap = longest > 1 ? 1 : 0;
    offset += longest - overlap;
    edges =
      overlap === 0
        ? new Map()
        : new Map(open.map((kind) => [kind, [...(found.rows.get(kind) ?? new Map()).keys()].at(-1) ?? '']));
  }
  return found;
}

function queryFor(
  apiVersion: 3 | 4 | 5,
  kinds: readonly SourceKind[],
  since: string,
  from: From,
  offset: number,
): Parameters {
  const include: Parameters = [
    ['_since', since],
    ['_include', kinds.map(resourceOf).join(',')],
    ['_offset', String(offset)],
  ];
  // A filter is the resource, two underscores, and any read parameter: an operator thus has three.
  const filters = kinds.flatMap((kind) => {
    const prefix = `${resourceOf(kind)}__`;
    return [...orderById(apiVersion, prefix), ...dateFilter(kind, from[kind], prefix)];
  });
  return [...include, ...filters];
}

interface Block {
  readonly wire: unknown;
  readonly rows: readonly unknown[];
}

/** null when the server did not answer for this resource (not listed, or refused by itself). */
function blockOf(results: Readonly<Record<string, unknown>>, resource: string): Block | null {
  const name = Object.keys(results).find((key) => key.toLowerCase() === resource.toLowerCase());
  const wire = name === undefined ? undefined : results[name];
  const rows = field(wire, 'Results');
  return Array.isArray(rows) && field(wire, 'Success') !== false ? { wire, rows: rows as unknown[] } : null;
}

function keep(found: Found, kind: SourceKind, ids: readonly string[], rows: readonly unknown[]): void {
  const known = found.rows.get(kind) ?? new Map<string, unknown>();
  for (const [index, id] of ids.entries()) {
    // Taken out and put back, so that the last entry is the last row of the page.
    known.delete(id);
    known.set(id, rows[index]);
  }
  found.rows.set(kind, known);
}

function keepDeleted(found: Found, kind: SourceKind, ids: readonly string[] | null): void {
  if (ids === null) return;
  const known = found.deleted.get(kind) ?? new Set<string>();
  for (const id of ids) known.add(id);
  found.deleted.set(kind, known);
}

/**
 * `Deleted` as an array of `{id, deleted_at}` in the block, as a map by resource in the block or around it, or not at all
 * (section 4.1): null then, because "nothing was told" is not "nothing was deleted".
 */
function deletedIn(body: unknown, block: unknown, resource: string): readonly string[] | null {
  return deletedOf(field(block, 'Deleted'), resource) ?? deletedOf(field(body, 'Deleted'), resource, true);
}

function deletedOf(wire: unknown, resource: string, isAround = false): readonly string[] | null {
  if (Array.isArray(wire)) return isAround ? null : idsOf(wire as unknown[]);
  if (!isObject(wire)) return null;
  const name = Object.keys(wire).find((key) => key.toLowerCase() === resource.toLowerCase());
  if (name !== undefined) return deletedOf(wire[name], resource);
  if (isAround) return null;
  // `{}` is an empty list (section 4.1); else a map by id.
  return idsOf(Object.entries(wire).map(([key, value]) => (field(value, 'id') === undefined ? key : value)));
}

function idsOf(items: readonly unknown[]): readonly string[] | null {
  const ids = items.map((item) => idSchema.safeParse(isObject(item) ? item['id'] : item).data);
  return ids.every((id) => id !== undefined) ? ids : null;
}

function keyOf(connection: TimetacConnection, row: unknown): string {
  const id = idSchema.safeParse(field(row, 'id')).data;
  if (id === undefined) throw connection.garbage(callTo(path), 'Results: a row without id');
  return id;
}

function toReading(
  connection: TimetacConnection,
  kinds: readonly SourceKind[],
  found: Found,
  clock: SourceClock,
): SourceReading {
  const rows: Record<string, unknown> = {};
  const deleted: Record<string, readonly string[]> = {};
  const failed = new Map(found.failed);
  for (const kind of kinds) {
    if (failed.has(kind)) continue;
    try {
      rows[kind] = toRows(connection, kind, [...(found.rows.get(kind)?.values() ?? [])]);
    } catch (error) {
      failed.set(kind, troubleOfOne(error));
      continue;
    }
    const ids = found.deleted.get(kind);
    // What could not be understood on one page may be the very record that is gone.
    if (ids !== undefined && !found.deletionsUntold.has(kind)) deleted[kind] = [...ids];
  }
  return { rows, deleted, failed: Object.fromEntries(failed), ...clock };
}
