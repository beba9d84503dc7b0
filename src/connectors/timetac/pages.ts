// Reading a resource whole (timetac.md sections 3 and 6). Offsets move when rows come and go, so lists are walked by id:
// the next page holds the ids above the last one. How many rows a page may have is not known (T3): the server may cut
// the size asked for, silently, or refuse it.

import type { SourceClock } from '../../engine/ports.ts';
import { field } from '../http/read-answer.ts';
import { VendorError } from '../http/vendor-error.ts';
import type { Parameters, TimetacCall, TimetacConnection } from './connection.ts';
import { idSchema, isKnownZone, wallOf } from './scalars.ts';

export interface RawRows {
  readonly rows: readonly unknown[];
  /** null where an answer told none. */
  readonly clock: SourceClock | null;
}

export interface PageReader {
  /** Every row that fits the filters, by ascending id. Filters on `id` itself are not possible. */
  readAll(resource: string, filters: Parameters): Promise<RawRows>;
  /** The same page by page; answers the clock of the first. */
  readEach(
    resource: string,
    filters: Parameters,
    take: (rows: readonly unknown[]) => void | Promise<void>,
  ): Promise<SourceClock | null>;
  /** The rows among these ids, as the server lists them. */
  readByIds(resource: string, ids: readonly string[]): Promise<readonly unknown[]>;
  /** Sends a list request with the largest page size that the server takes; answers its body. */
  sendSized(path: string, query: Parameters): Promise<unknown>;
  /** Whether a page of so many rows, as asked by `sendSized`, is certainly the last. Remembers the size. */
  isLastPage(rows: number): boolean;
  /** Rows of the largest page that this account was ever seen to send. */
  largestPage(): number;
  recallPage(rows: number): void;
}

// 1000 is used live; 100 is the documented default, which then need not be named.
const sizes = ['1000', '100', null] as const;

export function createPageReader(connection: TimetacConnection): PageReader {
  let size = 0;
  let largestPage = 0;
  let largestBefore = 0;

  const sendSized = async (path: string, query: Parameters): Promise<unknown> => {
    for (let tried = size; ; tried++) {
      const asked = sizes[tried] ?? null;
      const limit: Parameters = asked === null ? [] : [['_limit', asked]];
      try {
        const { body } = await connection.send({ method: 'GET', path, query: [...query, ...limit] });
        size = tried;
        return body;
      } catch (error) {
        // Perhaps the size was refused, as long as none was ever accepted; a smaller one will tell.
        const mayBeSize = error instanceof VendorError && error.kind === 'refused' && largestPage === 0;
        if (!mayBeSize || tried + 1 >= sizes.length) throw error;
      }
    }
  };

  // A page shorter than one that was seen before is not cut by the server. Any other may be: only an empty one, or one
  // shorter still, is the end. What earlier doors saw counts where it was recalled.
  const isLastPage = (rows: number): boolean => {
    const last = rows === 0 || rows < Math.max(largestPage, largestBefore);
    largestPage = Math.max(largestPage, rows);
    return last;
  };

  const readAll = async (resource: string, filters: Parameters): Promise<RawRows> => {
    const rows: unknown[] = [];
    const clock = await readEach(resource, filters, (page) => void rows.push(...page));
    return { rows, clock };
  };

  const readEach: PageReader['readEach'] = async (resource, filters, take) => {
    const path = `${resource}/read`;
    const order = orderById(connection.apiVersion, '');
    let clock: SourceClock | null = null;
    let lastId = 0;
    for (let pages = 0; ; pages++) {
      const above: Parameters =
        lastId === 0
          ? []
          : [
              ['_op__id', 'gt'],
              ['id', String(lastId)],
            ];
      const body = await sendSized(path, [...filters, ...above, ...order]);
      const page = rowsOf(connection, path, body);
      if (pages === 0) clock = clockOf(body);
      lastId = lastIdOf(connection, path, page, lastId);
      await take(page);
      if (isLastPage(page.length)) return clock;
    }
  };

  const readChunk = async (resource: string, ids: readonly string[]): Promise<readonly unknown[]> => {
    const path = `${resource}/read`;
    const rows: unknown[] = [];
    const filter: Parameters = [
      ['_op__id', 'in'],
      ['id', ids.join('|')],
      ...orderById(connection.apiVersion, ''),
    ];
    for (;;) {
      const offset: Parameters = rows.length === 0 ? [] : [['_offset', String(rows.length)]];
      const page = rowsOf(connection, path, await sendSized(path, [...filter, ...offset]));
      rows.push(...page);
      if (new Set(rows.map((row) => JSON.stringify(field(row, 'id')))).size < rows.length) {
        throw connection.garbage(callTo(path), 'Results: a row came twice');
      }
      if (rows.length > ids.length) throw connection.garbage(callTo(path), 'more rows than ids asked for');
      // "Not listed" is the evidence that a record is gone: only a page without rows says it, whatever other pages held.
      if (rows.length === ids.length || page.length === 0) return rows;
    }
  };

  // An unknown id may answer 404 instead of nothing (T13): then each id is asked for by itself.
  const readExisting = async (resource: string, ids: readonly string[]): Promise<readonly unknown[]> => {
    try {
      return await readChunk(resource, ids);
    } catch (error) {
      if (!(error instanceof VendorError && error.kind === 'missing')) throw error;
      if (ids.length <= 1) return [];
      const rows: unknown[] = [];
      for (const id of ids) rows.push(...(await readExisting(resource, [id])));
      return rows;
    }
  };

  return {
    readAll,
    readEach,
    readByIds: readExisting,
    sendSized,
    isLastPage,
    largestPage: () => Math.max(largestPage, largestBefore),
    recallPage: (rows) => {
      largestBefore = Math.max(largestBefore, rows);
    },
  };
}

/** v4 says `_sort_direction`, v3 `_order_desc` (section 2). `prefix` names the resource inside a deltaSync. */
export function orderById(apiVersion: 3 | 4 | 5, prefix: string): Parameters {
  return [
    [`${prefix}_order_by`, 'id'],
    apiVersion === 3 ? [`${prefix}_order_desc`, 'false'] : [`${prefix}_sort_direction`, 'ASC'],
  ];
}

/**
 * `RequestStartTime` and `ServerTimeZone`; null when either is missing, or is no time or zone that exists: the next read
 * is reckoned from them.
 */
export function clockOf(body: unknown): SourceClock | null {
  const wall = wallOf(field(body, 'RequestStartTime'));
  const serverZone = field(body, 'ServerTimeZone');
  if (wall === undefined || typeof serverZone !== 'string' || !isKnownZone(serverZone)) return null;
  return { serverWall: wall.replace('T', ' '), serverZone };
}

export const callTo = (path: string): TimetacCall => ({ method: 'GET', path });

export function rowsOf(connection: TimetacConnection, path: string, body: unknown): readonly unknown[] {
  const results = field(body, 'Results');
  if (!Array.isArray(results)) throw connection.garbage(callTo(path), 'Results: expected a list');
  return results as unknown[];
}

// Ids that do not rise mean that order or filter was ignored: such a walk would never end, or skip rows.
function lastIdOf(
  connection: TimetacConnection,
  path: string,
  rows: readonly unknown[],
  above: number,
): number {
  let last = above;
  for (const [index, row] of rows.entries()) {
    const id = Number(idSchema.safeParse(field(row, 'id')).data ?? Number.NaN);
    if (!(id > last))
      throw connection.garbage(callTo(path), `Results.${index}.id: expected a higher id than before`);
    last = id;
  }
  return last;
}
